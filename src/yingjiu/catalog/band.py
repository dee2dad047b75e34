"""Bands of a standard (幅度): at least, suggested, at most, as an office writes them: ``5 至 10，建议 8`` or one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

_BAND: Final = re.compile(
    r"(?P<low>[\d.,]+)\s*(?:(?:至|到|-|—|~|～)\s*(?P<high>[\d.,]+))?\s*(?:[，,;；]?\s*建议\s*(?P<point>[\d.,]+))?$"
)


@dataclass(frozen=True, slots=True)
class Band:
    """At least, suggested, at most."""

    low: Decimal
    suggested: Decimal
    high: Decimal


def read_number(text: str) -> Decimal | None:
    """A plain number of at most twelve digits, None for anything else (1.2.3, 三千, 1e5)."""
    bare = text.replace(",", "").replace("，", "").strip()
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", bare):
        return None
    return Decimal(bare)


def read_band(text: Any) -> Band | None:
    """``5 至 10，建议 8`` or one number; without 建议 the middle; None where it is none or runs backwards."""
    found = _BAND.match(str(text).strip().replace("，建议", ",建议"))
    if not found:
        return None
    low = read_number(found["low"])
    high = read_number(found["high"]) if found["high"] else low
    if low is None or high is None:
        return None
    point = read_number(found["point"]) if found["point"] else (low + high) / 2
    return Band(low, point, high) if point is not None and low <= point <= high else None
