"""Registers against the event: four states, what is written on a bar, a picture that is sound whatever is given."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from yingjiu.leads.timeline import Bar, Event, Mark, bar_words, draw_timeline, state_of, timeline_height

ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("since", "until", "present", "event", "state"),
    [
        ("2025-03-01", None, True, Event("2024-08-17"), "案发后"),
        ("2019-03", None, True, Event("2024-08-17"), "案发前"),
        ("2024-08", None, True, Event("2024-08-17"), "时间不明"),  # the month of the event tells neither
        ("2024", None, True, Event("2024-08-17"), "时间不明"),  # nor does its year
        ("2024-08-18", None, True, Event("2024-08-17"), "案发后"),  # the day after
        (None, None, True, Event("2024-08-17"), "时间不明"),
        ("2019-03-01", None, True, None, "时间不明"),  # no event day: unclear, never before
        ("2019-03-01", "2021-05-01", False, Event("2024-08-17"), "已离册"),
        ("2019-03-01", "2025-05-01", False, Event("2024-08-17"), "案发前"),  # left only later
        ("2024-05-01", None, True, Event("2024-08-17", 180), "时间不明"),  # inside the room before a bound
        ("2024-01-01", None, True, Event("2024-08-17", 180), "案发前"),
        ("2024-09-01", None, True, Event("2024-08-17", 180), "案发后"),  # after the latest possible day is surely after
    ],
)
def test_states(since: str | None, until: str | None, present: bool, event: Event | None, state: str) -> None:
    assert state_of(Bar("低保户", since, until, present), event) == state


@pytest.mark.parametrize(
    ("bar", "event", "words"),
    [
        (Bar("低保户", "2025-03-01", None, True), Event("2024-08-17"), "案发后 196 天"),
        (Bar("低保户", "2025-03-01", None, True), Event("2024-08-17", 90), "案发后至少 196 天"),
        (Bar("低保户", "2019-03", None, True), Event("2024-08-17"), "案发前,2019-03入册"),
        (Bar("低保户", None, None, True), Event("2024-08-17"), "入册时间不明"),
        (Bar("监测", "2023-01-01", "2024-01-01", False), Event("2024-08-17"), "案发前已离册(2024-01-01)"),
    ],
)
def test_words_on_a_bar(bar: Bar, event: Event, words: str) -> None:
    assert bar_words(bar, event) == words


days = st.dates(date(1990, 1, 1), ON).map(date.isoformat)
some = st.one_of(st.none(), days, days.map(lambda d: d[:7]), days.map(lambda d: d[:4]))
bars = st.lists(st.builds(Bar, st.text("低保户<&\"'", min_size=1, max_size=12), some, some, st.booleans()), max_size=7)
marks = st.lists(st.builds(Mark, st.sampled_from(["提请批捕", "起诉", "判决", "终本"]), days), max_size=8)


@given(bars, marks, st.one_of(st.none(), st.builds(Event, days, st.sampled_from([0, 90]))))
def test_any_picture_is_sound(bars: list[Bar], marks: list[Mark], event: Event | None) -> None:
    """Well-formed, told aloud, nothing that asks or runs, every coordinate on the sheet."""
    svg = draw_timeline(bars, marks, event=event, on=ON)
    if not bars and not marks:
        assert svg == ""
        return
    top = etree.fromstring(svg)
    assert top.get("role") == "img"
    assert top.get("aria-label", "").startswith("时间线。")
    assert not re.search(r"style=|<script|href|on\w+=", svg)
    height = timeline_height(bars, marks, event=event, on=ON)
    assert top.get("viewBox") == f"0 0 724 {height}"
    places = [float(v) for name in ("x", "x1", "x2", "cx") for v in re.findall(rf' {name}="([-\d.]+)"', svg)]
    assert all(-1 <= p <= 725 for p in places)


def test_before_is_grey_after_is_blue() -> None:
    svg = draw_timeline(
        [Bar("低保户", "2025-03-01", None, True), Bar("残疾人", "2015-01-01", None, True)],
        [Mark("判决", "2025-01-01")], event=Event("2024-08-17"), on=ON,
    )  # fmt: skip
    colours = re.findall(r'<rect [^>]*fill="(#\w+)"', svg)
    assert colours == ["#cfd7e1", "#1f4e8c"]
