"""One part of a package: the quick way gives what ``zipfile`` gives, or leaves it to ``zipfile``."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.texts.docx import docx_text
from yingjiu.texts.package import plain_part
from yingjiu.texts.page import UnreadableFile

NAME = "word/document.xml"
PART = b"<w:document>" + b"<w:p/>" * 300 + b"</w:document>"


def pack(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as package:
        for name, content in parts:
            package.writestr(name, content)
        package.comment = comment
    return memory.getvalue()


GOOD = pack(("[Content_Types].xml", b"<Types/>"), (NAME, PART), ("word/styles.xml", b"<w/>"))


ROWS: list[tuple[str, bytes, bytes | None]] = [
    ("a plain package", GOOD, PART),
    ("a part that is not squeezed", pack((NAME, PART), method=zipfile.ZIP_STORED), PART),
    ("an empty part", pack((NAME, b"")), b""),
    ("another way of squeezing", pack((NAME, PART), method=zipfile.ZIP_BZIP2), None),
    ("a comment behind the list", pack((NAME, PART), comment=b"hello"), None),
    ("something before the package", b"xx" + GOOD, None),
    ("the part named twice", pack((NAME, PART), (NAME + ".bak", PART)), None),
    ("a longer name that ends alike", pack(("x" + NAME, PART)), None),
    ("no such part", pack(("a.xml", PART)), None),
    ("nothing", b"", None),
    ("cut short", GOOD[:-30], None),
    ("longer than asked for", pack((NAME, b"x" * 200_000)), None),
    ("a wrong checksum", GOOD.replace(struct.pack("<L", zipfile.crc32(PART)), b"\1\2\3\4"), None),
]


@pytest.mark.parametrize(("reason", "content", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_parts(reason: str, content: bytes, expected: bytes | None) -> None:
    assert plain_part(content, NAME.encode(), most=100_000) == expected, reason


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6), st.integers(0, 60))
def test_a_damaged_package_never_reads_as_something_else(flips: list[tuple[int, int]], cut: int) -> None:
    content = bytearray(GOOD)
    for at, value in flips:
        content[at] = value
    part = plain_part(bytes(content[: len(content) - (cut if cut < 30 else 0)]), NAME.encode(), most=100_000)
    assert part in {None, PART, b"<Types/>", b"<w/>"}


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(b"<w:p/>" * 1_000_000, id="a few kilobytes that would fill the memory"),
        pytest.param(bytes(30_000_000), id="nothing but zeros"),
        pytest.param(b"<w:p/>" * 12_000_000, id="longer than any paper"),
    ],
)
def test_bombs_are_told(part: bytes) -> None:
    with pytest.raises(UnreadableFile, match="Word"):
        docx_text(pack((NAME, part)))


def test_entities_are_not_blown_up() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈" * 10}">' for n in range(9))
    part = f'<!DOCTYPE x [{laughs}]><w:document xmlns:w="w"><w:p w:x="&a8;"/></w:document>'
    with pytest.raises(UnreadableFile, match="Word"):
        docx_text(pack((NAME, part.encode())))
