"""The colour of a lead in the sheets (颜色与下一步): the chip, why, what to verify, the one thing to check next, what changed."""

from __future__ import annotations

from typing import Final

from yingjiu.catalog.condition import Element
from yingjiu.leads.graded import NEW, SAME, Graded
from yingjiu.leads.sheets_table import Column

GRADE_COLUMNS: Final = (
    Column("为什么是这个颜色", 30),
    Column("待核(按可能成立算)", 16),
    Column("下一步核实", 26),
    Column("建议的环节和方式", 18),
    Column("变化", 18),
)
MAYBE: Final = "待核"


def grade_cells(graded: Graded | None) -> list[str]:
    """The chip, then the cells of ``GRADE_COLUMNS``; empty for a lead without a colour."""
    if graded is None:
        return [""] * (1 + len(GRADE_COLUMNS))
    given = graded.grade
    chip = given.colour if graded.sure else f"{given.colour}\n{MAYBE}"
    why = [given.row.reason, *(f"提示:{hint}" for hint in given.hints)]
    advice = [graded.tree.stage[given.colour], graded.tree.relief[given.colour]]
    return [chip, "\n".join(why), "、".join(given.verify), next_words(graded), "\n".join(advice), change_words(graded)]


def next_words(graded: Graded) -> str:
    """The one thing to check next, or the smallest set that together changes the colour, or that nothing open does."""
    asked = graded.question
    if asked is not None:
        return f"{asked.question}({asked.how})"
    together = graded.together
    if together:
        return f"没有哪一项单独改变颜色,一起核实:{'、'.join(e.name for e in together)}。先问:{ask_words(together[0])}"
    return ""


def ask_words(element: Element) -> str:
    """What to ask and how."""
    return f"{element.question}({element.how})"


def change_words(graded: Graded) -> str:
    """What changed since the last run; silent where nothing did."""
    if graded.change == SAME:
        return ""
    return graded.change if graded.change == NEW else f"{graded.change}:{'；'.join(graded.changed)}"
