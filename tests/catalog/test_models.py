"""Every shipped model's own examples hold, and a mistake in a model file is answered in Chinese with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.model import read_models, shipped_models
from yingjiu.catalog.problem import UserFileError
from yingjiu.screening.examples import check_examples

MODELS = shipped_models()
ALL_LEADS = {lead.model for m in MODELS for lead in m.leads}


def test_all_seventeen_are_there() -> None:
    wanted = {"guanyun-1", "shanxian", *(f"yueqing-{n}" for n in range(1, 5)), *(f"panan-{n}" for n in range(1, 9))}
    assert wanted | {f"weidu-{n}" for n in range(1, 4)} == ALL_LEADS


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.id)
def test_examples_hold(model) -> None:
    assert len(model.examples) >= 2
    assert check_examples(MODELS, model) == []


GOOD = """单位: 某院
依据: 某规定
模型:
  - 编号: x-1
    名称: 试
    步骤:
      - 得到: 一
        取: 信访登记.信访人
        当: {信访类型: 涉法涉诉}
      - {得到: 二, 把: 一, 碰撞: 困难群体}
    线索:
      - {来自: 二}
    样例:
      - 说: 例
        有:
          - {人: 甲, 是: 信访登记.信访人, 信访类型: 涉法涉诉}
          - {人: 甲, 是: 孤儿}
          - {人: 乙, 是: 孤儿}
        得线索: [甲]
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says", "why"),
    [
        (
            "取: 信访登记.信访人\n",
            "取: 信访登计.信访人\n",
            8,
            "信访登记",
            "a typo in a kind is refused with the nearest word",
        ),
        (
            "当: {信访类型: 涉法涉诉}",
            "当: {信访类别: 涉法涉诉}",
            9,
            "信访类型",
            "an unknown field never gives an empty result",
        ),
        ("当: {信访类型: 涉法涉诉}", "当: {信访类型: 涉法}", 9, "涉法涉诉", "values are closed"),
        ("把: 一,", "把: 壹,", 10, "壹", "an unknown step"),
        ("碰撞: 困难群体", "撞: 困难群体", 10, "撞", "an unknown word"),
        ("来自: 二", "来自: 三", 12, "三", "a lead from nowhere"),
        ("    名称: 试\n", "    名称: 试\n    名称: 再\n", 6, "写了两次", "duplicate keys are refused"),
        ("得到: 二", "得到: 孤儿", 10, "同名", "a step may not be named like a kind"),
        ("碰撞: 困难群体}", "反比对: 困难群体, 须同案: 是}", 10, "须同案", "须同案 goes with 碰撞 only"),
        ("得线索: [甲]", "得线索: []", 0, "样例", "an example must have someone who is and someone who is not"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, old: str, new: str, line: int, says: str, why: str) -> None:
    path = tmp_path / "x.yml"
    assert old in GOOD, why
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserFileError) as caught:
        read_models(path, shipped_kinds(), {})
    problems = [p for p in caught.value.problems if says in p.message]
    assert problems, [str(p) for p in caught.value.problems]
    assert line == 0 or problems[0].line == line, str(problems[0])
    assert all("\u4e00" <= p.message[0] <= "\u9fff" or p.message[0] in "“" for p in problems)


def test_a_gbk_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(GOOD.encode("gb18030"))
    assert read_models(path, shipped_kinds(), {})[0].id == "x-1"


def test_all_problems_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(
        GOOD.replace("碰撞: 困难", "撞: 困难")
        .replace("来自: 二", "来自: 五")
        .replace("涉法涉诉}\n      -", "涉}\n      -"),
        encoding="utf-8",
    )
    with pytest.raises(UserFileError) as caught:
        read_models(path, shipped_kinds(), {})
    assert len(caught.value.problems) >= 3


def test_groups_inside_groups_are_spread() -> None:
    values = shipped_kinds().expand_values(["人身伤害罪名"])
    assert {"猥亵儿童", "强制猥亵", "强奸", "故意伤害"} <= set(values)
