"""Sentences of case files: who a person is, what happened, how badly (案件事实的写法)."""

from __future__ import annotations

import random
from datetime import date

from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.names import VILLAGES
from yingjiu.synthetic.people import Person
from yingjiu.synthetic.phrases import yuan

EDUCATION = ("文盲", "小学文化", "初中文化", "中专文化", "高中文化", "大专文化")
JOBS = ("农民", "无业", "务工", "个体工商户", "驾驶员", "保洁员", "退休")


def write_date(day: date) -> str:
    """2023年4月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def describe(rng: random.Random, person: Person, *, number: bool, style: int) -> str:
    """A person's particulars in one of four orders; ``number`` decides whether the ID number stands there."""
    born = write_date(person.birth)
    folk = "维吾尔族" if "·" in person.name else rng.choice(("汉族", "汉族", "汉族", "回族"))
    job = "学生" if person.birth.year > 2006 else rng.choice(JOBS)
    home = f"户籍所在地{person.registered}，住{person.address}"
    if style == 0:
        card = f"公民身份号码{person.number}，" if number else ""
        return f"{person.name}，{person.sex}，{born}出生，{card}{folk}，{rng.choice(EDUCATION)}，{job}，{home}"
    if style == 1:
        card = f"，身份证号码：{person.number}" if number else ""
        return (
            f"{person.name}，{person.sex}，{folk}，{born}生{card}，{job}，"
            f"户籍地{person.registered}，现住{person.address}"
        )
    if style == 2:
        card = f"，身份证号{person.number}" if number else ""
        return f"{person.name}（{person.sex}，{born}出生{card}，住{person.address}）"
    card = f"，居民身份证号码{person.number}" if number else ""
    return (
        f"{person.name}，{person.sex}，"
        f"{person.birth.year}年{person.birth.month:02d}月{person.birth.day:02d}日出生{card}，{home}"
    )


def list_names(victims: tuple[Harmed, ...]) -> str:
    """甲、乙和丙 without titles."""
    names = [v.name for v in victims]
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + "和" + names[-1]


def introduce(rng: random.Random, victims: tuple[Harmed, ...], *, number: bool, full: bool) -> str:
    """First mention of victims in the facts, with particulars in brackets when ``full``."""
    parts = []
    for turn, victim in enumerate(victims):
        title = victim.title if turn == 0 or isinstance(victim.person, str) else victim.name
        if full and not isinstance(victim.person, str):
            title = title.removesuffix(victim.name) + describe(rng, victim.person, number=number, style=2)
        parts.append(title)
    return "、".join(parts)


_OPENINGS: dict[str, tuple[str, ...]] = {
    "故意伤害": (
        "{t}，{s}在{pl}因田埂界址问题与{vs}发生口角，继而用铁锹将{vn}打伤。",
        "{t}，{s}酒后到{pl}，无故滋事并持啤酒瓶击打{vs}的头部、面部。",
        "{t}，在{pl}，{s}与{vs}因债务问题相互推搡，{s}挥拳殴打{vn}，致其倒地受伤。",
        "{t}，{s}听闻{vs}在背后议论自己，遂赶至{pl}将{vn}踢倒并拳打脚踢。",
    ),
    "故意杀人": (
        "{t}，{s}因感情纠葛在{pl}持尖刀朝{vs}的胸腹部连捅数下。",
        "{t}，{s}怀恨在心，驾车至{pl}用铁锤猛击{vs}头部。",
    ),
    "交通肇事": (
        "{t}，{s}驾驶重型自卸货车沿{pl}由南向北行驶时，因观察不周，与骑电动自行车的{vs}相撞。",
        "{t}，{s}醉酒后驾驶小型轿车行至{pl}，将横过道路的行人{vs}撞倒，肇事后弃车逃逸。",
        "{t}，{s}无证驾驶无号牌三轮摩托车在{pl}超车时，刮撞对向的{vs}。",
        "{t}，{s}疲劳驾驶面包车，在{pl}冲出路面侧翻，车上乘坐人{vs}被甩出车外。",
    ),
    "过失致人死亡": (
        "{t}，{s}在{pl}倒运石料时疏于查看，挖掘机铲斗碰到{vs}。",
        "{t}，{s}私拉电网捕猎野猪，在{pl}致途经的{vs}触电。",
    ),
    "过失致人重伤": ("{t}，{s}在{pl}燃放大型烟花时操作不当，炸到围观的{vs}。",),
    "危险驾驶": (
        "{t}，{s}醉酒后驾驶二轮摩托车行至{pl}，与{vs}驾驶的电动车发生碰撞，经检测血液酒精含量为186mg/100ml。",
    ),
    "寻衅滋事": (
        "{t}，{s}酒后在{pl}借故生非，随意殴打素不相识的{vs}。",
        "{t}，{s}为逞强耍横，纠集他人至{pl}追逐、拦截并殴打{vs}。",
    ),
    "聚众斗殴": ("{t}，{s}纠集多人持械到{pl}斗殴，混乱中砍伤劝架的{vs}。",),
    "强奸": (
        "{t}，{s}趁{vs}独自在{pl}之机，采用掐颈、言语威胁等手段强行与{vn}发生性关系。",
        "{t}，{s}将{vs}骗至{pl}，不顾其反抗实施奸淫。",
    ),
    "强制猥亵": ("{t}，{s}在{pl}以暴力强行搂抱、猥亵{vs}。",),
    "抢劫": (
        "{t}，{s}持水果刀在{pl}拦住{vs}，威逼其交出财物。",
        "{t}，{s}尾随{vs}至{pl}，捂嘴摔倒后将其随身财物劫走。",
    ),
    "放火": ("{t}，{s}因琐事心生怨恨，在{pl}点燃{vs}家的柴房，火势蔓延。",),
    "虐待": ("自2021年起，{s}在{pl}长期对共同生活的{vs}打骂、冻饿，情节恶劣。",),
    "遗弃": ("自2020年以来，{s}对年老患病、没有独立生活能力的{vs}拒绝扶养，将其弃于{pl}。",),
    "重大责任事故": ("{t}，{s}负责施工的{pl}工地违章作业，脚手架垮塌，砸中工人{vs}。",),
    "故意毁坏财物": ("{t}，{s}因邻里积怨，在{pl}将{vs}的温室大棚和果树砍毁。",),
    "抢夺": ("{t}，{s}骑摩托车在{pl}趁{vs}不备，夺走其背包后逃离。",),
}
_PROPERTY: dict[str, tuple[str, ...]] = {
    "盗窃": (
        "{t}，{s}翻墙进入{v}位于{pl}的家中，窃得现金及金饰，价值共计{l}。",
        "{t}，{s}在{pl}撬开车锁，将{v}停放的货车及车上货物盗走，经价格认定，价值{l}。",
        "{t}，{s}趁夜深人静溜进{pl}，盗窃{v}的耕牛，折合人民币{l}。",
    ),
    "诈骗": (
        "{t}，{s}谎称能够办理工厂招工，在{pl}骗取{v}人民币{l}。",
        "{t}，{s}虚构投资项目，使{v}陷入错误认识，先后转账{l}。",
        "{t}，{s}冒充民政干部在{pl}以代办补贴为由，骗得{v}{l}。",
    ),
    "集资诈骗": ("{t}起，{s}以养老公寓高息回报为诱饵向社会公众非法集资，骗取{v}投资款{l}。",),
    "拒不支付劳动报酬": ("{t}，{s}承包{pl}的工程后，拖欠{v}劳动报酬{l}，经人力资源和社会保障局责令支付后仍不支付。",),
    "帮助信息网络犯罪活动": ("{t}，{s}出借银行卡供他人转移赃款，{v}被骗的{l}经该卡转走。",),
}
PROPERTY_CHARGES = tuple(_PROPERTY)
VIOLENT_CHARGES = tuple(_OPENINGS)
WITH_LOSS = ("抢劫", "抢夺", "故意毁坏财物")


