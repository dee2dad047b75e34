"""Finds the persons a paper names (人物) and what stands around each mention of them (语境).

Role words before a name (被害人X, 证人X, 被告人X) and words behind it (X停放的, X的证言, X（另案处理）) each carry a class
and a weight from the list 人物语境; lists (A、B和C) share the word before the first and behind the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.naming import NameReader, masked_at, masked_names
from yingjiu.reading.zones import Zones
from yingjiu.values.names import is_organisation

_NAMED_BY: Final = frozenset(["被害", "身份", "侵害", "嫌疑", "同案", "证人", "当事", "亲属", "收赃", "付款"])
_SURE: Final = frozenset(["被害", "嫌疑", "当事", "证人", "亲属"])
_HINTED: Final = frozenset(["身份", "付款"])
_WEAK: Final = frozenset(["侵害", "收赃", "同案"])
_SHARED: Final = frozenset(["被害", "嫌疑", "同案", "证人", "公职", "收赃", "身份", "侵害", "当事"])
_QUARREL: Final = re.compile(
    r"(?:因|在|酒后|又|再次|之间)?[^，。]{0,12}(?:发生|产生|争吵|争执|口角|相撞|碰撞|厮打|扭打|理论|"
    r"达成|签订)"
)
_BRACKET: Final = re.compile(r"[（(][^（）()\n]{0,60}[）)]")
_JOINT: Final = re.compile(r"(?:[（(][^（）()\n]{0,60}[）)])?(?:、|和|及|以及|与|[，,](?:以及|及)?)")
_GAP: Final = re.compile(r"[\s“\"：:]*$")
_ORGANISATION: Final = re.compile(
    r"[\u4e00-\u9fff（）()A-Za-z\d]{2,28}?(?:有限责任公司|有限公司|公司|合作社|商行|超市|酒店|宾馆|"
    r"饭店|村民委员会|村委会|学校|小学|中学|银行|支行|信用社|医院|厂|店|集团|"
    r"中心)(?=[，。、（(的\s：:]|$|内|仓库|停放|放置|财物|价值)"
)
_NO_ORGANISATION: Final = re.compile(r"[的在与将被到向把于从等]|停放|经营|报警|报案|进入|前往|所有|家属|我")


class Cue(NamedTuple):
    """One word beside a name: its class in the list and its weight."""

    kind: str
    weight: int
    word: str = ""


# 雷春生（受害方） · 夏建平（加害方）: the bracket says who it is
_ROLE_INSIDE: Final = re.compile(
    r"[（(](?:系)?(被害人|受害人|受害方|被害方|伤者|死者|犯罪嫌疑人|嫌疑人|被告人|加害方|加害人|"
    r"侵害方|肇事方|致害人|侵权人)(?:[，,、][^（）()]{0,30})?[）)]"
)
NO_CUE: Final = Cue("", 0)
_WITH: Final = ("与", "和", "同", "跟")
_OPPONENT: Final = Cue("被害", 3, "发生")


@dataclass(slots=True)
class Mention:
    """One place where a person is named, with the words before and behind."""

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


@cache
def _cues(side: str) -> tuple[dict[str, Cue], int]:
    table: dict[str, Cue] = {}
    for kind, groups in load_lexicon("人物语境")[side].items():
        for weight, words in groups.items():
            for word in words:
                text = str(word)
                if text not in table or abs(int(weight)) > abs(table[text].weight):
                    table[text] = Cue(kind, int(weight), text)
    return table, max(map(len, table))


@cache
def _front() -> tuple[AhoCorasick, tuple[Cue, ...]]:
    """Finder of the words behind which a name is read."""
    words = [cue for cue in _cues("前")[0].values() if cue.kind in _NAMED_BY or cue.kind == "公职"]
    return AhoCorasick([c.word for c in words], matchkind=MatchKind.LeftmostLongest), tuple(words)


@cache
def _back() -> tuple[AhoCorasick, tuple[Cue, ...]]:
    """Finder of the words before which a name is read (X停放, X家中, X受伤)."""
    kinds = ("被害", "伤亡", "谅解", "申请")
    words = [
        cue
        for cue in _cues("后")[0].values()
        if len(cue.word) > 1 and cue.kind in kinds and re.match("[\u4e00-\u9fff]", cue.word)
    ]
    words.append(Cue("被害", 3, "家"))
    return AhoCorasick([c.word for c in words], matchkind=MatchKind.LeftmostLongest), tuple(words)


@cache
def _not_names() -> frozenset[str]:
    return frozenset(load_lexicon("名后词")["非名"])


def find_people(text: str, zones: Zones) -> dict[str, Person]:
    """All persons and organisations a paper names, each mention with its context; appended articles left out."""
    appended = zones.of("附录")
    stop = appended[0].start if appended else len(text)
    body = text if stop == len(text) else text[:stop]
    reader = NameReader(body)
    names, organisations = _read_names(body, reader)
    mentions = _locate(body, names)
    for mention in mentions:
        mention.left = _left(body, mention.start)
        mention.right = _right(body, mention.end)
        if mention.right.kind == "自称" and mention.left.kind in ("", "当事", "处置", "身份"):
            mention.left = _cues("前")[0][mention.right.word]
        if mention.left.word in _WITH and _QUARREL.match(body, mention.end):
            mention.right = _OPPONENT
    _share(body, mentions)
    people: dict[str, Person] = {}
    for mention in mentions:
        person = people.get(mention.name)
        if person is None:
            person = people[mention.name] = Person(mention.name, mention.name in organisations)
        person.mentions.append(mention)
    return people


def _read_names(text: str, reader: NameReader) -> tuple[set[str], set[str]]:
    hidden = masked_names(text)
    names = {name for _, _, name in hidden}
    # A court that masks its people leaves few real names: weak words then mislead. Masked witnesses alone say nothing.
    masked = any("证人" not in text[max(start - 40, 0) : start] for start, _, _ in hidden)
    organisations: set[str] = set()
    finder, words = _front()
    banned = _not_names()
    for index, _, end in finder.find_matches_as_indexes(text):
        cue = words[index]
        if cue.kind == "公职" or (masked and cue.kind in _WEAK):
            continue
        at = _skip(text, end)
        while True:
            if _may_be_organisation(cue) and (found := _organisation_at(text, at)):
                organisations.add(found)
                names.add(found)
                at += len(found)
            elif (name := reader.at(at, sure=cue.kind in _SURE, hinted=cue.kind in _HINTED)) and name not in banned:
                names.add(name)
                at += len(name)
            else:
                break
            joint = _JOINT.match(text, at)
            if not joint or cue.kind not in _SURE:
                break
            at = _skip(text, joint.end())
            if text[at - 1] in "，," or _is_word(text, at):
                break
    if masked:
        return names, organisations
    finder, words = _back()
    for _, start, _ in finder.find_matches_as_indexes(text):
        at = start
        while (name := reader.before(at, names)) and name not in banned:
            names.add(name)
            at -= len(name) + 1
            if at < 2 or text[at] not in "、和及":
                break
    return names, organisations


def _may_be_organisation(cue: Cue) -> bool:
    return cue.kind in ("被害", "当事", "侵害") or cue.word in ("被告", "被告单位", "被执行人", "被申请人")


def _is_word(text: str, at: int) -> bool:
    """Whether a role word stands here: the list goes on with its own word."""
    table, longest = _cues("前")
    return any(text[at : at + n] in table and table[text[at : at + n]].kind in _NAMED_BY for n in range(longest, 1, -1))


def _skip(text: str, at: int) -> int:
    """Past colon, blank, quote, a bracket or a word of nation between role word and name."""
    for _ in range(3):
        if text[at : at + 1] in ("：", ":", " ", "“", "\t", "\u3000"):
            at += 1
        elif text[at : at + 1] in ("（", "(") and (found := _BRACKET.match(text, at)):
            at = found.end()
        elif text[at : at + 2] in ("姓名", "之一"):
            at += 2
        else:
            break
    return at


def _organisation_at(text: str, at: int) -> str | None:
    if masked_at(text, at):
        return None
    found = _ORGANISATION.match(text, at)
    if not found or len(found[0]) < 4 or not is_organisation(found[0]) or _NO_ORGANISATION.search(found[0]):
        return None
    return found[0]


def _locate(text: str, names: set[str]) -> list[Mention]:
    """All places of all names; where one name is part of another, the longer one stands."""
    taken = bytearray(len(text) + 1)
    mentions = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not taken[at] and not taken[end - 1] and not (name[-1] == "某" and text[end : end + 1] == "某"):
                taken[at:end] = b"\x01" * (end - at)
                mentions.append(Mention(name, at, end))
            at = text.find(name, end)
    return sorted(mentions, key=lambda m: m.start)


def _left(text: str, start: int) -> Cue:
    """The longest word of the list that ends where the name begins."""
    table, longest = _cues("前")
    at = start
    while at and text[at - 1] in ' ：:“\t"':
        at -= 1
    if (
        at
        and text[at - 1] in "）)"
        and (open_at := max(text.rfind("（", 0, at), text.rfind("(", 0, at))) >= max(at - 12, 0)
    ):
        if (cue := table.get(text[open_at + 1 : at - 1])) is not None and cue.kind in _SURE:
            return cue
        at = open_at
    for length in range(min(longest, at), 0, -1):
        if (cue := table.get(text[at - length : at])) is not None:
            return cue
    return NO_CUE


def _right(text: str, end: int) -> Cue:
    """The longest word of the list that begins where the name ends, a bracket in between allowed."""
    if text[end : end + 1] == "（" and (inside := _ROLE_INSIDE.match(text, end)):
        return Cue("自称", 0, inside[1])
    table, longest = _cues("后")
    for at in (end, _past_bracket(text, end)):
        if at < 0:
            break
        for length in range(longest, 0, -1):
            if (cue := table.get(text[at : at + length])) is not None:
                return cue
    return NO_CUE


def _past_bracket(text: str, end: int) -> int:
    if text[end : end + 1] in ("（", "(") and (found := _BRACKET.match(text, end)):
        return found.end()
    return -1


def _share(text: str, mentions: list[Mention]) -> None:
    """Lists: the word before the first and the word behind the last hold for all between."""
    for number, mention in enumerate(mentions):
        mention.group = number
    for before, mention in pairwise(mentions):
        joint = _JOINT.fullmatch(text, before.end, mention.start)
        if not joint:
            continue
        sign = joint[0][-1]
        if sign in "，,":
            continue
        if sign in "和与" and before.left.kind == "嫌疑" and _QUARREL.match(text, mention.end):
            continue
        mention.group = before.group
        if before.left.kind in _SHARED:
            mention.left = before.left
    for before, mention in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if before.group == mention.group and (before.right.kind == "" or before.right.word in ("等",)):
            before.right = mention.right
