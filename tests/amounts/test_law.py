"""The law above every standard: 36 months to the yuan, break-through, once for one case, received deducted, claimants share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.amounts.award import Award, Item
from yingjiu.amounts.breakthrough import Breakthrough
from yingjiu.amounts.ceiling import Circumstances, Ruled, apply_law, approver_of
from yingjiu.amounts.compute import Choice, Computed, compute
from yingjiu.amounts.sharing import SplitMode, share_out
from yingjiu.catalog.formula import read_formula
from yingjiu.catalog.standard import Standard, load_standards

DAY = date(2023, 7, 1)
WAGE = Decimal(8000)
CEILING = WAGE * 36
CASE = "救助金额"


@cache
def free() -> Standard:
    """A standard by which a person names any sum, without rounding, floor or ceiling of its own."""
    standard = next(s for s in load_standards() if s.path.stem == "限额")
    return replace(standard, ceilings={}, unit=None, lines=((CASE, read_formula("酌定金额")),))


def asked(amount: str | int | Decimal, standard: Standard | None = None) -> Computed:
    """A computed sum of just that amount."""
    return compute(standard or free(), DAY, {"酌定金额": Choice(point=Decimal(amount), reason="试")})


def rule(amount: str | int | Decimal, **given: object) -> Ruled:
    """The law applied to a sum."""
    return apply_law(asked(amount), Circumstances(WAGE, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "granted"),
    [(CEILING - 1, CEILING - 1), (CEILING, CEILING), (CEILING + 1, CEILING), (CEILING + Decimal("0.01"), CEILING)],
    ids=["a yuan below", "exactly", "a yuan above", "a fen above"],
)
def test_thirty_six_months_to_the_yuan(amount: Decimal, granted: Decimal) -> None:
    ruled = rule(amount)
    assert ruled.total.suggested == granted
    assert ruled.ceiling == CEILING
    assert any("三十六个月" in r.article for r in ruled.rules)


def test_rounding_and_floor_never_pass_the_ceiling() -> None:
    """2,777.77 × 36 = 99,999.72: rounding to a hundred may not give 100,000, a floor of 200,000 neither."""
    standard = replace(free(), unit=Decimal(100))
    wage = Decimal("2777.77")
    assert apply_law(asked(100000, standard), Circumstances(wage)).total.suggested == 99900
    lifted = replace(standard, floor=Decimal(200000))
    assert apply_law(asked(50000, lifted), Circumstances(wage)).total.suggested == 99900


def test_a_standard_cannot_switch_the_ceiling_off() -> None:
    generous = replace(free(), ceilings={CASE: read_formula("999999999")})
    assert apply_law(asked(500000, generous), Circumstances(WAGE)).total.suggested == CEILING


AWARD = Award((Item("死亡赔偿金", Decimal(400000), "", ""),), Decimal(1))
GOOD = Breakthrough("损失特别重大，生活特别困难", "某市人民检察院", entered=Decimal(400000), entered_basis="一审判决书")
WISHES = [
    (GOOD, "350000", "", "ground, approval and award by hand"),
    (replace(GOOD, entered=None, entered_basis="", award=AWARD), "350000", "", "award computed"),
    (replace(GOOD, entered=Decimal(320000)), "320000", "", "never above the lawful award"),
    (replace(GOOD, ground=""), CEILING, "法定理由", "no ground"),
    (replace(GOOD, ground="领导要求"), CEILING, "法定理由", "a ground that the law does not know"),
    (replace(GOOD, ground="需要长期心理治疗"), CEILING, "法定理由", "a ground of minors for an adult"),
    (replace(GOOD, ground="需要长期心理治疗", minor=True), "350000", "", "the same ground for a minor"),
    (replace(GOOD, approved_by=None), CEILING, "上级批准", "not approved"),
    (replace(GOOD, approved_by=" "), CEILING, "上级批准", "approved by nobody"),
    (replace(GOOD, entered=None), CEILING, "应判", "no award"),
    (replace(GOOD, entered_basis=""), CEILING, "依据", "an award without its basis"),
    (replace(GOOD, entered=Decimal(200000)), CEILING, "不需要也不能突破", "an award below 36 months"),
    (replace(GOOD, minor=True, approved_by=None), CEILING, "上级批准", "a minor's case needs approval too"),
]


@pytest.mark.parametrize(("wish", "granted", "refused", "why"), WISHES, ids=[w[3] for w in WISHES])
def test_breakthrough(wish: Breakthrough, granted: str | Decimal, refused: str, why: str) -> None:
    ruled = rule(350000, breakthrough=wish)
    assert ruled.total.suggested == Decimal(granted), why
    assert (refused in "".join(ruled.refusals)) if refused else ruled.refusals == ()


def test_an_open_item_of_the_award_is_told() -> None:
    award = Award((*AWARD.items, Item("丧葬费", None, "", "")), Decimal(1))
    ruled = rule(350000, breakthrough=replace(GOOD, award=award, entered=None))
    assert "丧葬费还不清楚" in "".join(r.words for r in ruled.rules)


def test_without_a_breakthrough_the_award_is_only_a_warning() -> None:
    small = Award((Item("医疗费", Decimal(5000), "", ""),), Decimal(1))
    ruled = rule(8000, award=small)
    assert ruled.total.suggested == 8000
    assert "超过依法应判的 5000 元" in "".join(ruled.notes)
    assert rule(4000, award=small).notes == ()


@pytest.mark.parametrize("organ", ["本院", "某县人民法院", "某县公安局", "某县委政法委"])
def test_one_person_one_case_once_over_all_organs(organ: str) -> None:
    ruled = rule(10000, relieved=[(organ, "2023-01-05", Decimal(3000))])
    assert ruled.barred
    assert (ruled.total.low, ruled.total.suggested, ruled.total.high) == (0, 0, 0)
    assert ruled.approver is None
    assert organ in ruled.refusals[0]
    assert "3000" in ruled.refusals[0]


RECEIVED = [
    ("0", None, "10000", "nothing received"),
    ("5000", "60000", "10000", "what lacks is more than the grant"),
    ("55000", "60000", "5000", "only what lacks"),
    ("60000", "60000", "0", "paid in full"),
    ("70000", "60000", "0", "paid more"),
    ("5000", None, "10000", "owed is not known: told, not guessed"),
]


@pytest.mark.parametrize(("received", "owed", "granted", "why"), RECEIVED, ids=[r[3] for r in RECEIVED])
def test_received_is_deducted(received: str, owed: str | None, granted: str, why: str) -> None:
    ruled = rule(10000, received=Decimal(received), owed=Decimal(owed) if owed else None)
    assert ruled.total.suggested == Decimal(granted), why
    assert ruled.barred is (granted == "0")
    assert bool(ruled.notes) is (owed is None and received != "0")


def test_a_floor_never_gives_more_than_what_lacks() -> None:
    standard = replace(free(), floor=Decimal(3000))
    given = Circumstances(WAGE, received=Decimal(59500), owed=Decimal(60000))
    assert apply_law(asked(10000, standard), given).total.suggested == 500


def test_other_claimants_of_the_victim_used_up_part_of_the_one_grant() -> None:
    assert rule(10000, granted_beside=Decimal(4000)).total.suggested == 6000
    used = rule(10000, granted_beside=Decimal(10000))
    assert used.barred
    assert used.total.high == 0


SPLITS = [
    (SplitMode.EQUAL, (), ["3333.34", "3333.33", "3333.33"], "equal, the odd fen to the first"),
    (SplitMode.BY_DEPENDENCE, (2, 1, 1), ["5000", "2500", "2500"], "by dependence"),
    (SplitMode.ONE_PAYEE, (), ["10000", "0", "0"], "one payee"),
]


@pytest.mark.parametrize(("mode", "weights", "shares", "why"), SPLITS, ids=[s[3] for s in SPLITS])
def test_claimants_share_one_grant(mode: SplitMode, weights: tuple[int, ...], shares: list[str], why: str) -> None:
    ruled = rule(10000, claimants=3, split=mode, weights=[Decimal(w) for w in weights])
    assert [s.suggested for s in ruled.shares] == [Decimal(s) for s in shares], why
    assert ruled.total.suggested == 10000


def test_shares_by_dependence_need_a_weight_each() -> None:
    with pytest.raises(ValueError, match="3 名申请人"):
        rule(10000, claimants=3, split=SplitMode.BY_DEPENDENCE, weights=[Decimal(1)])
    with pytest.raises(ValueError, match="都是零"):
        rule(10000, claimants=2, split=SplitMode.BY_DEPENDENCE, weights=[Decimal(0), Decimal(0)])


@settings(deadline=None)
@given(st.integers(0, 10**8), st.lists(st.integers(0, 9), min_size=1, max_size=12).filter(any))
def test_shares_add_up_to_the_fen(fen: int, weights: list[int]) -> None:
    amount = Decimal(fen) / 100
    parts = share_out(amount, [Decimal(w) for w in weights])
    assert sum(parts) == amount
    assert all(part >= 0 for part in parts)
    assert all(part == 0 for part, w in zip(parts, weights, strict=True) if w == 0)


@settings(deadline=None)
@given(
    st.decimals(0, 10**6, places=2),
    st.decimals(1, 10**5, places=2),
    st.decimals(0, 10**6, places=2),
    st.one_of(st.none(), st.decimals(0, 10**6, places=2)),
    st.integers(1, 5),
)
def test_nothing_passes_the_limits(
    amount: Decimal, wage: Decimal, received: Decimal, owed: Decimal | None, count: int
) -> None:
    standard = replace(free(), unit=Decimal(100), floor=Decimal(3000))
    given = Circumstances(wage, received=received, owed=owed, claimants=count)
    ruled = apply_law(asked(amount, standard), given)
    total = ruled.total
    assert total.suggested is not None
    assert 0 <= total.low <= total.suggested <= total.high <= ruled.ceiling == wage * 36
    assert owed is None or not received or total.high <= max(owed - received, Decimal(0))
    assert sum((s.suggested or Decimal(0) for s in ruled.shares), Decimal(0)) == total.suggested


LADDER = [
    ("3000", "分管副检察长"),
    ("10000", "分管副检察长"),
    ("10000.01", "检察长办公会或者党组"),
    ("50000.01", "检察长办公会或者党组研究后报市级院和政法委"),
]


@pytest.mark.parametrize(("amount", "organ"), LADDER)
def test_the_approval_ladder(amount: str, organ: str) -> None:
    standard = next(s for s in load_standards() if s.path.stem == "定额分档")
    assert approver_of(standard.ladder, Decimal(amount)) == organ
