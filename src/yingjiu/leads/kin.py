"""Household and kin of a person (家庭): who shares the household's lines of a register, whom the papers call a relative.

Minors of the household are never named, whoever looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.leads.sheets_lead import age_on
from yingjiu.leads.sheets_record import place_words, register_words, said
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.people import Mention, Person, select_mentions, select_people
from yingjiu.pool.engine import in_list

HEADS: Final = frozenset({"户主", "本人", "户主本人"})
ADULT: Final = 18
MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Kin:
    """One of the household or family; ``relation`` to the person as far as it is told; ``age`` in years or empty."""

    name: str
    relation: str
    age: str
    state: str
    place: str


def find_kin(
    con: duckdb.DuckDBPyConnection,
    person: Person,
    mentions: Sequence[Mention],
    papers: Iterable[FiledPaper],
    kinds: Kinds,
    on: date,
) -> tuple[Kin, ...]:
    """Household first, then relatives whom papers name, each once."""
    found = {k.name: k for k in _of_papers(person, mentions, papers)}
    for one in _of_household(con, person, mentions, kinds, on):
        before = found.get(one.name)
        relation = before.relation if before and before.relation else one.relation
        state = before.state if before and before.state else one.state
        found[one.name] = Kin(one.name, relation, one.age, state, one.place)
    shown = [k for k in found.values() if k.name != person.name]
    return tuple(_unnamed(k) for k in sorted(shown, key=lambda k: not k.age)[:MOST])


def _of_household(
    con: duckdb.DuckDBPyConnection, person: Person, mentions: Sequence[Mention], kinds: Kinds, on: date
) -> list[Kin]:
    """People under the same head on the same list, and those of the same line."""
    own = [m for m in mentions if m.present and kinds.kinds[m.kind].is_register]
    beside: dict[int, Mention] = {}
    for mine in own:
        rows = con.execute(
            "SELECT b.mention FROM all_mentions AS a JOIN all_mentions AS b ON b.record = a.record "
            "WHERE a.mention = $own AND b.present UNION SELECT m.mention FROM all_mentions AS m "
            "JOIN people AS q ON q.mention = m.mention WHERE m.kind = $kind AND m.present AND $head <> '' "
            "AND json_extract_string(q.told, '$.户主姓名[0]') = $head AND starts_with(q.place, $file) "
            "AND (q.township IS NULL OR $town = '' OR q.township = $town)",
            {
                "own": mine.key, "kind": mine.kind, "head": said(mine, "户主姓名"),
                "file": mine.place.split("#")[0] + "#", "town": person.township or "",
            },
        ).fetchall()  # fmt: skip
        keys = [k for (k,) in rows if k not in beside]
        if keys:
            beside |= select_mentions(con, f"m.mention IN ({', '.join(map(str, keys))})")
    others = {m.person: m for m in beside.values() if m.person != person.key}
    people = select_people(con, others)
    states = _states(con, others, kinds)
    return [_member(people[k], m, own, states.get(k, ""), on) for k, m in others.items()]


def _member(person: Person, mention: Mention, own: Sequence[Mention], state: str, on: date) -> Kin:
    mine = next((m for m in own if m.kind == mention.kind), None)
    role = said(mine, "与户主关系") if mine else ""
    relation = said(mention, "与户主关系")
    if mention.role not in {"成员", "户主", "本人"}:
        relation = mention.role
    elif relation in HEADS or mention.role == "户主":
        relation = "户主"
    elif relation and role not in HEADS:
        relation = f"户主之{relation}"
    age = age_on(person.birth, on)
    return Kin(person.name, relation, str(age) if age is not None else "", state, _where(mention.place))


def _states(con: duckdb.DuckDBPyConnection, people: Mapping[int, Mention], kinds: Kinds) -> dict[int, str]:
    """What else is known of the household's people: their registers, or that they died."""
    if not people:
        return {}
    keys = ", ".join(map(str, people))
    registers = in_list(kinds.registers("困难群体") or ("-",))
    told: dict[int, list[str]] = {}
    for m in select_mentions(con, f"p.person IN ({keys}) AND m.present AND m.kind IN {registers}").values():
        if kinds.is_own(m.kind, m.role):
            told.setdefault(m.person, []).append(re.sub(r"\(.*?\)$", "", register_words(m)))
    states = {k: "、".join(dict.fromkeys(v)) for k, v in told.items()}
    dead = con.execute(f"SELECT person FROM dead WHERE person IN ({keys})").fetchall()
    return states | {k: "已故" for (k,) in dead}


def _of_papers(person: Person, mentions: Iterable[Mention], papers: Iterable[FiledPaper]) -> list[Kin]:
    """Relatives of a victim who is this person; the dead for whom the person stands."""
    found: dict[str, Kin] = {}
    for m in mentions:
        for dead in m.fields.get("代为", ()):
            relation = said(m, "关系")
            found[dead] = Kin(dead, f"本人是其{relation}" if relation else "", "", "本案死者", "")
    for one in papers:
        for victim in one.paper.victims:
            if victim.name != person.name:
                continue
            for relative in victim.relatives:
                if not relative.organisation:
                    place = f"{one.paper.called} {_where(one.place)}"
                    found.setdefault(relative.name, Kin(relative.name, relative.relation or "近亲属", "", "", place))
    return list(found.values())


def _unnamed(kin: Kin) -> Kin:
    if kin.age and int(kin.age) < ADULT:
        return Kin(kin.name[:1] + "某", kin.relation, kin.age, kin.state, kin.place)
    return kin


def _where(place: str) -> str:
    return place_words(place).rpartition("/")[2]
