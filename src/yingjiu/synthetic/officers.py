"""Officers who set amounts (承办人): with the suggested point and the warning, and the same ones by their own habit alone.

An experiment on an invented county, not a claim about anybody: every rate is a field of :class:`Rates`, set once from what is
plausible and printed beside the result. Likeness is measured by the facts as they were, not as the officer misread them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.amounts.pastcase import Chosen, Likeness, PastCase
from yingjiu.amounts.similar import SimilarBook, Spread, departs, judge_spread, measure_spread
from yingjiu.amounts.simulate import replay_one
from yingjiu.catalog.factor import Factor
from yingjiu.catalog.standard import Standard

THOUSAND: Final = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Rates:
    """How officers behave; shares of cases.

    Attributes:
        misread: one of the inputs is read as its neighbour.
        moves: moves the point inside the band of a factor, any whole step equally likely.
        overrules: sets the amount by own habit instead.
        heeds: of those warned (over 30 %), goes back to the suggested point; the others write a reason and stay.
        lean: how far officers differ from one another (sigma of the logarithm).
        mood: how far one officer differs from case to case (likewise).
    """

    misread: float = 0.05
    moves: float = 0.20
    overrules: float = 0.05
    heeds: float = 0.60
    lean: float = 0.25
    mood: float = 0.20

    def words(self) -> list[str]:
        """Every rate in words."""
        keeps = 1 - self.moves - self.overrules
        return [
            f"承办人读错一项要素:{self.misread:.0%}(错成相邻一档)",
            f"照建议额定:{keeps:.0%};在幅度内另取一点:{self.moves:.0%}(各点机会相等);不用建议、按自己习惯定:{self.overrules:.0%}",
            f"被提示“相差超过 30%”后改回建议额:{self.heeds:.0%};写明理由仍坚持:{1 - self.heeds:.0%}",
            f"自己习惯:各人宽严不同(对数标准差 {self.lean}),同一人各案不同(对数标准差 {self.mood}),取整到千元",
            "没有系统时:同样的承办人、同样的案件,全部按自己习惯定",
        ]


@dataclass(frozen=True, slots=True)
class Experiment:
    """What came of it: cases as granted with and without, how alike like cases were treated, how often each thing happened.

    ``outside``: what had happened in the cases that still lie over 30 % from their like, by reason.
    """

    rates: Rates
    aided: tuple[PastCase, ...]
    unaided: tuple[PastCase, ...]
    aided_spread: Spread
    unaided_spread: Spread
    kept: int
    moved: int
    overruled: int
    misread: int
    warned: int
    heeded: int
    outside: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Tally:
    kept: int = 0
    moved: int = 0
    overruled: int = 0
    misread: int = 0
    warned: int = 0
    heeded: int = 0
    why: dict[str, str] = field(default_factory=dict)


def run_officers(
    standard: Standard, cases: Sequence[PastCase], *, seed: int = 1, rates: Rates | None = None
) -> Experiment:
    """Let the officers of the cases decide them one after another, with the system and without it.

    Args:
        standard: whose suggested point they are shown.
        cases: with the inputs a careful reader takes, in order of decision.
        seed: of their behaviour; what an officer's habit gives is the same with and without.
        rates: how they behave.
    """
    rates = rates or Rates()
    rng = random.Random(seed)  # noqa: S311
    leans = {name: rng.lognormvariate(0, rates.lean) for name in sorted({c.officer for c in cases})}
    tally, book = _Tally(), SimilarBook()
    aided, unaided = [], []
    for case in sorted(cases, key=lambda c: (c.decided, c.number)):
        habit = _habit(rng, standard, case, leans[case.officer], rates)
        unaided.append(replace(case, amount=habit, standard=""))
        aided.append(_decide(rng, standard, case, habit, rates, book, tally))
    return Experiment(
        rates,
        tuple(aided),
        tuple(unaided),
        measure_spread(aided, [c.amount for c in aided]),
        measure_spread(unaided, [c.amount for c in unaided]),
        tally.kept, tally.moved, tally.overruled, tally.misread, tally.warned, tally.heeded,
        _outside(aided, tally),
    )  # fmt: skip


def _outside(aided: Sequence[PastCase], tally: _Tally) -> tuple[tuple[str, int], ...]:
    """What had happened in the cases that still depart over 30 % from the similar ones before them."""
    far = [case for case, inside in judge_spread(aided, [c.amount for c in aided]) if inside is False]
    return tuple(Counter(tally.why[case.number] for case in far).most_common())


def _habit(rng: random.Random, standard: Standard, case: PastCase, lean: float, rates: Rates) -> Decimal:
    """An officer's own sum: what such a case usually gets, by the officer's lean and mood, in whole thousands."""
    usual = replay_one(standard, case).suggested or THOUSAND
    sum_ = usual * Decimal(repr(lean * rng.lognormvariate(0, rates.mood)))
    return max((sum_ / THOUSAND).quantize(Decimal(1), ROUND_HALF_UP) * THOUSAND, THOUSAND)


def _decide(
    rng: random.Random,
    standard: Standard,
    case: PastCase,
    habit: Decimal,
    rates: Rates,
    book: SimilarBook,
    tally: _Tally,
) -> PastCase:
    """One decision with the system: inputs read, point shown, kept, moved or overruled, warned."""
    seen, likeness = case.chosen, case.likeness
    if rng.random() < rates.misread:
        seen, likeness = _misread(rng, standard, case)
        tally.misread += 1
    misread = seen != case.chosen
    shown = replay_one(standard, replace(case, chosen=seen)).suggested or Decimal(0)
    draw = rng.random()
    recorded, amount = seen, shown
    if draw < rates.overrules:
        amount = habit
        tally.overruled += 1
        why = "按自己习惯定"
    elif draw < rates.overrules + rates.moves:
        recorded = _move(rng, standard, seen)
        amount = replay_one(standard, replace(case, chosen=recorded)).suggested or Decimal(0)
        tally.moved += 1
        why = "在幅度内另取一点"
    else:
        tally.kept += 1
        why = "照建议额,而同类里标准还分几档"
    if departs(amount, book.median(likeness, case.decided) or shown):
        tally.warned += 1
        if rng.random() < rates.heeds:
            recorded, amount = seen, shown
            tally.heeded += 1
            why = "照建议额,而同类里标准还分几档"
    tally.why[case.number] = "读错要素" if misread else why
    book.add(likeness, case.decided, amount)
    return replace(case, chosen=recorded, amount=amount)


def _misread(rng: random.Random, standard: Standard, case: PastCase) -> tuple[Chosen, Likeness]:
    """One input taken for its neighbour; the record the officer compares by is wrong in the same place."""
    rows = dict(case.chosen)
    factors = factors_of(standard)
    name = rng.choice([n for n in rows if len(factors[n].options) > 1])
    factor, word = factors[name], rows[name][0]
    at = [o.name for o in factor.options].index(word)
    beside = [p for p in (at - 1, at + 1) if 0 <= p < len(factor.options)]
    wrong = factor.options[rng.choice(beside)].name
    chosen = tuple((n, (wrong,) if n == name else words) for n, words in case.chosen)
    place = list(factors).index(name)
    parts = list(case.likeness)
    parts[min(place + 1, 4)] = wrong
    return chosen, (parts[0], parts[1], parts[2], parts[3], parts[4])


def _move(rng: random.Random, standard: Standard, chosen: Chosen) -> Chosen:
    """Another whole point inside the band of one factor that has a band."""
    factors = factors_of(standard)
    wide = [(n, words[0]) for n, words in chosen if len(words) == 1 and _is_wide(factors[n], words[0])]
    if not wide:
        return chosen
    name, word = rng.choice(wide)
    option = factors[name].option(word)
    if option is None:
        return chosen
    point = rng.randint(int(option.band.low), int(option.band.high))
    return tuple((n, (f"{word}={point}",) if n == name else words) for n, words in chosen)


def factors_of(standard: Standard) -> dict[str, Factor]:
    """Factors and scored items by name."""
    return {**standard.factors, **standard.scores}


def _is_wide(factor: Factor, word: str) -> bool:
    option = factor.option(word)
    return option is not None and option.band.high > option.band.low
