"""Facts that hold of a matter over all its records (推算的事实), written as attributes before any model reads.

执行完毕: a matter (执行依据 × applicant) is finished when any of its records says so or the whole sum was collected, also by a
record that resumed it; one applicant's record says nothing of another's. 目前赔偿 becomes 已赔偿 for who was paid by finished
enforcement of the same case, and for those who stand beside them for the same victim.
"""

from __future__ import annotations

import duckdb

_ENFORCEMENT = """
CREATE OR REPLACE TEMP TABLE told_enforcement AS
SELECT m.record, MAX(CASE WHEN a.field = '执行依据' THEN a.value END) AS instrument, MAX(c.case_id) AS case_id,
  BOOL_OR(a.field = '结案方式' AND a.value IN ('执行完毕', '和解履行完毕')) AS said,
  MAX(CASE WHEN a.field = '申请标的额' THEN TRY_CAST(a.value AS DECIMAL(18,2)) END) AS target,
  MAX(CASE WHEN a.field = '已执行金额' THEN TRY_CAST(a.value AS DECIMAL(18,2)) END) AS collected
FROM all_mentions AS m LEFT JOIN all_attributes AS a ON a.mention = m.mention LEFT JOIN cases AS c ON c.record = m.record
WHERE m.kind = '执行案件' GROUP BY m.record
"""
# A record that names no 执行依据 (a resumed one) rests on the only one its case has.
_MATTERS = """
CREATE OR REPLACE TEMP TABLE enforcement AS
SELECT e.record, COALESCE(e.instrument, i.instrument, CAST(e.case_id AS VARCHAR), CAST(e.record AS VARCHAR)) AS matter,
  e.case_id, COALESCE(e.said, false) OR COALESCE(e.target > 0 AND e.collected >= e.target, false) AS done
FROM told_enforcement AS e LEFT JOIN (SELECT case_id, MAX(instrument) AS instrument FROM told_enforcement
  GROUP BY case_id HAVING COUNT(DISTINCT instrument) = 1) AS i ON i.case_id = e.case_id
"""
_APPLICANTS = """
CREATE OR REPLACE TEMP TABLE applicants AS
SELECT e.record, e.matter, e.case_id, e.done, m.mention, p.person FROM enforcement AS e
JOIN all_mentions AS m ON m.record = e.record AND m.role = '申请执行人' JOIN persons AS p ON p.mention = m.mention
"""
_FINISHED_PEOPLE = """
CREATE OR REPLACE TEMP TABLE finished_people AS SELECT DISTINCT matter, case_id, person FROM applicants WHERE done
"""
# An applicant is finished by any record of the same matter; the debtor of a record when all its applicants are.
_FINISHED_MENTIONS = """
CREATE OR REPLACE TEMP TABLE finished_applicants AS
SELECT a.record, a.mention, BOOL_OR(a.done OR f.person IS NOT NULL) AS finished FROM applicants AS a
LEFT JOIN finished_people AS f ON f.matter = a.matter AND f.person = a.person GROUP BY a.record, a.mention
"""
_WRITE_FINISHED = """
INSERT INTO all_attributes
SELECT m.mention, '执行完毕', CASE WHEN COALESCE(a.finished, r.finished, e.done) THEN '是' ELSE '否' END
FROM all_mentions AS m JOIN enforcement AS e ON e.record = m.record
LEFT JOIN finished_applicants AS a ON a.mention = m.mention
LEFT JOIN (SELECT record, BOOL_AND(finished) AS finished FROM finished_applicants GROUP BY record) AS r
  ON r.record = m.record
WHERE m.kind = '执行案件'
"""
_PAID = """
CREATE OR REPLACE TABLE paid_by_enforcement AS
SELECT m.mention, f.person, f.case_id FROM all_mentions AS m JOIN cases AS c ON c.record = m.record
JOIN persons AS p ON p.mention = m.mention
JOIN finished_people AS f ON f.case_id = c.case_id AND f.person = p.person
WHERE (m.kind = '案件' AND m.role = '受害一方') OR (m.kind = '民事判决书' AND m.role = '原告')
"""
_BESIDE = """
INSERT INTO paid_by_enforcement
SELECT DISTINCT other.mention, p.person, p.case_id FROM paid_by_enforcement AS p
JOIN all_attributes AS a ON a.mention = p.mention AND a.field = '被害人号'
JOIN all_attributes AS b ON b.field = '被害人号' AND b.value = a.value
JOIN all_mentions AS other ON other.mention = b.mention AND other.role = '受害一方'
"""
_FORGET = """
DELETE FROM all_attributes WHERE field = '目前赔偿' AND mention IN (SELECT mention FROM paid_by_enforcement)
"""
_WRITE_PAID = """
INSERT INTO all_attributes SELECT DISTINCT mention, '目前赔偿', '已赔偿' FROM paid_by_enforcement
"""
_DEAD = """
CREATE OR REPLACE TABLE dead AS SELECT DISTINCT p.person FROM all_mentions AS m JOIN persons AS p ON p.mention = m.mention
JOIN all_attributes AS a ON a.mention = m.mention WHERE m.kind = '案件' AND m.role = '被害人'
AND a.field = '伤情' AND a.value = '死亡'
"""


def write_facts(con: duckdb.DuckDBPyConnection) -> None:
    """Write the computed attributes and ``dead``; needs ``persons`` and ``cases``."""
    for statement in (
        _ENFORCEMENT, _MATTERS, _APPLICANTS, _FINISHED_PEOPLE, _FINISHED_MENTIONS, _WRITE_FINISHED,
        _PAID, _BESIDE, _FORGET, _WRITE_PAID, _DEAD,
    ):  # fmt: skip
        con.execute(statement)
