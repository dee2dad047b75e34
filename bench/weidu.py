"""The weidu models on 10⁵, 10⁶ and 10⁷ mentions beside hand-written DuckDB SQL for the same hits, in the same run.

Ours counts every step (the funnel); the hand-written SQL also counts its steps. Evidence is timed apart. Pairs are
interleaved; the median ratio is reported, with the growth from size to size.
"""

from __future__ import annotations

import json
import statistics
import sys
import time

import duckdb

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.model import shipped_models
from yingjiu.screening.evidence import Lineage, fetch_evidence
from yingjiu.screening.screen import read_hits, screen

HAND = """
CREATE OR REPLACE TEMP TABLE h_app AS SELECT DISTINCT person, case_id FROM mentions WHERE present
  AND ((kind = '民事检察案件' AND role = '申请人') OR (kind = '信访登记' AND role = '信访人'));
CREATE OR REPLACE TEMP TABLE h_open AS SELECT DISTINCT person, case_id FROM mentions AS m WHERE present AND kind = '执行案件'
  AND role = '申请执行人' AND NOT EXISTS (SELECT 1 FROM attributes AS a WHERE a.mention = m.mention AND a.field = '执行完毕' AND a.value = '是');
CREATE OR REPLACE TEMP TABLE h1 AS SELECT DISTINCT o.person, o.case_id FROM h_open AS o SEMI JOIN h_app AS a ON a.person = o.person;
CREATE OR REPLACE TEMP TABLE h2 AS SELECT DISTINCT a.person, a.case_id FROM h_app AS a SEMI JOIN
  (SELECT person FROM mentions WHERE present AND kind IN ({registers}) AND role IN ('成员', '本人')) AS r ON r.person = a.person;
CREATE OR REPLACE TEMP TABLE h3d AS SELECT DISTINCT d.person, d.case_id FROM mentions AS d SEMI JOIN
  (SELECT person, case_id FROM mentions WHERE present AND kind = '刑事案件' AND role = '犯罪嫌疑人') AS s
  ON s.person = d.person AND s.case_id = d.case_id WHERE d.present AND d.kind = '执行案件' AND d.role = '被执行人';
CREATE OR REPLACE TEMP TABLE h3 AS SELECT DISTINCT o.person, o.case_id FROM h3d AS d
  JOIN mentions AS m ON m.person = d.person AND m.case_id = d.case_id AND m.present AND m.kind = '执行案件' AND m.role = '被执行人'
  JOIN mentions AS n ON n.record = m.record AND n.present AND n.kind = '执行案件' AND n.role = '申请执行人'
  JOIN h_open AS o ON o.person = n.person AND o.case_id = n.case_id;
CREATE OR REPLACE TEMP TABLE rel AS SELECT DISTINCT person, case_id FROM mentions WHERE present AND kind = '司法救助案件' AND role = '救助申请人';
"""
MINUS = """
CREATE OR REPLACE TEMP TABLE h{n}_out AS SELECT person, case_id FROM h{n} AS s
  ANTI JOIN rel AS t ON t.person = s.person AND t.case_id = s.case_id
  WHERE NOT EXISTS (SELECT 1 FROM rel AS t WHERE t.person = s.person AND t.case_id IS NULL)
  AND (s.case_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM rel AS t WHERE t.person = s.person))
  AND NOT EXISTS (SELECT 1 FROM dead AS d WHERE d.person = s.person);
"""


