"""What a change of standard does (变动): totals and means side by side, who gains and who loses, when the budget runs out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.amounts.board import shown_labels
from yingjiu.amounts.pastcase import PastCase
from yingjiu.amounts.similar import Spread, departs, measure_spreads, median_of
from yingjiu.amounts.simulate import Replayed, Wage, replay
from yingjiu.catalog.standard import Standard

_YUAN: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Totals:
    """Some amounts together, yuan; zero where there are none."""

    count: int
    total: Decimal
    mean: Decimal
    median: Decimal
    lowest: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One case under both standards; yuan."""

    case: PastCase
    before: Decimal
    after: Decimal

    @property
    def by(self) -> Decimal:
        """How much more the new standard suggests."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A group's means under both standards; all None where fewer than five cases are in it (or it would give them away)."""

    label: str
    count: int | None
    before: Decimal | None
    after: Decimal | None

    @property
    def by(self) -> Decimal | None:
        """The change of the mean."""
        return self.after - self.before if self.after is not None and self.before is not None else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A change of standard on past cases.

    Attributes:
        cases: all that were given.
        whole: all amounts granted, also of cases that cannot be computed.
        granted, before, after: as granted, by the old standard, by the new one (of the cases computed by both).
        changes: cases computed by both, in the order given.
        gain, lose, same: how many.
        jumps: cases whose amount moves by over 30 %.
        exact: cases whose old computation gives what was granted.
        spreads: like cases within ±30 %, of the three.
        groups: by dimension.
        problems: why cases could not be computed, by reason and number.
    """

    cases: int
    whole: Totals
    granted: Totals
    before: Totals
    after: Totals
    changes: tuple[CaseChange, ...]
    gain: int
    lose: int
    same: int
    jumps: int
    exact: int
    spreads: tuple[Spread, Spread, Spread]
    groups: tuple[tuple[str, tuple[GroupChange, ...]], ...]
    problems: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """What was decided in a month, and all since the first month; yuan."""

    month: str
    count: int
    before: Decimal
    after: Decimal
    before_sum: Decimal
    after_sum: Decimal


@dataclass(frozen=True, slots=True)
class Course:
    """The yearly budget against the months; the months in which it runs out (None: it lasts)."""

    budget: Decimal
    months: tuple[Month, ...]
    before_out: str | None
    after_out: str | None


GROUPS: Final[tuple[tuple[str, Callable[[PastCase], str]], ...]] = (
    ("困难程度", lambda c: c.tier or "不明"),
    ("损害后果", lambda c: c.harm or "不明"),
    ("追加类别", lambda c: c.group or "不明"),
    ("过错", lambda c: c.fault or "不明"),
    ("性别", lambda c: c.sex or "不明"),
    ("年龄", lambda c: c.age_group),
    ("乡镇", lambda c: c.township or "不明"),
)


def compare_standards(cases: Sequence[PastCase], old: Standard, new: Standard, wage: Wage | None = None) -> Difference:
    """Replay past cases by both standards; only the standard differs."""
    before, after = replay(old, cases, wage), replay(new, cases, wage)
    changes = tuple(
        CaseChange(c, b.suggested, a.suggested)
        for c, b, a in zip(cases, before, after, strict=True)
        if b.suggested is not None and a.suggested is not None
    )
    both = [c.case for c in changes]
    columns = ([c.amount for c in both], [c.before for c in changes], [c.after for c in changes])
    granted, old_spread, new_spread = measure_spreads(both, columns)
    return Difference(
        cases=len(cases),
        whole=total_of([c.amount for c in cases]),
        granted=total_of(columns[0]),
        before=total_of(columns[1]),
        after=total_of(columns[2]),
        changes=changes,
        gain=sum(c.by > 0 for c in changes),
        lose=sum(c.by < 0 for c in changes),
        same=sum(c.by == 0 for c in changes),
        jumps=sum(departs(c.after, c.before) for c in changes),
        exact=sum(c.before == c.case.amount for c in changes),
        spreads=(granted, old_spread, new_spread),
        groups=tuple((title, group_changes(changes, label)) for title, label in GROUPS),
        problems=_problems(before, after),
    )


def total_of(amounts: Sequence[Decimal]) -> Totals:
    """Sum, mean to the yuan, median, lowest and highest."""
    if not amounts:
        return Totals(0, *(Decimal(0),) * 5)
    ordered = sorted(amounts)
    total = sum(ordered, Decimal(0))
    mean = (total / len(ordered)).quantize(_YUAN, ROUND_HALF_UP)
    return Totals(len(ordered), total, mean, median_of(ordered), ordered[0], ordered[-1])


def group_changes(changes: Sequence[CaseChange], label: Callable[[PastCase], str]) -> tuple[GroupChange, ...]:
    """Means by group, most cases first; small groups hidden so that they cannot be computed."""
    groups: dict[str, list[CaseChange]] = defaultdict(list)
    for change in changes:
        groups[label(change.case)].append(change)
    counts = {name: len(group) for name, group in groups.items()}
    shown = shown_labels(counts, len(changes), overlapping=False)
    rows = []
    for name in sorted(groups, key=lambda n: (n not in shown, -counts[n] if n in shown else 0, n)):
        group = groups[name]
        if name in shown:
            rows.append(
                GroupChange(name, len(group), _mean([c.before for c in group]), _mean([c.after for c in group]))
            )
        else:
            rows.append(GroupChange(name, None, None, None))
    return tuple(rows)


def most_changed(changes: Sequence[CaseChange], number: int = 10) -> tuple[list[CaseChange], list[CaseChange]]:
    """Those who gain most and those who lose most."""
    gain = sorted((c for c in changes if c.by > 0), key=lambda c: (-c.by, c.case.number))[:number]
    lose = sorted((c for c in changes if c.by < 0), key=lambda c: (c.by, c.case.number))[:number]
    return gain, lose


def run_budget(changes: Sequence[CaseChange], budget: Decimal, months: int = 12) -> Course:
    """The last months in which cases were decided, added up month by month against a budget for them.

    Args:
        changes: cases under both standards.
        budget: yuan for the whole stretch.
        months: how many months it has to last.
    """
    if not changes:
        return Course(budget, (), None, None)
    last = max(c.case.decided for c in changes)
    places = [divmod(last.year * 12 + last.month - 1 - back, 12) for back in reversed(range(months))]
    names = [f"{year}-{month + 1:02d}" for year, month in places]
    by_month: dict[str, list[CaseChange]] = defaultdict(list)
    for change in changes:
        by_month[change.case.decided.isoformat()[:7]].append(change)
    rows: list[Month] = []
    sums = [Decimal(0), Decimal(0)]
    for name in names:
        group = by_month.get(name, [])
        before = sum((c.before for c in group), Decimal(0))
        after = sum((c.after for c in group), Decimal(0))
        sums = [sums[0] + before, sums[1] + after]
        rows.append(Month(name, len(group), before, after, sums[0], sums[1]))
    return Course(
        budget,
        tuple(rows),
        next((m.month for m in rows if m.before_sum > budget), None),
        next((m.month for m in rows if m.after_sum > budget), None),
    )


def _mean(amounts: Sequence[Decimal]) -> Decimal:
    return (sum(amounts, Decimal(0)) / len(amounts)).quantize(_YUAN, ROUND_HALF_UP)


def _problems(before: Sequence[Replayed], after: Sequence[Replayed]) -> tuple[tuple[str, int], ...]:
    counted: Counter[str] = Counter()
    for old, new in zip(before, after, strict=True):
        if old.suggested is None:
            counted[f"原标准:{old.problem}"] += 1
        elif new.suggested is None:
            counted[f"新标准:{new.problem}"] += 1
    return tuple(counted.most_common())
