"""Asks the compensation reader (赔偿、谅解) with what the other readers found of each victim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.relatives import Relation
from yingjiu.reading.zones import Zones
from yingjiu.texts.clean import CleanText


def settle_victims(
    clean: CleanText,
    zones: Zones,
    victims: Sequence[str],
    relations: Sequence[Relation],
    dead: set[str],
    suspects: Sequence[str],
    paper_type: str,
    aliases: Mapping[str, str],
) -> CompensationReading:
    """Compensation and forgiveness by victim and of the whole paper; ``aliases``: another name → the victim's name."""
    known = [
        VictimNames(
            name=name,
            aliases=tuple(alias for alias, kept in aliases.items() if kept == name),
            relatives=tuple(dict.fromkeys(r.name for r in relations if r.of == name and r.name not in suspects)),
            dead=name in dead,
        )
        for name in victims
    ]
    return read_compensation(clean, zones, known, list(suspects), paper_type)
