"""Recognition of pictures, loaded only when the first picture comes: made plain, turned upright, read line by line."""

from __future__ import annotations

import os
import queue
import threading
from importlib.metadata import version
from statistics import fmean

import numpy as np

from yingjiu.texts.engine import Engine, Quad, is_tall, size_of
from yingjiu.texts.ink import black_print
from yingjiu.texts.page import Page, UnreadableFile
from yingjiu.texts.picture import Pixels
from yingjiu.texts.rows import Piece, page_of_pieces, slope_of
from yingjiu.texts.view import View, flat_page, levelled, moved, turned

_SURE = 0.75
_LEAST = 0.5
"""A line read less surely than this is dirt."""
_TRIED = 5
_METHOD = 2


def method_version() -> str:
    """Names how a result came about, so that results of an older way are not taken from the cache."""
    return f"ocr-{_METHOD}-rapidocr-{version('rapidocr')}"


class Recogniser:
    """Reads pictures; may be called from several threads, each call with an engine of its own.

    Attributes:
        engines: how many pictures are read at the same time; cores are shared among them.
        pages: pictures recognised so far.
    """

    def __init__(self, *, engines: int = 1) -> None:
        self.engines = engines
        self.pages = 0
        self._free: queue.SimpleQueue[Engine] = queue.SimpleQueue()
        self._made = 0
        self._lock = threading.Lock()

    def __call__(self, pixels: Pixels) -> Page:
        """The text of one picture, with its lines.

        Args:
            pixels: upright as far as is known; a page lying on its side or head is turned by what reads best.

        Raises:
            UnreadableFile: the recogniser failed on it.
        """
        engine = self._engine()
        try:
            page = recognised(engine, pixels)
        except Exception:  # a picture of odd shape makes cv2 and the models raise errors of any kind
            raise UnreadableFile("图片无法识别(文字识别出错),请重新扫描") from None
        finally:
            self._free.put(engine)
        with self._lock:
            self.pages += 1
        return page

    def _engine(self) -> Engine:
        with self._lock:
            if self._free.empty() and self._made < self.engines:
                engine = Engine(threads=max(1, cores() // self.engines))
                self._made += 1
                return engine
        return self._free.get()


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def recognised(engine: Engine, pixels: Pixels) -> Page:
    """The page of a picture; boxes of its lines stand in the upright, levelled view that the page describes."""
    view = flat_page(pixels)
    view = View(black_print(view.pixels), view.matrix)
    quads = engine.find(view.pixels)
    quarters, known = _quarters(engine, view.pixels, quads)
    if quarters:
        view = turned(view, quarters)
        quads, known = engine.find(view.pixels), {}
    pieces = []
    for number, quad in enumerate(quads):
        read = known.get(number) or engine.read(view.pixels, quad, quarters=1 if is_tall(quad) else 0)
        text, confidence = read
        if confidence >= _LEAST and text.strip():
            pieces.append(Piece(text, _corners(quad), confidence))
    return _levelled_page(pieces, view)


def _quarters(engine: Engine, pixels: Pixels, quads: list[Quad]) -> tuple[int, dict[int, tuple[str, float]]]:
    """How far the page must be turned against the clock, by what its longest lines say when turned.

    Returns:
        The quarters, and what those lines say (by their place in ``quads``).
    """
    lying = sum(map(is_tall, quads)) * 2 > len(quads)
    longest = [number for number, quad in enumerate(quads) if is_tall(quad) == lying]
    longest = sorted(longest, key=lambda number: -max(size_of(quads[number])))[:_TRIED]
    tried: dict[int, dict[int, tuple[str, float]]] = {}
    for quarters in (1, 3) if lying else (0, 2):
        tried[quarters] = {number: engine.read(pixels, quads[number], quarters=quarters) for number in longest}
        if _surely(tried[quarters]) > _SURE:
            break
    best = max(tried, key=lambda quarters: _surely(tried[quarters]))
    return best, tried[best]


def _surely(read: dict[int, tuple[str, float]]) -> float:
    return fmean(confidence for _, confidence in read.values()) if read else 1.0


def _levelled_page(pieces: list[Piece], view: View) -> Page:
    high, wide = view.pixels.shape[:2]
    matrix, turn = levelled(view.matrix, slope_of(pieces), (wide, high))
    level = [
        Piece(piece.text, _corners(moved(np.array(piece.corners, np.float64), turn)), piece.confidence)
        for piece in pieces
    ]
    page = page_of_pieces(level, wide, high)
    way = () if np.array_equal(matrix, np.eye(3)) else tuple(float(number) for number in matrix.ravel())
    return Page(page.number, page.text, page.lines, (wide, high), way)


def _corners(quad: Quad) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in quad)
