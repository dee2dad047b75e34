"""Citizen identity numbers (公民身份号码): what was typed → one normal form, or why it cannot be used.

Follows GB 11643-1999 (18 digits, ISO 7064 MOD 11-2 check character) and its 15-digit forerunner. The area code is
never a reason to refuse: abolished codes stay in old numbers (law.md §5.4).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Final

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９Ｘｘ＊Ｅｅ＋．", "0123456789XX*EE+.")
_NOISE: Final = re.compile(r"[\s'‘’`\"“”\u200b\ufeff\u00a0_-]+")
_SCIENTIFIC: Final = re.compile(r"^\d(?:\.\d+)?E\+?\d+$")
_MASKED: Final = re.compile(r"^[\dX]*\*[\dX*]*$")
_TIMES_SIGN: Final = re.compile(r"^(\d{17})×$")
_FORM: Final = re.compile(r"^[0-9]{17}[0-9X]$")
_NOTHING: Final = frozenset({"", "无", "不详", "/", "NULL", "NONE", "NAN", "暂无", "无证", "未知"})
_LOST: Final = "证件号码被表格软件当成数字(科学计数法),末几位已丢失,请按文本格式重新导出"
_EXACT_IN_A_CELL: Final = 10**15


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number read from a cell or a paper.

    ``value`` is the 18-character normal form, or None when the number cannot be used; ``problem`` then says why, in
    Chinese. ``given`` is empty when nothing was given at all, which is no problem.
    """

    given: str
    value: str | None
    problem: str | None = None

    @property
    def birth(self) -> date | None:
        """Birth date written in the number."""
        return birth_of(self.value) if self.value else None

    @property
    def sex(self) -> str | None:
        """Sex by the sequence number: odd 男, even 女."""
        return sex_of(self.value) if self.value else None


def check_character(first17: str) -> str:
    """Check character of the first 17 digits.

    >>> check_character("11010519491231002")
    'X'
    """
    return _CHECK[sum(map(mul, map(int, first17), _WEIGHTS)) % 11]


def birth_of(number: str) -> date | None:
    """Birth date of an 18-character number, None when that day does not exist or is impossible for a living record."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return born if 1870 <= born.year <= 2099 else None


def sex_of(number: str) -> str:
    """Sex of an 18-character number by its 17th digit."""
    return "男" if int(number[16]) % 2 else "女"


def read_id(given: object) -> IdNumber:
    """Read whatever an office typed as an identity number.

    Spaces, apostrophes, full-width digits and a lower-case x are cleaned; 15 digits become 18; a number that lost
    digits to a spreadsheet (3.29921E+17, a numeric cell of 18 digits) or that is impossible is reported, never repaired.

    >>> read_id("１１０１０５ 19491231002x").value
    '11010519491231002X'
    >>> read_id("110105491231002").value
    '11010519491231002X'
    """
    text = _as_text(given)
    number = _bare(text)
    if number in _NOTHING:
        return IdNumber(given=text.strip() if number else "", value=None)
    if _SCIENTIFIC.match(number) or (isinstance(given, (int, float)) and given >= _EXACT_IN_A_CELL):
        return IdNumber(text, None, _LOST)
    if len(number) == 15 and number.isdigit():
        return _read_old(text, number)
    problem = _problem_of(number)
    return IdNumber(text, None if problem else number, problem)


def _bare(text: str) -> str:
    """The characters of the number: half width, upper case, a times sign at the end read as X, elsewhere as a mask."""
    if len(text) == 18 and text.isascii() and text.isalnum():
        return text.upper()
    number = _NOISE.sub("", text).translate(_FULL_WIDTH).upper()
    return _TIMES_SIGN.sub(r"\1X", number).replace("×", "*")


def _problem_of(number: str) -> str | None:
    """Why 18 characters cannot be a number, in Chinese; None when they can."""
    if _MASKED.match(number):
        return "证件号码被遮盖,不能用来认人"
    if not _FORM.match(number):
        return f"证件号码应为18位,这里是{len(number)}位或含有其他字符"
    if birth_of(number) is None:
        return "证件号码里的出生日期不存在"
    if check_character(number[:17]) != number[17]:
        return _LOST if number.endswith("000") else "证件号码的校验码不对,可能有一位写错"
    return None


def _as_text(given: object) -> str:
    if given is None:
        return ""
    if isinstance(given, float):
        return str(int(given)) if given.is_integer() and abs(given) < _EXACT_IN_A_CELL else f"{given:.5E}"
    return str(given)


def _read_old(text: str, number: str) -> IdNumber:
    body = number[:6] + "19" + number[6:]
    if birth_of(body) is None:
        return IdNumber(text, None, "15位证件号码里的出生日期不存在")
    return IdNumber(text, body + check_character(body))
