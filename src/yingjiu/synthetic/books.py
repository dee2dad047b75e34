"""The office's own ledgers, petitions, relief, and the court's enforcement lists (业务台账与执行清单)."""

from __future__ import annotations

import random
from collections.abc import Iterator

from yingjiu.synthetic.numbers import type_number
from yingjiu.synthetic.people import Person
from yingjiu.synthetic.sheet import Cell, Row, Table, close_sheet, head_sheet, spoil_rows
from yingjiu.synthetic.world import County, Enforcement, LedgerRow, Party

_ROOT = "02 本院业务"


def _name(party: Party) -> str:
    return party if isinstance(party, str) else party.name


def _number(rng: random.Random, party: Party, *, odd: float = 0.08) -> str:
    if isinstance(party, str):
        return rng.choice(("", f"91329931MA1{sum(map(ord, party)) % 100000:05d}X2"))
    return type_number(rng, party.number, odd=odd)


def _criminal(rng: random.Random, county: County) -> Table:
    sheet = head_sheet(
        "案件信息", "部门受案号|案件名称|移送文书号|案由|犯罪嫌疑人（被告人）|证件号码|受理日期|起诉书文号|承办检察官"
    )
    for case in county.cases:
        for suspect in case.suspects:
            sent = case.opinion_no or case.arrest_no
            sheet.add(
                [
                    case.accept_no,
                    case.title,
                    sent,
                    case.charge,
                    suspect.name,
                    type_number(rng, suspect.number, odd=0.05),
                    case.accepted_on,
                    case.indictment_no,
                    case.handler,
                ]
            )
    return Table(f"{_ROOT}/全国检察业务应用系统-刑事案件.xlsx", (close_sheet(sheet, total="", blanks=0),))


def _juvenile(rng: random.Random, county: County) -> Table:
    sheet = head_sheet(
        "未检", "受理号|案由|涉罪人员|涉罪人员证件号|被害人姓名|被害人性别|被害人出生日期|被害人证件号|受理时间"
    )
    for row in _rows(county, "juvenile"):
        victim, suspect = row.party, row.other
        assert isinstance(victim, Person)  # noqa: S101
        assert suspect is not None  # noqa: S101
        number = "" if rng.random() < 0.3 else victim.number
        sheet.add(
            [
                row.number,
                row.kind,
                suspect.name,
                suspect.number,
                victim.name,
                victim.sex,
                victim.birth.isoformat(),
                number,
                row.on.isoformat(),
            ]
        )
    return Table(f"{_ROOT}/未成年人检察案件.csv", (sheet,), "gb18030")


def _rows(county: County, ledger: str) -> list[LedgerRow]:
    return [r for r in county.ledger if r.ledger == ledger]


def _civil(rng: random.Random, county: County) -> Table:
    """Civil and administrative cases, a sheet each, under a common title."""
    sheets = []
    for ledger, name in (("civil", "民事检察"), ("admin", "行政检察")):
        sheet = head_sheet(
            name, f"序号|案件受理号|{name}案件类别|申请人（监督申请人）|申请人证件号码|受理日期", f"{name}案件受理台账"
        )
        for row in _rows(county, ledger):
            sheet.add([len(sheet.rows) + 1, row.number, row.kind, _name(row.party), _number(rng, row.party), row.on])
        if ledger == "civil":
            spoil_rows(rng, sheet, name=3, number=4, kinds=("check",), repeat=False, serial=True)
        sheets.append(close_sheet(sheet))
    return Table(f"{_ROOT}/民事行政检察台账.xlsx", tuple(sheets))


def _petitions(rng: random.Random, county: County) -> Iterator[Table]:
    """The office's own petition list with sex and birth beside the number, and the petition bureau's."""
    own = head_sheet(
        "12309", "登记编号|信访人姓名|性别|出生日期|身份证号码|信访性质|来访日期|主要诉求", "12309检察服务中心信访登记"
    )
    other = head_sheet("信访局", "信访件编号|信访人|信访人证件号码|信访类型|登记日期|信访事项")
    for turn, row in enumerate(_rows(county, "petition")):
        party = row.party
        if turn % 3:
            sex, born = ("", "") if isinstance(party, str) else (party.sex, party.birth.isoformat())
            number = _number(rng, party) if isinstance(party, str) or rng.random() < 0.85 else ""
            own.add([row.number, _name(party), sex, born, number, row.kind, row.on, row.matter])
        else:
            other.add([row.number, _name(party), _number(rng, party), row.kind, row.on.isoformat(), row.matter])
    yield Table(f"{_ROOT}/12309信访登记.xlsx", (close_sheet(own),))
    yield Table("01 各部门报送/信访局/信访事项清单.csv", (other,), "utf-8-sig")


