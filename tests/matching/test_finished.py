"""Finished enforcement: by matter and applicant, and who is paid by it (matching/facts)."""

from __future__ import annotations

import pytest
from case_makers import engine, number, person

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.matching.session import prepare
from yingjiu.pool.draft import Draft

LI, WANG, ZHANG = (
    person(n, id_number=number(sequence=s)) for n, s in (("李四", "123"), ("王五", "125"), ("张三", "127"))
)
BASIS = "（2021）苏9921刑初3号"


def record(name: str, *who: object, debtor: bool = True, **fields: str) -> list[Draft]:
    told = {k: (v,) for k, v in fields.items()}
    drafts = [Draft("执行案件", "申请执行人", w, name, told) for w in who]  # type: ignore[arg-type]
    return drafts + ([Draft("执行案件", "被执行人", ZHANG, name, told)] if debtor else [])


def finished(*drafts: Draft) -> dict[tuple[str, str, str], str]:
    con = engine(drafts)
    prepare(con, shipped_kinds())
    rows = con.execute(
        "SELECT q.place, q.name, m.role, a.value FROM all_attributes a JOIN all_mentions m USING (mention) JOIN people q USING (mention) "
        "WHERE a.field = '执行完毕'"
    ).fetchall()
    con.close()
    return {(p, n, r): v for p, n, r, v in rows}


@pytest.mark.parametrize(
    ("fields", "done"),
    [
        ({"结案方式": "执行完毕"}, "是"), ({"结案方式": "和解履行完毕"}, "是"), ({"结案方式": "终结本次执行程序"}, "否"), ({}, "否"),
        ({"申请标的额": "1000", "已执行金额": "1000"}, "是"),  # the whole sum
        ({"申请标的额": "1000", "已执行金额": "999"}, "否"),
        ({"申请标的额": "0", "已执行金额": "0"}, "否"),  # no sum told
    ],
)  # fmt: skip
def test_one_record(fields: dict[str, str], done: str) -> None:
    assert set(finished(*record("r", LI, 执行依据=BASIS, **fields)).values()) == {done}


def test_a_resumed_record_finishes_the_matter() -> None:
    found = finished(
        *record("r1", LI, 执行依据=BASIS, 结案方式="终结本次执行程序"),
        *record("r2", LI, 执行依据=BASIS, 结案方式="执行完毕"),
    )
    assert set(found.values()) == {"是"}


def test_a_resumed_record_without_a_basis_finishes_it_by_its_number() -> None:
    found = finished(
        *record("r1", LI, 执行依据=BASIS, 执行案号="（2022）苏9921执4号", 结案方式="终结本次执行程序"),
        *record("r2", LI, 执行案号="（2022）苏9921执4号", 恢复案号="（2023）苏9921执恢4号", 结案方式="执行完毕"),
    )
    assert set(found.values()) == {"是"}


def test_one_victim_s_record_says_nothing_of_the_other_s() -> None:
    found = finished(
        *record("r1", LI, 执行依据=BASIS, 结案方式="执行完毕"),
        *record("r2", WANG, 执行依据=BASIS, 结案方式="终结本次执行程序"),
    )
    assert found["r2", "王五", "申请执行人"] == "否"
    assert found["r2", "张三", "被执行人"] == "否"
    assert found["r1", "张三", "被执行人"] == "是"


def test_a_joint_record_is_finished_for_the_one_who_was_paid() -> None:
    found = finished(
        *record("r1", LI, WANG, 执行依据=BASIS, 结案方式="终结本次执行程序"),
        *record("r2", LI, 执行依据=BASIS, 结案方式="执行完毕"),
    )
    assert found["r1", "李四", "申请执行人"] == "是"
    assert found["r1", "王五", "申请执行人"] == "否"
    assert found["r1", "张三", "被执行人"] == "否"


def test_another_judgment_is_another_matter() -> None:
    found = finished(
        *record("r1", LI, 执行依据=BASIS, 结案方式="执行完毕"),
        *record("r2", LI, 执行依据="（2021）苏9921民初9号", 结案方式="终结执行"),
    )
    assert found["r2", "李四", "申请执行人"] == "否"


def paid(*drafts: Draft) -> dict[str, str]:
    con = engine(drafts)
    prepare(con, shipped_kinds())
    rows = con.execute(
        "SELECT q.name, a.value FROM attributes a JOIN mentions m USING (mention) JOIN people q USING (mention) "
        "WHERE a.field = '目前赔偿' AND m.role = '受害一方'"
    ).fetchall()
    con.close()
    return dict(rows)


def side(who: object, victim: str, group: str = "甲") -> Draft:
    fields = {"案件组": (group,), "判决案号": (BASIS,), "目前赔偿": ("未赔偿",), "被害人号": (f"{group}|{victim}",)}
    return Draft("案件", "受害一方", who, f"案件:{group}", fields)  # type: ignore[arg-type]


def test_finished_enforcement_pays_the_victim_and_those_beside() -> None:
    drafts = [
        side(LI, "赵六"),
        side(person("钱七"), "赵六"),
        side(WANG, "王五"),
        *record("r", LI, 执行依据=BASIS, 结案方式="执行完毕"),
    ]
    assert paid(*drafts) == {"李四": "已赔偿", "钱七": "已赔偿", "王五": "未赔偿"}


def test_unfinished_enforcement_pays_nobody() -> None:
    assert paid(side(LI, "李四"), *record("r", LI, 执行依据=BASIS, 结案方式="终结执行")) == {"李四": "未赔偿"}
