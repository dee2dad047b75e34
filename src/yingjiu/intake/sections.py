"""Section lines within a list (小标题: 一、孤儿 … 二、困境儿童 …) that say which kind the rows below are."""

from __future__ import annotations

from collections.abc import Sequence

from yingjiu.intake.scoring import Recogniser, title_sources

Rows = list[tuple[int, list[str]]]


def split_sections(
    tools: Recogniser, rows: Rows, lines: Sequence[tuple[int, str]]
) -> list[tuple[tuple[str, ...], Rows]]:
    """The rows of a table by section, each with the title of its section.

    Only where section lines name two sources or more; a line that names a township or a village cuts nothing.
    """
    named = [(number, text, title_sources(tools, (text,))) for number, text in lines if len(text) <= 40]
    named = [n for n in named if n[2]]
    if len({n[2] for n in named}) < 2:
        return [((), rows)]
    starts = [(0, ""), *((number, text) for number, text, _ in named)]
    out: list[tuple[tuple[str, ...], Rows]] = []
    for i, (start, text) in enumerate(starts):
        end = starts[i + 1][0] if i + 1 < len(starts) else float("inf")
        some = [row for row in rows if start < row[0] < end]
        if some:
            out.append(((text,) if text else (), some))
    return out
