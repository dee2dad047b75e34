"""What a paper says (一份文书读出的事实): parties, victims, compensation per victim, each with the quoted span.

Every value that is not unknown carries at least one span of the given text. The words are those of the golden county's
README: compensation paid · partial · none · unknown per victim, injury 死亡 · 重伤一级 … or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


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
class Paper:
    """All facts of one paper.

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
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
