"""Text of a saved web page: blocks become lines, cells of a row are parted by tabs."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from yingjiu.texts.encoding import decode_text
from yingjiu.texts.page import UnreadableFile

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SILENT = frozenset({"script", "style", "head", "noscript", "template", "svg"})
_BLOCK_LIST = """
address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3
h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead
tr ul
"""
_BLOCKS = frozenset(_BLOCK_LIST.split())
_BLANKS = re.compile(r"[ \t\r\n]+")


def html_text(content: bytes) -> str:
    """The visible text of an HTML file.

    Args:
        content: the whole file; its own charset line is believed where it decodes.

    Raises:
        UnreadableFile: there is nothing visible in it, or it is no text.
    """
    source = _DECLARATION.sub("", _decode(content))
    try:
        root = lxml_html.document_fromstring(source)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise UnreadableFile("网页文件里没有文字") from None
    out: list[str] = []
    _collect(root, out)
    lines = (line.strip(" ") for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line)


def _decode(content: bytes) -> str:
    declared = _CHARSET.search(content[:2048])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80"} else name
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(content)


def _collect(root: Any, out: list[str]) -> None:
    """Depth-first without recursion: pages saved by office programs nest deeper than Python's stack."""
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in events:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _SILENT:
                events.skip_subtree()
                continue
            _open(tag, out)
            _say(node.text, out)
        else:
            if event == "end" and tag in _BLOCKS:
                out.append("\n")
            _say(node.tail, out)


def _open(tag: str, out: list[str]) -> None:
    if tag in _BLOCKS or tag == "br":
        out.append("\n")
    elif tag in {"td", "th"} and out and out[-1] != "\n":
        out.append("\t")


def _say(words: str | None, out: list[str]) -> None:
    if words:
        words = _BLANKS.sub(" ", words)
        if words != " " or (out and out[-1] not in {"\n", "\t"}):
            out.append(words)
