"""Scanned pages a minute: this package beside the best bare RapidOCR setting, in the same run, interleaved.

    python bench/ocr.py [FOLDER] [--pages 8] [--rounds 3]

FOLDER holds pictures (jpg, png); without it, pages are drawn with a Chinese font of this machine. Every round runs each
setting over all pages, in turn, so that what else the machine does falls on all alike. The medians of the rounds'
speeds and of the ratios within a round are printed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from yingjiu.texts.files import PageCount, read_files
from yingjiu.texts.ocr import cores

_THREADS = "EngineConfig.onnxruntime.intra_op_num_threads"
_SENTENCE = (
    "被害人王某某，女，1985年3月12日出生，公民身份号码329901198503120021，汉族，初中文化，农民，户籍地某某县，"
    "住某某县某某镇某某村3组。经依法审查查明，2024年5月6日19时许，被告人张某某驾驶小型轿车由南向北行驶时，"
    "与骑电动自行车的被害人发生碰撞，造成被害人受伤。经法医鉴定，被害人的损伤程度为重伤二级。"
)
_bare: Any = None


def main() -> int:
    """Run and print; 0 where this package reaches 0.95 of the best bare setting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        pages = _pages(given.folder, given.pages) if given.folder else _drawn_pages(Path(aside), given.pages)
        if not pages:
            print("no pages: give a folder with pictures, or install fonts-noto-cjk")
            return 2
        return _compare(pages, given.rounds)


def _compare(pages: list[Path], rounds: int) -> int:
    pool = ProcessPoolExecutor(cores(), initializer=_start_bare, initargs=(1,))
    default, all_cores, no_turn = _bare_engine(-1), _bare_engine(cores()), _bare_engine(cores(), turn=False)
    settings: dict[str, Callable[[], object]] = {
        "yingjiu": lambda: _ours(pages),
        "bare, defaults": lambda: [default(str(page)) for page in pages],
        f"bare, {cores()} threads": lambda: [all_cores(str(page)) for page in pages],
        f"bare, {cores()} threads, no turned lines": lambda: [no_turn(str(page)) for page in pages],
        f"bare, {cores()} processes": lambda: list(pool.map(_bare_read, map(str, pages))),
    }
    for run in settings.values():
        run()
    speeds: dict[str, list[float]] = {name: [] for name in settings}
    for _ in range(rounds):
        for name, run in settings.items():
            start = time.perf_counter()
            run()
            speeds[name].append(len(pages) * 60 / (time.perf_counter() - start))
    pool.shutdown()
    for name, values in speeds.items():
        print(f"{name:<40} {statistics.median(values):6.1f} pages/min")
    best = max(list(settings)[1:], key=lambda name: statistics.median(speeds[name]))
    ratio = statistics.median(ours / bare for ours, bare in zip(speeds["yingjiu"], speeds[best], strict=True))
    print(f"yingjiu / best bare ({best}): {ratio:.2f}")
    return 0 if ratio >= 0.95 else 1


def _ours(pages: list[Path]) -> None:
    count = PageCount()
    for _ in read_files(pages, count=count):
        pass
    assert count.recognised == len(pages), count


def _bare_engine(threads: int, *, turn: bool = True) -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": turn, _THREADS: threads})


def _start_bare(threads: int) -> None:
    global _bare
    _bare = _bare_engine(threads)


def _bare_read(page: str) -> int:
    return len(_bare(page).txts or ())


def _pages(folder: Path, most: int) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in {".jpg", ".jpeg", ".png"})
    return list(found)[:most]


def _drawn_pages(folder: Path, count: int) -> list[Path]:
    from PIL import Image, ImageDraw, ImageFont

    font = _font()
    if font is None:
        return []
    pages = []
    for number in range(count):
        sheet = Image.new("L", (1654, 2339), 255)
        pen, letters = ImageDraw.Draw(sheet), ImageFont.truetype(str(font), 36)
        text = _SENTENCE * 4
        for row, at in enumerate(range(0, len(text), 34)):
            pen.text((190, 200 + row * 60), text[at : at + 34], fill=20, font=letters)
        path = folder / f"{number}.jpg"
        sheet.rotate(0.3 * (number % 3 - 1), fillcolor=255).save(path, quality=60)
        pages.append(path)
    return pages


def _font() -> Path | None:
    names = ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "wqy-microhei.ttc", "uming.ttc")
    for name in names:
        for found in Path("/usr/share/fonts").rglob(name):
            return found
    return None


if __name__ == "__main__":
    sys.exit(main())
