"""Members in one cell, in the styles of different offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.members import read_members

RELATIONS = frozenset(shipped_sources().words.lists["关系词"])
A, B = "329901196203050020", "32990120130601005X"
BOTH = [("钱乙", "妻", A), ("赵丙", "子", B)]


@pytest.mark.parametrize(
    ("cell", "members"),
    [
        (f"钱乙(妻,{A});赵丙(子,{B})", BOTH),
        (f"钱乙（妻）{A}，赵丙（子）{B}", BOTH),
        (f"妻:钱乙 {A}\n子:赵丙 {B}", BOTH),
        (f"钱乙/妻/{A}、赵丙/子/{B}", BOTH),
        (f"1.钱乙,女,妻,{A} 2.赵丙,男,子,{B}", BOTH),
        (f"妻钱乙{A}、子赵丙{B}", BOTH),
        (f"姓名:钱乙,关系:妻,身份证号:{A};姓名:赵丙,关系:子,身份证号:{B}", BOTH),
        (f"钱乙 妻 {A} 13900001111|赵丙 子 {B}", BOTH),  # a telephone is no id number
        (f"钱乙-妻-{A[:6]} {A[6:14]} {A[14:]}", BOTH[:1]),  # spaces inside the number
        ("钱乙、赵丙", [("钱乙", "", ""), ("赵丙", "", "")]),
        ("孙小明(孙子)", [("孙小明", "孙子", "")]),  # 孙 is a surname too
        (f"钱小(女,{B})", [("钱小", "女", B)]),  # daughter, not sex
        ("无", []),
    ],
)
def test_styles(cell: str, members: list[tuple[str, str, str]]) -> None:
    assert [(m.name, m.relation, m.number.replace(" ", "")) for m in read_members(cell, RELATIONS)] == members


@given(st.text(max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for member in read_members(text, RELATIONS):
        assert member.name or member.number
