"""The prosecution's own papers: 提请批准逮捕书, 审查逮捕意见书, 起诉意见书, 起诉书."""

from __future__ import annotations

import random
from datetime import date

from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.phrases import HARDSHIP, PAIR, STATE_OF, say, say_pair
from yingjiu.synthetic.prose import describe, list_names, tell_facts, write_date
from yingjiu.synthetic.world import State

EARLY = ("提请批准逮捕书", "审查逮捕意见书")
Said = tuple[list[str], dict[str, State]]


def _sentences(rng: random.Random, draft: Draft, kind: str, suspect: str) -> Said:
    """What the paper says of each victim's compensation, and the state of each."""
    lines: list[str] = []
    states: dict[str, State] = {}
    for victim in draft.victims:
        bank = victim.arc.early if kind in EARLY else victim.arc.late
        category = rng.choice(bank)
        states[victim.name] = STATE_OF[category]
        told = say(rng, category, victim=victim.payee(rng), suspect=suspect, amount=victim.amount)
        if told:
            lines.append(told)
    return lines, states


def _pair(rng: random.Random, draft: Draft, kind: str, suspect: str) -> Said | None:
    """One joint sentence about two living victims whose fates the PAIR bank has."""
    if len(draft.victims) != 2 or any(v.is_dead or isinstance(v.person, str) for v in draft.victims):
        return None
    one, two = draft.victims
    banks = [(v.arc.early if kind in EARLY else v.arc.late)[0] for v in (one, two)]
    fit = [c for c in PAIR if [c[1], c[2]] == [STATE_OF[b] for b in banks]]
    if not fit or rng.random() < 0.4:
        return None
    line = say_pair(rng, rng.choice(fit), one=one.name, two=two.name, suspect=suspect, amount=one.amount)
    return [line], {one.name: STATE_OF[banks[0]], two.name: STATE_OF[banks[1]]}


def _victim_lines(rng: random.Random, victim: Harmed, *, number: bool, label: str) -> list[str]:
    if isinstance(victim.person, str):
        return [f"被害单位：{victim.person}，法定代表人某某。"]
    style = rng.choice((0, 1, 3))
    lines = [f"{label}{describe(rng, victim.person, number=number, style=style)}。"]
    for relative in victim.relatives:
        told = describe(rng, relative.person, number=number, style=style)
        lines.append(f"被害人近亲属{told}，系被害人{victim.name}之{relative.relation}。")
    if victim.guardian is not None and not victim.is_dead:
        bond = "父" if victim.guardian.sex == "男" else "母"
        lines.append(f"法定代理人{victim.guardian.name}，系被害人{victim.name}之{bond}。")
    return lines


def _relatives_told(rng: random.Random, draft: Draft, *, number: bool) -> list[str]:
    """The close relatives in a sentence of their own, for papers without a party block."""
    lines = []
    for victim in draft.victims:
        if not victim.relatives:
            continue
        told = "、".join(
            f"{victim.name}之{r.relation}{describe(rng, r.person, number=number, style=2)}" for r in victim.relatives
        )
        lines.append(f"死者近亲属情况：{told}。")
    return lines


def _heading(draft: Draft, kind: str) -> tuple[list[str], str]:
    if kind == "提请批准逮捕书":
        return ["栖泉县公安局", "提请批准逮捕书", draft.arrest_no], "犯罪嫌疑人"
    if kind == "审查逮捕意见书":
        return ["栖泉县人民检察院", "审查逮捕意见书", f"栖检捕审〔{draft.year}〕{draft.serial}号"], "犯罪嫌疑人"
    if kind == "起诉意见书":
        return ["栖泉县公安局", "起 诉 意 见 书", draft.opinion_no], "犯罪嫌疑人"
    return ["栖泉县人民检察院", "起  诉  书", draft.indictment_no], "被告人"


def _opening(draft: Draft, kind: str, names: str) -> str:
    charge = draft.charge
    if kind == "提请批准逮捕书":
        return f"犯罪嫌疑人{names}涉嫌{charge}一案，由群众报警案发。我局经过审查，于同日立案侦查。经依法侦查查明："
    if kind == "审查逮捕意见书":
        return (
            "一、"
            f"受案和审查过程\n栖泉县公安局以{draft.arrest_no}文书提请批准逮捕犯罪嫌疑人{names}（涉嫌{charge}罪）。\n二、经审查认定的案件事实"
        )
    if kind == "起诉意见书":
        return f"犯罪嫌疑人{names}涉嫌{charge}一案，现已侦查终结。经依法侦查查明："
    return (
        f"本案由栖泉县公安局侦查终结，以被告人{names}涉嫌{charge}罪，于近日向本院移送起诉。本院受理后，"
        "已告知被害人及其近亲属有权委托诉讼代理人，听取了各方意见。经依法审查查明："
    )


