"""Drafts → the columns that are stored (入池的列): open keys and closed values apart from everything personal.

Open: keys (tokens), kind, role, days, closed values and case numbers. Sealed: name, number, birth, address, phone, where it
stands, free text, remarks. Nothing in the open part reads back to a person without the key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.pool.key import PoolKey
from yingjiu.values.casenumber import find_case_numbers
from yingjiu.values.idcard import birth_of, sex_of

MENTION_TYPES: Final = {
    "mention": "BIGINT", "record": "BIGINT", "kind": "VARCHAR", "role": "VARCHAR", "present": "BOOLEAN",
    "since": "VARCHAR", "until": "VARCHAR", "event": "VARCHAR", "id_key": "BIGINT", "day_key": "BIGINT",
    "month_key": "BIGINT", "year_key": "BIGINT", "name_key": "BIGINT", "town_key": "BIGINT",
}  # fmt: skip
ATTRIBUTE_TYPES: Final = {"mention": "BIGINT", "field": "VARCHAR", "value": "VARCHAR"}
PEOPLE_TYPES: Final = {
    "mention": "BIGINT", "name": "VARCHAR", "id_number": "VARCHAR", "birth": "VARCHAR", "sex": "VARCHAR",
    "township": "VARCHAR", "address": "VARCHAR", "phone": "VARCHAR", "place": "VARCHAR", "told": "VARCHAR",
}  # fmt: skip
# Computed anew each run from papers and never stored, so they may hold names and paths.
DERIVED: Final = frozenset({"案件组", "被害人号"})
VEIL: Final = "密:"
OPEN_TYPES: Final = frozenset({"取值", "罪名", "案由", "日期", "金额", "案号"})


@dataclass(frozen=True, slots=True)
class StoredRows:
    """Columns of one delivery, ready for the engine."""

    mentions: dict[str, list[Any]]
    attributes: dict[str, list[Any]]
    people: dict[str, list[Any]]


def store_rows(drafts: Iterable[Draft], kinds: Kinds, key: PoolKey) -> StoredRows:
    """Columns for a delivery's drafts; the mention key is the token of record, kind, role and position in the record."""
    mentions: dict[str, list[Any]] = {c: [] for c in MENTION_TYPES}
    attributes: dict[str, list[Any]] = {c: [] for c in ATTRIBUTE_TYPES}
    people: dict[str, list[Any]] = {c: [] for c in PEOPLE_TYPES}
    seen: dict[str, int] = {}
    for draft in drafts:
        place = f"{draft.kind}\x1f{draft.role}\x1f{draft.record}"
        seen[place] = seen.get(place, 0) + 1
        mention = key.token("mention", place, str(seen[place]))
        _add_mention(mentions, draft, mention, key)
        told = _add_attributes(attributes, draft, mention, kinds, key)
        _add_person(people, draft, mention, told)
    return StoredRows(mentions, attributes, people)


def person_keys(person: PersonGiven, key: PoolKey) -> tuple[int | None, int | None, int | None, int | None, int | None]:
    """Tokens of a person: by number, and by name + sex + birth to the day, month and year; by township.

    A masked name (张某某) has no token by name: it is never linked that way.
    """
    number = person.id_number
    by_id = key.token("id", number) if number else None
    town = key.token("town", person.township) if person.township else None
    born = birth_of(number) if number else None
    birth = born.isoformat() if born else person.birth
    sex = sex_of(number) if number else person.sex
    if person.masked or not (person.name and sex and birth):
        return by_id, None, None, None, town
    tokens = [key.token("nsb", person.name, sex, birth[:n]) if len(birth) >= n else None for n in (10, 7, 4)]
    return by_id, tokens[0], tokens[1], tokens[2], town


def _add_mention(mentions: dict[str, list[Any]], draft: Draft, mention: int, key: PoolKey) -> None:
    by_id, day, month, year, town = person_keys(draft.person, key)
    values = (
        mention, key.token("record", draft.record), draft.kind, draft.role, draft.state != "离册",
        draft.since, draft.until, next(iter(draft.fields.get("案发日期", ())), None), by_id, day, month, year,
        None if draft.person.masked else key.token("name", draft.person.name), town,
    )  # fmt: skip
    for column, value in zip(mentions.values(), values, strict=True):
        column.append(value)


def _add_attributes(
    attributes: dict[str, list[Any]], draft: Draft, mention: int, kinds: Kinds, key: PoolKey
) -> dict[str, Sequence[str]]:
    fields = kinds.kinds[draft.kind].fields
    told: dict[str, Sequence[str]] = {}
    for name, values in draft.fields.items():
        known = fields.get(name)
        if known is None or known.type not in OPEN_TYPES:
            told[name] = values
            continue
        secret = [v for v in values if name not in DERIVED and not _is_plain(known.type, v)]
        if secret:
            told[name] = secret
        for value in values:
            if value in secret and known.type != "案号":
                continue
            attributes["mention"].append(mention)
            attributes["field"].append(name)
            attributes["value"].append(_veil(value, key) if value in secret else value)
    if draft.remarks:
        told["备注"] = draft.remarks
    return told


def _is_plain(kind: str, value: str) -> bool:
    """Whether a value may stand in the open: a cell for a case number or charge can hold 张三与李四纠纷, a telephone number."""
    if kind == "案号":
        found = find_case_numbers(value)
        if found and (found[0][0], found[0][1]) == (0, len(value)):
            return True
        return not re.search(r"[\u3400-\u9fff]|\d{11}", value)
    return kind not in {"罪名", "案由"} or value in _known_matters() or len(value) <= 2


@cache
def _known_matters() -> frozenset[str]:
    return frozenset((*load_lexicon("罪名")["罪名"], *_all_texts(load_lexicon("案由"))))


def _all_texts(content: Any) -> Iterable[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from _all_texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from _all_texts(value)


def _veil(value: str, key: PoolKey) -> str:
    """A value that only tells equal from unequal."""
    return f"{VEIL}{key.token('value', value) & (2**64 - 1):016x}"


def _add_person(people: dict[str, list[Any]], draft: Draft, mention: int, told: dict[str, Sequence[str]]) -> None:
    p = draft.person
    values = (
        mention, p.name, p.id_number, p.birth, p.sex, p.township, p.address, p.phone, draft.record,
        json.dumps(told, ensure_ascii=False) if told else None,
    )  # fmt: skip
    for column, value in zip(people.values(), values, strict=True):
        column.append(value)
