"""Days as offices type them, read to ISO text with the precision given (1990, 1990-02, 1990-02-04).

Never guessed: two-digit years, 民国, 农历 and days that do not exist (20210230) are no day.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

_HALF: Final = str.maketrans("０１２３４５６７８９－．／：·", "0123456789-./:.")
_HAN_DIGITS: Final = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○Ｏ0OoО◯", "0")
_TIME: Final = r"(?:[\sT]*(?:星期|周)[一二三四五六日天])?(?:[\sT]*(?:[上下]午|凌晨|晚上?)?\s?\d{1,2}[:时点].*)?"
_FORMS: Final = (
    re.compile(rf"^(\d{{4}})\s?[-./年]\s?(\d{{1,2}})\s?[-./月]\s?(\d{{1,2}})\s?[日号.]?{_TIME}$"),
    re.compile(r"^(\d{4})\s?[-./年]\s?(\d{1,2})\s?月?份?$"),
    re.compile(r"^(\d{4})(\d{2})(\d{2})(?:\.0|\d{6})?$"),
    re.compile(r"^(\d{4})(\d{2})(?:\.0)?$"),
    re.compile(r"^(\d{4})\s?年?(?:\.0)?$"),
)
_YEAR: Final = r"([〇○零ＯOoО◯0一二三四五六七八九]{4})年"
_SMALL: Final = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
_HAN_DAY: Final = re.compile(rf"{_YEAR}{_SMALL}月{_SMALL}[日号]")
_HAN_MONTH: Final = re.compile(rf"{_YEAR}(?:{_SMALL}月)?")
DAY_IN_TEXT: Final = re.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_EXCEL_EPOCH: Final = date(1899, 12, 30)


def read_day(given: object) -> str | None:
    """ISO text of a day typed in any usual form, to the precision given; None when it is no day.

    >>> read_day("2021.3"), read_day("2021年03月5日"), read_day("20210305"), read_day(44260)
    ('2021-03', '2021-03-05', '2021-03-05', '2021-03-05')
    """
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return _read_number(given)
    text = str(given or "").strip().strip("'‘’").translate(_HALF)
    for form in _FORMS:
        if found := form.match(text):
            return _iso(*(int(g) for g in found.groups()))
    if found := re.fullmatch(r"(\d{5})(?:\.\d+)?", text):
        return _read_number(int(found[1]))
    if found := _HAN_DAY.fullmatch(text):
        return read_han_day(found)
    if found := _HAN_MONTH.fullmatch(text):
        year = _han_year(found[1])
        return _iso(year, _small_number(found[2])) if found[2] else _iso(year)
    return None


def read_han_day(found: re.Match[str]) -> str | None:
    """ISO text of 二〇二一年三月五日 (a match of three groups)."""
    return _iso(_han_year(found[1]), _small_number(found[2]), _small_number(found[3]))


def find_days(text: str) -> list[tuple[int, int, str]]:
    """All full days in a text as (start, end, ISO), in order."""
    days = [(m.start(), m.end(), _iso(int(m[1]), int(m[2]), int(m[3]))) for m in DAY_IN_TEXT.finditer(text)]
    days += [(m.start(), m.end(), read_han_day(m)) for m in _HAN_DAY.finditer(text)]
    return sorted((s, e, d) for s, e, d in days if d)


def _read_number(given: float) -> str | None:
    if given != given or abs(given) > 1e9:
        return None
    if 19000101 <= given <= 21001231 or 190001 <= given <= 210012:
        return read_day(str(int(given)))
    if 1900 <= given <= 2100:
        return str(int(given))
    if 7000 <= given < 80000:
        return (_EXCEL_EPOCH + timedelta(days=int(given))).isoformat()
    return None


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not 1870 <= year <= 2100 or (day and not month):
        return None
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _han_year(han: str) -> int:
    return int("".join(_HAN_DIGITS[c] for c in han))


def _small_number(han: str) -> int:
    """十二 → 12; 99 (no month, no day) when it is no number up to 31."""
    if han.isdigit() and han.isascii():
        return int(han)
    if "十" not in han:
        return int(_HAN_DIGITS[han]) if len(han) == 1 else 99
    tens, _, ones = han.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return 99
    return (int(_HAN_DIGITS[tens]) if tens else 1) * 10 + (int(_HAN_DIGITS[ones]) if ones else 0)
