"""One writer at a time: a second load is told to wait, and what is loaded stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from yingjiu.pool.key import load_key
from yingjiu.pool.store import Pool, PoolProblem


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    key = load_key(tmp_path / "k" / "pool.key")
    one, other = Pool(tmp_path / "pool", key), Pool(tmp_path / "pool", key)
    with one.writing(), pytest.raises(PoolProblem, match="另一个程序"), other.writing():
        pass
    with other.writing():
        pass
