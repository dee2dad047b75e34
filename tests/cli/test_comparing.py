"""``yingjiu compare``: two versions in one git repository, the working tree, and what cannot run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from yingjiu.cli.app import app

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")
TEXT = "被害人王小明被打成轻伤二级。被告人李大山赔偿了王小明。"
READER = """
import argparse, json
parser = argparse.ArgumentParser()
parser.add_argument("read"); parser.add_argument("--jsonl"); parser.add_argument("--out")
given = parser.parse_args()
with open(given.out, "w", encoding="utf-8") as out:
    for line in open(given.jsonl, encoding="utf-8"):
        item = json.loads(line)
        if "读不了" in item["text"]:
            raise ValueError(item["text"])
        out.write(json.dumps(READ) + "\\n")
"""


def compare(*words: object) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["compare", *map(str, words)])
    return shown.exit_code, shown.output


def commit(repo: Path, record: dict[str, object]) -> None:
    main = repo / "src" / "yingjiu" / "cli" / "app.py"
    main.parent.mkdir(parents=True, exist_ok=True)
    for package in (main.parent, main.parent.parent):
        (package / "__init__.py").touch()
    main.write_text(f"READ = {record!r}\n{READER}", encoding="utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run([str(GIT), "-C", str(repo), *words], check=True, capture_output=True)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    victim = {"name": "王小明", "injury": None, "compensation": "unknown"}
    folder = tmp_path / "repo"
    folder.mkdir()
    commit(folder, {"type": "起诉书", "victims": [victim]})
    paid = victim | {"compensation": "paid", "evidence": [{"start": 21, "end": 24, "quote": "赔偿了"}]}
    commit(folder, {"type": "起诉书", "victims": [paid], "facts": []})
    return folder


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "文书.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_two_commits(repo: Path, lines: Path) -> None:
    code, said = compare("HEAD~1", "HEAD", lines, "--checkout", repo)
    assert code == 0, said
    assert "+ 赔偿 王某某:不明 → 已赔偿" in said
    assert "被告人李大山赔偿了王某某。" in said
    assert "1 份有变化" in said
    assert "旧版本不写逐条事实" in said
    assert "王小明" in compare("HEAD~1", "HEAD", lines, "--checkout", repo, "--reveal")[1]


def test_head_against_the_working_tree_is_the_default(repo: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(TEXT, encoding="utf-8")
    (papers / "b.docx").write_bytes(b"PK\x03\x04broken")
    code, said = compare(papers, "--checkout", repo)
    assert code == 0, said
    assert "1 份文书" in said
    assert "没有变化" in said
    assert "b.docx" in said


def test_a_paper_that_breaks_a_version_is_told_and_the_rest_compared(repo: Path, lines: Path) -> None:
    more = [{"text": TEXT}, {"text": "王小明读不了"}, {"text": TEXT}]
    lines.write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    code, said = compare("HEAD~1", "HEAD", lines, "--checkout", repo)
    assert code == 0, said
    assert "第2行:版本“HEAD~1”读这一份时出错" in said
    assert "2 份有变化" in said
    assert "王小明" not in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["没有这版", "."], "没有“没有这版”这个版本"),
        (["-–x", "."], "没有"),
        ([sys.executable, "HEAD", "."], "请写"),
    ],
)
def test_what_is_wrong_is_told(repo: Path, lines: Path, words: list[str], expected: str) -> None:
    code, said = compare("--checkout", repo, "--", *words, lines)
    assert code == 2
    assert expected in said


def test_a_version_that_cannot_run_is_told(repo: Path, lines: Path) -> None:
    commit(repo, {"type": 1})
    (repo / "src" / "yingjiu" / "cli" / "app.py").write_text("import nothing_of_this_name\n", encoding="utf-8")
    code, said = compare(lines, "--checkout", repo)
    assert code == 1
    assert "版本“工作区”运行不了" in said


def test_this_program_against_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, said = compare(sys.executable, "installed", tmp_path / "a.txt")
    assert code == 0, said
    assert "没有变化" in said
