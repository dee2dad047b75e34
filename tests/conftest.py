"""Fixtures that every test knows: ``tiny`` and ``relief``, small counties run once a session."""

from __future__ import annotations

from relief_county import relief
from tiny_county import tiny

__all__ = ["relief", "tiny"]
