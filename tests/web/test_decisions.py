"""Deciding and undoing, alone and with a colleague at the same lead."""

from __future__ import annotations

from typing import Any

import pytest

from yingjiu.web.leads.choices import CHOICES


@pytest.mark.parametrize("choice", CHOICES, ids=[c.key for c in CHOICES])
def test_each_decision_is_recorded_and_journalled(office: Any, enter: Any, choice: Any) -> None:
    from yingjiu.web.journal.models import Entry

    lead, after = office.make_lead(), office.make_lead()
    given = {"state": choice.state.value, "reason": "paid", "note": "看过收条", "version": "0"}
    answer = enter("prosecutor").post(f"/leads/{lead.pk}/decide/", given)
    assert answer["Location"] == f"/leads/{after.pk}/"
    lead.refresh_from_db()
    assert lead.state == choice.state
    made = lead.decisions.get()
    assert made.reason == ("paid" if choice.needs_reason else "")
    entry = Entry.objects.get(action="lead.decided")
    assert entry.after["状态"] == choice.state.label
    assert entry.before == {"状态": "待核查"}


@pytest.mark.parametrize(
    "given",
    [
        {"state": "no", "version": "0"},  # without its reason
        {"state": "unsure", "reason": "because", "version": "0"},  # no such reason
        {"state": "open", "version": "0"},  # no decision
        {"state": "", "version": "0"},
    ],
)
def test_what_is_not_a_decision_is_refused(office: Any, enter: Any, given: dict[str, str]) -> None:
    lead = office.make_lead()
    assert enter("prosecutor").post(f"/leads/{lead.pk}/decide/", given).status_code == 400
    lead.refresh_from_db()
    assert (lead.state, lead.decisions.count()) == ("open", 0)


def test_the_second_officer_sees_who_decided_and_overwrites_nothing(office: Any, enter: Any) -> None:
    lead = office.make_lead()
    enter("prosecutor").post(f"/leads/{lead.pk}/decide/", {"state": "relief", "version": "0"})
    answer = enter("second").post(f"/leads/{lead.pk}/decide/", {"state": "court", "version": "0"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert office.users["prosecutor"].name in text
    assert "没有改动" in text
    lead.refresh_from_db()
    assert (lead.state, lead.decisions.count()) == ("relief", 1)


def test_undo_brings_the_lead_back_and_keeps_history(office: Any, enter: Any) -> None:
    from yingjiu.web.journal.models import Entry

    lead = office.make_lead()
    client = enter("prosecutor")
    client.post(f"/leads/{lead.pk}/decide/", {"state": "relief", "version": "0"})
    made = lead.decisions.get()
    assert client.post(f"/decisions/{made.pk}/undo/")["Location"] == f"/leads/{lead.pk}/"
    lead.refresh_from_db()
    made.refresh_from_db()
    assert (lead.state, lead.version) == ("open", 2)
    assert made.undone_at is not None
    assert Entry.objects.filter(action="lead.undone").count() == 1
    client.post(f"/leads/{lead.pk}/decide/", {"state": "court", "version": "2"})
    assert lead.decisions.count() == 2


def test_a_colleagues_decision_is_not_undone(office: Any, enter: Any) -> None:
    lead = office.make_lead()
    enter("prosecutor").post(f"/leads/{lead.pk}/decide/", {"state": "relief", "version": "0"})
    enter("second").post(f"/decisions/{lead.decisions.get().pk}/undo/")
    lead.refresh_from_db()
    assert lead.state == "relief"


def test_a_version_that_is_no_number_overwrites_nothing(office: Any, enter: Any) -> None:
    lead = office.make_lead()
    answer = enter("prosecutor").post(f"/leads/{lead.pk}/decide/", {"state": "relief", "version": "x"})
    assert answer.status_code == 409
