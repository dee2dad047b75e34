"""What governs a word: negation with its reach, moods, and what ends them."""

from __future__ import annotations

import pytest

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_words import Word, load_payment_words

# (clause up to the word, negated, mood, past, why)
SCOPES: list[tuple[str, bool, Word | None, bool, str]] = [
    ("被告人李四未", True, None, False, "未 governs what follows"),
    ("被告人李四已", False, None, True, "已 is done"),
    ("未取得谅解,但", False, None, False, "但 ends it"),
    ("未取得谅解并已", False, None, True, "已 ends a negation"),
    ("表示愿意", False, Word.WILL, False, "a wish"),
    ("愿意并已", False, None, True, "已 ends a wish"),
    ("请求判令", False, Word.CLAIM, False, "a claim"),
    ("请求判令已", False, Word.CLAIM, True, "已 does not end a claim"),
    ("未要求", False, Word.WAIVE, False, "a negated claim is no claim"),
    ("已按照判决", False, None, True, "an order already carried out"),
    ("责令", False, Word.ORDER, False, "an order"),
    ("未成年被告人", False, None, False, "未成年 holds no negation"),
    ("放弃要求", False, Word.WAIVE, False, "what is waived is not claimed"),
]


@pytest.mark.parametrize(("clause", "negated", "mood", "past", "why"), SCOPES)
def test_scope(clause: str, negated: bool, mood: Word | None, past: bool, why: str) -> None:
    scope = Scope()
    for token in load_payment_words().tokens(clause, 0, len(clause)):
        scope.take(token)
    assert (scope.negates(len(clause)), scope.mood, scope.past) == (negated, mood, past), why


def test_negation_does_not_reach_far() -> None:
    scope = Scope()
    scope.take((Word.NOT, 0, 1))
    assert scope.negates(20)
    assert not scope.negates(60)


def test_lexicon_has_each_word_once() -> None:
    words = load_payment_words()
    assert set(words.kinds) == set(Word)
