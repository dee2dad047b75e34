"""Lists of people (并列的人): the word before the first and what stands behind the last hold for all of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from yingjiu.reading.cues import QUARREL
from yingjiu.reading.mentions import Mention
from yingjiu.reading.roll import JOINT, JOINT_SIGNS, SUM_JOINT

_SHARED: Final = frozenset(["被害", "嫌疑", "同案", "证人", "公职", "收赃", "身份", "侵害", "当事"])
_LOSERS: Final = frozenset(["被害", "侵害", "身份"])
_TAKEN_FROM: Final = frozenset(["将", "把", "从", "向", "以"])  # 将A4.5万元、B3万元据为己有
_LONGEST: Final = 140
# 被害人A、被害人B · A及其车上乘坐人B: a list that names each one's role; what follows holds for all
_NEXT: Final = re.compile(
    r"(?:[（(][^（）()\n]{0,120}[）)])?(?:、|及|以及|，以及|及其|和其)(?:车上|同车|车内|所?搭载的|所?载)?的?$"
)
# A及摩托车上的妻子B · A、被告人B及轿车乘车人C: between them no verb, and a word that names the next one
_WIDE: Final = re.compile(
    r"(?:[（(][^（）()\n]{0,120}[）)])?(?:、|，?以及|，?及其?|和其?|与其?)(?:副驾驶)?[^，。；：、\n驾致将把撞对向]{0,20}$"
)
_OWN: Final = frozenset(["被害", "身份"])
_NO_LIST: Final = frozenset(["嫌疑", "同案", "证人", "公职"])
_NAMED: Final = frozenset(["被害", "身份", "亲属", "嫌疑", "侵害"])


def share(text: str, mentions: list[Mention]) -> None:
    """Gives each member of a list the group of the first, the word before it and what stands behind the last."""
    for number, mention in enumerate(mentions):
        mention.group = number
    accused = {m.name for m in mentions if m.left.kind == "嫌疑"}
    harmed = {m.name for m in mentions if m.left.kind == "被害"} - accused
    for before, mention in pairwise(mentions):
        if mention.start - before.end > _LONGEST or (before.left.kind == "嫌疑" and mention.name in harmed):
            continue  # 被告人A、B已达成协议, where B is the victim
        own = mention.left.kind in _OWN and before.left.kind not in _NO_LIST
        if own and _is_next(text, before, mention):
            mention.group = before.group
        elif _is_joined(text, before, mention):
            mention.group = before.group
            if before.left.kind in _SHARED or before.left.word in _TAKEN_FROM:
                mention.left = before.left
            if before.left.kind == "被害" and mention.name not in accused:
                harmed.add(mention.name)
    _hand_back(text, mentions)


def _hand_back(text: str, mentions: list[Mention]) -> None:
    """What stands behind a member holds for the one before it; what befalls the body, across looser lists, too."""
    for before, mention in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        if before.group == mention.group:
            if before.right.kind == "" or before.right.word == "等":
                before.right = mention.right
        elif mention.right.kind == "伤亡" and before.right.kind in ("", "亲属") and _is_wide(text, before, mention):
            before.right = mention.right


def _is_wide(text: str, before: Mention, mention: Mention) -> bool:
    if mention.start - before.end > _LONGEST or mention.left.kind not in _NAMED:
        return False
    return _WIDE.match(text, before.end, mention.start) is not None


def _is_next(text: str, before: Mention, mention: Mention) -> bool:
    at = mention.start - len(mention.left.word)
    return at > before.end and bool(_NEXT.fullmatch(text, before.end, at))


def _is_joined(text: str, before: Mention, mention: Mention) -> bool:
    """Whether two mentions are neighbours of one list; a suspect and his opponent are none."""
    signed = text[before.end : before.end + 1] in JOINT_SIGNS
    joint = JOINT.fullmatch(text, before.end, mention.start) if signed else None
    if joint is None:
        loses = before.left.kind in _LOSERS or before.left.word in _TAKEN_FROM
        return loses and bool(SUM_JOINT.fullmatch(text, before.end, mention.start))
    if joint[0][-1] in "，,":
        return False
    return not (joint[0][-1] in "和与" and before.left.kind == "嫌疑" and QUARREL.match(text, mention.end))
