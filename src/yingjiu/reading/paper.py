"""Reads one paper (文书) into facts: who did what to whom, what it cost, and each value with the words it rests on.

The steps are numbered in :func:`read_clean`; each is a module of its own. A text that says nothing gives a paper of type
其他 with empty facts; no text raises.
"""

from __future__ import annotations

from yingjiu.reading.assembly import Draft, build_paper
from yingjiu.reading.charges import find_cause, find_charges
from yingjiu.reading.enforcement import read_enforcement
from yingjiu.reading.facts import Paper
from yingjiu.reading.hardship import find_hardship
from yingjiu.reading.injury import find_injuries, injuries_by_victim
from yingjiu.reading.loss import Loss, find_losses, is_property_case
from yingjiu.reading.outcome import settle_victims
from yingjiu.reading.paper_type import find_type
from yingjiu.reading.people import Person, find_people
from yingjiu.reading.relatives import Relation, find_relations, find_told_relations
from yingjiu.reading.signature import find_day, find_numbers, find_own_number
from yingjiu.reading.speaker import find_speaker, is_victim
from yingjiu.reading.victims import find_suspects, find_victims, is_hurt, is_named_victim, is_only_plaintiff
from yingjiu.reading.zones import find_zones
from yingjiu.texts.clean import CleanText, clean_text

CIVIL = frozenset(["民事判决书", "执行裁定书", "结案通知书", "信访件"])
_ENFORCEMENT = frozenset(["执行裁定书", "结案通知书"])


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
    # 1. What kind of paper, and which part of it means what.
    title = find_type(text, name)
    zones = find_zones(text, title.type)
    # 2. The numbers and the day it bears.
    numbers = find_numbers(text)
    own = find_own_number(numbers, text)
    # 3. Whom it names; who is accused, who is harmed, who is whose relative.
    people = find_people(text, zones)
    mentions = sorted((m for p in people.values() for m in p.mentions), key=lambda m: m.start)
    civil = title.type in CIVIL
    suspects = [] if civil else find_suspects(people)
    named = frozenset(p.name for p in people.values() if is_named_victim(p))
    relations = find_relations(text, mentions, named)
    speaker = find_speaker(title.type, people)
    if speaker:
        relations += find_told_relations(text, mentions, speaker)
        if not is_victim(text, title.type, speaker, people, relations):
            speaker = None
    victims = _choose(
        people, zones_victims=find_victims(people, zones), relations=relations, speaker=speaker, civil=civil
    )
    # 4. What happened to each.
    names = tuple(p.name for p in victims)
    injuries = find_injuries(text, zones, mentions, frozenset(names))
    by_victim = injuries_by_victim(text, injuries, names)
    dead = {n for n, i in by_victim.items() if i.grade == "死亡"} | {p.name for p in victims if _is_called_dead(p)}
    victims = [p for p in victims if not (dead - {p.name} and p.name not in dead and is_only_plaintiff(p))]
    names = tuple(p.name for p in victims)
    charges = [] if civil else find_charges(text, zones)
    losses: dict[str, Loss] = {}
    if not civil and is_property_case(text, [c for _, _, c in charges]):
        losses = find_losses(text, zones, mentions, names)
    # 5. What was paid and forgiven, and whether the victim's side tells of hardship.
    suspect_names = tuple(p.name for p in suspects)
    hardship = find_hardship(text, zones, title.type, suspect_names, names)
    settled = settle_victims(clean, zones, names, relations, dead, suspect_names, title.type)
    # 6. All of it with spans of the given text.
    draft = Draft(
        clean=clean,
        title=title,
        day=find_day(text, zones, title.type),
        own=own,
        numbers=numbers,
        charges=charges,
        cause=find_cause(text) if civil or "民事" in title.type else None,
        people=people,
        mentions=mentions,
        suspects=suspects,
        victims=victims,
        relations=relations,
        injuries=by_victim,
        loose=[] if names else injuries,
        dead=dead,
        losses=losses,
        hardship=hardship,
        settled=settled,
        enforcement=read_enforcement(text, numbers, own[2] if own else None) if title.type in _ENFORCEMENT else None,
        civil=civil,
    )
    return build_paper(draft)


def _choose(
    people: dict[str, Person],
    *,
    zones_victims: list[Person],
    relations: list[Relation],
    speaker: str | None,
    civil: bool,
) -> list[Person]:
    """Victims without the relatives who only act for them, with the victim who speaks in the paper."""
    harmed = {p.name for p in zones_victims}
    acting = {
        r.name
        for r in relations
        if r.of in people and r.name != r.of and (r.of in harmed or is_named_victim(people[r.of]))
    }
    chosen = []
    for person in people.values():
        if person.name == speaker or (
            person.name in harmed
            and not (civil and not is_named_victim(person))
            and not (
                person.name in acting
                and (is_only_plaintiff(person) or not is_named_victim(person))
                and not is_hurt(person)
            )
        ):
            chosen.append(person)
    return chosen


def _is_called_dead(person: Person) -> bool:
    return any(m.left.word in ("死者", "亡者", "死亡者", "遇害人", "罹难者", "遇难者") for m in person.mentions)
