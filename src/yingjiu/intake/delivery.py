"""One table of a delivery as read (入库的一张表): what it was taken for, what was used, what was reported and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yingjiu.pool.draft import Draft


@dataclass(frozen=True, slots=True)
class IntakeTable:
    """One table.

    Attributes:
        file: relative to the input, with /.
        sheet: name of the sheet; empty for delimited text.
        source: name of the source, None when unknown or unreadable.
        rows: rows of the list; always used + reported.
        used: rows that gave drafts or named organisations only.
        reported: (row of the sheet from 1, why it cannot be used).
        remarks: doubts in Chinese, about the table and about rows that were used.
        row_remarks: (row, doubts) of used rows, for the sheet sent back.
        drafts: what goes to the pool.
        organisations: parties that are no people.
        recognised_by: by which signs.
        columns: header → what it became.
        full: whether it is the full list (全量) rather than additions.
        made_on: day the list was made, as its title says, ISO to the precision given.
        path: where the file is, for the sheet sent back.
        problem: why the file could not be read at all.
    """

    file: str
    sheet: str
    source: str | None
    rows: int = 0
    used: int = 0
    reported: tuple[tuple[int, str], ...] = ()
    remarks: tuple[str, ...] = ()
    row_remarks: tuple[tuple[int, str], ...] = ()
    drafts: tuple[Draft, ...] = field(default=(), repr=False)
    organisations: int = 0
    recognised_by: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    full: bool = True
    made_on: str | None = None
    path: Path | None = None
    problem: str | None = None
