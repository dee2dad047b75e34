"""The office's own past (历年救助案件): what was granted to whom, and whether the models would have found these people.

Models set aside who was relieved already; for this question those steps are left out, so that a past case counts as found
where nothing else kept it out. A person whose original case nobody delivered is neither found nor missed: 看不到.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model, Operation, Step
from yingjiu.leads.sheets_lead import INJURIES, age_on, injury_of
from yingjiu.leads.sheets_record import all_said, said
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import in_list
from yingjiu.screening.nearmiss import near_misses
from yingjiu.screening.screen import Hit, Screening
from yingjiu.screening.why import ModelAnswer, explain_person
from yingjiu.values.money import read_amount

LEDGER: Final = "司法救助案件"
RELIEFS: Final = frozenset({LEDGER, "其他机关司法救助"})
ASSISTANCE: Final = "社会救助"
REFUSED: Final = frozenset({"不予救助", "终止办理"})
FOUND, MISSED, UNSEEN = "能找到", "找不到", "看不到"
UNKNOWN: Final = "不明"
STAGES: Final = (
    ("检捕", "审查逮捕"), ("侦监", "审查逮捕"), ("捕", "审查逮捕"), ("受", "审查起诉"), ("检刑诉", "审查起诉"), ("诉", "审查起诉"),
    ("执", "执行"), ("民", "民事判决后"), ("刑", "刑事判决后"), ("行", "行政判决后"), ("访", "信访"),
)  # fmt: skip
"""By the number of the original case; the first that fits."""


@dataclass(frozen=True, slots=True)
class Past:
    """One past relief case.

    Attributes:
        kind: charge or cause of the original case.
        harm: what the person suffered.
        registers: lists on which the person stands now.
        stage: where the original case stood.
        amount: yuan, None where it is not written.
        accepted: and ``ended`` ISO days; ``days`` between them, None where one is not written.
        state: 已发放, 决定救助, 不予救助 …
        verdict: 能找到, 找不到 or 看不到.
        models: models that find the person in the case.
        bodily: whether people were hurt in body; None where neither kind nor harm is known.
        why: for a missed one the model that came nearest and the step and test that failed.
    """

    person: Person
    number: str
    original: str
    kind: str
    harm: str
    registers: tuple[str, ...]
    stage: str
    amount: Decimal | None
    accepted: str
    ended: str
    days: int | None
    state: str
    officer: str
    verdict: str
    models: tuple[str, ...]
    why: str
    age: int | None
    bodily: bool | None

    @property
    def year(self) -> str:
        """Year of the end, else of acceptance."""
        return (self.ended or self.accepted)[:4] or UNKNOWN

    @property
    def granted(self) -> bool:
        """Whether it was not refused."""
        return self.state not in REFUSED


@dataclass(frozen=True, slots=True)
class Overview:
    """Past cases with what they add up to; refused ones are counted apart and not compared."""

    cases: tuple[Past, ...]

    @property
    def granted(self) -> tuple[Past, ...]:
        """Those that were not refused."""
        return tuple(c for c in self.cases if c.granted)

    def count(self, of: Callable[[Past], str | Sequence[str]]) -> list[tuple[str, int]]:
        """How many granted cases by what ``of`` gives, most first, 不明 last; a case may count under several."""
        found: Counter[str] = Counter()
        for case in self.granted:
            given = of(case)
            found.update([given or UNKNOWN] if isinstance(given, str) else given or ["不在册"])
        return sorted(found.items(), key=lambda item: (item[0] == UNKNOWN, -item[1], item[0]))

    @property
    def bodily(self) -> tuple[int, int]:
        """Granted cases in which people were hurt in body, and those of which it is known either way."""
        known = [c for c in self.granted if c.bodily is not None]
        return sum(bool(c.bodily) for c in known), len(known)

    @property
    def verdicts(self) -> dict[str, int]:
        """Granted cases by verdict."""
        found = Counter(c.verdict for c in self.granted)
        return {name: found.get(name, 0) for name in (FOUND, MISSED, UNSEEN)}

    @property
    def missed(self) -> list[Past]:
        """Granted cases that no model finds."""
        return [c for c in self.granted if c.verdict == MISSED]

    @property
    def median_amount(self) -> Decimal | None:
        """Median of the written amounts of granted cases."""
        amounts = [c.amount for c in self.granted if c.amount]
        return Decimal(median(amounts)) if amounts else None

    @property
    def total(self) -> Decimal:
        """Sum of the written amounts of granted cases."""
        return sum((c.amount for c in self.granted if c.amount), Decimal(0))

    @property
    def median_days(self) -> float | None:
        """Median of the days from acceptance to the end."""
        days = [c.days for c in self.granted if c.days is not None]
        return float(median(days)) if days else None


def look_back(
    con: duckdb.DuckDBPyConnection,
    models: Sequence[Model],
    kinds: Kinds,
    screening: Screening,
    hits: Iterable[Hit],
    on: date,
) -> Overview:
    """Every case of the relief ledger, newest first, compared with what the models find.

    Args:
        con: the engine, screened.
        models: models that ran.
        kinds: kinds of record.
        screening: what screening left.
        hits: all hits.
        on: the day, for ages.
    """
    ledger = _once(select_mentions(con, f"m.kind = '{LEDGER}'").values())
    people = select_people(con, {m.person for m in ledger})
    beside = _beside(con, people, kinds)
    finds = _finds(con, models, screening, hits)
    judge = _Judge(con, models, kinds, screening, finds)
    cases = [_past(m, people[m.person], beside.get(m.person, ()), judge, on) for m in ledger]
    return Overview(tuple(sorted(cases, key=lambda c: (c.ended or c.accepted, c.number), reverse=True)))


def _once(ledger: Iterable[Mention]) -> list[Mention]:
    """Each case once, also where two lists give it."""
    found: dict[tuple[int, str], Mention] = {}
    for m in sorted(ledger, key=lambda m: (m.place, m.key)):
        number = said(m, "救助案号") or f"{said(m, '原案案号')}|{said(m, '受理日期')}|{said(m, '决定日期')}"
        found.setdefault((m.person, number if number.strip("|") else str(m.key)), m)
    return list(found.values())


def _beside(con: duckdb.DuckDBPyConnection, people: Mapping[int, Person], kinds: Kinds) -> dict[int, list[Mention]]:
    """Everything else that is known of these people."""
    if not people:
        return {}
    found: dict[int, list[Mention]] = {}
    for m in select_mentions(
        con, f"p.person IN ({', '.join(map(str, people))}) AND m.kind NOT IN {in_list(sorted(RELIEFS))}"
    ).values():
        if kinds.is_own(m.kind, m.role):
            found.setdefault(m.person, []).append(m)
    return found


def _past(m: Mention, person: Person, beside: Sequence[Mention], judge: _Judge, on: date) -> Past:
    same = [b for b in beside if m.case_id is not None and b.case_id == m.case_id]
    accepted = next(iter(m.fields.get("受理日期", ())), "")
    ended = next((v for n in ("发放日期", "决定日期") for v in m.fields.get(n, ())), "")
    registers = [b for b in beside if b.present and judge.kinds.kinds[b.kind].group]
    verdict, models, why = judge.answer(m, beside)
    original = said(m, "原案案号")
    kind = said(m, "案件种类") or "、".join(all_said(same, "罪名", "案由")[:1])
    harm = said(m, "损害后果") or injury_of(same) or ("财产损失" if all_said(same, "损失") else "")
    return Past(
        person=person,
        number=said(m, "救助案号"),
        original=original,
        kind=kind,
        harm=harm,
        registers=tuple(dict.fromkeys(r.kind for r in registers)),
        stage=said(m, "救助环节") or stage_of(original),
        amount=next((a for v in m.fields.get("救助金额", ()) if (a := read_amount(v)) is not None), None),
        accepted=accepted,
        ended=ended,
        days=days_between(accepted, ended),
        state=said(m, "办理状态"),
        officer=said(m, "承办人"),
        verdict=verdict,
        models=models,
        why=why,
        age=age_on(person.birth, on),
        bodily=_is_bodily(kind, harm, judge.kinds),
    )


def _is_bodily(kind: str, harm: str, kinds: Kinds) -> bool | None:
    if not kind and not harm:
        return None
    charges = kinds.expand_values(("人身伤害罪名", "交通事故案由"))
    return any(i in harm for i in (*INJURIES, "轻微伤", "残疾", "伤残")) or kind.removesuffix("罪") in charges


def stage_of(number: str) -> str:
    """Where the original case stood, by its number; 不明 where that does not tell.

    >>> stage_of("（2020）苏9901刑初7号"), stage_of("某检刑诉受〔2021〕3号"), stage_of("（2021）苏9901执5号"), stage_of("")
    ('刑事判决后', '审查起诉', '执行', '')
    """
    return next((stage for mark, stage in STAGES if mark in number), UNKNOWN if number else "")


def days_between(first: str, last: str) -> int | None:
    """Days from one ISO day to another; None where one is not full or they stand the wrong way round."""
    if len(first) != 10 or len(last) != 10 or last < first:
        return None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@dataclass(frozen=True, slots=True)
class _Find:
    model: str
    case_id: int | None


def _finds(
    con: duckdb.DuckDBPyConnection, models: Sequence[Model], screening: Screening, hits: Iterable[Hit]
) -> dict[int, list[_Find]]:
    """Who is found, and who would be if earlier relief set nobody aside; models of social assistance do not count."""
    wanted = relief_models(models)
    found: dict[int, list[_Find]] = {}
    for hit in hits:
        if hit.model in wanted:
            found.setdefault(hit.person, []).append(_Find(hit.model, hit.case_id))
    aside = {
        (lead.model, step.name)
        for model in models
        for lead in model.leads
        for step in model.steps
        if sets_relieved_aside(step)
    }
    for near in near_misses(con, models, screening.statements):
        if near.model in wanted and (near.model, near.step) in aside:
            found.setdefault(near.person, []).append(_Find(near.model, near.case_id))
    return found


def relief_models(models: Sequence[Model]) -> frozenset[str]:
    """Models that point at judicial relief, not at social assistance alone."""
    return frozenset(lead.model for model in models for lead in model.leads if lead.kind != ASSISTANCE)


def sets_relieved_aside(step: Step) -> bool:
    """Whether a step takes away those who had relief."""
    if step.operation is not Operation.SUBTRACT:
        return False
    return all({kind for kind, _ in o.roles} <= RELIEFS if o.roles else "救助" in o.name for o in step.others)


@dataclass(frozen=True, slots=True)
class _Judge:
    con: duckdb.DuckDBPyConnection
    models: Sequence[Model]
    kinds: Kinds
    screening: Screening
    finds: Mapping[int, Sequence[_Find]]

    def answer(self, relief: Mention, beside: Sequence[Mention]) -> tuple[str, tuple[str, ...], str]:
        """Verdict, models, and why not."""
        finds = self.finds.get(relief.person, ())
        same = [f for f in finds if relief.case_id is None or f.case_id in {None, relief.case_id}]
        if same:
            return FOUND, tuple(dict.fromkeys(f.model for f in same)), ""
        seen = [m for m in beside if not self.kinds.kinds[m.kind].is_register]
        if not seen:
            return UNSEEN, (), "数据里没有这个人的案件(案卷、台账、判决、执行都没有交来)"
        if relief.case_id is not None and not any(m.case_id == relief.case_id for m in seen):
            return UNSEEN, (), f"没有原案的材料;有此人的{seen[0].kind}"
        return MISSED, (), self._nearest(relief.person)

    def _nearest(self, person: int) -> str:
        """Of all models the one that came furthest before it failed."""
        answers = [
            a
            for a in explain_person(self.con, self.models, self.kinds, self.screening, person)
            if not a.found and a.failed and a.model in relief_models(self.models)
        ]
        if not answers:
            return "没有模型从此人的记录开始"
        best = max(answers, key=_passed)
        return f"{best.model} {best.failed.step}:{best.failed.words}" if best.failed else best.model


def _passed(answer: ModelAnswer) -> tuple[int, float]:
    """Steps passed, and their share."""
    passed = sum(s.passed for s in answer.steps)
    return passed, passed / max(len(answer.steps), 1)
