"""Formulas of amount standards (公式): names, numbers, +, × and brackets, nothing else.

What a Chinese office types is read: full-width signs and digits, ＊ or x for ×, 三十六 for 36. Anything else is refused in
Chinese; no text makes it crash. Arithmetic is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import MAX_EMAX, Context, Decimal
from functools import reduce
from typing import Final

from yingjiu.catalog.band import read_number

_SIGNS: Final = str.maketrans("＋（）﹢［］【】〔〕＊*✕✖╳⨯·xXＸｘ．", "+()+()()()×××××××××××.")
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d[\d,，]*(?:\.\d+)?[百千万]*)|(?P<name>[\u4e00-\u9fff_][\u4e00-\u9fff\w]*)|(?P<sign>[+×()]))"
)
_HAN_NUMBER: Final = re.compile("[零〇一二两三四五六七八九十百千万]+")
_LONGEST: Final = 20_000
_DEEPEST: Final = 30
_EXACT: Final = Context(prec=20_000, Emax=MAX_EMAX, Emin=-MAX_EMAX)
"""Enough digits for any product of a formula of the longest length."""

Tree = Decimal | str | tuple[str, tuple["Tree", ...]]
"""A number, a name, or a sign with its terms."""


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
        raise FormulaProblem(f"“{reader.rest}”这里不对,公式只能写名称、数、+、× 和括号")
    return Formula(text.strip(), tree, tuple(dict.fromkeys(reader.names)))


def _tokens(text: str) -> list[str]:
    tokens, at, text = [], 0, text.rstrip()
    while at < len(text):
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
        self._tokens: Iterator[str] = iter(tokens)
        self.names: list[str] = []
        self.rest = next(self._tokens, "")

    def take(self) -> str:
        word, self.rest = self.rest, next(self._tokens, "")
        return word

    def sum(self, depth: int) -> Tree:
        terms = [self.product(depth)]
        while self.rest == "+":
            self.take()
            terms.append(self.product(depth))
        return terms[0] if len(terms) == 1 else ("+", tuple(terms))

    def product(self, depth: int) -> Tree:
        terms = [self.atom(depth)]
        while self.rest == "×":
            self.take()
            terms.append(self.atom(depth))
        return terms[0] if len(terms) == 1 else ("×", tuple(terms))

    def atom(self, depth: int) -> Tree:
        if not self.rest:
            raise FormulaProblem("公式没有写完")
        word = self.take()
        if word == "(":
            return self.bracket(depth)
        if word in {"+", "×", ")"}:
            raise FormulaProblem(f"“{word}”前面少一项")
        if word[0].isdigit() or _HAN_NUMBER.fullmatch(word):
            number = read_number(word)
            if number is None:
                raise FormulaProblem(f"“{word[:20]}”不是一个数,最多写十二位")
            return number
        self.names.append(word)
        return word

    def bracket(self, depth: int) -> Tree:
        if depth >= _DEEPEST:
            raise FormulaProblem(f"括号套了 {_DEEPEST} 层以上,请分成几行写")
        tree = self.sum(depth + 1)
        if self.rest != ")":
            raise FormulaProblem("少一个右括号")
        self.take()
        return tree


def _value(tree: Tree, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(tree, tuple):
        sign, terms = tree
        return reduce(_EXACT.add if sign == "+" else _EXACT.multiply, (_value(term, values) for term in terms))
    return values[tree] if isinstance(tree, str) else tree


def _words(tree: Tree, values: Mapping[str, Decimal], within: str = "+") -> str:
    if isinstance(tree, tuple):
        sign, terms = tree
        words = f" {sign} ".join(_words(term, values, sign) for term in terms)
        return f"({words})" if sign == "+" and within == "×" else words
    value = values.get(tree) if isinstance(tree, str) else tree
    return str(tree) if value is None else plain(value)


def plain(value: Decimal) -> str:
    """A number without exponent or needless zeros: 12500, 0.7."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
