"""Identity numbers of invented people and the many ways offices type them (公民身份号码, GB 11643-1999)."""

from __future__ import annotations

import random
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_DIGITS = "10X98765432"
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def check_digit(first17: str) -> str:
    """The check digit of the first 17 digits.

    >>> check_digit("11010519491231002")
    'X'
    """
    return _DIGITS[sum(int(d) * w for d, w in zip(first17, _WEIGHTS, strict=True)) % 11]


def make_number(*, area: str, birth: date, serial: int) -> str:
    """An 18-digit number; odd serials are men, even ones women."""
    first17 = f"{area}{birth:%Y%m%d}{serial:03d}"
    return first17 + check_digit(first17)


def old_form(number: str) -> str:
    """The 15-digit form of before 1999 (only for people born in the 1900s)."""
    return number[:6] + number[8:17]


def type_number(rng: random.Random, number: str, *, odd: float = 0.12) -> str:
    """The number as some clerk typed it: the same person in every form.

    Forms: plain, lower-case x, full width, grouped by spaces, leading or trailing apostrophe, 15 digits.
    """
    if not number or rng.random() >= odd:
        return number
    form = rng.randrange(6)
    if form == 0:
        return number.lower()
    if form == 1:
        return number.translate(_WIDE)
    if form == 2:
        return f"{number[:6]} {number[6:14]} {number[14:]}"
    if form == 3:
        return "'" + number
    if form == 4:
        return number + " "
    return old_form(number) if number[6:8] == "19" and number[8:10] < "75" else number


def break_number(rng: random.Random, *, kind: str) -> str:
    """A number that no person can have: ``check``, ``month``, ``float`` or ``short``."""
    birth = date(rng.randint(1950, 1999), rng.randint(1, 12), rng.randint(1, 28))
    good = make_number(area="329931", birth=birth, serial=rng.randint(1, 998))
    if kind == "check":
        return good[:-1] + _DIGITS[(_DIGITS.index(good[-1]) + rng.randint(1, 9)) % 11]
    if kind == "month":
        return f"329931{birth:%y}70{birth:%d}{rng.randint(1, 998):03d}"
    if kind == "float":
        return f"3.29931E+{17}"
    return good[:16]
