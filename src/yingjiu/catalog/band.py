"""Bands of a standard (幅度): at least, suggested, at most, as an office writes them: ``5 至 10，建议 8`` or one number.

Full-width signs, 五至十 and 五万元 are read; what is no number is refused by the caller, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from yingjiu.values.money import read_amount

_HAN: Final = "零〇一二两三四五六七八九十百千万亿"
_ONE: Final = rf"(?:[\d.,，．]+|[{_HAN}])[{_HAN}]*"
_UNIT: Final = "(?:元|倍|分)?"
_BAND: Final = re.compile(
    rf"(?P<low>{_ONE}){_UNIT}\s*(?:(?:至|到|-|－|–|—|~|～)\s*(?P<high>{_ONE}){_UNIT})?"
    rf"\s*(?:[，,;；、]?\s*建议\s*(?P<point>{_ONE}){_UNIT})?"
)
_NUMBER: Final = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_MIXED: Final = re.compile(rf"(?!.*[一二两三四五六七八九]{{2}})(?:\d{{1,12}}(?:\.\d{{1,6}})?)?[{_HAN}]{{1,12}}")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Band:
    """At least, suggested, at most."""

    low: Decimal
    suggested: Decimal
    high: Decimal

    @classmethod
    def of(cls, value: Decimal) -> Band:
        """One value as a band."""
        return cls(value, value, value)


def read_number(text: str) -> Decimal | None:
    """A number of at most twelve digits, also 三十六, 5万 and １，２００; None for anything else (1.2.3, 1e5, 两三万).

    >>> read_number("１，２００"), read_number("三十六"), read_number("1.2.3")
    (Decimal('1200'), Decimal('36'), None)
    """
    if len(text) > _LONGEST:
        return None
    bare = text.replace(",", "").replace("，", "").replace("．", ".").strip()
    if _NUMBER.fullmatch(bare):
        return Decimal(bare)
    return read_amount(bare) if _MIXED.fullmatch(bare) else None


def read_band(text: Any) -> Band | None:
    """``5 至 10，建议 8`` or one number; without 建议 the middle; None where it is none or runs backwards."""
    given = str(text).strip()
    found = _BAND.fullmatch(given) if len(given) <= _LONGEST else None
    if not found:
        return None
    low = read_number(found["low"])
    high = read_number(found["high"]) if found["high"] else low
    if low is None or high is None:
        return None
    point = read_number(found["point"]) if found["point"] else (low + high) / 2
    return Band(low, point, high) if point is not None and low <= point <= high else None
