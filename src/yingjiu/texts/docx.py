"""Text of a Word file: paragraphs, table cells, tabs and breaks, straight from its main part."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from yingjiu.texts.package import plain_part
from yingjiu.texts.page import UnreadableFile

_MAIN = "word/document.xml"
_MAIN_TYPE = re.compile(rb'PartName="/([^"]+)"[^>]*document(?:\.macroEnabled)?\.main\+xml')
_MOST_BYTES = 64 * 1024 * 1024
_MOST_SWOLLEN = 200
"""Times a large main part may grow when unpacked; text with its marks grows ten to thirty times, a bomb a thousand."""
_LARGE = 4 * 1024 * 1024
_OFTEN_BOXED = (b"txbxContent", b"AlternateContent")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)


def docx_text(content: bytes) -> str:
    """The running text of a .docx file.

    Paragraphs end with a line break, cells of a table row are parted by tabs, a cell's paragraphs by line breaks.
    Deleted and hidden field text is left out; headers and footers too (page numbers, filing marks).

    Args:
        content: the whole file.

    Raises:
        UnreadableFile: the package is damaged, holds no document, or is unreasonably large.
    """
    try:
        root = etree.fromstring(_main_part(content), _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableFile("Word 文件的正文已损坏,请用 Word 或 WPS 打开修复后另存") from None
    if root is None or not isinstance(root.tag, str) or not root.tag.endswith("}document"):
        raise UnreadableFile("Word 文件里没有正文,请用 Word 或 WPS 打开后另存为 docx")
    return _running_text(root)


def _main_part(content: bytes) -> bytes:
    part = plain_part(content, _MAIN.encode(), most=_LARGE)
    return _with_boxes_last(part if part is not None else _careful_part(content))


def _careful_part(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.NameToInfo
            name = _MAIN if _MAIN in names else _named_main_part(package)
            _check_size(names[name])
            return package.read(name)
    except KeyError:
        raise UnreadableFile("不是 Word 文件:压缩包里没有正文") from None
    except RuntimeError:
        raise UnreadableFile("Word 文件已加密,请去掉密码后再放入") from None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError):
        raise UnreadableFile("Word 文件不完整或已损坏,请重新导出或另存") from None


def _check_size(part: zipfile.ZipInfo) -> None:
    """Refuse a part that would fill the memory."""
    if part.file_size > _MOST_BYTES:
        raise UnreadableFile("Word 文件的正文过大,请拆分后再放入")
    if part.file_size > _LARGE and part.file_size > _MOST_SWOLLEN * part.compress_size:
        raise UnreadableFile("Word 文件的压缩不合常理(可能已损坏或不是文书),没有打开;请用 Word 或 WPS 另存后再放入")


def _named_main_part(package: zipfile.ZipFile) -> str:
    found = _MAIN_TYPE.search(package.read("[Content_Types].xml"))
    if found is None:
        raise KeyError(_MAIN)
    return found.group(1).decode("utf-8", errors="replace")


def _with_boxes_last(xml: bytes) -> bytes:
    """The same part with each text box once, after the paragraph it floats on (Word stores it twice, inside)."""
    if not any(mark in xml for mark in _OFTEN_BOXED):
        return xml
    root = etree.fromstring(xml, _PARSER)
    for fallback in list(root.iter("{*}Fallback")):
        fallback.getparent().remove(fallback)
    for box in list(root.iter("{*}txbxContent")):
        holder = next((a for a in box.iterancestors("{*}p")), None)
        if holder is None:
            continue
        for paragraph in reversed(list(box.iterchildren("{*}p", "{*}tbl"))):
            holder.addnext(paragraph)
    return bytes(etree.tostring(root))


def _running_text(root: Any) -> str:
    space = root.tag[: root.tag.index("}") + 1]
    paragraph, text = space + "p", space + "t"
    row, cell = space + "tr", space + "tc"
    marks = {
        space + "tab": "\t",
        space + "ptab": "\t",
        space + "br": "\n",
        space + "cr": "\n",
        space + "noBreakHyphen": "-",
    }
    out: list[str] = []
    tabs = space + "tabs"
    before = ""
    for node in root.iter(text, paragraph, row, cell, *marks):
        tag = node.tag
        if tag == text:
            out.append(node.text or "")
        elif tag == paragraph:
            out.append(before or "\n")
            before = ""
        elif tag == cell:
            before = "\t" if before != "\n" else "\n"
        elif tag == row:
            before = "\n"
        elif node.getparent().tag != tabs:
            out.append(marks[tag])
    return "".join(out)[1:]
