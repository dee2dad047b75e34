"""What a file says (一份文件): its papers as stored facts, a volume in its parts; many files on all cores.

Reading is pure, so files are read by child processes where the machine can fork; the order of results is the order given.
"""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, Final

from yingjiu.reading.citation import Bound
from yingjiu.reading.facts import Paper
from yingjiu.reading.paper import read_clean
from yingjiu.reading.paper_type import OTHER
from yingjiu.reading.stored import paper_to_dict
from yingjiu.reading.volume import Part, Volume, read_volume
from yingjiu.texts.clean import clean_text
from yingjiu.texts.doubts import doubts_of
from yingjiu.texts.page import GivenText, UnreadableFile

Item = tuple[str, GivenText | UnreadableFile]
_MANY: Final = 150
_BATCH: Final = 4000
_LIST: Final = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


def read_dossiers(items: Iterable[Item], *, total: int, workers: int | None = None) -> Iterator[dict[str, Any]]:
    """Notes of many files (place and text) in their order; ``total`` decides whether child processes pay."""
    workers = workers or os.cpu_count() or 1
    if total < _MANY or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (read_dossier(item) for item in items)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        list(pool.map(_ready, range(workers)))  # the children begin before any engine's threads do
        remaining = iter(items)
        while batch := list(islice(remaining, _BATCH)):
            yield from pool.map(read_dossier, batch, chunksize=25)


def _ready(number: int) -> int:
    return number


def read_dossier(item: Item) -> dict[str, Any]:
    """What one file says: its papers (a volume holds many, each with its pages), or why it cannot be read."""
    place, text = item
    if not isinstance(text, GivenText):
        return {"place": place, "unread": str(text)}
    volume = read_volume(text, Path(place).stem)
    if len(volume.parts) > 1:
        parts = [_bound_part(place, text, volume, part) for part in volume.parts]
        for doubt in doubts_of(text):
            of = next((n for n, part in enumerate(volume.parts) if part.first <= doubt.page <= part.last), 0)
            parts[of].setdefault("doubts", []).append(str(doubt))
        return {"place": place, "papers": parts}
    part = _part(place, text.text, Path(place).stem)
    if doubts := [str(doubt) for doubt in doubts_of(text)]:
        part["doubts"] = doubts
    note = {"place": place, "papers": [part]}
    if part["paper"]["type"] == "其他" and _is_list(text.text):
        note["unread"] = "像是一份名单表格,没有按文书使用;请把表格另存为 Excel 后重新交来"
    return note


def _bound_part(place: str, text: GivenText, volume: Volume, part: Part) -> dict[str, Any]:
    """One paper of a volume, with where it stands there; cover and lists name people but say nothing of them."""
    pages = [page.text for page in text.pages[part.first - 1 : part.last]]
    here = f"{place}#{part.first}-{part.last}"
    if part.aside:
        paper = paper_to_dict(Paper(type=OTHER, title=part.name))
    else:
        paper = _part(here, "\n".join(pages), part.name)["paper"]
        if part.name and paper["type"] == OTHER:
            paper.setdefault("title", part.name)
    breaks = tuple(accumulate(len(page) + 1 for page in pages))
    bound = Bound(volume.name, part.first, volume.stamps[part.first - 1 : part.last], breaks)
    return {"place": here, "paper": paper, "bound": bound.to_dict()}


def _part(place: str, given: str, name: str) -> dict[str, Any]:
    clean = clean_text(given)
    paper = read_clean(clean, name=name)
    return {"place": place, "paper": paper_to_dict(paper)}


def _is_list(text: str) -> bool:
    """A table of people in a Word or text file: a header of a register and several identity numbers."""
    head = text[:600]
    return "姓名" in head and ("身份证" in head or "证件" in head) and len(_LIST.findall(text[:20000])) >= 3
