"""All single facts of a paper (单项事实): each reader takes the scene and gives what it found.

A new kind of fact is a reader in a module of its own, its words in a list of ``catalog/lexicons``, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from yingjiu.reading.accident import find_accident
from yingjiu.reading.condition import find_conditions
from yingjiu.reading.handling import find_handling
from yingjiu.reading.hardship import find_hardship
from yingjiu.reading.maintenance import find_maintenance
from yingjiu.reading.recovery import find_recovery
from yingjiu.reading.scene import Finding, Scene

_READERS: Final[tuple[Callable[[Scene], Iterable[Finding]], ...]] = (
    find_conditions,
    find_accident,
    find_recovery,
    find_maintenance,
    find_hardship,
    find_handling,
)


def find_facts(scene: Scene) -> list[Finding]:
    """Facts of every reader in the order of the text."""
    return sorted((finding for reader in _READERS for finding in reader(scene)), key=in_order)


def in_order(finding: Finding) -> tuple[int, int, str, str, str]:
    """The place of a finding among others: as the text goes."""
    return (finding.start, finding.end, finding.kind, finding.value, finding.person or "")
