"""Mentions that court papers give (裁判文书、执行文书): plaintiffs and defendants of civil judgments, parties of enforcement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yingjiu.matching.casefacts import COMPENSATION_WORDS, party_person, quote_line
from yingjiu.matching.papers import FiledPaper
from yingjiu.pool.draft import Draft
from yingjiu.reading.facts import Paper, Party


def court_drafts(filed: Sequence[FiledPaper]) -> list[Draft]:
    """Mentions of the kinds 民事判决书 and 执行案件 from civil judgments, enforcement rulings and closing notices."""
    drafts: list[Draft] = []
    for one in filed:
        if one.paper.type == "民事判决书":
            drafts += _civil_drafts(one)
        elif one.paper.type in {"执行裁定书", "结案通知书"}:
            drafts += _enforcement_drafts(one)
    return drafts


def _civil_drafts(one: FiledPaper) -> list[Draft]:
    paper = one.paper
    state = COMPENSATION_WORDS[paper.compensation]
    fields: dict[str, tuple[str, ...]] = {"检察环节赔偿": ("不明",), "目前赔偿": (state,)}
    if paper.own_number:
        fields["判决案号"] = (paper.own_number, *_under_appeal(paper))
    if paper.cause:
        fields["案由"] = (paper.cause,)
    if paper.day:
        fields["判决日期"] = (paper.day,)
    quotes = tuple(quote_line(one, name, s) for name, spans in paper.evidence.items() for s in spans[:1])
    return [
        Draft("民事判决书", p.role, party_person([p]), one.place, {**fields, "证据": quotes + _party_quotes(one, p)})
        for p in paper.parties
        if p.role in {"原告", "被告", "法定代理人"} and not p.organisation
    ]


def _under_appeal(paper: Paper) -> tuple[str, ...]:
    """The judgment of first instance that one of a later instance names: both are one case."""
    if not paper.own_number or not re.search(r"民(?:终|再|申|抗)", paper.own_number):
        return ()
    return tuple(n for n in paper.numbers if re.search(r"^（.*民初", n))[:1]


def _party_quotes(one: FiledPaper, party: Party) -> tuple[str, ...]:
    return tuple(quote_line(one, party.role, s) for s in party.spans[:1])


def _enforcement_drafts(one: FiledPaper) -> list[Draft]:
    facts = one.paper.enforcement
    if facts is None:
        return []
    fields = {
        "执行案号": facts.number,
        "执行依据": facts.instrument,
        "结案方式": facts.closing or ("执行完毕" if facts.finished else None),
        "申请标的额": str(facts.target) if facts.target is not None else None,
        "已执行金额": str(facts.collected) if facts.collected is not None else None,
        "结案日期": one.paper.day,
    }
    given = {name: (value,) for name, value in fields.items() if value}
    quotes = tuple(quote_line(one, "执行", s) for s in facts.spans)
    return [
        Draft("执行案件", p.role, party_person([p]), one.place, {**given, "证据": quotes})
        for p in one.paper.parties
        if p.role in {"申请执行人", "被执行人"} and not p.organisation
    ]