def _injury_sentence(rng: random.Random, victim: Harmed) -> str:
    name, grade = victim.name, victim.injury
    if grade is None:
        return ""
    if grade == "死亡":
        return rng.choice(
            (
                f"{name}经抢救无效死亡。",
                f"致{name}当场死亡。",
                f"{name}因颅脑损伤伤重不治，于当晚死亡。",
                f"经法医检验，{name}系失血性休克死亡。",
            )
        )
    if "伤" in grade and rng.random() < 0.12:
        grade = grade.replace("一级", "壹级").replace("二级", "贰级")
    return rng.choice(
        (
            f"经鉴定，{name}的损伤程度为{grade}。",
            f"{name}所受损伤经法医鉴定构成{grade}。",
            f"经栖泉县公安局物证鉴定室鉴定，{name}的伤情属{grade}。",
            f"{name}住院治疗{rng.randint(9, 60)}天，其人体损伤程度评定为{grade}。",
        )
    )


def tell_facts(rng: random.Random, draft: Draft, *, suspect: str, number: bool, full: bool) -> list[str]:
    """The facts as one or more paragraphs; every victim is named, with injury and loss."""
    hour = 6 + draft.serial * 7 % 17
    when = f"{write_date(draft.happened_on)}{hour}时许"
    if draft.charge in _PROPERTY:
        return _tell_losses(rng, draft, when=when, suspect=suspect, number=number, full=full)
    openings = _OPENINGS[draft.charge]
    opening = openings[draft.serial % len(openings)].format(
        t=when,
        s=suspect,
        pl=draft.place,
        vs=introduce(rng, draft.victims, number=number, full=full),
        vn=list_names(draft.victims),
    )
    told = opening
    for victim in draft.victims:
        if victim.loss and draft.charge in WITH_LOSS:
            what = {"抢劫": "劫得", "抢夺": "夺得"}.get(draft.charge, "毁坏")
            told += f"{suspect}{what}{victim.name}的财物价值{yuan(rng, victim.loss)}。"
    told += "".join(_injury_sentence(rng, v) for v in draft.victims)
    if draft.charge == "交通肇事":
        blame = ("全部", "主要")[draft.serial % 2]
        told += f"经交警部门认定，{suspect}负事故{blame}责任。"
    return [told]


def _tell_losses(rng: random.Random, draft: Draft, *, when: str, suspect: str, number: bool, full: bool) -> list[str]:
    told = []
    for turn, victim in enumerate(draft.victims):
        name = introduce(rng, (victim,), number=number, full=full)
        sum_of = yuan(rng, victim.loss or 0)
        bank = _PROPERTY[draft.charge]
        line = bank[(draft.serial + turn) % len(bank)].format(t=when, s=suspect, pl=draft.place, v=name, l=sum_of)
        told.append(f"{turn + 1}.{line}" if len(draft.victims) > 1 else line)
        day = draft.happened_on.replace(day=min(28, draft.happened_on.day + turn))
        when = f"{write_date(day)}{(draft.serial + turn * 5) % 24}时许"
    return told


def draw_place(rng: random.Random, township: str) -> str:
    """A scene of crime."""
    spot = rng.choice(("村口", "集贸市场门前", "县道路段", "停车场", "小卖部旁", "晒谷场", "出租房内"))
    return f"{township}{rng.choice(VILLAGES)}{spot}"
