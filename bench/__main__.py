"""All benchmarks one after the other (make bench); what they print is kept in build/bench.json beside the last time's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE.parent / "build" / "bench.json"


def main() -> int:
    """Run each in a process of its own, show its lines beside those of the last run, keep them."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    scans = Path(os.environ.get("YINGJIU_SHARED", "")) / "golden" / "county-a" / "input"
    names = ("weidu", "docx_text", "reading", "grading", "intake", "county", "volumes", "simulate")
    jobs: dict[str, list[str]] = {name: [] for name in names}
    if os.environ.get("YINGJIU_SHARED") and scans.is_dir():
        jobs["ocr"] = [str(scans)]
    told: dict[str, str] = {}
    failed = 0
    for name, arguments in jobs.items():
        done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *arguments], capture_output=True, text=True)
        told[name] = done.stdout.strip() or done.stderr.strip()[-500:]
        failed += done.returncode != 0
        print(f"== {name}\n{told[name]}\n-- last time\n{before.get(name, '(first time)')}\n")
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
