"""Many files: order, the cache, the counter; one bad file never stops the rest."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from yingjiu.texts import files
from yingjiu.texts.cache import TextCache
from yingjiu.texts.files import PageCount, read_files
from yingjiu.texts.page import GivenText, Line, Page, UnreadableFile
from yingjiu.texts.picture import Pixels


class Pretender:
    """Stands for the recogniser: says how bright the picture is."""

    def __init__(self, *, engines: int) -> None:
        self.engines = engines

    def __call__(self, pixels: Pixels) -> Page:
        shade = int(pixels.mean())
        if shade == 13:
            raise UnreadableFile("图片无法识别")
        text = f"灰度{shade}" if shade else ""
        return Page(1, text, (Line(0, len(text), (1, 2, 3, 4), 0.5),) if text else ())


@pytest.fixture(autouse=True)
def _pretend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "Recogniser", Pretender)


def folder_of_papers(folder: Path) -> list[Path]:
    for shade in (0, 13, 100, 200):
        Image.fromarray(np.full((30, 20), shade, np.uint8)).save(folder / f"{shade}.png")
    (folder / "a.txt").write_text("起诉书", encoding="gb18030")
    (folder / "empty.docx").write_bytes(b"")
    memory = io.BytesIO()
    sheet = Image.new("L", (40, 50), 90)
    sheet.save(memory, "PDF", save_all=True, append_images=[sheet])
    (folder / "scan.pdf").write_bytes(memory.getvalue())
    return [folder / name for name in ("200.png", "a.txt", "0.png", "13.png", "scan.pdf", "empty.docx", "100.png")]


def said(outcome: GivenText | UnreadableFile) -> str:
    return outcome.reason if isinstance(outcome, UnreadableFile) else outcome.text


def test_order_reasons_and_cache(tmp_path: Path) -> None:
    paths = folder_of_papers(tmp_path)
    cache = tmp_path / "cache"
    first, second = PageCount(), PageCount()
    steps: list[tuple[int, int]] = []
    found = list(read_files(paths, cache_dir=cache, count=first, progress=lambda d, n: steps.append((d, n))))
    assert [path for path, _ in found] == paths
    texts = [said(outcome) for _, outcome in found]
    assert texts[0] == "灰度200"
    assert texts[1] == "起诉书"
    assert "没有认出文字" in texts[2]
    assert "无法识别" in texts[3]
    assert texts[4] == "灰度90\n灰度90"
    assert "空" in texts[5]
    assert texts[6] == "灰度100"
    assert (first.recognised, first.kept) == (5, 0)
    assert steps == [(n, 7) for n in range(1, 8)]
    again = list(read_files(paths, cache_dir=cache, count=second))
    assert [said(outcome) for _, outcome in again] == texts
    assert (second.recognised, second.kept) == (0, 5)
    assert isinstance(again[0][1], GivenText)
    assert again[0][1].pages == found[0][1].pages  # type: ignore[union-attr]


def test_stopping_early_leaves_no_threads_waiting(tmp_path: Path) -> None:
    for _ in read_files(folder_of_papers(tmp_path), engines=1):
        break


GIVEN = GivenText((Page(1, "甲", (Line(0, 1, (1, 2, 3, 4), 0.9),)), Page(2, "乙")), "ocr")

DAMAGE = [
    (lambda raw: raw[: len(raw) // 2], "cut short"),
    (lambda raw: b"", "empty"),
    (lambda raw: b"[]", "another shape"),
    (lambda raw: raw.replace(b'"v1"', b'"v0"'), "another version"),
    (lambda raw: json.dumps({"version": "v1", "method": "ocr", "pages": [[1]]}).encode(), "a page without text"),
]


@pytest.mark.parametrize(("damage", "why"), DAMAGE)
def test_damaged_entry_is_a_miss(damage: object, why: str, tmp_path: Path) -> None:
    cache = TextCache(tmp_path, "v1")
    cache.put(b"bytes", GIVEN)
    assert cache.get(b"bytes") == GIVEN
    (entry,) = tmp_path.rglob("*.json")
    entry.write_bytes(damage(entry.read_bytes()))  # type: ignore[operator]
    assert cache.get(b"bytes") is None, why
    cache.put(b"bytes", GIVEN)
    assert cache.get(b"bytes") == GIVEN


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    cache = TextCache(tmp_path, "v1")
    cache.put(b"bytes", GIVEN)
    assert not list(tmp_path.rglob("*.part"))


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    TextCache(tmp_path / "file", "v1").put(b"bytes", GIVEN)


@pytest.mark.parametrize("name", ["a.txt", "a.png"])
def test_an_error_nobody_foresaw_ends_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("王小明")

    monkeypatch.setattr(files, "read_content", fail)
    monkeypatch.setattr(Pretender, "__call__", fail)
    papers = folder_of_papers(tmp_path)
    (tmp_path / "a.txt").write_text("起诉书", encoding="utf-8")
    picture = next(path for path in papers if path.suffix == ".png")
    wanted = tmp_path / "a.txt" if name == "a.txt" else picture
    ((path, outcome),) = read_files([wanted])
    assert path == wanted
    assert "意外错误(ZeroDivisionError)" in str(outcome)
    assert "王小明" not in str(outcome)
