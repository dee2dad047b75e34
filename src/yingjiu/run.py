"""The main job (主流程): a county's folder → the pool → leads, and the same job when only one file is new.

What is already in the pool by content is not read again; every output is written whole; the last one written says for which
input, code and catalogue they hold, so that an unchanged run has nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from yingjiu.catalog.grading import load_trees
from yingjiu.catalog.kind import CATALOG, Kinds, load_kinds
from yingjiu.catalog.model import Model, load_models
from yingjiu.code_mark import mark_of, reader_mark
from yingjiu.delivery import Delivered, Progress, read_back, sync_pool
from yingjiu.leads.before import KEPT, keep_whole, mark_leads, read_before
from yingjiu.leads.deepen import with_findings
from yingjiu.leads.dropouts import list_dropouts
from yingjiu.leads.found import Found, open_found
from yingjiu.leads.graded import Grades, grade_leads
from yingjiu.leads.lead import Lead, build_leads
from yingjiu.leads.outputs import intake_lines, write_outputs, write_papers, write_private
from yingjiu.leads.records import lines
from yingjiu.leads.situation import surround
from yingjiu.matching.casefacts import case_drafts
from yingjiu.matching.courtfacts import court_drafts
from yingjiu.matching.locality import write_locality
from yingjiu.matching.papers import CaseFile, FiledPaper, group_papers
from yingjiu.matching.session import prepare
from yingjiu.office import Office
from yingjiu.pool.atomic import write_whole
from yingjiu.pool.draft import Draft
from yingjiu.pool.engine import open_engine
from yingjiu.pool.key import load_key
from yingjiu.pool.rows import store_rows
from yingjiu.pool.store import Pool, PoolProblem, add_rows
from yingjiu.screening.evidence import Lineage
from yingjiu.screening.screen import Screening, screen


class OtherInput(Exception):
    """OUT holds the results of another input folder; the message says in Chinese what to do."""


@dataclass(frozen=True, slots=True)
class County:
    """An opened county: engine with all tables, screening, what was found, leads, their colours."""

    con: duckdb.DuckDBPyConnection
    screening: Screening
    found: Found
    leads: tuple[Lead, ...]
    models: tuple[Model, ...]
    kinds: Kinds
    delivered: Delivered
    grades: Grades = field(default_factory=Grades)


def run(
    source: Path,
    out: Path,
    *,
    on: date,
    pool: Path | None = None,
    office: Office | None = None,
    progress: Progress | None = None,
    replace: bool = False,
) -> County | None:
    """Read INPUT into the pool, screen, write OUT; None when nobody's record changed since the last run.

    Raises:
        OtherInput: OUT was made from another folder.
        PoolProblem, KeyProblem, UserFileError: with Chinese messages.
    """
    office = office or Office()
    progress = progress or _Silent()
    source = source.resolve()
    _check_out(source, out, replace=replace)
    store = Pool(pool or out / "pool", load_key())
    out.mkdir(parents=True, exist_ok=True, mode=0o700)
    changed, delivered = sync_pool(store, source, out, on=on, extra=office.catalog, progress=progress)
    mark = _mark(store, source, office, on)
    if not changed and not replace and _is_done(out, mark):
        return None
    kinds = load_kinds(office.catalog)
    progress.begin("认人并案", 3)
    files = group_papers(delivered.papers)
    con = open_tables(store, delivered, kinds, on=on, office=office, files=files)
    told = {
        "input": str(source),
        "mark": mark,
        "tables": f"{_rules(source, office, on)}{digest(con)}{_lists(delivered)}",
    }
    if not replace and _is_done(out, told["tables"], "tables"):
        write_papers(out, delivered)  # what is new names nobody: only the lists of papers and tables change
        county = None
    else:
        keep_whole(out, _last_run(out).get("leads", ""))
        county = _screen(con, delivered, kinds, on=on, office=office, progress=progress, files=files, last=out)
        _write(out, county, on)
    told["leads"] = mark_leads(out)
    write_whole(out / "run.json", json.dumps(told, ensure_ascii=False))
    return county


def _write(out: Path, county: County, on: date) -> None:
    """Write OUT; the engine lists the drop-outs on its own thread while the sheets are made."""
    lineage = Lineage(county.screening.statements, county.kinds)
    sys.setswitchinterval(0.0005)  # the engine's many short answers must not wait for the sheets
    with ThreadPoolExecutor(1) as aside, county.con.cursor() as con:
        dropouts = aside.submit(list_dropouts, con, county.models, county.screening, lineage)
        write_outputs(
            out,
            county.found,
            county.screening,
            county.leads,
            county.models,
            county.kinds,
            county.delivered,
            con=county.con,
            on=on,
            dropped=lambda: dropouts.result().lines,
            grades=county.grades,
        )
        told = dropouts.result()
        rest = [{"cut": told.cut, "note": f"另有 {told.cut} 人次没有逐一列出,请用 explain 查问"}] if told.cut else []
        write_private(out / "dropped.jsonl", lines([*told.lines, *rest]))


def open_county(
    store: Pool,
    delivered: Delivered,
    *,
    on: date,
    office: Office,
    progress: Progress | None = None,
    more: Sequence[Draft] = (),
) -> County:
    """Match and screen what the pool holds now; ``more`` are records that are looked at once and not kept."""
    kinds = load_kinds(office.catalog)
    files = group_papers(delivered.papers)
    con = open_tables(store, delivered, kinds, on=on, office=office, files=files)
    if more:
        add_rows(con, store_rows(more, kinds, store.key))
    return _screen(con, delivered, kinds, on=on, office=office, progress=progress or _Silent(), files=files)


def open_tables(
    store: Pool,
    delivered: Delivered,
    kinds: Kinds,
    *,
    on: date,
    office: Office,
    files: Sequence[CaseFile] | None = None,
) -> duckdb.DuckDBPyConnection:
    """The engine with everything the pool and its papers say of people, before they are matched.

    ``files`` are the case files of the papers, where they are known already.
    """
    con = open_engine()
    store.load(con)
    store.load_people(con)
    add_rows(con, store_rows(paper_drafts(delivered.papers, office.great_loss_on(on), files), kinds, store.key))
    return con


def digest(con: duckdb.DuckDBPyConnection) -> str:
    """A mark of all rows of people, mentions and attributes, whatever their order."""
    parts = [
        f"SELECT SUM(CAST(hash(t) AS HUGEINT)) AS s FROM {t} AS t" for t in ("all_mentions", "all_attributes", "people")
    ]
    return "-".join(str(con.execute(part).fetchall()[0][0]) for part in parts)


def _lists(delivered: Delivered) -> str:
    """A mark of what the sheets say of tables and of files that could not be read."""
    return hashlib.sha256(json.dumps(intake_lines(delivered), ensure_ascii=False).encode()).hexdigest()


def _screen(
    con: duckdb.DuckDBPyConnection,
    delivered: Delivered,
    kinds: Kinds,
    *,
    on: date,
    office: Office,
    progress: Progress,
    files: Sequence[CaseFile],
    last: Path | None = None,
) -> County:
    """Match, screen and grade; ``last`` is where the last run left its leads."""
    models = tuple(load_models(kinds, office.catalog))
    progress.advance()
    write_locality(con, office.area)
    prepare(con, kinds)
    progress.advance(2)
    progress.begin("筛查", sum(len(m.steps) for m in models))
    screening = screen(con, models, progress=lambda _: progress.advance())
    progress.begin("整理线索", 2)
    found = open_found(con, screening, models, kinds)
    progress.advance()
    leads = tuple(with_findings(build_leads(found, models, kinds, on.year), models, delivered.papers))
    progress.advance()
    trees = load_trees(office.catalog)
    around = surround(con, files, delivered.papers, on, office.catalog)
    before = read_before(last, leads, trees[0].elements, KEPT) if last else None
    grades = grade_leads(leads, around, trees, before=before)
    return County(con, screening, found, leads, models, kinds, delivered, grades)


def paper_drafts(
    papers: Sequence[FiledPaper], great_loss: Decimal, files: Sequence[CaseFile] | None = None
) -> list[Any]:
    """All mentions that papers give: case facts and court papers."""
    drafts = [d for case in files or group_papers(papers) for d in case_drafts(case, great_loss)]
    return drafts + court_drafts(papers)


def _check_out(source: Path, out: Path, *, replace: bool) -> None:
    if not source.is_dir():
        raise OtherInput(f"找不到文件夹 {source},请检查路径")
    path = out / "run.json"
    if replace or not path.exists():
        return
    try:
        before = json.loads(path.read_text(encoding="utf-8"))["input"]
    except (ValueError, KeyError):
        return
    if before != str(source):
        raise OtherInput(f"{out} 里是另一个文件夹({before})的结果。请换一个 --out,或加 --replace 覆盖")


def _mark(store: Pool, source: Path, office: Office, on: date) -> str:
    """What the outputs depend on: content of the pool, code, catalogue, the office, the day."""
    digest = hashlib.sha256(_rules(source, office, on).encode())
    for snapshot in sorted(store.manifest.snapshots, key=lambda s: (s.path_key, s.content)):
        digest.update(f"{snapshot.path_key}{snapshot.content}".encode())
    return digest.hexdigest()


def _rules(source: Path, office: Office, on: date) -> str:
    """A mark of what the outputs depend on besides the data: code, catalogue, the office, the day."""
    rules = mark_of((CATALOG.parent, *office.catalog))
    return hashlib.sha256(f"{source}|{on}|{office}|{rules}".encode()).hexdigest()


def _is_done(out: Path, mark: str, name: str = "mark") -> bool:
    names = (
        "hits.jsonl",
        "documents.jsonl",
        "leads.jsonl",
        "leads.xlsx",
        "funnel.json",
        "intake.json",
        "dropped.jsonl",
    )
    return _last_run(out).get(name) == mark and all((out / n).exists() for n in names)


def _last_run(out: Path) -> dict[str, str]:
    """What the last run that came to its end kept of itself; empty where there is none."""
    try:
        kept = json.loads((out / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


class _Silent:
    def begin(self, what: str, total: int) -> None:
        """Say nothing."""

    def advance(self, by: int = 1) -> None:
        """Say nothing."""


def reopen(
    out: Path, *, pool: Path | None, on: date, office: Office | None = None, more: Sequence[Draft] = ()
) -> County:
    """Open what an earlier run put into the pool, without reading any file again; ``more`` as in ``open_county``.

    Raises:
        OtherInput: there is no pool there.
        PoolProblem, KeyProblem: with Chinese messages.
    """
    folder = pool or out / "pool"
    if not (folder / "manifest.json").exists():
        raise OtherInput(f"{folder} 还没有数据,请先运行 yingjiu run 文件夹 --out {out}")
    store = Pool(folder, load_key(create=False))
    if store.manifest.extra.get("reader") != reader_mark():
        raise PoolProblem(f"{folder} 是用另一版本的程序或目录读的,请重新运行 yingjiu run 文件夹 --out {out}")
    return open_county(store, read_back(store), on=on, office=office or Office(), more=more)
