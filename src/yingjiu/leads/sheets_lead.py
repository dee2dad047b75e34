"""A lead as a row of the sheets (线索表的一行): who, which case to open where, why, what to ask; sealed people masked.

Sealed are minors and victims of sexual crimes: name, number and every name of the case are masked, no address is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.leads.course import NO_DAY, course_of
from yingjiu.leads.found import Found
from yingjiu.leads.graded import Grades
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_grade import GRADE_COLUMNS, grade_cells
from yingjiu.leads.sheets_record import (
    all_said,
    choose_quotes,
    money_words,
    places_of,
    quote_words,
    quotes_of,
    register_words,
    said,
)
from yingjiu.leads.sheets_table import PERSON_COLUMNS, Column
from yingjiu.matching.papers import FiledPaper
from yingjiu.matching.people import Mention, Person
from yingjiu.values.masking import mask_id, mask_name, mask_text

ASSISTANCE: Final = "社会救助"
INJURIES: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")
QUOTES: Final = 3
CHECKS: Final = 8
COLUMNS: Final = (
    PERSON_COLUMNS[0],
    Column("颜色(建议)", 7, middle=True, chip=True),
    *PERSON_COLUMNS[1:],
    *GRADE_COLUMNS,
    Column("乡镇", 10, middle=True),
    Column("条线", 6, middle=True),
    Column("罪名/案由", 13),
    Column("案号", 26),
    Column("来源系统/记录", 44),
    Column("承办人", 8, middle=True),
    Column("伤情", 9, middle=True),
    Column("赔偿与执行", 22),
    Column("案件经过(✓ 现在以此为准)", 30),
    Column("在册", 24),
    Column("模型", 44),
    Column("核查要点", 30),
    Column("证据句", 76),
    Column("材料里的困难情形", 16),
    Column("提示/待核", 30),
    Column("住址电话", 22),
    Column("线索编号", 12, middle=True),
)


@dataclass(frozen=True, slots=True)
class LeadTeller:
    """Tells leads in words; ``sealed`` and ``hidden`` are the sealed and all names of each sealed case, ``on`` gives ages."""

    kinds: Kinds
    model_words: Mapping[str, str]
    checks: Mapping[str, tuple[str, ...]]
    assistance: frozenset[str]
    people: Mapping[int, Person]
    hidden: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    sealed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    on: date | None = None
    grades: Grades = field(default_factory=Grades)

    def cells(self, lead: Lead) -> list[str | int | None]:
        """The cells of a lead, in the order of ``COLUMNS`` after the number."""
        event = event_mentions(lead)
        hide = self._names_hidden(lead)
        colour, *graded = grade_cells(self.grades.by_lead.get(lead.id))
        return [
            colour,
            mask_name(lead.person.name) if lead.sealed else lead.person.name,
            lead.person.sex,
            self.birth(lead),
            mask_id(lead.person.id_number) if lead.sealed else lead.person.id_number,
            *(mask_text(text, hide) for text in graded),
            lead.person.township,
            lead.stream,
            _lines(all_said(event, "罪名", "案由")),
            _lines(ordered_numbers(lead)),
            mask_text(self.sources(lead), hide) if hide else self.sources(lead),
            "、".join(lead.officers),
            injury_of(event),
            payment_words(event),
            mask_text(course_words(event), hide),
            _lines(register_words(m) for m in sorted(lead.registers, key=lambda m: not m.present)),
            _lines(self.model_words[m] for m in lead.models),
            ";".join(list(dict.fromkeys(c for m in lead.models for c in self.checks[m]))[:CHECKS]),
            self.evidence(event, lead, hide),
            _lines(lead.findings),
            mask_text(_lines(self.remarks(lead, event)), hide),
            "" if lead.sealed else _lines(filter(None, (lead.person.address, lead.person.phone))),
            lead.id,
        ]

    def birth(self, lead: Lead) -> str:
        """Birth day with the age; of sealed people the year alone."""
        birth = lead.person.birth or ""
        shown = birth[:4] if lead.sealed else birth
        age = age_on(birth, self.on)
        return f"{shown}({age}岁)" if age is not None and shown else shown

    def sources(self, lead: Lead) -> str:
        """Where the records stand with which the person came in."""
        found = []
        for mention in lead.starts:
            provider = "" if mention.kind == "案件" else f"{mention.kind}:"
            found += [provider + place for place in places_of(mention)]
        return _lines(dict.fromkeys(found))

    def evidence(self, event: Sequence[Mention], lead: Lead, hide: tuple[str, ...]) -> str:
        """The sentences that decide."""
        text = "\n".join(quote_words(q, width=80) for q in choose_quotes(event, QUOTES))
        if not lead.sealed:
            return mask_text_names(text, hide)
        address = lead.person.address
        return mask_text(text.replace(address, "(住址略)") if address else text, hide)

    def remarks(self, lead: Lead, event: Sequence[Mention]) -> list[str]:
        """Doubts about who is who, what is not known, earlier relief of other matters."""
        found = []
        if lead.sealed:
            found.append("未成年人或性侵害案件被害人,已打码,凭案号到业务系统核对")
        if "不明" in all_said([m for m in event if m.role in {"受害一方", "原告"}], "目前赔偿"):
            found.append("文书没有写明是否已经赔偿")
        if all_said(event, "自述困难") == ["是"]:
            found.append("本人一方在文书中自述生活困难")
        found += [f"代{said(m, '代为')}({said(m, '关系')})" for m in event if m.fields.get("代为")]
        found += [
            f"另有司法救助记录:{m.kind} {said(m, '办理状态') or said(m, '救助机关')} {said(m, '原案案号')}".strip()
            for m in lead.others
            if m.kind in {"司法救助案件", "其他机关司法救助"}
        ]
        return list(dict.fromkeys([*found, *lead.remarks]))

    def _names_hidden(self, lead: Lead) -> tuple[str, ...]:
        """A sealed lead hides everyone of its case; another lead of the case hides the sealed ones."""
        if not lead.sealed:
            return self.sealed.get(lead.case_id or 0, ())
        return tuple(
            dict.fromkeys((lead.person.name, *lead.person.other_names, *self.hidden.get(lead.case_id or 0, ())))
        )


def build_teller(
    found: Found,
    leads: Sequence[Lead],
    models: Sequence[Model],
    kinds: Kinds,
    papers: Sequence[FiledPaper],
    on: date | None,
    grades: Grades | None = None,
) -> LeadTeller:
    """A teller for all leads of a run."""
    words: dict[str, str] = {}
    checks: dict[str, tuple[str, ...]] = {}
    assistance = set()
    for model in models:
        for lead in model.leads:
            name = model.name if len(model.leads) == 1 else f"{model.name}·{lead.kind}"
            words[lead.model] = f"{lead.model} {name}"
            checks[lead.model] = lead.checks
            if lead.kind == ASSISTANCE:
                assistance.add(lead.model)
    hidden = _hidden_names(found, leads, papers)
    sealed: dict[int, tuple[str, ...]] = {}
    for one in leads:
        if one.sealed and one.case_id is not None:
            sealed[one.case_id] = (*sealed.get(one.case_id, ()), one.person.name, *one.person.other_names)
    return LeadTeller(kinds, words, checks, frozenset(assistance), found.people, hidden, sealed, on, grades or Grades())


def _hidden_names(found: Found, leads: Sequence[Lead], papers: Sequence[FiledPaper]) -> dict[int, tuple[str, ...]]:
    """For each case with a sealed lead, every name of the case and of its papers."""
    sealed = {lead.case_id for lead in leads if lead.sealed and lead.case_id is not None}
    names: dict[int, dict[str, None]] = {case: {} for case in sealed}
    by_place = {one.place: one for one in papers}
    for mention in found.related.values():
        if mention.case_id not in sealed:
            continue
        told = names[mention.case_id]
        told[mention.name] = None
        for place in {q.place for q in quotes_of(mention)} & by_place.keys():
            paper = by_place[place].paper
            relatives = [r.name for v in paper.victims for r in v.relatives]
            told |= dict.fromkeys(
                [*(v.name for v in paper.victims), *(p.name for p in (*paper.suspects, *paper.parties)), *relatives]
            )
    return {case: tuple(n for n in told if len(n) > 1) for case, told in names.items()}


def mask_text_names(text: str, names: Iterable[str]) -> str:
    """A text with the given names masked and its numbers left."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, mask_name(name))
    return text


