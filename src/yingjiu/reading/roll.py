"""Collects the names a paper holds (名单): behind role words, before what happens to people, and all masked ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.cues import (
    BRACKET,
    FIRM,
    HINTED,
    SURE,
    WEAK,
    Cue,
    back_finder,
    front_finder,
    stands_role_word,
)
from yingjiu.reading.finder import find_words
from yingjiu.reading.masking import masked_at, masked_names
from yingjiu.reading.naming import NameReader
from yingjiu.values.names import is_organisation

# between two names of a list: 、 和 及, a bracket before it
JOINT: Final = re.compile(r"(?:[（(][^（）()\n]{0,120}[）)])?(?:、|和|及|以及|与|[，,](?:以及|及)?)")
# between two people of a list with sums: 拖欠A工资12000元、B9800元
SUM_JOINT: Final = re.compile(
    r"(?:的)?(?:工资|劳动报酬|报酬|劳务费|货款|投资款|集资款|现金|本金|借款|转账|汇款|转款|打款|款)?(?:共计|合计|计|分别为|为|各)?(?:人民币)?"
    r"[\d,，.]{1,12}[万余多]{0,2}元(?:整)?(?:[、，；]|和|及|以及)+"
)
JOINT_SIGNS: Final = frozenset("（(、和及以与，,")
"""With which a joint begins."""
_LOSING: Final = frozenset(["被害", "侵害", "身份"])
_SUM_SIGNS: Final = frozenset("的工劳报货投集现本借转汇打款共合计分为各人0123456789，,.")
_SUM: Final = re.compile(
    r"(?:的)?(?:工资|劳动报酬|报酬|劳务费|货款|投资款|集资款|现金|本金|借款|转账|汇款|转款|打款|款)?(?:共计|合计|计|为)?(?:人民币)?[\d,，.]{1,12}[万余多]{0,2}元"
)
# 清溪县惠民超市有限公司 · 白沙乡茶园村村民委员会; not 王某经营的超市
_ORGANISATION: Final = re.compile(
    r"[\u4e00-\u9fff（）()A-Za-z\d]{2,28}?(?:有限责任公司|有限公司|公司|合作社|商行|超市|酒店|宾馆|"
    r"饭店|村民委员会|村委会|学校|小学|中学|银行|支行|信用社|医院|厂|店|集团|"
    r"中心)(?=[，。、（(的\s：:]|$|内|仓库|停放|放置|财物|价值)"
)
# Behind a word that says an organisation follows (被害单位X), one of these ends it whatever comes next.
_FIRM: Final = re.compile(
    r"[\u4e00-\u9fff（）()A-Za-z\d]{2,26}?(?:有限责任公司|有限公司|合作社|村民委员会|居民委员会|委员会|村委会|居委会|"
    r"小学|中学|幼儿园|医院|卫生院|支行|分公司|公司)(?!处|附近|旁|门前)(?![\u4e00-\u9fff]{1,10}(?:分公司|支公司|支行|医院|分院|校区))"
)
_GOES_ON: Final = frozenset("、和及以与（(的工劳报货投集现本借款共合计分为各人")
_SIGN: Final = re.compile("[司社行市店馆会校学院厂团心园]")  # an organisation's name ends with one of these
_NO_ORGANISATION: Final = re.compile(r"^[该此本其]|[的在与将被到向把于从等]|停放|经营|报警|报案|进入|前往|所有|家属|我")
_ACCUSED: Final = ("被告人", "嫌疑人", "上诉人")
_ORGANISED: Final = frozenset(["被告", "被告单位", "被执行人", "被申请人"])


@dataclass(slots=True)
class Roll:
    """Names of one paper; ``organisations`` is a part of ``names``."""

    names: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)


def read_roll(text: str) -> Roll:
    """All names of a text."""
    hidden = masked_names(text)
    roll = Roll({name for _, _, name in hidden})
    # A court that masks its people leaves few real names: weak words then mislead. Masked witnesses or accused alone say nothing.
    accused = {name for start, _, name in hidden if text[max(start - 5, 0) : start].endswith(_ACCUSED)}
    masked = any(name not in accused and "证人" not in text[max(s - 40, 0) : s] for s, _, name in hidden)
    reader = NameReader(text)
    finder, words = front_finder()
    for index, _, end in find_words(finder, text):
        cue = words[index]
        if cue.kind != "公职" and not (masked and cue.kind in WEAK):
            _read_list(text, end, cue, reader, roll)
    if not masked:
        for _, start, _ in find_words(back_finder(), text):
            _read_back(text, start, reader, roll)
    if "\n" in text:
        longer = [
            (short, long) for long in roll.names for n in range(1, len(long)) if (short := long[:n]) in roll.names
        ]
        roll.names -= {short for short, long in longer if _is_broken(text, short, long)}
    return roll


def _is_broken(text: str, short: str, long: str) -> bool:
    """Whether a shorter name only stands where a line broke the longer one that begins with it (丁林 | 宁)."""
    whole = text.replace(short + "\n" + long[len(short) :], "").replace(long, "")
    return short not in whole


def _read_list(text: str, end: int, cue: Cue, reader: NameReader, roll: Roll) -> None:
    """The name behind a role word and, where the word is sure, the others of its list."""
    if (known := reader.known_at(end)) is not None and known in roll.names and _closes(text, end + len(known)):
        return  # read before, and no list goes on
    at = _skip(text, end)
    sure, hinted, firm = cue.kind in SURE, cue.kind in HINTED, cue.kind in FIRM
    organised = cue.kind in ("被害", "当事", "侵害") or cue.word in _ORGANISED
    summed = False
    while True:
        if organised and not reader.known_at(at) and (found := _organisation_at(text, at, unit="单位" in cue.word)):
            roll.organisations.add(found)
        elif (found := reader.at(at, sure=sure, hinted=hinted, firm=firm)) is None or found in _not_names():
            return
        if summed and not _SUM.match(text, at + len(found)):
            return
        roll.names.add(found)
        behind = at + len(found)
        sign = text[behind : behind + 1]
        listed = sure or hinted or (cue.kind == "侵害" and sign == "、")
        joint = JOINT.match(text, behind) if listed and sign in JOINT_SIGNS else None
        summed = joint is None and cue.kind in _LOSING
        if summed and sign in _SUM_SIGNS:
            joint = SUM_JOINT.match(text, behind)
        if not joint:
            return
        at = _skip(text, joint.end())
        if text[at - 1] in "，," or stands_role_word(text, at):
            return


def _closes(text: str, at: int) -> bool:
    """Whether no list can go on here."""
    sign = text[at : at + 1]
    return sign not in _GOES_ON and not (sign in "，," and text[at + 1 : at + 2] in "以及") and not sign.isdigit()


def _read_back(text: str, start: int, reader: NameReader, roll: Roll) -> None:
    """The name before a word and those of its list to the left (A、B和C受伤)."""
    at = start
    while (name := reader.before(at, roll.names)) and name not in _not_names():
        roll.names.add(name)
        at -= len(name) + 1
        if at < 2 or text[at] not in "、和及":
            return


@cache
def _not_names() -> frozenset[str]:
    return frozenset(load_lexicon("名后词")["非名"])


def _skip(text: str, at: int) -> int:
    """Past colon, blank, quote, a bracket or 姓名 between role word and name."""
    for _ in range(3):
        sign = text[at : at + 1]
        if sign and sign in "： :“\t\u3000":
            at += 1
        elif sign and sign in "（(" and (found := BRACKET.match(text, at)):
            at = found.end()
        elif text.startswith("姓名", at):
            at += 2
        else:
            break
    return at


def _organisation_at(text: str, at: int, *, unit: bool = False) -> str | None:
    if not _SIGN.search(text, at + 2, at + 32) or masked_at(text, at):
        return None
    found = (_FIRM if unit else _ORGANISATION).match(text, at) or _ORGANISATION.match(text, at)
    if not found or len(found[0]) < 4 or not is_organisation(found[0]) or _NO_ORGANISATION.search(found[0]):
        return None
    return found[0]
