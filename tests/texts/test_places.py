"""Where words of a scan stand: by table; a PDF with text; pages put flat and marked."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from yingjiu.texts.cache import TextCache
from yingjiu.texts.page import GivenText, Line, Page, UnreadableFile
from yingjiu.texts.places import Place, boxes_of
from yingjiu.texts.showing import pdf_boxes, picture_of
from yingjiu.texts.view import View, flat_page, given_view, levelled, moved, shown, turned

FIRST = Page(1, "甲乙丙丁\nab甲", (Line(0, 4, (10, 10, 90, 20), 1.0), Line(5, 8, (10, 30, 50, 40), 1.0)), (100, 100))
FORM = Page(
    2,
    "姓名\t张三",
    (Line(0, 5, (10, 10, 90, 20), 1.0, ((0, 10, 30), (3, 70, 90))),),
    (100, 50),
    (1.0, 0, 0, 0, 1, 0, 0, 0, 1),
)
TYPED = Page(3, "这一页有文字层")
GIVEN = GivenText((FIRST, FORM, TYPED), "ocr")

PLACES = [
    (0, 4, [(1, 0.1, 0.1, 0.9, 0.2)], "a whole line"),
    (1, 2, [(1, 0.3, 0.1, 0.5, 0.2)], "one of four signs"),
    (7, 8, [(1, 0.3, 0.3, 0.5, 0.4)], "a Chinese sign is as wide as two letters"),
    (3, 6, [(1, 0.7, 0.1, 0.9, 0.2), (1, 0.1, 0.3, 0.2, 0.4)], "over a line break"),
    (12, 14, [(2, 0.7, 0.2, 0.9, 0.4)], "the second cell of a form"),
    (9, 11, [(2, 0.1, 0.2, 0.3, 0.4)], "the first cell ends where it ends"),
    (9, 14, [(2, 0.1, 0.2, 0.9, 0.4)], "both cells"),
    (7, 10, [(1, 0.3, 0.3, 0.5, 0.4), (2, 0.1, 0.2, 0.2, 0.4)], "over a page break"),
    (16, 18, [], "a page with a text layer has no lines"),
    (4, 5, [], "a line break alone"),
]


@pytest.mark.parametrize(("start", "end", "wanted", "why"), PLACES)
def test_boxes(start: int, end: int, wanted: list[tuple[float, ...]], why: str) -> None:
    found = [(place.page, *(round(number, 3) for number in place.box)) for place in boxes_of(GIVEN, start, end)]
    assert found == wanted, why


def test_cache_keeps_places(tmp_path: Path) -> None:
    kept = TextCache(tmp_path, "1")
    kept.put(b"scan", GIVEN)
    again = kept.get(b"scan")
    assert again == GIVEN
    assert boxes_of(again, 0, 4) == [Place(1, (0.1, 0.1, 0.9, 0.2))]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_way_back_from_a_turned_view(quarters: int) -> None:
    pixels = np.arange(12, dtype=np.uint8).reshape(3, 4)
    view = turned(given_view(pixels), quarters)
    high, wide = view.pixels.shape[:2]
    for y in range(high):
        for x in range(wide):
            ((left, top),) = moved(np.array([[x, y]], np.float64), view.matrix)
            assert view.pixels[y, x] == pixels[round(top), round(left)]


def test_levelled_points_stand_on_one_height() -> None:
    points = np.array([[100.0, 100.0], [500.0, 120.0]])
    _, turn = levelled(np.eye(3), 0.05, (800, 1000))
    (_, one), (_, other) = moved(points, turn)
    assert one == pytest.approx(other)
    assert levelled(np.eye(3), 0.001, (800, 1000))[1].tolist() == np.eye(3).tolist(), "level enough"


def desk_photo() -> np.ndarray:
    import cv2

    photo = np.full((1200, 1000, 3), (48, 72, 98), np.uint8)
    corners = np.array([[150, 120], [860, 180], [900, 1080], [90, 1020]], np.int32)
    cv2.fillPoly(photo, [corners], (235, 238, 240))
    cv2.line(photo, (300, 400), (700, 420), (20, 20, 20), 6)
    return photo


def test_page_of_a_photo_is_laid_flat() -> None:
    view = flat_page(desk_photo())
    high, wide = view.pixels.shape[:2]
    assert 1.1 < high / wide < 1.35
    assert view.pixels[10:-10, 10:-10].mean(axis=2).min() < 60, "the print is there"
    assert np.median(view.pixels[:12]) > 200, "the desk is not"
    corner = moved(np.array([[0.0, 0.0]]), view.matrix)[0]
    assert abs(corner - (150, 120)).max() < 6
    again = shown(desk_photo(), view.matrix, (wide, high))
    assert np.array_equal(again, view.pixels)


AS_GIVEN = [
    (np.full((400, 300), 255, np.uint8), "a scan on white"),
    (np.full((400, 300, 3), 90, np.uint8), "all of one grey"),
    (np.hstack([np.full((400, 150), 60, np.uint8), np.full((400, 150), 240, np.uint8)]), "a shadow over half of it"),
]


@pytest.mark.parametrize(("pixels", "why"), AS_GIVEN)
def test_no_page_stands_out(pixels: np.ndarray, why: str) -> None:
    view = flat_page(pixels)
    assert isinstance(view, View)
    assert view.is_given, why


def test_marked_picture(tmp_path: Path) -> None:
    path = tmp_path / "页.png"
    Image.new("L", (100, 100), 255).save(path)
    png = picture_of(path, FIRST, [(0.3, 0.1, 0.5, 0.2)])
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.size == (100, 100)
        assert picture.getpixel((40, 15)) != (255, 255, 255)
        assert picture.getpixel((80, 60)) == (255, 255, 255)
    with pytest.raises(UnreadableFile, match="没有第 3 页"):
        picture_of(path, TYPED)
    (tmp_path / "文.txt").write_text("起诉书", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="没有页面图像"):
        picture_of(tmp_path / "文.txt", TYPED)


def typed_pdf(lines: list[str]) -> bytes:
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 100 700 Td {shown} ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + tail


QUOTES = [
    ("number 123", 1, "inside a line"),
    ("123 and then some more", 2, "over a line break"),
    ("not there", 0, "not on this page"),
    ("", 0, "nothing asked for"),
]


@pytest.mark.parametrize(("quote", "count", "why"), QUOTES)
def test_places_in_a_pdf_with_text(quote: str, count: int, why: str) -> None:
    content = typed_pdf(["a case with the number 123", "and then some more words"])
    places = pdf_boxes(content, 1, quote)
    assert len(places) == count, why
    for place in places:
        left, top, right, bottom = place.box
        assert 0.16 < left < right < 0.5
        assert 0.08 < top < bottom < 0.17
    with pytest.raises(UnreadableFile, match="没有第 2 页"):
        pdf_boxes(content, 2, "number")


def test_pdf_page_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "文.pdf"
    path.write_bytes(typed_pdf(["a case with the number 123"]))
    png = picture_of(path, Page(1, ""), [place.box for place in pdf_boxes(path.read_bytes(), 1, "number 123")])
    with Image.open(io.BytesIO(png)) as picture:
        colours = {colour for _, colour in picture.getcolors(10**6)}
    assert (214, 120, 0) in colours, "the edge of a mark"
