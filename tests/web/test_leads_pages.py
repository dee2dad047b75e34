"""Pages of leads: masked on the server, few queries, honest where nothing is known."""

from __future__ import annotations

from typing import Any

import pytest

SECRETS = ("孙小荷", "钱大海", "329901197008160026", "19700816")


@pytest.mark.parametrize("path", ["/today/", "/leads/", "/leads/{lead}/", "/journal/"])
def test_no_page_shows_whom_it_is_about(office: Any, enter: Any, path: str) -> None:
    lead = office.make_lead()
    client = enter("audit" if "journal" in path else "prosecutor")
    text = client.get(path.format(lead=lead.pk)).content.decode()
    assert [s for s in SECRETS if s in text] == []


def test_the_marked_sentence_is_marked_masked(office: Any, enter: Any) -> None:
    lead = office.make_lead()
    text = enter("prosecutor").get(f"/leads/{lead.pk}/").content.decode()
    assert "<mark>钱某某未赔偿孙某某分文。</mark>" in text


def test_reveal_needs_a_reason_and_ends(office: Any, enter: Any, settings: Any) -> None:
    from yingjiu.web.journal.models import Entry

    lead = office.make_lead()
    client = enter("prosecutor")
    assert client.post(f"/leads/{lead.pk}/reveal/", {"reason": " "}).status_code == 400
    assert client.post(f"/leads/{lead.pk}/reveal/", {"reason": "核对身份"}).status_code == 302
    assert "孙小荷" in client.get(f"/leads/{lead.pk}/").content.decode()
    entry = Entry.objects.get(action="lead.revealed")
    assert (entry.subject, entry.reason) == (f"lead:{lead.pk}", "核对身份")
    session = client.session
    session["revealed"] = {str(lead.pk): 1.0}
    session.save()
    assert "孙小荷" not in client.get(f"/leads/{lead.pk}/").content.decode()


def test_looking_is_journalled(office: Any, enter: Any) -> None:
    from yingjiu.web.journal.models import Entry

    lead = office.make_lead()
    enter("deputy").get(f"/leads/{lead.pk}/")
    entry = Entry.objects.get(action="lead.viewed")
    assert (entry.actor, entry.subject) == (office.users["deputy"], f"lead:{lead.pk}")


@pytest.mark.parametrize(
    ("path", "role"), [("/today/", "prosecutor"), ("/leads/?state=&size=50", "prosecutor"), ("/journal/", "audit")]
)
def test_lists_take_few_queries(
    office: Any, enter: Any, path: str, role: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(60):
        office.make_lead()
    client = enter(role)
    client.get(path)
    with django_assert_max_num_queries(12):
        client.get(path)


def test_today_shows_the_cap_and_the_rest(office: Any, enter: Any) -> None:
    for _ in range(10):
        office.make_lead()
    text = enter("prosecutor").get("/today/").content.decode()
    assert "另有 3 条" in text
    assert text.count("data-row") == 7


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stream=刑事", 1),
        ("stream=民事", 0),
        ("group=贫困", 1),
        ("group=残疾", 0),
        ("q=小荷", 1),
        ("q=0026", 1),  # the tail of the number
        ("q=026", 0),  # three digits would fit too many
        ("q=〔2022〕18号", 1),
        ("state=no", 0),
        ("state=ended", 0),
        ("page=99&size=7", 1),  # what is not offered falls back
    ],
)
def test_filters(office: Any, enter: Any, query: str, found: int) -> None:
    office.make_lead()
    assert enter("prosecutor").get(f"/leads/?{query}").context["page"].paginator.count == found


def test_nothing_is_judged_where_nothing_was_read(office: Any, enter: Any) -> None:
    lead = office.make_lead(told={})
    text = enter("prosecutor").get(f"/leads/{lead.pk}/").content.decode()
    assert "不下判断" in text
    assert "不成立" not in text


def test_articles_and_the_one_next_fact(office: Any, enter: Any) -> None:
    told = {"案件来路": "刑事犯罪", "伤情": "重伤二级", "目前赔偿": "未赔偿", "困难程度": "较重困难", "损失": "0"}
    lead = office.make_lead(told=told)
    answer = enter("prosecutor").get(f"/leads/{lead.pk}/")
    found = answer.context["shown"].findings
    assert [a.number for a in found.open][:1] == ["第七条第一项"]
    assert found.next is not None
    assert found.next.question in answer.content.decode()


def test_every_answer_forbids_inline_and_foreign(office: Any, enter: Any) -> None:
    answer = enter("prosecutor").get("/today/")
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer["Cache-Control"] == "no-store"
    text = answer.content.decode()
    assert " style=" not in text
    assert "<style" not in text


def test_watermark_says_who_and_when(office: Any, enter: Any) -> None:
    text = enter("prosecutor").get("/wm.svg").content.decode()
    assert office.users["prosecutor"].name in text
    assert "东山县人民检察院" in text
