"""Amount standards (量化标准): one dated Chinese file a county: its formula, factors as bands, rounding, steps of approval.

A factor is a list of options; each gives a band (at least, suggested, at most) and may say by conditions on elements when it
is proposed. Values are dated and belong to the office (:mod:`yingjiu.catalog.figure`); asked for a day before the first
date a standard refuses and names the line to fill (architecture.md §7).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

from yingjiu.catalog.band import read_number
from yingjiu.catalog.condition import Element, Value, read_value
from yingjiu.catalog.document import Section, file_text, line_in, nearest, read_document
from yingjiu.catalog.factor import (
    Factor as Factor,
)
from yingjiu.catalog.factor import (
    Level,
    Rung,
    read_factors,
    read_ladder,
    read_levels,
    read_modes,
    read_one,
)
from yingjiu.catalog.figure import WAGE, Figure, load_figures, read_dated, value_in
from yingjiu.catalog.formula import Formula, FormulaProblem, read_formula
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.named import load_named
from yingjiu.catalog.problem import Problem, UserFileError

LEVEL: Final = "档次金额"
BY_OFFICE: Final = "本院填写"
FOLDER: Final = "standards"
ROUNDING: Final = {"四舍五入": ROUND_HALF_UP, "舍去": ROUND_DOWN, "进一": ROUND_CEILING}
_WORDS: Final = (
    "名称", "单位", "依据", "公式", "不超过", "不低于", "取整", "叠加", "数额", "系数", "评分", "档次", "审批", "突破", "说明理由",
    "常见情形", "生效", "样例", "取代",
)  # fmt: skip
_EXAMPLE_WORDS: Final = (
    "说", "日期", "有", "选", "数额", "应得", "已得", "突破", "得", "至少", "至多", "取整前", "由", "拒绝",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StandardExample:
    """A worked example: what is told or chosen on a day, and what must come out.

    Attributes:
        says: in one line what it shows.
        day: whose values apply.
        told: elements, from which options are proposed.
        chosen: options or one number by factor; they go before what is proposed.
        values: figures of the example in place of the dated ones.
        owed: what the liable side owes, and ``received`` of it.
        beyond: of a break-through: ground, who approved, what a court should award (words as written).
        expected: after rounding; None where it must refuse, or stay open.
        low: at least, ``high`` at most, ``exact`` before rounding; None: not checked.
        organ: who must approve.
        refusal: words that the refusal must hold.
    """

    says: str
    day: date
    told: Mapping[str, Value]
    chosen: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Decimal]
    owed: Decimal | None
    received: Decimal | None
    beyond: Mapping[str, str]
    expected: Decimal | None
    low: Decimal | None
    high: Decimal | None
    exact: Decimal | None
    organ: str
    refusal: str
    line: int


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard; the last line of ``lines`` is the amount.

    ``values`` are by name and first day; those of the office (``figures``) stand in place of the file's own. ``typical`` is the
    usual case by which a benchmark is proposed; ``text`` is the file as it stands, kept for replay.
    """

    name: str
    office: str
    basis: str
    lines: tuple[tuple[str, Formula], ...]
    ceilings: Mapping[str, Formula]
    floor: Decimal | None
    unit: Decimal | None
    rounding: str
    factors: Mapping[str, Factor]
    scores: Mapping[str, Factor]
    levels: tuple[Level, ...]
    values: Mapping[str, Mapping[str, Decimal]]
    ladder: tuple[Rung, ...]
    breakthrough: tuple[str, ...]
    reasons: tuple[str, ...]
    typical: Mapping[str, tuple[str, ...]]
    since: date | None
    examples: tuple[StandardExample, ...]
    elements: Mapping[str, Element]
    path: Path
    text: str
    figures: Mapping[str, Figure]

    @property
    def file(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def digest(self) -> str:
        """A mark of the file's content."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def line_of(self, *keys: str) -> int:
        """The line of a key of the file, 0 where it cannot be told."""
        return line_in(self.path, *keys)

    def value_on(self, name: str, day: date) -> Decimal:
        """The dated value in force on a day; never that of another year.

        Raises:
            UserFileError: the day is before the first date, or nothing is filled in, with the line to fill.
        """
        values, figure = self.values.get(name, {}), self.figures.get(name)
        if figure is not None:
            return value_in(values, name, day, figure.path, "数额")
        if values:
            return value_in(values, name, day, self.path, "数额", name)
        message = f"没有 {day} 适用的“{name}”:请在本院文件夹的 law/{name}.yml 的“数额”下补一行,如 {day.year}-01-01: 数(yingjiu init 会建这个文件)"
        raise UserFileError([Problem(self.file, self.line_of("数额", name), message)])

    def source_of(self, name: str) -> str:
        """Where a dated value comes from, in words."""
        figure = self.figures.get(name)
        if figure:
            return figure.words
        return f"{self.file} 数额" + ("(示例值，本院未确认)" if self.is_shipped else "")

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the program, not from an office."""
        return self.path.is_relative_to(CATALOG)

    def with_figures(self, figures: Mapping[str, Figure]) -> Standard:
        """The same standard with an office's figures in place of the file's own; an empty one replaces only shipped values."""
        used = {n: f for n, f in figures.items() if f.values or self.is_shipped or not self.values.get(n)}
        return replace(self, figures=used, values={**self.values, **{n: f.values for n, f in used.items()}})


def read_standard(path: Path, elements: Mapping[str, Element]) -> Standard:
    """Read one standard.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _Reader(path, elements).read())


class _Reader:
    """Reads one file; names in formulas are checked against values, factors and earlier lines."""

    def __init__(self, path: Path, elements: Mapping[str, Element]) -> None:
        self.top = read_document(path)
        self.elements = elements
        self.path = path

    def read(self) -> Standard:
        top = self.top
        top.allow(_WORDS)
        modes = read_modes(top)
        factors = read_factors(top.section("系数"), modes, self.elements)
        scores = read_factors(top.section("评分"), modes, self.elements)
        levels, values = read_levels(top), self.values()
        if bool(scores) != bool(levels):
            top.refuse("“评分”和“档次”要一起写", "评分")
        known = [*values, *factors, *([LEVEL] if levels else [])]
        lines = self.lines(known)
        unit, rounding = self.rounding()
        every = {**factors, **scores}
        standard = Standard(
            name=top.text("名称", required=True),
            office=top.text("单位", required=True),
            basis=top.text("依据", required=True),
            lines=lines,
            ceilings=self.ceilings(known, [name for name, _ in lines]),
            floor=read_one(top, "不低于"),
            unit=unit,
            rounding=rounding,
            factors=factors,
            scores=scores,
            levels=levels,
            values=values,
            ladder=read_ladder(top),
            breakthrough=top.texts("突破"),
            reasons=top.texts("说明理由"),
            typical=self.chosen(top.section("常见情形"), every),
            since=self.day(top, "生效"),
            examples=tuple(self.example(part, every) for part in top.sections("样例")),
            elements=self.elements,
            path=self.path,
            text=file_text(self.path),
            figures={},
        )
        if not lines:
            top.refuse("“公式”至少写一行,最后一行是救助金额", "公式")
        if len(standard.examples) < 2:
            top.refuse("“样例”至少写两个", "样例")
        if top.problems:
            raise UserFileError(top.problems)
        return standard

    def lines(self, known: Sequence[str]) -> tuple[tuple[str, Formula], ...]:
        section = self.top.section("公式")
        found: list[tuple[str, Formula]] = []
        for name in section.names():
            formula = self.formula(section, name, [*known, *(n for n, _ in found)])
            if name in known:
                section.refuse(f"“{name}”已经是数额或系数的名称,请换一个", name)
            if formula:
                found.append((name, formula))
        return tuple(found)

    def ceilings(self, known: Sequence[str], lines: Sequence[str]) -> dict[str, Formula]:
        section = self.top.section("不超过")
        section.allow(lines)
        found = {}
        for name in section.names():
            earlier = lines[: lines.index(name)] if name in lines else lines
            formula = self.formula(section, name, [*known, WAGE, *earlier])
            if formula:
                found[name] = formula
        return found

    def formula(self, section: Section, name: str, known: Sequence[str]) -> Formula | None:
        try:
            formula = read_formula(section.text(name))
        except FormulaProblem as problem:
            section.refuse(f"“{name}”:{problem}", name)
            return None
        for word in formula.names:
            if word not in known:
                section.refuse(f"“{name}”里的“{word[:20]}”没有定义{nearest(word[:20], known)}", name)
        return formula

    def values(self) -> dict[str, dict[str, Decimal]]:
        section = self.top.section("数额")
        found: dict[str, dict[str, Decimal]] = {}
        for name in section.names():
            if section.data[name] == BY_OFFICE:
                found[name] = {}
            else:
                found[name] = read_dated(section.section(name))
        return found

    def rounding(self) -> tuple[Decimal | None, str]:
        section = self.top.section("取整")
        section.allow(("到", "方式"))
        mode = section.text("方式") or "四舍五入"
        if mode not in ROUNDING:
            section.refuse(f"“方式”只能写 {'、'.join(ROUNDING)}", "方式")
        unit = read_one(section, "到")
        if unit is not None and unit <= 0:
            section.refuse("“到”应大于零,如 100", "到")
            unit = None
        return unit, ROUNDING.get(mode, ROUND_HALF_UP)

    def chosen(self, section: Section, factors: Mapping[str, Factor]) -> dict[str, tuple[str, ...]]:
        """Options or one number by factor."""
        section.allow(factors)
        picked = {}
        for name in section.names():
            words = section.texts(name)
            factor = factors.get(name)
            for word in words if factor else ():
                if factor and factor.option(word) is None and read_number(word) is None:
                    section.refuse(f"“{name}”没有“{word}”这一档{nearest(word, [o.name for o in factor.options])}", name)
            picked[name] = words
        return picked

    def example(self, part: Section, factors: Mapping[str, Factor]) -> StandardExample:
        part.allow(_EXAMPLE_WORDS)
        given, values, beyond = part.section("有"), part.section("数额"), part.section("突破")
        given.allow(self.elements)
        beyond.allow(("理由", "批准", "应判", "依据", "未成年人"))
        day, expected, refusal = self.day(part, "日期"), read_one(part, "得"), part.text("拒绝")
        if day is None or (expected is None and not refusal and not part.has("至少")):
            part.refuse("样例要写“日期”,以及“得”(或“至少、至多”,或“拒绝”)")
        numbers = {name: read_one(values, name) for name in values.names()}
        return StandardExample(
            says=part.text("说"),
            day=day or date.min,
            told={n: read_value(given, self.elements[n]) for n in given.names() if n in self.elements},
            chosen=self.chosen(part.section("选"), factors),
            values={name: number for name, number in numbers.items() if number is not None},
            owed=read_one(part, "应得"),
            received=read_one(part, "已得"),
            beyond={key: beyond.text(key) for key in beyond.names()},
            expected=expected,
            low=read_one(part, "至少"),
            high=read_one(part, "至多"),
            exact=read_one(part, "取整前"),
            organ=part.text("由"),
            refusal=refusal,
            line=part.line,
        )

    def day(self, section: Section, key: str) -> date | None:
        text = section.text(key)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            section.refuse(f"“{key}”应写成 2023-07-01", key)
            return None


def load_standards(extra: tuple[Path, ...] = ()) -> list[Standard]:
    """All standards, shipped and of an office's folders, with the office's figures.

    The same name twice is an error unless the later file says 取代.

    Raises:
        UserFileError: with the problems of every file.
    """
    return with_lines(lambda: _load(extra))


def _load(extra: tuple[Path, ...]) -> list[Standard]:
    found, problems = load_named(FOLDER, "标准", read_standard, extra)
    figures = load_figures(extra)
    if problems:
        raise UserFileError(problems)
    return [standard.with_figures(figures) for standard in found.values()]


def choose_standard(standards: Sequence[Standard], name: str, on: date) -> Standard:
    """The standard of that name (or file, or part of either) that is in force on a day.

    Raises:
        UserFileError: none or several are meant, or it is not in force yet.
    """
    exact = [s for s in standards if name in {s.name, s.file, s.path.stem}]
    meant = exact or [s for s in standards if name in s.name]
    if len(meant) != 1:
        known = "、".join(s.name for s in meant or standards)
        raise UserFileError([Problem(name, 0, f"{'不止一个' if meant else '没有这个'}标准,可用的有:{known}")])
    if meant[0].since is not None and on < meant[0].since:
        message = f"“{meant[0].name}”自 {meant[0].since} 起生效,{on} 受理的案件不能用(试算请用 yingjiu simulate)"
        raise UserFileError([Problem(meant[0].file, meant[0].line_of("生效"), message)])
    return meant[0]
