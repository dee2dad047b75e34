"""One setting says which database holds the workbench: nothing for SQLite in its folder, an address for PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

WAIT: Final = 20
"""Seconds that a writer waits for another; with IMMEDIATE no transaction fails half-way because it began as a reader."""


def database_setting(address: str, folder: Path) -> dict[str, Any]:
    """Django's setting for an address such as ``postgres://user:word@host:5432/name``; empty: SQLite in ``folder``.

    Raises:
        ValueError: the address is of no database known here, in Chinese.

    >>> database_setting("postgres://u:p@h:5433/n", Path())["PORT"]
    '5433'
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(folder / "workbench.sqlite3"),
            "OPTIONS": {
                "timeout": WAIT,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("数据库地址应写成 postgres://用户：口令@主机：5432/库名；不写就用本机的 SQLite")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
