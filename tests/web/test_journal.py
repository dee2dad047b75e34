"""The journal: what is changed, cut out or cut off is found; the database refuses to try."""

from __future__ import annotations

import json
from typing import Any

import pytest

from yingjiu.web.journal.chain import START, Link, find_breaks, head_mark, mark_of

KEY = b"key"


def chain(count: int) -> tuple[list[Link], tuple[int, str, str]]:
    """A sound chain and its head."""
    links, before = [], START
    for number in range(1, count + 1):
        told = {"action": f"a{number}"}
        before = mark_of(KEY, before, number, told)
        links.append(Link(number, told, before))
    return links, (count, before, head_mark(KEY, count, before))


def test_a_sound_chain_holds() -> None:
    links, head = chain(5)
    assert find_breaks(KEY, links, head) == []
    assert find_breaks(KEY, [], (0, START, head_mark(KEY, 0, START))) == []


@pytest.mark.parametrize("at", range(5))
def test_any_removed_entry_is_found(at: int) -> None:
    links, head = chain(5)
    assert find_breaks(KEY, links[:at] + links[at + 1 :], head) != []


@pytest.mark.parametrize("at", range(5))
def test_any_edited_entry_is_found(at: int) -> None:
    links, head = chain(5)
    links[at] = Link(links[at].number, {"action": "else"}, links[at].mark)
    assert any(f"第 {at + 1} 条被改过" in line for line in find_breaks(KEY, links, head))


def test_a_forged_end_is_found() -> None:
    """Cutting the end off and moving the head back needs the key."""
    links, (_, _, own) = chain(5)
    assert find_breaks(KEY, links[:3], (3, links[2].mark, own)) != []
    assert find_breaks(KEY, links, (5, links[4].mark, head_mark(b"other", 5, links[4].mark))) != []


def test_entries_of_services_make_a_chain(office: Any) -> None:
    from yingjiu.web.journal.selectors import verify_chain
    from yingjiu.web.leads.services import lead_view

    for _ in range(3):
        lead_view(lead=office.make_lead(), officer=office.users["prosecutor"])
    assert verify_chain() == []


@pytest.mark.parametrize(
    ("change", "guard"),
    [
        ("UPDATE journal_entry SET reason = 'x' WHERE number = 2", "UPDATE"),
        ("UPDATE journal_entry SET at = '2020-01-01 00:00:00' WHERE number = 2", "UPDATE"),
        ("DELETE FROM journal_entry WHERE number = 2", "DELETE"),
        ("DELETE FROM journal_entry WHERE number = (SELECT MAX(number) FROM journal_entry)", "DELETE"),
    ],
)
def test_the_database_refuses_and_the_chain_finds(office: Any, change: str, guard: str) -> None:
    from django.db import DatabaseError, connection, transaction

    from yingjiu.web.journal.selectors import verify_chain

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_no_change")
        else:
            cursor.execute(f"DROP TRIGGER journal_no_{guard}")
        cursor.execute(change)
    assert verify_chain() != []


def test_the_page_tells_whether_it_holds(office: Any, enter: Any) -> None:
    client = enter("audit")
    assert "没有改动" in client.post("/journal/verify/").content.decode()
    part = client.post("/journal/verify/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part


def test_export_gives_lines_with_their_marks_and_is_journalled(office: Any, enter: Any) -> None:
    answer = enter("audit").post("/journal/export/")
    rows = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert rows[-1]["action"] == "journal.exported"
    assert {r["unit"] for r in rows} == {"东山县人民检察院"}
    assert all(len(r["mark"]) == 64 for r in rows)


def test_an_action_without_words_is_a_bug(office: Any) -> None:
    from yingjiu.web.journal.services import write

    with pytest.raises(KeyError):
        write("lead.eaten", actor=office.users["prosecutor"])
