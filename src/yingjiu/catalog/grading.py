"""Grading files (判定表): a table read from the top gives a lead its colour; each row says what must hold and why.

By construction a graver fact never lowers the colour: rows go from 红 to 黄, and a row may not turn a graver value away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.condition import (
    Element,
    Test,
    Told,
    Value,
    is_toward_grave,
    judge,
    read_test,
    read_value,
)
from yingjiu.catalog.document import Section, read_document
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.named import load_named
from yingjiu.catalog.problem import Problem, UserFileError

COLOURS: Final = ("红", "橙", "黄")
"""From the most urgent to the least."""
LEAST_EXAMPLES: Final = 5
ELEMENTS: Final = "要素.yml"
DEGREES: Final = "困难程度.yml"
URGENCY: Final = "轻重.yml"
TAKINGS: Final = "取值.yml"
ASIDE: Final = frozenset({ELEMENTS, DEGREES, URGENCY, TAKINGS})
"""Files of the folder that are no grading tables."""
_WORDS: Final = (
    "名称", "依据", "次序", "适用", "没写到", "封顶", "判定", "提示", "救助点", "救助方式", "样例", "取代",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    colour: str
    test: Test
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Silence:
    """What silence means for some charges or sorts of case that touch nobody's body; with neither, for the whole table."""

    charges: frozenset[str]
    test: Test
    told: Mapping[str, Value]

    @property
    def always(self) -> bool:
        """Whether it is of the whole table."""
        return not self.charges and not any(self.test.conditions())


@dataclass(frozen=True, slots=True)
class Hint:
    """A prompt shown beside the colour where its test holds; it decides nothing."""

    test: Test
    says: str


@dataclass(frozen=True, slots=True)
class GradingExample:
    """A worked example: what is told, the colour it must give, the elements left to verify (None: not checked)."""

    says: str
    told: Mapping[str, Value]
    colour: str
    verify: tuple[str, ...] | None
    line: int


@dataclass(frozen=True, slots=True)
class Tree:
    """One grading file; ``charges`` empty: the common scale for leads that no other file takes.

    ``caps`` (封顶) hold the colour down where they surely hold: a case relieved once is not relieved again.
    """

    name: str
    basis: str
    order: int
    charges: frozenset[str]
    applies: Test
    silences: tuple[Silence, ...]
    caps: tuple[Row, ...]
    rows: tuple[Row, ...]
    hints: tuple[Hint, ...]
    stage: Mapping[str, str]
    relief: Mapping[str, str]
    examples: tuple[GradingExample, ...]
    elements: Mapping[str, Element]
    file: str

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of all elements its rows and caps ask for."""
        return tuple(dict.fromkeys(c.element for row in (*self.rows, *self.caps) for c in row.test.conditions()))

    def presumed(self, charges: Iterable[str], told: Told) -> dict[str, Value]:
        """What silence means for a lead with these charges, of which this is told."""
        named = set(charges)
        fitting = [
            one
            for one in self.silences
            if (not one.charges or named & one.charges) and judge(one.test, told, self.elements)
        ]
        return {k: v for one in fitting for k, v in one.told.items()}


def read_tree(path: Path, elements: Mapping[str, Element]) -> Tree:
    """Read one grading file.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _read(path, elements))


def _read(path: Path, elements: Mapping[str, Element]) -> Tree:
    top = read_document(path)
    top.allow(_WORDS)
    silences = tuple(_silence(part, elements) for part in top.sections("没写到"))
    elements = {
        **elements,
        **{n: replace(elements[n], silent=v) for s in silences if s.always for n, v in s.told.items()},
    }
    rows = tuple(_row(part, elements) for part in top.sections("判定"))
    _check_rows(top, rows)
    applies = top.section("适用")
    applies.allow(("罪名", "当", "除外", "任一"))
    order = top.text("次序") or "100"
    if not order.isdigit():
        top.refuse("“次序”应写一个整数", "次序")
        order = "100"
    examples = tuple(_example(part, elements) for part in top.sections("样例"))
    colours = [e.colour for e in examples]
    if len(examples) < LEAST_EXAMPLES or any(c not in colours for c in COLOURS):
        top.refuse(f"样例至少写 {LEAST_EXAMPLES} 个,红、橙、黄都要有", "样例")
    tree = Tree(
        name=top.text("名称", required=True),
        basis=top.text("依据", required=True),
        order=int(order),
        charges=frozenset(applies.texts("罪名")),
        applies=read_test(applies, elements),
        silences=silences,
        caps=tuple(_cap(part, elements) for part in top.sections("封顶")),
        rows=rows,
        hints=tuple(_hint(part, elements) for part in top.sections("提示")),
        stage=_by_colour(top, "救助点"),
        relief=_by_colour(top, "救助方式"),
        examples=examples,
        elements=elements,
        file=path.name,
    )
    if top.problems:
        raise UserFileError(top.problems)
    return tree


