"""Runs the worked examples of a standard (样例): what is told or chosen must give the sum the file promises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from yingjiu.amounts.breakthrough import Breakthrough
from yingjiu.amounts.ceiling import Circumstances, apply_law, approver_of, round_sum
from yingjiu.amounts.compute import AmountProblem, Choice, Computed, compute
from yingjiu.amounts.propose import propose
from yingjiu.amounts.sharing import Sum
from yingjiu.catalog.band import read_number
from yingjiu.catalog.factor import Factor
from yingjiu.catalog.figure import WAGE
from yingjiu.catalog.formula import plain
from yingjiu.catalog.problem import Problem, UserFileError
from yingjiu.catalog.standard import Standard, StandardExample

ALWAYS: Final = date.min.isoformat()


def check_standard(standard: Standard) -> list[Problem]:
    """What is wrong with the examples of a standard."""
    return [
        Problem(standard.file, example.line, f"样例“{example.says}”:{what}")
        for example in standard.examples
        for what in _check(standard, example)
    ]


def read_choices(standard: Standard, chosen: Mapping[str, tuple[str, ...]], reason: str = "") -> dict[str, Choice]:
    """Choices from words as a person writes them: options, or a number."""
    factors = {**standard.factors, **standard.scores}
    return {name: _choice(factors[name], words, reason) for name, words in chosen.items() if name in factors}


def _choice(factor: Factor, words: tuple[str, ...], reason: str) -> Choice:
    options = tuple(w for w in words if factor.option(w) is not None)
    numbers = [n for w in words if factor.option(w) is None and (n := read_number(w)) is not None]
    return Choice(options, point=numbers[0] if numbers else None, reason=reason if numbers else "")


def _check(standard: Standard, example: StandardExample) -> list[str]:
    set_values = {name: {ALWAYS: value} for name, value in example.values.items()}
    tried = replace(standard, values={**standard.values, **set_values})
    chosen = {name: p.choice for name, p in propose(tried, example.told).items()} if example.told else {}
    chosen |= read_choices(tried, example.chosen, "样例")
    try:
        computed = compute(tried, example.day, chosen)
        total, approver, refusals = _ruled(tried, computed, example)
    except (AmountProblem, UserFileError) as error:
        if example.refusal and example.refusal in str(error):
            return []
        return [f"应算得出,却说:{error}" if not example.refusal else f"应因“{example.refusal}”算不出,却说:{error}"]
    return [*_differences(example, computed, total, approver), *_refused(example, refusals)]


def _ruled(standard: Standard, computed: Computed, example: StandardExample) -> tuple[Sum, str | None, tuple[str, ...]]:
    """After the law, where the example gives a wage; else only rounded."""
    now = Sum(computed.low, computed.suggested, computed.high)
    wage = example.values.get(WAGE)
    if wage is None:
        total = round_sum(standard, now, computed.limit)
        return total, approver_of(standard.ladder, total.reached), ()
    wish = example.beyond
    beyond = Breakthrough(
        ground=wish.get("理由", ""),
        approved_by=wish.get("批准") or None,
        entered=read_number(wish.get("应判", "")),
        entered_basis=wish.get("依据", ""),
        minor=wish.get("未成年人") == "是",
    )
    given = Circumstances(
        wage, example.received or Decimal(0), example.owed, breakthrough=beyond if example.beyond else None
    )
    ruled = apply_law(computed, given)
    return ruled.total, ruled.approver, ruled.refusals


def _differences(example: StandardExample, computed: Computed, total: Sum, approver: str | None) -> list[str]:
    pairs = (
        ("得", example.expected, total.suggested),
        ("至少", example.low, total.low),
        ("至多", example.high, total.high),
        ("取整前", example.exact, computed.suggested),
    )
    told = [
        f"“{name}”应为 {plain(wanted)},实为 {plain(got) if got is not None else f'{plain(total.low)} 至 {plain(total.high)}'}"
        for name, wanted, got in pairs
        if wanted is not None and wanted != got
    ]
    if example.expected is None and not example.refusal and total.suggested is not None:
        told.append(f"应只给幅度,实为 {plain(total.suggested)}")
    if example.organ and example.organ != approver:
        told.append(f"“由”应为 {example.organ},实为 {approver or '没有写审批'}")
    return told


def _refused(example: StandardExample, refusals: tuple[str, ...]) -> list[str]:
    if example.refusal and not any(example.refusal in words for words in refusals):
        return [f"应因“{example.refusal}”算不出或要先补办,却算出来了"]
    return []
