"""Numbers that are one case, and those that only stand in one record."""

from __future__ import annotations

from case_makers import engine, person
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.matching.lineage import link_cases
from yingjiu.pool.draft import Draft

KINDS = shipped_kinds()
ROLES = {
    "执行案件": "申请执行人",
    "刑事案件": "犯罪嫌疑人",
    "司法救助案件": "救助申请人",
    "信访登记": "信访人",
    "民事检察案件": "申请人",
    "案件": "犯罪嫌疑人",
    "民事判决书": "原告",
}


def cases(*records: tuple[str, dict[str, tuple[str, ...]]]) -> list[frozenset[int]]:
    """The case keys of each record."""
    drafts = [Draft(kind, ROLES[kind], person(f"人{n}"), f"r{n}", fields) for n, (kind, fields) in enumerate(records)]
    con = engine(drafts)
    link_cases(con, KINDS)
    found: dict[int, set[int]] = {}
    for record, case in con.execute("SELECT record, case_id FROM cases").fetchall():
        found.setdefault(record, set()).add(case)
    order = [r[0] for r in con.execute("SELECT record FROM all_mentions ORDER BY rowid").fetchall()]
    con.close()
    return [frozenset(found.get(r, ())) for r in order]


A, B, C, D = "青检刑诉受〔2021〕1号", "青检刑诉〔2021〕2号", "（2021）苏9921刑初3号", "（2022）苏9921执4号"


def test_a_chain() -> None:
    found = cases(
        ("刑事案件", {"受理号": (A,), "文书号": (B,)}), ("案件", {"文书号": (B,), "判决案号": (C,)}),
        ("执行案件", {"执行依据": (C,), "执行案号": (D,)}), ("司法救助案件", {"原案案号": (D,)}),
        ("信访登记", {"原案案号": ("（2021）苏9921民初9号",)}),
    )  # fmt: skip
    assert len({*found[:4]}) == 1
    assert found[4] != found[0]


def test_relief_that_names_two_cases_joins_nothing_and_belongs_to_both() -> None:
    one, two, both, again = cases(
        ("刑事案件", {"受理号": (A,)}), ("执行案件", {"执行依据": (C,)}), ("司法救助案件", {"原案案号": (A, C)}), ("信访登记", {"原案案号": (A, C)}),
    )  # fmt: skip
    assert not one & two
    assert both == again == one | two


def test_a_civil_record_joins_what_stands_in_different_fields() -> None:
    joined, first, second = cases(
        ("民事检察案件", {"原案案号": (C,), "执行案号": (D,)}),
        ("执行案件", {"执行依据": (C,)}),
        ("执行案件", {"执行案号": (D,)}),
    )
    assert joined == first == second
    _, first, second = cases(
        ("民事检察案件", {"原案案号": (C, "（2020）苏9921民初8号")}),
        ("执行案件", {"执行依据": (C,)}),
        ("执行案件", {"执行依据": ("（2020）苏9921民初8号",)}),
    )
    assert first != second


def test_second_instance_and_resumption() -> None:
    first, second, record, resumed = cases(
        ("民事判决书", {"判决案号": ("（2020）苏9921民初8号",)}), ("民事判决书", {"判决案号": ("（2021）苏99民终9号", "（2020）苏9921民初8号")}),
        ("执行案件", {"执行依据": ("（2021）苏99民终9号",), "执行案号": (D,)}), ("执行案件", {"执行案号": (D,), "恢复案号": ("（2023）苏9921执恢1号",)}),
    )  # fmt: skip
    assert first == second == record == resumed


def test_numbers_of_the_record_alone_are_no_case() -> None:
    assert cases(
        ("信访登记", {"登记号": ("青检信〔2021〕1号",)}), ("司法救助案件", {"救助案号": ("青检控申救〔2021〕1号",)})
    ) == [frozenset(), frozenset()]


def test_keys_do_not_depend_on_the_engine() -> None:
    from hashlib import md5

    (found,) = cases(("信访登记", {"原案案号": (C,)}))
    assert found == {int.from_bytes(md5(C.encode()).digest()[8:], "little") >> 1} or found == {
        int.from_bytes(md5(C.encode()).digest()[8:], "big") >> 1
    }


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True), min_size=1, max_size=8))
def test_equals_union_find(records: list[list[int]]) -> None:
    found = cases(
        *(("执行案件", {"执行依据": tuple(f"（2021）苏9921民初{n + 1}号" for n in numbers)}) for numbers in records)
    )
    groups: list[set[int]] = []
    for numbers in records:
        near = [g for g in groups if g & set(numbers)]
        groups = [g for g in groups if not g & set(numbers)] + [set(numbers).union(*near)]
    home = [next(i for i, g in enumerate(groups) if numbers[0] in g) for numbers in records]
    for one, case in zip(home, found, strict=True):
        assert len(case) == 1
        assert [h == one for h in home] == [c == case for c in found]
