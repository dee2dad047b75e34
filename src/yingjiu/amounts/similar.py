"""Similar cases (同类案件): how many, median, P10 to P90, how far a case departs; over 30 % a written reason is asked.

Similar: same kind, harm, hardship tier, supplement group and fault, decided in the 24 months before. Percentiles are exact: the
amounts in order, the place ``share × (n − 1)`` counted from 0, in proportion between its two neighbours, rounded half up to the fen.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.amounts.pastcase import Likeness, PastCase, months_before
from yingjiu.catalog.formula import plain

MONTHS: Final = 24
FEWEST: Final = 5
LIMIT: Final = Decimal("0.3")
"""同类案件救助金额上下幅度不超过百分之三十(灌云)."""
_HALF: Final = Decimal("0.5")
_FEN: Final = Decimal("0.01")
_SHARE: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A case among its like; yuan, deviations as signed shares (0.25: a quarter above).

    Attributes:
        count: similar cases found.
        median: and ``low``, ``high`` (P10, P90); None where there are fewer than five.
        deviation: from the median; None where there are fewer than five.
        from_formula: deviation from the point the standard suggests; None where there is none.
        asks_reason: over 30 % from the median, or from the standard where there are too few cases.
        words: for the screen and the report.
    """

    count: int
    median: Decimal | None
    low: Decimal | None
    high: Decimal | None
    deviation: Decimal | None
    from_formula: Decimal | None
    asks_reason: bool
    words: str

    @property
    def enough(self) -> bool:
        """Whether there are cases enough to compare with."""
        return self.count >= FEWEST


@dataclass(frozen=True, slots=True)
class Spread:
    """Of the cases with similar ones enough before them, how many lie within ±30 % of the median."""

    judged: int
    within: int
    too_few: int

    @property
    def share(self) -> Decimal | None:
        """Within, of those judged."""
        return (Decimal(self.within) / self.judged).quantize(_SHARE, ROUND_HALF_UP) if self.judged else None


