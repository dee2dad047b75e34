"""The pool's secret (池的密钥): one file of 32 bytes outside pool and OUT; tokens and sealing are derived from it.

Tokens are keyed BLAKE2b cut to 64 bits, so that two sources meet on a person without a readable number anywhere; sealing is
AES-256-GCM. Losing the key means loading again; a pool opened with another key is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PERSON: Final = b"yingjiu tokens v1"
_SEAL: Final = b"yingjiu sealing v1"
_MAGIC: Final = b"YJ1\0"


class KeyProblem(Exception):
    """The key cannot be used; the message says in Chinese what to do."""


@dataclass(frozen=True, slots=True)
class PoolKey:
    """Derived keys: ``tokens`` for person and record keys, ``sealing`` for AES-256-GCM; ``mark`` names the key openly."""

    tokens: bytes
    sealing: bytes
    mark: str

    def token(self, *parts: str) -> int:
        """A signed 64-bit key of the joined parts."""
        digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8, key=self.tokens).digest()
        return int.from_bytes(digest, "big", signed=True)

    def seal(self, plain: bytes) -> bytes:
        """Encrypt bytes (nonce first)."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(12)
        return _MAGIC + nonce + AESGCM(self.sealing).encrypt(nonce, plain, _MAGIC)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt what ``seal`` made.

        Raises:
            KeyProblem: another key, or the file was changed.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(self.sealing).decrypt(sealed[4:16], sealed[16:], sealed[:4])
        except (InvalidTag, ValueError):
            raise KeyProblem(
                "数据池解不开:密钥不是建池时的那一把,或文件已被改动。请换回原密钥,或另建数据池重新导入"
            ) from None


def key_path() -> Path:
    """Where the key lives: $YINGJIU_KEY, else the user's own configuration folder."""
    given = os.environ.get("YINGJIU_KEY")
    if given:
        return Path(given)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "yingjiu" / "pool.key"


def load_key(path: Path | None = None, *, create: bool = True) -> PoolKey:
    """Read the key, making it (mode 0600) when there is none.

    Raises:
        KeyProblem: the file is damaged, cannot be written, or others may read it.
    """
    path = path or key_path()
    if not path.exists():
        if not create:
            raise KeyProblem(f"没有密钥文件 {path},请先运行 yingjiu init 或 yingjiu run")
        _make(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyProblem(f"密钥文件 {path} 别人也能读,请运行 chmod 600 {path}")
    try:
        raw = path.read_bytes()
    except OSError:
        raise KeyProblem(f"密钥文件 {path} 读不出来,请检查它的权限和主人") from None
    if len(raw) != 32:
        raise KeyProblem(f"密钥文件 {path} 已损坏(应为32字节),请恢复备份")
    return PoolKey(
        _derive(raw, _PERSON), _derive(raw, _SEAL), hashlib.blake2b(b"mark", key=raw, digest_size=6).hexdigest()
    )


def _derive(raw: bytes, label: bytes) -> bytes:
    return hashlib.blake2b(label, key=raw, digest_size=32).digest()


def _make(path: Path) -> None:
    """Make the key whole or not at all; of several processes that begin at once the first one's key stays."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(aside)
    except OSError:
        raise KeyProblem(f"写不了密钥文件 {path},请检查目录权限,或用环境变量 YINGJIU_KEY 指定别处") from None
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
