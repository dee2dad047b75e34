"""What makes papers of a volume hard to tell apart (难分的卷): the habits of offices.

Pages each signed and dated, signatures by hand that no text layer holds, a unit's name over every page, appended articles,
long titles, stamps of a numbering machine.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.synthetic.leaves import Leaf, Mark, centred
from yingjiu.synthetic.volume_papers import BODY, LEADING, LEFT, POLICE, Bound, Case

_DAY: Final = re.compile(r"^\s*\d{4}年\d{1,2}月\d{1,2}日$")
_ARTICLES: Final = (
    "附：本案适用的法律条文",
    "《中华人民共和国刑法》",
    "第二百三十四条　故意伤害他人身体的，处三年以下有期徒刑、拘役或者管制。",
    "第六十七条　犯罪以后自动投案，如实供述自己的罪行的，是自首。",
)


@dataclass(frozen=True, slots=True)
class Troubles:
    """Habits of the office that bound a volume."""

    signed: bool
    by_hand: float
    over_all: bool
    machine: bool
    root: bool


def draw_troubles(rng: random.Random) -> Troubles:
    """Habits, each in a good part of volumes."""
    return Troubles(
        signed=rng.random() < 0.5,
        by_hand=rng.choice((0.0, 0.3, 0.6)),
        over_all=rng.random() < 0.25,
        machine=rng.random() < 0.3,
        root=rng.random() < 0.5,
    )


def troubled(rng: random.Random, troubles: Troubles, paper: Bound, case: Case) -> Bound:
    """The paper as that office leaves it."""
    leaves = list(paper.leaves)
    if rng.random() < troubles.by_hand:
        leaves = [_unsigned(leaf) for leaf in leaves]
    if troubles.signed and "笔录" in paper.title:
        leaves = [_signed(leaf, case, paper.day) for leaf in leaves]
    if paper.title == "刑事判决书" and rng.random() < 0.6:
        leaves.append(Leaf(tuple(Mark(LEFT, 90 + LEADING * n, BODY, line) for n, line in enumerate(_ARTICLES))))
    if paper.title in ("办案说明", "到案经过") and rng.random() < 0.7:
        long = f"关于{case.suspect}故意伤害一案的{paper.title}"
        leaves = [_retitled(leaf, paper.title, long) for leaf in leaves]
        paper = replace(paper, title=long)
    if troubles.over_all:
        leaves = [replace(leaf, marks=(centred(14, 10, f"{POLICE}刑侦大队"), *leaf.marks)) for leaf in leaves]
    return replace(paper, leaves=tuple(leaves))


def _unsigned(leaf: Leaf) -> Leaf:
    """Without the day and the office in the last lines: they are written by hand."""
    cut = {n for n, mark in enumerate(leaf.marks) if _DAY.match(mark.text)}
    cut |= {n - 1 for n in cut if n}
    return replace(leaf, marks=tuple(mark for n, mark in enumerate(leaf.marks) if n not in cut))


def _signed(leaf: Leaf, case: Case, day: str) -> Leaf:
    return replace(leaf, marks=(*leaf.marks, Mark(LEFT + 200, 776, 12, f"被问人（签名捺印）：{case.victim}  {day}")))


def _retitled(leaf: Leaf, title: str, new: str) -> Leaf:
    """The page with a longer title where its own stood."""

    def turned(mark: Mark) -> Mark:
        bare = re.sub(r"\s|（.*", "", mark.text)
        return centred(mark.y, 16, new) if mark.size >= 20 and bare.endswith(title) else mark

    return replace(leaf, marks=tuple(map(turned, leaf.marks)))
