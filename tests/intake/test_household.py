"""Layouts of households and groups: each becomes one person a mention."""

from __future__ import annotations

from intake_rows import ReadRows


def people(tables: list) -> list[tuple[str, str, str | None, str]]:
    return [
        (d.kind, d.person.name, d.person.id_number, (d.fields.get("与户主关系") or ("",))[0])
        for t in tables
        for d in t.drafts
        if d.role != "户主"
    ]


def test_one_row_a_household_with_columns_for_members(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["某县2023年低保家庭名册"],
            ["填报单位:某县民政局", "", "填报日期:2023年4月"],
            [
                "序号",
                "户主姓名",
                "户主身份证号",
                "成员1姓名",
                "成员1身份证号",
                "成员1与户主关系",
                "成员2姓名",
                "成员2身份证号",
                "成员2与户主关系",
                "家庭住址",
            ],
            [1, "赵甲", ids["father"], "钱乙", ids["mother"], "妻", "赵丙", ids["boy"], "子", "东山镇西村"],
            [2, "孙丁", ids["old"], "", "", "", "", "", "", "西河街道"],
            ["合计", "2户", "", "", "", "", "", "", "", ""],
        ]
    )
    assert tables[0].rows == 2
    assert people(tables) == [
        ("低保户", "赵甲", ids["father"], "户主"),
        ("低保户", "钱乙", ids["mother"], "妻"),
        ("低保户", "赵丙", ids["boy"], "子"),
        ("低保户", "孙丁", ids["old"], "户主"),
    ]
    assert {d.person.township for d in tables[0].drafts} == {"东山", "西河"}


def test_repeated_columns_without_numbers_and_named_relatives(read_rows: ReadRows, ids: dict[str, str]) -> None:
    rows = [
        [
            "户主",
            "户主身份证号",
            "成员姓名",
            "身份证号",
            "与户主关系",
            "成员姓名",
            "身份证号",
            "与户主关系",
            "低保证号",
        ],
        ["赵甲", ids["father"], "钱乙", ids["mother"], "妻", "赵丙", ids["boy"], "子", "A1"],
    ]
    assert [(n, r) for _, n, _, r in people(read_rows(rows))] == [("赵甲", "户主"), ("钱乙", "妻"), ("赵丙", "子")]
    rows = [
        ["低保户主", "户主证件号码", "配偶姓名", "配偶身份证号", "长子姓名", "长子身份证号", "低保证号"],
        ["赵甲", ids["father"], "钱乙", ids["mother"], "赵丙", ids["boy"], "A1"],
    ]
    assert [(n, i, r) for _, n, i, r in people(read_rows(rows))][1:] == [
        ("钱乙", ids["mother"], "配偶"),
        ("赵丙", ids["boy"], "长子"),
    ]


def test_two_header_rows_and_a_block_under_a_merged_head(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["城乡低保对象花名册", *[""] * 7],
            ["序号", "户主", "", "家庭成员", "", "", "保障金额(元)", "状态"],
            ["", "姓名", "身份证\n号码", "姓 名", "身份证号", "与户主\n关系", "", ""],
            [1, "赵甲", ids["father"], "赵甲", ids["father"], "户主", 500, "在保"],
            ["", "", "", "钱乙", ids["mother"], "妻", "", ""],
            [2, "孙丁", ids["old"], "孙丁", ids["old"], "本人", 300, "停保"],
            ["制表人:张三", "", "", "审核人:李四", "", "", "", ""],
        ],
        spans=[
            (0, 0, 0, 7),
            (1, 0, 2, 0),
            (1, 1, 1, 2),
            (1, 3, 1, 5),
            (1, 6, 2, 6),
            (1, 7, 2, 7),
            (3, 1, 4, 1),
            (3, 2, 4, 2),
            (3, 7, 4, 7),
        ],
    )
    own = [d for d in tables[0].drafts if d.role == "成员"]
    assert [(d.person.name, d.state, d.fields["户主姓名"]) for d in own] == [
        ("赵甲", "在册", ("赵甲",)),
        ("钱乙", "在册", ("赵甲",)),
        ("孙丁", "离册", ("孙丁",)),
    ]


