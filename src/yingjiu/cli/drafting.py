"""``yingjiu check --draft``: a first source file out of a list's header row, for a person to finish."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from yingjiu.cli.failures import stop, told_in_chinese
from yingjiu.cli.terminal import open_console, read_on

if TYPE_CHECKING:
    from yingjiu.intake.layout import Part


def draft_source(path: Path) -> None:
    """Write ``<list>.来源草稿.yml`` into the current folder; a draft that is there already is not overwritten."""
    from yingjiu.pool.atomic import write_whole

    with told_in_chinese():
        text = draft_text(path)
        out = Path(f"{path.stem}.来源草稿.yml")
        if out.exists():
            raise stop(f"{out} 已经有了,请先改名或删除")
        write_whole(out, text)
    console = open_console()
    console.print(f"已写好草稿 {escape(str(out))}", style="bold")
    console.print("请核对每一列,补上样例(用虚构的人),放进本院文件夹的 sources/,再运行 yingjiu check 检查。")


def draft_text(path: Path) -> str:
    """The draft of a source for the first table of a file."""
    from yingjiu.catalog.kind import shipped_kinds
    from yingjiu.catalog.source import shipped_sources
    from yingjiu.intake.folder import read_delivery
    from yingjiu.intake.header import make_grammar
    from yingjiu.intake.layout import find_parts
    from yingjiu.intake.table import UnreadableTable, read_sheets

    if not path.is_file():
        raise stop(f"找不到文件 {path}")
    try:
        sheets = read_sheets(path, path.name)
    except UnreadableTable as error:
        raise stop(f"{path.name}:{error.reason}") from None
    kinds, sources = shipped_kinds(), shipped_sources()
    grammar = make_grammar(sources)
    part = next((p for sheet in sheets for p in find_parts(sheet, grammar)), None)
    if part is None:
        raise stop(f"{path.name} 里没有找到表头(含姓名或证件号码的一行)")
    tables = read_delivery(sheets, path, catalog=kinds, sources=sources, on=read_on(None))
    known = next((t.source for t in tables if t.source), "")
    kind = sources.sources[known].kind if known else ""
    fields = tuple(kinds.kinds[kind].fields) if kind else ()
    return _fill_in(path, part, known, kind, fields)


def _fill_in(path: Path, part: Part, known: str, kind: str, fields: tuple[str, ...]) -> str:
    heads = [h for h in part.heads if h.text]
    personal = [h.text for h in heads if h.field or h.roles]
    own = [h.text for h in heads if not (h.field or h.roles)]
    said = f"# 现在已能认作“{known}”,只有要改动时才需要这个文件\n" if known else ""
    columns = "".join(f"  # {_nearest(text, fields)}: [{text}]\n" for text in own)
    return (
        f"# 由 {path.name} 的表头起草,请逐项核对;#号开头的行只是提示\n{said}"
        f"名称: {path.stem}\n"
        f"归为: {kind or '(写记录种类的名称,如 低保户)'}\n"
        "单位: []            # 谁送来的,如 [民政]\n"
        f"题目: [{'、'.join(part.titles[:1]) or path.stem}]\n"
        f"# 姓名、号码等人的列不用写,已经认得:{'、'.join(personal) or '没有'}\n"
        f"列:\n{columns or '  # 没有别的列'}\n"
        "不用: []            # 用不到的列写在这里\n"
        "样例:\n"
        f"  - 表头: [{', '.join(h.text for h in heads)}]\n"
        f"    行:\n      - [{', '.join('(虚构)' for _ in heads)}]\n"
        "    得:\n      - {姓名: (虚构)}\n"
        "  - 表头: [姓名, 身份证号]\n"
        "    行: [[(虚构), (虚构)]]\n"
        "    不应认作: 是\n"
    )


def _nearest(text: str, fields: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(text, fields, n=1, cutoff=0.4)), "(字段名)")
