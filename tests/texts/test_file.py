"""Files of every kind to given text, and clear reasons for those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import numpy as np
import pytest
from PIL import Image

from yingjiu.texts.encoding import decode_text
from yingjiu.texts.file import PAPER_SUFFIXES, file_kind, read_content, read_file
from yingjiu.texts.page import GivenText, Page, UnreadableFile
from yingjiu.texts.picture import Pixels, picture_frames, strips

WORDS = "被害人张某，女，住某县。"

ENCODINGS = [
    ("utf-8", "plain"),
    ("utf-8-sig", "Windows notepad"),
    ("gb18030", "older office programs"),
    ("utf-16", "notepad's Unicode"),
    ("utf-16-le", "without a mark"),
]


@pytest.mark.parametrize(("name", "why"), ENCODINGS)
def test_encodings(name: str, why: str) -> None:
    assert decode_text((WORDS * 3 + "ok\n").encode(name)) == WORDS * 3 + "ok\n", why


def test_cut_in_the_middle_of_a_sign_still_reads() -> None:
    assert decode_text((WORDS * 20).encode()[:-1]).startswith(WORDS * 19)


def test_no_text_at_all() -> None:
    with pytest.raises(UnreadableFile, match="编码"):
        decode_text(bytes(range(256)) * 8)


def docx_bytes() -> bytes:
    paper = docx.Document()
    paper.add_paragraph("起诉书")
    paper.add_paragraph("第一\t格").add_run("后文")
    table = paper.add_table(rows=2, cols=2)
    for number, words in enumerate(["姓名", "张某", "简要案情", "第一段"]):
        table.cell(number // 2, number % 2).text = words
    table.cell(1, 1).add_paragraph("第二段")
    paper.add_paragraph("落款")
    memory = io.BytesIO()
    paper.save(memory)
    return memory.getvalue()


def test_docx() -> None:
    given = read_content(docx_bytes(), ".docx")
    assert given.text == "起诉书\n第一\t格后文\n姓名\t张某\n简要案情\t第一段\n第二段\n落款"
    assert given.method == "docx"


def docx_with(body: str) -> bytes:
    memory = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(memory, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>',
        )
    return memory.getvalue()


BODIES = [
    ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", "甲\n乙", "a break"),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", "甲", "a tab stop is no tab"),
    (
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
        "新",
        "edits",
    ),
    (
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>",
        "前后\n框",
        "a text box is said once, after its paragraph",
    ),
]


@pytest.mark.parametrize(("body", "wanted", "why"), BODIES)
def test_docx_parts(body: str, wanted: str, why: str) -> None:
    assert read_content(docx_with(body), ".docx").text == wanted, why


HTML = [
    ("<html><body><p>甲</p><p>乙<br>丙</p></body></html>", "甲\n乙\n丙", "blocks and breaks"),
    (
        "<html><head><title>题</title><style>p{}</style></head><body>甲<script>x</script>乙</body></html>",
        "甲乙",
        "silent",
    ),
    (
        "<html><table><tr><td>姓名</td><td>张某</td></tr><tr><td>性别</td></tr></table></html>",
        "姓名\t张某\n性别",
        "cells",
    ),
    ("<!DOCTYPE html><html><body><div>甲\n  乙</div><!-- 注 -->丙</body></html>", "甲 乙\n丙", "blanks and comments"),
]


@pytest.mark.parametrize(("page", "wanted", "why"), HTML)
def test_html(page: str, wanted: str, why: str) -> None:
    given = read_content(page.encode(), ".html")
    assert (given.text, given.method) == (wanted, "html"), why


def test_html_in_gbk() -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>被害人</p></body></html>'
    assert read_content(page.encode("gbk"), ".htm").text == "被害人"


def test_content_decides_before_the_suffix() -> None:
    assert read_content(docx_bytes(), ".txt").method == "docx"
    assert file_kind(b"%PDF-1.4", ".jpg") == "pdf"
    assert file_kind(b"\xff\xd8\xff\xe0", ".pdf") == "picture"
    assert file_kind(WORDS.encode(), ".docx") == "txt"


def png(pixels: Pixels) -> bytes:
    memory = io.BytesIO()
    Image.fromarray(pixels).save(memory, "PNG")
    return memory.getvalue()


WHITE = np.full((60, 40), 255, np.uint8)

UNREADABLE = [
    (b"", ".txt", "空", "empty"),
    (b" \n\n ", ".txt", "没有文字", "blank"),
    (docx_bytes()[:3000], ".docx", "损坏", "cut short"),
    (b"PK\x05\x06" + bytes(18), ".docx", "不是 Word", "an empty archive"),
    (docx_with("<w:p/>"), ".docx", "没有文字", "a document without words"),
    (b"%PDF-1.4\nnothing", ".pdf", "损坏", "damaged PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc", "旧版", "legacy Word"),
    (png(WHITE)[:60], ".png", "不完整", "picture cut short"),
    (b"not a picture", ".jpg", "图片", "no picture"),
    (b"<html></html>", ".html", "没有文字", "empty page"),
]


@pytest.mark.parametrize(("content", "suffix", "reason", "why"), UNREADABLE, ids=[row[3] for row in UNREADABLE])
def test_unreadable(content: bytes, suffix: str, reason: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / f"案卷{suffix}"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_file(path, ocr=lambda _: Page(1, "认出的字"))
    assert caught.value.reason, why


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="不存在"):
        read_file(tmp_path / "无.txt")


def test_picture_without_recognition() -> None:
    with pytest.raises(UnreadableFile, match="OCR"):
        read_content(png(WHITE), ".png")


def test_scanned_pdf_is_recognised_page_by_page() -> None:
    memory = io.BytesIO()
    sheets = [Image.new("L", (400, 500), shade) for shade in (255, 200)]
    sheets[0].save(memory, "PDF", save_all=True, append_images=sheets[1:])
    shapes = []

    def ocr(pixels: Pixels) -> Page:
        shapes.append(pixels.ndim)
        return Page(1, f"第{len(shapes)}张")

    given = read_content(memory.getvalue(), ".pdf", ocr=ocr)
    assert (given.text, given.method, shapes) == ("第1张\n第2张", "ocr", [3, 3])
    assert [page.number for page in given.pages] == [1, 2]


def test_page_of() -> None:
    given = GivenText((Page(1, "一二"), Page(2, ""), Page(3, "五六")), "pdf")
    assert given.text == "一二\n\n五六"
    assert [given.page_of(at) for at in range(7)] == [1, 1, 1, 2, 3, 3, 3]


def test_picture_is_turned_as_its_mark_says() -> None:
    memory = io.BytesIO()
    picture = Image.new("RGB", (30, 20), "white")
    mark = Image.Exif()
    mark[274] = 6
    picture.save(memory, "JPEG", exif=mark)
    (frame,) = picture_frames(memory.getvalue())
    assert frame.shape == (30, 20, 3)


def test_strip_is_cut_between_lines() -> None:
    strip = np.full((4200, 1000), 255, np.uint8)
    for top in range(20, 4120, 60):
        strip[top : top + 40, 100:900] = 0
    pieces = strips(strip)
    assert len(pieces) == 3
    assert sum(len(piece) for _, piece in pieces) == 4200
    assert all(not (piece[0] < 128).any() and not (piece[-1] < 128).any() for _, piece in pieces)
    assert len(strips(WHITE)) == 1


def test_paper_suffixes() -> None:
    assert {".docx", ".txt", ".html", ".htm", ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".bmp"} <= PAPER_SUFFIXES
