"""Whole judgments to facts beside one bare pass of the same words, and Word files to facts, on one core, in memory.

    python bench/reading.py [--rounds 7]

The bare pass is one `ahocorasick_rs` automaton of all words of the project's own lists (catalog/lexicons) over the same
texts in the same run, offsets included; rounds of both take turns, in seconds of this process. Texts are the whole judgments of
YINGJIU_SHARED/reading/victims.jsonl, else those of an invented county. Limits: 40 times the bare pass; 1,000 Word files
a second (of about 600 characters, from their bytes to their facts).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick
from docx_text import made_papers

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.paper import read_paper
from yingjiu.texts.file import read_content

MOST_TIMES, LEAST_FILES = 40, 1000
_BARE_ROUNDS = 3


def main() -> int:
    """Run and print; 0 where both limits are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    texts, source = whole_judgments()
    words = lexicon_words()
    bare = AhoCorasick(words)
    passes, reading = [], []
    for text in texts[:20]:
        read_paper(text)
    for _ in range(rounds):
        passes.append(_seconds(lambda: [bare.find_matches_as_indexes(t) for t in texts], times=_BARE_ROUNDS))
        reading.append(_seconds(lambda: [read_paper(t) for t in texts]))
    ratio = statistics.median(ours / one for ours, one in zip(reading, passes, strict=True))
    print(
        f"{len(texts)} judgments of {sum(map(len, texts)) / len(texts):.0f} characters ({source}), {len(words)} words"
    )
    print(f"bare pass: {len(texts) / statistics.median(passes):.0f} judgments/s")
    print(
        f"read: {len(texts) / statistics.median(reading):.0f} judgments/s, {ratio:.1f} times the bare pass (limit {MOST_TIMES})"
    )
    papers = made_papers(200)
    facts = [_seconds(lambda: [_facts(content) for content in papers]) for _ in range(rounds)]
    speed = len(papers) / statistics.median(facts)
    print(f"docx to facts: {speed:.0f} files/s (limit {LEAST_FILES})")
    return 0 if ratio <= MOST_TIMES and speed >= LEAST_FILES else 1


def whole_judgments() -> tuple[list[str], str]:
    """Texts to read and where they are from."""
    given = Path(os.environ.get("YINGJIU_SHARED", "")) / "reading" / "victims.jsonl"
    if os.environ.get("YINGJIU_SHARED") and given.is_file():
        rows = map(json.loads, given.read_text(encoding="utf-8").splitlines())
        return [row["text"] for row in rows if "judgment" in row["kind"]], given.name
    from yingjiu.synthetic.county import build_county
    from yingjiu.synthetic.writer import all_papers

    papers = all_papers(build_county(seed=1, people=3000, cases=120, scans=0))
    found = ["\n".join(paper.lines) for paper in papers if str(paper.truth.get("type", "")).endswith("判决书")]
    return found, "invented"


def lexicon_words() -> list[str]:
    """Every word of every list."""
    words: set[str] = set()
    for file in files("yingjiu.catalog").joinpath("lexicons").iterdir():
        if file.name.endswith(".yml"):
            _gather(load_lexicon(file.name.removesuffix(".yml")), words)
    return sorted(words)


def _gather(content: Any, words: set[str]) -> None:
    if isinstance(content, str):
        words.update([content] if content else [])
    elif isinstance(content, dict):
        _gather([*content.keys(), *content.values()], words)
    elif isinstance(content, Sequence):
        for part in content:
            _gather(part, words)


def _facts(content: bytes) -> object:
    return read_paper(read_content(content, ".docx").text)


def _seconds(work: Callable[[], object], *, times: int = 1) -> float:
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


if __name__ == "__main__":
    sys.exit(main())
