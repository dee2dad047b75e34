"""Files of one catalogue folder that go by a name of their own (同一类目录文件): the shipped ones and an office's, each once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from yingjiu.catalog.condition import Element, load_elements
from yingjiu.catalog.document import read_document
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import Problem, UserFileError

ELEMENTS = Path("gradings") / "要素.yml"


class Named(Protocol):
    """Anything a file gives that has a name."""

    @property
    def name(self) -> str:
        """The name by which another file may replace it."""


T = TypeVar("T", bound=Named)


def load_named(
    folder: str,
    word: str,
    read: Callable[[Path, Mapping[str, Element]], T],
    extra: tuple[Path, ...],
    aside: Collection[str] = (),
) -> tuple[dict[str, T], list[Problem]]:
    """What the files of a folder give, by name, with the problems of all of them.

    The same name twice is a problem unless the later file says 取代. An office's own elements count from its folder on.

    Args:
        folder: of the catalogue (gradings, standards).
        word: what such a file is called in a message (判定表, 标准).
        read: reads one file with the elements known so far.
        extra: an office's catalogue folders.
        aside: names of files that are something else.

    Raises:
        UserFileError: the elements themselves cannot be read.
    """
    problems: list[Problem] = []
    found: dict[str, T] = {}
    elements = load_elements(CATALOG / ELEMENTS)
    for root in (CATALOG, *extra):
        own = root / ELEMENTS
        if root is not CATALOG and own.exists():
            elements = {**elements, **load_elements(own)}
        for path in sorted((root / folder).rglob("*.yml")):
            if path.name in aside:
                continue
            try:
                one = read(path, elements)
                replaces = read_document(path).texts("取代")
            except UserFileError as error:
                problems += error.problems
                continue
            if one.name in found and one.name not in replaces:
                problems.append(Problem(path.name, 0, f"{word}“{one.name}”已经有了;要替换请写 取代: {one.name}"))
            for name in replaces:
                found.pop(name, None)
            found[one.name] = one
    return found, problems
