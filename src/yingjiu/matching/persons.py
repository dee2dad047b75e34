"""Which mentions are one person (同一人): equal id numbers, else equal name, sex, birth and township, never name alone.

Birth counts to the precision given, township where both give it; only inside one case does a bare name mean the person of
that name there.

All in SQL over tokens, so that it costs the same at a county and a province. Mentions without a number are placed from the
surest birth to the least: day, month, year; each finds those with a number and those placed before it. Every link keeps its
rule; where more than one person fits, nothing is linked and the mention says so.
"""

from __future__ import annotations

from typing import Final

import duckdb

# Whom a mention without a number can be: a person under each of its keys, and where that person is known to live.
_KNOWN = """
CREATE OR REPLACE TEMP TABLE known_people AS
SELECT DISTINCT id_key AS person, level, key FROM (
  SELECT id_key, 3 AS level, day_key AS key FROM all_mentions WHERE id_key IS NOT NULL
  UNION ALL SELECT id_key, 2, month_key FROM all_mentions WHERE id_key IS NOT NULL
  UNION ALL SELECT id_key, 1, year_key FROM all_mentions WHERE id_key IS NOT NULL) AS u
WHERE key IS NOT NULL
"""
_TOWNS = """
CREATE OR REPLACE TEMP TABLE known_towns AS
SELECT DISTINCT id_key AS person, town_key FROM all_mentions WHERE id_key IS NOT NULL AND town_key IS NOT NULL
"""
_LOOSE = """
CREATE OR REPLACE TEMP TABLE loose AS
SELECT mention, CASE WHEN day_key IS NOT NULL THEN 3 WHEN month_key IS NOT NULL THEN 2 ELSE 1 END AS level,
  COALESCE(day_key, month_key, year_key) AS key, month_key, year_key, town_key
FROM all_mentions WHERE id_key IS NULL AND COALESCE(day_key, month_key, year_key) IS NOT NULL
"""
# A candidate fits when either side gives no township, or one of the person's townships is the one given.
_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT l.key, l.town_key, p.person, MAX(CASE WHEN t.town_key = l.town_key THEN 1 ELSE 0 END) AS same_town
FROM (SELECT DISTINCT key, town_key FROM loose WHERE level = {level}) AS l
JOIN known_people AS p ON p.level = {level} AND p.key = l.key
LEFT JOIN known_towns AS t ON t.person = p.person
GROUP BY l.key, l.town_key, p.person
HAVING l.town_key IS NULL OR MAX(CASE WHEN t.town_key = l.town_key THEN 1 ELSE 0 END) = 1
  OR MAX(CASE WHEN t.town_key IS NULL THEN 1 ELSE 0 END) = 1
"""
# Where nobody or more than one fits, those who give the same township (or none, where only one is given) are one person.
_PLACED = """
INSERT INTO placed
SELECT l.mention,
  CASE
    WHEN k.fitting = 1 OR k.in_town = 1 THEN COALESCE(k.in_town_person, k.person)
    ELSE xor(l.key, COALESCE(l.town_key, CASE WHEN g.towns = 1 THEN g.town_key END, 0))
  END AS person,
  CASE
    WHEN k.fitting > 1 AND k.in_town <> 1 THEN '不止一人相符'
    WHEN {level} = 3 THEN '姓名性别出生日期'
    ELSE '姓名性别出生年月'
  END AS rule
FROM loose AS l
LEFT JOIN (SELECT key, town_key, COUNT(*) AS fitting, MIN(person) AS person, SUM(same_town) AS in_town,
  MIN(CASE WHEN same_town = 1 THEN person END) AS in_town_person FROM candidates GROUP BY key, town_key) AS k
  ON k.key = l.key AND k.town_key IS NOT DISTINCT FROM l.town_key
LEFT JOIN (SELECT key, COUNT(DISTINCT town_key) AS towns, MIN(town_key) AS town_key FROM loose WHERE level = {level}
  GROUP BY key) AS g ON g.key = l.key
WHERE l.level = {level}
"""
# Those placed now can be found by those who tell less of their birth.
_LEARN = """
INSERT INTO known_people SELECT DISTINCT p.person, 2, l.month_key FROM placed AS p JOIN loose AS l ON l.mention = p.mention
WHERE l.level = {level} AND {level} > 2
UNION SELECT DISTINCT p.person, 1, l.year_key FROM placed AS p JOIN loose AS l ON l.mention = p.mention
WHERE l.level = {level} AND {level} > 1
EXCEPT SELECT person, level, key FROM known_people
"""
_LEARN_TOWNS = """
INSERT INTO known_towns SELECT DISTINCT p.person, l.town_key FROM placed AS p JOIN loose AS l ON l.mention = p.mention
WHERE l.level = {level} AND l.town_key IS NOT NULL
EXCEPT SELECT person, town_key FROM known_towns
"""
_PERSONS = """
CREATE OR REPLACE TABLE persons AS
SELECT m.mention, COALESCE(m.id_key, p.person, m.mention) AS person,
  CASE WHEN m.id_key IS NOT NULL THEN '证件号码' ELSE COALESCE(p.rule, '只有姓名') END AS rule
FROM all_mentions AS m LEFT JOIN placed AS p ON p.mention = m.mention
"""
# Inside one case a bare name is the one person of that name there; bare names alone are one another's.
_IN_CASE = """
CREATE OR REPLACE TEMP TABLE in_case AS
WITH named AS (
  SELECT p.mention, p.person, p.rule, m.name_key, c.case_id FROM persons AS p
  JOIN all_mentions AS m ON m.mention = p.mention JOIN cases AS c ON c.record = m.record WHERE m.name_key IS NOT NULL)
SELECT n.mention, COALESCE(MIN(CASE WHEN o.rule <> '只有姓名' THEN o.person END), MIN(o.person)) AS person FROM named AS n
JOIN named AS o ON o.name_key = n.name_key AND o.case_id = n.case_id
WHERE n.rule = '只有姓名'
GROUP BY n.mention
HAVING COUNT(DISTINCT CASE WHEN o.rule <> '只有姓名' THEN o.person END) <= 1 AND COUNT(DISTINCT o.mention) > 1
"""
LEVELS: Final = (3, 2, 1)


def link_persons(con: duckdb.DuckDBPyConnection) -> None:
    """Create ``persons(mention, person, rule)`` for every mention; needs ``all_mentions`` and ``cases``."""
    for statement in (_KNOWN, _TOWNS, _LOOSE):
        con.execute(statement)
    con.execute("CREATE OR REPLACE TEMP TABLE placed (mention BIGINT, person BIGINT, rule VARCHAR)")
    levels = {r[0] for r in con.execute("SELECT DISTINCT level FROM loose").fetchall()}
    for level in LEVELS:
        if level not in levels:
            continue
        for statement in (_CANDIDATES, _PLACED, *((_LEARN, _LEARN_TOWNS) if level > min(levels) else ())):
            con.execute(statement.format(level=level))
    for statement in (_PERSONS, _IN_CASE):
        con.execute(statement)
    con.execute(
        "UPDATE persons SET person = i.person, rule = '同案同名' FROM in_case AS i WHERE i.mention = persons.mention"
    )
