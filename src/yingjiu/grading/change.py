"""What would change a colour (改变结论的事实): the facts each of which alone flips it, the cheapest to check first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from yingjiu.catalog.condition import Element, Told, Value, value_of
from yingjiu.catalog.grading import Tree
from yingjiu.grading.grade import grade


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
    """The one fact to check next: the cheapest unknown that alone flips the colour.

    What is not known counts as possible, so only its mildest value can change anything.
    """
    now = grade(tree, told).colour
    unknown = [tree.elements[n] for n in tree.asked if value_of(n, told, tree.elements) is None]
    unknown.sort(key=lambda e: e.cost)
    return next((e for e in unknown if _flips(tree, told, (e.name,), now)), None)


def smallest_set(tree: Tree, told: Told, *, unknown: bool = False) -> tuple[Element, ...]:
    """The smallest set of facts that together flip the colour, unknown and cheap ones first; empty where nothing does.

    Args:
        tree: the table.
        told: what is told.
        unknown: only facts that are not known now.
    """
    now = grade(tree, told).colour
    values = {n: value_of(n, told, tree.elements) for n in tree.asked}
    names = [n for n in tree.asked if not unknown or values[n] is None]
    names.sort(key=lambda n: (values[n] is not None, tree.elements[n].cost))
    if not _flips(tree, told, tuple(names), now):
        return ()
    sizes = range(1, len(names) + 1)
    return next(
        tuple(tree.elements[n] for n in chosen)
        for size in sizes
        for chosen in combinations(names, size)
        if _flips(tree, told, chosen, now)
    )


def _flips(tree: Tree, told: Told, names: tuple[str, ...], now: str) -> bool:
    """Whether these facts together may give another colour: a table is monotone, so the gravest or the mildest of each tells."""
    sorts = [n for n in names if not tree.elements[n].ranked]
    ranked = {n: _values(tree, n) for n in names if n not in sorts}
    for chosen in product(*(_values(tree, n) for n in sorts)):
        for end in (0, -1):
            given = {**told, **dict(zip(sorts, chosen, strict=True)), **{n: v[end] for n, v in ranked.items()}}
            if grade(tree, given).colour != now:
                return True
    return False


def _values(tree: Tree, name: str) -> tuple[Value, ...]:
    """Values of an element that the table tells apart, from the gravest to the mildest."""
    element = tree.elements[name]
    if element.values:
        return element.values
    rows = (*tree.rows, *tree.caps)
    bounds = {c.bound for row in rows for c in row.test.conditions() if c.element == name and c.bound is not None}
    around = {b + step for b in bounds for step in (Decimal(0), Decimal("-0.01"))}
    around |= {max(bounds) + 1, Decimal(0)}
    return tuple(sorted(around, reverse=element.more_is_graver))
