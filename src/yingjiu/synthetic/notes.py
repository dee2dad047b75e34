"""Receipts, letters, settlements, transcripts and other small papers of a case folder (收条、谅解书、笔录等)."""

from __future__ import annotations

import random
from datetime import date

from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.people import Person
from yingjiu.synthetic.phrases import HARDSHIP_OF_BEREAVED, HARDSHIP_OF_HURT, OFFENDER_POOR, WELL_OFF, yuan
from yingjiu.synthetic.prose import describe, write_date
from yingjiu.synthetic.world import State

Written = tuple[tuple[str, ...], dict[str, object]]

_PAID_RECEIPT = (
    "今收到{s}（亲属代交）赔偿款人民币{a}，{v}的全部损失已赔清。",
    "兹收到{s}一方支付给{v}的赔偿金{a}，至此全部款项结清，互不相欠。",
    "收到{s}家属交来赔偿{v}的现金{a}，系全部赔偿款。",
    "今领到{s}赔偿{v}各项损失共计{a}，款已全数收讫。",
)
_REST_RECEIPT = (
    "今收到{s}支付的赔偿余款{a}，{v}的赔偿款已全部付清。",
    "收到{s}补交的剩余赔偿款{a}，连同此前所付，{v}的损失已赔偿完毕。",
)
_PART_RECEIPT = (
    "今收到{s}先行支付{v}的部分赔偿款{a}，其余款项尚未支付。",
    "收到{s}家属交来{v}的医药费{a}，下欠部分待付。",
)
_PAID_LETTER = (
    "{s}已向我方赔偿全部损失{a}，款已收到。我方对{s}的行为表示谅解，请求司法机关对其从宽处理。",
    "鉴于{s}真诚悔罪并一次性付清赔偿款{a}，本人自愿谅解{s}。",
    "{s}家属代为赔偿{a}，现已全部到账，我方不再追究{s}的责任，特此谅解。",
)
_BARE_LETTER = (
    "{s}多次上门道歉，态度诚恳，本人对其表示谅解，请求从轻处理。",
    "念及双方系同乡，本人愿意谅解{s}，希望给其改过自新的机会。",
)
_DONE_SETTLEMENT = (
    "一、甲方{s}一次性赔偿乙方{v}各项损失共计{a}；二、上述款项于签订本协议时当场付清，乙方已收到；三、双方今后互不追究。",
    "经协商，{s}赔偿{v}人民币{a}，该款已于本日转账支付完毕，{v}对收款无异议。",
)
_OPEN_SETTLEMENT = (
    "一、由甲方{s}赔偿乙方{v}医疗费、误工费等共计{a}；二、本协议自双方签字之日起生效。",
    "经调解，双方自愿达成如下协议：{s}赔偿{v}人民币{a}。本协议一式三份。",
)
_UNPAID_ANSWERS = (
    "没有，到今天一分钱都没给过。",
    "他家里没人来过，医药费都是我们自己垫的，没有赔。",
    "没赔。调解过一次，谈不拢。",
    "嘴上说赔，就是不见钱。",
)
_PAID_ANSWERS = ("赔了，{a}都给清了，我没有别的要求。", "赔偿款{a}已经全部收到了，事情了结了。")
_PART_ANSWERS = ("只给过{a}，后面的就没再给。", "垫付了{a}医药费，别的没有赔。")
_SILENT_ANSWERS = ("这个事我不想多说。", "")


