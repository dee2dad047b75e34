"""Synthetic volumes split into their papers: the share at exactly the right pages, text and scans apart.

    python bench/volumes.py [--volumes 20] [--scans 20] [--seed 3001] [--kept FOLDER]

Volumes are drawn from seeds the splitter was not mended by; half of them are hard. Scans are recognised (about a minute a
volume and core); ``--kept`` keeps what was recognised, so that a later run costs seconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from yingjiu.reading.volume import Volume, read_volume
from yingjiu.synthetic.scans import can_draw, find_font
from yingjiu.synthetic.volumes import BoundVolume, draw_volume, volume_bytes, volume_name
from yingjiu.texts.file import read_content
from yingjiu.texts.files import read_files
from yingjiu.texts.page import GivenText

GOAL = 0.98


def main() -> int:
    """Run and print; 0 where each sort reaches the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--volumes", type=int, default=20)
    parser.add_argument("--scans", type=int, default=20)
    parser.add_argument("--seed", type=int, default=3001)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args()
    shares = [
        _told("text, hard" if hard else "text", _texts(given.seed, given.volumes, hard=hard))
        for hard in ((False, True) if given.volumes else ())
    ]
    if given.scans and can_draw():
        with tempfile.TemporaryDirectory() as aside:
            shares.append(_told("scans", _scans(given.seed, given.scans, Path(aside), given.kept)))
    return 0 if all(share >= GOAL for share in shares) else 1


def _texts(seed: int, count: int, *, hard: bool) -> Iterator[tuple[BoundVolume, GivenText]]:
    for one in range(seed, seed + count):
        volume = draw_volume(one, hard=hard)
        yield volume, read_content(volume_bytes(volume, seed=one, form="text"), ".pdf")


def _scans(seed: int, count: int, folder: Path, kept: Path | None) -> Iterator[tuple[BoundVolume, GivenText]]:
    for one in range(seed, seed + count):
        volume = draw_volume(one, hard=one % 2 == 0)
        path = folder / f"{one}.pdf"
        path.write_bytes(volume_bytes(volume, seed=one, form="scan", font=find_font()))
        for _, text in read_files([path], cache_dir=kept):
            if isinstance(text, GivenText):
                yield volume, text
        path.unlink()


def _told(sort: str, volumes: Iterator[tuple[BoundVolume, GivenText]]) -> float:
    right = true = found = pages = 0
    for volume, text in volumes:
        hit, told = compare(volume, read_volume(text, Path(volume_name(volume)).stem))
        right, true, found, pages = right + hit, true + len(volume.parts), found + told, pages + len(text.pages)
    share = right / max(true, 1)
    print(
        f"{sort:<12} {right} of {true} papers at the right pages: {share:.3f} (of those found {right / max(found, 1):.3f}; {pages} pages)"
    )
    return share


def compare(volume: BoundVolume, read: Volume) -> tuple[int, int]:
    """How many papers stand at exactly the right pages, and how many were found in all (cover and lists aside)."""
    found = {(part.first, part.last) for part in read.parts if not part.aside}
    return sum((part.first, part.last) in found for part in volume.parts), len(found)


if __name__ == "__main__":
    sys.exit(main())
