"""Where a sentence begins and ends: the same in a short text and in one so long that its marks are noted once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.reading import sentences
from yingjiu.reading.sentences import behind_last, sentence_at

SIGNS = "。；;！？\n"
TEXTS = st.text(st.sampled_from("甲乙，。；;！!?？\n”’」）)"), max_size=60)


@pytest.mark.parametrize(
    ("reason", "text", "offset", "expected"),
    [
        ("in the middle", "甲打乙。乙受伤；送医", 5, "乙受伤；"),
        ("at the end mark itself", "甲打乙。乙受伤", 3, "甲打乙。"),
        ("right behind it", "甲打乙。乙受伤", 4, "乙受伤"),
        ("a closing quote belongs to the sentence", "“甲打乙。”乙受伤", 1, "“甲打乙。”"),
        ("no mark at all", "甲打乙", 1, "甲打乙"),
        ("nothing", "", 0, ""),
    ],
)
def test_sentence(reason: str, text: str, offset: int, expected: str) -> None:
    start, end = sentence_at(text, offset)
    assert text[start:end] == expected, reason


@given(TEXTS, st.data())
def test_long_and_short_texts_are_cut_alike(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    found = re.compile(r"[。；;！!？?]+[”’」）)]*|\n+").search(text, offset)
    plain = max(text.rfind(sign, 0, offset) for sign in SIGNS) + 1, found.end() if found else len(text)
    with pytest.MonkeyPatch.context() as patch:
        for near, long in ((200, 10_000), (2, 10_000), (2, 0)):
            patch.setattr(sentences, "_NEAR", near)
            patch.setattr(sentences, "_LONG", long)
            assert sentence_at(text, offset) == plain
            assert behind_last(SIGNS, text, offset) == plain[0]
