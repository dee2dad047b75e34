"""Advice files (救助措施): where a case stands, which way of relief, which need asks which department for which measure.

Written in the condition language of grading; two names are added to the elements: 级别 (the colour) and 环节 (where the case
stands). A file of an office's own folder ``measures/`` takes the place of the one that ships.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.condition import UNKNOWN, Element, Test, Value, load_elements, read_test, read_value
from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.grading import COLOURS, ELEMENTS
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import UserFileError

FOLDER: Final = "measures"
COLOUR: Final = "级别"
STAGE: Final = "环节"
_TEST: Final = ("当", "除外", "任一")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case stands: the nodes that bring it there, the organ that has it, in words."""

    name: str
    nodes: frozenset[str]
    organ: str
    says: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way of relief (司法救助, 社会救助, 先行救助 …) where its test holds, why, and what to do besides."""

    name: str
    test: Test
    reason: str
    besides: str
    line: int


@dataclass(frozen=True, slots=True)
class Need:
    """A need with the departments to ask and the measures they have."""

    name: str
    departments: tuple[str, ...]
    measures: tuple[str, ...]
    test: Test


@dataclass(frozen=True, slots=True)
class MeasureExample:
    """A worked example: what is told, colour and node, and the way, stage and needs that must come of it."""

    says: str
    told: Mapping[str, Value]
    colour: str
    node: str
    way: str
    stage: str
    needs: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Measures:
    """One advice file."""

    name: str
    basis: str
    stages: tuple[Stage, ...]
    ways: tuple[Way, ...]
    needs: tuple[Need, ...]
    examples: tuple[MeasureExample, ...]
    elements: Mapping[str, Element]
    file: str

    def stage_at(self, node: str) -> Stage | None:
        """The stage to which a node brings a case; None for a node that moves nothing (询问, 鉴定)."""
        return next((s for s in self.stages if node in s.nodes), None)


def read_measures(path: Path, elements: Mapping[str, Element]) -> Measures:
    """Read one file.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _read(path, elements))


def load_measures(extra: tuple[Path, ...] = ()) -> Measures:
    """The office's own file where there is one, else the one that ships.

    Raises:
        UserFileError: with every problem of the file.
    """
    elements = load_elements(CATALOG / "gradings" / ELEMENTS)
    own = [path for folder in extra for path in sorted((folder / FOLDER).glob("*.yml"))]
    shipped = sorted((CATALOG / FOLDER).glob("*.yml"))
    return read_measures((own or shipped)[-1], elements)


@cache
def shipped_measures() -> Measures:
    """The file that ships with the package, read once."""
    return load_measures()


def _read(path: Path, elements: Mapping[str, Element]) -> Measures:
    top = read_document(path)
    top.allow(("名称", "依据", "环节", "方式", "需要", "样例"))
    stages = tuple(_stage(part) for part in top.sections("环节"))
    known = {
        **elements,
        COLOUR: _made(COLOUR, COLOURS),
        STAGE: _made(STAGE, tuple(s.name for s in stages)),
    }
    ways = tuple(_way(part, known) for part in top.sections("方式"))
    if not ways or any(ways[-1].test.conditions()):
        top.refuse("“方式”最后一行应是 当: {} ,使每条线索都有建议", "方式")
    found = Measures(
        name=top.text("名称", required=True),
        basis=top.text("依据", required=True),
        stages=stages,
        ways=ways,
        needs=tuple(_need(part, known) for part in top.sections("需要")),
        examples=tuple(_example(part, elements) for part in top.sections("样例")),
        elements=known,
        file=path.name,
    )
    _check_examples(top, found)
    if top.problems:
        raise UserFileError(top.problems)
    return found


def _made(name: str, values: tuple[str, ...]) -> Element:
    return Element(name, values, "", more_is_graver=True, silent=None, question="", how="", cost=1, ranked=False)


def _stage(part: Section) -> Stage:
    part.allow((STAGE, "节点", "办理", "说"))
    nodes = part.texts("节点")
    if not nodes:
        part.refuse("“节点”要写案件经过里的叫法", "节点")
    return Stage(
        part.text(STAGE, required=True),
        frozenset(nodes),
        part.text("办理", required=True),
        part.text("说", required=True),
    )


def _way(part: Section, elements: Mapping[str, Element]) -> Way:
    part.allow(("方式", *_TEST, "因", "同时"))
    return Way(
        part.text("方式", required=True),
        read_test(part, elements),
        part.text("因", required=True),
        part.text("同时"),
        part.line,
    )


def _need(part: Section, elements: Mapping[str, Element]) -> Need:
    part.allow(("需要", "部门", "措施", *_TEST))
    test = read_test(part, elements)
    for key in ("部门", "措施"):
        if not part.texts(key):
            part.refuse(f"缺少“{key}”", key)
    if not any(test.conditions()):
        part.refuse("没有写在什么情形下需要(当、任一)", "需要")
    return Need(part.text("需要", required=True), part.texts("部门"), part.texts("措施"), test)


def _example(part: Section, elements: Mapping[str, Element]) -> MeasureExample:
    part.allow(("说", "有", COLOUR, "节点", "得"))
    given, must = part.section("有"), part.section("得")
    given.allow(elements)
    must.allow(("方式", STAGE, "需要"))
    told = {name: read_value(given, elements[name]) for name in given.names() if name in elements}
    return MeasureExample(
        part.text("说", required=True),
        told,
        part.text(COLOUR, required=True),
        part.text("节点", required=True),
        must.text("方式", required=True),
        must.text(STAGE, required=True),
        must.texts("需要"),
        part.line,
    )


def _check_examples(top: Section, found: Measures) -> None:
    """Words of the examples that nothing in the file bears."""
    known = {
        "方式": {w.name for w in found.ways},
        STAGE: {s.name for s in found.stages} | {UNKNOWN},
        "需要": {n.name for n in found.needs},
    }
    for one in found.examples:
        for key, words in (("方式", (one.way,)), (STAGE, (one.stage,)), ("需要", one.needs)):
            for word in words:
                if word not in known[key]:
                    top.refuse(f"样例“{one.says}”里的{key}“{word}”上面没有{nearest(word, known[key])}", "样例")
        if one.colour not in COLOURS:
            top.refuse(f"样例“{one.says}”的“级别”只能写 红、橙、黄", "样例")
