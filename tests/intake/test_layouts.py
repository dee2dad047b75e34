"""Layouts as county offices keep them: every person is found once, with number, relation and standing."""

from __future__ import annotations

from typing import Any

import pytest
from intake_rows import ReadRows

F, M, S = "329901196001020018", "329901196203050020", "329901198809090034"
W, B, G = "329901199001010040", "32990120130601005X", "32990120150702006X"
X, O = "329901197508080073", "329901194512120089"  # noqa: E741 - old
HOME = [("赵甲", F), ("钱乙", M), ("赵丙", B)]
Pairs = list[tuple[str, str | None]]


def own(tables: list[Any]) -> Pairs:
    """Name and number of all who stand in the records themselves."""
    return [(d.person.name, d.person.id_number) for t in tables for d in t.drafts if d.role not in {"户主", "监护人"}]


def roles(tables: list[Any]) -> list[tuple[str, str, str | None]]:
    return [(d.role, d.person.name, d.person.id_number) for t in tables for d in t.drafts]


MEMBER_CELLS = [
    (f"钱乙 {M} 妻;赵丙 {B} 子", "spaces and semicolons"),
    (f"钱乙（妻，{M}）、赵丙（子，{B}）", "brackets"),
    (f"1.钱乙,妻,{M}\n2.赵丙,子,{B}", "numbered lines"),
    (f"妻:钱乙,身份证号:{M};子:赵丙,身份证号:{B}", "labels"),
    (f"钱乙/{M}/妻|赵丙/{B}/子", "slashes and bars"),
    (f"配偶钱乙{M}、儿子赵丙{B}", "glued"),
    (f"钱乙 女 {M} 之妻，赵丙 男 {B} 之子", "with sex, commas"),
    (f"①钱乙-妻-{M}②赵丙-子-{B.lower()}", "circled numbers, lower x"),
    (f"{M} 钱乙 妻；{B} 赵丙 子", "number first"),
]


@pytest.mark.parametrize(("cell", "why"), MEMBER_CELLS, ids=[w for _, w in MEMBER_CELLS])
@pytest.mark.parametrize(
    "header",
    [
        "家庭成员",
        "家庭成员及身份证号(姓名/证件号/关系)",
        "共同生活家庭成员姓名、身份证号码及与户主关系",
        "家庭成员 情况\n(姓名、关系、身份证)",
        "其他家庭成员信息",
        "家里还有谁",
    ],
)
def test_members_in_one_cell_under_any_header(read_rows: ReadRows, header: str, cell: str, why: str) -> None:
    (table,) = read_rows(
        [
            ["农村低保家庭台账"],
            ["户主姓名", "户主身份证号", header, "保障人数", "目前状态"],
            ["赵甲", F, cell, 3, "正常"],
            ["孙丁", O, "", 1, "已停保"],
        ]
    )
    assert own([table]) == [*HOME, ("孙丁", O)], why
    assert [d.state for d in table.drafts] == ["在册"] * 3 + ["离册"]
    if header == "家里还有谁":
        assert any("按内容认作“家庭成员”" in r for r in table.remarks)
    else:
        assert not any("没有用到" in r for r in table.remarks)


def test_all_people_of_a_household_in_one_cell_alone(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [["低保家庭名册"], ["序号", "人员信息", "家庭住址"], [1, f"赵甲 {F} 户主;钱乙 {M} 妻;赵丙 {B} 子", "东山镇"]]
    )
    assert own([table]) == HOME


def test_names_in_one_cell_and_numbers_in_the_next(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["低保家庭名册"],
            ["户主", "户主证件号", "家庭成员姓名", "家庭成员身份证号"],
            ["赵甲", F, "钱乙、赵丙", f"{M}、{B}"],
            ["孙丁", O, "周己(妻)", W],
        ]
    )
    assert own([table]) == [*HOME, ("孙丁", O), ("周己", W)]


