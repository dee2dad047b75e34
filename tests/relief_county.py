"""A small county of one fraud with four victims, a past of relief and a household, run once for tests of pages and of the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tiny_county import Tiny, write_book

ON = date(2023, 6, 1)
OLD_POOR, OLD_ONE, YOUNG, PAID, GRANTED, SON = (
    "329901195003040026",
    "32990119510506001X",
    "329901198802030039",
    "329901195507080021",
    "329901197008160026",
    "329901201201020016",
)
FRAUD = """起诉意见书
东山公诉字〔2022〕25号
犯罪嫌疑人钱大海,男,1985年3月4日出生,住东山镇。
被害人田桂英,女,1950年3月4日出生,居民身份证号码329901195003040026,住东山镇西村。
被害人卢有根,男,1951年5月6日出生,居民身份证号码32990119510506001X,住东山镇西村。
被害人丁小军,男,1988年2月3日出生,居民身份证号码329901198802030039,住东山镇北村。
被害人万秀莲,女,1955年7月8日出生,居民身份证号码329901195507080021,住东山镇北村。
经依法侦查查明:2022年5月3日,犯罪嫌疑人钱大海以高息养老投资为名,骗取被害人田桂英人民币60000元、被害人卢有根人民币45000元、被害人丁小军人民币30000元、被害人万秀莲人民币20000元。
案发后,犯罪嫌疑人钱大海未退赔被害人田桂英、卢有根、丁小军的经济损失;已全额退赔被害人万秀莲20000元。
上述犯罪事实清楚,证据确实、充分。犯罪嫌疑人钱大海的行为已触犯《中华人民共和国刑法》第二百六十六条,涉嫌诈骗罪。
此致
东山县人民检察院
二〇二二年九月一日
"""
INJURY = """起诉意见书
东山公诉字〔2022〕18号
犯罪嫌疑人钱大江,男,1985年3月4日出生,住东山镇。
被害人孙小荷,女,1970年8月16日出生,居民身份证号码329901197008160026,住东山镇西村。
经依法侦查查明:2022年5月3日,犯罪嫌疑人钱大江因琐事用木棍将被害人孙小荷打伤。经鉴定,被害人孙小荷的损伤程度为重伤二级。
案发后,犯罪嫌疑人钱大江未赔偿被害人孙小荷的经济损失,被害人孙小荷家庭生活困难,无力支付医疗费。
上述犯罪事实清楚,证据确实、充分。犯罪嫌疑人钱大江的行为已触犯《中华人民共和国刑法》第二百三十四条,涉嫌故意伤害罪。
此致
东山县人民检察院
二〇二二年九月一日
"""
LEDGER = ["司法救助案号", "申请人姓名", "申请人证件号", "关联案号", "救助金额(元)", "受理日期", "决定日期", "办理结果"]
PAST = [
    ["东山检司救〔2023〕1号", "孙小荷", GRANTED, "东山检刑诉受〔2022〕18号", "20000", "2023-02-01", "2023-02-15", "已发放"],
    ["东山检司救〔2023〕2号", "丁小军", YOUNG, "东山检刑诉受〔2022〕25号", "8000", "2023-03-01", "2023-03-08", "已发放"],
    ["东山检司救〔2023〕3号", "没交来", "329901196812120012", "（2020）苏9901刑初9号", "5000", "2023-03-02", "2023-03-30", "已发放"],
    ["东山检司救〔2023〕4号", "万秀莲", PAID, "东山检刑诉受〔2022〕25号", "3000", "2023-03-02", "2023-03-30", "不予救助"],
]  # fmt: skip


@dataclass(frozen=True)
class ReliefCounty:
    """Where input and results are."""

    source: Path
    out: Path


def write_relief_input(folder: Path) -> None:
    """Two files, a register with a household, the relief ledger."""
    title = [
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
    ]
    rows = [
        title,
        ["1", "东山镇", "田桂英", "田桂英", OLD_POOR, "户主", "农村低保", "2022.11", "在保", ""],
        ["2", "东山镇", "孙小荷", "孙小荷", GRANTED, "户主", "农村低保", "2020.1", "在保", ""],
        ["3", "东山镇", "孙小荷", "孙小宝", SON, "子", "农村低保", "2020.1", "在保", ""],
    ]
    write_book(folder / "民政" / "名册.xlsx", "东山县城乡低保对象花名册", rows)
    write_book(folder / "本院" / "台账.xlsx", "国家司法救助案件台账", [LEDGER, *PAST])
    for number, text in ((25, FRAUD), (18, INJURY)):
        case = folder / "案卷" / f"东山检刑诉受〔2022〕{number}号"
        case.mkdir(parents=True)
        (case / "起诉意见书.txt").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def relief(tiny: Tiny, tmp_path_factory: pytest.TempPathFactory) -> ReliefCounty:
    """The county after a run, with the key of the tiny county."""
    from yingjiu.run import run

    home = tmp_path_factory.mktemp("relief")
    source, out = home / "数据", home / "结果"
    write_relief_input(source)
    run(source, out, on=ON)
    return ReliefCounty(source, out)
