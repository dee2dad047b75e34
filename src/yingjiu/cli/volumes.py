"""``yingjiu read`` of a volume: its papers as a table, then what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from yingjiu.values.masking import mask_name, mask_text

if TYPE_CHECKING:
    from rich.console import Console

    from yingjiu.reading.facts import Paper

NAMES = 6


def print_volume(console: Console, name: str, note: dict[str, Any], method: str, *, reveal: bool) -> None:
    """The papers of a volume (``note`` of ``read_dossier``): a table of pages, kind, day and people, then the facts."""
    from yingjiu.cli.reading import print_paper
    from yingjiu.reading.citation import Bound
    from yingjiu.reading.stored import paper_from_dict

    papers = [(paper_from_dict(part["paper"]), Bound.from_dict(part["bound"]), part) for part in note["papers"]]
    everybody = tuple(dict.fromkeys(n for paper, _, _ in papers for n in _names(paper)))
    table = Table(title=None, header_style="bold", pad_edge=False, box=None)
    for column in ("卷内位置", "PDF页", "文书", "日期", "人"):
        table.add_column(column, overflow="fold")
    for paper, bound, part in papers:
        names = [n if reveal else mask_name(n) for n in _names(paper)]
        told = "、".join(dict.fromkeys(names[:NAMES])) + ("等" if len(names) > NAMES else "")
        pages = part["place"].rpartition("#")[2].replace("-", "–")
        table.add_row(bound.cited() if bound else "", pages, escape(paper.called), paper.day or "", escape(told))
    volume = next((bound.volume for _, bound, _ in papers if bound), name)
    shown = name if reveal else mask_text(name, everybody)
    console.rule(f"[bold]{escape(shown)}[/] · {escape(volume)} · {len(papers)}份材料", align="left")
    console.print(table)
    console.print()
    for paper, bound, _ in papers:
        if _says_something(paper) and bound is not None:
            print_paper(console, bound.cited(), paper, method, reveal=reveal, bound=bound)


def _names(paper: Paper) -> list[str]:
    names = [*(v.name for v in paper.victims), *(p.name for p in (*paper.suspects, *paper.parties))]
    return list(dict.fromkeys(names))


def _says_something(paper: Paper) -> bool:
    return bool(paper.victims or paper.suspects or paper.parties or paper.enforcement or paper.facts or paper.evidence)
