"""The simulator: the same as one by one, only what is changed changes, what cannot be computed is told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.amounts.adjust import AdjustProblem, adjust, fix_values
from yingjiu.amounts.change_tables import budget_words, most_table, percent, signed
from yingjiu.amounts.compute import AmountProblem
from yingjiu.amounts.difference import compare_standards, most_changed, run_budget
from yingjiu.amounts.pastcase import PastCase
from yingjiu.amounts.simulate import choose, fill_typical, find_value, make_key, replay, replay_one
from yingjiu.catalog.standard import Standard, load_standards
from yingjiu.synthetic.officers import run_officers
from yingjiu.synthetic.pastcases import make_past_cases

GROUP_ONE = "重点优抚、困境儿童、残疾一二级"
CHOSEN = (
    ("案件类型系数", ("重伤二级或伤残三至六级",)),
    ("生活困难系数", ("较重困难",)),
    ("追加倍数", (GROUP_ONE,)),
    ("过错系数", ("无责任",)),
)


@cache
def guanyun() -> Standard:
    return next(s for s in load_standards() if "灌云" in s.name)


@cache
def pan_an() -> Standard:
    return next(s for s in load_standards() if "磐安" in s.name)


@cache
def county(number: int = 400) -> tuple[PastCase, ...]:
    return tuple(make_past_cases(guanyun(), number=number))


def case(**changed: object) -> PastCase:
    return replace(PastCase("1号", date(2023, 7, 1), Decimal(12500), chosen=CHOSEN, name="张三"), **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "expected", "why"),
    [
        ({}, 12500, "the worked example of the published formula"),
        (
            {"chosen": (*CHOSEN[:1], ("生活困难系数", ("较重困难=9",)), *CHOSEN[2:])},
            13000,
            "a point set inside the band",
        ),
        ({"chosen": (("案件类型系数", ("8",)), *CHOSEN[1:])}, 11500, "a bare number"),
        ({"received": Decimal(90000), "owed": Decimal(100000)}, 10000, "never more than what is still owed"),
        ({"claimants": 2}, 6250, "two share one grant"),
    ],
)
def test_replay_of_one(changed: dict[str, object], expected: int, why: str) -> None:
    assert replay_one(guanyun(), case(**changed)).suggested == expected, why


def test_a_point_is_kept_as_far_as_the_new_band_allows() -> None:
    recorded = case(chosen=(*CHOSEN[:1], ("生活困难系数", ("较重困难=10",)), *CHOSEN[2:]))
    new, _ = adjust(guanyun(), ["生活困难系数.较重困难=5 至 9，建议 7"])
    assert choose(new, recorded)["生活困难系数"].point == 9
    assert replay_one(new, recorded).suggested == 13000


@pytest.mark.parametrize(
    ("changed", "words", "why"),
    [
        ({"chosen": ()}, "案件类型系数", "nothing recorded, nothing told"),
        (
            {"chosen": (("案件类型系数", ("没有的一档",)), *CHOSEN[1:])},
            "没有的一档",
            "an option the standard does not have",
        ),
        ({"decided": date(2021, 1, 1)}, "救助基准金额", "before the first dated value"),
        ({"chosen": CHOSEN[1:], "told": (("损失", Decimal(0)),)}, "案件类型系数", "harm not known: a range, no point"),
    ],
)
def test_what_cannot_be_computed_is_told(changed: dict[str, object], words: str, why: str) -> None:
    told = replay_one(guanyun(), case(**changed))
    assert told.suggested is None, why
    assert words in told.problem


def test_grouped_replay_equals_one_by_one() -> None:
    cases = run_officers(guanyun(), county()).aided
    for standard in (guanyun(), adjust(guanyun(), ["救助基准金额=520"])[0], pan_an()):
        assert replay(standard, cases) == [replay_one(standard, c) for c in cases]
    assert len(set(map(make_key(guanyun()), cases))) < len(cases) / 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(range(400)), min_size=1, max_size=30),
    st.integers(1, 3),
    st.integers(0, 40000),
    st.sampled_from([None, 5000, 30000]),
    st.dates(date(2021, 6, 1), date(2024, 1, 1)),
)
def test_grouped_replay_equals_one_by_one_for_any_circumstances(
    places: list[int], claimants: int, received: int, owed: int | None, day: date
) -> None:
    given_ = {"claimants": claimants, "received": Decimal(received), "owed": Decimal(owed) if owed else None}
    cases = [replace(county()[p], **(given_ if n % 2 else {}), accepted=day) for n, p in enumerate(places)]  # type: ignore[arg-type]
    found = replay(guanyun(), cases, lambda _: Decimal(400))
    one_by_one = [replay_one(guanyun(), c, Decimal(400)) for c in cases]
    assert [(r.low, r.suggested, r.high) for r in found] == [(r.low, r.suggested, r.high) for r in one_by_one]
    for r in found:
        if r.suggested is not None and r.low is not None and r.high is not None:
            assert 0 <= r.low <= r.suggested <= r.high <= 400 * 36


def test_past_decisions_come_out_exactly() -> None:
    aided = run_officers(guanyun(), county()).aided
    points = replay(guanyun(), aided)
    own = [c for c, p in zip(aided, points, strict=True) if p.suggested != c.amount]
    assert len(own) / len(aided) < 0.1  # only those that an officer set by habit


def test_no_change_changes_nothing() -> None:
    difference = compare_standards(county(), guanyun(), guanyun())
    assert (difference.gain, difference.lose, difference.same) == (0, 0, 400)
    assert difference.before == difference.after
    assert difference.exact == 400


def test_another_standard_proposes_from_what_is_told() -> None:
    difference = compare_standards(county(), guanyun(), fix_values(pan_an()))
    assert difference.after.count == 400
    assert difference.problems == ()
    assert difference.after.total != difference.before.total


def test_change_shows_who_gains_and_who_loses() -> None:
    new, told = adjust(guanyun(), ["救助基准金额=520", "生活困难系数.较重困难=5 至 9，建议 7"])
    difference = compare_standards(county(), guanyun(), new)
    assert difference.gain + difference.lose + difference.same == 400
    assert difference.after.total - difference.before.total == sum(c.by for c in difference.changes)
    gain, lose = most_changed(difference.changes)
    assert gain[0].by == max(c.by for c in difference.changes)
    assert lose[0].by == min(c.by for c in difference.changes)
    assert [(t.what, t.before, t.after) for t in told] == [
        ("救助基准金额", "500(2022-01-01起)", "520"),
        ("生活困难系数.较重困难", "5 至 10，建议 8", "5 至 9，建议 7"),
    ]
    names = {row[1] for row in most_table(difference.changes).rows}
    assert all("某" in name for name in names)
    assert not names & {c.name for c in county()}


@pytest.mark.parametrize(
    ("typed", "words", "why"),
    [
        ("救助基准金额", "应写成", "no sign"),
        ("救助基准金=520", "救助基准金额", "the nearest name is offered"),
        ("救助基准金额=很多", "应写一个数", "no number"),
        ("救助基准金额=500 至 600", "应写一个数", "a band where a number belongs"),
        ("生活困难系数.较重=8", "较重困难", "the nearest option is offered"),
        ("困难系数.较重困难=8", "生活困难系数", "the nearest factor is offered"),
        ("生活困难系数.较重困难=9 至 5", "从小到大", "a band that runs backwards"),
    ],
)
def test_what_cannot_be_tried(typed: str, words: str, why: str) -> None:
    with pytest.raises(AdjustProblem) as problem:
        adjust(guanyun(), [typed])
    assert words in str(problem.value), why


def test_other_numbers_can_be_tried() -> None:
    new, _ = adjust(guanyun(), ["不低于=3000", "取整=1000", "追加倍数．都不是＝1"])
    assert (new.floor, new.unit) == (Decimal(3000), Decimal(1000))
    assert new.factors["追加倍数"].otherwise == 1
    assert all(r.suggested is not None and r.suggested >= 3000 for r in replay(new, county()))


def test_published_mean_is_reached_by_a_benchmark() -> None:
    """109 people received 1.178 million: 10,800 a person."""
    people = make_past_cases(guanyun(), number=109)
    found = find_value(guanyun(), "救助基准金额", Decimal(10800), people)
    assert abs(found.mean - 10800) < 20
    new, _ = adjust(guanyun(), [f"救助基准金额={found.value}"])
    total = sum(r.suggested or Decimal(0) for r in replay(new, people))
    assert abs(total / 10000 - Decimal("117.8")) < Decimal("0.3")
    lower, _ = adjust(guanyun(), [f"救助基准金额={found.value - 1}"])
    mean = sum(r.suggested or Decimal(0) for r in replay(lower, people)) / 109
    assert abs(mean - 10800) >= abs(found.mean - 10800)


@pytest.mark.parametrize(
    ("name", "cases", "words"),
    [("没有的数", 5, "数额"), ("救助基准金额", 0, "没有一件")],
)
def test_a_mean_that_cannot_be_sought(name: str, cases: int, words: str) -> None:
    with pytest.raises(AmountProblem, match=words):
        find_value(guanyun(), name, Decimal(10800), county()[:cases])


def test_budget_runs_out_in_the_month_in_which_it_is_passed() -> None:
    months = [case(number=f"{m}号", decided=date(2023, m, 9), amount=Decimal(12500)) for m in range(1, 7)]
    new, _ = adjust(guanyun(), ["救助基准金额=1000"])
    changes = compare_standards(months, guanyun(), new).changes
    course = run_budget(changes, Decimal(50000), months=6)
    assert [m.month for m in course.months][0::5] == ["2023-01", "2023-06"]
    assert (course.before_out, course.after_out) == ("2023-05", "2023-03")
    assert "新标准到 2023-03 用完,全期缺 100,000 元" in budget_words(course)
    assert run_budget(changes, Decimal(75000), months=6).before_out is None  # exactly enough
    assert run_budget((), Decimal(1)).months == ()


def test_small_groups_are_hidden_in_the_change_too() -> None:
    few = [replace(c, sex="男" if n < 3 else "女") for n, c in enumerate(county()[:30])]
    groups = dict(compare_standards(few, guanyun(), guanyun()).groups)["性别"]
    assert all(g.count is None and g.by is None for g in groups)


def test_open_factors_can_be_taken_from_the_usual_case() -> None:
    open_case = case(chosen=(), told=(("困难程度", "特别困难"),))
    filled, number = fill_typical(guanyun(), [open_case, case()])
    assert number == 1
    assert filled[1] == case()
    assert replay_one(guanyun(), filled[0]).suggested == 11000  # 500 × (10 + 12)


@pytest.mark.parametrize(("value", "expected"), [(Decimal(1200), "+1,200"), (Decimal(-300), "−300"), (Decimal(0), "0")])
def test_signs(value: Decimal, expected: str) -> None:
    assert signed(value) == expected


def test_share_of_nothing_is_a_dash() -> None:
    assert percent(Decimal(5), Decimal(0)) == "—"
    assert percent(Decimal(-5), Decimal(100)) == "−5.0%"
