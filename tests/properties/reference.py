"""What a model means, in plain Python sets: the definition that the SQL is held to."""

from __future__ import annotations

from dataclasses import dataclass, field

from yingjiu.catalog.model import Model, Operation, Source, Step


@dataclass(frozen=True)
class Row:
    person: int
    case: int | None
    record: int
    kind: str
    role: str
    present: bool = True
    fields: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def hits(models: list[Model], rows: list[Row], dead: set[int]) -> dict[str, set[tuple[int, int | None]]]:
    known: dict[str, set[tuple[int, int | None]]] = {}
    out = {}
    for model in models:
        for step in model.steps:
            known[f"{model.id}.{step.name}"] = _step(step, model.id, rows, known, models)
        for lead in model.leads:
            out[lead.model] = {(p, c) for p, c in known[f"{model.id}.{lead.step}"] if p not in dead}
    return out


def _roles(source: Source, model: str, models: list[Model]) -> set[tuple[str, str]]:
    if not source.step:
        return set(source.roles)
    owner, _, name = source.step.partition(".")
    found = next((m for m in models if m.id == owner), None) if name else None
    model = found.id if found else model
    step = next(m for m in models if m.id == model).step(name if found else source.step)
    of = step.others if step.operation is Operation.TO_SAME_CASE else step.start
    return {r for s in of for r in _roles(s, model, models)}


def _step(step: Step, model: str, rows: list[Row], known, models) -> set[tuple[int, int | None]]:  # noqa: C901
    def keys(source: Source) -> set[tuple[int, int | None]]:
        if source.step:
            return known.get(f"{model}.{source.step}", known.get(source.step))
        return {(r.person, r.case) for r in rows if r.present and (r.kind, r.role) in source.roles}

    def has(row: Row, name: str, values: tuple[str, ...]) -> bool:
        return any(n == name and v in values for n, v in row.fields)

    if step.operation is Operation.TAKE:
        out = set()
        for source in step.start:
            if source.step:
                out |= keys(source)
                continue
            for r in rows:
                if r.present and (r.kind, r.role) in source.roles:
                    wanted = all(has(r, n, v) for n, v in step.where.items())
                    if wanted and not any(has(r, n, v) for n, v in step.unless.items()):
                        out.add((r.person, r.case))
        return out
    start = set().union(*(keys(s) for s in step.start))
    if step.operation is Operation.MERGE:
        return start
    others = set().union(*(keys(s) for s in step.others))
    people = {p for p, _ in others}
    if step.operation is Operation.COLLIDE:
        if step.must_share_case:
            return {(p, c) for p, c in start if c is not None and (p, c) in others}
        return {(p, c) for p, c in start if p in people}
    if step.operation is Operation.SUBTRACT:
        unnamed = {p for p, c in others if c is None}
        return {(p, c) for p, c in start if not ((p, c) in others or p in unnamed or (c is None and p in people))}
    here = set().union(*(_roles(s, model, models) for s in step.start))
    there = set().union(*(_roles(s, model, models) for s in step.others))
    if {k for k, _ in here} == {k for k, _ in there} and len({k for k, _ in here}) == 1:
        records = {
            (r.record, r.case)
            for r in rows
            if r.present and (r.kind, r.role) in here and (r.person, r.case) in start and r.case is not None
        }
        return {
            (r.person, r.case)
            for r in rows
            if r.present
            and (r.kind, r.role) in there
            and any(r.record == n for n, _ in records)
            and r.case is not None
            and (r.person, r.case) in others
        }
    cases = {c for _, c in start if c is not None}
    return {(p, c) for p, c in others if c in cases}
