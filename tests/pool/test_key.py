"""The key file: made once, for its owner only, refused when it can be read by others."""

from __future__ import annotations

import multiprocessing
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yingjiu.pool.key import KeyProblem, PoolKey, key_path, load_key

KEY = PoolKey(b"t" * 32, b"s" * 32, "mark")


def test_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "conf" / "pool.key"
    first = load_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_bytes()) == 32
    assert load_key(path) == first
    assert [p.name for p in path.parent.iterdir()] == ["pool.key"]  # nothing left beside it


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_refused_when_others_can_read_it(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "pool.key"
    load_key(path)
    path.chmod(mode)
    with pytest.raises(KeyProblem, match="chmod 600"):
        load_key(path)


def test_damaged_missing_or_nowhere_to_write(tmp_path: Path) -> None:
    path = tmp_path / "pool.key"
    with pytest.raises(KeyProblem, match="没有密钥文件"):
        load_key(path, create=False)
    path.write_bytes(b"short")
    path.chmod(0o600)
    with pytest.raises(KeyProblem, match="损坏"):
        load_key(path)
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyProblem, match="写不了"):
        load_key(tmp_path / "file" / "pool.key")


def _load(path: str) -> str:
    return load_key(Path(path)).mark


def test_made_once_by_many_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "conf" / "pool.key")
    with multiprocessing.get_context("spawn").Pool(3) as workers:
        assert len(set(workers.map(_load, [path] * 12, chunksize=1))) == 1


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "k"))
    assert key_path() == tmp_path / "k"
    monkeypatch.delenv("YINGJIU_KEY")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert key_path() == tmp_path / "yingjiu" / "pool.key"


@given(st.binary(max_size=300))
def test_seal_and_open(plain: bytes) -> None:
    sealed = KEY.seal(plain)
    assert KEY.open(sealed) == plain
    assert sealed != KEY.seal(plain)  # never twice the same
    assert len(plain) < 8 or plain not in sealed


@given(st.binary(min_size=1, max_size=60), st.integers(0), st.integers(1, 255))
def test_a_changed_byte_is_refused(plain: bytes, place: int, by: int) -> None:
    sealed = bytearray(KEY.seal(plain))
    sealed[place % len(sealed)] ^= by
    with pytest.raises(KeyProblem, match="解不开"):
        KEY.open(bytes(sealed))


def test_what_was_never_sealed_is_refused() -> None:
    for sealed in (b"", b"YJ1\0", b"YJ1\0" + b"0" * 12, b"plain text of some length, never sealed"):
        with pytest.raises(KeyProblem, match="解不开"):
            KEY.open(sealed)


@given(st.lists(st.text(max_size=5), min_size=1, max_size=3))
def test_tokens(parts: list[str]) -> None:
    token = KEY.token(*parts)
    assert token == KEY.token(*parts)
    assert -(2**63) <= token < 2**63
    assert token != PoolKey(b"u" * 32, b"s" * 32, "other").token(*parts)
