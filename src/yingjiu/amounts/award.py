"""What a court should lawfully award (应得赔偿): the ceiling of a break-through, computed by the rule of the kind of case.

Sources: 刑诉解释(2021) art. 175, 176, 192; 民法典 art. 1179; 人身损害赔偿解释(2022) art. 12, 14, 15, 17 (law.md §1.6). Yuan,
exact; an item that is not known is left out and named, so that the sum is a floor until it is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

DISABILITY: Final = {name: Decimal(10 - n) / 10 for n, name in enumerate(
    ("一级", "二级", "三级", "四级", "五级", "六级", "七级", "八级", "九级", "十级")
)}  # fmt: skip
"""Share of the full sum by grade of disability (practice: 一级 100 % … 十级 10 %)."""
YEARS: Final = 20
FUNERAL_MONTHS: Final = 6
ADULT: Final = 18


class Kind(StrEnum):
    """Which list of items the law allows."""

    CRIME = "普通刑事案件"
    DRIVING = "驾驶机动车致人伤亡"
    PROPERTY = "非法占有、毁坏财产"
    TORT = "民事侵权"
    SETTLED = "已达成调解、和解"


@dataclass(frozen=True, slots=True)
class Dependant:
    """Somebody the victim supported: age now, and among how many supporters the cost is shared."""

    age: int
    supporters: int = 1


@dataclass(frozen=True, slots=True)
class Harmed:
    """What is known of the harm; sums in yuan, None: not known.

    Attributes:
        age: of the victim at the event.
        dead: whether the victim died.
        disability: grade, None for none.
        costs: medical, nursing, transport, lost work … as proved, by item.
        loss: property not recovered.
        dependants: whom the victim supported.
        share: the part the liable side bears (1 without fault of the victim).
        settled: the sum agreed, for a settled case.
    """

    age: int | None = None
    dead: bool = False
    disability: str | None = None
    costs: Mapping[str, Decimal | None] = None  # type: ignore[assignment]
    loss: Decimal | None = None
    dependants: tuple[Dependant, ...] = ()
    share: Decimal = Decimal(1)
    settled: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of the province for the year before, yuan a year (wage: a month); None: not filled in."""

    income: Decimal | None
    spending: Decimal | None
    wage: Decimal | None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the award: its sum (None: not known) and its article."""

    name: str
    amount: Decimal | None
    words: str
    article: str


@dataclass(frozen=True, slots=True)
class Award:
    """The items; ``total`` is of the known ones."""

    items: tuple[Item, ...]
    share: Decimal

    @property
    def total(self) -> Decimal:
        """Sum of the known items times the share the liable side bears."""
        return sum((i.amount for i in self.items if i.amount is not None), Decimal(0)) * self.share

    @property
    def open(self) -> tuple[str, ...]:
        """Items whose sum is not known."""
        return tuple(i.name for i in self.items if i.amount is None)


def lawful_award(kind: Kind, harmed: Harmed, figures: Statistics) -> Award:
    """The items the law allows for this kind of case."""
    if kind is Kind.SETTLED:
        return Award(
            (Item("协议数额", harmed.settled, "按调解、和解协议", "刑诉解释第一百九十二条第四款"),), Decimal(1)
        )
    if kind is Kind.PROPERTY:
        return Award(
            (Item("未挽回的财产损失", harmed.loss, "追缴、退赔后仍未挽回的", "刑诉解释第一百七十六条"),), Decimal(1)
        )
    items = [
        Item(name, sum_, "按票据和证明", "民法典第一千一百七十九条") for name, sum_ in (harmed.costs or {}).items()
    ]
    if harmed.dead:
        items.append(_funeral(figures))
    if kind in {Kind.DRIVING, Kind.TORT}:
        items += _civil_items(harmed, figures)
    return Award(tuple(items), harmed.share)


def _funeral(figures: Statistics) -> Item:
    amount = figures.wage * FUNERAL_MONTHS if figures.wage is not None else None
    return Item("丧葬费", amount, f"上一年度职工月平均工资 × {FUNERAL_MONTHS}个月", "人身损害赔偿解释第十四条")


def _civil_items(harmed: Harmed, figures: Statistics) -> list[Item]:
    """残疾赔偿金 or 死亡赔偿金, and the living costs of dependants: not awarded in ordinary criminal cases."""
    items = []
    years = years_of(harmed.age)
    if harmed.dead:
        amount = figures.income * years if figures.income is not None and years is not None else None
        items.append(
            Item("死亡赔偿金", amount, f"城镇居民人均可支配收入 × {years or '?'}年", "人身损害赔偿解释第十五条")
        )
    elif harmed.disability in DISABILITY:
        rate = DISABILITY[harmed.disability]
        amount = figures.income * years * rate if figures.income is not None and years is not None else None
        words = f"城镇居民人均可支配收入 × {years or '?'}年 × {rate * 100:f}%"
        items.append(Item("残疾赔偿金", amount, words, "人身损害赔偿解释第十二条"))
    if harmed.dependants and (harmed.dead or harmed.disability in DISABILITY):
        items.append(_dependants(harmed, figures))
    return items


def _dependants(harmed: Harmed, figures: Statistics) -> Item:
    """Year by year, all dependants together never more than one year's spending (art. 17)."""
    article, words = (
        "人身损害赔偿解释第十七条",
        f"{len(harmed.dependants)}名被扶养人，每年合计不超过城镇居民人均消费支出",
    )
    if figures.spending is None:
        return Item("被扶养人生活费", None, words, article)
    spans = [(years_supported(d.age), Decimal(1) / max(d.supporters, 1)) for d in harmed.dependants]
    yearly = (
        min(sum((share for years, share in spans if year < years), Decimal(0)), Decimal(1)) for year in range(YEARS)
    )
    rate = Decimal(1) if harmed.dead else DISABILITY[str(harmed.disability)]
    return Item("被扶养人生活费", figures.spending * sum(yearly, Decimal(0)) * rate, words, article)


def years_of(age: int | None) -> int | None:
    """Years counted for 残疾赔偿金 and 死亡赔偿金: 20, from sixty on one less a year, five from seventy-five on."""
    if age is None:
        return None
    return max(YEARS - max(age - 60, 0), 5) if age < 75 else 5


def years_supported(age: int) -> int:
    """Years a dependant is supported: a minor to eighteen, others as :func:`years_of`."""
    return ADULT - age if age < ADULT else years_of(age) or 0