def test_a_head_named_only_in_the_merged_cell_stands_on_the_list(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["最低生活保障家庭成员表"],
            ["户主姓名", "户主身份证号码", "家庭成员姓名", "家庭成员身份证号码", "与户主关系"],
            ["赵甲", ids["father"], "钱乙", ids["mother"], "妻"],
            ["", "", "赵丙", ids["boy"], "子"],
        ],
        spans=[(2, 0, 3, 0), (2, 1, 3, 1)],
    )
    assert [(n, r) for _, n, _, r in people(tables)] == [("赵甲", "户主"), ("钱乙", "妻"), ("赵丙", "子")]
    assert any("户主按同在册" in r for r in tables[0].remarks)


def test_a_head_beside_the_persons_own_name_is_not_on_the_list(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["姓名", "身份证号", "户主姓名", "户主身份证号", "低保证号"],
            ["赵丙", ids["boy"], "赵甲", ids["father"], "A1"],
        ]
    )
    assert [(d.role, d.person.name) for d in tables[0].drafts] == [("成员", "赵丙"), ("户主", "赵甲")]


def test_members_in_one_cell(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["低保家庭信息表"],
            ["户主", "身份证号", "家庭成员情况", "保障人数", "低保类别"],
            ["赵甲", ids["father"], f"钱乙(妻,{ids['mother']});赵丙(子,{ids['boy']})", 3, "农村"],
            ["孙丁", ids["old"], "无", 1, "城市"],
        ]
    )
    assert people(tables) == [
        ("低保户", "赵甲", ids["father"], "户主"),
        ("低保户", "钱乙", ids["mother"], "妻"),
        ("低保户", "赵丙", ids["boy"], "子"),
        ("低保户", "孙丁", ids["old"], "户主"),
    ]


def test_an_own_name_beside_members_in_a_cell_is_the_head(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["特困供养人员"],
            ["姓名", "身份证号", "家庭成员", "供养方式"],
            ["赵甲", ids["father"], f"钱乙/妻/{ids['mother']}", "分散"],
        ]
    )
    assert [(n, i) for _, n, i, _ in people(tables)] == [("赵甲", ids["father"]), ("钱乙", ids["mother"])]


def test_groups_chosen_by_a_column(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["序号", "人员姓名", "公民身份号码", "困难群体类型", "享受状态", "残疾等级"],
            [1, "赵甲", ids["father"], "城市低保", "享受", ""],
            [2, "钱乙", ids["mother"], "特困供养", "停发", ""],
            [3, "赵丙", ids["boy"], "事实无人抚养儿童", "享受", ""],
            [4, "孙丁", ids["man"], "持证残疾人", "享受", "二级"],
            [5, "李戊", ids["son"], "外星人", "享受", ""],
            [6, "周己", ids["woman"], "低保边缘、残疾人", "", "三级"],
            [7, "吴庚", ids["old"], "非低保", "", ""],
        ]
    )
    assert table.source == "多类困难群体"
    assert [(d.kind, d.person.name, d.state) for d in table.drafts] == [
        ("低保户", "赵甲", "在册"),
        ("特困人员", "钱乙", "离册"),
        ("事实无人抚养儿童", "赵丙", "在册"),
        ("残疾人", "孙丁", "在册"),
        ("低保边缘家庭", "周己", "在册"),
        ("残疾人", "周己", "在册"),
    ]
    assert [row for row, _ in table.reported] == [6, 8]
    assert table.drafts[0].fields["保障类别"] == ("城市低保",)
    assert table.drafts[3].fields["残疾等级"] == ("二级",)


def test_groups_by_section_lines_and_stacked_tables(read_rows: ReadRows, ids: dict[str, str]) -> None:
    tables = read_rows(
        [
            ["儿童花名册"],
            ["序号", "姓名", "身份证号", "监护人"],
            ["一、孤儿", "", "", ""],
            [1, "赵丙", ids["boy"], "赵甲"],
            ["二、事实无人抚养儿童", "", "", ""],
            [1, "钱丁", ids["girl"], "钱乙"],
            ["合 计", "2", "", ""],
        ]
    )
    assert [(t.source, t.rows) for t in tables] == [("孤儿", 1), ("事实无人抚养儿童", 1)]
    tables = read_rows(
        [
            ["孤儿名册", ""],
            ["姓名", "身份证号", "安置方式"],
            ["赵丙", ids["boy"], "散居"],
            [],
            ["困境儿童名册"],
            ["姓名", "证件号码", "困境类型", "监护人"],
            ["钱丁", ids["girl"], "家庭困境", "钱乙"],
        ]
    )
    assert [(t.source, [d.person.name for d in t.drafts]) for t in tables] == [
        ("孤儿", ["赵丙"]),
        ("困境儿童", ["钱丁"]),
    ]
