"""Deciding, undoing, revealing, looking （决定、撤销、显示身份、查看）: each in one transaction with its journal entry."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from yingjiu.web.accounts.models import User
from yingjiu.web.journal.services import write
from yingjiu.web.leads.choices import CHOICES, Reason, State
from yingjiu.web.leads.models import Decision, Lead
from yingjiu.web.leads.selectors import holding


class Refused(Exception):
    """What was asked cannot be done; the message says in Chinese why and what to do."""


class Overtaken(Refused):
    """Another officer was quicker; nothing was overwritten."""


def _locked(lead: Lead) -> Lead:
    return Lead.objects.select_for_update().get(pk=lead.pk)


@transaction.atomic
def lead_decide(*, lead: Lead, officer: User, state: str, reason: str, note: str, version: int) -> Decision:
    """Record a decision on a lead that is as the officer saw it.

    Raises:
        Overtaken: it was decided or undone since the officer opened it.
        Refused: no such decision, or it lacks its reason.
    """
    choice = next((c for c in CHOICES if c.state == state), None)
    if choice is None:
        raise Refused("没有这种决定")
    if choice.needs_reason and reason not in Reason.values:
        raise Refused(f"“{choice.state.label}”要选一项理由")
    now = _locked(lead)
    if now.version != version or now.state != State.OPEN:
        other = holding(now)
        who = f"{other.officer.name} 已决定“{other}”" if other else "这条线索刚被撤销过决定"
        raise Overtaken(f"{who},没有改动。请看过再定。")
    decision = Decision.objects.create(
        lead=now,
        officer=officer,
        state=state,
        reason=reason if choice.needs_reason else "",
        note=note.strip()[:200],
        at=timezone.now(),
    )
    _move(now, state)
    after = {"状态": choice.state.label, "理由": decision.get_reason_display(), "说明": decision.note}
    write("lead.decided", actor=officer, subject=now, before={"状态": State.OPEN.label}, after=after)
    return decision


@transaction.atomic
def decision_undo(*, decision: Decision, officer: User) -> None:
    """Take an own decision back; it stays in the lead's history.

    Raises:
        Refused: it is another's, or was undone before.
    """
    now = _locked(decision.lead)
    held = holding(now)
    if held is None or held.pk != decision.pk:
        raise Refused("这个决定已经撤销过了")
    if held.officer_id != officer.pk:
        raise Refused(f"这是 {held.officer.name} 的决定，请由本人撤销")
    held.undone_at = timezone.now()
    held.save(update_fields=["undone_at"])
    before = {"状态": State(now.state).label}
    _move(now, State.OPEN)
    write("lead.undone", actor=officer, subject=now, before=before, after={"状态": State.OPEN.label})


def _move(lead: Lead, state: str) -> None:
    lead.state, lead.version = state, lead.version + 1
    lead.decided_at = timezone.now() if state != State.OPEN else None
    lead.save(update_fields=["state", "version", "decided_at"])


def lead_view(*, lead: Lead, officer: User) -> None:
    """Journal that a person looked at a lead."""
    write("lead.viewed", actor=officer, subject=lead)


def lead_reveal(*, lead: Lead, officer: User, reason: str) -> None:
    """Journal that a person asked for the true identity, and why.

    Raises:
        Refused: no reason.
    """
    if not reason.strip():
        raise Refused("要显示真实身份，请写明理由")
    write("lead.revealed", actor=officer, subject=lead, reason=reason.strip())
