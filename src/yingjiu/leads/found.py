"""What a screening found, opened for the outputs (筛查所得): hits with persons, mentions and case numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import create_table
from yingjiu.screening.evidence import Evidence, Lineage, fetch_evidence
from yingjiu.screening.screen import Hit, Screening, read_hits


@dataclass(frozen=True, slots=True)
class Found:
    """Hits with everything they rest on; ``related`` are all mentions of the found people and of their cases."""

    hits: tuple[Hit, ...]
    evidence: Mapping[tuple[str, int, int | None], tuple[Evidence, ...]]
    people: Mapping[int, Person]
    related: Mapping[int, Mention]
    case_numbers: Mapping[int, tuple[str, ...]]
    accepted: Mapping[int, str] = field(default_factory=dict)

    def of_person(self, person: int) -> list[Mention]:
        """All mentions of a person."""
        return [m for m in self.related.values() if m.person == person]

    def start_mentions(self, hit: Hit) -> list[tuple[Mention, str | None]]:
        """The mentions with which a hit came in, with the number by which each names the case."""
        rows = self.evidence.get((hit.model, hit.person, hit.case_id), ())
        return [
            (self.related[e.mention], self.called(e)) for e in rows if e.part == "start" and e.mention in self.related
        ]

    def called(self, evidence: Evidence) -> str | None:
        """The number by which the record names the case: the kind's own field, else what stands in for it."""
        mention = self.related[evidence.mention]
        if mention.kind != "案件":
            return _first(mention, evidence.called)
        accepted = self.accepted.get(mention.case_id) if mention.case_id is not None else None
        if evidence.called == "受理号" and accepted and "受理号" not in mention.fields:
            return accepted
        return next((n for f in (evidence.called, "受理号", "文书号", "判决案号") if (n := _first(mention, f))), None)


def open_found(con: duckdb.DuckDBPyConnection, screening: Screening, models: Sequence[Model], kinds: Kinds) -> Found:
    """Fetch evidence, people, their mentions and the numbers of their cases for all hits."""
    rows = fetch_evidence(con, models, Lineage(screening.statements, kinds))
    evidence: dict[tuple[str, int, int | None], list[Evidence]] = {}
    for row in rows:
        evidence.setdefault((row.model, row.person, row.case_id), []).append(row)
    hits = tuple(read_hits(con, models))
    keys = {h.person for h in hits}
    create_table(con, "found_people", {"key": "BIGINT"}, {"key": sorted(keys)})
    cases = {h.case_id for h in hits if h.case_id is not None}
    create_table(con, "found_cases", {"key": "BIGINT"}, {"key": sorted(cases)})
    related = select_mentions(
        con,
        "p.person IN (SELECT key FROM found_people) OR m.mention IN "
        "(SELECT mention FROM mentions WHERE case_id IN (SELECT key FROM found_cases) AND kind IN ('刑事案件', '案件', '未检案件'))",
    )
    people = select_people(con, [*keys, *(m.person for m in related.values())])
    return Found(
        hits,
        {k: tuple(v) for k, v in evidence.items()},
        people,
        related,
        _case_numbers(con),
        _accepted(con),
    )


def _first(mention: Mention, name: str | None) -> str | None:
    values = mention.fields.get(name) if name else None
    return values[0] if values else None


def _accepted(con: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """The 受理号 under which the ledger keeps a case, where a file does not say it itself."""
    rows = con.execute(
        "SELECT m.case_id, MIN(a.value) FROM mentions AS m JOIN attributes AS a ON a.mention = m.mention "
        "WHERE m.kind IN ('刑事案件', '未检案件') AND a.field = '受理号' AND m.case_id IS NOT NULL GROUP BY m.case_id"
    ).fetchall()
    return dict(rows)


def _case_numbers(con: duckdb.DuckDBPyConnection) -> dict[int, tuple[str, ...]]:
    rows = con.execute(
        "SELECT DISTINCT c.case_id, r.number FROM record_numbers AS r JOIN cases AS c ON c.record = r.record "
        "WHERE c.case_id IN (SELECT key FROM found_cases) AND r.number LIKE '%号%' AND r.number NOT LIKE '%:%' ORDER BY ALL"
    ).fetchall()
    numbers: dict[int, list[str]] = {}
    for case, number in rows:
        numbers.setdefault(case, []).append(number)
    return {case: tuple(n) for case, n in numbers.items()}
