"""The portrait of a person (精准画像): one sheet that says who, whose family, which case, what harm, what money, what is needed.

Everything is gathered here as plain texts; how it looks is :mod:`yingjiu.leads.portrait_page`. A person who is no lead has a
portrait too, without a colour and without advice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.measure import Measures
from yingjiu.catalog.takings import shipped_takings
from yingjiu.leads.course import Step, course_of
from yingjiu.leads.eventday import EventDay, event_day
from yingjiu.leads.graded import Graded, value_words
from yingjiu.leads.grounds import GROUPS, grounds_of
from yingjiu.leads.kin import Kin, find_kin
from yingjiu.leads.lead import Lead
from yingjiu.leads.look import NUMBERS, RELIEF_KINDS, Portrait, portrait_sections
from yingjiu.leads.measures import Advice, advise, last_node, needs_told
from yingjiu.leads.payments import Payment, payments_of, reliefs_of
from yingjiu.leads.sheets_lead import age_on, event_mentions, injury_of
from yingjiu.leads.sheets_record import all_said, place_words, said
from yingjiu.leads.timeline import AFTER, UNCLEAR, Bar, Event, Mark, state_of
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.people import Mention, Person

ADULT: Final = 18
OLD: Final = 60
OFFENDING: Final = frozenset({"犯罪嫌疑人", "被执行人", "被告"})
HARM: Final = (
    "伤情",
    "伤残",
    "劳动能力",
    "护理依赖",
    "心理创伤",
    "损失",
    "未挽回比例",
    "被害人责任",
    "被害人过错",
    "加害人无力赔偿",
    "案件未破",
    "保险",
)
CALLED: Final = {
    "加害人无力赔偿": ("加害人", "没有赔偿能力"),
    "案件未破": ("案件", "没有侦破或者在逃"),
    "心理创伤": ("心理", "有创伤"),
}
MINOR: Final = frozenset({"询问", "讯问", "鉴定", "信访", "收款", "转账", "和解", "调解", "谅解", "撤回谅解"})
MANY: Final = 5
MILD: Final = frozenset({"否", "无", "未丧失"})
DETAILS: Final = ("残疾类别", "残疾等级", "保障类别", "监测类别", "困境类型")
TAGS: Final = {"重点优抚对象": "退役军人或优抚对象", "原建档立卡贫困户": "原建档立卡户"}
GROUP_ELEMENTS: Final = frozenset(GROUPS.values())
UNITS: Final = {"损失": " 元", "损失比年收入": " 倍"}


@dataclass(frozen=True, slots=True)
class Profile:
    """What the sheet shows.

    Attributes:
        person: identity in full; the page masks it.
        colour: 红 橙 黄; None for who is no open lead.
        tags: 未成年人 妇女 老年人 残疾人 … with what the register says.
        sentence: the whole in one or two sentences.
        kin: household and family.
        bars: registers against ``event``; ``marks`` the nodes of the case.
        case: title of the case: numbers and charge.
        harm: element, value, what it rests on.
        payments: compensation, enforcement, earlier relief; rows nobody has answered are ``open``.
        advice: None without a colour.
        names: every name to be masked.
        case_id: the case of the sheet, None where it is none.
        slack: how many days before its first paper a case may have happened.
    """

    person: Person
    on: date
    sealed: bool
    colour: str | None
    tags: tuple[str, ...]
    sentence: str
    kin: tuple[Kin, ...]
    event: EventDay | None
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    case: str
    harm: tuple[tuple[str, str, str], ...]
    payments: tuple[Payment, ...]
    reliefs: tuple[Payment, ...]
    advice: Advice | None
    names: tuple[str, ...]
    lead: str = ""
    slack: int = 0
    case_id: int | None = None

    @property
    def timed(self) -> Event | None:
        """The event for the timeline; a day that only bounds it leaves room before it."""
        return Event(self.event.day, 0 if self.event.exact else self.slack) if self.event else None


def draw_profile(
    con: duckdb.DuckDBPyConnection,
    portrait: Portrait,
    kinds: Kinds,
    graded: Graded | None,
    papers: Sequence[FiledPaper],
    measures: Measures | None = None,
) -> Profile:
    """Gather the sheet of one person.

    Args:
        con: the engine with the county's tables.
        portrait: what the pool knows of the person.
        kinds: kinds of record.
        graded: the lead with its colour; None where the person is no open lead.
        papers: papers of the county, or those of the case.
        measures: the office's advice file; the shipped one when None.
    """
    event = _event(portrait, graded.lead if graded else None)
    own = _own_papers(event, papers, graded)
    steps = course_of(event)
    registers = _registers(portrait, kinds)
    victims = tuple(all_said(event, "代为")) or (portrait.person.name, *portrait.person.other_names)
    relief = next(s for s in portrait_sections(portrait, kinds) if s.title == "以前的救助")
    sides = _sides(event)
    kin = find_kin(con, portrait.person, portrait.mentions, own, kinds, portrait.on)
    sheet = Profile(
        person=portrait.person,
        on=portrait.on,
        sealed=portrait.sealed,
        colour=graded.grade.colour if graded else None,
        tags=_tags(portrait.person, portrait.on, registers),
        sentence="",
        kin=kin,
        event=event_day(event, own, victims),
        bars=tuple(_bar(m) for m in registers),
        marks=_marks(steps),
        case=_case_words(event),
        harm=_harm(graded, sides),
        payments=tuple(payments_of((*victims, portrait.person.name), event, own)),
        reliefs=tuple(reliefs_of(relief)),
        advice=advise_on(graded, steps, portrait.on, measures) if graded else None,
        names=tuple(dict.fromkeys((*_names(portrait, own), *(k.name for k in kin if len(k.name) > 1)))),
        lead=graded.lead.id if graded else "",
        case_id=next((m.case_id for m in event if m.case_id is not None), None),
        slack=shipped_takings().days["早于立案天数"],
    )
    return replace(sheet, sentence=_sentence(sheet, sides, steps))


def advise_on(graded: Graded, steps: Sequence[Step], on: date, measures: Measures | None = None) -> Advice:
    """Advice on a graded lead from what is told of it, the needs its words tell, and its node line."""
    grounds = {name: g.value for name, g in grounds_of(graded.lead, on).items() if name in GROUP_ELEMENTS}
    told = {**grounds, **needs_told(graded.lead), **graded.told}
    return advise(told, graded.tree, graded.grade, last_node([s.node for s in steps], measures), measures)


def _event(portrait: Portrait, lead: Lead | None) -> list[Mention]:
    """Records of the lead's event; without a lead those of the latest case in which the person is the hurt side."""
    if lead is not None:
        records = event_mentions(lead)
        if lead.case_id is not None:
            records += [m for m in portrait.mentions if m.case_id == lead.case_id]
        return [m for m in {m.key: m for m in records}.values() if m.role not in OFFENDING]
    hurt = [
        m for m in portrait.mentions if m.case_id is not None and m.role not in OFFENDING and m.kind not in RELIEF_KINDS
    ]
    if not hurt:
        return []
    latest = max(hurt, key=lambda m: max((s.day or "" for s in course_of([m])), default=""))
    return [m for m in hurt if m.case_id == latest.case_id]


