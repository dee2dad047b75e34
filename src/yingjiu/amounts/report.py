"""The amount in words to paste into a report (金额说明): every line with its value and its source, the law, 大写."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from yingjiu.amounts.ceiling import Ruled
from yingjiu.amounts.compute import Computed, Line
from yingjiu.amounts.sharing import Sum
from yingjiu.catalog.band import Band
from yingjiu.catalog.formula import plain
from yingjiu.values.money import capital_amount

_TOLD_IN_RESULT: Final = frozenset({"取整", "共同申请", "一次救助"})
_FULL: Final = str.maketrans(",;:()", "，；：（）")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the computation as a table shows it: name, value, how it came about, where it stands."""

    name: str
    value: str
    how: str
    source: str


def report_lines(computed: Computed, ruled: Ruled) -> list[ReportLine]:
    """Every line of the computation, then every rule of the law."""
    told = [ReportLine(x.name, _value_words(x), x.words, x.source) for x in computed.lines]
    return told + [ReportLine(r.name, f"{sum_words(r.after)}元", r.words, r.article) for r in ruled.rules]


def report_paragraph(computed: Computed, ruled: Ruled, on: date, reasons: Sequence[tuple[str, str]] = ()) -> str:
    """One paragraph for the report of examination; ``reasons`` are what the standard asks to be written (六个方面等)."""
    standard = computed.standard
    rounding = next((r for r in ruled.rules if r.name == "取整"), None)
    parts = [
        f"按照{standard.basis}({standard.name}),以{_day_words(on)}适用的数额计算。",
        ";".join(_line_words(line) for line in computed.lines) + "。",
        *(f"{rule.words}({rule.article})。" for rule in ruled.rules if rule.name not in _TOLD_IN_RESULT),
        f"{rounding.words}。" if rounding is not None and standard.unit else "",
        *(f"{name}:{reason.rstrip('。')}。" for name, reason in reasons),
        result_words(computed, ruled),
    ]
    return full_width("".join(parts))


def full_width(text: str) -> str:
    """The signs of a Chinese paper in place of those of a keyboard; no spaces between characters."""
    return re.sub(r" +(?=[^\d ])|(?<=[^\d ]) +|(?<=\d) (?=\d)", "", text).translate(_FULL)


def result_words(computed: Computed, ruled: Ruled) -> str:
    """The result in one sentence, with 大写; a range where inputs are open; what stands in the way."""
    total = ruled.total
    if ruled.barred:
        return "建议不再给予司法救助金：" + ";".join(ruled.refusals) + "。"
    if total.suggested is None:
        open_ = "、".join(computed.open)
        words = f"因{open_}还没有查明,只能得出幅度:{plain(total.low)}元至{plain(total.high)}元,查明后再确定。"
    else:
        words = f"建议给予司法救助金{plain(total.suggested)}元({capital_amount(total.suggested)})"
        words += f",幅度为{plain(total.low)}元至{plain(total.high)}元。" if total.low != total.high else "。"
    words += share_words(ruled.shares)
    if ruled.refusals:
        words += "另须注意:" + ";".join(ruled.refusals) + "。"
    return words + (f"报{ruled.approver}审批。" if ruled.approver else "")


def share_words(shares: Sequence[Sum]) -> str:
    """What each claimant of one victim gets; empty for one claimant."""
    if len(shares) < 2:
        return ""
    each = [f"第{n}名{sum_words(share)}元" for n, share in enumerate(shares, 1)]
    return f"由{len(shares)}名申请人共用:{'、'.join(each)}。"


def missing_reasons(computed: Computed, given: Sequence[str]) -> tuple[str, ...]:
    """What the standard asks to be written (说明理由) and is not there yet."""
    return tuple(name for name in computed.standard.reasons if name not in given)


def money(amount: Decimal) -> str:
    """Yuan with thousands marked: 12,500元."""
    head, dot, tail = plain(amount).partition(".")
    return f"{int(head):,}{dot}{tail}元"


def sum_words(total: Sum) -> str:
    """A sum, or from–to while inputs are open."""
    if total.suggested is not None:
        return plain(total.suggested)
    return f"{plain(total.low)} 至 {plain(total.high)}"


def band_words(band: Band) -> str:
    """A band: one number, or from–to with the suggested one."""
    if band.low == band.high:
        return plain(band.low)
    return f"{plain(band.low)} 至 {plain(band.high)}，建议 {plain(band.suggested)}"


def _value_words(line: Line) -> str:
    if not line.sure:
        return f"{plain(line.band.low)} 至 {plain(line.band.high)}{line.unit}(待查明)"
    return f"{band_words(line.band)}{line.unit}"


def _line_words(line: Line) -> str:
    value = plain(line.band.suggested) if line.sure else f"{plain(line.band.low)}至{plain(line.band.high)}"
    if " 公式 " in line.source:
        return f"{line.name} = {line.words}" + (f" = {value}{line.unit}" if line.sure else f",为{value}{line.unit}")
    words = f"{line.name}{value}{line.unit}"
    why = line.words.replace("(", ",").replace(")", "").strip(",") or (line.source if line.unit == "元" else "")
    return f"{words}({why})" if why else words


def _day_words(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"
