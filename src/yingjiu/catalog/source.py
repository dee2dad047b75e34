"""Sources (数据来源): one Chinese file a list or ledger says how it is recognised and what its columns mean.

A source gives the kind of record of its rows (归为), its title words, the columns only it has, and the header
words in use for each field. Words all lists share (name, number, status, dates, totals) are in lexicons/表头.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.kind import CATALOG, Kind, Kinds, shipped_kinds
from yingjiu.catalog.problem import Problem, UserFileError

_KEYS = (
    "名称",
    "归为",
    "单位",
    "题目",
    "不含",
    "须有",
    "特征",
    "特征值",
    "号",
    "号形",
    "人",
    "列",
    "对照",
    "不用",
    "全量",
    "样例",
)
WORD_LISTS = (
    *(
        "亲属",
        "关系词",
        "状态列",
        "为是离册列",
        "为是在册列",
        "离册",
        "在册",
        "起始列",
        "停止列",
        "期满列",
        "停止原因列",
    ),
    *("备注列", "不用", "单位词", "信息词", "合计行", "落款行"),
)


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """Words of headers that every table shares: person fields, roles, and named lists of words (表头.yml)."""

    fields: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    sexes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sample:
    """An example in a source file (样例): title, header, rows, the people expected, or a table to be refused."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    expected: tuple[Mapping[str, Any], ...]
    refused: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One source.

    Attributes:
        name: as shown in intake.json.
        kind: kind of record of its rows; empty where ``groups`` chooses it row by row.
        units: words of who delivers it, seen in filing lines.
        titles: words of its title; ``not_titles`` are words that make a title another list's.
        required: alternatives of columns it cannot be without, each a tuple of fields.
        telling: fields or header words that only this list has.
        telling_values: words seen in the cells of a field.
        numbers: parts of the case numbers in its cells.
        number_forms: field of case numbers → parts of its numbers (``*``: any), first fit first, to tell a column by
            its cells.
        people: role of the kind → further words for it in headers.
        columns: field → header words (``*`` stands for anything).
        groups: kind → words in the cells of the column 群体 that mean it.
        unused: header words without use for us.
        full: whether a delivery is the full list (全量) unless its title says otherwise.
    """

    name: str
    kind: str
    units: tuple[str, ...]
    titles: tuple[str, ...]
    not_titles: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]
    telling: tuple[str, ...]
    telling_values: Mapping[str, tuple[str, ...]]
    numbers: tuple[str, ...]
    number_forms: Mapping[str, tuple[str, ...]]
    people: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]
    full: bool
    samples: tuple[Sample, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources of a catalogue and the words they share."""

    sources: Mapping[str, Source]
    words: HeaderWords


def read_source(path: Path, kinds: Kinds) -> Source:
    """Read one source file.

    Raises:
        UserFileError: with every problem of the file.
    """
    top = read_document(path)
    top.allow(_KEYS)
    name, kind_name = top.text("名称", required=True), top.text("归为")
    groups = _word_map(top.section("对照"))
    if bool(kind_name) == bool(groups):
        top.refuse("“归为”(整表一类)和“对照”(按一列分类)要写一个,也只能写一个", "归为")
    kind = kinds.kinds.get(kind_name)
    for word in (*((kind_name,) if kind_name else ()), *groups):
        if word not in kinds.kinds:
            top.refuse(f"没有“{word}”这一类记录{nearest(word, kinds.kinds)}", "归为" if word == kind_name else "对照")
    columns, people = _word_map(top.section("列")), _word_map(top.section("人"))
    if kind:
        _check_names(top, kind, {**columns, **_word_map(top.section("号形"))}, people)
    source = Source(
        name=name,
        kind=kind_name,
        units=top.texts("单位"),
        titles=top.texts("题目"),
        not_titles=top.texts("不含"),
        required=tuple(tuple(text.split("或")) for text in top.texts("须有")),
        telling=top.texts("特征"),
        telling_values=_word_map(top.section("特征值")),
        numbers=top.texts("号"),
        number_forms=_word_map(top.section("号形")),
        people=people,
        columns=columns,
        groups=groups,
        unused=top.texts("不用"),
        full=top.yes("全量", default=True),
        samples=tuple(_read_sample(s) for s in top.sections("样例")),
    )
    if not source.samples:
        top.refuse("缺少“样例”:至少写一张认得的表", "样例")
    if top.problems:
        raise UserFileError(top.problems)
    return source


def _check_names(top: Section, kind: Kind, columns: Mapping[str, Any], people: Mapping[str, Any]) -> None:
    section = top.section("列")
    for name in columns:
        if name not in kind.fields:
            section.refuse(f"“{name}”不是“{kind.name}”的字段{nearest(name, kind.fields)}", name)
    section = top.section("人")
    for role in people:
        if role not in kind.roles:
            section.refuse(f"“{kind.name}”里没有“{role}”{nearest(role, kind.roles)}", role)


def _word_map(section: Section) -> dict[str, tuple[str, ...]]:
    return {key: section.texts(key) for key, _ in section.items()}


def _read_sample(section: Section) -> Sample:
    section.allow(("题目", "表头", "行", "得", "不应认作"))
    rows = section.data.get("行") or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        section.refuse("“行”应写成一行一个方括号:- [张三, …]", "行")
        rows = []
    expected = tuple(dict(s.items()) for s in section.sections("得"))
    cells = tuple(tuple("" if c is None else str(c) for c in row) for row in rows)
    return Sample(section.text("题目"), section.texts("表头"), cells, expected, section.yes("不应认作"))


def read_header_words(path: Path) -> HeaderWords:
    """Read the shared header words.

    Raises:
        UserFileError: with every problem of the file.
    """
    top = read_document(path)
    top.allow(("字段", "角色", "性别", *WORD_LISTS))
    lists = {name: top.texts(name) for name in WORD_LISTS}
    for name, words in lists.items():
        if not words:
            top.refuse(f"缺少“{name}”", name)
    fields, roles, sexes = (_word_map(top.section(key)) for key in ("字段", "角色", "性别"))
    if top.problems:
        raise UserFileError(top.problems)
    return HeaderWords(fields, roles, lists, sexes)


def load_sources(kinds: Kinds, extra: tuple[Path, ...] = ()) -> Sources:
    """All shipped sources, with those of an office's own folders added; the office's file of one name wins.

    Raises:
        UserFileError: with the problems of every file.
    """
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    for folder in (CATALOG, *extra):
        for path in sorted((folder / "sources").rglob("*.yml")):
            try:
                source = read_source(path, kinds)
            except UserFileError as error:
                problems += error.problems
                continue
            sources[source.name] = source
    words = read_header_words(CATALOG / "lexicons" / "表头.yml")
    if problems:
        raise UserFileError(problems)
    return Sources(sources, words)


@cache
def shipped_sources() -> Sources:
    """The sources that ship with the package, read once."""
    return load_sources(shipped_kinds())
