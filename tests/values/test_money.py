"""Sums of money in papers and cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.money import find_amounts, read_amount


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("赔偿3万元", ["30000"]),
        ("赔偿2.5万元", ["25000"]),
        ("垫付1，297.51元", ["1297.51"]),  # full-width comma of thousands
        ("共计人民币叁万贰仟伍佰元整", ["32500"]),  # capital figures
        ("三万二千元", ["32000"]),
        ("两万元", ["20000"]),
        ("3万余元", ["30000"]),  # what is sure
        ("二十余万元", ["200000"]),
        ("30多万元", ["300000"]),
        ("3万2千元和3万五千元", ["32000", "35000"]),  # mixed
        ("一万五元", ["15000"]),  # said so, 10005 would be 一万零五元
        ("一万零五元", ["10005"]),
        ("十五元", ["15"]),
        ("１２３元", ["123"]),
        ("五万块", ["50000"]),
        ("每人1万元", ["10000"]),  # a sum for each
        ("误工费100元/日", []),  # a rate
        ("每月500元", []),  # a rate
        ("护理费120元每天", []),  # a rate
        ("66.72.66元", []),  # a slip: no sum can be told
        ("2021元月", ["2021"]),  # known weakness: 元月 stands seldom behind a year without 年
        ("余元", []), ("万元户", []),
        ("1" * 41 + "元", []), ("9亿亿亿元", []), ("一" * 40 + "元", []),  # a number of something else
    ],
)  # fmt: skip
def test_in_text(text: str, sums: list[str]) -> None:
    assert [str(a) for _, _, a in find_amounts(text)] == sums


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,000.00", "1000"), ("1，297.51", "1297.51"), ("3万", "30000"), ("1.2万元", "12000"), ("叁万元整", "30000"),
        ("三万二", "32000"), (1234.5, "1234.5"), (0, "0"), ("￥3000", "3000"), ("30000元(叁万元)", "30000"),
        ("叁佰元伍角贰分", "300.52"),
        ("-5", None), ("无", None), ("", None), (None, None), ("约3万元", None), ("100元/日", None), ("66.72.66", None),
        ("1" * 41, None), ("3" * 30 + "元5角", None),
    ],
)  # fmt: skip
def test_in_a_cell(cell: object, value: str | None) -> None:
    assert read_amount(cell) == (Decimal(value) if value is not None else None)


@given(st.integers(1, 10**8))
def test_figures_round_trip(yuan: int) -> None:
    assert read_amount(f"{yuan:,}.00元") == yuan
    assert [a for _, _, a in find_amounts(f"支付{yuan}元")] == [yuan]


@given(st.integers(1, 9999))
def test_characters_round_trip(number: int) -> None:
    digits = "零一二三四五六七八九"
    said, zero = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        d = number // place % 10
        if d:
            said += ("零" if zero and said else "") + digits[d] + unit
            zero = False
        else:
            zero = True
    assert read_amount(said + "元") == number


@given(st.text(alphabet="0123456789.,，万千百十元余多零一二两 /日", max_size=20))
def test_nothing_crashes(text: str) -> None:
    read_amount(text)
    for start, end, value in find_amounts(text):
        assert text[start:end]
        assert value >= 0
