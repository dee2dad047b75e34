"""How hard registers say life is (困难程度): a weight a register, one finding counted once, from 困难程度.yml.

The score is the highest weight plus a part for each further body that found hardship independently, so one more register
never lowers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from yingjiu.catalog.band import read_number
from yingjiu.catalog.document import Section, read_document
from yingjiu.catalog.grading import DEGREES
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import UserFileError

LEVELS: Final = ("特别困难", "较重困难", "一般困难")
"""From the hardest; below them: 无."""
NONE: Final = "无"


@dataclass(frozen=True, slots=True)
class Weight:
    """What standing on a register weighs; ``by`` names a field whose value sets it; ``least`` a level it reaches at least."""

    points: Decimal
    body: str
    by: str
    values: Mapping[str, Decimal]
    least: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A person on a register now: which, with the value of the field that sets its weight."""

    register: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Degree:
    """The level found and how: the score in words."""

    level: str
    words: str


@dataclass(frozen=True, slots=True)
class Degrees:
    """The file 困难程度.yml."""

    weights: Mapping[str, Weight]
    further: Decimal
    levels: Mapping[str, Decimal]

    def degree(self, standings: Iterable[Standing]) -> Degree:
        """The level of hardship that registers held now show; 无 for none, a register that the file does not name counts one."""
        best: dict[str, tuple[Decimal, str]] = {}
        floors = []
        for one in standings:
            weight = self.weights.get(one.register)
            points = weight.values.get(one.value, weight.points) if weight else Decimal(1)
            body = weight.body if weight else one.register
            if body not in best or points > best[body][0]:
                best[body] = (points, one.register + (f"·{one.value}" if one.value else ""))
            if weight and weight.least:
                floors.append(weight.least)
        if not best:
            return Degree(NONE, "")
        ranked = sorted(best.values(), key=lambda b: (-b[0], b[1]))
        score = ranked[0][0] + self.further * (len(ranked) - 1)
        level = next((name for name in LEVELS if score >= self.levels[name]), NONE)
        level = min([level, *floors], key=lambda n: LEVELS.index(n) if n in LEVELS else len(LEVELS))
        parts = [
            f"{name} {points:f} 分" if n == 0 else f"{name} 加 {self.further:f}"
            for n, (points, name) in enumerate(ranked)
        ]
        return Degree(level, f"{'，'.join(parts)}，共 {score:f} 分")


def read_degrees(path: Path) -> Degrees:
    """Read the file.

    Raises:
        UserFileError: with every problem.
    """
    return with_lines(lambda: _read(path))


def _read(path: Path) -> Degrees:
    top = read_document(path)
    top.allow(("名称", "依据", "加成", "程度", "名册"))
    levels = top.section("程度")
    levels.allow(LEVELS)
    registers = top.section("名册")
    found = Degrees(
        weights={name: _weight(registers.section(name)) for name in registers.names()},
        further=_number(top, "加成"),
        levels={name: _number(levels, name) for name in LEVELS},
    )
    if sorted(found.levels.values(), reverse=True) != list(found.levels.values()):
        top.refuse("“程度”要从特别困难到一般困难越来越低", "程度")
    if top.problems:
        raise UserFileError(top.problems)
    return found


def _weight(part: Section) -> Weight:
    part.allow(("分", "认定", "按", "值", "至少"))
    values = part.section("值")
    least = part.text("至少")
    if least and least not in LEVELS:
        part.refuse(f"“至少”只能写 {'、'.join(LEVELS)}", "至少")
        least = ""
    return Weight(
        points=_number(part, "分"),
        body=part.text("认定", required=True),
        by=part.text("按"),
        values={name: _number(values, name) for name in values.names()},
        least=least,
    )


def _number(part: Section, key: str) -> Decimal:
    number = read_number(part.text(key, required=True))
    if number is None or number < 0:
        part.refuse(f"“{key}”应写一个数", key)
        return Decimal(0)
    return number


@cache
def shipped_degrees() -> Degrees:
    """The file that ships with the package."""
    return read_degrees(CATALOG / "gradings" / DEGREES)
