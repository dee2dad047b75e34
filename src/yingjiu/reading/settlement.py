"""Adds up what a paper says of one victim to one value (赔偿 · 谅解), by the one table of the four words.

paid = whole payment, settlement performed, or agreement and forgiveness with nothing left open; partial = part paid,
advanced, deposited, instalments open; none = refused, promised, broken, only ordered or claimed; unknown = silent,
agreement alone, forgiveness alone, withdrawn or waived. Later and stronger words win: opinion and finding over charge,
charge over the list of evidence; what only a party claims is no payment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum
from typing import Final

from yingjiu.reading.facts import Compensation, Forgiven
from yingjiu.reading.payment_marks import FORGIVENESS, Mark, Said

MOST_QUOTES: Final = 4
"""Spans kept for one value."""


class Tier(IntEnum):
    """Weight of the zone a saying stands in."""

    CLAIM = -1  # 诉称, 辩称
    EVIDENCE = 0
    CHARGE = 1  # 指控
    FACT = 2  # 查明, 正文, 答
    OPINION = 3  # 认为
    VERDICT = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A saying with its place: ``sentence`` in the clean text; ``after``: 案发后 or the like stands before it.

    ``who`` is the offender spoken of, where there are several.
    """

    mark: Mark
    tier: Tier
    sentence: tuple[int, int]
    after: bool = False
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Value of compensation, its basis and the sayings it rests on; forgiveness likewise."""

    compensation: Compensation
    basis: str
    support: tuple[Placed, ...]
    forgiven: Forgiven
    forgiven_support: tuple[Placed, ...]


_PAYING: Final = frozenset((Said.CLOSED, Said.PAID, Said.HANDLED, Said.PART, Said.ITEM, Said.DEPOSIT, Said.OPEN))
_AFTERMATH: Final = _PAYING | {Said.UNPAID, Said.BROKEN, Said.AGREED, Said.DUE}
_OF_CRIME: Final = frozenset((Said.PAID, Said.OPEN, Said.AGREED, Said.DUE, Said.BROKEN, Said.ITEM))


@dataclass(slots=True)
class _Tally:
    """The value so far, while the sayings are read in order of weight and place."""

    forgiven: bool
    short: bool | None = None  # the sums paid are less than the loss; None where one is not told
    state: Compensation = Compensation.UNKNOWN
    closed: bool = False
    closer: str | None = None
    whole: bool = False
    item_only: bool = False
    open_left: bool = False
    agreed: Placed | None = None
    agreed_sum: Decimal = Decimal(0)
    paid_sum: Decimal = Decimal(0)
    due: bool = False
    suit: Placed | None = None
    ordered: bool = False
    dropped: Placed | None = None
    last: Placed | None = None
    support: list[Placed] = field(default_factory=list)

    def become(self, state: Compensation, placed: Placed) -> None:
        """Take a new value; what spoke for another one no longer supports it, except for a part."""
        if state is not self.state and state is not Compensation.PARTIAL:
            self.support = []
        self.support.append(placed)
        self.state, self.last = state, placed

    def same_sentence(self, placed: Placed) -> bool:
        """Whether the last saying that counted stands in the same sentence."""
        return self.last is not None and self.last.sentence == placed.sentence


def decide(
    placed: Sequence[Placed], *, receipt: bool = False, loss: Decimal | None = None, got: Decimal = Decimal(0)
) -> Decision:
    """Value of one victim.

    Args:
        placed: all sayings that concern the victim, in the order of the text.
        receipt: the paper is a receipt: a sum not said to be the whole is a part.
        loss: what was taken from the victim, in yuan, None where it is not told.
        got: what the victim is said to have got, in yuan.
    """
    forgiven, forgiven_support = _decide_forgiveness(placed)
    tally = _Tally(forgiven is Forgiven.YES, short=_is_short(loss, got))
    for one in _in_order(placed):
        _STEPS.get(one.mark.said, _ignore)(tally, one)
    state, basis, support = _close(tally, placed, receipt=receipt)
    if forgiven is Forgiven.UNKNOWN and state in (Compensation.PAID, Compensation.PARTIAL):
        letters = tuple(p for p in placed if p.mark.said is Said.LETTER)
        forgiven, forgiven_support = (Forgiven.YES, letters) if letters else (forgiven, ())
    if basis == "agreed":
        support = (*support, *forgiven_support)
    return Decision(state, basis, support[:MOST_QUOTES], forgiven, forgiven_support[:MOST_QUOTES])


def _is_short(loss: Decimal | None, got: Decimal) -> bool | None:
    return got < loss if loss and got else None


def _in_order(placed: Sequence[Placed]) -> list[Placed]:
    """Facts by weight and place; in a zone that tells of the aftermath (案发后), earlier payments are the crime's."""
    facts = [p for p in placed if p.tier >= Tier.CHARGE and p.mark.said not in FORGIVENESS]
    tiers = {p.tier for p in facts if p.after and p.mark.said in _AFTERMATH}
    kept = [p for p in facts if p.after or p.tier not in tiers or p.mark.said not in _OF_CRIME]
    return sorted(kept, key=lambda p: (p.tier, p.mark.at))


