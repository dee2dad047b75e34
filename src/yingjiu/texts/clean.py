"""The clean text that rules read: what layout put in is taken out, and every span leads back to the given text.

Taken out: line breaks inside a paragraph, a word or a number, page numbers, blanks inside words and around digits,
invisible and half characters. Made alike: digits and letters (half width), punctuation beside Chinese and
round brackets (full width), the brackets of case numbers. Kept: one line break
between paragraphs, one blank (or tab, between table cells) where words stand apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yingjiu.texts.edits import Edit, Offsets, apply_edits, edits_of, same_offsets
from yingjiu.texts.gaps import close_gaps
from yingjiu.texts.wraps import BROKEN_ID, joined_lines

_HALF = {c: chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_ALIKE = {chr(c): new for c, new in _HALF.items()} | {
    "．": ".",
    "　": " ",
    "\t": "\t",
    "\f": "\n",
    "\v": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_ODD_SIGNS = (
    "[\f\v\x00-\x08\x0e-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000"
    "\ud800-\udfff\ufeff\ufff9-\uffff０-９Ａ-Ｚａ-ｚ．]"
)
_ODD = re.compile(_ODD_SIGNS)  # a choice of signs alone is found fastest
_ODD_OR_RETURN = re.compile(f"\r\n?|{_ODD_SIGNS}")
_BLANK_SIGNS = frozenset("\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
_FULL_SIGNS = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_OPEN, _CLOSE = "〔（(\\[［【{｛「『〈<", "〕）)\\]］】}｝」』〉>"
_YEAR_BRACKETS = re.compile(rf"[{_OPEN}][ \n]*((?:19|20)\d\d)[ \n]*[{_CLOSE}](?=[^\n，。；]{{0,24}}?号)")
_ROUND = frozenset("（）()")
_BROKEN_DIGITS = re.compile(r" [0-9Xx]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean text beside the given one.

    Attributes:
        given: the text as it came.
        text: the clean text; never longer.
        offsets: for each character of `text`, and for its end, the offset in `given`; len(text) + 1 entries, rising.
    """

    given: str
    text: str
    offsets: Offsets[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the given text that a stretch of the clean text stands for."""
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def quote(self, start: int, end: int) -> str:
        """The given words of a stretch of the clean text, exactly."""
        first, last = self.span(start, end)
        return self.given[first:last]


def clean_text(given: str) -> CleanText:
    """Take out of a text what layout put in.

    Args:
        given: text of a paper, any layout: paragraphs, hard-wrapped pages, or one line with blanks between paragraphs.

    Returns:
        The clean text with its map; cleaning a clean text changes nothing.
    """
    odd = _ODD_OR_RETURN if "\r" in given else _ODD
    text, offsets = apply_edits(given, same_offsets(len(given)), edits_of(odd, given, _plain))
    while True:
        new, moved = _one_round(text, offsets)
        if new == text:
            return CleanText(given, text, offsets)
        text, offsets = new, moved


def _one_round(text: str, offsets: Offsets[int]) -> tuple[str, Offsets[int]]:
    """Each round only takes away or turns a blank into a break, so rounds come to an end; none brings back odd signs."""
    text, offsets = apply_edits(text, offsets, _full_signs(text))
    text, offsets = apply_edits(text, offsets, joined_lines(text))
    text, offsets = apply_edits(text, offsets, close_gaps(text))
    if _BROKEN_DIGITS.search(text):
        text, offsets = apply_edits(text, offsets, _whole_ids(text))
    return apply_edits(text, offsets, edits_of(_YEAR_BRACKETS, text, _brackets))


def _plain(match: re.Match[str]) -> str:
    sign = match.group()
    if sign[0] == "\r":
        return "\n"
    if sign in _BLANK_SIGNS:
        return " "
    return _ALIKE.get(sign, "")


def _full_signs(text: str) -> list[Edit]:
    """Round brackets, and other signs beside Chinese, in their Chinese form; found by jumping, most papers have few."""
    edits: list[Edit] = []
    for half, full in _FULL_SIGNS.items():
        at = text.find(half)
        while at >= 0:
            beside = text[max(0, at - 1) : at + 2]
            if half in "()" or any("\u4e00" <= sign <= "\u9fff" for sign in beside):
                edits.append((at, at + 1, full))
            at = text.find(half, at + 1)
    return sorted(edits)


def _whole_ids(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in BROKEN_ID.finditer(text):
        start = match.start()
        edits += [(start + blank.start(), start + blank.end(), "") for blank in re.finditer("[ \n]+", match.group())]
    return edits


def _brackets(match: re.Match[str]) -> str:
    words = match.group()
    if words[0] in _ROUND and words[-1] in _ROUND:
        return f"（{match[1]}）"
    return f"〔{match[1]}〕"
