"""Many victims of one case (一案多名被害人): how many of which kind, the worst off first, what was lost and not recovered.

Every victim of the case counts, also one who is on no list and no lead: the office sees at once that a fraud hit mostly old
people (胡某某诈骗案). Nobody is a victim twice, and who stands for a dead victim counts in that victim's place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.leads.graded import Graded
from yingjiu.leads.lead import SEALED_CHARGES
from yingjiu.leads.sheets_lead import INJURIES, age_on, injury_of
from yingjiu.leads.sheets_record import all_said, register_words
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import in_list
from yingjiu.values.money import read_amount

FEWEST: Final = 3
"""Victims from which a case is shown as a group."""
ADULT: Final = 18
OLD: Final = 60
AGES: Final = ("未成年人", "老年人")
_COLOURS: Final = ("红", "橙", "黄")
_PAID: Final = ("未赔偿", "不明", "部分赔偿", "已赔偿")


@dataclass(frozen=True, slots=True)
class Victim:
    """One victim's side: ``registers`` in which the person stands now, ``loss`` in yuan, ``colour`` of the open lead."""

    person: Person
    age: int | None
    injury: str
    loss: Decimal | None
    paid: str
    registers: tuple[str, ...]
    categories: tuple[str, ...]
    colour: str
    lead: str
    stands_for: str

    @property
    def place(self) -> tuple[int, int, int, int, Decimal, str]:
        """Where the victim stands in the group, the worst off first."""
        colour = _COLOURS.index(self.colour) if self.colour else len(_COLOURS)
        injury = INJURIES.index(self.injury) if self.injury in INJURIES else len(INJURIES)
        paid = _PAID.index(self.paid) if self.paid in _PAID else 1
        return colour, paid, -len(self.categories), injury, -(self.loss or Decimal(0)), self.person.name


@dataclass(frozen=True, slots=True)
class Group:
    """A case with many victims; ``lost`` adds the losses that are written, ``written`` tells of how many."""

    case_id: int
    numbers: tuple[str, ...]
    charges: tuple[str, ...]
    victims: tuple[Victim, ...]
    sealed: bool

    @property
    def counts(self) -> dict[str, int]:
        """How many by category, most first; one victim may count in several."""
        return dict(Counter(c for v in self.victims for c in v.categories).most_common())

    @property
    def lost(self) -> Decimal:
        """Sum of the written losses."""
        return sum((v.loss for v in self.victims if v.loss is not None), Decimal(0))

    @property
    def written(self) -> int:
        """How many losses are written."""
        return sum(v.loss is not None for v in self.victims)

    @property
    def unpaid(self) -> int:
        """Victims of whom nothing says that they were paid in full."""
        return sum(v.paid != "已赔偿" for v in self.victims)

    @property
    def leads(self) -> int:
        """Victims who are open leads."""
        return sum(bool(v.lead) for v in self.victims)

    @property
    def words(self) -> str:
        """The group in one line."""
        counted = "、".join(f"{name} {n}" for name, n in self.counts.items()) or "都不在名册"
        lost = f",写明损失 {self.written} 人共 {self.lost:,.0f} 元" if self.written else ""
        return f"被害人 {len(self.victims)} 人({counted}){lost},没有赔足 {self.unpaid} 人,待核查线索 {self.leads} 条"


def find_groups(
    con: duckdb.DuckDBPyConnection,
    kinds: Kinds,
    graded: Iterable[Graded],
    on: date,
    *,
    cases: Sequence[int] | None = None,
) -> list[Group]:
    """Cases of at least ``FEWEST`` victims, those with the most leads and victims first.

    Args:
        con: the engine with the county's tables.
        kinds: kinds of record.
        graded: open leads with their colours.
        on: the day, for ages.
        cases: only these cases, however few their victims.
    """
    chosen = list(cases) if cases is not None else _large(con)
    if not chosen:
        return []
    sides = select_mentions(
        con, f"m.kind = '案件' AND m.role IN ('被害人', '受害一方') AND c.case_id IN ({', '.join(map(str, chosen))})"
    )
    people = select_people(con, {m.person for m in sides.values()})
    registers = _registers(con, people, kinds)
    leads = {(g.lead.person.key, g.lead.case_id): g for g in graded}
    by_case: dict[int, list[Mention]] = {}
    for m in sides.values():
        by_case.setdefault(m.case_id or 0, []).append(m)
    numbers = _numbers(con, by_case)
    found = []
    for case, mentions in by_case.items():
        victims = _victims(case, mentions, people, registers, leads, on)
        charges = tuple(all_said(mentions, "罪名"))
        sealed = any(s in c for c in charges for s in SEALED_CHARGES) or any(
            "未成年人" in v.categories for v in victims
        )
        ordered = tuple(sorted(victims, key=lambda v: v.place))
        found.append(Group(case, numbers.get(case, ()), charges, ordered, sealed))
    return sorted(found, key=lambda g: (-g.leads, -len(g.victims), g.numbers))


