"""Local or from elsewhere (户籍 本地/外地): by household registration (户籍地).

The number's prefix is only a hint where the registration is silent (yueqing-4, step five).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb

from yingjiu.pool.engine import create_table

_COUNTY: Final = re.compile(r"([\u4e00-\u9fa5]{1,7}?(?:自治县|县|区|旗|市))")
_HERE: Final = re.compile(r"^(?:本地|本县|本市|本区|本辖区|辖区内|本省本县|当地|是|本籍)")
_ELSEWHERE: Final = re.compile(r"^(?:外地|外省|外县|外市|外区|非本地|非本县|非本市|辖区外|省外|市外|县外|否|外来|外籍)")


@dataclass(frozen=True, slots=True)
class Area:
    """The office's own area: names of its county as written in registrations, and its area codes."""

    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def county_of(text: str) -> str | None:
    """The county-level place in a registration: the last 县/区/市/旗 named.

    >>> county_of("江苏省某某市青山县石桥镇")
    '青山县'
    """
    found = [m[1] for m in _COUNTY.finditer(re.sub(r"^.*?(?:省|自治区)", "", text))]
    return found[-1] if found else None


def infer_area(texts: Iterable[str], numbers: Iterable[str]) -> Area:
    """The area most registrations and numbers point at, where no office folder says."""
    counties = Counter(c for t in texts if not _HERE.match(t) and not _ELSEWHERE.match(t) and (c := county_of(t)))
    codes = Counter(n[:6] for n in numbers)
    return Area(
        tuple(c for c, _ in counties.most_common(1)),
        tuple(c for c, _ in codes.most_common(1)),
    )


def is_local(text: str | None, id_number: str | None, area: Area) -> bool | None:
    """Whether a person is registered here; None when neither registration nor number tells."""
    text = re.sub(r"\s", "", text or "")
    if _ELSEWHERE.match(text):
        return False
    if _HERE.match(text) or any(name in text for name in area.names):
        return True
    if text and (county_of(text) or "省" in text):
        return False
    if text and area.names and any(name.rstrip("县市区旗") in text for name in area.names):
        return True
    if id_number and area.codes:
        return any(id_number.startswith(code) for code in area.codes)
    return None


def write_locality(con: duckdb.DuckDBPyConnection, area: Area) -> None:
    """Write 户籍 (本地 or 外地) for relief applicants; needs ``people`` opened."""
    rows = con.execute(
        "SELECT q.mention, q.id_number, json_extract_string(q.told, '$.户籍地[0]'), q.address FROM people AS q "
        "JOIN all_mentions AS m ON m.mention = q.mention WHERE m.kind = '司法救助案件' AND m.role = '救助申请人'"
    ).fetchall()
    if not area.names:
        guess = infer_area([r[2] for r in rows if r[2]], [r[1] for r in rows if r[1]])
        area = Area(guess.names, area.codes or guess.codes)
    said: list[tuple[int, str]] = []
    for mention, number, text, address in rows:
        here = is_local(text or address, number, area)
        if here is not None:
            said.append((mention, "本地" if here else "外地"))
    _insert(con, said)


def _insert(con: duckdb.DuckDBPyConnection, said: Sequence[tuple[int, str]]) -> None:
    create_table(
        con, "local_said", {"mention": "BIGINT", "value": "VARCHAR"},
        {"mention": [s[0] for s in said], "value": [s[1] for s in said]},
    )  # fmt: skip
    con.execute("INSERT INTO all_attributes SELECT mention, '户籍', value FROM local_said")
