"""Reading the journal: pages, what one person did, whether the chain holds, lines to take away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet

from yingjiu.web.journal.chain import START, Link, derive_key, find_breaks, head_mark
from yingjiu.web.journal.models import Entry, Head

if TYPE_CHECKING:
    from yingjiu.web.accounts.models import User


def entries(*, unit: str = "", action: str = "", actor: str = "", subject: str = "") -> QuerySet[Entry]:
    """Entries that fit, the newest first."""
    wanted = {"unit": unit, "action": action, "actor_name": actor, "subject": subject}
    return Entry.objects.filter(**{name: value for name, value in wanted.items() if value})


def latest_of(user: User, most: int) -> QuerySet[Entry]:
    """What a person did lately."""
    return Entry.objects.filter(actor=user)[:most]


def verify_chain() -> list[str]:
    """Where entries were changed or taken away, in words; empty when the chain holds."""
    key = derive_key(settings.SECRET_KEY)
    head = Head.objects.filter(pk=1).first()
    last = (head.number, head.mark, head.own) if head else (0, START, head_mark(key, 0, START))
    return find_breaks(key, _links(), last)


def _links() -> Iterator[Link]:
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        entry.at = entry.at.astimezone(UTC)
        yield Link(entry.number, entry.told(), entry.mark)


def export_lines(found: QuerySet[Entry]) -> Iterator[str]:
    """Entries as JSON lines with their marks, oldest first."""
    for entry in found.order_by("number").iterator(chunk_size=2000):
        entry.at = entry.at.astimezone(UTC)
        yield json.dumps({"number": entry.number, **entry.told(), "mark": entry.mark}, ensure_ascii=False) + "\n"
