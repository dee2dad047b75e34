"""Stamped page numbers of a volume (卷内页码): one rising row of numbers through the file, some missing or misread.

Backs are numbered too but blank backs are not scanned, so that from one page to the next the number rises by one or two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

Anchor = tuple[int, int]
"""A page of the file (from 1) and its number in the volume."""

_LEAST: Final = 4
_SHARE: Final = 0.45
_REACH: Final = 12


def find_stamps(candidates: Sequence[Sequence[int]]) -> tuple[Anchor, ...]:
    """The longest row of numbers that fits, where most pages have one; else nothing.

    Args:
        candidates: for each page the numbers that may be its stamp.
    """
    pairs = [(page, number) for page, numbers in enumerate(candidates, 1) for number in numbers]
    row = longest_row(pairs)
    if len(row) < max(_LEAST, _SHARE * len(candidates)):
        return ()
    return row


def longest_row(pairs: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The most pairs, each later page with a number higher by one or two a page; ``pairs`` in order of pages."""
    best: list[tuple[int, int]] = []  # length, place of the one before
    for at, (page, number) in enumerate(pairs):
        length, before = 1, -1
        for other in range(at - 1, -1, -1):
            old_page, old_number = pairs[other]
            if page - old_page > _REACH:
                break
            if page > old_page and page - old_page <= number - old_number <= 2 * (page - old_page):
                longer = best[other][0] + 1
                length, before = (longer, other) if longer > length else (length, before)
        best.append((length, before))
    if not best:
        return ()
    at = max(range(len(best)), key=lambda n: best[n][0])
    row = []
    while at >= 0:
        row.append(pairs[at])
        at = best[at][1]
    return tuple(reversed(row))


def filled(anchors: Sequence[Anchor], pages: int) -> tuple[int | None, ...]:
    """The number of each page; pages between two known ones get theirs where only one fits."""
    return tuple(low if low == high else None for low, high in (bounds(anchors, p) for p in range(1, pages + 1)))


def bounds(anchors: Sequence[Anchor], page: int) -> tuple[int, int]:
    """Least and greatest number a page can have; (0, 0) where it cannot be told."""
    at = bisect_right(anchors, (page, 10**6))
    before = anchors[at - 1] if at else None
    after = anchors[at] if at < len(anchors) else None
    if before is not None and before[0] == page:
        return before[1], before[1]
    lows, highs = [], []
    if before is not None:
        lows.append(before[1] + page - before[0])
        highs.append(before[1] + 2 * (page - before[0]))
    if after is not None:
        highs.append(after[1] - (after[0] - page))
        lows.append(after[1] - 2 * (after[0] - page))
    if not lows or min(highs) < 1:
        return 0, 0
    return max(1, *lows), min(highs)
