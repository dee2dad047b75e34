"""The folder: files that open, rows that balance, bad rows where the truth says, nothing printed."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from yingjiu.synthetic import County, build_county, write_county
from yingjiu.synthetic.books import draw_books
from yingjiu.synthetic.lists import draw_lists
from yingjiu.synthetic.rosters import draw_rosters
from yingjiu.synthetic.scans import can_draw

Load = Callable[[str], list[dict[str, Any]]]


def _cells(file: Path, sheet: str) -> list[list[Any]]:
    if file.suffix == ".xlsx":
        return CalamineWorkbook.from_path(str(file)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    raw = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(raw.decode(encoding))))
        except UnicodeDecodeError:
            continue
    raise AssertionError(file.suffix)


def test_every_document_is_there_once(folder: Path, truth: Load) -> None:
    files = [d["file"] for d in truth("documents.jsonl")]
    assert len(files) == len(set(files))
    assert all((folder / "input" / f).is_file() for f in files)


def test_rows_that_must_be_reported_stand_where_the_truth_says(folder: Path, truth: Load) -> None:
    rows = truth("must_report.jsonl")
    assert {r["why"] for r in rows} == {"重复", "证件号码", "缺姓名和证件号码"}
    for row in rows:
        cells = _cells(folder / "input" / row["file"], row["sheet"])
        line = [str(c) for c in cells[row["row"] - 1]]
        assert any(line), "a blank row cannot be the bad one"
        if row["why"] == "重复":
            body = line[1:] if line[0].removesuffix(".0").isdigit() else line
            same = [r for r in cells[: row["row"] - 1] if [str(c) for c in r][-len(body) :] == body]
            assert same
        elif row["why"] == "证件号码":
            assert any(_looks_broken(c) for c in line)


def _looks_broken(cell: str) -> bool:
    plain = unicodedata.normalize("NFKC", cell).upper()
    if "E+" in plain:
        return True
    digits = plain.removesuffix("X").replace(".0", "")
    return digits.isdigit() and 14 < len(digits) < 19


def test_rows_written_are_rows_used_and_reported(county: County) -> None:
    import random

    rng = random.Random(1)
    tables = [*draw_rosters(rng, county), *draw_lists(rng, county), *draw_books(rng, county)]
    files = [t.file for t in tables]
    assert len(files) == len(set(files))
    for table in tables:
        for sheet in table.sheets:
            if sheet.used:
                assert len(sheet.rows) == sheet.used + len(sheet.reported)


def test_truth_has_the_fields_of_the_score(truth: Load) -> None:
    for row in truth("expected.jsonl"):
        assert {"model", "name", "id_number", "id_in_input", "case_number"} <= set(row)
        assert ("local" in row) == (row["model"] == "yueqing-4")
        assert ("groups" in row) == (row["model"] == "shanxian")
    for row in truth("closed.jsonl"):
        assert row["reason"] in ("庭审中已赔偿", "执行完毕")


def test_forms_open_and_hold_the_text(folder: Path, truth: Load) -> None:
    seen = set()
    for row in truth("documents.jsonl"):
        file = folder / "input" / row["file"]
        seen.add(file.suffix)
        if file.suffix == ".docx":
            assert "w:t" in zipfile.ZipFile(file).read("word/document.xml").decode()
        elif file.suffix == ".pdf":
            pages = pypdfium2.PdfDocument(str(file))
            assert len("".join(p.get_textpage().get_text_range() for p in pages)) > 30
    assert seen == {".docx", ".pdf", ".txt", ".html"}


def test_pictures_that_cannot_be_drawn_come_as_text_and_are_marked(truth: Load) -> None:
    marked = [d for d in truth("documents.jsonl") if d.get("scan_left_out")]
    assert len(marked) == 3
    assert all(d["file"].endswith(".docx") and not d["scan"] for d in marked)


@pytest.mark.skipif(not can_draw(), reason="no Chinese font on this machine")
def test_pictures(tmp_path: Path) -> None:
    write_county(build_county(seed=3, people=400, cases=8, scans=3), tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "truth/documents.jsonl").read_text(encoding="utf-8").splitlines()]
    scans = [d["file"] for d in rows if d["scan"]]
    assert {Path(f).suffix for f in scans} == {".jpg", ".png", ".pdf"}


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_county(build_county(seed=5, people=400, cases=8, scans=2), tmp_path / name)
    one = sorted(p for p in (tmp_path / "one").rglob("*") if p.is_file())
    for file in one:
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes(), file.suffix


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_county(build_county(seed=5, people=300, cases=5, scans=0), tmp_path)
    assert capfd.readouterr() == ("", "")


def test_the_truth_scores_itself(folder: Path, truth: Load, tmp_path: Path) -> None:
    """An OUT made of the truth itself gets full marks from the golden scorer."""
    shared = os.environ.get("YINGJIU_SHARED")
    if not shared:
        pytest.skip("YINGJIU_SHARED is not set")
    for name, source in (("hits.jsonl", "expected.jsonl"), ("documents.jsonl", "documents.jsonl")):
        (tmp_path / name).write_text((folder / "truth" / source).read_text(encoding="utf-8"), encoding="utf-8")
    closed = {(r["id_number"], r["case_number"]) for r in truth("closed.jsonl")}
    first = {
        (r["id_number"], r["case_number"], r["name"]) for r in truth("expected.jsonl") if r["model"] == "yueqing-1"
    }
    leads = [
        {"name": n, "id_number": i, "case_numbers": [c], "status": "closed" if (i, c) in closed else "open"}
        for i, c, n in first
    ]
    (tmp_path / "leads.jsonl").write_text("".join(json.dumps(r) + "\n" for r in leads), encoding="utf-8")
    (tmp_path / "intake.json").write_text("[]", encoding="utf-8")
    command = [sys.executable, f"{shared}/golden/score.py", str(folder / "truth"), str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split("all models")[1].split()[3:5] == ["1.000", "1.000"]
    assert f"closed {len(closed)}/{len(closed)}" in said
