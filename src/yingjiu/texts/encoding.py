"""Bytes of a text file to characters: UTF-8, UTF-16, GB18030, and a guess as the last resort."""

from __future__ import annotations

import codecs

from yingjiu.texts.page import UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = "内容不像文字(编码无法识别),请另存为 UTF-8 或 GB18030 编码的文本后再放入"
_CONTROLS = dict.fromkeys(c for c in range(32) if c not in (9, 10, 12, 13))


def decode_text(content: bytes) -> str:
    """The characters of a text file.

    Args:
        content: the whole file.

    Returns:
        Its text without a byte order mark.

    Raises:
        UnreadableFile: the bytes are no text in any encoding offices use.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _strict(content, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _without_mark(content)
    if "\0" in text:
        return _without_mark(content)
    return text


def _strict(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        if name == "utf-8-sig":
            # Cut in the middle of a character: keep what can be read.
            return content.decode(name, errors="replace")
        raise UnreadableFile(_NOT_TEXT) from None


def _without_mark(content: bytes) -> str:
    if b"\0" in content:
        return _utf16_without_mark(content)
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return _guess(content)


def _utf16_without_mark(content: bytes) -> str:
    """UTF-16 as Windows programs write it; a text has many of the bytes that ASCII, Chinese and 。 share."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    name = "utf-16-le" if odd >= even else "utf-16-be"
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        raise UnreadableFile(_NOT_TEXT) from None
    if len(content) % 2 or not _looks_like_text(text):
        raise UnreadableFile(_NOT_TEXT)
    return text


def _guess(content: bytes) -> str:
    mostly = content.decode("utf-8", errors="replace")
    if mostly.count("�") * 50 <= len(mostly):
        return mostly
    mostly = content.decode("gb18030", errors="replace")
    if mostly.count("�") * 50 <= len(mostly) and _looks_like_text(mostly):
        return mostly
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None or not _looks_like_text(str(best)):
        raise UnreadableFile(_NOT_TEXT)
    return str(best)


def _looks_like_text(text: str) -> bool:
    """Few control characters and a good share of Chinese, letters, digits and blanks."""
    sample = text[:4000]
    if not sample:
        return False
    kept = sample.translate(_CONTROLS)
    known = sum("一" <= c <= "鿿" or c.isascii() or c in "，。、：；（）《》“”〔〕　" for c in kept)
    return len(kept) * 50 >= len(sample) * 49 and known * 10 >= len(kept) * 8
