"""A mark of the code and words that read files (读取规则的版本): when it changes, files are read again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

READERS = ("values", "texts", "intake", "reading", "catalog/kinds", "catalog/sources", "catalog/lexicons")


def mark_of(folders: tuple[Path, ...]) -> str:
    """A mark over all code and catalogue files below these folders."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".yml"}:
                digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


@cache
def reader_mark() -> str:
    """The mark of everything that turns a file into facts."""
    home = Path(__file__).parent
    return mark_of(tuple(home / name for name in READERS))
