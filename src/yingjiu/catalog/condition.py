"""Conditions on elements (要素条件): one small language for grading trees, articles of law and advice.

An element has a closed list of values from the gravest to the mildest, or is a number. A condition names an element and
either the values that meet it (``[死亡, 重伤一级]``, ``重伤二级以上``) or a bound (``20000以上``, ``不到0.2``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.problem import Problem, UserFileError

UNKNOWN: Final = "不明"
_BOUND: Final = re.compile(
    r"(?P<below>不到|不满|低于)?\s*(?P<number>\d[\d,,]*(?:\.\d+)?)\s*(?P<percent>[%％])?(?P<above>以上)?$"
)

Value = str | Decimal | None
"""The value of an element; None: not known."""

Told = Mapping[str, Value]
"""What is told of a person in a case, by element; an element that is absent is silent, None is asked and not known."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element (要素).

    Attributes:
        name: as conditions name it.
        values: from the gravest to the mildest; empty for a number.
        unit: of a number (元, 比例, 倍, 次), empty for values.
        more_is_graver: of a number.
        silent: the value where nothing tells of it; None: not known.
        question: what a person has to find out, in one line.
        how: how to find out.
        cost: 1 look into a register · 2 a call or a look into the file · 3 a visit · 4 a letter and its answer.
        ranked: the values go from grave to mild; not so where they only name sorts (分轻重: 否).
    """

    name: str
    values: tuple[str, ...]
    unit: str
    more_is_graver: bool
    silent: Value
    question: str
    how: str
    cost: int
    ranked: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """What an element must be: one of ``values``, or a number on one side of ``bound`` (``at_least``: the bound or more).

    ``said`` is the condition as the file writes it.
    """

    element: str
    said: str
    values: frozenset[str] = frozenset()
    bound: Decimal | None = None
    at_least: bool = True

    def holds(self, value: Value) -> bool | None:
        """Whether a value meets it; None where the value is not known."""
        if value is None:
            return None
        if self.bound is None:
            return value in self.values
        return (value >= self.bound) is self.at_least if isinstance(value, Decimal) else False

    @property
    def words(self) -> str:
        """The condition as it is shown (the threshold)."""
        return f"{self.element}:{self.said}"


@dataclass(frozen=True, slots=True)
class Test:
    """What must hold: all of ``all``, none of ``none``, and one group of ``any`` where there are groups."""

    all: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()
    any: tuple[tuple[Condition, ...], ...] = ()

    def conditions(self) -> Iterator[Condition]:
        """Every condition in it."""
        yield from self.all
        yield from self.none
        for group in self.any:
            yield from group


def read_test(part: Section, elements: Mapping[str, Element]) -> Test:
    """The test of a mapping that writes 当, 除外, 任一."""
    return Test(
        all=read_conditions(part.section("当"), elements),
        none=read_conditions(part.section("除外"), elements),
        any=tuple(read_conditions(group, elements) for group in part.sections("任一")),
    )


def judge(test: Test, told: Told, elements: Mapping[str, Element]) -> bool | None:
    """Whether a test holds; None where that hangs on something not known."""
    open_ = False
    for condition in test.all:
        held = condition.holds(value_of(condition.element, told, elements))
        if held is False:
            return False
        open_ = open_ or held is None
    for condition in test.none:
        held = condition.holds(value_of(condition.element, told, elements))
        if held:
            return False
        open_ = open_ or held is None
    if test.any:
        best = best_of(test.any, told, elements)
        if best is False:
            return False
        open_ = open_ or best is None
    return None if open_ else True


def value_of(name: str, told: Told, elements: Mapping[str, Element]) -> Value:
    """The value of an element: as told, else what silence means."""
    return told[name] if name in told else elements[name].silent


def best_of(groups: Sequence[Sequence[Condition]], told: Told, elements: Mapping[str, Element]) -> bool | None:
    """The best answer of several groups: one that holds, else None where one may."""
    best: bool | None = False
    for group in groups:
        held = judge(Test(all=tuple(group)), told, elements)
        if held:
            return True
        if held is None:
            best = None
    return best


def read_elements(section: Section) -> dict[str, Element]:
    """The elements of a file, problems noted by line."""
    elements: dict[str, Element] = {}
    for name in section.names():
        one = section.section(name)
        one.allow(("由重到轻", "数", "越大越重", "没写到", "问", "办法", "费时", "分轻重"))
        values, unit, silent = one.texts("由重到轻"), one.text("数"), one.text("没写到", required=True)
        if bool(values) == bool(unit):
            section.refuse(f"“{name}”要写“由重到轻”或“数”中的一个", name)
        if values and silent != UNKNOWN and silent not in values:
            section.refuse(f"“{name}”的“没写到”应是 不明 或取值之一", name)
        cost = one.text("费时") or "2"
        if cost not in {"1", "2", "3", "4"}:
            section.refuse(f"“{name}”的“费时”只能写 1 到 4", name)
            cost = "2"
        kept: Value = None if silent == UNKNOWN else silent if values else _number(silent)
        elements[name] = Element(
            name, values, unit, one.yes("越大越重", default=True), kept,
            one.text("问", required=True), one.text("办法", required=True), int(cost), one.yes("分轻重", default=True),
        )  # fmt: skip
    return elements


def read_conditions(section: Section, elements: Mapping[str, Element]) -> tuple[Condition, ...]:
    """The conditions of one mapping, all of which must hold; what is not understood is noted at its line."""
    found = []
    for name in section.names():
        element = elements.get(name)
        if element is None:
            section.refuse(f"没有要素“{name}”{nearest(name, elements)}", name)
            continue
        condition = _number_condition(section, element) if element.unit else _value_condition(section, element)
        if condition:
            found.append(condition)
    return tuple(found)


def read_value(section: Section, element: Element) -> Value:
    """One value of an element as an example or a form gives it; 不明 is None."""
    text = section.text(element.name)
    if text == UNKNOWN:
        return None
    if element.unit:
        number = _number(text.rstrip("%％"))
        if number is None:
            section.refuse(f"“{element.name}”应写一个数", element.name)
            return None
        return number / 100 if text.endswith(("%", "％")) else number
    if text not in element.values:
        section.refuse(f"“{element.name}”没有取值“{text}”{nearest(text, element.values)}", element.name)
    return text


def is_toward_grave(condition: Condition, element: Element, *, excluded: bool = False) -> bool:
    """Whether a graver value never breaks the condition (of an exclusion: never meets it)."""
    if condition.bound is not None:
        return (condition.at_least is element.more_is_graver) is not excluded
    inside = [v in condition.values for v in element.values]
    return inside == sorted(inside, reverse=not excluded)


def _value_condition(section: Section, element: Element) -> Condition | None:
    words = section.texts(element.name)
    values: set[str] = set()
    for word in words:
        stem = word.removesuffix("以上")
        if stem != word and stem in element.values:
            values |= set(element.values[: element.values.index(stem) + 1])
        elif word in element.values:
            values.add(word)
        else:
            section.refuse(f"“{element.name}”没有取值“{word}”{nearest(word, element.values)}", element.name)
    return Condition(element.name, "、".join(words), frozenset(values)) if values else None


def _number_condition(section: Section, element: Element) -> Condition | None:
    text = section.text(element.name)
    found = _BOUND.match(text)
    if not found or bool(found["below"]) == bool(found["above"]):
        section.refuse(f"“{element.name}”应写成 20000以上 或 不到0.2", element.name)
        return None
    bound = _number(found["number"])
    if bound is not None and found["percent"]:
        bound = bound / 100
    return Condition(element.name, text, bound=bound, at_least=not found["below"])


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None


def load_elements(path: Path) -> dict[str, Element]:
    """The elements of ``要素.yml`` in a catalogue folder.

    Raises:
        UserFileError: the file is wrong, all problems at once.
    """
    top = read_document(path)
    top.allow(("名称", "要素"))
    elements = read_elements(top.section("要素"))
    if not elements:
        top.problems.append(Problem(top.file, 1, "没有写任何“要素”"))
    if top.problems:
        raise UserFileError(top.problems)
    return elements
