"""The computation: the vectors of the published formula to the fen, ranges for what is open, refusals that name the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.amounts.ceiling import Circumstances, apply_law
from yingjiu.amounts.compute import AmountProblem, Choice, compute
from yingjiu.amounts.examples import check_standard
from yingjiu.amounts.propose import choices_of, propose
from yingjiu.catalog.condition import Value
from yingjiu.catalog.figure import WAGE
from yingjiu.catalog.formula import read_formula
from yingjiu.catalog.standard import Standard, load_standards

DAY = date(2023, 7, 1)
ALWAYS = "0001-01-01"


@cache
def standards() -> dict[str, Standard]:
    """The shipped standards with a wage, as an office would fill it in."""
    return {s.path.stem: replace(s, values={**s.values, WAGE: {ALWAYS: Decimal(8000)}}) for s in load_standards()}


def points(case: str, hardship: str, extra: str, fault: str) -> dict[str, Choice]:
    """Numbers set by a person for the four factors of Guanyun."""
    names = ("案件类型系数", "生活困难系数", "追加倍数", "过错系数")
    return {
        name: Choice(point=Decimal(p), reason="样例")
        for name, p in zip(names, (case, hardship, extra, fault), strict=True)
    }


VECTORS = [
    ("10", "8", "7", "1.0", "12500"),
    ("6", "3", "0", "1.0", "4500"),
    ("20", "15", "10", "1.0", "22500"),
    ("8", "12", "3", "0.7", "8050.0"),
    ("4", "2", "1", "0.5", "1750.0"),
]


@pytest.mark.parametrize(("case", "hardship", "extra", "fault", "sum_"), VECTORS)
def test_published_formula_is_exact_before_rounding(
    case: str, hardship: str, extra: str, fault: str, sum_: str
) -> None:
    computed = compute(standards()["灌云"], DAY, points(case, hardship, extra, fault))
    assert computed.suggested == computed.low == computed.high == Decimal(sum_)


@pytest.mark.parametrize("stem", sorted(standards()))
def test_every_files_own_examples_hold(stem: str) -> None:
    shipped = next(s for s in load_standards() if s.path.stem == stem)
    assert check_standard(shipped) == []


def test_a_wrong_example_is_told_with_both_sums() -> None:
    standard = standards()["灌云"]
    wrong = replace(standard, examples=(replace(standard.examples[0], expected=Decimal(12600)),))
    (problem,) = check_standard(wrong)
    assert "应为 12600,实为 12500" in problem.message


def test_unknown_harm_gives_a_range_and_no_point() -> None:
    standard = standards()["灌云"]
    told: dict[str, Value] = {
        "困难程度": "较重困难",
        "被害人责任": "无责任",
        "案件来路": "刑事犯罪",
        "损失": Decimal(0),
    }
    proposals = propose(standard, told)
    computed = compute(standard, DAY, choices_of(standard, told))
    assert computed.suggested is None
    assert computed.low < computed.high
    assert computed.open == ("案件类型系数",)
    assert "伤情" in {e.name for e in proposals["案件类型系数"].verify}
    assert [e.cost for e in proposals["案件类型系数"].verify] == sorted(
        e.cost for e in proposals["案件类型系数"].verify
    )


def test_what_cannot_change_the_sum_is_not_left_open() -> None:
    """A dead main earner is the highest option: what else may hold does not matter."""
    told: dict[str, Value] = {"伤情": "死亡", "主要收入者": "是"}
    proposal = propose(standards()["灌云"], told)["案件类型系数"]
    assert proposal.choice == Choice(("死亡，主要收入者",))
    assert proposal.verify == ()


def test_more_than_one_group_counts_once_by_the_highest() -> None:
    told: dict[str, Value] = {"困境儿童": "是", "残疾": "三四级", "低收入户": "是"}
    assert propose(standards()["灌云"], told)["追加倍数"].choice.options == ("重点优抚、困境儿童、残疾一二级",)


@pytest.mark.parametrize("element", ["低收入户", "困难妇女", "困难职工", "医疗救助对象"])
def test_each_named_group_has_its_supplement(element: str) -> None:
    """低收入户 stands in the published method beside the groups that the bands name."""
    choice = propose(standards()["灌云"], {element: "是"})["追加倍数"].choice
    assert choice.options == ("困难妇女、困难职工、医疗救助对象、残疾三四级、低收入户",)


REFUSALS: list[tuple[dict[str, Choice], str, str]] = [
    ({}, r"“案件类型系数”没有一档适用.*灌云.yml 第\d+行", "nothing chosen"),
    ({"案件类型系数": Choice(("轻微",))}, "没有“轻微”这一档.*重伤二级", "an option that is not there"),
    ({"案件系数": Choice(("死亡",))}, "没有“案件系数”", "a factor that is not there"),
    (points("10", "8", "7", "NaN"), "取定的数不对", "not a number"),
    (points("10", "8", "7", "-1"), "取定的数不对", "below zero"),
    (points("10", "8", "7", "1e13"), "取定的数不对", "too large"),
    (
        {"案件类型系数": Choice(("死亡",), point=Decimal(99))},
        "不在幅度 15 至 15 内,要写明理由",
        "outside without a reason",
    ),
    (points("10", "999999999999", "7", "1"), "大得不可能", "a sum that cannot be"),
]


@pytest.mark.parametrize(("chosen", "said", "why"), REFUSALS, ids=[r[2] for r in REFUSALS])
def test_what_cannot_be_computed_is_told(chosen: dict[str, Choice], said: str, why: str) -> None:
    with pytest.raises(AmountProblem, match=said):
        compute(standards()["灌云"], DAY, chosen)


def test_inside_the_band_a_point_needs_no_reason() -> None:
    chosen = points("10", "8", "7", "1") | {"生活困难系数": Choice(("较重困难",), point=Decimal(10))}
    assert compute(standards()["灌云"], DAY, chosen).suggested == 13500


def test_the_scored_shape_tells_points_and_step() -> None:
    standard = standards()["磐安"]
    chosen = {
        "受害程度": Choice(("重伤或严重残疾",)),
        "生活困难": Choice(("特别困难",)),
        "未获赔偿": Choice(("分文未得",)),
        "特殊身份": Choice(("残疾人", "未成年人")),
        "过错系数": Choice(("无责任",)),
    }
    computed = compute(standard, DAY, chosen)
    line = next(x for x in computed.lines if x.name == "档次金额")
    assert line.words == "受害程度 30 + 生活困难 30 + 未获赔偿 15 + 特殊身份 16 = 91 分,一档"
    assert (computed.low, computed.suggested, computed.high) == (20000, 25000, 30000)


def test_a_standards_own_ceiling_holds_after_rounding() -> None:
    standard = replace(standards()["限额"], ceilings={"救助金额": read_formula("49950")})
    computed = compute(standard, DAY, {"酌定金额": Choice(point=Decimal(50000))})
    assert computed.suggested == 49950
    assert apply_law(computed, Circumstances(Decimal(8000))).total.suggested == 49900


HARM = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级", "轻微伤", "无")
HARDSHIP = ("特别困难", "较重困难", "一般困难", "无")
FAULT = ("无责任", "次要责任", "同等责任", "主要责任", "全部责任")
YES = ("是", "否")
VALUES: dict[str, tuple[Value, ...]] = {
    "伤情": (*HARM, None),
    "伤残": ("一级", "六级", "十级", "无"),
    "困难程度": HARDSHIP,
    "被害人责任": (*FAULT, None),
    "被害人过错": ("无", "一般", "重大"),
    "互殴": ("否", "是"),
    "损失": (Decimal(100000), Decimal(20000), Decimal(0), None),
    "损失比年收入": (Decimal(3), Decimal(1), Decimal(0), None),
    "案件来路": ("刑事犯罪", "民事侵权", "追索赡养抚养扶养费", "信访", "其他", None),
    "主要收入者": (*YES, None),
    "未成年": (*YES, None),
    "老年": YES,
    "被扶养人": ("有", "没有", None),
    "目前赔偿": ("未赔偿", "部分赔偿", "已赔偿", None),
    **dict.fromkeys(("性侵害", "重点优抚", "困境儿童", "困难妇女", "困难职工", "医疗救助对象", "低收入户", "自述困难"), YES),
    "残疾": ("一二级", "三四级", "无"),
    "护理依赖": ("完全", "大部分", "部分", "无"),
}
PEOPLE = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in VALUES.items()})
STEMS = st.sampled_from(["灌云", "磐安", "月工资倍数", "定额分档", "突破"])


def total(stem: str, told: dict[str, Value], wage: str = "8000") -> tuple[Decimal, Decimal | None, Decimal] | None:
    """Low, suggested, high after the law; None where no option covers the case."""
    try:
        computed = compute(standards()[stem], DAY, choices_of(standards()[stem], told))
    except AmountProblem:
        return None
    ruled = apply_law(computed, Circumstances(Decimal(wage)))
    return ruled.total.low, ruled.total.suggested, ruled.total.high


@settings(deadline=None)
@given(STEMS, PEOPLE, st.sampled_from(["1", "12.34", "300", "8000"]))
def test_low_suggested_high_and_ceiling_are_in_order(stem: str, told: dict[str, Value], wage: str) -> None:
    found = total(stem, told, wage)
    if found is None:
        return
    low, suggested, high = found
    assert 0 <= low <= (suggested if suggested is not None else high) <= high <= Decimal(wage) * 36


GRAVER = st.sampled_from(["伤情", "伤残", "困难程度", "残疾", "损失", "损失比年收入", "护理依赖"])


@settings(deadline=None)
@given(STEMS, PEOPLE, GRAVER, st.data())
def test_a_graver_fact_never_pays_less(stem: str, told: dict[str, Value], element: str, data: st.DataObject) -> None:
    values = [v for v in VALUES[element] if v is not None]
    worse, milder = sorted(data.draw(st.lists(st.sampled_from(range(len(values))), min_size=2, max_size=2)))
    with_worse, with_milder = (
        total(stem, {**told, element: values[worse]}),
        total(stem, {**told, element: values[milder]}),
    )
    if with_worse is None or with_milder is None:
        assert with_milder is None
        return
    assert with_worse[0] >= with_milder[0]
    assert with_worse[2] >= with_milder[2]
    if with_worse[1] is not None and with_milder[1] is not None:
        assert with_worse[1] >= with_milder[1]


@settings(deadline=None)
@given(STEMS, PEOPLE, st.sampled_from(["被害人责任", "被害人过错", "互殴"]), st.data())
def test_more_fault_never_pays_more(stem: str, told: dict[str, Value], element: str, data: st.DataObject) -> None:
    values = [v for v in VALUES[element] if v is not None]
    less, more = sorted(data.draw(st.lists(st.sampled_from(range(len(values))), min_size=2, max_size=2)))
    innocent, guilty = total(stem, {**told, element: values[less]}), total(stem, {**told, element: values[more]})
    assert (innocent is None) is (guilty is None)
    if innocent is not None and guilty is not None:
        assert innocent[0] >= guilty[0]
        assert innocent[2] >= guilty[2]


@settings(deadline=None)
@given(STEMS, PEOPLE, st.sampled_from(sorted(VALUES)), st.data())
def test_learning_a_fact_stays_inside_the_range(
    stem: str, told: dict[str, Value], element: str, data: st.DataObject
) -> None:
    """What is found out later is one of the possibilities that the range already counted."""
    value = data.draw(st.sampled_from([v for v in VALUES[element] if v is not None]))
    before, after = total(stem, {**told, element: None}), total(stem, {**told, element: value})
    if before is not None and after is not None:
        assert before[0] <= after[0] <= after[2] <= before[2]
