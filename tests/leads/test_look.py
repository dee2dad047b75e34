"""Everything the pool knows of one person, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tiny_county import GONE, ON, POOR, TWIN_ONE, Tiny
from yingjiu.leads.look import draw_portrait, find_people, portrait_sections
from yingjiu.run import County, reopen


@pytest.fixture(scope="module")
def county(tiny: Tiny) -> Iterator[County]:
    opened = reopen(tiny.out, pool=None, on=ON)
    yield opened
    opened.con.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (POOR, 1),
        ("赵大山", 1),
        (" 赵 大 山 ", 1),  # as typed in a cell
        ("吴同名", 2),  # two people, never one
        (TWIN_ONE.lower(), 1),
        ("郑坏号", 0),  # the only row with that name was sent back
        ("无此人", 0),
    ],
)
def test_who_is_meant(county: County, asked: str, found: int) -> None:
    assert len(find_people(county.con, asked, county.leads).people) == found


def test_the_page_of_one_who_left(county: County) -> None:
    person = find_people(county.con, GONE, county.leads).people[0]
    portrait = draw_portrait(county.con, person, county.leads, ON)
    sections = {s.title: s for s in portrait_sections(portrait, county.kinds)}
    assert "已离册" in sections["名册"].rows[0][0]
    assert sections["名册"].rows[0][1] == "历史"
    assert sections["线索"].rows == ()
    assert {row[1] for row in sections["以前的救助"].rows} == {"不明:没有交来名单,不能当作没有救助过"}


def test_namesakes_stand_apart(county: County) -> None:
    person = find_people(county.con, TWIN_ONE, county.leads).people[0]
    portrait = draw_portrait(county.con, person, county.leads, ON)
    assert len(portrait.namesakes.people) == 1
    assert {m.person for m in portrait.mentions} == {person.key}
