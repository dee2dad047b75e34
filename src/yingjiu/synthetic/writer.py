"""Write a county as a folder: ``input`` is what an office holds, ``truth`` is what is so (虚拟县落盘).

The truth files have the form of the golden county's: expected, documents, closed and must_report, one JSON a line.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from yingjiu.synthetic.books import draw_books
from yingjiu.synthetic.forms import write_docx, write_html, write_pdf
from yingjiu.synthetic.lists import draw_lists
from yingjiu.synthetic.numbers import old_form
from yingjiu.synthetic.rosters import draw_rosters
from yingjiu.synthetic.scans import can_draw, write_scan
from yingjiu.synthetic.sheet import Cell, Sheet, Table
from yingjiu.synthetic.truth import find_all, find_closed
from yingjiu.synthetic.world import County, Paper

_SUFFIX = {
    "docx": ".docx",
    "txt": ".txt",
    "gb": ".txt",
    "html": ".html",
    "pdf": ".pdf",
    "jpg": ".jpg",
    "png": ".png",
    "scan": ".pdf",
}
_PICTURES = ("jpg", "png", "scan")
_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)")
_CARD = re.compile(r"(?<!\d)(\d{17}[\dX])\d{2}(?:B\d)?(?!\d)")


def write_county(county: County, folder: Path, *, scans: bool = True) -> None:
    """Write ``folder/input`` and ``folder/truth``.

    Without ``scans``, or where no Chinese font is found, papers meant as pictures come as docx and documents.jsonl
    says so (``scan_left_out``): the truth stays whole.
    """
    rng = random.Random(county.seed + 1)  # noqa: S311  invented people, no secrets
    drawn = scans and can_draw()
    seen: set[str] = set()
    documents = []
    for paper in all_papers(county):
        place, form = _place(paper, drawn=drawn)
        file = folder / "input" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(rng, paper, form=form))
        seen.update(_numbers(paper.lines))
        row: dict[str, object] = {"file": place, "scan": form in _PICTURES, **paper.truth}
        if form != paper.form:
            row["scan_left_out"] = True
        documents.append(row)
    reported = []
    for table in (*draw_rosters(rng, county), *draw_lists(rng, county), *draw_books(rng, county)):
        write_table(table, folder / "input" / table.file)
        for sheet in table.sheets:
            seen.update(_numbers(str(c) for row in sheet.lines for c in row if isinstance(c, str)))
            reported += [
                {"file": table.file, "sheet": sheet.name, "row": row, "why": why} for row, why in sheet.reported
            ]
    truth = folder / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    _write_lines(truth / "expected.jsonl", _expected(county, seen))
    _write_lines(truth / "documents.jsonl", documents)
    _write_lines(truth / "closed.jsonl", _closed(county, seen))
    _write_lines(truth / "must_report.jsonl", reported)


def all_papers(county: County) -> Iterator[Paper]:
    """Every paper of the county, in the order of writing."""
    for case in county.cases:
        yield from case.papers
    yield from (suit.paper for suit in county.suits)
    yield from county.rulings
    yield from county.papers


def _place(paper: Paper, *, drawn: bool) -> tuple[str, str]:
    form = paper.form if drawn or paper.form not in _PICTURES else "docx"
    return paper.file + _SUFFIX[form], form


def _bytes(rng: random.Random, paper: Paper, *, form: str) -> bytes:
    if form == "docx":
        return write_docx(paper.lines)
    if form == "html":
        return write_html(paper.lines)
    if form == "pdf":
        return write_pdf(paper.lines)
    if form in _PICTURES:
        return write_scan(rng, paper.lines, form=paper.form)
    return "\n".join(paper.lines).encode("gb18030" if form == "gb" else "utf-8")


def write_table(table: Table, file: Path) -> None:
    """One workbook or csv as its office would send it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if table.encoding:
        out = io.StringIO()
        csv.writer(out).writerows([_text(c) for c in row] for row in table.sheets[0].lines)
        file.write_bytes(out.getvalue().encode(table.encoding))
        return
    workbook = xlsxwriter.Workbook(str(file), {"constant_memory": not any(s.merges for s in table.sheets)})
    workbook.set_properties({"created": datetime(2024, 11, 29)})  # noqa: DTZ001  a fixed day, so bytes repeat
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for sheet in table.sheets:
        page = workbook.add_worksheet(sheet.name)
        for place, row in enumerate(sheet.lines):
            for column, cell in enumerate(row):
                _write_cell(page, place, column, cell, day)
        _merge(page, sheet)
    workbook.close()


def _write_cell(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, day: object) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
    elif isinstance(cell, str):
        page.write_string(row, column, cell)
    else:
        page.write_number(row, column, cell)


def _merge(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> None:
    lines = sheet.lines
    for row, column, last_row, last_column in sheet.merges:
        page.merge_range(row, column, last_row, last_column, _text(lines[row][column]))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _numbers(texts: Iterable[str]) -> Iterator[str]:
    """All numbers of identity in some texts, in either length."""
    for text in texts:
        plain = unicodedata.normalize("NFKC", text).upper()
        plain = re.sub(r"(?<=\d) (?=\d)", "", plain)
        yield from _NUMBER.findall(plain)
        yield from _CARD.findall(plain)


def _given(number: str, seen: set[str]) -> bool:
    return number in seen or (number[6:8] == "19" and old_form(number) in seen)


def _expected(county: County, seen: set[str]) -> Iterator[dict[str, object]]:
    for found in find_all(county):
        row: dict[str, object] = {
            "model": found.model,
            "name": found.person.name,
            "id_number": found.person.number,
            "id_in_input": _given(found.person.number, seen),
            "case_number": found.case_number,
        }
        if found.local is not None:
            row["local"] = found.local
        if found.groups:
            row["groups"] = list(found.groups)
        yield row


def _closed(county: County, seen: set[str]) -> Iterator[dict[str, object]]:
    for person, number, reason in find_closed(county):
        given = _given(person.number, seen)
        yield {
            "name": person.name,
            "id_number": person.number,
            "id_in_input": given,
            "case_number": number,
            "reason": reason,
        }


def _write_lines(file: Path, rows: Iterable[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
