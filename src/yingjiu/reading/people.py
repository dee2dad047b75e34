"""Finds the persons a paper names (人物) and what stands around each mention of them (语境).

Role words before a name (被害人X, 证人X) and words behind it (X停放的, X的证言) are read by :mod:`cues`; lists (A、B)
share the word before the first and behind the last.
"""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.cues import QUARREL, Cue, cue_before, cue_behind, cue_table
from yingjiu.reading.lists import share
from yingjiu.reading.mentions import Mention, Person
from yingjiu.reading.roll import read_roll
from yingjiu.reading.suffering import harm_signs, read_suffering
from yingjiu.reading.tables import find_rows
from yingjiu.reading.zones import Zones

__all__ = ["Mention", "Person", "find_people"]

_WITH: Final = ("与", "和", "同", "跟")
_LISTED: Final = Cue("被害", 10, "表中人")
_OPPONENT: Final = Cue("被害", 3, "发生")
_ABUSED: Final = Cue("被害", 4, "实施")
# 对其继女X|多次实施猥亵
_TO: Final = re.compile(r"(?:对|将|把)[^，。；：、\n]{0,12}$")
_SUBJECTED: Final = re.compile(
    r"[^，。；：、\n]{0,10}?(?:实施|进行)(?:了)?(?:多次|强行|暴力)*(?:猥亵|强奸|奸淫|性侵|殴打|辱骂|虐待|拘禁|抢劫|伤害|威胁|敲诈|诈骗)"
)
_OPEN: Final = frozenset(["", "被害"])  # classes of the word behind a name that leave room for harm later on


def find_people(text: str, zones: Zones) -> dict[str, Person]:
    """All persons and organisations a paper names, each mention with its context; appended articles left out."""
    appended = zones.of("附录")
    body = text[: appended[0].start] if appended else text
    roll = read_roll(body)
    listed = find_rows(body)
    roll.names.update(row.name for row in listed)
    mentions = _locate(body, roll.names)
    cells = {row.start for row in listed}
    signs = harm_signs(body)
    for mention in mentions:
        _look_around(body, mention, signs)
        if mention.start in cells:
            mention.left = _LISTED
    share(body, mentions)
    people: dict[str, Person] = {}
    for mention in mentions:
        person = people.get(mention.name)
        if person is None:
            person = people[mention.name] = Person(mention.name, mention.name in roll.organisations)
        person.mentions.append(mention)
    return people


def _locate(text: str, names: set[str]) -> list[Mention]:
    """All places of all names; where one name is part of another, the longer one stands."""
    taken = bytearray(len(text) + 1)
    mentions = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        length, at = len(name), text.find(name)
        while at >= 0:
            end = at + length
            if not taken[at] and not taken[end - 1] and not (name[-1] == "某" and text[end : end + 1] == "某"):
                taken[at:end] = b"\x01" * length
                mentions.append(Mention(name, at, end))
            at = text.find(name, end)
    mentions += _torn(text, names, taken)
    return sorted(mentions, key=lambda m: m.start)


def _torn(text: str, names: set[str], taken: bytearray) -> list[Mention]:
    """Places where a line breaks a name that stands whole elsewhere (丁林 | 宁)."""
    mentions: list[Mention] = []
    if "\n" not in text:
        return mentions
    all_names = "|".join(names)
    tear = text.find("\n", 1)
    while tear >= 0:
        pair = text[tear - 1] + text[tear + 1 : tear + 2]
        if len(pair) == 2 and pair in all_names:
            _mend(text, tear, pair, names, taken, mentions)
        tear = text.find("\n", tear + 1)
    return mentions


def _mend(text: str, tear: int, pair: str, names: set[str], taken: bytearray, mentions: list[Mention]) -> None:
    """Adds the name whose characters ``pair`` stand on both sides of a line's end."""
    for name in names:
        cut = name.find(pair) + 1
        start, end = tear - cut, tear + 1 + len(name) - cut
        if cut and start >= 0 and text[start:tear] + text[tear + 1 : end] == name:
            if not any(taken[start:tear]) and not any(taken[tear + 1 : end]):
                taken[start:end] = b"\x01" * (end - start)
                mentions.append(Mention(name, start, end))
            break


def _look_around(text: str, mention: Mention, signs: list[int]) -> None:
    mention.left = cue_before(text, mention.start)
    mention.right = cue_behind(text, mention.end)
    if mention.left.kind == "亲属" and mention.left.word[0] == "其":
        before = cue_before(text, mention.start - len(mention.left.word))
        mention.left = before if before.kind == "侵害" else mention.left  # 殴打其妻X
    if mention.right.kind in _OPEN and mention.right.weight < 4 and (harm := read_suffering(text, mention, signs)).kind:
        mention.right = harm
    if mention.right.kind == "自称" and mention.left.kind in ("", "当事", "处置", "身份"):
        mention.left = cue_table("前")[0].get(mention.right.word, mention.left)
    if (
        mention.right.kind == ""
        and _SUBJECTED.match(text, mention.end)
        and _TO.search(text, max(mention.start - 14, 0), mention.start)
    ):
        mention.right = _ABUSED
    if mention.left.word in _WITH and QUARREL.match(text, mention.end):
        mention.right = _OPPONENT
