"""Reads hardship that a paper tells of (困难): what sort, and whose; the offender's own poverty is a decoy.

Words and phrases stand in the list 困难. What the victim's side tells is "±" (to verify), what it denies "-", what
is told of the offender or of others "0". Questions, articles and the heads of papers do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from yingjiu.reading.hardship_owner import VICTIM, Sides, find_voice
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.sentences import sentence_at
from yingjiu.reading.spots import Spot

KIND: Final = "困难"
TO_VERIFY: Final = "±"
_SKIPPED: Final = frozenset(["附录", "问", "首部", "当事人", "判决", "落款"])
_SKIPPED_PAPERS: Final = frozenset(["鉴定意见", "道路交通事故认定书", "执行裁定书", "结案通知书"])
_DENIAL: Final = frozenset(["不困难", "无碍"])
_REACH: Final = 30
_NOT: Final = re.compile(
    r"(?:不是|并非|不算|没有|没|无|不|未|并未|不存在|谈不上|从未)(?:什么|啥|任何|过|想要|要|太|大|多|是|属于|享受|领|吃|申请|办|得|患)*$"
)
# 骗取低保金 · 谎称母亲患癌 · 以办理低保为由: a pretext, nobody's hardship
_TAKEN: Final = re.compile(
    r"骗取|冒充|虚构|冒领|套取|代办|谎称|假称|编造|捏造|诈称|骗我|骗他|骗她|骗说|骗得|挪用|贪污|侵吞|以[^，。；]{0,16}(?:为由|为名|名义|为借口)"
)
_AS_PRETEXT: Final = re.compile(r"[^，。；]{0,12}(?:为由|为名|为借口|的名义|要交钱|要先交)")
# 被害方陈述:… after what the offender says is the victim's own word again
_TELLS: Final = re.compile(
    r"[，,\s]*(?:经[^，。；\n]{0,10}[，,])?(?:被害人|受害人|被害方|受害方)[^，。；\n]{0,16}?(?:陈述|反映|诉说|自述|称|表示|说)"
)
# 对余下的款项表示无力承担: about paying, told of the one who pays
_OF_PAYMENT: Final = re.compile(
    r"(?:余下|剩余|剩下|其余|下余|余款|余额|赔偿款?|赔款|欠款|差额|尾款)[^，。；\n]{0,16}(?:表示|称|说|确实|也|均|已)?$"
)
_AT_SENTENCE: Final = re.compile(r"被害|受害|死者|伤者|申请人|原告|信访人|来访人|近亲属|遗属")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@cache
def _pattern_before(text: str) -> re.Pattern[str]:
    return re.compile(f"(?:{text})$")


def find_hardship(scene: Scene) -> Iterator[Finding]:
    """Hardship of the victim's side and, as decoys, of others; each sort once a sentence and person."""
    spots = scene.spots["困难"]
    if not spots or scene.paper_type in _SKIPPED_PAPERS:
        return
    sides = Sides(scene, find_voice(scene))
    if sides.voice.offender:
        yield from _of_offender(scene, spots, sides.voice.speaker)
        return
    done: set[tuple[str, int, str | None, str]] = set()
    denials = [(s.start, s.end) for s in spots if s.entry["类"] in _DENIAL]
    for begin, end, within in _by_sentence(scene, spots, sides):
        for spot in within:
            found = _read_spot(scene, spot, (begin, end), sides, denials)
            if found and (key := (found.value, begin, found.person, found.polarity)) not in done:
                done.add(key)
                yield found


def _of_offender(scene: Scene, spots: Iterable[Spot], name: str | None) -> Iterator[Finding]:
    """The suspect's record: its plain words, once a sort."""
    done = set(_DENIAL)
    for spot in spots:
        sort = spot.entry["类"]
        if sort not in done and "近" not in spot.entry and scene.zones.kind_at(spot.start) == "答":
            done.add(sort)
            yield Finding(KIND, sort, "0", spot.start, spot.end, person=name)


