"""``yingjiu doctor``: what lacks is told with its mend; needed things make exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tiny_county import Tiny
from yingjiu.cli import doctor
from yingjiu.cli.app import app


def test_a_key_that_others_read_is_needed_to_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    monkeypatch.setenv("YINGJIU_KEY", str(key))
    shown = CliRunner().invoke(app, ["doctor"])
    assert shown.exit_code == 1
    assert f"chmod 600 {key}" in shown.stdout


def test_a_damaged_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"short")
    key.chmod(0o600)
    monkeypatch.setenv("YINGJIU_KEY", str(key))
    assert doctor.find_key().state == "bad"


def test_little_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_free_memory", lambda: doctor.GIB // 2)
    assert doctor.find_memory().state == "bad"


def test_the_pool_is_opened_with_its_key(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.find_pool(tiny.out / "pool").state == "ok"
    assert doctor.find_pool(tmp_path).state == "warn"
    other = tmp_path / "key"
    other.write_bytes(b"o" * 32)
    other.chmod(0o600)
    monkeypatch.setenv("YINGJIU_KEY", str(other))
    assert doctor.find_pool(tiny.out / "pool").state == "bad"


def test_everything_that_lacks_says_how_to_mend_it() -> None:
    assert [f.what for f in doctor.find_all(None) if f.state != "ok" and not f.mend] == []
