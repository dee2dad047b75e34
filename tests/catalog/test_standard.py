"""Standard files and the office's figures: problems by line, dated values, what a graver fact may not do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yingjiu.catalog.condition import load_elements
from yingjiu.catalog.figure import WAGE, load_figures, read_figure
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import UserFileError
from yingjiu.catalog.standard import Standard, choose_standard, load_standards, read_standard

TEXT = """名称: 某县标准
单位: 某县人民检察院
依据: 某办法
公式:
  救助金额: 基准 × 系数甲
取整: {到: 100, 方式: 四舍五入}
数额:
  基准: {2023-01-01: 500, 2024-01-01: 600}
系数:
  系数甲:
    重伤: {值: 5 至 10，建议 8, 当: {伤情: 重伤二级以上}}
    都不是: 1
样例:
  - {说: 甲, 日期: 2023-07-01, 选: {系数甲: 重伤}, 得: 4000}
  - {说: 乙, 日期: 2023-07-01, 选: {系数甲: 10}, 得: 5000}
"""


def read(folder: Path, text: str) -> Standard:
    path = folder / "某县.yml"
    path.write_text(text, encoding="utf-8")
    return read_standard(path, load_elements(CATALOG / "gradings" / "要素.yml"))


def test_a_standard_is_read(tmp_path: Path) -> None:
    standard = read(tmp_path, TEXT)
    assert standard.value_on("基准", date(2023, 12, 31)) == 500
    assert standard.value_on("基准", date(2024, 1, 1)) == 600
    assert len(standard.digest) == 16


WRONG = [
    ("基准 × 系数甲", "基准 × 系数乙", "系数乙", "a name that is not defined"),
    ("基准 × 系数甲", "基准 / 2", "公式只能写", "a sign that is not allowed"),
    ("5 至 10，建议 8", "10 至 5", "从小到大", "a band that runs backwards"),
    ("重伤二级以上", "重伤二级", "更重", "a graver value would pay less"),
    ("伤情: 重伤二级以上", "伤势: 重伤", "没有要素", "an element that is not known"),
    ("2024-01-01: 600", "2024-13-01: 600", "日期", "a day that is none"),
    ("2024-01-01: 600", "2024-01-01: 1.2.3", "一个数", "a value that is none"),
    ("2024-01-01: 600", f"2024-01-01: {'9' * 5000}", "写得不对|一个数", "a value of five thousand digits"),
    ("方式: 四舍五入", "方式: 随意", "四舍五入", "a rounding that is not known"),
    ("到: 100", "到: 0", "大于零", "rounding to nothing"),
    ("取整:", "叠加: 相加\n取整:", "按系数写", "stacking for every factor at once"),
    ("取整:", "叠加: {系数乙: 相加}\n取整:", "系数乙", "stacking of a factor that is not there"),
    ("取整:", "不超过: {总额: 50000}\n取整:", "总额", "a ceiling of a line that is not there"),
    ("选: {系数甲: 重伤}", "选: {系数甲: 轻伤}", "轻伤", "an example with an unknown option"),
    ("得: 5000", "应: 5000", "不认识", "a word that is not known"),
    ("  - {说: 乙, 日期: 2023-07-01, 选: {系数甲: 10}, 得: 5000}\n", "", "至少写两个", "one example only"),
    ("名称: 某县标准\n", "", "缺少“名称”", "no name"),
    ("取整:", "审批: [{由: 甲}, {不超过: 5, 由: 乙}]\n取整:", "从小到大", "a ladder upside down"),
    ("救助金额: 基准", "系数甲: 基准", "已经是", "a line named like a factor"),
]


@pytest.mark.parametrize(("before", "after", "said", "why"), WRONG, ids=[w[3] for w in WRONG])
def test_what_is_wrong_is_told_with_its_line(before: str, after: str, said: str, why: str, tmp_path: Path) -> None:
    assert before in TEXT
    with pytest.raises(UserFileError, match=said) as caught:
        read(tmp_path, TEXT.replace(before, after, 1))
    assert all(p.file == "某县.yml" for p in caught.value.problems), why


def test_a_day_before_the_first_one_refuses_and_names_file_and_line(tmp_path: Path) -> None:
    standard = read(tmp_path, TEXT)
    with pytest.raises(UserFileError, match=r"某县.yml 第8行:没有 2022-12-31 适用的“基准”.*2022-01-01: 数"):
        standard.value_on("基准", date(2022, 12, 31))


FIGURE = """名称: 上年度月平均工资
单位: 元/月
依据: 省统计局公布
签字确认人: 某某
数额:
  2023-06-01: 9600
