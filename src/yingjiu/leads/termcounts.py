"""How often each term of the six classes stands in a county's papers (关键词计数), terms that never hit included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.facts import TermCount
from yingjiu.reading.terms import LIST


def term_records(papers: Iterable[Iterable[TermCount]]) -> list[dict[str, Any]]:
    """One record a term in the order of the list.

    Args:
        papers: the counts of each paper.

    Returns:
        组, 名, 近似词 and the numbers 文书 (papers in which it counts), 次数, 否定, 他方, 条文.
    """
    sums: dict[str, list[int]] = {}
    for counts in papers:
        for count in counts:
            row = sums.setdefault(count.term, [0, 0, 0, 0, 0])
            given = (int(count.counted > 0), count.counted, count.negated, count.others, count.elsewhere)
            for place, number in enumerate(given):
                row[place] += number
    return [
        {
            **{key: entry[key] for key in ("组", "名", "极性", "方", "段", "权")},
            "近似词": list(entry["词"]),
            **dict(zip(("文书", "次数", "否定", "他方", "条文"), sums.get(entry["名"], [0] * 5), strict=True)),
        }
        for entry in load_lexicon(LIST)
    ]
