"""Results kept by the content of the file they came from, so that nothing is recognised twice."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from yingjiu.texts.page import GivenText, Line, Page


class TextCache:
    """A folder with one small JSON file an entry, named by the SHA-256 of the file's bytes.

    An entry is written aside and renamed, so a killed run leaves no half one. A damaged entry, or one made by another
    version of the method, is a miss. The entries hold case content: the caller gives a folder as confidential as OUT.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder
        self.version = version

    def get(self, content: bytes) -> GivenText | None:
        """The kept result for a file with this content, if there is a sound one."""
        try:
            entry = json.loads(self._path(content).read_bytes())
            return _given(entry) if entry["version"] == self.version else None
        except (OSError, ValueError, KeyError, TypeError, IndexError):
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
                file.write(entry.encode())
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
            [page.number, page.text, [[line.start, line.end, *line.box, line.confidence] for line in page.lines]]
            for page in given.pages
        ],
    }


def _given(entry: dict[str, Any]) -> GivenText:
    pages = []
    for number, text, rows in entry["pages"]:
        if not isinstance(text, str) or not isinstance(number, int):
            raise TypeError
        lines = tuple(
            Line(start, end, (left, top, right, bottom), sure) for start, end, left, top, right, bottom, sure in rows
        )
        pages.append(Page(number, text, lines))
    return GivenText(tuple(pages), str(entry["method"]))
