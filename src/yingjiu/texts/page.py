"""What a file says: pages of given text, with the boxes of recognised lines."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableFile(Exception):
    """A file whose text cannot be had; `reason` is Chinese, for a clerk, and never holds the file's content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Line:
    """One recognised line of a scanned page.

    Attributes:
        start: first offset in the page's text.
        end: offset after the last character.
        box: left, top, right, bottom in pixels of the page's view.
        confidence: 0 to 1, as the recogniser says.
        parts: where the line is of several pieces (cells of a form): for each its first offset in the page's text, left
            and right.
        mended: numbers that were repaired: offsets in the page's text and what the recogniser gave.
    """

    start: int
    end: int
    box: tuple[int, int, int, int]
    confidence: float
    parts: tuple[tuple[int, int, int], ...] = ()
    mended: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: from 1.
        text: of the page.
        lines: only where the page was recognised from a picture.
        size: width and height in pixels of the view in which the lines' boxes stand; (0, 0) without lines.
        way: nine numbers, row by row, of the 3 × 3 matrix that leads from the view (upright, flat, level) to the picture
            as given; empty where the view is the picture as given.
    """

    number: int
    text: str
    lines: tuple[Line, ...] = ()
    size: tuple[int, int] = (0, 0)
    way: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline: its title and its page from 1."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class GivenText:
    """The text of a file exactly as it was given: the ground that every quotation refers to.

    Attributes:
        pages: in order; a file without pages has one.
        method: 'txt', 'docx', 'html', 'pdf' or 'ocr' (any page recognised).
        bookmarks: the outline of a PDF, in its order.
    """

    pages: tuple[Page, ...]
    method: str
    bookmarks: tuple[Bookmark, ...] = ()

    @property
    def text(self) -> str:
        """All pages joined by one line break."""
        if len(self.pages) == 1:
            return self.pages[0].text
        return "\n".join(page.text for page in self.pages)

    def page_of(self, offset: int) -> int:
        """Number of the page that holds this offset of `text` (the break after a page belongs to that page)."""
        end = 0
        for page in self.pages:
            end += len(page.text) + 1
            if offset < end:
                return page.number
        return self.pages[-1].number if self.pages else 1
