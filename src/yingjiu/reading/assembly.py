"""Puts what the readers found into one frozen :class:`Paper`, every place as a span of the given text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yingjiu.reading.compensation import CompensationReading, Settled
from yingjiu.reading.enforcement import Enforcement
from yingjiu.reading.facts import EnforcementFacts, Fact, Paper, Party, Span, TermCount, Victim
from yingjiu.reading.hardship import told_places
from yingjiu.reading.injury import Injury, worst
from yingjiu.reading.loss import Loss
from yingjiu.reading.paper_type import TypeFound
from yingjiu.reading.parties import NO_DETAILS, Details, read_details
from yingjiu.reading.people import Mention, Person
from yingjiu.reading.relatives import Relation
from yingjiu.reading.scene import Finding
from yingjiu.reading.zones import Zones
from yingjiu.texts.clean import CleanText

Found = tuple[int, int, str]
Evidence = dict[str, tuple[Span, ...]]

# The paper's own word for a party → its role in facts.
_ROLES = {
    "原告": "原告",
    "原告人": "原告",
    "被告": "被告",
    "申请执行人": "申请执行人",
    "被执行人": "被执行人",
    "被申请人": "被执行人",
    "申请执行": "被执行人",
    "申请强制执行": "被执行人",
    "信访人": "信访人",
    "来信人": "信访人",
    "来访人": "信访人",
    "上访人": "信访人",
    "申诉人": "信访人",
    "控告人": "信访人",
    "求助人": "信访人",
    "救助申请人": "信访人",
    "我叫": "信访人",
    "谅解人": "被害人",
    "法定代理人": "法定代理人",
    "监护人": "法定代理人",
    "证人": "证人",
    "被询问人": "证人",
}


# A kinship read from the other side (我儿子X) leaves the sex open; where the paper tells it, the word is exact.
_BY_SEX: dict[tuple[str, str | None], str] = {
    ("父母", "男"): "父",
    ("父母", "女"): "母",
    ("子女", "男"): "子",
    ("子女", "女"): "女",
    ("配偶", "男"): "夫",
    ("配偶", "女"): "妻",
}


@dataclass(frozen=True, slots=True)
class Head:
    """Day, numbers, charges and cause, each with its place in the clean text."""

    day: Found | None
    own: Found | None
    numbers: list[Found]
    charges: list[Found]
    cause: Found | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in the paper; ``civil`` papers have no suspects; ``aliases``: a victim's other name → the one kept."""

    people: dict[str, Person]
    mentions: list[Mention]
    suspects: list[Person]
    victims: list[Person]
    relations: list[Relation]
    civil: bool
    aliases: dict[str, str] = field(default_factory=dict)

    def with_victims(self, victims: list[Person]) -> Cast:
        """The same cast with other victims."""
        return replace(self, victims=victims)


