"""100,000 past cases replayed by two standards, with totals, groups, spreads and budget (limit 10 s), and checked one by one.

The cases are an invented county's with the officers' own points, so that inputs differ as they do in an office.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from decimal import Decimal

from yingjiu.amounts.adjust import adjust
from yingjiu.amounts.difference import compare_standards, run_budget
from yingjiu.amounts.simulate import find_value, make_key, replay, replay_one
from yingjiu.catalog.standard import load_standards
from yingjiu.synthetic.officers import run_officers
from yingjiu.synthetic.pastcases import make_past_cases

CASES = 100_000
CHECKED = 2_000


def main(arguments: Sequence[str] = ()) -> dict[str, float]:
    """Measure and print one line."""
    number = int(arguments[0]) if arguments else CASES
    old = next(s for s in load_standards() if "灌云" in s.name)
    new, _ = adjust(old, ["救助基准金额=520", "生活困难系数.较重困难=5 至 9，建议 7"])
    cases = run_officers(old, make_past_cases(old, number=number)).aided
    started, busy = time.perf_counter(), time.process_time()
    difference = compare_standards(cases, old, new)
    course = run_budget(difference.changes, difference.before.total / 3)
    whole, work = time.perf_counter() - started, time.process_time() - busy
    started = time.perf_counter()
    replayed = replay(new, cases)
    once = time.perf_counter() - started
    started = time.perf_counter()
    found = find_value(old, "救助基准金额", Decimal(10800), cases)
    search = time.perf_counter() - started
    step = max(len(cases) // CHECKED, 1)
    wrong = sum(replay_one(new, c) != r for c, r in list(zip(cases, replayed, strict=True))[::step])
    line = {
        "cases": number,
        "distinct_inputs": len(set(map(make_key(new), cases))),
        "simulate_s": round(whole, 2),
        "simulate_cpu_s": round(work, 2),
        "replay_s": round(once, 2),
        "target_mean_s": round(search, 2),
        "benchmark": int(found.value),
        "benchmark_mean": float(found.mean),
        "checked_one_by_one": len(cases[::step]),
        "different": wrong,
        "months": len(course.months),
    }
    print(json.dumps(line))
    return line


if __name__ == "__main__":
    main(sys.argv[1:])
