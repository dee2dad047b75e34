"""The portrait and the page of a lead: what stands on them, what is masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from relief_county import GRANTED, OLD_POOR, ON, SON, ReliefCounty
from yingjiu.catalog.rulebook import rulebook_on
from yingjiu.leads.graded import Graded
from yingjiu.leads.lead_page import lead_article
from yingjiu.leads.look import draw_portrait, find_people
from yingjiu.leads.portrait import Profile, draw_profile
from yingjiu.leads.portrait_page import hider, portrait_article, short
from yingjiu.leads.reasons import give_reasons, rulebook_day
from yingjiu.run import County, reopen


@pytest.fixture(scope="module")
def county(relief: ReliefCounty) -> Iterator[County]:
    opened = reopen(relief.out, pool=None, on=ON)
    yield opened
    opened.con.close()


def draw(county: County, number: str) -> tuple[Profile, Graded | None]:
    person = find_people(county.con, number, county.leads).people[0]
    portrait = draw_portrait(county.con, person, county.leads, ON, county.grades)
    graded = min(portrait.graded, key=Graded.place, default=None)
    return draw_profile(county.con, portrait, county.kinds, graded, county.delivered.papers), graded


def test_who_and_whose_family(county: County) -> None:
    sheet, _ = draw(county, GRANTED)
    assert sheet.tags == ("妇女", "低保户 农村低保")
    assert [(k.shown, k.relation, k.age) for k in sheet.kin] == [("孙某", "子", "11")]  # a minor is never named
    assert sheet.event is not None
    assert (sheet.event.day, sheet.event.exact) == ("2022-09-01", False)  # no kept sentence gives the day
    assert "孙小宝" in sheet.names  # so that no text of the sheet tells it
    assert "重伤二级" in sheet.sentence
    assert "案发前已是低保户" in sheet.sentence


def test_listed_after_the_event_is_told_first(county: County) -> None:
    sheet, graded = draw(county, OLD_POOR)
    assert graded is not None
    assert "老年人" in sheet.tags
    assert "案发后 2022-11 列入低保户" in sheet.sentence
    assert ("损失", "60000 元") in [(name, value) for name, value, _ in sheet.harm]


def test_money_and_silent_organs(county: County) -> None:
    sheet, _ = draw(county, GRANTED)
    assert any(p.how == "未付" for p in sheet.payments)
    known = {p.how: p for p in sheet.reliefs}
    assert known["已发放"].amount == "20,000"
    waiting = next(p for p in sheet.reliefs if p.open)
    assert "法院" in waiting.who
    assert "不能当作没有救助过" in waiting.how


@pytest.mark.parametrize("number", [GRANTED, OLD_POOR])
def test_the_sheet_is_masked_unless_asked(county: County, number: str) -> None:
    sheet, _ = draw(county, number)
    masked = portrait_article(sheet, office="东山县人民检察院", printed="某人")
    assert sheet.person.name not in masked
    assert number not in masked
    assert not any(name in masked for name in sheet.names)
    assert 'role="img"' in masked
    assert "style=" not in masked
    plain = portrait_article(sheet, office="东山县人民检察院", printed="某人", reveal=True)
    assert sheet.person.name in plain
    assert number in plain


def test_a_person_who_is_no_lead_has_a_sheet(county: County) -> None:
    sheet, graded = draw(county, SON)
    assert graded is None
    article = portrait_article(sheet, office="", printed="")
    assert "未分级" in article
    assert "不是待核查的线索" in article


def test_the_page_of_a_lead_cites_its_grounds(county: County) -> None:
    sheet, graded = draw(county, OLD_POOR)
    assert graded is not None
    reasons = give_reasons(graded, rulebook_on(rulebook_day(graded, ON)), hider(sheet.names, reveal=False))
    article = lead_article(sheet, graded, reasons, office="东山县人民检察院", printed="某人")
    cited = {int(n) for n in re.findall(r"\[(\d+)\]</td></tr>|\[(\d+)\]\[", article) for n in n if n}
    listed = {int(n) for n in re.findall(r'class="num">\[(\d+)\]', article)}
    assert cited
    assert cited <= listed
    assert sheet.person.name not in article
    assert "先核实" in article
    assert "建议（由检察官决定）" in article
    assert "第七条" in article


def test_a_lead_on_a_day_without_rules_is_not_asked_for() -> None:
    """The rules in force are those of the day; 2022 has the version of 2021."""
    assert rulebook_on(date(2022, 6, 1)).since == date(2021, 12, 31)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("短", 10, "短"),
        ("一二三四五六七八九十甲乙", 10, "一二三四五六七八九…"),
        ("一二三四五六七八九十 (a.txt)", 14, "一二三四五… (a.txt)"),  # the citation stays
    ],
)
def test_short(text: str, most: int, kept: str) -> None:
    assert short(text, most) == kept