GROUP_HEADERS = [
    "户类别",
    "人群类别",
    "类型",
    "救助类型",
    "对象类别",
    "身份类别",
    "属于",
    "备注",
    "保障类型",
    "户类型",
    "人员类别",
]
GROUP_PAIRS = [
    (("原建档立卡户", "低收入户"), ("原建档立卡贫困户", "低收入户")),
    (("建档立卡贫困户", "脱贫不稳定户"), ("原建档立卡贫困户", "防返贫监测对象")),
    (("低保户", "低边户"), ("低保户", "低保边缘家庭")),
    (("城市低保", "特困供养人员"), ("低保户", "特困人员")),
    (("散居孤儿", "事孤"), ("孤儿", "事实无人抚养儿童")),
    (("困境儿童", "事实无人抚养儿童"), ("困境儿童", "事实无人抚养儿童")),
    (("低收入家庭", "特困"), ("低收入户", "特困人员")),
    (("重度残疾人", "低保对象"), ("残疾人", "低保户")),
    (("失独家庭", "优抚对象"), ("失独家庭", "重点优抚对象")),
    (("五保户", "最低生活保障家庭"), ("特困人员", "低保户")),
]


@pytest.mark.parametrize("header", GROUP_HEADERS)
@pytest.mark.parametrize(("words", "kinds"), GROUP_PAIRS, ids=["-".join(w) for w, _ in GROUP_PAIRS])
def test_a_column_of_groups_decides_whatever_its_header(
    read_rows: ReadRows, header: str, words: tuple[str, str], kinds: tuple[str, str]
) -> None:
    (table,) = read_rows(
        [
            [header, "姓名", "身份证号", "乡镇", "状态"],
            [words[0], "赵甲", F, "东山镇", "在册"],
            [words[0], "钱乙", M, "东山镇", "在册"],
            [words[1], "孙丁", S, "东山镇", "已退出"],
            [words[1], "李戊", W, "东山镇", "在册"],
            [words[1], "周己", X, "东山镇", "在册"],
        ]
    )
    assert [(d.kind, d.person.name, d.state) for d in table.drafts] == [
        (kinds[0], "赵甲", "在册"),
        (kinds[0], "钱乙", "在册"),
        (kinds[1], "孙丁", "离册"),
        (kinds[1], "李戊", "在册"),
        (kinds[1], "周己", "在册"),
    ]


def test_an_unknown_group_is_reported_row_by_row(read_rows: ReadRows) -> None:
    rows = [["户类别", "户主", "姓名", "身份证号", "与户主关系"]]
    rows += [["脱贫户", "赵甲", "赵甲", F, "户主"], ["脱贫户", "赵甲", "钱乙", M, "妻"]]
    rows += [["低收入户", "孙丁", "孙丁", O, "户主"], ["低收入户", "李戊", "李戊", S, "户主"]]
    rows += [["神仙户", "周己", "周己", W, "户主"]]
    (table,) = read_rows(rows)
    assert [n for n, _ in own([table])] == ["赵甲", "钱乙", "孙丁", "李戊"]
    assert [row for row, _ in table.reported] == [6]


@pytest.mark.parametrize(
    ("title", "header", "rows", "kind"),
    [
        ("某县医疗救助对象名单", ["姓名", "身份证号", "人员类别"], [["低保对象"], ["特困人员"]], "医疗救助对象"),
        ("家庭经济困难学生名单", ["姓名", "身份证号", "认定依据"], [["低保家庭"], ["残疾人"]], "困难学生"),
        (
            "",
            ["姓名", "身份证号", "家庭情况", "残疾类别", "残疾等级"],
            [["低保户", "肢体", "一级"], ["低收入户", "视力", "二级"]],
            "残疾人",
        ),
        (
            "脱贫户花名册",
            ["姓名", "身份证号", "贫困户属性", "脱贫年度"],
            [["低保贫困户", 2018], ["五保贫困户", 2019]],
            "原建档立卡贫困户",
        ),
    ],
)
def test_a_list_of_one_kind_stays_one_list(
    read_rows: ReadRows, title: str, header: list[str], rows: list[list[Any]], kind: str
) -> None:
    """The economic state of the people on a list does not make them stand on other lists."""
    given = [["赵甲", F, *rows[0]], ["钱乙", M, *rows[1]]]
    (table,) = read_rows([*([[title]] if title else []), header, *given])
    assert [d.kind for d in table.drafts] == [kind, kind]


