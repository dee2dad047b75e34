"""The scorers beside the labelled data, run on what the program writes: the reach of the project, held in CI.

Needs YINGJIU_SHARED; skipped where it is not set. The invented county needs nothing.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from yingjiu.reading.jsonl import read_item
from yingjiu.run import run
from yingjiu.synthetic.county import build_county
from yingjiu.synthetic.writer import write_county

SHARED = os.environ.get("YINGJIU_SHARED")
needs_shared = pytest.mark.skipif(not SHARED, reason="YINGJIU_SHARED is not set: the labelled data is not here")
REACH = {
    "type": 0.98, "charge": 0.98, "injury": 0.98, "suspects": 0.98, "victims": 0.98, "victim ids": 0.98, "relatives": 0.98,
    "compensation": 0.95, "loss": 0.95, "hardship": 0.95,
}  # fmt: skip


def score(script: Path, *arguments: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(script), *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return done.stdout


def models(report: str) -> dict[str, float]:
    rows = re.findall(r"^(\S+)\s+\d+\s+\d+\s+[\d.]+\s+[\d.]+\s+([\d.]+)$", report, re.M)
    return {name: float(f1) for name, f1 in rows}


def fields(report: str, kind: str) -> dict[str, float]:
    line = next(line for line in report.splitlines() if line.startswith(f"{kind}:"))
    return {name.strip(): float(share) for name, share in re.findall(r"([a-z ]+?) ([\d.]+) \(of", line)}


@needs_shared
@pytest.mark.golden
def test_county_a(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    golden = Path(SHARED or "") / "golden"
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "keys" / "pool.key"))
    run(golden / "county-a" / "input", tmp_path / "out", on=date(2023, 5, 1))
    report = score(golden / "score.py", golden / "county-a" / "truth", tmp_path / "out")
    assert len(models(report)) == 17, report
    assert all(f1 >= 0.97 for f1 in models(report).values()), report
    text, scan = fields(report, "text"), fields(report, "scan")
    assert all(text[name] >= least for name, least in REACH.items()), report
    assert scan["victims"] >= 0.95, report
    assert scan["compensation"] >= 0.90, report
    assert "closed 12/12; the others of yueqing-1 open 38/38" in report
    assert "24 balance; rows that cannot be used reported 4/4" in report


@needs_shared
@pytest.mark.golden
@pytest.mark.parametrize("name", ["victims", "compensation"])
def test_real_texts(tmp_path: Path, name: str) -> None:
    labels = Path(SHARED or "") / "reading" / f"{name}.jsonl"
    read = tmp_path / "read.jsonl"
    items = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    read.write_text("".join(json.dumps(read_item(i), ensure_ascii=False) + "\n" for i in items), encoding="utf-8")
    report = score(labels.parent / "score.py", labels, read)
    assert re.search(r"evidence spans \d+, wrong 0, known states without one 0", report), report
    if name == "victims":
        assert float(re.search(r"whole_judgment.*F1=([\d.]+)", report)[1]) >= 0.90, report  # type: ignore[index]
        assert float(re.search(r"theft_sentence.*F1=([\d.]+)", report)[1]) >= 0.78, report  # type: ignore[index]
    else:
        assert float(re.search(r"accuracy=([\d.]+)", report)[1]) >= 0.85, report  # type: ignore[index]


@pytest.mark.golden
@pytest.mark.parametrize("seed", [11, 12])
def test_an_invented_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "keys" / "pool.key"))
    write_county(build_county(seed=seed, people=3000, scans=0), tmp_path)
    run(tmp_path / "input", tmp_path / "out", on=date(2024, 12, 1))
    found: dict[str, set[str]] = {}
    for line in (tmp_path / "out" / "hits.jsonl").read_text(encoding="utf-8").splitlines():
        hit = json.loads(line)
        found.setdefault(hit["model"], set()).add(hit["id_number"] or hit["name"])
    expected: dict[str, set[str]] = {}
    for line in (tmp_path / "truth" / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        hit = json.loads(line)
        known = hit["id_number"] if hit.get("id_in_input", True) else hit["name"]
        expected.setdefault(hit["model"], set()).add(known)
    right = sum(len(people & found.get(model, set())) for model, people in expected.items())
    precision = right / sum(len(p) for p in found.values())
    recall = right / sum(len(p) for p in expected.values())
    assert precision >= 0.97, precision
    assert recall >= 0.97, recall
