"""Every shipped source file: its samples (样例) are read as it says; its negatives are not taken for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yingjiu.catalog.kind import CATALOG, shipped_kinds
from yingjiu.catalog.problem import UserFileError
from yingjiu.catalog.source import Sample, read_header_words, read_source, shipped_sources
from yingjiu.intake.folder import IntakeTable, read_delivery
from yingjiu.intake.table import Sheet
from yingjiu.pool.draft import Draft

ON = date(2023, 6, 1)
SAMPLES = [(s.name, n, sample) for s in shipped_sources().sources.values() for n, sample in enumerate(s.samples)]


def read_sample(sample: Sample) -> IntakeTable:
    rows: list[list[Any]] = [[sample.title]] if sample.title else []
    rows += [list(sample.header), *(list(row) for row in sample.rows)]
    tables = list(
        read_delivery(
            [Sheet("x.xlsx", "Sheet1", rows)], Path("x.xlsx"), catalog=shipped_kinds(), sources=shipped_sources(), on=ON
        )
    )
    assert len(tables) == 1
    return tables[0]


def said(draft: Draft, key: str) -> object:
    fixed = {
        "类": draft.kind, "角色": draft.role, "姓名": draft.person.name, "证件号码": draft.person.id_number,
        "状态": draft.state, "起": draft.since, "止": draft.until,
    }  # fmt: skip
    return fixed[key] if key in fixed else draft.fields.get(key)


def wanted(value: object) -> object:
    return str(value)


def agrees(draft: Draft, expected: Mapping[str, Any]) -> list[str]:
    wrong = []
    for key, value in expected.items():
        got = said(draft, key)
        want = (
            tuple(map(str, value))
            if isinstance(value, list)
            else (str(value),)
            if isinstance(got, tuple)
            else str(value)
        )
        if got != want:
            wrong.append(f"{key}: {got!r}, not {want!r}")
    return wrong


@pytest.mark.parametrize(("name", "n", "sample"), SAMPLES, ids=[f"{name}-{n}" for name, n, _ in SAMPLES])
def test_sample(name: str, n: int, sample: Sample) -> None:
    table = read_sample(sample)
    assert table.rows == table.used + len(table.reported)
    if sample.refused:
        assert table.source != name
        return
    assert table.source == name, table.remarks
    assert not [r for r in table.remarks if "没有用到" in r], "every column of a sample is mapped or 不用"
    assert len(table.drafts) == len(sample.expected)
    for draft, expected in zip(table.drafts, sample.expected, strict=True):
        assert agrees(draft, expected) == []


@pytest.mark.parametrize("name", list(shipped_sources().sources))
def test_every_source_has_a_positive_and_a_negative_sample(name: str) -> None:
    samples = shipped_sources().sources[name].samples
    assert {s.refused for s in samples} == {True, False}


def test_every_register_and_ledger_has_a_source() -> None:
    fed = {s.kind for s in shipped_sources().sources.values()}
    delivered = {k.name for k in shipped_kinds().kinds.values() if k.sort != "文书"}
    assert delivered <= fed


def test_a_wrong_file_tells_all_its_problems_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "坏.yml"
    path.write_text("名称: 坏\n归为: 低保\n列:\n  不知道: [x]\n标题: [x]\n", encoding="utf-8")
    with pytest.raises(UserFileError) as error:
        read_source(path, shipped_kinds())
    told = str(error.value)
    assert "标题" in told
    assert "没有“低保”这一类记录" in told
    assert "缺少“样例”" in told


def test_header_words_know_the_plain_ones() -> None:
    words = read_header_words(CATALOG / "lexicons" / "表头.yml")
    assert "身份证号" in words.fields["证件号码"]
    assert not set(words.lists["离册"]) & set(words.lists["在册"])
