"""One sheet of a workbook (一张工作表): header frozen, widths, wrapping, filter, print set-up; no cell is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

FOOTER: Final = "&L内部资料 含个人信息&C第 &P 页 共 &N 页&R&A"
BLUE, INK, LINE, PALE, QUIET = "#1F4E8C", "#1B2430", "#CFD7E1", "#EEF2F7", "#566174"
LINE_HEIGHT: Final = 13.5
MOST_HEIGHT: Final = 400.0
CELL_LIMIT: Final = 32000
_WIDE: Final = re.compile(r"[\u2014\u2018-\u201d\u2026\u2e80-\uffef]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")

CHIPS: Final = {"红": ("#C8161D", "#FFFFFF"), "橙": ("#F08300", "#FFFFFF"), "黄": ("#FFE27A", "#1B2430")}
"""Ground and ink of a cell that names a colour; the word always stands in it too."""

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: title, width in half-width characters, whether its cells stand in the middle or bear the colour they name."""

    title: str
    width: float
    middle: bool = False
    chip: bool = False


PERSON_COLUMNS: Final = (
    Column("序号", 5, middle=True),
    Column("姓名", 9, middle=True),
    Column("性别", 5, middle=True),
    Column("出生日期", 16, middle=True),
    Column("证件号码", 21, middle=True),
)


@dataclass(frozen=True, slots=True)
class Print:
    """How a sheet is printed: pages in width, and how many columns are repeated on each of them."""

    pages_wide: int = 1
    repeat_columns: int = 0


class Book:
    """A workbook in memory; every text is written as text, so that nothing a table delivered becomes a formula."""

    def __init__(self, *, title: str) -> None:
        """Open an empty workbook."""
        import xlsxwriter

        self._buffer = io.BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._buffer, {"in_memory": True, "constant_memory": False})
        self._book.set_properties({"title": title, "comments": "内部资料 含个人信息"})
        base = {"font_name": "宋体", "font_size": 10, "font_color": INK, "valign": "top", "text_wrap": True}
        lined = {**base, "border": 1, "border_color": LINE, "num_format": "@"}
        head = {
            **lined,
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": BLUE,
            "align": "center",
            "valign": "vcenter",
        }
        self._head = self._book.add_format(head)
        self._left = self._book.add_format(lined)
        self._middle = self._book.add_format({**lined, "align": "center"})
        self._chips = {
            word: self._book.add_format(
                {**lined, "bg_color": ground, "font_color": ink, "bold": True, "align": "center"}
            )
            for word, (ground, ink) in CHIPS.items()
        }
        self._number = self._book.add_format({**lined, "align": "right", "num_format": "#,##0"})
        self._empty = self._book.add_format({**base, "font_color": QUIET, "text_wrap": False})

    def add_table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        empty: str,
        printed: Print | None = None,
    ) -> None:
        """Add a sheet with a header in its first row; ``empty`` says in words why there are no rows."""
        printed = printed or Print()
        sheet = self._book.add_worksheet(name)
        sheet.set_row(0, 30)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, column.title, self._head)
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, _height(row, columns))
            for place, (value, column) in enumerate(zip(row, columns, strict=True)):
                self._write(sheet, number, place, value, column)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        else:
            sheet.write_string(1, 0, empty, self._empty)
        self._set_up(sheet, printed)

    def _write(self, sheet: Any, row: int, place: int, value: Cell, column: Column) -> None:
        if isinstance(value, int):
            sheet.write_number(row, place, value, self._middle if column.middle else self._number)
            return
        text = clean_cell(value or "")
        style = self._chips.get(text[:1]) if column.chip else None
        sheet.write_string(row, place, text, style or (self._middle if column.middle else self._left))

    def _set_up(self, sheet: Any, printed: Print) -> None:
        sheet.freeze_panes(1, printed.repeat_columns)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(0)
        if printed.repeat_columns:
            sheet.repeat_columns(0, printed.repeat_columns - 1)
        sheet.fit_to_pages(printed.pages_wide, 0)
        sheet.set_footer(FOOTER)
        sheet.hide_gridlines(2)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def close(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._buffer.getvalue()


def clean_cell(text: str) -> str:
    """A text that a cell may hold: no control characters, not longer than a cell can be."""
    return _CONTROL.sub("", text)[:CELL_LIMIT]


def text_width(text: str) -> int:
    """Width in half-width characters; a Chinese character counts two.

    >>> text_width("张三a")
    5
    """
    return len(text) + len(_WIDE.findall(text))


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    most = 1
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, str):
            # a line of Chinese breaks a little before the column ends
            most = max(most, sum(max(1, ceil(text_width(line) / (column.width - 1))) for line in value.split("\n")))
    return min(most * LINE_HEIGHT + 4, MOST_HEIGHT)
