"""Splits clean text into sentences (句): the unit in which who, what and how much stand together."""

from __future__ import annotations

import re
from typing import Final

# A sentence ends at 。;!? or at a new line; a closing quote or bracket after the mark belongs to it.
_END: Final = re.compile(r"[。；;！!？?]+[”’」）)]*|\n+")
# A clause ends at a comma too; the enumeration comma 、 does not end one.
_CLAUSE_END: Final = re.compile(r"[。；;！!？?，,：:]+[”’」]*|\n+")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Places of the sentences between two offsets, end marks included, blank ones left out.

    >>> split_sentences("甲打乙。乙受伤；送医")
    [(0, 4), (4, 8), (8, 10)]
    """
    return _split(_END, text, start, len(text) if end is None else end)


def split_clauses(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Places of the clauses (ended by a comma as well) between two offsets."""
    return _split(_CLAUSE_END, text, start, len(text) if end is None else end)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence that holds an offset, without scanning the whole text."""
    start = max(text.rfind(mark, 0, offset) for mark in "。；;！？\n") + 1
    found = _END.search(text, offset)
    return start, found.end() if found else len(text)


def _split(mark: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    places, at = [], start
    for found in mark.finditer(text, start, end):
        places.append((at, found.end()))
        at = found.end()
    places.append((at, end))
    return [(s, e) for s, e in places if text[s:e].strip()]
