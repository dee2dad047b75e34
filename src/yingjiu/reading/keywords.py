"""Keywords of the fourth step of weidu (深入词): which classes and situations the material of a lead tells of.

A word that a negation stands before does not count; nor do the appendix of statutes and cited articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from yingjiu.reading.sentences import behind_last
from yingjiu.reading.spots import Spot, find_spots
from yingjiu.reading.terms import is_negated, longest

HINT: Final = "线索提示"
LIST: Final = "深入词"
_APPENDIX: Final = re.compile(r"附.{0,6}法律条文|相关法律条文")
_LAW: Final = re.compile(r"第[一二三四五六七八九十百零〇\d]+条|附[:：]?相关法律|附.{0,6}法律条文")
_MOST: Final = 3
_SHOWN: Final = 200


def find_keywords(text: str) -> dict[str, tuple[str, ...]]:
    """For each "词类" and "情形" found the sentences that tell of it (at most three each).

    >>> sorted(find_keywords("致其重伤二级，现无力承担医疗费。"))
    ['人身损害', '伤残死亡', '急需救治且无力承担', '教育医疗']
    """
    return keywords_of(text, find_spots(text)[LIST])


def keywords_of(text: str, spots: Sequence[Spot]) -> dict[str, tuple[str, ...]]:
    """The same where the places of the words are known."""
    found: dict[str, list[str]] = {}
    if not spots:
        return {}
    cut = _APPENDIX.search(text)
    appendix = cut.start() if cut else len(text)
    for start, end, entry in longest(spots):
        names = [n for n in (entry["类"], entry["情形"]) if n != HINT and len(found.get(n, ())) < _MOST]
        if not names or start >= appendix or is_negated(text, start):
            continue
        sentence = _around(text, start, end)
        if _LAW.search(sentence):
            continue
        for name in names:
            quotes = found.setdefault(name, [])
            if sentence not in quotes:
                quotes.append(sentence)
    return {name: tuple(q) for name, q in found.items()}


def merge_keywords(many: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Findings of several texts together."""
    out: dict[str, tuple[str, ...]] = {}
    for one in many:
        for name, quotes in one.items():
            out[name] = tuple(dict.fromkeys((*out.get(name, ()), *quotes)))[:_MOST]
    return out


def _around(text: str, start: int, end: int) -> str:
    head = behind_last("。;；！？\n", text, start)
    limit = min(head + 2 * _SHOWN, len(text))  # more of a sentence is never shown
    tails = [p for sign in "。;；！？\n" if (p := text.find(sign, end, limit)) >= 0]
    return text[head : min(tails, default=limit - 1) + 1].strip()[:_SHOWN]
