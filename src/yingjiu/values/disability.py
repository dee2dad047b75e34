"""The disability certificate number (残疾人证号): 18-character identity number + kind + grade (20 characters).

Kinds 1视力 2听力 3言语 4肢体 5智力 6精神 7多重; grades 1–4. A replacement card appends B and a count (law.md §3.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from yingjiu.values.idcard import read_id

KINDS: Final = {"1": "视力", "2": "听力", "3": "言语", "4": "肢体", "5": "智力", "6": "精神", "7": "多重"}
GRADES: Final = {"1": "一级", "2": "二级", "3": "三级", "4": "四级"}


@dataclass(frozen=True, slots=True)
class DisabilityCard:
    """What a 20-character certificate number says: id number, kind (残疾类别) and grade (残疾等级), None where unreadable."""

    id_number: str | None
    kind: str | None
    grade: str | None
    problem: str | None = None


def read_disability_card(given: object) -> DisabilityCard | None:
    """Read a certificate number; None when the cell does not hold one (20 characters, or with a B suffix)."""
    text = re.sub(r"[\s'‘’]", "", str(given or "")).upper()
    found = re.fullmatch(r"(\d{17}[\dX])([1-7])([1-4])(?:B\d*)?", text)
    if not found:
        return None
    person = read_id(found[1])
    return DisabilityCard(person.value, KINDS[found[2]], GRADES[found[3]], person.problem)
