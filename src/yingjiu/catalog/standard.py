"""Amount standards (量化标准): one dated Chinese file a county: its formula, factors as bands, rounding, steps of approval.

A factor is a list of options; each gives a band (at least, suggested, at most) and may say by conditions on elements when it
is proposed. Values are dated; asked for a day before the first date a standard refuses (architecture.md §7).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

from yingjiu.catalog.band import Band, read_band, read_number
from yingjiu.catalog.condition import Element, Test, load_elements, read_test
from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.formula import Formula, FormulaProblem, read_formula
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import Problem, UserFileError

WAGE: Final = "上年度月平均工资"
LEVEL: Final = "档次金额"
HIGHEST: Final = "取最高一档"
ADDED: Final = "相加"
ROUNDING: Final = {"四舍五入": ROUND_HALF_UP, "舍去": ROUND_DOWN, "进一": ROUND_CEILING}
_WORDS: Final = (
    "名称", "单位", "依据", "公式", "不超过", "不低于", "取整", "叠加", "数额", "系数", "评分", "档次", "审批", "突破", "说明理由",
    "生效", "样例", "取代",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a factor: its band, and when it is proposed (None: only a person chooses it)."""

    name: str
    band: Band
    test: Test | None


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor with its options in the order in which they are asked; ``otherwise``: the value where none applies."""

    name: str
    options: tuple[Option, ...]
    adds: bool
    otherwise: Decimal | None
    line: int

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((o for o in self.options if o.name == name), None)


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scored shape (磐安): from this total on, this band of yuan."""

    name: str
    total: Decimal
    band: Band


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the approval ladder: up to this sum (None: any), this organ decides."""

    limit: Decimal | None
    organ: str


@dataclass(frozen=True, slots=True)
class StandardExample:
    """A worked example: day, chosen options or numbers by factor, the suggested sum before and after rounding."""

    says: str
    day: date
    chosen: Mapping[str, tuple[str, ...]]
    expected: Decimal
    exact: Decimal | None
    line: int


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard; the last line of ``lines`` is the amount."""

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
    since: date | None
    examples: tuple[StandardExample, ...]
    elements: Mapping[str, Element]
    file: str

    def value_on(self, name: str, day: date) -> Decimal:
        """The dated value in force on a day; never that of another year.

        Raises:
            UserFileError: the day is before the first date, with the line to fill.
        """
        known = self.values.get(name, {})
        earlier = [d for d in sorted(known) if d <= day.isoformat()]
        if not earlier:
            raise UserFileError(
                [
                    Problem(
                        self.file, 0, f"没有 {day} 适用的“{name}”,请在“数额”的“{name}”下补一行,如 {day.year}-01-01: 数"
                    )
                ]
            )
        return known[earlier[-1]]


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
        self.file = path.name

    def read(self) -> Standard:
        top = self.top
        top.allow(_WORDS)
        stacks = top.text("叠加") or HIGHEST
        if stacks not in {HIGHEST, ADDED}:
            top.refuse(f"“叠加”只能写 {HIGHEST} 或 {ADDED}", "叠加")
        factors = self._factors("系数", adds=stacks == ADDED)
        scores = self._factors("评分", adds=False)
        levels = self._levels()
        values = self._values()
        known = [*values, *factors, *([LEVEL] if levels else [])]
        lines = self._lines(known)
        unit, rounding = self._rounding()
        standard = Standard(
            name=top.text("名称", required=True),
            office=top.text("单位", required=True),
            basis=top.text("依据", required=True),
            lines=lines,
            ceilings=self._formulas("不超过", [*known, *(n for n, _ in lines)]),
            floor=self._number(top, "不低于"),
            unit=unit,
            rounding=rounding,
            factors=factors,
            scores=scores,
            levels=levels,
            values=values,
            ladder=self._ladder(),
            breakthrough=top.texts("突破"),
            reasons=top.texts("说明理由"),
            since=self._day(top, "生效"),
            examples=tuple(self._example(part, {**factors, **scores}) for part in top.sections("样例")),
            elements=self.elements,
            file=self.file,
        )
        if not lines:
            top.refuse("“公式”至少写一行,最后一行是救助金额", "公式")
        if len(standard.examples) < 2:
            top.refuse("“样例”至少写两个", "样例")
        if top.problems:
            raise UserFileError(top.problems)
        return standard

    def _lines(self, known: list[str]) -> tuple[tuple[str, Formula], ...]:
        section = self.top.section("公式")
        found: list[tuple[str, Formula]] = []
        for name in section.names():
            formula = self._formula(section, name, [*known, *(n for n, _ in found)])
            if formula:
                found.append((name, formula))
        return tuple(found)

    def _formulas(self, key: str, known: list[str]) -> dict[str, Formula]:
        section = self.top.section(key)
        found = {name: self._formula(section, name, known) for name in section.names()}
        return {name: formula for name, formula in found.items() if formula}

    def _formula(self, section: Section, name: str, known: list[str]) -> Formula | None:
        try:
            formula = read_formula(section.text(name))
        except FormulaProblem as problem:
            section.refuse(f"“{name}”:{problem}", name)
            return None
        for word in formula.names:
            if word not in known:
                section.refuse(f"“{name}”里的“{word}”没有定义{nearest(word, known)}", name)
        return formula

    def _factors(self, key: str, *, adds: bool) -> dict[str, Factor]:
        section = self.top.section(key)
        return {name: self._factor(section.section(name), name, adds=adds) for name in section.names()}

    def _factor(self, section: Section, name: str, *, adds: bool) -> Factor:
        options: list[Option] = []
        otherwise: Decimal | None = None
        for word in section.names():
            if word == "都不是":
                otherwise = self._number(section, word)
                continue
            options += self._options(section, word, word)
        if not options:
            section.refuse(f"“{name}”下面没有写任何一档")
        return Factor(name, tuple(options), adds, otherwise, section.line)

    def _options(self, section: Section, key: str, name: str) -> list[Option]:
        value = section.data.get(key)
        if not isinstance(value, dict):
            band = self._band(section, key)
            return [Option(name, band, None)] if band else []
        inner = section.section(key)
        if inner.has("值"):
            inner.allow(("值", "当", "除外", "任一"))
            band = self._band(inner, "值")
            asked = any(inner.has(word) for word in ("当", "除外", "任一"))
            return [Option(name, band, read_test(inner, self.elements) if asked else None)] if band else []
        return [o for word in inner.names() for o in self._options(inner, word, f"{name}·{word}")]

    def _band(self, section: Section, key: str) -> Band | None:
        band = read_band(section.text(key))
        if band is None:
            section.refuse(f"“{key}”应写成 5 至 10，建议 8 或一个数,从小到大,建议在两者之间", key)
        return band

    def _levels(self) -> tuple[Level, ...]:
        levels = []
        for part in self.top.sections("档次"):
            part.allow(("称", "总分", "金额"))
            total, band = self._number(part, "总分"), self._band(part, "金额")
            if total is not None and band is not None:
                levels.append(Level(part.text("称", required=True), total, band))
        return tuple(sorted(levels, key=lambda level: -level.total))

    def _values(self) -> dict[str, dict[str, Decimal]]:
        section = self.top.section("数额")
        found: dict[str, dict[str, Decimal]] = {}
        for name in section.names():
            dated = section.section(name)
            found[name] = {}
            for day in dated.names():
                number = self._number(dated, day)
                if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
                    dated.refuse(f"“{day}”应写成 2023-01-01: 500", day)
                elif number is not None:
                    found[name][day] = number
        return found

    def _rounding(self) -> tuple[Decimal | None, str]:
        section = self.top.section("取整")
        section.allow(("到", "方式"))
        mode = section.text("方式") or "四舍五入"
        if mode not in ROUNDING:
            section.refuse(f"“方式”只能写 {'、'.join(ROUNDING)}", "方式")
        return self._number(section, "到"), ROUNDING.get(mode, ROUND_HALF_UP)

    def _ladder(self) -> tuple[Rung, ...]:
        rungs = []
        for part in self.top.sections("审批"):
            part.allow(("不超过", "由"))
            rungs.append(Rung(self._number(part, "不超过"), part.text("由", required=True)))
        limits = [r.limit for r in rungs if r.limit is not None]
        if rungs and (limits != sorted(limits) or rungs[-1].limit is not None):
            self.top.refuse("“审批”要从小到大写,最后一级不写“不超过”", "审批")
        return tuple(rungs)

    def _example(self, part: Section, factors: Mapping[str, Factor]) -> StandardExample:
        part.allow(("说", "日期", "选", "得", "取整前"))
        chosen = part.section("选")
        chosen.allow(factors)
        picked: dict[str, tuple[str, ...]] = {}
        for name in chosen.names():
            words = chosen.texts(name)
            for word in words if name in factors else ():
                if factors[name].option(word) is None and read_band(word) is None:
                    chosen.refuse(
                        f"“{name}”没有“{word}”这一档{nearest(word, [o.name for o in factors[name].options])}", name
                    )
            picked[name] = words
        day = self._day(part, "日期")
        expected = self._number(part, "得")
        if day is None or expected is None:
            part.refuse("样例要写“日期”和“得”")
        return StandardExample(
            part.text("说"), day or date.min, picked, expected or Decimal(0), self._number(part, "取整前"), part.line
        )

    def _number(self, section: Section, key: str) -> Decimal | None:
        text = section.text(key)
        if not text:
            return None
        number = read_number(text)
        if number is None:
            section.refuse(f"“{key}”应写一个数,不是“{text[:20]}”", key)
        return number

    def _day(self, section: Section, key: str) -> date | None:
        text = section.text(key)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            section.refuse(f"“{key}”应写成 2023-07-01", key)
            return None


def load_standards(extra: tuple[Path, ...] = ()) -> list[Standard]:
    """All standards, shipped and of an office's folders; the same name twice is an error unless a file says 取代.

    Raises:
        UserFileError: with the problems of every file.
    """
    return with_lines(lambda: _load(extra))


def _load(extra: tuple[Path, ...]) -> list[Standard]:
    problems: list[Problem] = []
    found: dict[str, Standard] = {}
    elements = load_elements(CATALOG / "gradings" / "要素.yml")
    for folder in (CATALOG, *extra):
        for path in sorted((folder / "standards").rglob("*.yml")):
            try:
                standard = read_standard(path, elements)
                replaces = read_document(path).texts("取代")
            except UserFileError as error:
                problems += error.problems
                continue
            if standard.name in found and standard.name not in replaces:
                problems.append(
                    Problem(path.name, 0, f"标准“{standard.name}”已经有了;要替换请写 取代: {standard.name}")
                )
            for name in replaces:
                found.pop(name, None)
            found[standard.name] = standard
    if problems:
        raise UserFileError(problems)
    return list(found.values())
