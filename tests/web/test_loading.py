"""Results of a run come in with their sentences; a second run changes no decision."""

from __future__ import annotations

from typing import Any

import pytest

from tiny_county import ON, Tiny
from yingjiu.web.config.database import database_setting
from yingjiu.web.leads.masked import mask_passage


@pytest.fixture(scope="module")
def county(tiny: Tiny) -> Any:
    """The tiny county, opened."""
    from yingjiu.run import reopen

    return reopen(tiny.out, pool=None, on=ON)


def test_leads_come_in_and_decisions_stay(office: Any, tiny: Tiny, county: Any) -> None:
    from yingjiu.web.journal.models import Entry
    from yingjiu.web.leads.loading import leads_load
    from yingjiu.web.leads.models import Lead
    from yingjiu.web.leads.services import lead_decide

    given = {"county": county, "source": tiny.source, "unit": office.unit, "by": office.users["data"], "on": ON}
    assert leads_load(**given) == len(county.leads) == Lead.objects.count()
    hurt = Lead.objects.get(name="孙小荷")
    marked = {e.passage[e.start : e.end] for e in hurt.evidence.all()}
    assert any("未赔偿" in m for m in marked)
    assert any(len(e.passage) > e.end - e.start for e in hurt.evidence.all())  # in what stands around it
    assert "钱大海" in hurt.names
    lead_decide(lead=hurt, officer=office.users["prosecutor"], state="relief", reason="", note="", version=0)
    leads_load(**given)
    hurt.refresh_from_db()
    assert (hurt.state, hurt.decisions.count()) == ("relief", 1)
    assert Entry.objects.filter(action="leads.loaded").count() == 2


def test_pages_of_a_loaded_lead_are_masked(office: Any, enter: Any, tiny: Tiny, county: Any) -> None:
    from yingjiu.web.leads.loading import leads_load
    from yingjiu.web.leads.models import Lead

    leads_load(county=county, source=tiny.source, unit=office.unit, by=office.users["data"], on=ON)
    client = enter("reader")
    for lead in Lead.objects.all():
        text = client.get(f"/leads/{lead.pk}/").content.decode()
        assert [n for n in (*lead.names, lead.id_number) if n and n in text] == []


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("孙小荷被打。钱大海未赔偿。", 6, 13, [("孙某某被打。", False), ("钱某某未赔偿。", True)]),
        ("孙小荷被打。", 1, 5, [("孙某某被打", True), ("。", False)]),  # a border inside a name
        ("被打的是孙小荷。", 0, 5, [("被打的是孙某某", True), ("。", False)]),
        ("号码329901197008160026,已核。", 0, 2, [("号码", True), ("329901********0026,已核。", False)]),
        ("无人。", 0, 3, [("无人。", True)]),
    ],
)
def test_marks_move_with_what_is_masked(text: str, start: int, end: int, shown: list[tuple[str, bool]]) -> None:
    found = mask_passage(text, ("孙小荷", "钱大海"), start, end)
    assert [(s.text, s.marked) for s in found] == shown


def test_revealed_is_the_text_itself() -> None:
    text = "孙小荷被打。"
    assert "".join(s.text for s in mask_passage(text, ("孙小荷",), 0, 3, reveal=True)) == text


def test_one_setting_chooses_the_database(tmp_path: Any) -> None:
    small = database_setting("", tmp_path)
    assert small["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert small["OPTIONS"]["timeout"] == 20
    large = database_setting("postgres://yj:a%40b@10.0.0.5:5433/yingjiu", tmp_path)
    assert (large["PASSWORD"], large["PORT"], large["NAME"]) == ("a@b", "5433", "yingjiu")
    with pytest.raises(ValueError, match="postgres"):
        database_setting("mysql://x/y", tmp_path)
