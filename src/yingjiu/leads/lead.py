"""Leads (线索): the hits of all models merged into one lead a person and event; what came later closes it, visibly.

A hit that names no case (a petition, a supervision record) is its own event of that person unless the person has just one
open event with a case; then it stands there as further evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.leads.found import Found
from yingjiu.matching.people import Mention, Person
from yingjiu.screening.screen import Hit

STREAM_ORDER: Final = ("刑事", "未检", "民事", "行政", "信访")
STREAM_MARKS: Final = (("刑", "刑事"), ("未", "未检"), ("民", "民事"), ("行", "行政"))
SEALED_CHARGES: Final = ("强奸", "猥亵", "强制猥亵", "性侵", "卖淫", "侮辱妇女")
GRANTED: Final = ("已发放", "决定救助")


@dataclass(frozen=True, slots=True)
class Lead:
    """One person in one event; ``sealed`` people (minors, victims of sexual crimes) are masked in the sheets too."""

    id: str
    person: Person
    case_id: int | None
    case_numbers: tuple[str, ...]
    hits: tuple[Hit, ...]
    called: tuple[str, ...]
    stream: str
    status: str
    reason: str | None
    groups: tuple[str, ...]
    registers: tuple[Mention, ...]
    starts: tuple[Mention, ...]
    others: tuple[Mention, ...]
    officers: tuple[str, ...]
    remarks: tuple[str, ...]
    sealed: bool
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def models(self) -> tuple[str, ...]:
        """Models that found the person in this event."""
        return tuple(dict.fromkeys(h.model for h in self.hits))


def build_leads(found: Found, models: Sequence[Model], kinds: Kinds, year: int) -> list[Lead]:
    """All leads, open ones first; ``year`` decides who is a minor now."""
    events: dict[tuple[int, int | None], list[Hit]] = {}
    for hit in found.hits:
        events.setdefault((hit.person, hit.case_id), []).append(hit)
    mentions: dict[int, list[Mention]] = {}
    for mention in found.related.values():
        mentions.setdefault(mention.person, []).append(mention)
    by_case: dict[int, list[Mention]] = {}
    for mention in found.related.values():
        if mention.case_id is not None and mention.kind in {"刑事案件", "未检案件", "案件"}:
            by_case.setdefault(mention.case_id, []).append(mention)
    maker = _Maker(found, kinds, mentions, by_case, year)
    leads = [maker.make(person, case, hits) for (person, case), hits in events.items() if case is not None]
    open_events: dict[int, list[int]] = {}
    for n, lead in enumerate(leads):
        if lead.status == "open":
            open_events.setdefault(lead.person.key, []).append(n)
    for (person, case), hits in events.items():
        if case is not None:
            continue
        homes = open_events.get(person, [])
        if len(homes) == 1:
            n = homes[0]
            leads[n] = maker.make(person, leads[n].case_id, [*leads[n].hits, *hits])
        else:
            leads.append(maker.make(person, None, hits))
    return sorted(leads, key=lambda lead: (lead.status != "open", -len(lead.models), lead.id))


@dataclass(frozen=True, slots=True)
class _Maker:
    found: Found
    kinds: Kinds
    mentions: Mapping[int, list[Mention]]
    by_case: Mapping[int, list[Mention]]
    year: int

    def make(self, key: int, case: int | None, hits: Sequence[Hit]) -> Lead:
        found = self.found
        person = found.people[key]
        own = self.mentions[key]
        starts = {m.key: m for h in hits for m, _ in found.start_mentions(h)}
        called = dict.fromkeys(c for h in hits for _, c in found.start_mentions(h) if c)
        registers = [m for m in own if self.kinds.kinds[m.kind].group and self.kinds.is_own(m.kind, m.role)]
        current = [m for m in registers if m.present]
        groups = tuple(
            g for g in self.kinds.register_groups if any(self.kinds.kinds[m.kind].group == g for m in current)
        )
        event = [m for m in own if m.case_id == case] if case is not None else list(starts.values())
        status, reason = _status(event, own, case)
        lead_id = hashlib.sha256(f"{person.id_number or key}|{case}".encode()).hexdigest()[:10]
        return Lead(
            id=lead_id,
            person=person,
            case_id=case,
            case_numbers=found.case_numbers.get(case, ()) if case is not None else tuple(called),
            hits=tuple(hits),
            called=tuple(called),
            stream=self._stream(starts.values(), found.case_numbers.get(case, ()) if case is not None else ()),
            status=status,
            reason=reason,
            groups=groups,
            registers=tuple(registers),
            starts=tuple(starts.values()),
            others=tuple(m for m in own if m.key not in starts and m not in registers),
            officers=self._officers(case, starts.values()),
            remarks=_remarks(own, person),
            sealed=self._sealed(person, event),
        )

    def _stream(self, starts: Iterable[Mention], numbers: Sequence[str]) -> str:
        """The office's line of work (条线): by the record, else by the case number of the original case."""
        streams = {s for m in starts if (s := self.kinds.kinds[m.kind].stream)}
        if not streams:
            streams = {name for mark, name in STREAM_MARKS if any(mark in n for n in numbers)}
        return next((s for s in STREAM_ORDER if s in streams), "其他")

    def _officers(self, case: int | None, starts: Iterable[Mention]) -> tuple[str, ...]:
        rows = [*(self.by_case.get(case, []) if case is not None else []), *starts]
        return tuple(dict.fromkeys(o for m in rows for o in m.fields.get("承办人", ())))

    def _sealed(self, person: Person, event: Sequence[Mention]) -> bool:
        if person.birth and self.year - int(person.birth[:4]) <= 18:
            return True
        charges = [c for m in event for c in m.fields.get("罪名", ())]
        return any(s in c for c in charges for s in SEALED_CHARGES) or any(m.kind == "未检案件" for m in event)


def _status(event: Sequence[Mention], own: Sequence[Mention], case: int | None) -> tuple[str, str | None]:
    """Whether something later ended the lead, and what."""
    sides = [m for m in event if m.kind in {"案件", "民事判决书"} and m.role in {"受害一方", "原告"}]
    paid = [m for m in sides if m.fields.get("目前赔偿") == ("已赔偿",)]
    if sides and len(paid) == len(sides):
        finished = any(m.fields.get("执行完毕") == ("是",) and m.role == "申请执行人" for m in event)
        if finished:
            return "closed", "执行完毕"
        earlier = all(m.fields.get("检察环节赔偿") == ("已赔偿",) for m in sides)
        return "closed", "已经赔偿" if earlier else "庭审中已赔偿"
    if not sides and any(m.fields.get("执行完毕") == ("是",) and m.role == "申请执行人" for m in event):
        return "closed", "执行完毕"
    return "open", None


def _remarks(own: Sequence[Mention], person: Person) -> tuple[str, ...]:
    words = {
        "姓名性别出生日期": "有来源没有证件号码,按姓名、性别、出生日期认为同一人,请核实",
        "姓名性别出生年月": "有来源只有出生年月,按姓名、性别、出生年月认为同一人,请核实",
        "同案同名": "同一案件内按姓名认为同一人,请核实",
        "不止一人相符": "有不止一人与此相符,没有自动合并,请核实",
    }
    said = [words[m.rule] for m in own if m.rule in words]
    said += [r for m in own for r in m.fields.get("备注", ())]
    if person.other_names:
        said.append("同一证件号码下有不同姓名:" + "、".join(person.other_names))
    return tuple(dict.fromkeys(said))
