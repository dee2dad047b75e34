"""Case files without a number and the ledger (台账补号): the same suspect under the same charge, and only one such case.

A file whose folder and papers tell no 受理号 takes that of the ledger record when exactly one record that no file has yet
names one of its suspects (by number, or by name, sex and birth) under one of its charges, and no other such file claims it.
"""

from __future__ import annotations

import duckdb

# Files with papers of the office, with no 受理号 of their own, and ledger records that no number links to a file.
_FILES = """
CREATE OR REPLACE TEMP TABLE bare_files AS
SELECT DISTINCT m.record FROM all_mentions AS m JOIN all_attributes AS a ON a.mention = m.mention
WHERE m.kind = '案件' AND a.field = '有文书' AND a.value <> '刑事判决书' AND m.record NOT IN (
  SELECT n.record FROM all_mentions AS n JOIN all_attributes AS b ON b.mention = n.mention
  WHERE n.kind = '案件' AND b.field = '受理号')
"""
_LEDGER = """
CREATE OR REPLACE TEMP TABLE free_ledger AS
SELECT m.record, MIN(a.value) AS number FROM all_mentions AS m JOIN all_attributes AS a ON a.mention = m.mention
WHERE m.kind IN ('刑事案件', '未检案件') AND a.field = '受理号' AND m.record NOT IN (
  SELECT c.record FROM cases AS c JOIN cases AS d ON d.case_id = c.case_id
  JOIN all_mentions AS n ON n.record = d.record AND n.kind = '案件')
GROUP BY m.record
"""
_SUSPECTS = """
CREATE OR REPLACE TEMP TABLE told_suspects AS
SELECT DISTINCT m.record, k.key, a.value AS charge FROM all_mentions AS m
JOIN all_attributes AS a ON a.mention = m.mention AND a.field = '罪名'
JOIN (SELECT mention, id_key AS key FROM all_mentions WHERE id_key IS NOT NULL
  UNION ALL SELECT mention, day_key FROM all_mentions WHERE day_key IS NOT NULL) AS k ON k.mention = m.mention
WHERE m.role = '犯罪嫌疑人' AND (m.record IN (SELECT record FROM bare_files) OR m.record IN (SELECT record FROM free_ledger))
"""
_INDICTED = """
CREATE OR REPLACE TEMP TABLE indicted AS
SELECT DISTINCT m.record, a.value AS number FROM all_mentions AS m JOIN all_attributes AS a ON a.mention = m.mention
WHERE a.field = '文书号' AND a.value LIKE '%检%诉%' AND a.value NOT LIKE '%受%'
  AND (m.record IN (SELECT record FROM bare_files) OR m.record IN (SELECT record FROM free_ledger))
"""
_PAIRS = """
CREATE OR REPLACE TEMP TABLE ledger_pairs AS
SELECT DISTINCT f.record AS file, l.record AS ledger, g.number FROM told_suspects AS f
JOIN bare_files AS b ON b.record = f.record JOIN told_suspects AS l ON l.key = f.key AND l.charge = f.charge
JOIN free_ledger AS g ON g.record = l.record
WHERE NOT EXISTS (SELECT 1 FROM indicted AS x JOIN indicted AS y ON y.number <> x.number
  WHERE x.record = f.record AND y.record = g.record)
"""
_CHOSEN = """
CREATE OR REPLACE TEMP TABLE ledger_chosen AS
SELECT p.file, MIN(p.number) AS number FROM ledger_pairs AS p
JOIN (SELECT number FROM ledger_pairs GROUP BY number HAVING COUNT(DISTINCT file) = 1) AS o ON o.number = p.number
GROUP BY p.file HAVING COUNT(DISTINCT p.number) = 1
  AND p.file NOT IN (SELECT q.file FROM ledger_pairs AS q GROUP BY q.file HAVING COUNT(DISTINCT q.number) > 1)
"""
_WRITE = """
INSERT INTO all_attributes SELECT m.mention, '受理号', c.number FROM all_mentions AS m
JOIN ledger_chosen AS c ON c.file = m.record
"""


def link_ledger(con: duckdb.DuckDBPyConnection) -> bool:
    """Write the ledger's 受理号 on case files without one; whether any was written (then cases are to be linked again).

    Needs ``all_mentions``, ``all_attributes`` and ``cases``.
    """
    for statement in (_FILES, _LEDGER):
        con.execute(statement)
    if not con.execute("SELECT COUNT(*) FROM bare_files").fetchall()[0][0]:
        return False
    for statement in (_SUSPECTS, _INDICTED, _PAIRS, _CHOSEN, _WRITE):
        con.execute(statement)
    return bool(con.execute("SELECT COUNT(*) FROM ledger_chosen").fetchall()[0][0])
