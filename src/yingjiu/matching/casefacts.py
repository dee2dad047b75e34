"""What holds of a case over all its papers (案件): the newest word wins, per victim; the history stays.

Writes mentions of the kind 案件: the victim, the suspects, and 受害一方, which is the victim or, for a dead one, the close
relatives whom the papers name, one mention for each victim a person stands for. A masked name in a judgment (张某某) is the
only victim of the file with that surname, and otherwise says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from yingjiu.matching.history import case_nodes, forgiveness_holding, injury_holding, payment_holding
from yingjiu.matching.papers import CaseFile, FiledPaper
from yingjiu.matching.weighing import Source, source_of
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
NO_RELATIVES: Final = "被害人死亡,文书未列近亲属"
BASIS: Final = "付款依据"
UNPROVEN: Final = "协议并谅解"
"""Paid only because the sides agreed and the victim forgave: no paper shows that money came."""
# Papers that whoever signs them may sign for the victim.
_LETTERS: Final = frozenset({"收条", "谅解书", "和解协议", "调解协议"})
MASKED: Final = "文书隐去了姓名,不能用来认人"


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
    found = _with_letters(found)
    for one, victim in masked:
        named = [f for f in found if f.name[0] == victim.name[0] and not is_masked(f.name)]
        same = next((f for f in found if f.name == victim.name), None)
        if len(named) == 1:
            named[0].seen.append((one, victim))
        elif same:
            same.seen.append((one, victim))
        else:
            found.append(_OneVictim(victim.name, [(one, victim)]))
    order = {one.place: n for n, one in enumerate(papers)}
    for gathered in found:
        gathered.seen.sort(key=lambda told: order[told[0].place])
    return found


def _with_letters(found: list[_OneVictim]) -> list[_OneVictim]:
    """A receipt or letter that names only a relative of one victim is that victim's: the relative received or forgave."""
    kept = [f for f in found if any(p.paper.type not in _LETTERS for p, _ in f.seen)]
    for other in (f for f in found if f not in kept):
        homes = [f for f in kept if any(r.name == other.name for _, v in f.seen for r in v.relatives)]
        if len(homes) == 1:
            homes[0].seen += other.seen
        else:
            kept.append(other)
    return kept


def _same_victim(known: _OneVictim, victim: Victim) -> bool:
    number = known.first("id_number")
    if number and victim.id_number:
        return number == victim.id_number
    if known.name != victim.name:
        return False
    birth = known.first("birth")
    return not (birth and victim.birth) or birth[:4] == victim.birth[:4]


def _victim_drafts(case: CaseFile, victim: _OneVictim, threshold: Decimal) -> list[Draft]:
    fields = _victim_fields(case, victim, threshold)
    dead = fields.get("伤情") == ("死亡",)
    person = _victim_person(case, victim)
    record = f"案件:{case.group}"
    remarks: tuple[str, ...] = (MASKED,) if person.masked else ()
    relatives = _relatives(case, victim) if dead else []
    if dead and not relatives:
        remarks += (NO_RELATIVES,)
    drafts = [Draft("案件", "被害人", person, record, fields, remarks=remarks)]
    if not dead:
        return [*drafts, Draft("案件", "受害一方", person, record, fields, remarks=remarks)]
    return drafts + [
        Draft("案件", "受害一方", relative, record, {**fields, "代为": (victim.name,), "关系": (relation or "近亲属",)})
        for relative, relation in relatives
    ]


