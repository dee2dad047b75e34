"""Maintenance: who is owed, how much a month or in all, since when; and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from yingjiu.reading.paper import read_paper

CIVIL = "清河县人民法院\n民事判决书\n（2022）冀9901民初12号\n"
CHILD = "原告：凌小满，女，2015年3月2日出生。\n法定代理人：凌燕（原告之母）。\n被告：贺建业，男。\n"
OLD = "原告：邝素珍，女，1944年2月1日出生。\n被告：邝大明，男。\n"
ENFORCED = "清河县人民法院\n执行裁定书\n（2022）冀9901执55号\n申请执行人：凌燕，女。\n被执行人：贺建业，男。\n"

CASES: list[tuple[str, list[tuple[Any, ...]], str]] = [
    (
        CIVIL + CHILD + "判决如下：被告贺建业自2023年1月起每月支付原告凌小满抚养费1300元。",
        [("抚养费(每月)", "凌小满", 1300, "2023-01", "+")],
        "the child, not the guardian, is owed",
    ),
    (
        CIVIL + CHILD + "判决如下：被告贺建业支付原告凌小满2021年9月至2022年12月的抚养费16000元。",
        [("抚养费(欠付)", "凌小满", 16000, "2021-09", "+")],
        "arrears of a time",
    ),
    (
        CIVIL + OLD + "判决如下：被告邝大明于每月5日前给付原告邝素珍赡养费伍佰元。",
        [("赡养费(每月)", "邝素珍", 500, None, "+")],
        "capital numerals, a day of the month between",
    ),
    (
        CIVIL + OLD + "判决如下：被告邝大明每年给付原告邝素珍赡养费4000元。",
        [("赡养费(每年)", "邝素珍", 4000, None, "+")],
        "a sum a year",
    ),
    (
        ENFORCED
        + "因被执行人拖欠婚生女凌小满自2021年3月起的抚养费共计18000元，申请强制执行。\n裁定如下：终结本次执行程序。",
        [("抚养费(欠付)", "凌小满", 18000, "2021-03", "+")],
        "the parent applies, the child is owed",
    ),
    (
        ENFORCED + "被执行人已将拖欠女儿凌小满的抚养费8000元全部履行完毕。\n裁定如下：终结执行。",
        [("抚养费(欠付)", "凌小满", 8000, None, "-")],
        "paid off",
    ),
    (
        "信访事项登记表\n信访人：凌燕，女。\n反映：法院判他每月给女儿凌小满抚育费700元，可他从2021年5月起一分钱没给。",
        [("抚育费(每月)", "凌小满", 700, None, "+"), ("抚育费(欠付)", "凌小满", None, "2021-05", "+")],
        "the rate and that it is unpaid",
    ),
    (
        CIVIL + OLD + "被告邝大明辩称，其每月已给付赡养费800元。\n判决如下：驳回原告的诉讼请求。",
        [("赡养费(每月)", "邝素珍", 800, None, "0")],
        "what the payer says",
    ),
    (
        CIVIL + CHILD + "原告凌小满诉称，请求判令被告每月支付抚养费1500元。\n判决如下：驳回原告的诉讼请求。",
        [("抚养费(每月)", "凌小满", 1500, None, "±")],
        "only asked for",
    ),
    (CIVIL + "原告：凌燕。\n被告：贺建业。\n婚后夫妻共同抚养女儿。\n判决如下：不准离婚。", [], "no fee"),
    (CIVIL + "原告：凌燕。\n被告：贺建业。\n双方互不支付抚养费。\n判决如下：准许离婚。", [], "nothing is due"),
    (
        CIVIL + OLD + "依照《中华人民共和国民法典》第一千零六十七条，父母有要求成年子女给付赡养费的权利。",
        [],
        "an article",
    ),
    (
        "刑事判决书\n公诉机关清河县人民检察院。\n被告人史进财，男。\n经审理查明，附带民事诉讼原告人要求赔偿被扶养人生活费8万元。",
        [],
        "an item of damages",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), CASES, ids=[why for *_, why in CASES])
def test_maintenance(text: str, wanted: list[tuple[Any, ...]], why: str) -> None:
    facts = [f for f in read_paper(text).facts if f.kind == "抚养赡养"]
    assert [(f.value, f.person, f.amount, f.day, f.polarity) for f in facts] == wanted, why
