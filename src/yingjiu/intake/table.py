"""A delivered file as sheets of cells (工作表): Excel, ODS and delimited text; merged cells are filled.

Nothing is interpreted here: which row is the header and what the table is, the other modules decide.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from yingjiu.texts.encoding import decode_text
from yingjiu.texts.page import UnreadableFile

Cell = Any
TABLE_SUFFIXES: Final = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".et", ".csv", ".tsv")
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "这个文件设了打开密码,无法读取;请去掉密码后另存,再放入"
_BROKEN: Final = "文件损坏或不是 Excel 文件,打不开;请用 Excel 或 WPS 打开后另存为 .xlsx,再放入"
_HTML: Final = "这个文件其实是网页(扩展名写成了 Excel),无法读取;请用 Excel 打开后另存为 .xlsx,再放入"
_EMPTY: Final = "文件是空的,请重新导出"
_ENCRYPTED_PARTS: Final = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))


class UnreadableTable(Exception):
    """A table file that cannot be opened; ``reason`` is Chinese, for a clerk, and says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Sheet:
    """One sheet: rows of cells as they stand, first row = row 1; merged cells carry the value of their first cell.

    ``spans`` are the merged ranges as (first row, first column, last row, last column), from 0. ``remarks`` are doubts
    about the sheet as a whole (a hidden sheet, a part that could not be read).
    """

    file: str
    name: str
    rows: list[list[Cell]]
    spans: tuple[tuple[int, int, int, int], ...] = ()
    remarks: list[str] = field(default_factory=list)


def read_sheets(path: Path, file: str) -> list[Sheet]:
    """All sheets of a file that hold anything, whatever its extension says it is.

    Args:
        path: where the file is.
        file: its name relative to the input, as it is to be shown.

    Raises:
        UnreadableTable: password, broken, web page in disguise, no text.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise UnreadableTable("文件打不开,请检查是否被占用、是否有读取权限") from None
    if not content.strip():
        raise UnreadableTable(_EMPTY)
    if content.startswith(_OLE) and any(part in content for part in _ENCRYPTED_PARTS):
        raise UnreadableTable(_LOCKED)
    if content.startswith((_ZIP, _OLE)) or (path.suffix.lower() == ".xls" and content[:2] == b"\x09\x08"):
        return _read_workbook(content, file)
    is_text = path.suffix.lower() in {".csv", ".tsv"} or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not is_text and b"\0" in content[:64]:
        raise UnreadableTable(_BROKEN)
    return _read_text(content, file)


def _read_workbook(content: bytes, file: str) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise UnreadableTable(_LOCKED) from None
    except (CalamineError, OSError, ValueError):
        raise UnreadableTable(_BROKEN) from None
    sheets = []
    for about in book.sheets_metadata:
        try:
            given = book.get_sheet_by_name(about.name)
            rows = given.to_python(skip_empty_area=False)
        except (CalamineError, OSError, ValueError):
            sheets.append(Sheet(file, about.name, [], (), ["这个工作表读不出来,请检查是否损坏"]))
            continue
        if not any(cell != "" for row in rows for cell in row):
            continue
        ranges = given.merged_cell_ranges or ()
        sheet = Sheet(file, about.name, rows, tuple((a, b, c, d) for (a, b), (c, d) in ranges))
        if about.visible != SheetVisibleEnum.Visible:
            sheet.remarks.append("这是一个隐藏的工作表,请确认是否应当使用")
        _fill_merged(sheet)
        sheets.append(sheet)
    if not sheets:
        raise UnreadableTable(_EMPTY)
    return sheets


def _fill_merged(sheet: Sheet) -> None:
    rows = sheet.rows
    for top, left, bottom, right in sheet.spans:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for r in range(top, min(bottom, len(rows) - 1) + 1):
            row = rows[r]
            for c in range(left, min(right, len(row) - 1) + 1):
                row[c] = value


def _read_text(content: bytes, file: str) -> list[Sheet]:
    try:
        text = decode_text(content)
    except UnreadableFile:
        raise UnreadableTable("文件的文字编码无法识别,请另存为 UTF-8 编码的 CSV 或 .xlsx,再放入") from None
    if re.match(r"\s*(?:<!doctype|<html|<table|<\?xml|<meta)", text[:200], re.IGNORECASE):
        raise UnreadableTable(_HTML)
    first, _, rest = text.partition("\n")
    if told := re.fullmatch(r"sep=(.)\r?", first):
        text, delimiter = rest, told[1]
    else:
        delimiter = _delimiter_of(text)
    csv.field_size_limit(10_000_000)
    rows: list[list[Cell]] = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    sheet = Sheet(file, "", rows)
    if told:
        sheet.rows.insert(0, [])
    return [sheet]


def _delimiter_of(text: str) -> str:
    """The sign that cuts most of the first lines into the same number of fields, more than one."""
    best = (0, ",")
    for sign in ",\t;|，；":
        lines = csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=sign)
        try:
            widths = Counter(len(row) for row in islice(lines, 40) if row)
        except csv.Error:
            continue
        same = max((count * min(width, 12) for width, count in widths.items() if width > 1), default=0)
        if same > best[0]:
            best = (same, sign)
    return best[1]


def cell_text(cell: Cell) -> str:
    """A cell as the text a person sees, without spaces around; a number that lost digits is written as 3.29921E+17.

    >>> cell_text(3.0), cell_text(3.29921195810204e17), cell_text(True), cell_text(" a ")
    ('3', '3.29921E+17', '是', 'a')
    """
    if type(cell) is str:
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, (int, float)):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.hour or cell.minute or cell.second else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()


def _number_text(cell: float) -> str:
    if abs(cell) >= 1e15:
        return f"{cell:.5E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return repr(round(cell, 6)) if isinstance(cell, float) else str(cell)
