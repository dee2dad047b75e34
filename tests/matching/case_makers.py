"""Small makers for matching tests: papers, mentions, an engine with linked tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import duckdb

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.papers import CaseFile, group_papers
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.pool.engine import create_table, open_engine
from yingjiu.pool.key import PoolKey
from yingjiu.pool.rows import ATTRIBUTE_TYPES, MENTION_TYPES, PEOPLE_TYPES, store_rows
from yingjiu.reading.facts import Compensation, Paper, Party, Victim
from yingjiu.values.idcard import check_character

KEY = PoolKey(b"t" * 32, b"s" * 32, "test")


def number(birth: str = "19900101", sequence: str = "123") -> str:
    body = f"329921{birth}{sequence}"
    return body + check_character(body)


def suspect(name: str, **told: str) -> Party:
    return Party(name, "犯罪嫌疑人", **told)


def victim(name: str, **told: object) -> Victim:
    return Victim(name, **told)  # type: ignore[arg-type]


def paper(
    kind: str,
    *,
    suspects: Sequence[str | Party] = (),
    victims: Sequence[str | Victim] = (),
    own: str | None = None,
    numbers: Sequence[str] = (),
    charge: str | None = None,
    day: str | None = None,
    parties: Sequence[Party] = (),
) -> Paper:
    return Paper(
        kind,
        day=day,
        own_number=own,
        numbers=(*((own,) if own else ()), *numbers),
        charge=charge,
        suspects=tuple(s if isinstance(s, Party) else suspect(s) for s in suspects),
        victims=tuple(v if isinstance(v, Victim) else victim(v) for v in victims),
        parties=tuple(parties),
    )


def group(files: dict[str, Paper]) -> list[list[str]]:
    """The places of the papers, case by case."""
    cases = group_papers([FiledPaper(place, p) for place, p in files.items()])
    return sorted(sorted(one.place for one in case.papers) for case in cases)


def case_of(*papers: Paper) -> CaseFile:
    cases = group_papers([FiledPaper(f"青检刑诉受〔2021〕1号/{n}.txt", p) for n, p in enumerate(papers)])
    assert len(cases) == 1
    return cases[0]


def engine(drafts: Iterable[Draft]) -> duckdb.DuckDBPyConnection:
    """All tables that matching starts from."""
    rows = store_rows(drafts, shipped_kinds(), KEY)
    con = open_engine(threads=1)
    create_table(con, "all_mentions", MENTION_TYPES, rows.mentions)
    create_table(con, "all_attributes", ATTRIBUTE_TYPES, rows.attributes)
    create_table(con, "people", PEOPLE_TYPES, rows.people)
    return con


def person(name: str = "张三", **told: object) -> PersonGiven:
    return PersonGiven(name, **told)  # type: ignore[arg-type]


PAID, PARTIAL, NONE, UNKNOWN = Compensation.PAID, Compensation.PARTIAL, Compensation.NONE, Compensation.UNKNOWN
GREAT = Decimal(20000)
