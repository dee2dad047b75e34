"""Articles 7 and 8 for the page of a lead （条件）: met, not or unknown, what speaks for it, and the one fact to check next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.rulebook import Rulebook, rulebook_on
from yingjiu.grading.articles import ArticleFound, PartFound, find_conditions, find_exclusions

MARKS = {True: ("ok", "✓ 成立"), False: ("x", "✕ 不成立"), None: ("u", "? 不明")}
SIGNS = {True: ("u", "! 有迹象"), None: ("u", "? 不明")}


@dataclass(frozen=True, slots=True)
class PartShown:
    """A thing an article asks for, as it is shown."""

    mark: str
    word: str
    says: str
    ground: str
    bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article with its parts; ``open`` is how many of them are not known."""

    number: str
    says: str
    mark: str
    word: str
    parts: tuple[PartShown, ...]
    open: int
    place: int = 0

    @property
    def short(self) -> str:
        """The item without the article (第一项)."""
        return self.number.partition("条")[2] or self.number


@dataclass(frozen=True, slots=True)
class Findings:
    """What the working rules say of a lead."""

    book: str
    met: tuple[ArticleShown, ...]
    open: tuple[ArticleShown, ...]
    failed: tuple[ArticleShown, ...]
    exclusions: tuple[ArticleShown, ...]
    next: Element | None
    told: bool

    @property
    def all(self) -> tuple[ArticleShown, ...]:
        """Every item of article 7, in the order of the rules."""
        return tuple(sorted((*self.met, *self.open, *self.failed), key=lambda a: a.place))


def read_told(kept: Mapping[str, str | None], elements: Mapping[str, Element]) -> dict[str, Value]:
    """Elements as they were kept in the database; what the vocabulary no longer has falls away."""
    found: dict[str, Value] = {}
    for name, text in kept.items():
        element = elements.get(name)
        if element is None:
            continue
        try:
            found[name] = Decimal(text) if element.unit and text is not None else text
        except InvalidOperation:
            found[name] = None
    return found


Tell = Callable[[str], tuple[str, ...]]
"""What an element rests on, in words fit to be shown."""


def find(kept: Mapping[str, str | None], on: date, tell: Tell) -> Findings:
    """Judge what is known of a lead by the rules in force on a day."""
    book = rulebook_on(on)
    told = read_told(kept, book.elements)
    conditions, exclusions = find_conditions(book, told), find_exclusions(book, told)
    return Findings(
        book=book.name,
        met=_shown(conditions, book, tell, held=True),
        open=_shown(conditions, book, tell, held=None),
        failed=_shown(conditions, book, tell, held=False),
        exclusions=tuple(_exclusion(e) for e in exclusions),
        next=_next(conditions, exclusions) if kept else None,
        told=bool(kept),
    )


def _shown(found: Sequence[ArticleFound], book: Rulebook, tell: Tell, *, held: bool | None) -> tuple[ArticleShown, ...]:
    return tuple(_article(f, book.conditions.index(f.article), tell) for f in found if f.held is held)


def _article(found: ArticleFound, place: int, tell: Tell) -> ArticleShown:
    parts = tuple(_part(p, tell) for p in sorted(found.parts, key=lambda p: p.held is not None))
    return ArticleShown(
        found.article.number, found.article.says, *MARKS[found.held], parts, _unknown_parts(found), place
    )


def _part(part: PartFound, tell: Tell) -> PartShown:
    told = dict.fromkeys(f"{g.element.name} {g.value}" for g in part.grounds)
    bases = dict.fromkeys(w for g in part.grounds for w in tell(g.element.name)) if part.held is not None else {}
    return PartShown(*MARKS[part.held], part.says, "；".join(told), tuple(bases))


def _exclusion(found: ArticleFound) -> ArticleShown:
    mark, word = SIGNS[found.held]
    unknown = "、".join(e.name for e in found.unknown)
    part = PartShown(mark, word, found.article.says, unknown)
    return ArticleShown(found.article.number, found.article.says, mark, word, (part,), int(found.held is None))


def _next(conditions: Sequence[ArticleFound], exclusions: Sequence[ArticleFound]) -> Element | None:
    """The cheapest unknown of what speaks against; before that, where no article is met, of the one nearest to it."""
    met = any(c.held for c in conditions)
    near = sorted(() if met else (c for c in conditions if c.held is None), key=_unknown_parts)
    for found in (*near, *exclusions):
        if found.unknown:
            return found.unknown[0]
    return None


def _unknown_parts(found: ArticleFound) -> int:
    return sum(p.held is None for p in found.parts)
