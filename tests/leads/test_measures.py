"""The advice file and what it suggests: each example of the file, what is not known, what is never raised."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.catalog.condition import Value
from yingjiu.catalog.grading import shipped_trees
from yingjiu.catalog.measure import MeasureExample, Measures, load_measures, read_measures, shipped_measures
from yingjiu.catalog.problem import UserFileError
from yingjiu.grading.grade import Grade, grade
from yingjiu.leads.measures import Advice, advise, last_node

COMMON = shipped_trees()[-1]


def coloured(colour: str) -> Grade:
    row = next(r for r in COMMON.rows if r.colour == colour)
    return Grade(COMMON, colour, colour, row, (), ())


def ask(told: dict[str, Value], colour: str = "橙", node: str = "移送起诉") -> Advice:
    return advise(told, COMMON, coloured(colour), node)


@pytest.mark.parametrize("example", shipped_measures().examples, ids=lambda e: e.says)
def test_examples_of_the_file(example: MeasureExample) -> None:
    found = advise(example.told, COMMON, coloured(example.colour), example.node)
    assert (found.way, found.stage) == (example.way, example.stage)
    assert tuple(m.need.name for m in found.needs if m.sure) == example.needs


@pytest.mark.parametrize(
    ("told", "colour", "node", "way", "instead"),
    [
        # nobody asked the other organs: judicial relief stands, and what an answer would change is said
        (
            {"目前赔偿": "未赔偿", "案件来路": "刑事犯罪"},
            "红",
            "移送起诉",
            "司法救助并社会救助",
            {"社会救助": ("其他机关救助",)},
        ),
        # the node is not known: never handed over on a guess
        (
            {"目前赔偿": "未赔偿", "其他机关救助": "否", "案件来路": "刑事犯罪"},
            "橙",
            "",
            "司法救助",
            {"移送公安机关": ("环节",)},
        ),
        # nothing told at all still gives a suggestion
        ({}, "黄", "", "暂不建议救助", None),
    ],
)
def test_what_is_not_known(
    told: dict[str, Value], colour: str, node: str, way: str, instead: dict[str, tuple[str, ...]] | None
) -> None:
    found = ask(told, colour, node)
    assert found.way == way
    if instead is not None:
        assert instead.items() <= dict(found.instead).items()


@pytest.mark.parametrize(
    ("nodes", "last"),
    [
        (["立案", "提请批捕", "批捕"], "批捕"),
        (["提请批捕", "移送起诉", "询问", "鉴定"], "移送起诉"),  # a later interview moves nothing
        (["判决", "执行立案", "终本"], "终本"),
        (["收款"], ""),
        ([], ""),
    ],
)
def test_the_node_that_moved_the_case(nodes: list[str], last: str) -> None:
    assert last_node(nodes) == last


def test_each_need_names_a_department_and_says_why() -> None:
    found = ask({"心理创伤": "是", "伤情": "重伤二级", "损失": Decimal(60000), "未挽回比例": Decimal("0.9")})
    sure = {m.need.name: m for m in found.needs if m.sure}
    assert {"心理", "医疗", "追赃"} <= sure.keys()
    assert sure["心理"].because == ("心理创伤",)
    assert sure["追赃"].because == ("损失60000", "未挽回比例0.9")
    assert all(m.departments and m.words for m in found.needs)


ELEMENTS = {n: e for n, e in shipped_measures().elements.items() if e.values and n not in {"级别", "环节"}}


@given(st.fixed_dictionaries({}, optional={n: st.sampled_from([None, *e.values]) for n, e in ELEMENTS.items()}))
def test_any_facts_get_advice(told: dict[str, Value]) -> None:
    """Whatever is told: one way, a stage, needs each with a ground or an open question."""
    found = advise(told, COMMON, grade(COMMON, told), "起诉")
    assert found.way in {w.name for w in shipped_measures().ways}
    assert all(m.because for m in found.needs)


def test_an_office_writes_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "measures"
    folder.mkdir()
    (folder / "本县.yml").write_text(
        "名称: 本县\n依据: 本县文件\n环节: [{环节: 审查起诉, 节点: [受理], 办理: 检察机关, 说: 在审查起诉}]\n"
        "方式: [{方式: 司法救助, 当: {}, 因: 试用}]\n"
        "需要: [{需要: 医疗, 部门: [医保局], 措施: [医疗救助], 任一: [{伤情: 轻微伤以上}]}]\n",
        encoding="utf-8",
    )
    own: Measures = load_measures((tmp_path,))
    assert advise({"伤情": "轻伤二级"}, COMMON, coloured("黄"), "受理", own).needs[0].departments == "医保局"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("需要: [{需要: 医疗, 部门: [医保局], 措施: [救助], 任一: [{伤请: 死亡}]}]", "没有要素“伤请”"),
        ("需要: [{需要: 医疗, 部门: [医保局], 措施: [救助]}]", "没有写在什么情形下需要"),
        ("需要: [{需要: 医疗, 措施: [救助], 任一: [{伤情: 死亡}]}]", "缺少“部门”"),
        ("方式: [{方式: 司法救助, 当: {伤情: 死亡}, 因: 试用}]", "“方式”最后一行"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    text = (
        "名称: 错\n依据: 无\n环节: [{环节: 审查起诉, 节点: [受理], 办理: 检察机关, 说: 在审查起诉}]\n"
        + ("" if line.startswith("方式") else "方式: [{方式: 司法救助, 当: {}, 因: 试用}]\n")
        + line
        + "\n"
    )
    path = tmp_path / "错.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserFileError) as caught:
        read_measures(path, shipped_measures().elements)
    assert any(says in str(p) for p in caught.value.problems)
