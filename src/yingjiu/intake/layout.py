"""Where a sheet's header stands (表头行): titles and filing lines above, one to three header rows, then the data.

The header is found by its words, never by its row number; a second header further down begins a second table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from yingjiu.intake.header import Head, HeaderGrammar, tidy_header
from yingjiu.intake.table import Sheet, cell_text

_LOOK: Final = 60
_MANY: Final = 4
_DATA_LIKE: Final = re.compile(r"\d{6,}|[\d.]+E\+?\d+|[〔\[（(]\d{4}[)）\]〕]")


@dataclass(frozen=True, slots=True)
class Part:
    """One table within a sheet: rows ``first`` (from 0) to ``last`` (exclusive) are data.

    ``titles`` are the lines above the header; ``headers`` the header rows as tidy texts, to know them again when a
    printed page repeats them.
    """

    titles: tuple[str, ...]
    heads: tuple[Head, ...]
    headers: frozenset[tuple[str, ...]]
    first: int
    last: int


def find_parts(sheet: Sheet, grammar: HeaderGrammar) -> list[Part]:
    """The tables of a sheet; empty when no row reads as a header."""
    block = _find_header(sheet, grammar, 0, min(len(sheet.rows), _LOOK), least=2)
    if not block:
        return []
    parts: list[Part] = []
    above = 0
    while block:
        top, bottom = block
        heads = _read_heads(sheet, grammar, top, bottom)
        headers = frozenset(_tidy_row(sheet.rows[r]) for r in range(top, bottom))
        next_block = _next_header(sheet, grammar, bottom, headers)
        last = next_block[0] if next_block else len(sheet.rows)
        titles = tuple(t for r in range(above, top) for t in _line_texts(sheet, r))
        last -= _title_lines(sheet, bottom, last) if next_block else 0
        parts.append(Part(titles, heads, headers, bottom, last))
        above, block = last, next_block
    return parts


def _find_header(sheet: Sheet, grammar: HeaderGrammar, start: int, stop: int, *, least: int) -> tuple[int, int] | None:
    scores = [(r, *_headerness(sheet, grammar, r)) for r in range(start, stop)]
    likely = {
        r: known
        for r, known, count in scores
        if known >= least
        and (known * 2 >= count or (known >= _MANY and known * 5 >= count * 2) or _names_people(sheet, grammar, r))
    }
    if not likely:
        return None
    most = max(likely.values())
    best_row = next(r for r, known in likely.items() if known * 2 >= most)
    best_row = max(range(best_row, best_row + 3), key=lambda r: (likely.get(r, 0), -r))
    top, bottom = best_row, best_row + 1
    while top > start and best_row - top < 2 and _is_header_row(sheet, grammar, top - 1, least=1):
        top -= 1
    while bottom < len(sheet.rows) and bottom - best_row < 3 and _is_header_row(sheet, grammar, bottom, least=2):
        bottom += 1
    return top, bottom


def _names_people(sheet: Sheet, grammar: HeaderGrammar, row: int) -> bool:
    """Whether a row heads a column of names and one of numbers, whatever else stands there."""
    fields = {grammar.read((t,)).field for t in (tidy_header(cell_text(c)) for c in sheet.rows[row]) if t}
    return {"姓名", "证件号码"} <= fields


def _is_header_row(sheet: Sheet, grammar: HeaderGrammar, row: int, *, least: int) -> bool:
    known, count = _headerness(sheet, grammar, row)
    return count >= 2 and known >= least and known * 5 >= count * 3


def _headerness(sheet: Sheet, grammar: HeaderGrammar, row: int) -> tuple[int, int]:
    """(header words, distinct texts) of a row; no header word counts where a cell holds data."""
    texts = {t for t in (tidy_header(cell_text(c)) for c in sheet.rows[row]) if t}
    if any(len(t) > 40 or _DATA_LIKE.search(t) for t in texts):
        return 0, len(texts)
    return sum(grammar.read((t,)).known for t in texts), len(texts)


def _next_header(
    sheet: Sheet, grammar: HeaderGrammar, start: int, headers: frozenset[tuple[str, ...]]
) -> tuple[int, int] | None:
    """The next header that differs from this one: a second table below the first."""
    for r in range(start, len(sheet.rows)):
        row = sheet.rows[r]
        if not _could_be_header(row):
            continue
        known, count = _headerness(sheet, grammar, r)
        if known >= 3 and known * 5 >= count * 4 and _tidy_row(row) not in headers:
            return _find_header(sheet, grammar, r, min(r + 3, len(sheet.rows)), least=3)
    return None


def _could_be_header(row: list[object]) -> bool:
    """A cheap look: a header holds short texts and no long digits."""
    filled = 0
    for cell in row:
        if cell == "" or cell is None:
            continue
        if type(cell) is not str or cell[:4].isdigit():
            return False
        filled += 1
    return filled >= 3


def _title_lines(sheet: Sheet, first: int, last: int) -> int:
    """How many rows just above a second header are its title and blank lines."""
    count = 0
    while last - count > first and len(_line_texts(sheet, last - count - 1)) <= 1:
        count += 1
    return count


def _line_texts(sheet: Sheet, row: int) -> list[str]:
    return list(dict.fromkeys(t for t in (cell_text(c) for c in sheet.rows[row]) if t))


def _tidy_row(row: list[object]) -> tuple[str, ...]:
    return tuple(t for t in (tidy_header(cell_text(c)) for c in row) if t)


def is_repeated_header(row: list[object], part: Part) -> bool:
    """Whether a data row is the header again, as printed page by page."""
    return _could_be_header(row) and _tidy_row(row) in part.headers


def _read_heads(sheet: Sheet, grammar: HeaderGrammar, top: int, bottom: int) -> tuple[Head, ...]:
    rows = [[cell_text(c) for c in sheet.rows[r]] for r in range(top, bottom)]
    width = max(len(row) for row in rows)
    for row in rows:
        row.extend([""] * (width - len(row)))
    for upper, lower in pairwise(rows):
        for c in range(1, width):
            if not upper[c] and lower[c] and lower[c - 1] and upper[c - 1] != lower[c - 1]:
                upper[c] = upper[c - 1]
    return tuple(grammar.read([row[c] for row in rows]) for c in range(width))
