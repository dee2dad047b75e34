"""The words beside a name that tell who it is (语境词): role words before it, what happens to it behind it.

The list 人物语境 gives each word a class (被害, 嫌疑, 证人, 侵害 …) and a weight; the longest word counts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon

# Classes behind whose words a name is read; those sure that one follows; those that only hint at one.
NAMING: Final = frozenset(["被害", "身份", "侵害", "嫌疑", "同案", "证人", "当事", "亲属", "收赃", "付款"])
SURE: Final = frozenset(["被害", "嫌疑", "当事", "证人", "亲属"])
FIRM: Final = frozenset(["被害", "嫌疑"])
HINTED: Final = frozenset(["身份", "付款"])
WEAK: Final = frozenset(["侵害", "收赃", "同案"])
_BEFORE_NAME: Final = ("被害", "伤亡", "谅解", "申请", "关系")

BRACKET: Final = re.compile(r"[（(][^（）()\n]{0,120}[）)]")
# 雷春生（受害方） · 夏建平（加害方）: the bracket says who it is
_ROLE_INSIDE: Final = re.compile(
    r"[（(](?:系)?(被害人|受害人|受害方|被害方|伤者|死者|犯罪嫌疑人|嫌疑人|被告人|加害方|加害人|"
    r"侵害方|肇事方|致害人|侵权人)(?:[，,、][^（）()]{0,30})?[）)]"
)
# behind 与X: a quarrel or a crash makes X the other side, no companion
QUARREL: Final = re.compile(
    r"(?:因|在|酒后|又|再次|之间)?[^，。]{0,12}(?:发生|产生|争吵|争执|口角|相撞|碰撞|厮打|扭打|理论|"
    r"达成|签订)"
)
_BLANKS: Final = frozenset(' ：:“\t"')


class Cue(NamedTuple):
    """One word beside a name: its class in the list and its weight."""

    kind: str
    weight: int
    word: str = ""


NO_CUE: Final = Cue("", 0)


@cache
def cue_table(side: str) -> tuple[dict[str, Cue], tuple[int, ...]]:
    """Words of one side (前, 后) and the lengths they have, longest first."""
    table: dict[str, Cue] = {}
    for kind, groups in load_lexicon("人物语境")[side].items():
        for weight, words in groups.items():
            for word in map(str, words):
                if word not in table or abs(int(weight)) > abs(table[word].weight):
                    table[word] = Cue(kind, int(weight), word)
    return table, tuple(sorted({len(word) for word in table}, reverse=True))


@cache
def _lengths(side: str, *, ends: bool) -> dict[str, tuple[int, ...]]:
    """Lengths of a side's words, longest first, by their last or first two signs: most places need no slice."""
    lengths: dict[str, set[int]] = {}
    for word in cue_table(side)[0]:
        lengths.setdefault(word[-2:] if ends else word[:2], set()).add(len(word))
    return {pair: tuple(sorted(some, reverse=True)) for pair, some in lengths.items()}


@cache
def front_finder() -> tuple[AhoCorasick, tuple[Cue, ...]]:
    """Finder of the words behind which a name is read, and of those that only keep a name from being read (公职)."""
    words = [cue for cue in cue_table("前")[0].values() if cue.kind in NAMING or cue.kind == "公职"]
    return AhoCorasick([c.word for c in words], matchkind=MatchKind.LeftmostLongest), tuple(words)


@cache
def back_finder() -> AhoCorasick:
    """Finder of the words before which a name is read (X停放, X家中, X受伤)."""
    table = cue_table("后")[0].values()
    words = [c.word for c in table if len(c.word) > 1 and c.kind in _BEFORE_NAME and "\u4e00" <= c.word[0] <= "\u9fff"]
    return AhoCorasick([*words, "家"], matchkind=MatchKind.LeftmostLongest)


def cue_before(text: str, start: int) -> Cue:
    """The longest word of the list that ends where a name begins; colon, quote and a bracket in between are passed."""
    table = cue_table("前")[0]
    at = start
    while at and text[at - 1] in _BLANKS:
        at -= 1
    if at and text[at - 1] in "）)":
        opened = max(text.rfind("（", 0, at), text.rfind("(", 0, at))
        if opened >= max(at - 12, 0):
            inside = table.get(text[opened + 1 : at - 1])
            if inside is not None and inside.kind in SURE:
                return inside  # 甲方（被害人）:X
            at = opened
    for length in _lengths("前", ends=True).get(text[at - 2 : at] if at > 1 else text[:at], ()):
        if length <= at and (cue := table.get(text[at - length : at])) is not None:
            return cue
    return table.get(text[at - 1 : at], NO_CUE) if at else NO_CUE


def cue_behind(text: str, end: int) -> Cue:
    """The longest word of the list that begins where a name ends, a bracket in between allowed."""
    opened = text[end : end + 1] in ("（", "(")
    if opened and (inside := _ROLE_INSIDE.match(text, end)):
        return Cue("自称", 0, inside[1])
    if cue := _longest_at(text, end):
        return cue
    if opened and (bracket := BRACKET.match(text, end)):
        return _longest_at(text, bracket.end()) or NO_CUE
    return NO_CUE


def _longest_at(text: str, at: int) -> Cue | None:
    table = cue_table("后")[0]
    for length in _lengths("后", ends=False).get(text[at : at + 2], ()):
        if (cue := table.get(text[at : at + length])) is not None:
            return cue
    return table.get(text[at : at + 1])


def stands_role_word(text: str, at: int) -> bool:
    """Whether a role word stands here: a list goes on with its own word."""
    table = cue_table("前")[0]
    for length in _lengths("前", ends=False).get(text[at : at + 2], ()):
        if length > 1 and (cue := table.get(text[at : at + length])) is not None and cue.kind in NAMING:
            return True
    return False
