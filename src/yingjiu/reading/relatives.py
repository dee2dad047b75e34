"""Finds who is whose relative (近亲属): those who stand in the place of a dead victim, and who act for a minor.

Forms: X（系被害人Y之妻） · X,…,系Y的母亲 · 死者Y之妻X · 被害人近亲属X · 法定代理人X（系其母） · X与Y系夫妻关系.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final, NamedTuple

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.people import Mention

_ROLE: Final = (
    r"(?:本案|该案|案件|上述|已故)?的?(?:附带民事诉讼原告人|附带民事诉讼原告|被害人|受害人|死者|伤者|"
    r"死亡被害人|被害儿童)?"
)
# what may stand between a name and the name of the relative (系被害人 · 是 · ,系)
_IS: Final = re.compile(rf"[，,（(：:\s]*(?:系|是|为|即)?{_ROLE}$")
_LINK: Final = re.compile(rf"(?:系|是|为|[（(]){_ROLE}$")
_OF: Final = re.compile(rf"(?:{_ROLE})$")
_ACTS: Final = ("法定代理人", "监护人", "近亲属", "亲属", "家属")


class Relation(NamedTuple):
    """``name`` is the ``kin`` (妻, 父, 近亲属 …) of ``of``; the words stand at start…end."""

    name: str
    kin: str
    of: str
    start: int
    end: int


@cache
def _kin() -> dict[str, str]:
    table = {word: kin for kin, words in load_lexicon("亲属")["称谓"].items() for word in words}
    return table | {f"之{word}": kin for word, kin in table.items()} | {f"其{word}": kin for word, kin in table.items()}


@cache
def _after() -> re.Pattern[str]:
    """之妻 · 的母亲 · 父亲 behind a name, not 之子女 or 的家属院."""
    words = "|".join(sorted((w for w in _kin() if w[0] not in "之其"), key=len, reverse=True))
    return re.compile(rf"的?之?(?P<kin>{words})(?![子女性儿院]|亲属)")


@cache
def _pair() -> re.Pattern[str]:
    words = "|".join(load_lexicon("亲属")["双方"])
    return re.compile(rf"(?:二人)?(?:系|是|为)(?P<kin>{words})(?:关系)?")


_HIS: Final = re.compile(
    r"[，,（(]?(?:系|是)(?:其|被害人|受害人|未成年被害人)(?:之|"
    r"的)?(?P<kin>[\u4e00-\u9fff]{1,4}?)(?=[）)，,。；\n]|$)"
)


def find_relations(text: str, mentions: list[Mention], victims: frozenset[str]) -> list[Relation]:
    """All relations a paper states between persons it names, in order."""
    relations: list[Relation] = []
    starts = [m.start for m in mentions]
    for number, mention in enumerate(mentions):
        if mention.left.kind == "亲属" and mention.left.word.endswith(_ACTS):
            relations += _acting(text, mentions, number, victims)
        if text[mention.end : mention.end + 1] in _first_signs():
            relations += _kin_of(text, mentions, number, starts)
        if (
            number
            and text[mention.end : mention.end + 1] in _PAIR_SIGNS
            and (found := _pair().match(text, mention.end))
        ):
            relations += _paired(mentions, number, found)
        if relations and mention.left.kind == "亲属":
            relations += _next_kin(text, mention, relations)
    return relations


_PAIR_SIGNS: Final = frozenset("二系是为")
_ALSO: Final = re.compile(r"(?:[（(][^（）()\n]{0,80}[）)])?(?:、|，|和|及|以及|与)$")


def _next_kin(text: str, mention: Mention, relations: list[Relation]) -> list[Relation]:
    """死者Y之夫A、之女B: the second is of the same person as the first."""
    word = mention.left.word
    if not relations or mention.left.kind != "亲属" or word not in _kin() or word in _ACTS:
        return []
    last, begin = relations[-1], mention.start - len(word)
    if last.end <= begin <= last.end + 90 and last.name != mention.name and _ALSO.fullmatch(text, last.end, begin):
        return [Relation(mention.name, _kin()[word], last.of, mention.start, mention.end)]
    return []


@cache
def _first_signs() -> frozenset[str]:
    return frozenset({"之", "的"} | {word[0] for word in _kin()} - {"其"})


def _kin_of(text: str, mentions: list[Mention], number: int, starts: list[int]) -> list[Relation]:
    """Forms around one name: 系Y之妻 (the one before is the relative), Y之妻X (the one behind is)."""
    of = mentions[number]
    found = _after().match(text, of.end)
    if not found:
        return []
    kin = _kin()[found["kin"]]
    behind = bisect_left(starts, found.end())
    if behind < len(mentions) and mentions[behind].start == found.end():
        relations: list[Relation] = []
        for other in mentions[behind:]:
            if other.group != mentions[behind].group or (relations and "与" in text[relations[-1].end : other.start]):
                break
            relations.append(Relation(other.name, kin, of.name, of.start, other.end))
        return relations
    link = _LINK.search(text, max(of.start - 16, 0), of.start)
    # 附带民事诉讼原告人X,女,…,住清溪县。系被害人Y之妻: the block of a party goes on behind its full stop
    stop = link.start() - 1 if link and text[link.start() - 1 : link.start()] in ("。", "；") else of.start
    line = max(text.rfind("\n", 0, of.start), text.rfind("。", 0, stop), -1)
    if number and link and mentions[number - 1].start > line:
        one = mentions[number - 1]
        if one.name != of.name:
            return [Relation(one.name, kin, of.name, one.start, found.end())]
    return []


_INVERSE: Final = {
    "妻": "夫",
    "夫": "妻",
    "父": "子女",
    "母": "子女",
    "子": "父母",
    "女": "父母",
    "配偶": "配偶",
} | dict.fromkeys("兄弟姐妹", "兄弟姐妹")
_MY: Final = re.compile(r"(?:我(?:家|们)?(?:的)?|有[一二两三四五六\d]?(?:个|名|位)?)(?:亲生|大|小|亲|未成年的?)?$")
# what the wife or husband of the dead calls 女儿, 公公 … is of the dead, too
_SPOUSE: Final = frozenset(["妻", "夫", "配偶"])
_OF_SPOUSE: Final = {"子": "子", "女": "女", "公公": "父", "婆婆": "母", "岳父": "父", "岳母": "母"}
# 我系被害人Y的 · 本人是死者Y之
_I_AM: Final = re.compile(rf"(?:我|我们|本人)(?:就)?(?:系|是|为){_ROLE}$")


@cache
def _is_my() -> re.Pattern[str]:
    """陈秀珍是我妻子: the word of kin behind 是我."""
    words = "|".join(sorted(_kin(), key=len, reverse=True))
    return re.compile(rf"(?:就)?(?:是|系)我(?:的|家)?(?:大|小|亲)?(?P<kin>{words})(?![子女])")


def find_told_relations(text: str, mentions: list[Mention], speaker: str) -> list[Relation]:
    """Relations a first-person paper tells: 我妻子X, X是我妻子, 我是被害人X的母亲."""
    relations: list[Relation] = []
    for mention in mentions:
        if mention.name == speaker:
            continue
        word = mention.left.word.removesuffix("叫")
        if mention.left.kind == "亲属" and word in _kin():
            if word[0] == "其" or _is_mine(text, mention, relations):
                relations += _both(_kin()[word], mention, speaker)
        elif found := _is_my().match(text, mention.end):
            relations += _both(_kin()[found["kin"]], mention, speaker)
        elif _I_AM.search(text, max(mention.start - 20, 0), mention.start) and (
            kin := _after().match(text, mention.end)
        ):
            relations.append(Relation(speaker, _kin()[kin["kin"]], mention.name, mention.start, kin.end()))
    return relations + _through_spouse(relations, speaker)


def _is_mine(text: str, mention: Mention, relations: list[Relation]) -> bool:
    """Whether a word of kin is the speaker's own: 我妻子X, 还有公公X, or the next of such a list (、婆婆Y)."""
    begin = mention.start - len(mention.left.word)
    if _MY.search(text, max(begin - 7, 0), begin):
        return True
    return (
        bool(relations) and relations[-1].end <= begin and _ALSO.fullmatch(text, relations[-1].end, begin) is not None
    )


