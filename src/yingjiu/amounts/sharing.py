"""Shares of several claimants of one victim (共同申请): equal, by dependence, or one payee; the shares add up to the fen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Final

FEN: Final = Decimal("0.01")


class SplitMode(StrEnum):
    """How one sum is shared among the claimants of one victim."""

    EQUAL = "平均"
    BY_DEPENDENCE = "按依赖程度"
    ONE_PAYEE = "一人代领"


@dataclass(frozen=True, slots=True)
class Sum:
    """At least, suggested, at most; ``suggested`` None while inputs are open."""

    low: Decimal
    suggested: Decimal | None
    high: Decimal

    def capped(self, limit: Decimal) -> Sum:
        """None of the three over a limit."""
        point = None if self.suggested is None else min(self.suggested, limit)
        return Sum(min(self.low, limit), point, min(self.high, limit))

    @property
    def reached(self) -> Decimal:
        """The sum that counts for approval: the suggested one, the highest while inputs are open."""
        return self.high if self.suggested is None else self.suggested


def share_out(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """A sum shared by weights to the fen; what is left over goes to the first ones, a fen each.

    Raises:
        ValueError: there is no weight above zero, or one below it.
    """
    whole = sum(weights, Decimal(0))
    if whole <= 0 or any(w < 0 for w in weights):
        raise ValueError("各申请人的份额应是零以上的数,不能都是零")
    parts = [(amount * w / whole).quantize(FEN, ROUND_DOWN) for w in weights]
    left = int((amount - sum(parts, Decimal(0))) / FEN)
    order = sorted(range(len(parts)), key=lambda n: (weights[n] == 0, n))
    for n in order[:left]:
        parts[n] += FEN
    return tuple(parts)


def weights_of(mode: SplitMode, count: int, given: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The weight of each claimant.

    Raises:
        ValueError: shared by dependence without a weight for each claimant.
    """
    if mode is SplitMode.ONE_PAYEE:
        return (Decimal(1), *(Decimal(0) for _ in range(count - 1)))
    if mode is SplitMode.EQUAL:
        return tuple(Decimal(1) for _ in range(count))
    if len(given) != count:
        raise ValueError(f"按依赖程度分配要写明 {count} 名申请人各自的份额")
    return tuple(given)


def share_sum(total: Sum, weights: Sequence[Decimal]) -> tuple[Sum, ...]:
    """The three sums shared alike."""
    lows, highs = share_out(total.low, weights), share_out(total.high, weights)
    points = share_out(total.suggested, weights) if total.suggested is not None else (None,) * len(weights)
    return tuple(Sum(*parts) for parts in zip(lows, points, highs, strict=True))
