"""Whole papers in the words of other counties than the golden one: what each says, read from papers.yml."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from yingjiu.reading.facts import Paper
from yingjiu.reading.paper import read_paper

BANK: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("papers.yml").read_text("utf-8"))


def victims_of(paper: Paper) -> dict[str, dict[str, Any]]:
    facts = {}
    for victim in paper.victims:
        told = {
            "伤情": victim.injury,
            "损失": int(victim.loss) if victim.loss else None,
            "号码": victim.id_number,
            "亲属": [f"{relative.name}({relative.relation})" for relative in victim.relatives],
        }
        facts[victim.name] = {key: value for key, value in told.items() if value}
    return facts


@pytest.mark.parametrize("case", BANK, ids=[case["为何"] for case in BANK])
def test_paper(case: dict[str, Any]) -> None:
    paper = read_paper(case["文"])
    assert paper.type == case["类型"]
    assert paper.day == case.get("日期")
    assert paper.own_number == case.get("文号")
    assert paper.charge == case.get("罪名")
    assert paper.cause == case.get("案由")
    assert paper.injury == case.get("伤情")
    assert paper.hardship == case.get("困难", False)
    assert [party.name for party in paper.suspects] == case.get("嫌疑", [])
    assert victims_of(paper) == case.get("被害", {})


@pytest.mark.parametrize("case", [case for case in BANK if "执行" in case], ids=lambda case: str(case["为何"]))
def test_enforcement(case: dict[str, Any]) -> None:
    read = read_paper(case["文"]).enforcement
    assert read is not None
    assert [read.instrument, read.closing, read.target, read.collected] == case["执行"]
    assert read.finished == (read.closing == "执行完毕")


def test_parties_of_an_enforcement_paper() -> None:
    """The applicant of a notice that only says X申请执行Y is found, too."""
    text = next(case["文"] for case in BANK if case["类型"] == "结案通知书")
    roles = {party.name: party.role for party in read_paper(text).parties}
    assert roles == {"覃大山": "申请执行人", "韦老三": "被执行人"}


def test_organisation_is_no_person() -> None:
    text = next(case["文"] for case in BANK if "organisation pays" in case["为何"])
    paper = read_paper(text)
    assert {p.name for p in paper.parties if p.organisation} == {"中国人民财产保险股份有限公司清溪支公司"}
    assert {p.name for p in paper.parties if p.role == "原告"} == {"陈国富", "陈小宝"}
