"""Asks the compensation reader (赔偿、谅解) with what the other readers found of each victim."""

from __future__ import annotations

from yingjiu.reading.assembly import Cast, Harm
from yingjiu.reading.compensation import CompensationReading, VictimNames, read_compensation
from yingjiu.reading.zones import Zones
from yingjiu.texts.clean import CleanText


def settle_victims(clean: CleanText, zones: Zones, cast: Cast, harm: Harm, paper_type: str) -> CompensationReading:
    """Compensation and forgiveness by victim and of the whole paper, with the facts they stand on."""
    suspects = [person.name for person in cast.suspects]
    victims = [_names(person.name, cast, harm, suspects) for person in cast.victims]
    told = {*suspects, *(word for victim in victims for word in victim.words())}
    strangers = tuple(name for name in cast.people if name not in told)
    return read_compensation(clean, zones, victims, suspects, paper_type, strangers)


def _names(name: str, cast: Cast, harm: Harm, suspects: list[str]) -> VictimNames:
    loss = harm.losses.get(name)
    kin = tuple(dict.fromkeys(r.name for r in cast.relations if r.of == name and r.name not in suspects))
    hurt = {person.name for person in cast.victims}
    return VictimNames(
        name=name,
        aliases=tuple(alias for alias, kept in cast.aliases.items() if kept == name),
        relatives=tuple(one for one in kin if one not in hurt),
        kin=tuple(one for one in kin if one in hurt),
        dead=name in harm.dead,
        hurt=loss is not None or name in harm.injuries,
        loss=loss.amount if loss else None,
    )
