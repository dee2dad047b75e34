"""Edits of a text that keep, for each character left, where it stood in the given text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable

Edit = tuple[int, int, str]
"""start, end, new text: at most as long as what it replaces; its characters stand for the first ones replaced."""

Offsets = array  # array('I'): for each character (and the end) its offset in the given text

_NUMBERS: Offsets[int] = array("I", range(16_384))


def same_offsets(length: int) -> Offsets[int]:
    """The map of a text nothing was taken from; length + 1 entries."""
    if length < len(_NUMBERS):
        return _NUMBERS[: length + 1]
    return array("I", range(length + 1))


def apply_edits(text: str, offsets: Offsets[int], edits: Iterable[Edit]) -> tuple[str, Offsets[int]]:
    """Replace the named stretches.

    Args:
        text: the text as it is now.
        offsets: its map to the given text, len(text) + 1 entries.
        edits: sorted by start, not overlapping.

    Returns:
        The new text and its map.
    """
    out: list[str] = []
    kept: Offsets[int] = array("I")
    done = 0
    for start, end, new in edits:
        out.append(text[done:start])
        out.append(new)
        kept += offsets[done : start + len(new)]
        done = end
    if not out:
        return text, offsets
    out.append(text[done:])
    kept += offsets[done:]
    return "".join(out), kept


def edits_of(pattern: re.Pattern[str], text: str, new: Callable[[re.Match[str]], str | None]) -> list[Edit]:
    """One edit a match; `new` gives the text to put there, or None to leave it."""
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        words = new(match)
        if words is not None and words != match.group():
            edits.append((match.start(), match.end(), words))
    return edits
