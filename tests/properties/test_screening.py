"""The SQL of every shipped model equals its plain-set reading on random data, step for step and with the dead left out."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference import Row, hits

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.model import shipped_models
from yingjiu.catalog.vocabulary import closed_values
from yingjiu.pool.engine import create_table, open_engine
from yingjiu.screening.nearmiss import near_misses
from yingjiu.screening.screen import read_hits, screen

KINDS = shipped_kinds()
MODELS = list(shipped_models())


def _roles() -> list[tuple[str, str]]:
    used = {r for m in MODELS for s in m.steps for src in (*s.start, *s.others) for r in src.roles}
    return sorted(used)


def _values(kind: str) -> dict[str, list[str]]:
    wanted: dict[str, set[str]] = {}
    for model in MODELS:
        for step in model.steps:
            if any(k == kind for src in step.start for k, _ in src.roles):
                for name, values in (*step.where.items(), *step.unless.items()):
                    wanted.setdefault(name, set()).update(values)
    fields = KINDS.kinds[kind].fields
    return {n: sorted(v)[:6] + sorted(set(closed_values(fields[n])) - v)[:1] for n, v in wanted.items()}


ROLES = _roles()
VALUES = {kind: _values(kind) for kind in {k for k, _ in ROLES}}


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    out = []
    for _ in range(draw(st.integers(1, 40))):
        kind, role = draw(st.sampled_from(ROLES))
        record = draw(st.integers(0, 8))
        case = draw(st.one_of(st.none(), st.integers(0, 3)))
        fields = set()
        for name, values in VALUES[kind].items():
            fields |= {(name, v) for v in draw(st.lists(st.sampled_from(values), max_size=2))}
        out.append(
            Row(
                draw(st.integers(0, 4)),
                case,
                record,
                kind,
                role,
                draw(st.booleans() | st.just(True)),
                frozenset(fields),
            )
        )
    # a record names one case
    cases = {}
    return [
        Row(
            r.person,
            cases.setdefault((r.kind, r.record), r.case),
            r.record + 100 * ROLES.index((r.kind, next(x for k, x in ROLES if k == r.kind))),
            r.kind,
            r.role,
            r.present,
            r.fields,
        )
        for r in out
    ]


def load(data: list[Row], dead: set[int]):
    con = open_engine(threads=1)
    create_table(
        con,
        "mentions",
        {
            "mention": "BIGINT",
            "person": "BIGINT",
            "case_id": "BIGINT",
            "record": "BIGINT",
            "kind": "VARCHAR",
            "role": "VARCHAR",
            "present": "BOOLEAN",
            "since": "DATE",
            "until": "DATE",
            "event": "DATE",
        },
        {
            "mention": list(range(len(data))),
            "person": [r.person for r in data],
            "case_id": [r.case for r in data],
            "record": [r.record for r in data],
            "kind": [r.kind for r in data],
            "role": [r.role for r in data],
            "present": [r.present for r in data],
            "since": [None] * len(data),
            "until": [None] * len(data),
            "event": [None] * len(data),
        },
    )
    flat = [(n, f, v) for n, r in enumerate(data) for f, v in r.fields]
    create_table(
        con,
        "attributes",
        {"mention": "BIGINT", "field": "VARCHAR", "value": "VARCHAR"},
        {"mention": [f[0] for f in flat], "field": [f[1] for f in flat], "value": [f[2] for f in flat]},
    )
    create_table(con, "dead", {"person": "BIGINT"}, {"person": sorted(dead)})
    return con


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows(), st.sets(st.integers(0, 4), max_size=1))
def test_sql_equals_plain_sets(data: list[Row], dead: set[int]) -> None:
    con = load(data, dead)
    found: dict[str, set[tuple[int, int | None]]] = {lead.model: set() for m in MODELS for lead in m.leads}
    screen(con, MODELS)
    for hit in read_hits(con, MODELS):
        found[hit.model].add((hit.person, hit.case_id))
    con.close()
    assert found == hits(MODELS, data, dead)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows())
def test_a_near_miss_is_no_hit(data: list[Row]) -> None:
    con = load(data, set())
    result = screen(con, MODELS)
    hit = {(h.model, h.person, h.case_id) for h in read_hits(con, MODELS)}
    near = near_misses(con, MODELS, result.statements)
    con.close()
    assert all((n.model, n.person, n.case_id) not in hit for n in near)
