"""Factors of amount standards (系数、评分): options with bands, when each is proposed, and how several that hold combine.

By construction a graver fact never lowers the amount: where the highest option counts (or all add up) a condition may not
turn a graver value away, where the lowest counts (fault) it may not turn a milder one away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from yingjiu.catalog.band import Band, read_band, read_number
from yingjiu.catalog.condition import Condition, Element, Test, is_toward_grave, read_test
from yingjiu.catalog.document import Section

NONE_OF_THEM: Final = "都不是"
_TESTS: Final = ("当", "除外", "任一")


class Mode(StrEnum):
    """What counts where several options hold (叠加)."""

    HIGHEST = "取最高一档"
    LOWEST = "取最低一档"
    ADDED = "相加"


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a factor: its band, and when it is proposed (None: only a person chooses it)."""

    name: str
    band: Band
    test: Test | None


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor with its options; ``otherwise``: the value where none applies (None: one must be chosen)."""

    name: str
    options: tuple[Option, ...]
    mode: Mode
    otherwise: Decimal | None

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((o for o in self.options if o.name == name), None)


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scored shape (磐安): from this total on, this band of yuan."""

    name: str
    total: Decimal
    band: Band


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the approval ladder: up to this sum (None: any), this organ decides."""

    limit: Decimal | None
    organ: str


def read_factors(section: Section, modes: Mapping[str, Mode], elements: Mapping[str, Element]) -> dict[str, Factor]:
    """The factors of a file, problems noted by line."""
    return {
        name: _Reader(modes.get(name, Mode.HIGHEST), elements).factor(section.section(name), name)
        for name in section.names()
    }


@dataclass(frozen=True, slots=True)
class _Reader:
    mode: Mode
    elements: Mapping[str, Element]

    def factor(self, section: Section, name: str) -> Factor:
        options: list[Option] = []
        otherwise: Decimal | None = None
        for word in section.names():
            if word == NONE_OF_THEM:
                otherwise = read_one(section, word)
            else:
                options += self.options(section, word, word)
        if not options:
            section.refuse(f"“{name}”下面没有写任何一档")
        return Factor(name, tuple(options), self.mode, otherwise)

    def options(self, section: Section, key: str, name: str) -> Iterator[Option]:
        """One option, or the options of a table inside (``死亡·特别困难``)."""
        if not isinstance(section.data.get(key), dict):
            band = band_of(section, key)
            if band:
                yield Option(name, band, None)
            return
        inner = section.section(key)
        if not inner.has("值"):
            for word in inner.names():
                yield from self.options(inner, word, f"{name}·{word}")
            return
        inner.allow(("值", *_TESTS))
        band, test = band_of(inner, "值"), read_test(inner, self.elements)
        self.check(inner, test)
        if band:
            yield Option(name, band, test if any(word in inner.data for word in _TESTS) else None)

    def check(self, section: Section, test: Test) -> None:
        """Refuse a condition by which a graver fact would pay less."""
        lowest = self.mode is Mode.LOWEST
        required = [(c, False) for c in (*test.all, *(c for group in test.any for c in group))]
        for condition, excluded in [*required, *((c, True) for c in test.none)]:
            element = self.elements[condition.element]
            if element.ranked and not is_toward_grave(condition, element, excluded=excluded is not lowest):
                section.refuse(self.advice(condition, milder=excluded is not lowest))

    def advice(self, condition: Condition, *, milder: bool) -> str:
        """What to write instead."""
        side = "更轻" if milder else "更重"
        return f"“{condition.element}”要把{side}的取值也写上({self.mode}),否则情况更重反而算得更少"


def read_modes(top: Section) -> dict[str, Mode]:
    """How options of each factor combine: one word for the usual way, or a word by factor."""
    if not top.has("叠加"):
        return {}
    if not isinstance(top.data["叠加"], dict):
        if top.text("叠加") != Mode.HIGHEST:
            top.refuse(f"“叠加”写 {Mode.HIGHEST},或按系数写,如 叠加: {{追加倍数: {Mode.ADDED}}}", "叠加")
        return {}
    section = top.section("叠加")
    known = [name for key in ("系数", "评分") for name in top.section(key).names()]
    section.allow(known)
    found = {}
    for name in section.names():
        word = section.text(name)
        if word in list(Mode):
            found[name] = Mode(word)
        else:
            section.refuse(f"“{name}”只能写 {'、'.join(Mode)}", name)
    return found


def read_levels(top: Section) -> tuple[Level, ...]:
    """The steps of the scored shape, the highest first; every total has one, and none pays less than one below."""
    levels = []
    for part in top.sections("档次"):
        part.allow(("称", "总分", "金额"))
        total, band = read_one(part, "总分", required=True), band_of(part, "金额")
        if total is not None and band is not None:
            levels.append(Level(part.text("称", required=True), total, band))
    levels.sort(key=lambda level: level.total)
    if levels and levels[0].total != 0:
        top.refuse("“档次”最低一档的“总分”应是 0,使每个总分都有档次", "档次")
    for below, above in pairwise(levels):
        if not _is_under(below.band, above.band) or below.total == above.total:
            top.refuse(f"“{above.name}”应比“{below.name}”总分高、金额不少", "档次")
    return tuple(reversed(levels))


def read_ladder(top: Section) -> tuple[Rung, ...]:
    """Who approves which sum, from the smallest to the one without a limit."""
    rungs = []
    for part in top.sections("审批"):
        part.allow(("不超过", "由"))
        rungs.append(Rung(read_one(part, "不超过"), part.text("由", required=True)))
    limits = [r.limit for r in rungs if r.limit is not None]
    if rungs and (limits != sorted(limits) or len(limits) != len(rungs) - 1 or rungs[-1].limit is not None):
        top.refuse("“审批”要从小到大写,只有最后一级不写“不超过”", "审批")
    return tuple(rungs)


def read_one(section: Section, key: str, *, required: bool = False) -> Decimal | None:
    """One number; None where nothing stands there or it is none (noted)."""
    text = section.text(key, required=required)
    if not text:
        return None
    number = read_number(text)
    if number is None:
        section.refuse(f"“{key}”应写一个数,不是“{text[:20]}”", key)
    return number


def band_of(section: Section, key: str) -> Band | None:
    """One band; None where it is none (noted)."""
    band = read_band(section.text(key))
    if band is None:
        section.refuse(f"“{key}”应写成 5 至 10，建议 8 或一个数,从小到大,建议在两者之间", key)
    return band


def highest(bands: Sequence[Band]) -> Band:
    """The highest of some bands, part by part."""
    return Band(max(b.low for b in bands), max(b.suggested for b in bands), max(b.high for b in bands))


def lowest(bands: Sequence[Band]) -> Band:
    """The lowest of some bands, part by part."""
    return Band(min(b.low for b in bands), min(b.suggested for b in bands), min(b.high for b in bands))


def added(bands: Sequence[Band]) -> Band:
    """The sum of some bands."""
    start = Decimal(0)
    return Band(
        sum((b.low for b in bands), start),
        sum((b.suggested for b in bands), start),
        sum((b.high for b in bands), start),
    )


COMBINE: Final = {Mode.HIGHEST: highest, Mode.LOWEST: lowest, Mode.ADDED: added}
"""How the bands of options that all hold combine."""


def _is_under(below: Band, above: Band) -> bool:
    return below.low <= above.low and below.suggested <= above.suggested and below.high <= above.high
