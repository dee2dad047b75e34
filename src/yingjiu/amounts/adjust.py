"""Tries a number of a standard (试改): ``救助基准金额=520``, ``生活困难系数.较重困难=5 至 9，建议 7``, ``不低于=3000``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from yingjiu.amounts.report import band_words
from yingjiu.catalog.band import read_band
from yingjiu.catalog.document import nearest
from yingjiu.catalog.factor import Factor
from yingjiu.catalog.formula import plain
from yingjiu.catalog.standard import Standard

ALWAYS: Final = "0001-01-01"
"""A number that is tried holds on every day."""
FLOOR: Final = "不低于"
UNIT: Final = "取整"
OTHERWISE: Final = "都不是"


class AdjustProblem(Exception):
    """What was typed cannot be tried; the message says in Chinese why and what to write."""


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One number changed, in words for the table a leader signs."""

    what: str
    before: str
    after: str


def adjust(standard: Standard, typed: Iterable[str]) -> tuple[Standard, list[Adjusted]]:
    """The standard with every number changed, and what changed.

    Raises:
        AdjustProblem: a name that the standard does not have, or what is no number or band.
    """
    told: list[Adjusted] = []
    for text in typed:
        name, sign, value = _split(text)
        if not sign or not value:
            raise AdjustProblem(f"“{text}”应写成 名称=数,如 救助基准金额=520 或 生活困难系数.较重困难=5 至 9，建议 7")
        standard, one = _adjust_one(standard, name, value)
        told.append(one)
    return standard, told


def fix_values(standard: Standard, on: date | None = None) -> Standard:
    """The standard with one value each on every day: those of a day, or the newest; to replay old cases by a new file."""
    values = {}
    for name, dated in standard.values.items():
        days = [d for d in sorted(dated) if on is None or d <= on.isoformat()]
        values[name] = {ALWAYS: dated[days[-1]]} if days else dict(dated)
    return replace(standard, values=values)


def set_value(standard: Standard, name: str, value: Decimal) -> Standard:
    """The standard with one dated number the same on every day."""
    figures = {n: f for n, f in standard.figures.items() if n != name}
    return replace(standard, values={**standard.values, name: {ALWAYS: value}}, figures=figures)


def _split(text: str) -> tuple[str, str, str]:
    name, sign, value = text.replace("＝", "=").partition("=")
    return name.strip(), sign, value.strip()


def _adjust_one(standard: Standard, name: str, text: str) -> tuple[Standard, Adjusted]:
    factor_name, dot, option = re.sub(r"[．。]", ".", name).partition(".")
    if dot:
        return _adjust_factor(standard, factor_name.strip(), option.strip(), text)
    if name == FLOOR:
        before = plain(standard.floor) if standard.floor is not None else "没有"
        return replace(standard, floor=_number(name, text)), Adjusted(name, before, text)
    if name == UNIT:
        before = plain(standard.unit) if standard.unit is not None else "不取整"
        unit = _number(name, text)
        return replace(standard, unit=unit or None), Adjusted(name, before, plain(unit) if unit else "不取整")
    if name not in standard.values:
        known = [
            *standard.values,
            FLOOR,
            UNIT,
            *(f"{f}.{o.name}" for f, x in _factors(standard).items() for o in x.options),
        ]
        raise AdjustProblem(f"“{standard.name}”里没有“{name}”{nearest(name, known)}")
    dated = standard.values[name]
    before = "、".join(f"{plain(dated[day])}({day}起)" if day != ALWAYS else plain(dated[day]) for day in sorted(dated))
    before = before or "没有填写"
    value = _number(name, text)
    return set_value(standard, name, value), Adjusted(name, before, plain(value))


def _adjust_factor(standard: Standard, name: str, option: str, text: str) -> tuple[Standard, Adjusted]:
    factors = _factors(standard)
    if name not in factors:
        raise AdjustProblem(f"“{standard.name}”里没有“{name}”{nearest(name, factors)}")
    factor, what = factors[name], f"{name}.{option}"
    if option == OTHERWISE:
        before = plain(factor.otherwise) if factor.otherwise is not None else "没有"
        changed = replace(factor, otherwise=_number(what, text))
        return _put(standard, changed), Adjusted(what, before, text)
    found = factor.option(option)
    if found is None:
        raise AdjustProblem(f"“{name}”没有“{option}”这一档{nearest(option, [o.name for o in factor.options])}")
    band = read_band(text)
    if band is None:
        raise AdjustProblem(f"“{what}”应写成 5 至 9，建议 7 或一个数,从小到大,建议在两者之间;不是“{text[:20]}”")
    options = tuple(replace(o, band=band) if o.name == option else o for o in factor.options)
    return _put(standard, replace(factor, options=options)), Adjusted(what, band_words(found.band), band_words(band))


def _factors(standard: Standard) -> Mapping[str, Factor]:
    return {**standard.factors, **standard.scores}


def _put(standard: Standard, factor: Factor) -> Standard:
    if factor.name in standard.factors:
        return replace(standard, factors={**standard.factors, factor.name: factor})
    return replace(standard, scores={**standard.scores, factor.name: factor})


def _number(name: str, text: str) -> Decimal:
    band = read_band(text)
    if band is None or band.low != band.high:
        raise AdjustProblem(f"“{name}”应写一个数,不是“{text[:20]}”")
    return band.low
