"""Rows that can be used → drafts for the pool (待入池的提及): one draft a person, role and kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yingjiu.catalog.kind import Kind, Kinds
from yingjiu.intake.check import GUARDIANS
from yingjiu.intake.columns import OWN
from yingjiu.intake.household import is_head
from yingjiu.intake.mapping import HEAD, Row
from yingjiu.intake.person import Someone
from yingjiu.pool.draft import Draft


def make_drafts(rows: Sequence[Row], kinds: Kinds, *, file: str, sheet: str) -> Iterator[Draft]:
    """Drafts of all used rows; ``record`` is file#sheet#row."""
    for row in rows:
        if row.why is not None:
            continue
        record = f"{file}#{sheet}#{row.number}"
        for name in row.kinds:
            kind = kinds.kinds[name]
            fields = {n: v for n, v in row.fields.items() if n in kind.fields} if len(row.kinds) > 1 else row.fields
            guardian = next((p.name for p in row.people if p.role in GUARDIANS and p.name), "")
            if guardian and "监护人姓名" in kind.fields:
                fields = {**fields, "监护人姓名": (guardian,)}
            for someone in row.people:
                if draft := _make_draft(row, kind, someone, fields, record):
                    yield draft
            if draft := _head_draft(row, kind, fields, record):
                yield draft


def _make_draft(
    row: Row, kind: Kind, someone: Someone, fields: dict[str, tuple[str, ...]], record: str
) -> Draft | None:
    role = kind.own_roles[0] if someone.role == OWN and OWN not in kind.roles else someone.role
    if role not in kind.roles:
        return None
    if role == "监护人" and not someone.id_number:
        return None
    if kind.roles[role]:
        fields = _with_household(row, kind, someone, fields)
    standing = row.standing
    doubts = (standing.remark,) if standing.remark else ()
    return Draft(
        kind=kind.name,
        role=role,
        person=someone.given(),
        record=record,
        fields=fields,
        since=standing.since,
        until=standing.until,
        state=standing.state,
        remarks=(*someone.doubts, *doubts),
    )


def _with_household(
    row: Row, kind: Kind, someone: Someone, fields: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    added: dict[str, tuple[str, ...]] = {}
    if row.head and row.head.name and "户主姓名" in kind.fields:
        added["户主姓名"] = (row.head.name,)
    if someone.relation and "与户主关系" in kind.fields:
        added["与户主关系"] = (someone.relation,)
    return {**fields, **added} if added else fields


def _head_draft(row: Row, kind: Kind, fields: dict[str, tuple[str, ...]], record: str) -> Draft | None:
    """The head named by number on a member's row is kept as who the row names, not as one who stands on the list."""
    head = row.head
    if head is None or not head.id_number or HEAD not in kind.roles or any(is_head(p, head) for p in row.people):
        return None
    standing = row.standing
    return Draft(kind.name, HEAD, head.given(), record, fields, standing.since, standing.until, standing.state)