def _row(part: Section, elements: Mapping[str, Element]) -> Row:
    part.allow(("颜色", "当", "除外", "任一", "因"))
    colour = part.text("颜色", required=True)
    if colour not in COLOURS:
        part.refuse("“颜色”只能写 红、橙、黄", "颜色")
    test = read_test(part, elements)
    for condition in (*test.all, *(c for group in test.any for c in group)):
        if elements[condition.element].ranked and not is_toward_grave(condition, elements[condition.element]):
            part.refuse(f"“{condition.element}”要把更重的取值也写上,否则情况更重反而降级", "当")
    for condition in test.none:
        if not is_toward_grave(condition, elements[condition.element], excluded=True):
            part.refuse(f"“除外”里的“{condition.element}”要把更轻的取值也写上,否则情况更重反而降级", "除外")
    return Row(colour, test, part.text("因"), part.line)


def _cap(part: Section, elements: Mapping[str, Element]) -> Row:
    part.allow(("颜色", "当", "除外", "任一", "因"))
    colour = part.text("颜色", required=True)
    if colour not in COLOURS:
        part.refuse("“颜色”只能写 红、橙、黄", "颜色")
    test = read_test(part, elements)
    for condition in (*test.all, *(c for group in test.any for c in group)):
        if not is_toward_grave(condition, elements[condition.element], excluded=True):
            part.refuse(f"“封顶”里的“{condition.element}”要把更轻的取值也写上,否则情况更重反而降级", "当")
    for condition in test.none:
        if not is_toward_grave(condition, elements[condition.element]):
            part.refuse(f"“封顶”的“除外”里的“{condition.element}”要把更重的取值也写上", "除外")
    if not any(test.conditions()):
        part.refuse("“封顶”要写明什么情况下封顶", "当")
    return Row(colour, test, part.text("因", required=True), part.line)


def _silence(part: Section, elements: Mapping[str, Element]) -> Silence:
    part.allow(("罪名", "当", "除外", "任一", "当作"))
    given = part.section("当作")
    given.allow(elements)
    told = {name: read_value(given, elements[name]) for name in given.names() if name in elements}
    return Silence(frozenset(part.texts("罪名")), read_test(part, elements), told)


def _check_rows(top: Section, rows: tuple[Row, ...]) -> None:
    ranks = [COLOURS.index(r.colour) for r in rows if r.colour in COLOURS]
    if ranks != sorted(ranks):
        top.refuse("“判定”要先写红,再写橙,再写黄", "判定")
    if not rows or rows[-1].colour != COLOURS[-1] or any(rows[-1].test.conditions()):
        top.refuse("“判定”最后一行应是 {颜色: 黄, 当: {}},使每条线索都有颜色", "判定")


def _hint(part: Section, elements: Mapping[str, Element]) -> Hint:
    part.allow(("当", "除外", "任一", "说"))
    return Hint(read_test(part, elements), part.text("说", required=True))


def _by_colour(top: Section, key: str) -> dict[str, str]:
    section = top.section(key)
    section.allow(COLOURS)
    if any(not section.has(c) for c in COLOURS):
        top.refuse(f"“{key}”要写明 红、橙、黄 各是什么", key)
    return {c: section.text(c) for c in COLOURS}


def _example(part: Section, elements: Mapping[str, Element]) -> GradingExample:
    part.allow(("说", "有", "得", "待核"))
    given = part.section("有")
    given.allow(elements)
    told = {name: read_value(given, elements[name]) for name in given.names() if name in elements}
    verify = part.texts("待核") if part.data.get("待核") is not None else None
    colour = part.text("得", required=True)
    if colour not in COLOURS:
        part.refuse("“得”只能写 红、橙、黄", "得")
    return GradingExample(part.text("说", required=True), told, colour, verify, part.line)


def load_trees(extra: tuple[Path, ...] = ()) -> list[Tree]:
    """All grading files in the order in which they are asked; the common scale last.

    Raises:
        UserFileError: with the problems of every file.
    """
    return with_lines(lambda: _load(extra))


def _load(extra: tuple[Path, ...]) -> list[Tree]:
    trees, problems = load_named("gradings", "判定表", read_tree, extra, ASIDE)
    if not any(not t.charges for t in trees.values()):
        problems.append(Problem("gradings", 0, "缺少没有写罪名的通用判定表"))
    if problems:
        raise UserFileError(problems)
    return sorted(trees.values(), key=lambda t: (not t.charges, t.order, t.name))


@cache
def shipped_trees() -> tuple[Tree, ...]:
    """The grading files that ship with the package, read once."""
    return tuple(load_trees())
