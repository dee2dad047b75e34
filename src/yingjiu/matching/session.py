"""From what the pool holds to the tables that models read (筛查前的准备): link cases, link persons, write computed facts."""

from __future__ import annotations

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.matching.facts import write_facts
from yingjiu.matching.ledgerlink import link_ledger
from yingjiu.matching.lineage import link_cases
from yingjiu.matching.persons import link_persons
from yingjiu.pool.engine import in_list

_MENTIONS = """
CREATE OR REPLACE TABLE mentions AS
SELECT m.mention, p.person, c.case_id, m.record, CAST(m.kind AS kind_name) AS kind,
  CAST(m.role AS role_name) AS role, m.present,
  TRY_CAST(m.since AS DATE) AS since, TRY_CAST(m.until AS DATE) AS until, TRY_CAST(m.event AS DATE) AS event
FROM all_mentions AS m JOIN persons AS p ON p.mention = m.mention LEFT JOIN cases AS c ON c.record = m.record
"""


def prepare(con: duckdb.DuckDBPyConnection, kinds: Kinds) -> None:
    """Make ``mentions``, ``attributes`` and ``dead`` out of ``all_mentions`` and ``all_attributes``."""
    link_cases(con, kinds)
    if link_ledger(con):
        link_cases(con, kinds)
    link_persons(con)
    write_facts(con)
    for name, words in _names(kinds).items():
        con.execute(f"CREATE OR REPLACE TYPE {name} AS ENUM {in_list(words)}")
    con.execute(_MENTIONS)
    con.execute("CREATE OR REPLACE VIEW attributes AS SELECT mention, field, value FROM all_attributes")


def _names(kinds: Kinds) -> dict[str, list[str]]:
    """Kinds and roles as closed types: compared as numbers, written as words."""
    roles = sorted({r for k in kinds.kinds.values() for r in k.roles})
    return {"kind_name": sorted(kinds.kinds), "role_name": roles}
