"""Whether the person of a row stands on the register now (在册、离册), since when and until when.

A status column decides; else a day of leaving; else an expired validity as of the day the list was made. What left is
history, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.catalog.source import HeaderWords
from yingjiu.intake.columns import Use
from yingjiu.intake.person import NO_NAME
from yingjiu.values.dates import read_day

_PERIOD: Final = re.compile(r"\s*(?:至|到|~|～|—|--|―|–)\s*")
_LEFT_IN_NOTE: Final = re.compile(r"已?(?:死亡|去世|病故|亡故|停保|停发|注销|迁出|清退|退出)")
_NOT_OF_PERSON: Final = re.compile(r"[父母妻夫子女配偶未不没拟将无]")
_OPEN_END: Final = re.compile(r"(?:起|始|止|至今|开始|之后|以后)$")
_EDGE: Final = re.compile(r"[\s()（）。.,,]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """State 在册/离册/不明, days in ISO, and a remark."""

    state: str = "在册"
    since: str | None = None
    until: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class StandingReader:
    """Reads the standing from a row; ``columns`` are (column, sort) in order, ``made_on`` the day the list was made."""

    columns: tuple[tuple[int, str], ...]
    left: frozenset[str]
    present: frozenset[str]
    on: str
    made_on: str | None

    def read(self, row: Sequence[str]) -> Standing:
        """The standing of a row."""
        state = since = until = remark = None
        expires = None
        for c, sort in self.columns:
            text = row[c] if c < len(row) else ""
            if not text or text in NO_NAME:
                continue
            if sort == "起始":
                since = since or _day(text)
            elif sort == "停止":
                until = until or _day(text)
                remark = remark if _day(text) or text in self.left else f"“{text}”不是日期,无法知道何时离开名册"
                if text in self.left:
                    state = state or "离册"
            elif sort == "期满":
                since, expires = self._read_period(text, since)
            else:
                state, remark = self._read_word(sort, text, state, remark)
        if state is None and until and until <= self.on:
            state = "离册"
        if state is None and expires and self.made_on and expires < self.made_on:
            state, remark = "离册", remark or "有效期已过,按已离开名册处理"
        return Standing(state or "在册", since, until or expires, remark)

    def _read_period(self, text: str, since: str | None) -> tuple[str | None, str | None]:
        ends = [d for d in (_day(p) for p in _PERIOD.split(text)) if d]
        if len(ends) == 2:
            return since or ends[0], ends[1]
        return since, ends[0] if ends else None

    def _read_word(self, sort: str, text: str, state: str | None, remark: str | None) -> tuple[str | None, str | None]:
        word = _EDGE.sub("", text)
        if sort == "状态":
            found = "离册" if word in self.left else "在册" if word in self.present else self._guess(word)
            if found is None:
                return state or "不明", remark or f"状态“{text}”不认识,按不明处理"
            return ("离册" if "离册" in {found, state} else found), remark
        if sort in {"是即离册", "是即在册"}:
            return self._read_yes(word, state, remark, yes_is_left=sort == "是即离册")
        if sort == "停止原因":
            return ("离册" if word in self.left or self._guess(word) == "离册" else state), remark
        if len(word) <= 20 and _LEFT_IN_NOTE.search(word) and not _NOT_OF_PERSON.search(word) and state != "离册":
            return "离册", remark or f"备注写明“{text}”,按已离开名册处理"
        return state, remark

    def _read_yes(
        self, word: str, state: str | None, remark: str | None, *, yes_is_left: bool
    ) -> tuple[str | None, str | None]:
        if word in {"是", "Y", "1", "√", "已"} or word in (self.left if yes_is_left else self.present):
            found = "离册" if yes_is_left else "在册"
        elif word in {"否", "N", "0", "×", "未", "不是"} or word in (self.present if yes_is_left else self.left):
            found = "在册" if yes_is_left else "离册"
        else:
            return state or "不明", remark or f"“{word}”不认识,是否在册按不明处理"
        return ("离册" if "离册" in {found, state} else found), remark

    def _guess(self, word: str) -> str | None:
        """A status with more words around it (因死亡停保): the known word in it, if only one side has one."""
        left = any(len(w) > 1 and w in word for w in self.left)
        present = any(len(w) > 1 and w in word for w in self.present)
        return None if left == present else "离册" if left else "在册"


def _day(text: str) -> str | None:
    """A day, also with the word that says it begins or ends something (2021年3月起)."""
    return read_day(text) or read_day(_OPEN_END.sub("", text))


def make_standing_reader(uses: Sequence[Use], words: HeaderWords, *, on: str, made_on: str | None) -> StandingReader:
    """A reader for the columns of one table.

    Args:
        uses: the use of each column.
        words: the shared words.
        on: the day of the run, ISO.
        made_on: the day the list was made, ISO, None when unknown.
    """
    sorts = {"状态", "是即离册", "是即在册", "起始", "停止", "期满", "停止原因", "备注"}
    columns = tuple((c, u.sort) for c, u in enumerate(uses) if u.sort in sorts)
    return StandingReader(columns, frozenset(words.lists["离册"]), frozenset(words.lists["在册"]), on, made_on)
