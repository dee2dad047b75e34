"""The two tables that every model reads (提及、属性) and the list of the known dead, as SQL that DuckDB and Spark share.

``mentions(mention, person, case_id, record, kind, role, present, since, until, event)``: one row a person in a record;
``present`` is false for who has left a register. ``attributes(mention, field, value)`` belong to the mention.
``dead(person)`` are people known to be dead. Keys are 64-bit whole numbers.
"""

from __future__ import annotations

from typing import Final

MENTIONS: Final = """CREATE TABLE mentions (mention BIGINT, person BIGINT, case_id BIGINT, record BIGINT, kind VARCHAR,
    role VARCHAR, present BOOLEAN, since DATE, until DATE, event DATE)"""
ATTRIBUTES: Final = "CREATE TABLE attributes (mention BIGINT, field VARCHAR, value VARCHAR)"
DEAD: Final = "CREATE TABLE dead (person BIGINT)"
