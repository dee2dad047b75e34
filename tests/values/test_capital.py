"""Sums in capital characters (大写): exact to the fen, read back by the reader of sums."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.values.money import capital_amount, read_amount

SUMS = [
    ("12500", "人民币壹万贰仟伍佰元整", "the usual grant"),
    ("0", "人民币零元整", "nothing"),
    ("10", "人民币壹拾元整", "ten is written with its one"),
    ("10005.06", "人民币壹万零伍元零陆分", "gaps before yuan and before fen"),
    ("100000", "人民币壹拾万元整", "no zero at the end"),
    ("1050000", "人民币壹佰零伍万元整", "a gap before 万"),
    ("20010", "人民币贰万零壹拾元整", "a gap after 万"),
    ("100000001", "人民币壹亿零壹元整", "one zero for a whole empty group"),
    ("1000010000000", "人民币壹万亿壹仟万元整", "万亿"),
    (
        "123456789012345.67",
        "人民币壹佰贰拾叁万肆仟伍佰陆拾柒亿捌仟玖佰零壹万贰仟叁佰肆拾伍元陆角柒分",
        "the largest order",
    ),
    ("0.05", "人民币伍分", "fen alone"),
    ("0.5", "人民币伍角整", "jiao alone"),
    ("8050.5", "人民币捌仟零伍拾元伍角整", "jiao after yuan"),
    ("1.005", "人民币壹元零壹分", "half a fen rounds up"),
]


@pytest.mark.parametrize(("amount", "words", "why"), SUMS, ids=[s[2] for s in SUMS])
def test_sums(amount: str, words: str, why: str) -> None:
    assert capital_amount(Decimal(amount)) == words, why


@settings(deadline=None)
@given(st.integers(0, 10**17 - 1))
def test_what_is_written_is_read_back(fen: int) -> None:
    amount = Decimal(fen) / 100
    assert read_amount(capital_amount(amount)) == amount


@pytest.mark.parametrize("amount", ["-1", "1e15", "NaN", "Infinity"])
def test_what_is_no_sum_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="数额"):
        capital_amount(Decimal(amount))
