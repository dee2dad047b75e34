"""Compensation and relief over time (赔偿与救助经过): what every paper says was paid, by whom, and who answered nothing.

A sum that was only asked for is no payment and is left out; a paper that repeats an earlier one counts once. An organ that
sent no list has not said no: its row says 不明.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from yingjiu.leads.course import course_of
from yingjiu.leads.look import Section
from yingjiu.leads.sheets_record import place_words, said
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.people import Mention
from yingjiu.reading.facts import Fact

COLUMNS: Final = ("日期", "谁", "怎样", "金额(元)", "出处")
NO_SUM: Final = ""
_WORDS: Final = {"收据": "", "无能力": "称没有赔偿能力", "判决责令": "判决应当赔偿", "拒绝": "拒绝赔偿"}
_JUDGED: Final = "判决"
_SUFFIX: Final = re.compile(r"\.(?:docx?|txt|pdf|html?|jpe?g|png|tiff?|xlsx?|csv)(?= |$)", re.IGNORECASE)
_OTHER_SIDE: Final = "加害方"


@dataclass(frozen=True, slots=True)
class Payment:
    """One row: ISO day or empty, who, what happened, yuan as shown, where it stands; ``open``: nobody has answered."""

    day: str
    who: str
    how: str
    amount: str
    place: str
    open: bool = False

    @property
    def row(self) -> tuple[str, ...]:
        """Cells of ``COLUMNS``."""
        return (self.day or "—", self.who, self.how, self.amount, self.place)


def payments_of(names: Sequence[str], mentions: Iterable[Mention], papers: Iterable[FiledPaper]) -> list[Payment]:
    """What papers and enforcement say of payment to these names, oldest first.

    Args:
        names: the victim, or the dead for whom the person stands, and the person.
        mentions: the person's records of the event.
        papers: papers of the case.
    """
    found: dict[tuple[str, str, str], Payment] = {}
    for one in sorted(papers, key=lambda p: p.paper.day or "9"):
        for fact in one.paper.facts:
            if fact.kind != "赔偿" or fact.polarity == "0" or not _concerns(fact, names, one):
                continue
            how = _WORDS.get(fact.value, fact.value)
            payment = Payment(
                fact.day or one.paper.day or "",
                _who(fact),
                how,
                _yuan(fact.amount),
                _cited(one),
            )
            if how:
                found.setdefault((how, payment.who, payment.amount), payment)
    rows = _without_repeats(list(found.values()))
    return sorted([*rows, *_enforced(mentions)], key=lambda p: p.day or "9")


def reliefs_of(section: Section) -> list[Payment]:
    """Earlier relief from the look-up's own table (哪里, 结果, 日期, 金额, 案号, 出处); organs of one answer share a row."""
    found: list[Payment] = []
    together: dict[str, list[str]] = {}
    for where, result, day, amount, _, place in section.rows:
        if result.startswith(("不明", "名单里没有")):
            together.setdefault(result, []).append(where.removesuffix("司法救助") or where)
            continue
        refused = result in {"不予救助", "终止办理"}
        found.append(Payment(day, where, result, "" if refused else amount.removesuffix("元"), _where(place)))
    found.sort(key=lambda p: p.day or "9")
    for result, organs in together.items():
        unknown = result.startswith("不明")
        how = "没有交来名单,待查;不能当作没有救助过" if unknown else "名单里没有此人"
        found.append(Payment("", "、".join(organs), how, "不明" if unknown else "", "", open=unknown))
    return found


def _concerns(fact: Fact, names: Sequence[str], one: FiledPaper) -> bool:
    victims = {v.name for v in one.paper.victims}
    return fact.person in names or (fact.person is None and victims <= set(names))


def _who(fact: Fact) -> str:
    """Who pays: as told, a court that orders, else the other side."""
    return fact.payer or ("人民法院" if fact.value.startswith(_JUDGED) else _OTHER_SIDE)


def _cited(one: FiledPaper) -> str:
    where = _where(one.place)
    return where if one.paper.called in where else f"{one.paper.called} {where}"


def _without_repeats(rows: list[Payment]) -> list[Payment]:
    """A row without a sum goes where another of the same words tells who or how much."""
    fuller = {r.how for r in rows if r.amount}
    named = {r.how for r in rows if r.who not in {"", _OTHER_SIDE}}
    return [r for r in rows if r.amount or (r.how not in fuller and (r.who != _OTHER_SIDE or r.how not in named))]


def _enforced(mentions: Iterable[Mention]) -> list[Payment]:
    found = []
    for m in mentions:
        if m.kind != "执行案件" or m.role != "申请执行人":
            continue
        number = said(m, "执行案号")
        for step in course_of([m]):
            sums = said(m, "申请标的额") if step.node == "执行立案" else said(m, "已执行金额")
            words = "申请执行,标的" if step.node == "执行立案" else f"{step.node},执行到位"
            found.append(Payment(step.day or "", "人民法院", words, _sum(sums), number))
    return found


def _sum(text: str) -> str:
    try:
        return _yuan(Decimal(text))
    except InvalidOperation:
        return text


def _yuan(amount: Decimal | None) -> str:
    if amount is None:
        return NO_SUM
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"


def _where(place: str) -> str:
    return _SUFFIX.sub("", place_words(place).rpartition("/")[2]) if place else ""
