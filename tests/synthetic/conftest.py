"""One small county for all tests of the room."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yingjiu.synthetic import County, build_county, write_county


@pytest.fixture(scope="session")
def county() -> County:
    return build_county(seed=7, people=1500, cases=60, scans=3)


@pytest.fixture(scope="session")
def folder(county: County, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("county")
    write_county(county, path, scans=False)
    return path


@pytest.fixture(scope="session")
def truth(folder: Path) -> Callable[[str], list[dict[str, Any]]]:
    def load(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (folder / "truth" / name).read_text(encoding="utf-8").splitlines()]

    return load
