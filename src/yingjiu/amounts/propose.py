"""Proposes each factor of a standard from what is told of a person (事实→输入); unknown facts leave it open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yingjiu.amounts.compute import Choice
from yingjiu.catalog.band import Band
from yingjiu.catalog.condition import Element, Test, Told, best_of, judge, value_of
from yingjiu.catalog.factor import Factor, Mode, Option, highest, lowest
from yingjiu.catalog.standard import Standard


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed choice, the elements it rests on, and those to verify before it is sure, the cheapest first."""

    choice: Choice
    grounds: tuple[Element, ...]
    verify: tuple[Element, ...]


def propose(standard: Standard, told: Told) -> dict[str, Proposal]:
    """A proposal for every factor and scored item of a standard."""
    factors = {**standard.factors, **standard.scores}
    return {name: _propose(factor, told, standard.elements) for name, factor in factors.items()}


def choices_of(standard: Standard, told: Told) -> dict[str, Choice]:
    """Only the proposed choices, to compute with."""
    return {name: proposal.choice for name, proposal in propose(standard, told).items()}


def _propose(factor: Factor, told: Told, elements: Mapping[str, Element]) -> Proposal:
    """Options that hold, and those that may and would change the sum."""
    asked = [(o, o.test, judge(o.test, told, elements)) for o in factor.options if o.test is not None]
    sure = _counting(factor, [o for o, _, held in asked if held])
    bands = [o.band for o in sure] or ([Band.of(factor.otherwise)] if factor.otherwise is not None else [])
    may = [(o, test) for o, test, held in asked if held is None and _would_change(factor, o, bands)]
    resting = [*sure, *(m for m, _ in may)]
    grounds = _grounds([o.test for o in resting if o.test], told, elements)
    grounds = grounds or {
        c.element: elements[c.element] for _, t, _ in asked for c in t.conditions() if c.element in told
    }
    verify = {name: elements[name] for _, test in may for name in _unknown(test, told, elements)}
    certain = [o.name for o in sure]
    names = [o.name for o in factor.options if o in resting] if may else []
    choice = Choice(tuple(names), sure=False, certain=tuple(certain)) if names else Choice(tuple(certain))
    return Proposal(choice, tuple(grounds.values()), tuple(sorted(verify.values(), key=lambda e: e.cost)))


def _counting(factor: Factor, held: Sequence[Option]) -> list[Option]:
    """Of options that hold, those that count: all where they add up, else the highest (or lowest) one."""
    if factor.mode is Mode.ADDED or len(held) < 2:
        return list(held)
    choose = max if factor.mode is Mode.HIGHEST else min
    return [choose(held, key=lambda o: (o.band.suggested, o.band.high, o.band.low))]


def _would_change(factor: Factor, option: Option, sure: Sequence[Band]) -> bool:
    """Whether an option that may hold would change what surely counts."""
    if factor.mode is Mode.ADDED or not sure:
        return True
    combine = highest if factor.mode is Mode.HIGHEST else lowest
    return combine([*sure, option.band]) != combine(sure)


def _grounds(tests: Sequence[Test], told: Told, elements: Mapping[str, Element]) -> dict[str, Element]:
    """Elements that were told and on which some tests rest."""
    return {name: element for test in tests for name, element in _known(test, told, elements).items()}


def _known(test: Test, told: Told, elements: Mapping[str, Element]) -> dict[str, Element]:
    """Elements that were told and on which a test rests; of alternatives only those of a group that holds or may."""
    groups = [g for g in test.any if judge(Test(all=g), told, elements) is not False]
    conditions = [*test.all, *test.none, *(c for group in groups for c in group)]
    return {c.element: elements[c.element] for c in conditions if told.get(c.element) is not None}


def _unknown(test: Test, told: Told, elements: Mapping[str, Element]) -> list[str]:
    """Unknown elements on which a test hangs; those of alternatives only where none of them surely holds."""
    asked = [*test.all, *test.none]
    if test.any and best_of(test.any, told, elements) is not True:
        asked += [c for group in test.any if judge(Test(all=group), told, elements) is None for c in group]
    return [c.element for c in asked if value_of(c.element, told, elements) is None]
