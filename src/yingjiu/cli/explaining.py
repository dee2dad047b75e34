"""``yingjiu explain``: for each model passed or not, on which records and sentences, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from yingjiu.cli.failures import FAILED, USAGE, stop, told_in_chinese
from yingjiu.cli.lookup import choose_person, open_county_for
from yingjiu.cli.terminal import open_console, read_on

if TYPE_CHECKING:
    from yingjiu.leads.explain import Answer, Explanation
    from yingjiu.leads.reasons import Reasons

MARKS = {"yes": "[green]✓[/]", "no": "[red]✗[/]", "unknown": "[yellow]？[/]"}
MOST_OTHERS = 30
CHIPS = {"红": "[white on red] 红 [/]", "橙": "[black on dark_orange] 橙 [/]", "黄": "[black on yellow] 黄 [/]"}


def explain(
    who: str, *, out: Path, pool: Path | None, office: Path | None, model: str | None, reveal: bool, on: str | None
) -> None:
    """Print why a person was found, or was not."""
    from yingjiu.leads.explain import explain_one

    day = read_on(on)
    console = open_console()
    with told_in_chinese():
        county, _ = open_county_for(out, pool, office, day)
        known = [lead.model for one in county.models for lead in one.leads]
        if model is not None and model not in known:
            raise stop(f"没有模型“{model}”,可用的有:{'、'.join(known)}", USAGE)
        person = choose_person(console, county, who, reveal=reveal)
        if person is None:
            raise typer.Exit(FAILED)
        told = explain_one(
            county.con, county.models, county.kinds, county.screening, county.leads, person,
            only=model, reveal=reveal, grades=county.grades, on=day,
        )  # fmt: skip
    print_explanation(console, told)


def print_explanation(console: Console, told: Explanation) -> None:
    """Found models in full, then those that failed, nearest first."""
    console.rule(f"[bold]{escape(told.title)}[/]", align="left")
    for line in told.leads:
        console.print(escape(line))
    for line, *holding in told.courses:
        console.print(f"经过  {escape(line)}", soft_wrap=True)
        for held in holding:
            console.print(f"      [dim]现在以此为准  {escape(held)}[/]", soft_wrap=True)
    for reasons in told.reasons:
        print_reasons(console, reasons)
    found = [a for a in told.answers if a.found]
    others = [a for a in told.answers if not a.found]
    for answer in found:
        _print_found(console, answer)
    if not found:
        console.print("没有模型找到此人。" if len(others) > 1 else "这个模型没有找到此人。", style="bold")
    if others:
        console.print()
        console.print("[bold]没有通过的模型[/](差得最少的在前)" if found or len(others) > 1 else "[bold]为什么[/]")
    for answer in others[:MOST_OTHERS]:
        _print_failed(console, answer)
    if told.records:
        _print_records(console, told)


def print_reasons(console: Console, reasons: Reasons) -> None:
    """The colour of a lead and why: a part a block, marks before what holds, does not or is not known."""
    console.print()
    console.print(
        f"{CHIPS[reasons.colour]} [bold]{escape(reasons.head)}[/]  [dim]线索 {reasons.lead}[/]", soft_wrap=True
    )
    for part in reasons.parts:
        console.print(f"  [bold]{escape(part.title)}[/]")
        grid = _grid(4)
        for line in part.lines:
            grid.add_row(MARKS.get(line.mark, ""), escape(line.words))
            if line.rests:
                grid.add_row("", f"[dim]{escape(line.rests)}[/]")
        console.print(grid)


def _print_found(console: Console, answer: Answer) -> None:
    console.print()
    console.print(f"{MARKS['yes']} [bold]{escape(answer.title)}[/]  找到")
    grid = _grid(4)
    for step in answer.steps:
        if step.mark == "no":
            grid.add_row("[dim]–[/]", f"[dim]不是这一种:{escape(step.words)}[/]")
        else:
            grid.add_row(MARKS[step.mark], f"{escape(step.words)} {_numbers(step.records)}")
    console.print(grid)


def _print_failed(console: Console, answer: Answer) -> None:
    console.print(f"{MARKS['no']} {escape(answer.title)}")
    grid = _grid(2)
    if answer.failed is not None:
        grid.add_row("", f"第一项没有通过  [bold]{escape(answer.failed.words)}[/] {_numbers(answer.failed.records)}")
    passed = [s for s in answer.steps if s.mark != "no"]
    if passed:
        grid.add_row("", "[dim]已通过  " + "、".join(escape(s.name) for s in passed) + "[/]")
    if answer.change:
        grid.add_row("", f"[dim]怎样会变  {escape(answer.change)}[/]")
    console.print(grid)


def _print_records(console: Console, told: Explanation) -> None:
    console.print()
    console.print("[bold]记录和原文[/]")
    grid = _grid(1)
    for number, lines in told.records.items():
        head, *rest = lines
        grid.add_row(f"[cyan]\\[{number}][/]", escape(head))
        for line in rest:
            grid.add_row("", f"[dim]{escape(line)}[/]")
    console.print(grid)


def _grid(indent: int) -> Table:
    """Two columns, so that long lines hang under their beginning."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, min_width=indent, justify="right")
    grid.add_column(overflow="fold")
    return grid


def _numbers(records: Sequence[int]) -> str:
    return "[cyan]" + "".join(f"\\[{n}]" for n in records) + "[/]" if records else ""
