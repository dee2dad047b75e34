"""The least outputs in their fixed words (golden README): hits.jsonl, documents.jsonl, leads.jsonl, funnel.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.catalog.vocabulary import LABELS
from yingjiu.leads.before import told_record
from yingjiu.leads.deepen import count_findings
from yingjiu.leads.found import Found
from yingjiu.leads.graded import Graded, Grades
from yingjiu.leads.lead import Lead
from yingjiu.matching.papers import FiledPaper
from yingjiu.screening.screen import Screening


def lines(rows: Iterable[dict[str, Any]]) -> str:
    """JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def hit_records(found: Found, models: Sequence[Model], kinds: Kinds) -> list[dict[str, Any]]:
    """One line per model, person and case number."""
    labels = {lead.model: model.step(lead.step).labels for model in models for lead in model.leads}
    records = []
    for hit in found.hits:
        person = found.people[hit.person]
        starts = found.start_mentions(hit)
        for number in dict.fromkeys(n for _, n in starts) or (None,):
            record: dict[str, Any] = {
                "model": hit.model, "name": person.name, "id_number": person.id_number, "case_number": number,
            }  # fmt: skip
            chosen = [m for m, n in starts if n == number]
            if "本地" in labels[hit.model]:
                record[LABELS["本地"]] = any(m.fields.get("户籍") == ("本地",) for m in chosen)
            if "人群" in labels[hit.model]:
                here = {
                    kinds.kinds[m.kind].group
                    for m in found.of_person(hit.person)
                    if m.present and kinds.is_own(m.kind, m.role)
                }
                record[LABELS["人群"]] = [word for group, word in kinds.register_groups.items() if group in here]
            record["evidence"] = sorted({m.place for m, _ in starts})
            records.append(record)
    return records


def document_records(filed: Sequence[FiledPaper]) -> list[dict[str, Any]]:
    """One line per paper."""
    records = []
    for one in filed:
        paper = one.paper
        file, _, pages = one.place.partition("#")
        record: dict[str, Any] = {
            "file": file, "type": paper.type, "title": paper.title, "day": paper.day, "own_number": paper.own_number,
            "numbers": paper.numbers,
            "charge": paper.charge, "cause": paper.cause, "injury": paper.injury, "hardship": paper.hardship,
            "suspects": [s.name for s in paper.suspects], "compensation": paper.compensation, "forgiven": paper.forgiven,
            "victims": [
                {
                    "name": v.name, "id_number": v.id_number, "sex": v.sex, "birth": v.birth, "organisation": v.organisation,
                    "compensation": v.compensation, "forgiven": v.forgiven, "basis": v.basis, "injury": v.injury,
                    "loss": float(v.loss) if v.loss is not None else None, "relatives": [r.name for r in v.relatives],
                    "evidence": {name: [s.quote for s in spans] for name, spans in v.evidence.items()},
                }
                for v in paper.victims
            ],
            "parties": [{"name": p.name, "role": p.role, "id_number": p.id_number} for p in paper.parties],
        }  # fmt: skip
        if pages:
            record["pages"] = [int(n) for n in pages.split("-")]
        if one.doubts:
            record["remarks"] = list(one.doubts)
        if one.bound is not None:
            record |= {"volume": one.bound.volume, "stamps": list(one.bound.stamps), "cited": one.bound.cited()}
        records.append(record)
    return records


def lead_records(leads: Sequence[Lead], grades: Grades | None = None) -> list[dict[str, Any]]:
    """One line per person and event, with the colour of an open one."""
    ranks = {g.lead.id: (n, g) for n, g in enumerate(grades.ranked(), 1)} if grades else {}
    return [
        {
            "id": lead.id, "name": lead.person.name, "id_number": lead.person.id_number,
            "case_numbers": list(lead.case_numbers), "models": list(lead.models), "status": lead.status,
            "reason": lead.reason, "stream": lead.stream, "groups": list(lead.groups), "officers": list(lead.officers),
            "registers": sorted({m.kind for m in lead.registers if m.present}), "remarks": list(lead.remarks),
            "findings": {name: list(quotes) for name, quotes in lead.findings.items()},
            **(_grade_record(*ranks[lead.id]) if lead.id in ranks else {}),
        }
        for lead in leads
    ]  # fmt: skip


def _grade_record(rank: int, graded: Graded) -> dict[str, Any]:
    """A colour with what it rests on; ``told`` keeps the elements for the comparison with the next run."""
    given, asked = graded.grade, graded.question
    return {
        "rank": rank, "colour": given.colour, "sure": graded.sure, "tree": graded.tree.name, "why": given.row.reason,
        "verify": list(given.verify),
        "next": {"element": asked.name, "question": asked.question, "how": asked.how} if asked else None,
        "together": [e.name for e in graded.together], "hints": list(given.hints), "urgency": graded.urgency,
        "due": graded.due.isoformat() if graded.due else None, "stage": graded.tree.stage[given.colour],
        "relief": graded.tree.relief[given.colour], "change": graded.change, "changed": list(graded.changed),
        "onset": graded.situation.onset.state, "told": told_record(graded.told),
    }  # fmt: skip


def funnel_record(screening: Screening, models: Sequence[Model], leads: Sequence[Lead]) -> dict[str, Any]:
    """People left after each step of each model, and leads by stream."""
    streams: dict[str, int] = {}
    for lead in leads:
        if lead.status == "open":
            streams[lead.stream] = streams.get(lead.stream, 0) + 1
    return {
        "models": [
            {
                "model": model.id, "name": model.name, "office": model.office,
                "steps": [
                    {"step": c.step, "operation": c.operation, "people": c.people, "pairs": c.pairs}
                    for c in screening.funnel if c.model == model.id or c.model in {lead.model for lead in model.leads}
                ],
            }
            for model in models
        ],
        "streams": streams,
        "findings": count_findings(leads, models),
    }  # fmt: skip
