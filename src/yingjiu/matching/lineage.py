"""Which numbers are one case (案件谱系): records that carry two numbers join them; a case is what is joined.

Numbers that name only the record (检民受, 信, 检救) are no case. The smallest label spreads until nothing changes; lineages are
short, so few rounds are needed.
"""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from yingjiu.catalog.kind import Kind, Kinds
from yingjiu.pool.engine import quote


def link_cases(con: duckdb.DuckDBPyConnection, kinds: Kinds) -> None:
    """Create ``cases(record, case_id)`` for records that name a case; needs ``all_mentions`` and ``all_attributes``."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE record_numbers AS SELECT DISTINCT m.record, a.value AS number "
        "FROM all_attributes AS a JOIN all_mentions AS m ON m.mention = a.mention "
        f"WHERE {_lineage_fields(kinds.kinds.values())}"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE labels AS SELECT number, "
        "CAST(hash(number) >> 1 AS BIGINT) AS label FROM (SELECT DISTINCT number FROM record_numbers) AS n"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE joining AS SELECT r.record, r.number FROM record_numbers AS r JOIN "
        "(SELECT record FROM record_numbers GROUP BY record HAVING COUNT(*) > 1) AS j ON j.record = r.record"
    )
    while _spread(con):
        pass
    con.execute(
        "CREATE OR REPLACE TABLE cases AS SELECT r.record, MIN(l.label) AS case_id "
        "FROM record_numbers AS r JOIN labels AS l ON l.number = r.number GROUP BY r.record"
    )


def _lineage_fields(kinds: Iterable[Kind]) -> str:
    parts = []
    for kind in kinds:
        names = ", ".join(quote(f) for f in kind.lineage)
        if names:
            parts.append(f"(m.kind = {quote(kind.name)} AND a.field IN ({names}))")
    return " OR ".join(parts)


def _spread(con: duckdb.DuckDBPyConnection) -> bool:
    con.execute(
        "CREATE OR REPLACE TEMP TABLE smaller AS SELECT j.number, MIN(b.label) AS label FROM joining AS j JOIN "
        "(SELECT j.record, MIN(l.label) AS label FROM joining AS j JOIN labels AS l ON l.number = j.number "
        "GROUP BY j.record) AS b ON b.record = j.record GROUP BY j.number"
    )
    changed = con.execute(
        "UPDATE labels SET label = s.label FROM smaller AS s WHERE s.number = labels.number AND s.label < labels.label"
    ).fetchone()
    return bool(changed and changed[0])
