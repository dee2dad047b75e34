"""Proposes each factor of a standard from what is told of a person (事实→输入); unknown facts leave it open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yingjiu.amounts.compute import Choice
from yingjiu.catalog.condition import Element, Told, judge, value_of
from yingjiu.catalog.standard import Factor, Standard


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed choice, the elements it rests on, and those to verify before it is sure."""

    choice: Choice
    grounds: tuple[Element, ...]
    verify: tuple[Element, ...]


def propose(standard: Standard, told: Told) -> dict[str, Proposal]:
    """A proposal for every factor and scored item of a standard."""
    factors = {**standard.factors, **standard.scores}
    return {name: _propose(factor, told, standard.elements) for name, factor in factors.items()}


def _propose(factor: Factor, told: Told, elements: Mapping[str, Element]) -> Proposal:
    """Options in order: up to the first that surely applies; of a factor whose groups add up, all that apply."""
    applying: list[str] = []
    open_: list[str] = []
    grounds: dict[str, Element] = {}
    verify: dict[str, Element] = {}
    for option in factor.options:
        if option.test is None:
            continue
        held = judge(option.test, told, elements)
        asked = {c.element: elements[c.element] for c in option.test.conditions()}
        if held is None:
            open_.append(option.name)
            verify |= {n: e for n, e in asked.items() if value_of(n, told, elements) is None}
        elif held:
            applying.append(option.name)
            grounds |= {n: e for n, e in asked.items() if value_of(n, told, elements) is not None}
            if not factor.adds:
                break
    if open_:
        return Proposal(Choice((*open_, *applying), sure=False), tuple(grounds.values()), tuple(verify.values()))
    return Proposal(Choice(tuple(applying)), tuple(grounds.values()), ())
