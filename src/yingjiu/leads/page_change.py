"""A change of standard as printable pages (标准变动测算单): A4, charts drawn in the page, no request to anywhere, room to sign."""

from __future__ import annotations

from html import escape
from typing import Final

from yingjiu.amounts.board import NOTE
from yingjiu.amounts.change_tables import (
    Change,
    Table,
    alike,
    board_table,
    budget_table,
    budget_words,
    by_group,
    most_table,
    overview,
    percent,
    problem_table,
    signed,
    what_changed,
    who_gains,
)
from yingjiu.amounts.charts import AMBER, BLUE, GREY, Pair, Series, draw_lines, draw_pairs, thousands
from yingjiu.amounts.difference import Course, Difference

_STYLE: Final = """
@page { size: A4; margin: 12mm 14mm 12mm }
* { box-sizing: border-box }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { font: 12px/1.45 "Noto Sans CJK SC", "Microsoft YaHei", "宋体", sans-serif; color: #1b2430; max-width: 182mm; margin: 0 auto }
header { border-bottom: 2px solid #1f4e8c; padding-bottom: 6px }
h1 { font-size: 20px; margin: 0 0 2px } header p { margin: 0; color: #566174 }
h2 { font-size: 14px; color: #1f4e8c; margin: 12px 0 4px; break-after: avoid }
.sum { display: flex; gap: 10px; margin: 12px 0 2px }
.sum div { flex: 1; border: 1px solid #cfd7e1; border-radius: 3px; padding: 6px 10px }
.sum dt { color: #566174; font-size: 11px } .sum dd { margin: 0; font-size: 17px; font-weight: 600; white-space: nowrap }
.sum small { font-size: 11px; font-weight: 400; color: #566174 }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums } tr { break-inside: avoid }
th, td { border: 1px solid #cfd7e1; padding: 2px 7px; text-align: right; vertical-align: top }
th { background: #eef2f7; font-weight: 600; white-space: nowrap } thead { display: table-header-group }
.t { text-align: left; overflow-wrap: anywhere } .n { white-space: nowrap } .more { break-before: page }
p.note { margin: 4px 0 0; color: #566174; font-size: 11px } p.said { margin: 4px 0 }
figure { margin: 4px 0 4px; break-inside: avoid }
.two { display: grid; grid-template-columns: 5fr 7fr; gap: 0 14px } .two section { break-inside: avoid }
.sign { display: flex; gap: 20px; margin-top: 12px; break-inside: avoid }
.sign div { flex: 1; border-bottom: 1px solid #1b2430; padding: 20px 0 3px }
footer { margin-top: 10px; color: #566174; border-top: 1px solid #cfd7e1; font-size: 11px; padding-top: 4px }
@media screen { body { padding: 18px 0; background: #fff } html { background: #f1f4f7 } }
"""
_FOOTER: Final = "<footer>内部资料。本单只把过往案件按两个标准各算一遍,供研究标准时参考;不改变任何已经作出的决定,每一案由检察官依法决定。</footer>"
_SHOWN: Final = ("困难程度", "损害后果")
_MOST_BARS: Final = 8
_SHORT: Final = 9


