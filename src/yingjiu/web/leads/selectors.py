"""Which leads a person sees, and in which order （读取线索）."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from yingjiu.web.accounts.models import User
from yingjiu.web.leads.choices import State
from yingjiu.web.leads.models import Decision, Lead

STREAMS: Final = ("刑事", "未检", "民事", "行政", "信访", "其他")
GROUPS: Final = ("贫困", "儿童", "残疾", "其他")
COLOURS: Final = ("红", "橙", "黄")
ENDED: Final = "ended"
_HEAVY: Final = ("dossier", "told", "names")


@dataclass(frozen=True, slots=True)
class Today:
    """The day's work: the first few leads, how many wait behind them."""

    leads: list[Lead]
    waiting: int
    rest: int
    decided: int
    sealed: int


def visible(user: User) -> QuerySet[Lead]:
    """Leads of the person's unit; sealed ones for named readers only."""
    found = Lead.objects.filter(unit_id=user.unit_id)
    return found if user.reads_sealed else found.filter(sealed=False)


def queue(user: User) -> QuerySet[Lead]:
    """What waits for a decision, the most urgent first."""
    return visible(user).filter(state=State.OPEN, ended="").order_by("rank", "pk")


def day_work(user: User) -> Today:
    """The day's work."""
    counts = visible(user).aggregate(
        waiting=Count("pk", filter=Q(state=State.OPEN, ended="")),
        decided=Count("pk", filter=~Q(state=State.OPEN)),
    )
    unread = 0 if user.reads_sealed else Lead.objects.filter(unit_id=user.unit_id, sealed=True).count()
    leads = list(queue(user).defer(*_HEAVY)[: settings.TODAY_MOST])
    return Today(leads, counts["waiting"], counts["waiting"] - len(leads), counts["decided"], unread)


def chosen(user: User, wanted: Mapping[str, str]) -> QuerySet[Lead]:
    """Leads of the list that fit a filter."""
    found = visible(user)
    state = wanted.get("state", "")
    if state == ENDED:
        found = found.exclude(ended="")
    elif state:
        found = found.filter(state=state, ended="")
    for name in ("stream", "colour"):
        if wanted.get(name):
            found = found.filter(**{name: wanted[name]})
    if wanted.get("group"):
        found = found.filter(groups__contains=wanted["group"])
    if word := wanted.get("q", "").strip():
        fits = Q(name__contains=word) | Q(case_number__contains=word) | Q(key__startswith=word.lower())
        if len(word) >= 4:
            fits |= Q(id_number__endswith=word.upper())
        found = found.filter(fits)
    return found.defer(*_HEAVY).order_by("rank", "pk")


def neighbours(user: User, lead: Lead) -> tuple[int | None, int | None]:
    """The undecided leads before and after one."""
    waiting = queue(user)
    after = waiting.filter(Q(rank__gt=lead.rank) | Q(rank=lead.rank, pk__gt=lead.pk))
    before = waiting.filter(Q(rank__lt=lead.rank) | Q(rank=lead.rank, pk__lt=lead.pk)).reverse()
    return before.values_list("pk", flat=True).first(), after.values_list("pk", flat=True).first()


def holding(lead: Lead) -> Decision | None:
    """The decision that holds."""
    return lead.decisions.filter(undone_at__isnull=True).select_related("officer").first()


def last_own(user: User) -> Decision | None:
    """The last decision of a person that holds and can be undone."""
    own = Decision.objects.filter(officer=user, undone_at__isnull=True, lead__unit_id=user.unit_id)
    return own.select_related("lead").defer(*(f"lead__{n}" for n in _HEAVY)).first()
