"""leads.xlsx as a person opens it: texts stay texts, sealed people are masked, sheets are set up to print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tiny_county import CHILD, GONE, HURT, ON, POOR, Tiny
from yingjiu.leads.sheets_table import Book, Column
from yingjiu.leads.workbook import seal_everywhere
from yingjiu.run import reopen


@pytest.fixture(scope="module")
def book(tiny: Tiny) -> openpyxl.Workbook:
    return openpyxl.load_workbook(tiny.out / "leads.xlsx")


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def texts(book: openpyxl.Workbook) -> list[str]:
    return [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]


def test_every_sheet_is_there(book: openpyxl.Workbook) -> None:
    wanted = ["线索", *(f"人群-{g}" for g in ("贫困", "儿童", "残疾", "其他"))]
    wanted += [f"条线-{s}" for s in ("刑事", "民事", "行政", "未检", "信访")]
    wanted += ["已结束", "未在册但文书载明困难", "转社会救助", "漏斗", "入库", "退回行", "说明"]
    assert set(wanted) <= set(book.sheetnames)
    assert book.sheetnames[0] == "线索"


def test_no_cell_is_a_formula(book: openpyxl.Workbook) -> None:
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert [c.coordinate for c in cells if c.data_type == "f"] == []


def test_a_text_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    given = ["=1+1", "+86", "-1", "@x", '=HYPERLINK("http://x","y")', "http://x.y/z", "\x07控制"]
    made = Book(title="x")
    made.add_table("表", [Column("甲", 10)], [[g] for g in given], empty="")
    path = tmp_path / "x.xlsx"
    path.write_bytes(made.close())
    sheet = openpyxl.load_workbook(path)["表"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [c.value for c in cells] == [*given[:-1], "控制"]
    assert {c.data_type for c in cells} == {"s"}
    assert [c.hyperlink for c in cells if c.hyperlink] == []


def test_identity_numbers_are_texts(book: openpyxl.Workbook) -> None:
    column = [row["证件号码"] for row in rows(book["线索"])]
    assert POOR in column
    assert all(isinstance(n, str) for n in column if n)


def test_a_child_is_masked_everywhere(book: openpyxl.Workbook) -> None:
    said = texts(book)
    assert [t for t in said if "周小苗" in t or CHILD in t] == []
    assert any("周某某" in t for t in said)


def test_a_lead_tells_why_and_where(book: openpyxl.Workbook) -> None:
    lead = next(row for row in rows(book["线索"]) if row["证件号码"] == HURT)
    assert lead["罪名/案由"] == "故意伤害"
    assert lead["伤情"] == "重伤二级"
    assert "未赔偿" in str(lead["赔偿与执行"])
    assert "东山检刑诉受〔2022〕18号" in str(lead["案号"])
    assert "未赔偿被害人孙小荷" in str(lead["证据句"])
    assert "起诉意见书.txt" in str(lead["来源系统/记录"])
    assert "低保户" in str(lead["在册"])
    assert "yueqing-1" in str(lead["模型"])


def test_who_has_left_the_list_is_no_lead(book: openpyxl.Workbook) -> None:
    assert GONE not in [row["证件号码"] for row in rows(book["条线-信访"])]


def test_what_could_not_be_used_is_told(book: openpyxl.Workbook) -> None:
    assert [row["行"] for row in rows(book["退回行"]) if "名册.xlsx" in str(row["文件"])] == [7]
    assert [row["认作"] for row in rows(book["入库"]) if "杂项" in str(row["文件"])] == ["没有认出来"]


def test_sheets_are_set_up_to_read_and_print(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes is not None, sheet.title
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.print_title_rows == "$1:$1"
        assert "内部资料" in str(sheet.oddFooter.left.text)
    assert book["线索"].auto_filter.ref


def test_who_is_sealed_in_one_event_is_sealed_in_all(tiny: Tiny) -> None:
    county = reopen(tiny.out, pool=None, on=ON)
    one = county.leads[0]
    sealed = seal_everywhere([replace(one, id="a", sealed=True), replace(one, id="b", sealed=False)])
    assert [lead.sealed for lead in sealed] == [True, True]


def test_an_empty_sheet_says_why(book: openpyxl.Workbook) -> None:
    assert book["条线-行政"]["A2"].value == "没有行政条线的线索"