def change_page(change: Change, *, office: str, day: str, reveal: bool = False) -> str:
    """The page as a file that needs nothing else."""
    difference, course = change.difference, change.course
    first = [
        _cards(difference, course),
        _table(what_changed(change)),
        *(f'<p class="note">{escape(note)}</p>' for note in change.notes),
        _table(overview(difference)),
        '<div class="two">',
        f"<section>{_table(who_gains(difference))}</section>",
        f"<section>{_table(alike(difference))}</section></div>",
        _chart(difference, _SHOWN[0]),
        *([f'<p class="said">{escape(budget_words(course))}</p>'] if course is not None else []),
    ]
    more = [
        *[_chart(difference, title) for title in _SHOWN[1:]],
        *([_budget(course)] if course is not None and course.months else []),
        _table(by_group(difference)),
        _table(most_table(difference.changes, reveal=reveal)),
        *([_table(problem_table(difference))] if difference.problems else []),
        *_boards(change),
    ]
    where = f"{office} · " if office else ""
    head = f"<h1>救助金额标准变动测算单</h1><p>{escape(where)}{escape(day)} 测算 · 过往案件 {difference.cases} 件</p>"
    sign = "".join(f"<div>{word}</div>" for word in ("测算人", "分管检察长", "检察长", "日期"))
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>救助金额标准变动测算单</title><style>{_STYLE}</style></head>\n<body>"
        f'<header>{head}</header>{"".join(first)}<div class="sign">{sign}</div>'
        f'{_FOOTER}<div class="more">{"".join(more)}</div>{_FOOTER}'
        "</body></html>\n"
    )


def _cards(difference: Difference, course: Course | None) -> str:
    before, after = difference.before, difference.after
    total, mean = after.total - before.total, after.mean - before.mean
    cards = [
        ("合计变化", f"{signed(total)} 元", percent(total, before.total)),
        ("平均每件", f"{thousands(after.mean)} 元", f"原 {thousands(before.mean)}({signed(mean)})"),
        ("增加 / 减少 / 不变", f"{difference.gain} / {difference.lose} / {difference.same}", "件"),
    ]
    if course is not None and course.months:
        cards.append(("预算用完", course.after_out or "够用", f"原标准 {course.before_out or '够用'}"))
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)} <small>{escape(small)}</small></dd></div>"
        for name, value, small in cards
    )
    return f'<dl class="sum">{rows}</dl>'


def _chart(difference: Difference, title: str) -> str:
    groups = dict(difference.groups)[title]
    pairs = [Pair(g.label, g.before, g.after) for g in groups if g.before is not None and g.after is not None]
    if not pairs:
        return ""
    about = f"按{title}的平均救助金额,原标准与新标准:" + ";".join(
        f"{p.label} {thousands(p.before)} 元、{thousands(p.after)} 元" for p in pairs[:_MOST_BARS]
    )
    drawn = draw_pairs(about, pairs[:_MOST_BARS], ("原标准", "新标准"), "元,平均每件")
    return f"<h2>按{escape(title)}的平均金额</h2><figure>{drawn}</figure>"


def _budget(course: Course) -> str:
    months = [m.month[2:] for m in course.months]
    series = (
        Series("预算", AMBER, [course.budget] * len(months), dashed=True),
        Series("原标准累计", GREY, [m.before_sum for m in course.months]),
        Series("新标准累计", BLUE, [m.after_sum for m in course.months]),
    )
    drawn = draw_lines(budget_words(course), months, series, "元,逐月累计")
    table = _table(budget_table(course))
    heading, _, rest = table.partition("</h2>")
    return f"{heading}</h2><figure>{drawn}</figure>{rest}"


def _boards(change: Change) -> list[str]:
    if not change.boards:
        return []
    tables = "".join(f"<section>{_table(board_table(b))}</section>" for b in change.boards)
    return [f'<h2>公平看板(当时发放)</h2><p class="note">{escape(NOTE)}。</p>', tables]


def _table(table: Table) -> str:
    if not table.rows:
        return ""
    head = "".join(f"<th{_class(table, n, '')}>{escape(c)}</th>" for n, c in enumerate(table.columns))
    rows = "".join(
        "<tr>" + "".join(f"<td{_class(table, n, cell)}>{escape(cell)}</td>" for n, cell in enumerate(row)) + "</tr>"
        for row in table.rows
    )
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return f"<h2>{escape(table.title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _class(table: Table, column: int, cell: str) -> str:
    """Text stands on the left; a short cell is never broken."""
    names = [*(["t"] if table.is_text(column) else []), *(["n"] if len(cell) <= _SHORT else [])]
    return f' class="{" ".join(names)}"' if names else ""
