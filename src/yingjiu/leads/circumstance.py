"""How it happened and who did it (情节要素): insurance, flight, unsolved, blame and fault, kinship of the offender."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from yingjiu.leads.matter import Matter, Telling, held_words, place_of
from yingjiu.matching.history import Held

DUTIES: Final = ("无责任", "次要责任", "同等责任", "主要责任", "全部责任")
_OTHER_SIDE: Final = dict(zip(reversed(DUTIES), DUTIES, strict=True))
_UNINSURED: Final = frozenset({"未投保"})
_OPEN: Final = frozenset({"未侦破", "在逃", "身份不明"})
_BARRED: Final = "已过追诉时效"
_FOUGHT: Final = "互殴"
_GREAT: Final = ("重大", "严重", "主要")


def read_circumstances(matter: Matter) -> Iterator[Telling]:
    """Elements of the course of events, each at most once."""
    yield from _insurance(matter)
    yield from _flight(matter)
    yield from _unsolved(matter)
    yield from _duty(matter)
    yield from _fault(matter)
    yield from _kin(matter)


def _insurance(matter: Matter) -> Iterator[Telling]:
    """Uninsured only where nobody tells of another insurance of the vehicle; an insurer that does not pay leaves it open."""
    held = matter.facts.get("保险", ())
    insured = [h for h in held if h.fact.polarity == "+"]
    refused = [h for h in held if h.fact.value == "拒赔"]
    bare = [h for h in held if h.fact.value in _UNINSURED and h.fact.polarity == "-"]
    if bare and not insured:
        yield Telling("保险", "未投保", held_words(bare[0]), bare[0].place)
    elif refused:
        yield Telling("保险", None, f"保险公司拒赔:{held_words(refused[0])}", refused[0].place)
    elif insured:
        yield Telling("保险", "已投保", held_words(insured[0]), insured[0].place)


def _flight(matter: Matter) -> Iterator[Telling]:
    held = matter.facts.get("逃逸", ())
    fled = [h for h in held if h.fact.value == "肇事逃逸" and h.fact.polarity == "+"]
    if fled:
        yield Telling("逃逸", "是", held_words(fled[0]), fled[0].place)


def _unsolved(matter: Matter) -> Iterator[Telling]:
    held = [h for h in matter.facts.get("未侦破", ()) if h.fact.polarity == "+"]
    barred = [h for h in held if h.fact.value == _BARRED]
    if barred:
        yield Telling("已过时效", "是", held_words(barred[0]), barred[0].place)
    still = [h for h in held if h.fact.value in _OPEN]
    if not still:
        return
    caught = any(s.name for p in matter.papers for s in p.paper.suspects)
    value = None if caught else "是"
    words = "是否还有人没有归案要问:" if caught else ""
    yield Telling("案件未破", value, words + held_words(still[0]), still[0].place)


def _duty(matter: Matter) -> Iterator[Telling]:
    """The victim's own share; else the rest that a single offender's share leaves."""
    held = [h for h in matter.facts.get("责任", ()) if h.fact.value in DUTIES and h.fact.polarity in "+±"]
    own = [h for h in held if h.fact.person in matter.victims]
    if own:
        yield Telling("被害人责任", own[0].fact.value, held_words(own[0]), own[0].place)
        return
    suspects = {s.name for p in matter.papers for s in p.paper.suspects}
    others = [h for h in held if h.fact.person in suspects]
    if others and len({h.fact.person for h in others}) == 1 and not _third_side(held, suspects):
        value = _OTHER_SIDE[others[0].fact.value]
        yield Telling("被害人责任", value, f"对方{others[0].fact.value}:{held_words(others[0])}", others[0].place)


def _third_side(held: list[Held], suspects: set[str]) -> bool:
    """Whether somebody besides offender and victim bears a share."""
    return any(h.fact.person and h.fact.person not in suspects for h in held)


def _fault(matter: Matter) -> Iterator[Telling]:
    held = [h for h in matter.facts.get("过错", ()) if h.fact.person in {*matter.victims, None}]
    fought = [h for h in held if h.fact.value == _FOUGHT and h.fact.polarity == "+"]
    brawl = matter.around.takings.names("互殴罪名", matter.charges)
    if fought:
        yield Telling("互殴", "是", held_words(fought[0]), fought[0].place)
    elif brawl:
        yield Telling("互殴", None, f"罪名是{brawl[0]},被害人是不是参与的一方要看卷")
    faults = [h for h in held if h.fact.value != _FOUGHT and h.fact.polarity in "+±"]
    if faults:
        great = [h for h in faults if any(w in h.fact.value for w in _GREAT)]
        one = (great or faults)[0]
        yield Telling("被害人过错", "重大" if great else "一般", held_words(one), one.place)


def _kin(matter: Matter) -> Iterator[Telling]:
    """The offender is of the family: told of a party, by the charge, or named among the victim's relatives."""
    charges = matter.around.takings.names("亲属间罪名", matter.charges)
    if charges:
        side = next(iter(matter.sides), None)
        yield Telling("加害人是亲属", "是", f"罪名是{charges[0]}", place_of(side) if side else "")
        return
    for one in matter.papers:
        suspects = {s.name: s for s in one.paper.suspects}
        related = [s for s in suspects.values() if s.relation and s.of in matter.victims]
        listed = [r for v in one.paper.victims if v.name in matter.victims for r in v.relatives if r.name in suspects]
        if found := next(iter([*related, *listed]), None):
            yield Telling(
                "加害人是亲属", "是", f"{one.paper.called}:加害人是被害人的{found.relation or '近亲属'}", one.place
            )
            return
