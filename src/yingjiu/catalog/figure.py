"""Dated figures that belong to an office (本院数额): the province's wage series, the benchmark, incomes and spending.

Each is one file in the office's ``law`` folder, with its source and who signed it. A figure counts from its day on; asked for
a day before its first one it refuses and names the line to fill; it never borrows another year's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

from yingjiu.catalog.band import read_number
from yingjiu.catalog.document import Section, line_in, read_document
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.problem import Problem, UserFileError

FOLDER: Final = "law"
WAGE: Final = "上年度月平均工资"
BENCHMARK: Final = "救助基准金额"
INCOME: Final = "城镇居民人均可支配收入"
SPENDING: Final = "城镇居民人均消费支出"
YEARLY_INCOME: Final = "家庭年收入参考"
_WORDS: Final = ("名称", "单位", "省", "口径", "依据", "签字确认人", "数额", "年数额")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
FEN: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its values by first day."""

    name: str
    unit: str
    basis: str
    signed_by: str
    values: Mapping[str, Decimal]
    path: Path

    @property
    def words(self) -> str:
        """Where it comes from, for the explanation of an amount."""
        signed = f",{self.signed_by}签字确认" if self.signed_by else ",还没有签字确认"
        return f"本院 {FOLDER}/{self.path.name},{self.basis or '依据未填'}{signed}"

    def value_on(self, day: date) -> Decimal:
        """The value in force on a day.

        Raises:
            UserFileError: the day is before the first one, with the line to fill.
        """
        return value_in(self.values, self.name, day, self.path, "数额")


def value_in(values: Mapping[str, Decimal], name: str, day: date, path: Path, *keys: str) -> Decimal:
    """The value in force on a day.

    Args:
        values: by first day.
        name: of the figure.
        day: for which it is asked.
        path: the file in which it stands.
        keys: where in that file, for the line to fill.

    Raises:
        UserFileError: the day is before the first one.
    """
    earlier = [first for first in sorted(values) if first <= day.isoformat()]
    if earlier:
        return values[earlier[-1]]
    first = f"最早的一行从 {min(values)} 起," if values else "还没有填,"
    message = f"没有 {day} 适用的“{name}”:{first}请在“{keys[-1]}”下补一行,如 {day.year}-01-01: 数"
    raise UserFileError([Problem(path.name, line_in(path, *keys), message)])


def read_dated(section: Section) -> dict[str, Decimal]:
    """Values by first day; what is no day or no number is noted at its line."""
    found = {}
    for day in section.names():
        number = read_number(section.text(day))
        if not _DAY.fullmatch(day) or not _is_day(day):
            section.refuse(f"“{day}”应写成 2023-01-01: 500", day)
        elif number is None:
            section.refuse(f"“{day}”后面应写一个数,不是“{section.text(day)[:20]}”", day)
        else:
            found[day] = number
    return found


def read_figure(path: Path) -> Figure:
    """Read one file of the office's figures; a yearly figure (年数额) counts as a twelfth, to the fen.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _read(path))


def _read(path: Path) -> Figure:
    top = read_document(path)
    top.allow(_WORDS)
    values = read_dated(top.section("数额"))
    yearly = read_dated(top.section("年数额"))
    if yearly and values:
        top.refuse("“数额”和“年数额”只写一个", "年数额")
    values |= {day: (value / 12).quantize(FEN, ROUND_HALF_UP) for day, value in yearly.items()}
    figure = Figure(
        name=top.text("名称", required=True),
        unit=top.text("单位", required=True),
        basis=top.text("依据"),
        signed_by=top.text("签字确认人"),
        values=values,
        path=path,
    )
    if top.problems:
        raise UserFileError(top.problems)
    return figure


def load_figures(folders: Sequence[Path]) -> dict[str, Figure]:
    """The figures of an office's folders by name.

    Raises:
        UserFileError: with the problems of every file.
    """
    problems: list[Problem] = []
    found: dict[str, Figure] = {}
    for folder in folders:
        for path in sorted((folder / FOLDER).glob("*.yml")):
            try:
                if is_figure(read_document(path).data):
                    figure = read_figure(path)
                    found[figure.name] = figure
            except UserFileError as error:
                problems += error.problems
    if problems:
        raise UserFileError(problems)
    return found


def is_figure(data: Mapping[str, object]) -> bool:
    """Whether a file holds a dated figure, by its words."""
    return ("数额" in data or "年数额" in data) and not {"公式", "条件"} & set(data)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
