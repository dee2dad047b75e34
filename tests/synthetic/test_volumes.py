"""Invented volumes: the same seed, the same bytes; their papers are found at the right pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from yingjiu.reading.volume import read_volume
from yingjiu.synthetic.scans import can_draw, find_font
from yingjiu.synthetic.volumes import draw_volume, volume_bytes, volume_name
from yingjiu.texts.file import read_content
from yingjiu.texts.files import read_files
from yingjiu.texts.page import GivenText


def found(text: GivenText, name: str) -> set[tuple[int, int]]:
    return {(part.first, part.last) for part in read_volume(text, name).parts if not part.aside}


def test_same_seed_same_volume() -> None:
    assert volume_bytes(draw_volume(1), seed=1, form="text") == volume_bytes(draw_volume(1), seed=1, form="text")
    volume = draw_volume(4)
    pages = [n for part in volume.parts for n in range(part.first, part.last + 1)]
    assert pages == list(range(pages[0], pages[-1] + 1)), "papers follow each other without a gap"


@pytest.mark.parametrize("hard", [False, True])
def test_papers_of_volumes_with_text(hard: bool) -> None:
    true = right = 0
    for seed in range(2001, 2007):
        volume = draw_volume(seed, hard=hard)
        parts = found(read_content(volume_bytes(volume, seed=seed, form="text"), ".pdf"), volume_name(volume))
        true += len(volume.parts)
        right += sum((part.first, part.last) in parts for part in volume.parts)
    assert right >= 0.96 * true


@pytest.mark.ocr
@pytest.mark.skipif(not can_draw(), reason="no Chinese font")
def test_papers_of_a_scanned_volume(tmp_path: Path) -> None:
    volume = draw_volume(2102, pages=(14, 18))
    path = tmp_path / volume_name(volume)
    path.write_bytes(volume_bytes(volume, seed=2102, form="scan", font=find_font()))
    [(_, text)] = read_files([path])
    assert isinstance(text, GivenText)
    assert {(part.first, part.last) for part in volume.parts} == found(text, path.stem)
