"""Which mentions are one person (同一人): equal id numbers; without one, equal name, sex and birth to the precision given and,
where both give it, township. Never by name alone; only inside one case does a bare name mean the person of that name there.

All in SQL over tokens, so that it costs the same at a county and a province. Every link keeps its rule; where more than one
person fits, nothing is linked and the mention says so.
"""

from __future__ import annotations

import duckdb

_ID_PEOPLE = """
CREATE OR REPLACE TEMP TABLE id_people AS
SELECT DISTINCT id_key, level, key FROM (
  SELECT id_key, 3 AS level, day_key AS key FROM all_mentions WHERE id_key IS NOT NULL
  UNION ALL SELECT id_key, 2, month_key FROM all_mentions WHERE id_key IS NOT NULL
  UNION ALL SELECT id_key, 1, year_key FROM all_mentions WHERE id_key IS NOT NULL) AS u
WHERE key IS NOT NULL
"""
_TOWNS = """
CREATE OR REPLACE TEMP TABLE id_towns AS
SELECT DISTINCT id_key, town_key FROM all_mentions WHERE id_key IS NOT NULL AND town_key IS NOT NULL
"""
_LOOSE = """
CREATE OR REPLACE TEMP TABLE loose AS
SELECT mention, CASE WHEN day_key IS NOT NULL THEN 3 WHEN month_key IS NOT NULL THEN 2 ELSE 1 END AS level,
  COALESCE(day_key, month_key, year_key) AS key, town_key
FROM all_mentions WHERE id_key IS NULL AND COALESCE(day_key, month_key, year_key) IS NOT NULL
"""
# A candidate fits when either side gives no township, or one of the person's townships is the one given.
_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT l.level, l.key, l.town_key, p.id_key,
  MAX(CASE WHEN t.town_key = l.town_key THEN 1 ELSE 0 END) AS same_town,
  MAX(CASE WHEN t.town_key IS NULL THEN 1 ELSE 0 END) AS no_town
FROM (SELECT DISTINCT level, key, town_key FROM loose) AS l
JOIN id_people AS p ON p.level = l.level AND p.key = l.key
LEFT JOIN id_towns AS t ON t.id_key = p.id_key
GROUP BY l.level, l.key, l.town_key, p.id_key
HAVING l.town_key IS NULL OR MAX(CASE WHEN t.town_key = l.town_key THEN 1 ELSE 0 END) = 1
  OR MAX(CASE WHEN t.town_key IS NULL THEN 1 ELSE 0 END) = 1
"""
_LINKED = """
CREATE OR REPLACE TEMP TABLE linked AS
SELECT level, key, town_key, COUNT(*) AS fitting, MIN(id_key) AS id_key, SUM(same_town) AS in_town,
  MIN(CASE WHEN same_town = 1 THEN id_key END) AS id_in_town
FROM candidates GROUP BY level, key, town_key
"""
_TOWN_GROUPS = """
CREATE OR REPLACE TEMP TABLE town_groups AS
SELECT level, key, COUNT(DISTINCT town_key) AS towns, MIN(town_key) AS town_key FROM loose GROUP BY level, key
"""
_PERSONS = """
CREATE OR REPLACE TABLE persons AS
SELECT m.mention,
  CASE
    WHEN m.id_key IS NOT NULL THEN m.id_key
    WHEN k.fitting = 1 THEN k.id_key
    WHEN k.in_town = 1 THEN k.id_in_town
    WHEN l.key IS NOT NULL THEN xor(l.key, COALESCE(l.town_key, CASE WHEN g.towns = 1 THEN g.town_key END, 0))
    ELSE m.mention
  END AS person,
  CASE
    WHEN m.id_key IS NOT NULL THEN '证件号码'
    WHEN k.fitting = 1 OR k.in_town = 1 THEN CASE l.level WHEN 3 THEN '姓名性别出生日期' ELSE '姓名性别出生年月' END
    WHEN k.fitting > 1 THEN '不止一人相符'
    WHEN l.key IS NOT NULL THEN '姓名性别出生日期'
    ELSE '只有姓名'
  END AS rule
FROM all_mentions AS m
LEFT JOIN loose AS l ON l.mention = m.mention
LEFT JOIN linked AS k ON k.level = l.level AND k.key = l.key AND k.town_key IS NOT DISTINCT FROM l.town_key
LEFT JOIN town_groups AS g ON g.level = l.level AND g.key = l.key
"""
# Inside one case a bare name is the one person of that name there.
_IN_CASE = """
CREATE OR REPLACE TEMP TABLE in_case AS
SELECT n.mention, MIN(o.person) AS person FROM (
  SELECT p.mention, m.name_key, c.case_id FROM persons AS p JOIN all_mentions AS m ON m.mention = p.mention
  JOIN cases AS c ON c.record = m.record WHERE p.rule = '只有姓名' AND m.name_key IS NOT NULL) AS n
JOIN (
  SELECT p.person, m.name_key, c.case_id FROM persons AS p JOIN all_mentions AS m ON m.mention = p.mention
  JOIN cases AS c ON c.record = m.record WHERE p.rule <> '只有姓名') AS o
ON o.name_key = n.name_key AND o.case_id = n.case_id
GROUP BY n.mention HAVING COUNT(DISTINCT o.person) = 1
"""


def link_persons(con: duckdb.DuckDBPyConnection) -> None:
    """Create ``persons(mention, person, rule)`` for every mention; needs ``all_mentions`` and ``cases``."""
    for statement in (_ID_PEOPLE, _TOWNS, _LOOSE, _CANDIDATES, _LINKED, _TOWN_GROUPS, _PERSONS, _IN_CASE):
        con.execute(statement)
    con.execute(
        "UPDATE persons SET person = i.person, rule = '同案同名' FROM in_case AS i WHERE i.mention = persons.mention"
    )