def _large(con: duckdb.DuckDBPyConnection) -> list[int]:
    rows = con.execute(
        "SELECT case_id FROM mentions WHERE kind = '案件' AND role = '被害人' AND case_id IS NOT NULL "
        f"GROUP BY case_id HAVING COUNT(DISTINCT person) >= {FEWEST} ORDER BY case_id"
    ).fetchall()
    return [case for (case,) in rows]


def _victims(
    case: int,
    mentions: Sequence[Mention],
    people: Mapping[int, Person],
    registers: Mapping[int, Sequence[Mention]],
    leads: Mapping[tuple[int, int | None], Graded],
    on: date,
) -> list[Victim]:
    """One a victim: the hurt side, where a dead victim has several relatives the worst off of them."""
    sides = [m for m in mentions if m.role == "受害一方"]
    stood = {v for m in sides for v in m.fields.get("代为", ())}
    known = {m.person for m in sides}
    rest = [m for m in mentions if m.role == "被害人" and m.person not in known and m.name not in stood]
    best: dict[tuple[str, ...] | int, Victim] = {}
    for m in (*sides, *rest):
        victim = _victim(m, people[m.person], registers.get(m.person, ()), leads.get((m.person, case)), on)
        key = m.fields.get("代为") or m.person
        if key not in best or victim.place < best[key].place:
            best[key] = victim
    return list(best.values())


def _victim(m: Mention, person: Person, registers: Sequence[Mention], graded: Graded | None, on: date) -> Victim:
    age = age_on(person.birth, on)
    aged = [AGES[0]] if age is not None and age < ADULT else [AGES[1]] if age is not None and age >= OLD else []
    listed = list(dict.fromkeys(r.kind for r in registers))
    loss = next((a for v in m.fields.get("损失", ()) if (a := read_amount(v)) is not None), None)
    return Victim(
        person=person,
        age=age,
        injury=injury_of([m]),
        loss=loss,
        paid=next(iter(m.fields.get("目前赔偿", ())), "不明"),
        registers=tuple(dict.fromkeys(register_words(r) for r in registers)),
        categories=(*aged, *listed),
        colour=graded.grade.colour if graded else "",
        lead=graded.lead.id if graded else "",
        stands_for="、".join(m.fields.get("代为", ())),
    )


def _registers(con: duckdb.DuckDBPyConnection, people: Iterable[int], kinds: Kinds) -> dict[int, list[Mention]]:
    keys = ", ".join(map(str, people))
    listed = in_list(kinds.registers("困难群体") or ("-",))
    found: dict[int, list[Mention]] = {}
    for m in select_mentions(con, f"p.person IN ({keys}) AND m.present AND m.kind IN {listed}").values():
        if kinds.is_own(m.kind, m.role):
            found.setdefault(m.person, []).append(m)
    return found


def _numbers(con: duckdb.DuckDBPyConnection, cases: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Numbers of each case, that of acceptance first."""
    rows = con.execute(
        "SELECT DISTINCT c.case_id, r.number FROM record_numbers AS r JOIN cases AS c ON c.record = r.record "
        f"WHERE c.case_id IN ({', '.join(map(str, cases))}) AND r.number LIKE '%号%' AND r.number NOT LIKE '%:%'"
    ).fetchall()
    found: dict[int, list[str]] = {}
    for case, number in rows:
        found.setdefault(case, []).append(number)
    return {case: tuple(sorted(n, key=lambda x: ("受" not in x, "检" not in x, x))) for case, n in found.items()}


def find_cases(con: duckdb.DuckDBPyConnection, number: str) -> list[int]:
    """Cases that bear a number."""
    rows = con.execute(
        "SELECT DISTINCT c.case_id FROM record_numbers AS r JOIN cases AS c ON c.record = r.record "
        "WHERE r.number = ? AND c.case_id IS NOT NULL",
        [number],
    ).fetchall()
    return [case for (case,) in rows]
