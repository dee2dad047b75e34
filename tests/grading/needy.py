"""Who is truly in need in an invented county: unpaid, hurt by the case, poor, not relieved for it; by the true world alone."""

from __future__ import annotations

from collections.abc import Iterator

from yingjiu.synthetic.truth import Truth
from yingjiu.synthetic.world import County

HARD = {"死亡", "重伤一级", "重伤二级", "轻伤一级"}
GREAT = 20_000


def find_needy(county: County) -> set[tuple[str, str]]:
    """Identity number and any number of the case of each person in need."""
    truth = Truth(county)
    return set(_of_cases(truth)) | set(_of_suits(truth))


def _of_cases(truth: Truth) -> Iterator[tuple[str, str]]:
    for case, victim, person in truth.parties():
        hurt = victim.injury in HARD or (victim.loss or 0) >= GREAT
        if not hurt or truth.paid(case, victim, person) or person.key not in truth.any_register:
            continue
        if _relieved(truth, person, case.accept_no):
            continue
        for number in case.numbers:
            yield person.number, number


def _of_suits(truth: Truth) -> Iterator[tuple[str, str]]:
    """Kin of the dead of a traffic accident whose judgment nobody paid."""
    for suit in truth.county.suits:
        for plaintiff in suit.plaintiffs:
            if isinstance(plaintiff, str) or suit.dead is None or plaintiff.key in truth.dead:
                continue
            if (suit.judgment_no, plaintiff.key) in truth.finished or plaintiff.key not in truth.any_register:
                continue
            if not _relieved(truth, plaintiff, suit.judgment_no):
                yield plaintiff.number, suit.judgment_no


def _relieved(truth: Truth, person: object, number: str) -> bool:
    return any(
        truth.relieved(reliefs, person, number)  # type: ignore[arg-type]
        for reliefs in (truth.own_relief, truth.foreign_relief)
    )
