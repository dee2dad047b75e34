"""What is known of a paper when its single facts are read (文书的场面): text, zones, who is who, where words stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from yingjiu.reading.injury import Injury
from yingjiu.reading.loss import Loss
from yingjiu.reading.people import Mention
from yingjiu.reading.relatives import Relation
from yingjiu.reading.spots import Spot
from yingjiu.reading.zones import Zones


class Finding(NamedTuple):
    """A fact at ``text[start:end]`` of the clean text; the other fields are those of ``facts.Fact``."""

    kind: str
    value: str
    polarity: str
    start: int
    end: int
    person: str | None = None
    payer: str | None = None
    amount: Decimal | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One paper: its clean text with zones, its people, and the places of the words of all lists.

    Attributes:
        text: clean text.
        zones: its zones.
        paper_type: by the words of the catalogue.
        day: ISO date the paper bears.
        mentions: every place of every person's name, in order.
        victims: names of the victims.
        suspects: names of the suspects or defendants.
        relations: who is whose relative.
        dead: names of the dead victims.
        spots: by word list, the places of its words.
        injuries: every statement of a death or an injury's grade.
        losses: by victim, what was taken or is owed.
    """

    text: str
    zones: Zones
    paper_type: str
    day: str | None
    mentions: Sequence[Mention]
    victims: tuple[str, ...]
    suspects: tuple[str, ...]
    relations: Sequence[Relation]
    dead: frozenset[str]
    spots: Mapping[str, Sequence[Spot]]
    injuries: Sequence[Injury] = ()
    losses: Mapping[str, Loss] = field(default_factory=dict)
