"""The weekly sample of near misses (每周抽查): a few people whom one test alone kept out, to learn what the models miss.

The draw is systematic over the models, so that every near miss is as likely as any other and each model has its share; week
and pool decide it, nobody can choose. Answers of all weeks give a Wilson interval; a bare percentage is never said.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.leads.sheets_lead import injury_of, payment_words
from yingjiu.leads.sheets_record import all_said, choose_quotes, quote_words, register_words
from yingjiu.leads.sheets_table import Book, Column, Print
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.screening.nearmiss import Dropped
from yingjiu.values.masking import mask_id, mask_name, mask_text

SHOULD, SHOULD_NOT, OPEN = "应当救助", "不必救助", "查不清"
ANSWERS: Final = (SHOULD, SHOULD_NOT, OPEN)
FINDING: Final = "结论(应当救助/不必救助/查不清)"
CODE: Final = "抽查编号"
WEEK: Final = re.compile(r"(\d{4})-W(\d{2})$")
Z: Final = 1.959964
"""Of the normal distribution, for an interval that holds 19 times in 20."""
SEALED: Final = ("强奸", "猥亵", "性侵", "卖淫")
COLUMNS: Final = (
    Column(CODE, 16, middle=True),
    Column("姓名", 9, middle=True),
    Column("证件号码", 21, middle=True),
    Column("模型", 12, middle=True),
    Column("只差的一步", 22),
    Column("差在哪一项", 40),
    Column("案件和赔偿", 30),
    Column("名册", 24),
    Column("文书原话", 50),
    Column(FINDING, 18, middle=True),
    Column("说明(手写)", 28),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One person to check: the code by which the answer is read back, the near miss, what is known."""

    code: str
    person: Person
    near: Dropped
    about: str
    registers: str
    quotes: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """Of ``checked`` people ``found`` should have been found; the share lies between ``low`` and ``high`` (19 in 20)."""

    checked: int
    found: int
    open: int
    low: float
    high: float

    def words(self, near: int | None = None) -> str:
        """The estimate as it is said, of ``near`` near misses in all where that is known."""
        if not self.checked:
            return "还没有查清的人,不能估计"
        told = f"抽查查清 {self.checked} 人,发现 {self.found} 人应当救助;漏报率估计 {_percent(self.low)} 至 {_percent(self.high)}(95% 区间)"
        if near is not None:
            told += (
                f",相当于 {near} 个“只差一项”的人里有 {math.floor(near * self.low)} 至 {math.ceil(near * self.high)} 人"
            )
        if self.open:
            told += f";另有 {self.open} 人查不清,没有算"
        return told


