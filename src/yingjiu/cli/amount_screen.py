"""The screen of ``yingjiu amount`` (金额页): factors with evidence, the computation, articles 7 and 8, the result, the paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.markup import escape

from yingjiu.amounts.compute import Choice
from yingjiu.amounts.report import (
    missing_reasons,
    money,
    report_lines,
    report_paragraph,
    result_words,
    share_words,
    sum_words,
)
from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.formula import plain
from yingjiu.catalog.rulebook import rulebook_on
from yingjiu.cli.terminal import open_table
from yingjiu.grading.articles import ArticleFound, find_conditions, find_exclusions
from yingjiu.values.money import capital_amount

if TYPE_CHECKING:
    from yingjiu.cli.amounting import Shown

MARKS: Final = {True: "[green]✓[/]", False: "[dim]–[/]", None: "[yellow]？[/]"}
MOST_CHECKS: Final = 8


def print_amount(console: Console, shown: Shown) -> None:
    """Print everything about one amount, the result first."""
    standard = shown.computed.standard
    console.rule("[bold]救助金额测算[/]", align="left")
    if shown.facts.title:
        console.print(escape(shown.facts.title))
    console.print(f"标准  {escape(standard.name)}({escape(standard.basis)})  按 {shown.on} 适用的数额", soft_wrap=True)
    _print_result(console, shown)
    _print_factors(console, shown)
    _print_lines(console, shown)
    _print_articles(console, shown)
    _print_checks(console, shown)
    console.print("\n[bold]金额说明[/](可以贴进审查报告)")
    console.print(escape(report_paragraph(shown.computed, shown.ruled, shown.on, shown.reasons)), soft_wrap=True)
    console.print("\n[dim]系统只提建议，是否救助、救助多少由检察官依法决定。[/]")


def _print_result(console: Console, shown: Shown) -> None:
    ruled = shown.ruled
    total = ruled.total
    if ruled.barred:
        console.print(f"[bold red]{escape(result_words(shown.computed, ruled))}[/]", soft_wrap=True)
        return
    point = money(total.suggested) if total.suggested is not None else "查明后再定"
    console.print(f"\n  至少 {money(total.low)}    建议 [bold]{point}[/]    至多 {money(total.high)}")
    if total.suggested is not None:
        console.print(f"  {capital_amount(total.suggested)}")
    words = share_words(ruled.shares)
    if words:
        console.print(f"  {escape(words)}", soft_wrap=True)
    if ruled.approver:
        console.print(f"  审批  {escape(ruled.approver)}")
    if shown.comparison is not None:
        mark = "[yellow]![/]" if shown.comparison.asks_reason else " "
        console.print(f"  {mark} {escape(shown.comparison.words)}", soft_wrap=True)
    for refusal in ruled.refusals:
        console.print(f"  [red]![/] {escape(refusal)}", soft_wrap=True)
    lacking = missing_reasons(shown.computed, [name for name, _ in shown.reasons])
    if lacking:
        console.print(f"  [yellow]![/] 还要写明理由:{escape('、'.join(lacking))}(--reason 事项=理由)", soft_wrap=True)
    for note in (*ruled.notes, *shown.facts.notes):
        console.print(f"  [yellow]![/] {escape(note)}", soft_wrap=True)


def _print_factors(console: Console, shown: Shown) -> None:
    """What each factor rests on, and by whom it was chosen."""
    table = open_table("系数", "选了哪一档", "依据", title="怎样选的")
    for name, proposal in shown.proposals.items():
        choice = shown.chosen[name]
        joint = "、" if choice.sure else " 或 "
        words = joint.join(choice.options) or "都不是"
        if choice.point is not None:
            words = f"{words if choice.options else ''} 取定 {plain(choice.point)}".strip()
        by = _whose(choice, proposal.choice)
        table.add_row(escape(name), escape(words), escape(f"{by}:{_evidence(proposal.grounds, shown)}".rstrip(":")))
    console.print(table)


def _whose(choice: Choice, proposed: Choice) -> str:
    if choice is not proposed:
        return "检察官改定"
    if not choice.sure:
        return "还不清楚"
    return "按查明的事实提出" if choice.options else "没有查到"


def _evidence(grounds: Iterable[Element], shown: Shown) -> str:
    """The elements a proposal rests on, each with where it stands."""
    told = []
    for element in grounds:
        ground = shown.facts.grounds.get(element.name)
        value = shown.told.get(element.name)
        where = f"({ground.evidence})" if ground is not None and ground.value == value and ground.evidence else ""
        told.append(f"{element.name} {_value_words(value)}{where}")
    return "；".join(told)


def _value_words(value: Value) -> str:
    return "不明" if value is None else value if isinstance(value, str) else plain(value)


def _print_lines(console: Console, shown: Shown) -> None:
    table = open_table("项目", "数", "怎样得出", "出处", title="逐行计算")
    for line in report_lines(shown.computed, shown.ruled):
        table.add_row(escape(line.name), escape(line.value), escape(line.how), escape(line.source))
    console.print(table)


def _print_articles(console: Console, shown: Shown) -> None:
    """Articles 7 and 8 beside the amount: findings, not decisions."""
    if not shown.told:
        console.print("[bold]第七条、第八条[/]  没有写明事实，没有核对(用 --element 写明，或者按线索测算)")
        return
    book = rulebook_on(shown.on)
    console.print(f"[bold]第七条、第八条[/]({escape(book.name)},{escape(book.reference)})")
    conditions = [f for f in find_conditions(book, shown.told) if f.held is not False]
    for found in conditions:
        _print_article(console, found)
    if not any(f.held for f in conditions):
        console.print("  [yellow]![/] 按现在查明的事实，第七条还没有一项成立")
    for found in find_exclusions(book, shown.told):
        if found.held:
            _print_article(console, found)


def _print_article(console: Console, found: ArticleFound) -> None:
    article = found.article
    signal = article.number.startswith("第八条")
    mark = "[red]![/]" if signal else MARKS[found.held]
    console.print(f"  {mark} {escape(article.number)} {escape(article.says)}", soft_wrap=True)
    grounds = [g for part in found.parts for g in part.grounds if g.held is not None and (g.held or signal)]
    if grounds:
        told = "；".join(dict.fromkeys(f"{g.element.name} {g.value}" for g in grounds))
        console.print(f"      [dim]{escape(told)}[/]", soft_wrap=True)
    if found.held is None:
        console.print(f"      [dim]还要查明:{escape('、'.join(e.name for e in found.unknown))}[/]", soft_wrap=True)


def _print_checks(console: Console, shown: Shown) -> None:
    """What to find out so that the range becomes one sum, the cheapest first."""
    open_ = set(shown.computed.open)
    asked = {e.name: e for name, p in shown.proposals.items() if name in open_ for e in p.verify}
    if not asked:
        return
    console.print(f"\n[bold]查明这些，幅度就会缩小[/](现在 {sum_words(shown.ruled.total)} 元)")
    for element in sorted(asked.values(), key=lambda e: e.cost)[:MOST_CHECKS]:
        console.print(
            f"  · {escape(element.question)}({escape(element.how)})  --element {element.name}=…", soft_wrap=True
        )
