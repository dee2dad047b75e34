"""The journal of look-ups (查询日志): who looked, when, why; the person only as a keyed token, never by name."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from yingjiu.matching.people import Person
from yingjiu.pool.key import PoolKey
from yingjiu.values.masking import mask_text

NAME: Final = "查询日志.jsonl"


@dataclass(frozen=True, slots=True)
class Look:
    """One look-up: time, unit, user, why, how it was shown (打码, 明文, 打印)."""

    at: datetime
    unit: str
    user: str
    purpose: str
    shown: str


def person_token(key: PoolKey, person: Person | str) -> str:
    """The keyed token of a person (or of what was asked when nobody was found)."""
    said = person if isinstance(person, str) else person.id_number or f"{person.name}|{person.sex}|{person.birth}"
    return f"{key.token('journal', said) & (2**64 - 1):016x}"


def note_look(path: Path, look: Look, token: str, names: Sequence[str]) -> None:
    """Append a line; names and numbers that the user wrote into the purpose are masked.

    Raises:
        OSError: it cannot be written; then nothing may be shown.
    """
    line = {
        "time": look.at.isoformat(timespec="seconds"),
        "unit": look.unit,
        "user": look.user,
        "purpose": mask_text(look.purpose, tuple(names)),
        "person": token,
        "shown": look.shown,
    }
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