def percentile(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """The amount below which a share lies, of amounts in order (at least one).

    >>> percentile([Decimal(1000), Decimal(2000), Decimal(4000)], Decimal("0.5"))
    Decimal('2000.00')
    """
    place = share * (len(ordered) - 1)
    at = int(place)
    after = ordered[min(at + 1, len(ordered) - 1)]
    return (ordered[at] + (after - ordered[at]) * (place - at)).quantize(_FEN, ROUND_HALF_UP)


def median_of(ordered: Sequence[Decimal]) -> Decimal:
    """The middle of amounts in order, as :func:`percentile` gives it."""
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else percentile(ordered, _HALF)


def departs(amount: Decimal, middle: Decimal) -> bool:
    """Whether an amount lies over 30 % above or below; exactly 30 % does not."""
    return abs(amount - middle) > LIMIT * middle


def deviation(amount: Decimal, middle: Decimal) -> Decimal | None:
    """Signed share; None from nothing."""
    return ((amount - middle) / middle).quantize(_SHARE, ROUND_HALF_UP) if middle else None


def find_similar(
    likeness: Likeness, past: Iterable[PastCase], on: date, *, but: str = "", months: int = MONTHS
) -> list[PastCase]:
    """Past cases alike, decided in the months up to a day, oldest first; ``but``: the case itself."""
    since = months_before(on, months)
    found = [c for c in past if c.likeness == likeness and since < c.decided <= on and (not but or c.number != but)]
    return sorted(found, key=lambda c: (c.decided, c.number))


def compare_amount(amount: Decimal, similar: Sequence[PastCase], suggested: Decimal | None = None) -> Comparison:
    """Hold an amount against similar cases and against the standard's own point (past practice may itself be unfair)."""
    count = len(similar)
    formula = deviation(amount, suggested) if suggested is not None else None
    against = (
        f"与标准建议额 {plain(suggested)} 元比,{_far(formula)}" if suggested is not None and formula is not None else ""
    )
    if count < FEWEST:
        over = suggested is not None and departs(amount, suggested)
        words = f"样本不足:近{MONTHS}个月同类案件 {count} 件,少于 {FEWEST} 件,不作比较"
        words += f";{against}" if against else ""
        words += ";与标准建议额相差超过 30%,请写明理由" if over else ""
        return Comparison(count, None, None, None, None, formula, over, words)
    ordered = sorted(c.amount for c in similar)
    middle = median_of(ordered)
    low, high = percentile(ordered, Decimal("0.1")), percentile(ordered, Decimal("0.9"))
    far, over = deviation(amount, middle), departs(amount, middle)
    words = (
        f"近{MONTHS}个月同类案件 {count} 件,中位数 {plain(middle)} 元,八成在 {plain(low)} 至 {plain(high)} 元;"
        f"本案 {plain(amount)} 元,{_far(far)}" + (",超过 30%,请写明理由" if over else "")
    )
    return Comparison(count, middle, low, high, far, formula, over, words + (f";{against}" if against else ""))


def _far(share: Decimal | None) -> str:
    if not share:
        return "相同" if share is not None else "无法比较"
    return f"{'高' if share > 0 else '低'} {abs(share) * 100:.1f}%"


def measure_spread(cases: Sequence[PastCase], amounts: Sequence[Decimal | None]) -> Spread:
    """How alike like cases were treated: each against the median of the similar ones decided in the 24 months before it.

    Args:
        cases: in any order.
        amounts: one a case, granted or computed; None is left out.
    """
    return measure_spreads(cases, [amounts])[0]


def measure_spreads(cases: Sequence[PastCase], columns: Sequence[Sequence[Decimal | None]]) -> list[Spread]:
    """The same of several columns of amounts, one a case each."""
    groups = _like_groups(cases)
    spreads = []
    for amounts in columns:
        judged = [inside for group in groups for _, inside in _judge_group(cases, amounts, group) if inside is not None]
        known = sum(a is not None for a in amounts)
        spreads.append(Spread(len(judged), sum(judged), known - len(judged)))
    return spreads


def judge_spread(
    cases: Sequence[PastCase], amounts: Sequence[Decimal | None]
) -> Iterator[tuple[PastCase, bool | None]]:
    """Each case with an amount, like cases together: whether it lies within ±30 % of its like; None of too few."""
    for group in _like_groups(cases):
        for place, inside in _judge_group(cases, amounts, group):
            yield cases[place], inside


def _like_groups(cases: Sequence[PastCase]) -> list[list[int]]:
    """Places of like cases, each group in order of decision."""
    groups: dict[Likeness, list[int]] = defaultdict(list)
    for place in sorted(range(len(cases)), key=lambda n: (cases[n].decided, cases[n].number)):
        groups[cases[place].likeness].append(place)
    return list(groups.values())


def _judge_group(
    cases: Sequence[PastCase], amounts: Sequence[Decimal | None], group: Sequence[int]
) -> Iterator[tuple[int, bool | None]]:
    window = _Window()
    for place in group:
        amount, day = amounts[place], cases[place].decided
        if amount is None:
            continue
        middle = window.median(day)
        yield place, None if middle is None else not departs(amount, middle)
        window.add(day, amount)


class _Window:
    """Amounts of like cases in the last 24 months, kept in order while the day moves on."""

    def __init__(self) -> None:
        self._queue: deque[tuple[date, Decimal]] = deque()
        self._ordered: list[Decimal] = []

    def add(self, day: date, amount: Decimal) -> None:
        """A case more; days never go back."""
        self._queue.append((day, amount))
        insort(self._ordered, amount)

    def median(self, on: date) -> Decimal | None:
        """Of those still inside on a day; None of fewer than five."""
        since = months_before(on, MONTHS)
        while self._queue and self._queue[0][0] <= since:
            _, amount = self._queue.popleft()
            del self._ordered[bisect_left(self._ordered, amount)]
        return median_of(self._ordered) if len(self._ordered) >= FEWEST else None


class SimilarBook:
    """Medians of like cases as they stand at a decision, kept while cases are decided one after another."""

    def __init__(self) -> None:
        """Empty."""
        self._windows: dict[Likeness, _Window] = defaultdict(_Window)

    def median(self, likeness: Likeness, on: date) -> Decimal | None:
        """The median an officer is shown on a day; None of fewer than five."""
        return self._windows[likeness].median(on)

    def add(self, likeness: Likeness, on: date, amount: Decimal) -> None:
        """A decision was made; days never go back."""
        self._windows[likeness].add(on, amount)
