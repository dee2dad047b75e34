"""County A without its scans: first run, unchanged run, one new file, each in a process of its own (limits 6 s, 2 s, +1 s).

Needs YINGJIU_SHARED. Times are whole processes, interpreter and imports included; the median of three.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(source: Path, out: Path, key: Path) -> float:
    """Seconds of one `yingjiu run`."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "yingjiu.cli.app", "run", str(source), "--out", str(out), "--on", "2023-05-01"]
    environment = {**os.environ, "YINGJIU_KEY": str(key)}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> list[dict[str, float]]:
    """Measure and print one line."""
    shared = os.environ.get("YINGJIU_SHARED")
    if not shared:
        print("YINGJIU_SHARED is not set: county A is not measured")
        return []
    first, again, one_more = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        source, key = Path(folder) / "input", Path(folder) / "keys" / "pool.key"
        shutil.copytree(Path(shared) / "golden" / "county-a" / "input", source)
        for picture in source.rglob("*.jpg"):
            picture.unlink()
        for n in range(3):
            out = Path(folder) / f"out{n}"
            first.append(run(source, out, key))
            again.append(run(source, out, key))
            (source / f"新来{n}.txt").write_text("情况说明\n没有新的情况。\n", encoding="utf-8")
            one_more.append(run(source, out, key))
            (source / f"新来{n}.txt").unlink()
    line = {
        "first_s": round(statistics.median(first), 2),
        "unchanged_s": round(statistics.median(again), 2),
        "one_new_file_s": round(statistics.median(one_more), 2),
    }
    print(json.dumps(line))
    return [line]


if __name__ == "__main__":
    main()