@pytest.mark.parametrize("code", ["A类", "B类", "C类", "城市", "农村低保", "一类", "非农业"])
def test_codes_of_the_allowance_are_no_doubt(read_rows: ReadRows, code: str) -> None:
    (table,) = read_rows([["低保名册"], ["姓名", "身份证号", "保障类别", "月保障金额"], ["赵甲", F, code, 500]])
    assert not table.remarks


def test_indented_members_below_the_row_of_the_head(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["低保家庭成员花名册"],
            ["户主/成员", "身份证号码", "与户主关系", "低保证号"],
            ["赵甲", F, "户主", "A1"],
            ["　　钱乙", M, "妻", ""],
            ["　　赵丙", B, "子", ""],
            ["孙丁", O, "户主", "A2"],
        ]
    )
    assert own([table]) == [*HOME, ("孙丁", O)]
    assert [d.fields["户主姓名"] for d in table.drafts if d.role == "成员"] == [("赵甲",)] * 3 + [("孙丁",)]


def test_head_cell_only_on_the_first_row_of_each_household(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["最低生活保障花名册"],
            ["户主", "户主证件号", "共同生活成员", "成员证件号", "成员关系"],
            ["赵甲", F, "", "", ""],
            ["", "", "钱乙", M, "妻"],
            ["", "", "赵丙", B, "子"],
            ["孙丁", O, "", "", ""],
        ]
    )
    assert own([table]) == [*HOME, ("孙丁", O)]


def test_columns_by_number_in_several_ways(read_rows: ReadRows) -> None:
    for one, two in [
        (("成员1姓名", "成员1身份证号", "成员1关系"), ("成员2姓名", "成员2身份证号", "成员2关系")),
        (("成员一姓名", "成员一证件号码", "成员一与户主关系"), ("成员二姓名", "成员二证件号码", "成员二与户主关系")),
        (("姓名1", "身份证号1", "关系1"), ("姓名2", "身份证号2", "关系2")),
        (("家庭成员(1)", "身份证号(1)", "与户主关系(1)"), ("家庭成员(2)", "身份证号(2)", "与户主关系(2)")),
        (("第1位成员姓名", "第1位成员证件号", "第1位成员关系"), ("第2位成员姓名", "第2位成员证件号", "第2位成员关系")),
    ]:
        (table,) = read_rows(
            [["低保家庭名册"], ["户主", "户主身份证", *one, *two], ["赵甲", F, "钱乙", M, "妻", "赵丙", B, "子"]]
        )
        assert own([table]) == HOME, one


def test_header_over_two_rows_and_line_breaks(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["某县残疾人基本情况表", *[""] * 6],
            ["单位:某县残联", "", "", "", "", "", "单位:人"],
            ["序\n号", "基 本 信 息", "", "", "残 疾 情 况", "", "备注"],
            ["", "姓　名", "身 份 证\n号 码", "住  址", "类 别", "等 级", ""],
            [1, "赵甲", F, "东山镇西村", "肢体", "一级", ""],
            [2, "钱乙", M, "东山镇西村", "视力", "二级", "已去世"],
        ],
        spans=[(0, 0, 0, 6), (2, 0, 3, 0), (2, 1, 2, 3), (2, 4, 2, 5), (2, 6, 3, 6)],
    )
    assert own([table]) == [("赵甲", F), ("钱乙", M)]
    assert [(d.fields["残疾类别"], d.state) for d in table.drafts] == [(("肢体",), "在册"), (("视力",), "离册")]


def test_totals_in_the_middle_and_the_header_on_each_page(read_rows: ReadRows) -> None:
    header = ["序号", "乡镇", "姓名", "身份证号", "供养方式", "供养金额(元)"]
    (table,) = read_rows(
        [
            ["特困人员救助供养名册"],
            ["填报单位:某县民政局", "", "", "", "", "单位:元"],
            header,
            [1, "东山镇", "赵甲", F, "分散", 900],
            ["东山镇小计", "", "", "", "", 900],
            header,
            [2, "西河街道", "孙丁", O, "集中", 1200],
            ["", "西河街道小计", "1人", "", "", 1200],
            ["小计:1人"],
            ["特困人员救助供养名册(续表)"],
            header,
            [3, "北乡", "李戊", S, "集中", 1200],
            ["合    计", "", 3, "", "", 3300],
            ["审核:张三", "", "制表:李四"],
            ["注:本表一式两份,一份留存,一份报市民政局。"],
        ]
    )
    assert (table.rows, own([table])) == (3, [("赵甲", F), ("孙丁", O), ("李戊", S)])


