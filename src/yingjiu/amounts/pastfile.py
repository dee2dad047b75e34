"""Past cases from a file (过往案件表): a table (xlsx, csv) or JSON lines; a bad row is told and the rest goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, Final

from yingjiu.amounts.pastcase import PastCase
from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.document import read_document
from yingjiu.catalog.formula import plain
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.standard import Standard
from yingjiu.intake.table import UnreadableTable, cell_text, read_sheets
from yingjiu.values.dates import read_day
from yingjiu.values.money import read_amount

MUST: Final = ("决定日期", "救助金额")
CHOSEN: Final = "选"
TOLD: Final = "要素"
_BETWEEN: Final = re.compile(r"[;；\n]+")
_LISTED: Final = re.compile(r"[、,，;；\s]+")
_UNIT: Final = re.compile(r"[(（].*?[)）]|[\s:：]")
_HEADER_ROWS: Final = 12

Row = Mapping[str, Any]


class PastFileProblem(Exception):
    """The file cannot be used; the message says in Chinese why and what to do."""


@dataclass(frozen=True, slots=True)
class PastRead:
    """What a file gives: the cases, and the rows that cannot be used, in words (row, what, why)."""

    cases: tuple[PastCase, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Headers that are read: of the record, of the standards' factors, of the elements; what stands in for a missing one."""

    columns: Mapping[str, str]
    factors: frozenset[str]
    elements: Mapping[str, Element]
    instead: Mapping[str, tuple[str, ...]]

    def of(self, header: str) -> str:
        """The name a header stands for; empty for one that is not read."""
        bare = _UNIT.sub("", header)
        return self.columns.get(bare) or (bare if bare in self.factors or bare in self.elements else "")


@cache
def _columns() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    top = read_document(CATALOG / "过往案件.yml")
    part, instead = top.section("栏目"), top.section("缺了看")
    columns = {word: name for name in part.names() for word in (name, *part.texts(name))}
    return columns, {name: instead.texts(name) for name in instead.names()}


def words_of(standards: Sequence[Standard]) -> Words:
    """The headers that some standards ask for."""
    columns, instead = _columns()
    factors = frozenset(n for s in standards for n in (*s.factors, *s.scores))
    elements = {n: e for s in standards for n, e in s.elements.items()}
    return Words(columns, factors, elements, instead)


def read_past(path: Path, words: Words) -> PastRead:
    """Read past cases.

    Raises:
        PastFileProblem: the file cannot be opened, or has no column of the day and the amount.
    """
    rows = _json_rows(path) if path.suffix.lower() in {".jsonl", ".ndjson"} else _table_rows(path, words)
    cases: list[PastCase] = []
    problems: list[str] = []
    for place, row in rows:
        made = f"不是一个 JSON 对象:{row[:30]}" if isinstance(row, str) else _case(row, words, f"{path.name} {place}")
        if isinstance(made, PastCase):
            cases.append(made)
        else:
            problems.append(f"{path.name} {place}:{made}")
    return PastRead(tuple(cases), tuple(problems))


