"""Who fell out of the funnel: near misses first, headed by those whose payment no paper shows to have come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tiny_county import ON, PAPER, write_input
from yingjiu.leads.dropouts import HEADING
from yingjiu.run import run

UNPAID = "案发后,犯罪嫌疑人钱大海未赔偿被害人孙小荷的经济损失,被害人孙小荷家庭生活困难,无力支付医疗费。"
ENDS = [
    ("案发后,双方达成赔偿协议,被害人孙小荷对犯罪嫌疑人钱大海表示谅解。", True, "agreed and forgiven, no money shown"),
    ("案发后,犯罪嫌疑人钱大海已赔偿被害人孙小荷全部经济损失8万元。", False, "money came"),
]


@pytest.mark.parametrize(("words", "noted", "why"), ENDS, ids=[e[2] for e in ENDS])
def test_payment_not_proven_heads_the_near_misses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, noted: bool, why: str
) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    source, out = tmp_path / "数据", tmp_path / "结果"
    write_input(source)
    paper = next(source.rglob("起诉意见书.txt"))
    assert UNPAID in PAPER
    paper.write_text(PAPER.replace(UNPAID, words), encoding="utf-8")
    run(source, out, on=ON)
    lines = [json.loads(line) for line in (out / "dropped.jsonl").read_text(encoding="utf-8").splitlines()]
    near = [d for d in lines if d.get("near")]
    marks = [d["note"] == HEADING for d in near]
    assert any(d["name"] == "孙小荷" and "赔偿" in d["test"] for d in near)
    assert any(marks) is noted, why
    assert marks == sorted(marks, reverse=True), "at the head of the list"
