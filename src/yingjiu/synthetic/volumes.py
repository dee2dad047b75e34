"""Bound volumes of a case (卷宗) with the true pages of their papers: cover, contents, stamps, bookmarks, blank backs."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from yingjiu.synthetic.leaves import WIDTH, Leaf, Mark, centred, write_leaves
from yingjiu.synthetic.names import COUNTY
from yingjiu.synthetic.volume_papers import KINDS, LEADING, POLICE, Bound, Case, draw_case
from yingjiu.synthetic.volume_troubles import draw_troubles, troubled

_FIGURES: Final = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class TruePart:
    """A paper's true pages of the PDF from 1, the stamped number of its first page, its title."""

    first: int
    last: int
    title: str
    stamps: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class BoundVolume:
    """A volume: ``name`` as lawyers cite it, the leaves, the bookmarks and the truth of its papers.

    ``told`` says how it was made: which of contents, stamps and bookmarks it has.
    """

    name: str
    leaves: tuple[Leaf, ...]
    bookmarks: tuple[tuple[str, int], ...]
    parts: tuple[TruePart, ...]
    told: str


@dataclass(frozen=True, slots=True)
class _Style:
    contents: bool
    wrong: bool
    ranges: bool
    stamps: bool
    bookmarks: bool
    backs: str  # left out (numbers jump), scanned, or none
    stamp_first: bool
    machine: bool = False


def draw_volume(seed: int, *, pages: tuple[int, int] = (30, 80), hard: bool = False) -> BoundVolume:
    """A volume of about that many pages; the same seed gives the same volume.

    Args:
        seed: of the draw.
        pages: least and most.
        hard: with the habits of ``volume_troubles``.
    """
    rng = random.Random(seed)  # noqa: S311  invented papers, no secrets
    case = draw_case(rng)
    style = _draw_style(rng)
    most = rng.randint(*pages)
    papers: list[Bound] = []
    while sum(len(p.leaves) for p in papers) < most - 6:
        kind = rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
        paper = kind(rng, case)
        papers += [paper] * (rng.choice((2, 3)) if rng.random() < 0.04 and len(paper.leaves) == 1 else 1)
    troubles = draw_troubles(rng) if hard else None
    if troubles is not None:
        papers = [troubled(rng, troubles, paper, case) for paper in papers]
    number = rng.randint(1, 5)
    name = rng.choice(("证据卷", "诉讼文书卷", "证据材料卷", "补充侦查卷"))
    volume = _bind(rng, case, replace(style, machine=troubles is not None and troubles.machine), papers, name, number)
    if troubles is not None and troubles.root and volume.bookmarks:
        volume = replace(volume, bookmarks=((volume.name, 1), *volume.bookmarks))
    return volume


def _draw_style(rng: random.Random) -> _Style:
    contents, stamps = rng.random() < 0.75, rng.random() < 0.7
    return _Style(
        contents=contents,
        wrong=rng.random() < 0.4,
        ranges=rng.random() < 0.3,
        stamps=stamps,
        bookmarks=rng.random() < 0.35,
        backs=rng.choice(("left out", "scanned", "none", "none")),
        stamp_first=rng.random() < 0.5,
    )


@dataclass(slots=True)
class _Pages:
    """Leaves so far, each with its stamped number (None: no number)."""

    leaves: list[Leaf]
    stamps: list[int | None]


def _bind(rng: random.Random, case: Case, style: _Style, papers: list[Bound], name: str, number: int) -> BoundVolume:
    body = _Pages([], [])
    spans: list[tuple[int, int]] = []
    stamp = 1
    for paper in papers:
        first = len(body.leaves)
        for leaf in paper.leaves:
            body.leaves.append(leaf)
            body.stamps.append(stamp)
            stamp += 1
            back = rng.random()
            if style.backs == "left out" and back < 0.3:
                stamp += 1
            elif style.backs == "scanned" and back < 0.2:
                body.leaves.append(Leaf())
                body.stamps.append(stamp)
                stamp += 1
        spans.append((first, len(body.leaves) - 1))
    front = [_cover(rng, case, name, number)] if rng.random() < 0.85 else []
    told = [] if not style.contents else _contents(rng, style, papers, [body.stamps[a] or 0 for a, _ in spans], stamp)
    front += told
    leaves = [*front, *_stamped(rng, style, body)]
    back_page = rng.random() < 0.6
    if back_page:
        leaves.append(_end_page(case))
    shift = len(front)
    parts = tuple(
        TruePart(a + shift + 1, b + shift + 1, p.title, tuple(body.stamps[a : b + 1]))
        for (a, b), p in zip(spans, papers, strict=True)
    )
    marks = tuple(_bookmarks(rng, parts, papers)) if style.bookmarks else ()
    said = f"contents={style.contents} wrong={style.wrong} stamps={style.stamps} bookmarks={style.bookmarks} backs={style.backs}"
    return BoundVolume(name + _FIGURES[number], tuple(leaves), marks, parts, said)


