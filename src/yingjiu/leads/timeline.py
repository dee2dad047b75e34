"""Registers against the day of the event (时间线): bars before or after one line, so that 因案致困 is seen in one look.

Four states of a register: listed after the event, before it, left since, or on a day nobody wrote down. The picture is SVG
text with attributes only (no style, no script), and a sentence that says the same for a reader who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import Final

from yingjiu.leads.sheets_table import text_width

INK, QUIET, LINE, PALE, BLUE, PAPER = "#1b2430", "#566174", "#e6eaf0", "#cfd7e1", "#1f4e8c", "#ffffff"
WIDTH: Final = 724
LEFT: Final = 112
ROW: Final = 21
BAR: Final = 14
LABEL: Final = 26
HALF: Final = 5.9
"""Width of a half-width character at 12 px."""
MOST_YEARS: Final = 12
BEFORE, AFTER, UNCLEAR, LEFT_LIST = "案发前", "案发后", "时间不明", "已离册"


@dataclass(frozen=True, slots=True)
class Bar:
    """A register: ISO days to the precision known; ``present`` whether the person stands on it now."""

    label: str
    since: str | None
    until: str | None
    present: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A node of the case on its ISO day."""

    label: str
    day: str


@dataclass(frozen=True, slots=True)
class Event:
    """The event: ISO day; with ``slack`` it happened on that day or in so many days before."""

    day: str
    slack: int = 0

    @property
    def words(self) -> str:
        """What is written over its line."""
        return "案发不晚于" if self.slack else "案发"


def state_of(bar: Bar, event: Event | None) -> str:
    """How a register stands to the event: 案发后, 案发前, 时间不明, 已离册 (left before the event)."""
    if event is None:
        return UNCLEAR
    first = _full(event.day) - timedelta(days=event.slack)
    if not bar.present and bar.until and _full(bar.until) < first:
        return LEFT_LIST
    if not bar.since:
        return UNCLEAR
    # a month or a year that holds the event's day tells neither
    if len(bar.since) < len(event.day) and event.day.startswith(bar.since):
        return UNCLEAR
    if bar.since > event.day:
        return AFTER
    return BEFORE if _full(bar.since) < first or not event.slack else UNCLEAR


def bar_words(bar: Bar, event: Event | None) -> str:
    """What is written on a bar: how long after or before the event, or why that is not known."""
    state = state_of(bar, event)
    if state == LEFT_LIST:
        return f"案发前已离册({bar.until})"
    if state == UNCLEAR or not bar.since or event is None:
        near = ",与案发相近" if event and bar.since else ""
        return f"{bar.since}入册{near}" if bar.since else "入册时间不明"
    if len(bar.since) < 10 or len(event.day) < 10 or (event.slack and state == BEFORE):
        return f"{state},{bar.since}入册"
    days = abs((_full(bar.since) - _full(event.day)).days)
    return f"{state}{'至少' if event.slack else ''} {_long(days)}"


def draw_timeline(bars: Sequence[Bar], marks: Sequence[Mark], *, event: Event | None, on: date) -> str:
    """The picture; empty where there is nothing with a day to show.

    Args:
        bars: registers, in the order in which they stand.
        marks: nodes of the case; those without a day are not given.
        event: the event, None when its day is not known.
        on: today.
    """
    if not bars and not marks:
        return ""
    axis = _Axis.fit(bars, marks, event, on)
    ordered = sorted(bars, key=lambda b: (not b.present, b.since or "9"))
    case_at = _case_at(ordered)
    labels, _ = _place_labels(marks, axis)
    height = timeline_height(bars, marks, event=event, on=on)
    parts = axis.years(height, event)
    for number, bar in enumerate(ordered):
        parts += _bar(bar, 22 + number * ROW, axis, event)
    parts += _case(labels, case_at, axis)
    if event:
        x = axis.at(event.day)
        parts.append(
            f'<line x1="{x:.1f}" y1="18" x2="{x:.1f}" y2="{case_at - 5}" stroke="{INK}" stroke-width="1.5" '
            'stroke-dasharray="4 3"/>'
        )
        parts.append(_text(x, 13, event.words, weight=600, anchor="middle", back=True))
    parts.append(_line(axis.at(on.isoformat()), 18, case_at + 6, QUIET))
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(_aloud(ordered, marks, event), quote=True)}" '
        f'font-size="12" fill="{INK}">{"".join(parts)}</svg>'
    )


