"""What to advise (救助建议): the stage at which to help, the way of relief, the measures that meet the needs. Suggestions only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from yingjiu.catalog.condition import UNKNOWN, Condition, Told, Value, best_of, judge, value_of
from yingjiu.catalog.condition import Test as Rule
from yingjiu.catalog.grading import Tree, shipped_trees
from yingjiu.catalog.measure import COLOUR, STAGE, Measures, Need, Stage, Way, shipped_measures
from yingjiu.catalog.problem import Problem
from yingjiu.grading.grade import Grade
from yingjiu.leads.lead import Lead

SCHOOLING: Final = frozenset({"困难学生", "春蕾儿童"})
"""Registers on which somebody stands because school costs too much."""
TELLING: Final = {
    "就学困难": ("助学贷款", "辍学", "失学", "学费", "助学", "上不起学", "孩子在上学", "孩子上学"),
    "失去收入": (
        "失去收入",
        "没有收入",
        "无收入",
        "没有固定收入",
        "无固定收入",
        "停工",
        "误工至今",
        "失业",
        "干不了",
        "无法劳动",
    ),
}
"""Words of the file that tell of a need no register knows."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A need, the facts it rests on, and whether it is sure (False: hangs on something not known)."""

    need: Need
    because: tuple[str, ...]
    sure: bool

    @property
    def words(self) -> str:
        """Measures in one line."""
        return "、".join(self.need.measures)

    @property
    def departments(self) -> str:
        """Whom to ask."""
        return "、".join(self.need.departments)


@dataclass(frozen=True, slots=True)
class Advice:
    """What is suggested for one lead.

    Attributes:
        stage: where the case stands (侦查 … 终本后), 不明 where no node tells.
        organ: who has the case now.
        point: the relief point of the grading table (何时启动).
        way: 司法救助, 社会救助, 司法救助并社会救助, 先行救助, 移送公安机关, 移送人民法院, 暂不建议救助.
        reason: why that way.
        besides: what to do at the same time.
        instead: ways that would go before it, with the facts on which that hangs.
        needs: needs with measures, the sure ones first; one that hangs on more than one open fact is left out.
        passed: whether the case has gone past the relief point.
    """

    stage: str
    stage_words: str
    organ: str
    point: str
    way: str
    reason: str
    besides: str
    instead: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[Matched, ...]
    passed: bool = False

    @property
    def point_words(self) -> str:
        """The relief point, with what follows where the case has gone past it."""
        if not self.point:
            return ""
        return f"救助点:{self.point}{',案件已经走过,现在就可以启动' if self.passed else ''}"

    @property
    def line(self) -> str:
        """The suggestion in one line."""
        return f"{self.way}({self.stage_words};{self.point})" if self.point else f"{self.way}({self.stage_words})"


def advise(told: Told, tree: Tree, grade: Grade, node: str, measures: Measures | None = None) -> Advice:
    """Suggest stage, way and measures.

    Args:
        told: elements told of the person.
        tree: the grading table that took the lead; gives the relief point.
        grade: its colour.
        node: the last node of the case that moved it, empty where none is known.
        measures: the advice file; the shipped one when None.
    """
    measures = measures or shipped_measures()
    stage = measures.stage_at(node)
    known: dict[str, Value] = {**told, COLOUR: grade.colour, STAGE: stage.name if stage else None}
    chosen, instead = _choose(measures, known)
    return Advice(
        stage=stage.name if stage else UNKNOWN,
        stage_words=stage.says if stage else "案件到哪一步还不清楚",
        organ=stage.organ if stage else "",
        point=tree.stage.get(grade.colour, ""),
        way=chosen.name,
        reason=chosen.reason,
        besides=chosen.besides,
        instead=instead,
        needs=_match(measures, known),
        passed=_is_past(tree.stage.get(grade.colour, ""), stage, measures),
    )


