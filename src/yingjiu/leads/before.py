"""What the last run said of each lead (上次的颜色), from its leads.jsonl, so that only changes alert."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.grading import COLOURS
from yingjiu.leads.graded import Before
from yingjiu.leads.lead import Lead


def told_record(told: Mapping[str, Value]) -> dict[str, str | None]:
    """Elements as they are kept: numbers as text, not known as null."""
    return {name: value if value is None or isinstance(value, str) else f"{value:f}" for name, value in told.items()}


def read_before(out: Path, leads: Iterable[Lead], elements: Mapping[str, Element]) -> dict[str, Before] | None:
    """By number of the lead as it is now; None where no run with colours is there.

    A lead whose number changed with its case (a further number joined) is known again by the person and a common number.
    """
    try:
        text = (out / "leads.jsonl").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError):
        return None
    known = {
        str(r["id"]): _before(r, elements)
        for r in rows
        if isinstance(r, dict) and r.get("colour") in COLOURS and "id" in r
    }
    if not known:
        return None
    by_number = {
        (r["id_number"], number): str(r["id"])
        for r in rows
        if isinstance(r, dict) and r.get("id_number") and str(r.get("id")) in known
        for number in r.get("case_numbers", ())
    }
    found = {}
    for lead in leads:
        names = [lead.id, *(by_number.get((lead.person.id_number, n), "") for n in lead.case_numbers)]
        name = next((n for n in names if n in known), None)
        if name is not None:
            found[lead.id] = known[name]
    return found


def _before(row: Mapping[str, Any], elements: Mapping[str, Element]) -> Before:
    told = row.get("told")
    pairs = told.items() if isinstance(told, dict) else ()
    return Before(str(row["colour"]), {n: _value(elements[n], v) for n, v in pairs if n in elements})


def _value(element: Element, kept: object) -> Value:
    if kept is None:
        return None
    if not element.unit:
        return str(kept)
    try:
        return Decimal(str(kept))
    except InvalidOperation:
        return None