def _decide_forgiveness(placed: Sequence[Placed]) -> tuple[Forgiven, tuple[Placed, ...]]:
    spoken = [p for p in placed if p.mark.said in (Said.FORGIVEN, Said.REFUSED) and p.tier >= Tier.EVIDENCE]
    spoken.sort(key=lambda p: (p.tier, p.mark.at))
    if not spoken:
        spoken = [p for p in placed if p.mark.said is Said.REFUSED]
    if not spoken:
        return Forgiven.UNKNOWN, ()
    last = spoken[-1].mark.said
    if (
        last is Said.REFUSED
        and spoken[-1].who
        and any(p.mark.said is Said.FORGIVEN and p.who and p.who != spoken[-1].who for p in spoken)
    ):
        last = Said.FORGIVEN  # one offender is forgiven, the other is not
    support = tuple(p for p in reversed(spoken) if p.mark.said is last)
    return (Forgiven.YES if last is Said.FORGIVEN else Forgiven.NO), support


def _ignore(tally: _Tally, one: Placed) -> None:
    del tally, one


def _on_closed(tally: _Tally, one: Placed) -> None:
    tally.become(Compensation.PAID, one)
    tally.closed, tally.item_only, tally.open_left, tally.due = True, False, False, False
    tally.closer = one.who


def _on_paid(tally: _Tally, one: Placed) -> None:
    mark = one.mark
    if tally.state is Compensation.PARTIAL and not tally.item_only:
        weak = mark.vague or one.tier is Tier.OPINION or mark.insurer
        weak = weak or (tally.same_sentence(one) and not all(p.mark.insurer for p in tally.support))
        if weak or not (tally.forgiven or mark.whole):
            tally.support.append(one)
            return
    _add_sums(tally, mark)
    tally.whole = tally.whole or mark.whole
    tally.item_only = False
    if tally.state is not Compensation.PAID or not mark.vague:
        tally.become(Compensation.PAID, one)


def _add_sums(tally: _Tally, mark: Mark) -> None:
    """赔偿76000元,已经支付46000元: the first sum is owed, the second paid."""
    if not mark.amount:
        return
    if mark.past and tally.agreed_sum:
        tally.paid_sum += mark.amount
    elif not mark.past and not tally.agreed_sum:
        tally.agreed_sum = mark.amount


def _on_item(tally: _Tally, one: Placed) -> None:
    if tally.state is Compensation.PAID:
        return
    tally.item_only = tally.state is not Compensation.PARTIAL or tally.item_only
    tally.become(Compensation.PARTIAL, one)


def _on_part(tally: _Tally, one: Placed) -> None:
    same = tally.same_sentence(one)
    if tally.closed and (one.tier is Tier.OPINION or same):
        return
    tally.item_only = False
    tally.become(Compensation.PARTIAL, one)
    tally.closed, tally.agreed = False, None


