"""Maintenance owed (赡养费、抚养费、扶养费、抚育费): who is owed, through whom, since when, how much."""

from __future__ import annotations

from collections.abc import Iterator

from yingjiu.reading.scene import Finding, Scene


def find_maintenance(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper."""
    yield from ()