def _json_rows(path: Path) -> Iterator[tuple[str, Row | str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise PastFileProblem(f"{path.name} 打不开,请检查路径,并存为 UTF-8 编码") from None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = line
        yield f"第{number}行", row if isinstance(row, dict) else line


def _table_rows(path: Path, words: Words) -> Iterator[tuple[str, Row | str]]:
    try:
        sheets = read_sheets(path, path.name)
    except UnreadableTable as error:
        raise PastFileProblem(f"{path.name}:{error.reason}") from None
    used = False
    for sheet in sheets:
        texts = [[cell_text(cell) for cell in row] for row in sheet.rows]
        at = _header_row(texts, words)
        if at is None:
            continue
        used = True
        names = [words.of(cell) for cell in texts[at]]
        for number, row in enumerate(texts[at + 1 :], at + 2):
            found = {name: cell for name, cell in zip(names, row, strict=False) if name and cell}
            if found and any(name in found for name in (*MUST, "案号")):
                yield f"{sheet.name}第{number}行", found
    if not used:
        raise PastFileProblem(f"{path.name} 里没有找到同时写着“决定日期”和“救助金额”的表头,请补上这两列(一行一件)")


def _header_row(texts: Sequence[Sequence[str]], words: Words) -> int | None:
    return next(
        (n for n, row in enumerate(texts[:_HEADER_ROWS]) if set(MUST) <= {words.of(cell) for cell in row}), None
    )


def _case(row: Row, words: Words, place: str) -> PastCase | str:
    """A case of a row, or what is wrong with it."""
    flat = {words.of(str(key)) or str(key): value for key, value in row.items()}
    decided, amount = _day(flat.get("决定日期")), read_amount(flat.get("救助金额"))
    if decided is None:
        return f"决定日期“{_shown(flat.get('决定日期'))}”看不懂,请写成 2023-05-01"
    if amount is None or amount < 0:
        return f"救助金额“{_shown(flat.get('救助金额'))}”不是金额,请写成 12000"
    chosen = {**_mapping(flat.get(CHOSEN)), **{n: flat[n] for n in words.factors if n in flat}}
    told_here = {**_mapping(flat.get(TOLD)), **{n: flat[n] for n in words.elements if n in flat}}
    told = {n: v for n, given in told_here.items() if n in words.elements and (v := _value(words.elements[n], given))}
    picked = tuple((name, items) for name in sorted(chosen) if (items := _items(chosen[name], _BETWEEN)))

    def text(name: str) -> str:
        for column in (name, *words.instead.get(name, ())):
            given = flat.get(column) or chosen.get(column) or told_here.get(column)
            if given:
                return "、".join(i.partition("=")[0] for i in _items(given, _BETWEEN))
        return ""

    return PastCase(
        number=text("案号") or place,
        decided=decided,
        amount=amount,
        kind=text("案件种类"),
        harm=text("损害后果"),
        tier=text("困难程度"),
        group=text("追加类别"),
        fault=text("过错"),
        township=text("乡镇"),
        sex=text("性别"),
        age=_age(flat.get("年龄")),
        registers=_items(flat.get("名册"), _LISTED),
        chosen=picked,
        told=tuple(sorted(told.items())),
        standard=text("标准"),
        officer=text("承办人"),
        name=text("姓名"),
        accepted=_day(flat.get("受理日期")),
        received=read_amount(flat.get("已得赔偿")) or Decimal(0),
        owed=read_amount(flat.get("应得赔偿")),
        claimants=_age(flat.get("申请人数")) or 1,
    )


def _mapping(given: Any) -> dict[str, Any]:
    return {str(k): v for k, v in given.items()} if isinstance(given, Mapping) else {}


def _items(given: Any, between: re.Pattern[str]) -> tuple[str, ...]:
    items = given if isinstance(given, list) else between.split(cell_text(given))
    return tuple(text for item in items if (text := cell_text(item)) and text not in {"无", "都不是", "/"})


def _value(element: Element, given: Any) -> Value:
    """A value that the element knows; None (silent) for any other, so that nothing is proposed from it."""
    text = cell_text(given)
    if element.values:
        return text if text in element.values else None
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return read_amount(text) if element.unit == "元" else None
    return number if number.is_finite() else None


def _day(given: Any) -> date | None:
    day = read_day(given)
    return date.fromisoformat(day) if day and len(day) == 10 else None


def _age(given: Any) -> int | None:
    found = re.match(r"\d{1,3}(?!\d)", cell_text(given))
    return int(found[0]) if found else None


def _shown(given: Any) -> str:
    return cell_text(given)[:20]


def past_record(case: PastCase) -> dict[str, Any]:
    """A case as the object of a JSON line, in the words that :func:`read_past` reads."""
    record: dict[str, Any] = {
        "案号": case.number,
        "姓名": case.name,
        "决定日期": case.decided.isoformat(),
        "受理日期": case.accepted.isoformat() if case.accepted else "",
        "救助金额": plain(case.amount),
        "案件种类": case.kind,
        "损害后果": case.harm,
        "困难程度": case.tier,
        "追加类别": case.group,
        "过错": case.fault,
        "乡镇": case.township,
        "性别": case.sex,
        "年龄": case.age,
        "名册": list(case.registers),
        "承办人": case.officer,
        "标准": case.standard,
        "已得赔偿": plain(case.received),
        "应得赔偿": plain(case.owed) if case.owed is not None else "",
        "申请人数": case.claimants,
        CHOSEN: {name: list(words) for name, words in case.chosen},
        TOLD: {name: plain(v) if isinstance(v, Decimal) else v for name, v in case.told},
    }
    return {name: value for name, value in record.items() if value not in ("", None, [], {})}


def past_lines(cases: Iterable[PastCase]) -> str:
    """Cases as JSON lines."""
    return "".join(json.dumps(past_record(case), ensure_ascii=False) + "\n" for case in cases)
