"""Runs the worked examples of grading files and of the working rules (样例): what is told must give what the file promises."""

from __future__ import annotations

from yingjiu.catalog.grading import Tree
from yingjiu.catalog.problem import Problem
from yingjiu.catalog.rulebook import Rulebook
from yingjiu.grading.articles import find_conditions, find_exclusions
from yingjiu.grading.grade import grade


def check_tree(tree: Tree) -> list[Problem]:
    """What is wrong with the examples of a grading file: the colour, and the elements to verify where they are given."""
    problems = []
    for example in tree.examples:
        got = grade(tree, {**tree.presumed((), example.told), **example.told})
        if got.colour != example.colour:
            because = f"({got.row.reason})" if got.row.reason else ""
            problems.append((example.line, f"样例“{example.says}”应为{example.colour},实为{got.colour}{because}"))
        if example.verify is not None and set(example.verify) != set(got.verify):
            wanted, found = "、".join(example.verify) or "没有", "、".join(got.verify) or "没有"
            problems.append((example.line, f"样例“{example.says}”待核应为 {wanted},实为 {found}"))
    return [Problem(tree.file, line, message) for line, message in problems]


def check_rulebook(book: Rulebook) -> list[Problem]:
    """What is wrong with the examples of the working rules: items met, signalled, left open."""
    problems = []
    for example in book.examples:
        conditions, exclusions = find_conditions(book, example.told), find_exclusions(book, example.told)
        pairs = [
            ("符合", example.met, [f.article.number for f in conditions if f.held]),
            ("提示", example.signalled, [f.article.number for f in exclusions if f.held]),
        ]
        if example.open is not None:
            pairs.append(("待核", example.open, [f.article.number for f in conditions if f.held is None]))
        for name, wanted, got in pairs:
            if set(wanted) != set(got):
                told = f"“{name}”应为 {'、'.join(wanted) or '没有'},实为 {'、'.join(got) or '没有'}"
                problems.append(Problem(book.file, example.line, f"样例“{example.says}”{told}"))
    return problems
