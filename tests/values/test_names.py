"""Names: tidy form, what is masked, what is an organisation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.values.names import begins_with_surname, is_masked, is_organisation, looks_like_name, tidy_name


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        (" 张 三 ", "张三"),  # spread over the cell
        ("张\u3000三", "张三"),  # full-width space
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),  # one kind of dot
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("张三;", "张三"), ("(张三)", "张三"), (None, ""),
    ],
)  # fmt: skip
def test_tidy(typed: object, tidy: str) -> None:
    assert tidy_name(typed) == tidy
    assert tidy_name(tidy) == tidy


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张某某", True), ("张某甲", True), ("刘某1", True), ("李×", True), ("王*", True), ("王xx", True), ("张Ｘ", True),
        ("李○○", True), ("陈1", True), ("小明(化名)", True), ("欧阳某", True),
        ("李甲", False), ("王丁", False), ("王丙", False), ("赵乙", False),  # real given names: no mask by themselves
        ("张三甲", False), ("阿卜杜拉·买买提", False), ("MAX", False), ("", False),
    ],
)  # fmt: skip
def test_masked(name: str, masked: bool) -> None:
    assert is_masked(name) is masked


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("青禾县人民法院", True), ("中国人民财产保险股份有限公司", True), ("青禾县供销社", True), ("石桥镇卫生院", True),
        ("教育局", True), ("林业局", True), ("居委会", True), ("学校", True), ("西村村民小组", True), ("顺达物流", True),
        ("石桥镇西村村民委员会", True), ("老年公寓", True),
        ("张中心", False), ("李店", False), ("陈局", False), ("李大学", False), ("张公安", False), ("王财政", False),
        ("欧阳中心", False), ("张三", False), ("阿卜杜热依木·买买提", False), ("王建社", False), ("李学会", False),
    ],
)  # fmt: skip
def test_organisation(name: str, organisation: bool) -> None:
    assert is_organisation(name) is organisation


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("张三", True), ("欧阳小明", True), ("阿卜杜热依木·买买提", True), ("张某某", True), ("张", False), ("abc", False),
        ("张三丰李四", False),
    ],
)  # fmt: skip
def test_form_of_a_name(name: str, is_name: bool) -> None:
    assert looks_like_name(name) is is_name


def test_surname() -> None:
    assert begins_with_surname("张三涉嫌盗窃案")
    assert begins_with_surname("欧阳某")
    assert not begins_with_surname("故意伤害案")


@given(st.text(max_size=12))
def test_tidy_is_stable(text: str) -> None:
    assert tidy_name(tidy_name(text)) == tidy_name(text)
