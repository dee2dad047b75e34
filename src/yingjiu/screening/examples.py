"""Run the examples of a model (跑样例): each 样例 becomes a tiny pool, the model must find just whom it says."""

from __future__ import annotations

from collections.abc import Sequence

from yingjiu.catalog.model import Example, ExampleMention, Model
from yingjiu.catalog.problem import Problem
from yingjiu.pool.engine import create_table, open_engine
from yingjiu.screening.screen import read_hits, screen

_MENTION_TYPES = {
    "mention": "BIGINT", "person": "BIGINT", "case_id": "BIGINT", "record": "BIGINT", "kind": "VARCHAR", "role": "VARCHAR",
    "present": "BOOLEAN", "since": "DATE", "until": "DATE", "event": "DATE",
}  # fmt: skip


def check_examples(models: Sequence[Model], model: Model) -> list[Problem]:
    """Problems of a model's own examples; ``models`` are those it may start from, itself included."""
    problems = []
    needed = _needed(models, model)
    for example in model.examples:
        found = run_example(needed, example)
        for lead, expected in example.expected.items():
            got = found.get(lead, set())
            if got != set(expected):
                message = f"样例“{example.says}”应得 {_say(set(expected))},实得 {_say(got)}"
                problems.append(Problem(model.file, example.line, message))
    return problems


def _needed(models: Sequence[Model], model: Model) -> list[Model]:
    """The model and those whose steps it starts from."""
    used = {
        s.step.split(".")[0] for step in model.steps for s in (*step.start, *step.others) if s.step and "." in s.step
    }
    return [m for m in models if m.id in used or m.id == model.id]


def run_example(models: Sequence[Model], example: Example) -> dict[str, set[str]]:
    """People found by each lead of the models, over the example alone."""
    con = open_engine(threads=1)
    people = sorted({m.person for m in example.given})
    create_table(con, "mentions", _MENTION_TYPES, _mention_columns(example.given, people))
    attributes = [
        (n, name, value) for n, m in enumerate(example.given) for name, values in m.fields.items() for value in values
    ]
    create_table(
        con,
        "attributes",
        {"mention": "BIGINT", "field": "VARCHAR", "value": "VARCHAR"},
        {
            "mention": [a[0] for a in attributes],
            "field": [a[1] for a in attributes],
            "value": [a[2] for a in attributes],
        },
    )
    create_table(con, "dead", {"person": "BIGINT"}, {"person": []})
    screen(con, models)
    hits = read_hits(con, models)
    con.close()
    found: dict[str, set[str]] = {}
    for hit in hits:
        found.setdefault(hit.model, set()).add(people[hit.person])
    return found


def _mention_columns(given: Sequence[ExampleMention], people: list[str]) -> dict[str, list[object]]:
    cases = sorted({m.case for m in given if m.case})
    records = sorted({m.record for m in given})
    return {
        "mention": list(range(len(given))),
        "person": [people.index(m.person) for m in given],
        "case_id": [cases.index(m.case) if m.case else None for m in given],
        "record": [records.index(m.record) for m in given],
        "kind": [m.kind for m in given],
        "role": [m.role for m in given],
        "present": [m.state != "离册" for m in given],
        "since": [m.since for m in given],
        "until": [m.until for m in given],
        "event": [m.event for m in given],
    }


def _say(people: set[str]) -> str:
    return "、".join(sorted(people)) or "无人"
