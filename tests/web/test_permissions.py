"""Every role on every page: what the table of roles says holds, and other people's records are not there."""

from __future__ import annotations

from typing import Any

import pytest

from yingjiu.web.roles import MAY, Action, Role, check_roles

PAGES = [
    ("get", "/today/", Action.SEE_LEADS),
    ("get", "/leads/", Action.SEE_LEADS),
    ("get", "/leads/{lead}/", Action.SEE_LEADS),
    ("post", "/leads/{lead}/decide/", Action.DECIDE_LEADS),
    ("post", "/leads/{lead}/reveal/", Action.REVEAL),
    ("post", "/decisions/999/undo/", Action.DECIDE_LEADS),
    ("get", "/journal/", Action.READ_JOURNAL),
    ("post", "/journal/verify/", Action.READ_JOURNAL),
    ("post", "/journal/export/", Action.READ_JOURNAL),
    ("get", "/account/", Action.KEEP_ACCOUNT),
    ("get", "/account/totp/", Action.KEEP_ACCOUNT),
    ("get", "/password/", Action.KEEP_ACCOUNT),
]


@pytest.mark.parametrize("role", list(Role), ids=[r.value for r in Role])
@pytest.mark.parametrize(("method", "path", "action"), PAGES)
def test_each_role_on_each_page(office: Any, enter: Any, role: Role, method: str, path: str, action: Action) -> None:
    lead = office.make_lead()
    answer = getattr(enter(role.value), method)(path.format(lead=lead.pk))
    assert (answer.status_code == 403) is (role not in MAY[action])


def test_every_page_is_in_the_matrix() -> None:
    """A page that is added must be added to the matrix too."""
    from django.urls import get_resolver

    free = {"home", "login", "logout", "watermark"}
    names = {k for k in get_resolver().reverse_dict if isinstance(k, str)} - free
    assert len(names) == len(PAGES)


@pytest.mark.parametrize(("method", "path", "_action"), PAGES)
def test_nobody_enters_without_signing_in(db: None, client: Any, method: str, path: str, _action: Action) -> None:
    answer = getattr(client, method)(path.format(lead=1))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/login/")


@pytest.mark.parametrize(("method", "path", "action"), [p for p in PAGES if "{lead}" in p[1]])
def test_another_units_record_is_not_there(office: Any, enter: Any, method: str, path: str, action: Action) -> None:
    lead = office.make_lead()
    assert getattr(enter("stranger"), method)(path.format(lead=lead.pk)).status_code == 404


def test_another_units_decision_cannot_be_undone(office: Any, enter: Any) -> None:
    from yingjiu.web.leads.services import lead_decide

    lead = office.make_lead()
    made = lead_decide(lead=lead, officer=office.users["head"], state="relief", reason="", note="", version=0)
    assert enter("stranger").post(f"/decisions/{made.pk}/undo/").status_code == 404


def test_sealed_leads_are_for_named_readers(office: Any, enter: Any) -> None:
    lead = office.make_lead(sealed=True, name="周小苗", names=["周小苗"])
    client = enter("prosecutor")
    assert client.get(f"/leads/{lead.pk}/").status_code == 404
    assert client.get("/leads/?state=").context["page"].paginator.count == 0
    assert enter("reader").get(f"/leads/{lead.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("roles", "good"),
    [
        (["prosecutor"], True),
        (["prosecutor", "head"], True),  # a head may handle cases too
        (["audit", "system"], False),  # the three administrators are separated
        (["audit", "prosecutor"], False),  # and do no business
        ([], False),
        (["boss"], False),  # no such role
    ],
)
def test_which_roles_go_together(roles: list[str], good: bool) -> None:
    assert (check_roles(roles) == "") is good
