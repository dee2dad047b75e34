"""The sixty people a prosecutor wrote before the tables were (people.yml), with the table of each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ruamel.yaml import YAML

from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.grading import Tree

GROUPS = {
    "M1": "命案", "M2": "伤害", "M3": "交通与过失", "M4": "性侵害", "M5": "暴力侵财与危害公共安全",
    "M6": "诈骗与涉众", "M7": "盗窃与毁财", "M8": "弱势群体", "通用": "通用",
}  # fmt: skip
FILE = Path(__file__).with_name("people.yml")


@dataclass(frozen=True)
class Someone:
    """One of the sixty."""

    number: int
    table: str
    charges: tuple[str, ...]
    told: dict[str, Value]
    colour: str
    why: str
    hard: bool


def read_people(elements: dict[str, Element]) -> list[Someone]:
    """All of them; 不明 is asked and not known."""
    rows = YAML(typ="safe").load(FILE.read_text(encoding="utf-8"))
    return [
        Someone(
            number=row["号"],
            table=GROUPS[row["组"]],
            charges=tuple(filter(None, [row["罪名"]])),
            told={name: _value(elements[name], said) for name, said in row["有"].items()},
            colour=row["得"],
            why=row["因"],
            hard=row.get("难") == "是",
        )
        for row in rows
    ]


def _value(element: Element, said: object) -> Value:
    if said == "不明":
        return None
    return Decimal(str(said)) if element.unit else str(said)


def table_of(trees: Sequence[Tree], name: str) -> Tree:
    """The table of this name."""
    return next(t for t in trees if t.name == name)
