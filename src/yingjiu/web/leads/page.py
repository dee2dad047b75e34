"""The page of a lead as its template shows it （线索详情）: everything masked here, so that no template can forget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yingjiu.values.masking import mask_id, mask_name, mask_text
from yingjiu.web.leads.findings import Findings, find
from yingjiu.web.leads.masked import Stretch, mask_passage
from yingjiu.web.leads.models import Evidence, Lead


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """A sentence with its passage."""

    number: int
    fact: str
    title: str
    day: str
    place: str
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class LeadShown:
    """A lead's words, masked unless revealed."""

    name: str
    id_number: str
    age: str
    evidence: list[EvidenceShown]
    registers: list[list[str]]
    course: list[list[str]]
    records: list[list[str]]
    remarks: list[str]
    hints: list[str]
    changed: list[str]
    findings: Findings


def show_lead(lead: Lead, evidence: Sequence[Evidence], on: date, *, reveal: bool) -> LeadShown:
    """A lead for the page."""
    names = tuple(lead.names)

    def told(text: str) -> str:
        return text if reveal else mask_text(text, names)

    def rows(name: str) -> list[list[str]]:
        return [[told(str(cell)) for cell in row] for row in lead.dossier.get(name, ())]

    def bases(element: str) -> tuple[str, ...]:
        words, place = lead.dossier.get("bases", {}).get(element, ("", ""))
        file = str(place).rpartition("/")[2]
        return (told(f"{words}（{file}）" if file else str(words)),) if words else ()

    return LeadShown(
        name=lead.name if reveal else mask_name(lead.name),
        id_number=(lead.id_number if reveal else mask_id(lead.id_number)) or "没有证件号码",
        age=f"{age_on(lead.birth, on)} 岁" if len(lead.birth) == 10 else "",
        evidence=[
            EvidenceShown(
                e.number,
                e.fact,
                e.paper.title,
                e.paper.day,
                told(e.paper.place),
                mask_passage(e.passage, names, e.start, e.end, reveal=reveal),
            )
            for e in evidence
        ],
        registers=rows("registers"),
        course=rows("course"),
        records=rows("records"),
        remarks=[told(str(r)) for r in lead.dossier.get("remarks", ())],
        hints=[told(str(n)) for n in lead.dossier.get("hints", ())],
        changed=[told(str(n)) for n in lead.dossier.get("changed", ())],
        findings=find(lead.told, on, bases),
    )


def age_on(birth: str, on: date) -> int:
    """Years of age on a day.

    >>> age_on("2000-06-02", date(2020, 6, 1))
    19
    """
    born = date.fromisoformat(birth)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
