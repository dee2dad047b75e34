"""Signing in, passwords, two-step codes （登录、口令、动态口令）: every step is journalled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django_otp import devices_for_user, match_token
from django_otp.plugins.otp_totp.models import TOTPDevice

from yingjiu.web.accounts.models import Unit, User
from yingjiu.web.accounts.passwords import one_time_password
from yingjiu.web.journal.services import write
from yingjiu.web.roles import Role, check_roles

WRONG = "用户名、口令或动态口令不对"


@dataclass(frozen=True, slots=True)
class SignIn:
    """The answer to somebody who wants in: the user, or why not."""

    user: User | None
    refusal: str = ""


@transaction.atomic
def user_sign_in(*, username: str, password: str, token: str = "") -> SignIn:
    """Check who wants in; after ``FAILURES`` wrong tries the account is locked for ``LOCK_SECONDS``."""
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        make_password(password)  # takes as long as a check, so that nobody learns which names exist
        return SignIn(None, WRONG)
    now = timezone.now()
    if user.locked_until and user.locked_until > now:
        return SignIn(None, f"连续输错，账号已锁定，请在 {timezone.localtime(user.locked_until):%H:%M} 之后再试")
    if not user.check_password(password) or not _token_holds(user, token) or not user.is_active:
        return _failed(user)
    user.failures, user.locked_until, user.previous_login = 0, None, user.last_login
    user.save(update_fields=["failures", "locked_until", "previous_login"])
    write("user.signed_in", actor=user)
    return SignIn(user)


def _token_holds(user: User, token: str) -> bool:
    """Whether the two-step code is right, or none is asked of this user."""
    return not any(True for _ in devices_for_user(user)) or match_token(user, token) is not None


def _failed(user: User) -> SignIn:
    user.failures += 1
    locked = user.failures >= settings.FAILURES
    if locked:
        user.failures, user.locked_until = 0, timezone.now() + timedelta(seconds=settings.LOCK_SECONDS)
    user.save(update_fields=["failures", "locked_until"])
    write("user.locked" if locked else "user.refused", actor=user)
    minutes = settings.LOCK_SECONDS // 60
    return SignIn(None, f"连续输错 {settings.FAILURES} 次，账号锁定 {minutes} 分钟" if locked else WRONG)


@transaction.atomic
def user_create(
    *, username: str, name: str, unit: Unit, roles: list[str], by: User | None = None, reads_sealed: bool = False
) -> tuple[User, str]:
    """A new user with a one-time password.

    Raises:
        ValueError: the roles do not go together, in Chinese.
    """
    if refusal := check_roles(roles):
        raise ValueError(refusal)
    password = one_time_password()
    user = User(username=username, name=name, unit=unit, roles=roles, reads_sealed=reads_sealed)
    user.set_password(password)
    user.save()
    write(
        "user.created",
        actor=by or user,
        subject=user,
        after={"用户名": username, "角色": [Role(r).label for r in roles]},
    )
    return user, password


@transaction.atomic
def password_change(*, user: User, password: str) -> None:
    """Set an own password."""
    user.set_password(password)
    user.must_change = False
    user.save(update_fields=["password", "must_change"])
    write("user.password_changed", actor=user)


def totp_begin(*, user: User) -> TOTPDevice:
    """A device not yet confirmed, whose secret the person types into an authenticator."""
    device, _ = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "动态口令"})
    return device


@transaction.atomic
def totp_confirm(*, user: User, token: str) -> bool:
    """Switch two-step codes on with a first right code."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    if device is None or not device.verify_token(token):
        return False
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    device.confirmed = True
    device.save()
    write("user.totp_on", actor=user)
    return True
