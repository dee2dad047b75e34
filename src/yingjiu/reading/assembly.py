"""Puts what the readers found into one frozen :class:`Paper`, every place as a span of the given text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from yingjiu.reading.enforcement import Enforcement
from yingjiu.reading.facts import EnforcementFacts, Paper, Party, Span, Victim
from yingjiu.reading.injury import Injury, worst
from yingjiu.reading.loss import Loss
from yingjiu.reading.paper_type import TypeFound
from yingjiu.reading.parties import Details, read_details
from yingjiu.reading.people import Mention, Person
from yingjiu.reading.relatives import Relation
from yingjiu.texts.clean import CleanText

Found = tuple[int, int, str]

_ROLES = {
    "原告": "原告",
    "原告人": "原告",
    "被告": "被告",
    "申请执行人": "申请执行人",
    "被执行人": "被执行人",
    "被申请人": "被执行人",
    "申请执行": "被执行人",
    "申请强制执行": "被执行人",
    "我叫": "信访人",
    "求助人": "信访人",
    "救助申请人": "信访人",
    "信访人": "信访人",
    "来信人": "信访人",
    "来访人": "信访人",
    "上访人": "信访人",
    "申诉人": "信访人",
    "控告人": "信访人",
    "谅解人": "被害人",
    "法定代理人": "法定代理人",
    "监护人": "法定代理人",
    "证人": "证人",
    "被询问人": "证人",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the readers found, with places in the clean text."""

    clean: CleanText
    title: TypeFound
    day: Found | None
    own: Found | None
    numbers: list[Found]
    charges: list[Found]
    cause: Found | None
    people: dict[str, Person]
    mentions: list[Mention]
    suspects: list[Person]
    victims: list[Person]
    relations: list[Relation]
    injuries: dict[str, Injury]
    loose: list[Injury]
    dead: set[str]
    losses: dict[str, Loss]
    hardship: tuple[int, int] | None
    settled: Any
    enforcement: Enforcement | None
    civil: bool


def build_paper(draft: Draft) -> Paper:
    """The paper with its parties and victims."""
    starts = [m.start for m in draft.mentions]
    details = {p.name: read_details(draft.clean.text, p, starts) for p in _described(draft)}
    victims = tuple(_victim(draft, person, details) for person in draft.victims)
    grades = [v.injury for v in victims if v.injury] or [i.grade for i in draft.loose]
    paper = Paper(
        type=draft.title.type,
        day=draft.day[2] if draft.day else None,
        own_number=draft.own[2] if draft.own else None,
        numbers=tuple(dict.fromkeys(n for _, _, n in draft.numbers)),
        charge=draft.charges[0][2] if draft.charges else None,
        charges=tuple(c for _, _, c in draft.charges),
        cause=draft.cause[2] if draft.cause else None,
        injury=worst(grades),
        hardship=draft.hardship is not None,
        suspects=tuple(_party(draft, p, "犯罪嫌疑人", details) for p in draft.suspects),
        victims=victims,
        parties=tuple(_parties(draft, details)),
        enforcement=_enforcement(draft),
        evidence=_paper_evidence(draft),
    )
    if draft.settled is None:
        return paper
    whole = draft.settled.whole
    evidence = {
        **paper.evidence,
        **_some("compensation", whole.compensation_spans),
        **_some("forgiven", whole.forgiven_spans),
    }
    return replace(paper, compensation=whole.compensation, forgiven=whole.forgiven, evidence=evidence)


def _span(draft: Draft, start: int, end: int) -> Span:
    first, last = draft.clean.span(start, end)
    return Span(first, last, draft.clean.given[first:last])


