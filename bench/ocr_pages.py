"""Errors and speed on spoiled pages: this package beside bare RapidOCR, on the same drawn pages, in the same run, in turn.

    python bench/ocr_pages.py [--pages 4] [--kinds clean,photo]

For each kind of `pages.KINDS`: the share of signs read wrongly (edit distance over the signs that stand there, blanks left
out, full and half width alike) and pages a minute. Bare is the better of two settings in each figure: the library's own with all cores in
one engine, with and without its classifier of turned lines. 0 where no kind has more errors than bare, and speed is at
least 0.95 of bare's over all kinds.
"""

from __future__ import annotations

import argparse
import sys
import time
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pages as drawn

from yingjiu.texts.ocr import Recogniser, cores

_THREADS = "EngineConfig.onnxruntime.intra_op_num_threads"
_SAME = 0.003
"""A difference of three signs in a thousand is chance."""


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--kinds", default=",".join(drawn.KINDS))
    given = parser.parse_args()
    if not drawn.fonts():
        print("no pages: install fonts-noto-cjk")
        return 2
    settings = {"yingjiu": _ours(), "bare": _bare(turn=True), "bare, no turned lines": _bare(turn=False)}
    for read in settings.values():
        read([drawn.spoiled("clean", 0)[0]])
    print(f"{'kind':<20} {'errors %: ours':>14} {'bare':>7}   {'pages/min: ours':>15} {'bare':>6}")
    seconds = dict.fromkeys(settings, 0.0)
    worse = [kind for kind in given.kinds.split(",") if not _kind(kind, given.pages, settings, seconds)]
    ratio = min(seconds[name] for name in list(settings)[1:]) / seconds["yingjiu"]
    print(
        f"speed over all kinds, yingjiu / best bare: {ratio:.2f}; more errors than bare: {', '.join(worse) or 'nowhere'}"
    )
    return 0 if ratio >= 0.95 and not worse else 1


Read = Callable[[list[drawn.Pixels]], list[str]]


def _kind(kind: str, count: int, settings: dict[str, Read], seconds: dict[str, float]) -> bool:
    sheets = [drawn.spoiled(kind, seed) for seed in range(count)]
    errors, speeds = {}, {}
    for name, read in settings.items():
        start = time.perf_counter()
        texts = read([pixels for pixels, _ in sheets])
        took = time.perf_counter() - start
        seconds[name] += took
        speeds[name] = count * 60 / took
        errors[name] = float(np.mean([error_rate(text, got) for (_, text), got in zip(sheets, texts, strict=True)]))
    bare = list(settings)[1:]
    least, most = min(errors[name] for name in bare), max(speeds[name] for name in bare)
    print(f"{kind:<20} {errors['yingjiu']:>14.2%} {least:>7.2%}   {speeds['yingjiu']:>15.1f} {most:>6.1f}", flush=True)
    return errors["yingjiu"] <= least + _SAME


def error_rate(wanted: str, got: str) -> float:
    """Edit distance over the length of what stands there."""
    one, other = _signs(wanted), _signs(got)
    codes = np.array([ord(sign) for sign in other], dtype=np.int64)
    steps = np.arange(len(other) + 1)
    row = steps.copy()
    for number, sign in enumerate(one, 1):
        row = np.concatenate(([number], np.minimum(row[1:] + 1, row[:-1] + (codes != ord(sign)))))
        row = np.minimum.accumulate(row - steps) + steps
    return float(row[-1]) / max(1, len(one))


def _signs(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _ours() -> Read:
    recogniser, pool = Recogniser(engines=cores()), ThreadPoolExecutor(cores())
    return lambda sheets: [page.text for page in pool.map(recogniser, sheets)]


def _bare(*, turn: bool) -> Read:
    from rapidocr import RapidOCR

    engine: Any = RapidOCR(params={"Global.log_level": "error", "Global.use_cls": turn, _THREADS: cores()})
    return lambda sheets: ["\n".join(engine(sheet).txts or ()) for sheet in sheets]


if __name__ == "__main__":
    sys.exit(main())
