"""The fairness board (公平看板): grants by township, sex, age and register, small numbers hidden so that none can be computed.

A row of fewer than five cases is hidden. Where the hidden rows could be found by taking the shown ones from the total (one hidden
row, or fewer than five cases hidden in all), the smallest shown rows are hidden too. Where a person may stand in several rows
(registers), a row is also hidden when fewer than five are *not* in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.amounts.pastcase import PastCase
from yingjiu.amounts.similar import FEWEST, median_of

UNLISTED: Final = "不在册"
UNKNOWN: Final = "不明"
HIDDEN: Final = "—"
NOTE: Final = f"少于 {FEWEST} 件的不显示(“{HIDDEN}”);为使它不能用合计推算,必要时一并隐去相邻的一类"

Labels = Callable[[PastCase], Sequence[str]]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row: cases, their sum and mean and median in yuan, granted ÷ suggested; all None where hidden."""

    label: str
    count: int | None
    total: Decimal | None
    mean: Decimal | None
    median: Decimal | None
    to_suggested: Decimal | None

    @property
    def hidden(self) -> bool:
        """Whether its numbers are kept back."""
        return self.count is None


@dataclass(frozen=True, slots=True)
class Board:
    """One dimension; ``overlapping``: a case may stand in several rows, so that rows do not add up."""

    title: str
    rows: tuple[BoardRow, ...]
    whole: BoardRow
    overlapping: bool


DIMENSIONS: Final[tuple[tuple[str, Labels, bool], ...]] = (
    ("乡镇", lambda c: [c.township or UNKNOWN], False),
    ("性别", lambda c: [c.sex or UNKNOWN], False),
    ("年龄", lambda c: [c.age_group], False),
    ("名册", lambda c: tuple(dict.fromkeys(c.registers)) or (UNLISTED,), True),
)


def draw_boards(cases: Sequence[PastCase], suggested: Mapping[str, Decimal] | None = None) -> list[Board]:
    """All dimensions; ``suggested``: the standard's point by case number, to tell a different mix from different treatment."""
    return [
        draw_board(title, cases, labels, overlapping=over, suggested=suggested) for title, labels, over in DIMENSIONS
    ]


def draw_board(
    title: str,
    cases: Sequence[PastCase],
    labels: Labels,
    *,
    overlapping: bool,
    suggested: Mapping[str, Decimal] | None = None,
) -> Board:
    """One dimension with small numbers hidden."""
    groups: dict[str, list[PastCase]] = defaultdict(list)
    for case in cases:
        for label in labels(case):
            groups[label].append(case)
    counts = {label: len(group) for label, group in groups.items()}
    shown = shown_labels(counts, len(cases), overlapping=overlapping)
    order = sorted(groups, key=lambda name: (name in {UNKNOWN, UNLISTED, "年龄不明"}, name))
    rows = tuple(
        _row(label, groups[label], suggested or {}) if label in shown else BoardRow(label, *(None,) * 5)
        for label in order
    )
    whole = _row("合计", cases, suggested or {}) if len(cases) >= FEWEST else BoardRow("合计", *(None,) * 5)
    return Board(title, rows, whole, overlapping)


def shown_labels(counts: Mapping[str, int], total: int, *, overlapping: bool) -> frozenset[str]:
    """Which rows may be shown so that no hidden count follows from the shown ones and the total."""
    hidden = {label for label, n in counts.items() if n < FEWEST}
    if overlapping:
        hidden |= {label for label, n in counts.items() if 0 < total - n < FEWEST}
    left = sorted((label for label in counts if label not in hidden), key=lambda label: (counts[label], label))
    while hidden and left and (len(hidden) < 2 or sum(counts[label] for label in hidden) < FEWEST):
        hidden.add(left.pop(0))
    return frozenset(left)


def _row(label: str, cases: Iterable[PastCase], suggested: Mapping[str, Decimal]) -> BoardRow:
    group = list(cases)
    amounts = sorted(c.amount for c in group)
    total = sum(amounts, Decimal(0))
    known = [c for c in group if c.number in suggested]
    point = sum((suggested[c.number] for c in known), Decimal(0))
    ratio = None
    if point and len(known) >= FEWEST:
        ratio = (sum((c.amount for c in known), Decimal(0)) / point).quantize(Decimal("0.01"), ROUND_HALF_UP)
    mean = (total / len(group)).quantize(Decimal(1), ROUND_HALF_UP)
    return BoardRow(label, len(group), total, mean, median_of(amounts), ratio)
