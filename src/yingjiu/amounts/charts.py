"""Charts as SVG text (图): bars and lines with their numbers written on them, for a page that asks nothing of anybody; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Final

BLUE, GREY, AMBER, LINE, QUIET, INK = "#1f4e8c", "#9aa7b8", "#b26a00", "#cfd7e1", "#566174", "#1b2430"
WIDTH: Final = 680
ROW: Final = 34
LABEL: Final = 150
_FONT: Final = "'Noto Sans CJK SC','Microsoft YaHei',sans-serif"


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of a paired bar chart: its label and two values."""

    label: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name, colour, whether dashed, one value a place."""

    name: str
    colour: str
    values: Sequence[Decimal]
    dashed: bool = False


def thousands(value: Decimal) -> str:
    """A number as people read it: 12,500."""
    return f"{value.quantize(Decimal(1)):,}"


def draw_pairs(about: str, pairs: Sequence[Pair], names: tuple[str, str], unit: str) -> str:
    """Two bars a row, old above new, with their values.

    Args:
        about: what is drawn, read out by a screen reader.
        pairs: rows from top to bottom.
        names: of the two bars.
        unit: of the values.
    """
    most = max((max(p.before, p.after) for p in pairs), default=Decimal(0)) or Decimal(1)
    room = WIDTH - LABEL - 100
    parts = [_legend([(names[0], GREY, False), (names[1], BLUE, False)], unit)]
    for number, pair in enumerate(pairs):
        top = 30 + number * ROW
        parts.append(_text(LABEL - 10, top + 17, pair.label, anchor="end"))
        for value, colour, down in ((pair.before, GREY, 0), (pair.after, BLUE, 13)):
            width = max(float(value / most) * room, 1)
            parts.append(f'<rect x="{LABEL}" y="{top + down + 1}" width="{width:.1f}" height="9" fill="{colour}"/>')
            parts.append(_text(LABEL + width + 6, top + down + 9.5, thousands(value), size=10, colour=QUIET))
    height = 30 + len(pairs) * ROW
    parts.append(f'<line x1="{LABEL}" y1="28" x2="{LABEL}" y2="{height}" stroke="{INK}" stroke-width="1"/>')
    return _svg(about, height + 4, parts)


def draw_lines(about: str, places: Sequence[str], series: Sequence[Series], unit: str) -> str:
    """Lines over the same places (months), the value axis from nothing, the last value of each written at its end."""
    most = max((v for s in series for v in s.values), default=Decimal(0)) or Decimal(1)
    top, bottom, left, right = 34, 214, 76, WIDTH - 96
    step = (right - left) / max(len(places) - 1, 1)

    def height(value: Decimal) -> float:
        return bottom - float(value / most) * (bottom - top)

    parts = [_legend([(s.name, s.colour, s.dashed) for s in series], unit)]
    for share in (Decimal(0), Decimal("0.5"), Decimal(1)):
        y = height(most * share)
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{LINE}" stroke-width="1"/>')
        parts.append(_text(left - 8, y + 4, thousands(most * share), anchor="end", size=10, colour=QUIET))
    skip = -(-len(places) // 12)
    parts += [
        _text(left + n * step, bottom + 18, place, anchor="middle", size=10, colour=QUIET)
        for n, place in enumerate(places)
        if n % skip == 0
    ]
    ends = _apart([height(s.values[-1]) for s in series if s.values])
    for one, end in zip((s for s in series if s.values), ends, strict=True):
        points = " ".join(f"{left + n * step:.1f},{height(v):.1f}" for n, v in enumerate(one.values))
        dash = ' stroke-dasharray="5 4"' if one.dashed else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{one.colour}" stroke-width="2"{dash}/>')
        parts.append(_text(right + 8, end + 4, thousands(one.values[-1]), size=10, colour=one.colour))
    return _svg(about, bottom + 28, parts)


def _apart(heights: Sequence[float], least: float = 13) -> list[float]:
    """Places of labels moved down until none covers another."""
    placed: dict[int, float] = {}
    last = float("-inf")
    for number in sorted(range(len(heights)), key=lambda n: heights[n]):
        last = max(heights[number], last + least)
        placed[number] = last
    return [placed[number] for number in range(len(heights))]


def _legend(names: Sequence[tuple[str, str, bool]], unit: str) -> str:
    parts, at = [], 0.0
    for name, colour, dashed in names:
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        parts.append(f'<line x1="{at}" y1="11" x2="{at + 18}" y2="11" stroke="{colour}" stroke-width="4"{dash}/>')
        parts.append(_text(at + 24, 15, name, size=11))
        at += 40 + 11.5 * len(name)
    parts.append(_text(WIDTH, 15, f"单位:{unit}", anchor="end", size=10, colour=QUIET))
    return "".join(parts)


def _text(x: float, y: float, words: str, *, anchor: str = "start", size: float = 11, colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{colour}">{escape(words)}</text>'


def _svg(about: str, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="100%" role="img" '
        f'aria-label="{escape(about)}" font-family="{_FONT}">{"".join(parts)}</svg>'
    )
