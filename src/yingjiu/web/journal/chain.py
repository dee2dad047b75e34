"""The chain of the journal （防篡改链）: each entry's mark is made from the one before and a key that is not in the database."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

START: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the chain sees it."""

    number: int
    told: Mapping[str, Any]
    mark: str


def derive_key(secret: str) -> bytes:
    """The chain's own key from the workbench's secret."""
    return hmac.new(secret.encode(), b"yingjiu journal", hashlib.sha256).digest()


def mark_of(key: bytes, before: str, number: int, told: Mapping[str, Any]) -> str:
    """The mark of an entry."""
    text = json.dumps([before, number, told], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def head_mark(key: bytes, number: int, mark: str) -> str:
    """The mark of the head, which tells how far the chain goes, so that its end cannot be cut off."""
    return mark_of(key, mark, number, {"head": True})


def find_breaks(key: bytes, links: Iterable[Link], last: tuple[int, str, str]) -> list[str]:
    """Where the chain does not hold, in words; ``last`` is number, mark and own mark of the head."""
    found, before, expected = [], START, 1
    for link in links:
        if link.number != expected:
            found.append(f"第 {expected} 条到第 {link.number - 1} 条被移走")
        elif not hmac.compare_digest(mark_of(key, before, link.number, link.told), link.mark):
            found.append(f"第 {link.number} 条被改过，或它的前一条被改过")
        before, expected = link.mark, link.number + 1
    number, mark, own = last
    if not hmac.compare_digest(head_mark(key, number, mark), own):
        found.append("链尾记录被改过")
    if expected - 1 < number:
        found.append(f"第 {expected} 条到第 {number} 条被移走")
    elif (expected - 1, before) != (number, mark):
        found.append("链尾与最后一条对不上")
    return found
