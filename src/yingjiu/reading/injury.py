"""Reads deaths and injury grades of each victim (死亡、重伤一级 … 轻微伤), law.md §3.3 A.

A grade counts for the victim named last before it, else for the one of the sentence before; 分别 deals grades out to a
list. Within one sentence the worst counts unless a new opinion is told of; over the paper the last sentence that gives
one, but no list of evidence against a finding and no older day against a newer one. Decoys: grades in an explanation,
appended statutes, charge names (过失致人重伤罪), insurance limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.owners import Owners
from yingjiu.reading.people import Mention
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.spots import Spot
from yingjiu.reading.zones import Zones
from yingjiu.values.dates import find_days

GRADES: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")  # worst first
_LEVEL: Final = dict.fromkeys("一壹1１ⅠI", "一级") | dict.fromkeys("二贰弍貳2２Ⅱニ", "二级")
_SIGN: Final = "[一二壹贰弍貳12１２ⅠIⅡニ]"
# 重伤二级 · 轻伤（一级） · 轻伤贰级
_GRADED: Final = re.compile(rf"(?P<kind>[重轻])伤(?:程度|等级)?(?:为|属|[（(“])?(?P<level>{_SIGN})[级及圾]")
_ITEM: Final = rf"(?:[重轻]伤(?:程度)?[（(“]?{_SIGN}[级及圾][）)]?|轻微伤)"
_LIST: Final = re.compile(rf"{_ITEM}(?:[、，]?[或和及与、/以]?及?{_ITEM})+")
_DIVIDED: Final = re.compile("分别|依次")
_NOT: Final = re.compile(r"(?:不构成|未构成|不属于?|未达到?|尚未达|不足以?|不够|达不到|低于|不是|以下)[^，。；]{0,4}$")
_ASKED: Final = re.compile(r"是否[^，。；]{0,6}$")
_FORMER: Final = re.compile(
    r"(?:(?<!被告人)原(?!审|判|告|因)|初次|首次|第一次|曾(?:被|经)|最初|起初|此前|先前)[^，。；]{0,16}$"
)
_RENEWED: Final = re.compile(r"重新|补充|再次|复核|变更|更正|修正|第二次")
# 致王某重伤 · 构成轻伤, without a level
_SAID: Final = re.compile(r"(?:构成|属于?|[致成为系达受]|造成|评定|鉴定)[^，。；]{0,14}$")
_GENERAL: Final = re.compile(r"(?:致人|他人|致使?[一二两三四五多数]人|过失致)[^，。；]{0,6}$|(?:以上|以下)$")
_NO_FACT: Final = re.compile(
    r"罪|[、或及和]|以上|以下|的[，,]?处|害|者|亡|死|程度[：:]|是否|鉴定|的(?:，|依法)|（?[一二]级|他人"
)
# 当场死亡 · 经抢救无效死亡 · 身亡 · 被打死; not 死亡赔偿金, 致人死亡罪, 死亡伤残赔偿限额
_DEATH: Final = re.compile(
    r"死亡(?!赔偿|伤残|补偿|或者?|、(?:重伤|伤残|残疾)|保险|限额|证明|医学|原因鉴定|待遇|人员|罪|"
    r"的?(?:，|,)?处)|身亡|不治(?:而亡|身死|去世)|[打砍捅撞掐刺轧压烧淹毒勒踢砸杀枪炸碾]死(?!罪)|致死(?!罪)|杀害(?!未)|"
    r"溺亡|猝死|去世|遇难|罹难|丧生|身故(?!保险)|毙命|丧命|致亡|亡故|殒命|死因(?:系|为|是|[：:])"
)
_NOT_DEAD: Final = re.compile(
    r"(?:未|没有|不(?!治)|险些|差点|过失致人|致人|意图|企图|以免|防止|扬言|威胁|可能|放任|追求|导致他人|"
    r"故意非法剥夺|濒临|想要?|欲)[^，。；]{0,6}$"
)
_THREAT: Final = re.compile(r"[^，。；]{0,14}?(?:相威胁|相要挟|的(?:故意|目的|意图|威胁))")
_PASSED: Final = frozenset(["去世", "亡故", "身故"])  # also said of the old and ill
_COUNTED: Final = re.compile(r"致?(?:使)?(?:一|二|两|三|四|五|多|数|1|2|3|4|5)人")
_SKIPPED: Final = frozenset(["附录", "辩称", "首部", "问", "落款", "当事人"])
_SECOND: Final = frozenset(["证据", "诉称"])


@dataclass(frozen=True, slots=True)
class Injury:
    """One statement of an injury.

    Attributes:
        grade: 死亡, a grade with its level, 轻微伤, or 重伤, 轻伤 where no level is told.
        names: whom it belongs to; empty where nobody is named.
        start: its place.
        end: end of its place.
        polarity: ``+``, ``-`` (不构成轻伤), ``±`` for an opinion of which the paper says that another followed.
        day: ISO day its sentence gives before it.
        renewed: told as a new, further or corrected opinion.
        second: told in a list of evidence or a claim, which yields to a finding.
        other: it is somebody's who is no victim.
    """

    grade: str
    names: tuple[str, ...]
    start: int
    end: int
    polarity: str = "+"
    day: str | None = None
    renewed: bool = False
    second: bool = False
    other: bool = False

    @property
    def stands(self) -> bool:
        """Whether it gives a victim a grade: said so, of a level that counts, and not of somebody else."""
        return self.polarity == "+" and not self.other and self.grade in GRADES


def find_injuries(
    text: str, zones: Zones, mentions: Sequence[Mention], victims: Sequence[str], spots: Sequence[Spot]
) -> list[Injury]:
    """All deaths and grades a paper states, in order.

    Args:
        text: clean text.
        zones: its zones.
        mentions: every name in it.
        victims: names of the victims.
        spots: places of the words of 伤害词.
    """
    found: list[Injury] = []
    owners: Owners | None = None
    done = 0
    for spot in spots:
        kind = spot.entry["类"]
        if kind not in ("伤级", "死") or spot.start < done:
            continue
        zone = zones.kind_at(spot.start)
        if zone in _SKIPPED:
            continue
        owners = owners or Owners(text, mentions, victims)
        read, done = (_read_death if kind == "死" else _read_grades)(text, spot, owners)
        found += [_dated(text, injury, owners, second=zone in _SECOND) for injury in read]
    return found


def _dated(text: str, injury: Injury, owners: Owners, *, second: bool) -> Injury:
    begin = owners.sentence(injury.start)
    low = max(begin, injury.start - 90)
    days = find_days(text[low : injury.start]) if text.find("日", low, injury.start) >= 0 else []
    start, formerly = injury.start, False
    if injury.polarity == "+" and injury.grade != "死亡":
        formerly = bool(_FORMER.search(text, owners.clause(start, begin), start))
    return Injury(
        injury.grade,
        injury.names,
        start,
        injury.end,
        "±" if formerly else injury.polarity,
        days[-1][2] if days else None,
        not formerly and bool(_RENEWED.search(text, max(begin, start - 40), start)),
        second,
        injury.other,
    )


def _read_death(text: str, spot: Spot, owners: Owners) -> tuple[list[Injury], int]:
    """What a spot tells of a death, and where it ends."""
    m = _DEATH.match(text, spot.start)
    if m is None or _NOT_DEAD.search(text, max(m.start() - 12, 0), m.start()) or _THREAT.match(text, m.end()):
        return [], 0
    return _owned(text, owners, "死亡", m.start(), m.end()), m.end()


def _read_grades(text: str, spot: Spot, owners: Owners) -> tuple[list[Injury], int]:
    """What a spot tells of a grade, and where it ends."""
    if several := _LIST.match(text, spot.start):
        return list(_dealt(text, several, owners)), several.end()
    grade, start, end = _grade_at(text, spot)
    if _ASKED.search(text, max(start - 10, 0), start):
        return [], end
    polarity = "-" if _NOT.search(text, max(start - 10, 0), start) else "+"
    if len(grade) == 2 and not _is_said(text, start, end, polarity):
        return [], end
    return _owned(text, owners, grade, start, end, polarity), end


def _grade_at(text: str, spot: Spot) -> tuple[str, int, int]:
    """The grade that stands at a spot, with its place; the bare kind where it has no level."""
    start, end = spot.start, spot.end
    if end - start == 3:
        return "轻微伤", start, end
    if m := _GRADED.match(text, start):
        return f"{m['kind']}伤{_LEVEL[m['level']]}", start, m.end()
    if text[start - 1 : start] == "级" and start > 1 and (level := _LEVEL.get(text[start - 2])):
        return text[start:end] + level, start - 2, end
    return text[start:end], start, end


def _is_said(text: str, start: int, end: int, polarity: str) -> bool:
    """Whether a grade without a level is a statement: 致王某重伤, not 致人重伤的, 过失致人重伤罪, 轻伤以上."""
    if _NO_FACT.match(text, end) or _GENERAL.search(text, max(start - 10, 0), start):
        return False
    return polarity == "-" or bool(_SAID.search(text, max(start - 20, 0), start))


def _dealt(text: str, several: re.Match[str], owners: Owners) -> Iterator[Injury]:
    """A、B的损伤分别为重伤二级、轻伤一级: one for each; a list without 分别 is an explanation."""
    begin = owners.sentence(several.start())
    number = owners.before(several.start())
    whose = owners.harmed(several.start()).names if number >= 0 else ()
    divided = _DIVIDED.search(text, max(begin, several.start() - 24), several.start())
    grades = list(re.finditer(_ITEM, several[0]))
    if not divided or len(whose) != len(grades):
        return
    for name, item in zip(whose, grades, strict=True):
        graded = _GRADED.match(item[0])
        grade = f"{graded['kind']}伤{_LEVEL[graded['level']]}" if graded else "轻微伤"
        yield Injury(grade, (name,), several.start() + item.start(), several.start() + item.end())


def _owned(text: str, owners: Owners, grade: str, start: int, end: int, polarity: str = "+") -> list[Injury]:
    """The statement with the one it is about; none where it counts people without naming them."""
    behind = owners.behind(end) if grade == "死亡" else ()
    if behind:
        return [Injury(grade, behind, start, end, polarity)]
    whose = owners.harmed(start, strict=text[start:end] in _PASSED)
    if (
        not (whose.other or whose.counted)
        and owners.is_count(start)
        and _COUNTED.search(text, max(start - 8, 0), start)
    ):
        return []
    return [Injury(grade, whose.names, start, end, polarity, other=whose.other)]


def injuries_by_victim(text: str, injuries: Sequence[Injury], victims: tuple[str, ...]) -> dict[str, Injury]:
    """The one injury that stands for each victim: death first, else the worst of the last opinion."""
    result: dict[str, tuple[int, Injury]] = {}
    for injury in injuries:
        if not injury.stands:
            continue
        names = injury.names or (victims if len(victims) == 1 else ())
        sentence, _ = sentence_at(text, injury.start)
        for name in (name for name in names if name in victims):
            held = result.get(name)
            if held is None or _replaces(injury, sentence, held):
                result[name] = (sentence, injury)
    return {name: injury for name, (_, injury) in result.items()}


def _replaces(new: Injury, sentence: int, held: tuple[int, Injury]) -> bool:
    last = held[1]
    if last.grade == "死亡" or new.grade == "死亡":
        return last.grade != "死亡"
    if sentence == held[0] and not (new.renewed and not last.renewed):
        return GRADES.index(new.grade) < GRADES.index(last.grade)
    if new.second and not last.second and not new.renewed:
        return False
    return not (new.day and last.day and new.day < last.day)


def worst(grades: list[str]) -> str | None:
    """The worst of several grades."""
    return min(grades, key=GRADES.index) if grades else None
