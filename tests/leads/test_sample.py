"""The weekly draw: the same people for the same week, every near miss as likely, an interval that holds the truth."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.leads.sample import OPEN, SHOULD, SHOULD_NOT, draw_near, estimate, is_week, read_answers, week_of, wilson
from yingjiu.screening.nearmiss import Dropped


def near(person: int, model: str) -> Dropped:
    return Dropped(model, person, None, "一步", "一项", near=True)


POOL = [near(n, "甲" if n < 60 else "乙" if n < 90 else "丙") for n in range(100)]


def test_the_same_week_gives_the_same_people_and_another_week_others() -> None:
    first = draw_near(POOL, "2026-W48", "pool", 5)
    assert draw_near(list(reversed(POOL)), "2026-W48", "pool", 5) == first
    assert draw_near(POOL, "2026-W49", "pool", 5) != first
    assert draw_near(POOL, "2026-W48", "other pool", 5) != first


@given(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 20), st.sampled_from("甲乙丙")), max_size=40))
def test_a_draw_is_of_different_people_and_never_more_than_there_are(number: int, pool: list[tuple[int, str]]) -> None:
    drawn = draw_near([near(p, m) for p, m in pool], "2026-W48", "x", number)
    people = [d.person for d in drawn]
    assert len(people) == len(set(people)) == min(number, len({p for p, _ in pool}))


def test_models_have_their_share() -> None:
    drawn = draw_near(POOL, "2026-W48", "pool", 10)
    assert Counter(d.model for d in drawn) == {"甲": 6, "乙": 3, "丙": 1}


def test_everyone_is_as_likely() -> None:
    """Over many weeks each of a hundred is drawn about one time in twenty."""
    seen = Counter(d.person for n in range(2000) for d in draw_near(POOL, f"w{n}", "pool", 5))
    assert len(seen) == 100
    assert 60 < min(seen.values()) <= max(seen.values()) < 145


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3])
def test_the_interval_holds_the_truth(share: float) -> None:
    """Of 400 series of 60 answers the interval holds the true share about 19 times in 20."""
    dice = random.Random(7)
    held = 0
    for _ in range(400):
        found = sum(dice.random() < share for _ in range(60))
        low, high = wilson(found, 60)
        held += low <= share <= high
    assert held >= 372


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("应当救助", SHOULD),
        (" 应当 救助 ", SHOULD),
        ("不必救助", SHOULD_NOT),
        ("不应当救助", SHOULD_NOT),  # never read as 应当救助
        ("否", SHOULD_NOT),
        ("查不清", OPEN),
    ],
)
def test_answers(said: str, answer: str) -> None:
    answers, odd = read_answers([{"抽查编号": "2026-W48-abc", "结论(应当救助/不必救助/查不清)": said}])
    assert (answers, odd) == ({"2026-W48-abc": answer}, [])


def test_an_odd_answer_is_told_and_an_empty_one_waits() -> None:
    rows = [{"抽查编号": "a", "结论": "再看看"}, {"抽查编号": "b", "结论": ""}, {"姓名": "没有编号"}]
    answers, odd = read_answers(rows)
    assert answers == {}
    assert len(odd) == 1
    assert "看不懂" in odd[0]


def test_the_estimate_in_words() -> None:
    told = estimate({"a": SHOULD, "b": SHOULD_NOT, "c": SHOULD_NOT, "d": OPEN})
    assert (told.checked, told.found, told.open) == (3, 1, 1)
    assert told.words(100).startswith("抽查查清 3 人,发现 1 人应当救助;漏报率估计 6% 至 79%(95% 区间)")
    assert "另有 1 人查不清" in told.words()
    assert "不能估计" in estimate({}).words()


@pytest.mark.parametrize(
    ("text", "right"), [("2026-W48", True), ("2026-W54", False), ("2026-48", False), ("2020-W53", True)]
)
def test_weeks(text: str, right: bool) -> None:
    assert is_week(text) is right


def test_the_week_of_new_year() -> None:
    assert week_of(date(2027, 1, 1)) == "2026-W53"
