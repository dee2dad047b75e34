"""The disability certificate number: identity number, kind and grade."""

from __future__ import annotations

import pytest

from yingjiu.values.disability import read_disability_card
from yingjiu.values.idcard import check_character

PERSON = "32992119900101123" + check_character("32992119900101123")


@pytest.mark.parametrize(
    ("typed", "kind", "grade"),
    [
        (f"{PERSON}42", "肢体", "二级"),
        (f" {PERSON}11 ", "视力", "一级"),  # spaces
        (f"'{PERSON}63B1", "精神", "三级"),  # a replacement card
        (f"{PERSON}74b", "多重", "四级"),  # lower-case b
    ],
)
def test_reads(typed: str, kind: str, grade: str) -> None:
    card = read_disability_card(typed)
    assert card is not None
    assert (card.id_number, card.kind, card.grade, card.problem) == (PERSON, kind, grade, None)


@pytest.mark.parametrize(
    "typed",
    [
        PERSON,
        f"{PERSON}82",
        f"{PERSON}45",
        f"{PERSON}4",
        "无",
        "",
        None,
    ],  # an id number, kind 8, grade 5, one short, nothing
)
def test_is_none(typed: object) -> None:
    assert read_disability_card(typed) is None


def test_a_wrong_person_is_told() -> None:
    card = read_disability_card("329921199013011234" + "42")
    assert card is not None
    assert card.id_number is None
    assert "出生日期" in str(card.problem)
