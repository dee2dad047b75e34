"""A volume (卷) is one file of many papers: where each begins, so that each is read by itself with its pages.

Every page is judged by all that speaks for a beginning: its title, its own counter (第1页 共3页), the end of the page
before, the volume's list of contents by stamped numbers, bookmarks. No sign decides alone; a page that counts itself on
(第2页 共3页) begins nothing. Cover, list of contents and closing page are papers of their own, of type 其他. In a file
that is no volume only titles count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.alignment import Placed, align
from yingjiu.reading.citation import volume_name
from yingjiu.reading.contents import Entry, find_contents, read_rows
from yingjiu.reading.leaf import Leaf, find_numbers, read_leaf, repeated_lines, without_lines
from yingjiu.reading.stamps import Anchor, filled, find_stamps
from yingjiu.texts.page import Bookmark, GivenText

_COVER: Final = re.compile(
    r"^.{0,12}(?:诉讼|刑事|侦查|检察|证据|文书|技术|行政|补充).{0,6}卷宗?|^卷宗|^[（(]?.{0,8}(?:证据|文书|诉讼|技术|侦查)(?:材料)?卷[）)]?$"
)
_COVER_FIELDS: Final = re.compile(r"案件名称|案件编号|立卷|保管期限|卷号|第.{1,3}卷|共.{1,3}卷|册")
_CLOSING: Final = re.compile(r"^(?:卷内)?备考表|^卷内文件备考表|^本卷情况说明")
_INNER: Final = re.compile(r"第\d+页|^\d+$|^[pP]age")
_SECTION: Final = re.compile(r"^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]")
_RECORD: Final = re.compile(r"笔录$")
_HEADING: Final = re.compile(r"^(?:鉴定意见|检验意见|检验结论|鉴定结论|证人证言|被害人陈述|书证|物证|笔录|视听资料)$")
_BASE: Final = -1.2
_FRONT: Final = "公民身份号码"
_LEAST: Final = 0.05
_BARE_PRIOR: Final = -2.5
_SURE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Part:
    """One paper: first and last page of the file (from 1), its name by list, bookmark or title, whether it is cover or list."""

    first: int
    last: int
    name: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Volume:
    """The papers of a file in order; ``stamps`` is the number in the volume of each page, 0 where none is known."""

    name: str
    parts: tuple[Part, ...]
    stamps: tuple[int, ...]


def split_volume(pages: Sequence[str], bookmarks: Sequence[Bookmark] = ()) -> list[tuple[int, int]]:
    r"""The papers of a file as (first, last) page counted from 1; one pair when it is one paper.

    >>> split_volume(["起诉意见书\n某公诉字〔2021〕1号", "续页", "谅 解 书\n本人"])
    [(1, 2), (3, 3)]
    """
    return [(part.first, part.last) for part in _split(pages, bookmarks, "").parts]


def read_volume(given: GivenText, file: str) -> Volume:
    """The papers of a file with its pages; ``file`` is its name without suffix, for the volume's name."""
    return _split([page.text for page in given.pages], given.bookmarks, file)


@dataclass(frozen=True, slots=True)
class _Signs:
    """All that a file shows: its pages, which are cover, contents or closing page, known numbers."""

    leaves: tuple[Leaf, ...]
    front: frozenset[int]
    closing: frozenset[int]
    contents: tuple[int, ...]
    anchors: tuple[Anchor, ...]


def _split(pages: Sequence[str], bookmarks: Sequence[Bookmark], file: str) -> Volume:
    if len(pages) < 2:
        return Volume(file, (Part(1, max(len(pages), 1)),), (0,) * max(len(pages), 1))
    signs = _find_signs(pages)
    own = _own_scores(signs)
    marks = _marks(bookmarks, len(pages))
    bound = bool(signs.front or signs.closing) or len(marks) > 1 or sum(score >= _SURE for score in own) >= 4
    listed = _listed(pages, signs, own) if bound else {}
    marked = _marked(marks, signs, own) if bound else {}
    starts = _starts(signs, own, listed, marked, bound=bound)
    ends = [*(n - 1 for n in starts[1:]), len(pages)]
    parts = tuple(_part(a, b, signs, listed, marked) for a, b in zip(starts, ends, strict=True))
    stamps = tuple(number or 0 for number in filled(signs.anchors, len(pages))) if signs.anchors else (0,) * len(pages)
    cover = pages[0] if 1 in signs.front and 1 not in signs.contents else ""
    return Volume(volume_name(cover, file), parts, stamps)


