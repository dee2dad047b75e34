"""Weidu's fourth step (深入): from the initial leads' material, keyword classes and the three situations, as counted findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from yingjiu.catalog.model import Model
from yingjiu.leads.lead import Lead
from yingjiu.matching.papers import FiledPaper
from yingjiu.reading.keywords import find_keywords, merge_keywords


def with_findings(leads: Sequence[Lead], models: Sequence[Model], papers: Sequence[FiledPaper]) -> list[Lead]:
    """The leads, those of a model with a step 深入 carrying the classes and situations found, each with its sentences."""
    deep = {lead.model for m in models if m.deepen for lead in m.leads}
    words = {p.place: p.paper.words for p in papers}
    return [
        replace(lead, findings=merge_keywords([*(words.get(place, {}) for place in _places(lead)), *_told(lead)]))
        if deep & set(lead.models)
        else lead
        for lead in leads
    ]


def count_findings(leads: Sequence[Lead], models: Sequence[Model]) -> dict[str, dict[str, int]]:
    """How many leads tell of each class and situation, per model that asks for it."""
    counted = {}
    for model in (m for m in models if m.deepen):
        own = {lead.model for lead in model.leads}
        mine = [lead for lead in leads if own & set(lead.models)]
        names = [name for key in ("词类", "情形") for name in model.deepen.get(key, ())]
        counted[model.id] = {name: sum(name in lead.findings for lead in mine) for name in names}
    return counted


def _places(lead: Lead) -> list[str]:
    places: dict[str, None] = {}
    for mention in (*lead.starts, *lead.others):
        if lead.case_id is not None and mention.case_id != lead.case_id:
            continue
        places[mention.place] = None
        for quote in mention.fields.get("证据", ()):
            places[json.loads(quote)["place"]] = None
    return list(places)


def _told(lead: Lead) -> list[dict[str, tuple[str, ...]]]:
    """What ledgers and registers tell in words (信访事项, 困难类型, 致贫返贫风险)."""
    names = ("信访事项", "困难类型", "致贫返贫风险", "案件名称", "病种")
    mentions = (*lead.starts, *lead.others, *lead.registers)
    return [find_keywords(v) for m in mentions for n in names for v in m.fields.get(n, ())]
