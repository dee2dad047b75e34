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
        box: left, top, right, bottom in pixels of the upright picture.
        confidence: 0 to 1, as the recogniser says.
    """

    start: int
    end: int
    box: tuple[int, int, int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1, `lines` only where the page was recognised from a picture."""

    number: int
    text: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenText:
    """The text of a file exactly as it was given: the ground that every quotation refers to.

    Attributes:
        pages: in order; a file without pages has one.
        method: 'txt', 'docx', 'html', 'pdf' or 'ocr' (any page recognised).
    """

    pages: tuple[Page, ...]
    method: str

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
