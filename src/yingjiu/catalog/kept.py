"""Parsed YAML kept as JSON by its content (解析结果的缓存): YAML is slow to read and the catalogue rarely changes.

Only catalogue files pass here, never personal data. A damaged or missing entry is a miss; nothing fails when nothing can be kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from yingjiu.catalog.problem import UserFileError

T = TypeVar("T")
_FRESH = [False]


def kept_folder() -> Path:
    """The user's own cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yingjiu" / "catalog"


def parse_once(raw: str, parse: Callable[[str], Any]) -> Any:
    """What ``parse`` gives for ``raw``, as plain JSON values when it was kept before."""
    if _FRESH[0]:
        return parse(raw)
    path = kept_folder() / f"{hashlib.sha256(raw.encode()).hexdigest()}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        pass
    data = parse(raw)
    with contextlib.suppress(OSError, TypeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_text(json.dumps(data, ensure_ascii=False, default=str), encoding="utf-8")
        temporary.replace(path)
    return data


def with_lines(load: Callable[[], T]) -> T:
    """Run a loader; where it finds problems, once more from the YAML itself, so that they name their lines.

    Raises:
        UserFileError: what the loader found.
    """
    try:
        return load()
    except UserFileError:
        if _FRESH[0]:
            raise
        _FRESH[0] = True
        try:
            return load()
        finally:
            _FRESH[0] = False