def _on_open(tally: _Tally, one: Placed) -> None:
    if tally.state is Compensation.NONE and tally.same_sentence(one):
        tally.support.append(one)  # 拒付医疗费,其他损失亦拒不赔偿
        return
    tally.item_only, tally.closed, tally.open_left = False, False, True
    tally.become(Compensation.PARTIAL, one)


def _on_short(tally: _Tally, one: Placed) -> None:
    if tally.state is Compensation.PAID and not (tally.closed and one.tier is Tier.OPINION):
        _on_part(tally, one)
        tally.closed = False


def _on_note(tally: _Tally, one: Placed) -> None:
    if tally.state in (Compensation.PAID, Compensation.PARTIAL):
        _on_open(tally, one)


def _on_agreed(tally: _Tally, one: Placed) -> None:
    tally.agreed = one
    tally.agreed_sum = max(tally.agreed_sum, one.mark.amount or Decimal(0))
    if tally.state is Compensation.NONE and not tally.same_sentence(one):
        tally.state, tally.support = Compensation.UNKNOWN, []


def _on_due(tally: _Tally, one: Placed) -> None:
    if tally.state is Compensation.PAID and not tally.closed and tally.same_sentence(one):
        _on_open(tally, one)  # 同日付10万元,另5万元于9月底前给付
        tally.due = True
        return
    _on_agreed(tally, one)
    tally.due = True


def _on_unpaid(tally: _Tally, one: Placed) -> None:
    if tally.closed and tally.closer and one.who and one.who != tally.closer:
        return  # another defendant paid all there was to pay
    some = tally.state in (Compensation.PAID, Compensation.PARTIAL)
    tally.become(Compensation.PARTIAL if some else Compensation.NONE, one)
    tally.closed, tally.agreed, tally.item_only, tally.open_left = False, None, False, some


def _on_no_agreement(tally: _Tally, one: Placed) -> None:
    if not tally.closed:
        _on_unpaid(tally, one)


def _on_ordered(tally: _Tally, one: Placed) -> None:
    tally.suit, tally.ordered = one, True
    if tally.state is Compensation.PAID and not (tally.closed or tally.forgiven):
        tally.become(Compensation.PARTIAL, one)


def _on_claimed(tally: _Tally, one: Placed) -> None:
    """应赔偿76000元: what is owed; a plea names no sum here."""
    tally.agreed_sum = max(tally.agreed_sum, one.mark.amount or Decimal(0))


def _on_dropped(tally: _Tally, one: Placed) -> None:
    tally.dropped = one


_STEPS: Final[dict[Said, Callable[[_Tally, Placed], None]]] = {
    Said.CLOSED: _on_closed,
    Said.HANDLED: _on_closed,
    Said.PAID: _on_paid,
    Said.ITEM: _on_item,
    Said.PART: _on_part,
    Said.DEPOSIT: _on_part,
    Said.OPEN: _on_open,
    Said.SHORT: _on_short,
    Said.NOTE: _on_note,
    Said.AGREED: _on_agreed,
    Said.DUE: _on_due,
    Said.UNPAID: _on_unpaid,
    Said.SPENT: _on_unpaid,
    Said.BROKEN: _on_unpaid,
    Said.NO_AGREEMENT: _on_no_agreement,
    Said.ORDERED: _on_ordered,
    Said.CLAIMED: _on_claimed,
    Said.WAIVED: _on_dropped,
    Said.WITHDRAWN: _on_dropped,
}

_Closing = tuple[Compensation, str, tuple[Placed, ...]]


def _close(tally: _Tally, placed: Sequence[Placed], *, receipt: bool) -> _Closing:
    if tally.state is Compensation.UNKNOWN:
        return _close_unspoken(tally, placed)
    if tally.state is Compensation.PAID:
        return _close_paid(tally, placed, receipt=receipt)
    support = tuple(reversed(tally.support))
    if tally.state is Compensation.NONE:
        return Compensation.NONE, "none", support
    return _close_partial(tally, support)