def event_mentions(lead: Lead) -> list[Mention]:
    """The person's own records of the event."""
    same = [m for m in lead.others if lead.case_id is not None and m.case_id == lead.case_id]
    return list({m.key: m for m in (*lead.starts, *same)}.values())


def ordered_numbers(lead: Lead) -> list[str]:
    """Case numbers, first those by which the records name the case."""
    return list(dict.fromkeys((*lead.called, *lead.case_numbers)))


def injury_of(event: Sequence[Mention]) -> str:
    """The worst injury told of the person (or of the dead one the person stands for)."""
    told = all_said(event, "伤情")
    return next((i for i in INJURIES if i in told), "")


def payment_words(event: Sequence[Mention]) -> str:
    """Compensation by the office's files and now, and how enforcement stands."""
    found = []
    sides = [m for m in event if m.role in {"受害一方", "原告"}] or event
    early, now = all_said(sides, "检察环节赔偿"), all_said(sides, "目前赔偿")
    if early or now:
        found.append(f"检察环节:{'、'.join(early) or '不明'}\n目前:{'、'.join(now) or '不明'}")
    for mention in event:
        if mention.kind == "执行案件" and mention.role == "申请执行人":
            target, collected = said(mention, "申请标的额"), said(mention, "已执行金额")
            sums = f",标的{money_words(target)}" if target else ""
            sums += f",到位{money_words(collected)}" if collected else ""
            found.append(f"执行:{said(mention, '结案方式') or '未写明'}{sums}")
    return _lines(dict.fromkeys(found))


def course_words(event: Sequence[Mention]) -> str:
    """The node line of the event, a step a line."""
    return _lines(
        f"{s.day or NO_DAY} {s.node}{':' + s.said if s.said else ''}{' ✓' if s.holds else ''}" for s in course_of(event)
    )


def age_on(birth: str | None, on: date | None) -> int | None:
    """Full years on a day; None when the birth day or the day is not known.

    >>> age_on("1980-05-02", date(2020, 5, 1)), age_on("1980", date(2020, 1, 1))
    (39, 40)
    """
    if not birth or on is None:
        return None
    years = on.year - int(birth[:4])
    return years - 1 if len(birth) == 10 and birth[5:] > on.isoformat()[5:] else years


def rank_leads(leads: Iterable[Lead], grades: Grades | None = None) -> list[Lead]:
    """Leads in the order a person reads them: by colour and its points; ungraded ones by models, injury, lists."""
    ranks = {g.lead.id: n for n, g in enumerate(grades.ranked())} if grades else {}

    def place(lead: Lead) -> tuple[int, int, int, int]:
        injury = injury_of(event_mentions(lead))
        worse = INJURIES.index(injury) if injury else len(INJURIES)
        rank = ranks.get(lead.id, len(ranks))
        return rank, -len(lead.models), worse, -len({m.kind for m in lead.registers if m.present})

    return sorted(leads, key=place)


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(t for t in texts if t)
