"""All tables of an office's folder, one after another (读入一批表): open, find headers, recognise, read rows, check.

A file that cannot be read becomes a line that says so; nothing stops the rest.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.source import Source, Sources
from yingjiu.intake.check import check_rows, gather_remarks
from yingjiu.intake.columns import SERIAL_WORDS, Use
from yingjiu.intake.delivery import IntakeTable
from yingjiu.intake.drafts import make_drafts
from yingjiu.intake.header import Head
from yingjiu.intake.household import settle_households
from yingjiu.intake.inference import mend_heads
from yingjiu.intake.layout import Part, find_parts, is_repeated_header
from yingjiu.intake.mapping import make_row_reader
from yingjiu.intake.recognise import Recognised, recognise
from yingjiu.intake.rowsort import make_row_sorter
from yingjiu.intake.scoring import Recogniser, make_recogniser
from yingjiu.intake.sections import split_sections
from yingjiu.intake.standing import make_standing_reader
from yingjiu.intake.table import TABLE_SUFFIXES, Sheet, UnreadableTable, cell_text, read_sheets
from yingjiu.values.dates import read_day

__all__ = ["TABLE_SUFFIXES", "IntakeTable", "read_delivery", "read_tables"]
_SAMPLE: Final = 300
_TITLE_DAY: Final = re.compile(
    r"(20\d\d)\s*[年.\-/](?:\s*(1[0-2]|0?[1-9])\s*[月.\-/]?(?:\s*(3[01]|[12]\d|0?[1-9])\s*日?)?)?"
)
_ADDITIONS: Final = re.compile(r"新增|增量|变动|变更")


@dataclass(frozen=True, slots=True)
class _Found:
    part: Part
    recognised: Recognised
    texts: list[tuple[int, list[str]]]
    titles: tuple[str, ...]


def read_tables(
    paths: Sequence[Path], root: Path, *, catalog: Kinds, sources: Sources, on: date
) -> Iterator[IntakeTable]:
    """Read every table of some files, in the order given.

    Args:
        paths: files with a suffix of TABLE_SUFFIXES.
        root: the input folder; files are named relative to it.
        catalog: kinds of record.
        sources: sources and header words.
        on: the day of the run.
    """
    for path in paths:
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        if path.name.startswith("~$"):
            yield IntakeTable(file, "", None, remarks=("这是 Excel 打开文件时的临时文件,已跳过",), problem="临时文件")
            continue
        try:
            sheets = read_sheets(path, file)
        except UnreadableTable as error:
            yield IntakeTable(file, "", None, remarks=(error.reason,), path=path, problem=error.reason)
            continue
        yield from read_delivery(sheets, path, catalog=catalog, sources=sources, on=on)


@lru_cache(maxsize=4)
def _tools_of(catalog_id: int, sources_id: int) -> list[Recogniser]:
    return []


def _tools(catalog: Kinds, sources: Sources) -> Recogniser:
    """The arranged catalogue, made once for one catalogue."""
    kept = _tools_of(id(catalog), id(sources))
    if not kept or kept[0].kinds is not catalog or kept[0].sources is not sources:
        kept[:] = [make_recogniser(catalog, sources)]
    return kept[0]


def read_delivery(
    sheets: Sequence[Sheet], path: Path, *, catalog: Kinds, sources: Sources, on: date
) -> Iterator[IntakeTable]:
    """The tables of one file's sheets; a sheet of an untitled list is known by its sibling with the same header."""
    tools = _tools(catalog, sources)
    found: list[tuple[Sheet, list[_Found]]] = [(sheet, _recognise_sheet(tools, sheet, path)) for sheet in sheets]
    known = {f.part.heads: f.recognised for _, parts in found for f in parts if f.recognised.source}
    for sheet, parts in found:
        if not parts:
            remark = "没有找到表头(含姓名或证件号码等列名的一行),不是名单或台账"
            yield IntakeTable(sheet.file, sheet.name, None, remarks=(*sheet.remarks, remark), path=path)
        for one in parts:
            like = known.get(one.part.heads)
            if one.recognised.source is None and like is not None:
                remark = "表头与同一文件里另一张工作表相同,按同一来源读入"
                one = _Found(
                    one.part, Recognised(like.source, "同文件工作表", like.uses, (remark,)), one.texts, one.titles
                )
            if one.recognised.source is None:
                yield _unknown_table(sheet, one, path)
            else:
                with _without_collecting():
                    table = _read_part(tools, sheet, one, one.recognised.source, path, on)
                yield table


def _recognise_sheet(tools: Recogniser, sheet: Sheet, path: Path) -> list[_Found]:
    out = []
    sorter = make_row_sorter(tools.sources.words)
    for part in find_parts(sheet, tools.grammar):
        names, serial = _name_columns(part.heads)
        numbers = [c for c, h in enumerate(part.heads) if h.field == "证件号码"]
        rows: list[tuple[int, list[str]]] = []
        lines: list[tuple[int, str]] = []
        for r in range(part.first, part.last):
            texts = [c.strip() if type(c) is str else cell_text(c) for c in sheet.rows[r]]
            if any(len(texts[c]) == 18 and texts[c][:17].isdigit() for c in numbers if c < len(texts)):
                rows.append((r + 1, texts))
                continue
            sort = sorter.sort(texts, names, serial)
            if sort == "小标题":
                lines.append((r + 1, next(t for t in texts if t)))
            elif sort == "行" and not is_repeated_header(sheet.rows[r], part):
                rows.append((r + 1, texts))
        part = replace(part, heads=mend_heads(part.heads, _some(rows), tools.sources.words))
        for section, some in split_sections(tools, rows, lines):
            titles = (*part.titles, sheet.name, *section)
            out.append(_Found(part, recognise(tools, part.heads, _some(some), titles, path.stem), some, titles))
    return out


