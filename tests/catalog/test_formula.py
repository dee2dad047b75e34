"""Formulas and bands: what an office types is read exactly; nothing makes the reader crash."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.catalog.band import read_band, read_number
from yingjiu.catalog.formula import FormulaProblem, plain, read_formula

VALUES = {"基准": Decimal(500), "系数": Decimal("0.7")}

READ = [
    ("基准 × (10 + 8)", "9000", "plain"),
    ("基准×（10＋8）", "9000", "full-width signs"),
    ("基准 ＊ １０", "5000", "full-width digits and star"),
    ("基准 x 三十六", "18000", "Chinese digits and the letter x"),
    ("1，200 + 5万", "51200", "full-width comma, 万"),
    ("【基准 + 1】 × 系数", "350.7", "square brackets"),
    ("11500 × 系数", "8050.0", "decimal, not float: 8049.999"),
    ("((((基准))))", "500", "needless brackets"),
]


@pytest.mark.parametrize(("text", "value", "why"), READ, ids=[r[2] for r in READ])
def test_what_an_office_types_is_read(text: str, value: str, why: str) -> None:
    assert read_formula(text).value(VALUES) == Decimal(value), why


REFUSED = [
    ("", "空", "nothing"),
    ("1.2.3", "不认识", "no number"),
    ("基准 ^ 2", "不认识", "powers"),
    ("基准 / 2", "不认识", "division"),
    ("基准 - 1", "不认识", "subtraction"),
    ("__import__('os')", "不认识", "no names of code"),
    ("基准.__class__", "不认识", "no attributes"),
    ("max(1, 2)", "不认识", "no calls"),
    ("基准(2)", "这里不对", "no calls by a Chinese name"),
    ("2基准", "这里不对", "a sign is missing"),
    ("基准 +", "没有写完", "unfinished"),
    ("+ 基准", "前面少一项", "nothing before the sign"),
    ("(基准", "右括号", "an open bracket"),
    ("基准)", "这里不对", "a closing bracket too many"),
    ("(" * 31 + "1" + ")" * 31, "层", "too deep"),
    ("(" * 20001, "太长", "too long"),
    ("9" * 13, "十二位", "a number too large"),
    ("NaN + Infinity", "不认识", "not finite"),
    ("1e309", "不认识", "exponents"),
]


@pytest.mark.parametrize(("text", "said", "why"), REFUSED, ids=[r[2] for r in REFUSED])
def test_anything_else_is_refused_in_chinese(text: str, said: str, why: str) -> None:
    with pytest.raises(FormulaProblem, match=said):
        read_formula(text)


def test_three_thousand_terms_are_computed_and_shown() -> None:
    formula = read_formula(" + ".join(["1"] * 3000))
    assert formula.value({}) == 3000
    assert formula.with_numbers({}).count("+") == 2999
    product = read_formula("×".join(["999999999999"] * 1000))
    assert product.value({}) == Decimal(999999999999**1000)
    assert len(plain(product.value({}))) == 12000


@settings(deadline=None)
@given(st.text(alphabet="基准系数１2三万.,，。+＋-×x*/^()（）[]{}_ '\"\n\t°²¼①NaInf", max_size=60))
def test_no_text_crashes_the_reader(text: str) -> None:
    try:
        formula = read_formula(text)
    except FormulaProblem:
        return
    known = {name: Decimal(1) for name in formula.names}
    assert formula.value(known) >= 0
    assert formula.with_numbers(known)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_text_crashes_numbers_and_bands(text: str) -> None:
    number, band = read_number(text), read_band(text)
    assert number is None or (number.is_finite() and number >= 0)
    assert band is None or 0 <= band.low <= band.suggested <= band.high


BANDS = [
    ("5 至 10，建议 8", ("5", "8", "10"), "as the shipped files write it"),
    ("5 至 10", ("5", "7.5", "10"), "the middle where nothing is suggested"),
    ("10", ("10", "10", "10"), "one number"),
    ("０.９", ("0.9", "0.9", "0.9"), "full-width digits"),
    ("五至十，建议八", ("5", "8", "10"), "Chinese digits"),
    ("5，000元 至 1万元，建议 8，000元", ("5000", "8000", "10000"), "yuan with full-width commas and 万"),
    ("1~5;建议3", ("1", "3", "5"), "other signs"),
]


@pytest.mark.parametrize(("text", "parts", "why"), BANDS, ids=[b[2] for b in BANDS])
def test_bands(text: str, parts: tuple[str, str, str], why: str) -> None:
    band = read_band(text)
    assert band is not None, why
    assert (band.low, band.suggested, band.high) == tuple(map(Decimal, parts))


@pytest.mark.parametrize(
    "text", ["10 至 5", "5 至 10，建议 12", "1.2.3", "-5", "五左右", "nan", "inf", "1e5", "", "5 至", "0x10"]
)
def test_what_is_no_band_is_none(text: str) -> None:
    assert read_band(text) is None
