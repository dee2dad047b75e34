"""Makers for intake tests: rows in memory → tables. All people are invented; area codes 3299xx belong to no place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

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


@pytest.fixture(name="read_rows")
def read_rows_fixture() -> ReadRows:
    return read_rows


@pytest.fixture
def ids() -> dict[str, str]:
    """Valid invented numbers: two elders, adults, two children."""
    return {
        "father": "329901196001020018",
        "mother": "329901196203050020",
        "son": "329901198809090034",
        "woman": "329901199001010040",
        "boy": "32990120130601005X",
        "girl": "32990120150702006X",
        "man": "329901197508080073",
        "old": "329901194512120089",
    }
