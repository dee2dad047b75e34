"""``pages``, ``past``, ``sample`` and ``look 案号``: what they write, what they refuse, what they never show."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from relief_county import LEDGER, OLD_POOR, ReliefCounty
from tiny_county import write_book
from yingjiu.cli.app import app


def call(*words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--on", "2023-06-01"])


def test_pages_of_the_first_leads(relief: ReliefCounty, tmp_path: Path) -> None:
    told = call("pages", str(relief.out), "--to", str(tmp_path / "打印"), "--first", "2", "--purpose", "田桂英核查")
    assert told.exit_code == 0, told.output
    files = sorted((tmp_path / "打印").iterdir())
    assert len(files) == 5  # two a lead, and the list
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"https?:|src=|@import|url\(|<script|<link|style=", text)
        assert "田桂英" not in text
        assert OLD_POOR not in text
        assert file.stat().st_mode & 0o077 == 0
    links = re.findall(r'href="([^"]+)"', (tmp_path / "打印" / "目录.html").read_text(encoding="utf-8"))
    assert {f.name for f in files} == {*links, "目录.html"}
    journal = [json.loads(line) for line in (relief.out / "查询日志.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({j["person"] for j in journal[-2:]}) == 2  # every page is a look
    assert "田桂英" not in json.dumps(journal, ensure_ascii=False)


def test_pages_without_a_purpose_are_refused(relief: ReliefCounty, tmp_path: Path) -> None:
    told = call("pages", str(relief.out), "--to", str(tmp_path))
    assert told.exit_code == 2
    assert "事由" in told.stderr


def test_a_case_number_shows_all_its_victims(relief: ReliefCounty, tmp_path: Path) -> None:
    page = tmp_path / "案.html"
    told = call("look", "东山检刑诉受[2022]25号", "--out", str(relief.out), "--purpose", "核查", "--html", str(page))
    assert told.exit_code == 0, told.output
    assert "被害人 4 人" in told.stdout
    assert "老年人 3" in told.stdout
    assert "田桂英" not in told.stdout
    assert "田桂英" not in page.read_text(encoding="utf-8")
    missing = call("look", "东山检刑诉受〔2022〕99号", "--out", str(relief.out), "--purpose", "核查")
    assert missing.exit_code == 1
    assert "没有案号" in missing.stderr


def test_the_past_of_the_ledger(relief: ReliefCounty, tmp_path: Path) -> None:
    html, xlsx = tmp_path / "历年.html", tmp_path / "历年.xlsx"
    told = call("past", str(relief.out), "--html", str(html), "--xlsx", str(xlsx))
    assert told.exit_code == 0, told.output
    assert "模型会漏掉的 1 件" in told.stdout
    assert "丁小军" not in told.output
    assert "丁小军" not in html.read_text(encoding="utf-8")
    sheets = openpyxl.load_workbook(xlsx)
    assert sheets.sheetnames == ["历年救助案件", "模型会漏掉的", "合计"]
    assert sheets["历年救助案件"].max_row == 5


def test_an_own_list_is_read_as_every_table_is(relief: ReliefCounty, tmp_path: Path) -> None:
    """Other words for the columns, a row that cannot be used, columns the ledger never had."""
    titles = [
        "救助案号",
        "被救助人",
        "身份证号码",
        "原案号",
        "案由",
        "伤情",
        "发放金额",
        "受理时间",
        "发放日期",
        "办理状态",
    ]
    rows = [
        titles,
        ["东山检司救〔2021〕7号", "卢有根", "32990119510506001X", "东山检刑诉受〔2022〕25号", "诈骗", "", "6000", "2021-03-01", "2021-03-31", "已发放"],
        ["东山检司救〔2021〕8号", "外地人", "329902196501010015", "", "故意伤害", "轻伤二级", "9000", "2021-04-01", "2021-04-11", "已发放"],
    ]  # fmt: skip
    write_book(tmp_path / "历年.xlsx", "历年国家司法救助案件", rows)
    xlsx = tmp_path / "出.xlsx"
    told = call("past", str(relief.out), "--cases", str(tmp_path / "历年.xlsx"), "--xlsx", str(xlsx))
    assert told.exit_code == 0, told.output
    assert "2 件" in told.stdout
    cells = {row[2]: row for row in openpyxl.load_workbook(xlsx)["历年救助案件"].iter_rows(values_only=True)}
    assert cells["外某某"][6:8] == ("故意伤害", "轻伤二级")
    assert cells["外某某"][14] == 10
    after = call("past", str(relief.out))
    assert "外某某" not in after.stdout  # looked at once, not kept


@pytest.mark.parametrize(
    ("name", "says"), [("没有.xlsx", "找不到"), ("错.txt", "不是表格"), ("值班.xlsx", "没有认作司法救助台账")]
)
def test_a_list_that_cannot_be_used(relief: ReliefCounty, tmp_path: Path, name: str, says: str) -> None:
    write_book(tmp_path / "值班.xlsx", "值班安排", [["日期", "地点"], ["周一", "大厅"]])
    (tmp_path / "错.txt").write_text("x", encoding="utf-8")
    told = call("past", str(relief.out), "--cases", str(tmp_path / name))
    assert told.exit_code == 1
    assert says in told.stderr


def test_a_sample_is_drawn_filled_in_and_read_back(relief: ReliefCounty) -> None:
    told = call("sample", str(relief.out), "--week", "2023-W22", "--n", "2")
    assert told.exit_code == 0, told.output
    path = relief.out / "抽查" / "2023-W22.xlsx"
    assert path.stat().st_mode & 0o077 == 0
    empty = call("sample", str(relief.out), "--read", str(relief.out / "抽查"))
    assert empty.exit_code == 1
    assert "还没有填" in empty.stderr
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    column = next(c.column for c in sheet[1] if str(c.value).startswith("结论"))
    for row, said in zip(range(2, sheet.max_row + 1), ("应当救助", "不必救助"), strict=False):
        sheet.cell(row, column, said)
    book.save(path)
    again = call("sample", str(relief.out), "--week", "2023-W22", "--n", "2")
    assert "没有覆盖" in again.stdout  # the answers stay
    read = call("sample", str(relief.out), "--read", str(relief.out / "抽查"))
    assert read.exit_code == 0, read.output
    assert "应当救助;漏报率估计" in read.stdout.replace("\n", "")


@pytest.mark.parametrize(("week", "number"), [("2023-99", "5"), ("2023-W60", "5"), ("2023-W22", "0")])
def test_a_week_that_is_none_is_refused(relief: ReliefCounty, week: str, number: str) -> None:
    assert call("sample", str(relief.out), "--week", week, "--n", number).exit_code == 2


def test_the_ledger_header_is_the_one_of_the_county() -> None:
    assert LEDGER[0] == "司法救助案号"
