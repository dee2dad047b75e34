"""Masking on the server （遮盖）: a passage with names and numbers hidden, its marks moved to where their words then stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yingjiu.values.masking import mask_pieces


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a passage as it is shown; ``marked`` where it is the evidence."""

    text: str
    marked: bool


def mask_passage(text: str, names: Sequence[str], start: int, end: int, *, reveal: bool = False) -> list[Stretch]:
    """A passage cut at the marked sentence; a name that lies across a border goes to the mark's side whole.

    >>> [s.text for s in mask_passage("孙小荷被打。钱大海未赔偿孙小荷。", ("孙小荷", "钱大海"), 6, 16)]
    ['孙某某被打。', '钱某某未赔偿孙某某。']
    """
    pieces = [] if reveal else mask_pieces(text, tuple(names))
    for piece in pieces:
        if piece.start < start < piece.end:
            start = piece.start
        if piece.start < end < piece.end:
            end = piece.end
    cuts = [(0, start, False), (start, end, True), (end, len(text), False)]
    shown = []
    for left, right, marked in cuts:
        told, at = "", left
        for piece in pieces:
            if left <= piece.start and piece.end <= right:
                told += text[at : piece.start] + piece.shown
                at = piece.end
        told += text[at:right]
        if told:
            shown.append(Stretch(told, marked))
    return shown
