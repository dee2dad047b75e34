"""Finds masked names (隐名): 张某某, 刘某乙, 王某1, 李*, 冉*甲, and 李某真, of which only the middle is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from yingjiu.reading.name_words import HAN, NEVER, follow_weight, letters, surnames

_PLACES: Final = "日月年天处地市县区镇乡村路街公饭酒宾网超商店厂小中大高医院单品项种户号员警所校局宅栋楼室物事甲方银工"
_NOT_SURNAMES: Final = (
    "在于从到至为是有的该对与和及将把被向给由名个位叫市县区省镇乡村路街组号栋某人员主者友事居客日月年时里内外上下前后"
)


@cache
def _masked() -> re.Pattern[str]:
    """张某某 · 刘某乙 · 王某1 · 欧阳某 · 李* · 冉*甲; not 在某饭店, 5月某日, 某某公司."""
    single, compound, doubtful = surnames()
    sure = "".join(sorted(single - doubtful))
    tail = (
        r"(?:[甲乙丙丁戊己庚辛壬癸]|[A-Za-z](?![A-Za-z\d])|"
        r"\d{1,2}(?![\d年月日时点分元个次号部辆台只条块张把枚件套颗串双头匹吨斤袋箱瓶包支根万千百余]))?"
    )
    stars = r"[*＊×xX]{1,3}"
    return re.compile(
        rf"(?:(?:{'|'.join(sorted(compound))})(?:某{{1,3}}|{stars}){tail}"
        rf"|[{sure}](?:某{{1,3}}(?![{_PLACES}某])|某{{2,3}}|{stars}(?![\d*×]))(?<!某某路){tail}"
        rf"|[{''.join(sorted(doubtful))}]某{{1,2}}(?![{_PLACES}某]){tail}"
        rf"|[{HAN}](?<![{_NOT_SURNAMES}])某(?:某(?![{_PLACES}某])|某?[甲乙丙丁戊己庚辛壬癸1-9](?![\d年月日时点分元]))"
        rf"|某某[某甲乙丙丁])"
    )


def masked_names(text: str) -> list[tuple[int, int, str]]:
    """All masked names of a text as (start, end, name)."""
    if "某" not in text and "*" not in text and "×" not in text and "＊" not in text:
        return []
    found = list(_find_masked(text))
    whole: dict[str, str] = {}
    for _, _, name in found:
        if name not in whole and name.endswith("某") and not name.endswith("某某"):
            whole[name] = _partly_masked(text, name)
    return [(s, s + len(whole.get(name, name)), whole.get(name, name)) for s, _, name in found]


_MASK: Final = re.compile("某|[*＊×]|[xX]{1,3}")


def _find_masked(text: str) -> Iterator[tuple[int, int, str]]:
    """Masked names by their masks: one begins at most two characters before its first mask."""
    pattern, done = _masked(), 0
    for mask in _MASK.finditer(text):
        at = mask.start()
        if at < done:
            continue
        for start in range(max(at - 2, done), at + 1):
            if (found := pattern.match(text, start)) and found.end() > at:
                done = found.end()
                yield start, done, found[0]
                break


_NO_PART: Final = frozenset("家一二三四五六七八九十")
_HALF_SEX: Final = re.compile("[，,（(][男女]")


def _partly_masked(text: str, name: str) -> str:
    """李某真 where the same character stands behind every 李某: at two places, or before sex (李某真，男)."""
    behind = [m.end() for m in re.finditer(re.escape(name) + "(?!某)", text)]
    signs = {text[at : at + 1] for at in behind}
    sign = signs.pop() if len(signs) == 1 else ""
    if not sign or sign not in letters()[1] or sign in letters()[0] or sign in NEVER or sign in _NO_PART:
        return name
    if sum(follow_weight(text, at + 1) > 0 for at in behind) * 3 < len(behind) * 2:
        return name
    return name + sign if len(behind) > 1 or _HALF_SEX.match(text, behind[0] + 1) else name


def masked_at(text: str, start: int) -> str | None:
    """The masked name that begins here."""
    found = _masked().match(text, start)
    return found[0] if found else None
