"""Reads what organs decided (处理): arrest approved or not, no prosecution and its kind, charge withdrawn, sentence, closing.

A decision paper decides by its own words; other papers tell of a decision (经…批准,被执行逮捕). What is only asked for or
proposed (提请, 建议) is no decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yingjiu.reading.enforcement import find_closing
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.spots import Spot
from yingjiu.values.dates import find_days

KIND: Final = "处理"
ENFORCING: Final = frozenset(["执行裁定书", "结案通知书"])
_ASKED: Final = re.compile(r"(?:提请|呈请|报请|申请|建议|拟|应当?|请求|要求|是否|可以|需要|符合)[^，。；\n]{0,6}$")
_DENIED: Final = re.compile(r"(?:不|不予|未|没有|未予|不应当?)$")
_REASONS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("事实不清、证据不足", re.compile(r"证据不足|事实不清|证据不充分|不足以认定")),
    ("不构成犯罪", re.compile(r"不构成犯罪|不认为是犯罪|没有犯罪事实")),
    ("无社会危险性", re.compile(r"(?:无|没有|不具有|不致发生|不足以发生)[^，。；]{0,8}社会危险|无逮捕必要|没有逮捕必要|不需要逮捕")),
    ("患病或怀孕哺乳", re.compile(r"患有严重疾病|怀孕|哺乳")),
)  # fmt: skip
_NOT_CHARGED: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("附条件", re.compile(r"附条件不起诉")),
    ("存疑", re.compile(r"证据不足|不符合起诉条件|事实不清|第一百七十五条")),
    ("法定", re.compile(r"显著轻微|不构成犯罪|没有犯罪事实|不认为是犯罪|第十六条|一百七十七条第一款")),
    ("酌定", re.compile(r"情节轻微|不需要判处刑罚|免除刑罚|一百七十七条第二款")),
)
_PUNISHED: Final = re.compile(
    r"(?:判处|决定执行)?(?:(?P<term>(?:有期徒刑|拘役|管制)[^，。；、（\n]{1,12}|无期徒刑|死刑(?:[，,]?缓期[二两]年执行)?|罚金|单处罚金)"
    r"(?:[，,]?(?P<delay>缓刑[^，。；、（\n]{1,10}))?|(?P<none>免[予除]刑事处罚))"
)
_NEAR: Final = 80


def find_handling(scene: Scene) -> Iterator[Finding]:
    """Decisions in the order of the text; ``day`` is that of the decision, ``person`` whom it concerns (the accused)."""
    if scene.paper_type in ENFORCING or scene.text[:40].lstrip().startswith("恢复执行"):
        yield from _closing(scene)
    spots = scene.spots.get("处理词", ())
    told: set[tuple[str, str | None]] = set()
    for spot in spots:
        finding = _READERS[spot.entry["类"]](scene, spot)
        if finding and (finding.value, finding.person) not in told:
            told.add((finding.value, finding.person))
            yield finding


def _closing(scene: Scene) -> Iterator[Finding]:
    if found := find_closing(scene.text):
        value, start, end = found
        yield Finding(KIND, value.removesuffix("程序"), "+", start, end, day=scene.day)


def _arrest(scene: Scene, spot: Spot) -> Finding | None:
    before = scene.text[max(spot.start - 14, 0) : spot.start]
    if _DENIED.search(before) or _ASKED.search(before):
        return None
    start, end = sentence_at(scene.text, spot.start)
    if scene.paper_type != "其他" and not _is_told(scene.text[start:end]):
        return None
    return Finding(
        KIND, "批准逮捕", "+", spot.start, spot.end, _accused(scene, start, end), day=_day(scene, start, spot)
    )


def _is_told(sentence: str) -> bool:
    """A paper that only tells of an arrest says by whom or that it was carried out."""
    return bool(re.search(r"检察院|执行逮捕|逮捕羁押|依法逮捕|被逮捕|同日|次日", sentence))


def _no_arrest(scene: Scene, spot: Spot) -> Finding | None:
    before = scene.text[max(spot.start - 14, 0) : spot.start]
    if _ASKED.search(before):
        return None
    start, end = sentence_at(scene.text, spot.start)
    around = scene.text[max(start - _NEAR, 0) : min(end + 200, len(scene.text))]
    reason = next((name for name, pattern in _REASONS if pattern.search(around)), None)
    value = f"不批准逮捕({reason})" if reason else "不批准逮捕"
    return Finding(KIND, value, "+", spot.start, spot.end, _accused(scene, start, end), day=_day(scene, start, spot))


def _no_charge(scene: Scene, spot: Spot) -> Finding | None:
    """不起诉 is decided by its own paper, or told to have been decided (作出不起诉决定)."""
    text = scene.text
    start, end = sentence_at(text, spot.start)
    before, after = text[max(spot.start - 16, 0) : spot.start], text[spot.end : spot.end + 4]
    own = scene.paper_type == "不起诉决定书"
    decided = re.search(r"决定对[^，。；]{1,12}$|作出[^，。；]{0,8}$|(?:相对|存疑|法定|酌定|绝对|附条件)$", before)
    if not decided or (not own and "决定" not in before + after) or _ASKED.search(before):
        return None
    around = text if own else text[start:end]
    kind = next((name for name, pattern in _NOT_CHARGED if pattern.search(around)), None)
    value = f"不起诉({kind})" if kind else "不起诉"
    return Finding(KIND, value, "+", spot.start, spot.end, _accused(scene, start, end), day=_day(scene, start, spot))


def _withdrawn(scene: Scene, spot: Spot) -> Finding | None:
    """The office withdraws its charge; a civil action or an appeal withdrawn is another thing."""
    start, end = sentence_at(scene.text, spot.start)
    sentence = scene.text[start:end]
    if "附带民事" in sentence or "原告" in sentence or not re.search(r"决定|准许|准予|同意", sentence):
        return None
    if scene.paper_type != "撤诉决定书" and "检察院" not in sentence:
        return None
    return Finding(
        KIND, "撤回起诉", "+", spot.start, spot.end, _accused(scene, start, end), day=_day(scene, start, spot)
    )


def _punished(scene: Scene, spot: Spot) -> Finding | None:
    if scene.paper_type != "刑事判决书" or scene.zones.kind_at(spot.start) != "判决":
        return None
    found = _PUNISHED.match(scene.text, spot.start, min(spot.end + 60, len(scene.text)))
    if found is None:
        return None
    start, _ = sentence_at(scene.text, spot.start)
    value = "免予刑事处罚" if found["none"] else found["term"] + (f",{found['delay']}" if found["delay"] else "")
    return Finding(KIND, value, "+", spot.start, found.end(), _accused(scene, start, spot.start), day=scene.day)


_READERS: Final = {
    "批准逮捕": _arrest,
    "不批准逮捕": _no_arrest,
    "不起诉": _no_charge,
    "撤回起诉": _withdrawn,
    "刑罚": _punished,
}


def _accused(scene: Scene, start: int, end: int) -> str | None:
    """The suspect named nearest in the sentence, else the only one of the paper."""
    named = [m.name for m in scene.mentions if start <= m.start < end and m.name in scene.suspects]
    if named:
        return named[-1]
    return scene.suspects[0] if len(scene.suspects) == 1 else None


def _day(scene: Scene, start: int, spot: Spot) -> str | None:
    """The day told before the word in its sentence; a decision paper's own day otherwise."""
    if scene.paper_type in ("其他", "不起诉决定书", "撤诉决定书"):
        return scene.day
    days = find_days(scene.text[max(start, spot.start - _NEAR) : spot.start])
    return days[-1][2] if days else None
