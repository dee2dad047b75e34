"""A tiny county written on the spot, run once for all tests that look at what a person sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

ON = date(2023, 6, 1)
POOR, GONE, CHILD, TWIN_ONE, TWIN_TWO, HURT = (
    "329901196001020018",
    "329901198809090034",
    "329901201304120052",
    "329901197508080073",
    "329901196203050020",
    "329901197008160026",
)
PAPER = """起诉意见书
东山公诉字〔2022〕18号
犯罪嫌疑人钱大海,男,1985年3月4日出生,住东山镇。
被害人孙小荷,女,1970年8月16日出生,居民身份证号码329901197008160026,住东山镇西村。
经依法侦查查明:2022年5月3日,犯罪嫌疑人钱大海因琐事用木棍将被害人孙小荷打伤。经鉴定,被害人孙小荷的损伤程度为重伤二级。
案发后,犯罪嫌疑人钱大海未赔偿被害人孙小荷的经济损失,被害人孙小荷家庭生活困难,无力支付医疗费。
上述犯罪事实清楚,证据确实、充分。犯罪嫌疑人钱大海的行为已触犯《中华人民共和国刑法》第二百三十四条,涉嫌故意伤害罪。
此致
东山县人民检察院
二〇二二年九月一日
"""


@dataclass(frozen=True)
class Tiny:
    """Where the tiny county's input and results are."""

    source: Path
    out: Path


def write_book(path: Path, title: str, rows: list[list[str]]) -> None:
    """One sheet, every cell a text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for number, row in enumerate([[title], *rows]):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, cell)
    book.close()


def write_input(folder: Path) -> None:
    """Petitions, a list of poor households with one who left, a child, two namesakes, one paper."""
    petitions = [
        ["登记编号", "来访人姓名", "来访人身份证号", "信访类别", "来访时间", "主要诉求", "承办人"],
        ["A001", "赵大山", POOR, "涉法涉诉", "2023-01-08", "判决没有执行", "承办甲"],
        ["A002", "赵小溪", GONE, "涉法涉诉", "2023-01-09", "判决没有执行", "承办甲"],
        ["A003", "周小苗", CHILD, "涉法涉诉", "2023-01-10", "抚养费没有给", "承办乙"],
        ["A004", "吴同名", TWIN_ONE, "涉法涉诉", "2023-01-11", "=1+1", "承办乙"],
        ["A005", "吴同名", TWIN_TWO, "普通信访", "2023-01-12", "道路", "承办乙"],
    ]
    register = [
        [
            "序号",
            "乡镇",
            "户主姓名",
            "姓名",
            "身份证号",
            "与户主关系",
            "低保类别",
            "享受起始年月",
            "保障状态",
            "停保年月",
        ],
        ["1", "=2+3", "赵大山", "赵大山", POOR, "户主", "农村低保", "2019.3", "在保", ""],
        ["2", "东山镇", "赵大山", "赵小溪", GONE, "子", "农村低保", "2019.3", "停保", "2022.12"],
        ["3", "东山镇", "周大苗", "周小苗", CHILD, "女", "农村低保", "2019.3", "在保", ""],
        ["4", "东山镇", "吴同名", "吴同名", TWIN_ONE, "户主", "农村低保", "2020.1", "在保", ""],
        ["5", "东山镇", "郑坏号", "郑坏号", "329901197013010018", "户主", "农村低保", "2020.1", "在保", ""],
        ["6", "东山镇", "孙小荷", "孙小荷", HURT, "户主", "农村低保", "2020.1", "在保", ""],
    ]
    write_book(folder / "信访" / "登记.xlsx", "来信来访登记表", petitions)
    write_book(folder / "民政" / "名册.xlsx", "东山县城乡低保对象花名册", register)
    write_book(folder / "杂项.xlsx", "值班安排", [["日期", "地点", "电话"], ["周一", "大厅", "无"]])
    case = folder / "案卷" / "东山检刑诉受〔2022〕18号"
    case.mkdir(parents=True)
    (case / "起诉意见书.txt").write_text(PAPER, encoding="utf-8")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiny]:
    """The tiny county after a run, with a key of its own."""
    from yingjiu.run import run

    home = tmp_path_factory.mktemp("tiny")
    patch = pytest.MonkeyPatch()
    patch.setenv("YINGJIU_KEY", str(home / "key"))
    source, out = home / "数据", home / "结果"
    write_input(source)
    run(source, out, on=ON)
    yield Tiny(source, out)
    patch.undo()
