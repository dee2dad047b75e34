"""Steps of a model → plain SQL over keys (一步一句): each step is a table of distinct (person, case_id).

Five operations, closed: take, merge, collide, subtract, to the same case. No case equals no case. Evidence is not carried
along: it is fetched once at the end for those who are asked about (architecture.md §6.4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yingjiu.catalog.model import Model, Operation, Source, Step
from yingjiu.pool.engine import in_list, quote


@dataclass(frozen=True, slots=True)
class Statement:
    """One step ready to run: its table, the SELECT that fills it, the roles its people came from."""

    model: str
    step: Step
    table: str
    select: str
    origins: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Model and step."""
        return f"{self.model}.{self.step.name}"


def compile_models(models: Sequence[Model]) -> list[Statement]:
    """All steps of all models in the order in which they can run; tables are ``step_1``, ``step_2``, and so on."""
    statements: list[Statement] = []
    known: dict[str, Statement] = {}
    for model in models:
        for step in model.steps:
            statement = _compile(model.id, step, f"step_{len(statements) + 1}", known)
            statements.append(statement)
            known[statement.name] = statement
    return statements


def relax(statements: Sequence[Statement], name: str, step: Step) -> list[Statement]:
    """The statements that change when the step ``name`` is replaced by ``step``: it and all that start from it.

    Their tables are ``loose_1`` …; every other step is read from its own table.
    """
    known = {s.name: s for s in statements}
    changed: dict[str, Statement] = {}
    for statement in statements:
        uses = {_full(statement.model, s, known) for s in (*statement.step.start, *statement.step.others) if s.step}
        if statement.name != name and not uses & changed.keys():
            continue
        new = step if statement.name == name else statement.step
        loose = _compile(statement.model, new, f"loose_{len(changed) + 1}", {**known, **changed})
        changed[statement.name] = loose
    return list(changed.values())


def _full(model: str, source: Source, known: Mapping[str, Statement]) -> str:
    own = f"{model}.{source.step}"
    return own if own in known else str(source.step)


def _compile(model: str, step: Step, table: str, known: Mapping[str, Statement]) -> Statement:
    find = _Finder(model, known)
    return Statement(model, step, table, _select(step, find), _origins(step, find))


@dataclass(frozen=True, slots=True)
class _Finder:
    model: str
    known: Mapping[str, Statement]

    def statement(self, source: Source) -> Statement:
        """The statement of the step a source names."""
        return self.known[_full(self.model, source, self.known)]

    def keys(self, source: Source) -> str:
        """A sub-select of (person, case_id) for a source."""
        if source.step:
            return f"SELECT person, case_id FROM {self.statement(source).table}"
        return f"SELECT person, case_id FROM mentions AS m WHERE {_of_roles(source.roles)}"


def _of_roles(roles: Sequence[tuple[str, str]]) -> str:
    by_role: dict[str, list[str]] = {}
    for kind, role in roles:
        by_role.setdefault(role, []).append(kind)
    parts = [f"(m.role = {quote(role)} AND m.kind IN {in_list(tuple(kinds))})" for role, kinds in by_role.items()]
    return "m.present AND (" + " OR ".join(parts or ["false"]) + ")"


def _origins(step: Step, find: _Finder) -> tuple[tuple[str, str], ...]:
    sources = step.others if step.operation is Operation.TO_SAME_CASE else step.start
    roles: dict[tuple[str, str], None] = {}
    for source in sources:
        for role in find.statement(source).origins if source.step else source.roles:
            roles[role] = None
    return tuple(roles)


def _select(step: Step, find: _Finder) -> str:
    start = " UNION ALL ".join(find.keys(s) for s in step.start)
    if step.operation is Operation.TAKE:
        return _take(step, find)
    if step.operation is Operation.MERGE:
        return f"SELECT DISTINCT person, case_id FROM ({start}) AS s"
    others = " UNION ALL ".join(find.keys(s) for s in step.others)
    if step.operation is Operation.COLLIDE:
        return _collide(step, start, others)
    if step.operation is Operation.SUBTRACT:
        return _subtract(step, start, others)
    return _to_same_case(step, find, start, others)


