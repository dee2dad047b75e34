"""Entries of a list (卷内目录, bookmarks) laid on the pages of a volume: one rising row, by title first, number second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from yingjiu.reading.contents import Entry
from yingjiu.reading.leaf import Leaf, bare_title
from yingjiu.reading.stamps import Anchor, bounds, longest_row

_SKIP: Final = -0.4
_NEAR: Final = {0: 2.0, 1: 0.6, 2: -1.0}
_FAR: Final = -2.5
_NONE: Final = -0.2


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry laid on a page (from 1): whether the titles agree (1 yes, 0 not told, -1 another), how far its number is off."""

    entry: Entry
    page: int
    match: int
    off: int | None


def align(
    entries: Sequence[Entry], leaves: Sequence[Leaf], own: Sequence[float], anchors: Sequence[Anchor], skip: int
) -> dict[int, Placed]:
    """For each page that an entry begins at, the entry.

    Args:
        entries: in order.
        leaves: all pages.
        own: how much each page itself looks like a beginning (about -4 to 4).
        anchors: known numbers of pages; where there are none, the titles that agree give them.
        skip: pages in front that hold no papers (cover, contents).
    """
    if not entries:
        return {}
    if not anchors:
        first = _laid(entries, leaves, own, (), skip)
        pairs = [(p.page, p.entry.first) for p in first if p.match == 1 and p.entry.first]
        anchors = longest_row([(page, number) for page, number in pairs if number is not None])
    return {placed.page: placed for placed in _laid(entries, leaves, own, anchors, skip)}


def _laid(
    entries: Sequence[Entry], leaves: Sequence[Leaf], own: Sequence[float], anchors: Sequence[Anchor], skip: int
) -> list[Placed]:
    """The best rising row: each entry on a page of its own, or on none."""
    limits = [bounds(anchors, page) for page in range(1, len(leaves) + 1)]
    count = len(leaves)
    best = [0.0] * (count + 1)  # best[p]: of the entries so far on the first p pages
    trace: list[list[int]] = []
    for entry in entries:
        new, choice = [0.0] * (count + 1), [0] * (count + 1)
        new[0] = best[0] + _SKIP
        for page in range(1, count + 1):
            stay = best[page] + _SKIP
            put = (
                best[page - 1] + _value(entry, leaves[page - 1], own[page - 1], limits[page - 1])
                if page > skip
                else -99
            )
            new[page], choice[page] = max((new[page - 1], -1), (stay, 0), (put, page))
        best = new
        trace.append(choice)
    return _traced(entries, leaves, limits, trace)


def _traced(
    entries: Sequence[Entry], leaves: Sequence[Leaf], limits: Sequence[Anchor], trace: list[list[int]]
) -> list[Placed]:
    placed: list[Placed] = []
    page = len(leaves)
    for entry, choice in zip(reversed(entries), reversed(trace), strict=True):
        while page > 0 and choice[page] == -1:
            page -= 1
        if page > 0 and choice[page] == page:
            match = agreement(entry.words, leaves[page - 1])
            placed.append(Placed(entry, page, match, _off(entry, limits[page - 1])))
            page -= 1
    return placed[::-1]


def _value(entry: Entry, leaf: Leaf, own: float, limits: tuple[int, int]) -> float:
    match = agreement(entry.words, leaf)
    off = _off(entry, limits)
    near = _NONE if off is None else _NEAR.get(off, _FAR)
    return (
        (0.0, 3.0, -2.5)[match] + near + max(-5.0, min(1.5, own)) * 0.6 + 0.8 * _shared(entry.words, leaf.words[:220])
    )


def _off(entry: Entry, limits: tuple[int, int]) -> int | None:
    """By how much an entry's number misses what the page can have."""
    if entry.first is None or limits == (0, 0):
        return None
    low, high = limits
    return max(low - entry.first, entry.first - high, 0)


def agreement(words: str, leaf: Leaf) -> int:
    """1: the page's title stands in the entry; -1: the page's title is known and another; 0: not told."""
    if leaf.title is None:
        return 0
    title = leaf.title.words
    short = bare_title(words)
    if title in words or (len(short) > 2 and title.endswith(short)) or _alike(title, short):
        return 1
    return -1 if leaf.title.known else 0


def _alike(title: str, words: str) -> bool:
    """Most pairs of letters of the title stand in the entry (a letter misread, an office before it)."""
    pairs = _pairs(title)
    return len(pairs) >= 3 and len(pairs & _pairs(words)) >= 0.7 * len(pairs)


def _shared(words: str, text: str) -> float:
    """Share of an entry's pairs of letters that stand on the page (names, kind)."""
    pairs = _pairs(words)
    return len(pairs & _pairs(text)) / len(pairs) if pairs else 0.0


@cache
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))
