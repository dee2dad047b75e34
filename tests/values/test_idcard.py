"""Identity numbers: every way they are typed, and why some cannot be used."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.idcard import birth_of, check_character, read_id, sex_of


def number(birth: str = "19900101", sequence: str = "123", area: str = "329921") -> str:
    body = f"{area}{birth}{sequence}"
    return body + check_character(body)


GOOD = number()


@pytest.mark.parametrize(
    ("given_text", "value"),
    [
        (GOOD, GOOD),  # as it should be
        (f" {GOOD[:6]} {GOOD[6:14]} {GOOD[14:]} ", GOOD),  # grouped by spaces
        (f"'{GOOD}", GOOD),  # Excel's apostrophe
        (f"‘{GOOD}’", GOOD),  # the same after a smart editor
        (GOOD.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"}), GOOD),  # full width
        ("11010519491231002x", "11010519491231002X"),  # published vector, lower-case x
        ("11010519491231002×", "11010519491231002X"),  # a times sign for the X
        ("440524188001010014", "440524188001010014"),  # published vector, born 1880
        ("110105491231002", "11010519491231002X"),  # 15 digits
        (110105491231002.0, "11010519491231002X"),  # 15 digits in a numeric cell: nothing is lost
        ("\ufeff" + GOOD + "\u00a0", GOOD),  # marks of other programs
        ("329921-19900101-" + GOOD[14:], GOOD),  # hyphens
    ],
)
def test_reads(given_text: object, value: str) -> None:
    assert read_id(given_text).value == value
    assert read_id(given_text).problem is None


@pytest.mark.parametrize(
    ("given_text", "word"),
    [
        ("3.29921E+17", "丢失"),  # scientific notation as text
        ("３．２９９２１Ｅ＋１７", "丢失"),  # the same in full width
        (3.2992119900101123e17, "丢失"),  # a float of 18 digits
        (329921199001011234, "丢失"),  # a numeric cell of 18 digits keeps 15
        ("3299**********1234", "遮盖"),  # masked with stars
        ("3299××××××××××1234", "遮盖"),  # masked with times signs
        ("329921199013011234", "出生日期"),  # month 13
        ("329921197001011", "出生日期"),  # 15 digits: month 70 of the year 19
        ("32992119900101123", "17位"),  # a digit short
        (GOOD + "1", "19位"),  # a digit long
        (GOOD[:17] + ("0" if GOOD[17] != "0" else "1"), "校验码"),  # last character wrong
    ],
)
def test_reports(given_text: object, word: str) -> None:
    found = read_id(given_text)
    assert found.value is None
    assert word in str(found.problem)


@pytest.mark.parametrize("nothing", [None, "", "  ", "无", "不详", "/", "暂无"])
def test_nothing_given_is_no_problem(nothing: object) -> None:
    assert read_id(nothing).problem is None
    assert read_id(nothing).value is None


BIRTHS = st.dates(date(1900, 1, 1), date(2030, 12, 31))


@given(BIRTHS, st.integers(0, 999))
def test_round_trip(born: date, sequence: int) -> None:
    made = number(f"{born:%Y%m%d}", f"{sequence:03d}")
    found = read_id(made)
    assert found.value == made
    assert found.birth == born
    assert found.sex == ("男" if sequence % 2 else "女")


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 999))
def test_fifteen_digits_are_the_same_person(born: date, sequence: int) -> None:
    made = number(f"{born:%Y%m%d}", f"{sequence:03d}")
    assert read_id(made[:6] + made[8:17]).value == made


@given(BIRTHS, st.integers(0, 999), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_never_accepted(born: date, sequence: int, place: int, by: int) -> None:
    made = number(f"{born:%Y%m%d}", f"{sequence:03d}")
    if made[place] == "X":
        return
    wrong = made[:place] + str((int(made[place]) + by) % 10) + made[place + 1 :]
    assert read_id(wrong).value is None


@given(st.text(max_size=24))
def test_no_text_crashes(text: str) -> None:
    found = read_id(text)
    assert found.value is None or (len(found.value) == 18 and birth_of(found.value) and sex_of(found.value))
