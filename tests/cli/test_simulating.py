"""``yingjiu simulate``: tables, files that need nothing from outside, mistakes answered in Chinese."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from yingjiu.cli.app import app

RUN = CliRunner()


def run(*words: str) -> str:
    done = RUN.invoke(app, ["simulate", *words, "--on", "2024-12-02"])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_change_is_shown_and_written(tmp_path: Path) -> None:
    page, book, kept = tmp_path / "单.html", tmp_path / "表.xlsx", tmp_path / "案.jsonl"
    told = run(
        "--synthetic", "300", "--set", "救助基准金额=560", "--budget", "60万", "--html", str(page), "--xlsx", str(book),
        "--save-cases", str(kept),
    )  # fmt: skip
    for words in ("改了什么", "总览", "谁多谁少", "同类案件", "预算用到哪个月", "变动最大"):
        assert words in told
    html = page.read_text("utf-8")
    assert html.count('role="img"') == 3
    assert not re.search(
        r"(?:src|href|url\()\s*=?\s*['\"]?(?:https?:)?//", html.replace("http://www.w3.org/2000/svg", "")
    )
    assert "<script" not in html
    visible = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
    assert not re.search(r"[A-Za-z]{2,}", visible)
    assert book.read_bytes().startswith(b"PK")
    again = run("--cases", str(kept), "--set", "救助基准金额=560")
    assert "300 件" in again


def test_names_are_masked_unless_asked(tmp_path: Path) -> None:
    kept, page = tmp_path / "案.jsonl", tmp_path / "单.html"
    kept.write_text(
        "".join(
            f'{{"案号": "{n}号", "姓名": "测大山", "决定日期": "2023-05-0{n}", "救助金额": 9000, '
            '"选": {"案件类型系数": "10", "生活困难系数": "8", "过错系数": "1"}}\n'
            for n in range(1, 7)
        ),
        "utf-8",
    )
    told = run("--cases", str(kept), "--set", "救助基准金额=520", "--html", str(page))
    assert "测大山" not in told + page.read_text("utf-8")
    assert "测某某" in page.read_text("utf-8")
    assert "测大山" in run("--cases", str(kept), "--set", "救助基准金额=520", "--reveal")


def test_a_benchmark_for_the_published_mean() -> None:
    told = run("--synthetic", "109", "--target-mean", "10800")
    assert re.search(r"救助基准金额取 \d+ 元时,109 件平均 10,[78]\d\d", told)


def test_the_experiment_prints_its_rates_and_both_outcomes() -> None:
    told = run("--synthetic", "200", "--officers")
    for words in ("5%", "75%", "60%", "看建议、有提示", "同样的人,没有系统", "以内占比"):
        assert words in told


def test_another_standard_by_name_and_by_file(tmp_path: Path) -> None:
    from yingjiu.catalog.kind import CATALOG

    copy = tmp_path / "新标准.yml"
    shipped = (CATALOG / "standards" / "灌云.yml").read_text("utf-8")
    copy.write_text(shipped.replace("名称: 灌云县司法救助金额", "名称: 新标准"), "utf-8")
    assert "磐安县分档推荐" in run("--synthetic", "60", "--to", "磐安")
    assert "新标准" in run("--synthetic", "60", "--to", str(copy))


@pytest.mark.parametrize(
    ("words", "told", "why"),
    [
        ([], "请写一种过往案件", "no cases"),
        (["--synthetic", "20", "--set", "基准=5"], "没有“基准”", "an unknown number"),
        (["--synthetic", "20", "--to", "没有的"], "没有一个标准叫", "an unknown standard"),
        (["--synthetic", "20", "--budget", "很多"], "不是金额", "no sum"),
        (["--synthetic", "0"], "大于零", "no cases at all"),
        (["--cases", "没有.xlsx"], "找不到", "no such file"),
        (["--synthetic", "20", "--months", "0", "--budget", "5万"], "1 到 120", "no months"),
        (["--synthetic", "20", "--target-mean", "1", "--target", "工资"], "数额", "an unknown number to seek"),
    ],
)
def test_mistakes_are_answered(words: list[str], told: str, why: str) -> None:
    done = RUN.invoke(app, ["simulate", *words])
    assert done.exit_code == 2, why
    assert told in done.output
