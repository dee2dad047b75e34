"""Who leaves the desk is signed out （空闲锁定）; who has a one-time password sets an own one first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

SEEN: Final = "seen"
_FREE: Final = ("/password/", "/logout/", "/wm.svg")


def idle_lock(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: ends a session that nobody used for ``IDLE_SECONDS``; leads to the password page where one is due."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return get_response(request)
        now = timezone.now().timestamp()
        if now - float(request.session.get(SEEN, now)) > settings.IDLE_SECONDS:
            logout(request)
            back = request.path if request.method == "GET" else reverse("home")
            return redirect(f"{reverse('login')}?{urlencode({'next': back, 'idle': 1})}")
        if request.path != "/wm.svg":
            request.session[SEEN] = now
        if request.user.must_change and request.path not in _FREE:
            return redirect("password")
        return get_response(request)

    return answer
