"""Where a list of grades begins that ends at a word (等级的列举): 一处八级、两处十级|伤残.

Such a list is a row of signs with a few words between. A pattern for it tries every way to cut a long number (the
twenty digits of a disability card before 残疾) into signs and words, which takes for ever; here each place is looked at once.
"""

from __future__ import annotations

import re
from typing import Final

SIGN: Final = r"(?:10|[IVX]{1,4}|[一二三四五六七八九十1-9ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ壹贰叁肆伍陆柒捌玖拾])"
"""One grade in any writing."""

_ONE: Final = frozenset("一二三四五六七八九十123456789ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ壹贰叁肆伍陆柒捌玖拾")
_ROMAN: Final = frozenset("IVX")
_LAST: Final = re.compile(rf"{SIGN}[）)]?级(?:的)?")
_LONGEST_LAST: Final = 7
_STOPS: Final = frozenset("，。；级")
_JOINTS: Final = frozenset("、和及，并")
_MOST_BETWEEN: Final = 6


def grades_before(text: str, low: int, at: int) -> int | None:
    """Where the list of grades begins that ends at ``at`` (一处|八级、两处十级|伤残), not before ``low``; None where none does.

    The first of all places from which signs, each with at most six signs that end no clause and one joint behind it,
    lead to a last grade (N级, N级的) that ends at ``at``.
    """
    if at <= low or text[at - 1] not in "级的":
        return None
    begins = {p for p in range(max(low, at - _LONGEST_LAST), at) if _LAST.fullmatch(text, p, at)}
    if not begins:
        return None
    for place in range(max(begins) - 1, low - 1, -1):
        if any(end in begins for end in _unit_ends(text, place, at)):
            begins.add(place)
    return min(begins)


def _unit_ends(text: str, begin: int, at: int) -> set[int]:
    """Where one sign with what may stand behind it may end."""
    ends = _sign_ends(text, begin, at)
    for optional in ("（(", "级", "）)"):
        ends |= {end + 1 for end in ends if end < at and text[end] in optional}
    reached: set[int] = set()
    for end in ends:
        reached.add(end)
        for place in range(end, min(end + _MOST_BETWEEN, at)):
            if text[place] in _STOPS:
                break
            reached.add(place + 1)
    return reached | {end + 1 for end in reached if end < at and text[end] in _JOINTS}


def _sign_ends(text: str, place: int, at: int) -> set[int]:
    if text[place] in _ONE:
        return {place + 1, place + 2} if text.startswith("10", place, at) else {place + 1}
    ends: set[int] = set()
    while place < at and text[place] in _ROMAN and len(ends) < 4:
        place += 1
        ends.add(place)
    return ends
