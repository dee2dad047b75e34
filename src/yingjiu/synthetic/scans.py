"""Pictures of papers, a little skewed and dirty like a real scan (扫描件); needs pillow and a Chinese font."""

from __future__ import annotations

import io
import os
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from yingjiu.synthetic.forms import paginate, wrap
from yingjiu.synthetic.world import Form

if TYPE_CHECKING:
    from PIL import Image

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_NAMES = (
    "notoserifcjk",
    "notosanscjk",
    "sourcehan",
    "wqy",
    "simsun",
    "simhei",
    "msyh",
    "pingfang",
    "songti",
    "stheiti",
    "uming",
    "ukai",
    "droidsansfallback",
    "fandol",
)
_SIZE, _LEADING, _MARGIN, _WIDTH = 30, 46, 90, 1240


def find_font() -> Path | None:
    """A font file with Chinese characters: the one named by YINGJIU_FONT, else the first known one on this machine."""
    named = os.environ.get("YINGJIU_FONT")
    if named:
        return Path(named) if Path(named).is_file() else None
    for folder in _FOLDERS:
        root = Path(folder).expanduser()
        if not root.is_dir():
            continue
        files = sorted(p for p in root.rglob("*") if p.suffix.lower() in (".ttf", ".ttc", ".otf"))
        for file in files:
            if any(name in file.name.lower().replace("-", "").replace("_", "") for name in _NAMES):
                return file
    return None


def can_draw() -> bool:
    """Pillow is there and a Chinese font too."""
    try:
        import PIL.ImageFont  # noqa: F401  only needed for pictures
    except ImportError:
        return False
    return find_font() is not None


def _draw(rng: random.Random, lines: list[str], *, font: Path) -> Image.Image:
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    height = max(500, 2 * _MARGIN + _LEADING * len(lines))
    face = ImageFont.truetype(str(font), _SIZE)
    page = Image.new("L", (_WIDTH, height), 250)
    pen = ImageDraw.Draw(page)
    for turn, line in enumerate(lines):
        pen.text((_MARGIN, _MARGIN + turn * _LEADING), line, font=face, fill=rng.randint(15, 45))
    page = page.rotate(rng.uniform(-0.6, 0.6), resample=Image.Resampling.BICUBIC, fillcolor=250)
    dirt = Image.frombytes("L", (_WIDTH // 2, height // 2), rng.randbytes((_WIDTH // 2) * (height // 2)))
    page = Image.blend(page, dirt.resize(page.size), 0.05)
    return page.filter(ImageFilter.GaussianBlur(0.6))


def write_scan(rng: random.Random, lines: tuple[str, ...], *, form: Form) -> bytes:
    """One picture of the whole paper (jpg, png) or a PDF of page pictures without text (scan).

    Raises:
        RuntimeError: no Chinese font on this machine; ask ``can_draw`` first.
    """
    font = find_font()
    if font is None:
        raise RuntimeError(
            "本机没有中文字体,无法生成扫描件;请安装 fonts-noto-cjk,或用环境变量 YINGJIU_FONT 指定字体文件"
        )
    out = io.BytesIO()
    if form == "scan":
        pages = [_draw(rng, page, font=font) for page in paginate(lines, numbered=True)]
        pages[0].save(out, format="PDF", save_all=True, append_images=pages[1:], resolution=150.0)
        return _still(out.getvalue())
    page = _draw(rng, wrap(lines), font=font)
    if form == "png":
        page.save(out, format="PNG")
    else:
        page.save(out, format="JPEG", quality=72)
    return out.getvalue()


def _still(pdf: bytes) -> bytes:
    """Take the time of writing out of the PDF (same length), so that the same seed gives the same bytes."""
    return re.sub(rb"\(D:\d{14}Z\)", b"(D:20241129080000Z)", pdf)
