"""intake.json and the workbooks sent back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.folder import IntakeTable, read_tables
from yingjiu.intake.report import REASON_HEADER, intake_json, write_returns

GOOD = ["赵甲", "329901196001020018", "分散", ""]
BAD = ["=1+1", "329901197001011", "分散", "+86"]


def read(root: Path) -> list[IntakeTable]:
    paths = sorted(p for p in root.rglob("*") if p.is_file())
    return list(read_tables(paths, root, catalog=shipped_kinds(), sources=shipped_sources(), on=date(2023, 6, 1)))


def write(path: Path, *rows: list[str]) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    for name in ("石桥镇", "青云镇"):
        sheet = book.add_worksheet(name)
        for r, row in enumerate([["特困人员名册"], ["姓名", "身份证号", "供养方式", "联系电话"], *rows]):
            for c, cell in enumerate(row):
                sheet.write_string(r, c, cell)
    book.close()


def test_every_sheet_is_a_table_and_broken_files_are_lines(tmp_path: Path) -> None:
    write(tmp_path / "特困.xlsx", GOOD, BAD)
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "~$特困.xlsx").write_bytes(b"x")
    entries = intake_json(read(tmp_path))
    assert [(e["file"], e["sheet"], e["source"], e["rows"], e["used"]) for e in entries] == [
        ("~$特困.xlsx", "", None, 0, 0),
        ("坏.xlsx", "", None, 0, 0),
        ("特困.xlsx", "石桥镇", "特困人员", 2, 1),
        ("特困.xlsx", "青云镇", "特困人员", 2, 1),
    ]
    assert entries[2]["reported"] == [{"row": 4, "why": "15位证件号码里的出生日期不存在"}]
    assert entries[2]["columns"]["身份证号"] == "成员.证件号码"
    assert "损坏" in entries[1]["remarks"][0]


def test_the_sheet_goes_back_with_reasons_and_no_formulas(tmp_path: Path) -> None:
    write(tmp_path / "特困.xlsx", GOOD, BAD)
    out = tmp_path / "退回"
    (back,) = write_returns(read(tmp_path), out)
    book = openpyxl.load_workbook(back)
    assert book.sheetnames == ["石桥镇", "青云镇"]
    sheet = book["石桥镇"]
    assert sheet.cell(2, 5).value == REASON_HEADER
    assert sheet.cell(4, 5).value.startswith("不能用:")
    assert sheet.cell(3, 5).value is None
    assert (sheet.cell(4, 1).value, sheet.cell(4, 1).data_type) == ("=1+1", "s")
    assert sheet.cell(3, 2).value == "329901196001020018"
    assert [p.name for p in out.iterdir()] == [back.name]


def test_nothing_goes_back_of_a_good_delivery(tmp_path: Path) -> None:
    write(tmp_path / "特困.xlsx", GOOD)
    assert write_returns(read(tmp_path), tmp_path / "退回") == []
