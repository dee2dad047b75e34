"""``yingjiu look``: purpose, journal, masking, namesakes, the page to print."""

from __future__ import annotations

import json
import re
from pathlib import Path

from typer.testing import CliRunner, Result

from tiny_county import CHILD, GONE, POOR, TWIN_ONE, Tiny
from yingjiu.cli.app import app


def look(tiny: Tiny, *words: str) -> Result:
    return CliRunner().invoke(app, ["look", *words, "--out", str(tiny.out), "--on", "2023-06-01"])


def journal(tiny: Tiny) -> list[dict[str, str]]:
    text = (tiny.out / "查询日志.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_without_a_purpose_nothing_is_shown(tiny: Tiny) -> None:
    shown = look(tiny, "赵大山")
    assert shown.exit_code == 2
    assert "事由" in shown.stderr
    assert shown.stdout == ""


def test_the_page_is_masked_unless_asked(tiny: Tiny) -> None:
    masked = look(tiny, "赵大山", "--purpose", "接访").stdout
    assert "赵某某" in masked
    assert "低保户" in masked
    assert "赵大山" not in masked
    assert POOR not in masked
    plain = look(tiny, "赵大山", "--purpose", "接访", "--reveal").stdout
    assert "赵大山" in plain
    assert POOR in plain


def test_every_look_is_noted_without_the_name(tiny: Tiny) -> None:
    look(tiny, POOR, "--purpose", "赵大山来访")
    last = journal(tiny)[-1]
    assert last["purpose"] == "赵某某来访"
    assert re.fullmatch(r"[0-9a-f]{16}", last["person"])
    assert {"time", "user", "unit", "shown"} <= last.keys()
    raw = (tiny.out / "查询日志.jsonl").read_text(encoding="utf-8")
    assert "赵大山" not in raw
    assert POOR not in raw
    assert (tiny.out / "查询日志.jsonl").stat().st_mode & 0o077 == 0


def test_the_same_person_has_the_same_token(tiny: Tiny) -> None:
    look(tiny, POOR, "--purpose", "一")
    look(tiny, "赵大山", "--purpose", "二")
    first, second = journal(tiny)[-2:]
    assert first["person"] == second["person"]


def test_a_person_not_found_is_noted_too(tiny: Tiny) -> None:
    before = len(journal(tiny)) if (tiny.out / "查询日志.jsonl").exists() else 0
    shown = look(tiny, "冯无此人", "--purpose", "接访")
    assert shown.exit_code == 1
    assert "没有能确认的" in shown.stderr
    assert "冯无此人" not in shown.output
    assert len(journal(tiny)) == before + 1


def test_who_has_left_a_list_is_history(tiny: Tiny) -> None:
    shown = look(tiny, GONE, "--purpose", "接访").stdout
    assert "历史" in shown
    assert "已离册" in shown


def test_an_organ_without_a_list_is_unknown(tiny: Tiny) -> None:
    assert "不能当作没有救助过" in "".join(look(tiny, POOR, "--purpose", "接访").stdout.split())


def test_of_namesakes_one_has_to_be_chosen(tiny: Tiny) -> None:
    shown = look(tiny, "吴同名", "--purpose", "接访")
    assert shown.exit_code == 1
    assert "同名 2 人" in shown.stdout
    assert TWIN_ONE not in shown.output
    one = look(tiny, TWIN_ONE, "--purpose", "接访")
    assert one.exit_code == 0
    assert "另一个人" in one.stdout


def test_the_printed_page_asks_nothing_of_anyone_and_masks_a_child(tiny: Tiny, tmp_path: Path) -> None:
    page = tmp_path / "页.html"
    assert look(tiny, POOR, "--purpose", "走访", "--html", str(page)).exit_code == 0
    assert "赵大山" not in page.read_text(encoding="utf-8")
    look(tiny, POOR, "--purpose", "走访", "--html", str(page), "--reveal")
    text = page.read_text(encoding="utf-8")
    assert "赵大山" in text
    assert "@page { size: A4" in text
    assert not re.search(r"https?:|src=|@import|url\(|<script|<link", text)
    assert page.stat().st_mode & 0o077 == 0
    look(tiny, CHILD, "--purpose", "走访", "--html", str(page))
    child = page.read_text(encoding="utf-8")
    assert "周小苗" not in child
    assert CHILD not in child
    assert "严格保密" in child


def test_without_pool_or_out_it_says_so(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["look", "某人", "--purpose", "接访"])
    assert shown.exit_code == 2
    empty = CliRunner().invoke(app, ["look", "某人", "--purpose", "接访", "--out", str(tmp_path)])
    assert empty.exit_code == 3
    assert "yingjiu run" in empty.stderr
