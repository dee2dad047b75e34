"""Build an invented county with known truth (虚拟县): pure, and the same for the same seed.

The truth is not what the product finds but what the world holds; see ``truth``.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date

from yingjiu.synthetic.cases import write_case
from yingjiu.synthetic.drawing import CHARGES, Cast, draw_draft
from yingjiu.synthetic.ledgers import draw_assistance, draw_ledger, draw_reliefs
from yingjiu.synthetic.loose import draw_loose_papers
from yingjiu.synthetic.people import Person, draw_people
from yingjiu.synthetic.registers import draw_entries
from yingjiu.synthetic.scanning import choose_scans
from yingjiu.synthetic.suits import draw_enforcement, draw_rulings, draw_suits
from yingjiu.synthetic.world import THREE, County, CriminalCase, Entry

__all__ = ["County", "build_county"]


def build_county(*, seed: int, people: int = 3000, cases: int = 120, scans: int = 12) -> County:
    """A county of ``people`` people with ``cases`` criminal cases, ``scans`` of whose papers are pictures.

    Tables grow with ``people``; papers only with ``cases``, so a million people stay a matter of tables.

    Raises:
        ValueError: fewer people than the cases need (twenty a case, and two hundred).
    """
    least = 20 * cases + 200
    if people < least:
        raise ValueError(f"人数太少:{cases} 件案件至少需要 {least} 人,现为 {people} 人")
    rng = random.Random(seed)  # noqa: S311  invented people, no secrets
    drawn = draw_people(rng, people=people)
    pairs = _namesakes(drawn)
    entries = draw_entries(rng, drawn)
    listed = {e.person.key for e in entries if e.register == "乡镇街困难群众"}
    entries += tuple(
        Entry("乡镇街困难群众", one, date(2022, 5, 1), "", "因案致困") for one, _ in pairs if one.key not in listed
    )
    cast = _cast(rng, drawn, entries)
    cast.twins.extend(two.key for _, two in pairs)
    criminal = _draw_cases(rng, cast, count=cases)
    criminal = choose_scans(rng, criminal, count=scans)
    suits = draw_suits(rng, cast, count=cases // 2)
    scale = max(10, people // 60)
    records = draw_enforcement(rng, cast, cases=criminal, suits=suits, others=scale * 3)
    rulings, records = draw_rulings(rng, records, count=max(1, cases // 10))
    ledger = draw_ledger(rng, cast, records=records, cases=criminal, scale=scale)
    own, foreign = draw_reliefs(rng, cast, records=records, cases=criminal, scale=scale)
    return County(
        seed=seed,
        people=drawn,
        entries=entries,
        cases=criminal,
        suits=suits,
        rulings=rulings,
        enforcement=records,
        ledger=ledger,
        reliefs=own,
        other_reliefs=foreign,
        assistance=draw_assistance(rng, cast, reliefs=own, cases=criminal, scale=scale),
        papers=draw_loose_papers(rng, ledger),
        namesakes=pairs,
    )


def _cast(rng: random.Random, people: tuple[Person, ...], entries: tuple[Entry, ...]) -> Cast:
    homes: dict[int, list[Person]] = defaultdict(list)
    for person in people:
        homes[person.home].append(person)
    poor = sorted({e.person.key for e in entries if not e.left})
    poor += sorted({e.person.key for e in entries if not e.left and e.register in THREE}) * 2
    rng.shuffle(poor)
    return Cast(people, homes, poor)


def _draw_cases(rng: random.Random, cast: Cast, *, count: int) -> tuple[CriminalCase, ...]:
    """Every charge at least once where there are enough cases, the rest by weight."""
    charges = [c for c, _ in CHARGES][:count]
    charges += rng.choices([c for c, _ in CHARGES], [w for _, w in CHARGES], k=count - len(charges))
    drafts = [draw_draft(rng, cast, key=key, charge=charge) for key, charge in enumerate(charges)]
    return tuple(write_case(rng, draft, tried=rng.random() < 0.74) for draft in drafts)


def _namesakes(people: tuple[Person, ...]) -> tuple[tuple[Person, Person], ...]:
    """Pairs of different people with the same name, sex and birth."""
    seen: dict[tuple[str, str, str], Person] = {}
    pairs = []
    for person in people:
        bearer = (person.name, person.sex, person.birth.isoformat())
        if bearer in seen:
            pairs.append((seen[bearer], person))
        seen.setdefault(bearer, person)
    return tuple(pairs)
