"""Past cases from files: headers as offices write them, bad rows told, what is written is read again."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from yingjiu.amounts.pastfile import PastFileProblem, past_lines, read_past, words_of
from yingjiu.amounts.simulate import replay_one
from yingjiu.catalog.standard import load_standards
from yingjiu.synthetic.pastcases import make_past_cases

STANDARD = next(s for s in load_standards() if "灌云" in s.name)
WORDS = words_of([STANDARD])


def write_book(path: Path, rows: list[list[object]]) -> Path:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("台账")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    book.close()
    path.write_bytes(buffer.getvalue())
    return path


def test_lines_are_read_as_they_were_written(tmp_path: Path) -> None:
    cases = make_past_cases(STANDARD, number=60)
    path = tmp_path / "过往.jsonl"
    path.write_text(past_lines(cases), "utf-8")
    read = read_past(path, WORDS)
    assert read.problems == ()
    assert [c.number for c in read.cases] == [c.number for c in cases]
    assert [replay_one(STANDARD, c) for c in read.cases] == [replay_one(STANDARD, c) for c in cases]


def test_a_table_below_a_title_with_other_header_words(tmp_path: Path) -> None:
    path = write_book(
        tmp_path / "台账.xlsx",
        [
            ["2023年救助情况"],
            ["编号", "申请人", "救助时间", "发放金额(元)", "案由", "伤情", "生活困难系数", "案件类型系数", "追加倍数", "过错系数", "在册身份", "年龄"],
            ["救1", "甲某", "2023年5月1日", "1.25万", "故意伤害", "重伤二级", "较重困难=9", "重伤二级或伤残三至六级", "", "无责任", "低保户、残疾人", "34岁"],
            ["救2", "乙某", "去年", 8000, "", "", "", "", "", "", "", ""],
            ["救3", "丙某", "2023-06-01", "若干", "", "", "", "", "", "", "", ""],
            ["", "", "", "", "", "", "", "", "", "", "", ""],
        ],
    )  # fmt: skip
    read = read_past(path, WORDS)
    (case,) = read.cases
    assert (case.number, case.decided, case.amount, case.age) == ("救1", date(2023, 5, 1), Decimal(12500), 34)
    assert (case.kind, case.harm, case.tier, case.registers) == (
        "故意伤害",
        "重伤二级",
        "较重困难",
        ("低保户", "残疾人"),
    )
    assert replay_one(STANDARD, case).suggested == 9500  # 500 × (10 + 9)
    assert len(read.problems) == 2
    assert "第4行" in read.problems[0]
    assert "去年" in read.problems[0]
    assert "若干" in read.problems[1]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("无表头.csv", "a,b\n1,2\n", "决定日期"),
        ("坏.xlsx", "\0\0不是表格", "打不开"),
        ("空.csv", "", "空"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(PastFileProblem, match=words):
        read_past(path, WORDS)


def test_bad_lines_do_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "行.jsonl"
    path.write_text('{"决定日期": "2023-01-05", "救助金额": 5000, "伤情": "外星伤"}\n不是\n[1]\n{"案号": 3}\n', "utf-8")
    read = read_past(path, WORDS)
    assert len(read.cases) == 1
    assert read.cases[0].told == ()  # a value the element does not know proposes nothing
    assert read.cases[0].harm == "外星伤"  # but it still tells cases apart
    assert len(read.problems) == 3
