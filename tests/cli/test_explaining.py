"""``yingjiu explain``: for the found the records, for the others the first test failed and what would change it."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from tiny_county import GONE, HURT, POOR, Tiny
from yingjiu.cli.app import app


def explain(tiny: Tiny, *words: str) -> Result:
    return CliRunner().invoke(app, ["explain", *words, "--out", str(tiny.out), "--on", "2023-06-01"])


def test_who_is_found_is_told_on_which_records(tiny: Tiny) -> None:
    shown = explain(tiny, "赵大山")
    assert shown.exit_code == 0, shown.output
    assert "✓ shanxian" in shown.stdout
    assert "信访登记·信访人" in shown.stdout
    assert "赵大山" not in shown.stdout
    assert POOR not in shown.stdout


def test_who_is_not_found_is_told_what_failed(tiny: Tiny) -> None:
    shown = explain(tiny, GONE, "--model", "shanxian")
    assert shown.exit_code == 0
    assert "第一项没有通过" in shown.stdout
    assert "已离册" in "".join(shown.stdout.split())


def test_a_sentence_of_the_paper_is_quoted(tiny: Tiny) -> None:
    shown = explain(tiny, HURT, "--model", "yueqing-1", "--reveal")
    assert shown.exit_code == 0, shown.output
    text = "".join(shown.stdout.split())
    assert "✓yueqing-1" in text
    assert "未赔偿被害人孙小荷的经济损失" in text


def test_a_lead_can_be_asked_by_its_number(tiny: Tiny) -> None:
    import json

    lines = (tiny.out / "leads.jsonl").read_text(encoding="utf-8").splitlines()
    lead = next(json.loads(line) for line in lines if json.loads(line)["id_number"] == POOR)
    assert lead["id"] in explain(tiny, lead["id"]).stdout


def test_an_unknown_model_is_refused(tiny: Tiny) -> None:
    shown = explain(tiny, POOR, "--model", "xx-1")
    assert shown.exit_code == 2
    assert "shanxian" in shown.stderr
