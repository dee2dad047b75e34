"""How fast a large register is read: rows a second from a CSV file and from an Excel file, and recognition alone.

    python bench/intake.py [rows]

Prints JSON. The people are invented; area codes 3299xx belong to no place.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.folder import read_tables
from yingjiu.values.idcard import check_character

HEADER = ["乡镇", "村居", "姓名", "身份证号", "与户主关系", "户主姓名", "保障类别", "享受起始日期", "状态", "停保日期"]
NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰"


def make_rows(count: int) -> list[list[str]]:
    rng = random.Random(7)
    rows = []
    for n in range(count):
        born = date(1940, 1, 1) + timedelta(days=rng.randrange(29_000))
        body = f"3299{rng.randrange(1, 60):02d}{born:%Y%m%d}{rng.randrange(1, 999):03d}"
        name = rng.choice("赵钱孙李周吴郑王") + rng.choice(NAMES) + rng.choice(NAMES)
        town = f"{rng.choice('东西南北')}山镇"
        state = rng.choice(["在保"] * 8 + ["停保"])
        rows.append(
            [
                town,
                f"某村{n % 30}组",
                name,
                body + check_character(body),
                rng.choice(["户主", "妻", "子"]),
                name,
                rng.choice(["城市低保", "农村低保"]),
                "2020-01-01",
                state,
                "2022-12-31" if state == "停保" else "",
            ]
        )
    return rows


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    rows = make_rows(count)
    told: dict[str, float] = {"rows": count}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with (root / "低保.csv").open("w", newline="", encoding="utf-8-sig") as out:
            csv.writer(out).writerows([HEADER, *rows])
        small = min(count, 100_000)
        _write_excel(root / "低保.xlsx", rows[:small])
        catalog, sources = shipped_kinds(), shipped_sources()
        for name, size in (("低保.csv", count), ("低保.xlsx", small)):
            start = time.perf_counter()
            table = next(read_tables([root / name], root, catalog=catalog, sources=sources, on=date(2023, 6, 1)))
            seconds = time.perf_counter() - start
            assert table.source == "低保"
            assert table.rows == size == table.used + len(table.reported)
            told[f"{name.rpartition('.')[2]}_rows_per_second"] = round(size / seconds)
            told[f"{name.rpartition('.')[2]}_seconds_per_million"] = round(seconds / size * 1e6, 1)
    print(json.dumps(told))


def _write_excel(path: Path, rows: list[list[str]]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for r, row in enumerate([HEADER, *rows]):
        for c, cell in enumerate(row):
            sheet.write_string(r, c, cell)
    book.close()


if __name__ == "__main__":
    main()
