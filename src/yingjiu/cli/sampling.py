"""``yingjiu sample``: draw near misses of a week to be checked, and read the findings of all weeks back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.markup import escape

from yingjiu.cli.failures import FAILED, USAGE, say, stop, told_in_chinese
from yingjiu.cli.terminal import open_console, open_table, read_on

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = "抽查"


def draw(
    out: Path, *, week: str | None, number: int, pool: Path | None, office: Path | None, reveal: bool, on: str | None
) -> None:
    """Draw, show, and write OUT/抽查/<week>.xlsx unless it is there (it may hold answers already)."""
    from yingjiu.cli.lookup import open_county_for
    from yingjiu.leads.outputs import make_private, write_private
    from yingjiu.leads.pastcases import relief_models
    from yingjiu.leads.sample import draw_near, is_week, sample_book, sample_cells, tell_drawn, week_of
    from yingjiu.run import digest
    from yingjiu.screening.nearmiss import near_misses

    day = read_on(on)
    chosen = (week or week_of(day)).upper()
    if not is_week(chosen):
        raise stop(f"--week 的“{chosen}”看不懂,请写成 2026-W48 这样(年-W周)", USAGE)
    if number < 1:
        raise stop("--n 至少是 1", USAGE)
    console = open_console()
    with told_in_chinese():
        county, _ = open_county_for(out, pool, office, day)
        relief = relief_models(county.models)
        near = [d for d in near_misses(county.con, county.models, county.screening.statements) if d.model in relief]
        drawn = draw_near(near, chosen, digest(county.con), number)
        told = tell_drawn(county.con, county.kinds, drawn, chosen, day)
        if not told:
            raise stop("没有“只差一项”的人,不用抽查")
        table = open_table("抽查编号", "姓名", "模型", "差在哪一项", "名册", title=f"{chosen} 抽查 {len(told)} 人")
        for one in told:
            cells = sample_cells(one, masked=not reveal)
            table.add_row(*(escape(cells[n]) for n in (0, 1, 3, 5, 7)))
        console.print(table)
        console.print(f"“只差一项”的共 {len({d.person for d in near})} 人,按模型比例抽取,同一周重抽结果相同。")
        path = out / FOLDER / f"{chosen}.xlsx"
        if path.exists():
            console.print(f"抽查表已经有了,没有覆盖  {escape(str(path))}", soft_wrap=True)
            return
        make_private(path.parent)
        write_private(path, sample_book(told))
        console.print(f"抽查表  {escape(str(path))}(填“结论”一栏,再用 --read 读回)", soft_wrap=True)


def read_findings(out: Path, folder: Path) -> None:
    """Read all filled sheets of a folder (or one sheet) and say what they prove."""
    from yingjiu.leads.sample import estimate, read_answers

    files = sorted(folder.glob("*.xlsx")) if folder.is_dir() else [folder]
    if not files or not files[0].exists():
        raise stop(f"{folder} 里没有抽查表(.xlsx),请先用 yingjiu sample {out} 抽取")
    with told_in_chinese():
        answers, odd = read_answers(row for file in files for row in _rows(file))
    for line in odd:
        say(line)
    console = open_console()
    interval = estimate(answers)
    console.print(interval.words(_near(out)))
    if interval.checked and interval.checked < 30:
        console.print("人数还少,区间很宽;每周抽几个,几个月后再看。", style="dim")
    if not answers:
        raise stop("抽查表的“结论”一栏都还没有填", FAILED)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    """Rows of every sheet whose header has the code; what cannot be read is told and passed over."""
    from yingjiu.intake.table import UnreadableTable, cell_text, read_sheets
    from yingjiu.leads.sample import CODE

    try:
        sheets = list(read_sheets(file, file.name))
    except UnreadableTable as error:
        say(f"{file.name}:{error.reason}")
        return
    for sheet in sheets:
        titles: list[str] = []
        for row in sheet.rows:
            cells = [cell_text(c) for c in row]
            if CODE in cells:
                titles = cells
            elif titles:
                yield dict(zip(titles, cells, strict=False))


def _near(out: Path) -> int | None:
    """How many near misses the last run listed, None where it left no list."""
    import json

    try:
        lines = (out / "dropped.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
    except (OSError, ValueError):
        return None
    return len({(r["name"], r["id_number"]) for r in rows if r.get("near")})
