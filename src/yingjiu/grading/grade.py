"""The colour of a lead (三色): a table read from the top; what is not known counts as possible and is listed to verify."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.catalog.condition import Element, Test, Told, best_of, judge, value_of
from yingjiu.catalog.grading import COLOURS, Row, Tree

_URGENCY: Final = {colour: n for n, colour in enumerate(reversed(COLOURS))}


@dataclass(frozen=True, slots=True)
class Grade:
    """The colour a table gives.

    Attributes:
        colour: 红 橙 黄, unknown facts counted as possible.
        sure: the colour when every unknown fact turns out mild.
        row: the row that decided.
        verify: unknown elements on which that row rests.
        hints: prompts of the table that hold or may hold.
    """

    tree: Tree
    colour: str
    sure: str
    row: Row
    verify: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def urgency(self) -> int:
        """2 for 红, 1 for 橙, 0 for 黄."""
        return _URGENCY[self.colour]


def choose_tree(trees: Sequence[Tree], charges: Iterable[str], told: Told) -> Tree:
    """The table for a lead: the first one for its charge whose own condition surely holds, else the common scale."""
    named = set(charges)
    for tree in trees:
        if not tree.charges:
            return tree
        if named & tree.charges and judge(tree.applies, told, tree.elements) is True:
            return tree
    return trees[-1]


def grade(tree: Tree, told: Told) -> Grade:
    """The colour of what is told; never raises: the last row of a table always holds."""
    cap = next((c for c in tree.caps if judge(c.test, told, tree.elements)), None)
    least = 0 if cap is None else COLOURS.index(cap.colour)
    first, sure, held_down = None, None, False
    for row in tree.rows:
        if held_down and COLOURS.index(row.colour) < least:
            continue
        held = judge(row.test, told, tree.elements)
        if held is False:
            continue
        if COLOURS.index(row.colour) < least:
            held_down = True
            continue
        first = first or row
        if held:
            sure = row
            break
    first = cap if cap is not None and held_down else first or tree.rows[-1]
    return Grade(
        tree=tree,
        colour=first.colour,
        sure=(sure or tree.rows[-1]).colour,
        row=first,
        verify=() if first is cap else _unknown(first.test, told, tree.elements),
        hints=tuple(h.says for h in tree.hints if judge(h.test, told, tree.elements)),
    )


def _unknown(test: Test, told: Told, elements: Mapping[str, Element]) -> tuple[str, ...]:
    """Unknown elements on which a test rests; those of alternatives only where none of them surely holds."""
    asked = [*test.all, *test.none]
    if test.any and best_of(test.any, told, elements) is not True:
        asked += [c for group in test.any if judge(Test(all=group), told, elements) is None for c in group]
    return tuple(dict.fromkeys(c.element for c in asked if value_of(c.element, told, elements) is None))
