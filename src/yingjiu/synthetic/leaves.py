"""Leaves of a bound volume as one PDF: text, pictures, or pictures with a text layer; with bookmarks (卷宗 PDF).

A leaf is marks at places of an A4 page, in points from the upper left; a drawn leaf is a little skewed and dirty.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yingjiu.synthetic.forms import CMAP, FONT, assemble, stream

if TYPE_CHECKING:
    from PIL import Image

WIDTH, HEIGHT = 595, 842
_SCALE = 1240 / WIDTH  # pixels a point: 150 dpi
_FONT = tuple(part.replace(b"/DW 1000", b"/DW 1000 /W [1 95 500]") for part in FONT)  # letters and digits are narrow


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at a place: ``x`` and ``y`` of their upper left in points, ``size`` of the letters."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its marks, frames of photos (left, top, right, bottom) and a red seal's middle."""

    marks: tuple[Mark, ...] = ()
    photos: tuple[tuple[int, int, int, int], ...] = ()
    seal: tuple[int, int] | None = None


def centred(y: float, size: float, text: str) -> Mark:
    """Words in the middle of the page's width."""
    return Mark((WIDTH - size * len(text)) / 2, y, size, text)


def write_leaves(
    leaves: Sequence[Leaf], bookmarks: Sequence[tuple[str, int]], *, rng: random.Random, form: str, font: Path | None
) -> bytes:
    """One PDF of all leaves.

    Args:
        leaves: in order.
        bookmarks: title and page from 1.
        rng: for skew and dirt of drawn leaves.
        form: ``text``, ``scan`` (pictures only) or ``layered`` (pictures with invisible text over them).
        font: file of a Chinese font; needed for pictures.
    """
    objects: list[bytes] = [b"", b"", *_FONT, stream(CMAP)]
    kids: list[int] = []
    for leaf in leaves:
        resources, told = b"/Font << /F1 3 0 R >>", b""
        if form != "text" and font is not None:
            picture = _jpeg(rng, leaf, font)
            objects.append(picture)
            resources += b" /XObject << /P %d 0 R >>" % len(objects)
            told += b"q %d 0 0 %d 0 0 cm /P Do Q\n" % (WIDTH, HEIGHT)
        else:
            told += b"".join(b"%d %d %d %d re S\n" % (a, HEIGHT - d, c - a, d - b) for a, b, c, d in leaf.photos)
        if form != "scan":
            told += _text(leaf, hidden=form == "layered")
        objects.append(stream(told))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << %s >> >>"
            % (WIDTH, HEIGHT, len(objects), resources)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    outline = _outline(objects, bookmarks, kids)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s>>" % outline
    return assemble(objects)


def _outline(objects: list[bytes], bookmarks: Sequence[tuple[str, int]], kids: list[int]) -> bytes:
    """Adds the bookmarks to the objects; what the catalogue says of them."""
    if not bookmarks:
        return b""
    root, first, last = len(objects) + 1, len(objects) + 2, len(objects) + 1 + len(bookmarks)
    objects.append(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, len(bookmarks)))
    for at, (title, page) in enumerate(bookmarks, first):
        near = b" /Prev %d 0 R" % (at - 1) if at > first else b""
        near += b" /Next %d 0 R" % (at + 1) if at < last else b""
        name = b"\xfe\xff" + title.encode("utf-16-be")
        objects.append(
            b"<< /Title <%s> /Parent %d 0 R%s /Dest [%d 0 R /Fit] >>"
            % (name.hex().encode(), root, near, kids[page - 1])
        )
    return b"/Outlines %d 0 R " % root


def _text(leaf: Leaf, *, hidden: bool) -> bytes:
    told = [b"BT 3 Tr\n" if hidden else b"BT\n"]
    for mark in leaf.marks:
        words = mark.text.encode("utf-16-be").hex().encode()
        told.append(
            b"/F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj\n" % (mark.size, mark.x, HEIGHT - mark.y - mark.size, words)
        )
    return b"".join((*told, b"ET\n"))


def _jpeg(rng: random.Random, leaf: Leaf, font: Path) -> bytes:
    page = _drawn(rng, leaf, font)
    out = io.BytesIO()
    page.save(out, format="JPEG", quality=70)
    data = out.getvalue()
    head = (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8" % page.size
    )
    return b"%s /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def _drawn(rng: random.Random, leaf: Leaf, font: Path) -> Image.Image:
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    page = Image.new("RGB", (round(WIDTH * _SCALE), round(HEIGHT * _SCALE)), (250, 249, 246))
    pen = ImageDraw.Draw(page)
    for left, top, right, bottom in leaf.photos:
        box = (round(left * _SCALE), round(top * _SCALE), round(right * _SCALE), round(bottom * _SCALE))
        shades = Image.frombytes("L", (12, 9), bytes(rng.randrange(90, 210) for _ in range(108)))
        page.paste(shades.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BICUBIC), box[:2])
    for mark in leaf.marks:
        face = ImageFont.truetype(str(font), round(mark.size * _SCALE))
        pen.text((mark.x * _SCALE, mark.y * _SCALE), mark.text, font=face, fill=(rng.randint(15, 50),) * 3)
    if leaf.seal is not None:
        x, y = (v * _SCALE for v in leaf.seal)
        pen.ellipse((x - 85, y - 85, x + 85, y + 85), outline=(214, 60, 60), width=6)
    page = page.rotate(rng.uniform(-0.8, 0.8), resample=Image.Resampling.BICUBIC, fillcolor=(250, 249, 246))
    small = (page.width // 2, page.height // 2)
    dirt = Image.frombytes("L", small, rng.randbytes(small[0] * small[1])).resize(page.size).convert("RGB")
    return Image.blend(page, dirt, 0.05).filter(ImageFilter.GaussianBlur(0.6))
