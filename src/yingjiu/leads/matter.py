"""What a lead is about (案由事实): the person's records of the event, the papers of its lineage, the facts that hold.

For a dead victim the relative stands in the victim's place: harm and payment are the victim's, age and hardship the
relative's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from yingjiu.catalog.condition import Value
from yingjiu.catalog.degree import Degrees
from yingjiu.catalog.takings import Takings
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_record import places_of, quotes_of
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.history import Held, facts_of
from yingjiu.matching.papers import CaseFile
from yingjiu.matching.people import Mention
from yingjiu.reading.facts import Fact
from yingjiu.values.names import is_masked

SIDES: Final = frozenset({"受害一方", "原告"})
OFFENDING: Final = frozenset({"犯罪嫌疑人", "被执行人", "被告"})
QUOTE: Final = 60


class Telling(NamedTuple):
    """One value of an element with what it rests on; ``value`` None: asked for and not known."""

    element: str
    value: Value
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a county's delivery says of every lead.

    Attributes:
        on: the day of the run.
        kinds: kinds of record that were delivered at all.
        organs: organs whose relief lists were delivered.
        files: the case file of each paper by its place.
        papers: every paper by its place.
        income: yearly income of a household that the office works with, in yuan.
    """

    on: date
    takings: Takings
    degrees: Degrees
    kinds: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    files: Mapping[str, CaseFile] = field(default_factory=dict)
    papers: Mapping[str, FiledPaper] = field(default_factory=dict)
    income: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """A lead with the records of its event and the facts that hold of whose harm counts.

    Attributes:
        sides: the records in which the person stands as the hurt side.
        victims: whose harm counts: the person, or the dead for whom the person stands.
        facts: facts that hold of the victims, by kind; of several victims all.
        own: facts that hold of the person where the person is not the victim.
    """

    lead: Lead
    around: Surroundings
    event: tuple[Mention, ...]
    sides: tuple[Mention, ...]
    victims: tuple[str, ...]
    papers: tuple[FiledPaper, ...]
    facts: Mapping[str, tuple[Held, ...]]
    own: Mapping[str, tuple[Held, ...]]

    def said(self, *names: str) -> list[str]:
        """Every value of these fields over the event, each once."""
        return list(dict.fromkeys(v for m in self.event for n in names for v in m.fields.get(n, ()) if v))

    def held(self, kind: str) -> tuple[Held, ...]:
        """Facts of a kind that hold of the victims and of the person."""
        return tuple(dict.fromkeys((*self.facts.get(kind, ()), *self.own.get(kind, ()))))

    def told(self, kind: str) -> list[tuple[FiledPaper, Fact]]:
        """Every fact of a kind that a paper tells of the victims, decoys too, oldest paper first."""
        return [
            (p, f) for p in self.papers for f in p.paper.facts if f.kind == kind and f.person in {*self.victims, None}
        ]

    @property
    def stands_for_dead(self) -> bool:
        """Whether the person stands for a dead victim."""
        return self.victims != (self.lead.person.name,)

    @property
    def charges(self) -> list[str]:
        """Charges of the event."""
        return self.said("罪名")


def held_words(held: Held) -> str:
    """A fact with its paper, day and words."""
    quote = "".join(held.fact.span.quote.split())
    day = f" {held.day}" if held.day else ""
    return f"{held.paper}{day}“{quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + '…'}”"


def fact_words(one: FiledPaper, fact: Fact) -> str:
    """A single fact of a paper in the same form."""
    return held_words(Held(fact, one.place, one.paper.called, one.paper.day, ""))


def record_words(mention: Mention, name: str) -> str:
    """A field of a record in words."""
    return f"{mention.kind}:{name} {'、'.join(mention.fields.get(name, ()))}".rstrip()


def place_of(mention: Mention) -> str:
    """Where a record stands, first place."""
    return next(iter(places_of(mention)), "")


def open_matter(lead: Lead, around: Surroundings) -> Matter:
    """Gather what is known of a lead's event."""
    same = [m for m in lead.others if lead.case_id is not None and m.case_id == lead.case_id]
    event = tuple({m.key: m for m in (*lead.starts, *same) if m.role not in OFFENDING}.values())
    sides = tuple(m for m in event if m.role in SIDES)
    stood = list(dict.fromkeys(v for m in sides for v in m.fields.get("代为", ())))
    victims = tuple(stood) or (lead.person.name,)
    papers = _papers(event, around)
    names = (lead.person.name, *lead.person.other_names)
    facts = _together(facts_of(name, _unmasked(papers, name)) for name in (victims if stood else names))
    own = _together(facts_of(name, papers) for name in names) if stood else {}
    return Matter(lead, around, event, sides, victims, papers, facts, own)


def _papers(event: Sequence[Mention], around: Surroundings) -> tuple[FiledPaper, ...]:
    """All papers of the case files that any record of the event rests on, and court papers that stand alone."""
    places = dict.fromkeys(p for m in event for p in (*(q.place for q in quotes_of(m)), m.place))
    found: dict[str, FiledPaper] = {}
    for place in places:
        file = around.files.get(place)
        if file is not None:
            found |= {p.place: p for p in file.papers}
        elif place in around.papers:
            found[place] = around.papers[place]
    return tuple(found.values())


def _unmasked(papers: Sequence[FiledPaper], name: str) -> Sequence[FiledPaper]:
    """The papers with facts of 张某某 told of 张三 where 张三 is the only victim of that surname in the case."""
    named = {v.name for p in papers for v in p.paper.victims if v.name[:1] == name[:1]}
    masked = {n for n in named if is_masked(n)}
    if not masked or named - masked != {name} or len(masked) > 1:
        return papers
    return [
        replace(p, paper=replace(p.paper, facts=tuple(replace(f, person=name) if f.person in masked else f for f in p.paper.facts)))
        if any(f.person in masked for f in p.paper.facts)
        else p
        for p in papers
    ]  # fmt: skip


def _together(all_facts: Iterable[Mapping[str, tuple[Held, ...]]]) -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for facts in all_facts:
        for kind, held in facts.items():
            found[kind] = tuple(dict.fromkeys((*found.get(kind, ()), *held)))
    return found
