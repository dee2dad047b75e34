"""The folder of a workbench （工作台文件夹）: its database and the secret that signs sessions and the journal."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from yingjiu.pool.atomic import write_whole

SECRET: Final = "secret"  # noqa: S105 - the name of a file


def make_folder(folder: Path) -> None:
    """Make the folder and its secret; what is there stays."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / SECRET
    if not path.exists():
        write_whole(path, secrets.token_urlsafe(48))
        path.chmod(0o600)


def read_secret(folder: Path) -> str:
    """The folder's secret; without one a passing secret, good for tests and for commands that serve nobody."""
    path = folder / SECRET
    return path.read_text(encoding="utf-8").strip() if path.is_file() else secrets.token_urlsafe(48)
