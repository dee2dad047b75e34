"""The office's own past: what it adds up to, who would be found, who is missed and at which step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from relief_county import ON, ReliefCounty
from yingjiu.leads.past_page import past_article, past_book, sum_words
from yingjiu.leads.pastcases import (
    FOUND,
    MISSED,
    UNSEEN,
    Overview,
    days_between,
    look_back,
    sets_relieved_aside,
    stage_of,
)
from yingjiu.run import County, reopen


@pytest.fixture(scope="module")
def county(relief: ReliefCounty) -> Iterator[County]:
    opened = reopen(relief.out, pool=None, on=ON)
    yield opened
    opened.con.close()


@pytest.fixture(scope="module")
def past(county: County) -> Overview:
    return look_back(county.con, county.models, county.kinds, county.screening, county.found.hits, ON)


def test_found_missed_and_not_seen(past: Overview) -> None:
    by_name = {c.person.name: c for c in past.cases}
    assert by_name["孙小荷"].verdict == FOUND  # on a list, badly hurt, unpaid; that she had relief does not hide her
    assert by_name["丁小军"].verdict == MISSED  # on no list
    assert ":" in by_name["丁小军"].why  # the model's step and the test
    assert by_name["没交来"].verdict == UNSEEN  # nobody delivered the case
    assert past.verdicts == {FOUND: 1, MISSED: 1, UNSEEN: 1}  # the refused one is not compared


def test_sums(past: Overview) -> None:
    assert len(past.granted) == 3
    assert past.total == 33000
    assert past.median_amount == 8000
    assert past.median_days == 14
    assert dict(past.count(lambda c: c.kind)) == {"故意伤害": 1, "诈骗": 1, "不明": 1}
    assert past.bodily == (1, 2)
    assert dict(past.count(lambda c: c.registers)) == {"低保户": 1, "不在册": 2}


def test_page_and_workbook(past: Overview) -> None:
    article = past_article(past, office="东山县人民检察院", printed="某人")
    assert article.count('role="img"') == 4
    assert "丁某某" in article
    assert "丁小军" not in article
    assert past_book(past, masked=True)
    assert ("模型能找到", "1 / 2 件") in sum_words(past)


def test_an_empty_ledger_adds_up_to_nothing() -> None:
    nothing = Overview(())
    assert nothing.median_amount is None
    assert nothing.median_days is None
    assert past_book(nothing, masked=True)


@pytest.mark.parametrize(
    ("number", "stage"),
    [
        ("某检捕受〔2021〕3号", "审查逮捕"),
        ("某检刑诉受〔2021〕3号", "审查起诉"),
        ("（2021）苏9901刑初3号", "刑事判决后"),
        ("（2021）苏9901民初3号", "民事判决后"),
        ("（2021）苏9901执3号", "执行"),
        ("其他〔2021〕3号", "不明"),
        ("", ""),  # nothing is written: counted as 不明
    ],
)
def test_stage(number: str, stage: str) -> None:
    assert stage_of(number) == stage


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2023-02-01", "2023-02-15", 14),
        ("2023-02-15", "2023-02-01", None),
        ("2023-02", "2023-03-01", None),
        ("", "", None),
    ],
)
def test_days(first: str, last: str, days: int | None) -> None:
    assert days_between(first, last) == days


def test_which_steps_set_the_relieved_aside(county: County) -> None:
    named = {(m.id, s.name) for m in county.models for s in m.steps if sets_relieved_aside(s)}
    assert ("weidu", "剔除已救助之一") in named
    assert ("guanyun", "未获其他机关救助") in {(m.split("-")[0], s) for m, s in named}
