"""Case numbers: one normal form, found in running text with their neighbours left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.casenumber import find_case_numbers, is_court_number, normalise_case_number, year_of_number


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("(2022)苏9921刑初443号", "（2022）苏9921刑初443号"),  # half-width brackets
        ("〔2022〕苏9921刑初443号", "（2022）苏9921刑初443号"),  # tortoise brackets at a court
        ("【2022】苏9921刑初443号", "（2022）苏9921刑初443号"),  # black brackets
        ("（２０２２）苏９９２１刑初４４３号", "（2022）苏9921刑初443号"),  # full-width digits
        ("( 2022 ) 苏 9921 刑初 0443 号", "（2022）苏9921刑初443号"),  # spaces, leading zero
        ("（2012）灌民初字第0123号", "（2012）灌民初字123号"),  # the form before 2016
        ("(2021)苏9921执35号之一", "（2021）苏9921执35号"),  # a further ruling of the same case
        ("(2021)苏9921执恢35号", "（2021）苏9921执恢35号"),  # resumed enforcement
        ("(2021)苏9921刑初35", "（2021）苏9921刑初35号"),  # 号 forgotten
        ("青检刑诉受[2021]第001号", "青检刑诉受〔2021〕1号"),  # 第 and zeros
        ("青检刑诉受﹝2021﹞1号", "青检刑诉受〔2021〕1号"),  # small brackets
        ("青公（刑）诉字〔2021〕12号", "青公(刑)诉字〔2021〕12号"),  # a branch in full-width brackets
        ("青公(刑)诉字(2021)12号", "青公(刑)诉字〔2021〕12号"),  # and in half-width ones
        ("浙温乐检一部刑诉〔2022〕Z012号", "浙温乐检一部刑诉〔2022〕Z12号"),  # a letter before the serial
    ],
)
def test_normal_form(typed: str, normal: str) -> None:
    assert normalise_case_number(typed) == normal
    assert normalise_case_number(normal) == normal


@pytest.mark.parametrize("nothing", [None, "", " ", "无", "/", "不详", "—"])
def test_no_number(nothing: object) -> None:
    assert normalise_case_number(nothing) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("本院以青检刑诉〔2021〕12号起诉书指控", ["青检刑诉〔2021〕12号"]),  # 以 is the sentence's
        ("公诉机关依据青检刑诉〔2021〕12号", ["青检刑诉〔2021〕12号"]),  # 据
        (
            "由青检刑诉受〔2021〕12号、青公诉字〔2021〕13号",
            ["青检刑诉受〔2021〕12号", "青公诉字〔2021〕13号"],
        ),  # 由, two
        ("青禾县人民检察院青检刑诉〔2021〕12号", ["青检刑诉〔2021〕12号"]),  # the organ's full name is no part
        ("青禾县公安局青公刑诉字〔2021〕12号", ["青公刑诉字〔2021〕12号"]),  # nor the police's
        ("青公(刑)诉字〔2021〕12号", ["青公(刑)诉字〔2021〕12号"]),  # a branch in brackets
        ("经青公（经）提捕字〔2021〕3号", ["青公(经)提捕字〔2021〕3号"]),  # 经 before, 经 inside
        ("浙温乐检一部刑诉〔2022〕Z12号", ["浙温乐检一部刑诉〔2022〕Z12号"]),  # department and letter
        ("乐检刑不诉〔2022〕5号", ["乐检刑不诉〔2022〕5号"]),  # non-prosecution
        ("温乐检控申救〔2023〕1号", ["温乐检控申救〔2023〕1号"]),  # relief
        ("灌检诉受[2021]32079900012号", ["灌检诉受〔2021〕32079900012号"]),  # a serial of the unified system
        ("不服(2019)苏9921民初0012号民事判决,上诉", ["（2019）苏9921民初12号"]),  # in a sentence
        ("根据(2021)苏9921民初35号民事调解书,(2021)苏9921执36号", ["（2021）苏9921民初35号", "（2021）苏9921执36号"]),
        ("（２０２１）苏９９２１刑初３５号", ["（2021）苏9921刑初35号"]),  # full width in text
        ("(2021) 苏 9921 刑初 35 号", ["（2021）苏9921刑初35号"]),  # spaced in text
        ("青医司鉴所[2021]临鉴字第123号", []),  # an expert's number is no court's
        ("张三涉嫌盗窃案青检刑诉〔2021〕3号", ["青检刑诉〔2021〕3号"]),  # a folder's name
        ("连劳人仲案字〔2021〕第12号", ["连劳人仲案字〔2021〕12号"]),  # arbitration can be enforced
        ("(2020)民事诉讼", []),  # no serial
    ],
)
def test_found_in_text(text: str, numbers: list[str]) -> None:
    found = find_case_numbers(text)
    assert [n for _, _, n in found] == numbers
    for start, end, number in found:
        assert normalise_case_number(text[start:end]) == number


def test_sort_and_year() -> None:
    assert is_court_number("（2021）苏9921刑初35号")
    assert not is_court_number("青检刑诉〔2021〕3号")
    assert year_of_number("青检刑诉〔2021〕3号") == 2021
    assert year_of_number("XF12") is None


COURTS = st.builds(
    lambda y, s, c, n: f"（{y}）苏{c}{s}{n}号",
    st.integers(1995, 2030), st.sampled_from(["刑初", "民初", "执", "执恢", "民终", "行初", "执保"]), st.integers(1, 9999),
    st.integers(1, 99999),
)  # fmt: skip
OFFICES = st.builds(
    lambda p, y, n: f"{p}〔{y}〕{n}号",
    st.sampled_from(["青检刑诉", "浙温乐检一部刑诉", "青公(刑)诉字", "苏灌检诉受", "青检未检刑诉"]), st.integers(2000, 2030),
    st.integers(1, 10**9),
)  # fmt: skip


@given(st.one_of(COURTS, OFFICES), st.sampled_from(["以", "依据", "根据", "由", ",", "不服", "的", "\n", "案号："]))
def test_every_number_is_found_behind_every_word(number: str, before: str) -> None:
    text = f"本院{before}{number}判决"
    assert [n for _, _, n in find_case_numbers(text)] == [number]
    assert normalise_case_number(number) == number


@given(st.text(alphabet="青检公刑诉〔〕（）()20211号第院以 字", max_size=40))
def test_spans_quote_and_nothing_crashes(text: str) -> None:
    for start, end, number in find_case_numbers(text):
        assert normalise_case_number(text[start:end]) == number
