"""Reads one item of a JSON-lines file: a record with "id" and "text" in, the facts of the text as plain values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yingjiu.reading.facts import Fact, Paper, Span, Victim
from yingjiu.reading.paper import read_paper


def read_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Facts of ``item["text"]`` (an absent text is an empty one), with evidence that quotes it."""
    given = str(item.get("text") or "")
    return {"id": item.get("id"), **paper_record(read_paper(given, name=str(item.get("name") or "")))}


def paper_record(paper: Paper) -> dict[str, Any]:
    """The facts of one paper as plain values of JSON."""
    return {
        "type": paper.type,
        "title": paper.title,
        "charge": paper.charge,
        "cause": paper.cause,
        "injury": paper.injury,
        "hardship": paper.hardship,
        "suspects": [party.name for party in paper.suspects],
        "victims": [victim_record(victim) for victim in paper.victims],
        "compensation": str(paper.compensation),
        "forgiven": str(paper.forgiven),
        "facts": [fact_record(fact) for fact in paper.facts],
        "evidence": span_records(_of(paper.evidence, "compensation", "forgiven")),
    }


def fact_record(fact: Fact) -> dict[str, Any]:
    """One fact with its quoted span; the amount in yuan."""
    return {
        "kind": fact.kind,
        "value": fact.value,
        "polarity": fact.polarity,
        "person": fact.person,
        "payer": fact.payer,
        "amount": float(fact.amount) if fact.amount is not None else None,
        "day": fact.day,
        "zone": fact.zone,
        **span_records([fact.span])[0],
    }


def victim_record(victim: Victim) -> dict[str, Any]:
    """One victim; its evidence is of compensation and forgiveness."""
    return {
        "name": victim.name,
        "id_number": victim.id_number,
        "compensation": str(victim.compensation),
        "forgiven": str(victim.forgiven),
        "injury": victim.injury,
        "loss": float(victim.loss) if victim.loss is not None else None,
        "relatives": [party.name for party in victim.relatives],
        "evidence": span_records(_of(victim.evidence, "compensation", "forgiven")),
    }


def span_records(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Spans as plain values, each once."""
    return [{"start": s.start, "end": s.end, "quote": s.quote} for s in dict.fromkeys(spans)]


def _of(evidence: Mapping[str, tuple[Span, ...]], *fields: str) -> list[Span]:
    return [span for field in fields for span in evidence.get(field, ())]
