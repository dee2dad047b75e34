"""Many victims of one case: everyone counts once, the worst off first, losses that are written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from relief_county import ON, ReliefCounty
from yingjiu.leads.group import Group, find_cases, find_groups
from yingjiu.leads.group_page import add_groups, group_article, victim_cells
from yingjiu.leads.sheets_table import Book
from yingjiu.run import County, reopen


@pytest.fixture(scope="module")
def county(relief: ReliefCounty) -> Iterator[County]:
    opened = reopen(relief.out, pool=None, on=ON)
    yield opened
    opened.con.close()


@pytest.fixture(scope="module")
def group(county: County) -> Group:
    return find_groups(county.con, county.kinds, county.grades.by_lead.values(), ON)[0]


def test_who_they_are_and_what_was_lost(group: Group) -> None:
    assert len(group.victims) == 4
    assert group.counts == {"老年人": 3, "低保户": 1}
    assert (group.lost, group.written) == (Decimal(155000), 4)
    assert group.unpaid == 3
    assert "东山检刑诉受〔2022〕25号" in group.numbers


def test_the_worst_off_comes_first_and_the_paid_last(group: Group) -> None:
    names = [v.person.name for v in group.victims]
    assert names[0] == "田桂英"  # old, on a list, nothing recovered
    assert names[-1] == "万秀莲"  # paid in full


def test_one_victim_is_no_group_but_is_shown_when_asked(county: County) -> None:
    assert len(find_groups(county.con, county.kinds, (), ON)) == 1
    cases = find_cases(county.con, "东山检刑诉受〔2022〕18号")
    assert len(cases) == 1
    assert [len(g.victims) for g in find_groups(county.con, county.kinds, (), ON, cases=cases)] == [1]
    assert find_cases(county.con, "东山检刑诉受〔2022〕99号") == []
    assert find_groups(county.con, county.kinds, (), ON, cases=[]) == []


def test_names_are_masked_unless_asked(group: Group) -> None:
    masked = group_article(group, office="", printed="")
    assert not any(v.person.name in masked for v in group.victims)
    assert "田桂英" in group_article(group, office="", printed="", reveal=True)
    assert victim_cells(group.victims[0], masked=True)[1] == "田某某"


def test_the_sheet_has_a_row_a_victim(group: Group) -> None:
    book = Book(title="试")
    assert add_groups(book, [group], frozenset({group.victims[0].person.key})) == 1
    assert book.close()
