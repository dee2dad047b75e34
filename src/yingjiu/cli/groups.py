"""A case number in ``yingjiu look`` (查一案): all victims of the case, counted by category, the worst off first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import FAILED, say
from yingjiu.cli.terminal import open_table

if TYPE_CHECKING:
    from yingjiu.leads.group import Group
    from yingjiu.leads.journal import Look
    from yingjiu.run import County


def case_number(asked: str) -> str | None:
    """The number of a case in normal form; None for a name, an identity number or the number of a lead."""
    from yingjiu.values.casenumber import normalise_case_number

    return normalise_case_number(asked) if "号" in asked else None


def look_case(
    console: Console, county: County, number: str, look: Look, day: date, *, html: Path | None, reveal: bool
) -> None:
    """Show the victims of a case; with ``html`` write them to print too."""
    from yingjiu.cli.pages import printed_by
    from yingjiu.leads.group import find_cases, find_groups
    from yingjiu.leads.group_page import group_article
    from yingjiu.leads.outputs import write_private
    from yingjiu.leads.page import write_document

    cases = find_cases(county.con, number)
    groups = find_groups(county.con, county.kinds, county.grades.by_lead.values(), day, cases=cases)
    if not groups:
        say(f"没有案号 {number} 的案卷文书,或者文书里没有写明被害人" if cases else f"数据池里没有案号 {number}")
        raise typer.Exit(FAILED)
    for group in groups:
        print_group(console, group, reveal=reveal)
    if html is not None:
        printed = printed_by(look)
        articles = [group_article(g, office=look.unit, printed=printed, reveal=reveal) for g in groups]
        write_private(html, write_document("一案多名被害人", articles))
        console.print(f"打印页  {escape(str(html))}(A4,含个人信息)", soft_wrap=True)


def print_group(console: Console, group: Group, *, reveal: bool) -> None:
    """One case in the terminal."""
    from yingjiu.leads.group_page import TITLES, victim_cells

    console.rule(f"[bold]{escape('、'.join(group.charges) or '案件')}[/]", align="left")
    console.print(escape("、".join(group.numbers[:4])), soft_wrap=True)
    console.print(f"[bold]{escape(group.words)}[/]", soft_wrap=True)
    if group.sealed:
        console.print("有未成年人或性侵害案件被害人:身份信息严格保密。", style="red")
    table = open_table(*TITLES)
    for victim in group.victims:
        table.add_row(*(escape(c) for c in victim_cells(victim, masked=not reveal)))
    console.print(table)
