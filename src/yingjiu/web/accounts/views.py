"""Pages of sign-in and of one's own account."""

from __future__ import annotations

import base64
from typing import cast

from django.contrib.auth import login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from yingjiu.web.accounts.forms import PasswordForm, SignInForm
from yingjiu.web.accounts.models import User
from yingjiu.web.accounts.services import password_change, totp_begin, totp_confirm, user_sign_in
from yingjiu.web.accounts.watermark import watermark_svg
from yingjiu.web.journal.selectors import latest_of
from yingjiu.web.journal.services import write
from yingjiu.web.roles import Action, may, needs


def home(request: HttpRequest) -> HttpResponse:
    """Where a person begins: what the role works on."""
    if not request.user.is_authenticated:
        return redirect("login")
    if may(request.user, Action.SEE_LEADS):
        return redirect("today")
    return redirect("journal" if may(request.user, Action.READ_JOURNAL) else "account")


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in."""
    form = SignInForm(request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        answer = user_sign_in(**form.cleaned_data)
        if answer.user:
            login(request, answer.user, backend="django.contrib.auth.backends.ModelBackend")
            goal = request.POST.get("next", "")
            safe = url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure())
            return redirect(goal if goal and safe else "home")
        refusal = answer.refusal
    context = {
        "form": form,
        "refusal": refusal,
        "next": request.GET.get("next", request.POST.get("next", "")),
        "idle": "idle" in request.GET,
    }
    return render(request, "accounts/login.html", context, status=400 if refusal else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    if request.user.is_authenticated:
        write("user.signed_out", actor=request.user)
    logout(request)
    return redirect("login")


@needs(Action.KEEP_ACCOUNT)
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: last sign-in, what one did lately."""
    user = cast("User", request.user)
    return render(request, "accounts/account.html", {"entries": latest_of(user, 20)})


@needs(Action.KEEP_ACCOUNT)
def password(request: HttpRequest) -> HttpResponse:
    """Set an own password."""
    user = cast("User", request.user)
    form = PasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        password_change(user=user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        return redirect("home")
    return render(request, "accounts/password.html", {"form": form}, status=400 if form.errors else 200)


@needs(Action.KEEP_ACCOUNT)
def totp(request: HttpRequest) -> HttpResponse:
    """Switch two-step codes on."""
    user = cast("User", request.user)
    wrong = request.method == "POST" and not totp_confirm(user=user, token=request.POST.get("token", ""))
    if request.method == "POST" and not wrong:
        return redirect("account")
    secret = base64.b32encode(totp_begin(user=user).bin_key).decode()
    parts = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    return render(request, "accounts/totp.html", {"secret": parts, "wrong": wrong}, status=400 if wrong else 200)


@needs(Action.KEEP_ACCOUNT)
def watermark(request: HttpRequest) -> HttpResponse:
    """The watermark of this person and minute."""
    user = cast("User", request.user)
    lines = (f"{user.name} {user.unit.name}", f"{timezone.localtime():%Y-%m-%d %H:%M}")
    return HttpResponse(
        watermark_svg(lines), content_type="image/svg+xml", headers={"Cache-Control": "private, max-age=60"}
    )


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 in Chinese."""
    return render(request, "refused.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in Chinese, the same for what is not there and for what is another unit's."""
    return render(request, "not_found.html", status=404)
