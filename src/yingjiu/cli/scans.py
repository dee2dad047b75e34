"""``yingjiu read`` of scans: numbers to be held against the paper, and pages written with what was read marked on them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

if TYPE_CHECKING:
    from rich.console import Console

    from yingjiu.reading.facts import Paper, Span
    from yingjiu.texts.page import GivenText

_MOST = 20


def print_doubts(console: Console, given: GivenText) -> None:
    """Doubtful numbers of a recognised file, a line each."""
    from yingjiu.texts.doubts import doubts_of

    doubts = doubts_of(given)
    for doubt in doubts[:_MOST]:
        console.print(f"  [bold]待核[/] {escape(str(doubt))}")
    if len(doubts) > _MOST:
        console.print(f"  [bold]待核[/] 另有{len(doubts) - _MOST}处,请对照原件")
    if doubts:
        console.print()


def show_pages(console: Console, folder: Path, path: Path, given: GivenText) -> None:
    """Read a file, write its pages with the evidence marked, and tell where they are."""
    from yingjiu.reading.dossier import read_dossier
    from yingjiu.reading.stored import paper_from_dict

    starts = {page.number: sum(len(p.text) + 1 for p in given.pages[:n]) for n, page in enumerate(given.pages)}
    papers = []
    for part in read_dossier((path.name, given))["papers"]:
        first = part["place"].rpartition("#")[2].partition("-")[0]
        papers.append((starts.get(int(first), 0) if first.isdigit() else 0, paper_from_dict(part["paper"])))
    pages = write_pages(folder, path, given, papers)
    told = f"依据已标在 {len(pages)} 页图上,在 {folder}" if pages else "没有可标的页面(不是扫描件或 PDF,或没有依据)"
    console.print(f"  {escape(told)}\n")


def write_pages(folder: Path, path: Path, given: GivenText, papers: Iterable[tuple[int, Paper]]) -> list[Path]:
    """Write the pages of a scan or PDF that hold evidence, with the evidence marked.

    Args:
        folder: made where it is not there; the pictures hold case content and are readable by their owner alone.
        path: the file.
        given: its text.
        papers: what was read, each with the offset in ``given.text`` at which the paper begins.

    Returns:
        The pictures, in the order of pages; none for a file without pages to show.
    """
    from yingjiu.texts.places import boxes_of
    from yingjiu.texts.showing import pdf_boxes, picture_of

    if given.method not in {"ocr", "pdf"}:
        return []
    content = path.read_bytes()
    boxes: dict[int, list[tuple[float, float, float, float]]] = {}
    spans = {(base + span.start, base + span.end) for base, paper in papers for span in _spans(paper)}
    for start, end in sorted(spans):
        places = boxes_of(given, start, end)
        if not places and given.method == "pdf":
            places = pdf_boxes(content, given.page_of(start), given.text[start:end])
        for place in places:
            boxes.setdefault(place.page, []).append(place.box)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = []
    for page in given.pages:
        if page.number in boxes:
            target = folder / f"{path.stem}-第{page.number}页.png"
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(picture_of(path, page, boxes[page.number]))
            written.append(target)
    return written


def _spans(paper: Paper) -> list[Span]:
    spans = [span for spans in paper.evidence.values() for span in spans]
    spans += [span for victim in paper.victims for found in victim.evidence.values() for span in found]
    return [*spans, *(fact.span for fact in paper.facts)]
