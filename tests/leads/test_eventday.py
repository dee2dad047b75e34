"""The day of the event from sentences, or the latest day on which it can have been."""

from __future__ import annotations

import json

import pytest

from yingjiu.leads.eventday import days_of, event_day
from yingjiu.leads.sheets_record import Quote
from yingjiu.matching.people import Mention


def quote(text: str, day: str | None = "2022-09-01") -> Quote:
    return Quote("a.txt", "起诉意见书", day, "injury", text)


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("2022年5月3日,钱某将孙某打伤。", "2022-09-01", "2022-05-03"),
        ("孙某,1970年8月16日出生,2022年5月3日被打伤", "2022-09-01", "2022-05-03"),  # a birthday is not it
        ("2022年6月1日经鉴定为重伤二级", "2022-09-01", None),  # nor the day of an opinion
        ("2001年5月3日打伤", "2022-09-01", None),  # too long before the paper
        ("2023年5月3日打伤", "2022-09-01", None),  # after the paper that tells it
        ("2022年5月,张某多次诈骗", "2022-09-01", "2022-05"),  # a month is kept a month
        ("将孙某打伤", "2022-09-01", None),
    ],
)
def test_a_sentence(text: str, day: str, found: str | None) -> None:
    assert next(iter(days_of(quote(text, day))), None) == found


def mention(fields: dict[str, tuple[str, ...]]) -> Mention:
    return Mention(1, 1, 1, "案件", "受害一方", "案件:x", True, None, None, "证件号码", "孙小荷", fields)


def test_without_a_sentence_the_first_node_bounds_it() -> None:
    nodes = tuple(
        json.dumps({"node": n, "paper": p, "place": f"{p}.txt", "day": d}, ensure_ascii=False)
        for n, p, d in (("判决", "判决书", "2023-01-01"), ("提请批捕", "提请批准逮捕书", "2022-06-10"))
    )
    found = event_day([mention({"经过": nodes})])
    assert found is not None
    assert (found.day, found.exact) == ("2022-06-10", False)
    assert "不晚于提请批捕" in found.words


def test_a_column_goes_before_papers() -> None:
    found = event_day([mention({"案发日期": ("2022-05-03",)})])
    assert found is not None
    assert (found.day, found.exact) == ("2022-05-03", True)


def test_nothing_known() -> None:
    assert event_day([mention({})]) is None
