"""Takes the leads of a run over into the workbench （写入筛查结果）: what officers decided stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from yingjiu.leads.before import told_record
from yingjiu.leads.graded import Graded
from yingjiu.leads.lead import Lead as Found
from yingjiu.run import County
from yingjiu.web.accounts.models import Unit, User
from yingjiu.web.journal.services import write
from yingjiu.web.leads.dossier import Dossier, make_dossier
from yingjiu.web.leads.findings import find
from yingjiu.web.leads.models import Evidence, Lead, Paper


def leads_load(*, county: County, source: Path, unit: Unit, by: User, on: date) -> int:
    """Write all leads of an opened county; the number of leads.

    The files are read before the transaction begins, so that nobody waits for a disk.
    """
    papers = {p.place: p for p in county.delivered.papers}
    grades = county.grades.by_lead
    ranked = {g.lead.id: n for n, g in enumerate(county.grades.ranked())}
    ordered = sorted(county.leads, key=lambda lead: ranked.get(lead.id, len(ranked)))
    made = [(lead, make_dossier(lead, grades.get(lead.id), papers, source)) for lead in ordered]
    with transaction.atomic():
        for rank, (found, dossier) in enumerate(made, 1):
            values = _columns(found, dossier) | _grade_columns(grades.get(found.id), on) | {"rank": rank}
            _store(found, dossier, values, unit=unit, on=on)
        write("leads.loaded", actor=by, after={"线索": len(made), "日期": on.isoformat()})
    return len(made)


def _store(found: Found, dossier: Dossier, values: dict[str, Any], *, unit: Unit, on: date) -> None:
    lead, _ = Lead.objects.update_or_create(
        unit=unit, key=found.id, defaults=values, create_defaults=values | {"first_seen": on}
    )
    lead.evidence.all().delete()
    rows = []
    for number, p in enumerate(dossier.passages, 1):
        paper, _ = Paper.objects.get_or_create(
            unit=unit, place=p.place[:400], defaults={"title": p.title, "day": p.day}
        )
        rows.append(
            Evidence(
                lead=lead, paper=paper, number=number, fact=p.fact, passage=p.text, start=p.start, end=p.end
            )
        )  # fmt: skip
    Evidence.objects.bulk_create(rows)


def _grade_columns(graded: Graded | None, on: date) -> dict[str, Any]:
    """Colour and what belongs to it; a lead that ended has none."""
    if graded is None:
        return {"colour": "", "told": {}, "grade_why": "", "question": "", "how": "", "due": None, "change": ""}
    told = told_record(graded.told)
    asked = graded.question or find(told, on, lambda _: ()).next
    return {
        "colour": graded.grade.colour,
        "told": told,
        "grade_why": graded.grade.row.reason[:300],
        "question": asked.question[:120] if asked else "",
        "how": asked.how[:120] if asked else "",
        "due": graded.due,
        "change": graded.change,
    }


def _columns(found: Found, dossier: Dossier) -> dict[str, Any]:
    person = found.person
    return {
        "name": person.name,
        "id_number": person.id_number or "",
        "sex": person.sex or "",
        "birth": person.birth or "",
        "township": person.township or "",
        "case_number": next(iter((*found.called, *found.case_numbers)), "")[:80],
        "matter": dossier.matter,
        "stream": found.stream,
        "groups": "、".join(found.groups),
        "found_by": list(found.models),
        "officers": list(found.officers),
        "why": dossier.why[:300],
        "ended": (found.reason or "已结束") if found.status != "open" else "",
        "dossier": dossier.words,
        "names": list(dossier.names),
        "sealed": found.sealed,
    }
