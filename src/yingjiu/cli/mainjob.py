"""``yingjiu run``: the main job with progress, ended by what a person wants to see first."""

from __future__ import annotations

from pathlib import Path

from yingjiu.cli.failures import told_in_chinese
from yingjiu.cli.summary import print_summary
from yingjiu.cli.terminal import Bars, open_console, read_on


def run_job(
    source: Path, out: Path, *, pool: Path | None, office: Path | None, replace: bool, reveal: bool, on: str | None
) -> None:
    """Run the main job and print its summary."""
    from yingjiu.cli.offices import open_office
    from yingjiu.run import run

    day = read_on(on)
    with told_in_chinese():
        setting = open_office(office)
        with Bars() as bars:
            county = run(source, out, on=day, pool=pool, office=setting, progress=bars, replace=replace)
        console = open_console()
        if county is None:
            console.print("各人的记录、目录和日期都没有变化,线索仍是上一次的。", style="bold")
        print_summary(console, out, assistance=assistance_models(setting.catalog), reveal=reveal)


def assistance_models(extra: tuple[Path, ...] = ()) -> frozenset[str]:
    """Models whose people are to be passed on for social assistance, not for judicial relief."""
    from yingjiu.catalog.kind import load_kinds
    from yingjiu.catalog.model import load_models
    from yingjiu.leads.sheets_lead import ASSISTANCE

    models = load_models(load_kinds(extra), extra)
    return frozenset(lead.model for model in models for lead in model.leads if lead.kind == ASSISTANCE)
