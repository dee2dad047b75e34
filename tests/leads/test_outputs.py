"""OUT: every file there, whole, for its owner alone."""

from __future__ import annotations

import json

from tiny_county import Tiny

FILES = (
    "hits.jsonl",
    "documents.jsonl",
    "leads.jsonl",
    "leads.xlsx",
    "funnel.json",
    "intake.json",
    "terms.json",
    "保密说明.txt",
)


def test_every_file_is_there_for_its_owner_alone(tiny: Tiny) -> None:
    for name in FILES:
        path = tiny.out / name
        assert path.stat().st_size > 0, name
        assert path.stat().st_mode & 0o077 == 0, name
    assert tiny.out.stat().st_mode & 0o077 == 0
    assert list(tiny.out.rglob("*.part")) == []


def test_rows_are_used_or_reported(tiny: Tiny) -> None:
    tables = json.loads((tiny.out / "intake.json").read_text(encoding="utf-8"))
    assert {t["file"] for t in tables} == {"信访/登记.xlsx", "民政/名册.xlsx", "杂项.xlsx"}
    assert all(t["rows"] == t["used"] + len(t["reported"]) for t in tables)


def test_a_file_that_cannot_be_read_is_a_line() -> None:
    from yingjiu.leads.outputs import intake_lines

    class Given:
        intake = ({"file": "a.xlsx", "source": "低保", "rows": 1, "used": 1, "reported": [], "remarks": []},)
        papers = ()
        unread = (("坏.docx", "文件损坏"),)

    last = intake_lines(Given())[-1]
    assert last == {"file": "坏.docx", "source": None, "rows": 0, "used": 0, "reported": [], "remarks": ["文件损坏"]}
