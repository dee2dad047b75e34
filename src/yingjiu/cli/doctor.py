"""``yingjiu doctor``: what this machine lacks, and how to mend each; exit code 1 when something needed is missing."""

from __future__ import annotations

import importlib
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import typer
from rich.markup import escape

from yingjiu.cli.failures import FAILED
from yingjiu.cli.terminal import open_console

GIB: Final = 1024**3
NEEDED: Final = (3, 11)
MARKS: Final = {"ok": "[green]✓ 好[/]", "warn": "[yellow]! 建议[/]", "bad": "[red]✗ 缺[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined: ok, warn (works, but …) or bad (needed), what was seen, how to mend it."""

    what: str
    state: str
    seen: str
    mend: str = ""


def examine(pool: Path | None) -> None:
    """Examine the machine and print every finding."""
    console = open_console()
    findings = list(find_all(pool))
    for one in findings:
        console.print(f"{MARKS[one.state]}  [bold]{one.what}[/]  {escape(one.seen)}", soft_wrap=True)
        if one.mend:
            console.print(f"        {escape(one.mend)}", soft_wrap=True)
    bad = [f for f in findings if f.state == "bad"]
    console.print()
    console.print(f"缺 {len(bad)} 样必需的,请先补上。" if bad else "可以运行。", style="bold")
    if bad:
        raise typer.Exit(FAILED)


def find_all(pool: Path | None) -> Iterator[Finding]:
    """All findings, in the order in which a newcomer meets them."""
    checks: list[Callable[[], Finding]] = [
        find_python, find_locale, find_packages, find_ocr, find_fonts, find_office, find_cores, find_memory,
        lambda: find_disk(pool or Path.cwd()), find_key, find_openssl,
    ]  # fmt: skip
    for check in checks:
        yield check()
    if pool is not None:
        yield find_pool(pool)


def find_python() -> Finding:
    """The version of Python."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= NEEDED:
        return Finding("Python", "ok", version)
    return Finding("Python", "bad", version, "请安装 Python 3.11 或更高版本")


def find_locale() -> Finding:
    """Whether Chinese can be written to the terminal and to file names."""
    file, out = sys.getfilesystemencoding().lower(), (sys.stdout.encoding or "").lower()
    if "utf" in file and ("utf" in out or "gb18030" in out):
        return Finding("字符编码", "ok", file)
    mend = "请先执行 export LANG=C.UTF-8(或 zh_CN.UTF-8)再运行"
    return Finding("字符编码", "warn" if "utf" in file else "bad", f"文件名 {file},终端 {out}", mend)


def find_packages() -> Finding:
    """The libraries without which nothing runs."""
    missing = []
    for name in (
        "duckdb",
        "numpy",
        "python_calamine",
        "xlsxwriter",
        "lxml",
        "pypdfium2",
        "cryptography",
        "ruamel.yaml",
    ):
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    if missing:
        return Finding("程序库", "bad", "缺 " + "、".join(missing), "请重新执行 make demo,或 pip install yingjiu")
    return Finding("程序库", "ok", "齐全")


def find_ocr() -> Finding:
    """Whether scans can be recognised: a blank page goes through the engine and its models."""
    what = "文字识别(OCR)"
    try:
        import numpy as np

        from yingjiu.texts.ocr import Recogniser

        Recogniser(engines=1)(np.full((64, 160, 3), 255, dtype=np.uint8))
    except Exception as error:  # whatever fails here is the finding
        mend = "扫描件和照片读不了,其余照常;请重新执行 make demo,或 pip install rapidocr onnxruntime"
        return Finding(
            what, "warn", f"用不了:{str(error).splitlines()[0] if str(error) else type(error).__name__}", mend
        )
    return Finding(what, "ok", "能用(模型在安装包里)")


def find_fonts() -> Finding:
    """Chinese fonts: only the invented county's scans and printing from this machine need them."""
    lister = shutil.which("fc-list")
    if lister is None:
        return Finding(
            "中文字体",
            "warn",
            "查不到(没有 fc-list)",
            "只影响演示用的扫描件;Debian、Ubuntu:apt-get install fontconfig fonts-noto-cjk",
        )
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, check=False, timeout=30)  # noqa: S603
    fonts = {line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip()}
    if fonts:
        return Finding("中文字体", "ok", "、".join(sorted(fonts)[:3]))
    return Finding("中文字体", "warn", "没有", "只影响演示用的扫描件;Debian、Ubuntu:apt-get install fonts-noto-cjk")


