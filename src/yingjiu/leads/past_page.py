"""Past relief cases on paper and in a workbook (历年救助案件): bars by kind, harm, list and stage; the missed ones by name."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from yingjiu.leads.bars import draw_bars
from yingjiu.leads.page import figure, foot, heading, shown, table
from yingjiu.leads.pastcases import FOUND, MISSED, UNSEEN, Overview, Past
from yingjiu.leads.sheets_table import Book, Column, Print
from yingjiu.values.masking import mask_id, mask_name

COLUMNS: Final = (
    Column("年份", 7, middle=True),
    Column("救助案号", 24),
    Column("姓名", 10, middle=True),
    Column("证件号码", 21, middle=True),
    Column("年龄", 6, middle=True),
    Column("原案案号", 26),
    Column("案件种类", 16),
    Column("损害后果", 12, middle=True),
    Column("现在的名册", 24),
    Column("原案环节", 13, middle=True),
    Column("办理状态", 11, middle=True),
    Column("救助金额(元)", 12),
    Column("受理日期", 12, middle=True),
    Column("发放或决定日期", 14, middle=True),
    Column("天数", 7, middle=True),
    Column("承办人", 9, middle=True),
    Column("模型", 10, middle=True),
    Column("哪些模型;没有找到的差在哪一步", 56),
)
MISSED_TITLES: Final = ("姓名", "原案案号", "种类", "损害", "名册", "差在哪一步(模型 步骤:条件)")
NOTE: Final = "按现在的数据比对;已经救助过的人模型本来会剔除,这里不剔除;不予救助、终止办理的不比"
PARTS: Final = (
    ("案件种类", "kind"), ("损害后果", "harm"), ("现在的名册", "registers"), ("原案环节", "stage"), ("年份", "year"), ("办理状态", "state"),
)  # fmt: skip
FEW: Final = 8


def past_cells(case: Past, *, masked: bool) -> list[str | int | None]:
    """One case as cells of ``COLUMNS``."""
    return [
        case.year,
        case.number,
        mask_name(case.person.name) if masked else case.person.name,
        mask_id(case.person.id_number) if masked else case.person.id_number,
        case.age,
        case.original,
        case.kind,
        case.harm,
        "、".join(case.registers) or "不在册",
        case.stage,
        case.state,
        f"{case.amount:,.0f}" if case.amount is not None else "",
        case.accepted,
        case.ended,
        case.days,
        case.officer,
        case.verdict if case.granted else "不比",
        "、".join(case.models) or case.why,
    ]


def count_rows(overview: Overview) -> list[tuple[str, str, int]]:
    """Every count as part, value, number."""
    return [(title, value, n) for title, name in PARTS for value, n in overview.count(attrgetter(name))]


def sum_words(overview: Overview) -> list[tuple[str, str]]:
    """The sums of the whole."""
    verdicts = overview.verdicts
    seen = verdicts[FOUND] + verdicts[MISSED]
    amount, days = overview.median_amount, overview.median_days
    return [
        ("给予或者正在办理", f"{len(overview.granted)} 件"),
        ("救助金额合计", f"{overview.total:,.0f} 元"),
        ("金额中位数", f"{amount:,.0f} 元" if amount is not None else "没有写"),
        ("受理到发放中位数", f"{days:g} 天" if days is not None else "没有写"),
        ("人身伤害类", f"{overview.bodily[0]} / 写明的 {overview.bodily[1]} 件"),
        ("模型能找到", f"{verdicts[FOUND]} / {seen} 件"),
        ("看不到(没有交来案件)", f"{verdicts[UNSEEN]} 件"),
    ]


def past_book(overview: Overview, *, masked: bool) -> bytes:
    """The workbook: every case, the counts."""
    book = Book(title="历年司法救助案件")
    rows = [past_cells(c, masked=masked) for c in overview.cases]
    book.add_table("历年救助案件", COLUMNS, rows, empty="没有救助案件", printed=Print(2, 3))
    missed = [past_cells(c, masked=masked) for c in overview.missed]
    book.add_table("模型会漏掉的", COLUMNS, missed, empty="看得到的案件模型都能找到", printed=Print(2, 3))
    sums: list[list[str | int | None]] = [["合计", name, words] for name, words in sum_words(overview)]
    counted: list[list[str | int | None]] = [[title, value, str(n)] for title, value, n in count_rows(overview)]
    columns = (Column("按什么", 14), Column("项目", 30), Column("数量", 18, middle=True))
    book.add_table("合计", columns, [*sums, *counted], empty="")
    return book.close()


def past_article(overview: Overview, *, office: str, printed: str, reveal: bool = False) -> str:
    """The past as the body of a page."""
    cards = "".join(
        f"<div><dt>{shown(name)}</dt><dd>{shown(words)}</dd></div>" for name, words in sum_words(overview)[:4]
    )
    verdicts = overview.verdicts
    words = f"能找到 {verdicts[FOUND]} 件,找不到 {verdicts[MISSED]} 件,看不到 {verdicts[UNSEEN]} 件(没有交来原案的材料)"
    rows = [_missed_row(c, reveal=reveal) for c in overview.missed]
    parts = [
        f'<header class="top"><h1>历年司法救助案件</h1><span>{shown(_headline(overview))}</span><span class="sp"></span>'
        f'<span class="q nw">{shown(office)}</span></header>',
        f'<div class="cards">{cards}</div>',
        f'<div class="two">{_charts(overview)}</div>',
        heading("模型会不会找到这些人", words),
        f'<p class="q">{shown(NOTE)}</p>',
        table(MISSED_TITLES, rows, ("w", "", "", "w", "", ""), empty="看得到的案件模型都能找到"),
        '<p class="sp"></p>',
        foot(printed),
    ]
    return "".join(parts)


def _headline(overview: Overview) -> str:
    hurt, known = overview.bodily
    told = f",写明种类或后果的 {known} 件中人身伤害 {hurt} 件" if known else ""
    return f"{len(overview.cases)} 件{told}"


def _charts(overview: Overview) -> str:
    parts = []
    for title, name in PARTS[:4]:
        counted: Sequence[tuple[str, int]] = overview.count(attrgetter(name))[:FEW]
        spoken = f"按{title}:" + "、".join(f"{k} {n} 件" for k, n in counted)
        parts.append(
            f"<section>{heading(f'按{title}')}{figure(draw_bars(spoken, counted, '件', width=340), '没有案件')}</section>"
        )
    return "".join(parts)


def _missed_row(case: Past, *, reveal: bool) -> tuple[str, ...]:
    name = case.person.name if reveal else mask_name(case.person.name)
    return (
        name,
        case.original or "没有写",
        case.kind or "不明",
        case.harm or "不明",
        "、".join(case.registers) or "不在册",
        case.why,
    )
