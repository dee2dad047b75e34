"""How elements are taken from records (要素取值): words, registers and days, from 取值.yml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.document import read_document
from yingjiu.catalog.grading import TAKINGS
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import UserFileError

_DAYS: Final = ("急需救治有效天数", "似急有效天数", "早于立案天数")
_LISTS: Final = (
    "生活必需的话", "亲属间罪名", "打击报复罪名", "互殴罪名", "拖欠罪名", "拖欠案由", "追索案由", "侵权案由",
    "监护缺失名册", "重病名册", "困难名册",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Takings:
    """The file 取值.yml: days by name, lists by name."""

    days: dict[str, int]
    lists: dict[str, tuple[str, ...]]

    def names(self, key: str, given: Iterable[str]) -> list[str]:
        """Of the given texts, those that are in the list of this name."""
        return [g for g in given if g in self.lists[key]]

    def hold(self, key: str, given: Iterable[str]) -> list[str]:
        """Of the given texts, those that hold a word of the list of this name."""
        return [g for g in given if any(word in g for word in self.lists[key])]


def read_takings(path: Path) -> Takings:
    """Read the file.

    Raises:
        UserFileError: with every problem.
    """
    return with_lines(lambda: _read(path))


def _read(path: Path) -> Takings:
    top = read_document(path)
    top.allow(("名称", *_DAYS, *_LISTS))
    days = {name: top.text(name, required=True) for name in _DAYS}
    for name, text in days.items():
        if not text.isdigit():
            top.refuse(f"“{name}”应写一个整数", name)
    lists = {name: top.texts(name) for name in _LISTS}
    if top.problems:
        raise UserFileError(top.problems)
    return Takings({name: int(text) for name, text in days.items()}, lists)


@cache
def shipped_takings() -> Takings:
    """The file that ships with the package."""
    return read_takings(CATALOG / "gradings" / TAKINGS)
