"""Leads with their colours (分级): which table, which row, what to verify, which first; what changed since the last run.

Suggestions only: a prosecutor decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from yingjiu.catalog.condition import Element, Value
from yingjiu.catalog.grading import COLOURS, Tree
from yingjiu.catalog.urgency import Urgency, shipped_urgency
from yingjiu.grading.change import next_question, smallest_set
from yingjiu.grading.grade import Grade, choose_tree, grade
from yingjiu.leads.course import course_of
from yingjiu.leads.lead import Lead
from yingjiu.leads.matter import Surroundings, open_matter
from yingjiu.leads.situation import Situation, situation_of
from yingjiu.matching.people import Mention

NEW: Final = "新增"
RAISED: Final = "升级"
LOWERED: Final = "降级"
SAME: Final = "不变"
_FAR: Final = date.max


@dataclass(frozen=True, slots=True)
class Before:
    """What the last run said of a lead."""

    colour: str
    told: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graded:
    """A lead with its colour.

    Attributes:
        told: the situation with what silence means for the charges.
        urgency: points inside a colour, 0 to 100.
        due: day by which the next step of the case is near, None where it is past or not known.
        change: 新增 升级 降级 不变.
        changed: the facts that changed since the last run, in words.
    """

    lead: Lead
    situation: Situation
    told: Mapping[str, Value]
    grade: Grade
    urgency: int
    due: date | None = None
    change: str = NEW
    changed: tuple[str, ...] = ()

    @property
    def tree(self) -> Tree:
        """The table that gave the colour."""
        return self.grade.tree

    @property
    def sure(self) -> bool:
        """Whether the colour stands whatever the unknown facts turn out to be."""
        return self.grade.sure == self.grade.colour

    @property
    def question(self) -> Element | None:
        """The one fact to check next."""
        return next_question(self.tree, self.told)

    @property
    def together(self) -> tuple[Element, ...]:
        """Where no unknown fact alone changes the colour, the smallest set of unknown facts that do."""
        return smallest_set(self.tree, self.told, unknown=True) if self.grade.verify and self.question is None else ()

    def place(self) -> tuple[int, int, int, date, int, str]:
        """Where it stands among leads: colour, sure before possible, points, deadline, more models, number."""
        sure = COLOURS.index(self.grade.sure)
        return -self.grade.urgency, sure, -self.urgency, self.due or _FAR, -len(self.lead.models), self.lead.id


@dataclass(frozen=True, slots=True)
class Grades:
    """The graded leads of a run by their number."""

    by_lead: Mapping[str, Graded] = field(default_factory=dict)
    first: bool = True

    def ranked(self) -> list[Graded]:
        """All of them, the most urgent first."""
        return sorted(self.by_lead.values(), key=Graded.place)


def grade_leads(
    leads: Iterable[Lead],
    around: Surroundings,
    trees: Sequence[Tree],
    *,
    before: Mapping[str, Before] | None = None,
    urgency: Urgency | None = None,
) -> Grades:
    """Grade every open lead; ``before`` is what the last run said, None on a first run."""
    scale = urgency or shipped_urgency()
    found = [grade_lead(lead, around, trees, scale) for lead in leads if lead.status == "open"]
    return Grades({g.lead.id: _since(g, before) for g in found}, before is None)


def grade_lead(lead: Lead, around: Surroundings, trees: Sequence[Tree], urgency: Urgency) -> Graded:
    """Grade one lead."""
    matter = open_matter(lead, around)
    situation = situation_of(matter)
    tree = choose_tree(trees, situation.charges, situation.told)
    told = {**tree.presumed(situation.charges, situation.told), **situation.told}
    given = grade(tree, told)
    return Graded(
        lead, situation, told, given, urgency.score(told, tree.elements), _due(matter.event, around.on, urgency)
    )


def _due(event: Iterable[Mention], on: date, urgency: Urgency) -> date | None:
    """When the case is near its next step, by the last dated node of its line."""
    steps = [s for s in course_of(event) if s.day and len(s.day) == 10]
    if not steps or steps[-1].node not in urgency.clocks:
        return None
    day = date.fromisoformat(str(steps[-1].day)) + timedelta(days=urgency.clocks[steps[-1].node])
    return day if day >= on else None


def _since(given: Graded, before: Mapping[str, Before] | None) -> Graded:
    """Mark what changed since the last run, with the facts that did it."""
    last = (before or {}).get(given.lead.id)
    if last is None:
        return given
    step = COLOURS.index(given.grade.colour) - COLOURS.index(last.colour)
    if step == 0:
        return replace(given, change=SAME)
    differ = [n for n in given.tree.asked if given.told.get(n, _SILENT) != last.told.get(n, _SILENT)]
    alone = [n for n in differ if grade(given.tree, _reverted(given, last, n)).colour != given.grade.colour]
    words = tuple(f"{n}:{_shown(last.told, n)}→{_shown(given.told, n)}" for n in alone or differ)
    return replace(given, change=RAISED if step < 0 else LOWERED, changed=words or ("判定表或者细则改过",))


_SILENT: Final = object()


def _reverted(given: Graded, last: Before, name: str) -> dict[str, Value]:
    told = dict(given.told)
    told.pop(name, None)
    return told | ({name: last.told[name]} if name in last.told else {})


def _shown(told: Mapping[str, Value], name: str) -> str:
    return value_words(told[name]) if name in told else "没写到"


def value_words(value: Value) -> str:
    """A value as it is shown; a number without needless zeros.

    >>> from decimal import Decimal
    >>> value_words(None), value_words(Decimal("0.50")), value_words("是")
    ('不明', '0.5', '是')
    """
    if value is None:
        return "不明"
    return value if isinstance(value, str) else f"{value.normalize():f}"
