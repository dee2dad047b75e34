"""Why, in words (解释): the answers of screening for one person with the records and sentences they rest on.

Passed on a value that nobody knows (赔偿不明) is marked 不明, so that an open question is never lost among the ticks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model, Operation, Step
from yingjiu.catalog.rulebook import rulebook_on
from yingjiu.leads.course import course_line, course_of, holding_lines
from yingjiu.leads.graded import Grades
from yingjiu.leads.lead import Lead
from yingjiu.leads.reasons import Reasons, give_reasons, lead_words, rulebook_day
from yingjiu.leads.sheets_record import choose_quotes, places_of, quote_words, register_words, said
from yingjiu.matching.people import Mention, Person, select_mentions
from yingjiu.screening.screen import Screening
from yingjiu.screening.why import ModelAnswer, StepAnswer, explain_person
from yingjiu.values.masking import mask_id, mask_name, mask_text

SHOWN: Final = (
    "罪名",
    "案由",
    "伤情",
    "检察环节赔偿",
    "目前赔偿",
    "自述困难",
    "信访类型",
    "案件类别",
    "办理状态",
    "结案方式",
)
RECORDS: Final = 6
PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: mark is yes, no or unknown; ``records`` are numbers of the explanation's records."""

    name: str
    mark: str
    words: str
    records: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One model's answer in words."""

    title: str
    found: bool
    steps: tuple[Told, ...]
    failed: Told | None
    change: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything told of one person; each record is told once, in words, under its number (from 1).

    ``reasons`` are the colours of the person's open leads with why; ``courses`` the node lines of the person's cases, each
    with the lines of what holds now.
    """

    title: str
    leads: tuple[str, ...]
    answers: tuple[Answer, ...]
    records: Mapping[int, tuple[str, ...]]
    courses: tuple[tuple[str, ...], ...] = ()
    reasons: tuple[Reasons, ...] = ()


def explain_one(
    con: duckdb.DuckDBPyConnection,
    models: Sequence[Model],
    kinds: Kinds,
    screening: Screening,
    leads: Sequence[Lead],
    person: Person,
    *,
    only: str | None = None,
    reveal: bool = False,
    grades: Grades | None = None,
    on: date | None = None,
) -> Explanation:
    """Explain one person, masked unless ``reveal``; ``only`` one model.

    Args:
        con: the engine with the county's tables.
        models: models that ran.
        kinds: kinds of record.
        screening: what screening left.
        leads: all leads.
        person: who is asked for.
        only: one model.
        reveal: names and numbers in full.
        grades: colours of the open leads, with ``on``, the day whose rules count where relief was not accepted yet.
        on: the day.
    """
    answers = [a for a in explain_person(con, models, kinds, screening, person.key) if only in {None, a.model}]
    mentions = select_mentions(con, f"p.person = {person.key}")
    own = tuple(mentions.values())
    mentions |= _asked_of_others(con, answers, mentions)
    teller = _Teller(mentions, _steps(models), _hidden(con, person, mentions, reveal=reveal))
    kinds_of_lead = {lead.model: lead.kind for model in models for lead in model.leads if len(model.leads) > 1}
    told = [teller.answer(a, kinds_of_lead.get(a.model, "")) for a in answers]
    told.sort(key=lambda a: (not a.found, _progress(a)))
    numbers = {old: new for new, old in enumerate(dict.fromkeys(n for a in told for n in _records_of(a)), 1)}
    told = [_renumber(a, numbers) for a in told]
    records = {new: teller.record(old) for old, new in numbers.items()}
    title = person.name if reveal else mask_name(person.name)
    number = (person.id_number if reveal else mask_id(person.id_number)) or "没有证件号码"
    theirs = [lead for lead in leads if lead.person.key == person.key and (only is None or only in lead.models)]
    graded = [g for lead in theirs if grades and (g := grades.by_lead.get(lead.id))]
    return Explanation(
        title=f"{title} {number}",
        leads=tuple(lead_words(lead) for lead in theirs),
        answers=tuple(told),
        records=records,
        courses=teller.courses(own),
        reasons=tuple(give_reasons(g, rulebook_on(rulebook_day(g, on)), teller.mask) for g in graded if on),
    )


def _asked_of_others(
    con: duckdb.DuckDBPyConnection, answers: Sequence[ModelAnswer], own: Mapping[int, Mention]
) -> Mapping[int, Mention]:
    """Records of other people on which an answer rests."""
    wanted = {key for a in answers for s in _steps_of(a) for key in s.mentions} - own.keys()
    return select_mentions(con, f"m.mention IN ({', '.join(map(str, sorted(wanted)))})") if wanted else {}


def _records_of(answer: Answer) -> list[int]:
    """Records as they are shown: all of a model that found, the deciding ones of one that did not."""
    steps = answer.steps if answer.found else tuple(filter(None, [answer.failed]))
    return [n for step in steps if step.mark != "no" or not answer.found for n in step.records]


def _renumber(answer: Answer, numbers: Mapping[int, int]) -> Answer:
    def mend(step: Told) -> Told:
        return replace(step, records=tuple(numbers[n] for n in step.records if n in numbers))

    failed = mend(answer.failed) if answer.failed else None
    return replace(answer, steps=tuple(mend(s) for s in answer.steps), failed=failed)


def _progress(answer: Answer) -> tuple[int, bool]:
    """How near an answer came: more tests passed first, then a failed test that has a record of the person."""
    passed = sum(s.mark != "no" for s in answer.steps)
    return -passed, not (answer.failed and answer.failed.records)


def _steps_of(answer: ModelAnswer) -> list[StepAnswer]:
    return [*answer.steps, *([answer.failed] if answer.failed else [])]


def _steps(models: Iterable[Model]) -> dict[str, Step]:
    return {step.name: step for model in models for step in model.steps}


def _hidden(
    con: duckdb.DuckDBPyConnection, person: Person, mentions: Mapping[int, Mention], *, reveal: bool
) -> tuple[str, ...] | None:
    if reveal:
        return None
    rows = con.execute(
        "WITH own AS (SELECT record, case_id FROM mentions WHERE person = ?) "
        "SELECT DISTINCT q.name FROM mentions AS m JOIN people AS q ON q.mention = m.mention "
        "WHERE m.record IN (SELECT record FROM own) OR m.case_id IN (SELECT case_id FROM own)",
        [person.key],
    ).fetchall()
    names = [person.name, *person.other_names, *(n for (n,) in rows if n), *(m.name for m in mentions.values())]
    return tuple(dict.fromkeys(n for n in names if len(n) > 1))


@dataclass(frozen=True, slots=True)
class _Teller:
    mentions: Mapping[int, Mention]
    steps: Mapping[str, Step]
    hidden: tuple[str, ...] | None

    def answer(self, given: ModelAnswer, kind: str) -> Answer:
        """A model's answer in words."""
        title = f"{given.model} {given.name}" + (f"·{kind}" if kind else "")
        steps = tuple(self.step(s) for s in given.steps)
        failed = self.step(given.failed) if given.failed and not given.found else None
        return Answer(title, given.found, steps, failed, self._mask(given.change))

    def step(self, given: StepAnswer) -> Told:
        """A step in words with its records."""
        records = [self.mentions[k] for k in given.mentions if k in self.mentions]
        mark = "no" if not given.passed else "unknown" if self._open(given, records) else "yes"
        words = f"{given.step}:{given.words}"
        if mark == "unknown":
            words += "(文书没有写明是否赔偿,按可能需要救助处理)"
        if len(records) > RECORDS:
            words += f"(共 {len(records)} 条记录)"
        return Told(given.step, mark, self._mask(words), tuple(m.key for m in records[:RECORDS]))

    def courses(self, mentions: Iterable[Mention]) -> tuple[tuple[str, ...], ...]:
        """The node line of each case of the person as the hurt side, with what holds now."""
        by_case: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.case_id is not None and mention.role not in {"犯罪嫌疑人", "被执行人", "被告"}:
                by_case.setdefault(mention.case_id, []).append(mention)
        told = [(course_line(steps), *holding_lines(steps)) for m in by_case.values() if (steps := course_of(m))]
        return tuple(tuple(self._mask(line) for line in lines) for lines in told)

    def record(self, key: int) -> tuple[str, ...]:
        """A record in words."""
        return tuple(self._mask(line) for line in record_lines(self.mentions[key]))

    def _open(self, given: StepAnswer, records: Sequence[Mention]) -> bool:
        step = self.steps.get(given.step)
        if step is None or step.operation is not Operation.TAKE:
            return False
        asked = [name for name in (*step.where, *step.unless) if name.endswith("赔偿")]
        values = {v for name in asked for m in records for v in m.fields.get(name, ())}
        return bool(asked) and values <= {"不明"} and bool(records)

    def mask(self, text: str) -> str:
        """A text with the names hidden that must be."""
        return self._mask(text)

    def _mask(self, text: str) -> str:
        return text if self.hidden is None else mask_text(text, self.hidden)


def record_lines(mention: Mention) -> list[str]:
    """A record in words: what it is, what it says; where it stands; its sentences."""
    told = "、".join(f"{name} {said(mention, name)}" for name in SHOWN if mention.fields.get(name))
    on_list = mention.role in {"成员", "本人"}
    head = register_words(mention) if on_list else f"{mention.kind}·{mention.role}"
    lines = [f"{head}  {told}" if told else head]
    lines += [f"见 {place}" for place in places_of(mention)[:PLACES]]
    return lines + [quote_words(q, place=False) for q in choose_quotes([mention], PLACES)]
