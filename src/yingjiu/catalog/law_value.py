"""Dated values of law (有日期的数额): the value in force on a day; asked for a day before its first date it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from yingjiu.catalog.document import read_document
from yingjiu.catalog.kind import CATALOG
from yingjiu.catalog.problem import Problem, UserFileError


@cache
def law_value(name: str, on: date) -> Decimal:
    """The value of ``catalog/law/NAME.yml`` in force on a day; it never borrows another date's value.

    Raises:
        UserFileError: the day is before the first date, or the file is wrong.
    """
    path = CATALOG / "law" / f"{name}.yml"
    top = read_document(path)
    values = top.section("数额")
    known: dict[str, Decimal] = {}
    for day in values.names():
        try:
            known[date.fromisoformat(day).isoformat()] = Decimal(values.text(day))
        except (ValueError, InvalidOperation):
            values.refuse(f"“{day}”应写成 2023-01-01: 20000", day)
    if top.problems:
        raise UserFileError(top.problems)
    earlier = [day for day in sorted(known) if day <= on.isoformat()]
    if not earlier:
        raise UserFileError([Problem(path.name, 0, f"没有 {on} 当日适用的数额,请在“数额”下补一行")])
    return known[earlier[-1]]
