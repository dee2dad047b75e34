"""Counts Pan'an's six classes of key words in one paper (六类关键词), each term with its near-synonyms.

A hit counts where polarity, zone and owner of the term allow: 未…, the other side's, an article or a charge do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from yingjiu.reading.facts import TermCount
from yingjiu.reading.hardship_owner import OFFENDER, VICTIM, Sides, find_voice
from yingjiu.reading.scene import Scene
from yingjiu.reading.sentences import behind_last
from yingjiu.reading.spots import Spot

LIST: Final = "关键词"
_NEGATION: Final = re.compile(
    r"(?:未(?!成年)|没有|没|不(?!治|幸|慎)|无(?!效|果|辜|证)|并非|不是|尚未)[^，。；的]{0,3}$"
)
_DENIAL: Final = re.compile(r"(?:并非|不是|不存在|不构成)[^，。；]{0,2}$")
_NEGATIVE: Final = frozenset("未没无不")
# 死亡赔偿金 · 故意伤害致死罪 · 残疾赔偿限额: the name of a charge, a sum, a limit
_NAME: Final = re.compile(r"罪|赔偿金|赔偿限额|伤残赔偿|、?伤残限额|限额|保险|辅助器具")
_ARTICLE: Final = re.compile(r"第[一二三四五六七八九十百零〇]+条")
_NOWHERE: Final = frozenset(["附录", "问"])
_NO_FACT: Final = frozenset(["附录", "问", "首部", "当事人", "落款"])


def count_terms(scene: Scene) -> tuple[TermCount, ...]:
    """How often each term stands in the paper: counted, negated, of the other side, in an article or elsewhere."""
    spots = longest(scene.spots[LIST])
    if not spots:
        return ()
    voice = find_voice(scene)
    sides = Sides(scene, voice)
    counts: dict[str, list[int]] = {}
    groups: dict[str, str] = {}
    for spot in spots:
        name = spot.entry["名"]
        groups[name] = spot.entry["组"]
        counts.setdefault(name, [0, 0, 0, 0])[_verdict(scene, spot, sides)] += 1
    return tuple(TermCount(groups[name], name, *n) for name, n in counts.items())


def longest(spots: Iterable[Spot]) -> list[Spot]:
    """Words that do not overlap: of those that do, the first, and of those that begin alike the longest."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept


def is_negated(text: str, start: int) -> bool:
    """Whether a negation stands right before a word; one that begins with 无, 没 … can only be denied (并非)."""
    pattern = _DENIAL if text[start] in _NEGATIVE else _NEGATION
    return pattern.search(text, max(start - 5, 0), start) is not None


def _verdict(scene: Scene, spot: Spot, sides: Sides) -> int:
    """0 counted, 1 negated, 2 of the other side, 3 in an article, a name or a zone where it does not count."""
    text, entry = scene.text, spot.entry
    kind = scene.zones.kind_at(spot.start)
    facts_only = entry["段"] == "事实"
    if kind in (_NO_FACT if facts_only else _NOWHERE) or (facts_only and _NAME.match(text, spot.end)):
        return 3
    if is_negated(text, spot.start):
        return 1
    begin = _begin(text, spot.start)
    if _ARTICLE.search(text, begin, spot.start):
        return 3
    return 2 if entry["方"] != "不限" and _is_others(spot, begin, sides, entry["方"]) else 0


def _begin(text: str, at: int) -> int:
    return behind_last("。\n；", text, at)


def _is_others(spot: Spot, begin: int, sides: Sides, side: str) -> bool:
    if sides.voice.offender:
        return side == "被害方"
    owner = sides.owner(begin, spot.start, spot.end)
    if owner is None:
        return False
    return owner.side != (VICTIM if side == "被害方" else OFFENDER)


def by_group(counts: Iterable[TermCount]) -> Iterator[tuple[str, list[TermCount]]]:
    """Terms that count at least once, by class in the order of the list, the most frequent first."""
    groups: dict[str, list[TermCount]] = {}
    for count in counts:
        if count.counted:
            groups.setdefault(count.group, []).append(count)
    for group, some in groups.items():
        yield group, sorted(some, key=lambda c: (-c.counted, c.term))
