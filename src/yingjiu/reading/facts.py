"""What a paper says (一份文书读出的事实): parties, victims, compensation per victim, each with the quoted span.

Every value that is not unknown carries at least one span of the given text. The words are those of the golden county's
README: compensation paid · partial · none · unknown per victim, injury 死亡 · 重伤一级 … or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

FACT_KINDS: Final = (
    "赔偿",
    "谅解",
    "伤情",
    "伤残",
    "劳动能力",
    "护理依赖",
    "急需救治",
    "心理创伤",
    "损失",
    "挽回",
    "责任",
    "过错",
    "保险",
    "逃逸",
    "未侦破",
    "抚养赡养",
    "困难",
    "处理",
)
"""What single facts are about; 处理 is what an organ decided (批准逮捕, 不起诉, 终结本次执行 …)."""


class Compensation(StrEnum):
    """Compensation of one victim (赔偿): paid in full, in part, not, or not known."""

    PAID = "paid"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"


class Forgiven(StrEnum):
    """Forgiveness by one victim's side (谅解), independent of payment."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """A quoted place: ``given[start:end] == quote``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a paper says, with the words it stands on (law.md §3.3: the unit of reading).

    Attributes:
        kind: one of ``FACT_KINDS``.
        value: what is said, in the words of the kind (一级伤残, 主要责任, 已付 …).
        polarity: ``+`` said to be so, ``-`` said not to be so, ``±`` in part or not sure, ``0`` a decoy (a claim, a
            limit, an article): never proof of anything.
        person: whom it concerns (the victim; of 困难 its owner), None where the paper does not tell.
        payer: who pays or paid: 被告人 家属 单位 保险公司 救助基金 其他, None where it is no payment or is not told.
        amount: yuan.
        day: ISO date the words give for it, to the precision given.
        zone: kind of the zone it stands in.
        span: the words.
    """

    kind: str
    value: str
    polarity: str
    span: Span
    person: str | None = None
    payer: str | None = None
    amount: Decimal | None = None
    day: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A person or organisation a paper names, with what it says of them.

    ``role`` is the paper's own word folded to one of 犯罪嫌疑人 被害人 近亲属 法定代理人 原告 被告 申请执行人 被执行人 信访人 证人;
    ``relation`` is the kinship (妻, 子, …) to the person named in ``of``. ``birth`` is ISO to the precision given.
    """

    name: str
    role: str
    sex: str | None = None
    birth: str | None = None
    id_number: str | None = None
    address: str | None = None
    household: str | None = None
    organisation: bool = False
    relation: str | None = None
    of: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Victim:
    """A victim (被害人) of one paper; ``evidence`` maps a field's name to the spans it rests on."""

    name: str
    sex: str | None = None
    birth: str | None = None
    id_number: str | None = None
    address: str | None = None
    household: str | None = None
    organisation: bool = False
    dead: bool = False
    injury: str | None = None
    loss: Decimal | None = None
    compensation: Compensation = Compensation.UNKNOWN
    forgiven: Forgiven = Forgiven.UNKNOWN
    basis: str | None = None
    hardship: bool = False
    relatives: tuple[Party, ...] = ()
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EnforcementFacts:
    """What an enforcement ruling (执行裁定书) or closing notice (结案通知书) says of its record."""

    number: str | None
    instrument: str | None
    closing: str | None
    target: Decimal | None = None
    collected: Decimal | None = None
    finished: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TermCount:
    """How often a term of the six classes (关键词) stands in a paper.

    ``counted`` hits speak for the victim's side as the term asks; ``negated`` are denied, ``others`` are of the other
    side, ``elsewhere`` stand in an article, the name of a charge, or a part of the paper where the term does not count.
    """

    group: str
    term: str
    counted: int = 0
    negated: int = 0
    others: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """All facts of one paper.

    ``title`` is the finer name of the paper (题名: 批准逮捕决定书, 银行回单) where it has one that the type does not tell.
    ``own_number`` is the number the paper itself bears (文号, 案号); ``numbers`` are all case numbers it names, in normal
    form. ``charge``: the first one named, without 罪. ``injury``: the worst of the paper. ``compensation`` and
    ``forgiven`` are of the whole paper (paid only if every victim is paid, partial if some are or part is).
    """

    type: str
    day: str | None = None
    own_number: str | None = None
    numbers: tuple[str, ...] = ()
    charge: str | None = None
    charges: tuple[str, ...] = ()
    cause: str | None = None
    injury: str | None = None
    hardship: bool = False
    suspects: tuple[Party, ...] = ()
    victims: tuple[Victim, ...] = ()
    parties: tuple[Party, ...] = ()
    compensation: Compensation = Compensation.UNKNOWN
    forgiven: Forgiven = Forgiven.UNKNOWN
    enforcement: EnforcementFacts | None = None
    facts: tuple[Fact, ...] = ()
    title: str | None = None
    terms: tuple[TermCount, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What a person calls the paper: its finer name where it has one, else its type."""
        return self.title or self.type
