"""``yingjiu demo``: ends with leads and the score, and never removes what is not its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from yingjiu.cli.app import app
from yingjiu.cli.demonstration import read_hits


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))


@pytest.mark.usefixtures("key")
def test_a_small_county_is_made_run_and_scored(tmp_path: Path) -> None:
    out = tmp_path / "演示"
    shown = CliRunner().invoke(app, ["demo", "--people", "300", "--seed", "3", "--out", str(out)])
    assert shown.exit_code == 0, shown.output
    for word in ("虚构", "leads.xlsx", "应找到", "合计"):
        assert word in shown.stdout
    assert read_hits(out / "县" / "truth" / "expected.jsonl")
    again = CliRunner().invoke(app, ["demo", "--people", "300", "--seed", "4", "--out", str(out)])
    assert again.exit_code == 0, again.output


@pytest.mark.usefixtures("key")
def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "演示" / "县" / "我的.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("x", encoding="utf-8")
    shown = CliRunner().invoke(app, ["demo", "--people", "300", "--out", str(tmp_path / "演示")])
    assert shown.exit_code == 2
    assert mine.exists()


def test_too_few_people_are_told(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--people", "10", "--out", str(tmp_path / "演示")])
    assert shown.exit_code == 2
    assert "人数太少" in shown.stderr