def test_numbers_as_clerks_type_them(read_rows: ReadRows) -> None:
    wide = F.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    (table,) = read_rows(
        [
            ["孤儿名册"],
            ["姓名", "身份证号"],
            ["赵甲", "'" + F],
            ["钱乙", M[:6] + " " + M[6:14] + " " + M[14:]],
            ["孙丁", B.lower()],
            ["李戊", wide],
            ["周己", 3.29931198810204e17],
            ["吴庚", "3.29931E+17"],
            ["郑辛", O[:6] + O[8:17]],
            ["王壬", f"{X}（已核）"],
            ["冯癸", f"身份证:{W}"],
        ]
    )
    found = dict(own([table]))
    assert found["赵甲"] == F
    assert found["钱乙"] == M
    assert found["孙丁"] == B
    assert found["李戊"] == F
    assert found["郑辛"] == O
    assert found["王壬"] == X
    assert found["冯癸"] == W
    assert [row for row, _ in table.reported] == [7, 8]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2021.3", "2021-03"),
        (44260, "2021-03-05"),
        ("2021年3月", "2021-03"),
        ("2021/3/5", "2021-03-05"),
        (2021.03, "2021-03"),
        ("20210305", "2021-03-05"),
        (202103, "2021-03"),
        ("二〇二一年三月", "2021-03"),
        ("2021-03-05 00:00:00", "2021-03-05"),
        ("2021年3月起", "2021-03"),
    ],
)
def test_days_as_clerks_type_them(read_rows: ReadRows, given: Any, read: str) -> None:
    (table,) = read_rows([["低保名册"], ["姓名", "身份证号", "享受起始时间"], ["赵甲", F, given]])
    assert table.drafts[0].since == read


@pytest.mark.parametrize(
    ("header", "word", "state"),
    [
        ("目前状态", "停保(死亡)", "离册"),
        ("目前是否享受", "否", "离册"),
        ("是否退出", "√", "离册"),
        ("享受情况", "正在享受", "在册"),
        ("低保状态", "2022年3月停保", "离册"),
        ("备注", "2022.5已停发", "离册"),
        ("备注", "父亲去世", "在册"),
        ("退保时间", "2022-03", "离册"),
        ("是否还在保", "不在保", "离册"),
        ("动态管理情况", "核减", "离册"),
        ("变更类型", "停保", "离册"),
        ("目前状态", "暂停发放", "离册"),
    ],
)
def test_words_for_who_has_left(read_rows: ReadRows, header: str, word: str, state: str) -> None:
    rows = [["低保名册"], ["姓名", "身份证号", "低保证号", header], ["赵甲", F, "A1", word]]
    (table,) = read_rows(rows)
    assert table.drafts[0].state == state


def test_three_sheets_of_an_own_kind_each_are_told_by_the_sheet_name(read_rows: ReadRows) -> None:
    for name, kind in (("孤儿", "孤儿"), ("低边", "低保边缘家庭"), ("事实无人抚养", "事实无人抚养儿童")):
        (table,) = read_rows([["姓名", "身份证号", "乡镇"], ["赵丙", B, "东山镇"]], name=name)
        assert [d.kind for d in table.drafts] == [kind]


def test_a_sheet_of_notes_is_no_list(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["填表说明"],
            ["一、姓名按户口簿填写,身份证号为18位。"],
            ["二、状态:在保、停保。"],
            ["三、请于每月5日前报送。"],
        ],
        name="说明",
    )
    assert (table.source, table.rows, len(table.remarks)) == (None, 0, 1)


