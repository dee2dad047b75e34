"""Which list a table is: by columns, values, titles, file name last; ambiguous and unknown tables are told."""

from __future__ import annotations

import pytest
from intake_rows import ReadRows

BOY = "32990120130601005X"
MAN = "329901197508080073"


@pytest.mark.parametrize(
    ("title", "header", "row", "source"),
    [
        ("", ["姓名", "证号", "残别", "残级"], ["赵甲", MAN, "肢体", "二级"], "残疾人"),
        ("", ["职工", "证件号码", "困难程度", "用人单位"], ["赵甲", MAN, "相对困难", "某厂"], "困难职工"),
        ("", ["对象姓名", "身份证号", "所属网格", "致困原因"], ["赵甲", MAN, "第一网格", "因案致困"], "乡镇街困难群众"),
        ("某镇留守老人、留守儿童台账", ["姓名", "身份证号", "类型"], ["赵甲", MAN, "留守老人"], "乡镇街困难群众"),
        ("某县计划生育特殊家庭人员名单", ["姓名", "身份证号"], ["赵甲", MAN], "失独家庭"),
        ("低收入农户名单", ["户主", "姓名", "身份证号", "与户主关系"], ["赵甲", "赵甲", MAN, "户主"], "低收入户"),
        ("", ["户主", "姓名", "身份证号", "类别"], ["赵甲", "赵甲", MAN, "突发严重困难户"], "防返贫监测"),
        (
            "",
            ["案号", "申请人", "申请人证件号", "金额(元)", "审查结果"],
            ["甲检救〔2022〕1号", "赵甲", MAN, 5000, "同意救助"],
            "司法救助台账",
        ),
        (
            "",
            ["办案机关", "救助对象", "身份证号", "原案号", "金额"],
            ["某县法院", "赵甲", MAN, "(2020)苏9901刑初1号", 5000],
            "其他机关司法救助",
        ),
        (
            "",
            ["案件编号", "业务类别", "当事人", "证件号"],
            ["甲检行监〔2022〕1号", "行政非诉执行监督", "赵甲", MAN],
            "行政检察台账",
        ),
        (
            "",
            ["案件编号", "业务类别", "当事人", "证件号"],
            ["甲检民支〔2022〕1号", "民事支持起诉", "赵甲", MAN],
            "民事检察台账",
        ),
        ("", ["登记编号", "来访人", "来访人证件号", "问题性质"], ["12", "赵甲", MAN, "涉诉"], "信访登记"),
        (
            "",
            ["受理号", "涉嫌罪名", "被告人", "被告人证件号"],
            ["甲检刑诉受〔2022〕1号", "盗窃罪", "赵甲", MAN],
            "刑事案件台账",
        ),
        (
            "",
            ["受理号", "涉嫌罪名", "被告人", "受害人", "受害人证件号"],
            ["甲检未检受〔2022〕1号", "强奸罪", "赵甲", "赵乙", BOY],
            "未检案件台账",
        ),
        (
            "",
            ["案号", "权利人", "权利人证件号", "义务人", "原审案号", "报结方式"],
            ["(2022)苏9901执1号", "赵甲", MAN, "钱乙", "(2021)苏9901民初1号", "终本"],
            "法院执行",
        ),
        (
            "",
            ["姓名", "身份证号", "救助项目", "发放金额", "发放时间"],
            ["赵甲", MAN, "临时救助", 800, "2022-05"],
            "已开展社会救助",
        ),
    ],
)
def test_other_words_for_the_same_lists(
    read_rows: ReadRows, title: str, header: list[str], row: list[object], source: str
) -> None:
    rows = [[title], header, row] if title else [header, row]
    (table,) = read_rows(rows, file="导出数据.xlsx")
    assert table.source == source, table.remarks
    assert table.used == 1


def test_the_order_of_columns_says_nothing(read_rows: ReadRows) -> None:
    header, row = ["残级", "姓名", "证号", "残别"], ["二级", "赵甲", MAN, "肢体"]
    for turn in range(4):
        (table,) = read_rows([header[turn:] + header[:turn], row[turn:] + row[:turn]])
        assert table.source == "残疾人"
        assert table.drafts[0].person.id_number == MAN


def test_a_bare_list_is_known_by_its_sheet_or_file_name_only_and_says_so(read_rows: ReadRows) -> None:
    rows = [["姓名", "身份证号"], ["赵丙", BOY]]
    (table,) = read_rows(rows, name="春蕾儿童")
    assert (table.source, table.recognised_by) == ("春蕾儿童", "标题")
    (table,) = read_rows(rows, file="孤儿.xlsx")
    assert (table.source, table.recognised_by) == ("孤儿", "文件名")
    assert any("只按文件名" in r for r in table.remarks)


def test_an_unknown_list_is_reported_row_by_row_with_advice(read_rows: ReadRows) -> None:
    (table,) = read_rows([["姓名", "身份证号"], ["赵丙", BOY], ["赵丁", MAN]], file="名单.xlsx")
    assert (table.source, table.rows, table.used) == (None, 2, 0)
    assert [row for row, _ in table.reported] == [2, 3]
    assert "请在表上方写明名称" in table.remarks[0]


def test_an_ambiguous_list_names_the_candidates(read_rows: ReadRows) -> None:
    (table,) = read_rows([["孤儿、困境儿童名单"], ["姓名", "身份证号"], ["赵丙", BOY]])
    assert table.source is None
    assert "“孤儿”" in table.remarks[0]
    assert "“困境儿童”" in table.remarks[0]


def test_the_nearest_source_and_what_it_lacks(read_rows: ReadRows) -> None:
    (table,) = read_rows([["执行案件清单"], ["被执行人", "身份证号", "立案时间"], ["赵甲", MAN, "2022-01-01"]])
    assert table.source is None
    assert "最接近“法院执行”" in table.remarks[0]
    assert "执行案号" in table.remarks[0]


def test_statistics_are_no_list(read_rows: ReadRows) -> None:
    (table,) = read_rows([["2023年低保统计表"], ["乡镇", "户数", "人数"], ["东山镇", 3, 5]])
    assert (table.source, table.rows) == (None, 0)


def test_content_wins_over_a_wrong_file_name(read_rows: ReadRows) -> None:
    (table,) = read_rows([["姓名", "残疾人证号", "残疾类别"], ["赵甲", MAN + "42", "肢体"]], file="低保对象.xlsx")
    assert table.source == "残疾人"


def test_a_column_nobody_knows_is_told_once(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["姓名", "身份证号", "供养方式", "星座"],
            ["赵甲", MAN, "集中", "白羊"],
            ["钱乙", "329901194512120089", "集中", "金牛"],
        ]
    )
    assert [r for r in table.remarks if "没有用到" in r] == ["“星座”这一列没有用到"]


def test_an_unknown_header_over_id_numbers_is_taken_by_content(read_rows: ReadRows) -> None:
    (table,) = read_rows([["残疾儿童名册"], ["姓名", "号码", "残别"], ["赵丙", BOY, "听力"]])
    assert table.drafts[0].person.id_number == BOY
