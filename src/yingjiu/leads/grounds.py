"""What an amount rests on, from the registers and the ledger of a lead (金额的事实依据): elements with their evidence.

What the situation of the lead already tells goes first; here the groups for supplements, the sort of case, age, and relief
already granted are added. What nothing tells stays untold: it is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from yingjiu.catalog.condition import Value
from yingjiu.leads.lead import GRANTED, SEALED_CHARGES, Lead
from yingjiu.leads.sheets_lead import age_on
from yingjiu.leads.sheets_record import places_of, register_words
from yingjiu.matching.people import Mention
from yingjiu.values.money import read_amount

GROUPS: Final = {
    "重点优抚对象": "重点优抚",
    "困境儿童": "困境儿童",
    "孤儿": "困境儿童",
    "事实无人抚养儿童": "困境儿童",
    "困难妇女": "困难妇女",
    "困难职工": "困难职工",
    "医疗救助对象": "医疗救助对象",
    "低收入户": "低收入户",
    "低保户": "低收入户",
    "低保边缘家庭": "低收入户",
    "特困人员": "低收入户",
    "防返贫监测对象": "低收入户",
    "原建档立卡贫困户": "低收入户",
}
"""Register by register, the element of a supplement group."""
GRADES: Final = {"一级": "一二级", "二级": "一二级", "三级": "三四级", "四级": "三四级"}
HARDEST: Final = frozenset({"特困人员"})
HARD: Final = frozenset({"低保户", "低保边缘家庭", "防返贫监测对象", "低收入户", "孤儿", "事实无人抚养儿童"})
TRAFFIC: Final = ("交通", "驾驶", "机动车")
PERSONAL: Final = (
    "伤害", "杀人", "强奸", "猥亵", "交通肇事", "危险驾驶", "过失致人", "寻衅滋事", "斗殴", "虐待", "遗弃", "拐卖", "非法拘禁",
    "重大责任事故", "劳动安全",
)  # fmt: skip
"""Charges of harm to the body: without a word of a loss there is no case of property."""
PROPERTY: Final = (
    "诈骗", "盗窃", "侵占", "非法集资", "吸收公众存款", "毁坏财物", "敲诈勒索", "劳动报酬", "传销", "抢夺",
)  # fmt: skip
"""Charges against property: without a word of an injury there is none."""
NO_ACCIDENT: Final = frozenset({"追索赡养抚养扶养费", "信访", "打击报复"})
SUPPORT: Final = ("赡养", "抚养", "扶养", "抚育")
HARMS: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")
ADULT: Final = 18
OLD: Final = 60


@dataclass(frozen=True, slots=True)
class Ground:
    """The value of an element and what it rests on."""

    value: Value
    evidence: str


@dataclass(frozen=True, slots=True)
class Relief:
    """Relief already granted: organ, day, yuan (None: not written), whether surely for this case."""

    organ: str
    day: str
    amount: Decimal | None
    same_case: bool
    place: str


def grounds_of(lead: Lead, on: date, told: Mapping[str, Ground] | None = None) -> dict[str, Ground]:
    """Elements of a lead with their evidence; ``told`` goes before what is added here."""
    found = {
        **_sort_of_case(lead),
        **_case_facts(lead),
        **_ages(lead, on),
        **_groups(lead),
        **_hardship(lead),
    }
    found = {**_by_charge(lead), **found, **(told or {})}
    return {**found, **_no_accident(lead, found)}


def relief_of(lead: Lead, mentions: Iterable[Mention]) -> list[Relief]:
    """Relief of any organ to this person; of another case it is told apart."""
    found = []
    for m in mentions:
        granted = m.kind == "其他机关司法救助" or (m.kind == "司法救助案件" and _first(m, "办理状态") in {"", *GRANTED})
        if not granted or m.kind not in {"其他机关司法救助", "司法救助案件"}:
            continue
        organ = _first(m, "救助机关") or "本院"
        numbers = set(m.fields.get("原案案号", ()))
        same = (lead.case_id is not None and m.case_id == lead.case_id) or bool(numbers & set(lead.case_numbers))
        day = _first(m, "发放日期") or _first(m, "决定日期")
        found.append(Relief(organ, day, read_amount(_first(m, "救助金额")), same, "、".join(places_of(m)[:1])))
    return found


def _sort_of_case(lead: Lead) -> dict[str, Ground]:
    """Which sort of case."""
    said = _said(lead, "罪名", "案由", "案件类别", "信访类型")
    found = {}
    if lead.stream in {"刑事", "未检"}:
        found["案件来路"] = Ground("刑事犯罪", f"{lead.stream}案件 {'、'.join(said[:2])}".strip())
    elif any(word in s for s in said for word in SUPPORT):
        found["案件来路"] = Ground("追索赡养抚养扶养费", "、".join(said[:2]))
    elif lead.stream == "信访":
        found["案件来路"] = Ground("信访", "信访登记")
    charges = _said(lead, "罪名")
    sexual = [c for c in charges if any(word in c for word in SEALED_CHARGES)]
    if sexual:
        found["性侵害"] = Ground("是", "、".join(sexual[:2]))
    return found


def _by_charge(lead: Lead) -> dict[str, Ground]:
    """What the charges leave no question of, where no record tells."""
    charges = _said(lead, "罪名")
    shown = "、".join(charges[:2])
    if charges and all(any(word in c for word in PERSONAL) for c in charges):
        return {"损失": Ground(Decimal(0), f"{shown}是人身伤害案件，没有写到财产损失")}
    if charges and all(any(word in c for word in PROPERTY) for c in charges):
        return {"伤情": Ground("无", f"{shown}是财产案件，没有写到受伤")}
    return {}


def _no_accident(lead: Lead, found: Mapping[str, Ground]) -> dict[str, Ground]:
    """The share of an accident is asked only of an accident; elsewhere nothing is left open by it."""
    share, origin = found.get("被害人责任"), found.get("案件来路")
    said = _said(lead, "罪名", "案由", "案件类别", "信访类型")
    if (share is not None and share.value is not None) or any(w in s for s in said for w in TRAFFIC):
        return {}
    charges = _said(lead, "罪名")
    if not charges and (origin is None or origin.value not in NO_ACCIDENT):
        return {}
    return {
        "被害人责任": Ground("无责任", f"{'、'.join(charges[:2]) or (origin.value if origin else '')}没有事故责任划分")
    }


def _case_facts(lead: Lead) -> dict[str, Ground]:
    """What the files of the case say of the person: harm, compensation, loss, hardship told."""
    own = [m for m in (*lead.starts, *lead.others) if m.kind in {"案件", "刑事案件"} and m.case_id == lead.case_id]
    found: dict[str, Ground] = {}
    for m in own:
        evidence = "、".join(places_of(m)[:1])
        harms = sorted((h for h in m.fields.get("伤情", ()) if h in HARMS), key=HARMS.index)
        if harms and ("伤情" not in found or HARMS.index(harms[0]) < HARMS.index(str(found["伤情"].value))):
            found["伤情"] = Ground(harms[0], evidence)
        for name in ("目前赔偿", "自述困难"):
            value = _first(m, name)
            if value and value != "不明":
                found.setdefault(name, Ground(value, evidence))
        loss = read_amount(_first(m, "损失"))
        if loss is not None:
            found.setdefault("损失", Ground(loss, evidence))
    return found


def _ages(lead: Lead, on: date) -> dict[str, Ground]:
    age = age_on(lead.person.birth, on)
    if age is None:
        return {}
    told = f"{lead.person.birth}出生，{age}岁"
    return {"未成年": Ground("是" if age < ADULT else "否", told), "老年": Ground("是" if age >= OLD else "否", told)}


def _groups(lead: Lead) -> dict[str, Ground]:
    """Supplement groups by the registers in which the person stands now."""
    found: dict[str, Ground] = {}
    for m in lead.registers:
        if not m.present:
            continue
        grade = GRADES.get(_first(m, "残疾等级")) if m.kind == "残疾人" else None
        if grade and ("残疾" not in found or grade == "一二级"):
            found["残疾"] = Ground(grade, register_words(m))
        if m.kind in GROUPS:
            found.setdefault(GROUPS[m.kind], Ground("是", register_words(m)))
    return found


def _hardship(lead: Lead) -> dict[str, Ground]:
    """The degree of hardship by registers: the hardest list, or two hard ones, count as 特别困难."""
    present = [m for m in lead.registers if m.present]
    if not present:
        return {}
    evidence = "；".join(dict.fromkeys(register_words(m) for m in present[:3]))
    kinds = {m.kind for m in present}
    hard = kinds & HARD
    degree = "特别困难" if kinds & HARDEST or len(hard) > 1 else "较重困难" if hard else "一般困难"
    return {"困难程度": Ground(degree, evidence), "在册": Ground("是", evidence)}


def _said(lead: Lead, *names: str) -> list[str]:
    found = [
        v for m in (*lead.starts, *lead.others) if m.case_id == lead.case_id for n in names for v in m.fields.get(n, ())
    ]
    return list(dict.fromkeys(found))


def _first(mention: Mention, name: str) -> str:
    values: Sequence[str] = mention.fields.get(name, ())
    return values[0] if values else ""
