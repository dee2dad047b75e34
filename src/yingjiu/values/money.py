"""Sums of money in Chinese papers and tables, read to exact yuan (元): 3万元, 1，297.51元, 人民币叁万元整, 二万元."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

_TRANSLATE: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_HAN_DIGIT: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"〇": 0, "两": 2, "貳": 2}
_HAN_UNIT: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_HAN: Final = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万萬亿"
AMOUNT: Final = re.compile(rf"(?:人民币|现金|RMB|￥|¥)?\s?(?P<number>\d[\d,，]*(?:[.．]\d+)?|[{_HAN}]{{1,20}})\s?(?P<unit>亿|万|千|百)?(?P<more>余|多)?(?:元|圆|块)(?!\S?[/／每])")


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, Decimal]]:
    """All sums in a text as (start, end, yuan), in order; what only looks like a sum is left out.

    >>> [str(a) for _, _, a in find_amounts("赔偿3万元,垫付1，297.5元,共人民币叁万伍仟元整")]
    ['30000', '1297.5', '35000']
    """
    found = []
    for m in AMOUNT.finditer(text, start, len(text) if end is None else end):
        value = _read(m["number"], m["unit"])
        if value is not None:
            found.append((m.start(), m.end(), value))
    return found


def read_amount(given: object) -> Decimal | None:
    """Yuan in one table cell (a number, 1,000.00, 3万, 叁万元), None when it is no sum."""
    text = str("" if given is None else given).strip().translate(_TRANSLATE).replace(" ", "")
    if not text:
        return None
    whole = re.fullmatch(rf"(?:人民币|￥|¥)?([\d,]+(?:\.\d+)?|[{_HAN}]+)(亿|万|千|百)?(?:元|圆)?整?", text)
    return _read(whole[1], whole[2]) if whole else None


def _read(number: str, unit: str | None) -> Decimal | None:
    number = number.translate(_TRANSLATE).replace(",", "")
    scale = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, None: 1}[unit]
    try:
        value = Decimal(number)
    except InvalidOperation:
        han = _read_han(number)
        if han is None:
            return None
        value = Decimal(han)
    return _plain(value * scale)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _read_han(number: str) -> int | None:
    total = section = digit = 0
    for c in number:
        if c in _HAN_DIGIT:
            digit = _HAN_DIGIT[c]
        elif c in _HAN_UNIT:
            section += (digit or 1) * _HAN_UNIT[c]
            digit = 0
        elif c in "万萬":
            total += (section + digit) * 10**4
            section = digit = 0
        elif c == "亿":
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            return None
    return total + section + digit