def _cover(rng: random.Random, case: Case, name: str, number: int) -> Leaf:
    which = rng.choice((f"第 {_FIGURES[number]} 卷", f"第{number}卷", f"第 {number} 卷 共 {number + 1} 卷"))
    marks = [
        centred(120, 30, rng.choice(("刑事侦查卷宗", "刑 事 侦 查 卷 宗", "卷 宗"))),
        centred(190, 22, rng.choice((f"（{name}）", name))),
        centred(240, 20, which),
        Mark(90, 330, 15, f"案件名称 {case.suspect}故意伤害案"),
        Mark(90, 370, 15, f"案件编号 A3299310000{case.year}070001"),
        Mark(90, 410, 15, f"犯罪嫌疑人姓名 {case.suspect}"),
        Mark(90, 450, 15, f"立卷单位 {POLICE}"),
    ]
    return Leaf(tuple(marks))


def _contents(rng: random.Random, style: _Style, papers: list[Bound], starts: list[int], end: int) -> list[Leaf]:
    rows: list[tuple[str, ...]] = []
    for at, (paper, start) in enumerate(zip(papers, starts, strict=True)):
        if rng.random() < (0.12 if style.wrong else 0.03):
            continue
        wrong = style.wrong and rng.random() < 0.2
        told = start + rng.choice((-1, 1)) if wrong and at else start
        last = (starts[at + 1] if at + 1 < len(starts) else end) - 1
        page = f"{told}-{max(told, last)}" if style.ranges and last > told else str(told)
        office = paper.office[:7] if rng.random() < 0.7 else ""
        day = paper.day.replace("年", ".").replace("月", ".").rstrip("日") if rng.random() < 0.8 else ""
        number = paper.number if rng.random() < 0.3 else ""
        rows.append((str(len(rows) + 1), office, number, paper.title, day, page))
    columns = (50, 78, 160, 250, 430, 500) if any(r[2] for r in rows) else (50, 78, 160, 180, 430, 500)
    leaves = []
    per_page = 24
    for turn in range(0, len(rows), per_page):
        marks = [centred(60, 20, rng.choice(("卷内文件目录", "卷 内 目 录", "目录", "卷内材料目录")))]
        heads = ("序号", "责任者", "文号", "题名", "日期", "页号")
        marks += [Mark(x, 105, 11, h) for x, h in zip(columns, heads, strict=True) if h != "文号" or columns[3] > 200]
        for line, row in enumerate(rows[turn : turn + per_page]):
            marks += [
                Mark(x, 132 + line * LEADING, 11 if len(c) < 16 else 8, c)
                for x, c in zip(columns, row, strict=True)
                if c
            ]
        leaves.append(Leaf(tuple(marks)))
    return leaves


def _stamped(rng: random.Random, style: _Style, body: _Pages) -> list[Leaf]:
    """The leaves with their stamped numbers: fronts at the upper right, backs at the upper left; some missing or misread."""
    if not style.stamps:
        return body.leaves
    leaves = []
    for leaf, number in zip(body.leaves, body.stamps, strict=True):
        if rng.random() < 0.06 or number is None:
            leaves.append(leaf)
            continue
        shown = str(number) if rng.random() > 0.03 else str(rng.randint(1, 99))
        shown = shown.zfill(5) if style.machine else shown
        front = number % 2 == 1 or style.backs == "none"
        mark = Mark(WIDTH - 60 if front else 36, 26 + rng.uniform(-6, 8), 13, shown)
        leaves.append(replace(leaf, marks=(mark, *leaf.marks) if style.stamp_first else (*leaf.marks, mark)))
    return leaves


def _bookmarks(rng: random.Random, parts: tuple[TruePart, ...], papers: list[Bound]) -> list[tuple[str, int]]:
    """A bookmark for most papers, at times a page off, at times for a page inside."""
    marks: list[tuple[str, int]] = []
    for part, paper in zip(parts, papers, strict=True):
        if rng.random() < 0.9:
            off = rng.choice((-1, 1)) if rng.random() < 0.05 else 0
            marks.append((paper.title, min(max(1, part.first + off), parts[-1].last)))
        if part.last > part.first and rng.random() < 0.05:
            marks.append((f"{paper.title}第{part.last - part.first + 1}页", part.last))
    return marks


def _end_page(case: Case) -> Leaf:
    lines = (
        "本卷情况说明：",
        "无缺损、修改、补充、移出、销毁。",
        "立卷人：李建国",
        f"检查人：王  {case.year}年12月30日",
    )
    return Leaf((centred(70, 22, "备 考 表"), *(Mark(70, 130 + 30 * n, 14, t) for n, t in enumerate(lines))))


def volume_bytes(volume: BoundVolume, *, seed: int, form: str, font: Path | None = None) -> bytes:
    """The volume as a PDF; ``form`` as ``leaves.write_leaves``."""
    rng = random.Random(seed)  # noqa: S311
    return write_leaves(volume.leaves, volume.bookmarks, rng=rng, form=form, font=font)


def volume_name(volume: BoundVolume) -> str:
    """A file name such as offices give."""
    return f"{COUNTY}_{volume.name}.pdf"