def _closing(draft: Draft, kind: str, names: str) -> list[str]:
    charge = draft.charge
    if kind == "起诉书":
        return [
            f"本院认为，被告人{names}的行为触犯了《中华人民共和国刑法》，犯罪事实清楚，证据确实、充分，应当以{charge}罪追究其刑事责任。",
            "此致",
            "栖泉县人民法院",
        ]
    if kind == "审查逮捕意见书":
        return [
            "三、需要说明的问题：无。",
            f"四、处理意见：犯罪嫌疑人{names}涉嫌{charge}罪，有逮捕必要，建议批准逮捕。",
        ]
    return [f"综上所述，犯罪嫌疑人{names}的行为已涉嫌{charge}罪，现将案卷材料移送审查。", "此致", "栖泉县人民检察院"]


def _evidence(rng: random.Random, draft: Draft) -> str:
    named = [v for v in draft.victims if not v.is_dead and not isinstance(v.person, str)]
    said = f"被害人{list_names(tuple(named))}的陈述；" if named else ""
    return (
        "认定上述事实的证据如下："
        f"{rng.choice(('书证、物证', '抓获经过、户籍证明等书证'))}；{said}证人证言；鉴定意见；视听资料。"
    )


def write_filing(
    rng: random.Random, draft: Draft, *, kind: str, on: date, full: bool, dated: bool = True
) -> tuple[tuple[str, ...], dict[str, object], dict[str, State]]:
    """One paper of the prosecution: its lines, its truth, and what it says of each victim.

    ``full`` papers give the victims' particulars and the relatives of the dead; others name the victims only.
    """
    head, role = _heading(draft, kind)
    names = "、".join(p.name for p in draft.suspects)
    suspect = f"{role}{draft.suspects[0].name}"
    number = full and draft.show_numbers
    layout = rng.choice(("block", "brackets", "annex")) if full else "none"
    lines = list(head)
    lines += [
        f"{role}{describe(rng, p, number=True, style=rng.choice((0, 1)))}。因涉嫌{draft.charge}罪被刑事拘留。"
        for p in draft.suspects
    ]
    if layout == "block":
        for victim in draft.victims:
            label = rng.choice(("被害人", "被害人："))
            lines += _victim_lines(rng, victim, number=number, label=label)
    lines += _opening(draft, kind, names).split("\n")
    lines += tell_facts(rng, draft, suspect=suspect, number=number, full=layout == "brackets")
    if layout == "brackets":
        lines += _relatives_told(rng, draft, number=number)
    told, states = _pair(rng, draft, kind, suspect) or _sentences(rng, draft, kind, suspect)
    lines += told
    hardship = kind == "审查逮捕意见书" and rng.random() < 0.4 and not isinstance(draft.victims[0].person, str)
    if hardship:
        lines.append(f"被害方陈述：{rng.choice(HARDSHIP)}")
    lines.append(_evidence(rng, draft))
    lines += _closing(draft, kind, names)
    if dated:
        lines.append(write_date(on))
    if layout == "annex":
        lines.append("附：被害人及其近亲属名单")
        for place, victim in enumerate(draft.victims, 1):
            lines += _victim_lines(rng, victim, number=number, label=f"{place}.被害人")
    truth = _truth(draft, kind, states, number=number, full=full)
    truth["hardship"] = hardship
    return tuple(lines), truth, states


def _truth(draft: Draft, kind: str, states: dict[str, State], *, number: bool, full: bool) -> dict[str, object]:
    victims: list[dict[str, object]] = []
    for v in draft.victims:
        if isinstance(v.person, str):
            victims.append({"name": v.person, "organisation": True})
            continue
        victims.append(
            {
                "name": v.name,
                "id_number": v.person.number if number else None,
                "compensation": states[v.name],
                "injury": v.injury if v.injury != "轻微伤" else None,
                "relatives": [r.person.name for r in v.relatives] if full else [],
                "loss": v.loss,
            }
        )
    return {
        "type": kind,
        "charge": draft.charge,
        "injury": draft.worst_injury,
        "suspects": [p.name for p in draft.suspects],
        "victims": victims,
    }
