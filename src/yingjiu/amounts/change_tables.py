"""The change of a standard as plain tables (变动表): the same for terminal, workbook and printed page; names masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.amounts.adjust import Adjusted
from yingjiu.amounts.board import HIDDEN, Board
from yingjiu.amounts.charts import thousands
from yingjiu.amounts.difference import CaseChange, Course, Difference, most_changed
from yingjiu.amounts.similar import FEWEST, MONTHS, Spread
from yingjiu.amounts.simulate import Found
from yingjiu.values.masking import mask_name

TEXT_COLUMNS: Final = frozenset(
    {
        "项目",
        "原来",
        "改为",
        "分类",
        "档次",
        "月份",
        "姓名",
        "案号",
        "情形",
        "原因",
        "类别",
        "算法",
        "困难程度",
        "损害后果",
    }
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: columns of text or of numbers as people read them, and a note below it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def is_text(self, column: int) -> bool:
        """Whether a column stands on the left."""
        return self.columns[column] in TEXT_COLUMNS


@dataclass(frozen=True, slots=True)
class Change:
    """All that is told of one change: names of both standards, what was changed, its results."""

    old: str
    new: str
    adjusted: tuple[Adjusted, ...]
    difference: Difference
    course: Course | None
    found: Found | None
    notes: tuple[str, ...]
    boards: tuple[Board, ...] = ()


def signed(value: Decimal) -> str:
    """A change with its sign: +1,200, −300, 0."""
    number = thousands(abs(value))
    return number if not value else ("+" if value > 0 else "−") + number


def percent(part: Decimal, whole: Decimal) -> str:
    """A signed share of a whole: +4.2%; a dash from nothing."""
    if not whole:
        return HIDDEN
    share = (part / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'+' if share > 0 else '−' if share < 0 else ''}{abs(share)}%"


def what_changed(change: Change) -> Table:
    """What was tried."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for a in change.adjusted:  # a number tried and then sought again is one change
        first.setdefault(a.what, a.before)
        last[a.what] = a.after
    rows = [(what, first[what], last[what]) for what in first]
    if change.old != change.new:
        rows.insert(0, ("标准", change.old, change.new))
    return Table("改了什么", ("项目", "原来", "改为"), tuple(rows) or (("没有改动", "", ""),))


def overview(difference: Difference) -> Table:
    """Totals side by side, the change first to be seen."""
    granted, before, after, whole = difference.granted, difference.before, difference.after, difference.whole
    rows = [("件数", str(granted.count), str(before.count), str(after.count), "", "")]
    for name, word in (
        ("合计(元)", "total"),
        ("平均(元)", "mean"),
        ("中位数(元)", "median"),
        ("最低(元)", "lowest"),
        ("最高(元)", "highest"),
    ):
        was, now = getattr(before, word), getattr(after, word)
        rows.append(
            (
                name,
                thousands(getattr(granted, word)),
                thousands(was),
                thousands(now),
                signed(now - was),
                percent(now - was, was),
            )
        )
    note = f"原标准重算与当时发放完全一致的 {difference.exact} 件,其余 {granted.count - difference.exact} 件当时由检察官另行取定。"
    if whole.count > granted.count:
        note += f"另有 {whole.count - granted.count} 件不能重算,没有计入;全部 {whole.count} 件当时共发放 {thousands(whole.total)} 元,"
        note += f"平均 {thousands(whole.mean)} 元。"
    return Table("总览", ("项目", "当时发放", "原标准重算", "新标准重算", "变化", "幅度"), tuple(rows), note)


def who_gains(difference: Difference) -> Table:
    """How many gain, lose, stay."""
    rows = []
    for name, number, by in (
        ("增加", difference.gain, [c.by for c in difference.changes if c.by > 0]),
        ("减少", difference.lose, [c.by for c in difference.changes if c.by < 0]),
        ("不变", difference.same, []),
    ):
        total = sum(by, Decimal(0))
        mean = signed((total / number).quantize(Decimal(1), ROUND_HALF_UP)) if number and by else ""
        rows.append((name, str(number), signed(total) if by else "", mean))
    note = f"变动超过 30% 的 {difference.jumps} 件。"
    return Table("谁多谁少", ("情形", "件数", "合计变化(元)", "平均变化(元)"), tuple(rows), note)


def alike(difference: Difference) -> Table:
    """How alike like cases are treated, of the three."""
    names = ("当时发放", "原标准重算", "新标准重算")
    rows = [_spread_row(name, spread) for name, spread in zip(names, difference.spreads, strict=True)]
    note = f"与此前 {MONTHS} 个月同类案件(案件种类、损害后果、困难程度、追加类别、过错都相同)的中位数比;同类少于 {FEWEST} 件的不比。"
    return Table(
        "同类案件相差不超过 30%",
        ("算法", "可比件数", "30% 以内", "超过 30%", "以内占比", "样本不足"),
        tuple(rows),
        note,
    )


