"""Versions of the program that read the same texts side by side: a git ref, the working tree, another environment."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from yingjiu.cli.failures import USAGE, stop

INSTALLED: Final = "installed"
TREE: Final = "."
_ERROR: Final = re.compile(r"(\w+(?:Error|Exception))\b")
_MODULE: Final = ("-m", "yingjiu.cli.app")


@dataclass(frozen=True, slots=True)
class Version:
    """One way to run the program.

    Attributes:
        name: as the user wrote it.
        python: the interpreter.
        source: the folder put before all others on its path; None where the environment's own package runs.
    """

    name: str
    python: str
    source: Path | None


def find_checkout(given: Path | None) -> Path | None:
    """The checkout: the given folder, else the one this code stands in, else the one of the current folder."""
    places = [given] if given else [Path(__file__).resolve().parents[3], Path.cwd()]
    for place in places:
        top = _git(place, "rev-parse", "--show-toplevel") if place.is_dir() else None
        if top is not None and (Path(top.strip()) / "src" / "yingjiu").is_dir():
            return Path(top.strip())
    return None


@contextlib.contextmanager
def open_version(name: str, checkout: Path | None) -> Iterator[Version]:
    """Make a version ready to run; what a git ref holds lies in a temporary folder until the block ends.

    Raises:
        typer.Exit: there is no such version, told in Chinese.
    """
    path = Path(name)
    if name == INSTALLED:
        yield Version(name, sys.executable, None)
    elif name == TREE:
        yield Version("工作区", sys.executable, checkout / "src" if checkout else Path(__file__).resolve().parents[2])
    elif path.is_file() and os.access(path, os.X_OK):
        yield Version(name, str(path.absolute()), None)
    else:
        with tempfile.TemporaryDirectory(prefix="yingjiu-") as folder:
            yield Version(name, sys.executable, _exported(name, checkout, Path(folder)))


def _exported(ref: str, checkout: Path | None, folder: Path) -> Path:
    if checkout is None:
        raise stop(f"“{ref}”应是 git 版本,但这里没有 git 仓库;请在仓库里运行,或用 --checkout 指明", USAGE)
    commit = _git(checkout, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        raise stop(f"没有“{ref}”这个版本;应是 git 版本(如 HEAD~1)、.(工作区)、installed,或一个 python 的路径", USAGE)
    packed = folder / "src.zip"
    if _git(checkout, "archive", "--format=zip", f"--output={packed}", commit.strip(), "src") is None:
        raise stop(f"版本“{ref}”里没有 src,不能运行", USAGE)
    with zipfile.ZipFile(packed) as package:
        package.extractall(folder)
    return folder / "src"


def _git(place: Path, *words: str) -> str | None:
    """What git answers; None where it fails or is not there."""
    git = shutil.which("git")
    if git is None:
        return None
    done = subprocess.run([git, "-C", str(place), *words], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    return done.stdout if done.returncode == 0 else None


def read_by(version: Version, items: Sequence[dict[str, Any]]) -> list[dict[str, Any] | None]:
    """What a version reads in items ({"id", "name", "text"}); None for each item on which it broke.

    Raises:
        typer.Exit: the version cannot run at all, told in Chinese.
    """
    records, problem = _run(version, items)
    if records is not None:
        return list(records)
    if _run(version, [])[0] is None:
        raise stop(f"版本“{version.name}”运行不了:{problem}")
    if len(items) == 1:
        return [None]
    middle = len(items) // 2
    return [*read_by(version, items[:middle]), *read_by(version, items[middle:])]


def _run(version: Version, items: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]] | None, str]:
    """One run over all items: a record each, or None and why."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if version.source is not None:
        environment["PYTHONPATH"] = str(version.source)
    with tempfile.TemporaryDirectory(prefix="yingjiu-") as folder:
        given, out = Path(folder) / "given.jsonl", Path(folder) / "out.jsonl"
        given.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="ascii")
        command = [version.python, *_MODULE, "read", "--jsonl", str(given), "--out", str(out)]
        environment["PYTHONUTF8"] = "1"
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603
        if done.returncode != 0 or not out.exists():
            return None, _why(done.stderr.decode("utf-8", errors="replace"))
        records = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    return (records, "") if len(records) == len(items) else (None, "读出的份数与给它的不一样")


def _why(said: str) -> str:
    """The last line a process said; of an unexpected error only its name, as its words may quote a paper."""
    lines = said.strip().splitlines() or ["没有说原因"]
    found = _ERROR.match(lines[-1])
    return lines[-1] if found is None or found[1] in {"ModuleNotFoundError", "ImportError"} else found[1]
