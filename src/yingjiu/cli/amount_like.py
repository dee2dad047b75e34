"""Like cases beside an amount (同案比较): the office's own grants of the last 24 months against which a suggestion is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from yingjiu.amounts.pastcase import Likeness, PastCase
from yingjiu.amounts.similar import Comparison, compare_amount, find_similar
from yingjiu.catalog.condition import Element, Value
from yingjiu.leads.grounds import GROUPS

if TYPE_CHECKING:
    from yingjiu.leads.lead import Lead
    from yingjiu.run import County

NO_GROUP = "无"


def compare_lead(
    county: County, lead: Lead, told: Mapping[str, Value], elements: Mapping[str, Element], amount: Decimal, on: date
) -> Comparison:
    """A suggested amount for a lead against like cases of the office's own ledger (fault is not in the ledger)."""
    from yingjiu.leads.reliefs import past_reliefs

    past = [_plain(case) for case in past_reliefs(county.con, county.kinds, elements)]
    return compare_amount(amount, find_similar(likeness_of(lead, told), past, on))


def likeness_of(lead: Lead, told: Mapping[str, Value]) -> Likeness:
    """What like cases share with a lead: charge, harm, degree of hardship, supplement groups."""
    charges = [c for m in (*lead.starts, *lead.others) if m.case_id == lead.case_id for c in m.fields.get("罪名", ())]
    groups = {GROUPS[m.kind] for m in lead.registers if m.present and m.kind in GROUPS}
    harm, degree = told.get("伤情"), told.get("困难程度")
    return (
        next(iter(charges), ""),
        harm if isinstance(harm, str) and harm != "无" else "",
        degree if isinstance(degree, str) and degree != "无" else "",
        _joined(groups),
        "",
    )


def _plain(case: PastCase) -> PastCase:
    """A past case with its groups in a fixed order."""
    return replace(case, group=_joined(set(case.group.split("、")) - {NO_GROUP, ""}), fault="")


def _joined(groups: set[str]) -> str:
    return "、".join(sorted(groups)) or NO_GROUP