def test_enforcement_with_two_levels_and_several_debtors(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["某县人民法院执行案件情况表", *[""] * 9],
            ["序号", "案号", "申请执行人", "", "被执行人", "", "执行依据", "标的\n(万元)", "到位\n(万元)", "结案方式"],
            ["", "", "姓名", "证件号码", "姓名", "证件号码", "", "", "", ""],
            [1, "(2022)苏9901执12号", "赵甲", F, "孙丁、李戊", f"{O}、{S}", "(2021)苏9901民初3号", 3, 0, "终本"],
            [
                2,
                "(2022)苏9901执13号",
                "某某商贸有限公司",
                "91329901MA1ABCDE0X",
                "周己\n吴庚",
                f"{W}\n{X}",
                "(2021)苏9901民初4号",
                1.5,
                1.5,
                "执行完毕",
            ],
            [
                3,
                "(2022)苏9901执14号",
                f"赵甲({F})",
                "",
                f"某厂;李戊({S})",
                "",
                "(2021)苏9901民初5号",
                1,
                0,
                "终结本次执行程序",
            ],
        ],
        spans=[(0, 0, 0, 9), *((1, c, 2, c) for c in (0, 1, 6, 7, 8, 9)), (1, 2, 1, 3), (1, 4, 1, 5)],
    )
    assert table.source == "法院执行"
    assert roles([table]) == [
        ("申请执行人", "赵甲", F),
        ("被执行人", "孙丁", O),
        ("被执行人", "李戊", S),
        ("被执行人", "周己", W),
        ("被执行人", "吴庚", X),
        ("申请执行人", "赵甲", F),
        ("被执行人", "李戊", S),
    ]
    assert table.organisations == 2
    assert table.drafts[0].fields["申请标的额"] == ("30000",)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("申请人", "被申请人"),
        ("申请执行人(原告)", "被执行人(被告)"),
        ("原告(申请执行人)", "被告(被执行人)"),
        ("申请执行人/债权人", "被执行人/债务人"),
        ("申请执行人名称", "被执行人名称"),
        ("申请执行人姓名或单位名称", "被执行人姓名或单位名称"),
    ],
)
def test_enforcement_parties_by_other_words(read_rows: ReadRows, one: str, two: str) -> None:
    (table,) = read_rows(
        [
            [
                "执行案号",
                one,
                "申请人身份证号",
                two,
                "被申请人身份证号",
                "执行依据",
                "本案执行标的额",
                "本案已执行到位金额",
                "未执行到位金额",
                "执行结案方式",
            ],
            ["(2022)苏9901执12号", "赵甲", F, "孙丁", O, "(2021)苏9901民初3号", 30000, 100, 29900, "终本"],
        ]
    )
    assert roles([table]) == [("申请执行人", "赵甲", F), ("被执行人", "孙丁", O)]
    fields = table.drafts[0].fields
    assert (fields["申请标的额"], fields["已执行金额"], fields["结案方式"]) == (
        ("30000",),
        ("100",),
        ("终结本次执行程序",),
    )


def test_suspects_in_one_cell_with_numbers_in_the_next(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["受理号", "案由", "犯罪嫌疑人", "嫌疑人证件号码", "被害人信息", "承办检察官"],
            [
                "甲检刑诉受〔2022〕1号",
                "故意伤害罪",
                "孙丁,李戊 周己",
                f"{O},{S} {W}",
                f"赵甲,男,{F};钱乙,女,{M}",
                "姜检",
            ],
            ["甲检刑诉受〔2022〕2号", "盗窃", "吴庚等2人", X, f"赵丙({B})", "姜检"],
        ]
    )
    assert roles([table]) == [
        ("犯罪嫌疑人", "孙丁", O),
        ("犯罪嫌疑人", "李戊", S),
        ("犯罪嫌疑人", "周己", W),
        ("被害人", "赵甲", F),
        ("被害人", "钱乙", M),
        ("犯罪嫌疑人", "吴庚", X),
        ("被害人", "赵丙", B),
    ]


