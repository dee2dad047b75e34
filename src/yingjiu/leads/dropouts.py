"""Who fell out of the funnel, at which step and on which record (落下的人); near misses first.

A person whom one test alone kept out is a near miss; the others who stood before a collision or a subtraction are listed after
them. Each line names the record that decided, where one did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from yingjiu.catalog.model import Model, Operation
from yingjiu.matching.casefacts import UNPROVEN
from yingjiu.matching.people import select_people
from yingjiu.pool.engine import create_table
from yingjiu.screening.evidence import Lineage, of_roles
from yingjiu.screening.nearmiss import Dropped, dropped_at, near_misses
from yingjiu.screening.screen import Screening

LIMIT = 20_000
HEADING = "已谅解、协议赔偿,付款未证实"
"""Heads the near misses: whom only a payment kept out that no paper shows to have come."""


@dataclass(frozen=True, slots=True)
class Dropouts:
    """Everyone dropped, near misses first, as lines for dropped.jsonl; ``cut`` when the list was too long to be written whole."""

    lines: tuple[dict[str, Any], ...]
    cut: int


def list_dropouts(
    con: duckdb.DuckDBPyConnection, models: Sequence[Model], screening: Screening, lineage: Lineage
) -> Dropouts:
    """All drop-outs of all models."""
    near = near_misses(con, models, screening.statements)
    seen = {(d.model, d.person, d.case_id) for d in near}
    rest = [
        d
        for model in models
        for lead in model.leads
        for owner, step in lineage.path(model.id, model.step(lead.step))
        for d in dropped_at(con, lead.model, owner, step, screening.statements)
        if (d.model, d.person, d.case_id) not in seen
    ]
    unproven = _unproven(con)
    first = [d for d in _merge(near) if "赔偿" in d.test and (d.person, d.case_id) in unproven]
    others = set(_merge(near)) - set(first)
    everyone = [*sorted(first, key=_order), *sorted(others, key=_order), *sorted(rest, key=_order)]
    noted = set(first)
    kept = everyone[:LIMIT]
    people = select_people(con, {d.person for d in kept})
    places = _places(con, kept, models, lineage)
    lines = tuple(
        {
            "model": d.model, "name": people[d.person].name, "id_number": people[d.person].id_number, "step": d.step,
            "test": d.test, "near": d.near, "note": HEADING if d in noted else "", "records": sorted(set(places.get((d.model, d.step, d.person), ()))),
        }
        for d in kept
    )  # fmt: skip
    return Dropouts(lines, len(everyone) - len(kept))


def _order(one: Dropped) -> tuple[str, str, int, int]:
    return one.model, one.step, one.person, one.case_id or 0


def _unproven(con: duckdb.DuckDBPyConnection) -> set[tuple[int, int | None]]:
    """Person and case where payment rests on agreement and forgiveness alone."""
    rows = con.execute(
        "SELECT DISTINCT m.person, m.case_id FROM mentions AS m JOIN people AS q ON q.mention = m.mention "
        f"WHERE m.kind = '案件' AND q.told LIKE '%{UNPROVEN}%'"
    ).fetchall()
    return {(person, case) for person, case in rows}


def _merge(near: Sequence[Dropped]) -> list[Dropped]:
    """One line a person, case, model and step: the first test named."""
    seen: dict[tuple[str, int, int | None, str], Dropped] = {}
    for one in near:
        seen.setdefault((one.model, one.person, one.case_id, one.step), one)
    return list(seen.values())


def _places(
    con: duckdb.DuckDBPyConnection, dropped: Sequence[Dropped], models: Sequence[Model], lineage: Lineage
) -> dict[tuple[str, str, int], list[str]]:
    """The records of the person that the step looked at: why a subtraction, which register was left, which paper says paid."""
    by_step: dict[tuple[str, str], set[int]] = {}
    for one in dropped:
        by_step.setdefault((one.model, one.step), set()).add(one.person)
    found: dict[tuple[str, str, int], list[str]] = {}
    for model in models:
        leads = {lead.model for lead in model.leads} | {model.id}
        for step in model.steps:
            sources = step.start if step.operation is Operation.TAKE else step.others
            roles = [r for s in sources for r in s.roles]
            if not roles:
                continue
            for lead in leads:
                people = by_step.get((lead, step.name))
                if not people:
                    continue
                create_table(con, "asked", {"key": "BIGINT"}, {"key": sorted(people)}, passing=True)
                rows = con.execute(
                    "SELECT m.person, q.place FROM mentions AS m JOIN asked AS k ON k.key = m.person "
                    f"JOIN people AS q ON q.mention = m.mention WHERE {of_roles(roles)}"
                ).fetchall()
                for person, place in rows:
                    found.setdefault((lead, step.name, person), []).append(place)
    return found
