"""The shipped tables: which charge goes to which, caps, silence, examples of every colour; what a wrong file is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from yingjiu.catalog.condition import Value
from yingjiu.catalog.grading import COLOURS, Tree, load_trees, shipped_trees
from yingjiu.catalog.problem import UserFileError
from yingjiu.grading.examples import check_tree
from yingjiu.grading.grade import choose_tree, grade

TREES = shipped_trees()


def table(name: str) -> Tree:
    return next(t for t in TREES if t.name == name)


CHARGES: list[tuple[str, dict[str, Value], str, str]] = [
    ("故意杀人", {"伤情": "死亡"}, "命案", "panan-1"),
    ("故意杀人", {"伤情": "重伤二级"}, "伤害", "a survivor of an attempt is asked as hurt, not as dead"),
    ("故意伤害", {"伤情": "死亡"}, "命案", "death is asked of each victim"),
    ("故意伤害", {"伤情": "轻伤一级"}, "伤害", "panan-2"),
    ("故意伤害", {}, "伤害", "an unknown injury is no death"),
    ("寻衅滋事", {}, "伤害", "panan-2"),
    ("聚众斗殴", {}, "伤害", "panan-2"),
    ("交通肇事", {}, "交通与过失", "panan-3"),
    ("危险驾驶", {}, "交通与过失", "panan-3"),
    ("过失致人死亡", {}, "交通与过失", "panan-3"),
    ("强奸", {}, "性侵害", "panan-4"),
    ("强制猥亵、侮辱", {}, "性侵害", "panan-4"),
    ("抢劫", {}, "暴力侵财与危害公共安全", "panan-5"),
    ("放火", {}, "暴力侵财与危害公共安全", "panan-5"),
    ("集资诈骗", {}, "诈骗与涉众", "panan-6"),
    ("盗窃", {}, "盗窃与毁财", "panan-7"),
    ("故意毁坏财物", {}, "盗窃与毁财", "panan-7"),
    ("拒不支付劳动报酬", {}, "弱势群体", "panan-8"),
    ("遗弃", {}, "弱势群体", "panan-8"),
    ("非法拘禁", {}, "通用", "in no list"),
    ("掩饰、隐瞒犯罪所得", {}, "通用", "in no list"),
    ("", {}, "通用", "civil, enforcement and petition leads"),
]


@pytest.mark.parametrize(("charge", "told", "name", "why"), CHARGES, ids=[f"{c[0]}-{c[3]}" for c in CHARGES])
def test_a_charge_goes_to_its_table(charge: str, told: dict[str, Value], name: str, why: str) -> None:
    assert choose_tree(TREES, (charge,) if charge else (), told).name == name, why


@pytest.mark.parametrize("tree", TREES, ids=lambda t: t.name)
def test_every_table_has_five_examples_and_all_colours_and_they_hold(tree: Tree) -> None:
    assert len(tree.examples) >= 5
    assert {e.colour for e in tree.examples} == set(COLOURS)
    assert check_tree(tree) == []


@pytest.mark.parametrize("tree", TREES, ids=lambda t: t.name)
def test_urgent_treatment_is_always_red(tree: Tree) -> None:
    """Also for who was relieved, paid or at fault: 细则第七条第二项 asks for none of it."""
    told: dict[str, Value] = {
        "急需救治": "是",
        "其他机关救助": "是",
        "本院救助": "是",
        "目前赔偿": "已赔偿",
        "互殴": "是",
    }
    urgent = grade(tree, told)
    assert (urgent.colour, urgent.sure) == ("红", "红")
    assert grade(tree, {**told, "急需救治": None}).colour == "红"
    assert grade(tree, {**told, "急需救治": None}).sure == "黄", "relieved before, and perhaps not urgent after all"


@pytest.mark.parametrize("tree", TREES, ids=lambda t: t.name)
@pytest.mark.parametrize("organ", ["其他机关救助", "本院救助"])
def test_relieved_once_is_not_relieved_again(tree: Tree, organ: str) -> None:
    """Where another organ surely relieved the same case the colour is capped; where that is not known it is not."""
    told: dict[str, Value] = {e.name: e.values[0] for e in tree.elements.values() if e.values}
    told |= {e.name: Decimal(1) * (1 if e.more_is_graver else 0) * 10**6 for e in tree.elements.values() if e.unit}
    told |= {"急需救治": "否"}
    assert grade(tree, told).colour == "红"
    capped = grade(tree, {**told, organ: "是"})
    assert (capped.colour, capped.sure) == ("黄", "黄")
    assert "救助过" in capped.row.reason
    assert grade(tree, {**told, organ: None}).colour == "红"


def test_wages_touch_no_body_so_silence_on_injury_is_none() -> None:
    tree = table("弱势群体")
    told: dict[str, Value] = {"拖欠": "是", "自述困难": "是", "目前赔偿": "未赔偿", "未成年": "否"}
    assert tree.presumed(["拒不支付劳动报酬"], told) == {"伤情": "无"}
    assert tree.presumed(["虐待"], told) == {}
    assert grade(tree, told).colour == "红"
    assert grade(tree, {**tree.presumed(["拒不支付劳动报酬"], told), **told}).colour == "橙"


def test_a_told_injury_stands_before_the_presumption() -> None:
    tree = table("弱势群体")
    told: dict[str, Value] = {"伤情": "重伤二级", "困难程度": "一般困难", "目前赔偿": "未赔偿"}
    assert grade(tree, {**tree.presumed(["拒不支付劳动报酬"], told), **told}).colour == "红"


BAD = [
    ("封顶:\n  - {颜色: 黄, 当: {其他机关救助: 否}, 因: x}", "更轻的取值", "a cap may not turn a milder value away"),
    ("封顶:\n  - {颜色: 黄, 因: x}", "什么情况下封顶", "a cap without a condition would cap everybody"),
    ("没写到:\n  - {罪名: [盗窃], 当作: {伤晴: 无}}", "不认识“伤晴”", "an unknown element"),
    ("判定表: 1", "不认识“判定表”", "an unknown word"),
]


@pytest.mark.parametrize(("extra", "message", "why"), BAD, ids=[b[2] for b in BAD])
def test_a_wrong_file_is_told_where(tmp_path: Path, extra: str, message: str, why: str) -> None:
    folder = tmp_path / "gradings"
    folder.mkdir()
    rows = "\n".join(f"  - {{说: 例{n}, 有: {{急需救治: {v}}}, 得: {c}}}" for n, (v, c) in enumerate(ROWS))
    text = f"名称: 试\n依据: 试\n适用: {{罪名: [某罪]}}\n{extra}\n{TABLE}\n样例:\n{rows}\n"
    (folder / "试.yml").write_text(text, encoding="utf-8")
    with pytest.raises(UserFileError) as told:
        load_trees((tmp_path,))
    assert message in str(told.value), why


TABLE = """判定:
  - {颜色: 红, 当: {急需救治: 是}, 因: 急}
  - {颜色: 橙, 当: {伤情: 重伤二级以上}, 因: 重}
  - {颜色: 黄, 当: {}, 因: 其余}
救助点: {红: a, 橙: b, 黄: c}
救助方式: {红: a, 橙: b, 黄: c}"""
ROWS = [("是", "红"), ("否", "橙"), ("否", "橙"), ("否", "橙"), ("否", "黄")]


def test_a_ninth_table_is_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "gradings"
    folder.mkdir()
    rows = "\n".join(f"  - {{说: 例{n}, 有: {{急需救治: {v}}}, 得: {c}}}" for n, (v, c) in enumerate(ROWS))
    (folder / "试.yml").write_text(
        f"名称: 试\n依据: 试\n次序: 5\n适用: {{罪名: [某罪]}}\n{TABLE}\n样例:\n{rows}\n", encoding="utf-8"
    )
    trees = load_trees((tmp_path,))
    assert choose_tree(trees, ["某罪"], {}).name == "试"
    assert choose_tree(trees, ["盗窃"], {}).name == "盗窃与毁财"
