"""Whatever lies in the folder is read or told about: no crash, no loss, every quotation true.

300 files, the same each time; YINGJIU_FUZZ=10000 (make fuzz) reads so many, with real recognition, and names the slowest.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odd_files import endless, glued, odd_file
from typer.testing import CliRunner

from yingjiu.cli.app import app
from yingjiu.reading.jsonl import paper_record
from yingjiu.reading.paper import read_paper
from yingjiu.texts import files as texts_files
from yingjiu.texts.files import read_files
from yingjiu.texts.page import GivenText, Page, UnreadableFile

MANY = int(os.environ.get("YINGJIU_FUZZ", "0"))
SEED = int(os.environ.get("YINGJIU_FUZZ_SEED", "8"))
CHINESE = re.compile(r"[一-鿿]{4}")


class NoRecogniser:
    """Stands for the recogniser where the pictures themselves are not what is tried."""

    def __init__(self, **_: Any) -> None: ...

    def __call__(self, pixels: Any) -> Page:
        return Page(1, "被害人王小明" if pixels.size % 2 else "")


def spans_of(record: Any) -> Iterator[dict[str, Any]]:
    """Every span of a record, however deep."""
    if isinstance(record, dict):
        if {"start", "end", "quote"} <= record.keys():
            yield record
        for value in record.values():
            yield from spans_of(value)
    elif isinstance(record, list):
        for value in record:
            yield from spans_of(value)


def assert_true(text: str, name: str) -> None:
    """The text is read, its record can be written, and every quotation stands where it says."""
    record = paper_record(read_paper(text, name=name))
    json.dumps(record)
    wrong = [span for span in spans_of(record) if text[span["start"] : span["end"]] != span["quote"]]
    assert wrong == []


def write(folder: Path, first: int, count: int) -> list[Path]:
    paths = []
    for number in range(first, first + count):
        name, content = odd_file(SEED, number)
        path = folder / name
        path.write_bytes(content)
        paths.append(path)
    return paths


def read_all(paths: list[Path]) -> dict[str, float]:
    """Read them; seconds a file."""
    seconds: dict[str, float] = {}
    start = time.perf_counter()
    for path, outcome in read_files(paths):
        if isinstance(outcome, GivenText):
            assert outcome.text.strip(), path.name
            assert_true(outcome.text, path.stem)
        else:
            assert isinstance(outcome, UnreadableFile), path.name
            assert CHINESE.search(outcome.reason), path.name
            assert "意外" not in outcome.reason, f"{path.name}: {outcome.reason}"
        seconds[path.name] = time.perf_counter() - start
        start = time.perf_counter()
    assert list(seconds) == [path.name for path in paths]
    return seconds


def test_odd_files_are_read_or_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts_files, "Recogniser", NoRecogniser)
    read_all(write(tmp_path, 0, 300))


@pytest.mark.skipif(not MANY, reason="set YINGJIU_FUZZ=10000 (make fuzz)")
def test_many_odd_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seconds: dict[str, float] = {}
    for first in range(0, MANY, 500):
        paths = write(tmp_path, first, min(500, MANY - first))
        seconds |= read_all(paths)
        for path in paths:
            path.unlink()
    assert len(seconds) == MANY
    with capsys.disabled():
        sys.stdout.write(f"\n{MANY} files, {sum(seconds.values()):.0f} s; the slowest:\n")
        for name in sorted(seconds, key=seconds.__getitem__, reverse=True)[:10]:
            sys.stdout.write(f"  {seconds[name]:.2f} s  {name}\n")


def test_the_command_names_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts_files, "Recogniser", NoRecogniser)
    paths = write(tmp_path, 1000, 60)
    (tmp_path / "文件夹.docx").mkdir()
    shown = CliRunner().invoke(app, ["read", *map(str, paths), str(tmp_path / "没有的文件夹.docx")])
    assert shown.exit_code == 1
    shown = CliRunner().invoke(app, ["read", *map(str, paths)])
    assert shown.exception is None
    assert [path.name for path in paths if path.name not in shown.output] == []


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 3000))
def test_any_prose_is_read(rng: Any, length: int) -> None:
    assert_true(glued(rng, length), "")


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 2000))
def test_any_repetition_is_read(rng: Any, length: int) -> None:
    assert_true(endless(rng, length), "")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300))
@example("被害人\ud800小荷")
def test_any_text_is_read(text: str) -> None:
    assert_true(text, "")
