"""Counts of key words over a county: terms that never hit are listed too."""

from __future__ import annotations

from yingjiu.leads.termcounts import term_records
from yingjiu.reading.facts import TermCount


def test_sums_over_papers() -> None:
    papers = [
        [TermCount("身体伤害", "死亡", 2, 1), TermCount("生活困难", "低保", 0, 0, 3)],
        [TermCount("身体伤害", "死亡", 1, 0, 0, 4)],
    ]
    records = {r["名"]: r for r in term_records(papers)}
    assert [records["死亡"][k] for k in ("文书", "次数", "否定", "他方", "条文")] == [2, 3, 1, 0, 4]
    assert [records["低保"][k] for k in ("文书", "次数", "他方")] == [0, 0, 3]
    assert records["截肢"]["次数"] == 0
