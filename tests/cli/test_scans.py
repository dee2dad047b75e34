"""``yingjiu read`` of scans: doubtful numbers told, evidence marked on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from typer.testing import CliRunner

from yingjiu.cli.app import app
from yingjiu.reading.dossier import read_dossier
from yingjiu.synthetic.scans import find_font
from yingjiu.texts.page import GivenText, Line, Page


def test_doubts_of_a_file_stand_beside_its_paper() -> None:
    text = "收条\n今收到赔偿款58,04元。"
    lines = (Line(0, 2, (0, 0, 9, 9), 0.99), Line(3, len(text), (0, 10, 9, 19), 0.99))
    note = read_dossier(("收条.jpg", GivenText((Page(1, text, lines, (10, 20)),), "ocr")))
    (part,) = note["papers"]
    assert part["doubts"] == ["第1页 金额 58,04:千分位或小数点不合写法,或夹有字母;请对照原件核对金额"]
    typed = read_dossier(("收条.txt", GivenText((Page(1, text),), "txt")))
    assert "doubts" not in typed["papers"][0]


@pytest.mark.ocr
def test_a_scan_is_shown_with_its_evidence_and_doubts(tmp_path: Path) -> None:
    font = find_font()
    if font is None:
        pytest.skip("没有中文字体(Debian:fonts-noto-cjk)")
    sheet = Image.new("L", (1240, 700), 255)
    pen, letters = ImageDraw.Draw(sheet), ImageFont.truetype(str(font), 36)
    rows = [
        "谅  解  书",
        "被害人王小荷，公民身份号码110105194912310022。",
        "被害人王小荷已收到赔偿款30000元，对被告人",
        "张大明的行为表示谅解。",
    ]
    for number, row in enumerate(rows):
        pen.text((100, 80 + 90 * number), row, fill=0, font=letters)
    sheet.save(tmp_path / "谅解书.png")
    words = ["read", str(tmp_path / "谅解书.png"), "--show", str(tmp_path / "图")]
    shown = CliRunner().invoke(app, words)
    said = shown.output
    assert shown.exit_code == 0, said
    assert "待核 第1页 证件号码 110105********0022" in said
    assert [p.name for p in (tmp_path / "图").iterdir()] == ["谅解书-第1页.png"]
