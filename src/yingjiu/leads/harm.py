"""Harm of the victim as elements (伤害要素): injury, disability, labour, care, treatment, mind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from yingjiu.catalog.condition import Value
from yingjiu.leads.matter import Matter, Telling, held_words, place_of, record_words
from yingjiu.matching.history import Held

INJURIES: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级", "轻微伤")
GRADES: Final = ("一级", "二级", "三级", "四级", "五级", "六级", "七级", "八级", "九级", "十级")
_LABOUR: Final = {"完全丧失": "丧失", "丧失": "丧失", "大部分丧失": "大部分丧失", "部分丧失": "部分丧失"}
_LABOURS: Final = ("丧失", "大部分丧失", "部分丧失", "未丧失")
_CARE: Final = {
    "完全护理依赖": "完全", "大部分护理依赖": "大部分", "部分护理依赖": "部分", "生活不能自理": "完全",
    "植物生存状态": "完全", "瘫痪": "大部分", "长期卧床": "大部分",
}  # fmt: skip
_CARES: Final = ("完全", "大部分", "部分", "无")
_NO_HARM: Final = "心理测评"
_Grader = Callable[[Held], str | None]


def read_harm(matter: Matter) -> Iterator[Telling]:
    """Elements of harm, each at most once."""
    yield from _injury(matter)
    yield from _disability(matter)
    yield from _labour(matter)
    yield from _care(matter)
    yield from _mind(matter)
    yield from _urgent(matter)


def _injury(matter: Matter) -> Iterator[Telling]:
    """What holds of the case by its records, else by its papers; the gravest."""
    told = [(i, m) for m in matter.sides for i in m.fields.get("伤情", ()) if i in INJURIES]
    papers = [h for h in matter.facts.get("伤情", ()) if h.fact.value in INJURIES and h.fact.polarity == "+"]
    if told:
        injury, mention = min(told, key=lambda t: INJURIES.index(t[0]))
        proof = next((h for h in papers if h.fact.value == injury), None)
        words = held_words(proof) if proof else record_words(mention, "伤情")
        yield Telling("伤情", injury, words, proof.place if proof else place_of(mention))
    elif papers:
        held = min(papers, key=lambda h: INJURIES.index(h.fact.value))
        yield Telling("伤情", held.fact.value, held_words(held), held.place)


def _disability(matter: Matter) -> Iterator[Telling]:
    held = matter.facts.get("伤残", ())
    grades = [(h.fact.value.removesuffix("伤残"), h) for h in held if h.fact.polarity in "+±"]
    known = [(g, h) for g, h in grades if g in GRADES]
    if known:
        grade, one = min(known, key=lambda t: GRADES.index(t[0]))
        yield Telling("伤残", grade, held_words(one), one.place)
    elif grades:
        yield Telling("伤残", None, f"等级没有写明:{held_words(grades[0][1])}", grades[0][1].place)
    elif held:
        yield Telling("伤残", "无", held_words(held[0]), held[0].place)


def _labour(matter: Matter) -> Iterator[Telling]:
    yield from _worst(matter, "劳动能力", _LABOURS, lambda h: _LABOUR.get(h.fact.value))


def _care(matter: Matter) -> Iterator[Telling]:
    def grade(held: Held) -> str | None:
        return "部分" if held.fact.polarity == "±" else _CARE.get(held.fact.value)

    yield from _worst(matter, "护理依赖", _CARES, grade)


def _worst(matter: Matter, kind: str, order: tuple[str, ...], grade: _Grader) -> Iterator[Telling]:
    """The gravest value of a kind; None where it is said to be so without saying how much."""
    held = matter.facts.get(kind, ())
    said = [h for h in held if h.fact.polarity in "+±"]
    known = [(value, h) for h in said if (value := grade(h)) is not None]
    if known:
        value, one = min(known, key=lambda t: order.index(t[0]))
        yield Telling(kind, value, held_words(one), one.place)
    elif said:
        yield Telling(kind, None, f"程度没有写明:{held_words(said[0])}", said[0].place)
    elif held:
        yield Telling(kind, order[-1], held_words(held[0]), held[0].place)


def _mind(matter: Matter) -> Iterator[Telling]:
    held = matter.facts.get("心理创伤", ())
    sure = [h for h in held if h.fact.polarity == "+" and h.fact.value != _NO_HARM]
    maybe = [h for h in held if h.fact.polarity in "+±"]
    if one := next(iter(sure or maybe or held), None):
        value: Value = "是" if sure else None if maybe else "否"
        yield Telling("心理创伤", value, held_words(one), one.place)


def _urgent(matter: Matter) -> Iterator[Telling]:
    """Told lately it holds; told long ago it must be asked anew; mere danger told long ago is over."""
    days = matter.around.takings.days
    held = [h for h in matter.facts.get("急需救治", ()) if h.fact.polarity in "+±"]
    for one in sorted(held, key=lambda h: h.fact.polarity != "+"):
        age = _age(one.day, matter.around.on)
        if one.fact.polarity == "+":
            fresh = age is not None and age <= days["急需救治有效天数"]
            words = "" if fresh else "文书较早，现在是否仍急需要问:"
            yield Telling("急需救治", "是" if fresh else None, words + held_words(one), one.place)
            return
        if age is None or age <= days["似急有效天数"]:
            yield Telling("急需救治", None, f"伤势危重，是否付不起费用要问:{held_words(one)}", one.place)
            return


def _age(day: str | None, on: date) -> int | None:
    return (on - date.fromisoformat(day)).days if day and len(day) == 10 else None
