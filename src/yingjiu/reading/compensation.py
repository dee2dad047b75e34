"""Reads compensation (赔偿) and forgiveness (谅解) of each victim from one paper, with the sentences they rest on.

Only sentences that hold a word of payment are read: their words become sayings (payment_clauses), each saying is given
to the victims it concerns (payment_parties), and settlement adds them up. What a zone is worth is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.facts import Compensation, Forgiven, Span
from yingjiu.reading.payment_marks import Said
from yingjiu.reading.payment_parties import VictimNames
from yingjiu.reading.payment_statements import Statement, read_statements
from yingjiu.reading.settlement import Decision, Placed, decide
from yingjiu.reading.zones import Zones
from yingjiu.texts.clean import CleanText

__all__ = ["CompensationReading", "Settled", "VictimNames", "read_compensation"]

_QUOTE: Final = 160  # a longer sentence is quoted by its clause only
_GOT: Final = frozenset((Said.PAID, Said.CLOSED, Said.PART, Said.AGREED))
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
    """By name of the victim, and of the whole paper (paid only if every victim is)."""

    by_victim: Mapping[str, Settled]
    whole: Settled


def read_compensation(
    clean: CleanText, zones: Zones, victims: Sequence[VictimNames], suspects: Sequence[str], paper_type: str
) -> CompensationReading:
    """Compensation and forgiveness of each victim and of the whole paper.

    Args:
        clean: the paper.
        zones: its zones.
        victims: the victims the paper names; may be empty, then only the whole is read.
        suspects: names of the suspects or defendants.
        paper_type: type of the paper by the words of the catalogue (起诉书, 谅解书 …).

    Returns:
        One value for each victim name, unknown where the paper is silent; never raises on any text.
    """
    statements = read_statements(clean.text, zones, victims, suspects, paper_type)
    receipt = paper_type == "收条"
    decisions = [decide(_of_victim(statements, i, len(victims)), receipt=receipt) for i in range(len(victims))]
    by_victim = {v.name: _settled(clean, d) for v, d in zip(victims, decisions, strict=True)}
    counted = [by_victim[v.name] for v in victims if v.name not in suspects] or list(by_victim.values())
    if not counted:
        return CompensationReading({}, _settled(clean, decide([s.placed for s in statements], receipt=receipt)))
    elsewhere = [s.placed for s in statements if not s.concern.victims]
    if elsewhere:  # somebody got money who is not among the victims: an organisation
        counted.append(_settled(clean, decide(elsewhere, receipt=receipt)))
    return CompensationReading(by_victim, counted[0] if len(counted) == 1 else _whole(counted))


def _of_victim(statements: Sequence[Statement], victim: int, count: int) -> list[Placed]:
    """Sayings that concern one victim.

    Where others are spoken of by name, a vague 已赔偿被害人损失 concerns only those who are said to have got something.
    """
    own = [s for s in statements if victim in s.concern.victims]
    named = [s for s in statements if s.concern.named and s.placed.mark.said in _SHARED]
    if not named or (count == 1 and all(s.concern.victims for s in named)):
        return [s.placed for s in own]
    if any(victim in s.concern.victims and s.placed.mark.said in _GOT for s in named):
        return [s.placed for s in own]
    return [s.placed for s in own if s.concern.named or s.concern.each or s.placed.mark.said not in _SHARED]


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


def _settled(clean: CleanText, decision: Decision) -> Settled:
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
