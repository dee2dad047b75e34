"""Bring a bare machine (python3, git, make; no pip, no ensurepip) to a working ``.venv``.

Standard library only. Makes the virtual environment, installs the locked dependencies with their hashes and the
package itself (editable), and does nothing when nothing has changed. No package index is named here or in the lock
files: pip's and apt's own settings decide, so an office's mirror works.

Usage::

    python3 bootstrap.py           # what `yingjiu` needs to run
    python3 bootstrap.py --web     # and what the workbench needs
    python3 bootstrap.py --dev     # and what tests and checks need
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
RUN_LOCK = ROOT / "requirements.lock"
WEB_LOCK = ROOT / "requirements-web.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"


def main(argv: list[str] | None = None) -> int:
    """Make or refresh the environment; the exit code is 0 when ``.venv`` is ready."""
    parser = argparse.ArgumentParser(description="准备运行环境 .venv(可反复执行;没有变化时立即结束)")
    parser.add_argument("--web", action="store_true", help="同时安装工作台(浏览器)所需的包")
    parser.add_argument("--dev", action="store_true", help="同时安装测试和检查所需的工具")
    asked = parser.parse_args(argv)
    wanted_set = "dev" if asked.dev else "web" if asked.web else "run"
    if sys.version_info < OLDEST:
        return _refuse(f"需要 Python 3.11 或更高版本,现在是 {sys.version.split()[0]};请先安装新版 python3。")
    sets = {"run": [RUN_LOCK], "web": [RUN_LOCK, WEB_LOCK], "dev": [RUN_LOCK, WEB_LOCK, DEV_LOCK]}
    locks = sets[wanted_set]
    wanted = _fingerprint(locks)
    stamp = VENV / f".bootstrap-{wanted_set}"
    if _is_whole(VENV) and _read(stamp) == wanted:
        return 0
    try:
        if not _ensure_venv():
            return 1
        _install(locks)
    except subprocess.CalledProcessError as error:
        return _refuse(f"安装没有完成(退出码 {error.returncode});检查上面的信息、网络和 pip 的设置后再执行一次。")
    for name, held in sets.items():  # the larger set holds the smaller ones
        if len(held) <= len(locks):
            (VENV / f".bootstrap-{name}").write_text(_fingerprint(held), encoding="utf-8")
    print("运行环境已就绪:.venv", flush=True)
    return 0


def _fingerprint(locks: list[Path]) -> str:
    """Hash of everything that decides what the environment holds."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for path in [ROOT / "pyproject.toml", Path(__file__), *locks]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str:
    """Text of a file, empty when there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _is_whole(venv: Path) -> bool:
    """Whether an environment has its own pip (a half-made or moved one has not) and a Python that still starts."""
    python, pip = venv / "bin" / "python", venv / "bin" / "pip"
    if not python.exists() or str(venv) not in _read(pip):
        return False
    return subprocess.run([str(python), "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _ensure_venv() -> bool:
    """Make ``.venv`` when it is missing or half-made, installing Debian's python3-venv if that is all that lacks."""
    if _is_whole(VENV):
        return True
    print("正在建立虚拟环境 .venv ……", flush=True)
    if _make_venv():
        return True
    if _can_use_apt():
        print("这台机器没有 python3-venv,正在用 apt-get 安装 ……", flush=True)
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", "python3-venv")
        if _make_venv():
            return True
    _refuse("无法建立虚拟环境:请由管理员安装 python3-venv(Debian/Ubuntu:apt-get install python3-venv),再执行一次。")
    return False


def _make_venv() -> bool:
    """Try ``python3 -m venv``; a half-made environment is removed, so that nothing takes it for a whole one."""
    shutil.rmtree(VENV, ignore_errors=True)
    run = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True)
    if run.returncode == 0 and _is_whole(VENV):
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    return False


def _can_use_apt() -> bool:
    """Whether this process may install Debian packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*arguments: str) -> None:
    """Run apt-get without questions; when it fails, making the environment fails next and says what to do."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], check=False, stdout=subprocess.DEVNULL, env=quiet)


def _install(locks: list[Path]) -> None:
    """Install the locked packages (hashes required), then this package without looking at any index."""
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    for lock in locks:
        print(f"正在安装 {lock.name} 中的依赖(第一次需要几分钟)……", flush=True)
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True, cwd=ROOT)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", "."], check=True, cwd=ROOT)


def _refuse(message: str) -> int:
    """Say in one line why the environment is not ready."""
    print(f"错误:{message}", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
