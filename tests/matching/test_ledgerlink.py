"""Case files without a number take the 受理号 of the one ledger record that fits."""

from __future__ import annotations

import pytest
from case_makers import engine, number, person

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.matching.ledgerlink import link_ledger
from yingjiu.matching.lineage import link_cases
from yingjiu.pool.draft import Draft

A, B = "青检刑诉受〔2021〕1号", "青检刑诉受〔2021〕2号"
ZHANG = person("张三", id_number=number())
BORN = person("张三", birth="1990-01-01", sex=("男" if int(number()[16]) % 2 else "女"))


def ledger(accepted: str, who: object = ZHANG, charge: str = "盗窃", **more: tuple[str, ...]) -> Draft:
    return Draft("刑事案件", "犯罪嫌疑人", who, f"台账{accepted}", {"受理号": (accepted,), "罪名": (charge,), **more})  # type: ignore[arg-type]


def file(
    name: str = "甲",
    who: object = ZHANG,
    charge: str = "盗窃",
    kinds: tuple[str, ...] = ("起诉书",),
    **more: tuple[str, ...],
) -> list[Draft]:
    fields = {"案件组": (name,), "罪名": (charge,), **more}
    hurt = Draft("案件", "受害一方", person("李四"), f"案件:{name}", {**fields, "有文书": kinds})
    return [Draft("案件", "犯罪嫌疑人", who, f"案件:{name}", fields), hurt]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("drafts", "accepted"),
    [
        ([ledger(A), *file()], A),  # same number, same charge
        ([ledger(A), *file(who=BORN)], A),  # name, sex and birth
        ([ledger(A), *file(who=person("张三"))], None),  # never by name alone
        ([ledger(A), *file(charge="诈骗")], None),  # another charge
        ([ledger(A), ledger(B), *file()], None),  # two records fit
        ([ledger(A), *file("甲"), *file("乙")], None),  # two files fit
        ([ledger(A), *file(kinds=("刑事判决书",))], None),  # a judgment alone is called by its own number
        ([ledger(A, 文书号=("青检刑诉〔2021〕8号",)), *file(文书号=("青检刑诉〔2021〕9号",))], None),  # another indictment
        ([ledger(A, 文书号=("青检刑诉〔2021〕8号",)), *file(文书号=("青公刑诉字〔2021〕9号",))], A),  # the police's number says nothing
    ],
)  # fmt: skip
def test_takes_the_number(drafts: list[Draft], accepted: str | None) -> None:
    con = engine(drafts)
    link_cases(con, shipped_kinds())
    assert link_ledger(con) is (accepted is not None)
    link_cases(con, shipped_kinds())
    sql = "SELECT DISTINCT a.value FROM all_attributes a JOIN all_mentions m USING (mention) WHERE m.kind = '案件' AND a.field = '受理号'"
    assert con.execute(sql).fetchall() == ([(accepted,)] if accepted else [])
    if accepted:
        assert con.execute("SELECT COUNT(DISTINCT case_id) FROM cases").fetchall() == [(1,)]
    con.close()


def test_a_record_that_a_file_has_already_is_not_free() -> None:
    con = engine([ledger(A), *file("甲", 受理号=(A,)), *file("乙")])
    link_cases(con, shipped_kinds())
    assert not link_ledger(con)
    con.close()
