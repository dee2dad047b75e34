"""The one style sheet: short, readable (AA), and no page asks for anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "src" / "yingjiu" / "web"
CSS = (WEB / "static" / "yingjiu" / "app.css").read_text("utf-8")
TOKENS = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", CSS))


def luminance(colour: str) -> float:
    """Relative luminance after WCAG."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *[(ink, ground) for ink in ("ink", "quiet", "blue") for ground in ("paper", "bg", "zebra", "wash", "mark")],
        ("green", "paper"),
        *[("paper", chip) for chip in ("blue", "red", "orange", "yellow")],  # white words on chips and the top bar
    ],
)
def test_words_are_readable(ink: str, ground: str) -> None:
    assert contrast(TOKENS[ink], TOKENS[ground]) >= 4.5


def test_the_sheet_is_short() -> None:
    assert len(CSS.splitlines()) <= 350


def test_own_script_is_short() -> None:
    assert len((WEB / "static" / "yingjiu" / "keys.js").read_text("utf-8").splitlines()) < 150


@pytest.mark.parametrize("path", sorted((WEB / "templates").rglob("*.html")), ids=lambda p: p.name)
def test_templates_are_clean(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "//" not in text.replace("<!doctype", "")  # no address of elsewhere
    assert not re.search(r'\sstyle=|<style|\son[a-z]+="|<script>', text)  # nothing inline
    assert not re.search(r"[一-鿿][,;]", text)  # Chinese words with Chinese signs