def _own_papers(
    event: Sequence[Mention], papers: Sequence[FiledPaper], graded: Graded | None
) -> tuple[FiledPaper, ...]:
    if graded is not None and graded.situation.papers:
        return graded.situation.papers
    from yingjiu.leads.sheets_record import quotes_of

    places = {q.place for m in event for q in quotes_of(m)} | {m.place for m in event}
    return tuple(p for p in papers if p.place in places)


def _registers(portrait: Portrait, kinds: Kinds) -> list[Mention]:
    found = [m for m in portrait.mentions if kinds.kinds[m.kind].group and kinds.is_own(m.kind, m.role)]
    return sorted(found, key=lambda m: (not m.present, m.since or "9"))


def _bar(mention: Mention) -> Bar:
    detail = "".join(all_said([mention], "残疾等级"))
    return Bar(
        f"{mention.kind.removesuffix('人员').removesuffix('家庭')}{' ' + detail if detail else ''}",
        mention.since,
        mention.until,
        mention.present,
    )


def _marks(steps: Sequence[Step]) -> tuple[Mark, ...]:
    """Dated nodes; where there are many, those that move the case."""
    dated = [s for s in steps if s.day]
    moving = [s for s in dated if s.node not in MINOR]
    return tuple(Mark(s.node, s.day) for s in (dated if len(dated) <= MANY else moving) if s.day)


def _tags(person: Person, on: date, registers: Sequence[Mention]) -> tuple[str, ...]:
    """Who the person is in the words of the special actions, then the registers in which the person stands now."""
    age = age_on(person.birth, on)
    found = []
    if age is not None and age < ADULT:
        found.append("未成年人")
    elif person.sex == "女":
        found.append("妇女")
    if age is not None and age >= OLD:
        found.append("老年人")
    for m in registers:
        if m.present:
            detail = "".join(all_said([m], *DETAILS))
            found.append(f"{TAGS.get(m.kind, m.kind)}{' ' + detail if detail else ''}")
    return tuple(dict.fromkeys(found))


def _sides(event: Sequence[Mention]) -> list[Mention]:
    return [m for m in event if m.role in {"受害一方", "被害人", "原告"}] or list(event)


