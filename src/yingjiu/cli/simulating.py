"""``yingjiu simulate``: a standard or a number changed, past cases replayed, the change shown, before anybody signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import USAGE, say, stop, told_in_chinese
from yingjiu.cli.terminal import open_console, open_table, read_on

if TYPE_CHECKING:
    from yingjiu.amounts.change_tables import Change, Table
    from yingjiu.amounts.pastcase import PastCase
    from yingjiu.amounts.simulate import Wage
    from yingjiu.catalog.standard import Standard
    from yingjiu.synthetic.officers import Experiment

GUANYUN = "灌云"
SHOWN_PROBLEMS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    cases: Path | None = None
    out: Path | None = None
    synthetic: int | None = None
    seed: int = 1
    standard: str | None = None
    to: str | None = None
    changed: tuple[str, ...] = ()
    target_mean: str | None = None
    target: str = "救助基准金额"
    budget: str | None = None
    months: int = 12
    officers: bool = False
    typical: bool = False
    xlsx: Path | None = None
    html: Path | None = None
    save: Path | None = None
    office: Path | None = None
    reveal: bool = False
    on: str | None = None


def simulate(asked: Asked) -> None:
    """Replay past cases, print the change, write the files that were asked for."""
    console, day = open_console(), read_on(asked.on)
    with told_in_chinese(), _Problems():
        standards = _load(asked.office)
        old = _choose(standards, asked.standard)
        cases, words = _past_cases(asked, old, standards, day)
        if not cases:
            raise stop("没有可以测算的过往案件")
        console.print(f"[bold]测算[/]  {escape(words)}", soft_wrap=True)
        if asked.save is not None:
            _save(console, asked.save, cases)
        if asked.officers:
            _show_officers(console, old, cases, asked.seed)
            return
        change = _make_change(asked, old, standards, cases)
        show_change(console, change, reveal=asked.reveal)
        _write(console, asked, change, day)


class _Problems:
    """Turns what a user can mend in a simulation into a message."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, sort: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Tell the message and end."""
        from yingjiu.amounts.adjust import AdjustProblem
        from yingjiu.amounts.compute import AmountProblem
        from yingjiu.amounts.pastfile import PastFileProblem

        if isinstance(error, (AdjustProblem, AmountProblem, PastFileProblem)):
            raise stop(str(error), USAGE) from None


def _load(office: Path | None) -> list[Standard]:
    from yingjiu.catalog.standard import load_standards

    return load_standards((office,) if office is not None else ())


def _choose(standards: Sequence[Standard], asked: str | None) -> Standard:
    """The standard of that name or file; without one the office's own, else Guanyun's."""
    if asked is None:
        own = [s for s in standards if not s.is_shipped]
        return (own or [s for s in standards if GUANYUN in s.name] or list(standards))[0]
    path = Path(asked)
    if path.suffix in {".yml", ".yaml"}:
        from yingjiu.catalog.condition import load_elements
        from yingjiu.catalog.kind import CATALOG
        from yingjiu.catalog.standard import read_standard

        if not path.is_file():
            raise stop(f"找不到 {path},请检查路径", USAGE)
        return read_standard(path, load_elements(CATALOG / "gradings" / "要素.yml"))
    exact = [s for s in standards if s.name == asked]
    found = exact or [s for s in standards if asked in s.name or asked == s.path.stem]
    if len(found) != 1:
        raise stop(
            f"没有一个标准叫“{asked}”,可用的有:{'、'.join(s.name for s in standards)};也可以写文件 我的标准.yml", USAGE
        )
    return found[0]


def _past_cases(asked: Asked, old: Standard, standards: Sequence[Standard], day: date) -> tuple[list[PastCase], str]:
    """The past cases and where they come from, in words."""
    given = [asked.cases is not None, asked.out is not None, asked.synthetic is not None]
    if sum(given) != 1:
        raise stop("请写一种过往案件:--cases 过往案件.xlsx,或 --out 结果文件夹,或 --synthetic 2000(虚构的)", USAGE)
    if asked.cases is not None:
        return _from_file(asked.cases, standards)
    if asked.out is not None:
        from yingjiu.cli.offices import open_office
        from yingjiu.leads.reliefs import past_reliefs
        from yingjiu.run import reopen

        county = reopen(asked.out, pool=None, on=day, office=open_office(asked.office))
        cases = past_reliefs(county.con, county.kinds, old.elements)
        return cases, f"{asked.out} 的本院救助台账,{len(cases)} 件(台账不记各系数的档次,按名册和文书推定)"
    from yingjiu.synthetic.officers import run_officers
    from yingjiu.synthetic.pastcases import make_past_cases

    number = asked.synthetic or 0
    if number < 1:
        raise stop("--synthetic 请写一个大于零的件数,如 2000", USAGE)
    cases = make_past_cases(old, number=number, seed=asked.seed)
    if not asked.officers:
        cases = list(run_officers(old, cases, seed=asked.seed).aided)
    return cases, f"虚构的过往案件 {number} 件(种子 {asked.seed})"


