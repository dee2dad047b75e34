"""Recognition of pictures: RapidOCR on onnxruntime, loaded only when the first picture comes.

Settings are measured (bench/ocr.py): finding lines on a picture of at most 1,152 pixels a side and reading them at full
size costs half the time of the library's own settings at the same errors; lines are read one by one (padding a batch
to its widest line costs more than it saves); one engine of one thread a core is faster than one engine of all cores.
"""

from __future__ import annotations

import os
import queue
import threading
from importlib.metadata import version
from typing import Any

import numpy as np

from yingjiu.texts.page import Page, UnreadableFile
from yingjiu.texts.picture import Pixels, strips
from yingjiu.texts.rows import Piece, page_of_pieces

_SETTINGS: dict[str, Any] = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1152,
    "Rec.rec_batch_num": 1,
}
_SURE = 0.75
_METHOD = 1


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
        self._free: queue.SimpleQueue[Any] = queue.SimpleQueue()
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
            page = _upright_page(engine, pixels)
        except (RuntimeError, ValueError, TypeError, IndexError, MemoryError):
            raise UnreadableFile("图片无法识别(文字识别出错),请重新扫描") from None
        finally:
            self._free.put(engine)
        with self._lock:
            self.pages += 1
        return page

    def _engine(self) -> Any:
        with self._lock:
            if self._free.empty() and self._made < self.engines:
                self._made += 1
                return _new_engine(threads=max(1, cores() // self.engines))
        return self._free.get()


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _new_engine(*, threads: int) -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError:
        raise UnreadableFile("本机未安装文字识别组件(rapidocr),扫描件暂不能读") from None
    return RapidOCR(params={**_SETTINGS, "EngineConfig.onnxruntime.intra_op_num_threads": threads})


def _upright_page(engine: Any, pixels: Pixels) -> Page:
    pieces = _pieces(engine, pixels)
    best = (_score(pieces), pieces, pixels)
    lying = sum(piece.box[3] - piece.box[1] > 1.5 * (piece.box[2] - piece.box[0]) for piece in pieces)
    if lying * 2 > len(pieces):
        turns: tuple[int, ...] = (1, 3)
    elif pieces and _confidence(pieces) < _SURE:
        turns = (2,)
    else:
        turns = ()
    for turn in turns:
        turned = np.ascontiguousarray(np.rot90(pixels, turn))
        found = _pieces(engine, turned)
        best = max(best, (_score(found), found, turned), key=lambda tried: tried[0])
    _, pieces, pixels = best
    return page_of_pieces(pieces, pixels.shape[1], pixels.shape[0])


def _pieces(engine: Any, pixels: Pixels) -> list[Piece]:
    found: list[Piece] = []
    for top, strip in strips(pixels):
        colours = np.repeat(strip[:, :, None], 3, axis=2) if strip.ndim == 2 else strip
        result = engine(colours)
        if result.boxes is None or result.txts is None:
            continue
        for corners, text, confidence in zip(result.boxes, result.txts, result.scores, strict=True):
            moved = tuple((float(x), float(y) + top) for x, y in corners)
            found.append(Piece(text, moved, float(confidence)))
    return found


def _score(pieces: list[Piece]) -> float:
    """How much was read, and how surely; lines that lie count little, so that a turned page wins."""
    return sum(
        len(piece.text) * piece.confidence**2
        for piece in pieces
        if piece.box[3] - piece.box[1] <= 1.5 * (piece.box[2] - piece.box[0]) or len(piece.text) < 2
    )


def _confidence(pieces: list[Piece]) -> float:
    signs = sum(len(piece.text) for piece in pieces) or 1
    return sum(len(piece.text) * piece.confidence for piece in pieces) / signs
