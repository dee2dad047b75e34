"""``yingjiu check``: shipped files are right, wrong ones are told by line, drafts are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tiny_county import Tiny
from yingjiu.catalog.kind import CATALOG
from yingjiu.cli.app import app

MODEL = """单位: 某院
依据: 某办法
模型:
  - 编号: own-1
    名称: 信访人里的低保户
    步骤:
      - {得到: 信访, 取: 信访登记.信访人}
      - {得到: 在册, 把: 信访, 碰撞: 低保户}
    线索:
      - {来自: 在册, 类型: 司法救助, 核查: [家庭情况]}
    样例:
      - 说: 在册的是,离册的不是
        有:
          - {人: 甲, 是: 信访登记.信访人}
          - {人: 甲, 是: 低保户.成员}
          - {人: 乙, 是: 信访登记.信访人}
          - {人: 乙, 是: 低保户.成员, 在册: 离册}
        得线索: [甲]
"""


def check(*paths: Path) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["check", *map(str, paths)])
    return shown.exit_code, shown.output


@pytest.mark.parametrize("folder", ["kinds", "models", "sources", "lexicons", "standards", "gradings", "law"])
def test_shipped_files_are_right(folder: str) -> None:
    code, said = check(CATALOG / folder)
    assert (code, "没有问题" in said) == (0, True), said


def test_an_own_model_is_run_with_its_examples(tmp_path: Path) -> None:
    path = tmp_path / "我的模型.yml"
    path.write_text(MODEL, encoding="utf-8")
    code, said = check(path)
    assert code == 0, said
    assert "1 个样例" in said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("信访登记.信访人}\n      - {得到: 在册", "信访登记.来访人}\n      - {得到: 在册", "来访人"),
        ("碰撞: 低保户", "碰撞: 低保", "低保户"),
        ("得线索: [甲]", "得线索: [乙]", "应得 乙,实得 甲"),
        ("编号: own-1", "编码: own-1", "编码"),
        ("依据: 某办法", "依据: 某办法\n依据: 又一办法", "写了两次"),
    ],
)
def test_a_wrong_model_is_told_with_its_line(before: str, after: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "我的模型.yml"
    path.write_text(MODEL.replace(before, after), encoding="utf-8")
    code, told = check(path)
    assert code == 2
    assert said in told
    assert "行:" in told


WRONG_LAW = [
    ("standards/灌云.yml", "取整前: 12500, 得: 12500", "取整前: 12500, 得: 12600", "应为 12600,实为 12500", "a sum"),
    ("standards/灌云.yml", "(基本金额 + 追加金额)", "(基本金额 + 追加数额)", "追加数额", "a name in the formula"),
    ("gradings/通用.yml", "{急需救治: 是}, 得: 红", "{急需救治: 是}, 得: 黄", "应为黄,实为红", "a colour"),
    (
        "gradings/通用.yml",
        "得: 红, 待核: [目前赔偿]",
        "得: 红, 待核: [伤情]",
        "待核应为 伤情,实为 目前赔偿",
        "what to verify",
    ),
    (
        "law/工作细则-2021.yml",
        "符合: [第七条第四项]",
        "符合: [第七条第三项]",
        "实为 第七条第四项",
        "an item of article 7",
    ),
    ("law/工作细则-2021.yml", "符合: [第七条第四项]", "符合: [第九条]", "没有“第九条”", "an item that is not there"),
    ("law/重大财产损失.yml", "2014-01-17: 20000", "2014-01-17: 两三万", "一个数", "a figure"),
    ("gradings/要素.yml", "费时: 1", "费时: 9", "1 到 4", "an element"),
]


@pytest.mark.parametrize(("file", "before", "after", "said", "why"), WRONG_LAW, ids=[w[4] for w in WRONG_LAW])
def test_files_for_colours_and_amounts_are_run(
    file: str, before: str, after: str, said: str, why: str, tmp_path: Path
) -> None:
    text = (CATALOG / file).read_text(encoding="utf-8")
    assert before in text, why
    path = tmp_path / Path(file).name
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    code, told = check(path)
    assert code == 2
    assert said in "".join(told.split("\n"))
    assert "行:" in told


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "甲.yml").write_text(MODEL.replace("碰撞: 低保户", "碰撞: 低宝户"), encoding="utf-8")
    (tmp_path / "models" / "乙.yml").write_text("模型: [", encoding="utf-8")
    code, told = check(tmp_path)
    assert code == 2
    assert "甲.yml" in told
    assert "乙.yml" in told


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    code, told = check(tmp_path / "没有.yml")
    assert code == 2
    assert "找不到" in told


def test_a_draft_is_made_from_a_header(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(app, ["check", "--draft", str(tiny.source / "民政" / "名册.xlsx")])
    assert shown.exit_code == 0, shown.output
    text = (tmp_path / "名册.来源草稿.yml").read_text(encoding="utf-8")
    assert "归为: 低保户" in text
    assert "赵大山" not in text
