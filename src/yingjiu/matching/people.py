"""Persons as the outputs show them (人的写法): one name and one number a person, whoever is linked carries the number everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

import duckdb

from yingjiu.values.idcard import birth_of, sex_of


@dataclass(frozen=True, slots=True)
class Person:
    """A person over all mentions."""

    key: int
    name: str
    id_number: str | None
    sex: str | None = None
    birth: str | None = None
    township: str | None = None
    address: str | None = None
    phone: str | None = None
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention opened for those who may see it: where it stands, its role, its fields, how it was linked."""

    key: int
    person: int
    case_id: int | None
    kind: str
    role: str
    place: str
    present: bool
    since: str | None
    until: str | None
    rule: str
    name: str
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)


def select_people(con: duckdb.DuckDBPyConnection, keys: Iterable[int]) -> dict[int, Person]:
    """The persons of these keys; needs ``people`` opened in the engine."""
    _keys(con, keys)
    rows = con.execute(
        "SELECT p.person, MODE(q.name), MAX(q.id_number), MODE(q.sex), MAX(q.birth), MODE(q.township), MODE(q.address), "
        "MAX(q.phone), LIST(DISTINCT q.name) FROM persons AS p JOIN wanted AS w ON w.key = p.person "
        "JOIN people AS q ON q.mention = p.mention GROUP BY p.person"
    ).fetchall()
    return {row[0]: _person(row) for row in rows}


def _person(row: tuple[object, ...]) -> Person:
    key, name, number, sex, birth, township, address, phone, names = row
    born = birth_of(str(number)) if number else None
    return Person(
        key=int(str(key)),
        name=str(name),
        id_number=str(number) if number else None,
        sex=sex_of(str(number)) if number else (str(sex) if sex else None),
        birth=born.isoformat() if born else (str(birth) if birth else None),
        township=str(township) if township else None,
        address=str(address) if address else None,
        phone=str(phone) if phone else None,
        other_names=tuple(sorted(str(n) for n in names if n != name)) if isinstance(names, list) else (),
    )


def select_mentions(con: duckdb.DuckDBPyConnection, where: str) -> dict[int, Mention]:
    """Mentions (of ``m``) opened with all their fields; ``where`` is SQL over m, p (persons) and c (cases)."""
    rows = con.execute(
        "SELECT m.mention, p.person, c.case_id, m.kind, m.role, q.place, m.present, m.since, m.until, p.rule, q.name, q.told "
        "FROM all_mentions AS m JOIN persons AS p ON p.mention = m.mention JOIN people AS q ON q.mention = m.mention "
        f"LEFT JOIN cases AS c ON c.record = m.record WHERE {where}"
    ).fetchall()
    mentions = {r[0]: Mention(*(*r[:11], _told(r[11]))) for r in rows}
    _keys(con, mentions)
    for mention, name, value in con.execute(
        "SELECT a.mention, a.field, a.value FROM all_attributes AS a JOIN wanted AS w ON w.key = a.mention "
        "WHERE a.field <> '案件组' AND a.field <> '被害人号' AND a.value NOT LIKE '密:%'"
    ).fetchall():
        fields = mentions[mention].fields
        fields[name] = (*fields.get(name, ()), value)
    return mentions


def _told(told: str | None) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in json.loads(told).items()} if told else {}


def _keys(con: duckdb.DuckDBPyConnection, keys: Iterable[int]) -> None:
    from yingjiu.pool.engine import create_table

    create_table(con, "wanted", {"key": "BIGINT"}, {"key": list(dict.fromkeys(keys))}, passing=True)
