"""Formulas of amount standards (公式): names, whole and decimal numbers, +, × and brackets, nothing else.

What a Chinese office types is read: full-width signs, ＊ or x for ×. Anything else is refused in Chinese; no text makes it crash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_SIGNS: Final = str.maketrans("＋（）﹢＊*✕✖╳⨯xXＸ", "+()+×××××××××")
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d[\d,，]*(?:\.\d+)?)|(?P<name>[\u4e00-\u9fff_][\u4e00-\u9fff\w]*)|(?P<sign>[+×()]))"
)
_LONGEST: Final = 2000
_DEEPEST: Final = 30

Tree = Decimal | str | tuple[str, "Tree", "Tree"]


class FormulaProblem(Exception):
    """The formula cannot be read; the message says in Chinese where and what to write."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: its text as typed, its names in order."""

    text: str
    tree: Tree
    names: tuple[str, ...]

    def value(self, values: Mapping[str, Decimal]) -> Decimal:
        """The exact value.

        Raises:
            KeyError: a name has no value.
        """
        return _value(self.tree, values)

    def with_numbers(self, values: Mapping[str, Decimal]) -> str:
        """The formula with the numbers in place of the names: ``500 × (10 + 8)``."""
        return _words(self.tree, values)


def read_formula(text: str) -> Formula:
    """Read a formula.

    Raises:
        FormulaProblem: with the place and what is allowed.
    """
    if len(text) > _LONGEST:
        raise FormulaProblem(f"公式太长(超过 {_LONGEST} 字),请分成几行写")
    reader = _Reader(_tokens(text.translate(_SIGNS)))
    tree = reader.sum(0)
    if reader.rest:
        raise FormulaProblem(f"“{reader.rest[0]}”这里不对,公式只能写名称、数、+、× 和括号")
    return Formula(text.strip(), tree, tuple(dict.fromkeys(reader.names)))


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if not found:
            raise FormulaProblem(f"“{text[at : at + 8].strip()}”不认识,公式只能写名称、数、+、× 和括号")
        tokens.append(found.group().strip())
        at = found.end()
    if not tokens:
        raise FormulaProblem("公式是空的")
    return tokens


class _Reader:
    """Reads sums of products of atoms; brackets nest at most so deep."""

    def __init__(self, tokens: list[str]) -> None:
        self.rest = tokens
        self.names: list[str] = []

    def sum(self, depth: int) -> Tree:
        tree = self.product(depth)
        while self.rest and self.rest[0] == "+":
            self.rest = self.rest[1:]
            tree = ("+", tree, self.product(depth))
        return tree

    def product(self, depth: int) -> Tree:
        tree = self.atom(depth)
        while self.rest and self.rest[0] == "×":
            self.rest = self.rest[1:]
            tree = ("×", tree, self.atom(depth))
        return tree

    def atom(self, depth: int) -> Tree:
        if not self.rest:
            raise FormulaProblem("公式没有写完")
        word, self.rest = self.rest[0], self.rest[1:]
        if word == "(":
            if depth >= _DEEPEST:
                raise FormulaProblem(f"括号套了 {_DEEPEST} 层以上,请分成几行写")
            tree = self.sum(depth + 1)
            if not self.rest or self.rest[0] != ")":
                raise FormulaProblem("少一个右括号")
            self.rest = self.rest[1:]
            return tree
        if word in {"+", "×", ")"}:
            raise FormulaProblem(f"“{word}”前面少一项")
        if word[0].isdigit():
            return Decimal(word.replace(",", "").replace("，", ""))
        self.names.append(word)
        return word


def _value(tree: Tree, values: Mapping[str, Decimal]) -> Decimal:
    """Chains are long to the left and short to the right, so the left spine is walked, not recursed."""
    spine = []
    while isinstance(tree, tuple):
        spine.append(tree)
        tree = tree[1]
    total = values[tree] if isinstance(tree, str) else tree
    for sign, _, right in reversed(spine):
        other = _value(right, values)
        total = total + other if sign == "+" else total * other
    return total


def _words(tree: Tree, values: Mapping[str, Decimal], within: str = "+") -> str:
    if not isinstance(tree, tuple):
        value = values.get(tree) if isinstance(tree, str) else tree
        return str(tree) if value is None else plain(value)
    sign, left, right = tree
    words = f"{_words(left, values, sign)} {sign} {_words(right, values, sign)}"
    return f"({words})" if sign == "+" and within == "×" else words


def plain(value: Decimal) -> str:
    """A number without exponent or needless zeros: 12500, 0.7."""
    return f"{value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize():f}"
