"""Articles 7 and 8 of the working rules as findings (条件与不予救助情形): met, not or unknown, each with what it rests on.

A finding is never a decision: an exclusion is a signal for a person, a condition that is met is a ground to look closer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yingjiu.catalog.condition import Condition, Element, Test, Told, judge, value_of
from yingjiu.catalog.rulebook import Article, Part, Rulebook


@dataclass(frozen=True, slots=True)
class Ground:
    """One element a part was judged by: what is known, what it is held against."""

    element: Element
    value: str
    threshold: str
    held: bool | None


@dataclass(frozen=True, slots=True)
class PartFound:
    """One thing the article asks for: holds, does not, or not known (None)."""

    says: str
    held: bool | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """An article with its parts; ``held`` None where it hangs on something not known."""

    article: Article
    held: bool | None
    parts: tuple[PartFound, ...]

    @property
    def unknown(self) -> tuple[Element, ...]:
        """Elements whose value is not known on which it hangs, the cheapest to check first."""
        found = {g.element.name: g.element for p in self.parts if p.held is None for g in p.grounds if g.held is None}
        return tuple(sorted(found.values(), key=lambda e: e.cost))


def find_conditions(book: Rulebook, told: Told) -> list[ArticleFound]:
    """Every item of article 7: met first, then those that hang on something, then those not met."""
    found = [_found(article, told, book.elements) for article in book.conditions]
    return sorted(found, key=lambda f: (f.held is not True, f.held is not None))


def find_exclusions(book: Rulebook, told: Told) -> list[ArticleFound]:
    """Items of article 8 that have a signal (held) or cannot be told (None); items without a sign are left out."""
    found = [_found(article, told, book.elements) for article in book.exclusions]
    return sorted((f for f in found if f.held is not False), key=lambda f: f.held is not True)


def _found(article: Article, told: Told, elements: Mapping[str, Element]) -> ArticleFound:
    parts = tuple(_part(part, told, elements) for part in article.parts)
    states = {part.held for part in parts}
    held = False if False in states else None if None in states else True
    return ArticleFound(article, held, parts)


def _part(part: Part, told: Told, elements: Mapping[str, Element]) -> PartFound:
    grounds = tuple(
        _ground(condition, told, elements, excluded=condition in part.test.none) for condition in part.test.conditions()
    )
    return PartFound(part.says, judge(part.test, told, elements), _telling(part.test, grounds))


def _telling(test: Test, grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Of alternatives, those that hold where one holds; else all."""
    held = [g for g in grounds if g.held]
    return tuple(held) if test.any and held and not test.all and not test.none else grounds


def _ground(condition: Condition, told: Told, elements: Mapping[str, Element], *, excluded: bool) -> Ground:
    value = value_of(condition.element, told, elements)
    held = condition.holds(value)
    shown = "不明" if value is None else f"{value:f}" if not isinstance(value, str) else value
    words = ("不得" if excluded else "") + condition.words
    return Ground(elements[condition.element], shown, words, held if not excluded or held is None else not held)
