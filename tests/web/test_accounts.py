"""Signing in: lock-out, idle lock, one-time passwords, two-step codes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

PASSWORD = "Kouling-2026-a"


def sign_in(client: Any, username: str, password: str, **more: str) -> Any:
    """Post the form."""
    return client.post("/login/", {"username": username, "password": password, **more})


def test_sign_in_leads_to_ones_work(office: Any, client: Any) -> None:
    for name, goal in [("prosecutor", "/today/"), ("audit", "/journal/"), ("grid", "/account/")]:
        assert sign_in(client, name, PASSWORD)["Location"] == "/"
        assert client.get("/")["Location"] == goal
        client.post("/logout/")


def test_wrong_passwords_lock_the_account(office: Any, client: Any) -> None:
    from yingjiu.web.accounts.models import User
    from yingjiu.web.journal.models import Entry

    for _ in range(5):
        assert sign_in(client, "prosecutor", "wrong").status_code == 400
    assert "锁定" in sign_in(client, "prosecutor", PASSWORD).content.decode()
    actions = list(Entry.objects.order_by("number").values_list("action", flat=True))[-5:]
    assert actions == ["user.refused"] * 4 + ["user.locked"]
    user = User.objects.get(username="prosecutor")
    user.locked_until -= timedelta(hours=1)
    user.save()
    assert sign_in(client, "prosecutor", PASSWORD).status_code == 302


def test_nobody_learns_which_names_exist(office: Any, client: Any) -> None:
    one, other = (sign_in(client, name, "wrong").context["refusal"] for name in ("nobody", "prosecutor"))
    assert one == other


def test_who_was_switched_off_stays_out(office: Any, client: Any) -> None:
    office.users["prosecutor"].is_active = False
    office.users["prosecutor"].save()
    assert sign_in(client, "prosecutor", PASSWORD).status_code == 400


def test_next_never_leads_elsewhere(office: Any, client: Any) -> None:
    answer = sign_in(client, "prosecutor", PASSWORD, next="https://example.org/")
    assert answer["Location"] == "/"


def test_an_idle_session_ends_and_comes_back_to_its_page(office: Any, enter: Any, settings: Any) -> None:
    client = enter("prosecutor")
    assert client.get("/leads/").status_code == 200
    session = client.session
    session["seen"] -= settings.IDLE_SECONDS + 1
    session.save()
    answer = client.get("/leads/")
    assert answer.status_code == 302
    assert answer["Location"] == "/login/?next=%2Fleads%2F&idle=1"
    assert client.get("/leads/")["Location"].startswith("/login/")


def test_the_watermark_keeps_nobody_awake(office: Any, enter: Any) -> None:
    client = enter("prosecutor")
    client.get("/leads/")
    before = client.session["seen"]
    client.get("/wm.svg")
    assert client.session["seen"] == before


def test_a_one_time_password_must_be_changed(office: Any, client: Any) -> None:
    from yingjiu.web.accounts.services import user_create

    _, password = user_create(username="new", name="新来", unit=office.unit, roles=["prosecutor"])
    sign_in(client, "new", password)
    assert client.get("/today/")["Location"] == "/password/"
    given = {"old": password, "new": "Xin-kouling-1", "again": "Xin-kouling-1"}
    assert client.post("/password/", given).status_code == 302
    assert client.get("/today/").status_code == 200


@pytest.mark.parametrize(
    ("new", "again", "why"),
    [
        ("short1A", "short1A", "10"),  # too short
        ("onlysmallletters", "onlysmallletters", "三种"),
        ("Xin-kouling-1", "Xin-kouling-2", "不一样"),
        (PASSWORD, PASSWORD, "不能和现在的一样"),
        ("password123", "password123", "三种"),
    ],
)
def test_weak_passwords_are_refused(office: Any, enter: Any, new: str, again: str, why: str) -> None:
    answer = enter("prosecutor").post("/password/", {"old": PASSWORD, "new": new, "again": again})
    assert answer.status_code == 400
    assert why in answer.content.decode()


def test_two_step_codes(office: Any, client: Any, enter: Any) -> None:
    from django_otp.oath import TOTP
    from django_otp.plugins.otp_totp.models import TOTPDevice

    page = enter("prosecutor").get("/account/totp/")
    device = TOTPDevice.objects.get(user=office.users["prosecutor"])
    assert page.context["secret"]
    assert client.post("/account/totp/", {"token": "000000"}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0)
    code = f"{TOTP(device.bin_key).token():06d}"
    assert client.post("/account/totp/", {"token": code}).status_code == 302
    client.post("/logout/")
    assert sign_in(client, "prosecutor", PASSWORD).status_code == 400
    TOTPDevice.objects.update(last_t=-1, throttling_failure_count=0)
    assert sign_in(client, "prosecutor", PASSWORD, token=code).status_code == 302
