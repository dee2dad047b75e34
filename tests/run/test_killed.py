"""Killed anywhere, the next run completes with the same result: a real process, kill -9 at random moments, a small county."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from yingjiu.synthetic.county import build_county
from yingjiu.synthetic.writer import write_county

RESULTS = ("hits.jsonl", "documents.jsonl", "leads.jsonl", "funnel.json", "intake.json", "dropped.jsonl")
JOB = """
import sys
from datetime import date
from pathlib import Path
from yingjiu.run import run
run(Path(sys.argv[1]), Path(sys.argv[2]), on=date(2024, 12, 1))
"""


def start(source: Path, out: Path, key: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "YINGJIU_KEY": str(key)}
    return subprocess.Popen([sys.executable, "-c", JOB, str(source), str(out)], env=environment, stderr=subprocess.PIPE)


def finish(source: Path, out: Path, key: Path) -> dict[str, bytes]:
    job = start(source, out, key)
    _, errors = job.communicate(timeout=300)
    assert job.returncode == 0, errors.decode()[-2000:]
    return {name: (out / name).read_bytes() for name in RESULTS}


@pytest.mark.golden
def test_killed_anywhere_completes_the_same(tmp_path: Path) -> None:
    write_county(build_county(seed=5, people=600, cases=20), tmp_path / "county", scans=False)
    source, key = tmp_path / "county" / "input", tmp_path / "pool.key"
    started = time.perf_counter()
    whole = finish(source, tmp_path / "whole", key)
    length = time.perf_counter() - started
    chance = random.Random(7)
    out = tmp_path / "killed"
    killed = 0
    for _ in range(8):
        job = start(source, out, key)
        time.sleep(chance.uniform(0.2, 1.0) * length)
        if job.poll() is None:
            job.send_signal(signal.SIGKILL)
            killed += 1
        job.wait()
        for name in RESULTS:  # whatever stands there is whole
            assert not (out / name).exists() or (out / name).read_bytes() == whole[name], name
    assert killed >= 3
    assert finish(source, out, key) == whole
