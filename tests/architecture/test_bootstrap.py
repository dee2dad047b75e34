"""bootstrap.py on a machine that cannot make an environment: one clear line, and nothing half-made left behind."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, pointed at an empty folder."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


def without_ensurepip(venv: Path, repaired: Callable[[], bool]) -> Callable[..., subprocess.CompletedProcess]:
    """A ``subprocess.run`` as on bare Debian: ``-m venv`` leaves a folder without pip until the machine is repaired."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess:
        if "venv" in command:
            (venv / "bin").mkdir(parents=True)
            (venv / "bin" / "python").symlink_to(sys.executable)
            if repaired():
                (venv / "bin" / "pip").write_text(f"#!{venv}/bin/python\n")
            return subprocess.CompletedProcess(command, 0 if repaired() else 1)
        return subprocess.CompletedProcess(command, 0)

    return run


def test_says_what_to_install(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.subprocess, "run", without_ensurepip(bootstrap.VENV, lambda: False))
    monkeypatch.setattr(bootstrap, "_can_use_apt", lambda: False)
    assert bootstrap.main([]) == 1
    assert not bootstrap.VENV.exists()
    said = capsys.readouterr().err.strip()
    assert "python3-venv" in said
    assert "\n" not in said


def test_installs_python3_venv_where_it_may(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bootstrap.subprocess, "run", without_ensurepip(bootstrap.VENV, lambda: "install" in asked))
    monkeypatch.setattr(bootstrap, "_can_use_apt", lambda: True)
    monkeypatch.setattr(bootstrap, "_apt", lambda *words: asked.extend(words))
    assert bootstrap.main([]) == 0
    assert "python3-venv" in asked


def test_does_nothing_when_nothing_changed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.subprocess, "run", without_ensurepip(bootstrap.VENV, lambda: True))
    assert bootstrap.main(["--dev"]) == 0
    monkeypatch.setattr(bootstrap, "_install", lambda locks: pytest.fail("installed again"))
    assert bootstrap.main(["--dev"]) == 0
    assert bootstrap.main([]) == 0


def test_a_moved_environment_is_made_anew(bootstrap: ModuleType) -> None:
    """Its programs still name the old place in their first line."""
    (bootstrap.VENV / "bin").mkdir(parents=True)
    (bootstrap.VENV / "bin" / "python").symlink_to(sys.executable)
    (bootstrap.VENV / "bin" / "pip").write_text("#!/elsewhere/.venv/bin/python\n")
    assert not bootstrap._is_whole(bootstrap.VENV)


def test_needs_nothing_but_the_standard_library() -> None:
    code = "import sys; sys.argv = ['bootstrap.py', '--help']; exec(open('bootstrap.py', encoding='utf-8').read())"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.replace("exec(", "__file__ = 'bootstrap.py'; exec(")],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
