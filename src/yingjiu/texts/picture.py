"""Pictures as upright arrays of pixels: frames of a scan, turned as the camera noted, cut where a strip is too long."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from yingjiu.texts.page import UnreadableFile

Pixels = NDArray[np.uint8]
"""height × width (grey) or height × width × 3 (blue, green, red)."""

_LONGEST = 1.8
"""A picture taller than this many widths is a strip of several pages (A4 is 1.41)."""
_PAGE = 1.414
_DARK = 160


def picture_frames(content: bytes) -> Iterator[Pixels]:
    """The pages of a picture file (a TIFF may hold several), turned upright by their EXIF mark.

    Raises:
        UnreadableFile: it is damaged, cut short, or too large to be a page.
    """
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged notes beside a picture that can be shown
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                for frame in ImageSequence.Iterator(picture):
                    yield _pixels(ImageOps.exif_transpose(frame.copy()))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableFile("图片尺寸过大,请按 200-300 dpi 重新扫描") from None
    except UnidentifiedImageError:
        raise UnreadableFile("图片已损坏或不是图片,请重新扫描或导出") from None
    except Exception:  # damaged bytes make pillow's decoders raise errors of any kind
        raise UnreadableFile("图片不完整(可能拷贝中断),请重新拷贝或扫描") from None


def _pixels(picture: object) -> Pixels:
    from PIL import Image

    assert isinstance(picture, Image.Image)  # noqa: S101 - pillow's stubs say Image or None
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        picture = Image.alpha_composite(white, layer).convert("RGB")
    if picture.mode in {"1", "L", "I", "I;16", "F"}:
        return np.asarray(picture.convert("L"), dtype=np.uint8)
    return np.ascontiguousarray(np.asarray(picture.convert("RGB"), dtype=np.uint8)[:, :, ::-1])


def strips(pixels: Pixels) -> list[tuple[int, Pixels]]:
    """The picture in pieces of about one page, each with its top row; cuts go through the emptiest row nearby.

    A recogniser shrinks its input to a fixed length, so a strip of pages scanned as one picture must be cut first.
    """
    height, width = pixels.shape[:2]
    if height <= width * _LONGEST:
        return [(0, pixels)]
    count = max(2, round(height / (width * _PAGE)))
    grey = pixels if pixels.ndim == 2 else pixels.min(axis=2)
    ink = (grey < _DARK).sum(axis=1)
    near = int(height / count * 0.15)
    cuts = [0]
    for number in range(1, count):
        at = height * number // count
        cuts.append(at - near + _middle_of_least(ink[at - near : at + near]))
    cuts.append(height)
    return [(top, pixels[top:bottom]) for top, bottom in pairwise(cuts)]


def _middle_of_least(ink: NDArray[np.int64]) -> int:
    """Middle of the widest run of rows that are as empty as the emptiest."""
    empty = np.flatnonzero(ink <= ink.min())
    runs = np.split(empty, np.flatnonzero(np.diff(empty) > 1) + 1)
    widest = max(runs, key=len)
    return int(widest[len(widest) // 2])
