"""Reads one paper (文书) into facts: who did what to whom, what it cost, and each value with the words it rests on.

The steps are numbered in :func:`read_clean`; each is a module of its own. A text that says nothing gives a paper of
type 其他 with empty facts; no text raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yingjiu.reading import bankslip
from yingjiu.reading.aliases import find_aliases, merge_aliases
from yingjiu.reading.assembly import Cast, Draft, Harm, Head, build_paper
from yingjiu.reading.charges import find_cause, find_charges
from yingjiu.reading.enforcement import read_enforcement
from yingjiu.reading.facts import Paper
from yingjiu.reading.findings import find_facts, in_order
from yingjiu.reading.injury import Injury, find_injuries, injuries_by_victim
from yingjiu.reading.keywords import keywords_of
from yingjiu.reading.loss import find_losses, is_property_case
from yingjiu.reading.outcome import settle_victims
from yingjiu.reading.paper_type import find_type
from yingjiu.reading.people import Person, find_people
from yingjiu.reading.relatives import Relation, find_relations, find_told_relations
from yingjiu.reading.scene import Scene
from yingjiu.reading.signature import find_day, find_numbers, find_own_number
from yingjiu.reading.speaker import find_payers, find_speaker, find_struck_kin, is_victim
from yingjiu.reading.spots import Spot, find_spots
from yingjiu.reading.terms import count_terms
from yingjiu.reading.victims import find_suspects, find_victims, is_hurt, is_named_victim, is_only_plaintiff
from yingjiu.reading.zones import Zones, find_zones
from yingjiu.texts.clean import CleanText, clean_text

_CIVIL = frozenset(["民事判决书", "执行裁定书", "结案通知书", "信访件"])
_ENFORCEMENT = frozenset(["执行裁定书", "结案通知书"])
_DEAD = frozenset(["死者", "亡者", "死亡者", "遇害人", "罹难者", "遇难者"])


def read_paper(given: str, *, name: str = "") -> Paper:
    """Facts of one paper.

    Args:
        given: its text as it came from file, page or OCR; spans count characters of this text.
        name: the file's name, a hint for the type where the title is missing.
    """
    return read_clean(clean_text(given), name=name)


def read_clean(clean: CleanText, *, name: str = "") -> Paper:
    """Facts of one paper whose text was cleaned before."""
    text = clean.text
    # 1. What kind of paper, which part of it means what, the numbers and the day it bears.
    title = find_type(text, name)
    zones = find_zones(text, title.type)
    civil = title.type in _CIVIL
    head = _read_head(text, zones, title.type, civil=civil)
    # 2. Whom it names; who is accused, who is harmed, who is whose relative.
    cast = _read_cast(text, zones, title.type, civil=civil)
    # 3. What happened to each victim.
    spots = find_spots(text)
    cast, harm = _read_harm(text, zones, head, cast, spots["伤害词"])
    # 4. What was paid and forgiven to each.
    names = tuple(p.name for p in cast.victims)
    accused = tuple(p.name for p in cast.suspects)
    settled = settle_victims(clean, zones, cast, harm, title.type)
    # 5. What an enforcement paper says of its record.
    enforcement = None
    if title.type in _ENFORCEMENT:
        enforcement = read_enforcement(text, head.numbers, head.own[2] if head.own else None)
    # 6. What else it says, fact by fact.
    scene = Scene(
        text=text,
        zones=zones,
        paper_type=title.type,
        day=head.day[2] if head.day else None,
        mentions=cast.mentions,
        victims=names,
        suspects=accused,
        relations=cast.relations,
        dead=frozenset(harm.dead),
        spots=spots,
        injuries=harm.told,
        losses=harm.losses,
    )
    findings = sorted([*settled.findings, *find_facts(scene)], key=in_order)
    terms, words = count_terms(scene), keywords_of(text, spots["深入词"])
    # 7. All of it with spans of the given text.
    paper = build_paper(Draft(clean, zones, title, head, cast, harm, settled, enforcement, findings, terms, words))
    return bankslip.apply_slip(clean, paper) if title.title == bankslip.TITLE else paper


def _read_head(text: str, zones: Zones, paper_type: str, *, civil: bool) -> Head:
    numbers = find_numbers(text)
    return Head(
        day=find_day(text, zones, paper_type),
        own=find_own_number(numbers, text),
        numbers=numbers,
        charges=[] if civil else find_charges(text, zones),
        cause=find_cause(text) if civil or "民事" in paper_type else None,
    )


def _read_cast(text: str, zones: Zones, paper_type: str, *, civil: bool) -> Cast:
    people = find_people(text, zones)
    mentions = sorted((m for p in people.values() for m in p.mentions), key=lambda m: m.start)
    named = frozenset(p.name for p in people.values() if is_named_victim(p))
    relations = find_relations(text, mentions, named)
    speaker = find_speaker(paper_type, people)
    told: set[str] = set()
    if speaker:
        relations += find_told_relations(text, mentions, speaker)
        if is_victim(text, paper_type, speaker, people, relations):
            told.add(speaker)
        elif paper_type == "信访件":
            told |= find_struck_kin(text, speaker, people, relations)
    harmed = frozenset(p.name for p in find_victims(people, zones, text, paper_type))
    victims = _choose(people, harmed, relations, told, civil=civil)
    suspects = [] if civil else find_suspects(people)
    known = frozenset([*(p.name for p in (*suspects, *victims)), *(r.name for r in relations), speaker or ""])
    suspects += find_payers(text, paper_type, people, known)
    return Cast(people, mentions, suspects, victims, relations, civil=civil)


def _choose(
    people: dict[str, Person], harmed: frozenset[str], relations: list[Relation], told: set[str], *, civil: bool
) -> list[Person]:
    """Victims without the relatives who only act for them, with those whom the one who speaks tells to be (``told``)."""
    acting = {r.name for r in relations if r.of in harmed and r.name != r.of}

    def is_chosen(person: Person) -> bool:
        if person.name in told:
            return True
        if person.name not in harmed or (civil and not is_named_victim(person)):
            return False
        own = is_hurt(person) or (is_named_victim(person) and not is_only_plaintiff(person))
        return own or person.name not in acting

    return [person for person in people.values() if is_chosen(person)]


def _called_dead(victims: list[Person]) -> dict[str, Injury]:
    """Victims whom a role word calls dead (死者X), with the place of word and name."""
    found: dict[str, Injury] = {}
    for person in victims:
        for mention in person.mentions:
            if mention.left.word in _DEAD:
                start = max(mention.start - len(mention.left.word), 0)
                found.setdefault(person.name, Injury("死亡", (person.name,), start, mention.end))
    return found


def _merged(cast: Cast, aliases: dict[str, str]) -> Cast:
    """The cast in which each alias is one person with the name that stands."""
    people = merge_aliases(cast.people, aliases)
    relations = [r._replace(name=aliases.get(r.name, r.name), of=aliases.get(r.of, r.of)) for r in cast.relations]
    victims = [person for person in cast.victims if person.name not in aliases]
    return replace(cast, people=people, victims=victims, relations=relations, aliases=aliases)


def _read_harm(text: str, zones: Zones, head: Head, cast: Cast, spots: Sequence[Spot]) -> tuple[Cast, Harm]:
    """Injuries and losses; where somebody else died, who only sues beside the charge is no victim."""
    names = tuple(p.name for p in cast.victims)
    injuries = find_injuries(text, zones, cast.mentions, names, spots)
    by_victim = injuries_by_victim(text, injuries, names)
    by_victim |= _called_dead(cast.victims)
    if aliases := find_aliases(text, zones, cast.people, cast.victims, by_victim):
        return _read_harm(text, zones, head, _merged(cast, aliases), spots)
    dead = {name for name, injury in by_victim.items() if injury.grade == "死亡"}
    victims = [p for p in cast.victims if p.name in dead or not dead or not is_only_plaintiff(p)]
    cast = cast.with_victims(victims)
    names = tuple(p.name for p in victims)
    owed = not cast.civil and is_property_case(text, [charge for _, _, charge in head.charges])
    harm = Harm(
        injuries={name: injury for name, injury in by_victim.items() if name in names},
        loose=[] if names else [injury for injury in injuries if injury.stands],
        dead=dead,
        losses=find_losses(text, zones, cast.mentions, names) if owed else {},
        told=injuries,
    )
    return cast, harm
