"""``yingjiu past``: the office's own past relief cases, and whether the models would have found these people."""

from __future__ import annotations

import getpass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import stop, told_in_chinese
from yingjiu.cli.terminal import open_console, open_table, read_on

if TYPE_CHECKING:
    from yingjiu.leads.pastcases import Overview
    from yingjiu.office import Office
    from yingjiu.pool.draft import Draft

SHOWN: Final = 20
KIND: Final = "司法救助案件"


def show_past(
    out: Path,
    *,
    cases: Path | None,
    html: Path | None,
    xlsx: Path | None,
    pool: Path | None,
    office: Path | None,
    reveal: bool,
    on: str | None,
) -> None:
    """Show the past in the terminal, and write it where asked."""
    from yingjiu.cli.offices import open_office
    from yingjiu.leads.outputs import write_private
    from yingjiu.leads.page import write_document
    from yingjiu.leads.past_page import past_article, past_book
    from yingjiu.leads.pastcases import look_back
    from yingjiu.office import read_settings
    from yingjiu.run import reopen

    day = read_on(on)
    console = open_console()
    with told_in_chinese():
        unit = open_office(office)
        more = _read_list(console, cases, unit, day) if cases is not None else []
        with open_console(stderr=True).status("正在打开数据池…"):
            county = reopen(out, pool=pool, on=day, office=unit, more=more)
        overview = look_back(county.con, county.models, county.kinds, county.screening, county.found.hits, day)
        if not overview.cases:
            raise stop("没有救助案件。请把司法救助台账放进数据文件夹重新 run,或加 --cases 历年案件.xlsx")
        print_past(console, overview, reveal=reveal)
        name = read_settings(office).name if office else ""
        if html is not None:
            at = datetime.now().astimezone()
            printed = f"内部资料 · {getpass.getuser()} {at:%Y-%m-%d %H:%M}"
            article = past_article(overview, office=name, printed=printed, reveal=reveal)
            write_private(html, write_document("历年司法救助案件", [article]))
            console.print(f"打印页  {escape(str(html))}", soft_wrap=True)
        if xlsx is not None:
            write_private(xlsx, past_book(overview, masked=not reveal))
            console.print(f"工作簿  {escape(str(xlsx))}", soft_wrap=True)


def _read_list(console: Console, path: Path, office: Office, day: date) -> list[Draft]:
    """Records of the office's own list, read as every other table is; rows that cannot be used are told."""
    from yingjiu.catalog.kind import load_kinds
    from yingjiu.catalog.source import load_sources
    from yingjiu.intake.folder import TABLE_SUFFIXES, read_tables

    if path.suffix.lower() not in TABLE_SUFFIXES:
        raise stop(f"{path.name} 不是表格,请另存为 .xlsx 或 .csv")
    if not path.exists():
        raise stop(f"找不到 {path},请检查路径")
    kinds = load_kinds(office.catalog)
    tables = list(read_tables([path], path.parent, catalog=kinds, sources=load_sources(kinds, office.catalog), on=day))
    drafts = [d for t in tables for d in t.drafts if d.kind == KIND]
    bad = sum(len(t.reported) for t in tables)
    others = [t for t in tables if not any(d.kind == KIND for d in t.drafts)]
    if not drafts:
        why = (
            ";".join(dict.fromkeys(r for t in others for r in t.remarks[:1]))
            or "没有认出救助申请人、救助金额、办理状态这些列"
        )
        raise stop(
            f"{path.name} 没有认作司法救助台账:{why}。请对照命令手册改列名,或用 yingjiu check --draft 起草来源文件"
        )
    words = f"读入 {path.name}:{len(drafts)} 件" + (f",{bad} 行不能用" if bad else "")
    console.print(escape(words), soft_wrap=True)
    return drafts


def print_past(console: Console, overview: Overview, *, reveal: bool) -> None:
    """Sums, counts, and the cases that no model finds."""
    from yingjiu.leads.past_page import NOTE, count_rows, sum_words
    from yingjiu.values.masking import mask_name

    console.rule("[bold]历年司法救助案件[/]", align="left")
    console.print("  ".join(f"{k} [bold]{escape(v)}[/]" for k, v in sum_words(overview)))
    table = open_table("按什么", "项目", "件数")
    before = ""
    for title, value, n in count_rows(overview):
        table.add_row(title if title != before else "", escape(value), str(n))
        before = title
    console.print(table)
    missed = overview.missed
    if not missed:
        console.print("看得到的案件,模型都能找到。")
        return
    listed = open_table("姓名", "原案", "是什么人", "差在哪一步", title=f"模型会漏掉的 {len(missed)} 件")
    for case in missed[:SHOWN]:
        name = case.person.name if reveal else mask_name(case.person.name)
        about = "、".join(filter(None, (case.kind, case.harm, *(case.registers or ("不在册",)))))
        listed.add_row(*(escape(c) for c in (name, case.original or "没有写", about, case.why)))
    console.print(listed)
    if len(missed) > SHOWN:
        console.print(f"另有 {len(missed) - SHOWN} 件,用 --xlsx 看全部")
    console.print(f"[dim]{NOTE}[/]")
