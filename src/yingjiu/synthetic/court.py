"""The court's papers: criminal and civil judgments, enforcement rulings, closing notices (裁判、执行文书)."""

from __future__ import annotations

import random
from datetime import date

from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.names import mask_name
from yingjiu.synthetic.people import Person
from yingjiu.synthetic.phrases import say, yuan
from yingjiu.synthetic.prose import describe, tell_facts, write_date
from yingjiu.synthetic.world import Enforcement, Party, State

Written = tuple[tuple[str, ...], dict[str, object]]

_PAID = (
    "审理过程中，经本院主持调解，被告人{s}赔偿{v}各项损失{a}，该款已当庭给付，{v}撤回附带民事诉讼并表示谅解。",
    "另查明，开庭前被告人{s}的亲属代为赔偿{v}全部经济损失{a}，{v}已收款并出具谅解书。",
    "诉讼中，被告人{s}与{v}达成附带民事调解协议，赔偿款{a}已履行完毕。",
    "被告人{s}在一审期间向{v}足额支付赔偿款{a}，取得{v}的谅解。",
)
_PART = (
    "另查明，被告人{s}已先行支付{v}{p}，剩余损失未予赔偿。",
    "被告人{s}向本院缴纳赔偿保证金{p}，用于赔付{v}。",
)
_ORDER = (
    "被告人{s}于本判决生效之日起十五日内赔偿{v}各项经济损失共计{a}",
    "由被告人{s}赔偿{v}医疗费、误工费、护理费等{a}，限判决生效后十日内付清",
)
_TAIL = (
    "书 记 员　某某",
    "附：本案适用的法律条文",
    "《中华人民共和国刑法》第三十六条　由于犯罪行为而使被害人遭受经济损失的，应根据情况判处赔偿经济损失。",
)
_RESTITUTION = ("责令被告人{s}退赔{v}{a}", "继续追缴被告人{s}违法所得{a}，返还{v}")


def write_criminal_judgment(
    rng: random.Random, draft: Draft, *, states: dict[str, State], on: date, linked: bool, masked: bool
) -> Written:
    """A criminal judgment; ``linked`` ones cite the indictment, ``masked`` ones are the public version."""
    names = "、".join(p.name for p in draft.suspects)
    cite = f"以{draft.indictment_no}起诉书" if linked else "于近日"
    joined = [v for v in draft.victims if states[v.name] in ("none", "partial") and not isinstance(v.person, str)]
    title = "刑 事 附 带 民 事 判 决 书" if joined else "刑 事 判 决 书"
    lines = ["栖泉县人民法院", title, draft.judgment_no, "公诉机关栖泉县人民检察院。"]
    number = draft.show_numbers and not masked
    for victim in joined:
        lines += _plaintiffs(rng, victim, number=number)
    lines += [f"被告人{describe(rng, p, number=not masked, style=0)}。现羁押于栖泉县看守所。" for p in draft.suspects]
    lines.append(
        f"栖泉县人民检察院{cite}指控被告人{names}犯{draft.charge}罪，向本院提起公诉。本院依法组成合议庭，公开开庭进行了审理，现已审理终结。"
    )
    if joined:
        lines.append(
            f"附带民事诉讼原告人{_claimants(joined)}诉称，"
            f"请求判令被告人赔偿各项损失共计{yuan(rng, sum(v.amount for v in joined) + 20000)}。"
        )
    plea = "，其辩护人提出被告人愿意积极赔偿" if "unknown" not in states.values() else ""
    lines.append(f"被告人{draft.suspects[0].name}对指控事实不持异议{plea}。")
    facts = tell_facts(rng, draft, suspect=f"被告人{draft.suspects[0].name}", number=number, full=False)
    lines.append("经审理查明，" + facts[0])
    lines += facts[1:]
    orders = _findings(rng, draft, states=states, lines=lines)
    lines.append(
        f"本院认为，被告人{names}的行为已构成{draft.charge}罪，公诉机关指控罪名成立。依照《中华人民共和国刑法》之规定，判决如下："
    )
    terms = rng.choice(("有期徒刑三年", "有期徒刑一年六个月", "拘役五个月，缓刑八个月", "有期徒刑七年"))
    verdicts = [f"被告人{p.name}犯{draft.charge}罪，判处{terms}" for p in draft.suspects] + orders
    lines += [f"{'一二三四五六七八九十'[min(i, 9)]}、{v}。" for i, v in enumerate(verdicts)]
    lines += ["如不服本判决，可在接到判决书的第二日起十日内提出上诉。", "审 判 长　某某某", write_date(on)]
    lines += _TAIL
    truth: dict[str, object] = {"type": "刑事判决书", "charge": draft.charge}
    if masked:
        return _mask(draft, tuple(lines)), truth
    truth["suspects"] = [p.name for p in draft.suspects]
    truth["victims"] = [
        {"name": v.name, "organisation": True}
        if isinstance(v.person, str)
        else {"name": v.name, "compensation": states[v.name]}
        for v in draft.victims
    ]
    return tuple(lines), truth


