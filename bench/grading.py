"""A hundred thousand leads to their colours: table by charge, row, sure colour, points, order; every lead drawn by lot.

    python bench/grading.py [--leads 100000]

Elements are told, silent or not known at random, each lead with a charge of its own. Limit: 5 seconds on two cores (two
processes share the leads, as a run may). Also told: seconds for the one next question of each of a thousand leads.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal

from yingjiu.catalog.condition import Value
from yingjiu.catalog.grading import Tree, shipped_trees
from yingjiu.catalog.urgency import shipped_urgency
from yingjiu.grading.change import next_question
from yingjiu.grading.grade import choose_tree, grade

LIMIT = 5.0
CORES = 2
_NUMBERS = ("0", "0.1", "0.5", "1", "3", "5000", "30000", "120000")


def main() -> int:
    """Run and print; 0 where the limit is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    leads = parser.parse_args().leads
    share = leads // CORES
    with ProcessPoolExecutor(CORES) as workers:
        list(workers.map(draw_and_grade, [10] * CORES, range(CORES)))
        start = time.perf_counter()
        parts = list(workers.map(draw_and_grade, [share] * CORES, range(CORES)))
        whole = time.perf_counter() - start
    spent = max(seconds for seconds, _ in parts)
    colours = {c: sum(found.get(c, 0) for _, found in parts) for c in ("红", "橙", "黄")}
    print(f"{share * CORES} leads graded and ordered in {spent:.2f} s of each of {CORES} cores (limit {LIMIT:g})")
    print(f"{whole:.2f} s by the clock with drawing them")
    print(f"colours: {colours}")
    print(f"next question of 1,000 leads: {ask_thousand():.2f} s")
    return 0 if spent <= LIMIT else 1


def draw_lead(lot: random.Random, trees: tuple[Tree, ...]) -> tuple[str, dict[str, Value]]:
    """A charge and what is told: a third of the elements silent, a sixth not known."""
    tree = lot.choice(trees)
    charge = lot.choice(sorted(tree.charges)) if tree.charges else ""
    told: dict[str, Value] = {}
    for element in tree.elements.values():
        kind = lot.random()
        if kind < 1 / 3:
            continue
        number = Decimal(lot.choice(_NUMBERS))
        told[element.name] = None if kind < 1 / 2 else number if element.unit else lot.choice(element.values)
    return charge, told


def draw_and_grade(count: int, seed: int) -> tuple[float, dict[str, int]]:
    """Draw leads, then grade and order them; seconds of the latter (of this process) and how many of each colour."""
    lot, trees, urgency = random.Random(seed), shipped_trees(), shipped_urgency()
    drawn = [draw_lead(lot, trees) for _ in range(count)]
    start = time.process_time()
    found: dict[str, int] = {}
    places = []
    for number, (charge, told) in enumerate(drawn):
        tree = choose_tree(trees, (charge,), told)
        all_told = {**tree.presumed((charge,), told), **told}
        given = grade(tree, all_told)
        found[given.colour] = found.get(given.colour, 0) + 1
        places.append((-given.urgency, given.sure, -urgency.score(all_told, tree.elements), number))
    places.sort()
    return time.process_time() - start, found


def ask_thousand() -> float:
    """Seconds for the next question of a thousand leads."""
    lot, trees = random.Random(3), shipped_trees()
    drawn = [draw_lead(lot, trees) for _ in range(1000)]
    start = time.process_time()
    for charge, told in drawn:
        next_question(choose_tree(trees, (charge,), told), told)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
