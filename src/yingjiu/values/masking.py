"""Masking (遮盖) for terminal, logs and sheets: enough to tell lines apart, never the middle of a number."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.values.names import COMPOUND_SURNAMES

_LONG_NUMBER: Final = re.compile(r"\d{6}\d{6,11}[\dXx]|\d{11}")


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
    """An identity number with birth day and sequence hidden: area and last character stay.

    >>> mask_id("11010519491231002X")
    '110105********002X'
    """
    if not number:
        return ""
    return number[:6] + "*" * max(len(number) - 10, 0) + number[-4:] if len(number) > 10 else "*" * len(number)


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
