"""Reads what befalls a body further behind a name (伤亡): X被甩出车外身亡, X经鉴定为重伤, X及…均受伤.

The clause between name and harm must have the person for its subject: words that bring in another actor, another
person or a report of others end it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from yingjiu.reading.cues import NO_CUE, Cue
from yingjiu.reading.mentions import Mention

HARD: Final = re.compile("死|亡|伤(?!势)|摔|溺|骨折|破裂|残|倒地|截瘫|昏迷|碾|辗|轧|甩")
_SIGNS: Final = re.compile("[死伤亡折溺摔跌坠昏瘫残裂]")
_REACH: Final = 34
_OTHERS: Final = (
    "驾乘载称说述将把使向对与和及由报证打砍捅刺殴害见现知得责赔偿家亲妻夫父母子女儿兄弟姐妹友的其人犯造酿看查认警"
)
_SUFFERS: Final = re.compile(
    r"(?:[（(][^（）()\n]{0,80}[）)])?(?:夫妇|夫妻|母女|母子|父子|父女|姐妹|兄弟|祖孙|爷孙|母子女)?等?(?:[一二两三四五六七八九十多余数\d]{1,3}[人名])?"
    r"(?:(?:均|都|双双|先后)?(?:在[^，。；：、（(\n]{1,10}?)?被[^，。；：、（(\n]{0,16}?(?:撞|压|轧|砸|夹|打|砍|刺|捅|咬|踢|划|烧|烫|戳|踩|踹|殴)[伤死倒]|"
    rf"(?:被鉴定为|经鉴定为?|经诊断为?|[^，。；：、（(\n{_OTHERS}致]){{0,14}}?"
    r"(?:受(?:了)?(?:重|轻|轻微|致命|不同程度)?(?:的)?伤|(?:重|轻|轻微|裂|挫|擦|扭|灼|烫|烧|电|挤压|复合)伤|伤残|负伤|破裂|死亡|身亡|死去|致死|致伤|致残|丧生|溺亡|溺水|遇难|遇害|骨折|昏迷|截瘫|"
    r"摔[倒下落伤]|跌[倒落]|坠[落亡]|不治))(?!赔偿|者|结果|后果|事故|一事|的(?:事实|后果|结果|消息)|原因|罪|证明|家)"
)


def harm_signs(text: str) -> list[int]:
    """Places of the characters that words of harm are written with, in order."""
    return [m.start() for m in _SIGNS.finditer(text)]


def read_suffering(text: str, mention: Mention, signs: list[int]) -> Cue:
    """The harm that befalls the one named, where it stands in the same clause; ``NO_CUE`` where none does."""
    near = bisect_left(signs, mention.end)
    if near == len(signs) or signs[near] > mention.end + _REACH + (text[mention.end : mention.end + 1] in "（(") * 60:
        return NO_CUE
    found = _SUFFERS.match(text, mention.end)
    return Cue("伤亡", 4, found[0][-8:]) if found else NO_CUE
