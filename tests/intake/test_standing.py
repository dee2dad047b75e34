"""Who stands on a register now: status words, leaving days, validity, notes."""

from __future__ import annotations

import pytest
from intake_rows import ReadRows


@pytest.mark.parametrize(
    ("header", "cell", "state", "until"),
    [
        ("状态", "在保", "在册", None),
        ("保障状态", "停保", "离册", None),
        ("证件状态", "已注销", "离册", None),
        ("人员状态", "死亡", "离册", None),
        ("人员状态", "因死亡停保", "离册", None),  # more words around it
        ("状态", "满18停发", "离册", None),
        ("状态", "蓝色", "不明", None),  # unknown: told, person kept
        ("风险是否消除", "是", "离册", None),
        ("风险是否消除", "否", "在册", None),
        ("是否在保", "否", "离册", None),
        ("停保日期", "2022-12", "离册", "2022-12"),
        ("停保日期", "2030-01-01", "在册", "2030-01-01"),  # announced, not yet
        ("停保日期", "", "在册", None),
        ("注销时间", "2021年3月5日", "离册", "2021-03-05"),
        ("有效期至", "2022-01-01", "离册", "2022-01-01"),  # expired before the list was made
        ("有效期", "2020-01-01至2025-01-01", "在册", "2025-01-01"),
        ("备注", "2022年5月去世", "离册", None),
        ("备注", "父亲已死亡", "在册", None),  # somebody else
        ("备注", "拟停保", "在册", None),
    ],
)
def test_standing(
    read_rows: ReadRows, ids: dict[str, str], header: str, cell: str, state: str, until: str | None
) -> None:
    (table,) = read_rows(
        [["特困供养人员名册(2023年4月)"], ["姓名", "身份证号", "供养方式", header], ["赵甲", ids["old"], "分散", cell]]
    )
    assert table.made_on == "2023-04"
    assert table.used == 1
    (draft,) = table.drafts
    assert (draft.state, draft.until) == (state, until)
    assert bool(draft.remarks) == (state == "不明" or header in {"有效期至"} or (header == "备注" and state == "离册"))


def test_an_unknown_header_over_states_is_taken_by_content(read_rows: ReadRows, ids: dict[str, str]) -> None:
    (table,) = read_rows(
        [
            ["姓名", "身份证号", "供养方式", "目前情形"],
            ["赵甲", ids["old"], "分散", "在保"],
            ["钱乙", ids["father"], "分散", "停保"],
        ]
    )
    assert [d.state for d in table.drafts] == ["在册", "离册"]
    assert any("按内容" in r for r in table.remarks)
