"""The situation of a lead (线索情况): the value of every element that records and papers tell, each with what it rests on.

What nothing tells stays away, so that silence means what 要素.yml says; what is asked and not known is None. A register that
nobody delivered does not say no.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import duckdb

from yingjiu.catalog.condition import Value
from yingjiu.catalog.degree import shipped_degrees
from yingjiu.catalog.figure import YEARLY_INCOME, load_figures
from yingjiu.catalog.takings import shipped_takings
from yingjiu.leads.circumstance import read_circumstances
from yingjiu.leads.harm import read_harm
from yingjiu.leads.lead import Lead
from yingjiu.leads.matter import Matter, Surroundings, open_matter
from yingjiu.leads.need import AFTER, BEFORE, Onset, find_onset, read_need
from yingjiu.leads.recompense import read_recompense
from yingjiu.leads.standing import read_standing
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.papers import CaseFile

_READERS: Final = (read_harm, read_recompense, read_need, read_circumstances, read_standing)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a value rests on: a record or a sentence in words, and where it stands."""

    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """Elements of a lead.

    Attributes:
        told: values by element; None where it is asked and not known; silent elements are left out.
        bases: what each value rests on.
        onset: since when hardship is, in its four states.
        charges: charges of the event.
        accepted: day on which relief for this case was accepted, None where it has not been.
    """

    told: Mapping[str, Value]
    bases: Mapping[str, Basis]
    onset: Onset
    charges: tuple[str, ...] = ()
    accepted: date | None = None
    papers: tuple[FiledPaper, ...] = field(default=(), repr=False)


def surround(
    con: duckdb.DuckDBPyConnection,
    files: Iterable[CaseFile],
    papers: Sequence[FiledPaper],
    on: date,
    folders: Sequence[Path] = (),
) -> Surroundings:
    """What the county's delivery says of every lead; ``folders`` are the office's own, for its figures."""
    kinds = frozenset(k for (k,) in con.execute("SELECT DISTINCT kind FROM all_mentions").fetchall())
    told = con.execute(
        "SELECT DISTINCT q.told FROM people AS q JOIN all_mentions AS m ON m.mention = q.mention "
        "WHERE m.kind = '其他机关司法救助'"
    ).fetchall()
    organs = {o for (text,) in told if text for o in json.loads(text).get("救助机关", ())}
    return Surroundings(
        on=on,
        takings=shipped_takings(),
        degrees=shipped_degrees(),
        kinds=kinds,
        organs=frozenset(organs),
        files={p.place: file for file in files for p in file.papers},
        papers={p.place: p for p in papers},
        income=yearly_income(folders, on),
    )


def read_situation(lead: Lead, around: Surroundings) -> Situation:
    """The situation of one lead."""
    return situation_of(open_matter(lead, around))


def situation_of(matter: Matter) -> Situation:
    """The situation of a matter: the first telling of an element holds."""
    told: dict[str, Value] = {}
    bases: dict[str, Basis] = {}
    for read in _READERS:
        for one in read(matter):
            if one.element not in told:
                told[one.element] = one.value
                bases[one.element] = Basis(one.words, one.place)
    onset = find_onset(matter)
    if onset.words:
        told["困难起于"] = onset.state if onset.state in {BEFORE, AFTER} else None
        bases["困难起于"] = Basis(f"{onset.state}:{onset.words}")
    return Situation(told, bases, onset, tuple(matter.charges), _accepted(matter), matter.papers)


def _accepted(matter: Matter) -> date | None:
    """When the office accepted relief for this case."""
    days = [
        d
        for m in (*matter.lead.starts, *matter.lead.others)
        if m.kind == "司法救助案件" and m.case_id == matter.lead.case_id
        for d in m.fields.get("受理日期", ())
        if len(d) == 10
    ]
    return date.fromisoformat(min(days)) if days else None


def yearly_income(folders: Sequence[Path], on: date) -> Decimal | None:
    """The office's figure for the yearly income of a household, None where it gives none for the day."""
    figure = load_figures(folders).get(YEARLY_INCOME)
    earlier = sorted(d for d in figure.values if d <= on.isoformat()) if figure else []
    return figure.values[earlier[-1]] if figure and earlier else None