def test_petitions_by_letter_and_visit(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["来信来访登记簿"],
            ["序号", "来信人/来访人", "性别", "年龄", "身份证号", "来访时间", "反映问题", "是否涉法涉诉"],
            [1, "赵甲", "男", 63, F, "2022.3.4", "判决后拿不到钱", "是"],
            [2, "钱乙、赵丙", "", "", f"{M}、{B}", "2022.3.5", "邻里纠纷", "否"],
            [3, "东山镇西村村民委员会", "", "", "", "2022.3.5", "道路", "否"],
            [4, "匿名", "", "", "", "2022.3.6", "举报", "否"],
        ]
    )
    assert table.source == "信访登记"
    assert own([table])[:3] == [("赵甲", F), ("钱乙", M), ("赵丙", B)]
    assert [d.fields["信访类型"] for d in table.drafts[:3]] == [("涉法涉诉",), ("非涉法涉诉",), ("非涉法涉诉",)]
    assert table.organisations == 1


def test_relief_lists_of_court_and_office(read_rows: ReadRows) -> None:
    (court,) = read_rows(
        [
            ["某县人民法院2022年度司法救助案件统计表"],
            ["序号", "救助对象", "身份证号码", "原审案号", "救助金额(万元)", "发放时间", "备注"],
            [1, "赵甲", F, "(2020)苏9901刑初1号", 2, "2022年5月", ""],
        ]
    )
    assert (court.source, court.drafts[0].fields["救助金额"]) == ("其他机关司法救助", ("20000",))
    (office,) = read_rows(
        [
            ["国家司法救助案件情况表"],
            ["序号", "救助对象", "救助对象身份证号", "原案", "救助金额", "办理进展"],
            [1, "赵甲", F, "甲检刑诉受〔2021〕3号", 20000, "已发放"],
            [2, "钱乙", M, "", "", "正在审查"],
        ]
    )
    assert office.source == "司法救助台账"
    assert office.drafts[0].fields["办理状态"] == ("已发放",)


def test_names_of_members_on_lists_of_single_people_are_not_on_the_list(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["困难职工档案"],
            ["职工姓名", "职工身份证号", "工作单位", "家庭成员姓名", "家庭成员身份证号", "关系"],
            ["赵甲", F, "某厂", "钱乙", M, "妻"],
        ]
    )
    assert own([table]) == [("赵甲", F)]


def test_a_household_list_of_a_township_takes_the_members(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["东山镇困难群众家庭摸排表"],
            ["户主", "户主身份证", "家庭成员", "成员身份证", "困难类型", "网格员"],
            ["赵甲", F, "钱乙", M, "因案致困", "丁"],
        ]
    )
    assert own([table]) == [("赵甲", F), ("钱乙", M)]


def test_a_table_that_is_none_of_ours_names_the_nearest(read_rows: ReadRows) -> None:
    (table,) = read_rows([["姓名", "身份证号", "车牌号"], ["赵甲", F, "苏A1"], ["钱乙", M, "苏A2"]])
    assert (table.source, table.rows, table.used, len(table.reported)) == (None, 2, 0, 2)
    assert table.remarks


def test_kinds_marked_in_columns_of_their_own(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["姓名", "身份证号", "是否低保", "是否残疾人", "孤儿"],
            ["赵甲", F, "是", "否", ""],
            ["钱乙", M, "否", "是", ""],
            ["赵丙", B, "是", "", "√"],
            ["孙丁", O, "", "", ""],
        ]
    )
    assert [(d.kind, d.person.name) for d in table.drafts] == [
        ("低保户", "赵甲"),
        ("残疾人", "钱乙"),
        ("低保户", "赵丙"),
        ("孤儿", "赵丙"),
    ]
    assert [row for row, _ in table.reported] == [5]


def test_one_kind_in_the_column_of_groups_is_enough(read_rows: ReadRows) -> None:
    (table,) = read_rows([["姓名", "身份证号", "人群类别"], ["赵甲", F, "特困供养"], ["钱乙", M, "特困供养"]])
    assert [d.kind for d in table.drafts] == ["特困人员"] * 2


def test_a_second_group_far_below_is_seen(read_rows: ReadRows) -> None:
    rows = [[f"赵{chr(0x4E00 + i)}", "", "男", f"19{50 + i % 40}-0{1 + i % 9}-11", "低保户"] for i in range(500)]
    rows += [[f"钱{chr(0x4E00 + i)}", "", "男", f"19{50 + i % 40}-0{1 + i % 9}-11", "特困人员"] for i in range(60)]
    (table,) = read_rows([["姓名", "身份证号", "性别", "出生日期", "属性"], *rows])
    assert [sum(d.kind == k for d in table.drafts) for k in ("低保户", "特困人员")] == [500, 60]


