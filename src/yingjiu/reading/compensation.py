"""Reads compensation (赔偿) and forgiveness (谅解) of each victim from one paper, with the sentences they rest on.

Only sentences that hold a word of payment are read: their words become sayings (payment_clauses), each saying is given
to the victims it concerns (payment_parties), and settlement adds them up. What a zone is worth is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Final

from yingjiu.reading.facts import Compensation, Forgiven, Span
from yingjiu.reading.payment_facts import CAME, fact_of, for_victim
from yingjiu.reading.payment_marks import FORGIVENESS, Said
from yingjiu.reading.payment_parties import Parties, VictimNames
from yingjiu.reading.payment_statements import Statement, read_statements
from yingjiu.reading.scene import Finding
from yingjiu.reading.settlement import Placed, Tier, decide
from yingjiu.reading.zones import Zones
from yingjiu.texts.clean import CleanText

__all__ = ["CompensationReading", "Settled", "VictimNames", "read_compensation"]

_QUOTE: Final = 160  # a longer sentence is quoted by its clause only
_GOT: Final = frozenset((Said.PAID, Said.CLOSED, Said.PART, Said.AGREED))
_PAID: Final = frozenset((Said.PAID, Said.CLOSED))
_NEGATIVE: Final = frozenset((Said.UNPAID, Said.BROKEN, Said.NO_AGREEMENT, Said.REFUSED))
_DECIDES: Final = _GOT - {Said.AGREED} | {
    *(Said.ITEM, Said.DEPOSIT, Said.OPEN, Said.HANDLED, Said.UNPAID, Said.BROKEN, Said.NO_AGREEMENT, Said.SPENT),
    *(Said.DUE, Said.WAIVED),
}
_PARDONS: Final = frozenset((Said.FORGIVEN, Said.REFUSED))
_TITLES: Final = frozenset((Said.LETTER, Said.RECEIPT))
_JOINT: Final = frozenset((Said.AGREED, Said.FORGIVEN, Said.RECEIPT, Said.LETTER, Said.CLAIMED))
_LEFT_OPEN: Final = frozenset((Said.OPEN, Said.UNPAID, Said.BROKEN, Said.PART))
_SHARED: Final = _GOT | {Said.FORGIVEN}


@dataclass(frozen=True, slots=True)
class Settled:
    """Compensation and forgiveness of one victim.

    ``basis`` is one of paid agreed insurer handled part deposit suit none waived withdrawn claim silent; every value
    that is not unknown has at least one span.
    """

    compensation: Compensation = Compensation.UNKNOWN
    forgiven: Forgiven = Forgiven.UNKNOWN
    basis: str | None = "silent"
    compensation_spans: tuple[Span, ...] = ()
    forgiven_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CompensationReading:
    """By name of the victim, and of the whole paper (paid only if every victim is), with the facts they stand on."""

    by_victim: Mapping[str, Settled]
    whole: Settled
    findings: tuple[Finding, ...] = ()


def read_compensation(
    clean: CleanText,
    zones: Zones,
    victims: Sequence[VictimNames],
    suspects: Sequence[str],
    paper_type: str,
    strangers: tuple[str, ...] = (),
) -> CompensationReading:
    """Compensation and forgiveness of each victim and of the whole paper.

    Args:
        clean: the paper.
        zones: its zones.
        victims: the victims the paper names; may be empty, then only the whole is read.
        suspects: names of the suspects or defendants.
        paper_type: type of the paper by the words of the catalogue (起诉书, 谅解书 …).
        strangers: names of other people of the paper.

    Returns:
        One value for each victim name, unknown where the paper is silent; never raises on any text.
    """
    parties = Parties(clean.text, victims, strangers, tuple(suspects))
    statements = read_statements(parties, zones, suspects, paper_type)
    receipt = paper_type == "收条"
    own = [_by_kin(statements, victims, i) for i in range(len(victims))]
    elsewhere = [s for s in statements if not (s.concern.victims or s.concern.stranger)]
    said = {id(told): fact_of(parties, suspects, told) for told in statements}
    facts = [[for_victim(parties, said[id(told)], told, i) for told in some] for i, some in enumerate(own)]
    findings = (*chain(*facts), *(said[id(told)] for told in elsewhere))
    by_victim = {
        victim.name: _settled(clean, told, receipt=receipt, loss=victim.loss, got=_got(some))
        for victim, told, some in zip(victims, own, facts, strict=True)
    }
    summed_up = _sums_up(statements)
    counted = [
        by_victim[v.name]
        for v in victims
        if v.name not in suspects and (v.hurt or not summed_up or by_victim[v.name].basis != "silent")
    ] or list(by_victim.values())
    if not counted:
        return CompensationReading({}, _settled(clean, statements, receipt=receipt), findings)
    if elsewhere:  # somebody got money who is not among the victims: an organisation
        counted.append(_settled(clean, elsewhere, receipt=receipt))
    return CompensationReading(by_victim, counted[0] if len(counted) == 1 else _whole(counted), findings)


def _sums_up(statements: Sequence[Statement]) -> bool:
    """Whether the court sums up that the victims at large were paid and forgave: who is not hurt holds nothing back."""
    vague = [s.placed.mark.said for s in statements if s.placed.tier is Tier.OPINION and not _names(s)]
    return Said.FORGIVEN in vague and not _PAID.isdisjoint(vague)


def _by_kin(statements: Sequence[Statement], victims: Sequence[VictimNames], victim: int) -> list[Statement]:
    """Sayings of one victim; of whom nothing is said, what a relative hurt too did not get (王五拒收) holds as well."""
    own = _of_victim(statements, victim, len(victims))
    kin = {i for i, other in enumerate(victims) if other.name in victims[victim].kin}
    if not kin or any(s.placed.tier >= Tier.CHARGE for s in own):
        return own
    return own or [s for s in statements if s.placed.mark.said in _NEGATIVE and not kin.isdisjoint(s.concern.victims)]


def _spoken(own: Sequence[Statement]) -> list[Statement]:
    """Sayings of one of several victims: what is said by name and decided is not changed by words of the group."""
    named = [s for s in own if s.placed.tier >= Tier.CHARGE and (_names(s) or s.concern.each)]
    money = any(s.placed.mark.said in _DECIDES for s in named)
    pardon = any(s.placed.mark.said in _PARDONS for s in named)
    own = [s for s in own if not _is_bare_title(s)]
    return [s for s in own if not (_is_summary(s) and (pardon if s.placed.mark.said in FORGIVENESS else money))]


def _is_bare_title(statement: Statement) -> bool:
    """代管款收据, 垫付凭证 in a list of evidence: whose it is, is not told."""
    mark = statement.placed.mark
    return statement.placed.tier is Tier.EVIDENCE and mark.said in (Said.DEPOSIT, Said.PART) and mark.amount is None


def _is_summary(statement: Statement) -> bool:
    """Whether the court or a list of evidence speaks of the victims at large."""
    mark = statement.placed.mark
    if statement.placed.tier is Tier.EVIDENCE and mark.said in _TITLES:
        return True
    return statement.placed.tier >= Tier.OPINION and not (_names(statement) or statement.concern.each)


def _of_victim(statements: Sequence[Statement], victim: int, count: int) -> list[Statement]:
    """Sayings that concern one victim.

    Where others are spoken of by name, a vague 已赔偿被害人损失 concerns only those who are said to have got something.
    """
    own = [s for s in statements if victim in s.concern.victims]
    if count > 1:
        own = _open_together(statements, _spoken(own), victim)
        if any(s.placed.mark.said is Said.FORGIVEN and _names(s) for s in statements):
            own = [s for s in own if s.placed.mark.said is not Said.LETTER]
    named = [s for s in statements if s.concern.named and s.placed.mark.said in _SHARED]
    if not named or (count == 1 and all(s.concern.victims for s in named)):
        return own
    if any(victim in s.concern.victims and s.placed.mark.said in _GOT for s in named):
        return [s for s in own if s.placed.mark.said is not Said.SPENT or _names(s)]  # others' things are gone
    return [s for s in own if s.concern.named or s.concern.each or s.placed.mark.said not in _SHARED]


def _open_together(statements: Sequence[Statement], own: list[Statement], victim: int) -> list[Statement]:
    """Of a joint agreement what is left open to one is open to all of whom no payment is told."""
    kinds = {s.placed.mark.said for s in own if s.placed.tier >= Tier.CHARGE}
    if Said.AGREED not in kinds or not kinds <= _JOINT:
        return own
    joint = {i for s in own if s.placed.mark.said is Said.AGREED for i in s.concern.victims} - {victim}
    theirs = [s for s in statements if s.concern.victims & joint and victim not in s.concern.victims]
    if all(s.placed.mark.said not in _LEFT_OPEN for s in theirs):
        return own
    return own + [s for s in theirs if s.placed.mark.said in _LEFT_OPEN | _GOT]


def _names(statement: Statement) -> bool:
    """Whether a statement names its victims in its own sentence."""
    return statement.concern.named and not statement.concern.carried


def _whole(counted: Sequence[Settled]) -> Settled:
    """The value of the paper from its victims: paid only if all are, partial if some are or part is."""
    values = {s.compensation for s in counted}
    if len(values) == 1:
        value = counted[0].compensation
    elif values & {Compensation.PAID, Compensation.PARTIAL}:
        value = Compensation.PARTIAL
    else:
        value = Compensation.NONE
    first = next((s for s in counted if s.compensation is value), counted[0])
    spans = tuple(dict.fromkeys(span for s in counted for span in s.compensation_spans))[:6]
    said = [s.forgiven for s in counted if s.forgiven is not Forgiven.UNKNOWN]
    forgiven = Forgiven.UNKNOWN
    if said:
        forgiven = Forgiven.YES if said.count(Forgiven.YES) * 2 >= len(said) else Forgiven.NO
    forgiven_spans = tuple(dict.fromkeys(x for s in counted if s.forgiven is forgiven for x in s.forgiven_spans))[:6]
    basis = first.basis if first.compensation is value else "part"
    return Settled(value, forgiven, basis, spans, forgiven_spans)


def _got(facts: Sequence[Finding]) -> Decimal:
    """The sums said to have come, each counted once: a judgment tells the same payment in several zones."""
    return sum({f.amount for f in facts if f.amount and f.polarity in "+±" and f.value in CAME}, Decimal(0))


def _settled(
    clean: CleanText,
    told: Sequence[Statement],
    *,
    receipt: bool,
    loss: Decimal | None = None,
    got: Decimal = Decimal(0),
) -> Settled:
    decision = decide([statement.placed for statement in told], receipt=receipt, loss=loss, got=got)
    return Settled(
        decision.compensation,
        decision.forgiven,
        decision.basis,
        _spans(clean, decision.support),
        _spans(clean, decision.forgiven_support),
    )


def _spans(clean: CleanText, support: Sequence[Placed]) -> tuple[Span, ...]:
    spans: dict[Span, None] = {}
    for one in support:
        start, end = one.sentence
        if end - start > _QUOTE:
            start, end = one.mark.start, one.mark.end
        spans.setdefault(_span(clean, start, end))
    return tuple(spans)


def _span(clean: CleanText, start: int, end: int) -> Span:
    words = clean.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    first, last = clean.span(start, end)
    return Span(first, last, clean.given[first:last])
