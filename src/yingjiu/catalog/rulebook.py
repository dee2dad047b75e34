"""The working rules of relief (工作细则) as dated files: which cases may be relieved (art. 7), what speaks against it (art. 8).

They only find and cite; a prosecutor decides. The version is that in force on the day the application was accepted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.condition import Element, Test, Value, load_elements, read_test, read_value
from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import Problem, UserFileError

RULEBOOKS: Final = "工作细则-*.yml"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing an article asks for, in its own words."""

    says: str
    test: Test


@dataclass(frozen=True, slots=True)
class Article:
    """An item of article 7 (all ``parts`` must hold) or of article 8 (one part: the signal)."""

    number: str
    says: str
    parts: tuple[Part, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A worked example: what is told, the items that must be met, be signalled, or hang on something not known."""

    says: str
    told: Mapping[str, Value]
    met: tuple[str, ...]
    signalled: tuple[str, ...]
    open: tuple[str, ...] | None
    line: int


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One version of the working rules."""

    name: str
    reference: str
    since: date
    conditions: tuple[Article, ...]
    exclusions: tuple[Article, ...]
    elements: Mapping[str, Element]
    file: str
    examples: tuple[RuleExample, ...] = ()


def read_rulebook(path: Path, elements: Mapping[str, Element]) -> Rulebook:
    """Read one version.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _read(path, elements))


def _read(path: Path, elements: Mapping[str, Element]) -> Rulebook:
    top = read_document(path)
    top.allow(("名称", "文号", "施行", "条件", "不予救助", "样例"))
    try:
        since = date.fromisoformat(top.text("施行", required=True))
    except ValueError:
        top.refuse("“施行”应写成 2021-12-31", "施行")
        since = date.min
    book = Rulebook(
        name=top.text("名称", required=True),
        reference=top.text("文号", required=True),
        since=since,
        conditions=tuple(_condition(part, elements) for part in top.sections("条件")),
        exclusions=tuple(_exclusion(part, elements) for part in top.sections("不予救助")),
        elements=elements,
        file=path.name,
        examples=tuple(_example(part, elements) for part in top.sections("样例")),
    )
    known = {a.number for a in (*book.conditions, *book.exclusions)}
    for example in book.examples:
        for number in (*example.met, *example.signalled, *(example.open or ())):
            if number not in known:
                top.problems.append(Problem(path.name, example.line, f"没有“{number}”这一项{nearest(number, known)}"))
    if not book.conditions or not book.exclusions:
        top.refuse("“条件”和“不予救助”都要写")
    if top.problems:
        raise UserFileError(top.problems)
    return book


def _condition(part: Section, elements: Mapping[str, Element]) -> Article:
    part.allow(("条", "说", "由人定", "须"))
    parts = []
    for one in part.sections("须"):
        one.allow(("称", "当", "除外", "任一"))
        parts.append(Part(one.text("称", required=True), read_test(one, elements)))
    if not parts:
        part.refuse("“须”下面没有写任何一项", "须")
    return Article(part.text("条", required=True), part.text("说", required=True), tuple(parts), part.yes("由人定"))


def _exclusion(part: Section, elements: Mapping[str, Element]) -> Article:
    part.allow(("条", "说", "信号"))
    says, signal = part.text("说", required=True), part.section("信号")
    signal.allow(("当", "除外", "任一"))
    return Article(part.text("条", required=True), says, (Part(says, read_test(signal, elements)),), by_hand=True)


def _example(part: Section, elements: Mapping[str, Element]) -> RuleExample:
    part.allow(("说", "有", "符合", "提示", "待核"))
    given = part.section("有")
    given.allow(elements)
    return RuleExample(
        says=part.text("说", required=True),
        told={name: read_value(given, elements[name]) for name in given.names() if name in elements},
        met=part.texts("符合"),
        signalled=part.texts("提示"),
        open=part.texts("待核") if part.data.get("待核") is not None else None,
        line=part.line,
    )


@cache
def rulebooks() -> tuple[Rulebook, ...]:
    """All versions, the newest first.

    Raises:
        UserFileError: a file is wrong.
    """
    elements = load_elements(CATALOG / "gradings" / "要素.yml")
    found = [read_rulebook(path, elements) for path in sorted((CATALOG / "law").glob(RULEBOOKS))]
    return tuple(sorted(found, key=lambda b: b.since, reverse=True))


def rulebook_on(day: date) -> Rulebook:
    """The version in force on the day of acceptance.

    Raises:
        UserFileError: the day is before the first version.
    """
    for book in rulebooks():
        if day >= book.since:
            return book
    raise UserFileError([Problem(RULEBOOKS, 0, f"{day} 当日没有施行的工作细则,请在 catalog/law 下补一份")])
