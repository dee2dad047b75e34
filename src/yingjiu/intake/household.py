"""Households (户): who the head is, whether the head stands on the list too, blocks of rows under one head.

One row a person, a block under a merged or unrepeated head, one row a household with columns or a cell for its
members: all become one person a mention, with the head's name and the relation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from yingjiu.intake.mapping import HEAD, Row, RowReader
from yingjiu.intake.person import Someone

_IS_HEAD: Final = frozenset({"户主", "本人", "户主本人", "申请人", "本人(户主)", "户主(本人)", "0"})


def settle_households(rows: Sequence[Row], reader: RowReader, *, members_named: bool, blocks: bool) -> tuple[str, ...]:
    """Give every row its head, and add heads who stand on the list without a row of their own.

    Args:
        rows: rows of one table, in order; changed in place.
        reader: the plan of the table.
        members_named: whether the header calls the people of the rows members (成员), not just 姓名.
        blocks: whether head cells are merged over several rows.

    Returns:
        Remarks about the table.
    """
    if not reader.source.has_household:
        return ()
    own = reader.source.own
    if not any(row.head for row in rows):
        _heads_by_relation(rows)
        return ()
    filled = _fill_heads(rows, blocks=blocks)
    remarks = ["户主一栏空着的行,按上一行的户主归户"] if filled else []
    if reader.slots != 1 or any(row.whole_household for row in rows):
        for row in rows:
            _add_head(row, own)
        return tuple(remarks)
    if members_named and _heads_are_implied(rows, blocks=blocks):
        seen: set[tuple[str, str | None]] = set()
        for row in rows:
            if row.head and (row.head.name, row.head.id_number) not in seen:
                seen.add((row.head.name, row.head.id_number))
                _add_head(row, own)
        remarks.append("成员栏里都没有户主本人,户主按同在册读入")
    else:
        for row in rows:
            if row.head and not row.people:
                _add_head(row, own)
    return tuple(remarks)


def is_head(someone: Someone, head: Someone | None) -> bool:
    """Whether a member is the head of the household: by relation, by number, or by name where no number denies it."""
    if someone.relation in _IS_HEAD:
        return True
    if head is None:
        return False
    if someone.id_number and head.id_number:
        return someone.id_number == head.id_number
    return bool(head.name) and someone.name == head.name


def _fill_heads(rows: Sequence[Row], *, blocks: bool) -> bool:
    """Rows with an empty head cell belong to the household above, unless the person heads one."""
    last: Someone | None = None
    filled = False
    for row in rows:
        if row.head and (row.head.name or row.head.id_number):
            last = row.head
        elif own := next((p for p in row.people if p.relation in _IS_HEAD), None):
            row.head = last = own
        elif last and any(p.name and (p.relation or blocks) for p in row.people):
            row.head, filled = last, True
            for someone in row.people:
                someone.township = someone.township or last.township
                someone.address = someone.address or last.address
    return filled


def _heads_by_relation(rows: Sequence[Row]) -> None:
    """Without a column for the head, the last person called 户主 heads the following rows."""
    last: Someone | None = None
    for row in rows:
        for someone in row.people:
            if someone.relation in _IS_HEAD:
                last = someone
        if last and any(p.relation for p in row.people):
            row.head = last


def _heads_are_implied(rows: Sequence[Row], *, blocks: bool) -> bool:
    if any(is_head(p, row.head) for row in rows for p in row.people):
        return False
    households = {(row.head.name, row.head.id_number) for row in rows if row.head}
    return blocks or (len(households) >= 3 and any(number for _, number in households))


def _add_head(row: Row, own: str) -> None:
    head = row.head
    if head is None or any(p.role == own and is_head(p, head) for p in row.people):
        return
    row.people.insert(
        0,
        Someone(
            own, head.name, head.id_number, head.sex, head.birth, head.township, head.address, head.phone, HEAD,
            head.broken, list(head.doubts), head.card,
        ),
    )  # fmt: skip
