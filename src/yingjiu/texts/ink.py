"""The black print of a picture: red seals and finger marks fade, pale copies grow dark, so that lines read better.

Measured (bench/ocr_pages.py): seals over the text cost a tenth of the signs when a colour scan is read as it is, a five hundredth
when its red channel is read; grain in three colours costs more than grain in one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from yingjiu.texts.picture import Pixels

_REDNESS = 0.28
"""A pixel is red when red outweighs blue and green by this share of itself (paper in warm light: 0.13)."""
_FEW = 0.0003
_LIGHT = 140.0
"""Red ink in a shadow is as dark as this in its own channel; all that is lighter than the ink becomes paper."""
_LINE = 2.5
"""Red ink this many times as wide as high is a row of letters (a red letterhead), not a seal."""
_LEAST, _PALE = 12, 36
"""Print nearer to its paper than this is a pale copy; a blurred page is not (stretching it costs a tenth of the signs)."""


def black_print(pixels: Pixels) -> Pixels:
    """A grey picture of the same size in which the print stands out.

    Args:
        pixels: grey, or blue, green and red.

    Returns:
        The red channel where the picture holds red ink (rows of red letters stay dark), else the mean of the channels;
        stretched where the print is pale. A grey picture with good contrast comes back as it is.
    """
    return _stretched(pixels if pixels.ndim == 2 else _without_red(pixels))


def _without_red(pixels: Pixels) -> Pixels:
    import cv2

    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    half = pixels[::2, ::2]
    red = half[:, :, 2].astype(np.int16)
    excess = red - np.maximum(half[:, :, 0], half[:, :, 1])
    mask = ((excess > _REDNESS * red) & (red > 70)).astype(np.uint8)
    if mask.mean() < _FEW:
        return grey
    white = max(_LIGHT, float(np.percentile(red[mask > 0], 30)))
    table = np.minimum(np.arange(256) * (255 / white), 255).astype(np.uint8)
    faded = np.asarray(table[pixels[:, :, 2]], dtype=np.uint8)
    for left, top, right, bottom in _red_rows(mask):
        rows, columns = slice(2 * top, 2 * bottom), slice(2 * left, 2 * right)
        faded[rows, columns] = pixels[rows, columns].min(axis=2)
    return faded


def _red_rows(mask: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Left, top, right, bottom of what red letters in a row cover."""
    import cv2

    reach = max(9, mask.shape[1] // 22)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, reach), np.uint8))
    _, _, parts, _ = cv2.connectedComponentsWithStats(joined)
    return [
        (int(left), int(top), int(left + wide), int(top + high))
        for left, top, wide, high, area in parts[1:]
        if high >= 7 and wide >= _LINE * high and area > 0.2 * wide * high
    ]


def _stretched(grey: Pixels) -> Pixels:
    dark, paper = np.percentile(grey[::3, ::3], (0.05, 60))
    if not _LEAST < paper - dark < _PALE:
        return grey
    table = np.clip((np.arange(256) - dark) * (255 / (paper - dark)), 0, 255).astype(np.uint8)
    return np.asarray(table[grey], dtype=np.uint8)
