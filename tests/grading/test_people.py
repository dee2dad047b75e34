"""The sixty people beside the tables: what the prosecutor said and what the tables say."""

from __future__ import annotations

from collections import Counter

from people_of import read_people, table_of

from yingjiu.catalog.grading import COLOURS, shipped_trees
from yingjiu.grading.grade import grade

TREES = shipped_trees()
PEOPLE = read_people(dict(TREES[0].elements))
LEAST = 57


def test_at_least_fifty_seven_agree() -> None:
    differ = []
    for one in PEOPLE:
        tree = table_of(TREES, one.table)
        given = grade(tree, {**tree.presumed(one.charges, one.told), **one.told})
        if given.colour != one.colour:
            differ.append(f"{one.number} {one.table}:应{one.colour},实{given.colour}({given.row.reason}) —— {one.why}")
    assert len(PEOPLE) - len(differ) >= LEAST, "\n".join(differ)


def test_the_sixty_are_spread_and_a_third_is_hard() -> None:
    assert len(PEOPLE) == 60
    assert min(Counter(p.table for p in PEOPLE).values()) >= 5
    assert sum(p.hard for p in PEOPLE) >= 20
    for table in {p.table for p in PEOPLE}:
        assert {p.colour for p in PEOPLE if p.table == table} == set(COLOURS), table
