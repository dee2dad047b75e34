"""Closed value lists of fields (封闭的取值): from the kind's file, or from the lists of charges and causes of action."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Final

from yingjiu.catalog.kind import Field
from yingjiu.catalog.lexicon import load_lexicon

LABELS: Final = {"本地": "local", "人群": "groups"}


def closed_values(field: Field) -> Collection[str]:
    """All values a field may have; empty when the field is free text, a day, a sum or a number."""
    if field.type in {"罪名", "案由"}:
        return _listed(field.type)
    return field.values if field.type == "取值" else ()


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load_lexicon(name)[name])
