"""Where a list of grades before a word begins: what the plain pattern finds, without trying every way to cut a number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.reading.grade_list import SIGN, grades_before

PLAIN = re.compile(rf"(?:{SIGN}[（(]?级?[）)]?[^，。；级]{{0,6}}[、和及，并]?)*{SIGN}[）)]?级(?:的)?$")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("构成十级", "十级"),
        ("构成一处八级、两处十级", "一处八级、两处十级"),
        ("评为Ⅸ级的", "Ⅸ级的"),
        ("右臂10级", "10级"),
        ("左臂（九）级", "九）级"),
        ("重伤二级，IX级", "二级，IX级"),
        ("经鉴定为，构成八级", "八级"),
        ("构成", None),
        ("", None),
        ("32990119700816002643", None),
        ("二级，，十级", "十级"),
    ],
)
def test_lists(text: str, expected: str | None) -> None:
    start = grades_before(text, 0, len(text))
    assert (None if start is None else text[start:]) == expected


@settings(deadline=None)
@given(st.text(st.sampled_from("一十1023IVX级级（）)(的处、，。和甲乙"), max_size=16), st.integers(0, 3))
def test_as_the_plain_pattern(text: str, low: int) -> None:
    for tail in ("", "级", "十级的"):
        found = PLAIN.search(text + tail, min(low, len(text)))
        expected = found.start() if found else None
        assert grades_before(text + tail, min(low, len(text)), len(text + tail)) == expected


def test_long_numbers_take_no_time() -> None:
    for text in ("12" * 5000 + "，，十级", "1、" * 5000 + "，，。十级", "IX" * 5000 + "，，九级"):
        assert grades_before(text, 0, len(text)) == len(text) - 2