def week_of(day: date) -> str:
    """The ISO week of a day.

    >>> week_of(date(2026, 11, 24))
    '2026-W48'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def is_week(text: str) -> bool:
    """Whether a text names a week that the calendar has."""
    found = WEEK.match(text)
    if not found:
        return False
    try:
        date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return False
    return True


def draw_near(near: Iterable[Dropped], week: str, seed: str, number: int) -> list[Dropped]:
    """The near misses of a week: one a person, as likely each, spread over the models in proportion.

    Args:
        near: everyone whom one test kept out, a person perhaps several times.
        week: as ``2026-W48``.
        seed: a mark of the pool; the same pool gives the same people.
        number: how many.
    """
    once: dict[int, Dropped] = {}
    for one in sorted(near, key=lambda d: (_mark(seed, week, d.person, d.model, d.step, d.case_id), d.test)):
        once.setdefault(one.person, one)
    ordered = sorted(once.values(), key=lambda d: (d.model, _mark(seed, week, d.person)))
    count = min(number, len(ordered))
    if count <= 0:
        return []
    step = Fraction(len(ordered), count)
    start = step * int(_mark(seed, week, "start")[:8], 16) / 16**8
    return [ordered[int(start + step * n)] for n in range(count)]


def _mark(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def tell_drawn(
    con: duckdb.DuckDBPyConnection, kinds: Kinds, drawn: Sequence[Dropped], week: str, on: date
) -> list[Drawn]:
    """The drawn people with what is known of them."""
    people = select_people(con, [d.person for d in drawn])
    if not drawn:
        return []
    mentions = select_mentions(con, f"p.person IN ({', '.join(str(d.person) for d in drawn)})")
    found = []
    for one in drawn:
        own = [m for m in mentions.values() if m.person == one.person and kinds.is_own(m.kind, m.role)]
        found.append(_drawn(one, people[one.person], own, kinds, week, on))
    return found


def _drawn(one: Dropped, person: Person, own: Sequence[Mention], kinds: Kinds, week: str, on: date) -> Drawn:
    event = [m for m in own if one.case_id is None or m.case_id == one.case_id]
    charges = all_said(event, "罪名", "案由", "案件类别", "信访类型")[:2]
    about = "\n".join(filter(None, ("、".join(filter(None, (*charges, injury_of(event)))), payment_words(event))))
    lists = [register_words(m) for m in own if kinds.kinds[m.kind].group]
    quotes = "\n".join(quote_words(q, width=60) for q in choose_quotes(event, 2))
    minor = person.birth is not None and on.year - int(person.birth[:4]) <= 18
    sealed = minor or any(s in c for c in all_said(own, "罪名") for s in SEALED)
    code = f"{week}-{_mark(week, person.id_number or person.key)[:6]}"
    return Drawn(code, person, one, about, "\n".join(lists) or "不在册", quotes, sealed)


def sample_cells(one: Drawn, *, masked: bool) -> list[str]:
    """One person as cells of ``COLUMNS``; a sealed one is always masked."""
    hide = masked or one.sealed
    names = (one.person.name, *one.person.other_names)
    cells = [
        one.code, mask_name(one.person.name) if hide else one.person.name,
        (mask_id(one.person.id_number) if hide else one.person.id_number) or "", one.near.model, one.near.step, one.near.test,
        one.about, one.registers, one.quotes,
    ]  # fmt: skip
    return [*(mask_text(c, names) if hide else c for c in cells), "", ""]


def sample_book(drawn: Sequence[Drawn]) -> bytes:
    """The sheet to fill in."""
    book = Book(title="漏报抽查")
    rows = [sample_cells(one, masked=False) for one in drawn]
    book.add_table("抽查", COLUMNS, rows, empty="没有“只差一项”的人", printed=Print(2, 2))
    return book.close()


def read_answers(rows: Iterable[Mapping[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Answers by code, and codes whose answer is not understood; an empty one is not answered yet.

    Args:
        rows: cells of the filled sheets by title.
    """
    answers: dict[str, str] = {}
    odd = []
    for row in rows:
        code = row.get(CODE, "").strip()
        said = "".join(next((v for k, v in row.items() if k.startswith("结论")), "").split())
        if not code or not said:
            continue
        answer = _answer(said)
        if answer is None:
            odd.append(f"{code} 的结论“{said}”看不懂,请写 应当救助、不必救助 或 查不清")
        else:
            answers[code] = answer
    return answers, odd


def _answer(said: str) -> str | None:
    if said in {
        "不必救助",
        "不应当救助",
        "不应救助",
        "不应当",
        "不应",
        "不必",
        "否",
        "不救助",
        "不符合",
        "不符合条件",
        "×",
        "✗",
    }:
        return SHOULD_NOT
    if said in {"应当救助", "应救助", "应当", "应救", "应", "是", "符合", "符合条件", "需要救助", "漏报", "√", "✓"}:
        return SHOULD
    return OPEN if said in {"查不清", "不明", "不清楚", "待查", "无法核实", "联系不上"} else None


def estimate(answers: Mapping[str, str]) -> Interval:
    """The share of people that should have been found, as a Wilson interval."""
    checked = sum(a != OPEN for a in answers.values())
    found = sum(a == SHOULD for a in answers.values())
    low, high = wilson(found, checked)
    return Interval(checked, found, sum(a == OPEN for a in answers.values()), low, high)


def wilson(found: int, of: int) -> tuple[float, float]:
    """Bounds between which a share lies 19 times in 20; everything from nothing.

    >>> [round(x, 3) for x in wilson(0, 10)], [round(x, 3) for x in wilson(5, 10)], wilson(0, 0)
    ([0.0, 0.278], [0.237, 0.763], (0.0, 1.0))
    """
    if not of:
        return 0.0, 1.0
    share, square = found / of, Z * Z / of
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"
