"""The paragraph to paste into a report and the benchmark's proposal: numbers, sources, articles, 大写, in Chinese signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from yingjiu.amounts.benchmark import Granted, propose_benchmark, usual_multiple
from yingjiu.amounts.ceiling import Circumstances, apply_law
from yingjiu.amounts.compute import AmountProblem, Choice, compute
from yingjiu.amounts.propose import choices_of
from yingjiu.amounts.report import full_width, missing_reasons, report_lines, report_paragraph
from yingjiu.catalog.condition import Value
from yingjiu.catalog.standard import Standard, load_standards

DAY = date(2023, 7, 1)
TOLD: dict[str, Value] = {
    "伤情": "重伤二级", "困难程度": "较重困难", "残疾": "一二级", "被害人责任": "无责任", "损失": Decimal(0),
    "未成年": "否", "案件来路": "刑事犯罪",
}  # fmt: skip


def standard(stem: str) -> Standard:
    """A shipped standard."""
    return next(s for s in load_standards() if s.path.stem == stem)


def paragraph(told: dict[str, Value], **given: object) -> str:
    """The paragraph of the published formula."""
    computed = compute(standard("灌云"), DAY, choices_of(standard("灌云"), told))
    return report_paragraph(computed, apply_law(computed, Circumstances(Decimal(8000), **given)), DAY)  # type: ignore[arg-type]


def test_the_paragraph_tells_every_line_in_chinese_signs() -> None:
    text = paragraph(TOLD)
    for part in (
        "按照《司法救助资金分类量化标准实施细则》",
        "以2023年7月1日适用的数额计算",
        "救助基准金额500元",
        "案件类型系数10（重伤二级或伤残三至六级）",
        "基本金额=500×（10+8）=9000元",
        "救助金额=（9000+3500）×1=12500元",
        "不超过8000元×36个月=288000元",
        "建议给予司法救助金12500元（人民币壹万贰仟伍佰元整），幅度为10000元至15000元。",
    ):
        assert part in text, part
    assert not set(",;:()") & set(text)


def test_an_open_input_gives_the_range_and_says_why() -> None:
    text = paragraph({k: v for k, v in TOLD.items() if k != "伤情"})
    assert "因案件类型系数还没有查明" in text
    assert "建议给予" not in text


def test_what_was_granted_before_ends_the_paragraph() -> None:
    text = paragraph(TOLD, relieved=[("某县人民法院", "2023-01-05", Decimal(8000))])
    assert "建议不再给予司法救助金" in text
    assert "某县人民法院已于2023-01-05就同一案件救助8000元" in text
    assert "大写" not in text
    assert "壹万" not in text


def test_claimants_are_told_one_by_one() -> None:
    assert "由3名申请人共用：第1名4166.67元、第2名4166.67元、第3名4166.66元" in paragraph(TOLD, claimants=3)


def test_every_line_names_its_source() -> None:
    computed = compute(standard("灌云"), DAY, choices_of(standard("灌云"), TOLD))
    lines = report_lines(computed, apply_law(computed, Circumstances(Decimal(8000))))
    assert all(line.source and line.value for line in lines)
    assert "示例值" in lines[0].source


def test_a_standard_that_wants_reasons_lists_those_missing() -> None:
    computed = compute(standard("限额"), DAY, {"酌定金额": Choice(point=Decimal(20000))})
    assert len(missing_reasons(computed, [])) == 6
    assert "实际损失" not in missing_reasons(computed, ["实际损失"])
    ruled = apply_law(computed, Circumstances(Decimal(8000)))
    assert "实际损失：医疗费三万元。" in report_paragraph(computed, ruled, DAY, [("实际损失", "医疗费三万元。")])


def test_signs() -> None:
    assert full_width("甲 (乙), 丙: 1 × (2 + 3) = 5 元") == "甲（乙），丙：1×（2+3）=5元"


GRANTS = [
    Granted(date(2021, 3, 1), Decimal(9000)),
    Granted(date(2022, 3, 1), Decimal(11000)),
    Granted(date(2023, 6, 1), Decimal(13000)),
]


def test_the_benchmark_is_the_mean_grant_over_the_usual_multiple() -> None:
    guanyun = standard("灌云")
    assert usual_multiple(guanyun) == 21
    proposal = propose_benchmark(guanyun, GRANTS, DAY)
    assert (proposal.count, proposal.mean, proposal.middle) == (3, 11000, 11000)
    assert proposal.proposed == 520  # 11,000 ÷ 21 = 523.8, to the ten
    assert proposal.line == "  2023-07-01: 520"
    assert "案件少" in proposal.words


def test_the_published_mean_gives_the_benchmark_of_the_examples() -> None:
    assert propose_benchmark(standard("灌云"), [Granted(DAY, Decimal(10807))] * 109, DAY).proposed == 510


def test_only_three_years_count_and_none_is_told() -> None:
    old = [Granted(date(2020, 6, 30), Decimal(9000)), Granted(date(2023, 7, 2), Decimal(9000))]
    proposal = propose_benchmark(standard("灌云"), old, DAY)
    assert proposal.proposed is None
    assert "没有发放记录" in proposal.words
    assert propose_benchmark(standard("灌云"), GRANTS, date(2024, 2, 29)).since == date(2021, 2, 28)


def test_a_standard_without_benchmark_or_usual_case_is_told() -> None:
    with pytest.raises(AmountProblem, match="常见情形"):
        propose_benchmark(standard("限额"), GRANTS, DAY)
    with pytest.raises(AmountProblem, match="常见情形"):
        usual_multiple(replace(standard("灌云"), typical={}))
