"""A table as an office keeps it: title and filing lines, header, rows, totals, and rows that cannot be used (表格)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from yingjiu.synthetic.names import draw_name
from yingjiu.synthetic.numbers import break_number

Cell = str | int | float | date | None
Row = list[Cell]
REPEATED, BROKEN, EMPTY = "重复", "证件号码", "缺姓名和证件号码"


@dataclass(slots=True)
class Sheet:
    """One sheet; ``lines`` are all its rows from the first, ``reported`` the rows (from 1) no one can use."""

    name: str
    header: Row
    above: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)  # row, column, last row, last column (from 0)
    reported: list[tuple[int, str]] = field(default_factory=list)
    used: int = 0

    @property
    def lines(self) -> list[Row]:
        """Everything in order, as it is written."""
        return [*self.above, self.header, *self.rows, *self.below]

    def place(self) -> int:
        """The number (from 1) of the row that would come next."""
        return len(self.above) + 1 + len(self.rows) + 1

    def add(self, row: Row) -> None:
        """Add a row that can be used."""
        self.rows.append(row)
        self.used += 1

    def spoil(self, row: Row, why: str) -> None:
        """Add a row that must be reported."""
        self.reported.append((self.place(), why))
        self.rows.append(row)


@dataclass(frozen=True, slots=True)
class Table:
    """One file of sheets; a csv has exactly one."""

    file: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""  # of a csv; "" means xlsx


def head_sheet(name: str, columns: str, *above: str) -> Sheet:
    """An empty sheet with header words parted by bars and title or filing lines above them."""
    header: Row = list(columns.split("|"))
    sheet = Sheet(name, header)
    sheet.above = [[line, *[""] * (len(header) - 1)] for line in above]
    return sheet


def spoil_rows(
    rng: random.Random,
    sheet: Sheet,
    *,
    name: int,
    number: int,
    kinds: tuple[str, ...],
    repeat: bool,
    serial: bool = False,
) -> None:
    """Add bad rows: broken numbers of the given kinds, a repeated row, a row with neither name nor number.

    ``serial`` says that the first column counts the rows; a repeated row then carries the next count.
    """
    if not sheet.rows:
        return
    pattern = list(sheet.rows[rng.randrange(len(sheet.rows))])
    for kind in kinds:
        row = list(pattern)
        row[name] = draw_name(rng, sex=rng.choice("男女"))
        row[number] = 3.2993119801e17 if kind == "cell" else break_number(rng, kind=kind)
        if serial:
            row[0] = len(sheet.rows) + 1
        sheet.spoil(row, BROKEN)
    if repeat:
        row = list(sheet.rows[rng.randrange(min(len(sheet.rows), sheet.used))])
        if serial:
            row[0] = len(sheet.rows) + 1
        sheet.spoil(row, REPEATED)


def spoil_empty(rng: random.Random, sheet: Sheet, *, blank: tuple[int, ...]) -> None:
    """Add a row that has neither name nor number but is no blank row."""
    if not sheet.rows:
        return
    row = list(sheet.rows[rng.randrange(min(len(sheet.rows), sheet.used))])
    for column in blank:
        row[column] = ""
    sheet.spoil(row, EMPTY)


def close_sheet(sheet: Sheet, *, total: str = "合计", column: int = 0, blanks: int = 1, signed: str = "") -> Sheet:
    """Add blank rows, a total and a signature line, none of which counts."""
    width = len(sheet.header)
    blank: Row = [""] * width
    sheet.below += [list(blank) for _ in range(blanks)]
    if total:
        row: Row = [""] * width
        row[0] = total
        row[-1 if column == 0 else column] = len(sheet.rows)
        sheet.below.append(row)
    if signed:
        sheet.below.append([signed, *blank[1:]])
    return sheet
