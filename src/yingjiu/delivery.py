"""What the input folder delivers (交来的数据): its files held against the pool, only the new ones read.

A file is known by its content; a file no longer there leaves the pool. Tables become one snapshot each, papers one sealed batch
a run. Nothing of a load counts before the manifest names it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from yingjiu.catalog.kind import load_kinds
from yingjiu.catalog.source import load_sources
from yingjiu.code_mark import reader_mark
from yingjiu.intake.folder import TABLE_SUFFIXES, IntakeTable, read_tables
from yingjiu.intake.report import intake_json, write_returns
from yingjiu.matching.papers import FiledPaper
from yingjiu.pool.rows import store_rows
from yingjiu.pool.store import Pool, Snapshot, renew
from yingjiu.reading.citation import Bound
from yingjiu.reading.dossier import Item, read_dossiers
from yingjiu.reading.stored import paper_from_dict
from yingjiu.texts.file import PAPER_SUFFIXES
from yingjiu.texts.files import read_files

BATCHES = 12


class Progress(Protocol):
    """Where a long job tells how far it is."""

    def begin(self, what: str, total: int) -> None:
        """A step begins."""

    def advance(self, by: int = 1) -> None:
        """Some of it is done."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the pool holds of the folder: intake lines, papers, files that could not be read."""

    intake: tuple[dict[str, Any], ...]
    papers: tuple[FiledPaper, ...]
    unread: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    place: str
    size: int
    modified: int


def sync_pool(
    store: Pool, source: Path, out: Path, *, on: date, extra: tuple[Path, ...], progress: Progress
) -> tuple[bool, Delivered]:
    """Bring the pool up to the folder; whether anything changed, and what it holds.

    Raises:
        PoolProblem: another program is loading into the pool.
    """
    with store.writing():
        return _sync(store, source, out, on=on, extra=extra, progress=progress)


def _sync(
    store: Pool, source: Path, out: Path, *, on: date, extra: tuple[Path, ...], progress: Progress
) -> tuple[bool, Delivered]:
    mark = reader_mark()
    files = list(list_files(source, out))
    same_reader = store.manifest.extra.get("reader") == mark
    known = {s.path_key: s for s in store.manifest.snapshots} if same_reader else {}
    kept: list[Snapshot] = []
    fresh: list[tuple[_File, str]] = []
    for file in files:
        snapshot = known.get(store.path_key(file.place))
        if snapshot and (snapshot.size, snapshot.modified) == (file.size, file.modified):
            kept.append(snapshot)
            continue
        content = _content(file.path)
        if snapshot and snapshot.content == content:
            kept.append(renew(snapshot, size=file.size, modified=file.modified))
        else:
            fresh.append((file, content))
    loader = _Loader(store, source, out, on, extra, progress)
    added = loader.load_papers([f for f in fresh if f[0].path.suffix.lower() not in TABLE_SUFFIXES])
    added += loader.load_tables([f for f in fresh if f[0].path.suffix.lower() in TABLE_SUFFIXES])
    changed = bool(added) or len(kept) != len(store.manifest.snapshots)
    if changed or set(kept) != set(store.manifest.snapshots):
        snapshots = loader.compact([*kept, *added])
        store.commit(snapshots, input_key=store.path_key(str(source)), extra={"reader": mark})
    return changed, read_back(store)


