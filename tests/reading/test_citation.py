"""A place in a volume is told as lawyers cite it."""

from __future__ import annotations

import pytest

from yingjiu.reading.citation import Bound, cite, volume_name
from yingjiu.reading.dossier import read_dossier
from yingjiu.texts.page import GivenText, Page


@pytest.mark.parametrize(
    ("cover", "file", "name", "why"),
    [
        ("刑事侦查卷宗\n（证据卷）\n第 5 卷 共 6 卷", "x", "证据卷五", "the number of this one, not of all"),
        ("诉讼文书卷", "x", "诉讼文书卷", "no number"),
        ("卷 宗\n第12卷", "x", "第十二卷", "only a number"),
        ("", "某案_证据卷（二）", "证据卷二", "by the file"),
        ("", "补充侦查卷3", "补充侦查卷三", "by the file, a figure"),
        ("", "扫描0001", "扫描0001", "nothing tells: the file's own name"),
    ],
)
def test_name(cover: str, file: str, name: str, why: str) -> None:
    assert volume_name(cover, file) == name, why


def test_cited_by_stamps_else_by_pages() -> None:
    bound = Bound("证据卷二", 3, (55, 56, 0), (10, 20, 30))
    assert bound.cited(2, 5) == "证据卷二 P55"
    assert bound.cited(8, 15) == "证据卷二 P55–56"
    assert bound.cited(25, 29) == "证据卷二 PDF第5页"
    assert bound.cited() == "证据卷二 PDF第3–5页"
    assert Bound.from_dict(bound.to_dict()) == bound
    assert cite("证据卷二", 7, 7) == "证据卷二 P7"


def test_parts_keep_their_place_in_the_volume() -> None:
    pages = [
        "刑事侦查卷宗\n证据卷\n第2卷\n案件名称 钱乙盗窃案",
        "收条\n今收到5000元。\n赵甲\n2021年4月1日\n1",
        "谅解书\n赵甲\n2021年4月2日\n2",
    ]
    pages += ["户籍证明\n赵甲\n2021年4月2日\n3", "到案经过\n钱乙\n2021年4月2日\n4"]
    note = read_dossier(("案/卷.pdf", GivenText(tuple(Page(n, p) for n, p in enumerate(pages, 1)), "pdf")))
    told = [(p["place"], p["paper"]["type"], Bound.from_dict(p["bound"])) for p in note["papers"]]
    assert [(place, kind, bound.cited() if bound else "") for place, kind, bound in told] == [
        ("案/卷.pdf#1-1", "其他", "证据卷二 PDF第1页"),
        ("案/卷.pdf#2-2", "收条", "证据卷二 P1"),
        ("案/卷.pdf#3-3", "谅解书", "证据卷二 P2"),
        ("案/卷.pdf#4-4", "其他", "证据卷二 P3"),
        ("案/卷.pdf#5-5", "其他", "证据卷二 P4"),
    ]
