"""Proposes the benchmark (救助基准金额) from the office's own grants of three years; a signer confirms it, never the machine.

The published rule: the county's economy together with the mean grant of the last three years. The mean is divided by the
multiple of the standard's usual case (常见情形), so that the usual case gets what cases got on the average.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Final

from yingjiu.amounts.compute import AmountProblem, compute
from yingjiu.amounts.examples import read_choices
from yingjiu.catalog.figure import BENCHMARK
from yingjiu.catalog.formula import plain
from yingjiu.catalog.standard import Standard

YEARS: Final = 3
ROUND_TO: Final = Decimal(10)
FEW: Final = 10
ALWAYS: Final = date.min.isoformat()
FEN: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Granted:
    """One grant of the register: the day, yuan."""

    day: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BenchmarkProposal:
    """What three years of grants say.

    Attributes:
        since: first day counted, ``until`` the last.
        count: grants counted; ``mean`` and ``middle`` of them in yuan, None where there are none.
        years: by year: grants, mean.
        multiple: how many benchmarks the usual case gets.
        proposed: yuan to the ten, None where nothing can be proposed.
    """

    since: date
    until: date
    count: int
    mean: Decimal | None
    middle: Decimal | None
    years: tuple[tuple[int, int, Decimal], ...]
    multiple: Decimal
    proposed: Decimal | None

    @property
    def line(self) -> str:
        """The line to paste under 数额."""
        return f"  {self.until.isoformat()}: {plain(self.proposed) if self.proposed is not None else '数'}"

    @property
    def words(self) -> str:
        """How it was reached, for the basis of the file."""
        if self.mean is None or self.middle is None:
            return f"{self.since} 至 {self.until} 没有发放记录，不能提出建议"
        few = "；案件少，请结合县域经济发展水平慎重确定" if self.count < FEW else ""
        return (
            f"{self.since} 至 {self.until} 发放 {self.count} 件，平均 {plain(self.mean)} 元，中位数 {plain(self.middle)} 元；"
            f"常见情形为基准的 {plain(self.multiple)} 倍{few}"
        )


def propose_benchmark(standard: Standard, grants: Sequence[Granted], on: date) -> BenchmarkProposal:
    """The benchmark by which the usual case of a standard gets the mean grant of three years.

    Raises:
        AmountProblem: the standard has no benchmark or no usual case.
    """
    since = _years_before(on, YEARS)
    counted = [g for g in grants if since <= g.day <= on and g.amount > 0]
    multiple = usual_multiple(standard)
    amounts = [g.amount for g in counted]
    mean = _fen(sum(amounts, Decimal(0)) / len(amounts)) if amounts else None
    proposed = (mean / multiple / ROUND_TO).quantize(Decimal(1), ROUND_HALF_UP) * ROUND_TO if mean else None
    return BenchmarkProposal(
        since=since,
        until=on,
        count=len(counted),
        mean=mean,
        middle=_fen(median(amounts)) if amounts else None,
        years=_by_year(counted),
        multiple=multiple,
        proposed=max(proposed, ROUND_TO) if proposed is not None else None,
    )


def usual_multiple(standard: Standard) -> Decimal:
    """How many benchmarks the usual case of a standard gets.

    Raises:
        AmountProblem: the standard has no benchmark or no usual case.
    """
    if BENCHMARK not in standard.values or not standard.typical:
        raise AmountProblem(f"{standard.file} 的“数额”没有“{BENCHMARK}”,或者没有写“常见情形”,不能提出基准金额")
    one = replace(standard, values={**standard.values, BENCHMARK: {ALWAYS: Decimal(1)}}, ceilings={})
    found = compute(one, date.max, read_choices(one, standard.typical, "常见情形")).suggested
    if not found:
        raise AmountProblem(f"{standard.file} 的“常见情形”算得零,请改写")
    return found


def _by_year(grants: Sequence[Granted]) -> tuple[tuple[int, int, Decimal], ...]:
    years: dict[int, list[Decimal]] = {}
    for grant in grants:
        years.setdefault(grant.day.year, []).append(grant.amount)
    return tuple((year, len(sums), _fen(sum(sums, Decimal(0)) / len(sums))) for year, sums in sorted(years.items()))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _fen(value: Decimal) -> Decimal:
    return value.quantize(FEN, ROUND_HALF_UP)
