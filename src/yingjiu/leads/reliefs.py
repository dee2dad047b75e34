"""Past relief of the office's own ledger as past cases (本院救助台账): what was granted, with what registers and papers tell.

The ledger does not say which options were chosen; they are proposed from what is known, and what is not known stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import duckdb

from yingjiu.amounts.pastcase import PastCase
from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.kind import Kinds
from yingjiu.leads.grounds import GROUPS, HARD, HARDEST, TRAFFIC
from yingjiu.leads.lead import SEALED_CHARGES
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import in_list
from yingjiu.values.dates import read_day
from yingjiu.values.money import read_amount

LEDGER: Final = "司法救助案件"
REFUSED: Final = frozenset({"不予救助", "终止办理"})
OLD: Final = 60
ADULT: Final = 18


def past_reliefs(con: duckdb.DuckDBPyConnection, kinds: Kinds, elements: Mapping[str, Element]) -> list[PastCase]:
    """Every grant of the ledger with a day and an amount, oldest first."""
    grants = [m for m in select_mentions(con, f"m.kind = '{LEDGER}' AND m.present").values() if _granted(m)]
    keys = sorted({m.person for m in grants})
    people = select_people(con, keys)
    beside: dict[int, list[Mention]] = defaultdict(list)
    registers = in_list(kinds.registers("困难群体") or ("-",))
    if keys:
        listed = ", ".join(str(key) for key in keys)
        where = f"p.person IN ({listed}) AND (m.kind = '案件' OR (m.present AND m.kind IN {registers}))"
        for mention in select_mentions(con, where).values():
            beside[mention.person].append(mention)
    found: dict[tuple[str, date, Decimal, int], PastCase] = {}
    for grant in grants:
        case = _case(grant, people[grant.person], beside[grant.person], elements)
        found.setdefault((case.number, case.decided, case.amount, grant.person), case)
    return sorted(found.values(), key=lambda c: (c.decided, c.number))


def _granted(mention: Mention) -> bool:
    state = set(mention.fields.get("办理状态", ()))
    return not state & REFUSED and _decided(mention) is not None and bool(_amount(mention))


def _decided(mention: Mention) -> date | None:
    days = (read_day(v) for name in ("决定日期", "受理日期") for v in mention.fields.get(name, ()))
    return next((date.fromisoformat(day) for day in days if day and len(day) == 10), None)


def _amount(mention: Mention) -> Decimal | None:
    return next((a for v in mention.fields.get("救助金额", ()) if (a := read_amount(v)) is not None), None)


def _case(grant: Mention, person: Person, beside: Sequence[Mention], elements: Mapping[str, Element]) -> PastCase:
    papers = [m for m in beside if m.kind == "案件"]
    lists = tuple(dict.fromkeys(m.kind for m in beside if m.kind != "案件"))
    decided = _decided(grant) or date.min
    age = _age(person, decided)
    harm, charge = _first(papers, "伤情"), _first(papers, "罪名")
    tier = "特别困难" if set(lists) & HARDEST else "较重困难" if set(lists) & HARD else "一般困难" if lists else ""
    told: dict[str, Value] = {"伤情": harm, "困难程度": tier, "目前赔偿": _first(papers, "目前赔偿")}
    told |= {GROUPS[name]: "是" for name in lists if name in GROUPS}
    told |= _case_told(charge)
    told |= {"未成年": _yes(age, under=ADULT), "老年": _yes(age, under=OLD, other=True)}
    kept = {n: v for n, v in told.items() if n in elements and v in elements[n].values}
    accepted = next((read_day(v) for v in grant.fields.get("受理日期", ())), None)
    return PastCase(
        number=_first([grant], "救助案号") or _first([grant], "原案案号") or f"台账{grant.key}",
        decided=decided,
        accepted=date.fromisoformat(accepted) if accepted and len(accepted) == 10 else None,
        amount=_amount(grant) or Decimal(0),
        kind=charge,
        harm=harm,
        tier=tier,
        group="、".join(dict.fromkeys(GROUPS[n] for n in lists if n in GROUPS)) or "无",
        township=person.township or "",
        sex=person.sex or "",
        age=age,
        registers=lists,
        told=tuple(sorted(kept.items())),
        officer=_first([grant], "承办人"),
        name=person.name,
    )


def _case_told(charge: str) -> dict[str, Value]:
    """What the charge alone tells; who is to blame for an accident it does not."""
    if not charge:
        return {}
    told: dict[str, Value] = {"案件来路": "刑事犯罪"}
    if any(word in charge for word in SEALED_CHARGES):
        told["性侵害"] = "是"
    if not any(word in charge for word in TRAFFIC):
        told["被害人责任"] = "无责任"
    return told


def _first(mentions: Iterable[Mention], name: str) -> str:
    return next((v for m in mentions for v in m.fields.get(name, ())), "")


def _age(person: Person, on: date) -> int | None:
    if not person.birth or len(person.birth) != 10:
        return None
    born = date.fromisoformat(person.birth)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _yes(age: int | None, *, under: int, other: bool = False) -> str:
    if age is None:
        return ""
    return "是" if (age < under) is not other else "否"
