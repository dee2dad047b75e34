"""One part of a zip package (压缩包里的一个部件) read straight from its bytes, as most Word files are plain packages.

`zipfile` lists and checks every part of a package; for the one part that is read this costs more than reading it. Here
only what is plain is read: no comment, no volumes, not encrypted, the part named once. All else is left to `zipfile`.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

_END: Final = struct.Struct("<4s4H2LH")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_HEAD: Final = struct.Struct("<4s5H3L2H")
_STORED: Final = 0
_DEFLATED: Final = 8
_PLAIN_FLAGS: Final = 0x080E
"""Flags that change nothing here: how well it was deflated, sizes told behind the data, a name in UTF-8."""


def plain_part(content: bytes, name: bytes, *, most: int) -> bytes | None:
    """The bytes of a part whose length and checksum are right; None where the package must be read with care.

    Args:
        content: the whole package.
        name: of the part, ASCII.
        most: a part that says it is longer is left to the careful way.
    """
    entry = _entry(content, name)
    if entry is None:
        return None
    _, _, _, flags, method, _, _, checksum, packed, size, *_, offset = entry
    if flags & ~_PLAIN_FLAGS or size > most or method not in {_STORED, _DEFLATED}:
        return None
    start = _data_start(content, name, offset, flags=flags, method=method)
    if start is None or start + packed > len(content):
        return None
    part = content[start : start + packed]
    if method == _DEFLATED:
        try:
            part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part, size + 1)
        except zlib.error:
            return None
    return part if len(part) == size and zlib.crc32(part) == checksum else None


def _entry(content: bytes, name: bytes) -> tuple[int, ...] | None:
    """The line of the package's list for a part that is named once."""
    at = len(content) - _END.size
    if at < 0 or not content.startswith(b"PK\x05\x06", at):
        return None
    _, disk, first_disk, here, count, length, start, comment = _END.unpack_from(content, at)
    if disk or first_disk or comment or here != count or start + length != at:
        return None
    place = content.find(name, start, at)
    if place < start + _ENTRY.size or content.find(name, place + 1, at) >= 0:
        return None
    entry = _ENTRY.unpack_from(content, place - _ENTRY.size)
    return entry if entry[0] == b"PK\x01\x02" and entry[10] == len(name) else None


def _data_start(content: bytes, name: bytes, offset: int, *, flags: int, method: int) -> int | None:
    """Where the data of a part begin, if its own head says the same as the list."""
    if offset + _HEAD.size > len(content):
        return None
    head = _HEAD.unpack_from(content, offset)
    at = offset + _HEAD.size
    if head[0] != b"PK\x03\x04" or head[2] != flags or head[3] != method or not content.startswith(name, at):
        return None
    return int(at + head[9] + head[10]) if head[9] == len(name) else None
