"""What a lead's records and papers tell of it, element by element; silence, not known, and registers nobody delivered."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lead_makers import ON, around, filed, lead, mention, register

from yingjiu.catalog.condition import Value
from yingjiu.leads.need import age_bounds
from yingjiu.leads.situation import Situation, read_situation, yearly_income
from yingjiu.matching.people import Mention

PLACE = "案卷/东山检刑诉受〔2022〕18号/起诉意见书.txt"
HEAD = "起诉意见书\n东山公诉字〔2022〕18号\n犯罪嫌疑人钱大海，男，1985年3月4日出生，住东山镇。\n"
VICTIM = "被害人孙小荷，女，1970年8月16日出生，居民身份证号码329901197008160026，住东山镇西村。\n"
CRIME = "经依法侦查查明：2022年5月3日，犯罪嫌疑人钱大海因琐事用木棍将被害人孙小荷打伤。经鉴定，被害人孙小荷的损伤程度为重伤二级。\n"
TAIL = (
    "上述犯罪事实清楚，证据确实、充分。犯罪嫌疑人钱大海的行为已触犯《中华人民共和国刑法》第二百三十四条，涉嫌故意伤害罪。\n"
    "东山县公安局\n二〇二二年九月一日\n"
)


def side(**fields: str) -> Mention:
    """The record of the hurt side of the case, with its sentence."""
    quote = json.dumps(
        {"place": PLACE, "type": "起诉意见书", "day": "2022-09-01", "fact": "injury", "quote": CRIME.strip()}
    )
    given = {"罪名": "故意伤害", "目前赔偿": "未赔偿", "自述困难": "否", **fields}
    return mention("案件", "受害一方", {**{k: (v,) for k, v in given.items()}, "证据": (quote,)}, place=PLACE)


def told(text: str = "", *registers: Mention, birth: str | None = "1970-08-16", **fields: str) -> Situation:
    paper = filed(PLACE, HEAD + VICTIM + CRIME + text + TAIL)
    return read_situation(lead(side(**fields), registers=registers, birth=birth), around([paper]))


FIELDS: list[tuple[dict[str, str], str, Value, str]] = [
    ({"伤情": "重伤二级"}, "伤情", "重伤二级", "what holds of the case"),
    ({"目前赔偿": "未赔偿"}, "目前赔偿", "未赔偿", "as matching weighed it"),
    ({"目前赔偿": "不明"}, "目前赔偿", None, "silent papers leave payment open"),
    ({"目前赔偿": "未赔偿"}, "已付比例", Decimal(0), "nothing paid"),
    ({"目前赔偿": "已赔偿"}, "已付比例", Decimal(1), "all paid"),
    ({"目前赔偿": "部分赔偿"}, "已付比例", None, "paid in part, the sums not told"),
    ({"自述困难": "是"}, "自述困难", "是", "told in a paper"),
    ({"罪名": "拒不支付劳动报酬"}, "拖欠", "是", "wages are owed by the charge"),
    ({"罪名": "拒不支付劳动报酬", "目前赔偿": "已赔偿"}, "拖欠", "否", "and were paid"),
    ({"罪名": "遗弃"}, "加害人是亲属", "是", "only who owes care can abandon"),
    ({"罪名": "打击报复证人"}, "案件来路", "打击报复", "by the charge"),
    ({"罪名": "故意伤害"}, "案件来路", "刑事犯罪", "a criminal case"),
    ({"罪名": "聚众斗殴"}, "互殴", None, "whether the victim took part must be seen in the file"),
    ({"损失": "30000"}, "损失", Decimal(30000), "the sum of the case"),
    ({"损失": "30000"}, "未挽回比例", Decimal(1), "unpaid: nothing came back"),
    ({"损失": "30000", "目前赔偿": "已赔偿"}, "未挽回比例", Decimal(0), "paid in full"),
]


@pytest.mark.parametrize(("fields", "element", "value", "why"), FIELDS, ids=[f"{r[1]}-{r[3]}" for r in FIELDS])
def test_records_tell_an_element(fields: dict[str, str], element: str, value: Value, why: str) -> None:
    found = told(**fields)
    assert element in found.told, why
    assert found.told[element] == value, why
    assert found.bases[element].words, "every value says what it rests on"


TEXTS: list[tuple[str, str, Value, str]] = [
    ("经鉴定，被害人孙小荷构成八级伤残。", "伤残", "八级", "graded"),
    ("经鉴定，被害人孙小荷大部分丧失劳动能力。", "劳动能力", "大部分丧失", "labour"),
    ("被害人孙小荷需完全护理依赖。", "护理依赖", "完全", "care"),
    ("经诊断，被害人孙小荷患有创伤后应激障碍。", "心理创伤", "是", "told of the victim"),
    ("案发后，犯罪嫌疑人钱大海没有赔偿能力。", "加害人无力赔偿", "是", "no means"),
]


@pytest.mark.parametrize(("text", "element", "value", "why"), TEXTS, ids=[t[1] for t in TEXTS])
def test_papers_tell_an_element(text: str, element: str, value: Value, why: str) -> None:
    found = told(text + "\n")
    assert found.told.get(element, "没写到") == value, why
    assert found.bases[element].place == PLACE


def test_what_nothing_tells_is_left_to_silence() -> None:
    found = told()
    assert not {"急需救治", "伤残", "怀孕或重病", "逃逸", "放弃赔偿", "生活必需"} & found.told.keys()


REGISTERS: list[tuple[tuple[Mention, ...], str, Value, str]] = [
    ((), "在册", "没写到", "on none of the delivered registers"),
    ((register("低保户", "2019-03"),), "在册", "是", "stands there now"),
    ((register("低保户", "2019-03", present=False),), "在册", "没写到", "left: no register now"),
    ((register("低保户"),), "困难程度", "较重困难", "by weight"),
    ((register("残疾人", 残疾等级="二级"),), "残疾", "一二级", "grade of the card"),
    ((register("残疾人"),), "残疾", None, "a card without grade"),
    ((register("孤儿"),), "监护缺失", "是", "an orphan"),
    ((register("困难妇女"),), "怀孕或重病", "是", "a register of the ill"),
]


@pytest.mark.parametrize(("registers", "element", "value", "why"), REGISTERS, ids=[r[3] for r in REGISTERS])
def test_registers_tell_need(registers: tuple[Mention, ...], element: str, value: Value, why: str) -> None:
    assert told("", *registers).told.get(element, "没写到") == value, why


ONSETS: list[tuple[tuple[Mention, ...], str, Value, str]] = [
    ((register("低保户", "2019-03-01"),), "案发前", "案发前", "three years before the day of the deed"),
    ((register("低保户", "2022-09-01"),), "案发后", "案发后", "four months after"),
    (
        (register("低保边缘家庭", "2019-03-01"), register("低保户", "2022-09-01")),
        "案发后",
        "案发后",
        "poor before, poorer after",
    ),
    ((register("低保户"),), "不明", None, "a first delivery gives no day"),
    ((register("低保户", "2022"),), "不明", None, "a year that holds the day tells neither"),
    ((register("低保户", "2019-03-01", present=False),), "已离册", None, "left"),
]


@pytest.mark.parametrize(("registers", "state", "value", "why"), ONSETS, ids=[o[3] for o in ONSETS])
def test_hardship_since_when_in_four_states(registers: tuple[Mention, ...], state: str, value: Value, why: str) -> None:
    found = told("", *registers)
    assert found.onset.state == state, why
    assert found.told["困难起于"] == value, "unclear and left never count as before"


NOT_DELIVERED = [
    ("在册", {"低保户"}, False, "one register is there: not on it"),
    ("在册", set(), True, "no register was delivered at all"),
    ("困难程度", {"残疾人"}, True, "no register of the poor"),
    ("残疾", {"低保户"}, True, "the cards were not delivered"),
    ("执行", {"低保户"}, True, "the court delivered nothing"),
    ("信访次数", {"低保户"}, True, "no petitions were delivered"),
    ("本院救助", {"低保户"}, True, "no relief register"),
]


@pytest.mark.parametrize(("element", "kinds", "open_", "why"), NOT_DELIVERED, ids=[n[3] for n in NOT_DELIVERED])
def test_what_nobody_delivered_says_not_no(element: str, kinds: set[str], open_: bool, why: str) -> None:
    found = read_situation(lead(side()), around(kinds=frozenset(kinds)))
    assert (element in found.told and found.told[element] is None) is open_, why


def test_an_organ_that_sent_no_list_has_not_said_no() -> None:
    found = read_situation(lead(side()), around(organs=frozenset({"某县人民法院", "某县公安局"})))
    assert found.told["其他机关救助"] is None
    assert "政法委" in found.bases["其他机关救助"].words
    assert told().told["其他机关救助"] == "否"


RELIEF = {"救助机关": ("某县人民法院",), "救助金额": ("30000",), "发放日期": ("2022-12-01",)}


@pytest.mark.parametrize(
    ("case", "value", "why"),
    [(7, "是", "the same case"), (None, None, "naming no case: to be asked"), (9, "否", "another matter")],
)
def test_relief_by_another_organ_counts_for_this_case(case: int | None, value: Value, why: str) -> None:
    given = mention("其他机关司法救助", "被救助人", RELIEF, case=case)
    found = read_situation(lead(side(), others=[given]), around())
    assert found.told["其他机关救助"] == value, why


def test_enforcement_closed_unpaid_tells_state_share_and_means() -> None:
    record = mention(
        "执行案件", "申请执行人",
        {"结案方式": ("终结本次执行程序",), "申请标的额": ("100000",), "已执行金额": ("25000",), "执行完毕": ("否",)},
    )  # fmt: skip
    found = read_situation(lead(side(目前赔偿="未赔偿"), others=[record]), around())
    assert found.told["执行"] == "终结未到位"
    assert found.told["目前赔偿"] == "部分赔偿"
    assert found.told["已付比例"] == Decimal("0.25")
    assert found.told["加害人无力赔偿"] == "是"


def test_for_the_dead_the_relative_stands_in_the_victims_place() -> None:
    dead = mention(
        "案件",
        "受害一方",
        {"罪名": ("故意杀人",), "伤情": ("死亡",), "代为": ("孙大树",), "关系": ("女",), "目前赔偿": ("未赔偿",)},
    )
    found = read_situation(lead(dead, birth="2014-05-01"), around())
    assert found.told["伤情"] == "死亡", "harm is the victim's"
    assert found.told["未成年"] == "是", "age is the relative's"
    assert found.told["被扶养人"] == "有", "a minor child lives by the parent"


def test_a_grown_child_of_the_dead_leaves_dependants_open() -> None:
    dead = mention("案件", "受害一方", {"罪名": ("故意杀人",), "伤情": ("死亡",), "代为": ("孙大树",), "关系": ("女",)})
    assert "被扶养人" not in read_situation(lead(dead, birth="1990-05-01"), around()).told


AGES = [
    ("2005-06-01", "否", "否", "eighteen today"),
    ("2005-06-02", "是", "否", "eighteen tomorrow"),
    ("1963-06-01", "否", "是", "sixty today"),
    ("1963-06-02", "否", "否", "sixty tomorrow"),
    ("2005", None, "否", "the year alone leaves it open"),
    (None, "没写到", "没写到", "no birth day"),
]


@pytest.mark.parametrize(("birth", "minor", "old", "why"), AGES, ids=[a[3] for a in AGES])
def test_age_is_that_of_the_day_given(birth: str | None, minor: Value, old: Value, why: str) -> None:
    found = told(birth=birth).told
    assert found.get("未成年", "没写到") == minor, why
    assert found.get("老年", "没写到") == old, why


def test_age_bounds_by_precision() -> None:
    assert age_bounds("2005-06", ON) == (17, 18)
    assert age_bounds("2005-05", ON) == (18, 18)
    assert age_bounds("不详", ON) is None


ORIGINS = [
    ("机动车交通事故责任纠纷", "民事侵权", "a tort"),
    ("赡养费纠纷", "追索赡养抚养扶养费", "maintenance"),
    ("民间借贷纠纷", "其他", "neither"),
]


@pytest.mark.parametrize(("cause", "origin", "why"), ORIGINS, ids=[o[0] for o in ORIGINS])
def test_civil_causes_tell_where_a_lead_comes_from(cause: str, origin: str, why: str) -> None:
    paper = mention("民事判决书", "原告", {"案由": (cause,), "目前赔偿": ("未赔偿",)})
    assert read_situation(lead(paper, stream="民事"), around()).told["案件来路"] == origin, why


def test_a_civil_record_without_cause_leaves_the_origin_untold() -> None:
    record = mention("民事检察案件", "申请人", {"案件类别": ("执行监督",)})
    assert "案件来路" not in read_situation(lead(record, stream="民事"), around()).told


def test_urgent_treatment_told_long_ago_is_asked_anew() -> None:
    text = "被害人孙小荷现仍在重症监护室抢救，急需手术，家属无力支付手术费用。\n"
    paper = filed(PLACE, HEAD + VICTIM + CRIME + text + TAIL)
    lately = read_situation(lead(side()), around([paper], on=date(2022, 10, 1)))
    later = read_situation(lead(side()), around([paper], on=date(2023, 10, 1)))
    assert lately.told["急需救治"] == "是"
    assert later.told["急需救治"] is None


def test_losses_are_held_against_the_offices_income_only_where_it_gives_one(tmp_path: Path) -> None:
    assert "损失比年收入" not in told(损失="60000").told
    folder = tmp_path / "law"
    folder.mkdir()
    text = "名称: 家庭年收入参考\n单位: 元/年\n依据: 本院测算\n数额: {2023-01-01: 30000}\n"
    (folder / "家庭年收入参考.yml").write_text(text, encoding="utf-8")
    income = yearly_income([tmp_path], ON)
    assert income == 30000
    assert yearly_income([tmp_path], date(2022, 12, 31)) is None, "not before its first day"
    found = read_situation(lead(side(损失="60000")), around(income=income))
    assert found.told["损失比年收入"] == Decimal(2)