def _from_file(path: Path, standards: Sequence[Standard]) -> tuple[list[PastCase], str]:
    from yingjiu.amounts.pastfile import read_past, words_of

    if not path.is_file():
        raise stop(f"找不到 {path},请检查路径", USAGE)
    read = read_past(path, words_of(standards))
    for problem in read.problems[:SHOWN_PROBLEMS]:
        say(f"没有用:{problem}")
    if len(read.problems) > SHOWN_PROBLEMS:
        say(f"……没有用的共 {len(read.problems)} 行")
    return list(read.cases), f"{path} 里的过往案件 {len(read.cases)} 件,没有用 {len(read.problems)} 行"


def _save(console: Console, path: Path, cases: Sequence[PastCase]) -> None:
    from yingjiu.amounts.pastfile import past_lines
    from yingjiu.pool.atomic import write_whole

    write_whole(path, past_lines(cases))
    console.print(f"案件表  {escape(str(path))}", soft_wrap=True)


def _make_change(asked: Asked, old: Standard, standards: Sequence[Standard], cases: Sequence[PastCase]) -> Change:
    """Change the standard as asked and replay."""
    from yingjiu.amounts.adjust import adjust, fix_values
    from yingjiu.amounts.board import draw_boards
    from yingjiu.amounts.change_tables import Change, found_words
    from yingjiu.amounts.difference import compare_standards, run_budget
    from yingjiu.amounts.simulate import fill_typical, find_value, replay, suggested_by_number

    wage = _wage(asked.office)
    new = old if asked.to is None else fix_values(_choose(standards, asked.to))
    new, adjusted = adjust(new, asked.changed)
    notes, found = [], None
    if asked.typical:
        cases, filled = fill_typical(old, cases)
        notes.append(f"{filled} 件有系数不清楚,按标准的“常见情形”算,只作估计。")
    if asked.target_mean is not None:
        target = _yuan("--target-mean", asked.target_mean)
        found = find_value(new, asked.target, target, cases, wage=wage)
        new, more = adjust(new, [f"{asked.target}={found.value:f}"])
        adjusted += more
        notes.append(found_words(found, asked.target, target))
    if wage is None:
        notes.append("没有填写省的上年度月平均工资,没有核对三十六个月上限。")
    difference = compare_standards(cases, old, new, wage)
    budget = _yuan("--budget", asked.budget) if asked.budget is not None else None
    course = run_budget(difference.changes, budget, _months(asked.months)) if budget is not None else None
    points = suggested_by_number(cases, replay(old, cases, wage))
    boards = tuple(draw_boards(cases, points))
    return Change(old.name, new.name, tuple(adjusted), difference, course, found, tuple(notes), boards)


def _months(number: int) -> int:
    if not 1 <= number <= 120:
        raise stop("--months 请写 1 到 120 之间的数", USAGE)
    return number


def _yuan(option: str, text: str) -> Decimal:
    from yingjiu.values.money import read_amount

    amount = read_amount(text)
    if amount is None or amount <= 0:
        raise stop(f"{option} 的“{text}”不是金额,请写成 1200000 或 120万", USAGE)
    return amount


def _wage(office: Path | None) -> Wage | None:
    """The office's wage series; None where it is not filled in."""
    from yingjiu.catalog.figure import WAGE, load_figures
    from yingjiu.catalog.problem import UserFileError

    figure = load_figures((office,)).get(WAGE) if office is not None else None
    if figure is None or not figure.values:
        return None
    kept = figure

    def on_day(day: date) -> Decimal | None:
        try:
            return kept.value_on(day)
        except UserFileError:
            return None

    return on_day


