"""Makers for intake tests: rows in memory → tables. All people are invented; area codes 3299xx belong to no place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.folder import IntakeTable, read_delivery
from yingjiu.intake.table import Sheet, _fill_merged

ON = date(2023, 6, 1)
ReadRows = Callable[..., list[IntakeTable]]


def read_rows(
    rows: Sequence[Sequence[Any]],
    spans: Sequence[tuple[int, int, int, int]] = (),
    file: str = "x.xlsx",
    name: str = "Sheet1",
) -> list[IntakeTable]:
    sheet = Sheet(file, name, [list(r) for r in rows], tuple(spans))
    _fill_merged(sheet)
    tables = list(read_delivery([sheet], Path(file), catalog=shipped_kinds(), sources=shipped_sources(), on=ON))
    for table in tables:
        assert table.rows == table.used + len(table.reported)
    return tables
