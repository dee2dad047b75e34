"""What a run ends with (小结): leads, counts, what could not be used, where the files are; masked unless asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.markup import escape

from yingjiu.cli.terminal import open_table
from yingjiu.values.masking import mask_id, mask_name, mask_text

SHOWN: Final = 20
CHIPS: Final = {"红": "[white on red] 红 [/]", "橙": "[black on dark_orange] 橙 [/]", "黄": "[black on yellow] 黄 [/]"}
"""The word of a colour on its ground."""
WIDE: Final = 96
"""Columns from which identity numbers fit into the table."""


def print_summary(console: Console, out: Path, *, assistance: frozenset[str], reveal: bool) -> None:
    """Print the summary of what OUT holds; ``assistance`` are the models that point at social assistance only."""
    leads = [json.loads(line) for line in (out / "leads.jsonl").read_text(encoding="utf-8").splitlines()]
    intake = json.loads((out / "intake.json").read_text(encoding="utf-8"))
    open_leads = [lead for lead in leads if lead["status"] == "open"]
    relief = [lead for lead in open_leads if set(lead["models"]) - assistance]
    relief.sort(key=lambda lead: int(lead.get("rank") or len(leads)))
    social = sum(bool(set(lead["models"]) & assistance) for lead in open_leads)
    funnel = json.loads((out / "funnel.json").read_text(encoding="utf-8"))
    print_leads(console, relief, reveal=reveal)
    _print_counts(console, relief, leads, social)
    _print_changes(console, relief)
    for model, counts in funnel.get("findings", {}).items():
        if any(counts.values()):
            told = "  ".join(f"{name} {n}" for name, n in counts.items() if n)
            console.print(f"{model} 从材料里看出的情形  {escape(told)}")
    _print_intake(console, intake, out)
    console.print()
    console.print(f"线索表  {escape(str(out / 'leads.xlsx'))}", style="bold", soft_wrap=True)
    console.print("依据    yingjiu explain 姓名 --out " + escape(str(out)), soft_wrap=True)
    console.print("保密    OUT 含真实姓名、号码和案情,只给应当知道的人看(见 保密说明.txt)。系统只提线索,由检察官决定。")


def print_leads(console: Console, leads: Sequence[Mapping[str, Any]], *, reveal: bool) -> None:
    """The first leads as a table."""
    if not leads:
        console.print("没有找到线索。请看 leads.xlsx 的“漏斗”:哪一步没有剩下人;“入库”:哪些表没有认出来。", style="bold")
        return
    title = f"线索 {len(leads)} 条" + (f"(先列 {SHOWN} 条,全部见 leads.xlsx)" if len(leads) > SHOWN else "")
    with_cards = console.width >= WIDE
    table = open_table(
        "", "颜色", "姓名", *(["证件号码"] if with_cards else []), "条线", "案号", "在册", "模型", title=title
    )
    for column in table.columns:
        column.no_wrap = column.header != "在册"
    for number, lead in enumerate(leads[:SHOWN], 1):
        name, card = lead["name"], lead["id_number"]
        cards = [(card if reveal else mask_id(card)) or "无"] if with_cards else []
        table.add_row(
            str(number),
            CHIPS.get(lead.get("colour", ""), ""),
            escape(name if reveal else mask_name(name)),
            *cards,
            lead["stream"],
            escape(_number(lead["case_numbers"])),
            "、".join(lead["registers"]) or "不在册",
            f"{len(lead['models'])} 个",
        )
    console.print(table)


def _number(numbers: Sequence[str]) -> str:
    """The number under which the office itself keeps the case, else the court's.

    >>> _number(["某公诉字〔2021〕2号", "某检刑诉受〔2021〕2号"]), _number([])
    ('某检刑诉受〔2021〕2号', '未写明')
    """
    ranked = sorted(numbers, key=lambda n: ("受" not in n, "检" not in n, "初" not in n))
    return next(iter(ranked), "未写明")


def _print_counts(
    console: Console, relief: Sequence[Mapping[str, Any]], leads: Sequence[Mapping[str, Any]], social: int
) -> None:
    streams = Counter(lead["stream"] for lead in relief)
    groups = Counter(group for lead in relief for group in lead["groups"])
    reasons = Counter(lead["reason"] or "其他" for lead in leads if lead["status"] != "open")
    colours = Counter(str(lead["colour"]) for lead in relief if lead.get("colour"))
    if colours:
        console.print("按颜色  " + "  ".join(f"{name} {colours[name]}" for name in CHIPS))
    for title, counts in (("按条线", streams), ("按人群", groups), ("已结束", reasons)):
        if counts:
            console.print(f"{title}  " + "  ".join(f"{name} {n}" for name, n in counts.most_common()))
    if social:
        console.print(f"转社会救助  {social}(已获司法救助、还没有社会救助,见同名工作表)")


def _print_changes(console: Console, relief: Sequence[Mapping[str, Any]]) -> None:
    """What changed since the last run; silent on a first run and where nothing did."""
    changes = Counter(str(lead.get("change", "")) for lead in relief)
    told = "  ".join(f"{name} {changes[name]}" for name in ("新增", "升级", "降级") if changes[name])
    if told and changes["新增"] < len(relief):
        console.print(f"变化    {told}(与上次比,是哪些、因为什么,见 leads.xlsx 的“变化”一栏)")


def _print_intake(console: Console, intake: Sequence[Mapping[str, Any]], out: Path) -> None:
    rows = sum(t["rows"] for t in intake)
    used = sum(t["used"] for t in intake)
    unread = Counter(str(t["remarks"][0]) for t in intake if "sheet" not in t)
    unknown = [t for t in intake if not t["source"] and "sheet" in t]
    known = sum(bool(t["source"]) for t in intake)
    returned = sum(len(t["reported"]) for t in intake)
    console.print(f"表格    {known} 张,{rows} 行,用上 {used} 行,退回 {returned} 行")
    for table in unknown[:10]:
        where = f"{table['file']} {table.get('sheet') or ''}".strip()
        why = ";".join(str(r) for r in table["remarks"][:1]) or "没有认出来"
        console.print(f"  没有用上 {escape(mask_text(where))}:{escape(mask_text(why))}", style="yellow")
    if len(unknown) > 10:
        console.print(f"  另有 {len(unknown) - 10} 个没有用上,见 leads.xlsx 的“入库”", style="yellow")
    for why, count in unread.most_common(5):
        console.print(f"  {count} 个文件读不了:{escape(why)}(是哪些见“入库”)", style="yellow")
    folder = out / "退回"
    files = sorted(folder.rglob("*.xlsx")) if folder.is_dir() else []
    if files:
        console.print(
            f"退回    {len(files)} 份表格可以发回送交单位,原因在最后一列:{escape(str(folder))}", soft_wrap=True
        )
