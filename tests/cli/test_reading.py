"""``yingjiu read``: papers for a person to read, and lines for a program."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from tiny_county import HURT, PAPER
from yingjiu.cli.app import app


def read(*words: object) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["read", *map(str, words)])
    return shown.exit_code, shown.output


def test_a_paper_is_told_masked(tmp_path: Path) -> None:
    path = tmp_path / "起诉意见书.txt"
    path.write_text(PAPER, encoding="utf-8")
    code, said = read(path)
    assert code == 0, said
    for word in ("起诉意见书", "故意伤害", "重伤二级", "未赔偿", "孙某某"):
        assert word in said
    for secret in ("孙小荷", "钱大海", HURT):
        assert secret not in said
    assert "孙小荷" in read(path, "--reveal")[1]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.docx"
    good.write_text(PAPER, encoding="utf-8")
    bad.write_bytes(b"PK\x03\x04broken")
    code, said = read(bad, good)
    assert code == 0
    assert "b.docx" in said
    assert "重伤二级" in said


def test_a_folder_tells_what_is_no_paper(tmp_path: Path) -> None:
    (tmp_path / "卷.docx").mkdir()
    (tmp_path / "卷.docx" / "a.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "名册.xlsx").write_bytes(b"PK")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    code, said = read(tmp_path)
    assert code == 0
    assert "1 个文件不是文书,没有读:名册.xlsx" in said


def test_only_bad_files_are_a_failure(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    assert read(tmp_path / "空.txt")[0] == 1
    assert read(tmp_path / "没有.txt")[0] == 1
    assert read()[0] == 2


def test_lines_are_read_and_their_spans_quote(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    items = [{"id": 1, "text": PAPER}, {"id": 2, "text": ""}]
    source.write_text("\n".join(json.dumps(i) for i in items) + "\n坏行\n", encoding="utf-8")
    code, said = read("--jsonl", source, "--out", out)
    assert code == 0, said
    assert "第3行" in said
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [1, 2]
    for victim in rows[0]["victims"]:
        for span in victim["evidence"]:
            assert PAPER[span["start"] : span["end"]] == span["quote"]


def test_odd_signs_in_lines_lose_nothing(tmp_path: Path) -> None:
    """A line separator inside a text ends no line; half a character can be written again."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    items = [{"id": "甲\u2028乙", "text": PAPER}, {"id": "\ud800", "text": "被害人\ud800小荷"}]
    lines = [json.dumps(items[0], ensure_ascii=False), json.dumps(items[1])]
    source.write_text("\r\n".join(lines), encoding="utf-8")
    code, said = read("--jsonl", source, "--out", out)
    assert code == 0, said
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    assert [row["id"] for row in rows] == [item["id"] for item in items]


def test_lines_need_a_place_to_go(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{}", encoding="utf-8")
    code, said = read("--jsonl", tmp_path / "in.jsonl")
    assert code == 2
    assert "--out" in said
