"""Writing the journal: one entry inside the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from yingjiu.web.journal.actions import ACTIONS
from yingjiu.web.journal.chain import START, derive_key, head_mark, mark_of
from yingjiu.web.journal.models import Entry, Head

if TYPE_CHECKING:
    from yingjiu.web.accounts.models import User


@transaction.atomic
def write(
    action: str,
    *,
    actor: User,
    subject: models.Model | str = "",
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Add an entry; entries stand in one row, so adding waits for whoever adds now.

    Raises:
        KeyError: the action has no words.
    """
    ACTIONS[action]
    key = derive_key(settings.SECRET_KEY)
    head = Head.objects.select_for_update().filter(pk=1).first() or Head(pk=1, number=0, mark=START)
    entry = Entry(
        number=head.number + 1,
        at=timezone.now().astimezone(UTC),
        actor=actor,
        actor_name=actor.name,
        unit=actor.unit.name,
        action=action,
        subject=subject if isinstance(subject, str) else f"{subject._meta.model_name}:{subject.pk}",
        reason=reason[:200],
        before=dict(before or {}),
        after=dict(after or {}),
    )
    entry.mark = mark_of(key, head.mark, entry.number, entry.told())
    entry.save(force_insert=True)
    head.number, head.mark, head.own = entry.number, entry.mark, head_mark(key, entry.number, entry.mark)
    head.save()
    return entry
