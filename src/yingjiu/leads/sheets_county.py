"""Sheets about the run as a whole (全县的表): the funnel of every model, what came in, which rows cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from yingjiu.catalog.model import Model, Operation, Step
from yingjiu.leads.deepen import count_findings
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_table import Book, Column, Print
from yingjiu.screening.screen import DEAD_STEP, Screening
from yingjiu.values.masking import mask_text

FUNNEL: Final = (
    Column("单位", 18),
    Column("模型", 30),
    Column("步骤", 26),
    Column("做法", 56),
    Column("这一步之前(人)", 12, middle=True),
    Column("剩下(人)", 10, middle=True),
    Column("剩下(人×案)", 10, middle=True),
    Column("减少(人)", 10, middle=True),
)
INTAKE: Final = (
    Column("文件", 44),
    Column("工作表", 14),
    Column("认作", 22),
    Column("数据行", 8, middle=True),
    Column("使用", 8, middle=True),
    Column("退回", 8, middle=True),
    Column("说明", 60),
)
RETURNED: Final = (
    Column("文件", 44),
    Column("工作表", 14),
    Column("行", 8, middle=True),
    Column("为什么不能用", 80),
)


def add_funnel(book: Book, screening: Screening, models: Sequence[Model], leads: Sequence[Lead]) -> None:
    """People left after each step of each model, and what a model's further step (深入) found in the material."""
    deeper = count_findings(leads, models)
    counts = {(c.model, c.step): c for c in screening.funnel}
    left = {f"{model}.{step}": c.people for (model, step), c in counts.items()}
    rows: list[list[str | int | None]] = []
    for model in models:
        for step in model.steps:
            count = counts.get((model.id, step.name))
            if count is None:
                continue
            before = _before(step, model.id, left)
            lost = (
                before - count.people if before is not None and step.operation is not Operation.TO_SAME_CASE else None
            )
            rows.append(
                [model.office, _name(model), step.name, step_words(step), before, count.people, count.pairs, lost]
            )
        for lead in model.leads:
            count = counts.get((lead.model, DEAD_STEP))
            if count is None:
                continue
            before = left.get(f"{model.id}.{lead.step}")
            lost = before - count.people if before is not None else None
            name = f"线索 {lead.model}"
            rows.append([model.office, _name(model), name, "剔除已经死亡的人", before, count.people, count.pairs, lost])
        for name, number in deeper.get(model.id, {}).items():
            does = "从线索的材料里按关键词找出的情形(条)"
            rows.append([model.office, _name(model), f"深入 {name}", does, None, None, number, None])
    book.add_table("漏斗", FUNNEL, rows, empty="没有运行任何模型", printed=Print(1, 0))


def _name(model: Model) -> str:
    return f"{model.id} {model.name}"


def _before(step: Step, model: str, left: Mapping[str, int]) -> int | None:
    """People before a step that takes away from one earlier step."""
    if step.operation not in {Operation.COLLIDE, Operation.SUBTRACT, Operation.TAKE} or len(step.start) != 1:
        return None
    source = step.start[0].step
    return left.get(f"{model}.{source}", left.get(str(source))) if source else None


def step_words(step: Step) -> str:
    """What a step does, in one Chinese sentence."""
    start = "、".join(s.name for s in step.start)
    others = "、".join(s.name for s in step.others)
    if step.operation is Operation.TAKE:
        tests = [f"{name}为{'、'.join(_short(values))}" for name, values in step.where.items()]
        tests += [f"{name}为{'、'.join(_short(values))}的除外" for name, values in step.unless.items()]
        return f"取{start}" + (",要求:" + ";".join(tests) if tests else "")
    if step.operation is Operation.MERGE:
        return f"合并:{start}"
    if step.operation is Operation.COLLIDE:
        when = "(案发当时在册)" if step.at_event else ""
        return f"把“{start}”与“{others}”碰撞{',须同案' if step.must_share_case else ''}{when}"
    if step.operation is Operation.SUBTRACT:
        return f"从“{start}”中剔除“{others}”"
    return f"从“{start}”转到同案的“{others}”"


def _short(values: Sequence[str]) -> Sequence[str]:
    return values if len(values) <= 8 else [*values[:7], "…"]


def add_intake(book: Book, intake: Iterable[Mapping[str, Any]]) -> None:
    """Every table and every unreadable file, then every row that cannot be used; what needs hands first."""
    tables = sorted(intake, key=lambda t: (bool(t["source"]), not t["reported"], t["file"]))
    rows: list[list[str | int | None]] = [
        [
            table["file"], table.get("sheet"), table["source"] or "没有认出来", table["rows"], table["used"],
            len(table["reported"]), mask_text("\n".join(map(str, table["remarks"]))),
        ]
        for table in tables
    ]  # fmt: skip
    book.add_table("入库", INTAKE, rows, empty="输入文件夹里没有表格", printed=Print(1, 0))
    returned: list[list[str | int | None]] = [
        [table["file"], table.get("sheet"), row["row"], mask_text(str(row["why"]))]
        for table in tables
        for row in table["reported"]
    ]
    book.add_table("退回行", RETURNED, returned, empty="没有退回的行", printed=Print(1, 0))
