"""Days as offices type them; what is no day is never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.dates import find_days, read_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2021-03-05", "2021-03-05"),  # ISO
        ("2021/3/5", "2021-03-05"),  # slashes, no zeros
        ("2021.3.5", "2021-03-05"),  # dots
        ("2021．3．5", "2021-03-05"),  # full-width dots
        ("2021年3月5日", "2021-03-05"),  # Chinese
        ("2021 年 3 月 5 日", "2021-03-05"),  # spaced
        ("2021年3月5日星期五", "2021-03-05"),  # with the weekday
        ("2021/03/05 08:30", "2021-03-05"),  # with a time
        ("1990-02-04 00:00:00", "1990-02-04"),  # midnight of an export
        ("20210305", "2021-03-05"),  # digits
        ("20210305.0", "2021-03-05"),  # digits through a float
        (20210305.0, "2021-03-05"),  # and as one
        (44260, "2021-03-05"),  # Excel serial
        (44260.75, "2021-03-05"),  # Excel serial with a time
        ("44260", "2021-03-05"),  # Excel serial as text
        (date(2021, 3, 5), "2021-03-05"),
        (datetime(2021, 3, 5, 8, 30, tzinfo=UTC), "2021-03-05"),
        ("二〇二一年三月五日", "2021-03-05"),  # a signature
        ("二○二一年十二月三十一日", "2021-12-31"),  # another round zero
        ("二0二一年十月二十日", "2021-10-20"),  # mixed zeros
        ("二〇二一年三月", "2021-03"),  # month
        ("2021.3", "2021-03"),  # month
        ("199002", "1990-02"),  # month in digits
        ("1990年", "1990"),  # year
        (1990, "1990"),  # year as a number
        ("1990-02-00", "1990-02"),  # day unknown
        ("20210230", None),  # no such day
        ("2021年13月1日", None),  # no such month
        ("民国五十年", None),  # another calendar
        ("90.2", None),  # whose century?
        ("3/5/2021", None),  # day or month first?
        ("1990年2月4日(农历)", None),  # the lunar calendar is another day
        ("329921199001011234", None),  # an identity number is no day
        ("", None), (None, None), ("无", None), (float("nan"), None), (float("inf"), None), (True, None),
    ],
)  # fmt: skip
def test_reads(typed: object, day: str | None) -> None:
    assert read_day(typed) == day


def test_days_in_text_are_in_order() -> None:
    text = "2021年3月5日签订,二〇二一年四月六日履行,2021年2月30日不存在"
    assert [(text[s:e], d) for s, e, d in find_days(text)] == [
        ("2021年3月5日", "2021-03-05"), ("二〇二一年四月六日", "2021-04-06"),
    ]  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_form_is_one_day(day: date) -> None:
    iso = day.isoformat()
    forms = [
        iso, f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}",
        day, (day - date(1899, 12, 30)).days if day.year > 1920 else iso,
    ]  # fmt: skip
    assert {read_day(f) for f in forms} == {iso}


@given(st.text(alphabet="0123456789年月日-/. 十二〇民", max_size=14))
def test_nothing_crashes(text: str) -> None:
    day = read_day(text)
    assert day is None or day[:4].isdigit()