def test_the_townships_own_words_for_its_people_keep_its_list(read_rows: ReadRows) -> None:
    """残疾 as a kind of difficulty on the township's list is no certificate of disability."""
    (table,) = read_rows(
        [
            ["东山镇困难弱势群体台账"],
            ["姓名", "性别", "出生年月", "身份证号", "困难类型", "网格员"],
            ["赵甲", "男", "1960.1", "", "残疾", "丁"],
            ["钱乙", "女", "1962.3", M, "低保户", "丁"],
            ["李戊", "男", "1988.9", S, "独居老人", "丁"],
        ]
    )
    assert [d.kind for d in table.drafts] == ["乡镇街困难群众"] * 3


def test_parties_below_an_unmerged_case_go_on_with_it(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["案号", "申请执行人", "身份证号", "被执行人", "身份证号", "执行依据", "结案方式"],
            ["(2022)苏9901执12号", "赵甲", F, "孙丁", O, "(2021)苏9901民初3号", "终本"],
            ["", "钱乙", M, "", "", "", ""],
            ["(2022)苏9901执13号", "李戊", S, "孙丁", O, "(2021)苏9901民初4号", "终本"],
        ]
    )
    assert [(d.role, d.person.name, d.fields["执行依据"]) for d in table.drafts[2:4]] == [
        ("申请执行人", "钱乙", ("（2021）苏9901民初3号",)),
        ("被执行人", "孙丁", ("（2021）苏9901民初3号",)),
    ]


def test_a_header_with_mostly_unknown_words(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [["特困人员"], ["姓名", "身份证号", "甲项", "乙项", "丙项", "丁项", "戊项"], ["赵甲", F, 1, 2, 3, 4, 5]]
    )
    assert own([table]) == [("赵甲", F)]


def test_the_export_of_the_national_monitoring_system(read_rows: ReadRows) -> None:
    header = ["省", "县", "乡", "村", "户编号", "姓名", "证件类型", "证件号码", "人数", "与户主关系", "户类型"]
    header += ["监测对象类别", "风险是否已消除", "识别监测时间", "致贫返贫风险1", "致贫返贫风险2"]
    place = ["某省", "某县", "东山镇", "西村"]
    (table,) = read_rows(
        [
            header,
            [*place, 1, "赵甲", "居民身份证", F, 2, "户主", "脱贫户", "脱贫不稳定户", "否", "202105", "因病", ""],
            [*place, 1, "钱乙", "居民身份证", M, 2, "配偶", "脱贫户", "脱贫不稳定户", "否", "202105", "因病", ""],
            [*place, 2, "孙丁", "居民身份证", O, 1, "户主", "一般农户", "边缘易致贫户", "是", "202105", "因病", "因残"],
        ]
    )
    people = [d for d in table.drafts if d.role == "成员"]
    assert table.source == "防返贫监测"
    assert [(d.person.name, d.state, d.since) for d in people] == [
        ("赵甲", "在册", "2021-05"),
        ("钱乙", "在册", "2021-05"),
        ("孙丁", "离册", "2021-05"),
    ]


def test_sheets_of_a_workbook_are_read_each_by_itself_and_a_person_twice_is_kept(read_rows: ReadRows) -> None:
    """The same number with a broken twin: the row is reported, the good one kept."""
    (table,) = read_rows([["孤儿名册"], ["姓名", "身份证号"], ["赵丙", B], ["赵丙", B], ["钱丁", G[:-1] + "1"]])
    assert own([table]) == [("赵丙", B)]
    assert [row for row, _ in table.reported] == [4, 5]