def _reliefs(rng: random.Random, county: County) -> Iterator[Table]:
    own = head_sheet(
        "救助案件",
        "司法救助案号|救助申请人|申请人证件号码|申请人户籍地|原案案号|救助金额（元）|受理时间|决定时间|办理情况",
        "国家司法救助案件登记表",
    )
    for r in county.reliefs:
        original = r.original.replace("〔", "[").replace("〕", "]") if rng.random() < 0.3 else r.original
        decided: Cell = r.on.isoformat() if r.state in ("已发放", "决定救助", "不予救助") else ""
        granted: Cell = r.amount if r.state in ("已发放", "决定救助") else ""
        own.add(
            [
                r.number,
                r.person.name,
                type_number(rng, r.person.number),
                r.person.registered,
                original,
                granted,
                r.on.isoformat(),
                decided,
                r.state,
            ]
        )
    yield Table(f"{_ROOT}/司法救助登记.xlsx", (close_sheet(own, total="合计"),))
    sheets = []
    for organ in ("栖泉县人民法院", "栖泉县公安局", "中共栖泉县委政法委员会"):
        title = f"{organ}司法救助情况反馈"
        sheet = head_sheet(organ[-3:], "救助机关|被救助人姓名|被救助人身份证号|原案案号|救助金额|发放时间", title)
        for r in county.other_reliefs:
            if r.organ == organ:
                original = r.original.replace("（", "(").replace("）", ")") if rng.random() < 0.3 else r.original
                sheet.add([organ, r.person.name, type_number(rng, r.person.number), original, r.amount, r.on])
        sheets.append(close_sheet(sheet))
    yield Table("01 各部门报送/政法单位/司法救助反馈汇总.xlsx", tuple(sheets))


def _enforcement(rng: random.Random, county: County) -> Iterator[Table]:
    """The court's two lists: a workbook of all kinds and a csv of those closed for want of property."""
    book = head_sheet(
        "执行案件",
        "序号|执行案号|申请执行人\n姓名（名称）|申请执行人\n证件号码|被执行人\n姓名（名称）|被执行人\n证件号码|执行依据\n文书编号|申请执行\n标的（元）|实际到位\n金额（元）|立案日期|结案方式|结案日期",
        "栖泉县人民法院执行案件信息表",
        "统计区间：2020—2024年",
    )
    closed = head_sheet(
        "终本",
        "案号|执行依据案号|申请人|申请人身份证号|被执行人|被执行人身份证号|标的金额|执行到位金额|立案时间|结案方式|结案时间",
    )
    for record in county.enforcement:
        if not record.listed:
            continue
        if record.closing in ("终本", "终结本次执行", "终止本次执行"):
            closed.add(_short(rng, record))
            continue
        serial = len(book.rows) + 1
        row: Row = [
            serial,
            record.number,
            _name(record.applicant),
            _number(rng, record.applicant),
            _name(record.debtor),
            _number(rng, record.debtor),
        ]
        book.add(
            [*row, record.basis, record.target, record.collected, record.filed_on, record.closing, record.closed_on]
        )
    yield Table("03 法院移送/执行案件信息表（2020-2024）.xlsx", (close_sheet(book),))
    yield Table("03 法院移送/终本案件清单.csv", (closed,), "gb18030")


def _short(rng: random.Random, record: Enforcement) -> Row:
    basis = record.basis.replace("（", "(").replace("）", ")") if rng.random() < 0.4 else record.basis
    ended = record.closed_on.isoformat() if record.closed_on else ""
    return [
        record.number,
        basis,
        _name(record.applicant),
        _number(rng, record.applicant),
        _name(record.debtor),
        _number(rng, record.debtor),
        record.target,
        record.collected,
        record.filed_on.isoformat(),
        record.closing,
        ended,
    ]


def _foreign() -> Table:
    """A table that has nothing to do with relief and must be left alone."""
    sheet = head_sheet("领用", "物品名称|领用部门|数量|领用日期")
    for thing, count in (("复印纸", 6), ("硒鼓", 2), ("档案盒", 40)):
        sheet.add([thing, "控申部", count, "2024-10-09"])
    return Table("07 其他/办公用品领用登记.xlsx", (sheet,))


def draw_books(rng: random.Random, county: County) -> Iterator[Table]:
    """All tables that are no hardship registers."""
    yield _criminal(rng, county)
    yield _juvenile(rng, county)
    yield _civil(rng, county)
    yield from _petitions(rng, county)
    yield from _reliefs(rng, county)
    yield from _enforcement(rng, county)
    yield _foreign()
