"""The commands pages, past and sample as typed (命令行): names, options, help; what each does is imported only when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from yingjiu.cli.failures import CODES
from yingjiu.cli.help import ChineseCommand

Out = Annotated[Path, typer.Argument(metavar="OUT", help="结果文件夹(run 写出的那一个)")]
PoolDir = Annotated[Path | None, typer.Option("--pool", metavar="DIR", help="数据池文件夹;不写就是 OUT/pool")]
OfficeDir = Annotated[Path | None, typer.Option("--office", metavar="DIR", help="本院文件夹,用 yingjiu init 建立")]
Reveal = Annotated[bool, typer.Option("--reveal", metavar="", help="显示真实姓名和号码;不加则打码")]
Day = Annotated[str | None, typer.Option("--on", metavar="日期", help="按哪一天算,如 2026-11-24;不写就是今天")]
Purpose = Annotated[str | None, typer.Option("--purpose", metavar="事由", help="为什么查;不写会询问")]


def add_relief_commands(app: typer.Typer) -> None:
    """Add the three commands."""
    app.command(
        "pages",
        **_help(
            "把前几条线索写成可以打印的页面:每人一张核查单、一张画像(A4)。",
            "yingjiu pages 结果 --to 打印 --first 10 --purpose 上门核查",
        ),
    )(pages_command)
    app.command(
        "past",
        **_help(
            "看本院历年救助案件:什么案、什么伤害、什么人、多少钱、多少天,并看模型能不能找到这些人。",
            "yingjiu past 结果",
            "例:yingjiu past 结果 --cases 历年案件.xlsx --html 历年.html",
        ),
    )(past_command)
    app.command(
        "sample",
        **_help(
            "每周从“只差一项”的人里抽几个人工核查,估计漏掉了多少。",
            "yingjiu sample 结果 --week 2026-W48",
            "例:yingjiu sample 结果 --read 抽查",
        ),
    )(sample_command)


def _help(what: str, example: str, *more: str) -> dict[str, Any]:
    return {
        "cls": ChineseCommand,
        "help": what,
        "epilog": "\n\n".join((f"例:{example}", *more, CODES)),
        "options_metavar": "[选项]",
    }


def pages_command(
    *,
    out: Out,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="写到哪个文件夹")],
    first: Annotated[int, typer.Option("--first", metavar="N", help="前几条线索")] = 10,
    purpose: Purpose = None,
    pool: PoolDir = None,
    office: OfficeDir = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Write pages to print."""
    from yingjiu.cli.pages import write_pages

    write_pages(out, to, first=first, pool=pool, office=office, purpose=purpose, reveal=reveal, on=on)


def past_command(
    *,
    out: Out,
    cases: Annotated[
        Path | None,
        typer.Option(
            "--cases", metavar="FILE", help="本院自己的历年救助案件表(.xlsx、.csv);不写就用已入库的司法救助台账"
        ),
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="另存为可以打印的页面")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="另存为工作簿")] = None,
    pool: PoolDir = None,
    office: OfficeDir = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Show the office's past relief cases."""
    from yingjiu.cli.past import show_past

    show_past(out, cases=cases, html=html, xlsx=xlsx, pool=pool, office=office, reveal=reveal, on=on)


def sample_command(
    *,
    out: Out,
    week: Annotated[str | None, typer.Option("--week", metavar="周", help="哪一周,如 2026-W48;不写就是本周")] = None,
    number: Annotated[int, typer.Option("--n", metavar="N", help="抽几个人")] = 5,
    read: Annotated[Path | None, typer.Option("--read", metavar="DIR", help="读回填好的抽查表,估计漏报")] = None,
    pool: PoolDir = None,
    office: OfficeDir = None,
    reveal: Reveal = False,
    on: Day = None,
) -> None:
    """Draw near misses to check, or read the findings back."""
    from yingjiu.cli.sampling import draw, read_findings

    if read is not None:
        read_findings(out, read)
    else:
        draw(out, week=week, number=number, pool=pool, office=office, reveal=reveal, on=on)
