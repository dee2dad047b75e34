"""Where words of a file stand on its pages, so that a sentence can be shown on the scan.

A recognised line has a box; words inside it are cut out in proportion (a Chinese sign is as wide as two Latin ones). Words of a PDF
with text stand where PDFium says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from yingjiu.texts.page import GivenText, Line, Page

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of the page's width and height, 0 to 1 from the upper left."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line: the page (from 1) and its box in the page's view (see `page.Page.way`)."""

    page: int
    box: Box


def boxes_of(given: GivenText, start: int, end: int) -> list[Place]:
    """Boxes of a stretch of the given text, one for each line it touches.

    Args:
        given: the file.
        start: first offset in ``given.text``.
        end: offset after the last.

    Returns:
        In reading order; empty where the pages were not recognised from pictures.
    """
    places: list[Place] = []
    first = 0
    for page in given.pages:
        if page.lines and first < end and start < first + len(page.text):
            places += _on_page(page, start - first, end - first)
        first += len(page.text) + 1
    return places


def _on_page(page: Page, start: int, end: int) -> Iterator[Place]:
    wide, high = page.size
    if not wide or not high:
        return
    for line in page.lines:
        one, other = max(start, line.start), min(end, line.end)
        if one < other and page.text[one:other].strip():
            _, top, _, bottom = line.box
            left, right = _edge(page.text, line, one), _edge(page.text, line, other, is_end=True)
            yield Place(page.number, (left / wide, top / high, max(left, right) / wide, bottom / high))


def _edge(text: str, line: Line, at: int, *, is_end: bool = False) -> float:
    """Where on its line an offset stands, in pixels from the left."""
    start, left, right, end = line.start, line.box[0], line.box[2], line.end
    for number, (first, from_left, to_right) in enumerate(line.parts):
        if first < at or (first == at and not is_end):
            start, left, right = first, from_left, to_right
            end = line.parts[number + 1][0] if number + 1 < len(line.parts) else line.end
    piece = text[start:end].rstrip()
    whole = _width(piece)
    return left + (right - left) * min(1.0, _width(piece[: at - start]) / whole) if whole else float(left)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
