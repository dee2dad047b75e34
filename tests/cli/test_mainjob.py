"""``yingjiu run``: what the terminal shows, masking, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tiny_county import CHILD, POOR, Tiny
from yingjiu.cli.app import app


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["run", *map(str, words), "--on", "2023-06-01"])


def test_the_summary_tells_leads_and_what_could_not_be_used(tiny: Tiny) -> None:
    shown = run(tiny.source, "--out", tiny.out)
    assert shown.exit_code == 0, shown.output
    for word in ("线索", "信访", "leads.xlsx", "杂项.xlsx", "退回", "保密"):
        assert word in shown.stdout


def test_names_and_numbers_are_masked_unless_asked(tiny: Tiny) -> None:
    masked = run(tiny.source, "--out", tiny.out).stdout
    assert "赵某某" in masked
    for secret in ("赵大山", "周小苗", POOR, CHILD):
        assert secret not in masked
    assert "赵大山" in run(tiny.source, "--out", tiny.out, "--reveal").stdout


def test_no_line_is_wider_than_a_hundred_columns(tiny: Tiny) -> None:
    from rich.cells import cell_len

    lines = run(tiny.source, "--out", tiny.out).stdout.splitlines()
    assert [line for line in lines if cell_len(line) > 100 and str(tiny.out) not in line] == []


def test_an_out_of_another_input_is_refused_with_3(tiny: Tiny, tmp_path: Path) -> None:
    other = tmp_path / "别的数据"
    other.mkdir()
    shown = run(other, "--out", tiny.out)
    assert shown.exit_code == 3
    assert "另一个文件夹" in shown.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["没有的文件夹", "--out", "OUT"], 3, "找不到文件夹"),
        ([".", "--out", "OUT", "--office", "没有的本院"], 2, "yingjiu init"),
    ],
)
def test_bad_input_is_told(
    words: list[str], code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    shown = run(*words)
    assert shown.exit_code == code, shown.output
    assert said in shown.stderr


def test_an_open_key_is_refused_with_4(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    monkeypatch.setenv("YINGJIU_KEY", str(key))
    shown = run(tiny.source, "--out", tmp_path / "OUT")
    assert shown.exit_code == 4
    assert "chmod 600" in shown.stderr


def test_a_wrong_day_is_refused_with_2(tiny: Tiny) -> None:
    shown = CliRunner().invoke(app, ["run", str(tiny.source), "--out", str(tiny.out), "--on", "明天"])
    assert shown.exit_code == 2
    assert "看不懂" in shown.stderr


def test_a_damaged_pool_is_told_with_4(tiny: Tiny, tmp_path: Path) -> None:
    import shutil

    out = tmp_path / "结果"
    shutil.copytree(tiny.out, out)
    for path in (out / "pool" / "snapshots").glob("*.mentions.parquet"):
        path.write_bytes(b"broken")
    shown = CliRunner().invoke(app, ["explain", POOR, "--out", str(out)])
    assert shown.exit_code == 4, shown.output
    assert "数据池" in shown.stderr
