"""PDF files: the text layer of each page, and a picture of the pages that have none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from yingjiu.texts.page import Bookmark, GivenText, Page, UnreadableFile
from yingjiu.texts.picture import Pixels

_ONE_AT_A_TIME = threading.RLock()
"""PDFium is not safe in several threads."""

_DPI = 200
_LONGEST_SIDE = 4000
_FEW_SIGNS = 40
"""A page with fewer signs than this and a picture over most of it is a scan with a stamped number."""
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "PDF 已加密,请去掉密码后再放入",
    pdfium.FPDF_ERR_SECURITY: "PDF 的加密方式不支持,请去掉密码后再放入",
}
_BROKEN = "PDF 不完整或已损坏,请重新导出"


def pdf_layer(content: bytes) -> list[str | None]:
    """The text layer of each page; None for a page that must be recognised from its picture.

    Raises:
        UnreadableFile: the file is encrypted, damaged or has no pages.
    """
    with _ONE_AT_A_TIME:
        document = _opened(content)
        try:
            if len(document) == 0:
                raise UnreadableFile("PDF 里没有页")
            return [_page_text(document, index) for index in range(len(document))]
        except pypdfium2.PdfiumError:
            raise UnreadableFile(_BROKEN) from None
        finally:
            document.close()


def pdf_bookmarks(content: bytes) -> tuple[Bookmark, ...]:
    """The outline of a PDF that can be opened; entries without a page or a title are left out."""
    with _ONE_AT_A_TIME:
        document = _opened(content)
        try:
            found = ((mark.get_title().strip(), mark.get_dest()) for mark in document.get_toc())
            places = [(title, dest.get_index()) for title, dest in found if title and dest is not None]
            return tuple(Bookmark(title, index + 1) for title, index in places if index is not None)
        except (pypdfium2.PdfiumError, ValueError):
            return ()
        finally:
            document.close()


def pdf_picture(content: bytes, index: int) -> Pixels:
    """One page as coloured pixels at 200 dpi (smaller for very large sheets).

    Args:
        content: the whole file.
        index: of the page, from 0.

    Raises:
        UnreadableFile: the page cannot be drawn.
    """
    with _ONE_AT_A_TIME:
        document = _opened(content)
        try:
            page = document[index]
            scale = min(_DPI / 72, _LONGEST_SIDE / max(page.get_size()))
            return np.array(page.render(scale=scale).to_numpy()[:, :, :3], dtype=np.uint8)
        except pypdfium2.PdfiumError:
            raise UnreadableFile(f"PDF 第 {index + 1} 页已损坏,无法显示") from None
        finally:
            document.close()


def pdf_signs(content: bytes, index: int) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The signs of a page's text layer, each with left, top, right, bottom as shares of the page from its upper left.

    Args:
        content: the whole file.
        index: of the page, from 0.

    Raises:
        UnreadableFile: the file is damaged or has no such page.
    """
    with _ONE_AT_A_TIME:
        document = _opened(content)
        try:
            return _signs(document[index])
        except (pypdfium2.PdfiumError, IndexError):
            raise UnreadableFile(f"PDF 没有第 {index + 1} 页,或这一页已损坏") from None
        finally:
            document.close()


def _signs(page: Any) -> list[tuple[str, tuple[float, float, float, float]]]:
    wide, high = page.get_size()
    layer = page.get_textpage()
    signs = []
    for at in range(layer.count_chars()):
        left, bottom, right, top = layer.get_charbox(at, loose=True)
        signs.append((layer.get_text_range(at, 1), (left / wide, 1 - top / high, right / wide, 1 - bottom / high)))
    return signs


def pdf_pages(content: bytes, *, ocr: Callable[[Pixels], Page] | None = None) -> GivenText:
    """All pages of a PDF, recognised where there is no text layer.

    Raises:
        UnreadableFile: as `pdf_layer`; also where a page needs recognition and none is given.
    """
    pages: list[Page] = []
    method = "pdf"
    for number, text in enumerate(pdf_layer(content), 1):
        if text is not None:
            pages.append(Page(number, text))
            continue
        if ocr is None:
            raise UnreadableFile("扫描件 PDF(没有文字层),未启用文字识别(OCR)")
        method = "ocr"
        page = ocr(pdf_picture(content, number - 1))
        pages.append(replace(page, number=number))
    return GivenText(tuple(pages), method, pdf_bookmarks(content) if len(pages) > 1 else ())


def _opened(content: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(_REASONS.get(getattr(error, "err_code", None), _BROKEN)) from None


def _page_text(document: Any, index: int) -> str | None:
    page = document[index]
    text = page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("￾", "").rstrip("\n")
    signs = sum(not sign.isspace() for sign in text)
    if signs >= _FEW_SIGNS and text.count("�") * 10 < signs:
        return str(text)
    if _is_picture(page, signs):
        return None
    return str(text)


def _is_picture(page: Any, signs: int) -> bool:
    """Whether what the page shows is a picture (any at all where there are no signs, else one over half of it)."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        if signs == 0 or (right - left) * (top - bottom) > width * height / 2:
            return True
    return False
