"""What the last run said of each lead (上次的颜色), from its leads.jsonl, so that only changes alert."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.grading import COLOURS
from yingjiu.leads.graded import Before
from yingjiu.leads.lead import Lead
from yingjiu.pool.atomic import write_whole


def told_record(told: Mapping[str, Value]) -> dict[str, str | None]:
    """Elements as they are kept: numbers as text, not known as null."""
    return {name: value if value is None or isinstance(value, str) else f"{value:f}" for name, value in told.items()}


LEADS: Final = "leads.jsonl"
KEPT: Final = "上次线索.jsonl"


def mark_leads(out: Path) -> str:
    """A mark of the leads that stand in OUT, kept by a run that came to its end."""
    try:
        return hashlib.sha256((out / LEADS).read_bytes()).hexdigest()
    except OSError:
        return ""


def keep_whole(out: Path, mark: str) -> None:
    """Set the leads of the last whole run aside before they are written anew.

    ``mark`` is what that run kept of its leads: leads that do not bear it were left by a run that was cut off, and what
    was set aside before still counts, so that a run begun again says the same changes.
    """
    if mark and mark_leads(out) == mark:
        write_whole(out / KEPT, (out / LEADS).read_bytes())
        (out / KEPT).chmod(0o600)


def read_before(
    out: Path, leads: Iterable[Lead], elements: Mapping[str, Element], file: str = LEADS
) -> dict[str, Before] | None:
    """By number of the lead as it is now; None where no run with colours is there.

    A lead whose number changed with its case (a further number joined) is known again by the person and a common number.
    """
    try:
        text = (out / file).read_text(encoding="utf-8")
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
