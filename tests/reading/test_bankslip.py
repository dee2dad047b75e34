"""Bank receipts: who paid whom how much, when, for what; without a purpose they prove only that money moved."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.reading.facts import Compensation
from yingjiu.reading.paper import read_paper

PARTIAL, PAID, UNKNOWN = Compensation.PARTIAL, Compensation.PAID, Compensation.UNKNOWN
SLIPS = [
    ("南坪农村商业银行\n网上银行电子回单\n付款人 户名：贺大雷 账号：6222000011112222\n"
     "收款人 户名：苗青山 账号：6222000011113333\n金额：30,000.00元\n附言：赔偿款\n交易日期：2023-03-01",
     ["苗青山"], PARTIAL, "+", 30000, "2023-03-01", "fields with account numbers"),
    ("微信支付转账电子凭证\n付款方：贺大雷\n收款方：苗青山\n转账金额：¥5000.00\n转账说明：医药费\n转账时间：2023年3月1日 12:00:01",
     ["苗青山"], PARTIAL, "+", 5000, "2023-03-01", "on the telephone"),
    ("业务回单（付款）\n付款人户名：贺小雷\n收款人户名：苗青山\n金额合计：2000.00\n摘要：转账", [], UNKNOWN, "±", 2000, None, "no purpose: to verify"),
    ("银行回单\n付款人：苗青山\n收款人：贺大雷\n金额：80000.00\n用途：货款\n日期：2022-05-06",
     [], UNKNOWN, "±", 80000, "2022-05-06", "the money of the fraud itself"),
    ("中国银行 业务回单 付款人名称 贺大雷 收款人名称 苗青山 金额 人民币伍万元整（小写）50000.00 用途 调解款 日期 20230301",
     ["苗青山"], PARTIAL, "+", 50000, "2023-03-01", "one line, no colons"),
    ("转账凭证\n付款人：南坪财产保险股份有限公司\n收款人：苗青山\n金额：120000.00\n用途：事故赔偿款结清",
     ["苗青山"], PAID, "+", 120000, None, "said to be the whole"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "victims", "state", "polarity", "amount", "day", "why"), SLIPS, ids=[s[-1] for s in SLIPS]
)
def test_slip(
    text: str, victims: list[str], state: Compensation, polarity: str, amount: int, day: str | None, why: str
) -> None:
    paper = read_paper(text)
    assert (paper.type, paper.title) == ("收条", "银行回单")
    assert ([v.name for v in paper.victims], paper.compensation) == (victims, state)
    (fact,) = [f for f in paper.facts if f.kind == "赔偿"]
    assert (fact.polarity, fact.amount, fact.day) == (polarity, Decimal(amount), day), why
    assert text[fact.span.start : fact.span.end] == fact.span.quote
    assert all(v.evidence["compensation"] for v in paper.victims)


@given(
    st.lists(
        st.sampled_from(
            [
                "收款人",
                "付款方",
                "户名",
                "：",
                "苗青山",
                "（）",
                "金额",
                "3万元",
                "用途",
                "赔偿款",
                "\n",
                "2023-13-45",
                " ",
            ]
        ),
        max_size=14,
    )
)
def test_any_slip_is_read(parts: list[str]) -> None:
    """Torn or empty fields never raise, and every quote is of the given text."""
    text = "银行回单\n" + "".join(parts)
    for fact in read_paper(text).facts:
        assert text[fact.span.start : fact.span.end] == fact.span.quote


def test_who_paid() -> None:
    fact = next(f for f in read_paper(SLIPS[-1][0]).facts if f.kind == "赔偿")
    assert (fact.payer, fact.person) == ("保险公司", "苗青山")


@pytest.mark.parametrize(
    "text", ["银行回单", "银行回单\n收款人：", "转账凭证\n金额：元", "银行回单\n收款人：账号：6222"]
)
def test_a_slip_without_a_payee_says_nothing(text: str) -> None:
    paper = read_paper(text)
    assert (paper.victims, paper.compensation) == ((), UNKNOWN)
