"""Run every model over the tables (跑模型): steps in order, the funnel, the hits without the known dead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import duckdb

from yingjiu.catalog.model import Model, Operation
from yingjiu.screening.statements import ALIVE, Statement, compile_models

DEAD_STEP = "已死亡"


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many are left after a step: people, and person × case."""

    model: str
    step: str
    operation: str
    people: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A person in a case whom a model found."""

    model: str
    person: int
    case_id: int | None


@dataclass(frozen=True, slots=True)
class Screening:
    """What a screening left in the engine: a table a step and a table of hits a lead; the funnel counts them."""

    funnel: tuple[StepCount, ...]
    statements: tuple[Statement, ...]


def screen(
    con: duckdb.DuckDBPyConnection,
    models: Sequence[Model],
    *,
    progress: Callable[[str], None] | None = None,
) -> Screening:
    """Fill a table for every step and a table of hits for every lead; needs ``mentions``, ``attributes`` and ``dead``."""
    statements = compile_models(models)
    counted: list[tuple[str, str, str, str]] = []
    for statement in statements:
        con.execute(f"CREATE OR REPLACE TABLE {statement.table} AS {statement.select}")
        counted.append((statement.table, statement.model, statement.step.name, statement.step.operation.value))
        if progress:
            progress(statement.model)
    by_name = {(s.model, s.step.name): s for s in statements}
    for model in models:
        for lead in model.leads:
            table = hit_table(lead.model)
            step = by_name[model.id, lead.step]
            con.execute(f"CREATE OR REPLACE TABLE {table} AS {ALIVE.format(table=step.table)}")
            counted.append((table, lead.model, DEAD_STEP, Operation.SUBTRACT.value))
    return Screening(_count(con, counted), tuple(statements))


def read_hits(con: duckdb.DuckDBPyConnection, models: Sequence[Model]) -> list[Hit]:
    """The hits of all leads in a fixed order."""
    return [
        Hit(lead.model, person, case)
        for model in models
        for lead in model.leads
        for person, case in con.execute(
            f"SELECT person, case_id FROM {hit_table(lead.model)} ORDER BY person, case_id"
        ).fetchall()
    ]


def hit_table(model: str) -> str:
    """Name of the table of a model's hits."""
    return "hits_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in model)


def _count(con: duckdb.DuckDBPyConnection, counted: Sequence[tuple[str, str, str, str]]) -> tuple[StepCount, ...]:
    """People and pairs of every table, in one statement."""
    parts = [f"SELECT {n}, COUNT(DISTINCT person), COUNT(*) FROM {table}" for n, (table, *_) in enumerate(counted)]
    rows = {n: (people, pairs) for n, people, pairs in con.execute(" UNION ALL ".join(parts)).fetchall()}
    return tuple(StepCount(model, step, operation, *rows[n]) for n, (_, model, step, operation) in enumerate(counted))
