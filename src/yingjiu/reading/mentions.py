"""People and the places where a paper names them (人物与提及)."""

from __future__ import annotations

from dataclasses import dataclass, field

from yingjiu.reading.cues import NO_CUE, Cue


@dataclass(slots=True)
class Mention:
    """One place where a person is named, with the words before and behind; members of a list share ``group``."""

    name: str
    start: int
    end: int
    left: Cue = NO_CUE
    right: Cue = NO_CUE
    group: int = 0


@dataclass(slots=True)
class Person:
    """One name of a paper with all its mentions, in order."""

    name: str
    organisation: bool = False
    mentions: list[Mention] = field(default_factory=list)

    def has(self, kind: str) -> bool:
        """Whether a mention stands in this context, before or behind."""
        return any(m.left.kind == kind or (m.right.kind == kind and m.right.weight <= -99) for m in self.mentions)

    def first(self, kind: str) -> Mention | None:
        """The first mention with a role word of this class before it."""
        return next((m for m in self.mentions if m.left.kind == kind), None)
