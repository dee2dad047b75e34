"""Places of the words of several word lists (词表里的词所在之处), all found in one pass over a text.

A list that takes part is a file of ``catalog/lexicons`` whose content is a list of entries, each a mapping with 词 (its
words) and whatever else its reader wants. A reader looks only around its spots: a paper that holds none of its words costs it nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.finder import find_words

LISTS: Final = ("伤害词", "事故词", "抚养词", "困难", "深入词", "关键词", "处理词")
"""The word lists whose words are looked for."""


class Spot(NamedTuple):
    """A word of a list at ``text[start:end]``."""

    start: int
    end: int
    entry: Mapping[str, Any]


@cache
def _words() -> tuple[AhoCorasick, list[list[tuple[str, Mapping[str, Any]]]]]:
    owners: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for name in LISTS:
        for entry in load_lexicon(name):
            for word in entry["词"]:
                owners.setdefault(word, []).append((name, entry))
    return AhoCorasick(owners), list(owners.values())


def find_spots(text: str) -> dict[str, list[Spot]]:
    """By list, the places of its words in the order of the text; words that overlap are all given."""
    finder, owners = _words()
    found: dict[str, list[Spot]] = {name: [] for name in LISTS}
    for index, start, end in find_words(finder, text, overlapping=True):
        for name, entry in owners[index]:
            found[name].append(Spot(start, end, entry))
    return found