def find_office() -> Finding:
    """LibreOffice: only for .doc and .wps."""
    if shutil.which("soffice") or shutil.which("libreoffice"):
        return Finding("LibreOffice", "ok", "已安装,能读 .doc、.wps")
    mend = "只有旧版 .doc、.wps 文书才用到:请另存为 docx,或安装 LibreOffice(apt-get install libreoffice-writer)"
    return Finding("LibreOffice", "warn", "没有安装", mend)


def find_cores() -> Finding:
    """Processor cores that may be used."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores >= 2:
        return Finding("处理器", "ok", f"{cores} 核")
    return Finding("处理器", "warn", "1 核", "能运行,识别扫描件较慢")


def find_memory() -> Finding:
    """Memory that is free for use."""
    free = _free_memory()
    if free is None:
        return Finding("内存", "warn", "查不到", "请保证有 2 GB 以上可用内存")
    seen = f"可用 {free / GIB:.1f} GB"
    if free >= 2 * GIB:
        return Finding("内存", "ok", seen)
    return Finding(
        "内存", "warn" if free >= GIB else "bad", seen, "请关闭别的程序;识别扫描件、上百万人的名册需要 2 GB 以上"
    )


def _free_memory() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration, ValueError):
        return None


def find_disk(place: Path) -> Finding:
    """Space where results and pool go."""
    there = next((p for p in (place, *place.absolute().parents) if p.exists()), Path("/"))
    free = shutil.disk_usage(there).free
    seen = f"{there} 还有 {free / GIB:.1f} GB"
    if free >= 2 * GIB:
        return Finding("磁盘", "ok", seen)
    return Finding(
        "磁盘", "warn" if free >= GIB // 4 else "bad", seen, "请腾出 2 GB 以上,或用 --out、--pool 放到别的盘"
    )


def find_key() -> Finding:
    """The key: there, whole, read by its owner alone, in a folder that others cannot enter."""
    from yingjiu.pool.key import key_path

    path = key_path()
    if not path.exists():
        return Finding("密钥", "ok", f"还没有,第一次 init 或 run 时生成在 {path}")
    state = path.stat()
    if stat.S_IMODE(state.st_mode) & 0o077:
        return Finding("密钥", "bad", f"{path} 别人也能读", f"请执行 chmod 600 {path}")
    if state.st_size != 32:
        return Finding("密钥", "bad", f"{path} 已损坏(应为 32 字节)", "请恢复备份;没有备份就移走它,另建数据池重新导入")
    if stat.S_IMODE(path.parent.stat().st_mode) & 0o022:
        return Finding("密钥", "warn", f"{path.parent} 别人也能改动", f"请执行 chmod 700 {path.parent}")
    return Finding("密钥", "ok", f"{path}(仅本人可读)。请确认另有备份")


def find_openssl() -> Finding:
    """Whether sealing really works here."""
    try:
        from yingjiu.pool.key import PoolKey

        key = PoolKey(b"0" * 32, b"1" * 32, "doctor")
        if key.open(key.seal(b"test")) == b"test":
            return Finding("加密", "ok", "AES-256-GCM 可用")
    except Exception as error:  # whatever fails here is the finding
        return Finding("加密", "bad", f"不能用:{type(error).__name__}", "请重新安装 cryptography")
    return Finding("加密", "bad", "结果不对", "请重新安装 cryptography")


def find_pool(pool: Path) -> Finding:
    """The pool: opens with this key, and no other user may read it."""
    from yingjiu.pool.key import KeyProblem, load_key
    from yingjiu.pool.store import Pool, PoolProblem

    if not (pool / "manifest.json").exists():
        return Finding("数据池", "warn", f"{pool} 里还没有数据", "先运行 yingjiu run,或检查 --pool 的路径")
    try:
        snapshots = len(Pool(pool, load_key(create=False)).manifest.snapshots)
    except (KeyProblem, PoolProblem) as error:
        return Finding("数据池", "bad", str(error))
    loose = [p for p in (pool, *pool.rglob("*")) if stat.S_IMODE(p.stat().st_mode) & 0o077]
    if loose and _others_can_reach(pool):
        return Finding("数据池", "warn", f"{pool} 别人也能读", f"请执行 chmod -R go-rwx {pool}")
    return Finding("数据池", "ok", f"{pool},{snapshots} 份数据,密钥相符")


def _others_can_reach(pool: Path) -> bool:
    """Whether any folder above closes the way to other users."""
    return all(stat.S_IMODE(p.stat().st_mode) & 0o011 for p in (pool, *pool.absolute().parents))
