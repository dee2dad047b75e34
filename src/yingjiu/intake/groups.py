"""The column that says which group a row's person belongs to (人群类别 → 名册): words in a cell → kinds of record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_SPLIT: Final = re.compile(r"[、,，;；/|+\s和及]+")
_NOT: Final = frozenset("非未无不")


@dataclass(slots=True)
class GroupWords:
    """Words of a column of groups, longest first; keeps what it has read."""

    words: tuple[tuple[str, str], ...]
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def kinds_of(self, text: str) -> tuple[str, ...]:
        """Kinds named by a cell, empty when one of its words is unknown to all.

        A word inside a longer word does not count (低保 in 低保边缘), nor does one denied (非低保).
        """
        if text not in self.seen:
            parts = [p for p in _SPLIT.split(text) if p]
            kinds = [k for p in parts if (k := self._kind_of(p))]
            self.seen[text] = tuple(dict.fromkeys(kinds))
        return self.seen[text]

    def unknown_in(self, text: str) -> tuple[str, ...]:
        """Parts of a cell that name no kind."""
        return tuple(p for p in _SPLIT.split(text) if p and not self._kind_of(p))

    def _kind_of(self, text: str) -> str | None:
        for word, kind in self.words:
            place = text.find(word)
            if place >= 0:
                return None if place > 0 and text[place - 1] in _NOT else kind
        return None


def make_group_words(groups: Mapping[str, tuple[str, ...]]) -> GroupWords:
    """Arrange the 对照 of a source: kind → words."""
    pairs = [(word, kind) for kind, words in groups.items() for word in words]
    return GroupWords(tuple(sorted(pairs, key=lambda p: -len(p[0]))))