def _spread_row(name: str, spread: Spread) -> tuple[str, ...]:
    share = f"{spread.share * 100:.1f}%" if spread.share is not None else HIDDEN
    return (
        name,
        str(spread.judged),
        str(spread.within),
        str(spread.judged - spread.within),
        share,
        str(spread.too_few),
    )


def by_group(difference: Difference, titles: Sequence[str] | None = None) -> Table:
    """Means by group; small groups hidden."""
    rows = []
    for title, groups in difference.groups:
        if titles is not None and title not in titles:
            continue
        for number, g in enumerate(groups):
            first = title if number == 0 else ""
            if g.count is None or g.before is None or g.after is None:
                rows.append((first, g.label, *(HIDDEN,) * 5))
                continue
            by = g.after - g.before
            rows.append(
                (
                    first,
                    g.label,
                    str(g.count),
                    thousands(g.before),
                    thousands(g.after),
                    signed(by),
                    percent(by, g.before),
                )
            )
    note = f"少于 {FEWEST} 件的不显示(“{HIDDEN}”),必要时一并隐去相邻的一类,使它不能用合计推算。"
    columns = ("分类", "档次", "件数", "原平均(元)", "新平均(元)", "变化(元)", "幅度")
    return Table("各类案件的平均变化", columns, tuple(rows), note)


def budget_table(course: Course) -> Table:
    """Month by month against the budget."""
    rows = [
        (m.month, str(m.count), *(thousands(v) for v in (m.before, m.after, m.before_sum, m.after_sum)))
        for m in course.months
    ]
    columns = ("月份", "件数", "原标准当月", "新标准当月", "原标准累计", "新标准累计")
    return Table("预算用到哪个月", columns, tuple(rows), budget_words(course))


def budget_words(course: Course) -> str:
    """When the budget runs out, in one sentence."""

    def told(name: str, month: str | None, total: Decimal) -> str:
        left = course.budget - total
        if month is None:
            return f"{name}够用,余 {thousands(left)} 元"
        return f"{name}到 {month} 用完,全期缺 {thousands(-left)} 元"

    if not course.months:
        return "没有可以重算的案件。"
    last = course.months[-1]
    head = f"预算 {thousands(course.budget)} 元用 {len(course.months)} 个月({course.months[0].month} 至 {last.month}):"
    return (
        head
        + told("原标准", course.before_out, last.before_sum)
        + ";"
        + told("新标准", course.after_out, last.after_sum)
        + "。"
    )


def most_table(changes: Sequence[CaseChange], number: int = 10, *, reveal: bool = False) -> Table:
    """Who gains most and who loses most, names masked."""
    gain, lose = most_changed(changes, number)
    rows = [_change_row(c, word, reveal=reveal) for word, group in (("增加", gain), ("减少", lose)) for c in group]
    columns = ("情形", "姓名", "案号", "损害后果", "困难程度", "原来(元)", "改后(元)", "变化(元)")
    return Table(f"变动最大的案件(各 {number} 件以内)", columns, tuple(rows))


def all_changes(changes: Sequence[CaseChange], *, reveal: bool = False) -> Table:
    """Every case, in order of decision."""
    rows = [
        _change_row(c, "增加" if c.by > 0 else "减少" if c.by < 0 else "不变", reveal=reveal)
        for c in sorted(changes, key=lambda c: (c.case.decided, c.case.number))
    ]
    columns = ("情形", "姓名", "案号", "损害后果", "困难程度", "原来(元)", "改后(元)", "变化(元)")
    return Table("每案变化", columns, tuple(rows))


def _change_row(change: CaseChange, word: str, *, reveal: bool) -> tuple[str, ...]:
    case = change.case
    name = case.name if reveal else mask_name(case.name)
    amounts = (thousands(change.before), thousands(change.after), signed(change.by))
    return (word, name, case.number, case.harm, case.tier, *amounts)


def problem_table(difference: Difference) -> Table:
    """Why some cases could not be computed."""
    rows = tuple((why, str(n)) for why, n in difference.problems)
    return Table("不能重算、没有计入的案件", ("原因", "件数"), rows)


def board_table(board: Board) -> Table:
    """One dimension of the fairness board."""
    rows = []
    for row in (*board.rows, board.whole):
        if row.count is None or row.total is None or row.mean is None or row.median is None:
            rows.append((row.label, *(HIDDEN,) * 5))
            continue
        ratio = str(row.to_suggested) if row.to_suggested is not None else HIDDEN
        rows.append(
            (row.label, str(row.count), thousands(row.total), thousands(row.mean), thousands(row.median), ratio)
        )
    note = "一人可在几个名册上,各行相加不等于合计。" if board.overlapping else ""
    return Table(
        f"按{board.title}", ("类别", "件数", "合计(元)", "平均(元)", "中位数(元)", "与建议额之比"), tuple(rows), note
    )


def found_words(found: Found, name: str, target: Decimal) -> str:
    """What number gives the wished mean."""
    return (
        f"{name}取 {found.value:f} 元时,{found.cases} 件平均 {found.mean:,} 元,最接近目标 {thousands(target)} 元"
        f"(取 {found.lower:f} 元时平均 {found.lower_mean:,} 元)。"
    )
