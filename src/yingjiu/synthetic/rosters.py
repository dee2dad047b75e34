"""The hardship registers kept by household, each in its own layout (按户造册的名册)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from yingjiu.synthetic.numbers import type_number
from yingjiu.synthetic.sheet import Row, Sheet, Table, close_sheet, head_sheet, spoil_empty, spoil_rows
from yingjiu.synthetic.world import County, Entry

ROOT = "01 各部门报送"


def entries_of(county: County, register: str) -> list[Entry]:
    """The entries of one register in order."""
    return [e for e in county.entries if e.register == register]


def write_month(day: date) -> str:
    """2016.06."""
    return f"{day.year}.{day.month:02d}"


def _households(entries: list[Entry]) -> Iterator[list[Entry]]:
    for _, members in groupby(entries, key=lambda e: e.person.home):
        yield list(members)


def _allowance(rng: random.Random, county: County) -> Table:
    """低保: the town sheet has a row a person, the village sheet a row a household with members in one cell."""
    town = head_sheet(
        "城镇",
        "镇（街道）|社区（村）|户主姓名|家庭成员姓名|成员身份证件号码|与户主关系|保障类别|起始年月|救助状态|停保年月",
    )
    town.above = [
        ["栖泉县城镇居民最低生活保障对象花名册", *[""] * 9],
        ["填报单位（盖章）：栖泉县民政局", *[""] * 6, "填报时间：2024年11月", "", ""],
    ]
    village = head_sheet(
        "农村",
        "乡镇|村|户主姓名|户主身份证号|家庭成员及身份证号（姓名/证件号/关系）|保障人数|月补助金额（元）|享受起始时间|目前状态",
        "农村低保家庭台账",
    )
    for family in _households(entries_of(county, "低保")):
        head = family[0].person
        if head.home % 3 == 0:
            _add_town(rng, town, family)
            continue
        members = "；".join(f"{e.person.name} {e.person.number} {e.person.relation}" for e in family[1:])
        state = "已停保" if family[0].left else "正常"
        row: Row = [head.township, head.village, head.name, type_number(rng, head.number), members, len(family)]
        village.add([*row, 410 * len(family), write_month(family[0].since), state])
    spoil_rows(rng, town, name=3, number=4, kinds=("check", "month"), repeat=True)
    spoil_empty(rng, village, blank=(2, 3, 4))
    return Table(
        f"{ROOT}/民政局/最低生活保障对象台账202411.xlsx",
        (close_sheet(town), close_sheet(village, total="总计", signed="制表人：章某")),
    )


def _add_town(rng: random.Random, town: Sheet, family: list[Entry]) -> None:
    for e in family:
        p, left = e.person, e.left
        row: Row = [p.township, p.village, family[0].person.name, p.name, type_number(rng, p.number), p.relation]
        town.add([*row, e.kind, write_month(e.since), "停保" if left else "在保", "2024.06" if left else ""])


def _margin(rng: random.Random, county: County) -> Table:
    """低保边缘: a block of rows a household, what is common to them in merged cells."""
    sheet = head_sheet("Sheet1", "户号|户主|所属乡镇|家庭成员|证件号码|关系|认定日期|退出情况")
    sheet.above = [["低保边缘家庭信息登记表", *[""] * 7], [""] * 8]
    for turn, family in enumerate(_households(entries_of(county, "低保边缘"))):
        first = sheet.place() - 1
        for place, e in enumerate(family):
            p = e.person
            shown: Row = [f"BY{turn + 1:04d}", family[0].person.name, p.township] if place == 0 else ["", "", ""]
            sheet.add([*shown, p.name, type_number(rng, p.number), p.relation, e.since, e.left or ""])
        if len(family) > 1:
            sheet.merges += [(first, column, first + len(family) - 1, column) for column in range(3)]
    return Table(f"{ROOT}/民政局/低收入人口信息表（低保边缘）.xlsx", (close_sheet(sheet, total=""),))


def _extreme(rng: random.Random, county: County) -> Table:
    sheet = head_sheet("特困", "姓名|性别|公民身份号码|供养形式|自理能力|供养状态|现住址", "栖泉县特困人员救助供养名册")
    for e in entries_of(county, "特困"):
        p = e.person
        sheet.add(
            [
                p.name,
                p.sex,
                type_number(rng, p.number),
                e.kind,
                rng.choice(("全自理", "半自理", "全护理")),
                e.left or "供养中",
                p.address,
            ]
        )
    spoil_rows(rng, sheet, name=0, number=2, kinds=("float",), repeat=False)
    return Table(f"{ROOT}/民政局/特困供养.csv", (close_sheet(sheet, total=""),), "gb18030")


def _monitoring(rng: random.Random, county: County) -> Table:
    sheet = head_sheet(
        "监测对象",
        "户编号|户主\n姓名|家庭成员\n姓名|证件\n号码|与户主\n关系|监测对象\n类别|风险类型|风险消除\n情况|识别时间|所在乡镇|村",
        "防止返贫监测对象信息",
    )
    for turn, family in enumerate(_households(entries_of(county, "防返贫监测"))):
        for e in family:
            p = e.person
            cause = rng.choice(("因病", "因残", "因学", "因灾", "因案", "因意外事故"))
            sheet.add(
                [
                    f"JC{turn + 1:05d}",
                    family[0].person.name,
                    p.name,
                    type_number(rng, p.number),
                    p.relation,
                    e.kind,
                    cause,
                    e.left or "未消除",
                    e.since,
                    p.township,
                    p.village,
                ]
            )
    spoil_rows(rng, sheet, name=2, number=3, kinds=("check", "cell"), repeat=False)
    return Table(f"{ROOT}/农业农村局/监测户导出_20241128.xlsx", (close_sheet(sheet),))


def _low_income(rng: random.Random, county: County) -> Table:
    """低收入户 and 原建档立卡 in one delivery; a column says which."""
    sheet = head_sheet("名册", "户类别|户主|姓名|证件号|与户主关系|乡镇|村|认定年度|状态")
    for register, word in (("原建档立卡", "原建档立卡户"), ("低收入户", "低收入户")):
        for family in _households(entries_of(county, register)):
            for e in family:
                p = e.person
                sheet.add(
                    [
                        word,
                        family[0].person.name,
                        p.name,
                        type_number(rng, p.number),
                        p.relation,
                        p.township,
                        p.village,
                        str(e.since.year),
                        e.left or "在册",
                    ]
                )
    return Table(f"{ROOT}/农业农村局/脱贫户及低收入户名单.csv", (sheet,), "utf-8")


def draw_rosters(rng: random.Random, county: County) -> Iterator[Table]:
    """All registers that hold whole households, and the one of people kept by the state."""
    for write in (_allowance, _margin, _extreme, _monitoring, _low_income):
        yield write(rng, county)
