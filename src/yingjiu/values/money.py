"""Sums of money in Chinese papers and tables, read to exact yuan (元): 3万元, 1，297.51元, 人民币叁万元整, 3万2千元, 二十余万元.

A rate (100元/日, 每月500元) and a slip of the pen (66.72.66元) are no sums; 三万余元 is read as what is sure: 30000.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_TRANSLATE: Final = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_HAN_DIGIT: Final = (
    {c: i for i, c in enumerate("零一二三四五六七八九")}
    | {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
    | {"〇": 0, "两": 2, "貳": 2, "弍": 2}
)
_UNIT: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GREAT: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DIGITS: Final = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖貳弍"
_ALL: Final = _DIGITS + "十拾百佰千仟万萬亿億"
_ARABIC: Final = r"[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?"
# 3万 · 3万2千 · 3万五千 · 1500 · 三万二千 · 二十余万
_NUMBER: Final = (
    rf"{_ARABIC}(?:(?:余|多)?[亿億万萬千百])?(?:[\d０-９{_DIGITS}]千)?(?:[\d０-９{_DIGITS}]百)?|"
    rf"[{_DIGITS}十拾百佰千仟][{_ALL}]{{0,19}}(?:(?:余|多)[万萬亿億])?"
)
AMOUNT: Final = re.compile(
    rf"(?<![\d０-９{_ALL}])(?<![\d０-９][.．,， ])(?<!每[年月日天周])(?<!每个月)"
    rf"(?:人民币|现金|RMB|￥|¥)?\s?(?P<number>{_NUMBER})(?:余|多)?(?:元|圆|块)(?!\S?[/／每])"
)
_CELL: Final = re.compile(
    rf"(?:人民币|￥|¥|RMB)?(?:(?P<number>{_NUMBER}|[{_DIGITS}十拾百佰千仟][{_ALL}]{{20,39}})(?:元|圆|块)?|(?=[^元]角|.分))"
    rf"(?:(?P<jiao>[{_DIGITS}\d])角)?(?:零?(?P<fen>[{_DIGITS}\d])分)?(?:整|正)?(?:[(（].*[)）])?"
)
_TOKEN: Final = re.compile(rf"\d+(?:\.\d+)?|[{_ALL}]")
_TOO_MUCH: Final = Decimal(10) ** 15  # a longer row of digits is a number of something else
_CAPITAL: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, Decimal]]:
    """All sums in a text as (start, end, yuan), in order; what only looks like a sum is left out.

    >>> [str(a) for _, _, a in find_amounts("赔偿3万元,垫付1，297.5元,共人民币叁万伍仟元整")]
    ['30000', '1297.5', '35000']
    """
    found = []
    for m in AMOUNT.finditer(text, start, len(text) if end is None else end):
        value = _read(m["number"])
        if value is not None:
            found.append((m.start(), m.end(), value))
    return found


def read_amount(given: object) -> Decimal | None:
    """Yuan in one table cell (a number, 1,000.00, 3万, 叁万元), None when it is no sum."""
    text = str("" if given is None else given).strip().translate(_TRANSLATE).replace(" ", "")
    whole = _CELL.fullmatch(text)
    value = _read(whole["number"] or "零") if whole else None
    if whole is None or value is None:
        return None
    for part, scale in (("jiao", "0.1"), ("fen", "0.01")):
        if whole[part]:
            value += (_read(whole[part]) or Decimal(0)) * Decimal(scale)
    return _plain(value)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _read(number: str) -> Decimal | None:
    """Value of a number written in digits, in characters or in both; None when it is none."""
    text = re.sub("[,余多]", "", number.translate(_TRANSLATE))
    total = section = digit = Decimal(0)
    last_unit = 1  # what a digit at the end stands for: 三万二 is 32000, 一万零五 is 10005
    waiting = False
    for token in _TOKEN.findall(text):
        if token in _UNIT:
            section += (digit if waiting else 1) * _UNIT[token]
            last_unit, digit, waiting = _UNIT[token] // 10, Decimal(0), False
        elif token in _GREAT:
            total = (
                (total + section + digit) * _GREAT[token]
                if _GREAT[token] > 10**4
                else total + (section + digit) * 10**4
            )
            last_unit, section, digit, waiting = _GREAT[token] // 10, Decimal(0), Decimal(0), False
        elif token in _HAN_DIGIT:
            last_unit = 1 if waiting or not _HAN_DIGIT[token] else last_unit
            digit = digit * 10 + _HAN_DIGIT[token] if waiting else Decimal(_HAN_DIGIT[token])
            waiting = bool(waiting or digit)
        else:
            digit, waiting = Decimal(token), True
            last_unit = last_unit if len(token) == 1 else 1
    value = total + section + digit * last_unit
    return _plain(value) if value < _TOO_MUCH and _TOKEN.search(text) else None


def capital_amount(amount: Decimal) -> str:
    """A sum in the capital characters of decisions and receipts (大写), exact to the fen (half a fen rounds up).

    >>> capital_amount(Decimal("12500")), capital_amount(Decimal("10005.06"))
    ('人民币壹万贰仟伍佰元整', '人民币壹万零伍元零陆分')

    Raises:
        ValueError: the sum is negative, not finite, or sixteen digits or more before the point.
    """
    if not amount.is_finite() or amount < 0 or amount >= _TOO_MUCH:
        raise ValueError("只能写零元以上、一千万亿元以下的数额")
    fens = int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))
    yuan, jiao, fen = fens // 100, fens // 10 % 10, fens % 10
    words = _capital_integer(yuan) + "元" if yuan or not fens else ""
    if not jiao and not fen:
        return f"人民币{words}整"
    if jiao:
        words += f"{_CAPITAL[jiao]}角"
    elif yuan:
        words += "零"
    return f"人民币{words}{_CAPITAL[fen]}分" if fen else f"人民币{words}整"


def _capital_integer(number: int) -> str:
    """Digits with their places; a gap between written digits is one 零; 万亿 is so many 万 of 亿."""
    if number >= 10**8:
        head, rest = divmod(number, 10**8)
        gap = "零" if 0 < rest < 10**7 else ""
        return _capital_integer(head) + "亿" + gap + (_capital_integer(rest) if rest else "")
    words, zero = "", False
    for place in reversed(range(8)):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if zero else "") + _CAPITAL[digit] + _PLACES[place % 4]
            zero = False
        elif words:
            zero = True
        if place == 4 and words:
            words += "万"
    return words or "零"
