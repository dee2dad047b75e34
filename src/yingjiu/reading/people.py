"""Finds the persons a paper names (人物) and what stands around each mention of them (语境).

Role words before a name (被害人X, 证人X) and words behind it (X停放的, X的证言) are read by :mod:`cues`; lists (A、B)
share the word before the first and behind the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from yingjiu.reading.cues import NO_CUE, Cue, cue_before, cue_behind, cue_table
from yingjiu.reading.roll import JOINT, SUM_JOINT, read_roll
from yingjiu.reading.tables import find_rows
from yingjiu.reading.zones import Zones

_SHARED: Final = frozenset(["被害", "嫌疑", "同案", "证人", "公职", "收赃", "身份", "侵害", "当事"])
# behind 与X: a quarrel or a crash makes X the other side, no companion
_QUARREL: Final = re.compile(
    r"(?:因|在|酒后|又|再次|之间)?[^，。]{0,12}(?:发生|产生|争吵|争执|口角|相撞|碰撞|厮打|扭打|理论|"
    r"达成|签订)"
)
_LOSERS: Final = ("被害", "侵害")
_WITH: Final = ("与", "和", "同", "跟")
_LISTED: Final = Cue("被害", 10, "表中人")
_OPPONENT: Final = Cue("被害", 3, "发生")


@dataclass(slots=True)
class Mention:
    """One place where a person is named, with the words before and behind; members of a list share ``group``."""

    name: str
    start: int
    end: int
    left: Cue = NO_CUE
    right: Cue = NO_CUE
    group: int = 0


@dataclass(slots=True)
class Person:
    """One name of a paper with all its mentions, in order."""

    name: str
    organisation: bool = False
    mentions: list[Mention] = field(default_factory=list)

    def has(self, kind: str) -> bool:
        """Whether a mention stands in this context, before or behind."""
        return any(m.left.kind == kind or (m.right.kind == kind and m.right.weight <= -99) for m in self.mentions)

    def first(self, kind: str) -> Mention | None:
        """The first mention with a role word of this class before it."""
        return next((m for m in self.mentions if m.left.kind == kind), None)


def find_people(text: str, zones: Zones) -> dict[str, Person]:
    """All persons and organisations a paper names, each mention with its context; appended articles left out."""
    appended = zones.of("附录")
    body = text[: appended[0].start] if appended else text
    roll = read_roll(body)
    listed = find_rows(body)
    roll.names.update(row.name for row in listed)
    mentions = _locate(body, roll.names)
    cells = {row.start for row in listed}
    for mention in mentions:
        _look_around(body, mention)
        if mention.start in cells:
            mention.left = _LISTED
    _share(body, mentions)
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


_NEXT: Final = re.compile(
    r"(?:[（(][^（）()\n]{0,60}[）)])?(?:、|及|以及|，以及|及其|和其)(?:车上|同车|车内|所?搭载的|所?载)?的?$"
)


def _is_next(text: str, before: Mention, mention: Mention) -> bool:
    """被害人A、被害人B · A及其车上乘坐人B: a list that names each one's role; what follows holds for all."""
    at = mention.start - len(mention.left.word)
    own = mention.left.kind in ("被害", "身份") and before.left.kind not in ("嫌疑", "同案", "证人", "公职")
    return own and at > before.end and bool(_NEXT.fullmatch(text, before.end, at))


_TEAR: Final = re.compile(r"(?<=([\u3400-\u9fff]))\n(?=([\u3400-\u9fff]))")


def _torn(text: str, names: set[str], taken: bytearray) -> list[Mention]:
    """Places where a line breaks a name that stands whole elsewhere (丁林 | 宁)."""
    mentions: list[Mention] = []
    if "\n" not in text:
        return mentions
    all_names = "|".join(names)
    for tear in _TEAR.finditer(text):
        pair = tear[1] + tear[2]
        if pair not in all_names:
            continue
        for name in names:
            cut = name.find(pair) + 1
            start, end = tear.start() - cut, tear.end() + len(name) - cut
            if cut and start >= 0 and text[start : tear.start()] + text[tear.end() : end] == name:
                if not any(taken[start : tear.start()]) and not any(taken[tear.end() : end]):
                    taken[start:end] = b"\x01" * (end - start)
                    mentions.append(Mention(name, start, end))
                break
    return mentions


def _look_around(text: str, mention: Mention) -> None:
    mention.left = cue_before(text, mention.start)
    mention.right = cue_behind(text, mention.end)
    if mention.right.kind == "自称" and mention.left.kind in ("", "当事", "处置", "身份"):
        mention.left = cue_table("前")[0].get(mention.right.word, mention.left)
    if mention.left.word in _WITH and _QUARREL.match(text, mention.end):
        mention.right = _OPPONENT


def _share(text: str, mentions: list[Mention]) -> None:
    """Lists: the word before the first and the word behind the last hold for all between."""
    for number, mention in enumerate(mentions):
        mention.group = number
    accused = {m.name for m in mentions if m.left.kind == "嫌疑"}
    harmed = {m.name for m in mentions if m.left.kind == "被害"} - accused
    for before, mention in pairwise(mentions):
        if mention.start - before.end > 64 or (before.left.kind == "嫌疑" and mention.name in harmed):
            continue  # 被告人A、B已达成协议, where B is the victim
        if _is_next(text, before, mention):
            mention.group = before.group
        elif _is_joined(text, before, mention):
            mention.group = before.group
            if before.left.kind in _SHARED:
                mention.left = before.left
            if before.left.kind == "被害" and mention.name not in accused:
                harmed.add(mention.name)
    for before, mention in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if before.group == mention.group and (before.right.kind == "" or before.right.word == "等"):
            before.right = mention.right


def _is_joined(text: str, before: Mention, mention: Mention) -> bool:
    """Whether two mentions are neighbours of one list; a suspect and his opponent are none."""
    joint = JOINT.fullmatch(text, before.end, mention.start)
    if joint is None:
        return before.left.kind in _LOSERS and bool(SUM_JOINT.fullmatch(text, before.end, mention.start))
    if joint[0][-1] in "，,":
        return False
    return not (joint[0][-1] in "和与" and before.left.kind == "嫌疑" and _QUARREL.match(text, mention.end))
