"""Articles 7 and 8 of both versions, item by item, and the colours: the files' own examples, and the version by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yingjiu.catalog.grading import shipped_trees
from yingjiu.catalog.problem import UserFileError
from yingjiu.catalog.rulebook import rulebook_on, rulebooks
from yingjiu.grading.examples import check_rulebook, check_tree


@pytest.mark.parametrize("number", range(2), ids=["2021", "2016"])
def test_the_working_rules_hold_their_examples(number: int) -> None:
    book = rulebooks()[number]
    assert check_rulebook(book) == []


@pytest.mark.parametrize("number", range(2), ids=["2021", "2016"])
def test_every_item_has_an_example_for_and_one_against(number: int) -> None:
    book = rulebooks()[number]
    for article in book.conditions:
        met = [article.number in e.met for e in book.examples]
        assert any(met), article.number
        assert not all(met), article.number
    for article in book.exclusions:
        signalled = [article.number in e.signalled for e in book.examples]
        assert any(signalled), article.number
        assert not all(signalled), article.number


@pytest.mark.parametrize("tree", shipped_trees(), ids=lambda t: t.name)
def test_grading_files_hold_their_examples(tree: object) -> None:
    assert check_tree(tree) == []  # type: ignore[arg-type]


VERSIONS = [
    (date(2021, 12, 31), "2021年12月31日", "the first day of the new rules"),
    (date(2021, 12, 30), "2016年8月", "the last day of the trial rules"),
    (date(2026, 1, 1), "2021年12月31日", "now"),
]


@pytest.mark.parametrize(("day", "reference", "why"), VERSIONS, ids=[v[2] for v in VERSIONS])
def test_the_version_is_that_of_the_day_of_acceptance(day: date, reference: str, why: str) -> None:
    assert reference in rulebook_on(day).reference, why


def test_before_the_first_version_nothing_is_borrowed() -> None:
    with pytest.raises(UserFileError, match="没有施行的工作细则"):
        rulebook_on(date(2016, 1, 1))


def test_the_versions_differ_where_the_law_changed() -> None:
    """Unsolved, time-barred, urgent without danger to life, loss of work: relief only by the newer text."""
    new, old = rulebooks()
    by_words = {e.told.items().__repr__(): e.met for e in old.examples}
    differing = [e for e in new.examples if by_words.get(e.told.items().__repr__()) != e.met]
    assert len(differing) == 4


def test_a_wrong_example_is_told() -> None:
    book = rulebooks()[0]
    wrong = replace(book, examples=(replace(book.examples[0], met=()),))
    assert "“符合”应为 没有,实为 第七条第一项" in check_rulebook(wrong)[0].message
    tree = shipped_trees()[0]
    bad = replace(tree, examples=(replace(tree.examples[0], colour="黄", verify=("伤情",)),))
    assert len(check_tree(bad)) == 2
