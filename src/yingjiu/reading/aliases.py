"""Finds one person under two names in one paper (一人两名): 曾用名, a mask counted anew, a mask beside the real name.

Whoever masks a paper counts anew in each part (reading.md: 9 % of victims): the charge says 刘某乙, the finding 刘某丙.
Two victims are taken for one only where everything agrees: the same surname and mask, one named in the charge alone and
the other in the finding but not in the charge, the same day and the same injury told of both, no third of that surname.
刘某 and 刘建国 are one where the paper names no other 刘, never both in one sentence, and no harm that differs.
Otherwise both stay.
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
_HIDES: Final = re.compile("(.{1,2})某{1,2}")
_DAY: Final = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
# （曾用名金小凤） · ，又名毛桂英 · （绰号“三姐”，化名：王琳）
_ALSO: Final = re.compile(
    r"[（(，,][^（）()。；\n]{0,24}?(?:曾用名|又名|化名|别名|原名|小名|乳名|绰号|也叫|又叫)(?:为|叫)?[：:“\"]?$"
)
_REACH: Final = 34


def find_aliases(
    text: str, zones: Zones, people: Mapping[str, Person], victims: Sequence[Person], injuries: Mapping[str, Injury]
) -> dict[str, str]:
    """The other name of a victim → the name that stands: the one it follows, the real one, or that of the finding."""
    found = _told(text, people, victims)
    found |= {hidden: name for hidden, name in _unmasked(text, people, victims, injuries).items() if hidden not in found}
    if zones.of("指控") and zones.of("查明"):
        for alias, name in _counted_anew(text, zones, victims, injuries).items():
            found.setdefault(alias, name)
    return {alias: name for alias, name in found.items() if name not in found}


def _told(text: str, people: Mapping[str, Person], victims: Sequence[Person]) -> dict[str, str]:
    """Names a paper itself calls another name of a victim."""
    named = {victim.name for victim in victims}
    found: dict[str, str] = {}
    for name, person in people.items():
        mention = person.mentions[0]
        if mention.left.kind in ("嫌疑", "被害") or not _ALSO.search(
            text, max(mention.start - _REACH, 0), mention.start
        ):
            continue
        before = [m for p in victims if p.name != name for m in p.mentions if m.end <= mention.start]
        last = max(before, key=lambda m: m.start, default=None)
        if last and last.name in named and _ALSO.match(text, last.end, mention.start):
            found[name] = last.name
    return found


def _unmasked(
    text: str, people: Mapping[str, Person], victims: Sequence[Person], injuries: Mapping[str, Injury]
) -> dict[str, str]:
    """A victim's masked name → the real one of the only other person of that surname."""
    found: dict[str, str] = {}
    for hidden in victims:
        masked = _HIDES.fullmatch(hidden.name)
        same = [p for p in people.values() if masked and p.name != hidden.name and p.name.startswith(masked[1])]
        if len(same) != 1 or "某" in same[0].name or same[0].organisation or same[0] not in victims:
            continue
        grades = {injuries[p.name].grade for p in (hidden, same[0]) if p.name in injuries}
        if len(grades) <= 1 and not _stand_together(text, hidden, same[0]):
            found[hidden.name] = same[0].name
    return found


def _stand_together(text: str, one: Person, other: Person) -> bool:
    """Whether a sentence names both."""
    begun = {sentence_at(text, mention.start)[0] for mention in one.mentions}
    return any(sentence_at(text, mention.start)[0] in begun for mention in other.mentions)


def _counted_anew(
    text: str, zones: Zones, victims: Sequence[Person], injuries: Mapping[str, Injury]
) -> dict[str, str]:
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
