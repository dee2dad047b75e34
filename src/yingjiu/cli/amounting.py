"""``yingjiu amount``: facts → proposed factors → the county's formula → the law, shown line by line to paste into a report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import typer
from rich.markup import escape

from yingjiu.amounts.ceiling import Circumstances, Grant, Ruled, apply_law
from yingjiu.amounts.compute import AmountProblem, Choice, Computed, compute
from yingjiu.amounts.propose import Proposal, propose
from yingjiu.amounts.similar import Comparison
from yingjiu.catalog.condition import Value
from yingjiu.catalog.figure import WAGE
from yingjiu.catalog.standard import Standard, choose_standard, load_standards
from yingjiu.cli.amount_inputs import Asked, TypedProblem, read_chosen, read_given, read_reasons, read_told, read_yuan
from yingjiu.cli.amount_like import compare_lead
from yingjiu.cli.failures import FAILED, USAGE, stop, told_in_chinese
from yingjiu.cli.terminal import open_console, read_on

if TYPE_CHECKING:
    from yingjiu.leads.grounds import Ground
    from yingjiu.leads.lead import Lead
    from yingjiu.run import County

USUAL: Final = "灌云县司法救助金额"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known before the officer says anything: elements with evidence, relief already granted."""

    title: str = ""
    grounds: Mapping[str, Ground] = field(default_factory=dict)
    relieved: tuple[Grant, ...] = ()
    beside: Decimal = Decimal(0)
    notes: tuple[str, ...] = ()
    accepted: date | None = None
    source: tuple[County, Lead] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the screen shows."""

    facts: Facts
    told: Mapping[str, Value]
    proposals: Mapping[str, Proposal]
    chosen: Mapping[str, Choice]
    computed: Computed
    ruled: Ruled
    given: Circumstances
    reasons: Sequence[tuple[str, str]]
    on: date
    comparison: Comparison | None = None


def show_amount(asked: Asked) -> None:
    """Compute and print an amount; the file of ``--save`` keeps what it hangs on."""
    from yingjiu.cli.amount_screen import print_amount

    on = read_on(asked.on)
    if asked.who is not None and asked.out is None and asked.pool is None:
        raise stop("按人或线索测算请写 --out 结果文件夹;不按人就只写 --element、--choose", USAGE)
    with told_in_chinese():
        try:
            shown = prepare(asked, on)
        except (TypedProblem, AmountProblem, ValueError) as problem:
            raise stop(str(problem), USAGE) from None
        print_amount(open_console(), shown)
        if asked.save is not None:
            _save(asked, shown)


def prepare(asked: Asked, on: date) -> Shown:
    """Everything from the options to the ruled sum.

    Raises:
        TypedProblem, AmountProblem, ValueError, UserFileError: with Chinese messages.
    """
    facts = _facts_of(asked, on) if asked.who is not None else Facts()
    if asked.on is None and facts.accepted is not None:
        on = facts.accepted
    standard = _with_wage(pick_standard(asked, on), asked)
    told = {name: ground.value for name, ground in facts.grounds.items() if name in standard.elements}
    told |= read_told(asked.elements, standard.elements)
    proposals = propose(standard, told)
    chosen = read_chosen(standard, asked, {name: p.choice for name, p in proposals.items()})
    reasons = read_reasons(standard, asked)
    computed = compute(standard, on, chosen)
    given = read_given(standard, asked, on, told, facts.relieved, facts.beside)
    ruled = apply_law(computed, given)
    comparison = None
    if facts.source is not None and ruled.each.suggested and not ruled.barred:
        comparison = compare_lead(*facts.source, told, standard.elements, ruled.each.suggested, on)
    return Shown(facts, told, proposals, chosen, computed, ruled, given, reasons, on, comparison)


def pick_standard(asked: Asked, on: date) -> Standard:
    """The standard named, else the office's, else its only own file, else the published one.

    Raises:
        UserFileError: it is not there, or not in force.
    """
    from yingjiu.office import read_settings

    folders = (asked.office,) if asked.office is not None else ()
    named = asked.standard or (read_settings(asked.office).standard if asked.office is not None else "")
    standards = load_standards(folders)
    own = [s for s in standards if not s.is_shipped]
    if not named and len(own) == 1:
        named = own[0].name
    return choose_standard(standards, named or USUAL, on)


def _with_wage(standard: Standard, asked: Asked) -> Standard:
    """The standard with the wage given in the command, in place of what was filled in."""
    wage = read_yuan(asked.wage, "--wage")
    if wage is None:
        return standard
    figures = {name: figure for name, figure in standard.figures.items() if name != WAGE}
    return replace(standard, figures=figures, values={**standard.values, WAGE: {date.min.isoformat(): wage}})


def _facts_of(asked: Asked, on: date) -> Facts:
    """What the county's data tells of a lead."""
    from yingjiu.cli.lookup import open_county_for
    from yingjiu.leads.grounds import grounds_of, relief_of
    from yingjiu.matching.people import select_mentions
    from yingjiu.values.masking import mask_name

    out = asked.out or (asked.pool.parent if asked.pool else None)
    if out is None or asked.who is None:
        return Facts()
    county, _ = open_county_for(out, asked.pool, asked.office, on)
    lead = _choose_lead(county, asked)
    mentions = select_mentions(county.con, f"p.person = {lead.person.key}").values()
    grounds = grounds_of(lead, on, _situation(county, lead))
    relief = relief_of(lead, mentions)
    same = [r for r in relief if r.same_case]
    notes = [
        f"{r.organ}{r.day and f'于 {r.day} '}救助过{f' {r.amount:f} 元' if r.amount is not None else ''}，没有写明原案，请核对是不是同一案件"
        for r in relief
        if not r.same_case
    ]
    name = lead.person.name if asked.reveal else mask_name(lead.person.name)
    number = next(iter((*lead.called, *lead.case_numbers)), "")
    return Facts(
        title=f"{name} 线索 {lead.id} {number}".strip(),
        grounds=grounds,
        relieved=tuple((r.organ, r.day, r.amount or Decimal(0)) for r in same),
        beside=_granted_beside(county, lead),
        notes=(*notes, *_situation_notes(grounds)),
        source=(county, lead),
        accepted=graded.situation.accepted if (graded := county.grades.by_lead.get(lead.id)) else None,
    )