def list_files(source: Path, out: Path) -> Iterable[_File]:
    """Files of the folder in a fixed order, without hidden ones, lock files and OUT itself."""
    inside = out.resolve()
    for folder, folders, names in os.walk(source):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (here / f).resolve() != inside)
        for name in sorted(names):
            if name.startswith((".", "~$")) or name in {"Thumbs.db", "desktop.ini"}:
                continue
            path = here / name
            state = path.stat()
            yield _File(path, path.relative_to(source).as_posix(), state.st_size, state.st_mtime_ns)


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class _Loader:
    store: Pool
    source: Path
    out: Path
    on: date
    extra: tuple[Path, ...]
    progress: Progress

    def load_tables(self, fresh: Sequence[tuple[_File, str]]) -> list[Snapshot]:
        if not fresh:
            return []
        kinds = load_kinds(self.extra)
        sources = load_sources(kinds, self.extra)
        self.progress.begin("读取表格", len(fresh))
        by_file: dict[str, list[IntakeTable]] = {f.place: [] for f, _ in fresh}
        for table in read_tables([f.path for f, _ in fresh], self.source, catalog=kinds, sources=sources, on=self.on):
            by_file[table.file].append(table)
        added = []
        for file, content in fresh:
            tables = by_file[file.place]
            snapshot = self._snapshot(file, content, "table")
            rows = store_rows((d for t in tables for d in t.drafts), kinds, self.store.key)
            write_returns(tables, self.out / "退回")
            self.store.write_snapshot(snapshot, rows, intake_json(tables))
            added.append(snapshot)
            self.progress.advance()
        return added

    def load_papers(self, fresh: Sequence[tuple[_File, str]]) -> list[Snapshot]:
        if not fresh:
            return []
        self.progress.begin("读取文书", len(fresh))
        batch = hashlib.sha256("".join(c + f.place for f, c in fresh).encode()).hexdigest()[:20]
        notes: dict[str, Any] = {}
        for note in read_dossiers(self._texts(fresh), total=len(fresh)):
            notes[self.store.path_key(note["place"])] = note
        for file, _ in fresh:
            key = self.store.path_key(file.place)
            if key not in notes:
                reason = f"不认识的文件类型“{file.path.suffix or '无后缀'}”,请另存为 Excel、Word(docx)、PDF 或图片"
                notes[key] = {"place": file.place, "unread": reason}
        added = [self._snapshot(f, c, "paper", batch) for f, c in fresh]
        self.store.write_snapshot(added[0], None, notes)
        return added

    def _texts(self, fresh: Sequence[tuple[_File, str]]) -> Iterator[Item]:
        """Place and text of every readable file, telling how far it is."""
        places = {f.path: f.place for f, _ in fresh if f.path.suffix.lower() in PAPER_SUFFIXES}
        for path, text in read_files(list(places), cache_dir=self.store.folder / "texts", seal=self.store.key):
            yield places[path], text
            self.progress.advance()

    def _snapshot(self, file: _File, content: str, sort: str, batch: str | None = None) -> Snapshot:
        key = self.store.path_key(file.place)
        name = batch or hashlib.sha256(f"{key}{content}".encode()).hexdigest()[:20]
        return Snapshot(name, key, content, sort, file.size, file.modified)

    def compact(self, snapshots: list[Snapshot]) -> list[Snapshot]:
        """Join the batches of papers into one when there are many."""
        batches = dict.fromkeys(s.id for s in snapshots if s.sort == "paper")
        if len(batches) <= BATCHES:
            return snapshots
        notes: dict[str, Any] = {}
        firsts = {s.id: s for s in snapshots if s.sort == "paper"}
        live = {(s.id, s.path_key) for s in snapshots}
        for batch, snapshot in firsts.items():
            notes |= {k: n for k, n in self.store.read_note(snapshot).items() if (batch, k) in live}
        name = hashlib.sha256("".join(sorted(batches)).encode()).hexdigest()[:20]
        moved = [
            Snapshot(name, s.path_key, s.content, s.sort, s.size, s.modified) if s.sort == "paper" else s
            for s in snapshots
        ]
        self.store.write_snapshot(next(s for s in moved if s.sort == "paper"), None, notes)
        return moved


def read_back(store: Pool) -> Delivered:
    """What the pool holds, as it was delivered."""
    intake: list[dict[str, Any]] = []
    notes: dict[tuple[str, str], Any] = {}
    for snapshot in {s.id: s for s in store.manifest.snapshots}.values():
        note = store.read_note(snapshot)
        if snapshot.sort == "table":
            intake += note
        else:
            notes |= {(snapshot.id, key): n for key, n in note.items()}
    live = [notes[s.id, s.path_key] for s in store.manifest.snapshots if s.sort == "paper"]
    papers = [
        FiledPaper(
            part["place"],
            paper_from_dict(part["paper"]),
            Bound.from_dict(part.get("bound")),
            tuple(part.get("doubts", ())),
        )
        for note in live
        for part in note.get("papers", ())
    ]
    unread = [(n["place"], n["unread"]) for n in live if "unread" in n]
    return Delivered(
        tuple(sorted(intake, key=lambda t: (t["file"], t.get("sheet") or ""))),
        tuple(sorted(papers, key=lambda p: p.place)),
        tuple(sorted(unread)),
    )
