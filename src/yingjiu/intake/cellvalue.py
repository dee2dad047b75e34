"""One cell of a record's field → its values in closed or normal form (取值), by the type the kind's file gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from yingjiu.catalog.document import read_document
from yingjiu.catalog.kind import CATALOG, Field
from yingjiu.values.casenumber import find_case_numbers, normalise_case_number
from yingjiu.values.dates import read_day
from yingjiu.values.money import read_amount

Values = tuple[tuple[str, ...], str | None]
_NOTHING: Final = frozenset(
    {"", "无", "/", "-", "--", "—", "\\", "不详", "暂无", "未知", "空", "N/A", "NULL", "null", "None"}
)
_UNITS: Final = {"万元": 10_000, "万": 10_000, "千元": 1_000}
_CHARGE_EDGE: Final = re.compile(r"^(?:涉嫌|犯)|(?:一案|案件|案)$|\(.*?\)|（.*?）|[\s\d]+")
_CHARGE_SPLIT: Final = re.compile(r"罪(?:[、,，;；/和及与]|$)|[,，;；/\n]")
_NUMBER_SPLIT: Final = re.compile(r"(?<=号)[、,，;；/\s]+|[;；\n]")


def read_value(field: Field, text: str, unit: str = "") -> Values:
    """The values a cell gives, and a remark where it cannot be read (the field is then unknown)."""
    if text in _NOTHING:
        return (), None
    if field.type == "取值":
        return _read_closed(field, text)
    return _READERS[field.type](field, text, unit)


def _read_closed(field: Field, text: str) -> Values:
    value = field.read_value(text) or field.read_value(re.sub(r"[\s()（）“”\"]+", "", text))
    if value is None and (bare := re.sub(r"[(（].*?[)）]", "", text)) != text:
        value = field.read_value(bare.strip())
    if value is not None:
        return (value,), None
    parts = [p for p in re.split(r"[、,，;；/]", text) if p]
    several = [field.read_value(p.strip()) for p in parts]
    if len(parts) > 1 and all(several):
        return tuple(dict.fromkeys(v for v in several if v)), None
    return (), f"{field.name}“{text}”不在已知取值之内,按不明处理"


def _read_day(field: Field, text: str, _unit: str) -> Values:
    day = read_day(text)
    return ((day,), None) if day else ((), f"{field.name}“{text}”不是日期,按不明处理")


def _read_amount(field: Field, text: str, unit: str) -> Values:
    amount = read_amount(text)
    if amount is None:
        return (), f"{field.name}“{text}”不是金额,按不明处理"
    amount *= _UNITS.get(unit, 1)
    return (f"{int(amount)}" if amount == int(amount) else f"{amount.normalize():f}",), None


def _read_numbers(_field: Field, text: str, _unit: str) -> Values:
    if found := find_case_numbers(text):
        return tuple(dict.fromkeys(n for _, _, n in found)), None
    return tuple(n for p in _NUMBER_SPLIT.split(text) if (n := normalise_case_number(p))), None


def _read_charges(_field: Field, text: str, _unit: str) -> Values:
    parts = [_CHARGE_EDGE.sub("", p.strip()) for p in _CHARGE_SPLIT.split(text)]
    out: list[str] = []
    for part in (p.removesuffix("罪") for p in parts if p):
        pieces = part.split("、")
        known = _charges() if len(pieces) > 1 else frozenset()
        out += pieces if len(pieces) > 1 and part not in known and all(p in known for p in pieces) else [part]
    return tuple(dict.fromkeys(p for p in out if p)), None


@cache
def _charges() -> frozenset[str]:
    path = CATALOG / "lexicons" / "罪名.yml"
    return frozenset(read_document(path).texts("罪名")) if path.exists() else frozenset()


def _read_text(_field: Field, text: str, _unit: str) -> Values:
    return (text,), None


_READERS: Final[dict[str, Callable[[Field, str, str], Values]]] = {
    "文字": _read_text,
    "日期": _read_day,
    "金额": _read_amount,
    "案号": _read_numbers,
    "罪名": _read_charges,
}
