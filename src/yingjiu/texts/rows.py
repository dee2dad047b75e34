"""Recognised boxes to lines in reading order: skew, two pages side by side, pieces of one row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from yingjiu.texts.page import Line, Page
from yingjiu.texts.repairs import mended_numbers, repaired

_SPREAD = 1.15
"""A picture wider than this many heights may be two pages side by side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One box the recogniser found: its text, four corners (x, y) clockwise from the upper left, confidence 0 to 1."""

    text: str
    corners: tuple[tuple[float, float], ...]
    confidence: float

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        xs, ys = [x for x, _ in self.corners], [y for _, y in self.corners]
        return int(min(xs)), int(min(ys)), int(max(xs)), int(max(ys))

    @property
    def height(self) -> float:
        """Height of its left edge: of the letters, also on a skewed page."""
        (_, top), _, _, (_, bottom) = self.corners
        return max(1.0, bottom - top)

    @property
    def slope(self) -> float:
        """How much it falls for each pixel to the right."""
        (left, y), (right, z), *_ = self.corners
        return (z - y) / (right - left) if right > left else 0.0


def page_of_pieces(pieces: list[Piece], width: int, height: int, number: int = 1) -> Page:
    """The page a person would read.

    Args:
        pieces: in any order.
        width: of the picture in pixels.
        height: of the picture in pixels.
        number: of the page.

    Returns:
        Text of one line a row, and a Line for each, with offsets into that text.
    """
    texts: list[str] = []
    lines: list[Line] = []
    at = 0
    for side in _sides([piece for piece in pieces if piece.text.strip()], width, height):
        for row in _rows(side):
            given = _row_text(row)
            text = repaired(given)
            texts.append(text)
            mended = tuple((at + start, at + end, old) for start, end, old in mended_numbers(given, text))
            lines.append(Line(at, at + len(text), _row_box(row), _row_confidence(row), _parts(row, text, at), mended))
            at += len(text) + 1
    return Page(number, "\n".join(texts), tuple(lines), (width, height))


def slope_of(pieces: list[Piece]) -> float:
    """How much the rows of a page fall for each pixel to the right: the middle one of its longer pieces."""
    wide = [piece.slope for piece in pieces if piece.box[2] - piece.box[0] > 4 * piece.height]
    return median(wide) if wide else 0.0


def _parts(row: list[Piece], text: str, at: int) -> tuple[tuple[int, int, int], ...]:
    """First offset, left and right of each piece of a row; none where mending a fault changed the row's length."""
    if len(row) < 2 or len(text) != len(_row_text(row)):
        return ()
    found, place = [], 0
    for piece in row:
        word = piece.text.strip()
        place += len(text[place:]) - len(text[place:].lstrip())
        found.append((at + place, piece.box[0], piece.box[2]))
        place += len(word)
    return tuple(found)


def _sides(pieces: list[Piece], width: int, height: int) -> list[list[Piece]]:
    """Left and right page of a spread whose middle no box crosses; else all in one."""
    if width <= height * _SPREAD or len(pieces) < 8:
        return [pieces]
    middle, margin = width / 2, width * 0.01
    left = [piece for piece in pieces if piece.box[2] <= middle + margin]
    right = [piece for piece in pieces if piece.box[0] >= middle - margin]
    if len(left) + len(right) < len(pieces) or min(len(left), len(right)) < 3:
        return [pieces]
    return [left, right]


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one line of the page, from top to bottom, each from left to right."""
    if not pieces:
        return []
    skew = slope_of(pieces)

    def level(piece: Piece) -> float:
        left, top, right, bottom = piece.box
        return (top + bottom) / 2 - skew * (left + right) / 2

    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=level):
        last = rows[-1] if rows else []
        if last and level(piece) - sum(map(level, last)) / len(last) < min(piece.height, last[0].height) * 0.5:
            last.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.box[0]) for row in rows]


def _row_text(row: list[Piece]) -> str:
    """Pieces close together are one text; a clear gap becomes a blank, a wide one a tab (cells of a form)."""
    out = row[0].text.strip()
    for before, piece in pairwise(row):
        gap = (piece.box[0] - before.box[2]) / min(before.height, piece.height)
        out += ("\t" if gap > 3 else " " if gap > 0.8 else "") + piece.text.strip()
    return out


def _row_box(row: list[Piece]) -> tuple[int, int, int, int]:
    lefts, tops, rights, bottoms = zip(*(piece.box for piece in row), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _row_confidence(row: list[Piece]) -> float:
    signs = sum(len(piece.text) for piece in row)
    return round(sum(piece.confidence * len(piece.text) for piece in row) / signs, 3)