def _take(step: Step, find: _Finder) -> str:
    parts = []
    for source in step.start:
        if source.step:
            parts.append(find.keys(source))
            continue
        tests = [_has(name, values) for name, values in step.where.items()]
        tests += ["NOT " + _has(name, values) for name, values in step.unless.items()]
        parts.append(" AND ".join([find.keys(source), *tests]))
    return f"SELECT DISTINCT person, case_id FROM ({' UNION ALL '.join(parts)}) AS s"


def _has(name: str, values: tuple[str, ...]) -> str:
    return (
        f"EXISTS (SELECT 1 FROM attributes AS a WHERE a.mention = m.mention AND a.field = {quote(name)} "
        f"AND a.value IN {in_list(values)})"
    )


def _collide(step: Step, start: str, others: str) -> str:
    if step.at_event:
        return _collide_at_event(step, start)
    same = "t.person = s.person" + (" AND t.case_id = s.case_id" if step.must_share_case else "")
    return (
        f"SELECT DISTINCT person, case_id FROM ({start}) AS s WHERE EXISTS (SELECT 1 FROM ({others}) AS t WHERE {same})"
    )


def _collide_at_event(step: Step, start: str) -> str:
    roles = [r for s in step.others for r in s.roles]
    where = _of_roles(roles).removeprefix("m.present AND ")
    return (
        f"SELECT DISTINCT s.person, s.case_id FROM ({start}) AS s JOIN mentions AS e ON e.person = s.person "
        f"AND e.case_id = s.case_id AND e.event IS NOT NULL WHERE EXISTS (SELECT 1 FROM mentions AS m "
        f"WHERE m.person = s.person AND {where} AND (m.since IS NULL OR m.since <= e.event) "
        f"AND ((m.until IS NULL AND m.present) OR m.until > e.event))"
    )


def _pairs(step: Step) -> str:
    """The head of a SELECT: a single earlier step holds each pair once already."""
    once = len(step.start) == 1 and step.start[0].step is not None
    return "SELECT person, case_id" if once else "SELECT DISTINCT person, case_id"


def _subtract(step: Step, start: str, others: str) -> str:
    return (
        f"WITH t AS (SELECT DISTINCT person, case_id FROM ({others}) AS o) "
        f"{_pairs(step)} FROM ({start}) AS s "
        "WHERE NOT EXISTS (SELECT 1 FROM t WHERE t.person = s.person AND t.case_id = s.case_id) "
        "AND NOT EXISTS (SELECT 1 FROM t WHERE t.person = s.person AND t.case_id IS NULL) "
        "AND (s.case_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM t WHERE t.person = s.person))"
    )


def _to_same_case(step: Step, find: _Finder, start: str, others: str) -> str:
    here = _roles_of(step.start, find)
    there = _roles_of(step.others, find)
    if {k for k, _ in here} != {k for k, _ in there} or len({k for k, _ in here}) != 1:
        return (
            f"SELECT DISTINCT t.person, t.case_id FROM ({others}) AS t "
            f"WHERE EXISTS (SELECT 1 FROM ({start}) AS s WHERE s.case_id = t.case_id)"
        )
    return (
        f"SELECT DISTINCT t.person, t.case_id FROM ({start}) AS s "
        f"JOIN mentions AS m ON m.person = s.person AND m.case_id = s.case_id AND {_of_roles(here)} "
        f"JOIN mentions AS o ON o.record = m.record AND {_of_roles(there).replace('m.', 'o.')} "
        f"JOIN ({others}) AS t ON t.person = o.person AND t.case_id = o.case_id"
    )


def _roles_of(sources: Sequence[Source], find: _Finder) -> tuple[tuple[str, str], ...]:
    return tuple(r for s in sources for r in (find.statement(s).origins if s.step else s.roles))


ALIVE = "SELECT person, case_id FROM {table} AS s WHERE NOT EXISTS (SELECT 1 FROM dead AS d WHERE d.person = s.person)"
