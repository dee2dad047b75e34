"""The history of a case: which word holds and why, every word kept on the node line, single facts merged per person."""

from __future__ import annotations

from decimal import Decimal

import pytest
from case_makers import NONE, PAID, PARTIAL, UNKNOWN, case_of, paper, suspect, victim
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.matching.casefacts import gather_victims
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.history import (
    Node,
    case_nodes,
    facts_of,
    forgiveness_holding,
    injury_holding,
    node_name,
    payment_holding,
)
from yingjiu.matching.papers import sort_papers
from yingjiu.reading.facts import Compensation, Fact, Forgiven, Paper, Party, Span

YES, NO, SILENT = Forgiven.YES, Forgiven.NO, Forgiven.UNKNOWN
KINDS = [
    "提请批准逮捕书",
    "起诉意见书",
    "起诉书",
    "讯问笔录",
    "询问笔录",
    "和解协议",
    "谅解书",
    "收条",
    "信访件",
    "刑事判决书",
    "鉴定意见",
]


def file_of(*papers: tuple[str, str | None, Compensation, Forgiven, str | None]) -> list[FiledPaper]:
    return [
        FiledPaper(f"案/{n}.txt", paper(k, day=d, victims=[victim("李四", compensation=c, forgiven=f, injury=i)]))
        for n, (k, d, c, f, i) in enumerate(papers)
    ]


def said(kind: str, day: str | None, word: Compensation) -> tuple[str, str | None, Compensation, Forgiven, str | None]:
    return (kind, day, word, SILENT, None)


PAYMENTS = [
    ([said("起诉书", "2021-05-01", NONE), said("收条", "2021-06-01", PAID)], PAID, "最新", "the receipt is newer"),
    ([said("收条", "2021-06-01", PAID), said("和解协议", "2021-06-02", NONE)], PAID, "收条", "a receipt beats an agreement"),
    ([said("收条", "2021-06-01", PARTIAL), said("调解协议", "2021-06-02", NONE)], PARTIAL, "收条", "likewise for a part"),
    ([said("和解协议", "2021-06-01", NONE), said("收条", "2021-06-02", PAID)], PAID, "最新", "agreed, then paid"),
    ([said("谅解书", "2021-06-01", PAID), said("信访件", "2021-12-01", NONE)], NONE, "最新", "a later letter reopens: not performed"),
    ([said("收条", "2021-06-01", PAID), said("信访件", "2021-12-01", NONE)], NONE, "最新", "the victim's later word is never lost"),
    ([said("起诉书", "2021-05-01", NONE), said("讯问笔录", "2021-06-01", PAID)], NONE, "只有", "the offender only claims"),
    ([said("讯问笔录", "2021-06-01", PAID)], None, "", "a claim alone is no payment"),
    ([said("收条", "2021-05-01", PAID), said("讯问笔录", "2021-06-01", NONE)], PAID, "嫌疑人", "nor does the offender take it back"),
    ([said("起诉书", "2021-05-01", NONE), said("刑事判决书", "2021-09-01", PAID)], PAID, "最新", "court finding over indictment"),
    ([said("起诉书", "2021-05-01", PAID), said("刑事判决书", "2021-09-01", NONE)], PAID, "付清", "ordered again, but paid before"),
    ([said("起诉书", None, NONE), said("收条", None, PAID)], PAID, "最新", "without days by kind"),
    ([said("起诉书", None, PAID), said("起诉意见书", None, NONE)], PAID, "最新", "the indictment follows the police"),
    ([said("起诉意见书", "2021-03-01", PAID), said("起诉书", "2021-05-01", UNKNOWN)], PAID, "只有", "silence erases nothing"),
    ([said("收条", "2021-06-01", PARTIAL), said("收条", "2021-08-01", PAID)], PAID, "最新", "the second receipt closes"),
]  # fmt: skip


@pytest.mark.parametrize(("papers", "value", "why", "reason"), PAYMENTS, ids=[row[3] for row in PAYMENTS])
def test_payment(
    papers: list[tuple[str, str | None, Compensation, Forgiven, str | None]],
    value: Compensation | None,
    why: str,
    reason: str,
) -> None:
    (gathered,) = gather_victims(sort_papers(file_of(*papers)))
    holding = payment_holding(gathered.seen)
    assert (holding.word.value if holding else None) == value, reason
    assert why in (holding.why if holding else "")