def _victim_fields(case: CaseFile, victim: _OneVictim, threshold: Decimal) -> dict[str, tuple[str, ...]]:
    office = [(p, v) for p, v in victim.seen if p.paper.type != "刑事判决书"]
    trial = [(p, v) for p, v in victim.seen if p.paper.type == "刑事判决书"]
    by_office, by_all = payment_holding(office), payment_holding(victim.seen)
    forgiven, injury = forgiveness_holding(victim.seen), injury_holding(victim.seen)
    dead = any(v.dead for _, v in victim.seen)
    loss = _newest(office or trial, "loss")
    fields: dict[str, tuple[str, ...]] = {
        **_number_fields(case),
        "有文书": tuple(dict.fromkeys(p.paper.type for p, _ in victim.seen)),
        "罪名": _charges(case, office, trial),
        "检察环节赔偿": (COMPENSATION_WORDS[Compensation(by_office.word.value if by_office else "unknown")],),
        "目前赔偿": (COMPENSATION_WORDS[Compensation(by_all.word.value if by_all else "unknown")],),
        "谅解": (FORGIVEN_WORDS[Forgiven(forgiven.word.value if forgiven else "unknown")],),
        "自述困难": ("是" if any(v.hardship for _, v in victim.seen) else "否",),
        "重大财产损失": ("是" if loss is not None and loss >= threshold else "否",),
        "被害人号": (f"{case.group}|{victim.name}",),
        "经过": tuple(node.to_line() for node in case_nodes(case.papers, victim.seen)),
        "证据": tuple(_quotes(victim.seen)),
    }
    if by_all and _is_unproven(victim.seen[by_all.word.at][1]):
        fields[BASIS] = (UNPROVEN,)
    if dead or injury:
        fields["伤情"] = ("死亡" if dead or injury is None else injury.word.value,)
    if loss is not None:
        fields["损失"] = (str(loss),)
    return fields


def _is_unproven(victim: Victim) -> bool:
    return victim.compensation is Compensation.PAID and victim.basis == "agreed"


def _newest(seen: Sequence[tuple[FiledPaper, Victim]], attribute: str) -> Any:
    """The newest value that a finding paper gives (a supplementary opinion, then the indictment), else any paper's."""
    told = [(p, v) for p, w in seen if (v := getattr(w, attribute))]
    finding = [v for p, v in told if source_of(p.paper) in (Source.FOUND, Source.JUDGED)]
    return (finding or [v for _, v in told] or [None])[-1]


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


def _victim_person(case: CaseFile, victim: _OneVictim) -> PersonGiven:
    own = [v for _, v in victim.seen]
    named = [w for w in own if not is_masked(w.name)] or own
    return replace(party_person([*named, *_elsewhere(case, victim.name, own)]), name=victim.name)


def _relatives(case: CaseFile, victim: _OneVictim) -> list[tuple[PersonGiven, str | None]]:
    """The close relatives whom any paper names for this victim, each once, with all that is told of them in the case.

    Who is accused of the case, and who died in it too, stands for nobody.
    """
    out = {s.name for one in case.papers for s in one.paper.suspects}
    out |= {v.name for one in case.papers for v in one.paper.victims if v.dead or v.injury == "死亡"}
    told: dict[str, list[Party]] = {}
    for _, seen in victim.seen:
        for relative in seen.relatives:
            if not relative.organisation and relative.name not in out and relative.name != victim.name:
                told.setdefault(relative.name, []).append(relative)
    return [
        (
            party_person([*parties, *_elsewhere(case, name, parties)]),
            next((p.relation for p in parties if p.relation), None),
        )
        for name, parties in told.items()
    ]


def _elsewhere(case: CaseFile, name: str, known: Sequence[Party | Victim]) -> list[Party | Victim]:
    """What other places of the case tell of the person of this name, unless they tell of two or contradict what is known."""
    if is_masked(name):
        return []
    everyone: list[Party | Victim] = []
    for one in case.papers:
        everyone += [*one.paper.victims, *one.paper.parties]
        everyone += [r for v in one.paper.victims for r in v.relatives]
    found = [p for p in everyone if p.name == name and not p.organisation]
    numbers = {p.id_number for p in (*found, *known) if p.id_number}
    births = {p.birth[:4] for p in (*found, *known) if p.birth} | {n[6:10] for n in numbers}
    sexes = {p.sex for p in (*found, *known) if p.sex}
    return found if len(numbers) <= 1 and len(births) <= 1 and len(sexes) <= 1 else []


def party_person(parties: Sequence[Party | Victim]) -> PersonGiven:
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
    if one.bound is not None:
        line |= {"cited": one.bound.cited(span.start, span.end), "bound": one.bound.cited()}
    return json.dumps(line, ensure_ascii=False)
