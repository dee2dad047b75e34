"""A picture as it is read (turned upright, cut out of a photo, levelled) and the way back to the picture as given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yingjiu.texts.picture import Pixels

Matrix = NDArray[np.float64]
"""3 × 3: a point (x, y, 1) of the view to its point in the given picture, up to a factor."""

_SMALL = 500
_PLAIN = 185
"""A picture whose edge is lighter than this is a scan on white, not a photo on a desk."""
_APART = 28
_LEAST, _MOST = 0.15, 0.97
"""Share of the photo that a page covers."""
_OUTSIDE = 0.04
_LEVEL = 0.004


@dataclass(frozen=True, slots=True)
class View:
    """Pixels to read, and where each of them stands in the given picture."""

    pixels: Pixels
    matrix: Matrix

    @property
    def is_given(self) -> bool:
        """Whether the picture is read as it was given."""
        return bool(np.array_equal(self.matrix, np.eye(3)))


def given_view(pixels: Pixels) -> View:
    """The picture as given."""
    return View(pixels, np.eye(3))


def turned(view: View, quarters: int) -> View:
    """Turned against the clock by so many quarters."""
    high, wide = view.pixels.shape[:2]
    back = {
        0: [[1, 0, 0], [0, 1, 0]],
        1: [[0, -1, wide - 1], [1, 0, 0]],
        2: [[-1, 0, wide - 1], [0, -1, high - 1]],
        3: [[0, 1, 0], [-1, 0, high - 1]],
    }[quarters % 4]
    matrix = np.array([*back, [0, 0, 1]], np.float64)
    return View(np.ascontiguousarray(np.rot90(view.pixels, quarters % 4)), view.matrix @ matrix)


def levelled(matrix: Matrix, slope: float, size: tuple[int, int]) -> tuple[Matrix, Matrix]:
    """The way back, and the turn of points, for a view whose rows fall by ``slope`` per pixel; nothing for a level one."""
    if abs(slope) < _LEVEL:
        return matrix, np.eye(3)
    angle, (wide, high) = np.arctan(slope), size
    cos, sin, x, y = np.cos(angle), np.sin(angle), wide / 2, high / 2
    turn = np.array([[cos, sin, x - cos * x - sin * y], [-sin, cos, y + sin * x - cos * y], [0, 0, 1]])
    return matrix @ np.linalg.inv(turn), turn


def moved(points: NDArray[np.float64], matrix: Matrix) -> NDArray[np.float64]:
    """Points (n × 2) after a matrix."""
    with_one = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(with_one[:, :2] / with_one[:, 2:], dtype=np.float64)


def flat_page(pixels: Pixels) -> View:
    """The page of a photo laid flat; the picture as given where no page with four clear sides stands out from its ground."""
    import cv2

    corners = _page_corners(pixels)
    if corners is None:
        return given_view(pixels)
    upper, right, lower, left = (float(np.linalg.norm(corners[n] - corners[(n + 1) % 4])) for n in range(4))
    wide, high = int(max(upper, lower)), int(max(left, right))
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    back = np.asarray(cv2.getPerspectiveTransform(flat, corners.astype(np.float32)), dtype=np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    laid = cv2.warpPerspective(pixels, back, (wide, high), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return View(np.asarray(laid, dtype=np.uint8), back)


def shown(pixels: Pixels, matrix: Matrix, size: tuple[int, int]) -> Pixels:
    """The given picture as the view of that matrix and size (width, height) shows it."""
    import cv2

    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    laid = cv2.warpPerspective(pixels, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(laid, dtype=np.uint8)


def _page_corners(pixels: Pixels) -> NDArray[np.float64] | None:
    """Upper left, upper right, lower right, lower left."""
    import cv2

    scale = _SMALL / max(pixels.shape[:2])
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    colours = (small if small.ndim == 3 else small[:, :, None]).astype(np.int16)
    sides = (colours[:5], colours[-5:], colours[:, :5], colours[:, -5:])
    ring = np.concatenate([side.reshape(-1, colours.shape[2]) for side in sides])
    ground = np.median(ring, axis=0)
    if ground.mean() > _PLAIN:
        return None
    apart = (np.abs(colours - ground).max(axis=2) > _APART) & (colours.mean(axis=2) > ground.mean())
    mask = cv2.morphologyEx(apart.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    corners = _four_corners(np.asarray(outline, dtype=np.int32), np.asarray(mask, dtype=np.uint8))
    return None if corners is None else corners / scale


def _four_corners(outline: NDArray[np.int32], mask: NDArray[np.uint8]) -> NDArray[np.float64] | None:
    import cv2

    hull = cv2.convexHull(outline)
    area = cv2.contourArea(hull)
    if not _LEAST < area / mask.size < _MOST or cv2.contourArea(outline) < 0.92 * area:
        return None
    around = cv2.arcLength(hull, closed=True)
    for share in (0.01, 0.02, 0.03, 0.05):
        found = cv2.approxPolyDP(hull, share * around, closed=True)
        if len(found) == 4:
            break
    else:
        return None
    if cv2.contourArea(found) < 0.95 * area or mask.sum() - cv2.contourArea(outline) > _OUTSIDE * area:
        return None
    points = found.reshape(4, 2).astype(np.float64)
    if _on_edge(points, mask) > 1:
        return None
    order = np.argsort(np.arctan2(*(points - points.mean(axis=0)).T[::-1]))
    return np.asarray(points[order], dtype=np.float64)


def _on_edge(points: NDArray[np.float64], mask: NDArray[np.uint8]) -> int:
    """Sides of the outline that run along the edge of the picture: there the page is cut off, or it is a shadow."""
    high, wide = mask.shape
    count = 0
    for one, other in zip(points, np.roll(points, -1, axis=0), strict=True):
        for axis, end in ((0, wide - 1), (1, high - 1)):
            count += bool(max(one[axis], other[axis]) < 4 or min(one[axis], other[axis]) > end - 4)
    return count
