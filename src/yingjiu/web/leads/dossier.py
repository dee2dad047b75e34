"""What the workbench keeps of a lead of a run （线索依据）: plain values, made once when results are taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from yingjiu.leads.course import course_of
from yingjiu.leads.graded import Graded
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_record import (
    FACT_WORDS,
    Quote,
    all_said,
    choose_quotes,
    place_words,
    places_of,
    register_words,
)
from yingjiu.matching.papers import FiledPaper
from yingjiu.matching.people import Mention
from yingjiu.texts.file import read_file
from yingjiu.texts.page import UnreadableFile

MOST: Final = 12
AROUND: Final = 160
"""Characters of the passage kept on each side of a sentence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in its passage; ``place`` is the paper's."""

    place: str
    title: str
    day: str
    fact: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the workbench keeps of a lead besides its columns."""

    why: str
    matter: str
    words: dict[str, Any]
    names: tuple[str, ...]
    passages: tuple[Passage, ...]


def make_dossier(lead: Lead, graded: Graded | None, papers: dict[str, FiledPaper], source: Path) -> Dossier:
    """Gather a lead's records and sentences.

    Args:
        lead: the lead.
        graded: its colour and situation; None of a lead that ended.
        papers: all papers by their place.
        source: the input folder, read again for what stands around the sentences.
    """
    event = (*lead.starts, *(m for m in lead.others if lead.case_id is not None and m.case_id == lead.case_id))
    quotes = choose_quotes(event, MOST)
    words = {
        "registers": [_register(m) for m in lead.registers],
        "course": [[s.node, s.day or "", s.paper, s.said] for s in course_of(event)],
        "records": [[f"{m.kind}·{m.role}", *places_of(m)[:2]] for m in lead.starts],
        "remarks": list(lead.remarks),
        "numbers": list(lead.case_numbers),
        **(_grade_words(graded) if graded else {}),
    }
    names = dict.fromkeys((lead.person.name, *lead.person.other_names, *(m.name for m in event)))
    for quote in quotes:
        names |= dict.fromkeys(_names_in(papers.get(quote.place)))
    for filed in graded.situation.papers if graded else ():
        names |= dict.fromkeys(_names_in(filed))
    return Dossier(
        why=_why(lead, event),
        matter=next(iter(all_said(event, "罪名", "案由", "信访类型")), "")[:80],
        words=words,
        names=tuple(n for n in names if len(n) > 1),
        passages=tuple(_passage(q, source) for q in quotes),
    )


def _grade_words(graded: Graded) -> dict[str, Any]:
    """Which table gave the colour, the one fact to check, what the elements rest on."""
    return {
        "tree": graded.tree.name,
        "sure": graded.sure,
        "verify": list(graded.grade.verify),
        "hints": list(graded.grade.hints),
        "changed": list(graded.changed),
        "bases": {name: [b.words, b.place] for name, b in graded.situation.bases.items()},
    }


def _register(mention: Mention) -> list[str]:
    where = next(iter(places_of(mention)), "")
    return [register_words(mention), mention.since or "", "在册" if mention.present else "已离册", where]


def _why(lead: Lead, event: Sequence[Mention]) -> str:
    """The reason in one line: harm, payment, hardship on lists."""
    harm = [w for w in all_said(event, "伤情") if w not in {"无", "不明"}][:1]
    paid = [f"目前{w}" for w in all_said(event, "目前赔偿") if w != "不明"][:1]
    owed = all_said(event, "结案方式")[:1]
    lists = list(dict.fromkeys(m.kind for m in lead.registers if m.present))[:3]
    found = [*harm, *paid, *owed, *([f"{'、'.join(lists)}在册"] if lists else [])]
    return "，".join(found) if found else f"{len(lead.models)} 个模型命中"


def _names_in(filed: FiledPaper | None) -> Iterable[str]:
    if filed is None:
        return ()
    paper = filed.paper
    parties = (*paper.suspects, *paper.parties, *(r for v in paper.victims for r in v.relatives))
    return (*(p.name for p in parties if not p.organisation), *(v.name for v in paper.victims if not v.organisation))


def _passage(quote: Quote, source: Path) -> Passage:
    """The quote in what stands around it; the quote alone where the file gives no text without recognition."""
    text, start = quote.text, 0
    given = _text_of(source / quote.place.split("#")[0])
    at = given.find(quote.text)
    if at >= 0:
        left = max(given.rfind("\n", 0, at) + 1, at - AROUND)
        end = at + len(quote.text)
        line = given.find("\n", end)
        right = min(line if line >= 0 else len(given), end + AROUND)
        text, start = given[left:right], at - left
    facts = "、".join(dict.fromkeys(FACT_WORDS.get(f, f) for f in quote.fact.split("+")))
    place = place_words(quote.place, quote.bound)
    return Passage(place, quote.type, quote.day or "", facts, text, start, start + len(quote.text))


@lru_cache(maxsize=64)
def _text_of(path: Path) -> str:
    try:
        return "\n".join(page.text for page in read_file(path).pages)
    except UnreadableFile:
        return ""
