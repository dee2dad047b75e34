"""Pages to print: nothing asked of anybody, the style named by its hash, Chinese marks in full width."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from yingjiu.leads.bars import draw_bars
from yingjiu.leads.page import chip, shown, table, write_document


def test_a_page_asks_nothing_and_names_its_style() -> None:
    text = write_document("题<目>", ["<p>一</p>", "<p>二</p>"])
    assert not re.search(r"https?:|src=|@import|url\(|<script|<link|style=", text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    mark = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{mark}'" in text
    assert text.count("<article>") == 2
    assert "题&lt;目&gt;" in text


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("未付,待查", "未付，待查"),
        ("终本(到位0元)", "终本（到位0元）"),
        ("a,b 1:2", "a,b 1:2"),  # numbers and file names stay
        ("起诉书(1).docx", "起诉书(1).docx"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_marks(given: str, seen: str) -> None:
    assert shown(given) == seen


def test_a_colour_never_stands_without_its_word() -> None:
    assert "红色" in chip("红")
    assert "未分级" in chip(None)


def test_an_empty_table_says_why() -> None:
    assert "没有记录可引" in table(("一",), [], empty="没有记录可引")


def test_bars_add_up_what_is_left_over() -> None:
    svg = draw_bars("按类", [(f"类{n}", 20 - n) for n in range(15)], "件")
    assert svg.count("<rect") == 13
    assert "其余 3 类" in svg
    assert 'role="img"' in svg
    assert draw_bars("按类", [], "件") == ""
