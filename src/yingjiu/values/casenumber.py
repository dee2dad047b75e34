"""Case numbers (案号、受理号、文书号): one written form for every way they are typed.

A number is compared in its normal form: half-width digits, full-width brackets as the office writes them are folded to
〔〕, no spaces, no 第, no leading zeros. ``display`` keeps the bracket the issuing organ uses: （ ） for courts, 〔 〕 else.
"""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_OPEN, _CLOSE = r"[（(〔［\[【﹝{]", r"[）)〕］\]】﹞}]"
_HAN: Final = r"[\u4e00-\u9fa5]"

COURT_PATTERN: Final = rf"{_OPEN}\s?(?:19|20)\d\d\s?{_CLOSE}\s?{_HAN}{{1,4}}?\d{{0,4}}{_HAN}{{1,8}}?第?\d{{1,6}}号(?:之[一二三四五六七八九十])?"
_PREFIX: Final = r"(?:(?![以据按由的为对经向与和及院号第一见])[\u4e00-\u9fa5]){2,14}?"
OFFICE_PATTERN: Final = rf"{_PREFIX}\s?{_OPEN}\s?(?:19|20)\d\d\s?{_CLOSE}\s?第?\d{{1,6}}号"
CASE_NUMBER: Final = re.compile(f"{COURT_PATTERN}|{OFFICE_PATTERN}")
_BRACKETED: Final = re.compile(rf"{_OPEN}((?:19|20)\d\d){_CLOSE}")
_SERIAL: Final = re.compile(r"第?0*(\d+)号")


def normalise_case_number(given: object) -> str | None:
    """One form for one number, None when the cell holds no number.

    >>> normalise_case_number("(2022)苏9921 刑初 0443号")
    '（2022）苏9921刑初443号'
    >>> normalise_case_number("青检刑诉受[2021]1号")
    '青检刑诉受〔2021〕1号'
    """
    text = re.sub(r"\s+", "", str(given or "")).translate(_DIGITS)
    if not text or text in {"无", "/", "-", "不详", "暂无"}:
        return None
    text = _SERIAL.sub(r"\1号", text)
    found = _BRACKETED.search(text)
    if not found:
        return text
    brackets = "（{}）" if found.start() == 0 else "〔{}〕"
    return text[: found.start()] + brackets.format(found[1]) + text[found.end() :]


def find_case_numbers(text: str) -> list[tuple[int, int, str]]:
    """All case numbers in a text as (start, end, normal form), in order."""
    return [(m.start(), m.end(), n) for m in CASE_NUMBER.finditer(text) if (n := normalise_case_number(m[0]))]


def is_court_number(number: str) -> bool:
    """Whether a normal form is a court's number (（年份）…号)."""
    return number.startswith("（")
