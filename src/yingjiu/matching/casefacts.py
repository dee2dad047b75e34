"""What holds of a case over all its papers (案件): the newest word wins, per victim; the history stays.

Writes mentions of the kind 案件: the victim, the suspects, and 受害一方, which is the victim or, for a dead one, the close
relatives whom the papers name, one mention for each victim a person stands for. A masked name in a judgment (张某某) is the
only victim of the file with that surname, and otherwise says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from yingjiu.matching.papers import CaseFile, FiledPaper
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.reading.facts import Compensation, Forgiven, Party, Span, Victim
from yingjiu.values.names import is_masked
from yingjiu.values.regions import township_of

COMPENSATION_WORDS: Final = {
    Compensation.PAID: "已赔偿",
    Compensation.PARTIAL: "部分赔偿",
    Compensation.NONE: "未赔偿",
    Compensation.UNKNOWN: "不明",
}
FORGIVEN_WORDS: Final = {Forgiven.YES: "已谅解", Forgiven.NO: "未谅解", Forgiven.UNKNOWN: "不明"}
_SEVERITY: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")


@dataclass(slots=True)
class _OneVictim:
    """A victim gathered over the papers of a case."""

    name: str
    seen: list[tuple[FiledPaper, Victim]] = field(default_factory=list)

    def first(self, attribute: str) -> str | None:
        """The first value any paper gives."""
        return next((v for _, w in self.seen if (v := getattr(w, attribute))), None)


def case_drafts(case: CaseFile, threshold: Decimal) -> list[Draft]:
    """All mentions of the kind 案件 that a case file gives; ``threshold`` is the yuan at which a loss is great."""
    victims = gather_victims(case.papers)
    drafts = _suspect_drafts(case)
    for victim in victims:
        if any(w.organisation for _, w in victim.seen):
            continue
        drafts += _victim_drafts(case, victim, threshold)
    return drafts


def gather_victims(papers: Sequence[FiledPaper]) -> list[_OneVictim]:
    """The victims of a case, each with every paper that names them; one number or one name is one victim."""
    found: list[_OneVictim] = []
    masked: list[tuple[FiledPaper, Victim]] = []
    for one in papers:
        for victim in one.paper.victims:
            if is_masked(victim.name):
                masked.append((one, victim))
                continue
            home = next((f for f in found if _same_victim(f, victim)), None)
            if home is None:
                home = _OneVictim(victim.name)
                found.append(home)
            home.seen.append((one, victim))
    for one, victim in masked:
        named = [f for f in found if f.name[0] == victim.name[0] and not is_masked(f.name)]
        same = next((f for f in found if f.name == victim.name), None)
        if len(named) == 1:
            named[0].seen.append((one, victim))
        elif same:
            same.seen.append((one, victim))
        else:
            found.append(_OneVictim(victim.name, [(one, victim)]))
    return found


def _same_victim(known: _OneVictim, victim: Victim) -> bool:
    number = known.first("id_number")
    if number and victim.id_number:
        return number == victim.id_number
    if known.name != victim.name:
        return False
    birth = known.first("birth")
    return not (birth and victim.birth) or birth[:4] == victim.birth[:4]


def latest_compensation(seen: Iterable[tuple[FiledPaper, Victim]]) -> Compensation:
    """The newest word on payment; a paper that is silent leaves what was said before."""
    latest = Compensation.UNKNOWN
    for _, victim in seen:
        if victim.compensation is not Compensation.UNKNOWN:
            latest = victim.compensation
    return latest


def _victim_drafts(case: CaseFile, victim: _OneVictim, threshold: Decimal) -> list[Draft]:
    fields = _victim_fields(case, victim, threshold)
    dead = fields.get("伤情") == ("死亡",)
    person = _victim_person(victim)
    record = f"案件:{case.group}"
    drafts = [Draft("案件", "被害人", person, record, fields)]
    if not dead:
        return [*drafts, Draft("案件", "受害一方", person, record, fields)]
    return drafts + [
        Draft("案件", "受害一方", relative, record, {**fields, "代为": (victim.name,), "关系": (relation or "近亲属",)})
        for relative, relation in _relatives(victim)
    ]


def _victim_fields(case: CaseFile, victim: _OneVictim, threshold: Decimal) -> dict[str, tuple[str, ...]]:
    office = [(p, v) for p, v in victim.seen if p.paper.type != "刑事判决书"]
    trial = [(p, v) for p, v in victim.seen if p.paper.type == "刑事判决书"]
    by_office, by_all = latest_compensation(office), latest_compensation(victim.seen)
    if by_office is Compensation.PAID and by_all is not Compensation.PAID:
        by_all = by_office
    injuries = [v.injury for _, v in victim.seen if v.injury]
    dead = any(v.dead for _, v in victim.seen) or "死亡" in injuries
    losses = [v.loss for _, v in (office or trial) if v.loss]
    forgiven = next((v.forgiven for _, v in reversed(victim.seen) if v.forgiven is not Forgiven.UNKNOWN), Forgiven.UNKNOWN)
    fields: dict[str, tuple[str, ...]] = {
        **_number_fields(case),
        "有文书": tuple(dict.fromkeys(p.paper.type for p, _ in victim.seen)),
        "罪名": _charges(case, office, trial),
        "检察环节赔偿": (COMPENSATION_WORDS[by_office],),
        "目前赔偿": (COMPENSATION_WORDS[by_all],),
        "谅解": (FORGIVEN_WORDS[forgiven],),
        "自述困难": ("是" if any(v.hardship for _, v in victim.seen) else "否",),
        "重大财产损失": ("是" if losses and max(losses) >= threshold else "否",),
        "被害人号": (f"{case.group}|{victim.name}",),
        "证据": tuple(_quotes(victim.seen)),
    }
    if dead or injuries:
        fields["伤情"] = ("死亡" if dead else _latest_injury(victim.seen),)
    if losses:
        fields["损失"] = (str(losses[-1]),)
    return fields


def _latest_injury(seen: Sequence[tuple[FiledPaper, Victim]]) -> str:
    """An expert opinion decides, the newest one; else the newest paper that tells."""
    opinions = [v.injury for p, v in seen if v.injury and p.paper.type == "鉴定意见"]
    return opinions[-1] if opinions else next(v.injury for _, v in reversed(seen) if v.injury)


def _charges(
    case: CaseFile, office: Sequence[tuple[FiledPaper, Victim]], trial: Sequence[tuple[FiledPaper, Victim]]
) -> tuple[str, ...]:
    named = [p.paper.charge for p, _ in office if p.paper.charge][-1:]
    if office and not named:
        named = [p.paper.charge for p in case.papers if p.paper.charge and p.paper.type != "刑事判决书"][-1:]
    judged = [p.paper.charge for p, _ in trial if p.paper.charge][-1:]
    return tuple(dict.fromkeys(c for c in (*named, *judged) if c))


def _number_fields(case: CaseFile) -> dict[str, tuple[str, ...]]:
    fields = {"案件组": (case.group,), "文书号": case.filed, "判决案号": case.judged}
    if case.accepted:
        fields["受理号"] = (case.accepted,)
    return {name: values for name, values in fields.items() if values}


def _victim_person(victim: _OneVictim) -> PersonGiven:
    return PersonGiven(
        name=victim.name,
        id_number=victim.first("id_number"),
        birth=victim.first("birth"),
        sex=victim.first("sex"),
        township=township_of(victim.first("address")),
        address=victim.first("address"),
        masked=is_masked(victim.name),
    )


def _relatives(victim: _OneVictim) -> list[tuple[PersonGiven, str | None]]:
    """The close relatives whom any paper names for this victim, each once, with all that is told of them."""
    told: dict[str, list[Party]] = {}
    for _, seen in victim.seen:
        for relative in seen.relatives:
            if not relative.organisation and relative.name != victim.name:
                told.setdefault(relative.name, []).append(relative)
    return [(party_person(parties), next((p.relation for p in parties if p.relation), None)) for parties in told.values()]


def party_person(parties: Sequence[Party]) -> PersonGiven:
    """One person from every place that names them."""
    def first(attribute: str) -> str | None:
        return next((v for p in parties if (v := getattr(p, attribute))), None)

    return PersonGiven(
        name=parties[0].name,
        id_number=first("id_number"),
        birth=first("birth"),
        sex=first("sex"),
        township=township_of(first("address")),
        address=first("address"),
        masked=is_masked(parties[0].name),
    )


def _suspect_drafts(case: CaseFile) -> list[Draft]:
    told: dict[str, list[Party]] = {}
    for one in case.papers:
        for suspect in one.paper.suspects:
            if not suspect.organisation:
                told.setdefault(suspect.name, []).append(suspect)
    charges = tuple(dict.fromkeys(p.paper.charge for p in case.papers if p.paper.charge))
    fields = {**_number_fields(case), "罪名": charges}
    record = f"案件:{case.group}"
    return [Draft("案件", "犯罪嫌疑人", party_person(parties), record, fields) for parties in told.values()]


def _quotes(seen: Sequence[tuple[FiledPaper, Victim]]) -> Iterable[str]:
    for one, victim in seen:
        for name, spans in victim.evidence.items():
            for span in spans[:2]:
                yield quote_line(one, name, span)


def quote_line(one: FiledPaper, name: str, span: Span) -> str:
    """A sentence as evidence: paper, day, which fact, the quote."""
    line = {"place": one.place, "type": one.paper.type, "day": one.paper.day, "fact": name, "quote": span.quote}
    return json.dumps(line, ensure_ascii=False)
