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
        for mention in self.mentions:  # noqa: SIM110 (asked of every person: a generator would cost more)
            if mention.left.kind == kind or (mention.right.kind == kind and mention.right.weight <= -99):
                return True
        return False

    def first(self, kind: str) -> Mention | None:
        """The first mention with a role word of this class before it."""
        for mention in self.mentions:
            if mention.left.kind == kind:
                return mention
        return None
