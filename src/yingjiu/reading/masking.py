"""Finds masked names (隐名): 张某某, 刘某乙, 王某1, 李*, 冉*甲, and 李某真, of which only the middle is hidden."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from yingjiu.reading.name_words import (
    HAN,
    HAN_SIGN,
    NEVER,
    banned_words,
    follow_weight,
    followers,
    letters,
    surnames,
)

_PLACES: Final = "日月年天处地市县区镇乡村路街公饭酒宾网超商店厂中大高医院单品项种户号员警所校局宅栋楼室物事甲方银工"
_SMALL: Final = "小[学区卖店吃超型巷村组镇饭餐院]"  # 在某小区
_LITTLE: Final = "小大老"  # 祝小某, the child of 祝某
_NOT_SURNAMES: Final = (
    "在于从到至为是有的该对与和及将把被向给由名个位叫市县区省镇乡村路街组号栋某人员主者友事居客日月年时里内外上下前后"
)


_NO_FIRST: Final = frozenset(_NOT_SURNAMES)


@cache
def _masked() -> re.Pattern[str]:
    """张某某 · 刘某乙 · 王某1 · 欧阳某 · 李* · 冉*甲; not 在某饭店, 5月某日, 某某公司."""
    single, compound, doubtful = surnames()
    sure = "".join(sorted(single - doubtful))
    tail = (
        r"(?:[甲乙丙丁戊己庚辛壬癸]|[A-Za-z](?![A-Za-z\d])|"
        r"\d{1,2}(?![\d年月日时点分元个次号部辆台只条块张把枚件套颗串双头匹吨斤袋箱瓶包支根万千百余处天级间层楼岁户名位米株棵桶扇笔起份厘毫公%％.．]))?"
    )
    stars = r"[*＊×xX]{1,3}"
    return re.compile(
        rf"(?:(?:{'|'.join(sorted(compound))})(?:某{{1,3}}|{stars}){tail}"
        rf"|[{sure}](?:某{{1,3}}(?![{_PLACES}某]|{_SMALL})|某{{2,3}}|{stars}(?![\d*×]))(?<!某某路){tail}"
        rf"|[{''.join(sorted(doubtful))}]某{{1,2}}(?![{_PLACES}某]|{_SMALL}){tail}"
        rf"|[{HAN}](?<![{_NOT_SURNAMES}])某(?:某(?![{_PLACES}某]|{_SMALL})|某?(?:[甲乙丙丁戊己庚辛壬癸](?!方)|[1-9](?![\d年月日时点分元万千百.．])))"
        rf"|[{sure}][{_LITTLE}]某(?![{_PLACES}某])"
        rf"|某某[某甲乙丙丁])"
    )


def masked_names(text: str) -> list[tuple[int, int, str]]:
    """All masked names of a text as (start, end, name)."""
    if "某" not in text and "*" not in text and "×" not in text and "＊" not in text:
        return []
    found = _find_masked(text)
    endings = _endings(text, {name for _, _, name in found if name.endswith("某") and not name.endswith("某某")})
    return [(s, e, text[s:e]) for s, e in ((s, e + (text[e : e + 1] in endings.get(name, ""))) for s, e, name in found)]


_MASK: Final = re.compile("[某*＊×xX]")


def _find_masked(text: str) -> list[tuple[int, int, str]]:
    """Masked names by their masks: one begins at most two characters before its first mask."""
    match, (single, compound, _), done = _masked().match, surnames(), 0
    names: list[tuple[int, int, str]] = []
    for mask in _MASK.finditer(text):
        at = mask.start()
        if at < done:
            continue
        found = None
        if at - 2 >= done and (text[at - 2 : at] in compound or (text[at - 1] in _LITTLE and text[at - 2] in single)):
            found = match(text, at - 2)
        if (found is None or found.end() <= at) and at - 1 >= done and _may_begin(text[at - 1]):
            found = match(text, at - 1)
        if (found is None or found.end() <= at) and text.startswith("某某", at):
            found = match(text, at)
        if found is not None and (done_now := found.end()) > at:
            done = done_now
            names.append((found.start(), done, found[0]))
    return names


_NO_PART: Final = frozenset("家一二三四五六七八九十")
_SURE_FOLLOW: Final = 2.0
_HALF_SEX: Final = re.compile("[，,（(][男女]")


def _may_begin(sign: str) -> bool:
    """Whether a masked name may begin with a character: with a surname, or where it hides a given name (小某甲)."""
    return sign in surnames()[0] or (sign not in _NO_FIRST and HAN_SIGN.match(sign) is not None)


def _endings(text: str, names: set[str]) -> dict[str, frozenset[str]]:
    """By masked name, the characters that belong to it though they stand behind the mask (李某真, 韦某姣).

    One does where it stands at two places or more, or before sex, or where every 李某 of the paper has such a
    character and the paper hides its other people that way, too.
    """
    firm: dict[str, set[str]] = {}
    loose: dict[str, set[str]] = {}
    for name in names:
        places: dict[str, list[int]] = {}
        at = text.find(name)
        while at >= 0:
            at += len(name)
            places.setdefault(text[at : at + 1], []).append(at)
            at = text.find(name, at)
        places.pop("某", None)
        sound = {sign: some for sign, some in places.items() if _may_end(text, sign, some)}
        whole = len(sound) == len(places)  # every place of 李某 goes on
        needed = 2 if whole and len(sound) == 1 else 3
        firm[name] = {
            s for s, some in sound.items() if len(some) >= needed or _HALF_SEX.match(text, some[0] + 1)
        } | {s for s, some in sound.items() if len(some) > 1 and all(_ends_firmly(text, at + 1) for at in some)}
        if whole:
            loose[name] = set(sound)
    styled = sum(map(len, firm.values())) > 0 or sum(map(len, loose.values())) > 1
    return {name: frozenset(signs | (loose.get(name, set()) if styled else set())) for name, signs in firm.items()}


def _ends_firmly(text: str, at: int) -> bool:
    """Whether a mark or a known word follows a name that ends here."""
    return follow_weight(text, at) == _SURE_FOLLOW


def _may_end(text: str, sign: str, places: list[int]) -> bool:
    """Whether a character is one of given names only, and what follows it at most places can follow a name."""
    if not sign or sign not in letters()[1] or sign in letters()[0] or sign in NEVER or sign in _NO_PART:
        return False
    if any(text[at : at + 2] in followers()[0] or text[at : at + 2] in banned_words() for at in places):
        return False
    return sum(follow_weight(text, at + 1) > 0 for at in places) * 3 >= len(places) * 2


def masked_at(text: str, start: int) -> str | None:
    """The masked name that begins here."""
    found = _masked().match(text, start)
    return found[0] if found else None
