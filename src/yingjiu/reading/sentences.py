"""Splits clean text into sentences (句): the unit in which who, what and how much stand together."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

# A sentence ends at 。;!? or at a new line; a closing quote or bracket after the mark belongs to it.
_END: Final = re.compile(r"[。；;！!？?\n](?:(?<=\n)\n*|[。；;！!？?]*[”’」）)]*)")
_CLOSING: Final = "”’」）)"
_BEFORE: Final = "。；;！？\n"
_NEAR: Final = 200
_LONG: Final = 10_000
# A clause ends at a comma too; the enumeration comma 、 does not end one.
_CLAUSE_END: Final = re.compile(r"[。；;！!？?，,：:\n](?:(?<=\n)\n*|[。；;！!？?，,：:]*[”’」]*)")


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
    return behind_last(_BEFORE, text, offset), _end_after(text, offset)


def behind_last(signs: str, text: str, offset: int) -> int:
    """The offset behind the last of some signs before ``offset``; 0 where none of them stands before it.

    Looks nearby first: most signs a sentence may begin behind stand close, but the rare ones would be looked for up to
    the text's start. In a long text the places of all are noted once, so that a text without any takes no square of its length.

    >>> behind_last("。；", "甲打乙。乙受伤；送医", 9)
    8
    """
    near = max(0, offset - _NEAR)
    found = -1
    for sign in signs:
        at = text.rfind(sign, found + 1 if found >= 0 else near, offset)
        if at >= 0:
            found = at
    if found >= 0 or not near:
        return found + 1
    if len(text) > _LONG:
        places = _places(signs, text)
        at = bisect_left(places, offset)
        return places[at - 1] + 1 if at else 0
    return max([text.rfind(sign, 0, near) for sign in signs]) + 1


def _end_after(text: str, offset: int) -> int:
    """Where the first end mark at or behind an offset ends."""
    if len(text) <= _LONG:
        found = _END.search(text, offset)
        return found.end() if found else len(text)
    last_signs, ends = _ends(text)
    number = bisect_left(last_signs, offset)
    return ends[number] if number < len(ends) else len(text)


@lru_cache(maxsize=8)
def _places(signs: str, text: str) -> list[int]:
    """Where any of some signs stands."""
    return [m.start() for m in re.finditer(f"[{signs}]", text)]


@lru_cache(maxsize=2)
def _ends(text: str) -> tuple[list[int], list[int]]:
    """The last sign of each end mark; where what belongs to it ends."""
    found = list(_END.finditer(text))
    return [m.end() - len(m[0]) + len(m[0].rstrip(_CLOSING)) - 1 for m in found], [m.end() for m in found]


def _split(mark: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    places, at = [], start
    for found in mark.finditer(text, start, end):
        places.append((at, found.end()))
        at = found.end()
    places.append((at, end))
    return [(s, e) for s, e in places if text[s:e].strip()]
