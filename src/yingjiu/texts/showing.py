"""A page as a picture with stretches marked (在原件上标出): of a scan, a photo or a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np

from yingjiu.texts.file import file_kind, load
from yingjiu.texts.page import Page, UnreadableFile
from yingjiu.texts.picture import Pixels, picture_frames
from yingjiu.texts.places import Box, Place

_MARK = (255, 214, 0, 90)
_EDGE = (214, 120, 0, 255)
_AROUND = 3


def picture_of(path: Path, page: Page, boxes: Iterable[Box] = ()) -> bytes:
    """One page as a PNG, upright, flat and level as it was read, with boxes marked.

    Args:
        path: the file.
        page: the page of its given text; its number and view are used.
        boxes: shares of the page, as `places.boxes_of` and `pdf_boxes` give them.

    Raises:
        UnreadableFile: the file cannot be opened, has no such page, or is no picture or PDF.
    """
    from PIL import Image, ImageDraw

    picture = Image.fromarray(np.ascontiguousarray(_pixels(path, page)[:, :, ::-1])).convert("RGBA")
    wide, high = picture.size
    marks = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(marks)
    for left, top, right, bottom in boxes:
        corners = (left * wide - _AROUND, top * high - _AROUND, right * wide + _AROUND, bottom * high + _AROUND)
        pen.rectangle(corners, fill=_MARK, outline=_EDGE, width=2)
    out = io.BytesIO()
    Image.alpha_composite(picture, marks).convert("RGB").save(out, format="PNG")
    return out.getvalue()


def pdf_boxes(content: bytes, number: int, quote: str) -> list[Place]:
    """Where the text layer of a page of a PDF holds a quotation: a box for each line of it.

    Args:
        content: the whole file.
        number: of the page, from 1.
        quote: blanks and line breaks in it do not count; the first place is taken.

    Returns:
        Empty where the page does not hold it.

    Raises:
        UnreadableFile: the file is damaged or has no such page.
    """
    from yingjiu.texts.pdf import pdf_signs

    signs = [(sign, box) for sign, box in pdf_signs(content, number - 1) if not sign.isspace()]
    wanted = "".join(quote.split())
    at = "".join(sign for sign, _ in signs).find(wanted) if wanted else -1
    rows: list[Box] = []
    for _, box in signs[at : at + len(wanted)] if at >= 0 else ():
        if rows and _same_row(rows[-1], box):
            left, top, right, bottom = rows[-1]
            rows[-1] = (min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))
        else:
            rows.append(box)
    return [Place(number, row) for row in rows]


def _same_row(row: Box, box: Box) -> bool:
    middle = (box[1] + box[3]) / 2
    return row[1] <= middle <= row[3] and box[2] > row[0]


def _pixels(path: Path, page: Page) -> Pixels:
    content = load(path)
    kind = file_kind(content, path.suffix)
    if kind == "pdf":
        from yingjiu.texts.pdf import pdf_picture

        pixels = pdf_picture(content, page.number - 1)
    elif kind == "picture":
        frame = next(islice(picture_frames(content), page.number - 1, None), None)
        if frame is None:
            raise UnreadableFile(f"图片里没有第 {page.number} 页")
        pixels = frame
    else:
        raise UnreadableFile("不是扫描件也不是 PDF,没有页面图像可标")
    if page.way:
        from yingjiu.texts.view import shown

        pixels = shown(pixels, np.array(page.way).reshape(3, 3), page.size)
    return np.repeat(pixels[:, :, None], 3, axis=2) if pixels.ndim == 2 else pixels
