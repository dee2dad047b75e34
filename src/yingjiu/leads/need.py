"""Need of the person who would apply (困难要素): registers held now, hardship told, since when, family, age, special groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from yingjiu.catalog.condition import Value
from yingjiu.catalog.degree import Standing
from yingjiu.leads.eventday import EventDay, event_day
from yingjiu.leads.matter import Matter, Telling, fact_words, held_words, place_of
from yingjiu.leads.sheets_record import register_words
from yingjiu.matching.people import Mention

ADULT: Final = 18
OLD: Final = 60
_GRADES: Final = {"一级": "一二级", "二级": "一二级", "三级": "三四级", "四级": "三四级"}
_CHILDREN: Final = frozenset(
    {"子", "女", "长子", "次子", "长女", "次女", "儿子", "女儿", "养子", "养女", "继子", "继女", "孙子", "孙女"}
)
_PARENTS: Final = frozenset(
    {"父", "母", "父亲", "母亲", "祖父", "祖母", "外祖父", "外祖母", "爷爷", "奶奶", "外公", "外婆"}
)
_STEPS: Final = ("受理日期", "判决日期", "立案日期", "信访日期", "结案日期")
BEFORE, AFTER, UNCLEAR, LEFT = "案发前", "案发后", "不明", "已离册"
NO_LIST: Final = "一份困难名册都没有交来,不能当作不在册"


@dataclass(frozen=True, slots=True)
class Onset:
    """Since when hardship is (困难起于): 案发前, 案发后, 不明 or 已离册, and on what that rests."""

    state: str
    words: str


def read_need(matter: Matter) -> Iterator[Telling]:
    """Elements of need, each at most once."""
    yield from _registers(matter)
    yield from _told(matter)
    yield from _ages(matter)
    yield from _dependants(matter)
    yield from _earner(matter)
    yield from _disabled(matter)
    yield from _guardian(matter)
    yield from _ill(matter)
    yield from _needed(matter)


def _registers(matter: Matter) -> Iterator[Telling]:
    around, degrees = matter.around, matter.around.degrees
    present = [m for m in matter.lead.registers if m.present]
    if present:
        words = "；".join(dict.fromkeys(register_words(m) for m in present))
        yield Telling("在册", "是", words, place_of(present[0]))
    elif not around.kinds & degrees.weights.keys():
        yield Telling("在册", None, NO_LIST)
    standings = [
        Standing(m.kind, _field(m, degrees.weights[m.kind].by if m.kind in degrees.weights else "")) for m in present
    ]
    degree = degrees.degree(standings)
    if degree.words:
        yield Telling("困难程度", degree.level, degree.words, place_of(present[0]))
    elif not around.kinds & set(around.takings.lists["困难名册"]):
        yield Telling("困难程度", None, NO_LIST)


def _field(mention: Mention, name: str) -> str:
    return next(iter(mention.fields.get(name, ())), "")


def _told(matter: Matter) -> Iterator[Telling]:
    """Hardship that the victim's side tells of; denied only where nobody of it says otherwise."""
    held = matter.held("困难")
    said = [h for h in held if h.fact.polarity in "+±"]
    fields = {v for m in matter.sides for v in m.fields.get("自述困难", ())}
    if said:
        yield Telling("自述困难", "是", "；".join(held_words(h) for h in said[:2]), said[0].place)
    elif "是" in fields:
        older = [(p, f) for p, f in matter.told("困难") if f.polarity in "+±"]
        words = fact_words(*older[-1]) if older else "文书说到生活困难"
        yield Telling("自述困难", "是", words, older[-1][0].place if older else "")
    elif held:
        yield Telling("自述困难", "否", held_words(held[0]), held[0].place)


def find_onset(matter: Matter) -> Onset:
    """When the person came onto a register, beside the day of the event.

    A register entered after the event (also beside an earlier one) is hardship since the case. Where only a later step of the
    case is dated, an entry counts as before only when it is earlier by the days of 取值.yml; what lies between is unclear,
    and so is a register that gives no day.
    """
    registers = matter.lead.registers
    present = [m for m in registers if m.present]
    if not present:
        return Onset(LEFT, register_words(registers[0])) if registers else Onset(UNCLEAR, "")
    event = _event(matter)
    dated = [m for m in present if m.since]
    if event is None or not dated:
        return Onset(UNCLEAR, "名册没有列入日期" if event else "案发、立案的日期都不知道")
    margin = matter.around.takings.days["早于立案天数"]
    for state in (AFTER, BEFORE):
        found = [m for m in dated if _stands(str(m.since), event, state, margin)]
        if found and (state == AFTER or len(found) == len(present)):
            first = min(found, key=lambda m: str(m.since))
            told = f"{register_words(first)},{'晚于' if state == AFTER else '早于'} {event.day}({event.words})"
            return Onset(state, told if state == AFTER else f"{told};案件是否使困难加重要核实")
    return Onset(UNCLEAR, f"{register_words(dated[0])},与 {event.day}({event.words})相近或者有名册没有日期")


def _event(matter: Matter) -> EventDay | None:
    """The day of the event; else the first dated step of a record as a bound."""
    if known := event_day(matter.event, matter.papers, matter.victims):
        return known
    steps = [(v, n) for m in matter.event for n in _STEPS for v in m.fields.get(n, ()) if _day(v)]
    if not steps:
        return None
    day, name = min(steps)
    return EventDay(day, exact=False, words=f"文书没有写明,不晚于{name}")


def _stands(since: str, event: EventDay, state: str, margin: int) -> bool:
    """Whether a day of entry is surely after or before the event, to the precision of both."""
    width = min(len(since), len(event.day))
    if state == AFTER:
        return since[:width] > event.day[:width]
    if event.exact:
        return since[:width] < event.day[:width]
    entered, bound = _day(since), _day(event.day)
    return bool(entered and bound and (bound - entered).days > margin)


