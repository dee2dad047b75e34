"""The pool on disk (数据池): one immutable snapshot a delivery, named in a manifest that is replaced whole.

A snapshot is two open Parquet files (mentions, attributes), one sealed Parquet file (people) and one sealed note; a killed
load leaves the last manifest, so half a delivery is never read. Withdrawing a delivery is a new manifest without it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import secrets
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb

from yingjiu.pool.atomic import aside, write_whole
from yingjiu.pool.engine import create_table, insert_rows, open_engine
from yingjiu.pool.key import KeyProblem, PoolKey
from yingjiu.pool.rows import ATTRIBUTE_TYPES, MENTION_TYPES, PEOPLE_TYPES, StoredRows

FORMAT = 1


class PoolProblem(Exception):
    """The pool cannot be used; the message says in Chinese why and what to do."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One delivery in the pool: its id, the token of its file's path, the fingerprint of its content, what it is."""

    id: str
    path_key: str
    content: str
    sort: str
    size: int = 0
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the pool holds now."""

    key_mark: str
    input_key: str = ""
    snapshots: tuple[Snapshot, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


class Pool:
    """A pool folder, opened with its key."""

    def __init__(self, folder: Path, key: PoolKey) -> None:
        """Open (or begin) a pool.

        Raises:
            PoolProblem: the manifest is damaged or of a newer version.
            KeyProblem: the pool was made with another key.
        """
        self.folder = folder
        self.key = key
        self.manifest = self._read_manifest()
        self._engine: duckdb.DuckDBPyConnection | None = None

    def _read_manifest(self) -> Manifest:
        path = self.folder / "manifest.json"
        if not path.exists():
            return Manifest(key_mark=self.key.mark)
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["format"] > FORMAT:
                raise PoolProblem(f"数据池 {self.folder} 是新版本程序建的,请升级程序")
            snapshots = tuple(Snapshot(**s) for s in data["snapshots"])
            manifest = Manifest(data["key_mark"], data["input_key"], snapshots, dict(data["extra"]))
        except (ValueError, KeyError, TypeError):
            raise PoolProblem(f"数据池 {self.folder} 的清单损坏,请从备份恢复,或删除该目录后重新导入") from None
        if manifest.key_mark != self.key.mark:
            raise KeyProblem(f"数据池 {self.folder} 是用另一把密钥建的,请换回原密钥,或另建数据池")
        return manifest

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the pool for one writer; readers are not held up.

        Raises:
            PoolProblem: another program is loading into it.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / ".lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise PoolProblem(f"另一个程序正在向 {self.folder} 导入数据,请等它结束再运行") from None
            yield

    def path_key(self, path: str) -> str:
        """The open name of a file's path (paths can hold names of people)."""
        return f"{self.key.token('path', path) & (2**64 - 1):016x}"

    def commit(self, snapshots: Iterable[Snapshot], *, input_key: str, extra: Mapping[str, Any] | None = None) -> None:
        """Make these snapshots the pool's content, all at once.

        What the manifest before named stays on disk until the next commit, for those who are reading it now.
        """
        before = {s.id for s in self.manifest.snapshots}
        manifest = Manifest(self.key.mark, input_key, tuple(snapshots), dict(extra or {}))
        data = {
            "format": FORMAT,
            "key_mark": manifest.key_mark,
            "input_key": input_key,
            "extra": manifest.extra,
            "snapshots": [
                {name: getattr(s, name) for name in Snapshot.__dataclass_fields__} for s in manifest.snapshots
            ],
        }
        write_whole(self.folder / "manifest.json", json.dumps(data, ensure_ascii=False), durable=True)
        self.manifest = manifest
        self._sweep(before)

    def withdraw(self, path: str) -> bool:
        """Take a delivery out whole, its files at once; False when there is none of that path."""
        kept = [s for s in self.manifest.snapshots if s.path_key != self.path_key(path)]
        if len(kept) == len(self.manifest.snapshots):
            return False
        self.commit(kept, input_key=self.manifest.input_key, extra=self.manifest.extra)
        self._sweep(set())
        return True

    def _sweep(self, read: set[str]) -> None:
        named = {s.id for s in self.manifest.snapshots} | read
        for path in (self.folder / "snapshots").glob("*"):
            if path.name.split(".")[0] not in named and not path.name.startswith("."):
                path.unlink(missing_ok=True)

    def write_snapshot(self, snapshot: Snapshot, rows: StoredRows | None, note: Any) -> None:
        """Write a snapshot's files; it counts only once a manifest names it."""
        folder = self.folder / "snapshots"
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{snapshot.id}.note", self.key.seal(zlib.compress(json.dumps(note).encode(), 1)))
        if rows is None:
            return
        con = self._writer()
        for name, types, content in (
            ("mentions", MENTION_TYPES, rows.mentions),
            ("attributes", ATTRIBUTE_TYPES, rows.attributes),
        ):
            create_table(con, "t", types, content)
            with aside(folder / f"{snapshot.id}.{name}.parquet") as temporary:
                con.execute(f"COPY t TO '{_literal(temporary)}' (FORMAT parquet)")
        create_table(con, "t", PEOPLE_TYPES, rows.people)
        write_whole(folder / f"{snapshot.id}.people", self.key.seal(_parquet_bytes(con, "t")))
        con.execute("DROP TABLE t")

    def _writer(self) -> duckdb.DuckDBPyConnection:
        """One engine for all snapshots of a load."""
        if self._engine is None:
            self._engine = open_engine(threads=1)
        return self._engine

    def read_note(self, snapshot: Snapshot) -> Any:
        """The sealed note of a snapshot (intake lines of a table, facts of papers)."""
        return json.loads(zlib.decompress(self.key.open(self._sealed(f"{snapshot.id}.note"))))

    def _sealed(self, name: str) -> bytes:
        try:
            return (self.folder / "snapshots" / name).read_bytes()
        except OSError:
            raise self._missing() from None

    def _missing(self) -> PoolProblem:
        return PoolProblem(
            f"数据池 {self.folder} 里有文件缺失或损坏。若正有人导入,请稍后再试;否则请从备份恢复,或删除该目录后重新导入"
        )

    def load(self, con: duckdb.DuckDBPyConnection) -> None:
        """Create ``all_mentions`` and ``all_attributes`` from every snapshot that holds rows.

        Raises:
            PoolProblem: a file of the pool is missing or damaged.
        """
        ids = [s.id for s in self.manifest.snapshots if s.sort == "table"]
        folder = self.folder / "snapshots"
        for table, types in (("mentions", MENTION_TYPES), ("attributes", ATTRIBUTE_TYPES)):
            create_table(con, f"all_{table}", types, {c: [] for c in types})
            files = ", ".join(f"'{_literal(folder / f'{i}.{table}.parquet')}'" for i in ids)
            if files:
                try:
                    con.execute(f"INSERT INTO all_{table} SELECT * FROM read_parquet([{files}])")
                except duckdb.Error:
                    raise self._missing() from None

    def load_people(self, con: duckdb.DuckDBPyConnection) -> None:
        """Create ``people``, opened in memory only: callers hold the right to see them."""
        create_table(con, "people", PEOPLE_TYPES, {c: [] for c in PEOPLE_TYPES})
        for snapshot in self.manifest.snapshots:
            if snapshot.sort != "table":
                continue
            _insert_parquet(con, "people", self.key.open(self._sealed(f"{snapshot.id}.people")))


