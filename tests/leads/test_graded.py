"""Colours of leads: order, what changed since the last run and by which fact, and the one thing to ask."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lead_makers import around, lead, mention, register

from yingjiu.catalog.condition import Value
from yingjiu.catalog.grading import shipped_trees
from yingjiu.leads.before import read_before, told_record
from yingjiu.leads.graded import Before, Grades, grade_leads
from yingjiu.leads.lead import Lead
from yingjiu.leads.records import lead_records
from yingjiu.leads.sheets_grade import change_words, grade_cells, next_words
from yingjiu.matching.people import Mention

TREES = shipped_trees()
ELEMENTS = TREES[0].elements


def hurt(number: str, injury: str, *registers: Mention, paid: str = "未赔偿") -> Lead:
    record = mention("案件", "受害一方", {"罪名": ("故意伤害",), "伤情": (injury,), "目前赔偿": (paid,)})
    return lead(record, registers=registers, number=number)


def grades(*leads: Lead, before: dict[str, Before] | None = None) -> Grades:
    return grade_leads(leads, around(), TREES, before=before)


def test_closed_leads_bear_no_colour() -> None:
    done = replace(hurt("a", "重伤二级"), status="closed", reason="执行完毕")
    assert grades(done).by_lead == {}


def test_red_comes_first_then_sure_then_points() -> None:
    poor = register("低保户")
    ranked = grades(
        hurt("light", "轻伤二级"),
        hurt("grave", "重伤二级", poor),
        hurt("open", "重伤二级", poor, paid="不明"),
        hurt("worse", "重伤一级", poor, register("残疾人", 残疾等级="一级")),
    ).ranked()
    assert [g.lead.id for g in ranked] == ["worse", "grave", "open", "light"]
    assert [g.grade.colour for g in ranked] == ["红", "红", "红", "黄"]
    assert [g.sure for g in ranked] == [True, True, False, True]


def test_equal_leads_keep_one_order_whatever_comes_in_first() -> None:
    one, two = hurt("a1", "重伤二级"), hurt("a2", "重伤二级")
    assert [g.lead.id for g in grades(one, two).ranked()] == [g.lead.id for g in grades(two, one).ranked()]


POOR = register("低保户")
CHANGES: list[tuple[dict[str, Before] | None, str, str, str]] = [
    (None, "新增", "", "a first run"),
    ({}, "新增", "", "not there last time"),
    ({"a": Before("红", {})}, "不变", "", "the same colour"),
    ({"a": Before("橙", {"伤情": "重伤二级", "目前赔偿": "未赔偿", "已付比例": Decimal(0)})}, "升级", "困难程度:没写到→较重困难", "a register came"),
    (
        {"a": Before("橙", {"伤情": "轻伤二级", "目前赔偿": "未赔偿", "已付比例": Decimal(0), "困难程度": "较重困难", "在册": "是"})},
        "升级", "伤情:轻伤二级→重伤二级", "a new opinion on the injury",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "change", "words", "why"), CHANGES, ids=[c[3] for c in CHANGES])
def test_what_changed_since_the_last_run(before: dict[str, Before] | None, change: str, words: str, why: str) -> None:
    (given,) = grades(hurt("a", "重伤二级", POOR), before=before).by_lead.values()
    assert given.change == change, why
    assert "；".join(given.changed) == words


def test_payment_lowers_and_is_named() -> None:
    told: dict[str, Value] = {"伤情": "重伤二级", "目前赔偿": "未赔偿", "已付比例": Decimal(0), "困难程度": "较重困难"}
    (given,) = grades(hurt("a", "重伤二级", POOR, paid="已赔偿"), before={"a": Before("红", told)}).by_lead.values()
    assert given.change == "降级"
    assert "目前赔偿:未赔偿→已赔偿" in change_words(given)


def test_only_changes_are_told() -> None:
    (given,) = grades(hurt("a", "重伤二级", POOR), before={"a": Before("红", {})}).by_lead.values()
    assert change_words(given) == ""


def test_the_last_run_is_read_back_from_its_leads(tmp_path: Path) -> None:
    one = hurt("a", "重伤二级", POOR)
    first = grades(one)
    rows = lead_records([one], first)
    (tmp_path / "leads.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    before = read_before(tmp_path, [one], ELEMENTS)
    assert before is not None
    assert before["a"].colour == "红"
    assert before["a"].told == first.by_lead["a"].told
    (again,) = grades(one, before=before).by_lead.values()
    assert again.change == "不变"


def test_a_lead_whose_number_changed_is_known_by_person_and_case(tmp_path: Path) -> None:
    old = replace(hurt("old", "重伤二级", POOR), case_numbers=("东山检刑诉受〔2022〕18号",))
    text = json.dumps(lead_records([old], grades(old))[0])
    (tmp_path / "leads.jsonl").write_text(text + "\n", encoding="utf-8")
    new = replace(old, id="new", case_numbers=("（2022）苏9901刑初7号", "东山检刑诉受〔2022〕18号"))
    assert read_before(tmp_path, [new], ELEMENTS) == {"new": read_before(tmp_path, [old], ELEMENTS)["old"]}  # type: ignore[index]


BROKEN = ["", "{not json", '{"id": "a", "name": "甲"}\n', "[1, 2]\n"]


@pytest.mark.parametrize("text", BROKEN)
def test_leads_of_an_older_or_broken_run_count_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "leads.jsonl").write_text(text, encoding="utf-8")
    assert read_before(tmp_path, [], ELEMENTS) is None


def test_told_elements_are_kept_as_text() -> None:
    assert told_record({"损失": Decimal("30000.50"), "保险": None, "在册": "是"}) == {
        "损失": "30000.50", "保险": None, "在册": "是",
    }  # fmt: skip


def test_the_next_question_is_told_with_how_to_ask() -> None:
    (given,) = grades(hurt("a", "重伤二级", POOR, paid="不明")).by_lead.values()
    assert given.question is not None
    assert given.question.question in next_words(given)
    chip, why, verify, *_ = grade_cells(given)
    assert chip == "红\n待核"
    assert why
    assert "目前赔偿" in verify


def test_where_no_open_fact_alone_changes_it_the_smallest_set_is_named() -> None:
    """No register was delivered: need, list and earner are open, and each alone leaves the others."""
    dead = mention(
        "案件",
        "受害一方",
        {"罪名": ("故意杀人",), "伤情": ("死亡",), "代为": ("孙大树",), "关系": ("母",), "目前赔偿": ("未赔偿",)},
    )
    county = around(kinds=frozenset({"司法救助案件", "其他机关司法救助", "执行案件"}))
    given = grade_leads([lead(dead, birth="1950-01-01", number="b")], county, TREES).by_lead["b"]
    assert given.grade.colour == "红"
    assert given.question is None
    assert {e.name for e in given.together} == {"在册", "困难程度", "主要收入者"}
    assert "一起核实" in next_words(given)