def _through_spouse(relations: list[Relation], speaker: str) -> list[Relation]:
    """The speaker's children and parents-in-law are children and parents of the husband or wife told of."""
    wed = next((r.of for r in relations if r.name == speaker and r.kin in _SPOUSE), None)
    if wed is None:
        return []
    known = {r.name for r in relations if r.of == wed} | {speaker, wed}
    return [
        r._replace(kin=_OF_SPOUSE[r.kin], of=wed)
        for r in relations
        if r.of == speaker and r.kin in _OF_SPOUSE and r.name not in known
    ]


def _both(kin: str, mention: Mention, speaker: str) -> list[Relation]:
    """The speaker's 妻 is X: X is the speaker's wife, the speaker is X's husband."""
    return [
        Relation(mention.name, kin, speaker, mention.start, mention.end),
        Relation(speaker, _INVERSE.get(kin, "近亲属"), mention.name, mention.start, mention.end),
    ]


def _acting(text: str, mentions: list[Mention], number: int, victims: frozenset[str]) -> list[Relation]:
    """被害人近亲属X, 法定代理人X（系其母）: of the victim named before in the paragraph or the one before."""
    one = mentions[number]
    if _OF.search(text, max(one.start - 20, 0), one.start) is None:
        return []
    after = text[one.end : one.end + 2]
    kin = "近亲属"
    if found := _HIS.search(text, one.end, min(one.end + 120, len(text))):
        kin = _kin().get(found["kin"], kin)
    elif "系" in after or (after[:1] in "（(" and "系" in text[one.end : one.end + 4]):
        return []  # the bracket names of whom
    before = [m for m in mentions[:number] if m.name in victims and m.name != one.name]
    if not before or "被告" in text[max(one.start - 10, 0) : one.start]:
        return []
    return [Relation(one.name, kin, before[-1].name, one.start, one.end)]


def _paired(mentions: list[Mention], number: int, found: re.Match[str]) -> list[Relation]:
    one, of = mentions[number - 1], mentions[number]
    if of.start - one.end > 12:
        return []
    kin = load_lexicon("亲属")["双方"][found["kin"]]
    return [
        Relation(one.name, kin, of.name, one.start, found.end()),
        Relation(of.name, kin, one.name, one.start, found.end()),
    ]
