"""Results kept by the content of the file they came from, so that nothing is recognised twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any, Protocol

from yingjiu.texts.page import Bookmark, GivenText, Line, Page


class Seal(Protocol):
    """What closes an entry so that only its owner reads it."""

    def seal(self, plain: bytes) -> bytes:
        """Close."""

    def open(self, sealed: bytes) -> bytes:
        """Open; an exception when it was closed by another or changed."""


class TextCache:
    """A folder with one small JSON file an entry, named by the SHA-256 of the file's bytes.

    An entry is written aside and renamed, so a killed run leaves no half one. A damaged entry, or one made by another
    version of the method, is a miss. The entries hold case content: they are sealed where the caller gives a seal.
    """

    def __init__(self, folder: Path, version: str, seal: Seal | None = None) -> None:
        self.folder = folder
        self.version = version
        self.seal = seal

    def get(self, content: bytes) -> GivenText | None:
        """The kept result for a file with this content, if there is a sound one."""
        try:
            kept = self._path(content).read_bytes()
            entry = json.loads(self.seal.open(kept) if self.seal else kept)
            return _given(entry) if entry["version"] == self.version else None
        except Exception:
            return None

    def put(self, content: bytes, given: GivenText) -> None:
        """Keep a result; where the folder cannot be written, it is only not kept."""
        path = self._path(content)
        entry = json.dumps({"version": self.version, **_entry(given)}, ensure_ascii=False, separators=(",", ":"))
        aside = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(self.seal.seal(entry.encode()) if self.seal else entry.encode())
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(path)
        except OSError:
            if aside is not None:
                Path(aside).unlink(missing_ok=True)

    def _path(self, content: bytes) -> Path:
        name = hashlib.sha256(content).hexdigest()
        return self.folder / name[:2] / f"{name}.json"


def _entry(given: GivenText) -> dict[str, Any]:
    return {
        "method": given.method,
        "pages": [
            [
                page.number,
                page.text,
                [[line.start, line.end, *line.box, line.confidence, line.parts, line.mended] for line in page.lines],
                page.size,
                page.way,
            ]
            for page in given.pages
        ],
        "bookmarks": [[mark.title, mark.page] for mark in given.bookmarks],
    }


def _given(entry: dict[str, Any]) -> GivenText:
    pages = []
    for number, text, rows, size, way in entry["pages"]:
        if not isinstance(text, str) or not isinstance(number, int):
            raise TypeError
        lines = tuple(
            Line(
                start,
                end,
                (left, top, right, bottom),
                sure,
                tuple((at, one, other) for at, one, other in parts),
                tuple((at, to, str(old)) for at, to, old in mended),
            )
            for start, end, left, top, right, bottom, sure, parts, mended in rows
        )
        wide, high = size
        pages.append(Page(number, text, lines, (wide, high), tuple(way)))
    bookmarks = tuple(Bookmark(str(title), int(page)) for title, page in entry.get("bookmarks", ()))
    return GivenText(tuple(pages), str(entry["method"]), bookmarks)
