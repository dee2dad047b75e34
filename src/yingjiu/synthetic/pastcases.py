"""Past relief cases of an invented county (虚构的过往案件): people, facts, and the inputs a careful reader would take from them.

Shares follow what is published of real counties (bodily harm in four of five cases, most people on some register, few killed);
nobody in them exists. The amounts are those the standard suggests; :mod:`yingjiu.synthetic.officers` lets officers set them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from yingjiu.amounts.pastcase import Chosen, PastCase
from yingjiu.amounts.propose import propose
from yingjiu.amounts.simulate import replay
from yingjiu.catalog.condition import Told, Value
from yingjiu.catalog.standard import Standard
from yingjiu.synthetic.names import HANDLERS, TOWNSHIPS, draw_name

FIRST: Final = date(2022, 1, 4)
DAYS: Final = 1060
"""Cases are decided from the first working days of 2022 to the end of November 2024."""
KINDS: Final[dict[str, int]] = {
    "故意伤害": 37,
    "交通肇事": 27,
    "诈骗": 9,
    "盗窃": 5,
    "故意杀人": 5,
    "强奸": 5,
    "追索抚养费": 7,
    "信访": 5,
}
HARMS: Final[dict[str, dict[str, int]]] = {
    "故意伤害": {"死亡": 6, "重伤一级": 8, "重伤二级": 28, "轻伤一级": 24, "轻伤二级": 34},
    "交通肇事": {"死亡": 38, "重伤一级": 14, "重伤二级": 30, "轻伤一级": 18},
    "故意杀人": {"死亡": 80, "重伤一级": 20},
    "强奸": {"轻微伤": 70, "轻伤二级": 30},
}
LOSSES: Final[dict[str, tuple[int, Decimal]]] = {
    "损失不到一年收入": (45, Decimal("0.6")), "损失一至两年收入": (35, Decimal("1.4")), "损失两年收入以上": (20, Decimal(3)),
}  # fmt: skip
TIERS: Final[dict[str, int]] = {"一般困难": 42, "较重困难": 42, "特别困难": 16}
RESPONSIBILITY: Final[dict[str, int]] = {"无责任": 62, "次要责任": 24, "同等责任": 11, "主要责任": 3}
CHILD_REGISTERS: Final = {"困境儿童": 12, "": 88}
REGISTERS: Final[dict[str, dict[str, int]]] = {
    "一般困难": {"": 55, "医疗救助对象": 15, "困难职工": 8, "困难妇女": 10, "残疾三四级": 12},
    "较重困难": {"低保户": 45, "低保边缘家庭": 25, "防返贫监测对象": 15, "残疾三四级": 8, "医疗救助对象": 7},
    "特别困难": {"特困人员": 30, "低保户": 40, "残疾一二级": 20, "重点优抚对象": 4, "防返贫监测对象": 6},
}
ELEMENT_OF: Final[dict[str, str]] = {
    **dict.fromkeys(("低保户", "低保边缘家庭", "特困人员", "防返贫监测对象"), "低收入户"),
    **{word: word for word in ("困境儿童", "困难妇女", "困难职工", "医疗救助对象")},
    "重点优抚对象": "重点优抚",
}
SOURCE: Final = {"追索抚养费": "追索赡养抚养扶养费", "信访": "信访"}
PROPERTY: Final = frozenset({"诈骗", "盗窃"})
GROUP: Final = "追加倍数"


def make_past_cases(standard: Standard, *, number: int = 2000, seed: int = 1) -> list[PastCase]:
    """So many cases in order of decision, with the amounts the standard suggests; the same seed gives the same cases."""
    rng = random.Random(seed)  # noqa: S311
    days = sorted(FIRST + timedelta(days=rng.randrange(DAYS)) for _ in range(number))
    cases = [_draw(rng, standard, day, place) for place, day in enumerate(days, 1)]
    points = replay(standard, cases)
    return [
        replace(case, amount=point.suggested) if point.suggested is not None else case
        for case, point in zip(cases, points, strict=True)
    ]


def pick(rng: random.Random, shares: dict[str, int]) -> str:
    """One of some words by their shares."""
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def _draw(rng: random.Random, standard: Standard, decided: date, place: int) -> PastCase:
    kind = pick(rng, KINDS)
    sex = "女" if kind == "强奸" or rng.random() < 0.46 else "男"
    age = _age(rng, kind)
    harm, told = _harm(rng, kind)
    tier = pick(rng, TIERS)
    registers = _registers(rng, tier, sex, age)
    told |= {"困难程度": tier, "在册": "是" if registers else "否", "残疾": _disability(registers)}
    told |= {"未成年": "是" if age < 18 else "否", "老年": "是" if age >= 60 else "否"}
    told |= {element: "是" for word in registers if (element := ELEMENT_OF.get(word))}
    told |= _fault(rng, kind)
    chosen = record_inputs(standard, told)
    inputs = dict(chosen)
    fault = str(told["被害人责任"]) if kind == "交通肇事" else "双方互殴" if told["互殴"] == "是" else "无责任"
    return PastCase(
        number=f"栖检救助〔{decided.year}〕{place}号",
        decided=decided,
        accepted=decided - timedelta(days=rng.randrange(2, 20)) if decided > FIRST + timedelta(days=30) else decided,
        amount=Decimal(0),
        kind=kind,
        harm=harm,
        tier=tier,
        group="、".join(inputs.get(GROUP, ())) or "无",
        fault=fault,
        township=rng.choices(TOWNSHIPS, weights=(24, 20, 8, 5, 28, 15))[0],
        sex=sex,
        age=age,
        registers=registers,
        chosen=chosen,
        told=tuple(sorted(told.items())),
        standard=standard.name,
        officer=rng.choice(HANDLERS),
        name=draw_name(rng, sex=sex),
    )


def record_inputs(standard: Standard, told: Told) -> Chosen:
    """The options proposed from the facts, as a careful reader records them; what nothing applies to is left out."""
    rows = []
    for name, proposal in propose(standard, told).items():
        choice = proposal.choice
        options = choice.options if choice.sure else choice.certain or choice.options[:1]
        if options:
            rows.append((name, tuple(options)))
    return tuple(rows)


def _age(rng: random.Random, kind: str) -> int:
    if kind == "追索抚养费":
        return rng.randrange(3, 18)
    if kind == "强奸":
        return rng.randrange(9, 18) if rng.random() < 0.6 else rng.randrange(18, 50)
    if kind == "诈骗":
        return rng.randrange(45, 82)
    return rng.choices([rng.randrange(6, 18), rng.randrange(18, 60), rng.randrange(60, 85)], weights=[9, 66, 25])[0]


def _harm(rng: random.Random, kind: str) -> tuple[str, dict[str, Value]]:
    """What came of it: its name for likeness, and the elements that tell it."""
    told: dict[str, Value] = {
        "案件来路": SOURCE.get(kind, "刑事犯罪"),
        "伤情": "无",
        "损失": Decimal(0),
        "损失比年收入": Decimal(0),
    }
    told |= {
        "主要收入者": "否",
        "被扶养人": "没有",
        "性侵害": "否",
        "目前赔偿": rng.choice(["未赔偿", "未赔偿", "部分赔偿"]),
    }
    if kind in PROPERTY:
        name = pick(rng, {word: share for word, (share, _) in LOSSES.items()})
        return name, told | {"损失": Decimal(rng.randrange(21, 160) * 1000), "损失比年收入": LOSSES[name][1]}
    if kind in SOURCE:
        return kind, told
    harm = pick(rng, HARMS[kind])
    told |= {"伤情": harm, "性侵害": "是" if kind == "强奸" else "否"}
    if harm == "死亡":
        told |= {"主要收入者": rng.choice(["是", "否"]), "被扶养人": rng.choice(["有", "没有"])}
    return harm, told


def _registers(rng: random.Random, tier: str, sex: str, age: int) -> tuple[str, ...]:
    if age < 18 and (word := pick(rng, CHILD_REGISTERS)):
        return (word,)
    word = pick(rng, REGISTERS[tier])
    if (word == "困难妇女" and sex == "男") or (word == "困难职工" and not 18 <= age < 60):
        word = ""
    return (word,) if word else ()


def _disability(registers: Sequence[str]) -> str:
    return "一二级" if "残疾一二级" in registers else "三四级" if "残疾三四级" in registers else "无"


def _fault(rng: random.Random, kind: str) -> dict[str, Value]:
    told: dict[str, Value] = {"被害人责任": "无责任", "被害人过错": "无", "互殴": "否"}
    if kind == "交通肇事":
        told["被害人责任"] = pick(rng, RESPONSIBILITY)
    elif kind == "故意伤害" and rng.random() < 0.14:
        told["互殴"] = "是"
    return told
