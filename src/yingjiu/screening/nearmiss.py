"""Who was dropped and at which test (漏斗中落下的人), near misses first: those whom exactly one test kept out.

A near miss is found by leaving out one test at a time (a condition of a take, a collision, the same case, a subtraction): who
then becomes a hit failed just that test. So “what would change it” is a computed answer, not a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import duckdb

from yingjiu.catalog.model import Model, Operation, Step
from yingjiu.pool.engine import quote
from yingjiu.screening.screen import hit_table
from yingjiu.screening.statements import ALIVE, Statement, relax

# What kind of case a model is about is no test that a person fails narrowly.
SCOPE: Final = frozenset({"罪名", "有文书", "案由", "案件类别", "信访类型"})


@dataclass(frozen=True, slots=True)
class Dropped:
    """A person (in a case) who did not become a hit of ``model``; ``near`` when the test named is the only one failed."""

    model: str
    person: int
    case_id: int | None
    step: str
    test: str
    near: bool


def near_misses(
    con: duckdb.DuckDBPyConnection, models: Sequence[Model], statements: Sequence[Statement]
) -> list[Dropped]:
    """Everyone who would be a hit with one test left out."""
    found: list[Dropped] = []
    leads = {f"{model.id}.{lead.step}": lead.model for model in models for lead in model.leads}
    for statement in statements:
        for test, loose in loosened(statement.step):
            rows = con.execute(_gained(relax(statements, statement.name, loose), leads)).fetchall()
            found += [Dropped(lead, person, case, statement.step.name, test, near=True) for lead, person, case in rows]
    return found + _dead(con, models, statements)


def loosened(step: Step) -> Iterator[tuple[str, Step]]:
    """Each test of a step in words, with the step without it."""
    if step.operation is Operation.TAKE:
        for name, values in step.where.items():
            if name in SCOPE:
                continue
            rest = {k: v for k, v in step.where.items() if k != name}
            yield f"{name}应为 {'、'.join(values[:6])}", replace(step, where=rest)
        for name, values in step.unless.items():
            rest = {k: v for k, v in step.unless.items() if k != name}
            yield f"{name}为 {'、'.join(values)} 的除外", replace(step, unless=rest)
    elif step.operation in {Operation.COLLIDE, Operation.SUBTRACT}:
        others = "、".join(s.name for s in step.others)
        if step.operation is Operation.SUBTRACT:
            yield f"已在 {others}", replace(step, operation=Operation.MERGE, others=())
        elif step.must_share_case:
            yield f"应与 {others} 同案", replace(step, must_share_case=False)
            yield f"应在 {others}", replace(step, operation=Operation.MERGE, others=(), must_share_case=False)
        else:
            yield f"应在 {others}", replace(step, operation=Operation.MERGE, others=())


def _gained(changed: Sequence[Statement], leads: Mapping[str, str]) -> str:
    """One statement for who becomes a hit of which lead when these steps are as they are here."""
    steps = ", ".join(f"{one.table} AS ({one.select})" for one in changed)
    parts = [
        f"SELECT {quote(lead)} AS lead, g.person, g.case_id FROM ({ALIVE.format(table=one.table)} EXCEPT "
        f"SELECT person, case_id FROM {hit_table(lead)}) AS g"
        for one in changed
        if (lead := leads.get(one.name))
    ]
    return f"WITH {steps} {' UNION ALL '.join(parts)}"


def _dead(con: duckdb.DuckDBPyConnection, models: Sequence[Model], statements: Sequence[Statement]) -> list[Dropped]:
    tables = {s.name: s.table for s in statements}
    found = []
    for model in models:
        for lead in model.leads:
            rows = con.execute(
                f"SELECT person, case_id FROM {tables[f'{model.id}.{lead.step}']} EXCEPT "
                f"SELECT person, case_id FROM {hit_table(lead.model)}"
            ).fetchall()
            found += [Dropped(lead.model, p, c, "已死亡", "本人已经死亡", near=True) for p, c in rows]
    return found


def dropped_at(
    con: duckdb.DuckDBPyConnection, lead: str, owner: str, step: Step, statements: Sequence[Statement]
) -> list[Dropped]:
    """Everyone who stood at the start of a collision or subtraction of a lead's path and not at its end."""
    known = {s.name: s for s in statements}
    if step.operation not in {Operation.COLLIDE, Operation.SUBTRACT}:
        return []
    starts = [known.get(f"{owner}.{s.step}") or known[str(s.step)] for s in step.start if s.step]
    if not starts:
        return []
    start = " UNION ".join(f"SELECT person, case_id FROM {s.table}" for s in starts)
    rows = con.execute(f"({start}) EXCEPT SELECT person, case_id FROM {known[f'{owner}.{step.name}'].table}").fetchall()
    test = next(iter(loosened(step)))[0]
    return [Dropped(lead, person, case, step.name, test, near=False) for person, case in rows]
