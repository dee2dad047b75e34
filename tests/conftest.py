"""Fixtures that every test knows: ``tiny``, a small county run once a session."""

from __future__ import annotations

from tiny_county import tiny

__all__ = ["tiny"]