def _find_signs(pages: Sequence[str]) -> _Signs:
    furniture = repeated_lines(pages)
    pages = [without_lines(text, furniture) for text in pages]
    contents = find_contents(pages)
    front = frozenset(contents)
    if _is_cover(pages[0]):
        front |= {1}
    aside = front | {0}
    numbers = [() if page in aside else find_numbers(text) for page, text in enumerate(pages, 1)]
    anchors = find_stamps(numbers)
    stamps = dict(anchors)
    leaves = tuple(read_leaf(text, stamps.get(page)) for page, text in enumerate(pages, 1))
    closing = frozenset(
        page
        for page, leaf in enumerate(leaves, 1)
        if page > len(pages) - 3 and any(map(_CLOSING.match, leaf.lines[:3]))
    )
    return _Signs(leaves, front, closing, contents, anchors)


def _is_cover(text: str) -> bool:
    lines = [re.sub(r"\s", "", line) for line in text.split("\n") if line.strip()]
    named = any(_COVER.match(line) for line in lines[:6])
    return named and len(lines) <= 25 and (len(lines) <= 3 or bool(_COVER_FIELDS.search("".join(lines))))


def _own_scores(signs: _Signs) -> list[float]:
    """How much each page by itself, after the one before, looks like the beginning of a paper."""
    scores: list[float] = []
    running: str = ""
    for page, leaf in enumerate(signs.leaves, 1):
        before = signs.leaves[page - 2] if page > 1 else None
        fresh = before is None or page - 1 in signs.front or page in signs.front | signs.closing
        near = before is not None and not before.lines
        scores.append(6.0 if fresh else _own_score(leaf, _written(signs, page), running, after_empty=near))
        if leaf.title and scores[-1] > 0:
            running = leaf.title.words
        elif scores[-1] > 0:
            running = ""
    return scores


def _written(signs: _Signs, page: int) -> Leaf:
    """The last page before this one that is not empty."""
    for at in range(page - 2, -1, -1):
        if signs.leaves[at].lines:
            return signs.leaves[at]
    return signs.leaves[page - 2]


def _own_score(leaf: Leaf, before: Leaf, running: str, *, after_empty: bool) -> float:
    if not leaf.lines:
        return -1.7 + 0.4 * before.ended
    if leaf.is_bare and after_empty and not (leaf.title and leaf.title.known):
        return _BASE - 0.8
    return _BASE + _counted(leaf, before) + _titled(leaf, before, running) + _ended(leaf, before, running)


def _counted(leaf: Leaf, before: Leaf) -> float:
    """What the counters of this page and the one before say."""
    score = 0.0
    last = before.counter
    if last is not None and last[1] is not None:
        score += 2.5 if last[0] == last[1] else -3.0
    if leaf.counter is None:
        return score + 0.6 if last is not None and last[1] is None and leaf.title is not None else score
    number, total = leaf.counter
    on = last is not None and number == last[0] + 1
    if number > 1:
        if total is None:
            return score - 3.0 if on else score
        return score - (5.0 if on else 2.5)
    return score + (2.5 if total is not None else 1.2)


def _titled(leaf: Leaf, before: Leaf, running: str) -> float:
    title = leaf.title
    if title is None:
        return {"收到": 2.0, "称呼": 2.8, "证件": 1.6, "回单": 1.6}.get(leaf.untitled or "", 0.0)
    if title.again:
        return -4.0
    if leaf.is_bare and not title.known:
        return -1.0 if before.is_bare else 0.8
    if _RECORD.search(title.words):
        if leaf.block:
            return 4.0
        if title.words == running:
            return -4.0
    if _HEADING.match(title.words) and not title.weight:
        return 0.8
    score = (2.7 if title.known else 1.7) + title.weight + 0.5 * before.ended
    return score - 1.0 if title.words == running and not before.ended else score


