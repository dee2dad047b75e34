"""Grades on random tellings: monotone, missing data never lowers, and exactly the facts that flip the colour are named."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.catalog.condition import Element, Value, value_of
from yingjiu.catalog.grading import COLOURS, Tree, shipped_trees
from yingjiu.catalog.urgency import shipped_urgency
from yingjiu.grading.change import next_question, single_changes, smallest_set
from yingjiu.grading.grade import grade

TREES = shipped_trees()
NUMBERS = [Decimal(n) for n in ("0", "0.01", "0.19", "0.2", "0.49", "0.5", "0.79", "0.8", "0.99", "1", "2", "3")]
NUMBERS += [Decimal(n) for n in ("2999", "3000", "4999", "5000", "19999", "20000", "99999", "250000")]


def domain(element: Element) -> list[Value]:
    """Every value worth trying: both sides of every bound, and beyond."""
    return list(NUMBERS) if element.unit else list(element.values)


def values(element: Element) -> st.SearchStrategy[Value]:
    return st.sampled_from(domain(element))


@st.composite
def told_for(draw: st.DrawFn, tree: Tree, *, unknown: bool = True) -> dict[str, Value]:
    told: dict[str, Value] = {}
    for name in tree.asked:
        kind = draw(st.sampled_from(["silent", "told", "told", "unknown" if unknown else "told"]))
        if kind != "silent":
            told[name] = None if kind == "unknown" else draw(values(tree.elements[name]))
    return told


@st.composite
def situations(draw: st.DrawFn) -> tuple[Tree, dict[str, Value]]:
    tree = draw(st.sampled_from(TREES))
    return tree, draw(told_for(tree))


def rank(tree: Tree, told: dict[str, Value]) -> int:
    """0 for 红."""
    return COLOURS.index(grade(tree, told).colour)


def graver(element: Element, value: Value) -> list[Value]:
    """Values that are graver than this one; for sorts without order none."""
    if not element.ranked or value is None:
        return []
    if isinstance(value, Decimal):
        return [n for n in NUMBERS if (n > value) is element.more_is_graver and n != value]
    return list(element.values[: element.values.index(str(value))])


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_more_need_harm_or_register_never_lowers(data: st.DataObject) -> None:
    tree, told = data.draw(situations())
    before = rank(tree, told)
    for name in tree.asked:
        element = tree.elements[name]
        for value in graver(element, value_of(name, told, tree.elements)):
            assert rank(tree, {**told, name: value}) <= before, (tree.name, name, value)


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_missing_data_never_lowers(data: st.DataObject) -> None:
    """What is asked and not known gives at least the colour of any value it may turn out to have."""
    tree = data.draw(st.sampled_from(TREES))
    full = data.draw(told_for(tree, unknown=False))
    missing = data.draw(st.sets(st.sampled_from(tree.asked)))
    part = {**full, **dict.fromkeys(missing)}
    assert rank(tree, part) <= rank(tree, full)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_the_sure_colour_is_the_least_that_can_come_out(data: st.DataObject) -> None:
    """Whatever the unknown facts turn out to be, the colour lies between the sure and the shown one (relief apart)."""
    tree, told = data.draw(situations())
    caps = {c.element for row in tree.caps for c in row.test.conditions()} - {"急需救治"}
    open_ = [n for n in tree.asked if value_of(n, told, tree.elements) is None]
    filled = {
        **told,
        **{n: data.draw(values(tree.elements[n])) for n in open_},
        **dict.fromkeys(caps & set(open_), "否"),
    }
    given_ = grade(tree, told)
    assert COLOURS.index(given_.colour) <= rank(tree, filled) <= COLOURS.index(given_.sure)


@given(situations())
@settings(max_examples=300, deadline=None)
def test_exactly_the_facts_that_flip_alone_are_named(one: tuple[Tree, dict[str, Value]]) -> None:
    tree, told = one
    now = grade(tree, told).colour
    named = {c.element.name: c for c in single_changes(tree, told)}
    for name in tree.asked:
        flips = {v: c for v in domain(tree.elements[name]) if (c := grade(tree, {**told, name: v}).colour) != now}
        assert bool(flips) == (name in named), (tree.name, name)
        if name in named:
            assert set(named[name].outcomes.values()) == set(flips.values())
            for value, colour in named[name].outcomes.items():
                assert grade(tree, {**told, name: value}).colour == colour


@given(situations())
@settings(max_examples=300, deadline=None)
def test_elements_no_row_asks_for_change_nothing(one: tuple[Tree, dict[str, Value]]) -> None:
    tree, told = one
    now = grade(tree, told).colour
    for name in set(tree.elements) - set(tree.asked):
        for value in domain(tree.elements[name]):
            assert grade(tree, {**told, name: value}).colour == now


@given(situations())
@settings(max_examples=300, deadline=None)
def test_the_next_question_is_the_cheapest_open_fact_that_flips(one: tuple[Tree, dict[str, Value]]) -> None:
    tree, told = one
    asked = next_question(tree, told)
    open_ = [c.element for c in single_changes(tree, told) if c.open]
    assert (asked is None) == (not open_)
    if asked is not None:
        assert asked in open_
        assert asked.cost == min(e.cost for e in open_)


@given(situations())
@settings(max_examples=120, deadline=None)
def test_the_smallest_set_flips_and_no_smaller_one_does(one: tuple[Tree, dict[str, Value]]) -> None:
    """Held against trying the ends of every value of every smaller set by hand."""
    tree, told = one
    now = grade(tree, told).colour
    chosen = tuple(e.name for e in smallest_set(tree, told))
    ends = {n: _ends(tree.elements[n]) for n in tree.asked}
    if chosen:
        assert _flips(tree, told, chosen, ends, now)
    for size in range(1, min(len(chosen) or 3, 3)):
        for smaller in combinations(tree.asked, size):
            assert not _flips(tree, told, smaller, ends, now), (tree.name, chosen, smaller)
    assert (len(chosen) == 1) == bool(single_changes(tree, told))


def _ends(element: Element) -> list[Value]:
    if not element.ranked:
        return domain(element)
    found = sorted(NUMBERS, reverse=element.more_is_graver) if element.unit else list(element.values)
    return [found[0], found[-1]]


def _flips(tree: Tree, told: dict[str, Value], names: tuple[str, ...], ends: dict[str, list[Value]], now: str) -> bool:
    tries = product(*(ends[n] for n in names))
    return any(grade(tree, {**told, **dict(zip(names, t, strict=True))}).colour != now for t in tries)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_graver_value_never_gives_fewer_points(data: st.DataObject) -> None:
    tree, told = data.draw(situations())
    urgency = shipped_urgency()
    before = urgency.score(told, tree.elements)
    for name in tree.asked:
        for value in graver(tree.elements[name], value_of(name, told, tree.elements)):
            assert urgency.score({**told, name: value}, tree.elements) >= before, name
