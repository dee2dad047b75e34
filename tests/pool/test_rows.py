"""Drafts as columns: which keys a person has, what is sealed."""

from __future__ import annotations

import pytest

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.pool.key import PoolKey
from yingjiu.pool.rows import person_keys, store_rows
from yingjiu.values.idcard import check_character

KINDS = shipped_kinds()
KEY = PoolKey(b"t" * 32, b"s" * 32, "mark")
ID = "32992119900204123" + check_character("32992119900204123")


@pytest.mark.parametrize(
    ("person", "known"),
    [
        (PersonGiven("张三", ID), (True, True, True, True, False)),  # birth and sex stand in the number
        (PersonGiven("张三", None, "1990-02-04", "男", "石桥"), (False, True, True, True, True)),
        (PersonGiven("张三", None, "1990-02", "男"), (False, False, True, True, False)),  # to the month
        (PersonGiven("张三", None, "1990", "男"), (False, False, False, True, False)),  # to the year
        (PersonGiven("张三", None, "1990-02-04"), (False, False, False, False, False)),  # no sex
        (PersonGiven("张三", None, None, "男"), (False, False, False, False, False)),  # no birth
        (PersonGiven("", None, "1990-02-04", "男"), (False, False, False, False, False)),  # no name
        (PersonGiven("张某", None, "1990-02-04", "男", masked=True), (False, False, False, False, False)),  # masked
        (PersonGiven("张某", ID, masked=True), (True, False, False, False, False)),  # masked with a number
    ],
)
def test_keys(person: PersonGiven, known: tuple[bool, ...]) -> None:
    assert tuple(k is not None for k in person_keys(person, KEY)) == known


def test_a_number_and_what_it_says_meet() -> None:
    assert (
        person_keys(PersonGiven("张三", ID), KEY)[1:4]
        == person_keys(PersonGiven("张三", None, "1990-02-04", "男"), KEY)[1:4]
    )


def test_mention_keys_are_stable_and_apart() -> None:
    draft = Draft("信访登记", "信访人", PersonGiven("张三"), "r1")
    one, two = store_rows([draft, draft], KINDS, KEY).mentions["mention"]
    assert one != two  # two people of a role in one record
    assert store_rows([draft, draft], KINDS, KEY).mentions["mention"] == [one, two]


def test_who_has_left_is_not_present() -> None:
    role = KINDS.kinds["低保户"].own_roles[0]
    states = [
        Draft("低保户", role, PersonGiven("张三"), f"r{n}", state=s) for n, s in enumerate(("在册", "离册", "不明"))
    ]
    assert store_rows(states, KINDS, KEY).mentions["present"] == [True, False, True]


def test_unknown_fields_and_remarks_are_sealed() -> None:
    draft = Draft(
        "信访登记",
        "信访人",
        PersonGiven("张三"),
        "r1",
        {"没有的": ("值",), "信访类型": ("涉法涉诉",)},
        remarks=("存疑",),
    )
    rows = store_rows([draft], KINDS, KEY)
    assert rows.attributes["value"] == ["涉法涉诉"]
    assert "存疑" in rows.people["told"][0]
    assert "没有的" in rows.people["told"][0]
