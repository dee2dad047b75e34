"""Keywords of the fourth step of weidu (深入词): which classes and situations the material of a lead tells of.

One pass over a text; a word that a negation stands before does not count. The appendix of statutes and cited articles do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon

HINT: Final = "线索提示"
_APPENDIX: Final = re.compile(r"附.{0,6}法律条文|相关法律条文")
_LAW: Final = re.compile(r"第[一二三四五六七八九十百零〇\d]+条|附[:：]?相关法律|附.{0,6}法律条文")


@cache
def _words() -> tuple[AhoCorasick, list[tuple[str, str, str]], re.Pattern[str], frozenset[str]]:
    table = load_lexicon("深入词")
    rows = [
        (word, group, finding)
        for group, findings in table["词类"].items()
        for finding, ws in findings.items()
        for word in ws
    ]
    finder = AhoCorasick([r[0] for r in rows], matchkind=MatchKind.LeftmostLongest)
    negation = re.compile("(?:" + "|".join(map(re.escape, table["否定"])) + r").{0,3}$")
    return finder, rows, negation, frozenset(table["不否定的词"])


def find_keywords(text: str) -> dict[str, tuple[str, ...]]:
    """For each "词类" and "情形" found the sentences that tell of it (at most three each).

    >>> sorted(find_keywords("致其重伤二级，现无力承担医疗费。"))
    ['人身损害', '伤残死亡', '急需救治且无力承担', '教育医疗']
    """
    finder, rows, negation, kept = _words()
    found: dict[str, list[str]] = {}
    cut = _APPENDIX.search(text)
    appendix = cut.start() if cut else len(text)
    for index, start, end in finder.find_matches_as_indexes(text):
        word, group, finding = rows[index]
        if start >= appendix or (word not in kept and negation.search(text[max(0, start - 5) : start])):
            continue
        sentence = _around(text, start, end)
        if _LAW.search(sentence):
            continue
        for name in (group, finding):
            quotes = found.setdefault(name, [])
            if name != HINT and len(quotes) < 3 and sentence not in quotes:
                quotes.append(sentence)
    found.pop(HINT, None)
    return {name: tuple(q) for name, q in found.items()}


def merge_keywords(many: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Findings of several texts together."""
    out: dict[str, tuple[str, ...]] = {}
    for one in many:
        for name, quotes in one.items():
            out[name] = tuple(dict.fromkeys((*out.get(name, ()), *quotes)))[:3]
    return out


def _around(text: str, start: int, end: int) -> str:
    head = max(text.rfind(sign, 0, start) for sign in "。;；！？\n") + 1
    tails = [p for sign in "。;；！？\n" if (p := text.find(sign, end)) >= 0]
    return text[head : min(tails, default=len(text) - 1) + 1].strip()[:200]
