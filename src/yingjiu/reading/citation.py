"""How a page of a volume is cited (引证): ``证据卷二 P55–56``, by the stamped numbers where there are any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

_FIGURES: Final = "零一二三四五六七八九十"
_NAME: Final = re.compile(
    r"(?:证据材料|诉讼文书|文书材料|侦查工作|补充侦查|补充证据|退回补充侦查|技术性?鉴定|诉讼|证据|文书|技术|检察|审判|执行|侦查|民事|刑事|起诉|公诉|正|副|补充)卷"
)
_NUMBER: Final = re.compile(
    r"第\s*([一二三四五六七八九十\d]{1,3})\s*[卷册]|卷\s*[（(]?\s*([一二三四五六七八九十\d]{1,3})\s*(?:[）)册]|(?![\d年月日号一二三四五六七八九十]))"
)


def cite(volume: str, first: int, last: int, *, stamped: bool = True) -> str:
    """A place in a volume.

    Args:
        volume: its name (证据卷二).
        first: first page.
        last: last page.
        stamped: the pages are the volume's own numbers; else they are pages of the PDF, and that is said.

    >>> cite("证据卷二", 55, 56), cite("证据卷二", 7, 7), cite("第三卷", 3, 5, stamped=False)
    ('证据卷二 P55–56', '证据卷二 P7', '第三卷 PDF第3–5页')
    """
    pages = str(first) if first == last else f"{first}–{last}"
    return f"{volume} P{pages}".strip() if stamped else f"{volume} PDF第{pages}页".strip()


@dataclass(frozen=True, slots=True)
class Bound:
    """Where a paper stands in its volume.

    Attributes:
        volume: the volume's name.
        first: first page of the PDF, from 1.
        stamps: the stamped number of each page, 0 where it could not be read.
        breaks: for each page the offset in the paper's text at which the page ends.
    """

    volume: str
    first: int
    stamps: tuple[int, ...]
    breaks: tuple[int, ...]

    def cited(self, start: int | None = None, end: int | None = None) -> str:
        """The citation of the whole paper, or of the pages that hold a stretch of its text."""
        low, high = 0, len(self.stamps) - 1
        if start is not None:
            low = self._page(start)
            high = max(low, self._page(max(start, (end or start) - 1)))
        if self.stamps[low] and self.stamps[high]:
            return cite(self.volume, self.stamps[low], self.stamps[high])
        return cite(self.volume, self.first + low, self.first + high, stamped=False)

    def to_dict(self) -> dict[str, Any]:
        """JSON values."""
        return {"volume": self.volume, "first": self.first, "stamps": list(self.stamps), "breaks": list(self.breaks)}

    @classmethod
    def from_dict(cls, data: dict[str, Any] | None) -> Bound | None:
        """What ``to_dict`` wrote; None for a paper of no volume."""
        if data is None:
            return None
        return cls(data["volume"], data["first"], tuple(data["stamps"]), tuple(data["breaks"]))

    def _page(self, offset: int) -> int:
        return min(sum(offset >= limit for limit in self.breaks), len(self.stamps) - 1)


def volume_name(cover: str, file: str) -> str:
    r"""The name of a volume by its cover, else by its file's name without suffix.

    >>> volume_name("刑事侦查卷宗\\n（证据卷）\\n第 2 卷 共 3 卷", "a"), volume_name("", "张某案_证据卷2"), volume_name("", "卷三")
    ('证据卷二', '证据卷二', '第三卷')
    """
    for text in (re.sub(r"[ \\t\\u3000]", "", cover), re.sub(r"[ _]", "", file)):
        kinds = _NAME.findall(text)
        number = _NUMBER.search(text)
        told = _figure(number[1] or number[2]) if number else ""
        if kinds:
            return f"{kinds[-1]}{told}"
        if told and "卷" in text:
            return f"第{told}卷"
    return file or "卷"


def _figure(number: str) -> str:
    if not number.isdigit():
        return number
    value = int(number)
    if value <= 10:
        return _FIGURES[value]
    return (
        f"{_FIGURES[value // 10] if value >= 20 else ''}十{_FIGURES[value % 10] if value % 10 else ''}"
        if value < 100
        else number
    )
