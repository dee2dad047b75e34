"""What would change a colour (改变结论的事实): the facts each of which alone flips it, the cheapest to check first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Final

from yingjiu.catalog.condition import Element, Told, Value, value_of
from yingjiu.catalog.grading import Tree
from yingjiu.grading.grade import grade

MOST: Final = 3
"""Sets of more facts than this are not sought."""


@dataclass(frozen=True, slots=True)
class Change:
    """One element: what is known of it now, and which other values would give which other colour."""

    element: Element
    now: Value
    outcomes: Mapping[Value, str]

    @property
    def open(self) -> bool:
        """Whether the fact is not known now."""
        return self.now is None


def single_changes(tree: Tree, told: Told) -> list[Change]:
    """Every element that alone flips the colour, and no other; unknown ones first, then by cost of checking."""
    now = grade(tree, told).colour
    found = []
    for name in tree.asked:
        outcomes = {}
        for value in _values(tree, name):
            colour = grade(tree, {**told, name: value}).colour
            if colour != now:
                outcomes[value] = colour
        if outcomes:
            found.append(Change(tree.elements[name], value_of(name, told, tree.elements), outcomes))
    return sorted(found, key=lambda c: (not c.open, c.element.cost))


def next_question(tree: Tree, told: Told) -> Element | None:
    """The one fact to check next: the cheapest unknown that alone flips the colour."""
    return next((c.element for c in single_changes(tree, told) if c.open), None)


def smallest_set(tree: Tree, told: Told) -> tuple[Element, ...]:
    """Where no single fact flips the colour: the smallest set of facts that together do; empty where none does."""
    now = grade(tree, told).colour
    names = sorted(tree.asked, key=lambda n: (value_of(n, told, tree.elements) is not None, tree.elements[n].cost))
    for size in range(2, MOST + 1):
        for chosen in combinations(names, size):
            if any(grade(tree, {**told, **one}).colour != now for one in _assignments(tree, chosen)):
                return tuple(tree.elements[n] for n in chosen)
    return ()


def _assignments(tree: Tree, names: tuple[str, ...]) -> Iterator[dict[str, Value]]:
    for values in product(*(_extremes(tree, n) for n in names)):
        yield dict(zip(names, values, strict=True))


def _extremes(tree: Tree, name: str) -> tuple[Value, ...]:
    """The gravest and the mildest value: a table is monotone, so no value between them does what they do not."""
    values = _values(tree, name)
    return values[0], values[-1]


def _values(tree: Tree, name: str) -> tuple[Value, ...]:
    """Values of an element that the table tells apart, from the gravest to the mildest."""
    element = tree.elements[name]
    if element.values:
        return element.values
    bounds = {c.bound for row in tree.rows for c in row.test.conditions() if c.element == name and c.bound is not None}
    around = {b + step for b in bounds for step in (Decimal(0), Decimal("-0.01"))}
    around |= {max(bounds) + 1, Decimal(0)}
    return tuple(sorted(around, reverse=element.more_is_graver))
