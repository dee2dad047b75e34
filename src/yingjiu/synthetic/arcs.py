"""The ways compensation goes in a case, from the first paper to the trial (赔偿经过)."""

from __future__ import annotations

import random

from yingjiu.synthetic.draft import Arc

_UNPAID = ("refused", "cannot", "claim", "denied")

INJURY_ARCS: tuple[tuple[Arc, int], ...] = (
    (Arc(_UNPAID, _UNPAID), 16),
    (Arc(_UNPAID, _UNPAID, trial="paid"), 7),
    (Arc(_UNPAID, ("silent",)), 5),
    (Arc(("silent",), ("silent",), trial="unknown"), 6),
    (Arc(("silent",), ("silent",)), 5),
    (Arc(("promise",), ("promise",)), 7),
    (Arc(("promise",), ("full", "performed"), trial="paid"), 5),
    (Arc(("agreement",), ("broken",)), 5),
    (Arc(("agreement",), ("agreement",), trial="unknown"), 4),
    (Arc(("forgiven",), ("forgiven",), trial="unknown"), 4),
    (Arc(("waived",), ("waived",), trial="unknown"), 3),
    (Arc(("part", "advance"), ("part", "advance"), trial="partial"), 9),
    (Arc(("deposit",), ("deposit",), trial="partial"), 4),
    (Arc(("instalment",), ("instalment",), trial="partial"), 4),
    (Arc(("full", "performed"), ("full", "performed", "silent"), trial="paid"), 8),
    (Arc(("agreed_forgiven",), ("agreed_forgiven",), trial="paid"), 6),
    (Arc(_UNPAID, _UNPAID, note="receipt", trial="paid"), 5),
    (Arc(("part",), ("part",), note="rest", trial="paid"), 4),
    (Arc(_UNPAID, _UNPAID, note="part_receipt", trial="partial"), 3),
    (Arc(_UNPAID, ("silent",), note="letter", trial="paid"), 4),
    (Arc(_UNPAID, _UNPAID, note="bare_letter"), 3),
    (Arc(_UNPAID, _UNPAID, note="settled", trial="paid"), 3),
    (Arc(_UNPAID, _UNPAID, note="open_settlement"), 3),
    (Arc(("agreement",), ("agreement",), note="petition"), 4),
    (Arc(("performed",), ("broken",)), 2),
)
PROPERTY_ARCS: tuple[tuple[Arc, int], ...] = (
    (Arc(("squandered",), ("squandered",)), 10),
    (Arc(("silent",), ("silent",)), 4),
    (Arc(("squandered",), ("squandered",), trial="paid"), 3),
    (Arc(("recovered_part",), ("recovered_part",), trial="partial"), 6),
    (Arc(("returned",), ("returned", "silent"), trial="paid"), 6),
    (Arc(("promise",), ("promise",)), 3),
    (Arc(("squandered",), ("returned",), trial="paid"), 3),
    (Arc(("squandered",), ("squandered",), note="receipt", trial="paid"), 2),
)
SETTLED = Arc(("full",), ("full",), trial="paid")


def draw_arc(rng: random.Random, *, property_only: bool) -> Arc:
    """One arc by weight."""
    bank = PROPERTY_ARCS if property_only else INJURY_ARCS
    return rng.choices([a for a, _ in bank], [w for _, w in bank])[0]
