"""Finds what in a sentence is only said by a party (转述): the offender who says that he paid has not paid by that.

辩护人提出… governs all that follows until the court checks it (经查); 李四称已赔偿 governs what the offender says of
himself, until the victim, the court or a turn (但, 案发后) takes over. What the court adopts (采纳, 属实) is no claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.reading.payment_marks import Mark, Said
from yingjiu.reading.payment_words import VICTIMS, Token, Word

_FORMAL_ENDS: Final = frozenset((Word.CHECKED,))
_ENDS: Final = frozenset((Word.CHECKED, Word.BUT, Word.AFTER, Word.IN_COURT, Word.AT_ONCE, Word.REJECTED))
_POSITIVE: Final = frozenset(
    (
        *(Said.CLOSED, Said.PAID, Said.HANDLED, Said.PART, Said.ITEM, Said.DEPOSIT, Said.AGREED, Said.DUE),
        *(Said.FORGIVEN, Said.LETTER, Said.RECEIPT),
    )
)
_TOWARDS: Final = ("对", "向", "与", "和", "要求", "请求", "对被告人", "向被告人", "与被告人", "要求被告人")
_PARTS: Final = frozenset((Said.PART, Said.ITEM, Said.DEPOSIT))
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claims:
    """What of a sentence is claimed: ``formal`` in the words of a plea, ``told`` as the offender's own word.

    ``rejected``: the sentence says that a claim is not believed; such a plea says nothing at all.
    """

    formal: _Range | None = None
    told: tuple[_Range, ...] = ()
    rejected: bool = False

    def holds(self, mark: Mark) -> bool:
        """Whether a saying is only claimed."""
        return self.is_formal(mark) or (mark.said in _POSITIVE and self._is_told(mark))

    def is_formal(self, mark: Mark) -> bool:
        """Whether a saying stands in the words of a plea."""
        return self.formal is not None and self.formal[0] < mark.at < self.formal[1]

    def claimed(self, mark: Mark) -> Mark:
        """The saying as a claim: a part the offender says he paid is no part paid."""
        return replace(mark, said=Said.PAID) if self._is_told(mark) and mark.said in _PARTS else mark

    def _is_told(self, mark: Mark) -> bool:
        return any(start <= mark.at < end for start, end in self.told)


NO_CLAIMS: Final = Claims()


def find_claims(
    text: str,
    tokens: Sequence[Token],
    sentence: _Range,
    names: Sequence[_Range],
    offenders: Sequence[str],
    marks: Sequence[Mark],
) -> Claims:
    """What of a sentence is only claimed.

    Args:
        text: the clean text.
        tokens: words of the sentence in order.
        sentence: its start and end.
        names: places of victims' names in it.
        offenders: names of suspects and defendants.
        marks: what the sentence says, in order.
    """
    kinds = {token[0] for token in tokens}
    if kinds.isdisjoint((Word.SAYS, Word.CLAIMS, Word.TELLS)) or Word.ACCEPTED in kinds:
        return NO_CLAIMS
    formal = _formal(tokens, sentence[1]) if Word.SAYS in kinds else None
    told = () if kinds.isdisjoint((Word.CLAIMS, Word.TELLS)) else _told(text, tokens, sentence, names, offenders, marks)
    return Claims(formal, told, rejected=Word.REJECTED in kinds)


def _formal(tokens: Sequence[Token], end: int) -> _Range:
    start = next(at for kind, at, _ in tokens if kind is Word.SAYS)
    stop = next((at for kind, at, _ in tokens if kind in _FORMAL_ENDS and at > start), end)
    return start, stop


def _told(
    text: str,
    tokens: Sequence[Token],
    sentence: _Range,
    names: Sequence[_Range],
    offenders: Sequence[str],
    marks: Sequence[Mark],
) -> tuple[_Range, ...]:
    told: list[_Range] = []
    running = False
    for start, end, words in _clauses(tokens, sentence):
        begin = _begins(text, words, start, names, offenders)
        if begin is None and (not running or _takes_over(words, start, end, names)):
            running = False
            continue
        told.append((start if begin is None else begin, end))
        spoken = any(start <= mark.at < end and mark.said in _POSITIVE for mark in marks)
        running = spoken or (begin is not None and not text[begin:end].strip(" ：:，,"))
    return tuple(told)


def _clauses(tokens: Sequence[Token], sentence: _Range) -> Iterator[tuple[int, int, list[Token]]]:
    at, words = sentence[0], list[Token]()
    for token in tokens:
        if token[0] is Word.BREAK:
            yield at, token[1], words
            at, words = token[2], []
        else:
            words.append(token)
    yield at, sentence[1], words


def _begins(
    text: str, words: Sequence[Token], start: int, names: Sequence[_Range], offenders: Sequence[str]
) -> int | None:
    """Where the offender begins to tell in a clause: after 自称, or after 称 where he is its subject."""
    for kind, at, stop in words:
        if kind is Word.CLAIMS or kind is Word.TELLS:
            victim = _first_victim(words, start, at, names)
            offender = _first_offender(text, words, start, at, offenders)
            if kind is Word.CLAIMS and victim is None:
                return stop
            if offender is not None and (victim is None or offender < victim):
                return stop
            return None
    return None


def _first_victim(words: Sequence[Token], start: int, at: int, names: Sequence[_Range]) -> int | None:
    places = [s for s, _ in names if start <= s < at]
    places += [s for kind, s, _ in words if kind in VICTIMS and s < at]
    return min(places, default=None)


def _first_offender(text: str, words: Sequence[Token], start: int, at: int, offenders: Sequence[str]) -> int | None:
    places = [found for name in offenders if (found := text.find(name, start, at)) >= 0]
    places += [s for kind, s, _ in words if kind is Word.OFFENDER and s < at]
    return min((s for s in places if not text.endswith(_TOWARDS, start, s)), default=None)


def _takes_over(words: Sequence[Token], start: int, end: int, names: Sequence[_Range]) -> bool:
    """Whether somebody else speaks or acts in this clause: the victim stands at its head, or a word ends the claim."""
    if any(token[0] in _ENDS for token in words):
        return True
    head = min(start + 3, end)
    return any(start <= s < head for s, _ in names) or any(t[0] is Word.VICTIM and t[1] < head for t in words)
