"""The course of a case on one line (案件经过): 立案 · 提请批捕 · 批捕 · 起诉 · 判决 · 执行立案 · 终本, dated, with what each said.

Papers of the file come from the history that matching wrote; civil judgments and enforcement records join by their case.
What was overridden stays; the word that holds now bears the mark and the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.leads.sheets_record import money_words, place_words, places_of, said
from yingjiu.matching.history import Node
from yingjiu.matching.people import Mention

COLUMNS: Final = ("环节", "日期", "文书", "说到的赔偿、谅解、伤情", "现在以它为准")
NO_DAY: Final = "未写日期"
_PAID: Final = {"paid": "已赔偿", "partial": "部分赔偿", "none": "未赔偿"}
_FORGIVEN: Final = {"yes": "已谅解", "no": "不谅解"}
_CLOSED: Final = {"终结本次执行程序": "终本", "终结本次执行": "终本"}
# Where no day tells it, court records follow the papers of the file.
_LAST: Final = 9999


@dataclass(frozen=True, slots=True)
class Step:
    """One node with its words; ``day`` is ISO or None; ``holds`` are the facts that hold by it: fact, word, reason."""

    node: str
    day: str | None
    paper: str
    said: str
    holds: tuple[tuple[str, str, str], ...]
    order: int


def course_of(mentions: Iterable[Mention]) -> list[Step]:
    """The steps of one matter from the records of a person in it, oldest first, each once."""
    steps: dict[tuple[str, str | None, str, str], Step] = {}
    for mention in mentions:
        for step in _steps(mention):
            known = steps.setdefault((step.node, step.day, step.paper, step.said), step)
            if step.holds and not known.holds:
                steps[step.node, step.day, step.paper, step.said] = step
    return _in_time(sorted(steps.values(), key=lambda s: (s.order, s.day or "", s.node, s.paper)))


def _in_time(steps: Sequence[Step]) -> list[Step]:
    """By day; a step without one stands behind the step it follows by its order."""
    placed, latest = [], ""
    for n, step in enumerate(steps):
        latest = max(latest, step.day or "")
        placed.append((step.day or latest, n))
    return [steps[n] for _, n in sorted(placed)]


def _steps(mention: Mention) -> list[Step]:
    if mention.kind == "案件":
        return [_file_step(Node.from_line(line), n) for n, line in enumerate(mention.fields.get("经过", ()))]
    if mention.kind == "执行案件":
        return _enforcement_steps(mention)
    where = next(iter(places_of(mention)), "")
    if mention.kind == "民事判决书":
        words = said(mention, "目前赔偿")
        return [Step("民事判决", _day(mention, "判决日期"), where, "" if words == "不明" else words, (), _LAST)]
    if mention.kind in {"刑事案件", "未检案件"} and (day := _day(mention, "受理日期")):
        return [Step("受理", day, where, "", (), 0)]
    return []


def _file_step(node: Node, order: int) -> Step:
    told = {
        "赔偿": _PAID.get(node.compensation or "", ""),
        "谅解": _FORGIVEN.get(node.forgiven or "", ""),
        "伤情": node.injury or "",
    }
    holds = tuple((kind, told[kind], why) for kind, why in node.holds.items())
    paper = f"{node.paper}({place_words(node.place).rpartition('/')[2]})"
    return Step(node.node, node.day, paper, "、".join(filter(None, told.values())), holds, order)


def _enforcement_steps(mention: Mention) -> list[Step]:
    where = next(iter(places_of(mention)), "")
    number = said(mention, "执行案号") or where
    steps = []
    if opened := _day(mention, "立案日期"):
        target = said(mention, "申请标的额")
        steps.append(Step("执行立案", opened, number, f"标的{money_words(target)}" if target else "", (), _LAST))
    if closing := said(mention, "结案方式"):
        collected = said(mention, "已执行金额")
        words = f"到位{money_words(collected)}" if collected else ""
        steps.append(Step(_CLOSED.get(closing, closing), _day(mention, "结案日期"), number, words, (), _LAST + 1))
    return steps


def _day(mention: Mention, name: str) -> str | None:
    return next(iter(mention.fields.get(name, ())), None)


def course_line(steps: Sequence[Step]) -> str:
    """The whole course in one line; what says something of payment, forgiveness or injury tells it."""
    return " · ".join(
        " ".join(filter(None, (step.node, step.day, f"({step.said})" if step.said else ""))) for step in steps
    )


def holding_lines(steps: Sequence[Step]) -> list[str]:
    """What holds now, by which paper, and why; one line a fact."""
    return [
        f"{kind} {word} ← {step.paper} {step.day or NO_DAY}({why})" for step in steps for kind, word, why in step.holds
    ]


def course_rows(steps: Sequence[Step]) -> list[tuple[str, ...]]:
    """The course as rows of ``COLUMNS``."""
    return [
        (s.node, s.day or NO_DAY, s.paper, s.said, "\n".join(f"{kind}:{why}" for kind, _, why in s.holds))
        for s in steps
    ]
