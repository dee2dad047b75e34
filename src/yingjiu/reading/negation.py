"""Keeps what governs the next word of a clause: negation (否定), wish, claim, duty, order, condition, what is done.

未…赔偿 is no payment, 愿意赔偿 a promise, 请求判令赔偿 a claim, 责令退赔 an order; 但 and 已 end what came before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from yingjiu.reading.payment_words import Token, Word

REACH: Final = 30
"""Farthest distance, in characters, between a negation and the word it negates."""

_MOODS: Final = frozenset(
    (Word.WILL, Word.HOPE, Word.CLAIM, Word.DUTY, Word.ORDER, Word.IF, Word.TOPIC, Word.WAIVE, Word.DENY)
)
_ENDED_BY_DONE: Final = frozenset((Word.WILL, Word.DUTY, Word.TOPIC, Word.IF, Word.HOPE))
_ENDED_BY_AND: Final = frozenset((Word.TOPIC, Word.IF, Word.WAIVE))
_NEGATIONS: Final = (Word.NOT, Word.PENNY)
_AS: Final = {Word.DEMAND: Word.CLAIM, Word.PROMISE: Word.WILL}
GOVERNING: Final = _MOODS | frozenset(_AS) | {Word.NOT, Word.PENNY, Word.FULL, Word.PAST, Word.BUT, Word.THEN, Word.AND}
"""Words that change the scope; all others can be passed over."""
_KEPT: Final = frozenset(((Word.CLAIM, Word.WAIVE), (Word.WILL, Word.CLAIM)))
"""A word that does not change the mood: 放弃要求 waives, 要求尽快赔偿 claims."""
_NEARBY: Final = 4  # 未要求…: a negated claim is no claim


@dataclass(slots=True)
class Scope:
    """What governs the words to come; fed with the words of one clause in order.

    ``mood`` is a wish, claim, duty, order, condition, topic or waiver; ``full`` says that 全部 stands between the
    negation and here (未全部赔偿 = a part is paid); ``joined`` that 并 stands before (达成协议并赔偿 is done, not only
    agreed).
    """

    negation: int = -1
    mood: Word | None = None
    past: bool = False
    full: bool = False
    joined: bool = False

    def take(self, token: Token) -> None:
        """Read one more word."""
        kind, start, end = token
        kind = _AS.get(kind, kind)
        if kind in _NEGATIONS:
            self.negation, self.full = end, False
        elif kind is Word.FULL:
            self.full = self.negation >= 0
        elif kind is Word.PAST:
            self._done()
        elif kind is Word.BUT or (kind is Word.THEN and self.mood is not Word.IF):
            self.negation, self.mood, self.past, self.full, self.joined = -1, None, False, False, False
        elif kind is Word.AND:
            self.joined = True
            self.mood = None if self.mood in _ENDED_BY_AND else self.mood
        elif kind in _MOODS:
            self._govern(kind, start)

    def negates(self, at: int) -> bool:
        """Whether the word at this offset is negated."""
        return self.negation >= 0 and at - self.negation <= REACH

    def _done(self) -> None:
        self.past, self.negation, self.full = True, -1, False
        if self.mood in _ENDED_BY_DONE:
            self.mood = None

    def _govern(self, kind: Word, start: int) -> None:
        if kind is Word.ORDER and self.past:
            return
        if kind is Word.TOPIC and self.mood is not None:
            return
        if (kind, self.mood) in _KEPT:
            return
        if kind is Word.CLAIM and self.negates(start) and start - self.negation <= _NEARBY:
            self.negation, kind = -1, Word.WAIVE
        self.mood = kind
