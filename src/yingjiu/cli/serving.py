"""``yingjiu serve``: starts the workbench as a process of its own, so that no command but this one needs it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import typer

from yingjiu.cli.failures import FAILED, USAGE, stop


def serve(*, folder: Path, host: str, port: int, people: int) -> None:
    """Start the workbench and wait until it ends."""
    if importlib.util.find_spec("django") is None:
        raise stop("还没有装工作台。请运行 pip install 'yingjiu[web]',或用 make serve", FAILED)
    if not 0 < port < 65536:
        raise stop(f"端口 {port} 不对,应在 1 到 65535 之间", USAGE)
    words = ["--folder", str(folder), "--host", host, "--port", str(port), "--people", str(people)]
    try:
        code = subprocess.run([sys.executable, "-m", "yingjiu.web", *words], check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        code = 0
    if code:
        raise typer.Exit(code)