def write_receipt(rng: random.Random, draft: Draft, victim: Harmed, *, note: str, on: date | None) -> Written:
    """A receipt for the whole sum, the rest, or a part; for the dead a relative signs."""
    bank = {"receipt": _PAID_RECEIPT, "rest": _REST_RECEIPT, "part_receipt": _PART_RECEIPT}[note]
    signer = victim.relatives[0].person.name if victim.relatives else victim.name
    sum_of = yuan(rng, victim.amount if note == "receipt" else max(1000, victim.amount // 3))
    line = rng.choice(bank).format(s=draft.suspects[0].name, v=f"被害人{victim.name}", a=sum_of)
    title = rng.choice(("收  条", "收条", "收 据"))
    signed = f"收款人：{signer}"
    if victim.relatives:
        signed += f"（系{victim.name}之{victim.relatives[0].relation}）"
    lines = [title, line, signed] + ([write_date(on)] if on else [])
    return tuple(lines), {"type": "收条"}


def write_forgiveness(rng: random.Random, draft: Draft, victim: Harmed, *, paid: bool, on: date) -> Written:
    """A letter of forgiveness; only a paid one says that money came."""
    signer = victim.relatives[0].person.name if victim.relatives else victim.name
    bank = _PAID_LETTER if paid else _BARE_LETTER
    side = (
        f"被害人{victim.name}"
        if not victim.relatives
        else f"被害人{victim.name}之{victim.relatives[0].relation}{signer}"
    )
    lines = (
        "谅 解 书",
        f"谅解人：{side}",
        f"被谅解人：{draft.suspects[0].name}",
        f"因{draft.suspects[0].name}涉嫌{draft.charge}一案，被害人{victim.name}受到侵害。"
        + rng.choice(bank).format(s=draft.suspects[0].name, a=yuan(rng, victim.amount)),
        f"谅解人：{signer}",
        write_date(on),
    )
    state: State = "paid" if paid else "unknown"
    return lines, {"type": "谅解书", "victims": [{"name": victim.name, "compensation": state}]}


def write_settlement(rng: random.Random, draft: Draft, victim: Harmed, *, done: bool, on: date) -> Written:
    """A settlement between the parties or one before a mediator; ``done`` ones are performed."""
    kind = rng.choice(("和解协议", "调解协议"))
    title = {"和解协议": rng.choice(("和解协议书", "刑事和解协议书")), "调解协议": "人民调解协议书"}[kind]
    side = f"被害人{victim.name}" + ("的近亲属" + victim.relatives[0].person.name if victim.relatives else "")
    bank = _DONE_SETTLEMENT if done else _OPEN_SETTLEMENT
    suspect = draft.suspects[0].name
    lines = (
        title,
        f"甲方：{suspect}（涉嫌{draft.charge}）",
        f"乙方：{side}",
        "双方就赔偿事宜，本着自愿、平等原则协商如下：",
        rng.choice(bank).format(s=suspect, v=side, a=yuan(rng, victim.amount)),
        f"甲方签字：{suspect}　乙方签字：{victim.relatives[0].person.name if victim.relatives else victim.name}",
        write_date(on),
    )
    return lines, {"type": kind}


def write_questioning(rng: random.Random, draft: Draft, victim: Harmed, *, state: State, on: date) -> Written:
    """A record of questioning the victim, or a relative of a dead one, with an answer on money and on the home."""
    asked: Person = victim.relatives[0].person if victim.relatives else victim.person  # type: ignore[assignment]
    link = f"，系被害人{victim.name}之{victim.relatives[0].relation}" if victim.relatives else "，系本案被害人"
    bank = {"none": _UNPAID_ANSWERS, "paid": _PAID_ANSWERS, "partial": _PART_ANSWERS, "unknown": _SILENT_ANSWERS}[state]
    answer = rng.choice(bank).format(a=yuan(rng, max(2000, victim.amount // (3 if state == "partial" else 1))))
    poor = rng.random() < 0.6
    home = rng.choice((HARDSHIP_OF_BEREAVED if victim.is_dead else HARDSHIP_OF_HURT) if poor else WELL_OFF)
    suspect = draft.suspects[0].name
    harm = f"把{victim.name}害死了" if victim.is_dead else "害了我"
    lines = [
        "询  问  笔  录",
        f"（第一次）时间：{write_date(on)}9时10分至10时05分　地点：栖泉县公安局执法办案区",
        f"询问人：贾某、田某　记录人：田某　案由：{draft.charge}",
        f"被询问人：{describe(rng, asked, number=draft.show_numbers, style=rng.choice((0, 3)))}{link}。",
        "问：我们是栖泉县公安局的民警，现依法向你询问有关问题，你要如实回答。听明白没有？",
        "答：听明白了。",
        "问：你讲一下事情的经过。",
        f"答：{write_date(draft.happened_on)}那天，在{draft.place}，{suspect}{harm}，经过我都向派出所说过了。",
    ]
    if answer:
        lines += [
            rng.choice(("问：对方有没有赔偿你们？", "问：赔偿的事情怎么样了？", "问：损失赔了没有？")),
            f"答：{answer}",
        ]
    lines += [rng.choice(("问：家里生活情况如何？", "问：你家庭经济状况怎么样？")), f"答：{home}"]
    lines += [
        "问：你还有什么要补充的？",
        "答：没有了。",
        "以上笔录我看过，和我说的相符。",
        f"{asked.name}　{write_date(on)}",
    ]
    truth = {"type": "询问笔录", "hardship": poor, "victims": [{"name": victim.name, "compensation": state}]}
    return tuple(lines), truth


def write_interrogation(rng: random.Random, draft: Draft, suspect: Person, *, on: date) -> Written:
    """A record of interrogation: the suspect's own claims and own poverty count for nothing."""
    claim = rng.choice(
        (
            "我家里已经赔过了，具体给了多少我不清楚。",
            "我愿意赔，等我出去挣了钱就赔。",
            "我爸说钱给了，对方应该谅解我了。",
            "我没钱，赔不起。",
        )
    )
    lines = (
        "讯  问  笔  录",
        f"（第二次）时间：{write_date(on)}14时至15时　地点：栖泉县看守所",
        f"犯罪嫌疑人：{describe(rng, suspect, number=True, style=0)}。",
        "问：你有权委托辩护人，有权申请回避，是否清楚？",
        "答：清楚。",
        f"问：你因何事被拘留？\n答：因为{draft.charge}的事。",
        "问：你对被害方的损失作过赔偿吗？",
        f"答：{claim}",
        "问：家庭情况怎样？",
        f"答：{rng.choice(OFFENDER_POOR)}",
        "问：以上所说是否属实？",
        f"答：属实。　{suspect.name}",
    )
    return tuple("\n".join(lines).split("\n")), {"type": "讯问笔录", "hardship": False, "victims": []}


def write_appraisal(rng: random.Random, draft: Draft, victim: Harmed, *, on: date) -> Written:
    """A forensic opinion; only its last section decides the grade."""
    grade = victim.injury or "轻微伤"
    person = victim.person if not isinstance(victim.person, str) else None
    lines = (
        rng.choice(("栖泉县公安司法鉴定中心\n鉴定意见书", "法医学人体损伤程度鉴定书")),
        f"栖公鉴（法医）字〔{draft.year}〕{draft.serial + 7}号",
        f"一、绪论：委托单位栖泉县公安局；被鉴定人{victim.name}，"
        f"{person.sex if person else ''}，{write_date(person.birth) if person else ''}出生。",
        f"二、基本案情：{write_date(draft.happened_on)}，{victim.name}在{draft.place}受伤。",
        "三、检验过程：依照《人体损伤程度鉴定标准》进行检验，条文中关于重伤、轻伤的界定详见标准附则。"
        if grade == "轻微伤"
        else "三、检验过程：被鉴定人神志清，查体合作，伤口愈合。",
        f"四、鉴定意见：被鉴定人{victim.name}的损伤程度评定为{grade}。",
        f"鉴定人：周某某　王某某\n{write_date(on)}",
    )
    truth: dict[str, object] = {"type": "鉴定意见", "injury": None}
    if grade != "轻微伤":
        truth |= {"injury": grade, "victims": [{"name": victim.name}]}
    return tuple("\n".join(lines).split("\n")), truth


def write_accident(rng: random.Random, draft: Draft, *, on: date) -> Written:
    """A traffic accident determination with the parties' shares of blame."""
    suspect = draft.suspects[0]
    harmed = "、".join(v.name for v in draft.victims)
    ending = "".join(f"{v.name}死亡，" if v.is_dead else f"{v.name}受伤，" for v in draft.victims)
    blame = ("全部责任", "主要责任")[draft.serial % 2]
    lines = (
        "栖泉县公安局交通警察大队",
        "道路交通事故认定书",
        f"第3299312{draft.year}{draft.serial:05d}号",
        f"当事人：{describe(rng, suspect, number=True, style=3)}。",
        f"当事人：{harmed}。",
        f"道路交通事故基本事实：{write_date(draft.happened_on)}，{suspect.name}驾驶机动车行至{draft.place}，发生碰撞，造成{ending}车辆受损。",
        f"事故形成原因分析及当事人责任：{suspect.name}承担{blame}，"
        f"{harmed}{'不承担责任' if blame == '全部责任' else '承担次要责任'}。",
        write_date(on),
    )
    return lines, {"type": "道路交通事故认定书", "victims": [{"name": v.name} for v in draft.victims]}


def write_petition(rng: random.Random, draft: Draft, victim: Harmed, *, on: date) -> Written:
    """A letter of the victim's side who has still got nothing, asking for help."""
    signer = victim.relatives[0].person if victim.relatives else victim.person
    assert not isinstance(signer, str)  # noqa: S101  organisations write no such letters here
    bond = f"我是{draft.charge}案被害人{victim.name}" + (
        f"的{victim.relatives[0].relation}。" if victim.relatives else "。"
    )
    home = HARDSHIP_OF_BEREAVED if victim.is_dead else HARDSHIP_OF_HURT
    lines = (
        "信 访 材 料",
        "栖泉县人民检察院：",
        f"信访人{describe(rng, signer, number=True, style=0)}。",
        f"{bond}{draft.suspects[0].name}被抓后，赔偿款至今没有给付，被害人{victim.name}没有得到任何赔偿。{rng.choice(home)}恳请检察院帮帮我们。",
        f"信访人：{signer.name}",
        write_date(on),
    )
    return lines, {
        "type": "信访件",
        "hardship": True,
        "victims": [{"name": victim.name, "compensation": "none"}],
    }


def write_no_prosecution(draft: Draft, *, on: date) -> Written:
    """A decision not to prosecute after everything was paid (不起诉决定书)."""
    suspect = draft.suspects[0].name
    harmed = "、".join(v.name for v in draft.victims)
    lines = (
        "栖泉县人民检察院",
        "不起诉决定书",
        f"栖检刑不诉〔{draft.year}〕{draft.serial}号",
        f"被不起诉人{suspect}，因涉嫌{draft.charge}罪被取保候审。",
        f"本院审查查明，被不起诉人{suspect}实施了{draft.charge}行为，但犯罪情节轻微，案发后已赔偿被害人{harmed}全部经济损失，取得被害人{harmed}谅解。",
        f"根据《中华人民共和国刑事诉讼法》第一百七十七条第二款的规定，决定对{suspect}不起诉。",
        write_date(on),
    )
    return lines, {"type": "不起诉决定书"}


def write_withdrawal(draft: Draft, *, on: date) -> Written:
    """A decision to withdraw the indictment (撤诉决定书); it says nothing of money."""
    suspect = draft.suspects[0].name
    lines = (
        "栖泉县人民检察院",
        "撤回起诉决定书",
        f"栖检刑撤诉〔{draft.year}〕{draft.serial}号",
        f"本院以{draft.indictment_no or draft.opinion_no}文书对被告人{suspect}涉嫌{draft.charge}罪一案提起公诉，"
        "因事实、证据发生变化，决定撤回起诉。",
        write_date(on),
    )
    return lines, {"type": "撤诉决定书"}


def write_other(rng: random.Random, draft: Draft, *, on: date) -> Written:
    """A paper that says nothing of use: 受理登记表, 拘留证, 户籍证明, 送达回证."""
    suspect = draft.suspects[0]
    kind = rng.choice(("登记", "拘留", "户籍", "送达"))
    if kind == "登记":
        lines: tuple[str, ...] = (
            "案件受理登记表",
            f"统一受案号：{draft.accept_no}",
            f"案由：{draft.charge}　犯罪嫌疑人：{suspect.name}　移送文书：{draft.opinion_no or draft.arrest_no}",
            f"承办检察官：{draft.handler}　受理日期：{write_date(on)}",
        )
    elif kind == "拘留":
        lines = (
            "栖泉县公安局",
            "拘 留 证",
            f"兹决定对涉嫌{draft.charge}的{suspect.name}执行拘留，送栖泉县看守所羁押。",
            write_date(on),
        )
    elif kind == "户籍":
        lines = (
            "常住人口信息表",
            f"姓名：{suspect.name}",
            f"公民身份号码：{suspect.number}",
            f"住址：{suspect.address}",
        )
    else:
        lines = ("送 达 回 证", f"受送达人：{suspect.name}", "送达文书：权利义务告知书一份", write_date(on))
    return lines, {"type": "其他"}
