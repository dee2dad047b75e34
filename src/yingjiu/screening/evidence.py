"""What a hit rests on (证据): one join at the end, for the hits and for those who are asked about.

``start`` are the mentions with which the person came into the model, under the model's own conditions; the others are the
records the person was held against. The start mention names the case in the hit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model, Operation, Source, Step
from yingjiu.pool.engine import in_list, quote
from yingjiu.screening.screen import hit_table
from yingjiu.screening.statements import Statement


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mention behind a hit; ``part`` is start or the word of the model that it answers."""

    model: str
    person: int
    case_id: int | None
    mention: int
    part: str
    called: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """How people came in: roles under conditions, and the field by which such a mention names its case."""

    roles: tuple[tuple[str, str], ...]
    where: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]


class Lineage:
    """Walks from a step back to the takes its people came from."""

    def __init__(self, statements: Sequence[Statement], kinds: Kinds) -> None:
        """Index the statements of a screening."""
        self.kinds = kinds
        self.steps = {f"{s.model}.{s.step.name}": s.step for s in statements}

    def step(self, model: str, source: Source) -> tuple[str, Step] | None:
        """The step a source names, with the model it belongs to; None for roles of kinds."""
        if source.step is None:
            return None
        name = f"{model}.{source.step}"
        if name in self.steps:
            return model, self.steps[name]
        other = source.step.split(".")[0]
        return other, self.steps[source.step]

    def origins(self, model: str, step: Step) -> list[Origin]:
        """The takes from which a step's people came."""
        if step.operation is Operation.TAKE:
            roles = tuple(r for s in step.start for r in s.roles)
            found = [Origin(roles, step.where, step.unless)] if roles else []
        else:
            found = []
        sources = step.others if step.operation is Operation.TO_SAME_CASE else step.start
        for source in sources:
            target = self.step(model, source)
            if target:
                found += self.origins(*target)
            elif step.operation is not Operation.TAKE:
                found.append(Origin(source.roles, {}, {}))
        return found

    def path(self, model: str, step: Step) -> list[tuple[str, Step]]:
        """Every step on the way to a step, itself last, with the model each belongs to."""
        found: list[tuple[str, Step]] = []
        for source in (*step.start, *(step.others if step.operation is Operation.TO_SAME_CASE else ())):
            target = self.step(model, source)
            if target:
                found += [p for p in self.path(*target) if p not in found]
        return [*found, (model, step)]

    def against(self, model: str, step: Step) -> list[tuple[str, Step, Source]]:
        """Every (model, step, source) that the people of a step were collided with, nearest last."""
        found: list[tuple[str, Step, Source]] = []
        for source in step.start:
            target = self.step(model, source)
            if target:
                found += self.against(*target)
        if step.operation is Operation.COLLIDE:
            found += [(model, step, s) for s in step.others]
        return found


def fetch_evidence(con: duckdb.DuckDBPyConnection, models: Sequence[Model], lineage: Lineage) -> list[Evidence]:
    """The mentions behind every hit of every lead."""
    found: list[Evidence] = []
    for model in models:
        for lead in model.leads:
            table = hit_table(lead.model)
            if not con.execute(f"SELECT COUNT(*) FROM {table}").fetchall()[0][0]:
                continue
            step = model.step(lead.step)
            queries = [_start(table, origin, lineage.kinds) for origin in lineage.origins(model.id, step)]
            queries += [
                _against(table, other, source, lineage, owner)
                for owner, other, source in lineage.against(model.id, step)
            ]
            rows = con.execute(" UNION ".join(queries)).fetchall()
            found += [Evidence(lead.model, *row) for row in rows]
    return found


def conditions(origin: Origin) -> str:
    """The conditions of a take as SQL over ``m``."""
    tests = []
    for negate, group in (("", origin.where), ("NOT ", origin.unless)):
        for name, values in group.items():
            tests.append(
                f"{negate}EXISTS (SELECT 1 FROM attributes AS a WHERE a.mention = m.mention AND a.field = {quote(name)} "
                f"AND a.value IN {in_list(values)})"
            )
    return " AND ".join(["m.present", of_roles(origin.roles), *tests])


def of_roles(roles: Sequence[tuple[str, str]]) -> str:
    """``m`` stands in one of these roles."""
    return "(" + (" OR ".join(f"(m.kind = {quote(k)} AND m.role = {quote(r)})" for k, r in roles) or "false") + ")"


def _called(roles: Sequence[tuple[str, str]], where: Mapping[str, tuple[str, ...]], kinds: Kinds) -> str:
    parts = []
    papers = where.get("有文书", ())
    for name in dict.fromkeys(k for k, _ in roles):
        kind = kinds.kinds[name]
        field = kind.called
        if papers and all(p in kind.called_by_paper for p in papers):
            field = kind.called_by_paper[papers[0]]
        if field:
            parts.append(f"WHEN m.kind = {quote(name)} THEN {quote(field)}")
    return f"CASE {' '.join(parts)} END" if parts else "CAST(NULL AS VARCHAR)"


def _start(table: str, origin: Origin, kinds: Kinds) -> str:
    return (
        f"SELECT h.person, h.case_id, m.mention, 'start' AS part, {_called(origin.roles, origin.where, kinds)} AS called "
        f"FROM {table} AS h JOIN mentions AS m ON m.person = h.person AND m.case_id IS NOT DISTINCT FROM h.case_id "
        f"WHERE {conditions(origin)}"
    )


def _against(table: str, step: Step, source: Source, lineage: Lineage, model: str) -> str:
    target = lineage.step(model, source)
    origins = lineage.origins(*target) if target else [Origin(source.roles, {}, {})]
    tests = " OR ".join(f"({conditions(o)})" for o in origins)
    same = " AND m.case_id = h.case_id" if step.must_share_case else ""
    return (
        f"SELECT h.person, h.case_id, m.mention, {quote(source.name)} AS part, CAST(NULL AS VARCHAR) AS called "
        f"FROM {table} AS h JOIN mentions AS m ON m.person = h.person{same} WHERE {tests}"
    )
