"""What is reported, what is remarked, and that rows = used + reported."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from intake_rows import ReadRows, read_rows


def test_numbers(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["残疾人名册"],
            ["姓名", "身份证号", "残疾类别"],
            ["赵甲", 3.29901201306010e17, "肢体"],  # 3 lost digits
            ["赵乙", "3.29901E+17", "听力"],  # 4 lost digits, as text
            ["赵丙", ids["father"][:-1] + "9", "听力"],  # 5 check digit
            ["赵丁", "329901197001011", "听力"],  # 6 month 70
            ["赵戊", "32990119600102001", "听力"],  # 7 seventeen digits
            ["", ids["mother"], "智力"],  # 8 no name: used by number
            ["钱乙", "", "火星"],  # 9 no number, unknown value: used
            ["", "", "视力"],  # 10 nobody
            ["孙丁", "3299****0089", "视力"],  # 11 masked: used by name
            ["周己", "G12345678", "视力"],  # 12 a passport: used by name
            ["吴庚", " 32990119880909 0034'", "视力"],  # 13 spaces and apostrophe
            ["郑辛", "３２９９０１２０１３０６０１００５x", "视力"],  # 14 full width
            ["王壬", "110105491231002", "视力"],  # 15 fifteen digits
        ]
    )
    assert [row for row, _ in table.reported] == [3, 4, 5, 6, 7, 10]
    numbers = {d.record.rpartition("#")[2]: d.person.id_number for d in table.drafts}
    assert numbers["13"] == ids["son"]
    assert numbers["14"] == ids["boy"]
    assert numbers["15"] == "11010519491231002X"
    assert numbers["9"] is numbers["11"] is numbers["12"] is None
    assert any("火星" in r for r in table.remarks)


def test_a_number_by_sex_and_birth_or_none(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["姓名", "性别", "出生年月", "身份证号", "困难类型", "网格员"],
            ["赵甲", "男", "1960.1", "", "空巢老人", "某"],  # told by name, sex and birth
            ["钱乙", "男", "1962-03-05", ids["mother"], "因病致困", "某"],  # a woman's number
            ["孙丙", "女", "1999-03-05", ids["woman"], "因病致困", "某"],  # another birth
        ]
    )
    assert table.used == 3
    assert table.drafts[0].remarks == ()
    assert table.drafts[0].person.birth == "1960-01"
    assert any("性别与证件号码不一致" in r for r in table.drafts[1].remarks)
    assert any("出生日期与证件号码不一致" in r for r in table.drafts[2].remarks)


def test_a_repeated_row_is_one_however_typed(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["序号", "姓名", "身份证号", "供养方式"],
            [1, "赵丙", ids["boy"], "分散"],
            [2, "赵 丙", ids["boy"].lower(), "分散"],  # the same
            [3, "赵丙", ids["boy"], "集中"],  # other content: kept, remarked
        ]
    )
    assert [row for row, _ in table.reported] == [3]
    assert "重复" in table.reported[0][1]
    assert any("不止一行" in r for r in table.remarks)


def test_households_names_and_guardians_are_remarked_never_merged(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["低保名册"],
            ["姓名", "身份证号", "户主姓名", "与户主关系", "低保类别"],
            ["赵丙", ids["son"], "赵甲", "子", "城市"],
            ["赵丙", ids["son"], "钱丁", "女婿", "城市"],
            ["赵饼", ids["man"], "赵甲", "子", "城市"],
            ["孙戊", ids["man"], "孙戊", "户主", "城市"],
        ]
    )
    assert table.used == 4
    assert any("又在另一户" in r for r in table.remarks)
    assert any("两个姓名" in r for r in table.remarks)
    (table,) = read_rows(
        [
            ["孤儿名册"],
            ["姓名", "身份证号", "出生日期", "监护人姓名", "监护人身份证号"],
            ["赵小", ids["mother"], "", "钱乙", ids["mother"]],
            ["钱小", ids["man"], "2012-01-01", "", ""],
        ]
    )
    children = [d for d in table.drafts if d.role == "本人"]
    assert [d.person.id_number for d in children] == [None, None]
    assert all("监护人" in "".join(d.remarks) for d in children)


def test_organisations_are_counted_and_are_no_people(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["执行案号", "申请执行人", "申请执行人证件号", "被执行人", "被执行人证件号", "结案方式"],
            [
                "(2022)苏9901执1号",
                "某保险公司",
                "91320000MA1",
                "赵甲、钱乙",
                f"{ids['father']}、{ids['mother']}",
                "终本",
            ],
            ["(2022)苏9901执2号", "某银行某支行", "", "某建筑有限公司", "", "终本"],
        ]
    )
    assert (table.used, table.organisations) == (2, 3)
    assert [(d.role, d.person.name, d.person.id_number) for d in table.drafts] == [
        ("被执行人", "赵甲", ids["father"]),
        ("被执行人", "钱乙", ids["mother"]),
    ]


def test_one_broken_number_of_several_people_keeps_the_row(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["执行案号", "申请执行人", "申请执行人证件号", "被执行人", "被执行人证件号", "结案方式"],
            ["(2022)苏9901执1号", "孙丙", ids["son"], "赵甲", "32990119600102", "终本"],
        ]
    )
    assert table.used == 1
    assert [(d.person.name, d.person.id_number) for d in table.drafts] == [("孙丙", ids["son"]), ("赵甲", None)]
    assert any("被执行人的证件号码应为18位" in r for r in table.remarks)


cells = st.text(alphabet="张三李四0123456789Xx妻子合计、 ,()\n/-.", max_size=20)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(cells, cells, cells, cells), max_size=12))
def test_no_row_is_lost_whatever_stands_in_it(rows: list[tuple[str, str, str, str]]) -> None:
    header = ["姓名", "身份证号", "与户主关系", "低保类别"]
    for table in read_rows([["低保名册"], header, *rows]):
        assert table.rows == table.used + len(table.reported)
        assert {d.record for d in table.drafts} <= {f"x.xlsx#Sheet1#{n + 3}" for n in range(len(rows))}
