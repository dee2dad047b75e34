"""Header cells: role words × field words, in the ways offices write them."""

from __future__ import annotations

import pytest

from yingjiu.catalog.source import shipped_sources
from yingjiu.intake.header import make_grammar

GRAMMAR = make_grammar(shipped_sources())


@pytest.mark.parametrize(
    ("parts", "roles", "field", "number"),
    [
        (["姓 名"], (), "姓名", 0),  # spaces inside
        (["公民身份\n号码"], (), "证件号码", 0),  # a line break
        (["＊身份证号（必填）"], (), "证件号码", 0),  # marks of a template
        (["申请人"], ("申请人",), "姓名", 0),  # the role alone is its name
        (["申请执行人身份证号码"], ("申请执行人",), "证件号码", 0),  # the longer role wins over 申请人
        (["身份证件号(申请人)"], ("申请人",), "证件号码", 0),  # the role in brackets
        (["申请人(身份证号)"], ("申请人",), "证件号码", 0),
        (["被害人的联系电话"], ("被害人",), "电话", 0),
        (["成员2姓名"], ("成员",), "姓名", 2),
        (["家庭成员二身份证号"], ("家庭成员",), "证件号码", 2),
        (["家庭成员信息", "成员1", "身份证号"], ("成员",), "证件号码", 1),
        (["申请执行人", "姓名/名称"], ("申请执行人",), "姓名", 0),  # header over two rows
        (["姓名", "姓名"], (), "姓名", 0),  # merged downwards
        (["与户主关系"], (), "关系", 0),
        (["配偶身份证号"], ("配偶",), "证件号码", 0),
        (["户籍所在地"], (), "户籍地", 0),
        (["保障类别"], (), None, 0),
        (["天气"], (), None, 0),
    ],
)
def test_header(parts: list[str], roles: tuple[str, ...], field: str | None, number: int) -> None:
    head = GRAMMAR.read(parts)
    assert (head.roles, head.field, head.number) == (roles, field, number)


def test_unit_in_brackets() -> None:
    assert GRAMMAR.read(["执行标的额(万元)"]).unit == "万元"


def test_unknown_words_are_unknown() -> None:
    assert not GRAMMAR.read(["天气"]).known
    assert GRAMMAR.read(["保障类别"]).known
