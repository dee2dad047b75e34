"""Bars with their numbers (条形图): SVG text with attributes only, one bar a row, read out in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from yingjiu.leads.sheets_table import text_width
from yingjiu.leads.timeline import BLUE, INK, QUIET

WIDTH: Final = 700
ROW: Final = 20
MOST: Final = 12


def draw_bars(spoken: str, bars: Sequence[tuple[str, int]], unit: str, *, width: int = WIDTH) -> str:
    """Bars from top to bottom; empty where there are none.

    Args:
        spoken: the sentence for who cannot see it.
        bars: label and number; beyond ``MOST`` the rest is added up.
        unit: of the numbers.
        width: of the drawing.
    """
    if not bars:
        return ""
    shown = list(bars[:MOST])
    if len(bars) > MOST:
        shown.append((f"其余 {len(bars) - MOST} 类", sum(n for _, n in bars[MOST:])))
    left = min(max(text_width(label) for label, _ in shown) * 6.1 + 10, width * 0.5)
    most = max(max(n for _, n in shown), 1)
    room = width - left - 70
    parts = []
    for row, (label, number) in enumerate(shown):
        top = row * ROW
        wide = max(number / most * room, 1.0)
        parts.append(f'<text x="{left - 8:.0f}" y="{top + 14}" text-anchor="end" fill="{INK}">{escape(label)}</text>')
        parts.append(f'<rect x="{left:.0f}" y="{top + 4}" width="{wide:.1f}" height="12" fill="{BLUE}"/>')
        parts.append(f'<text x="{left + wide + 6:.1f}" y="{top + 14}" fill="{QUIET}">{number:,} {escape(unit)}</text>')
    return (
        f'<svg viewBox="0 0 {width} {len(shown) * ROW + 4}" role="img" aria-label="{escape(spoken, quote=True)}" '
        f'font-size="12">{"".join(parts)}</svg>'
    )
