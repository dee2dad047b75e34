"""The list of contents of a volume (卷内目录): which papers, in which order, at which stamped page.

Rows are 序号 责任者 文号 题名 日期 页号 备注, one a line, at times with cells a line each, recognised from a scan or glued
together; pages are starts or ranges, at times wrong by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_NAMED: Final = re.compile(r"^(?:案?卷内?)?(?:文件|材料|文书|案卷)?目录(?:表|清单)?$|^卷宗?内?目录")
_HEADER: Final = re.compile(r"序号|顺序号|编号")
_COLUMNS: Final = re.compile(r"题名|标题|名称|责任者|文号|页号|页码|页次|起止页|备注")
_DAY: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:[.\-/年]\s?\d{1,2}(?:[.\-/月]\s?\d{1,2}日?)?|(?:0\d|1[0-2])(?:[0-2]\d|3[01])(?!\d))[日月]?"
)
_CASE: Final = re.compile(r"\S*[〔（(\[]\s?(?:19|20)\d\d\s?[）)〕\]]\S{0,12}号?")
_PAGES: Final = re.compile(
    r"(?<![\d.])[PpＰ第]?(\d{1,3})页?(?:\s?[-—–－~～至一]+\s?[Pp]?(\d{1,3})页?)?\s*(?:复印件|原件|\D{0,3})$"
)
_ROW: Final = re.compile(r"^(\d{1,3})(?:[\s.、．]+|(?=[\u4e00-\u9fff]))(.+)$")
_JUNK: Final = re.compile(r"[\s（）()\[\]〔〕《》“”·、,，.]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the words that name the paper (title, office, person) and its first page as told, None where unreadable."""

    words: str
    first: int | None
    last: int | None = None


def is_contents(text: str) -> bool:
    """Whether a page is (the first page of) a list of contents."""
    lines = [re.sub(r"\s", "", line) for line in text.split("\n")[:8]]
    if any(_NAMED.match(line) for line in lines):
        return True
    head = "".join(lines)
    return bool(_HEADER.search(head)) and len(set(_COLUMNS.findall(head))) >= 3 and "页" in head


def find_contents(texts: Sequence[str]) -> tuple[int, ...]:
    """Pages (from 1) of the list of contents: the first such page among the first ones and those that carry it on."""
    for page, text in enumerate(texts[:12], 1):
        if is_contents(text):
            pages = [page]
            told = len(read_rows(text))
            for other, more in enumerate(texts[page:], page + 1):
                rows = read_rows(more)
                if not (is_contents(more) or (len(rows) >= 2 and _goes_on(more, told))):
                    break
                pages.append(other)
                told += len(rows)
            return tuple(pages)
    return ()


def _goes_on(text: str, told: int) -> bool:
    """The page begins with rows numbered on from the page before."""
    numbers = [int(m[1]) for line in text.split("\n") if (m := _ROW.match(line.strip()))]
    return sum(abs(number - told) <= 30 for number in numbers) >= 2 and told < max(numbers, default=0) <= told + 60


def read_rows(text: str) -> list[Entry]:
    """The rows of one page of contents."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    rows = [entry for line in lines if (m := _ROW.match(line)) and (entry := _entry(m[2]))]
    return rows if len(rows) >= 2 else _rows_of_cells(lines)


def _entry(told: str) -> Entry | None:
    rest = _CASE.sub(" ", _DAY.sub(" ", told)).strip()
    found = _PAGES.search(rest)
    words = rest[: found.start()] if found else rest
    words = _JUNK.sub("", words)
    if len(re.findall(r"[\u4e00-\u9fff]", words)) < 2 or _COLUMNS.match(words):
        return None
    if not found:
        return Entry(words, None)
    return Entry(words, int(found[1]), int(found[2]) if found[2] else None)


def _rows_of_cells(lines: Sequence[str]) -> list[Entry]:
    """Rows whose cells stand a line each: a row begins at the next number in turn after a page number."""
    cells = [cell for line in lines for cell in re.split(r"\t|\s{2,}", line)]
    starts: list[int] = []
    for at, cell in enumerate(cells):
        number = re.fullmatch(r"(\d{1,3})", cell)
        if number and int(number[1]) == len(starts) + 1 and at + 1 < len(cells) and not cells[at + 1].isdigit():
            starts.append(at)
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(cells)]
    rows = [_entry(" ".join(cells[a + 1 : b])) for a, b in zip(starts, ends, strict=True)]
    return [row for row in rows if row is not None]
