"""The fairness board: small numbers are hidden, and none can be computed from what is shown."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.amounts.board import FEWEST, UNLISTED, draw_board, draw_boards, shown_labels
from yingjiu.amounts.pastcase import PastCase


def cases(**groups: int) -> list[PastCase]:
    rows = [(name, n) for name, count in groups.items() for n in range(count)]
    return [
        PastCase(f"{name}{n}", date(2024, 1, 5), Decimal(1000 * (n + 1)), township=name, sex="女", age=30)
        for name, n in rows
    ]


@pytest.mark.parametrize(
    ("counts", "shown", "why"),
    [
        ({"甲": 10, "乙": 7}, {"甲", "乙"}, "nothing small"),
        (
            {"甲": 10, "乙": 7, "丙": 3},
            {"甲"},
            "one hidden would be the total less the shown: the smallest shown goes too",
        ),
        ({"甲": 10, "乙": 4, "丙": 4}, {"甲"}, "two hidden with eight together"),
        ({"甲": 10, "乙": 9, "丙": 1, "丁": 2}, {"甲"}, "two hidden with only three together give the range away"),
        ({"甲": 100, "乙": 3}, set(), "of two, both"),
        ({"甲": 4}, set(), "alone and small"),
    ],
)
def test_what_may_be_shown(counts: dict[str, int], shown: set[str], why: str) -> None:
    assert shown_labels(counts, sum(counts.values()), overlapping=False) == shown, why


@given(st.dictionaries(st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=2), st.integers(1, 30), min_size=1))
def test_no_hidden_row_follows_from_the_total(counts: dict[str, int]) -> None:
    shown = shown_labels(counts, sum(counts.values()), overlapping=False)
    hidden = [n for label, n in counts.items() if label not in shown]
    assert all(counts[label] >= FEWEST for label in shown)
    if hidden and shown:
        assert len(hidden) >= 2
        assert sum(hidden) >= FEWEST


def test_a_register_in_which_nearly_all_stand_is_hidden_too() -> None:
    counts = {"低保户": 98, "残疾人": 40, UNLISTED: 2}
    shown = shown_labels(counts, 100, overlapping=True)
    assert "低保户" not in shown  # two are not in it
    assert UNLISTED not in shown


def test_hidden_rows_hold_nothing() -> None:
    board = draw_board("乡镇", cases(甲=12, 乙=6, 丙=2), lambda c: [c.township], overlapping=False)
    rows = {row.label: row for row in board.rows}
    assert not rows["甲"].hidden
    assert (rows["甲"].count, rows["甲"].total, rows["甲"].mean) == (12, Decimal(78000), Decimal(6500))
    for name in ("乙", "丙"):
        assert rows[name].hidden
        assert rows[name].total is rows[name].mean is rows[name].median is None


def test_too_few_cases_in_all_show_nothing() -> None:
    boards = draw_boards(cases(甲=4))
    assert all(row.hidden for board in boards for row in (*board.rows, board.whole))


def test_ratio_to_the_suggested_amount_tells_treatment_from_mix() -> None:
    given_cases = cases(甲=10)
    points = {c.number: c.amount * 2 for c in given_cases}
    assert draw_boards(given_cases, points)[0].whole.to_suggested == Decimal("0.50")
