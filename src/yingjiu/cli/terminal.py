"""The terminal (终端): consoles, progress bars, tables that fit a hundred columns, the day a person means by today."""

from __future__ import annotations

import sys
from datetime import date, datetime
from types import TracebackType
from typing import Any, Final

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from yingjiu.cli.failures import USAGE, say
from yingjiu.values.dates import read_day

WIDTH: Final = 100


def open_console(*, stderr: bool = False) -> Console:
    """A console no wider than a hundred columns; a hundred where the output is a file."""
    stream = sys.stderr if stderr else sys.stdout
    width = min(Console(file=stream).width, WIDTH) if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False)


def open_table(*columns: str, title: str | None = None) -> Table:
    """A plain table with these headers; cells wrap."""
    table = Table(
        box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", header_style="bold", pad_edge=False
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def read_on(given: str | None) -> date:
    """The day to screen on; today where none is given."""
    if given is None:
        return datetime.now().astimezone().date()
    day = read_day(given)
    if day is None or len(day) != 10:
        say(f"--on 的日期“{given}”看不懂,请写成 2026-11-24 这样")
        raise typer.Exit(USAGE)
    return date.fromisoformat(day)


class Bars:
    """Progress of a long job, a bar a step, on stderr; silent where that is no terminal."""

    def __init__(self) -> None:
        """Prepare; nothing is shown yet."""
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=36),
            MofNCompleteColumn(),
            TextColumn("剩余"),
            TimeRemainingColumn(compact=True),
            console=open_console(stderr=True),
            disable=not sys.stderr.isatty(),
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Bars:
        """Show the bars."""
        self._progress.start()
        return self

    def __exit__(
        self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the finished bars standing."""
        self._finish()
        self._progress.stop()

    def begin(self, what: str, total: int) -> None:
        """A step begins; the one before is done."""
        self._finish()
        self._task = self._progress.add_task(what, total=total)

    def advance(self, by: int = 1) -> None:
        """Some of the step is done."""
        if self._task is not None:
            self._progress.advance(self._task, by)

    def _finish(self) -> None:
        if self._task is None:
            return
        task: Any = self._progress.tasks[self._task]
        self._progress.update(self._task, completed=task.total)
