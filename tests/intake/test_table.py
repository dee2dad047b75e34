"""Files as offices send them: encodings, signs between fields, merged cells, lost digits, passwords."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from yingjiu.intake.table import UnreadableTable, cell_text, read_sheets

LINES = "姓名,身份证号\n张三,329901196001020018\n"


@pytest.mark.parametrize(
    ("encoding", "sign"),
    [
        ("utf-8-sig", ","),  # Excel's own UTF-8
        ("utf-8", "\t"),
        ("gb18030", ","),  # what most offices export
        ("gb18030", ";"),
        ("utf-16", "\t"),  # Excel's "Unicode text"
        ("utf-16-le", ","),  # without a mark
    ],
)
def test_text_in_every_usual_encoding(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(LINES.replace(",", sign).encode(encoding))
    (sheet,) = read_sheets(path, "a.csv")
    assert sheet.rows == [["姓名", "身份证号"], ["张三", "329901196001020018"]]


def test_a_quoted_line_break_stays_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('户主,家庭成员\n张三,"妻:李四\n子:张五"\n', encoding="utf-8")
    (sheet,) = read_sheets(path, "a.csv")
    assert len(sheet.rows) == 2
    assert sheet.rows[1][1] == "妻:李四\n子:张五"


def test_text_named_xls_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    path.write_bytes(LINES.replace(",", "\t").encode("gb18030"))
    assert read_sheets(path, "导出.xls")[0].rows[1][0] == "张三"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空"),
        (b"PK\x03\x04 cut off", "损坏"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "损坏"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "网页"),
        (bytes(range(256)) * 4, "损坏"),
    ],
    ids=["empty", "cut zip", "broken xls", "password", "web page", "noise"],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    with pytest.raises(UnreadableTable) as error:
        read_sheets(path, "a.xls")
    assert word in error.value.reason
    assert "请" in error.value.reason


def test_merged_cells_are_filled_and_empty_sheets_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("甲")
    sheet.merge_range(1, 0, 3, 0, "户主")
    sheet.write(3, 1, "x")
    book.add_worksheet("空")
    hidden = book.add_worksheet("藏")
    hidden.write(0, 0, "y")
    hidden.hide()
    book.close()
    first, second = read_sheets(path, "a.xlsx")
    assert [row[0] for row in first.rows] == ["", "户主", "户主", "户主"]
    assert second.name == "藏"
    assert any("隐藏" in r for r in second.remarks)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (329901196001020018, "3.29901E+17"),  # a number cell holds 15 digits: the rest is lost
        (3.29901196001020e17, "3.29901E+17"),
        (110105491231002.0, "110105491231002"),  # 15 digits are whole
        (12.50, "12.5"),
        (True, "是"),
        (None, ""),
    ],
)
def test_cells_read_as_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text
