"""Leads and surroundings made by hand for tests of what a lead's records tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from yingjiu.catalog.degree import shipped_degrees
from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.takings import shipped_takings
from yingjiu.leads.lead import Lead
from yingjiu.leads.matter import Surroundings
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.papers import group_papers
from yingjiu.matching.people import Mention, Person
from yingjiu.reading.paper import read_paper

ON = date(2023, 6, 1)
CASE = 7
NUMBERS = count(1)
DELIVERED = frozenset(k for k in shipped_kinds().kinds)
ORGANS = frozenset({"某县人民法院", "某县公安局", "某县委政法委"})


def mention(
    kind: str,
    role: str,
    fields: Mapping[str, Sequence[str]] | None = None,
    *,
    case: int | None = CASE,
    place: str = "表.xlsx##3",
    since: str | None = None,
    present: bool = True,
    name: str = "孙小荷",
) -> Mention:
    """One record of the person."""
    given = {k: tuple(v) for k, v in (fields or {}).items()}
    return Mention(
        next(NUMBERS),
        1,
        case,
        kind,
        role,
        place,
        present,
        since,
        None if present else "2022-12",
        "证件号码",
        name,
        given,
    )


def register(kind: str, since: str | None = None, *, present: bool = True, **fields: str) -> Mention:
    """A register the person stands or stood on."""
    return mention(kind, "成员", {k: (v,) for k, v in fields.items()}, case=None, since=since, present=present)


def filed(place: str, text: str) -> FiledPaper:
    """A paper read from its text."""
    return FiledPaper(place, read_paper(text))


def around(papers: Sequence[FiledPaper] = (), **changed: object) -> Surroundings:
    """A county where everything was delivered, unless said otherwise."""
    given: dict[str, object] = {
        "on": ON, "takings": shipped_takings(), "degrees": shipped_degrees(), "kinds": DELIVERED, "organs": ORGANS,
        "files": {p.place: f for f in group_papers(papers) for p in f.papers}, "papers": {p.place: p for p in papers},
    }  # fmt: skip
    return Surroundings(**{**given, **changed})  # type: ignore[arg-type]


def lead(
    *starts: Mention,
    registers: Sequence[Mention] = (),
    others: Sequence[Mention] = (),
    birth: str | None = "1970-08-16",
    case: int | None = CASE,
    stream: str = "刑事",
    name: str = "孙小荷",
    number: str = "lead000001",
) -> Lead:
    """A lead from its records."""
    person = Person(1, name, "329901197008160026", "女", birth)
    return Lead(
        id=number, person=person, case_id=case, case_numbers=(), hits=(), called=(), stream=stream, status="open",
        reason=None, groups=(), registers=tuple(registers), starts=tuple(starts), others=tuple(others), officers=(),
        remarks=(), sealed=False,
    )  # fmt: skip