@pytest.mark.parametrize(
    ("papers", "value", "reason"),
    [
        ([("起诉书", "2021-05-01", NO), ("谅解书", "2021-06-01", YES)], YES, "forgiven later"),
        ([("谅解书", "2021-06-01", YES), ("信访件", "2021-12-01", NO)], NO, "taken back: the letter is void"),
        ([("起诉书", "2021-05-01", NO), ("讯问笔录", "2021-06-01", YES)], NO, "the offender cannot say it"),
    ],
)
def test_forgiveness(papers: list[tuple[str, str, Forgiven]], value: Forgiven, reason: str) -> None:
    (gathered,) = gather_victims(sort_papers(file_of(*((k, d, UNKNOWN, f, None) for k, d, f in papers))))
    holding = forgiveness_holding(gathered.seen)
    assert holding is not None
    assert holding.word.value == value, reason


def opinion(place: str, day: str | None, grade: str, title: str | None = None) -> FiledPaper:
    return FiledPaper(place, Paper("鉴定意见", day=day, title=title, victims=(victim("李四", injury=grade),)))


@pytest.mark.parametrize(
    ("papers", "grade", "reason"),
    [
        ([opinion("a", "2021-01-01", "轻伤二级"), opinion("b", "2021-04-01", "重伤二级")], "重伤二级", "the later opinion"),
        ([opinion("a", "2021-04-01", "轻伤二级"), opinion("b", None, "重伤二级", "补充鉴定意见书")], "重伤二级", "supplementary, undated"),
        ([opinion("b", None, "轻伤二级"), opinion("a", None, "轻伤一级", "重新鉴定意见书")], "轻伤一级", "renewed, both undated"),
        ([opinion("a", "2021-01-01", "死亡"), opinion("b", "2021-04-01", "重伤二级")], "死亡", "death stays"),
    ],
)  # fmt: skip
def test_injury(papers: list[FiledPaper], grade: str, reason: str) -> None:
    (gathered,) = gather_victims(sort_papers(papers))
    holding = injury_holding(gathered.seen)
    assert holding is not None
    assert holding.word.value == grade, reason


TOLD = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.one_of(
            st.none(), st.dates().map(lambda d: d.replace(year=2021).isoformat() if d.day < 29 else "2021-01-29")
        ),
        st.sampled_from(list(Compensation)),
        st.sampled_from(list(Forgiven)),
        st.sampled_from([None, "轻伤二级", "重伤一级", "死亡"]),
    ),
    min_size=1,
    max_size=7,
)