def _some(rows: Sequence[tuple[int, list[str]]]) -> list[list[str]]:
    """Rows from the whole length of a table: a list of several groups is often sorted by group."""
    return [texts for _, texts in rows[:: len(rows) // _SAMPLE + 1]]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No garbage collection while a million small objects are made: none is garbage, and each pass reads them all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _name_columns(heads: Sequence[Head]) -> tuple[list[int], frozenset[int]]:
    names = [c for c, h in enumerate(heads) if h.field == "姓名"]
    return names, frozenset(c for c, h in enumerate(heads) if h.plain in SERIAL_WORDS or not h.text)


def _unknown_table(sheet: Sheet, found: _Found, path: Path) -> IntakeTable:
    why = "这张表认不出是哪一种名单或台账,没有使用"
    if not found.recognised.uses:
        remarks = (*sheet.remarks, *found.recognised.remarks)
        return IntakeTable(sheet.file, sheet.name, None, remarks=remarks, path=path)
    return IntakeTable(
        file=sheet.file,
        sheet=sheet.name,
        source=None,
        rows=len(found.texts),
        reported=tuple((number, why) for number, _ in found.texts),
        remarks=(*sheet.remarks, *found.recognised.remarks),
        columns=_told_columns(found),
        path=path,
    )


def _read_part(tools: Recogniser, sheet: Sheet, found: _Found, source: Source, path: Path, on: date) -> IntakeTable:
    uses = found.recognised.uses
    words = tools.words[source.name]
    day = _day_of(found.titles)
    made_on = day or _latest_day(found.texts, uses, on)
    standing = make_standing_reader(uses, tools.sources.words, on=on.isoformat(), made_on=made_on)
    groups = tools.groups.get(source.name)
    reader = make_row_reader(tools.kinds, tools.sources.words, words, groups, standing, found.part.heads, uses)
    rows = [reader.read(number, texts) for number, texts in found.texts]
    told = settle_households(
        rows, reader, members_named=_members_named(tools, found, uses), blocks=_has_blocks(sheet, found)
    )
    check_rows(rows, tools.kinds, ledger=reader.ledger, groups=groups, on=on)
    remarks = [*sheet.remarks, *found.recognised.remarks, *told]
    remarks += _guessed_heads(found)
    remarks += [f"“{u.name}”这一列没有用到" for u in uses if u.sort == "未知" and u.name]
    remarks += gather_remarks(rows)
    return IntakeTable(
        file=sheet.file,
        sheet=sheet.name,
        source=source.name,
        rows=len(rows),
        used=sum(row.why is None for row in rows),
        reported=tuple((row.number, row.why) for row in rows if row.why is not None),
        remarks=tuple(dict.fromkeys(remarks)),
        row_remarks=tuple((row.number, ";".join(row.doubts)) for row in rows if row.why is None and row.doubts),
        drafts=tuple(make_drafts(rows, tools.kinds, file=sheet.file, sheet=sheet.name)),
        organisations=sum(row.organisations for row in rows),
        recognised_by=found.recognised.by,
        columns=_told_columns(found),
        full=source.full and not any(_ADDITIONS.search(t) for t in found.titles),
        made_on=day,
        path=path,
    )


def _guessed_heads(found: _Found) -> list[str]:
    """Columns of people that were taken by their cells, and are used so."""
    return [
        f"“{head.plain or f'第{c + 1}列'}”这一列按内容认作“{'家庭成员' if head.roles else head.field}”,请核对"
        for c, (head, use) in enumerate(zip(found.part.heads, found.recognised.uses, strict=False))
        if head.guessed and use.sort == "人"
    ]


def _told_columns(found: _Found) -> dict[str, str]:
    out: dict[str, str] = {}
    for head, use in zip(found.part.heads, found.recognised.uses, strict=False):
        if not head.text:
            continue
        role = "".join((use.role, use.relation, str(use.number) if use.number else ""))
        out[head.text] = f"{role}.{use.name}" if use.sort == "人" else use.name if use.sort == "字段" else use.sort
    return out


def _members_named(tools: Recogniser, found: _Found, uses: Sequence[Use]) -> bool:
    return any(
        u.sort == "人" and u.name == "姓名" and set(h.roles) & tools.members
        for h, u in zip(found.part.heads, uses, strict=True)
    )


def _has_blocks(sheet: Sheet, found: _Found) -> bool:
    """Whether cells of the head are merged over several rows."""
    heads = {c for c, u in enumerate(found.recognised.uses) if u.sort == "人" and u.role == "户主"}
    return any(left in heads and bottom > top >= found.part.first for top, left, bottom, _ in sheet.spans)


def _day_of(titles: Sequence[str]) -> str | None:
    for title in titles:
        for found in _TITLE_DAY.finditer(title):
            if day := read_day("-".join(g for g in found.groups() if g)):
                return day
    return None


def _latest_day(rows: Sequence[tuple[int, list[str]]], uses: Sequence[Use], on: date) -> str | None:
    """The last day anybody came or went: the list was made no earlier. Only asked where a list has days of expiry."""
    if not any(u.sort == "期满" for u in uses):
        return None
    columns = [c for c, u in enumerate(uses) if u.sort in {"起始", "停止"}]
    days = {t[c] for _, t in rows for c in columns if c < len(t) and t[c]}
    read = [d for d in (read_day(t) for t in days) if d and d <= on.isoformat()]
    return max(read, default=None)
