"""Fixtures of the intake tests."""

from __future__ import annotations

import pytest
from intake_rows import ReadRows, read_rows


@pytest.fixture(name="read_rows")
def read_rows_fixture() -> ReadRows:
    return read_rows


@pytest.fixture
def ids() -> dict[str, str]:
    """Valid invented numbers: two elders, adults, two children."""
    return {
        "father": "329901196001020018",
        "mother": "329901196203050020",
        "son": "329901198809090034",
        "woman": "329901199001010040",
        "boy": "32990120130601005X",
        "girl": "32990120150702006X",
        "man": "329901197508080073",
        "old": "329901194512120089",
    }