def told_places(findings: Iterable[Finding]) -> list[Finding]:
    """What the victim's side tells of its own hardship, in the order of the text."""
    return [f for f in findings if f.kind == KIND and f.polarity == TO_VERIFY]


def _by_sentence(scene: Scene, spots: Iterable[Spot], sides: Sides) -> Iterator[tuple[int, int, list[Spot]]]:
    """Sentences that hold words of hardship and may tell of somebody: start, end, the words."""
    begin = end = -1
    within: list[Spot] = []
    for spot in spots:
        if spot.start >= end:
            if within:
                yield begin, end, within
            begin, end = sentence_at(scene.text, spot.start)
            within = []
        if spot.start >= begin and ("近" not in spot.entry or sides.voice.own or _names_victim(scene, begin, end)):
            within.append(spot)
    if within:
        yield begin, end, within


def _names_victim(scene: Scene, begin: int, end: int) -> bool:
    """Whether a sentence of an office may speak of the victim's side; only then its freer phrases are read."""
    text = scene.text
    return bool(_AT_SENTENCE.search(text, begin, end)) or any(text.find(v, begin, end) >= 0 for v in scene.victims)


def _read_spot(
    scene: Scene, spot: Spot, sentence: tuple[int, int], sides: Sides, denials: list[tuple[int, int]]
) -> Finding | None:
    text, begin, sort = scene.text, sentence[0], spot.entry["类"]
    if sort == "无碍" or not _counts(scene, spot.start, begin):
        return None
    place = _place(text, spot, sentence, own=sides.voice.own)
    if place is None or _is_pretext(text, begin, *place):
        return None
    start, end = place
    owner = sides.owner(begin, start, end)
    if owner is None:
        return None
    if owner.side != VICTIM:
        return Finding(KIND, _name(sort), "0", start, end, person=owner.name) if sort not in _DENIAL else None
    denied = sort in _DENIAL or _is_denied(text, spot, place, denials)
    return Finding(KIND, _name(sort), "-" if denied else TO_VERIFY, start, end, person=owner.name)


def _name(sort: str) -> str:
    return "生活困难" if sort in _DENIAL else sort


def _counts(scene: Scene, at: int, begin: int) -> bool:
    kind = scene.zones.kind_at(at)
    return kind not in _SKIPPED and (kind != "辩称" or bool(_TELLS.match(scene.text, begin)))


def _place(text: str, spot: Spot, sentence: tuple[int, int], *, own: bool) -> tuple[int, int] | None:
    """Where the telling stands: the word itself, or the phrase around it; None where its conditions fail."""
    entry, (begin, end) = spot.entry, sentence
    if "前不" in entry and _pattern_before(entry["前不"]).search(text, max(begin, spot.start - 12), spot.start):
        return None
    if "后不" in entry and _pattern(entry["后不"]).match(text, spot.end, end):
        return None
    if "近" in entry:
        found = _pattern(entry["近"]).search(text, max(begin, spot.start - _REACH), min(end, spot.end + _REACH))
        return found.span() if found else None
    if not own and "转述" in entry:
        before = _pattern_before(entry["转述"]).search(text, max(begin, spot.start - _REACH), spot.start)
        return (spot.start, spot.end) if before else None
    return spot.start, spot.end


def _is_pretext(text: str, begin: int, start: int, end: int) -> bool:
    return bool(
        _TAKEN.search(text, begin, end + 4) or _AS_PRETEXT.match(text, end) or _OF_PAYMENT.search(text, begin, start)
    )


def _is_denied(text: str, spot: Spot, place: tuple[int, int], denials: list[tuple[int, int]]) -> bool:
    if any(start < place[1] and end > place[0] for start, end in denials):
        return True
    if spot.entry["类"] == "请求救助" and _NOT.search(text, max(place[0] - 8, 0), place[0]):
        return True  # 不申请司法救助
    return bool(_NOT.search(text, max(spot.start - 8, 0), spot.start))
