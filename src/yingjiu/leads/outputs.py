"""The files of OUT (产出): lines for programs, a workbook for people, a note; each whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, Protocol

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Model
from yingjiu.leads.found import Found
from yingjiu.leads.graded import Grades
from yingjiu.leads.lead import Lead
from yingjiu.leads.records import document_records, funnel_record, hit_records, lead_records, lines
from yingjiu.leads.termcounts import term_records
from yingjiu.leads.workbook import build_workbook
from yingjiu.matching.papers import FiledPaper
from yingjiu.pool.atomic import write_whole
from yingjiu.screening.screen import Screening

NOTE_NAME: Final = "保密说明.txt"
NOTE: Final = """本文件夹由“应救”生成,含真实的人的姓名、证件号码、案件和家庭情况,属于敏感个人信息和检察工作秘密。

一、只给办理国家司法救助应当知道的人看,不得外传,不得存入互联网电脑和个人设备。
二、leads.xlsx 里未成年人和性侵害案件被害人已经打码;*.jsonl、funnel.json、intake.json 供程序使用,没有打码,不要转发。
三、系统只提出线索,不作决定。是否救助、救助多少,由检察官依法审查;没有找到的人不等于不需要救助。
四、“退回”文件夹里的表格只发回原来的送交单位。
五、用完之后按规定移交、封存或者删除;整个文件夹删除后,数据池(不用 --pool 时在本文件夹的 pool 里)一并删除。
"""


class Delivered(Protocol):
    """What intake and reading made of a folder: a line a table, the papers, the files that could not be read."""

    @property
    def intake(self) -> Sequence[dict[str, Any]]:
        """Lines of intake.json."""

    @property
    def papers(self) -> Sequence[FiledPaper]:
        """Papers with where they lie."""

    @property
    def unread(self) -> Sequence[tuple[str, str]]:
        """Files that could not be read, with why."""


def write_outputs(
    out: Path,
    found: Found,
    screening: Screening,
    leads: Sequence[Lead],
    models: Sequence[Model],
    kinds: Kinds,
    delivered: Delivered,
    *,
    con: duckdb.DuckDBPyConnection | None = None,
    on: date | None = None,
    dropped: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
    grades: Grades | None = None,
) -> None:
    """Write every file of OUT, each aside and renamed, for the owner's eyes only.

    Args:
        out: the folder; made when missing.
        found: hits with what they rest on.
        screening: hits and funnel.
        leads: leads, open ones first.
        models: the models that ran.
        kinds: kinds of record.
        delivered: what intake and reading made of the folder.
        con: the engine with the county's tables; without it the list of people in no register stays empty.
        on: the day of the run, for ages.
        dropped: gives the lines of dropped.jsonl; without it there is no sheet 只差一项.
        grades: colours of the open leads.
    """
    make_private(out)
    intake = intake_lines(delivered)
    texts = {
        "hits.jsonl": lines(hit_records(found, models, kinds)),
        "documents.jsonl": lines(document_records(delivered.papers)),
        "leads.jsonl": lines(lead_records(leads, grades)),
        "funnel.json": _json(funnel_record(screening, models, leads)),
        "intake.json": _json(intake),
        "terms.json": _json(term_records(p.paper.terms for p in delivered.papers)),
        NOTE_NAME: NOTE,
    }
    for name, text in texts.items():
        write_private(out / name, text)
    book = build_workbook(
        found, screening, leads, models, kinds, intake,
        papers=delivered.papers, con=con, on=on, dropped=dropped, grades=grades,
    )  # fmt: skip
    write_private(out / "leads.xlsx", book)


def write_papers(out: Path, delivered: Delivered) -> None:
    """Write anew only what lists papers and tables, where nothing said of a person has changed."""
    write_private(out / "documents.jsonl", lines(document_records(delivered.papers)))
    write_private(out / "intake.json", _json(intake_lines(delivered)))
    write_private(out / "terms.json", _json(term_records(p.paper.terms for p in delivered.papers)))


def intake_lines(delivered: Delivered) -> list[dict[str, Any]]:
    """One line a table, then one for each file that could not be read."""
    unread = [
        {"file": file, "source": None, "rows": 0, "used": 0, "reported": [], "remarks": [reason]}
        for file, reason in delivered.unread
    ]
    return [*delivered.intake, *unread]


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there keeps its rights."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def write_private(path: Path, content: bytes | str) -> None:
    """Write a file whole, readable by its owner alone where the system knows such rights."""
    write_whole(path, content)
    path.chmod(0o600)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
