"""Which of equal colours first (同色先后): points an element's value gives, added up by groups, from 轻重.yml.

A graver value never gives fewer points; what is not known counts in part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.band import read_number
from yingjiu.catalog.condition import Element, Told, load_elements, value_of
from yingjiu.catalog.document import Section, read_document
from yingjiu.catalog.grading import ELEMENTS, URGENCY
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import UserFileError

HIGHEST: Final = "最高"
ADDED: Final = "相加"


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one element: by value, or by bounds from the highest down; ``unknown`` where it is not known."""

    element: Element
    values: Mapping[str, int]
    bounds: tuple[tuple[Decimal, int], ...]
    unknown: float

    def of(self, told: Told, elements: Mapping[str, Element]) -> float:
        """The points for what is told."""
        value = value_of(self.element.name, told, elements)
        if value is None:
            return self.unknown
        if isinstance(value, str):
            return self.values.get(value, 0)
        return next((points for bound, points in self.bounds if value >= bound), 0)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of elements: the highest counts, or all are added; never more than ``most``."""

    name: str
    most: int
    added: bool
    points: tuple[Points, ...]

    def of(self, told: Told, elements: Mapping[str, Element]) -> float:
        """The points of the group."""
        given = [p.of(told, elements) for p in self.points]
        return min(sum(given) if self.added else max(given), self.most)


@dataclass(frozen=True, slots=True)
class Urgency:
    """The file 轻重.yml; ``clocks`` are days until the next step of a case by its last node."""

    groups: tuple[Group, ...]
    clocks: Mapping[str, int]

    def score(self, told: Told, elements: Mapping[str, Element]) -> int:
        """Points of a lead, 0 to 100."""
        return round(sum(group.of(told, elements) for group in self.groups))

    def words(self, told: Told, elements: Mapping[str, Element]) -> str:
        """The points by groups, in words."""
        return "，".join(f"{g.name} {g.of(told, elements):g}/{g.most}" for g in self.groups)


def read_urgency(path: Path, elements: Mapping[str, Element]) -> Urgency:
    """Read the file.

    Raises:
        UserFileError: with every problem.
    """
    return with_lines(lambda: _read(path, elements))


def _read(path: Path, elements: Mapping[str, Element]) -> Urgency:
    top = read_document(path)
    top.allow(("名称", "依据", "不明折算", "期限", "组"))
    part = read_number(top.text("不明折算", required=True))
    if part is None or not 0 <= part <= 1:
        top.refuse("“不明折算”应写 0 到 1 之间的数", "不明折算")
        part = Decimal(0)
    clocks = top.section("期限")
    found = Urgency(
        tuple(_group(one, elements, float(part)) for one in top.sections("组")),
        {name: _whole(clocks, name) for name in clocks.names()},
    )
    if top.problems:
        raise UserFileError(top.problems)
    return found


def _group(part: Section, elements: Mapping[str, Element], unknown: float) -> Group:
    part.allow(("名称", "最多", "取", "看"))
    how = part.text("取", required=True)
    if how not in {HIGHEST, ADDED}:
        part.refuse(f"“取”只能写 {HIGHEST} 或 {ADDED}", "取")
    looked = part.section("看")
    looked.allow(elements)
    points = tuple(_points(looked, elements[name], unknown) for name in looked.names() if name in elements)
    if not points:
        part.refuse("“看”下面要写要素和分值", "看")
    return Group(part.text("名称", required=True), _whole(part, "最多"), how == ADDED, points)


def _points(section: Section, element: Element, unknown: float) -> Points:
    given = section.section(element.name)
    if element.unit:
        bounds = []
        for name in given.names():
            bound = read_number(name.removesuffix("以上"))
            if bound is None or not name.endswith("以上") or not element.more_is_graver:
                given.refuse(f"“{element.name}”应写成 20000以上: 16", name)
                continue
            bounds.append((bound, _whole(given, name)))
        bounds.sort(reverse=True)
        if [p for _, p in bounds] != sorted((p for _, p in bounds), reverse=True):
            section.refuse(f"“{element.name}”越重的分要越高", element.name)
        return Points(element, {}, tuple(bounds), unknown * max((p for _, p in bounds), default=0))
    given.allow(element.values)
    values = {name: _whole(given, name) for name in element.values if given.has(name)}
    ranked = [values.get(v, 0) for v in element.values]
    if ranked != sorted(ranked, reverse=True):
        section.refuse(f"“{element.name}”越重的分要越高,没有写的算 0 分", element.name)
    return Points(element, values, (), unknown * max(values.values(), default=0))


def _whole(part: Section, key: str) -> int:
    text = part.text(key, required=True)
    if not text.isdigit():
        part.refuse(f"“{key}”应写一个整数", key)
        return 0
    return int(text)


@cache
def shipped_urgency() -> Urgency:
    """The file that ships with the package."""
    elements = load_elements(CATALOG / "gradings" / ELEMENTS)
    return read_urgency(CATALOG / "gradings" / URGENCY, elements)
