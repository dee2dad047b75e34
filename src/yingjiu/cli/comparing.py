"""``yingjiu compare``: which facts two versions of the program read differently in the same papers."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.markup import escape

from yingjiu.cli.failures import USAGE, say, stop, told_in_chinese
from yingjiu.cli.reading import json_items, list_papers
from yingjiu.cli.terminal import Bars, open_console, open_table
from yingjiu.cli.versions import TREE, find_checkout, open_version, read_by
from yingjiu.values.masking import mask_text

if TYPE_CHECKING:
    from yingjiu.reading.difference import Change

_STYLES: Final = {"+": "green", "−": "red", "~": "yellow"}
_NEW_FIELDS: Final = {"facts": "逐条事实"}


@dataclass(frozen=True, slots=True)
class Given:
    """One text to read: what it is called on the screen, and the item each version gets."""

    title: str
    item: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """One text with its changes; ``names`` are the people either version found."""

    title: str
    changes: tuple[Change, ...]
    names: tuple[str, ...]


def compare(words: Sequence[str], *, checkout: Path | None, reveal: bool) -> None:
    """Compare ``[OLD [NEW]] PAPERS`` and print what changed; differences are no failure (exit code 0)."""
    if not 1 <= len(words) <= 3:
        raise stop("请写:yingjiu compare 旧版本 新版本 文书,例如 yingjiu compare HEAD~1 . 文书/", USAGE)
    *versions, papers = words
    old_name, new_name = (*versions, *("HEAD", TREE)[len(versions) :])
    with told_in_chinese():
        found = find_checkout(checkout)
        with contextlib.ExitStack() as stack:
            old = stack.enter_context(open_version(old_name, found))
            new = stack.enter_context(open_version(new_name, found))
            given = _given_texts(Path(papers))
            items = [one.item for one in given]
            with ThreadPoolExecutor(2) as pool:
                before, after = pool.map(lambda version: read_by(version, items), (old, new))
        console = open_console()
        compared = _compared(given, before, after, old.name, new.name)
        for one in compared:
            _print_paper(console, one, reveal=reveal)
        _print_sums(console, compared, f"{len(given)} 份文书,旧:{old.name},新:{new.name}")
        _tell_missing(console, before, after)


def _given_texts(path: Path) -> list[Given]:
    """The texts of a folder, a paper or a .jsonl; what cannot be read is told and left out."""
    if path.suffix.lower() == ".jsonl" and path.is_file():
        items = list(json_items(path))
        return [
            Given(
                f"第{number}行 {item.get('id') or ''}".strip(),
                {"id": number, "name": str(item.get("name") or ""), "text": str(item.get("text") or "")},
            )
            for number, item in enumerate(items, 1)
        ]
    from yingjiu.texts.files import read_files
    from yingjiu.texts.page import GivenText

    given: list[Given] = []
    files = list_papers([path])
    with Bars() as bars:
        bars.begin("读取文书", len(files))
        for number, (file, text) in enumerate(read_files(files)):
            bars.advance()
            if isinstance(text, GivenText):
                title = str(file.relative_to(path)) if path.is_dir() else file.name
                given.append(Given(title, {"id": number, "name": file.stem, "text": text.text}))
            else:
                say(f"{file.name}:{text}")
    return given


def _compared(
    given: Sequence[Given],
    before: Sequence[dict[str, Any] | None],
    after: Sequence[dict[str, Any] | None],
    old: str,
    new: str,
) -> list[Compared]:
    from yingjiu.reading.difference import compare_records

    out: list[Compared] = []
    for one, first, second in zip(given, before, after, strict=True):
        if first is None or second is None:
            say(f"{one.title}:版本“{old if first is None else new}”读这一份时出错,没有比")
            continue
        changes = compare_records(one.item["text"], first, second)
        out.append(Compared(one.title, tuple(changes), (*_names(first), *_names(second))))
    return out


def _names(record: dict[str, Any]) -> list[str]:
    victims = record.get("victims", ())
    names = [*record.get("suspects", ()), *(victim["name"] for victim in victims)]
    names += [name for victim in victims for name in victim.get("relatives", ())]
    return names + [fact["person"] for fact in record.get("facts", ()) if fact.get("person")]


def _print_paper(console: Console, one: Compared, *, reveal: bool) -> None:
    if not one.changes:
        return

    def shown(text: str | None) -> str:
        return escape(text if reveal else mask_text(text, one.names)) if text else "无"

    console.rule(f"[bold]{shown(one.title)}[/]", align="left")
    for change in one.changes:
        value = f"{shown(change.old)} → {shown(change.new)}"
        if change.sign != "~" and None in (change.old, change.new):
            value = shown(change.new or change.old)
        who = f" {shown(change.person)}" if change.person else ""
        console.print(f"  [{_STYLES[change.sign]}]{change.sign}[/] {escape(change.kind)}{who}:{value}")
        if change.sentence:
            console.print(f"      “{shown(change.sentence)}”", style="dim")
    console.print()


def _print_sums(console: Console, compared: Sequence[Compared], about: str) -> None:
    from yingjiu.reading.difference import tally_changes

    touched = sum(bool(one.changes) for one in compared)
    console.print(f"比较了 {escape(about)}:{f'{touched} 份有变化' if touched else '没有变化'}")
    if not touched:
        return
    table = open_table("事实", "增加 +", "减少 −", "改变 ~", "文书")
    for row in tally_changes(one.changes for one in compared):
        table.add_row(row.kind, *(str(n) for n in (row.added, row.removed, row.changed, row.papers)))
    console.print(table)


def _tell_missing(
    console: Console, before: Sequence[dict[str, Any] | None], after: Sequence[dict[str, Any] | None]
) -> None:
    """Say which part only one of the versions writes, and so was not compared."""
    for field, words in _NEW_FIELDS.items():
        writes = [any(record is not None and field in record for record in side) for side in (before, after)]
        if writes[0] != writes[1]:
            console.print(f"{'旧' if writes[1] else '新'}版本不写{words},这一部分没有比")