def check_measures(measures: Measures) -> list[Problem]:
    """Examples of an advice file that do not come out as they are written."""
    scale = shipped_trees()[-1]
    problems = []
    for example in measures.examples:
        row = next((r for r in scale.rows if r.colour == example.colour), scale.rows[-1])
        found = advise(
            example.told, scale, Grade(scale, example.colour, example.colour, row, (), ()), example.node, measures
        )
        needs = tuple(m.need.name for m in found.needs if m.sure)
        for key, said, got in (
            ("方式", example.way, found.way),
            ("环节", example.stage, found.stage),
            ("需要", "、".join(example.needs), "、".join(needs)),
        ):
            if said != got:
                problems.append(
                    Problem(measures.file, example.line, f"样例“{example.says}”的{key}应得“{said}”,实得“{got}”")
                )
    return problems


def last_node(nodes: list[str], measures: Measures | None = None) -> str:
    """Of the nodes of a case in the order of time, the last one that moved it to a stage; empty where none did."""
    measures = measures or shipped_measures()
    return next((node for node in reversed(nodes) if measures.stage_at(node)), "")


def needs_told(lead: Lead) -> dict[str, Value]:
    """Elements of need that registers and the words of the file tell: schooling, loss of income."""
    found: dict[str, Value] = {}
    if any(m.present and m.kind in SCHOOLING for m in lead.registers):
        found["就学困难"] = "是"
    quotes = [q for told in lead.findings.values() for q in told]
    for name, words in TELLING.items():
        if any(w in q for q in quotes for w in words):
            found[name] = "是"
    return found


def _is_past(point: str, stage: Stage | None, measures: Measures) -> bool:
    """Whether a case stands beyond the first stage that the words of a relief point name."""
    named = [n for n, one in enumerate(measures.stages) if one.name in point]
    return bool(named) and stage is not None and measures.stages.index(stage) > named[0]


def _choose(measures: Measures, known: Mapping[str, Value]) -> tuple[Way, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The first way that surely holds, and those above it that may."""
    perhaps: dict[str, tuple[str, ...]] = {}
    for way in measures.ways:
        held = judge(way.test, known, measures.elements)
        if held:
            perhaps.pop(way.name, None)
            return way, tuple(perhaps.items())
        if held is None and way.name not in perhaps:
            perhaps[way.name] = _open(way.test, known, measures)
    return measures.ways[-1], tuple(perhaps.items())


def _match(measures: Measures, known: Mapping[str, Value]) -> tuple[Matched, ...]:
    found = []
    for need in measures.needs:
        held = judge(need.test, known, measures.elements)
        if held:
            found.append(Matched(need, _because(need.test, known, measures), sure=True))
        elif held is None and len(open_ := _open(need.test, known, measures)) == 1:
            found.append(Matched(need, open_, sure=False))
    return tuple(sorted(found, key=lambda m: not m.sure))


def _because(test: Rule, known: Mapping[str, Value], measures: Measures) -> tuple[str, ...]:
    """The facts that meet a test: those of all, and of the first group that holds."""
    asked: list[Condition] = list(test.all)
    if test.any:
        asked += next(g for g in test.any if judge(Rule(all=g), known, measures.elements))
    return tuple(dict.fromkeys(_fact(c, known, measures) for c in asked if c.element not in {COLOUR, STAGE}))


def _fact(condition: Condition, known: Mapping[str, Value], measures: Measures) -> str:
    value = value_of(condition.element, known, measures.elements)
    shown = f"{value:f}" if value is not None and not isinstance(value, str) else str(value)
    return condition.element if shown == "是" else f"{condition.element}{shown}"


def _open(test: Rule, known: Mapping[str, Value], measures: Measures) -> tuple[str, ...]:
    """Names of the elements not known on which a test hangs."""
    asked = [*test.all, *test.none]
    if test.any and best_of(test.any, known, measures.elements) is not True:
        asked += [c for g in test.any if judge(Rule(all=g), known, measures.elements) is None for c in g]
    return tuple(dict.fromkeys(c.element for c in asked if value_of(c.element, known, measures.elements) is None))
