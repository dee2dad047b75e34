"""The DuckDB session (引擎): in memory, with a file system of its own in memory, so that opened people never touch a disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import numpy as np


def quote(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def in_list(values: Sequence[str]) -> str:
    """Values as an SQL list in brackets."""
    return "(" + ", ".join(quote(v) for v in values) + ")"


def open_engine(*, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """A new engine; nothing is kept when it is closed."""
    con = duckdb.connect(config={"threads": threads} if threads else {})
    con.execute("SET enable_progress_bar = false")
    return con


def columns(rows: Mapping[str, Sequence[Any]], types: Mapping[str, str]) -> dict[str, Any]:
    """Python columns as numpy arrays that DuckDB reads in place (BIGINT with NULL as masked array, text as object)."""
    out: dict[str, Any] = {}
    for name, values in rows.items():
        kind = types[name]
        if kind == "BIGINT":
            mask = [v is None for v in values]
            data = np.array([0 if v is None else v for v in values], dtype=np.int64)
            out[name] = np.ma.masked_array(data, mask=mask) if any(mask) else data
        elif kind == "BOOLEAN":
            out[name] = np.array(values, dtype=bool)
        else:
            out[name] = np.array(values, dtype=object) if len(values) else np.array([], dtype=object)
    return out


def create_table(
    con: duckdb.DuckDBPyConnection,
    name: str,
    types: Mapping[str, str],
    rows: Mapping[str, Sequence[Any]],
    *,
    passing: bool = False,
) -> None:
    """Create a table of the given column types from Python columns; a passing one is seen by this cursor alone."""
    declared = ", ".join(f'"{c}" {t}' for c, t in types.items())
    con.execute(f"CREATE OR REPLACE {'TEMP ' if passing else ''}TABLE {name} ({declared})")
    insert_rows(con, name, types, rows)


def insert_rows(
    con: duckdb.DuckDBPyConnection, name: str, types: Mapping[str, str], rows: Mapping[str, Sequence[Any]]
) -> None:
    """Append Python columns to a table."""
    size = len(next(iter(rows.values()), ()))
    if not size:
        return
    given = columns(rows, types)
    chosen = ", ".join(f'CAST("{c}" AS {t}) AS "{c}"' for c, t in types.items())
    con.register("given_rows", given)
    con.execute(f"INSERT INTO {name} SELECT {chosen} FROM given_rows")
    con.unregister("given_rows")
