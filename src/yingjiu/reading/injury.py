"""Reads deaths and injury grades of each victim (死亡、重伤一级 … 轻伤二级), law.md §3.3 A.

A grade counts for the victim named last before it in its sentence, else for the one of the sentence before. Within one
sentence the worst counts, over the paper the last sentence that gives one (a later opinion supersedes). Decoys:
lists of grades in an explanation, appended statutes, charge names (过失致人重伤罪), insurance limits, 不构成轻伤.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.people import Mention
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.zones import Zones

GRADES: Final = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")  # worst first
_LEVEL: Final = dict.fromkeys("一壹1１ⅠI", "一级") | dict.fromkeys("二贰弍貳2２Ⅱニ", "二级")
_ONE: Final = r"[重轻]伤(?:程度)?[（(“]?[一二壹贰弍貳12１２ⅠIⅡニ][级及圾]"
# 重伤二级 · 轻伤（一级） · 轻伤贰级 · 二级重伤; not 重伤二级、轻伤一级、… (an explanation)
_GRADE: Final = re.compile(
    rf"(?P<list>{_ONE}(?:[、或和及与/]{_ONE})+)|(?P<kind>[重轻])伤(?:程度)?(?:为|属|"
    rf"[（(“])?(?P<level>[一二壹贰弍貳12１２ⅠIⅡニ])[级及圾]|"
    rf"(?P<level2>[一二壹贰])级(?P<kind2>[重轻])伤"
)
_NOT: Final = re.compile(
    r"(?:不构成|未构成|不属于?|未达到?|尚未达|不足以?|不够|达不到|低于|以下|是否构成?)[^，。；]{0,4}$"
)
# 当场死亡 · 经抢救无效死亡 · 身亡 · 被打死; not 死亡赔偿金, 致人死亡罪, 死亡伤残赔偿限额
_DEATH: Final = re.compile(
    r"死亡(?!赔偿|伤残|补偿|或者?|、(?:重伤|伤残|残疾)|保险|限额|证明|医学|原因鉴定|待遇|人员|罪|"
    r"的?(?:，|,)?处)|身亡|不治(?:而亡|身死|去世)|(?:打|砍|捅|撞|掐|刺|轧|压|烧|淹|毒|勒|踢|砸|杀|枪|"
    r"炸)死(?!罪)|致死(?!罪)|杀害(?!未)|溺亡|猝死|去世|遇难|罹难|丧生"
)
_NOT_DEAD: Final = re.compile(
    r"(?:未|没有|不|险些|差点|过失致人|致人|意图|企图|以免|防止|扬言|威胁|可能|放任|追求|导致他人|"
    r"故意非法剥夺)[^，。；]{0,6}$"
)
_ATTEMPT: Final = re.compile(r"未遂|未得逞|未能得逞")
_OPINION: Final = re.compile(r"致?(?:使)?(?:一|二|两|三|四|五|多|数|1|2|3|4|5)人")
_SUBJECT: Final = re.compile(r"(?:的|所受|之)?(?:损伤|伤情|伤势|所受损伤|受伤|人体|身体)")
_SKIPPED: Final = frozenset(["附录", "辩称", "首部", "问", "落款", "当事人"])
_FRESH: Final = 160  # characters after which an unnamed injury no longer belongs to the victim named before


@dataclass(frozen=True, slots=True)
class Injury:
    """One reading: the grade, whom it belongs to (None: nobody named), and its place."""

    grade: str
    names: tuple[str, ...]
    start: int
    end: int


def find_injuries(text: str, zones: Zones, mentions: list[Mention], victims: frozenset[str]) -> list[Injury]:
    """All deaths and grades a paper states as fact, in order."""
    if "伤" not in text and "死" not in text and "亡" not in text and "杀害" not in text:
        return []
    starts = [m.start for m in mentions]
    found: list[Injury | None] = []
    for m in _GRADE.finditer(text):
        grade = _grade(m)
        if grade and not _NOT.search(text, max(m.start() - 10, 0), m.start()) and _counts(zones, m.start()):
            found.append(_owned(text, mentions, starts, victims, grade, m))
    found += [
        _owned(text, mentions, starts, victims, "死亡", m)
        for m in _DEATH.finditer(text)
        if _counts(zones, m.start()) and not _NOT_DEAD.search(text, max(m.start() - 12, 0), m.start())
    ]
    return sorted((i for i in found if i is not None), key=lambda i: i.start)


def _counts(zones: Zones, at: int) -> bool:
    return zones.kind_at(at) not in _SKIPPED


def _grade(m: re.Match[str]) -> str | None:
    if m["list"]:
        return None
    return f"{m['kind'] or m['kind2']}伤{_LEVEL[m['level'] or m['level2']]}"


def _owned(
    text: str, mentions: list[Mention], starts: list[int], victims: frozenset[str], grade: str, m: re.Match[str]
) -> Injury | None:
    """Whose injury this is: of the victim right behind it, else of the nearest one before it."""
    begin, _ = sentence_at(text, m.start())
    at = bisect_right(starts, m.start()) - 1
    counted = _OPINION.search(text, max(m.start() - 8, 0), m.start())
    behind = _right_behind(text, mentions, at + 1, victims, m.end())
    if behind:
        return Injury(grade, behind, m.start(), m.end())
    while at >= 0 and mentions[at].start >= begin - _FRESH:
        one = mentions[at]
        if one.name in victims:
            if counted and len(victims) > 1 and m.start() - one.end > 6:
                return None  # 致一人重伤二级、一人轻伤二级 names nobody; A、B三人死亡 does
            return Injury(grade, _group(mentions, at, victims), m.start(), m.end())
        if one.start >= begin and _SUBJECT.match(text, one.end):
            return None  # the grade is somebody else's
        at -= 1
    return Injury(grade, (), m.start(), m.end()) if not counted or len(victims) < 2 else None


def _right_behind(text: str, mentions: list[Mention], at: int, victims: frozenset[str], end: int) -> tuple[str, ...]:
    """打死被害人X · 杀害X: the victim named right behind the word."""
    if at < len(mentions) and mentions[at].name in victims and mentions[at].start - end <= 4:
        between = text[end : mentions[at].start]
        if between in ("", "了", "被害人", "了被害人", "受害人"):
            return _group(mentions, at, victims)
    return ()


def _group(mentions: list[Mention], at: int, victims: frozenset[str]) -> tuple[str, ...]:
    """The victims of the list a mention belongs to."""
    group = mentions[at].group
    first = last = at
    while first and mentions[first - 1].group == group:
        first -= 1
    while last + 1 < len(mentions) and mentions[last + 1].group == group:
        last += 1
    return tuple(dict.fromkeys(m.name for m in mentions[first : last + 1] if m.name in victims))


def injuries_by_victim(text: str, injuries: list[Injury], victims: tuple[str, ...]) -> dict[str, Injury]:
    """The one injury that stands for each victim: death first, else the worst of the last sentence that gives one."""
    result: dict[str, tuple[int, Injury]] = {}
    for injury in injuries:
        names = injury.names or (victims if len(victims) == 1 else ())
        sentence, _ = sentence_at(text, injury.start)
        for name in names:
            held = result.get(name)
            if held is None or _replaces(injury, sentence, held):
                result[name] = (sentence, injury)
    return {name: injury for name, (_, injury) in result.items()}


def _replaces(new: Injury, sentence: int, held: tuple[int, Injury]) -> bool:
    if held[1].grade == "死亡":
        return False
    if new.grade == "死亡":
        return True
    if sentence == held[0]:
        return GRADES.index(new.grade) < GRADES.index(held[1].grade)
    return True


def worst(grades: list[str]) -> str | None:
    """The worst of several grades."""
    return min(grades, key=GRADES.index) if grades else None