def test_case_numbers_are_placed_by_their_form_where_the_header_says_nothing(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            [
                "执行案号",
                "申请人",
                "申请人身份证号",
                "被执行人",
                "被执行人身份证号",
                "依据",
                "立案日期",
                "经办",
                "是否终本",
            ],
            ["(2022)苏9901执12号", "赵甲", F, "孙丁", O, "(2021)苏9901民初3号", "2022-01-02", "王", "是"],
            ["(2022)苏9901执13号", "赵甲", F, "李戊", S, "(2021)苏9901刑初4号", "2022-01-02", "王", "否"],
        ]
    )
    first, last = table.drafts[0], table.drafts[-1]
    assert first.fields["执行依据"] == ("（2021）苏9901民初3号",)
    assert first.fields["结案方式"] == ("终结本次执行程序",)
    assert "结案方式" not in last.fields
    (table,) = read_rows(
        [
            ["救助机关", "救助对象", "身份证", "案号", "救助金额", "发放日期"],
            ["某县法院", "赵甲", F, "(2020)苏9901执3号", 20000, "2022.5"],
        ]
    )
    assert table.drafts[0].fields["原案案号"] == ("（2020）苏9901执3号",)


def test_sex_and_birth_in_brackets_behind_a_name(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["案件编号", "案由", "嫌疑人", "被害人", "受案日期"],
            ["甲检刑诉受〔2022〕1号", "故意伤害", "孙丁、李戊", "赵甲（女，1990年1月1日生）、钱乙(男)", "2022-01-02"],
        ]
    )
    victims = [(d.person.name, d.person.sex, d.person.birth) for d in table.drafts if d.role == "被害人"]
    assert victims == [("赵甲", "女", "1990-01-01"), ("钱乙", "男", None)]


@pytest.mark.parametrize(
    ("title", "header", "rows", "source"),
    [
        (
            "",
            ["姓名", "身份证号", "人员类别", "住院医院", "总费用"],
            [["低保对象", "县医院", 9], ["特困人员", "县医院", 8]],
            "医疗救助",
        ),
        (
            "困难退役军人帮扶台账",
            ["姓名", "身份证号", "退役时间", "困难情形"],
            [["1985", "大病"], ["1990", "残疾"]],
            "重点优抚",
        ),
        (
            "",
            ["姓名", "身份证号", "救助类型", "救助金额", "救助日期"],
            [["临时救助", 800, "2022-03"], ["低保", 900, "2022-03"]],
            "已开展社会救助",
        ),
    ],
)
def test_lists_that_also_name_other_kinds(
    read_rows: ReadRows, title: str, header: list[str], rows: list[list[Any]], source: str
) -> None:
    given = [["赵甲", F, *rows[0]], ["钱乙", M, *rows[1]]]
    (table,) = read_rows([*([[title]] if title else []), header, *given])
    assert table.source == source


def test_a_couple_in_columns_of_their_own(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["计划生育特殊家庭"],
            ["男方姓名", "男方身份证号", "女方姓名", "女方身份证号", "子女死亡时间"],
            ["赵甲", F, "钱乙", M, "2010-1"],
        ]
    )
    assert own([table]) == [("赵甲", F), ("钱乙", M)]
    assert [d.state for d in table.drafts] == ["在册", "在册"]


def test_spaces_inside_a_name_make_no_second_person(read_rows: ReadRows) -> None:
    names = ["欧阳 娜娜", "王  小明", "李　四", "阿卜杜拉·买买提江"]
    (table,) = read_rows([["低保"], ["姓名", "身份证号"], *([n, i] for n, i in zip(names, (F, M, S, O), strict=True))])
    assert own([table]) == [("欧阳娜娜", F), ("王小明", M), ("李四", S), ("阿卜杜拉·买买提江", O)]


def test_a_long_name_with_brackets_is_no_organisation_and_numbers_skip_organisations(read_rows: ReadRows) -> None:
    (table,) = read_rows(
        [
            ["受理号", "申请人", "申请人证件号", "被申请人"],
            ["甲检民监受〔2022〕1号", "某某建设有限公司（法定代表人：王某）", "", "赵甲（女，1990年1月1日出生，汉族）"],
            ["甲检民监受〔2022〕2号", "赵甲（曾用名赵二）、某某村民委员会", F, "某镇人民政府"],
        ]
    )
    assert roles([table]) == [("其他当事人", "赵甲", None), ("申请人", "赵甲", F)]
    assert table.organisations == 3