def _close_partial(tally: _Tally, support: tuple[Placed, ...]) -> _Closing:
    """A part stays a part, unless the victim forgave after a later agreement, or forgave for one item paid."""
    settled = tally.item_only or (tally.agreed is not None and not tally.due and not tally.open_left)
    content = tally.dropped is not None and tally.dropped.mark.said is Said.WAIVED and not tally.open_left
    if tally.forgiven and content and not (tally.ordered or tally.due):
        return Compensation.PAID, "paid", support
    if tally.forgiven and settled and not tally.ordered:
        if tally.agreed is not None:
            return Compensation.PAID, "agreed", (tally.agreed,)
        return Compensation.PAID, "paid", support
    deposit = bool(support) and all(p.mark.said is Said.DEPOSIT for p in support)
    return Compensation.PARTIAL, "deposit" if deposit else "part", support


def _close_paid(tally: _Tally, placed: Sequence[Placed], *, receipt: bool) -> _Closing:
    support = tuple(reversed(tally.support))
    if not tally.closed:
        less = tally.agreed_sum > tally.paid_sum > 0 or (tally.short is True and not tally.forgiven)
        claims = tally.dropped is None and any(p.mark.said is Said.CLAIMED for p in placed)
        pending = claims and not (tally.forgiven or tally.whole)
        bare = any(p.mark.bare for p in support) and not (tally.forgiven or tally.whole or tally.agreed)
        if less or (tally.short is not False and (pending or bare or (receipt and not tally.whole))):
            return Compensation.PARTIAL, "part", support
    if any(p.mark.said is Said.HANDLED for p in support):
        return Compensation.PAID, "handled", support
    insurer = all(p.mark.insurer for p in support)
    return Compensation.PAID, "insurer" if insurer else "paid", support


def _close_unspoken(tally: _Tally, placed: Sequence[Placed]) -> _Closing:
    """No word of payment or non-payment in facts: agreements, evidence, orders and claims decide."""
    evidence = [p for p in placed if p.tier is Tier.EVIDENCE]
    paid = tuple(p for p in evidence if p.mark.said in (Said.CLOSED, Said.PAID))
    if tally.agreed is not None:
        receipts = tuple(p for p in evidence if p.mark.said is Said.RECEIPT)
        if not tally.due and (tally.forgiven or receipts or paid):
            return Compensation.PAID, "agreed", (tally.agreed, *(paid or receipts))
        return Compensation.UNKNOWN, "agreed", (tally.agreed,)
    if paid:
        return Compensation.PAID, "paid", paid
    part = tuple(p for p in evidence if p.mark.said in _PAYING)
    if part:
        return Compensation.PARTIAL, "part", part
    return _close_claims(tally, placed)


def _close_claims(tally: _Tally, placed: Sequence[Placed]) -> _Closing:
    if tally.suit is not None:
        return Compensation.NONE, "suit", (tally.suit,)
    part = tuple(p for p in placed if p.mark.said is Said.PART)
    if part:  # only a party says so, but it says no more than a part
        return Compensation.PARTIAL, "part", part
    if tally.dropped is not None:
        basis = "waived" if tally.dropped.mark.said is Said.WAIVED else "withdrawn"
        return Compensation.UNKNOWN, basis, (tally.dropped,)
    for basis, kinds in _CLAIMS:
        support = tuple(p for p in placed if p.mark.said in kinds)
        if support:
            return Compensation.NONE, basis, support
    return Compensation.UNKNOWN, "silent", ()


_CLAIMS: Final = (
    ("suit", frozenset((Said.CLAIMED, Said.ORDERED))),
    ("none", frozenset((Said.UNPAID, Said.BROKEN, Said.NO_AGREEMENT, Said.SPENT))),
    ("claim", _PAYING | {Said.PROMISED, Said.NOTE, Said.AGREED, Said.DUE}),
)
"""What a party alone says, or what is only promised: no payment."""