"""


def test_the_office_fills_in_what_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "上年度月平均工资.yml").write_text(FIGURE, encoding="utf-8")
    standard = choose_standard(load_standards((tmp_path,)), "月工资倍数", date(2023, 7, 1))
    assert standard.value_on(WAGE, date(2023, 7, 1)) == 9600
    assert "某某签字确认" in standard.source_of(WAGE)
    with pytest.raises(UserFileError, match=r"上年度月平均工资.yml 第5行.*2023-06-01"):
        standard.value_on(WAGE, date(2023, 5, 31))


def test_without_the_office_the_file_to_fill_is_named() -> None:
    standard = choose_standard(load_standards(), "月工资倍数", date(2023, 7, 1))
    with pytest.raises(UserFileError, match=r"月工资倍数.yml 第\d+行.*law/上年度月平均工资.yml"):
        standard.value_on(WAGE, date(2023, 7, 1))


def test_an_empty_figure_replaces_the_shipped_example(tmp_path: Path) -> None:
    """500 of the shipped file is an example; an office that has not confirmed its own benchmark gets no sum by it."""
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "救助基准金额.yml").write_text("名称: 救助基准金额\n单位: 元\n数额: {}\n", encoding="utf-8")
    standard = choose_standard(load_standards((tmp_path,)), "灌云", date(2023, 7, 1))
    with pytest.raises(UserFileError, match=r"救助基准金额.yml 第3行"):
        standard.value_on("救助基准金额", date(2023, 7, 1))


def test_a_yearly_figure_counts_as_a_twelfth(tmp_path: Path) -> None:
    path = tmp_path / "上年度月平均工资.yml"
    path.write_text(FIGURE.replace("数额", "年数额").replace("9600", "124110"), encoding="utf-8")
    assert read_figure(path).value_on(date(2023, 7, 1)) == Decimal("10342.50")


def test_all_wrong_figures_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    for name in ("甲", "乙"):
        (tmp_path / "law" / f"{name}.yml").write_text(FIGURE.replace("9600", "很多"), encoding="utf-8")
    with pytest.raises(UserFileError) as caught:
        load_figures((tmp_path,))
    assert {(p.file, p.line) for p in caught.value.problems} == {("甲.yml", 6), ("乙.yml", 6)}


def test_an_offices_own_standard_replaces_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    path = tmp_path / "standards" / "本县.yml"
    path.write_text(TEXT.replace("某县标准", "灌云县司法救助金额"), encoding="utf-8")
    with pytest.raises(UserFileError, match="取代"):
        load_standards((tmp_path,))
    path.write_text(TEXT + "取代: 灌云县司法救助金额\n", encoding="utf-8")
    assert "灌云县司法救助金额" not in [s.name for s in load_standards((tmp_path,))]


def test_a_standard_that_is_not_in_force_yet_is_refused(tmp_path: Path) -> None:
    standard = read(tmp_path, TEXT + "生效: 2027-01-01\n")
    with pytest.raises(UserFileError, match="2027-01-01 起生效"):
        choose_standard([standard], "某县标准", date(2026, 12, 31))
    assert choose_standard([standard], "某县", date(2027, 1, 1)) is standard


def test_a_name_that_is_unknown_or_shared_is_told() -> None:
    standards = load_standards()
    with pytest.raises(UserFileError, match="没有这个"):
        choose_standard(standards, "无此标准", date(2023, 7, 1))
    with pytest.raises(UserFileError, match="不止一个"):
        choose_standard(standards, "县", date(2023, 7, 1))
