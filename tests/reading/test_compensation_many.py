"""Several victims, several defendants: who was paid by whom, how much, when; and the single facts of each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.scene import Finding
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import clean_text

_NAMES = ("王大江", "赵小河", "孙小湖")
_HEAD = (
    "某县人民法院\n刑事判决书\n公诉机关某县人民检察院。\n被告人李四,男,1980年1月1日出生。\n被告人周八,男,1981年1月1日出生。\n"
    "经审理查明,2021年5月1日,被告人李四、周八打伤被害人王大江、赵小河、孙小湖。"
)
_TAIL = (
    "\n本院认为,被告人李四、周八的行为均构成故意伤害罪。{}\n判决如下:\n一、被告人李四判处有期徒刑二年。\n审判长 某某"
)


def read(found: str, opinion: str = "", victims: tuple[VictimNames, ...] | None = None) -> CompensationReading:
    """The reading of a judgment with three victims, or with those given."""
    clean = clean_text(_HEAD + found + _TAIL.format(opinion))
    known = victims or tuple(VictimNames(name) for name in _NAMES)
    zones = find_zones(clean.text, "刑事判决书")
    return read_compensation(clean, zones, known, ("李四", "周八"), "刑事判决书", ("钱九", "吴十"))


MANY = [
    (
        "案发后,李四的家属赔偿王大江各项损失5万元,取得谅解;为赵小河垫付医疗费2万元;对孙小湖的损失至今未予赔偿。",
        "",
        "paid partial none",
        "three halves of a sentence; 为赵小河 is no subject",
    ),
    (
        "案发后,李四赔偿王大江各项损失5万元并取得谅解。",
        "李四赔偿了部分被害人的损失,可酌情从轻处罚。",
        "paid unknown unknown",
        "部分被害人: some persons, not a part of the sum",
    ),
    (
        "案发后,李四赔偿了王大江、赵小河的全部损失,二人均对李四表示谅解。其余被害人未获赔偿。",
        "",
        "paid paid none",
        "其余 are those not named in the sentence before",
    ),
    (
        "案发后,除孙小湖外,李四赔偿了其他被害人的损失,并获得谅解。",
        "",
        "paid paid none",
        "all but one, and the forgiveness is theirs",
    ),
    (
        "案发后,李四分别赔偿王大江各项损失3万元,赵小河5000元,均取得谅解。孙小湖表示要通过诉讼途径解决。",
        "",
        "paid paid none",
        "a name and a sum without a verb",
    ),
    (
        "案发后,李四赔偿王大江损失3万元,赔偿赵小河损失2万元,赔偿孙小湖损失1万元,三人均出具谅解书。",
        "",
        "paid paid paid",
        "三人: all three named before",
    ),
    (
        "案发后,李四赔偿王大江全部经济损失。周八未赔偿王大江损失。",
        "",
        "paid unknown unknown",
        "what another paid in full is not owed any more",
    ),
    (
        "案发后,李四赔偿王大江2万元并取得谅解,周八未赔偿王大江损失。",
        "",
        "partial unknown unknown",
        "the other defendant's part remains",
    ),
    ("案发后,李四赔偿钱九物品损失3000元。", "", "unknown unknown unknown", "somebody who is no victim here"),
    (
        "被盗车辆已发还王大江、赵小河。现金已被李四挥霍,无法追回。",
        "",
        "paid paid none",
        "the money that is gone was not theirs who got their things back",
    ),
    (
        "案发后,李四与王大江、赵小河达成和解,分别赔偿4万元、2万元,均已付清。孙小湖损失自负,不要求赔偿。",
        "",
        "paid paid unknown",
        "settled with two; the third bears the loss",
    ),
    (
        "王大江、赵小河收到李四交付的全部赔偿款。孙小湖坚持要求判决,李四将2万元赔偿款交至本院。",
        "",
        "paid paid partial",
        "a deposit for the one who does not settle",
    ),
]


@pytest.mark.parametrize(("found", "opinion", "wanted", "why"), MANY)
def test_each_victim(found: str, opinion: str, wanted: str, why: str) -> None:
    by_victim = read(found, opinion).by_victim
    assert [by_victim[name].compensation.value for name in _NAMES] == wanted.split(), why


@pytest.mark.parametrize(
    ("found", "forgiven"),
    [
        ("李四赔偿王大江、赵小河各3万元,二被害人均对李四表示谅解。孙小湖要求严惩凶手。", "yes yes no"),
        ("李四赔偿三被害人损失,王大江予以谅解,赵小河、孙小湖不予谅解。", "yes no no"),
        ("三名被害人均要求严惩李四。", "no no no"),
    ],
)
def test_each_forgives_for_himself(found: str, forgiven: str) -> None:
    by_victim = read("案发后," + found).by_victim
    assert [by_victim[name].forgiven.value for name in _NAMES] == forgiven.split()


def _money(reading: CompensationReading) -> list[tuple[str | None, str, str | None, Decimal | None]]:
    return [(f.person, f.value, f.payer, f.amount) for f in reading.findings if f.kind == "赔偿"]


def test_payer_and_own_sum() -> None:
    found = "案发后,李四的父亲分别赔偿王大江、赵小河30000元、20000元。保险公司向孙小湖赔付医疗费1万元,李四另行补偿其5000元。"
    assert _money(read(found)) == [
        ("王大江", "已付", "家属", Decimal(30000)),
        ("赵小河", "已付", "家属", Decimal(20000)),
        ("孙小湖", "部分支付", "保险公司", Decimal(10000)),
        ("孙小湖", "已付", "被告人", Decimal(5000)),
    ]


def test_of_a_joint_sum_nobodys_own_is_known() -> None:
    facts = _money(read("案发后,某建筑公司赔偿王大江、赵小河损失共计9万元。"))
    assert facts == [("王大江", "已付", "单位", None), ("赵小河", "已付", "单位", None)]


def test_the_kin_of_the_victim_do_not_pay() -> None:
    facts = _money(read("案发后,李四赔偿王大江的父亲各项损失5万元。"))
    assert facts == [("王大江", "已付", "被告人", Decimal(50000))]


def _fact(words: str) -> Finding:
    return [f for f in read(words).findings if f.kind == "赔偿"][-1]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021年6月3日,李四赔偿王大江损失2万元。", "2021-06-03"),
        ("李四于2021年6月3日赔偿王大江损失2万元。", "2021-06-03"),
        ("案发后,李四赔偿王大江损失2万元。", None),
    ],
)
def test_day(words: str, day: str | None) -> None:
    assert _fact(words).day == day


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("李四表示无力赔偿王大江。", "无能力"),
        ("李四拒绝赔偿王大江。", "拒绝"),
        ("王大江不接受赔偿。", "拒收"),
        ("李四至今未赔偿王大江。", "未付"),
        ("李四与王大江签订的赔偿协议未履行。", "协议未履行"),
        ("李四愿意赔偿王大江。", "承诺"),
    ],
)
def test_ways_of_not_paying(words: str, value: str) -> None:
    assert _fact(words).value == value


def test_what_a_party_claims_proves_nothing() -> None:
    text = "某县人民法院\n刑事判决书\n被告人李四辩称已赔偿王大江全部损失。\n经审理查明,被告人李四打伤被害人王大江。\n本院认为"
    clean = clean_text(text)
    zones = find_zones(clean.text, "刑事判决书")
    reading = read_compensation(clean, zones, (VictimNames("王大江"),), ("李四",), "刑事判决书")
    assert {f.polarity for f in reading.findings} == {"0"}
    assert reading.by_victim["王大江"].compensation.value == "none"


@pytest.mark.parametrize(
    ("paid", "loss", "forgiven", "value"),
    [
        ("1万元", 40000, "", "partial"),
        ("4万元", 40000, "", "paid"),
        ("1万元", 40000, ",取得谅解", "paid"),
    ],
)
def test_less_than_the_loss_is_a_part_unless_forgiven(paid: str, loss: int, forgiven: str, value: str) -> None:
    victims = (VictimNames("王大江", loss=Decimal(loss)), VictimNames("赵小河"))
    reading = read(f"案发后,李四退赔王大江{paid}{forgiven}。", victims=victims)
    assert reading.by_victim["王大江"].compensation.value == value


def test_who_is_not_hurt_does_not_hold_the_paper_back() -> None:
    """The court sums up 赔偿被害人…取得谅解; of 孙小湖 neither injury nor loss nor payment is told."""
    opinion = "被告人李四赔偿被害人经济损失并取得谅解,可从轻处罚。"
    found = "案发后,李四赔偿王大江、赵小河经济损失,取得谅解。"
    hurt = (VictimNames("王大江"), VictimNames("赵小河"), VictimNames("孙小湖"))
    unhurt = (*hurt[:2], VictimNames("孙小湖", hurt=False))
    assert read(found, opinion, hurt).whole.compensation.value == "partial"
    assert read(found, opinion, unhurt).whole.compensation.value == "paid"
    assert read(found, opinion, unhurt).by_victim["孙小湖"].compensation.value == "unknown"
