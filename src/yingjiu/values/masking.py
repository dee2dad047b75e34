"""Masking (遮盖) for terminal, logs and sheets: enough to tell lines apart, never the middle of a number."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.values.names import COMPOUND_SURNAMES

# a long serial inside a case number (〔2022〕32993100035号) is no number of a person
_LONG_NUMBER: Final = re.compile(r"(?<!\d)(?<![〕）\])])\d{11,}[Xx]?|(?<=[〕）\])])\d{11,}[Xx]?(?![\dXx号])")


def mask_name(name: str) -> str:
    """A name with the given name hidden.

    >>> mask_name("张三"), mask_name("欧阳小明"), mask_name("")
    ('张某', '欧阳某某', '')
    """
    if len(name) < 2:
        return name
    kept = 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1
    return name[:kept] + "某" * min(len(name) - kept, 2)


def mask_id(number: str | None) -> str:
    """A number with its middle hidden: of an identity number the birth day, of a telephone number the four in the middle.

    >>> mask_id("11010519491231002X"), mask_id("13800138000"), mask_id("1234567")
    ('110105********002X', '138****8000', '*******')
    """
    if not number:
        return ""
    if len(number) < 11:
        return "*" * len(number)
    kept = 6 if len(number) >= 15 else 3
    return number[:kept] + "*" * (len(number) - kept - 4) + number[-4:]


def mask_address(address: str) -> str:
    """An address down to the township: what follows 乡, 镇 or 街道 is hidden."""
    found = re.match(r".*?(?:街道|镇|乡|苏木)", address)
    return (found[0] if found else address[:3]) + "***" if address else ""


def mask_text(text: str, names: tuple[str, ...] = ()) -> str:
    """A sentence with the given names and every long number masked."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            text = text.replace(name, mask_name(name))
    return _LONG_NUMBER.sub(lambda m: mask_id(m[0]), text)
