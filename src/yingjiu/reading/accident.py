"""How it happened (责任与情节): responsibility share, the victim's fault, insurance, flight, unsolved, loss recovered."""

from __future__ import annotations

from collections.abc import Iterator

from yingjiu.reading.scene import Finding, Scene


def find_accident(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper."""
    yield from ()
