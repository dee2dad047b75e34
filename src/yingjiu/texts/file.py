"""One file to its given text: what it is by its content first, by its suffix second."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from yingjiu.texts.docx import docx_text
from yingjiu.texts.encoding import decode_text
from yingjiu.texts.html import html_text
from yingjiu.texts.page import GivenText, Page, UnreadableFile

if TYPE_CHECKING:
    from yingjiu.texts.picture import Pixels

Recognise = Callable[["Pixels"], Page]
"""From the pixels of an upright picture to its page; `texts.ocr.Recogniser` is one."""

PAPER_SUFFIXES = frozenset(
    {".docx", ".txt", ".html", ".htm", ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".doc", ".wps"}
)
"""Files that are papers; .doc and .wps are read only where LibreOffice is installed."""

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "docx"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old"),
    (b"{\\rtf", "old"),
)
_OFFICE_SECONDS = 120
_NO_OFFICE = "旧版 Word/WPS 文件,本机没有 LibreOffice,无法转换;请用 Word 或 WPS 另存为 docx 后再放入"


def file_kind(content: bytes, suffix: str) -> str:
    """What a file is: 'docx', 'txt', 'html', 'pdf', 'picture' or 'old' (.doc, .wps, .rtf).

    Args:
        content: the whole file or its first kilobytes.
        suffix: of its name, with the dot; decides only where the content does not.
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(b"BM") and suffix.lower() == ".bmp":
        return "picture"
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (suffix.lower() in {".html", ".htm"} and b"<" in head):
        return "html"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "txt"


def read_file(path: Path, *, ocr: Recognise | None = None) -> GivenText:
    """The given text of one file.

    Args:
        path: the file.
        ocr: recognises a picture; without it, pictures and scanned PDFs are unreadable.

    Raises:
        UnreadableFile: with a Chinese reason; the file's content is never in it.
    """
    return read_content(load(path), path.suffix, ocr=ocr)


def load(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: it is missing, empty or not to be opened.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("文件不存在") from None
    except PermissionError:
        raise UnreadableFile("没有读取该文件的权限") from None
    except OSError:
        raise UnreadableFile("文件打不开,请检查磁盘或重新拷贝") from None
    if not content:
        raise UnreadableFile("文件是空的(0 字节)")
    return content


def read_content(content: bytes, suffix: str = "", *, ocr: Recognise | None = None) -> GivenText:
    """The given text of a file in memory; arguments and errors as `read_file`."""
    kind = file_kind(content, suffix)
    if kind == "pdf":
        from yingjiu.texts.pdf import pdf_pages

        return pdf_pages(content, ocr=ocr)
    if kind == "picture":
        return _picture(content, ocr)
    if kind == "old":
        return read_content(_converted(content, suffix), ".docx", ocr=ocr)
    text, method = _TEXTS[kind](content), kind
    if suffix.lower() in PICTURE_SUFFIXES and kind == "txt":
        raise UnreadableFile("图片已损坏或不是图片,请重新扫描或导出")
    if not text.strip():
        raise UnreadableFile("文件里没有文字")
    return GivenText((Page(1, unicodedata.normalize("NFC", text) if "\u0300" in text else text),), method)


_TEXTS: dict[str, Callable[[bytes], str]] = {"docx": docx_text, "html": html_text, "txt": decode_text}


def _picture(content: bytes, ocr: Recognise | None) -> GivenText:
    from yingjiu.texts.picture import picture_frames

    if ocr is None:
        raise UnreadableFile("扫描图片,未启用文字识别(OCR)")
    pages = tuple(
        replace(page, number=number) for number, page in enumerate((ocr(frame) for frame in picture_frames(content)), 1)
    )
    return GivenText(pages, "ocr")


def _converted(content: bytes, suffix: str) -> bytes:
    """A legacy file as docx, by LibreOffice in its own profile and folder."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableFile(_NO_OFFICE)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / f"old{suffix if suffix.lower() in {'.doc', '.wps', '.rtf'} else '.doc'}"
        old.write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(old)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_OFFICE_SECONDS)  # noqa: S603
            return (Path(folder) / "old.docx").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise UnreadableFile("旧版 Word/WPS 文件转换失败,请用 Word 或 WPS 另存为 docx 后再放入") from None
