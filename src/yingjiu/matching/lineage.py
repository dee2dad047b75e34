"""Which numbers are one case (案件谱系): records that carry two numbers join them; a case is what is joined.

Numbers that name only the record (检民受, 信, 检救) are no case. Only records of enforcement, of the criminal and juvenile
ledgers and of papers join numbers; a relief or petition record that names two original cases belongs to both and joins
nothing, a civil one joins what stands in different fields. The smallest label spreads until nothing changes; lineages are
short, so few rounds are needed. Labels are cut from MD5, which every engine computes alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import duckdb

from yingjiu.catalog.kind import Kind, Kinds
from yingjiu.pool.engine import in_list, quote

JOINING_KINDS: Final = ("执行案件", "刑事案件", "未检案件", "案件", "民事判决书")


def link_cases(con: duckdb.DuckDBPyConnection, kinds: Kinds) -> None:
    """Create ``cases(record, case_id)`` for records that name a case; needs ``all_mentions`` and ``all_attributes``.

    A record that names several cases which nothing joins has a row for each.
    """
    con.execute(
        "CREATE OR REPLACE TEMP TABLE named_numbers AS SELECT DISTINCT m.record, m.kind, a.field, a.value AS number "
        "FROM all_attributes AS a JOIN all_mentions AS m ON m.mention = a.mention "
        f"WHERE {_lineage_fields(kinds.kinds.values())}"
    )
    con.execute("CREATE OR REPLACE TEMP TABLE record_numbers AS SELECT DISTINCT record, number FROM named_numbers")
    con.execute(
        "CREATE OR REPLACE TEMP TABLE labels AS SELECT number, "
        "CAST(md5_number_lower(number) >> 1 AS BIGINT) AS label FROM (SELECT DISTINCT number FROM record_numbers) AS n"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE joining AS SELECT DISTINCT r.record, r.number FROM named_numbers AS r JOIN "
        "(SELECT record FROM named_numbers GROUP BY record HAVING COUNT(DISTINCT number) > 1 AND "
        f"(MAX(CASE WHEN kind IN {in_list(JOINING_KINDS)} THEN 1 ELSE 0 END) = 1 "
        "OR COUNT(*) = COUNT(DISTINCT field))) AS j ON j.record = r.record"
    )
    while _spread(con):
        pass
    con.execute(
        "CREATE OR REPLACE TABLE cases AS SELECT DISTINCT r.record, l.label AS case_id "
        "FROM record_numbers AS r JOIN labels AS l ON l.number = r.number"
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
