"""Recognition: reading order and repairs by table; drawn pages with the real recogniser (marked ocr)."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from yingjiu.texts.ocr import Recogniser
from yingjiu.texts.page import GivenText
from yingjiu.texts.picture import Pixels
from yingjiu.texts.places import boxes_of
from yingjiu.texts.repairs import repaired
from yingjiu.texts.rows import Piece, page_of_pieces
from yingjiu.texts.view import moved

REPAIRS = [
    ("公民身份号码1101O519491231002x，", "公民身份号码11010519491231002X，", "letters among digits, the check fits"),
    ("号码11010519491231O02X", "号码11010519491231002X", "a letter O"),
    ("号码1101051949123100SX", "号码1101051949123100SX", "the check would not fit: a person decides"),
    ("号码329921199008013422", "号码329921199008013422", "digits stay, even with a wrong check"),
    ("赔偿580U0元", "赔偿58000元", "an amount"),
    ("1996年10月22H出生", "1996年10月22日出生", "日 read as H"),
    ("2021年1月19H9时", "2021年1月19日9时", "also before an hour"),
    ("1970午6月17日", "1970年6月17日", "年 read as 午"),
    ("犯界嫌疑人张某", "犯罪嫌疑人张某", "a word of law"),
    ("被他人打伤", "被他人打伤", "words that are right stay"),
]


@pytest.mark.parametrize(("given", "wanted", "why"), REPAIRS)
def test_repaired(given: str, wanted: str, why: str) -> None:
    assert repaired(given) == wanted, why


def piece(text: str, left: int, top: int, width: int = 100, fall: int = 0) -> Piece:
    corners = ((left, top), (left + width, top + fall), (left + width, top + 20 + fall), (left, top + 20))
    return Piece(text, corners, 0.9)


LAYOUTS = [
    ([piece("二", 10, 60), piece("一", 10, 20)], (200, 300), "一\n二", "top to bottom"),
    ([piece("乙", 115, 22), piece("甲", 10, 20)], (200, 300), "甲乙", "pieces of one row, close"),
    ([piece("甲", 10, 20), piece("乙", 140, 21)], (400, 600), "甲 乙", "a clear gap"),
    ([piece("甲", 10, 20), piece("乙", 240, 21)], (400, 600), "甲\t乙", "cells of a form"),
    (
        [piece("甲", 10, 20, 200, 12), piece("乙", 230, 33, 200, 12), piece("丙", 10, 50, 200, 12)],
        (500, 700),
        "甲 乙\n丙",
        "a skewed page",
    ),
    ([piece(" ", 10, 20)], (200, 300), "", "nothing read"),
    (
        [piece(f"左{n}", 10, 20 + 40 * n) for n in range(4)] + [piece(f"右{n}", 260, 20 + 40 * n) for n in range(4)],
        (400, 200),
        "左0\n左1\n左2\n左3\n右0\n右1\n右2\n右3",
        "two pages side by side",
    ),
]


@pytest.mark.parametrize(("pieces", "size", "wanted", "why"), LAYOUTS)
def test_reading_order(pieces: list[Piece], size: tuple[int, int], wanted: str, why: str) -> None:
    page = page_of_pieces(pieces, *size)
    assert page.text == wanted, why
    assert [page.text[line.start : line.end] for line in page.lines] == [w for w in wanted.split("\n") if w]


WORDS = [
    "起诉书",
    "某检刑诉〔2024〕12号",
    "被告人张某某，男，1980年1月1日出生，汉族，住某县。",
    "公民身份号码11010519491231002X。",
]


def drawn(words: list[str]) -> Pixels:
    for name in ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "wqy-microhei.ttc"):
        found = next(iter(Path("/usr/share/fonts").rglob(name)), None)
        if found is not None:
            break
    else:
        pytest.skip("没有中文字体(Debian:fonts-noto-cjk)")
    sheet = Image.new("L", (1240, 900), 255)
    pen, letters = ImageDraw.Draw(sheet), ImageFont.truetype(str(found), 36, index=2 if "CJK" in found.name else 0)
    for row, line in enumerate(words * 2):
        pen.text((120, 80 + 90 * row), line, fill=0, font=letters)
    return np.asarray(sheet)


@pytest.mark.ocr
def test_drawn_page_reads_back() -> None:
    recogniser = Recogniser()
    page = recogniser(drawn(WORDS))
    found = page.text.replace("]", "〕").replace("[", "〔").split("\n")
    assert found == WORDS * 2
    assert recogniser.pages == 1
    assert all(0.8 < line.confidence <= 1 for line in page.lines)


@pytest.mark.ocr
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turned_page_is_put_upright(turns: int) -> None:
    page = Recogniser()(np.rot90(drawn(WORDS), turns))
    assert "公民身份号码11010519491231002X" in page.text
    assert page.text.startswith("起诉书")


@pytest.mark.ocr
def test_stamped_and_skewed_page_reads_back_and_shows_where() -> None:
    page = np.repeat(drawn(WORDS)[:, :, None], 3, axis=2)
    page = np.minimum(page, cv2.circle(np.full_like(page, 255), (500, 300), 150, (60, 50, 215), 14))
    turn = cv2.getRotationMatrix2D((620, 450), 4, 1.0)
    skewed = cv2.warpAffine(page, turn, (1240, 900), borderValue=(255, 255, 255))
    found = Recogniser()(np.asarray(skewed, np.uint8))
    assert found.text.count("公民身份号码11010519491231002X") == 2
    assert all(bottom - top < 75 for _, top, _, bottom in (line.box for line in found.lines)), "level boxes"
    start = found.text.index("11010519491231002X")
    (place,) = boxes_of(GivenText((found,), "ocr"), start, start + 18)
    corners = np.array([[place.box[0] * 1240, place.box[1] * 900], [place.box[2] * 1240, place.box[3] * 900]])
    (left, top), (right, bottom) = moved(corners, np.array(found.way).reshape(3, 3))
    (x, y), (u, v) = turn @ (345, 350, 1), turn @ (690, 395, 1)
    assert abs(np.array([left - x, top - y, right - u, bottom - v])).max() < 45


@pytest.mark.ocr
def test_blank_page_has_no_text() -> None:
    assert Recogniser()(np.full((500, 400), 255, np.uint8)).text == ""
