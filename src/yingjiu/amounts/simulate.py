"""The simulator (测算): past cases computed again by a standard, exactly as one by one, equal inputs only once.

A replay computes, then applies the law above the standard. Where a person had set a point inside a band, it is kept as far as
the band of the standard that is tried allows. What cannot be computed is counted with its reason, never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from yingjiu.amounts.adjust import set_value
from yingjiu.amounts.ceiling import Circumstances, apply_law
from yingjiu.amounts.compute import AmountProblem, Choice, compute
from yingjiu.amounts.pastcase import Chosen, PastCase
from yingjiu.amounts.propose import propose
from yingjiu.catalog.band import read_number
from yingjiu.catalog.factor import Factor
from yingjiu.catalog.problem import UserFileError
from yingjiu.catalog.standard import Standard

NO_WAGE: Final = Decimal(10**9)
"""Stands for a wage nobody filled in: the ceiling of 36 months then never binds, and the output says so."""
AS_RECORDED: Final = "过往案件记录的取值"
DEAREST: Final = Decimal(10**9)

Wage = Callable[[date], Decimal | None]
"""The province's average monthly wage of the year before a day; None where it is not filled in."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A case computed again, yuan; ``suggested`` None while inputs are open or where there is a ``problem``."""

    low: Decimal | None
    suggested: Decimal | None
    high: Decimal | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A number found for a wished mean: its value, the mean it gives, and those of the number one step lower."""

    value: Decimal
    mean: Decimal
    lower: Decimal
    lower_mean: Decimal
    cases: int


def choose(standard: Standard, case: PastCase) -> dict[str, Choice]:
    """What a past case chooses in a standard: as recorded, else as proposed from what is told of it."""
    factors = {**standard.factors, **standard.scores}
    recorded = {n: c for n, words in case.chosen if n in factors and (c := _recorded(factors[n], words))}
    chosen = {n: Choice(words) for n, words in case.chosen if n in factors} | recorded
    asked = {n: f for n, f in factors.items() if n not in recorded}
    if case.told and asked:
        part = replace(standard, factors=asked, scores={})
        chosen |= {name: proposal.choice for name, proposal in propose(part, dict(case.told)).items()}
    return {n: c for n, c in chosen.items() if c.options or c.point is not None}


def _recorded(factor: Factor, words: Sequence[str]) -> Choice | None:
    """A recorded choice in this factor; None where the factor has no such option."""
    if len(words) == 1:
        name, sign, point = words[0].partition("=")
        number = read_number(point if sign else name)
        option = factor.option(name) if sign else None
        if not sign and number is not None:
            return Choice(point=number, reason=AS_RECORDED)
        if sign:
            if option is None or number is None:
                return None
            return Choice((name,), point=min(max(number, option.band.low), option.band.high), reason=AS_RECORDED)
    return Choice(tuple(words)) if all(factor.option(w) is not None for w in words) else None


def fill_typical(standard: Standard, cases: Iterable[PastCase]) -> tuple[list[PastCase], int]:
    """Cases whose open factors are taken from the standard's usual case (常见情形), to estimate with; how many were filled."""
    filled, number = [], 0
    for case in cases:
        chosen = choose(standard, case)
        lacking = {
            name: standard.typical[name]
            for name, factor in {**standard.factors, **standard.scores}.items()
            if name in standard.typical and (not chosen[name].sure if name in chosen else factor.otherwise is None)
        }
        number += bool(lacking)
        filled.append(replace(case, chosen=(*case.chosen, *lacking.items())) if lacking else case)
    return filled, number


def replay_one(standard: Standard, case: PastCase, wage: Decimal | None = None) -> Replayed:
    """Compute one case by a standard and apply the law above it."""
    try:
        computed = compute(standard, case.day, choose(standard, case))
    except AmountProblem as problem:
        return Replayed(None, None, None, str(problem))
    except UserFileError as error:
        return Replayed(None, None, None, error.problems[0].message)
    given = Circumstances(
        wage=wage if wage is not None else NO_WAGE,
        received=case.received,
        owed=case.owed,
        claimants=case.claimants,
    )
    each = apply_law(computed, given).each
    open_ = f"“{'、'.join(computed.open)}”还不清楚,只能给出区间" if each.suggested is None else ""
    return Replayed(each.low, each.suggested, each.high, open_)


def replay(standard: Standard, cases: Iterable[PastCase], wage: Wage | None = None) -> list[Replayed]:
    """Compute every case; cases with equal inputs in the same stretch of dated values are computed once."""
    known: dict[Any, Replayed] = {}
    found = []
    key_of = make_key(standard, wage)
    for case in cases:
        key = key_of(case)
        if key not in known:
            known[key] = replay_one(standard, case, key[1])
        found.append(known[key])
    return found


