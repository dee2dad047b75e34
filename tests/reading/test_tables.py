"""Lists of people with sums in tables of a paper."""

from decimal import Decimal

import pytest

from yingjiu.reading.tables import find_rows

TABLES = [
    ("序号\t被害人\t损失（元）\n1\t王小明\t3000\n合计\t\t3000", [("王小明", 3000)], "plain, a total"),
    (
        "序号 姓名 拖欠工资（元）\n1 王小明 3,000\n2 李花 4500.5",
        [("王小明", 3000), ("李花", "4500.5")],
        "parted by blanks",
    ),
    ("姓名\t被骗金额（万元）\n王小明\t1.2", [("王小明", 12000)], "ten thousands"),
    ("投资人\t投资金额\t已返还\t实际损失\n王小明\t100\t30\t70", [("王小明", 70)], "what was not paid back"),
    ("姓名\t性别\t年龄\n王小明\t男\t30", [], "a table of anybody"),
    ("被害人\t性别\n王小明\t男", [("王小明", None)], "no sums"),
    ("姓名\t欠薪\n王小明\t3000\n以上共计1人。\n李花\t4000", [("王小明", 3000)], "ended by a sentence"),
    ("被害人\t损失\n某某公司\t3000\n\t\n王\t5", [], "no person's name"),
]


@pytest.mark.parametrize(("text", "rows", "why"), TABLES, ids=[why for *_, why in TABLES])
def test_rows(text: str, rows: list[tuple[str, object]], why: str) -> None:
    read = [(row.name, row.amount) for row in find_rows(text)]
    assert read == [(name, None if sum_ is None else Decimal(str(sum_))) for name, sum_ in rows], why
