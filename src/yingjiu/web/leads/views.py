"""Pages of leads: today, list, one lead; deciding, undoing, revealing."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yingjiu.values.masking import mask_name
from yingjiu.web.accounts.models import User
from yingjiu.web.leads import selectors, services
from yingjiu.web.leads.choices import CHOICES, REVEAL_REASONS, Reason, State
from yingjiu.web.leads.models import Decision, Lead
from yingjiu.web.leads.page import show_lead
from yingjiu.web.roles import Action, may, needs

REVEALED = "revealed"
PAGE_SIZES = (20, 50, 100)


def _user(request: HttpRequest) -> User:
    return cast("User", request.user)


def _masked(leads: list[Lead]) -> list[Lead]:
    """Names of a list hidden before any template sees them."""
    for lead in leads:
        lead.name = mask_name(lead.name)
    return leads


def _undoable(user: User) -> Decision | None:
    decision = selectors.last_own(user)
    if decision is not None:
        decision.lead.name = mask_name(decision.lead.name)
    return decision


@require_GET
@needs(Action.SEE_LEADS)
def today(request: HttpRequest) -> HttpResponse:
    """The day's work."""
    user = _user(request)
    work = selectors.day_work(user)
    _masked(work.leads)
    return render(request, "leads/today.html", {"work": work, "most": settings.TODAY_MOST, "undo": _undoable(user)})


@require_GET
@needs(Action.SEE_LEADS)
def leads(request: HttpRequest) -> HttpResponse:
    """The list with its filters."""
    wanted = {name: request.GET.get(name, "") for name in ("q", "state", "stream", "group", "colour")}
    if "state" not in request.GET:
        wanted["state"] = State.OPEN
    size = int(request.GET.get("size", "20")) if request.GET.get("size", "20").isdigit() else 20
    found = selectors.chosen(_user(request), wanted)
    page = Paginator(found, size if size in PAGE_SIZES else 20).get_page(request.GET.get("page"))
    page.object_list = _masked(list(page.object_list))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "wanted": wanted,
        "query": query.urlencode(),
        "states": [*State.choices, (selectors.ENDED, "后来已结束")],
        "streams": selectors.STREAMS,
        "groups": selectors.GROUPS,
        "colours": selectors.COLOURS,
        "sizes": PAGE_SIZES,
    }
    return render(request, "leads/list.html", context)


@require_GET
@needs(Action.SEE_LEADS)
def lead(request: HttpRequest, pk: int) -> HttpResponse:
    """One lead; looking is journalled."""
    found = get_object_or_404(selectors.visible(_user(request)), pk=pk)
    services.lead_view(lead=found, officer=_user(request))
    return _page(request, found)


def _page(request: HttpRequest, found: Lead, *, refusal: str = "", status: int = 200) -> HttpResponse:
    user, on = _user(request), timezone.localdate()
    before, after = selectors.neighbours(user, found)
    reveal = _is_revealed(request, found)
    context = {
        "lead": found,
        "shown": show_lead(found, list(found.evidence.select_related("paper")), on, reveal=reveal),
        "reveal": reveal,
        "reveal_reasons": REVEAL_REASONS,
        "reveal_minutes": settings.REVEAL_SECONDS // 60,
        "choices": CHOICES,
        "reasons": Reason.choices,
        "decision": selectors.holding(found),
        "before": before,
        "after": after,
        "may_decide": may(user, Action.DECIDE_LEADS),
        "undo": _undoable(user),
        "refusal": refusal,
    }
    return render(request, "leads/lead.html", context, status=status)


def _is_revealed(request: HttpRequest, found: Lead) -> bool:
    until = request.session.get(REVEALED, {}).get(str(found.pk), 0)
    return float(until) > timezone.now().timestamp()


@require_POST
@needs(Action.DECIDE_LEADS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision and go to the next lead."""
    user = _user(request)
    found = get_object_or_404(selectors.visible(user), pk=pk)
    version = request.POST.get("version", "")
    try:
        services.lead_decide(
            lead=found,
            officer=user,
            state=request.POST.get("state", ""),
            reason=request.POST.get("reason", ""),
            note=request.POST.get("note", ""),
            version=int(version) if version.isdigit() else -1,
        )
    except services.Refused as refusal:
        status = 409 if isinstance(refusal, services.Overtaken) else 400
        found.refresh_from_db()
        return _page(request, found, refusal=str(refusal), status=status)
    _, after = selectors.neighbours(user, found)
    return redirect("lead", pk=after) if after else redirect("today")


@require_POST
@needs(Action.DECIDE_LEADS)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an own decision back and go to its lead."""
    user = _user(request)
    decision = get_object_or_404(
        Decision.objects.select_related("lead"), pk=pk, lead__in=selectors.visible(user).values("pk")
    )
    try:
        services.decision_undo(decision=decision, officer=user)
    except services.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("lead", pk=decision.lead_id)


@require_POST
@needs(Action.REVEAL)
def reveal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the true identity for a while, with a reason."""
    user = _user(request)
    found = get_object_or_404(selectors.visible(user), pk=pk)
    try:
        services.lead_reveal(lead=found, officer=user, reason=request.POST.get("reason", ""))
    except services.Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=400)
    until = timezone.now().timestamp() + settings.REVEAL_SECONDS
    request.session[REVEALED] = {**request.session.get(REVEALED, {}), str(pk): until}
    return redirect("lead", pk=pk)