def _day(text: str | None) -> date | None:
    """A day from ISO to any precision; a month or a year counts as its first day."""
    parts = (text or "").split("-")
    try:
        return date(*(int(p) for p in [*parts, "1", "1"][:3])) if text else None
    except ValueError:
        return None


def _ages(matter: Matter) -> Iterator[Telling]:
    birth = matter.lead.person.birth
    bounds = age_bounds(birth, matter.around.on)
    if bounds is None:
        return
    low, high = bounds
    words = f"{birth} 出生" + (f",{low}岁" if low == high else f",{low}或{high}岁")
    yield Telling("未成年", _either(high < ADULT, low < ADULT), words)
    yield Telling("老年", _either(low >= OLD, high >= OLD), words)


def _either(surely: bool, maybe: bool) -> Value:  # noqa: FBT001 - two ends of one age
    return "是" if surely else None if maybe else "否"


def age_bounds(birth: str | None, on: date) -> tuple[int, int] | None:
    """The least and the most full years of age on a day, by the precision of the birth day; None where it is not known.

    >>> age_bounds("1980-05-02", date(2020, 5, 1)), age_bounds("1980", date(2020, 5, 1)), age_bounds(None, date(2020, 5, 1))
    ((39, 39), (39, 40), None)
    """
    if not birth or not birth[:4].isdigit():
        return None
    years = on.year - int(birth[:4])
    today = on.isoformat()[5:]
    if len(birth) == 10:
        exact = years - (birth[5:] > today)
        return exact, exact
    if len(birth) == 7 and birth[5:] != today[:2]:
        exact = years - (birth[5:] > today[:2])
        return exact, exact
    return years - 1, years


def _dependants(matter: Matter) -> Iterator[Telling]:
    """Whether anybody lived by the victim: minor children or old parents whom the papers name, the applicant first."""
    if matter.stands_for_dead:
        relation = next((v for m in matter.sides for v in m.fields.get("关系", ())), "")
        bounds = age_bounds(matter.lead.person.birth, matter.around.on)
        if bounds and _depends(relation, bounds):
            yield Telling("被扶养人", "有", f"申请人是被害人的{relation},{bounds[0]}岁")
            return
    for paper in matter.papers:
        for victim in (v for v in paper.paper.victims if v.name in matter.victims):
            for relative in victim.relatives:
                bounds = age_bounds(relative.birth, matter.around.on)
                if bounds and _depends(relative.relation or "", bounds):
                    words = f"{paper.paper.called}列明被害人的{relative.relation}({bounds[0]}岁)"
                    yield Telling("被扶养人", "有", words, paper.place)
                    return
    told = [h for h in matter.held("困难") if h.fact.value == "老幼需养" and h.fact.polarity in "+±"]
    if told:
        yield Telling("被扶养人", "有", held_words(told[0]), told[0].place)


def _depends(relation: str, bounds: tuple[int, int]) -> bool:
    return (relation in _CHILDREN and bounds[1] < ADULT) or (relation in _PARENTS and bounds[0] >= OLD)


def _earner(matter: Matter) -> Iterator[Telling]:
    told = [h for h in matter.held("困难") if h.fact.value == "唯一劳动力" and h.fact.polarity in "+±"]
    if told:
        yield Telling("主要收入者", "是", held_words(told[0]), told[0].place)


def _disabled(matter: Matter) -> Iterator[Telling]:
    cards = [m for m in matter.lead.registers if m.kind == "残疾人" and m.present]
    grades = [(g, m) for m in cards if (g := _GRADES.get(_field(m, "残疾等级")))]
    if grades:
        grade, mention = min(grades, key=lambda t: t[0] != "一二级")
        yield Telling("残疾", grade, register_words(mention), place_of(mention))
    elif cards:
        yield Telling("残疾", None, f"等级没有写明:{register_words(cards[0])}", place_of(cards[0]))
    elif "残疾人" not in matter.around.kinds:
        yield Telling("残疾", None, "残联没有交来名册,不能当作没有")


def _guardian(matter: Matter) -> Iterator[Telling]:
    lists = matter.around.takings.lists["监护缺失名册"]
    found = [m for m in matter.lead.registers if m.present and m.kind in lists]
    bounds = age_bounds(matter.lead.person.birth, matter.around.on)
    if found:
        yield Telling("监护缺失", "是", register_words(found[0]), place_of(found[0]))
    elif bounds and bounds[0] < ADULT and not matter.around.kinds & set(lists):
        yield Telling("监护缺失", None, f"没有交来{'、'.join(lists)}名册,不能当作有人监护")


def _ill(matter: Matter) -> Iterator[Telling]:
    """A register of the ill is sure; an illness that papers tell of the household is to be asked."""
    lists = matter.around.takings.lists["重病名册"]
    found = [m for m in matter.lead.registers if m.present and (m.kind in lists or m.fields.get("病种"))]
    told = [h for h in matter.held("困难") if h.fact.value == "重病" and h.fact.polarity in "+±"]
    if found:
        yield Telling("怀孕或重病", "是", register_words(found[0]), place_of(found[0]))
    elif told:
        yield Telling("怀孕或重病", None, f"是本人还是家人要问:{held_words(told[0])}", told[0].place)


def _needed(matter: Matter) -> Iterator[Telling]:
    """Whether what was lost is what the person lives by, in the words of the papers."""
    words: Sequence[str] = matter.around.takings.lists["生活必需的话"]
    for kind in ("困难", "损失", "挽回"):
        for paper, fact in matter.told(kind):
            if fact.polarity != "0" and any(w in fact.span.quote for w in words):
                yield Telling("生活必需", "是", fact_words(paper, fact), paper.place)
                return
