"""RapidOCR on onnxruntime, one thread an engine: where the lines of a picture stand, and what a cut-out line says.

Settings are measured (bench/ocr.py): finding lines on a picture of at most 1,152 pixels a side and reading them at full
size costs half the time of the library's own settings at the same errors; lines are read one by one (padding a batch
to its widest line costs more than it saves); one engine of one thread a core is faster than one engine of all cores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yingjiu.texts.page import UnreadableFile
from yingjiu.texts.picture import Pixels, strips

Quad = NDArray[np.float64]
"""Four corners (x, y) clockwise from the upper left."""

_SETTINGS: dict[str, Any] = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1152,
    "Rec.rec_batch_num": 1,
}
_TALL = 1.5


class Engine:
    """One recogniser; to be used by one thread at a time.

    Raises:
        UnreadableFile: rapidocr is not installed.
    """

    def __init__(self, *, threads: int) -> None:
        try:
            from rapidocr import RapidOCR
        except ImportError:
            raise UnreadableFile("本机未安装文字识别组件(rapidocr),扫描件暂不能读") from None
        self._rapid: Any = RapidOCR(params={**_SETTINGS, "EngineConfig.onnxruntime.intra_op_num_threads": threads})

    def find(self, pixels: Pixels) -> list[Quad]:
        """Lines of a picture; a strip of several pages is searched page by page."""
        found: list[Quad] = []
        for top, strip in strips(pixels):
            result = self._rapid(_coloured(strip), use_det=True, use_cls=False, use_rec=False)
            boxes: Sequence[Any] = [] if result is None or result.boxes is None else result.boxes
            found += [np.asarray(box, np.float64) + np.array([0.0, top]) for box in boxes]
        return found

    def read(self, pixels: Pixels, quad: Quad, *, quarters: int = 0) -> tuple[str, float]:
        """What one line says, turned against the clock by so many quarters first, and how sure that is (0 to 1)."""
        line = np.rot90(_cut_out(pixels, quad), quarters % 4)
        result = self._rapid(_coloured(line), use_det=False, use_cls=False, use_rec=True)
        if result is None or not result.txts:
            return "", 0.0
        return str(result.txts[0]), float(result.scores[0])


def is_tall(quad: Quad) -> bool:
    """Whether a line runs downwards: it is written so, or the page lies on its side."""
    wide, high = size_of(quad)
    return high > _TALL * wide


def size_of(quad: Quad) -> tuple[float, float]:
    """Width and height of a line along its own sides."""
    upper, right, lower, left = (float(np.linalg.norm(quad[n] - quad[(n + 1) % 4])) for n in range(4))
    return max(upper, lower, 1.0), max(left, right, 1.0)


def _cut_out(pixels: Pixels, quad: Quad) -> Pixels:
    import cv2

    wide, high = (int(side) for side in size_of(quad))
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), flat)
    flags = cv2.INTER_CUBIC
    line = cv2.warpPerspective(pixels, matrix, (wide, high), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(line, dtype=np.uint8)


def _coloured(pixels: Pixels) -> Pixels:
    """Three channels, as the models want them."""
    return np.repeat(pixels[:, :, None], 3, axis=2) if pixels.ndim == 2 else np.ascontiguousarray(pixels)
