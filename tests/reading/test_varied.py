"""Papers of kinds and phrasings that no county at hand has, with what each must say, read from varied.yml."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from yingjiu.reading.paper import read_paper

BANK: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("varied.yml").read_text("utf-8"))


def told_of(case: dict[str, Any]) -> dict[str, Any]:
    """What a case expects, fields it does not name at their empty value."""
    wanted = {
        "日期": None,
        "文号": None,
        "罪名": None,
        "案由": None,
        "伤情": None,
        "困难": False,
        "嫌疑": [],
        "被害": {},
    }
    return {key: case.get(key, empty) for key, empty in wanted.items()} | {"类型": case["类型"]}


@pytest.mark.parametrize("case", BANK, ids=[case["为何"] for case in BANK])
def test_paper(case: dict[str, Any]) -> None:
    paper = read_paper(case["文"])
    victims = {}
    for victim in paper.victims:
        told = {
            "伤情": victim.injury,
            "损失": int(victim.loss) if victim.loss else None,
            "号码": victim.id_number if "号码" in (case.get("被害", {}).get(victim.name) or {}) else None,
            "亲属": [f"{relative.name}({relative.relation})" for relative in victim.relatives],
        }
        victims[victim.name] = {key: value for key, value in told.items() if value}
    read = {
        "类型": paper.type,
        "日期": paper.day,
        "文号": paper.own_number,
        "罪名": paper.charge,
        "案由": paper.cause,
        "伤情": paper.injury,
        "困难": paper.hardship,
        "嫌疑": [party.name for party in paper.suspects],
        "被害": victims,
    }
    assert read == told_of(case)
    if "执行" in case:
        facts = paper.enforcement
        assert facts is not None
        assert [facts.instrument, facts.closing, facts.target, facts.collected] == case["执行"]
    if "当事" in case:
        assert {p.name: p.role for p in paper.parties if p.name in case["当事"]} == case["当事"]


@pytest.mark.parametrize("case", BANK, ids=[case["为何"] for case in BANK])
def test_spans_quote_the_given_text(case: dict[str, Any]) -> None:
    text = case["文"]
    paper = read_paper(text)
    kept = [*paper.evidence.values(), *(spans for victim in paper.victims for spans in victim.evidence.values())]
    assert all(text[s.start : s.end] == s.quote for spans in kept for s in spans)
    assert all(victim.evidence.get("name") for victim in paper.victims)
    assert all(bool(v.evidence.get("loss")) == (v.loss is not None) for v in paper.victims)
    assert all(bool(v.evidence.get("injury")) == (v.injury is not None) for v in paper.victims)


@pytest.mark.parametrize("case", BANK, ids=[case["为何"] for case in BANK])
def test_never_raises_on_a_torn_paper(case: dict[str, Any]) -> None:
    """Any piece of a paper, backwards or with its marks taken out, is read without an error."""
    text = case["文"]
    for piece in (
        text[: len(text) // 3],
        text[len(text) // 2 :],
        text[::-1],
        text.replace("，", ""),
        text.replace("\n", ""),
    ):
        read_paper(piece)