def _choose_lead(county: County, asked: Asked) -> Lead:
    """The lead named by its number, else the only open one of a person."""
    from yingjiu.cli.lookup import choose_person

    who = str(asked.who)
    found = next((one for one in county.leads if one.id == who.lower()), None)
    if found is not None:
        return found
    person = choose_person(open_console(), county, who, reveal=asked.reveal)
    if person is None:
        raise typer.Exit(FAILED)
    own = [one for one in county.leads if one.person.key == person.key]
    open_ones = [one for one in own if one.status == "open"] or own
    if not open_ones:
        raise stop("此人不是任何模型的线索(为什么:yingjiu explain)。可以不写人,用 --element 写明事实来测算")
    if len(open_ones) > 1:
        told = "、".join(f"{one.id}({next(iter((*one.called, *one.case_numbers)), one.stream)})" for one in open_ones)
        raise stop(f"此人有 {len(open_ones)} 条线索,请写线索编号:{told}", USAGE)
    return open_ones[0]


def _situation(county: County, lead: Lead) -> dict[str, Ground]:
    """What the situation of a lead tells, with its evidence."""
    from yingjiu.leads.grounds import Ground
    from yingjiu.leads.situation import Basis

    graded = county.grades.by_lead.get(lead.id)
    if graded is None:
        return {}
    bases = graded.situation.bases
    return {name: Ground(value, bases.get(name, Basis("没有另外写到")).words) for name, value in graded.told.items()}


def _situation_notes(told: Mapping[str, Ground]) -> list[str]:
    """What the law asks and a lead leaves open: sums received, relief by other organs."""
    notes = []
    paid = told.get("目前赔偿")
    if paid is not None and paid.value in {"部分赔偿", "已赔偿"}:
        notes.append(f"{paid.value}:{paid.evidence}。请核对数额，用 --received、--owed 写明，才能扣除")
    elif paid is None or paid.value is None:
        notes.append("到今天收到多少赔偿还不清楚，查明后用 --received、--owed 写明")
    others = told.get("其他机关救助")
    if others is None or others.value is None:
        notes.append("法院、公安、政法委是否已经救助过还不清楚(同一案件只救助一次)，查明后再定")
    return notes


def _granted_beside(county: County, lead: Lead) -> Decimal:
    """Relief of the office to other claimants of the same case's victim."""
    from yingjiu.leads.grounds import relief_of
    from yingjiu.matching.people import select_mentions

    if lead.case_id is None:
        return Decimal(0)
    where = f"c.case_id = {lead.case_id} AND p.person <> {lead.person.key}"
    others = select_mentions(county.con, where).values()
    sides = {m.person for m in others if m.kind == "案件" and m.role == "受害一方" and m.fields.get("代为")}
    granted = [r.amount for r in relief_of(lead, [m for m in others if m.person in sides]) if r.same_case and r.amount]
    return sum(granted, Decimal(0))


def _save(asked: Asked, shown: Shown) -> None:
    from yingjiu.amounts.record import record_of, to_dict
    from yingjiu.leads.outputs import write_private

    record = record_of(shown.computed, shown.chosen, shown.given, shown.on)
    if asked.save is not None:
        write_private(asked.save, json.dumps(to_dict(record), ensure_ascii=False, indent=1) + "\n")
        open_console().print(f"已存 {escape(str(asked.save))}", soft_wrap=True)
