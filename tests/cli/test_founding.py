"""``yingjiu init`` and the office's folder: made, read back, wrong values told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from yingjiu.catalog.figure import BENCHMARK, INCOME, SPENDING, WAGE, YEARLY_INCOME, load_figures
from yingjiu.catalog.problem import UserFileError
from yingjiu.cli.app import app
from yingjiu.cli.offices import load_office
from yingjiu.office import read_settings


def found(folder: Path, *words: str) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["init", str(folder), *words, "--yes"])
    return shown.exit_code, shown.output


def test_the_folder_is_made_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "钥" / "key"))
    folder = tmp_path / "我院"
    words = ["--name", "东山县人民检察院", "--area", "329901", "--place", "东山县", "--great-loss", "30000"]
    code, said = found(folder, *words)
    assert code == 0, said
    office = load_office(folder)
    assert office.area.codes == ("329901",)
    assert office.area.names == ("东山县",)
    assert office.great_loss == Decimal(30000)
    assert office.catalog == (folder,)
    folders = {"kinds", "models", "sources", "standards", "gradings", "law", "measures"}
    assert {p.name for p in folder.iterdir()} == {"office.yml", *folders}
    assert (tmp_path / "钥" / "key").stat().st_mode & 0o077 == 0


def test_an_office_that_is_there_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    assert found(tmp_path / "我院")[0] == 0
    before = (tmp_path / "我院" / "office.yml").read_bytes()
    code, said = found(tmp_path / "我院", "--name", "另一院")
    assert code == 1
    assert "没有改动" in said
    assert (tmp_path / "我院" / "office.yml").read_bytes() == before


def test_figures_are_filled_in_or_left_to_fill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    folder = tmp_path / "我院"
    code, said = found(
        folder, "--name", "某院", "--province", "某省", "--wage", "1万", "--standard", "灌云县司法救助金额"
    )
    assert code == 0
    assert "还没有填 law/救助基准金额.yml" in "".join(said.split("\n"))
    figures = load_figures((folder,))
    assert set(figures) == {WAGE, BENCHMARK, INCOME, SPENDING, YEARLY_INCOME}
    assert list(figures[WAGE].values.values()) == [Decimal(10000)]
    assert figures[BENCHMARK].values == {}
    assert read_settings(folder).standard == "灌云县司法救助金额"


def test_a_wage_that_is_none_is_refused(tmp_path: Path) -> None:
    code, said = found(tmp_path / "我院", "--wage", "很多")
    assert code == 2
    assert "不是大于零的数" in said
    assert not (tmp_path / "我院").exists()


def test_a_wrong_area_code_is_refused(tmp_path: Path) -> None:
    code, said = found(tmp_path / "我院", "--area", "3299")
    assert code == 2
    assert "六位" in said
    assert not (tmp_path / "我院").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("地区代码: [329901]", "名称"),
        ("名称: 某院\n地区代码: [32990]", "六位"),
        ("名称: 某院\n重大财产损失数额: {数额: 两万}", "不是数字"),
        ("名称: 某院\n重大财产损失数额: {数额: 20000, 起始: 去年}", "日期"),
        ("名称: 某院\n地名: [甲县]", "地名"),
    ],
)
def test_a_wrong_office_file_is_told(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "office.yml").write_text(text, encoding="utf-8")
    with pytest.raises(UserFileError, match=said):
        load_office(tmp_path)
