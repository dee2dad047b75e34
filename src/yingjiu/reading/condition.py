"""How a victim is (人的状况): disability grade, labour lost, urgent treatment, psychological harm, dependence on care."""

from __future__ import annotations

from collections.abc import Iterator

from yingjiu.reading.scene import Finding, Scene


def find_conditions(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper."""
    yield from ()
