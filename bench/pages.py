"""Invented pages as a scanner or a telephone would give them: clean, skewed, blurred, stamped, dark, photographed.

Each kind is a way to spoil a clean page; `draw` gives the clean page and its text. Everything is made from a seed.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
FONTS = ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "uming.ttc", "ukai.ttc")
_SURNAMES, _GIVEN = "王李张刘陈杨黄赵周吴徐孙", "伟芳娜敏静强磊军洋勇艳杰涛明超兰霞平刚桂英"
_PLACES = ("青石镇", "柳河乡", "东山街道", "大兴镇", "云溪乡")
_HARMS = ("轻伤一级", "重伤二级", "轻微伤", "轻伤二级")


def draw(seed: int, font: Path) -> tuple[Pixels, str]:
    """A page of a case file at 200 dpi (blue, green, red) and what stands on it, one row a line."""
    from PIL import Image, ImageDraw, ImageFont

    rng = random.Random(seed)
    sheet = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(sheet)
    index = 2 if "CJK" in font.name else 0
    rows = _rows(rng)
    for number, row in enumerate(rows):
        letters = ImageFont.truetype(str(font), 54 if number == 0 else 38, index=index)
        left = 640 if number == 0 else 190
        pen.text((left, 180 + number * 64), row, fill=20, font=letters)
    return np.repeat(np.asarray(sheet)[:, :, None], 3, axis=2).copy(), "\n".join(rows)


def _rows(rng: random.Random) -> list[str]:
    text = "".join(_sentence(rng) for _ in range(9))
    width = 33
    body = [text[at : at + width] for at in range(0, len(text), width)]
    return ["起 诉 意 见 书", f"某公（刑）诉字〔{rng.randint(2018, 2024)}〕{rng.randint(1, 999)}号", *body[:29]]


def _sentence(rng: random.Random) -> str:
    name = rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, rng.choice((1, 2))))
    day = f"{rng.randint(2018, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    number = f"3299{rng.randint(1, 30):02}19{rng.randint(50, 99)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    number += f"{rng.randint(1, 9999):04}"
    place, sum_of_money = (
        rng.choice(_PLACES),
        f"{rng.randint(1, 99)},{rng.randint(0, 999):03}.{rng.randint(0, 99):02}元",
    )
    return rng.choice(
        (
            f"被害人{name}，{rng.choice('男女')}，{day}出生，公民身份号码{number}，汉族，小学文化，农民，住{place}{rng.randint(1, 9)}组。",
            f"{day}{rng.randint(0, 23)}时许，犯罪嫌疑人{name}驾驶小型轿车行驶至{place}路段时，与行人发生碰撞，致其受伤。",
            f"经鉴定，{name}的损伤程度为{rng.choice(_HARMS)}，花去医疗费{sum_of_money}，至今未获赔偿。",
            f"{day}，双方达成调解协议，{name}赔偿各项损失共计人民币{sum_of_money}，分三期付清，现已支付首期。",
            f"上述事实，有受案登记表、现场勘验笔录、证人{name}的证言、法医学人体损伤程度鉴定书等证据证实。",
        )
    )


def skewed(degrees: float) -> Callable[[Pixels, random.Random], Pixels]:
    """Laid askew on the glass."""

    def spoil(page: Pixels, _: random.Random) -> Pixels:
        return _turned(page, degrees)

    return spoil


def _turned(page: Pixels, degrees: float) -> Pixels:
    high, wide = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    return _of(cv2.warpAffine(page, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)))


def blurred(page: Pixels, _: random.Random) -> Pixels:
    """Out of focus."""
    return _of(cv2.GaussianBlur(page, (0, 0), 2.6))


def very_blurred(page: Pixels, _: random.Random) -> Pixels:
    """Far out of focus."""
    return _of(cv2.GaussianBlur(page, (0, 0), 3.4))


def compressed(page: Pixels, _: random.Random, quality: int = 30) -> Pixels:
    """Saved as a small JPEG, at 150 dpi."""
    small = _of(cv2.resize(page, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA))
    _, packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return _of(cv2.imdecode(packed, cv2.IMREAD_COLOR))


def resampled(dpi: int) -> Callable[[Pixels, random.Random], Pixels]:
    """Scanned coarsely."""

    def spoil(page: Pixels, _: random.Random) -> Pixels:
        return _of(cv2.resize(page, None, fx=dpi / 200, fy=dpi / 200, interpolation=cv2.INTER_AREA))

    return spoil


def stamped(page: Pixels, rng: random.Random) -> Pixels:
    """Three red seals over the text, as ink lets the print show through."""
    mask = np.zeros(page.shape[:2], np.uint8)
    for middle in ((520, 700), (1150, 1050), (700, 1600)):
        at = (middle[0] + rng.randint(-60, 60), middle[1] + rng.randint(-60, 60))
        cv2.circle(mask, at, 160, 255, 12)
        star = [
            (at[0] + r * math.sin(k * math.pi / 5), at[1] - r * math.cos(k * math.pi / 5))
            for k in range(10)
            for r in ((60,) if k % 2 == 0 else (24,))
        ]
        cv2.fillPoly(mask, [np.array(star, np.int32)], 255)
        for k in range(14):
            a = math.pi * (0.8 + 1.4 * k / 13)
            x, y = at[0] + int(125 * math.cos(a)), at[1] + int(125 * math.sin(a))
            cv2.rectangle(mask, (x - 12, y - 14), (x + 12, y + 14), 255, 5)
            cv2.line(mask, (x - 10, y), (x + 10, y), 255, 5)
    share = cv2.GaussianBlur(mask, (0, 0), 1.2)[:, :, None] / 255.0 * 0.85
    red = np.array([60, 50, 215], np.float32)
    return (page * (1 - share) + np.minimum(page, red) * share).astype(np.uint8)


def noisy(page: Pixels, rng: random.Random) -> Pixels:
    """Grain, and pepper of a dirty glass."""
    grain = np.random.default_rng(rng.randrange(10**6))
    out = page[:, :, :1].astype(np.float32) + grain.normal(0, 38, (*page.shape[:2], 1))
    out[grain.random((*page.shape[:2], 1)) < 0.012] = 30
    return np.repeat(np.clip(out, 0, 255).astype(np.uint8), 3, axis=2)


def faded(page: Pixels, rng: random.Random) -> Pixels:
    """A copy of a copy: pale grey on grey, a little grain."""
    grain = np.random.default_rng(rng.randrange(10**6)).normal(0, 4, page.shape)
    return np.clip(215 - (255 - page.astype(np.float32)) * 0.17 + grain, 0, 255).astype(np.uint8)


def pale(page: Pixels, rng: random.Random) -> Pixels:
    """The last copy before the toner was changed."""
    grain = np.random.default_rng(rng.randrange(10**6)).normal(0, 2, page.shape[:2])[:, :, None]
    return np.clip(200 - (255 - page.astype(np.float32)) * 0.06 + grain, 0, 255).astype(np.uint8)


def _light(page: Pixels, rng: random.Random, *, darkest: float) -> Pixels:
    high, wide = page.shape[:2]
    x, y = np.meshgrid(np.linspace(0, 1, wide), np.linspace(0, 1, high))
    slope = darkest + (1 - darkest) * (0.6 * x + 0.4 * y)
    edge = rng.uniform(0.35, 0.6)
    hand = np.where(x * 0.9 + y * 0.35 < edge, 0.62, 1.0).astype(np.float32)
    return (page * (slope * cv2.GaussianBlur(hand, (0, 0), 12))[:, :, None]).astype(np.uint8)


def unlit(page: Pixels, rng: random.Random) -> Pixels:
    """Lit from one side, with the shadow of a hand."""
    return _light(page, rng, darkest=0.3)


def photographed(quarter_turns: int = 0) -> Callable[[Pixels, random.Random], Pixels]:
    """Photographed on a brown desk: seen aslant, in a shadow, a little blurred, a JPEG; perhaps turned."""

    def spoil(page: Pixels, rng: random.Random) -> Pixels:
        high, wide = page.shape[:2]
        lit = _light(page, rng, darkest=0.55)
        frame_wide, frame_high = int(wide * 1.25), int(high * 1.2)
        given = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
        jitter = [(rng.uniform(0.05, 0.16), rng.uniform(0.03, 0.11)) for _ in range(4)]
        corners = np.array(
            [
                [frame_wide * jitter[0][0], frame_high * jitter[0][1]],
                [frame_wide * (1 - jitter[1][0]), frame_high * jitter[1][1]],
                [frame_wide * (1 - jitter[2][0]), frame_high * (1 - jitter[2][1])],
                [frame_wide * jitter[3][0], frame_high * (1 - jitter[3][1])],
            ],
            np.float32,
        )
        desk = np.random.default_rng(rng.randrange(10**6)).normal(0, 8, (frame_high, frame_wide, 3))
        photo = np.clip(desk + np.array([48, 72, 98]), 0, 255).astype(np.uint8)
        matrix = cv2.getPerspectiveTransform(given, corners)
        laid = cv2.warpPerspective(lit, matrix, (frame_wide, frame_high))
        mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, (frame_wide, frame_high)) > 127
        photo[mask] = laid[mask]
        photo = cv2.GaussianBlur(photo, (0, 0), 1.1)
        return compressed(np.ascontiguousarray(np.rot90(photo, quarter_turns)), rng, 60)

    return spoil


def bad(page: Pixels, rng: random.Random) -> Pixels:
    """Skewed, stamped, blurred, coarse and compressed at once."""
    page = _turned(stamped(page, rng), rng.choice((-2.5, 2.5)))
    return compressed(_of(cv2.GaussianBlur(page, (0, 0), 1.4)), rng, 35)


def _of(picture: Any) -> Pixels:
    return np.asarray(picture, dtype=np.uint8)


KINDS: dict[str, Callable[[Pixels, random.Random], Pixels]] = {
    "clean": lambda page, _: page,
    "skewed 1.5°": skewed(1.5),
    "skewed -4°": skewed(-4),
    "skewed 7°": skewed(7),
    "blurred": blurred,
    "150 dpi JPEG 30": compressed,
    "110 dpi": resampled(110),
    "80 dpi": resampled(80),
    "red seals": stamped,
    "grain and dirt": noisy,
    "very blurred": very_blurred,
    "faded": faded,
    "hardly to be seen": pale,
    "uneven light": unlit,
    "photo": photographed(),
    "photo on its side": photographed(1),
    "photo on its head": photographed(2),
    "all at once": bad,
}


def fonts() -> list[Path]:
    """Chinese fonts of this machine, at most one of each sort."""
    return [found for name in FONTS for found in sorted(Path("/usr/share/fonts").rglob(name))[:1]]


def spoiled(kind: str, seed: int) -> tuple[Pixels, str]:
    """One page of a kind and its text; the fonts take turns with the seed.

    Raises:
        RuntimeError: this machine has no Chinese font.
    """
    faces = fonts()
    if not faces:
        raise RuntimeError("no Chinese font: install fonts-noto-cjk")
    page, text = draw(seed, faces[seed % len(faces)])
    return np.ascontiguousarray(KINDS[kind](page, random.Random(seed))), text
