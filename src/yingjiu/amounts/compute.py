"""Computes an amount by a standard: at least, suggested, at most, line by line with the numbers that went in.

Inputs that are not known stay open: every option that may apply counts, and the answer is a range with no suggested point.
The law above the standard is applied afterwards (:mod:`yingjiu.amounts.ceiling`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yingjiu.catalog.band import Band
from yingjiu.catalog.formula import Formula
from yingjiu.catalog.standard import LEVEL, Factor, Option, Standard


class AmountProblem(Exception):
    """An input is missing or unknown to the standard; the message says in Chinese which line of which file."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for a factor.

    Attributes:
        options: names of the options that apply; of a choice that is not ``sure``, those that may.
        sure: one answer, not a range of possible ones.
        point: the value a person set inside (or, with a reason, outside) the band.
        reason: why a person set it.
    """

    options: tuple[str, ...] = ()
    sure: bool = True
    point: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the computation: name, formula, the band, where it comes from."""

    name: str
    band: Band
    sure: bool
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Computed:
    """The result before the law above the standard; ``suggested`` None while inputs are open."""

    standard: Standard
    lines: tuple[Line, ...]
    low: Decimal
    suggested: Decimal | None
    high: Decimal


def compute(standard: Standard, on: date, chosen: Mapping[str, Choice]) -> Computed:
    """Compute exactly, without rounding.

    Args:
        standard: the county's file.
        on: the day whose dated values apply (acceptance of the application).
        chosen: by factor (and scored item).

    Raises:
        AmountProblem: a factor has no choice and no “都不是”, or an option that the standard does not have.
        UserFileError: no dated value on that day.
    """
    inputs = _values(standard, on)
    inputs += [_factor_line(standard, f, chosen.get(f.name)) for f in standard.factors.values()]
    if standard.levels:
        inputs.append(_level_line(standard, chosen))
    known = {line.name: line for line in inputs}
    lines = list(inputs)
    for name, formula in standard.lines:
        line = _formula_line(standard, name, formula, known)
        known[name] = line
        lines.append(line)
    last = lines[-1]
    return Computed(standard, tuple(lines), last.band.low, last.band.suggested if last.sure else None, last.band.high)


def _values(standard: Standard, on: date) -> list[Line]:
    asked = {n for _, f in standard.lines for n in f.names}
    lines = []
    for name in standard.values:
        if name in asked:
            value = standard.value_on(name, on)
            lines.append(Line(name, Band(value, value, value), sure=True, words="", source=f"{standard.file} 数额"))
    return lines


def _factor_line(standard: Standard, factor: Factor, choice: Choice | None) -> Line:
    source = f"{standard.file} 系数 {factor.name}"
    if choice is not None and choice.point is not None:
        words = "、".join(choice.options) + f"(检察官取定{f'，理由:{choice.reason}' if choice.reason else ''})"
        return Line(factor.name, Band(choice.point, choice.point, choice.point), sure=True, words=words, source=source)
    if choice is None or not choice.options:
        if factor.otherwise is None:
            raise AmountProblem(f"“{factor.name}”还没有选:{standard.file} 第{factor.line}行起的各档里选一档")
        value = factor.otherwise
        return Line(factor.name, Band(value, value, value), sure=True, words="都不是", source=source)
    options = [_option(standard, factor, name) for name in choice.options]
    band = _together(factor, options) if choice.sure else _possible(factor, options)
    words = ("、" if choice.sure else " 或 ").join(choice.options)
    return Line(factor.name, band, choice.sure, words, source)


def _option(standard: Standard, factor: Factor, name: str) -> Option:
    option = factor.option(name)
    if option is None:
        known = "、".join(o.name for o in factor.options)
        raise AmountProblem(f"“{factor.name}”没有“{name}”这一档,{standard.file} 里有:{known}")
    return option


def _together(factor: Factor, options: Sequence[Option]) -> Band:
    """Options that all apply: added up, or the highest band, as the standard says (叠加)."""
    bands = [o.band for o in options]
    if not factor.adds:
        return max(bands, key=lambda b: (b.suggested, b.high))
    return Band(
        sum((b.low for b in bands), Decimal(0)),
        sum((b.suggested for b in bands), Decimal(0)),
        sum((b.high for b in bands), Decimal(0)),
    )


def _possible(factor: Factor, options: Sequence[Option]) -> Band:
    """Options of which it is not known which applies."""
    bands = [o.band for o in options]
    low = min([b.low for b in bands] + ([factor.otherwise] if factor.otherwise is not None else []))
    high = max(b.high for b in bands)
    return Band(low, max(low, bands[0].suggested), high)


def _level_line(standard: Standard, chosen: Mapping[str, Choice]) -> Line:
    """The scored shape: points add up to a total, the total gives the band of yuan."""
    scored = [_factor_line(standard, f, chosen.get(f.name)) for f in standard.scores.values()]
    low = sum((line.band.low for line in scored), Decimal(0))
    high = sum((line.band.high for line in scored), Decimal(0))
    point = sum((line.band.suggested for line in scored), Decimal(0))
    bands = [_level(standard, total) for total in (low, point, high)]
    band = Band(bands[0].low, bands[1].suggested, bands[2].high)
    words = "、".join(f"{line.name}{line.words} {line.band.suggested.normalize():f}分" for line in scored)
    words += f",合计 {point.normalize():f} 分"
    sure = all(line.sure for line in scored)
    return Line(LEVEL, band, sure, words, f"{standard.file} 评分、档次")


def _level(standard: Standard, total: Decimal) -> Band:
    return next((v.band for v in standard.levels if total >= v.total), Band(Decimal(0), Decimal(0), Decimal(0)))


def _formula_line(standard: Standard, name: str, formula: Formula, known: Mapping[str, Line]) -> Line:
    low, point, high = (
        formula.value({n: getattr(known[n].band, part) for n in formula.names}) for part in ("low", "suggested", "high")
    )
    sure = all(known[n].sure for n in formula.names)
    words = formula.with_numbers({n: known[n].band.suggested for n in formula.names}) if sure else formula.text
    return Line(name, Band(low, point, high), sure, words, f"{standard.file} 公式 {name}:{formula.text}")