def _ended(leaf: Leaf, before: Leaf, running: str) -> float:
    """What the end of the page before and the way this one begins say."""
    score = 0.0
    if before.ended and _RECORD.search(running) and not (before.closed or leaf.title or leaf.untitled):
        score -= 0.8  # every page of a record is signed
    elif before.ended:
        score += -0.8 if before.open else 1.6
    elif before.open:
        score -= 2.2
    elif len(before.lines) >= 0.8 * max(len(leaf.lines), 16):
        score -= 1.2
    if before.is_bare and not leaf.is_bare:
        score += 0.9
    if leaf.continues:
        score -= 4.0
    if before.untitled == "证件" and leaf.untitled == "证件":
        score += 1.0 if _FRONT in leaf.words else -3.0
    return score


def _marks(bookmarks: Sequence[Bookmark], count: int) -> list[Entry]:
    """Bookmarks that may name papers, in the order of their pages."""
    kept = [
        m
        for m in bookmarks
        if 1 <= m.page <= count and not _INNER.search(m.title) and not _SECTION.match(m.title.strip())
    ]
    return [Entry(re.sub(r"\s", "", m.title), m.page) for m in sorted(kept, key=lambda m: m.page)]


def _listed(pages: Sequence[str], signs: _Signs, own: Sequence[float]) -> dict[int, Placed]:
    """What the list of contents says of each page it names."""
    entries = [entry for page in signs.contents for entry in read_rows(pages[page - 1])]
    return align(entries, signs.leaves, own, signs.anchors, max(signs.front, default=0))


def _marked(marks: Sequence[Entry], signs: _Signs, own: Sequence[float]) -> dict[int, Placed]:
    anchors = tuple((page, page) for page in range(1, len(signs.leaves) + 1))
    return align(marks, signs.leaves, own, anchors, max(signs.front, default=0))


def _starts(
    signs: _Signs, own: Sequence[float], listed: dict[int, Placed], marked: dict[int, Placed], *, bound: bool
) -> list[int]:
    titled = [page for page, leaf in enumerate(signs.leaves, 1) if leaf.title and own[page - 1] > 0]
    known = {page for page, _ in signs.anchors}
    whole = bool(titled) and sum(page in listed for page in titled) >= 0.8 * len(titled)
    starts = [1]
    for page in range(2, len(signs.leaves) + 1):
        leaf = signs.leaves[page - 1]
        score = own[page - 1]
        if not bound:
            if leaf.title is not None and leaf.title.known and score > _BARE_PRIOR - _BASE:
                starts.append(page)
            continue
        score += _told(listed.get(page), exact=2.0 + 0.8 * (page in known)) + _told(marked.get(page), exact=3.0)
        if whole and page not in listed:
            score -= 0.7
        if page in signs.contents and page - 1 in signs.contents:
            continue
        if score > _LEAST:
            starts.append(page)
    return starts


def _told(placed: Placed | None, *, exact: float) -> float:
    """What a list's entry on this page adds."""
    if placed is None:
        return 0.0
    if placed.match == 1:
        return 3.0 if not placed.off else 2.0
    if placed.off is None:
        return 0.4
    score = exact if placed.off == 0 else exact / 2 if placed.off == 1 else 0.0
    return score if placed.match == 0 else score / 3


def _part(first: int, last: int, signs: _Signs, listed: dict[int, Placed], marked: dict[int, Placed]) -> Part:
    if first in signs.front | signs.closing:
        name = "卷内目录" if first in signs.contents else "备考表" if first in signs.closing else "卷宗封面"
        return Part(first, last, name, aside=True)
    title = signs.leaves[first - 1].title
    told = next((placed.entry.words for placed in (marked.get(first), listed.get(first)) if placed), "")
    return Part(first, last, title.words if title else told)
