"""``yingjiu terms``: the six classes of key words with their near-synonyms, and how often a run met each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from yingjiu.cli.failures import stop
from yingjiu.cli.terminal import open_console


def show_terms(out: Path | None) -> None:
    """Print the list; with the folder of a run also the counts, terms that never hit marked."""
    from yingjiu.leads.termcounts import term_records

    records = term_records(()) if out is None else _read(out)
    table = Table(box=None, pad_edge=False)
    for title in ("类", "词", "近似词", "方"):
        table.add_column(title)
    if out is not None:
        for title in ("文书", "次数", "否定", "他方", "条文"):
            table.add_column(title, justify="right")
    for record in records:
        table.add_row(*_cells(record, counts=out is not None), style=_style(record) if out else "")
    console = open_console()
    console.print(table)
    console.print(f"共 {len({r['组'] for r in records})} 类 {len(records)} 个词。" + _silent(records, out))


def _cells(record: dict[str, Any], *, counts: bool) -> list[str]:
    near = "、".join(word for word in record["近似词"] if word != record["名"])
    cells = [record["组"], record["名"] + ("(反)" if record["极性"] == "反" else ""), near, record["方"]]
    if counts:
        cells += [str(record[key]) for key in ("文书", "次数", "否定", "他方", "条文")]
    return [escape(cell) for cell in cells]


def _style(record: dict[str, Any]) -> str:
    return "" if record["次数"] else "dim"


def _silent(records: list[dict[str, Any]], out: Path | None) -> str:
    if out is None:
        return "加上结果文件夹可以看次数:yingjiu terms 结果"
    never = [r["名"] for r in records if not r["次数"]]
    return f"从没有出现的 {len(never)} 个:{'、'.join(never)}" if never else "每个词都出现过。"


def _read(out: Path) -> list[dict[str, Any]]:
    path = out / "terms.json"
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise stop(f"{out} 里没有 terms.json,请先用这个版本运行 yingjiu run") from None
    except ValueError:
        raise stop(f"{path} 已损坏,请重新运行 yingjiu run --replace") from None
    return list(records)
