"""Reads tables inside a paper (文书里的表格): lists of victims, workers, investors with what each lost.

A table is a line of column words of which one calls the people (被害人, 姓名, 工人, 集资参与人 …), and lines of cells under
it, parted by tabs or blanks. A bare 姓名 counts only beside a column of sums that tells a loss. Rows of totals and of organisations are no people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from yingjiu.reading.masking import masked_at
from yingjiu.values.money import read_amount

_PEOPLE: Final = re.compile(
    r"(?:被害人|受害人|被害者|受害者|被骗人|被盗人|失主|事主|集资参与人|集资人|投资人|投资者|出借人|出资人|"
    r"工人|民工|农民工|职工|员工|劳动者|债权人)(?:姓名|名单)?|姓名"
)
# The first of these that a column bears is the one that tells the loss.
_SUMS: Final = tuple(
    re.compile(words)
    for words in (
        "实际损失|净损失",
        "未(?:返|退|归|兑|支|发|付|还)|尚欠|下欠|欠(?:薪|款|付|发|资)|拖欠",
        "损失|被骗|被盗|被抢|诈骗|盗窃|骗取",
        "集资|投资|吸收|出借|借款|存款|本金|工资|报酬|劳务|货款",
    )
)
_PLAIN_SUM: Final = re.compile("金额|数额|价值")
_PAID_BACK: Final = re.compile("^已|返还$|退还$|返利|利息|分红|奖金")
_CELL: Final = re.compile(r"[^\t \n]+")
_NAME: Final = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{2,8}[·•・‧][\u3400-\u9fff]{2,8}")
_TOTAL: Final = re.compile("公司|商店|超市|银行|学校|医院|中心|[厂店部局站]$|合计|总计|小计|共计|总数|总额|备注|人数")
_GLUED: Final = re.compile(r"(?<=[）)])(?=[\u3400-\u9fff])")


class Row(NamedTuple):
    """One person of a table: name and sum with their places; ``amount`` is None where the table tells no loss."""

    name: str
    start: int
    end: int
    amount: Decimal | None
    amount_start: int
    amount_end: int


def find_rows(text: str) -> list[Row]:
    r"""The people of all tables of a clean text, in order.

    >>> [(row.name, row.amount) for row in find_rows("序号\t被害人\t损失（元）\n1\t王小明\t3000")]
    [('王小明', Decimal('3000'))]
    """
    if "\t" not in text and "姓名 " not in text and "序号 " not in text:
        return []
    return list(_read(text))


def _read(text: str) -> Iterator[Row]:
    head: _Head | None = None
    at = 0
    for line in text.split("\n"):
        cells = [(m[0], at + m.start(), at + m.end()) for m in _CELL.finditer(line)] if len(line) < 160 else []
        at += len(line) + 1
        if len(cells) < 2:
            head = None
        elif found := _read_head(line):
            head = found
        elif head and (row := _read_row(text, cells, head)):
            yield row


class _Head(NamedTuple):
    """Which cell holds the name, which the sum (None: none), and what a number in it is worth."""

    person: int
    amount: int | None
    unit: int


def _read_head(line: str) -> _Head | None:
    words = [word for cell in _CELL.findall(line) for word in _GLUED.split(cell)]
    person = next((i for i, word in enumerate(words) if _PEOPLE.fullmatch(word)), None)
    if person is None or len(words) < 2:
        return None
    amount = _amount_column(words, called=words[person] != "姓名")
    if amount is None and words[person] == "姓名":
        return None
    unit = 10000 if amount is not None and "万" in words[amount] else 1
    return _Head(person, amount, unit)


def _amount_column(words: list[str], *, called: bool) -> int | None:
    for pattern in (*_SUMS, *([_PLAIN_SUM] if called else [])):
        for number, word in enumerate(words):
            if (
                pattern.search(word)
                and not _PAID_BACK.search(re.sub(r"[（(].*", "", word))
                and not _PEOPLE.fullmatch(word)
            ):
                return number
    return None


def _read_row(text: str, cells: list[tuple[str, int, int]], head: _Head) -> Row | None:
    if len(cells) <= head.person:
        return None
    name, start, end = cells[head.person]
    if _TOTAL.search(name) or not (_NAME.fullmatch(name) or masked_at(text, start) == name):
        return None
    amount, place = None, (end, end)
    if head.amount is not None and len(cells) > head.amount:
        word, *place_of = cells[head.amount]
        amount, place = _read_sum(word, head.unit), (place_of[0], place_of[1])
    return Row(name, start, end, amount, *place)


def _read_sum(word: str, unit: int) -> Decimal | None:
    value = read_amount(word)
    return value * unit if value and "元" not in word and "万" not in word else value
