"""Masking (遮盖) for terminal, logs and sheets: enough to tell lines apart, never the middle of a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class MaskPiece:
    """A stretch of a text that is hidden, with what is shown instead."""

    start: int
    end: int
    shown: str


def mask_text(text: str, names: tuple[str, ...] = ()) -> str:
    """A sentence with the given names and every long number masked."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            text = text.replace(name, mask_name(name))
    return _LONG_NUMBER.sub(lambda m: mask_id(m[0]), text)


def mask_pieces(text: str, names: tuple[str, ...] = ()) -> list[MaskPiece]:
    """What ``mask_text`` hides, by place, for a text whose marks must move with it; in order, none overlapping.

    >>> [(p.start, p.end, p.shown) for p in mask_pieces("赵大山,电话13800138000", ("赵大山",))]
    [(0, 3, '赵某某'), (6, 17, '138****8000')]
    """
    numbers = [MaskPiece(m.start(), m.end(), mask_id(m[0])) for m in _LONG_NUMBER.finditer(text)]
    longest = sorted((n for n in dict.fromkeys(names) if len(n) > 1), key=len, reverse=True)
    found = []
    if longest:
        pattern = re.compile("|".join(map(re.escape, longest)))
        found = [MaskPiece(m.start(), m.end(), mask_name(m[0])) for m in pattern.finditer(text)]
    return sorted([*numbers, *found], key=lambda p: p.start)
