"""Finds words with an Aho-Corasick automaton in any text (逐字查找), also one that holds half characters."""

from __future__ import annotations

import re
from typing import Final

from ahocorasick_rs import AhoCorasick

_HALF: Final = re.compile("[\ud800-\udfff]")


def find_words(finder: AhoCorasick, text: str, *, overlapping: bool = False) -> list[tuple[int, int, int]]:
    r"""Every match as (number of the word, start, end); a half character (lone surrogate) matches nothing.

    >>> find_words(AhoCorasick(["盗窃"]), "\ud800盗窃罪")
    [(0, 1, 3)]
    """
    try:
        return finder.find_matches_as_indexes(text, overlapping=overlapping)
    except UnicodeEncodeError:
        return finder.find_matches_as_indexes(_HALF.sub("\ufffd", text), overlapping=overlapping)