def show_change(console: Console, change: Change, *, reveal: bool = False) -> None:
    """The change as terminal tables."""
    from yingjiu.amounts.change_tables import (
        alike,
        budget_table,
        by_group,
        most_table,
        overview,
        problem_table,
        what_changed,
        who_gains,
    )

    difference = change.difference
    for table in (what_changed(change), overview(difference), who_gains(difference), alike(difference)):
        print_table(console, table)
    for note in change.notes:
        console.print(escape(note), soft_wrap=True)
    if any("上年度月平均工资" in note for note in change.notes):
        console.print("  填在本院文件夹的 law/上年度月平均工资.yml,再加 --office 本院文件夹", soft_wrap=True)
    print_table(console, by_group(difference, ("困难程度", "损害后果", "过错", "性别", "年龄")))
    if change.course is not None:
        print_table(console, budget_table(change.course))
    print_table(console, most_table(difference.changes, 5, reveal=reveal))
    if difference.problems:
        print_table(console, problem_table(difference))
        console.print("补齐案件表里各系数的档次,或加 --typical 按常见情形估计。")


def print_table(console: Console, table: Table) -> None:
    """One table with its note; numbers on the right."""
    if not table.rows:
        return
    drawn = open_table(*table.columns, title=table.title)
    for number, column in enumerate(drawn.columns):
        column.justify = "left" if table.is_text(number) else "right"
    for row in table.rows:
        drawn.add_row(*(escape(cell) for cell in row))
    console.print(drawn)
    if table.note:
        console.print(f"[dim]{escape(table.note)}[/]", soft_wrap=True)
        console.print()


def _show_officers(console: Console, standard: Standard, cases: Sequence[PastCase], seed: int) -> None:
    """The experiment: rates first, then both outcomes side by side."""
    from yingjiu.synthetic.officers import run_officers

    print_experiment(console, run_officers(standard, cases, seed=seed), standard.name)


def print_experiment(console: Console, done: Experiment, name: str) -> None:
    """Rates, outcome with and without, what lies behind the cases outside."""
    from yingjiu.amounts.change_tables import Table
    from yingjiu.amounts.charts import thousands
    from yingjiu.amounts.difference import total_of

    console.print(f"\n[bold]同案同助试验[/]  标准:{escape(name)}")
    for words in done.rates.words():
        console.print(f"  {escape(words)}", soft_wrap=True)
    rows = []
    for word, group, spread in (
        ("看建议、有提示", done.aided, done.aided_spread),
        ("同样的人,没有系统", done.unaided, done.unaided_spread),
    ):
        total = total_of([c.amount for c in group])
        share = f"{spread.share * 100:.1f}%" if spread.share is not None else "—"
        counts = (str(spread.judged), str(spread.within), share, str(spread.too_few))
        rows.append((word, *counts, thousands(total.mean), thousands(total.median)))
    columns = ("算法", "可比件数", "30% 以内", "以内占比", "样本不足", "平均(元)", "中位数(元)")
    note = (
        f"照建议 {done.kept} 件,幅度内另取 {done.moved} 件,按习惯定 {done.overruled} 件;读错要素 {done.misread} 件;"
        f"提示 {done.warned} 件,改回 {done.heeded} 件。按案件的真实情况判断是不是同类,与此前 24 个月同类的中位数比。"
    )
    print_table(console, Table("结果", columns, tuple(rows), note))
    if done.outside:
        told = ";".join(f"{why} {number} 件" for why, number in done.outside)
        console.print(f"仍超过 30% 的,原因:{escape(told)}。", soft_wrap=True)
    reached = done.aided_spread.share
    if reached is not None and reached < Decimal("0.95"):
        console.print("没有达到 95%,主要在上面列的第一个原因。", style="bold")


def _write(console: Console, asked: Asked, change: Change, day: date) -> None:
    from yingjiu.pool.atomic import write_whole

    made: list[tuple[str, Path, Callable[[], bytes | str]]] = []
    if asked.xlsx is not None:
        from yingjiu.leads.book_change import change_book

        made.append(("变动表", asked.xlsx, lambda: change_book(change, reveal=asked.reveal)))
    if asked.html is not None:
        from yingjiu.leads.page_change import change_page

        name = _office_name(asked.office)
        shown = f"{day.year}年{day.month}月{day.day}日"
        made.append(("打印页", asked.html, lambda: change_page(change, office=name, day=shown, reveal=asked.reveal)))
    for word, path, content in made:
        write_whole(path, content())
        console.print(f"{word}  {escape(str(path))}", soft_wrap=True)


def _office_name(office: Path | None) -> str:
    if office is None:
        return ""
    from yingjiu.office import read_settings

    return read_settings(office).name
