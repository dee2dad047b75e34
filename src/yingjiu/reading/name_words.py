"""Words a name is told by (姓名用字): surnames, characters of given names, what may follow a name, what is no name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.values.names import COMPOUND_SURNAMES

HAN: Final = "\u3400-\u9fff"
# Characters no given name holds: particles, pronouns and marks of grammar.
NEVER: Final = frozenset(
    "的了在被将把与及其们是从因该此又已我你他她它这那您等并却且或给让使均系拿偷盗窃骗抢打砍捅撞杀死伤某案男女岁犯罪未无仅已仍"
)

_BEFORE_MALE: Final = frozenset("若亚胜超冠如赛似亦一招盼引来带换思")  # 胜男 is a name, 王芳男 is a name and a sex


@cache
def surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Single surnames, compound surnames, and those single ones that are common words too."""
    lists = load_lexicon("姓氏")
    single = frozenset("".join(lists["单姓"].split()))
    return single, frozenset(lists["复姓"]) | COMPOUND_SURNAMES, frozenset(lists["兼用"]) & single


HAN_SIGN: Final = re.compile(rf"[{HAN}]")


@cache
def followers() -> tuple[frozenset[str], int]:
    """Words of two and more characters that may follow a name, and the length of the longest."""
    words = set(load_lexicon("名后词")["词"])
    for group in load_lexicon("人物语境")["后"].values():
        for some in group.values():
            words |= {str(w) for w in some}
    words = {w for w in words if len(w) > 1 and HAN_SIGN.match(w)}
    return frozenset(words), max(len(w) for w in words)


@cache
def letters() -> tuple[frozenset[str], frozenset[str]]:
    """Single characters that may follow a name, and characters common in given names."""
    lists = load_lexicon("名后词")
    return frozenset("".join(lists["字"].split())), frozenset("".join(lists["名用字"].split()))


def is_common(name: str) -> bool:
    """Whether all characters of a given name are common in given names and the whole is no known word."""
    _, given = letters()
    return all(c in given for c in name[2 if name[:2] in surnames()[1] else 1 :]) and is_no_word(name)


def may_end(name: str) -> bool:
    """Whether a form a mark ends is no word of its own (成年, 车主)."""
    words, _ = followers()
    banned = banned_words()
    return not (name in words or name in banned or name[:2] in words or name[:2] in banned)


def is_no_word(name: str) -> bool:
    """Whether no part of a form is a word that names never hold (成年, 车主, 被告)."""
    words, _ = followers()
    banned = banned_words()
    return not (name in words or name[:2] in words or name[1:] in words or name in banned or name[:2] in banned)


@cache
def banned_words() -> frozenset[str]:
    """Words that look like names and are none (非名)."""
    return frozenset(load_lexicon("名后词")["非名"])


def is_given(form: str) -> bool:
    """Whether all characters behind the first may stand in a given name."""
    if form.endswith("男") and form[-2:-1] in _BEFORE_MALE:
        form = form[:-1]
    return all("\u3400" <= c <= "\u9fff" and c not in NEVER for c in form[1:])


def follow_weight(text: str, at: int) -> float:
    """How well what stands here can follow a name: 2 a mark or a known word, 1 a particle, 0 nothing known."""
    if at >= len(text) or not "\u3400" <= text[at] <= "\u9fff":
        return 2.0
    words, _ = followers()
    for length in _follow_lengths().get(text[at], ()):
        if text[at : at + length] in words:
            return 2.0
    return 1.2 if text[at] in letters()[0] else 0.0


@cache
def _follow_lengths() -> dict[str, tuple[int, ...]]:
    """Lengths up to 4 of the words that may follow a name, by their first character."""
    lengths: dict[str, set[int]] = {}
    for word in followers()[0]:
        if len(word) <= 4:
            lengths.setdefault(word[0], set()).add(len(word))
    return {sign: tuple(some) for sign, some in lengths.items()}


@cache
def edges() -> tuple[tuple[str, ...], int]:
    """Ends of words and places after which a name may begin (村, 组, 家住, 的 …)."""
    lists = load_lexicon("名后词")["名前"]
    return tuple(lists), max(map(len, lists))