def _case_words(event: Sequence[Mention]) -> str:
    charges = all_said(event, "罪名", "案由", "案件类别", "信访类型")[:2]
    numbers = sorted(all_said(event, *NUMBERS), key=lambda n: ("受" not in n, "初" not in n))[:2]
    return " · ".join(filter(None, ("、".join(charges), "、".join(numbers))))


def _harm(graded: Graded | None, sides: Sequence[Mention]) -> tuple[tuple[str, str, str], ...]:
    """Elements that weigh, with what they rest on; without a lead what the records say."""
    if graded is None:
        injury = injury_of(sides)
        return (("伤情", injury, ""),) if injury else ()
    rows = []
    for name in HARM:
        if name not in graded.situation.told:
            continue
        value, basis = graded.situation.told[name], graded.situation.bases[name]
        if value is None or value not in MILD:
            shown = f"{value_words(value)}{UNITS.get(name, '') if value is not None else ''}"
            place = place_words(basis.place).rpartition("/")[2] if basis.place else ""
            rows.append((*_called(name, shown), " ".join(filter(None, (basis.words, f"({place})" if place else "")))))
    return tuple(rows)


def _called(name: str, value: str) -> tuple[str, str]:
    """An element and its value as a sheet says them."""
    if name in CALLED and value == "是":
        return CALLED[name]
    if name == "未挽回比例" and value.replace(".", "").isdigit():
        return "没有追回", f"{float(value):.0%}"
    return name.replace("被害人", "本人"), value


def _names(portrait: Portrait, papers: Sequence[FiledPaper]) -> tuple[str, ...]:
    """Every name that stands beside the person: of records, cases and papers."""
    beside = [
        n
        for p in papers
        for n in (
            *(v.name for v in p.paper.victims),
            *(r.name for v in p.paper.victims for r in v.relatives),
            *(s.name for s in (*p.paper.suspects, *p.paper.parties)),
        )
    ]
    return tuple(dict.fromkeys(n for n in (*portrait.names, *beside) if len(n) > 1))


def _sentence(sheet: Profile, sides: Sequence[Mention], steps: Sequence[Step]) -> str:
    """What happened, what was paid, where the case stands, since when the person is on a list."""
    parts = [_harmed(sheet, sides), _paid(sides), _ended(steps), _listed(sheet)]
    text = ";".join(filter(None, parts))
    return f"{text}。" if text else "没有查到此人作为受害一方的案件。"


def _harmed(sheet: Profile, sides: Sequence[Mention]) -> str:
    about = "、".join(all_said(sides, "罪名", "案由", "案件类别", "信访类型")[:2])
    injury = injury_of(sides)
    when = _month(sheet.event)
    dead = next((m for m in sides if m.fields.get("代为")), None)
    if dead is not None:
        return f"{when}{about}案死者{said(dead, '代为')}的{said(dead, '关系') or '近亲属'}"
    loss = next((f"损失 {v} 元" for name, v, _ in _losses(sheet)), "")
    harm = "、".join(filter(None, (f"致{injury}" if injury else "", loss)))
    return f"{when}因{about}案{harm or '受害'}" if about else ""


def _month(event: EventDay | None) -> str:
    if event is None or len(event.day) < 7:
        return ""
    return f"{event.day[:4]} 年 {int(event.day[5:7])} 月{'' if event.exact else '以前'},"


def _losses(sheet: Profile) -> list[tuple[str, str, str]]:
    return [(n, v.removesuffix(" 元"), w) for n, v, w in sheet.harm if n == "损失" and v != "不明"]


def _paid(sides: Sequence[Mention]) -> str:
    now = all_said(sides, "目前赔偿")
    if not now:
        return ""
    return "是否得到赔偿文书没有写明" if now == ["不明"] else f"目前{'、'.join(n for n in now if n != '不明')}"


def _ended(steps: Sequence[Step]) -> str:
    last = next((s for s in reversed(steps) if s.node in {"终本", "执行完毕", "执行立案", "判决", "民事判决"}), None)
    words = {"终本": "执行已经终本", "执行完毕": "已经执行完毕", "执行立案": "正在执行"}
    return "" if last is None else words.get(last.node, "已经判决")


def _listed(sheet: Profile) -> str:
    """Registers by how they stand to the event: after it first."""
    day = sheet.timed
    now = [b for b in sheet.bars if b.present]
    after = [b for b in now if state_of(b, day) == AFTER]
    if after:
        first = min(after, key=lambda b: b.since or "")
        return f"案发后 {first.since} 列入{first.label}"
    if not now:
        return "现在不在任何困难群体名册上"
    unclear = [b for b in now if state_of(b, day) == UNCLEAR]
    if len(unclear) == len(now):
        return f"现在是{'、'.join(b.label for b in now[:3])},与案件的先后待查"
    return f"案发前已是{'、'.join(b.label for b in now if b not in unclear)},案件是否使困难加重待查"
