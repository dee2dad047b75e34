"""What an amount rests on: supplement groups from registers, what charges leave no question of, relief for the same case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yingjiu.leads.grounds import Ground, grounds_of, relief_of
from yingjiu.leads.lead import Lead
from yingjiu.matching.people import Mention, Person

ON = date(2023, 6, 1)


def mention(kind: str, *, case: int | None = 1, present: bool = True, **fields: str) -> Mention:
    """A record of the person."""
    told = {name: (value,) for name, value in fields.items()}
    return Mention(
        hash(kind) % 1000, 1, case, kind, "本人", f"{kind}.xlsx", present, "2020-01-01", None, "证件号码", "甲乙", told
    )


def lead(
    *registers: Mention, starts: tuple[Mention, ...] = (), stream: str = "刑事", birth: str = "1980-05-01"
) -> Lead:
    """A lead with these records."""
    person = Person(1, "甲乙", None, birth=birth)
    return Lead(
        id="a" * 10, person=person, case_id=1, case_numbers=("某检刑诉〔2022〕1号",), hits=(), called=(), stream=stream,
        status="open", reason=None, groups=(), registers=registers, starts=starts, others=(), officers=(), remarks=(),
        sealed=False,
    )  # fmt: skip


GROUPS = [
    ("重点优抚对象", "重点优抚", "是"),
    ("孤儿", "困境儿童", "是"),
    ("困难妇女", "困难妇女", "是"),
    ("困难职工", "困难职工", "是"),
    ("医疗救助对象", "医疗救助对象", "是"),
    ("低收入户", "低收入户", "是"),
    ("低保户", "低收入户", "是"),
]


@pytest.mark.parametrize(("register", "element", "value"), GROUPS)
def test_a_register_gives_its_supplement_group(register: str, element: str, value: str) -> None:
    assert grounds_of(lead(mention(register)), ON)[element].value == value
    assert element not in grounds_of(lead(mention(register, present=False)), ON), "somebody who left gets none"


def test_the_gravest_of_two_disability_grades_counts() -> None:
    cards = (mention("残疾人", 残疾等级="三级"), mention("残疾人", 残疾等级="二级"))
    assert grounds_of(lead(*cards), ON)["残疾"].value == "一二级"


DEGREES = [
    (("特困人员",), "特别困难", "the hardest list"),
    (("低保户", "防返贫监测对象"), "特别困难", "two hard lists"),
    (("低保户",), "较重困难", "one hard list"),
    (("困难职工",), "一般困难", "another list"),
]


@pytest.mark.parametrize(("kinds", "degree", "why"), DEGREES, ids=[d[2] for d in DEGREES])
def test_degree_of_hardship_by_registers(kinds: tuple[str, ...], degree: str, why: str) -> None:
    assert grounds_of(lead(*map(mention, kinds)), ON)["困难程度"].value == degree, why


CHARGES = [
    ("故意伤害罪", "被害人责任", "无责任", "no accident, no share of it"),
    ("故意伤害罪", "损失", Decimal(0), "harm to the body, no loss told"),
    ("诈骗罪", "伤情", "无", "against property, no injury told"),
    ("强奸罪", "性侵害", "是", "a sexual crime"),
    ("交通肇事罪", "被害人责任", None, "an accident: asked for"),
    ("抢劫罪", "损失", None, "robbery may be both"),
    ("抢劫罪", "伤情", None, "robbery may be both"),
]


@pytest.mark.parametrize(("charge", "element", "value", "why"), CHARGES, ids=[f"{c[0]} {c[1]}" for c in CHARGES])
def test_what_charges_leave_no_question_of(charge: str, element: str, value: object, why: str) -> None:
    found = grounds_of(lead(starts=(mention("案件", 罪名=charge),)), ON)
    assert (found[element].value if element in found else None) == value, why


def test_what_the_situation_tells_goes_first() -> None:
    told = {"损失": Ground(Decimal(5000), "笔录"), "困难程度": Ground("特别困难", "走访")}
    found = grounds_of(lead(mention("低保户"), starts=(mention("案件", 罪名="故意伤害罪"),)), ON, told)
    assert found["损失"].value == 5000
    assert found["困难程度"].evidence == "走访"


def test_age_is_told_on_the_day() -> None:
    found = grounds_of(lead(birth="2005-06-02"), ON)
    assert (found["未成年"].value, found["老年"].value) == ("是", "否")
    assert grounds_of(lead(birth="2005-06-01"), ON)["未成年"].value == "否"


RELIEFS = [
    (mention("司法救助案件", 办理状态="已发放", 救助金额="8000"), True, "the same case by its lineage"),
    (
        mention("司法救助案件", case=None, 办理状态="决定救助", 原案案号="某检刑诉〔2022〕1号"),
        True,
        "the same case by its number",
    ),
    (mention("其他机关司法救助", case=None, 救助机关="某县人民法院"), False, "no case named: to be checked"),
    (mention("司法救助案件", 办理状态="不予救助"), None, "refused"),
    (mention("司法救助案件", 办理状态="审查中"), None, "not decided"),
]


@pytest.mark.parametrize(("record", "same", "why"), RELIEFS, ids=[r[2] for r in RELIEFS])
def test_relief_of_any_organ(record: Mention, same: bool | None, why: str) -> None:
    found = relief_of(lead(), [record])
    assert [r.same_case for r in found] == ([] if same is None else [same]), why
