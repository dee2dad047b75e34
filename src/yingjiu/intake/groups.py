"""The column that says which group a row's person belongs to (人群类别 → 名册): words in a cell → kinds of record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

_SPLIT: Final = re.compile(r"[、,，;；/|+\s和及]+")
# No word may be put together from others: a row of such words could be cut in more ways than can be tried.
_BEFORE: Final = "原|已|现|享受|城乡|城市|城镇|农村|居民|社会|分散|集中|散居|一般|持证|建档|登记|纳入|其他|贫困|困难"
_AFTER: Final = "户|家庭|对象|人员|人口|成员|群众|居民|供养|救助|保障|监测|儿童|重病|重残|类|人|者|证|学生|职工"
_AROUND: Final = re.compile(rf"(?:{_BEFORE})*\|(?:{_AFTER})*(?:[(（].{{1,12}}[)）])?|(?:{_BEFORE})*\|")
_ASKED: Final = re.compile(r"^是否(?:为|属于|是|享受|纳入|持证)?")
YES: Final = frozenset({"是", "√", "✓", "✔", "☑", "Y", "y", "有", "1", "对", "属于"})
NO: Final = frozenset({"否", "×", "✗", "☐", "□", "N", "n", "无", "0", "-", "/", "不是", "非"})
MARKS: Final = YES | NO
_KNOWN: Final = 0.8
_NOT: Final = frozenset("非未无不")


@dataclass(slots=True)
class GroupWords:
    """Words of a column of groups, longest first; keeps what it has read."""

    words: tuple[tuple[str, str], ...]
    seen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    strict: dict[str, bool] = field(default_factory=dict)

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

    def names_kind(self, text: str) -> bool:
        """Whether a cell is the name of a kind and nothing else (原建档立卡户), not a word that holds one (低保贫困户)."""
        if text not in self.strict:
            parts = [p for p in _SPLIT.split(text) if p]
            self.strict[text] = bool(parts) and all(self._is_word(p) for p in parts)
        return self.strict[text]

    def _is_word(self, text: str) -> bool:
        return any(w in text and _AROUND.fullmatch(text.replace(w, "|", 1)) for w, _ in self.words)

    def _kind_of(self, text: str) -> str | None:
        for word, kind in self.words:
            place = text.find(word)
            if place >= 0:
                return None if place > 0 and text[place - 1] in _NOT else kind
        return None


def find_group_column(groups: GroupWords, columns: Sequence[int], rows: Sequence[Sequence[str]]) -> int | None:
    """The column, of some, whose cells are names of at least two kinds in most rows, whatever its header says.

    Args:
        groups: the words of kinds.
        columns: columns that hold no person.
        rows: some of the data.
    """
    best: tuple[float, int] | None = None
    for c in columns:
        values = [row[c] for row in rows if c < len(row)]
        known = {v for v in set(values) if v and len(v) <= 30 and groups.names_kind(v)}
        share = sum(v in known for v in values) / len(values) if values else 0.0
        several = {k for v in known for k in groups.kinds_of(v)}
        if share >= _KNOWN and len(several) > 1 and (best is None or share > best[0]):
            best = share, c
    return best[1] if best else None


def find_marked_groups(groups: GroupWords, headers: Mapping[int, str], rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Columns (of some, with their headers) that mark with yes or no who belongs to a kind: 是否低保, 残疾人(√).

    Empty unless two kinds or more are marked.
    """
    out: dict[int, str] = {}
    for c, header in headers.items():
        word = _ASKED.sub("", header)
        values = {row[c] for row in rows if c < len(row)} - {""}
        if word and values and values <= MARKS and values & YES and groups.names_kind(word):
            out[c] = groups.kinds_of(word)[0]
    return out if len(set(out.values())) > 1 else {}


def make_group_words(groups: Mapping[str, tuple[str, ...]]) -> GroupWords:
    """Arrange the 对照 of a source: kind → words."""
    pairs = [(word, kind) for kind, words in groups.items() for word in words]
    return GroupWords(tuple(sorted(pairs, key=lambda p: -len(p[0]))))