def make_key(standard: Standard, wage: Wage | None = None) -> Callable[[PastCase], tuple[Any, ...]]:
    """What the result hangs on: the stretch of dated values, the wage, the inputs, what was received, how many share.

    Of what is told only the elements count that the factors without a record ask for.
    """
    days = sorted({day for dated in standard.values.values() for day in dated})
    stretches: dict[date, tuple[int, Decimal | None]] = {}
    asked: dict[Chosen, dict[str, list[Decimal]]] = {}

    def key(case: PastCase) -> tuple[Any, ...]:
        day = case.day
        if day not in stretches:
            stretches[day] = (bisect_right(days, day.isoformat()), wage(day) if wage else None)
        if case.chosen not in asked:
            asked[case.chosen] = _asked_elements(standard, case.chosen)
        stretch, pay = stretches[day]
        told = _told_key(case, asked[case.chosen])
        return (stretch, pay, case.chosen, told, case.received, case.owed, case.claimants)

    return key


def _asked_elements(standard: Standard, chosen: Chosen) -> dict[str, list[Decimal]]:
    """Elements by which the factors without a record propose, with the bounds at which a number matters."""
    factors = {**standard.factors, **standard.scores}
    recorded = {n for n, words in chosen if n in factors and _recorded(factors[n], words)}
    tests = [o.test for n, f in factors.items() if n not in recorded for o in f.options if o.test is not None]
    bounds: dict[str, set[Decimal]] = {}
    for condition in (c for test in tests for c in test.conditions()):
        bounds.setdefault(condition.element, set()).update([] if condition.bound is None else [condition.bound])
    return {name: sorted(found) for name, found in bounds.items()}


def _told_key(case: PastCase, asked: Mapping[str, list[Decimal]]) -> tuple[Any, ...]:
    """What is told, as far as it is asked: words as they are, a number by the bounds it reaches."""
    if not asked:
        return ()
    return tuple(
        (name, bisect_right(asked[name], value) if isinstance(value, Decimal) else value)
        for name, value in case.told
        if name in asked
    )


def find_value(
    standard: Standard,
    name: str,
    target: Decimal,
    cases: Sequence[PastCase],
    *,
    wage: Wage | None = None,
    step: Decimal = Decimal(1),
) -> Found:
    """The dated number (救助基准金额) whose mean of suggested amounts comes nearest to a wished mean.

    A formula only adds and multiplies, so the mean never falls as the number grows: halving finds it.

    Raises:
        AmountProblem: the standard has no such number, nothing can be computed, or the mean cannot be reached.
    """
    if name not in standard.values:
        raise AmountProblem(f"“{standard.name}”的“数额”里没有“{name}”,可用的有:{'、'.join(standard.values)}")
    group = _groups(set_value(standard, name, step), cases, wage)
    means: dict[int, Decimal] = {}

    def mean(units: int) -> Decimal:
        if units not in means:
            means[units] = _mean(set_value(standard, name, step * units), group)
        return means[units]

    low, high = _bracket(mean, target, int(DEAREST / step), name)
    best = high if mean(high) - target <= target - mean(low) else low
    below = max(best - 1, 0)
    return Found(step * best, mean(best), step * below, mean(below), sum(n for _, _, n in group))


def _bracket(mean: Callable[[int], Decimal], target: Decimal, most: int, name: str) -> tuple[int, int]:
    """Neighbours between which a mean that never falls passes the target; guessed in proportion, halved where that is slow."""
    low, high = 0, 256
    while mean(high) < target:
        low, high = high, int(high * max(Decimal(2), target / mean(high))) + 1 if mean(high) else high * 16
        if high > most:
            raise AmountProblem(f"“{name}”怎样加大,平均也到不了 {target:f} 元")
    guess = True
    while high - low > 1:
        middle = (low + high) // 2
        if guess and mean(high) > mean(low):
            middle = low + int((target - mean(low)) * (high - low) / (mean(high) - mean(low)))
            middle = min(max(middle, low + 1), high - 1)
        size = high - low
        low, high = (middle, high) if mean(middle) < target else (low, middle)
        guess = high - low < size // 2 or not guess
    return low, high


def _groups(
    standard: Standard, cases: Sequence[PastCase], wage: Wage | None
) -> list[tuple[PastCase, Decimal | None, int]]:
    """Computable cases by equal inputs: one of them, its wage, how many."""
    key_of = make_key(standard, wage)
    firsts: dict[Any, PastCase] = {}
    counts: Counter[Any] = Counter()
    for case in cases:
        key = key_of(case)
        firsts.setdefault(key, case)
        counts[key] += 1
    return [
        (case, key[1], counts[key])
        for key, case in firsts.items()
        if replay_one(standard, case, key[1]).suggested is not None
    ]


def _mean(standard: Standard, groups: Sequence[tuple[PastCase, Decimal | None, int]]) -> Decimal:
    total, count = Decimal(0), 0
    for case, wage, number in groups:
        point = replay_one(standard, case, wage).suggested
        if point is not None:
            total += point * number
            count += number
    if not count:
        raise AmountProblem("没有一件能重新计算,找不出合适的数;请先补齐案件表里各系数的档次")
    return (total / count).quantize(Decimal("0.01"), ROUND_HALF_UP)


def suggested_by_number(cases: Sequence[PastCase], replayed: Sequence[Replayed]) -> Mapping[str, Decimal]:
    """The standard's point by case number, of the cases that could be computed."""
    return {c.number: r.suggested for c, r in zip(cases, replayed, strict=True) if r.suggested is not None}
