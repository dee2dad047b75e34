"""The office's own ledger as past cases: refused ones left out, what papers and registers tell is kept."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tiny_county import HURT, POOR, write_book, write_input
from yingjiu.catalog.standard import load_standards
from yingjiu.leads.reliefs import past_reliefs
from yingjiu.run import reopen, run

ON = date(2023, 6, 1)


def test_the_ledger_as_past_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    source, out = tmp_path / "数据", tmp_path / "结果"
    write_input(source)
    head = [
        "救助案号",
        "救助申请人",
        "身份证号码",
        "原案案号",
        "救助金额(元)",
        "受理日期",
        "决定日期",
        "办理状态",
        "承办人",
    ]
    rows = [
        [
            "东检救助〔2023〕1号",
            "孙小荷",
            HURT,
            "东山公诉字〔2022〕18号",
            "12500",
            "2023-03-01",
            "2023-03-09",
            "已发放",
            "承办甲",
        ],
        ["东检救助〔2023〕2号", "赵大山", POOR, "", "8000", "2023-03-02", "2023-03-10", "不予救助", "承办甲"],
        ["东检救助〔2023〕3号", "赵大山", POOR, "", "6000", "2023-04-02", "2023-04-10", "已发放", "承办乙"],
    ]
    write_book(source / "司法救助案件台账.xlsx", "司法救助案件台账", [head, *rows])
    run(source, out, on=ON)
    county = reopen(out, pool=None, on=ON)
    elements = load_standards()[0].elements
    hurt, poor = past_reliefs(county.con, county.kinds, elements)
    assert (hurt.number, hurt.amount, hurt.decided) == ("东检救助〔2023〕1号", Decimal(12500), date(2023, 3, 9))
    assert (hurt.harm, hurt.sex, hurt.age, hurt.officer) == ("重伤二级", "女", 52, "承办甲")
    assert dict(hurt.told)["伤情"] == "重伤二级"
    assert (poor.amount, poor.tier, poor.registers) == (Decimal(6000), "较重困难", ("低保户",))
    assert dict(poor.told)["低收入户"] == "是"
