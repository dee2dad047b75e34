"""Masking never shows the middle of a number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.masking import mask_address, mask_id, mask_name, mask_text


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张某"),
        ("张三丰", "张某某"),
        ("欧阳小明", "欧阳某某"),
        ("张", "张"),
        ("", ""),
        ("阿卜杜拉·买买提", "阿某某"),
    ],
)
def test_names(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "110105********002X"),  # the birth day is hidden
        ("13800138000", "138****8000"),  # telephone
        ("123456", "******"),  # short: all of it
        (None, ""), ("", ""),
    ],
)  # fmt: skip
def test_numbers(number: str | None, masked: str) -> None:
    assert mask_id(number) == masked


def test_addresses() -> None:
    assert mask_address("青山县石桥镇西村24组") == "青山县石桥镇***"
    assert mask_address("青山县24号") == "青山县***"
    assert mask_address("") == ""


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True), st.text(alphabet="甲乙,。的\n", max_size=6))
def test_the_middle_is_never_shown(number: str, around: str) -> None:
    text = mask_text(f"{around}{number}{around}")
    assert number[6:14] not in text.replace(number[:6], "", 1) or set(number[6:14]) <= set("*")
    assert not re.search(r"\d{7}", text)


@given(st.from_regex(r"[0-9]{11,24}", fullmatch=True))
def test_long_numbers_keep_no_long_run(number: str) -> None:
    masked = mask_text(f"卡号{number}。")
    assert len(masked) == len(number) + 3
    assert max(len(run) for run in re.findall(r"\d+", masked)) <= 6
    assert masked.count("*") >= 4


def test_given_names_are_hidden_longest_first() -> None:
    assert mask_text("张三丰打了张三", ("张三", "张三丰")) == "张某某打了张某"
