"""What intake tells (入库报告): intake.json, and each bad delivery to send back, reasons in the last column."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from yingjiu.intake.delivery import IntakeTable
from yingjiu.intake.table import Cell, Sheet, UnreadableTable, cell_text, read_sheets

REASON_HEADER: Final = "退回原因(应救填写)"
_BAD_NAME: Final = re.compile(r"[\[\]:*?/\\']+")
_MAX_COLUMNS: Final = 200


def intake_json(tables: Iterable[IntakeTable]) -> list[dict[str, Any]]:
    """One entry a table, as intake.json holds it; rows = used + reported."""
    return [
        {
            "file": table.file,
            "sheet": table.sheet,
            "source": table.source,
            "rows": table.rows,
            "used": table.used,
            "reported": [{"row": row, "why": why} for row, why in table.reported],
            "remarks": list(table.remarks),
            "organisations": table.organisations,
            "people": len(table.drafts),
            "recognised_by": table.recognised_by,
            "columns": dict(table.columns),
            "full": table.full,
            "made_on": table.made_on,
        }
        for table in tables
    ]


def write_returns(tables: Iterable[IntakeTable], folder: Path) -> list[Path]:
    """Write one workbook for every file with rows that could not be used, to send back to who delivered it.

    Every sheet stands as it was delivered, with one more column: why a row was not used (不能用), or what is doubtful
    about it (请核对). Written aside and renamed.

    Returns:
        The files written.
    """
    by_file: dict[str, list[IntakeTable]] = {}
    for table in tables:
        if table.path is not None and table.problem is None:
            by_file.setdefault(table.file, []).append(table)
    written = []
    for file, some in by_file.items():
        if not any(t.reported for t in some):
            continue
        path = some[0].path
        if path is None:
            continue
        try:
            sheets = read_sheets(path, file)
        except UnreadableTable:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        stem = _BAD_NAME.sub("_", file.rpartition(".")[0].replace("/", "-"))
        target = folder / f"{stem}-退回.xlsx"
        if target in written:
            target = folder / f"{stem}-{path.suffix[1:]}-退回.xlsx"
        _write_workbook(sheets, some, target)
        written.append(target)
    return written


def _write_workbook(sheets: Sequence[Sheet], tables: Sequence[IntakeTable], target: Path) -> None:
    import xlsxwriter

    aside = target.with_name(f".{target.name}.part")
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": True,
    }
    book = xlsxwriter.Workbook(str(aside), options)
    try:
        text = book.add_format({"num_format": "@"})
        marked = book.add_format({"num_format": "@", "bg_color": "#FCE4D6", "text_wrap": True})
        for sheet in sheets:
            reasons = _reasons(sheet, tables)
            name = _sheet_name(sheet.name, [w.get_name() for w in book.worksheets()])
            _write_sheet(book.add_worksheet(name), sheet, reasons, text, marked)
    finally:
        book.close()
    os.replace(aside, target)  # noqa: PTH105 - atomic over an existing file


def _reasons(sheet: Sheet, tables: Sequence[IntakeTable]) -> dict[int, str]:
    out: dict[int, str] = {}
    for table in tables:
        if table.sheet == sheet.name:
            out |= {row: f"请核对:{why}" for row, why in table.row_remarks}
            out |= {row: f"不能用:{why}" for row, why in table.reported}
    return out


def _write_sheet(out: Any, sheet: Sheet, reasons: Mapping[int, str], text: Any, marked: Any) -> None:
    width = min(max((_width_of(row) for row in sheet.rows), default=0), _MAX_COLUMNS)
    first = min(reasons, default=2)
    for r, row in enumerate(sheet.rows):
        why = reasons.get(r + 1, "")
        for c, cell in enumerate(row[:width]):
            if (shown := cell_text(cell)) != "":
                out.write_string(r, c, shown, marked if why.startswith("不能用") else text)
        if why:
            out.write_string(r, width, why, marked)
        elif r == _header_row(sheet, first):
            out.write_string(r, width, REASON_HEADER, text)
    out.set_column(width, width, 60)


def _header_row(sheet: Sheet, first_reason: int) -> int:
    """The row (from 0) in which the new column gets its name: the fullest above the first row with a reason."""
    above = range(min(first_reason - 1, 10)) or range(1)
    return max(above, key=lambda r: (len({cell_text(c) for c in sheet.rows[r]} - {""}), -r))


def _width_of(row: Sequence[Cell]) -> int:
    return max((c + 1 for c, cell in enumerate(row) if cell not in ("", None)), default=0)


def _sheet_name(given: str, taken: Sequence[str]) -> str:
    name = _BAD_NAME.sub("_", given)[:28] or "Sheet1"
    while name.lower() in {t.lower() for t in taken}:
        name = f"{name[:26]}_2" if not name.endswith("_2") else f"{name[:-1]}3"
    return name
