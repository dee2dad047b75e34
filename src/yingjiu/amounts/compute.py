"""Computes an amount by a standard: at least, suggested, at most, line by line with the numbers that went in.

Inputs that are not known stay open: every option that may apply counts, and the answer is a range with no suggested point.
The law above the standard is applied afterwards (:mod:`yingjiu.amounts.ceiling`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from yingjiu.catalog.band import Band
from yingjiu.catalog.factor import COMBINE, NONE_OF_THEM, Factor, Mode, Option, highest, lowest
from yingjiu.catalog.figure import WAGE
from yingjiu.catalog.formula import Formula, plain
from yingjiu.catalog.standard import LEVEL, Standard

LARGEST: Final = Decimal(10) ** 12
"""No amount of relief reaches this; a formula that does is wrong."""


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
        certain: of a choice that is not sure, those of ``options`` that apply in any case.
    """

    options: tuple[str, ...] = ()
    sure: bool = True
    point: Decimal | None = None
    reason: str = ""
    certain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the computation: name, the band, how it came about, where it comes from; ``unit`` 元, 分 or empty."""

    name: str
    band: Band
    sure: bool
    words: str
    source: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """The result before the law above the standard; ``suggested`` None while inputs are open.

    ``limit`` is what the standard itself allows at most for the amount (None: it says nothing).
    """

    standard: Standard
    lines: tuple[Line, ...]
    low: Decimal
    suggested: Decimal | None
    high: Decimal
    limit: Decimal | None = None

    @property
    def open(self) -> tuple[str, ...]:
        """Factors and items that are not sure."""
        names = {*self.standard.factors, *self.standard.scores}
        return tuple(line.name for line in self.lines if not line.sure and line.name in names)


def compute(standard: Standard, on: date, chosen: Mapping[str, Choice]) -> Computed:
    """Compute exactly, without rounding.

    Args:
        standard: the county's file.
        on: the day whose dated values apply (acceptance of the application).
        chosen: by factor (and scored item).

    Raises:
        AmountProblem: a factor has no choice and no “都不是”, an option that the standard does not have, a value set outside the
            band without a reason, or a sum that cannot be.
        UserFileError: no dated value on that day.
    """
    unknown = [name for name in chosen if name not in standard.factors and name not in standard.scores]
    if unknown:
        known = "、".join([*standard.factors, *standard.scores])
        raise AmountProblem(f"{standard.file} 没有“{'、'.join(unknown)}”,可用的有:{known}")
    inputs = _values(standard, on)
    inputs += [_factor_line(standard, f, chosen.get(f.name), "系数") for f in standard.factors.values()]
    if standard.levels:
        scored = [_factor_line(standard, f, chosen.get(f.name), "评分") for f in standard.scores.values()]
        inputs += [*scored, _level_line(standard, scored)]
    known_lines = {line.name: line for line in inputs}
    lines = list(inputs)
    limit: Decimal | None = None
    for name, formula in standard.lines:
        line = _formula_line(standard, name, formula, known_lines)
        line, limit = _own_limit(standard, line, known_lines, on)
        known_lines[name] = line
        lines.append(line)
    last = lines[-1]
    return Computed(
        standard, tuple(lines), last.band.low, last.band.suggested if last.sure else None, last.band.high, limit
    )


def _values(standard: Standard, on: date) -> list[Line]:
    asked = {n for _, f in standard.lines for n in f.names}
    return [
        Line(
            name, Band.of(standard.value_on(name, on)), sure=True, words="", source=standard.source_of(name), unit="元"
        )
        for name in standard.values
        if name in asked
    ]


def _factor_line(standard: Standard, factor: Factor, choice: Choice | None, part: str) -> Line:
    source = f"{standard.file} {part} {factor.name}"
    unit = "分" if part == "评分" else ""
    if choice is not None and choice.point is not None:
        return _set_line(standard, factor, choice, source, unit)
    if choice is None or not choice.options:
        if factor.otherwise is None:
            line = standard.line_of(part, factor.name)
            raise AmountProblem(
                f"“{factor.name}”没有一档适用:请在 {standard.file} 第{line}行起的各档里选一档,或补写一档"
            )
        return Line(factor.name, Band.of(factor.otherwise), sure=True, words=NONE_OF_THEM, source=source, unit=unit)
    options = [_option(standard, factor, name) for name in choice.options]
    if choice.sure:
        band, words = COMBINE[factor.mode]([o.band for o in options]), _options_words(factor, options)
    else:
        band = _possible(factor, options, set(choice.certain))
        words = " 或 ".join(o.name for o in options)
    return Line(factor.name, band, choice.sure, words, source, unit)


def _options_words(factor: Factor, options: Sequence[Option]) -> str:
    """Names of the options that count."""
    names = [o.name for o in options]
    return "、".join(names) + (f"({factor.mode})" if len(names) > 1 else "")


def _set_line(standard: Standard, factor: Factor, choice: Choice, source: str, unit: str) -> Line:
    """A value that a person set: inside the band freely, outside it with a reason."""
    point = choice.point if choice.point is not None else Decimal(0)
    if not point.is_finite() or not 0 <= point < LARGEST:
        raise AmountProblem(f"“{factor.name}”取定的数不对:应是零以上、十二位以内的数")
    options = [_option(standard, factor, name) for name in choice.options]
    bands = [o.band for o in options]
    band = COMBINE[factor.mode](bands) if bands and choice.sure else _span(factor)
    if not band.low <= point <= band.high and not choice.reason.strip():
        raise AmountProblem(
            f"“{factor.name}”取 {plain(point)} 不在幅度 {plain(band.low)} 至 {plain(band.high)} 内,要写明理由"
        )
    reason = f"，理由:{choice.reason.strip()}" if choice.reason.strip() else ""
    words = "、".join(choice.options) + f"(检察官取定{reason})"
    return Line(factor.name, Band.of(point), sure=True, words=words, source=source, unit=unit)


def _span(factor: Factor) -> Band:
    """From the lowest to the highest a factor can be."""
    bands = [o.band for o in factor.options]
    bands += [Band.of(factor.otherwise)] if factor.otherwise is not None else []
    top = COMBINE[factor.mode](bands) if factor.mode is Mode.ADDED else highest(bands)
    return Band(min(b.low for b in bands), top.suggested, top.high)


def _option(standard: Standard, factor: Factor, name: str) -> Option:
    option = factor.option(name)
    if option is None:
        known = "、".join(o.name for o in factor.options)
        raise AmountProblem(f"“{factor.name}”没有“{name}”这一档,{standard.file} 里有:{known}")
    return option


def _possible(factor: Factor, options: Sequence[Option], certain: set[str]) -> Band:
    """Options of which it is not known which apply, beside those that do in any case."""
    sure = [o.band for o in options if o.name in certain]
    if not sure and factor.otherwise is not None:
        sure = [Band.of(factor.otherwise)]
    every = [o.band for o in options]
    if factor.mode is Mode.ADDED:
        least = COMBINE[factor.mode](sure) if sure else Band.of(Decimal(0))
        most = COMBINE[factor.mode](every)
    elif factor.mode is Mode.HIGHEST:
        least = highest(sure) if sure else lowest(every)
        most = highest([*every, *sure])
    else:
        least = lowest([*every, *sure])
        most = lowest(sure) if sure else highest(every)
    return Band(least.low, most.suggested, most.high)


def _level_line(standard: Standard, scored: Sequence[Line]) -> Line:
    """The scored shape: points add up to a total, the total gives the band of yuan."""
    start = Decimal(0)
    totals = [sum((getattr(line.band, part) for line in scored), start) for part in ("low", "suggested", "high")]
    bands = [_level(standard, total) for total in totals]
    band = Band(bands[0][1].low, bands[1][1].suggested, bands[2][1].high)
    sure = all(line.sure for line in scored)
    if sure:
        words = " + ".join(f"{line.name} {plain(line.band.suggested)}" for line in scored)
        words += f" = {plain(totals[1])} 分,{bands[1][0]}"
    else:
        words = f"合计 {plain(totals[0])} 至 {plain(totals[2])} 分"
    return Line(LEVEL, band, sure, words, f"{standard.file} 评分、档次", unit="元")


def _level(standard: Standard, total: Decimal) -> tuple[str, Band]:
    return next((v.name, v.band) for v in standard.levels if total >= v.total)


def _formula_line(standard: Standard, name: str, formula: Formula, known: Mapping[str, Line]) -> Line:
    low, point, high = (
        formula.value({n: getattr(known[n].band, part) for n in formula.names}) for part in ("low", "suggested", "high")
    )
    if high >= LARGEST:
        line = standard.line_of("公式", name)
        raise AmountProblem(f"“{name}”算出的数大得不可能,请检查 {standard.file} 第{line}行的公式和数额")
    sure = all(known[n].sure for n in formula.names)
    words = formula.with_numbers({n: known[n].band.suggested for n in formula.names}) if sure else formula.text
    return Line(name, Band(low, point, high), sure, words, f"{standard.file} 公式 {name} = {formula.text}", unit="元")


def _own_limit(standard: Standard, line: Line, known: Mapping[str, Line], on: date) -> tuple[Line, Decimal | None]:
    """A line held to what the standard itself allows at most (不超过)."""
    formula = standard.ceilings.get(line.name)
    if formula is None:
        return line, None
    most = {n: known[n].band.high if n in known else standard.value_on(n, on) for n in formula.names}
    limit = formula.value(most)
    band = Band(min(line.band.low, limit), min(line.band.suggested, limit), min(line.band.high, limit))
    if band == line.band:
        return line, limit
    words = f"{line.words},不超过 {plain(limit)}"
    return replace(line, band=band, words=words, source=f"{line.source}；不超过 {formula.text} ({WAGE_NOTE})"), limit


WAGE_NOTE: Final = f"本地限额，不影响按{WAGE}三十六个月的上限"
