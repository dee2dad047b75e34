"""The golden county's tables, where at hand: all recognised, all balanced, what must be reported is."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.folder import TABLE_SUFFIXES, read_tables

SHARED = os.environ.get("YINGJIU_SHARED")


@pytest.mark.skipif(not SHARED, reason="the golden county is not at hand (YINGJIU_SHARED)")
def test_golden_county() -> None:
    county = Path(SHARED or "") / "golden" / "county-a"
    root = county / "input"
    paths = sorted(p for p in root.rglob("*") if p.suffix in TABLE_SUFFIXES)
    tables = list(read_tables(paths, root, catalog=shipped_kinds(), sources=shipped_sources(), on=date(2023, 6, 1)))
    assert len(tables) == 24
    assert all(t.source for t in tables)
    assert len({t.source for t in tables}) == 24
    assert all(t.rows == t.used + len(t.reported) for t in tables)
    lines = (county / "truth" / "must_report.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {(r["file"], r["row"]) for r in map(json.loads, lines)}
    assert {(t.file, row) for t in tables for row, _ in t.reported} == wanted