@given(TOLD, st.randoms())
def test_order_of_input_changes_nothing(
    told: list[tuple[str, str | None, Compensation, Forgiven, str | None]], random: object
) -> None:
    """However the papers come in, the same nodes hold by the same words."""
    filed = file_of(*told)
    shuffled = list(filed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def nodes(papers: list[FiledPaper]) -> list[Node]:
        ordered = sort_papers(papers)
        return case_nodes(ordered, gather_victims(ordered)[0].seen)

    assert nodes(filed) == nodes(shuffled)
    assert facts_of("李四", filed) == facts_of("李四", shuffled)


@given(TOLD)
def test_each_fact_holds_by_one_paper_and_nothing_is_lost(
    told: list[tuple[str, str | None, Compensation, Forgiven, str | None]],
) -> None:
    ordered = sort_papers(file_of(*told))
    nodes = case_nodes(ordered, gather_victims(ordered)[0].seen)
    for kind in ("赔偿", "谅解", "伤情"):
        assert sum(kind in node.holds for node in nodes) <= 1
    assert {n.place for n in nodes} >= {o.place for o in ordered if o.paper.victims[0].compensation is not UNKNOWN}
    assert [Node.from_line(n.to_line()) for n in nodes] == nodes


def test_the_line_of_a_whole_case() -> None:
    """Papers that say nothing of the victim mark their step all the same; what was overridden stays visible."""
    accused = (suspect("张三"),)
    hurt = victim("李四", injury="轻伤一级")
    case = case_of(
        paper("提请批准逮捕书", day="2021-02-01", victims=[hurt], suspects=accused),
        Paper("其他", title="批准逮捕决定书", day="2021-02-08", suspects=accused),
        paper("起诉书", day="2021-05-01", victims=[victim("李四", compensation=NONE)], suspects=accused),
        paper("收条", day="2021-06-01", victims=[victim("李四", compensation=PAID)]),
        Paper("其他", title="送达回证", day="2021-06-02"),
        paper("刑事判决书", day="2021-09-01", victims=[victim("李四", compensation=NONE)], suspects=accused),
    )
    (gathered,) = gather_victims(case.papers)
    nodes = case_nodes(case.papers, gathered.seen)
    assert [(n.node, n.compensation, sorted(n.holds)) for n in nodes] == [
        ("提请批捕", None, ["伤情"]), ("批捕", None, []), ("起诉", "none", []), ("收款", "paid", ["赔偿"]), ("判决", "none", []),
    ]  # fmt: skip


def test_a_receipt_of_a_relative_counts_for_the_dead() -> None:
    dead = victim("李四", dead=True, injury="死亡", relatives=(Party("李大四", "近亲属", relation="父"),))
    filed = sort_papers(
        [
            FiledPaper("a", paper("起诉书", day="2021-05-01", victims=[dead])),
            FiledPaper("b", paper("收条", day="2021-06-01", victims=[victim("李大四", compensation=PAID)])),
        ]
    )
    (gathered,) = gather_victims(filed)
    holding = payment_holding(gathered.seen)
    assert (gathered.name, holding.word.value if holding else None) == ("李四", PAID)


def fact(kind: str, value: str, polarity: str, person: str | None = "李四", amount: int | None = None) -> Fact:
    return Fact(kind, value, polarity, Span(0, 1, "字"), person=person, amount=Decimal(amount) if amount else None)


def told(place: str, kind: str, day: str, *facts: Fact, victims: tuple[str, ...] = ("李四",)) -> FiledPaper:
    return FiledPaper(place, Paper(kind, day=day, facts=facts, victims=tuple(victim(v) for v in victims)))


@pytest.mark.parametrize(
    ("papers", "kind", "values", "reason"),
    [
        ([told("a", "起诉书", "2021-05-01", fact("赔偿", "未付", "-")), told("b", "收条", "2021-06-01", fact("赔偿", "已付", "+"))],
         "赔偿", ["已付"], "the newest"),
        ([told("a", "收条", "2021-05-01", fact("赔偿", "已付", "+")), told("b", "和解协议", "2021-06-01", fact("赔偿", "达成协议", "±"))],
         "赔偿", ["已付"], "a receipt beats an agreement"),
        ([told("a", "鉴定意见", "2021-05-01", fact("伤残", "九级", "+")), told("b", "信访件", "2021-06-01", fact("伤残", "一级", "+"))],
         "伤残", ["九级"], "a letter finds nothing"),
        ([told("a", "起诉书", "2021-05-01", fact("损失", "请求十万", "0"))], "损失", [], "a decoy never counts"),
        ([told("a", "起诉书", "2021-05-01", fact("困难", "借款", "+", None))], "困难", ["借款"], "the only victim's"),
        ([told("a", "起诉书", "2021-05-01", fact("困难", "借款", "+", None), victims=("李四", "王五"))], "困难", [], "whose, of two"),
        ([told("a", "起诉书", "2021-05-01", fact("困难", "借款", "+", "王五"))], "困难", [], "another's"),
        ([told("a", "其他", "2021-02-01", fact("处理", "批准逮捕", "+", "张三")), told("b", "刑事判决书", "2021-06-01", fact("处理", "拘役", "+", "张三"))],
         "处理", ["批准逮捕", "拘役"], "what was decided adds up"),
        ([told("a", "起诉书", "2021-05-01", fact("损失", "5000", "+"), fact("损失", "800", "+"))], "损失", ["5000", "800"], "all of the paper that wins"),
    ],
)  # fmt: skip
def test_facts_of(papers: list[FiledPaper], kind: str, values: list[str], reason: str) -> None:
    assert [held.fact.value for held in facts_of("李四", papers).get(kind, ())] == values, reason


@pytest.mark.parametrize(
    ("given_paper", "name"),
    [
        (Paper("刑事判决书", own_number="（2021）苏99刑终3号"), "二审"),
        (Paper("鉴定意见", title="补充鉴定意见书"), "补充鉴定"),
        (Paper("鉴定意见", title="法医学人体损伤程度鉴定书"), "鉴定"),
        (Paper("收条", title="银行回单"), "转账"),
        (Paper("起诉意见书", title="移送审查起诉意见书"), "移送起诉"),
        (Paper("其他", title="送达回证"), "送达回证"),
    ],
)
def test_node_name(given_paper: Paper, name: str) -> None:
    assert node_name(given_paper) == name
