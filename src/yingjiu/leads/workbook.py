"""leads.xlsx (线索工作簿): for a prosecutor to read and print; who, why, which case to open, what to ask first.

Open leads come first and ranked, then by group and stream, closed ones with the reason, those who are no leads, the
funnel and what came in. No cell is a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.leads.found import Found
from yingjiu.leads.graded import Grades
from yingjiu.leads.group import find_groups
from yingjiu.leads.group_page import SHEET, add_groups
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_aside import UNLISTED_NAME, add_near, add_social, add_unlisted
from yingjiu.leads.sheets_county import add_funnel, add_intake
from yingjiu.leads.sheets_lead import COLUMNS, LeadTeller, build_teller, rank_leads
from yingjiu.leads.sheets_table import Book, Column, Print
from yingjiu.matching.papers import FiledPaper
from yingjiu.screening.screen import Screening

STREAMS: Final = ("刑事", "民事", "行政", "未检", "信访")
MORE_STREAMS: Final = ("其他",)
WIDE: Final = Print(pages_wide=3, repeat_columns=3)
GROUPS_WORDS: Final = "三名以上被害人的案件,每名被害人一行,最困难的在前;不在名册的人也列出"
OPEN_WORDS: Final = "待核查的线索,一人一事一行;红今天办、橙本周办、黄例行核查,都是建议,同色的急者在前"
_Line = tuple[str, int | None, str]
_Told = Mapping[str, Sequence[str | int | None]]
ABOUT: Final = (Column("工作表", 24), Column("数量", 8, middle=True), Column("说明", 96))


def build_workbook(
    found: Found,
    screening: Screening,
    leads: Sequence[Lead],
    models: Sequence[Model],
    kinds: Kinds,
    intake: Sequence[Mapping[str, Any]],
    *,
    papers: Sequence[FiledPaper] = (),
    con: duckdb.DuckDBPyConnection | None = None,
    on: date | None = None,
    dropped: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
    grades: Grades | None = None,
) -> bytes:
    """The workbook as bytes.

    Args:
        found: hits with what they rest on.
        screening: hits and funnel.
        leads: all leads.
        models: the models that ran.
        kinds: kinds of record.
        intake: lines of intake.json.
        papers: papers of the county, to mask every name that a sealed case's papers hold.
        con: the engine with the county's tables, for people on no list.
        on: the day, for ages.
        dropped: gives the lines of dropped.jsonl, asked last since they are worked out meanwhile.
        grades: colours of the open leads.
    """
    leads = seal_everywhere(leads)
    teller = build_teller(found, leads, models, kinds, papers, on, grades)
    told = {lead.id: teller.cells(lead) for lead in leads}
    book = Book(title="司法救助线索")
    open_leads = rank_leads((lead for lead in leads if lead.status == "open" and is_relief(lead, teller)), grades)
    closed = [lead for lead in leads if lead.status != "open"]
    about: list[_Line] = [("线索", len(open_leads), OPEN_WORDS)]
    _add_leads(book, "线索", open_leads, told, "没有找到线索。请看“漏斗”里哪一步没有剩下人,“入库”里哪些表没有认出来")
    about += _add_parts(book, open_leads, told, kinds)
    about.append(("已结束", len(closed), "后来的文书或记录表明不必再办的,写明原因"))
    _add_closed(book, closed, told)
    about += [*_add_aside(book, con, found, leads, teller, kinds), *_add_groups(book, con, leads, teller, grades)]
    if dropped is not None:
        about.append(("只差一项", add_near(book, dropped()), "只有一项条件没有通过的人,写明是哪一项;核实后可能改变"))
    add_funnel(book, screening, models, leads)
    add_intake(book, intake)
    about += _last_lines(intake)
    book.add_table("说明", ABOUT, about, empty="")
    return book.close()


def _last_lines(intake: Sequence[Mapping[str, Any]]) -> list[_Line]:
    """What stands in the sheets about the run as a whole."""
    returned = sum(len(t["reported"]) for t in intake)
    return [
        ("漏斗", None, "每个模型每一步剩下多少人"),
        ("入库", len(intake), "每张表认作什么、用了多少行、退回多少行;没有认出来的排在最前"),
        ("退回行", returned, "不能用的行和原因;“退回”文件夹里有同样的表格,可以发回送交单位"),
        ("保密", None, "内部资料,含个人信息。未成年人、性侵害案件被害人已打码。系统只提线索,是否救助由检察官决定"),
    ]


def _add_parts(book: Book, open_leads: Sequence[Lead], told: _Told, kinds: Kinds) -> list[_Line]:
    """A sheet a group of people, and a sheet a stream."""
    about: list[_Line] = []
    for group in kinds.register_groups:
        chosen = [lead for lead in open_leads if group in lead.groups]
        about.append((f"人群-{group}", len(chosen), f"本人现在在{group}类名册上的线索"))
        _add_leads(book, f"人群-{group}", chosen, told, f"没有{group}类的线索")
    for stream in (*STREAMS, *MORE_STREAMS):
        chosen = [lead for lead in open_leads if lead.stream == stream]
        if chosen or stream in STREAMS:
            about.append((f"条线-{stream}", len(chosen), f"来自{stream}条线的线索"))
            _add_leads(book, f"条线-{stream}", chosen, told, f"没有{stream}条线的线索")
    return about


def _add_aside(
    book: Book,
    con: duckdb.DuckDBPyConnection | None,
    found: Found,
    leads: Sequence[Lead],
    teller: LeadTeller,
    kinds: Kinds,
) -> list[_Line]:
    """Those who are no leads."""
    unlisted = add_unlisted(book, con, found, kinds, teller)
    social = add_social(book, leads, teller)
    words = "不在任何名册上,但本人一方在案卷里说生活困难,没有得到赔偿;不是线索,请人工判断"
    return [
        (UNLISTED_NAME, unlisted, words),
        ("转社会救助", social, "已获司法救助、还没有社会救助的人,分本地和外地"),
    ]


def _add_groups(
    book: Book,
    con: duckdb.DuckDBPyConnection | None,
    leads: Sequence[Lead],
    teller: LeadTeller,
    grades: Grades | None,
) -> list[_Line]:
    """Cases with many victims."""
    if con is None or teller.on is None:
        return []
    groups = find_groups(con, teller.kinds, grades.by_lead.values() if grades else (), teller.on)
    return [
        (SHEET, add_groups(book, groups, frozenset(lead.person.key for lead in leads if lead.sealed)), GROUPS_WORDS)
    ]


def seal_everywhere(leads: Sequence[Lead]) -> list[Lead]:
    """Who is sealed in one event is sealed in every other, or the sheets would tell who it is."""
    sealed = {lead.person.key for lead in leads if lead.sealed}
    return [replace(lead, sealed=True) if lead.person.key in sealed else lead for lead in leads]


def is_relief(lead: Lead, teller: LeadTeller) -> bool:
    """Whether any model points at judicial relief (and not only at social assistance)."""
    return bool(set(lead.models) - teller.assistance)


def _add_leads(book: Book, name: str, leads: Sequence[Lead], told: _Told, empty: str) -> None:
    rows = [[number, *told[lead.id]] for number, lead in enumerate(leads, 1)]
    book.add_table(name, COLUMNS, rows, empty=empty, printed=WIDE)


def _add_closed(book: Book, leads: Sequence[Lead], told: _Told) -> None:
    columns = (COLUMNS[0], Column("结束原因", 14), *COLUMNS[1:])
    rows: list[list[str | int | None]] = []
    rows += [[number, lead.reason, *told[lead.id]] for number, lead in enumerate(leads, 1)]
    book.add_table("已结束", columns, rows, empty="没有已经结束的线索", printed=Print(pages_wide=3, repeat_columns=4))