@dataclass(frozen=True, slots=True)
class Harm:
    """What happened to the victims; ``loose`` injuries belong to a paper that names no victim, ``told`` are all statements."""

    injuries: dict[str, Injury]
    loose: list[Injury]
    dead: set[str]
    losses: dict[str, Loss]
    told: list[Injury] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything the readers found, with places in the clean text."""

    clean: CleanText
    zones: Zones
    title: TypeFound
    head: Head
    cast: Cast
    harm: Harm
    settled: CompensationReading
    enforcement: Enforcement | None
    findings: Sequence[Finding] = ()
    terms: tuple[TermCount, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict[str, Details] = field(default_factory=dict)


def build_paper(draft: Draft) -> Paper:
    """The paper with its parties and victims."""
    draft.details.update((p.name, read_details(draft.clean.text, p)) for p in _described(draft))
    head, cast, whole = draft.head, draft.cast, draft.settled.whole
    victims = tuple(_victim(draft, person) for person in cast.victims)
    grades = [v.injury for v in victims if v.injury] or [i.grade for i in draft.harm.loose]
    return Paper(
        type=draft.title.type,
        title=draft.title.title,
        day=head.day[2] if head.day else None,
        own_number=head.own[2] if head.own else None,
        numbers=tuple(dict.fromkeys(number for _, _, number in head.numbers)),
        charge=head.charges[0][2] if head.charges else None,
        charges=tuple(charge for _, _, charge in head.charges),
        cause=head.cause[2] if head.cause else None,
        injury=worst(grades),
        hardship=bool(told_places(draft.findings)),
        suspects=tuple(_party(draft, person, "犯罪嫌疑人") for person in cast.suspects),
        victims=victims,
        parties=tuple(_parties(draft)),
        compensation=whole.compensation,
        forgiven=whole.forgiven,
        enforcement=_enforcement(draft),
        facts=tuple(_fact(draft, finding) for finding in draft.findings),
        terms=draft.terms,
        words=draft.words,
        evidence=_evidence(draft) | _settled_spans(whole),
    )


def _described(draft: Draft) -> list[Person]:
    """Persons whose details are wanted: suspects, victims, relatives, parties."""
    cast = draft.cast
    wanted = {p.name for p in (*cast.suspects, *cast.victims)} | {r.name for r in cast.relations}
    return [p for p in cast.people.values() if p.name in wanted or _role_of(p, civil=cast.civil)]


def _spans(draft: Draft, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    given, span = draft.clean.given, draft.clean.span
    return tuple(Span(first, last, given[first:last]) for first, last in (span(s, e) for s, e in places))


def _fact(draft: Draft, finding: Finding) -> Fact:
    return Fact(
        kind=finding.kind,
        value=finding.value,
        polarity=finding.polarity,
        span=_spans(draft, [(finding.start, finding.end)])[0],
        person=finding.person,
        payer=finding.payer,
        amount=finding.amount,
        day=finding.day,
        zone=draft.zones.kind_at(finding.start),
    )


def _settled_spans(settled: Settled) -> Evidence:
    spans = {"compensation": settled.compensation_spans, "forgiven": settled.forgiven_spans}
    return {key: some for key, some in spans.items() if some}


def _party(draft: Draft, person: Person, role: str, relation: Relation | None = None) -> Party:
    known = draft.details.get(person.name, NO_DETAILS)
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
        relation=_BY_SEX.get((relation.kin, known.sex), relation.kin) if relation else None,
        of=relation.of if relation else None,
        spans=_spans(draft, [(mention.start, mention.end), *((s, e) for _, s, e in known.places)]),
    )


def _relatives(draft: Draft, victim: str) -> tuple[Party, ...]:
    """Relatives of one victim, the offender never among them; a named kinship goes before 近亲属."""
    accused = {p.name for p in draft.cast.suspects}
    chosen: dict[str, Relation] = {}
    for relation in draft.cast.relations:
        if relation.of != victim or relation.name in accused or relation.name == victim:
            continue
        if relation.name not in chosen or chosen[relation.name].kin == "近亲属":
            chosen[relation.name] = relation
    people = draft.cast.people
    return tuple(_party(draft, people[name], "近亲属", relation) for name, relation in chosen.items() if name in people)


def _victim(draft: Draft, person: Person) -> Victim:
    known = draft.details.get(person.name, NO_DETAILS)
    injury, loss = draft.harm.injuries.get(person.name), draft.harm.losses.get(person.name)
    dead = person.name in draft.harm.dead
    settled = draft.settled.by_victim.get(person.name, Settled())
    return Victim(
        name=person.name,
        sex=known.sex,
        birth=known.birth,
        id_number=known.id_number,
        address=known.address,
        household=known.household,
        organisation=person.organisation,
        dead=dead,
        injury="死亡" if dead else injury.grade if injury else None,
        loss=loss.amount if loss else None,
        compensation=settled.compensation,
        forgiven=settled.forgiven,
        basis=settled.basis,
        hardship=bool(_told_by(draft, person)),
        relatives=_relatives(draft, person.name),
        evidence=_victim_evidence(draft, person, known) | _settled_spans(settled),
    )


def _victim_evidence(draft: Draft, person: Person, known: Details) -> Evidence:
    injury, loss = draft.harm.injuries.get(person.name), draft.harm.losses.get(person.name)
    first = next((m for m in person.mentions if m.left.kind == "被害"), person.mentions[0])
    evidence = {"name": _spans(draft, [(first.start, first.end)])}
    evidence |= {key: _spans(draft, [(s, e)]) for key, s, e in known.places}
    if injury:
        evidence["injury"] = _spans(draft, [(injury.start, injury.end)])
    if loss:
        evidence["loss"] = _spans(draft, loss.places)
    if told := _told_by(draft, person):
        evidence["hardship"] = _spans(draft, told)
    return evidence


def _told_by(draft: Draft, person: Person) -> list[tuple[int, int]]:
    """Places of the hardship told that is this victim's: of the only one, the victim's own, or told where it is named."""
    told = told_places(draft.findings)
    if len(draft.cast.victims) == 1:
        return [(f.start, f.end) for f in told]
    text = draft.clean.text

    def is_named(start: int, end: int) -> bool:
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return any(first <= m.start < (last if last >= 0 else len(text)) for m in person.mentions)

    return [(f.start, f.end) for f in told if f.person == person.name or is_named(f.start, f.end)]


def _role_of(person: Person, *, civil: bool) -> str | None:
    for mention in person.mentions:
        role = _ROLES.get(mention.left.word)
        if role and (civil or role != "被告"):
            return role
    if civil and any(m.right.kind == "申请" for m in person.mentions):
        return "申请执行人"
    return None


def _parties(draft: Draft) -> Iterable[Party]:
    cast = draft.cast
    harmed = {p.name for p in cast.victims}
    by_name = {r.name: r for r in sorted(cast.relations, key=lambda r: (r.of in harmed, -r.start))}
    for person in cast.people.values():
        role, relation = _role_of(person, civil=cast.civil), by_name.get(person.name)
        if role or relation:
            yield _party(draft, person, role or "近亲属", relation)


def _enforcement(draft: Draft) -> EnforcementFacts | None:
    read, own = draft.enforcement, draft.head.own
    if read is None:
        return None
    return EnforcementFacts(
        number=own[2] if own else None,
        instrument=read.instrument,
        closing=read.closing,
        target=read.target,
        collected=read.collected,
        finished=read.finished,
        spans=_spans(draft, [(s, e) for _, s, e in read.places]),
    )


def _evidence(draft: Draft) -> Evidence:
    head, harm = draft.head, draft.harm
    places: dict[str, list[tuple[int, int]]] = {}
    if draft.title.end:
        places["type"] = [(draft.title.start, draft.title.end)]
    for key, found in (("day", head.day), ("own_number", head.own), ("cause", head.cause)):
        if found:
            places[key] = [found[:2]]
    if head.charges:
        places["charge"] = [head.charges[0][:2]]
    if head.numbers:
        places["numbers"] = [number[:2] for number in head.numbers]
    injuries = sorted(harm.injuries.values(), key=lambda i: i.start) or harm.loose
    if injuries:
        places["injury"] = [(i.start, i.end) for i in injuries]
    if told := told_places(draft.findings):
        places["hardship"] = [(f.start, f.end) for f in told]
    return {key: _spans(draft, some) for key, some in places.items()}