def _spans(draft: Draft, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(_span(draft, s, e) for s, e in places)


def _some(key: str, spans: tuple[Span, ...]) -> dict[str, tuple[Span, ...]]:
    return {key: spans} if spans else {}


def _described(draft: Draft) -> list[Person]:
    """Persons whose details are wanted: suspects, victims, relatives, parties."""
    wanted = {p.name for p in (*draft.suspects, *draft.victims)} | {r.name for r in draft.relations}
    wanted |= {p.name for p in draft.people.values() if _role_of(draft, p)}
    return [p for p in draft.people.values() if p.name in wanted]


def _party(
    draft: Draft, person: Person, role: str, details: dict[str, Details], relation: Relation | None = None
) -> Party:
    known = details.get(person.name, Details())
    mention = next((m for m in person.mentions if m.left.kind), person.mentions[0])
    return Party(
        name=person.name,
        role=role,
        sex=known.sex,
        birth=known.birth,
        id_number=known.id_number,
        address=known.address,
        household=known.household,
        organisation=person.organisation,
        relation=relation.kin if relation else None,
        of=relation.of if relation else None,
        spans=_spans(draft, [(mention.start, mention.end), *((s, e) for _, s, e in known.places)]),
    )


def _relatives(draft: Draft, victim: str, details: dict[str, Details]) -> tuple[Party, ...]:
    accused = {p.name for p in draft.suspects}
    chosen: dict[str, Relation] = {}
    for relation in draft.relations:
        if relation.of != victim or relation.name in accused or relation.name == victim:
            continue
        if relation.name not in chosen or chosen[relation.name].kin == "近亲属":
            chosen[relation.name] = relation
    return tuple(_party(draft, draft.people[n], "近亲属", details, r) for n, r in chosen.items() if n in draft.people)


def _victim(draft: Draft, person: Person, details: dict[str, Details]) -> Victim:
    known = details.get(person.name, Details())
    injury, loss = draft.injuries.get(person.name), draft.losses.get(person.name)
    hard = draft.hardship is not None and (len(draft.victims) == 1 or _names(draft, draft.hardship, person))
    first = next((m for m in person.mentions if m.left.kind == "被害"), person.mentions[0])
    evidence = {"name": _spans(draft, [(first.start, first.end)])}
    evidence |= {field: _spans(draft, [(s, e)]) for field, s, e in known.places}
    if injury:
        evidence["injury"] = _spans(draft, [(injury.start, injury.end)])
    if loss:
        evidence["loss"] = _spans(draft, loss.places)
    if hard and draft.hardship:
        evidence["hardship"] = _spans(draft, [draft.hardship])
    victim = Victim(
        name=person.name,
        sex=known.sex,
        birth=known.birth,
        id_number=known.id_number,
        address=known.address,
        household=known.household,
        organisation=person.organisation,
        dead=person.name in draft.dead,
        injury=injury.grade if injury else "死亡" if person.name in draft.dead else None,
        loss=loss.amount if loss else None,
        hardship=hard,
        relatives=_relatives(draft, person.name, details),
        evidence=evidence,
    )
    return _settle(draft, victim)


def _settle(draft: Draft, victim: Victim) -> Victim:
    state = draft.settled.by_victim.get(victim.name) if draft.settled is not None else None
    if state is None:
        return victim
    evidence = {
        **victim.evidence,
        **_some("compensation", state.compensation_spans),
        **_some("forgiven", state.forgiven_spans),
    }
    return replace(
        victim, compensation=state.compensation, forgiven=state.forgiven, basis=state.basis, evidence=evidence
    )


def _names(draft: Draft, place: tuple[int, int], person: Person) -> bool:
    """Whether the paragraph of a place names the person."""
    text = draft.clean.text
    begin = text.rfind("\n", 0, place[0]) + 1
    end = text.find("\n", place[1])
    return any(begin <= m.start < (end if end >= 0 else len(text)) for m in person.mentions)


def _role_of(draft: Draft, person: Person) -> str | None:
    for mention in person.mentions:
        role = _ROLES.get(mention.left.word)
        if role and (draft.civil or role not in ("被告",)):
            return role
    if draft.civil and any(m.right.kind == "申请" for m in person.mentions):
        return "申请执行人"
    return None


def _parties(draft: Draft, details: dict[str, Details]) -> list[Party]:
    parties = []
    harmed = {p.name for p in draft.victims}
    by_name = {r.name: r for r in sorted(draft.relations, key=lambda r: (r.of in harmed, -r.start))}
    for person in draft.people.values():
        role = _role_of(draft, person)
        relation = by_name.get(person.name)
        if role or relation:
            parties.append(_party(draft, person, role or "近亲属", details, relation))
    return parties


def _enforcement(draft: Draft) -> EnforcementFacts | None:
    read = draft.enforcement
    if read is None:
        return None
    return EnforcementFacts(
        number=draft.own[2] if draft.own else None,
        instrument=read.instrument,
        closing=read.closing,
        target=read.target,
        collected=read.collected,
        finished=read.finished,
        spans=_spans(draft, [(s, e) for _, s, e in read.places]),
    )


def _paper_evidence(draft: Draft) -> dict[str, tuple[Span, ...]]:
    places: dict[str, list[tuple[int, int]]] = {}
    if draft.title.end:
        places["type"] = [(draft.title.start, draft.title.end)]
    for key, found in (("day", draft.day), ("own_number", draft.own), ("cause", draft.cause)):
        if found:
            places[key] = [(found[0], found[1])]
    if draft.charges:
        places["charge"] = [(draft.charges[0][0], draft.charges[0][1])]
    if draft.numbers:
        places["numbers"] = [(s, e) for s, e, _ in draft.numbers]
    injuries = sorted(draft.injuries.values(), key=lambda i: i.start) or draft.loose
    if injuries:
        places["injury"] = [(i.start, i.end) for i in injuries]
    if draft.hardship:
        places["hardship"] = [draft.hardship]
    return {key: _spans(draft, some) for key, some in places.items()}