def _claimants(joined: list[Harmed]) -> str:
    """The names of those who sue: the victims, or the relatives of the dead."""
    names = [[r.person.name for r in v.relatives] if v.is_dead else [v.name] for v in joined]
    return "、".join(dict.fromkeys(n for some in names for n in some))


def _plaintiffs(rng: random.Random, victim: Harmed, *, number: bool) -> list[str]:
    if isinstance(victim.person, str):
        return []
    if victim.is_dead:
        return [
            f"附带民事诉讼原告人{describe(rng, r.person, number=number, style=0)}，"
            f"系被害人{victim.name}之{r.relation}。"
            for r in victim.relatives
        ]
    lines = [f"附带民事诉讼原告人暨被害人{describe(rng, victim.person, number=number, style=0)}。"]
    if victim.guardian is not None:
        lines.append(
            f"法定代理人{victim.guardian.name}，"
            f"系附带民事诉讼原告人{victim.name}之{'父' if victim.guardian.sex == '男' else '母'}。"
        )
    return lines


def _findings(rng: random.Random, draft: Draft, *, states: dict[str, State], lines: list[str]) -> list[str]:
    """Add what the court found on compensation; return its orders."""
    orders = []
    suspect = draft.suspects[0].name
    for victim in draft.victims:
        if isinstance(victim.person, str):
            continue
        payee = f"被害人{victim.name}" + ("的近亲属" if victim.is_dead else "")
        words = {"s": suspect, "v": payee, "a": yuan(rng, victim.amount), "p": yuan(rng, max(1000, victim.amount // 5))}
        state = states[victim.name]
        if state == "paid":
            lines.append(rng.choice(_PAID).format(**words))
        elif state == "partial":
            lines.append(rng.choice(_PART).format(**words))
        elif state == "none" and rng.random() < 0.5:
            lines.append(say(rng, "refused", victim=payee, suspect=f"被告人{suspect}", amount=victim.amount))
        if state in ("none", "partial"):
            bank = _RESTITUTION if victim.loss else _ORDER
            orders.append(rng.choice(bank).format(**words))
    return orders


def _mask(draft: Draft, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The public version: every name, birth and address of the case is hidden."""
    hidden: list[Person] = list(draft.suspects)
    for victim in draft.victims:
        if not isinstance(victim.person, str):
            hidden += [victim.person, *(r.person for r in victim.relatives)]
        if victim.guardian is not None:
            hidden.append(victim.guardian)
    masked = []
    for line in lines:
        told = line
        for person in hidden:
            told = told.replace(person.name, mask_name(person.name)).replace(write_date(person.birth), "××××年×月×日")
            told = told.replace(person.address, "栖泉县××镇")
        masked.append(told)
    return tuple(masked)


def write_civil_judgment(
    rng: random.Random,
    *,
    number: str,
    cause: str,
    plaintiffs: tuple[Party, ...],
    defendants: tuple[Party, ...],
    amount: int,
    on: date,
    dead: tuple[Person, str] | None,
    agent: Person | None,
) -> Written:
    """A civil judgment.

    ``dead`` is the person killed with the plaintiff's word for the tie, ``agent`` the parent who acts for a child.
    """
    lines = ["栖泉县人民法院", "民 事 判 决 书", number]
    for plaintiff in plaintiffs:
        tie = f"，系受害人{dead[0].name}之{dead[1]}" if dead else ""
        lines.append(f"原告：{_party(rng, plaintiff)}{tie}。")
    if agent is not None:
        lines.append(f"法定代理人：{agent.name}（系原告之{'父' if agent.sex == '男' else '母'}），住址同上。")
    lines += [f"被告：{_party(rng, d)}。" for d in defendants]
    one, two = _name(plaintiffs[0]), _name(defendants[0])
    lines.append(f"原告{one}与被告{two}{cause}一案，本院立案后，依法适用简易程序公开开庭审理，现已审理终结。")
    lines.append(f"原告{one}向本院提出诉讼请求：判令被告支付{yuan(rng, amount + 8000)}。")
    lines += _civil_facts(rng, cause=cause, one=one, two=two, dead=dead, day=on, amount=amount)
    lines.append(
        "综上，依照《中华人民共和国民法典》的规定，判决如下："
        f"被告{two}于本判决生效之日起十日内给付原告{one}{yuan(rng, amount)}。"
    )
    lines += [
        "如果未按本判决指定的期间履行给付金钱义务，应当加倍支付迟延履行期间的债务利息。",
        "审判员　某某某",
        write_date(on),
    ]
    return tuple(lines), {"type": "民事判决书", "cause": cause}


def _civil_facts(
    rng: random.Random, *, cause: str, one: str, two: str, dead: tuple[Person, str] | None, day: date, amount: int
) -> list[str]:
    when = f"{day.year - 1}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    if dead:
        who = dead[0]
        return [
            f"本院经审理认定事实如下：{when}，被告{two}驾驶货车将受害人{who.name}（{who.sex}，{write_date(who.birth)}出生，公民身份号码{who.number}）撞倒，{who.name}经抢救无效死亡，交警部门认定被告{two}负主要责任。"
        ]
    if cause.startswith("机动车"):
        return [
            f"本院经审理认定事实如下：{when}，被告{two}驾驶小型客车与骑行电动车的原告{one}发生碰撞，致原告{one}受伤，经鉴定构成九级伤残。"
        ]
    if cause.startswith(("抚养", "抚育")):
        return [f"经审理查明，原告{one}系被告{two}的婚生子女，被告自{when}起未再给付{cause[:3]}。"]
    if cause.startswith("赡养"):
        return [f"经审理查明，原告{one}系被告{two}之父母辈直系亲属，年老体弱，被告长期不尽赡养义务。"]
    return [f"经审理查明，被告{two}尚欠原告{one}{yuan(rng, amount)}，经催要未付。"]


def _name(party: Party) -> str:
    return party if isinstance(party, str) else party.name


def _party(rng: random.Random, party: Party) -> str:
    if isinstance(party, str):
        return f"{party}，住所地栖泉县望江街道，法定代表人某某"
    return describe(rng, party, number=True, style=rng.choice((0, 1, 3)))


def write_ruling(rng: random.Random, record: Enforcement) -> Written:
    """A ruling that closes the present enforcement, in agreement with its record (执行裁定书)."""
    closing = {"终结执行": f"终结{record.basis}文书的执行。"}.get(
        record.closing, f"终结{record.number}案件的本次执行程序。"
    )
    left = record.target - record.collected
    lines = (
        "栖泉县人民法院",
        "执 行 裁 定 书",
        record.number,
        f"申请执行人：{_party(rng, record.applicant)}。",
        f"被执行人：{_party(rng, record.debtor)}。",
        f"申请执行人{_name(record.applicant)}与被执行人{_name(record.debtor)}一案，本院作出的{record.basis}判决已经发生法律效力。",
        f"因被执行人未履行义务，申请执行人于{write_date(record.filed_on)}向本院申请强制执行，要求支付{record.target}元。",
        "执行中，本院依法发出执行通知书、报告财产令，并通过网络执行查控系统查询其名下存款、车辆、不动产，均无可供执行的财产；已对被执行人限制消费并纳入失信名单。",
        f"本案已执行到位{record.collected}元，尚有{left}元未执行到位。申请执行人亦不能提供可供执行的财产线索。",
        "本院认为，本案暂不具备继续执行的条件。依照《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十七条的规定，裁定如下：",
        closing,
        "申请执行人发现被执行人有可供执行财产的，可以再次申请执行。",
        write_date(record.closed_on or record.filed_on),
    )
    return lines, {"type": "执行裁定书"}


def write_closing_notice(rng: random.Random, record: Enforcement) -> Written:
    """A notice that an enforcement is done (结案通知书), in agreement with its record."""
    lines = (
        "栖泉县人民法院",
        rng.choice(("结 案 通 知 书", "执行案件结案通知书")),
        record.number,
        f"{_name(record.applicant)}、{_name(record.debtor)}：",
        f"关于申请执行人{_name(record.applicant)}与被执行人{_name(record.debtor)}一案，执行依据为{record.basis}，执行标的{record.target}元现已全部执行到位，本案已执行完毕，予以结案。",
        write_date(record.closed_on or record.filed_on),
    )
    return lines, {"type": "结案通知书"}
