"""Why a lead has its colour (颜色的理由): the deciding row, articles 7 and 8 with evidence, what would change it, what to ask next.

Suggestions only; every line names the record or the sentence it rests on. Facts that alone would change the colour are all named,
the cheapest to check first, and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from yingjiu.catalog.condition import Condition, Value, value_of
from yingjiu.catalog.rulebook import Rulebook
from yingjiu.catalog.urgency import shipped_urgency
from yingjiu.grading.articles import ArticleFound, Ground, find_conditions, find_exclusions
from yingjiu.grading.change import Change, single_changes, smallest_set
from yingjiu.leads.graded import Graded, value_words
from yingjiu.leads.lead import Lead
from yingjiu.leads.sheets_grade import ask_words

YES, NO, UNKNOWN = "yes", "no", "unknown"
HELP: Final = ("其他机关救助", "本院救助", "社会救助", "事故救助基金")
_SILENT: Final = "没有写到"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: mark (yes, no, unknown or empty), words, what they rest on."""

    mark: str
    words: str
    rests: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of the reasons."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """All reasons of one lead; ``colour`` for its chip."""

    lead: str
    colour: str
    head: str
    parts: tuple[Part, ...]


def give_reasons(graded: Graded, book: Rulebook, mask: Callable[[str], str] = str) -> Reasons:
    """Reasons in words.

    Args:
        graded: the lead with its colour.
        book: the working rules in force on the day of acceptance.
        mask: applied to every text, to hide names where they must be hidden.
    """
    teller = _Teller(graded, mask)
    given = graded.grade
    sure = "" if graded.sure else f"(待核,最轻 {given.sure})"
    points = shipped_urgency().words(graded.told, graded.tree.elements)
    head = f"建议 {given.colour}{sure}  判定表 {graded.tree.name}  同色 {graded.urgency} 分({points})"
    parts = (
        Part("颜色", teller.row()),
        Part("核实后颜色会变的事", teller.changes()),
        Part(f"可以救助的情形({book.name.removeprefix('人民检察院')},{book.since} 起)", teller.conditions(book)),
        Part("一般不予救助的提示(由检察官判断)", teller.exclusions(book)),
        Part("以前的救助", teller.help()),
        Part("因案致困", teller.onset()),
    )
    return Reasons(graded.lead.id, given.colour, mask(head), tuple(p for p in parts if p.lines))


def rulebook_day(graded: Graded, on: date) -> date:
    """The day whose rules count: that of acceptance, else today since it would be accepted today."""
    return graded.situation.accepted or on


def lead_words(lead: Lead) -> str:
    """The lead in one line."""
    state = "待核查" if lead.status == "open" else f"已结束:{lead.reason}"
    number = next(iter((*lead.called, *lead.case_numbers)), "没有案号")
    return f"线索 {lead.id}  {state}  {number}  模型 {'、'.join(lead.models)}"


@dataclass(frozen=True, slots=True)
class _Teller:
    graded: Graded
    mask: Callable[[str], str]

    @property
    def told(self) -> Mapping[str, Value]:
        """Elements as they are judged."""
        return self.graded.told

    def rests(self, name: str) -> str:
        """What an element rests on: the sentence or record and where it stands."""
        basis = self.graded.situation.bases.get(name)
        if basis is None:
            return ""
        return self.mask(f"{basis.words}({basis.place})" if basis.place else basis.words)

    def line(self, condition: Condition, *, excluded: bool = False) -> Line:
        """A condition with what is known and what it rests on."""
        value = value_of(condition.element, self.told, self.graded.tree.elements)
        held = condition.holds(value)
        held = not held if excluded and held is not None else held
        shown = (
            value_words(value)
            if condition.element in self.told or value is None
            else f"{value_words(value)}({_SILENT})"
        )
        words = f"{condition.element} {shown}  {'不得' if excluded else '要求'} {condition.said}"
        return Line(_mark(held), self.mask(words), self.rests(condition.element))

    def row(self) -> tuple[Line, ...]:
        """The deciding row with its conditions, of alternatives those that hold or may hold; then the hints."""
        test, row = self.graded.grade.row.test, self.graded.grade.row
        lines = [Line("", row.reason)]
        lines += [self.line(c) for c in test.all]
        lines += [self.line(c, excluded=True) for c in test.none]
        for group in test.any:
            marked = [self.line(c) for c in group]
            if all(one.mark != NO for one in marked):
                lines += marked
        lines += [Line("", f"提示:{hint}") for hint in self.graded.grade.hints]
        advice = f"建议环节 {self.graded.tree.stage[row.colour]}；方式 {self.graded.tree.relief[row.colour]}"
        return (*dict.fromkeys(lines), Line("", advice))

    def conditions(self, book: Rulebook) -> tuple[Line, ...]:
        """Article 7: met and open items part by part, the others in a line."""
        lines: list[Line] = []
        missed = []
        for found in find_conditions(book, self.told):
            if found.held is False:
                missed.append(f"{found.article.number}({'、'.join(p.says for p in found.parts if p.held is False)})")
                continue
            by_hand = "(须写明理由)" if found.article.by_hand else ""
            lines.append(Line(_mark(found.held), f"{found.article.number}{by_hand}  {found.article.says}"))
            lines += [self.part(p.says, p.held, p.grounds) for p in found.parts]
        return (*lines, Line(NO, f"不成立:{'；'.join(missed)}")) if missed else tuple(lines)

    def part(self, says: str, held: bool | None, grounds: tuple[Ground, ...]) -> Line:  # noqa: FBT001 - a finding
        """One thing an article asks for, with the grounds that tell."""
        telling = [g for g in grounds if g.held is held] or list(grounds)
        shown = "；".join(f"{g.element.name} {g.value}({_threshold(g)})" for g in telling)
        rests = "；".join(filter(None, dict.fromkeys(self.rests(g.element.name) for g in telling)))
        return Line(_mark(held), f"  {says}  {shown}", rests)

    def exclusions(self, book: Rulebook) -> tuple[Line, ...]:
        """Article 8: signals with what they rest on; what cannot be told in one line."""
        found = find_exclusions(book, self.told)
        signals = [Line(YES, f"{f.article.number}  {f.article.says}", self._grounds(f)) for f in found if f.held]
        open_ = "、".join(
            f"{f.article.number}({'、'.join(e.name for e in f.unknown)})" for f in found if f.held is None
        )
        return (*signals, Line(UNKNOWN, f"不明,核实时顺带问:{open_}")) if open_ else tuple(signals)

    def _grounds(self, found: ArticleFound) -> str:
        names = [g.element.name for p in found.parts for g in p.grounds if g.held]
        return "；".join(f"{n} {value_words(self.told.get(n))} {self.rests(n)}".strip() for n in names)

    def help(self) -> tuple[Line, ...]:
        """Relief and assistance by any organ."""
        lines = []
        for name in HELP:
            if name in self.told:
                value = self.told[name]
                helped = value in {"是", "已垫付"}
                mark = UNKNOWN if value is None else YES if helped else NO
                lines.append(Line(mark, f"{name} {value_words(value)}", self.rests(name)))
        return tuple(lines)

    def onset(self) -> tuple[Line, ...]:
        """Since when hardship is, in its four states."""
        onset = self.graded.situation.onset
        return (Line("", self.mask(f"{onset.state}  {onset.words}")),) if onset.words else ()

    def changes(self) -> tuple[Line, ...]:
        """Every fact that alone changes the colour, unknown and cheap ones first; the next one is marked."""
        changes = single_changes(self.graded.tree, self.told)
        asked = self.graded.question
        lines = []
        for change in changes:
            first = "下一步核实  " if asked is not None and change.element.name == asked.name else ""
            lines.append(
                Line(
                    UNKNOWN if change.open else YES, f"{first}{_change_words(change)}", self.rests(change.element.name)
                )
            )
        if asked is None:
            lines = [*self._together(alone=bool(changes)), *lines]
        return tuple(lines)

    def _together(self, *, alone: bool) -> list[Line]:
        """Where no open fact alone changes the colour: so it is said, with the smallest set that does."""
        tree, told = self.graded.tree, self.told
        open_ = smallest_set(tree, told, unknown=True)
        if open_:
            names = "、".join(e.name for e in open_)
            return [
                Line(UNKNOWN, f"没有哪一项不明的事能单独改变颜色;一起核实才会变:{names}。先问:{ask_words(open_[0])}")
            ]
        if alone:
            return []
        known = smallest_set(tree, told)
        if known:
            return [
                Line("", f"没有哪一件事能单独改变颜色;要同时与现在知道的不同才会变:{'、'.join(e.name for e in known)}")
            ]
        return [Line("", "没有什么事能改变颜色")]


def _threshold(ground: Ground) -> str:
    """What a value is held against: 要求 …, or 不得 … of what must not be."""
    words = ground.threshold.removeprefix("不得")
    return f"{'不得' if words != ground.threshold else '要求'} {words.partition(':')[2]}"


def _change_words(change: Change) -> str:
    """What is known, what to ask, which value gives which colour."""
    by_colour: dict[str, list[str]] = {}
    for value, colour in change.outcomes.items():
        by_colour.setdefault(colour, []).append(value_words(value))
    bounds = {c: [*v[:1], "…"] if len(v) > 1 and change.element.unit else v for c, v in by_colour.items()}
    outcomes = "；".join(f"{'、'.join(values)} → {colour}" for colour, values in bounds.items())
    if change.open:
        return f"{change.element.name} 不明:{change.element.question}({change.element.how})。{outcomes}"
    return f"{change.element.name} 现为 {value_words(change.now)};如与事实不符:{outcomes}"


def _mark(held: bool | None) -> str:  # noqa: FBT001 - a finding
    return UNKNOWN if held is None else YES if held else NO
