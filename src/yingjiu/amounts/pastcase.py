"""A past case (过往案件): what was granted, to whom, on which inputs; what makes two cases alike."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from yingjiu.catalog.condition import Value

ADULT: Final = 18
OLD: Final = 60

Chosen = tuple[tuple[str, tuple[str, ...]], ...]
"""By factor, what was chosen: an option (``较重困难``), an option with the point set in it (``较重困难=9``), or a number."""
Likeness = tuple[str, str, str, str, str]
"""Kind of case, harm, hardship tier, supplement group, fault band."""


@dataclass(frozen=True, slots=True)
class PastCase:
    """One grant to one person; sums in yuan. Empty text: not written.

    Attributes:
        number: of the relief case; tells cases apart.
        decided: day of the decision.
        amount: granted.
        kind: kind of case (故意伤害, 交通肇事 …).
        harm: what came of it (死亡, 重伤二级, 损失两年收入以上 …).
        tier: hardship tier.
        group: group of the supplement (追加类别).
        fault: of the relief side.
        registers: hardship registers on which the person stands.
        chosen: the inputs chosen by factor.
        told: elements known of the case, from which another standard proposes its inputs.
        standard: name of the standard by which it was decided.
        accepted: day of acceptance, whose dated values apply; None: the day of the decision.
        received: compensation received.
        owed: compensation owed in all, None where not known.
        claimants: how many share one grant.
    """

    number: str
    decided: date
    amount: Decimal
    kind: str = ""
    harm: str = ""
    tier: str = ""
    group: str = ""
    fault: str = ""
    township: str = ""
    sex: str = ""
    age: int | None = None
    registers: tuple[str, ...] = ()
    chosen: Chosen = ()
    told: tuple[tuple[str, Value], ...] = ()
    standard: str = ""
    officer: str = ""
    name: str = ""
    accepted: date | None = None
    received: Decimal = Decimal(0)
    owed: Decimal | None = None
    claimants: int = 1

    @property
    def day(self) -> date:
        """The day whose rules and values apply."""
        return self.accepted or self.decided

    @property
    def likeness(self) -> Likeness:
        """What similar cases share."""
        return (self.kind, self.harm, self.tier, self.group, self.fault)

    @property
    def age_group(self) -> str:
        """未成年人, 18至59岁, 60岁以上, 不明."""
        if self.age is None:
            return "年龄不明"
        return "未成年人" if self.age < ADULT else "18至59岁" if self.age < OLD else "60岁以上"


@lru_cache(maxsize=4096)
def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where that month is shorter.

    >>> months_before(date(2024, 3, 31), 1), months_before(date(2024, 1, 15), 24)
    (datetime.date(2024, 2, 29), datetime.date(2022, 1, 15))
    """
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
