"""Similar cases: who counts, percentiles by hand, when a reason is asked, when there are too few."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.amounts.pastcase import PastCase, months_before
from yingjiu.amounts.similar import (
    compare_amount,
    departs,
    find_similar,
    measure_spread,
    median_of,
    percentile,
)

ON = date(2024, 6, 30)


def case(number: int, amount: int, *, decided: date = date(2024, 1, 10), tier: str = "较重困难") -> PastCase:
    return PastCase(f"{number}号", decided, Decimal(amount), "故意伤害", "重伤二级", tier, "无", "无责任")


@pytest.mark.parametrize(
    ("day", "months", "expected", "why"),
    [
        (date(2024, 3, 31), 1, date(2024, 2, 29), "a shorter month gives its last day"),
        (date(2024, 2, 29), 24, date(2022, 2, 28), "two years back is no leap year"),
        (date(2024, 1, 15), 24, date(2022, 1, 15), "January stays January"),
        (date(2024, 1, 31), 2, date(2023, 11, 30), "over the turn of the year"),
    ],
)
def test_months_before(day: date, months: int, expected: date, why: str) -> None:
    assert months_before(day, months) == expected, why


@pytest.mark.parametrize(
    ("amounts", "share", "expected", "why"),
    [
        ([1000, 2000, 3000, 4000, 5000], "0.5", "3000.00", "the middle one of five"),
        ([1000, 2000, 3000, 4000, 5000], "0.1", "1400.00", "place 0.4: four tenths from the first to the second"),
        ([1000, 2000, 3000, 4000, 5000], "0.9", "4600.00", "place 3.6"),
        ([1000, 2000], "0.5", "1500.00", "between two"),
        ([1000], "0.9", "1000.00", "one alone"),
        ([1, 1, 2], "0.75", "1.50", "exact halves are kept to the fen"),
    ],
)
def test_percentiles_by_hand(amounts: list[int], share: str, expected: str, why: str) -> None:
    assert percentile([Decimal(a) for a in amounts], Decimal(share)) == Decimal(expected), why


@given(st.lists(st.integers(1, 10**6), min_size=1), st.integers(0, 100))
def test_percentile_lies_inside_and_never_falls(amounts: list[int], share: int) -> None:
    ordered = sorted(Decimal(a) for a in amounts)
    low, high = percentile(ordered, Decimal(share) / 100), percentile(ordered, Decimal(min(share + 1, 100)) / 100)
    assert ordered[0] <= low <= high <= ordered[-1]


def test_only_like_cases_of_the_last_24_months_count() -> None:
    past = [
        case(1, 9000),
        case(2, 9000, tier="特别困难"),  # another tier
        case(3, 9000, decided=date(2022, 6, 30)),  # exactly 24 months before: outside
        case(4, 9000, decided=date(2022, 7, 1)),  # a day later: inside
        case(5, 9000, decided=date(2024, 7, 1)),  # not yet decided on that day
        case(6, 9000, decided=ON),
    ]
    assert [c.number for c in find_similar(past[0].likeness, past, ON)] == ["4号", "1号", "6号"]
    assert [c.number for c in find_similar(past[0].likeness, past, ON, but="1号")] == ["4号", "6号"]


@pytest.mark.parametrize(
    ("amount", "asks", "why"),
    [
        (10000, False, "the median itself"),
        (13000, False, "exactly 30 % above is allowed"),
        (13001, True, "a yuan more is not"),
        (7000, False, "exactly 30 % below is allowed"),
        (6999, True, "a yuan less is not"),
    ],
)
def test_over_thirty_percent_asks_for_a_reason(amount: int, asks: bool, why: str) -> None:
    told = compare_amount(Decimal(amount), [case(n, 10000) for n in range(5)])
    assert told.asks_reason is asks, why
    assert ("请写明理由" in told.words) is asks
    assert told.enough


def test_fewer_than_five_says_so_and_compares_with_the_standard_only() -> None:
    told = compare_amount(Decimal(12000), [case(n, 10000) for n in range(4)], suggested=Decimal(9000))
    assert (told.count, told.median, told.deviation, told.enough) == (4, None, None, False)
    assert "样本不足" in told.words
    assert "4 件" in told.words
    assert told.asks_reason  # a third above what the standard suggests
    assert not compare_amount(Decimal(12000), []).asks_reason  # nothing to hold it against


def test_words_tell_all_numbers() -> None:
    told = compare_amount(Decimal(12000), [case(n, 8000 + 500 * n) for n in range(5)], suggested=Decimal(12000))
    assert told.words == (
        "近24个月同类案件 5 件,中位数 9000 元,八成在 8200 至 9800 元;本案 12000 元,高 33.3%,超过 30%,请写明理由"
        ";与标准建议额 12000 元比,相同"
    )


def test_spread_looks_only_at_what_was_decided_before() -> None:
    cases = [case(n, 10000, decided=date(2024, 1, n + 1)) for n in range(5)]
    cases += [case(8, 14000, decided=date(2024, 2, 1)), case(9, 11000, decided=date(2024, 2, 2))]
    spread = measure_spread(cases, [c.amount for c in cases])
    assert (spread.judged, spread.within, spread.too_few) == (2, 1, 5)
    assert spread.share == Decimal("0.5000")
    assert measure_spread(cases[:3], [c.amount for c in cases[:3]]).share is None


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 20)), max_size=60))
def test_moving_windows_agree_with_looking_one_by_one(rows: list[tuple[int, int]]) -> None:
    cases = [
        case(n, amount * 1000, decided=date.fromordinal(date(2021, 1, 1).toordinal() + day))
        for n, (day, amount) in enumerate(rows)
    ]
    order = sorted(cases, key=lambda c: (c.decided, c.number))
    judged = within = 0
    for place, one in enumerate(order):
        like = find_similar(one.likeness, order[:place], one.decided)
        if len(like) >= 5:
            judged += 1
            within += not departs(one.amount, median_of(sorted(c.amount for c in like)))
    spread = measure_spread(cases, [c.amount for c in cases])
    assert (spread.judged, spread.within) == (judged, within)
