"""A frozen record gives the same sum whatever becomes of standard, figures and elements later."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.amounts.award import Award, Item
from yingjiu.amounts.breakthrough import Breakthrough
from yingjiu.amounts.ceiling import Circumstances, apply_law
from yingjiu.amounts.compute import Choice, compute
from yingjiu.amounts.record import RecordProblem, from_dict, record_of, replay, to_dict
from yingjiu.amounts.sharing import SplitMode
from yingjiu.catalog.factor import Factor
from yingjiu.catalog.figure import WAGE
from yingjiu.catalog.standard import Standard, load_standards

DAY = date(2023, 7, 1)


@cache
def shipped() -> dict[str, Standard]:
    """Standards with a wage filled in."""
    return {s.path.stem: replace(s, values={**s.values, WAGE: {"2023-01-01": Decimal(8000)}}) for s in load_standards()}


def choice(factor: Factor) -> st.SearchStrategy[Choice]:
    """Any way to fill in a factor."""
    names = st.sampled_from([o.name for o in factor.options])
    return st.one_of(
        st.builds(Choice, st.tuples(names)),
        st.builds(lambda a, b: Choice((a, b), sure=False, certain=(b,)), names, names),
        st.builds(lambda p: Choice(point=p, reason="理由"), st.decimals(0, 20, places=2)),
    )


GIVEN = st.builds(
    Circumstances,
    wage=st.decimals(1, 9000, places=2),
    received=st.decimals(0, 5000, places=2),
    owed=st.one_of(st.none(), st.decimals(0, 90000, places=2)),
    claimants=st.integers(1, 4),
    granted_beside=st.sampled_from([Decimal(0), Decimal(2000)]),
    split=st.sampled_from([SplitMode.EQUAL, SplitMode.ONE_PAYEE]),
    relieved=st.sampled_from([(), (("某法院", "2022-01-01", Decimal(3000)),)]),
    breakthrough=st.one_of(
        st.none(),
        st.builds(
            Breakthrough,
            ground=st.sampled_from(["生活特别困难", ""]),
            approved_by=st.sampled_from([None, "某市人民检察院"]),
            award=st.one_of(st.none(), st.just(Award((Item("医疗费", Decimal("1.5"), "甲", "乙"),), Decimal("0.7")))),
            entered=st.one_of(st.none(), st.just(Decimal(400000))),
            entered_basis=st.just("判决书"),
        ),
    ),
)


@settings(deadline=None)
@given(st.sampled_from(["灌云", "磐安", "月工资倍数", "定额分档", "限额", "突破"]), GIVEN, st.data())
def test_a_past_decision_is_replayed_exactly(stem: str, given: Circumstances, data: st.DataObject) -> None:
    standard = shipped()[stem]
    factors = {**standard.factors, **standard.scores}
    chosen = {name: data.draw(choice(factor)) for name, factor in factors.items()}
    computed = compute(standard, DAY, chosen)
    ruled = apply_law(computed, given)
    record = from_dict(json.loads(json.dumps(to_dict(record_of(computed, chosen, given, DAY)), ensure_ascii=False)))
    again, ruled_again = replay(record)
    assert (again.low, again.suggested, again.high) == (computed.low, computed.suggested, computed.high)
    assert ruled_again.total == ruled.total
    assert record.total == (ruled.total.low, ruled.total.suggested, ruled.total.high)
    assert ruled_again.shares == ruled.shares
    assert ruled_again.refusals == ruled.refusals
    assert record.digest == standard.digest


def test_a_later_figure_changes_no_past_sum() -> None:
    standard = shipped()["灌云"]
    names = ("案件类型系数", "生活困难系数", "追加倍数", "过错系数")
    chosen = {n: Choice(point=Decimal(p), reason="甲") for n, p in zip(names, ("10", "8", "7", "1"), strict=True)}
    record = to_dict(record_of(compute(standard, DAY, chosen), chosen, Circumstances(Decimal(8000)), DAY))
    changed = replace(standard, values={"救助基准金额": {"2022-01-01": Decimal(900)}})
    assert compute(changed, DAY, chosen).suggested == 22500
    assert replay(from_dict(record))[1].total.suggested == 12500


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"version": 2},
        {"version": 1},
        {"version": 1, "total": ["x", None, "1"]},
        {"version": 1, "total": [], "on": 1},
    ],
    ids=["nothing", "another version", "empty", "no number", "no day"],
)
def test_a_damaged_record_is_told(told: dict[str, object]) -> None:
    with pytest.raises(RecordProblem, match="金额记录"):
        from_dict(told)
