"""The audit administrator's page."""

from __future__ import annotations

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from yingjiu.web.accounts.models import User
from yingjiu.web.journal.actions import ACTIONS
from yingjiu.web.journal.selectors import entries, export_lines, verify_chain
from yingjiu.web.journal.services import write
from yingjiu.web.roles import Action, needs


def _wanted(request: HttpRequest) -> dict[str, str]:
    """The filter of the page; an administrator reads the journal of the own unit."""
    asked = {name: request.GET.get(name, "").strip() for name in ("action", "actor", "subject")}
    return asked | {"unit": cast("User", request.user).unit.name}


@needs(Action.READ_JOURNAL)
def journal(request: HttpRequest) -> HttpResponse:
    """Entries, newest first."""
    wanted = _wanted(request)
    page = Paginator(entries(**wanted), 50).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"page": page, "actions": ACTIONS.items(), "wanted": wanted, "query": query.urlencode()}
    return render(request, "journal/journal.html", context)


@require_POST
@needs(Action.READ_JOURNAL)
def verify(request: HttpRequest) -> HttpResponse:
    """Check the chain now and say what is wrong with it."""
    context = {"breaks": verify_chain(), "checked": True}
    name = "journal/verified.html" if request.htmx else "journal/verified_page.html"  # type: ignore[attr-defined]
    return render(request, name, context)


@require_POST
@needs(Action.READ_JOURNAL)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Take the unit's entries away as JSON lines."""
    user = cast("User", request.user)
    write("journal.exported", actor=user)
    lines = export_lines(entries(unit=user.unit.name))
    name = {"Content-Disposition": 'attachment; filename="journal.jsonl"'}
    return StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8", headers=name)
