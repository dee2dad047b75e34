"""Finds one person under two masked names in one paper (一人两名): the charge says 刘某乙, the finding 刘某丙.

Whoever masks a paper counts anew in each part (reading.md: 9 % of victims). Two victims are taken for one only where
everything agrees: the same surname and mask, one named in the charge alone and the other in the finding but not in the
charge, the same day and the same injury told of both, no third of that surname. Otherwise both stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from yingjiu.reading.injury import Injury
from yingjiu.reading.people import Person
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.zones import Zones

_MASKED: Final = re.compile("(.{1,2}某{1,2})[甲乙丙丁戊己庚辛壬癸A-Z0-9]{0,2}")
_DAY: Final = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")


def find_aliases(text: str, zones: Zones, victims: Sequence[Person], injuries: Mapping[str, Injury]) -> dict[str, str]:
    """The other name of a victim → the name that stands, that of the finding."""
    if not (zones.of("指控") and zones.of("查明")):
        return {}
    stems: dict[str, list[Person]] = {}
    for person in victims:
        if masked := _MASKED.fullmatch(person.name):
            stems.setdefault(masked[1], []).append(person)
    found = {}
    for pair in stems.values():
        for charged, stands in (pair, pair[::-1]) if len(pair) == 2 else ():
            if _is_same(text, zones, charged, stands, injuries):
                found[charged.name] = stands.name
    return found


def _is_same(text: str, zones: Zones, charged: Person, stands: Person, injuries: Mapping[str, Injury]) -> bool:
    one, other = ({zones.kind_at(m.start) for m in person.mentions} for person in (charged, stands))
    if one != {"指控"} or "指控" in other or "查明" not in other:
        return False
    grades = [injuries[p.name].grade for p in (charged, stands) if p.name in injuries]
    return len(grades) == 2 and grades[0] == grades[1] and bool(_days(text, charged) & _days(text, stands))


def _days(text: str, person: Person) -> set[str]:
    """Days named in the sentences that name a person."""
    days: set[str] = set()
    for mention in person.mentions:
        days.update(_DAY.findall(text, *sentence_at(text, mention.start)))
    return days


def merge_aliases(people: Mapping[str, Person], aliases: Mapping[str, str]) -> dict[str, Person]:
    """The people of a paper with the mentions of each alias given to the person whose name stands."""
    merged = {name: person for name, person in people.items() if name not in aliases}
    for alias, name in aliases.items():
        for mention in people[alias].mentions:
            mention.name = name
        merged[name].mentions = sorted([*people[alias].mentions, *merged[name].mentions], key=lambda m: m.start)
    return merged
