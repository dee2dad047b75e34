"""A change of standard as a workbook (变动测算.xlsx): what was changed, the totals, the groups, the months, every case masked."""

from __future__ import annotations

from yingjiu.amounts.board import NOTE
from yingjiu.amounts.change_tables import (
    Change,
    Table,
    alike,
    all_changes,
    board_table,
    budget_table,
    by_group,
    overview,
    problem_table,
    what_changed,
    who_gains,
)
from yingjiu.leads.sheets_table import Book, Cell, Column, text_width

WIDEST = 48


def change_book(change: Change, *, reveal: bool = False) -> bytes:
    """The workbook; numbers are numbers, so that they can be added up."""
    book = Book(title="救助金额标准变动测算")
    difference = change.difference
    _add(book, "改了什么", what_changed(change))
    _add(book, "总览", overview(difference))
    _add(book, "谁多谁少", who_gains(difference))
    _add(book, "同类相差", alike(difference))
    _add(book, "各类变化", by_group(difference))
    if change.course is not None:
        _add(book, "预算", budget_table(change.course))
    _add(book, "每案变化", all_changes(difference.changes, reveal=reveal))
    _add(book, "没有计入", problem_table(difference))
    for board in change.boards:
        _add(book, f"看板·{board.title}", board_table(board))
    notes = [*change.notes, *(t.note for t in (overview(difference), who_gains(difference), alike(difference))), NOTE]
    notes.append("只把过往案件按两个标准各算一遍,不改变任何已经作出的决定")
    book.add_table("说明", (Column("说明", 110),), [[note] for note in notes], empty="")
    return book.close()


def _add(book: Book, name: str, table: Table) -> None:
    columns = []
    for number, title in enumerate(table.columns):
        most = max([text_width(title) + 2, *(text_width(row[number]) for row in table.rows)])
        columns.append(Column(title, min(most + 2, WIDEST)))
    rows = [[_cell(value, text=table.is_text(n)) for n, value in enumerate(row)] for row in table.rows]
    book.add_table(name, columns, rows, empty="没有")


def _cell(value: str, *, text: bool) -> Cell:
    """A number where the text is one."""
    if text:
        return value
    bare = value.replace(",", "").replace("−", "-").removeprefix("+")
    return int(bare) if bare.removeprefix("-").isdigit() else value
