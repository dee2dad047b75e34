"""The hardship registers that list people one by one, each in its own layout (按人造册的名册)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from yingjiu.synthetic.numbers import type_number
from yingjiu.synthetic.rosters import ROOT, entries_of, write_month
from yingjiu.synthetic.sheet import Row, Sheet, Table, close_sheet, head_sheet, spoil_rows
from yingjiu.synthetic.world import County, Entry

_KINDS = {"视力": 1, "听力": 2, "言语": 3, "肢体": 4, "智力": 5, "精神": 6, "多重": 7}


def _disabled(rng: random.Random, county: County) -> Table:
    """残疾人: only the 20-digit certificate number, no number of identity."""
    sheet = head_sheet("持证残疾人", "姓名|性别|残疾人证号|残疾类别|残疾等级|证件状态|监护人|户籍地址")
    for e in entries_of(county, "残疾人"):
        p = e.person
        grade = rng.randint(1, 4)
        card = f"{p.number}{_KINDS[e.kind]}{grade}" + ("B1" if rng.random() < 0.08 else "")
        sheet.add(
            [
                p.name,
                p.sex,
                card.lower() if rng.random() < 0.05 else card,
                e.kind,
                "一二三四"[grade - 1] + "级",
                e.left or "正常",
                "",
                p.address,
            ]
        )
    return Table(f"{ROOT}/残联/持证残疾人基础库.xlsx", (close_sheet(sheet, total=""),))


def _children(rng: random.Random, county: County) -> Table:
    """Three groups of children in one sheet, told apart by a column, with the guardian's number beside the child's."""
    sheet = head_sheet(
        "汇总",
        "序号|儿童姓名|身份证号码|儿童类别|监护人姓名|监护人身份证号|所在乡镇|保障状态|停发原因",
        "栖泉县孤儿、困境儿童等保障信息汇总表",
        "单位：栖泉县民政局未保科",
    )
    homes = {p.home: p for p in county.people if p.relation == "户主"}
    for e in county.entries:
        if e.register not in ("孤儿", "困境儿童", "事实无人抚养儿童"):
            continue
        p, head = e.person, homes[e.person.home]
        sheet.add(
            [
                len(sheet.rows) + 1,
                p.name,
                type_number(rng, p.number),
                e.register,
                head.name,
                head.number,
                p.township,
                e.left or "在享",
                "满18周岁" if e.left else "",
            ]
        )
    spoil_rows(rng, sheet, name=1, number=2, kinds=("check",), repeat=True, serial=True)
    return Table(f"{ROOT}/民政局/未成年人保障汇总.xlsx", (close_sheet(sheet),))


def _employees(rng: random.Random, county: County) -> Table:
    sheet = head_sheet("困难职工", "姓　名|身 份 证 号|工作单位|困难类别|建档时间|帮扶状态", "困难职工档案（2024年度）")
    for e in entries_of(county, "困难职工"):
        sheet.add([e.person.name, type_number(rng, e.person.number), "栖泉县丝绸厂", e.kind, e.since, e.left or "在档"])
    spoil_rows(rng, sheet, name=0, number=1, kinds=("short",), repeat=False)
    help_sheet = Sheet(
        "填表说明",
        ["填表说明：本表由基层工会填报"],
        rows=[["一、困难类别分为深度困难、相对困难、意外致困。"], ["二、请核对后上报。"]],
    )
    return Table(f"{ROOT}/总工会/困难职工.xlsx", (close_sheet(sheet), help_sheet))


def _medical(rng: random.Random, county: County) -> Table:
    sheet = head_sheet("Sheet1", "人员姓名|证件号码|人员身份|救助方式|医疗总费用|医疗救助金额|结算日期")
    for e in entries_of(county, "医疗救助"):
        cost = rng.randint(20, 900) * 100
        sheet.add(
            [
                e.person.name,
                type_number(rng, e.person.number),
                rng.choice(("低收入人口", "因病致贫重病患者")),
                e.kind,
                cost,
                cost // 3,
                max(e.since, date(2023, 1, 2)),
            ]
        )
    spoil_rows(rng, sheet, name=0, number=1, kinds=("month",), repeat=True)
    return Table(f"{ROOT}/医保局/医疗救助待遇享受人员.xlsx", (close_sheet(sheet, total="总 计"),))


def _women(rng: random.Random, county: County) -> Table:
    """Two registers of one department, a sheet each."""
    ill = head_sheet("“两癌”困难妇女", "序号|妇女姓名|身份证号|所患病种|救助年度|联系村居", "“两癌”困难妇女救助名单")
    for e in entries_of(county, "两癌妇女"):
        ill.add(
            [
                len(ill.rows) + 1,
                e.person.name,
                type_number(rng, e.person.number),
                e.kind,
                str(e.since.year),
                e.person.village,
            ]
        )
    girls = head_sheet("春蕾儿童", "受助女童姓名|身份证号|就读学校|年级|资助项目")
    for e in entries_of(county, "春蕾儿童"):
        girls.add([e.person.name, type_number(rng, e.person.number), "栖泉县某学校", "四年级", e.kind])
    return Table(f"{ROOT}/妇联/妇女儿童帮扶.xlsx", (close_sheet(ill), close_sheet(girls, total="")))


def _simple(rng: random.Random, county: County) -> Iterator[Table]:
    """Short lists with a row a person."""
    forms: tuple[tuple[str, str, Row, str], ...] = (
        (
            "优抚对象",
            f"{ROOT}/退役军人事务局/重点优抚对象.csv",
            ["优抚对象姓名", "证件号码", "优抚类别", "发放状态", "住址"],
            "utf-8-sig",
        ),
        (
            "失独家庭",
            f"{ROOT}/卫健局/计划生育特殊家庭（失独）.xlsx",
            ["姓名", "公民身份证号", "特殊家庭类型", "认定时间", "乡镇"],
            "",
        ),
        (
            "困难学生",
            f"{ROOT}/教育局/家庭经济困难学生认定表.xlsx",
            ["学生姓名", "学生身份证号", "困难学生类别", "资助状态", "家庭住址"],
            "",
        ),
    )
    for register, file, header, encoding in forms:
        sheet = Sheet("Sheet1", header)
        for e in entries_of(county, register):
            p = e.person
            third = e.since.isoformat() if register == "失独家庭" else e.left or "享受中"
            sheet.add(
                [p.name, type_number(rng, p.number), e.kind, third, p.township if register == "失独家庭" else p.address]
            )
        yield Table(file, (close_sheet(sheet, total="合计" if not encoding else ""),), encoding)


def _townships(rng: random.Random, county: County) -> Iterator[Table]:
    """Each township sends its own file, half of them without numbers of identity."""
    twins = {p.key for pair in county.namesakes for p in pair}
    by_town: dict[str, list[Entry]] = {}
    for e in entries_of(county, "乡镇街困难群众"):
        by_town.setdefault(e.person.township, []).append(e)
    for turn, (town, entries) in enumerate(sorted(by_town.items())):
        if turn % 2:
            sheet = head_sheet(town, "姓名|性别|出生年月|乡镇|村组|困难情形|网格员")
            for e in entries:
                p = e.person
                sheet.add(
                    [p.name, p.sex, write_month(p.birth), town, p.village, e.kind, "网格员" + "甲乙丙丁"[p.key % 4]]
                )
            yield Table(f"{ROOT}/乡镇街道/{town}网格困难群众.csv", (sheet,), ("gb18030", "utf-8-sig")[turn // 2 % 2])
            continue
        sheet = head_sheet(
            "摸排表",
            "编号|困难群众姓名|性别|出生日期|身份证号|所属镇街|家庭住址|困难类型",
            f"{town}困难群众摸排表",
            "填报人：",
        )
        for e in entries:
            p = e.person
            number = "" if p.key in twins or rng.random() < 0.4 else type_number(rng, p.number)
            sheet.add([len(sheet.rows) + 1, p.name, p.sex, p.birth, number, town, p.address, e.kind])
        yield Table(f"{ROOT}/乡镇街道/{town}摸排表.xlsx", (close_sheet(sheet),))


def _assistance(rng: random.Random, county: County) -> Table:
    sheet = head_sheet(
        "发放明细", "受助人姓名|受助人身份证号|救助项目|救助金额（元）|发放时间", "已开展社会救助人员发放明细表"
    )
    for r in county.assistance:
        sheet.add([r.person.name, type_number(rng, r.person.number), r.state, r.amount, r.on])
    return Table(f"{ROOT}/民政局/社会救助发放明细.xlsx", (close_sheet(sheet),))


def draw_lists(rng: random.Random, county: County) -> Iterator[Table]:
    """All registers with a row a person, and the list of assistance already given."""
    for write in (_disabled, _children, _employees, _medical, _women, _assistance):
        yield write(rng, county)
    yield from _simple(rng, county)
    yield from _townships(rng, county)
