"""Which papers arrive as pictures (扫描件)."""

from __future__ import annotations

import random
from dataclasses import replace

from yingjiu.synthetic.world import CriminalCase, Form, Paper

_KINDS = ("提请批准逮捕书", "起诉意见书", "起诉书", "收条", "谅解书", "询问笔录")


def choose_scans(rng: random.Random, cases: tuple[CriminalCase, ...], *, count: int) -> tuple[CriminalCase, ...]:
    """Give ``count`` papers of the folders the form of a picture or of a PDF without text."""
    places = [(c, p) for c, case in enumerate(cases) for p, paper in enumerate(case.papers) if paper.kind in _KINDS]
    chosen = sorted(rng.sample(places, min(count, len(places))))
    forms: tuple[Form, ...] = ("jpg", "png", "scan")
    drawn: dict[int, list[Paper]] = {}
    for turn, (case, place) in enumerate(chosen):
        papers = drawn.setdefault(case, list(cases[case].papers))
        papers[place] = replace(papers[place], form=forms[turn % 3])
    return tuple(replace(c, papers=tuple(drawn[k])) if k in drawn else c for k, c in enumerate(cases))