def timeline_height(bars: Sequence[Bar], marks: Sequence[Mark], *, event: Event | None, on: date) -> int:
    """How high the picture is, in the units in which it is ``WIDTH`` wide."""
    if not bars and not marks:
        return ROW
    return _case_at(bars) + 8 + _place_labels(marks, _Axis.fit(bars, marks, event, on))[1] * LABEL + 4


def _case_at(bars: Sequence[Bar]) -> int:
    return 24 + len(bars) * ROW + 12


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days to places: ``first`` is the first of a year, ``last`` is today."""

    first: date
    last: date

    @classmethod
    def fit(cls, bars: Sequence[Bar], marks: Sequence[Mark], event: Event | None, on: date) -> _Axis:
        """From the year before the event (or the oldest register, within bounds) until today."""
        days = [m.day for m in marks] + ([event.day] if event else [])
        years = [int(d[:4]) for d in days if d]
        known = [int(b.since[:4]) for b in bars if b.since]
        start = min([*(y - 1 for y in years), *(y for y in known if not years or y >= min(years) - 3)], default=on.year)
        start = max(start, on.year - MOST_YEARS) if not years else start
        return cls(date(min(start, on.year), 1, 1), max(on, date(min(start, on.year), 12, 31)))

    def at(self, day: str) -> float:
        """The place of a day; what lies before the axis stands at its edge."""
        share = (_full(day) - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + min(max(share, 0.0), 1.0) * (WIDTH - LEFT - 14)

    def years(self, height: int, event: Event | None) -> list[str]:
        """A thin line a year, with its number where there is room and nothing is written over it."""
        half = text_width(event.words) * HALF / 2 + 4 if event else 0.0
        taken = self.at(event.day) if event else -100.0
        span = range(self.first.year, self.last.year + 1)
        every = 1 if len(span) <= MOST_YEARS else 2 if len(span) <= 2 * MOST_YEARS else 5
        parts = []
        for year in span:
            x = self.at(f"{year}-01-01")
            parts.append(_line(x, 18, height - 4, LINE))
            if (year - span[0]) % every == 0 and not taken - half - 30 < x < taken + half:
                parts.append(_text(x + 3, 12, str(year), colour=QUIET))
        return parts


def _bar(bar: Bar, top: int, axis: _Axis, event: Event | None) -> list[str]:
    state, words = state_of(bar, event), bar_words(bar, event)
    start = axis.at(bar.since) if bar.since else LEFT
    end = axis.at(bar.until) if bar.until and not bar.present else axis.at(axis.last.isoformat())
    end = max(end, start + 3)
    fill, ink = (BLUE, PAPER) if state == AFTER else (PALE, INK)
    dashed = f' stroke="{QUIET}" stroke-dasharray="3 3"' if not bar.since else ""
    fill = PAPER if not bar.since else fill
    label = bar.label if text_width(bar.label) * HALF <= LEFT - 8 else _cut(bar.label, LEFT - 8)
    parts = [
        _text(0, top + 11, label),
        f'<rect x="{start:.1f}" y="{top}" width="{end - start:.1f}" height="{BAR}" fill="{fill}"{dashed}/>',
    ]
    wide = text_width(words) * 5.6
    if wide + 8 <= end - start:
        at = max(start, LEFT) + 4
        if event and at < axis.at(event.day) < at + wide and end - axis.at(event.day) > wide + 10:
            at = axis.at(event.day) + 6  # never under the line of the event
        parts.append(_text(at, top + 11, words, size=11, colour=ink))
    elif end + wide + 6 <= WIDTH:
        parts.append(_text(end + 4, top + 11, words, size=11, colour=QUIET))
    else:
        parts.append(_text(start - 4, top + 11, words, size=11, colour=QUIET, anchor="end", back=True))
    return parts


def _place_labels(marks: Sequence[Mark], axis: _Axis) -> tuple[list[tuple[float, float, int, Mark]], int]:
    """For each node its place, the place of its label and the row of the label; and how many rows there are."""
    joined: dict[str, list[str]] = {}
    for mark in sorted(marks, key=lambda m: m.day):
        names = joined.setdefault(mark.day, [])
        if mark.label not in names:
            names.append(mark.label)
    ends: list[float] = []
    placed = []
    for day, names in joined.items():
        mark = Mark("、".join(names), day)
        x = axis.at(day)
        half = max(text_width(mark.label) * HALF, len(_short(day)) * 6.2) / 2
        middle = min(max(x, LEFT + half - 20), WIDTH - half)
        row = next((n for n, end in enumerate(ends) if middle - half > end + 6), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = middle + half
        placed.append((x, middle, row, mark))
    return placed, max(len(ends), 1)


def _case(labels: Sequence[tuple[float, float, int, Mark]], y: int, axis: _Axis) -> list[str]:
    parts = [_text(0, y + 4, "案件")]
    if not labels:
        return [*parts, _text(LEFT, y + 4, "没有写明日期的经过", colour=QUIET)]
    first, last = labels[0][0], labels[-1][0]
    for x, middle, row, _ in labels:
        if row:
            parts.append(
                f'<polyline points="{x:.1f},{y + 5} {x:.1f},{y + 9} {middle:.1f},{y + 8 + row * LABEL}" fill="none" stroke="{PALE}"/>'
            )
    parts.append(f'<line x1="{first:.1f}" y1="{y}" x2="{last:.1f}" y2="{y}" stroke="{BLUE}" stroke-width="2"/>')
    for x, middle, row, mark in labels:
        parts.append(f'<circle cx="{x:.1f}" cy="{y}" r="4" fill="{PAPER}" stroke="{BLUE}" stroke-width="2"/>')
        down = y + 18 + row * LABEL
        parts.append(_text(middle, down, mark.label, anchor="middle", back=bool(row)))
        parts.append(_text(middle, down + 12, _short(mark.day), size=10, colour=QUIET, anchor="middle"))
    return parts


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = 12,
    colour: str = INK,
    anchor: str = "",
    weight: int = 0,
    back: bool = False,
) -> str:
    more = f' text-anchor="{anchor}"' if anchor else ""
    more += f' font-weight="{weight}"' if weight else ""
    more += f' stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' if back else ""
    return f'<text x="{x:.1f}" y="{y}" font-size="{size}" fill="{colour}"{more}>{escape(words)}</text>'


def _line(x: float, top: float, bottom: float, colour: str) -> str:
    return f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{colour}"/>'


def _aloud(bars: Sequence[Bar], marks: Sequence[Mark], event: Event | None) -> str:
    told = [f"{event.words} {event.day}" if event else "案发日期不明"]
    told += [f"{b.label}:{bar_words(b, event)}" for b in bars]
    told += [f"{m.day} {m.label}" for m in marks]
    return "时间线。" + ";".join(told)


def _full(day: str) -> date:
    """The first day that an ISO text of any precision can mean."""
    year, month, number = (*day.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(number))


def _long(days: int) -> str:
    """A span as people say it.

    >>> _long(196), _long(800), _long(3000)
    ('196 天', '2 年 2 个月', '8 年')
    """
    if days <= 400:
        return f"{days} 天"
    years, months = divmod(round(days / 30.44), 12)
    return f"{years} 年" + (f" {months} 个月" if months and years < 5 else "")


def _short(day: str) -> str:
    return day[2:]


def _cut(label: str, room: float) -> str:
    while label and text_width(label + "…") * HALF > room:
        label = label[:-1]
    return label + "…"