def fill(con: duckdb.DuckDBPyConnection, size: int) -> None:
    """A pool shaped like a county's: mostly registers, some ledgers, enforcement with two people a record."""
    kinds = shipped_kinds()
    registers = [(k, kinds.kinds[k].own_roles[0]) for k in kinds.registers("困难群体")]
    con.execute("SELECT setseed(0.42)")
    con.execute("CREATE OR REPLACE TYPE kind_name AS ENUM (" + ", ".join(f"'{k}'" for k in kinds.kinds) + ")")
    con.execute(
        "CREATE OR REPLACE TYPE role_name AS ENUM ("
        + ", ".join(f"'{r}'" for r in sorted({r for k in kinds.kinds.values() for r in k.roles}))
        + ")"
    )
    people = size // 2
    con.execute(
        "CREATE OR REPLACE TABLE mentions (mention BIGINT, person BIGINT, case_id BIGINT, record BIGINT, kind kind_name, role role_name,"
        " present BOOLEAN, since DATE, until DATE, event DATE)"
    )
    per = int(size * 0.62) // len(registers)
    start = 0
    for kind, role in registers:
        con.execute(
            f"INSERT INTO mentions SELECT {start} + i, CAST(random() * {people} AS BIGINT), NULL, {start} + i, '{kind}', '{role}',"
            f" random() > 0.1, NULL, NULL, NULL FROM range({per}) AS t(i)"
        )
        start += per
    ledgers = (
        ("民事检察案件", "申请人", 0.03, False),
        ("信访登记", "信访人", 0.04, False),
        ("刑事案件", "犯罪嫌疑人", 0.06, True),
        ("司法救助案件", "救助申请人", 0.01, True),
    )
    cases = max(size // 10, 10)
    for kind, role, share, named in ledgers:
        rows = int(size * share)
        case = f"CAST(random() * {cases} AS BIGINT)" if named else "NULL"
        con.execute(
            f"INSERT INTO mentions SELECT {start} + i, CAST(random() * {people} AS BIGINT), {case}, {start} + i, '{kind}', '{role}',"
            f" true, NULL, NULL, NULL FROM range({rows}) AS t(i)"
        )
        start += rows
    half = int(size * 0.12)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE e AS SELECT i, CAST(random() * {cases} AS BIGINT) AS c, CAST(random() * {people} AS BIGINT) AS a,"
        f" CAST(random() * {people} AS BIGINT) AS d FROM range({half}) AS t(i)"
    )
    con.execute(
        "UPDATE e SET d = s.person, c = s.case_id FROM (SELECT person, case_id, row_number() OVER () AS n FROM mentions"
        " WHERE kind = '刑事案件') AS s WHERE s.n = e.i + 1 AND e.i % 4 = 0"
    )
    con.execute(
        f"INSERT INTO mentions SELECT {start} + 2 * i, a, c, {start} + i, '执行案件', '申请执行人', true, NULL, NULL, NULL FROM e"
    )
    con.execute(
        f"INSERT INTO mentions SELECT {start} + 2 * i + 1, d, c, {start} + i, '执行案件', '被执行人', true, NULL, NULL, NULL FROM e"
    )
    con.execute(
        "CREATE OR REPLACE TABLE attributes AS SELECT mention, '执行完毕' AS field, CASE WHEN random() < 0.4 THEN '是' ELSE '否' END AS value"
        " FROM mentions WHERE kind = '执行案件' UNION ALL SELECT mention, '救助类别', '全额' FROM mentions WHERE mention % 3 = 0"
    )
    con.execute(
        f"CREATE OR REPLACE TABLE dead AS SELECT CAST(random() * {people} AS BIGINT) AS person FROM range({size // 1000})"
    )


def by_hand(con: duckdb.DuckDBPyConnection, registers: str) -> None:
    """The same hits in SQL written by hand, with its steps counted."""
    for statement in HAND.format(registers=registers).split(";"):
        if statement.strip():
            con.execute(statement)
    for n in (1, 2, 3):
        con.execute(MINUS.format(n=n))
    for table in ("h_app", "h_open", "h1", "h2", "h3d", "h3", "h1_out", "h2_out", "h3_out"):
        con.execute(f"SELECT COUNT(DISTINCT person), COUNT(*) FROM {table}").fetchone()


def hand_hits(con: duckdb.DuckDBPyConnection) -> dict[str, set[tuple[int, int | None]]]:
    """What the hand-written SQL found."""
    return {f"weidu-{n}": set(con.execute(f"SELECT person, case_id FROM h{n}_out").fetchall()) for n in (1, 2, 3)}


def main(sizes: list[int]) -> list[dict[str, float]]:
    """Measure and print one line a size."""
    kinds = shipped_kinds()
    model = next(m for m in shipped_models() if m.id == "weidu")
    registers = ", ".join(f"'{k}'" for k in kinds.registers("困难群体"))
    report = []
    for size in sizes:
        con = duckdb.connect()
        con.execute("SET enable_progress_bar = false")
        fill(con, size)
        ours, hand = [], []
        for _ in range(5 if size >= 10**7 else 9):
            started = time.perf_counter()
            result = screen(con, [model])
            ours.append(time.perf_counter() - started)
            started = time.perf_counter()
            by_hand(con, registers)
            hand.append(time.perf_counter() - started)
        found: dict[str, set[tuple[int, int | None]]] = {}
        expected = hand_hits(con)
        hits = read_hits(con, [model])
        for hit in hits:
            found.setdefault(hit.model, set()).add((hit.person, hit.case_id))
        assert found == {k: v for k, v in expected.items() if v}, "the hits differ"
        started = time.perf_counter()
        evidence = len(fetch_evidence(con, [model], Lineage(result.statements, kinds)))
        line = {
            "mentions": size,
            "hits": len(hits),
            "ours_s": round(statistics.median(ours), 4),
            "hand_s": round(statistics.median(hand), 4),
            "ratio": round(statistics.median(o / h for o, h in zip(ours, hand, strict=True)), 3),
            "evidence_s": round(time.perf_counter() - started, 4),
            "evidence_rows": evidence,
        }
        report.append(line)
        print(json.dumps(line, ensure_ascii=False))
        con.close()
    return report


if __name__ == "__main__":
    main([int(float(a)) for a in sys.argv[1:]] or [10**5, 10**6, 10**7])
