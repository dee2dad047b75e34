"""Degrees of hardship by registers, and points inside a colour: weights by rows with reasons, never less for more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.catalog.condition import Value
from yingjiu.catalog.degree import LEVELS, NONE, Standing, shipped_degrees
from yingjiu.catalog.grading import shipped_trees
from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.urgency import shipped_urgency

DEGREES = shipped_degrees()
ORDER = (*LEVELS, NONE)
ELEMENTS = shipped_trees()[0].elements
ROWS: list[tuple[Sequence[tuple[str, str]], str, str]] = [
    ([], "无", "on no register"),
    ([("低保户", "")], "较重困难", "weight 3"),
    ([("特困人员", "")], "特别困难", "no means, no labour, nobody to support: by definition the hardest"),
    ([("低保边缘家庭", "")], "一般困难", "weight 2"),
    ([("防返贫监测对象", "边缘易致贫户")], "一般困难", "weight 2"),
    ([("防返贫监测对象", "突发严重困难户")], "较重困难", "weight 3"),
    ([("残疾人", "一级")], "较重困难", "grades one and two weigh 3"),
    ([("残疾人", "四级")], "一般困难", "grades three and four weigh 2"),
    ([("残疾人", "")], "一般困难", "a card without its grade is not more than the least"),
    ([("低保户", ""), ("医疗救助对象", "")], "较重困难", "the same finding of the same body is not counted twice"),
    ([("低保户", ""), ("低收入户", "")], "较重困难", "the umbrella is no further fact"),
    ([("低保户", ""), ("残疾人", "三级")], "特别困难", "another body found hardship too: 3 + 0.5"),
    ([("低保边缘家庭", ""), ("残疾人", "三级")], "一般困难", "2 + 0.5"),
    ([("低保边缘家庭", ""), ("残疾人", "三级"), ("乡镇街困难群众", "")], "较重困难", "2 + 0.5 + 0.5"),
    ([("原建档立卡贫困户", "")], "无", "history alone is no hardship now"),
    ([("困难职工", "")], "一般困难", "weight 1"),
    ([("某地新名册", "")], "一般困难", "a register that the file does not name counts one"),
]


@pytest.mark.parametrize(("registers", "level", "why"), ROWS, ids=[r[2] for r in ROWS])
def test_registers_give_a_degree(registers: Sequence[tuple[str, str]], level: str, why: str) -> None:
    assert DEGREES.degree(Standing(*r) for r in registers).level == level, why


def test_every_register_of_the_catalogue_has_a_weight() -> None:
    registers = {k.name for k in shipped_kinds().kinds.values() if k.group}
    assert registers == set(DEGREES.weights)


standings = st.builds(
    Standing, st.sampled_from(sorted(DEGREES.weights)), st.sampled_from(["", "一级", "三级", "突发严重困难户"])
)


@given(st.lists(standings, max_size=6), standings)
def test_one_more_register_never_lowers(held: list[Standing], more: Standing) -> None:
    before, after = DEGREES.degree(held).level, DEGREES.degree([*held, more]).level
    assert ORDER.index(after) <= ORDER.index(before)


def test_points_fill_a_hundred_and_groups_keep_their_most() -> None:
    urgency = shipped_urgency()
    assert [g.most for g in urgency.groups] == [40, 25, 25, 10]
    worst: dict[str, Value] = {e.name: e.values[0] for e in ELEMENTS.values() if e.values}
    assert urgency.score(worst, ELEMENTS) == 100
    mildest: dict[str, Value] = {e.name: e.values[-1] for e in ELEMENTS.values() if e.values}
    assert urgency.score({**mildest, "损失": None}, ELEMENTS) == 12, "half of the highest points of a loss not known"
