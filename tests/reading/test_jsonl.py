"""The record of one text, and the labelled real texts and golden county where they are at hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from yingjiu.reading.jsonl import read_item

SHARED = Path(os.environ.get("YINGJIU_SHARED", ""))
needs_labels = pytest.mark.skipif(not (SHARED / "reading").is_dir() or not SHARED.name, reason="YINGJIU_SHARED unset")


def test_record() -> None:
    text = "谅解书\n本人王秀英，系本案被害人。李大强已赔偿全部损失，款已收到，本人对李大强表示谅解。\n谅解人：王秀英"
    record = read_item({"id": "1", "text": text})
    assert record["id"] == "1"
    assert record["suspects"] == ["李大强"]
    (victim,) = record["victims"]
    assert (victim["name"], victim["compensation"], victim["forgiven"]) == ("王秀英", "paid", "yes")
    assert victim["evidence"]
    assert all(text[e["start"] : e["end"]] == e["quote"] for e in victim["evidence"])
    json.dumps(record, ensure_ascii=False)


def test_absent_text() -> None:
    record = read_item({"id": 2})
    assert record["victims"] == []
    assert record["compensation"] == "unknown"


def victims_f1(rows: list[dict[str, Any]]) -> float:
    hits = wanted = found = 0
    for row in rows:
        names = {victim["name"] for victim in read_item(row)["victims"]} - set(row["optional"])
        groups = {frozenset(names) for names in (row["victims_alt"] or [[v] for v in row["victims"]])}
        right = sum(bool(group & names) for group in groups)
        hits += right
        wanted += len(groups)
        found += right + len([n for n in names if not any(n in group for group in groups)])
    return 2 * hits / (wanted + found)


@needs_labels
@pytest.mark.parametrize(("kind", "least"), [("theft_sentence", 0.90), ("whole_judgment", 0.92)])
def test_real_texts(kind: str, least: float) -> None:
    lines = (SHARED / "reading" / "victims.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["kind"] == kind]
    assert victims_f1(rows) >= least