def add_rows(con: duckdb.DuckDBPyConnection, rows: StoredRows) -> None:
    """Append derived rows (case facts) to the engine's tables; they are made anew each run and never stored."""
    insert_rows(con, "all_mentions", MENTION_TYPES, rows.mentions)
    insert_rows(con, "all_attributes", ATTRIBUTE_TYPES, rows.attributes)
    insert_rows(con, "people", PEOPLE_TYPES, rows.people)


def renew(snapshot: Snapshot, *, size: int, modified: int) -> Snapshot:
    """The same snapshot under a file's new time stamp."""
    return replace(snapshot, size=size, modified=modified)


def _literal(path: Path) -> str:
    return str(path).replace("'", "''")


def _memory() -> Any:
    import fsspec

    return fsspec.filesystem("memory")


def _memory_name() -> str:
    """A name of its own in memory: threads of one process share that file system."""
    return f"/{secrets.token_hex(8)}.parquet"


def _parquet_bytes(con: duckdb.DuckDBPyConnection, table: str) -> bytes:
    files, name = _memory(), _memory_name()
    _register(con, files)
    try:
        con.execute(f"COPY {table} TO 'memory:/{name}' (FORMAT parquet)")
        plain: bytes = files.cat(name)
    finally:
        _forget(files, name)
    return plain


def _insert_parquet(con: duckdb.DuckDBPyConnection, table: str, plain: bytes) -> None:
    files, name = _memory(), _memory_name()
    _register(con, files)
    files.pipe(name, plain)
    try:
        con.execute(f"INSERT INTO {table} SELECT * FROM read_parquet('memory:/{name}')")
    finally:
        _forget(files, name)


def _register(con: duckdb.DuckDBPyConnection, files: Any) -> None:
    if not con.filesystem_is_registered("memory"):
        con.register_filesystem(files)


def _forget(files: Any, name: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        files.rm(name)
