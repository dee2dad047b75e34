"""The command line: help in Chinese, exit codes, no traceback for bad input."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from yingjiu.cli.app import app, main
from yingjiu.cli.failures import CODES

COMMANDS = ("run", "read", "look", "explain", "check", "demo", "init", "doctor")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_chinese_and_shows_an_example(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert f"yingjiu {name}" in shown.stdout
    for word in ("Usage", "Options", "Arguments", "Show this message", "required"):
        assert word not in shown.stdout


def test_help_lists_commands_and_exit_codes() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert all(name in shown for name in COMMANDS)
    assert CODES[:12] in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rum"], "没有 rum 这个命令"),
        (["run"], "缺少 INPUT"),
        (["run", "数据"], "缺少 --out"),
        (["run", "数据", "--aut", "x"], "没有 --aut 这个选项"),
        (["demo", "--people", "多"], "--people 的值不对"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["yingjiu", *words])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_help_loads_no_engine() -> None:
    code = (
        "import sys; import yingjiu.cli.app; sys.exit(any(m in sys.modules for m in ('duckdb', 'rich.table', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
