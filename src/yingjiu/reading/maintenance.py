"""Maintenance owed (赡养费、抚养费、扶养费、抚育费): who is owed, since when, how much, and whether it is paid.

A sum a month and a sum in all are kept apart: the value is 抚养费(每月) · 抚养费(每年) · 抚养费(欠付) · 抚养费(一次性).
Polarity: "+" ordered, agreed or found unpaid; "±" only asked for; "-" paid off; "0" an article or what the payer says.
The person is who is owed (the child, the old person), not the guardian who acts; ``payer`` is 被告人 for the one who owes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from yingjiu.reading.maintenance_owed import find_owed
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.sentences import sentence_at
from yingjiu.values.money import read_amount

KIND: Final = "抚养赡养"
_PAYER: Final = "被告人"
_ARTICLE: Final = re.compile(r"第[一二三四五六七八九十百千零〇\d]+条|《[^》]{2,30}(?:法|典|解释|规定)》")
_DEMAND: Final = re.compile(r"请求(?!人)|要求|诉请|判令|诉讼请求|主张|起诉至|请求事项|申请强制执行[，,]要求")
_DENIES: Final = re.compile(r"辩称|答辩|称其已|自称|反诉")
_HAN: Final = "零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬"
# 每月1500元 · 每人每月各给付…600元 · 一年5000元 · 月付800元: the rate stands before the fee's name or behind it
_RATE: Final = re.compile(
    r"(?P<per>每个?月|按月|月付|每月每人|每人每月|每季度?|按季|每半年|每年度?|按年|一年|每人每年|每周)"
)
_SUM: Final = re.compile(rf"(?P<n>\d[\d,，]*(?:\.\d+)?[万千]?|[{_HAN}]{{1,12}})(?:余|多)?(?:元|圆|块)")
_PER: Final = {"季": "每季度", "半": "每半年", "年": "每年", "周": "每周"}
_UNPAID: Final = re.compile(
    r"拖欠|尚欠|欠付|欠着?|未支付|未给付|未付|未履行|拒不|拒绝|不支付|不给付|没有?(?:再)?(?:给|付|支付|出|管|履行)|未再|未给|停止(?:支付|给付)|"
    r"未执行到位|没给|分文|一分钱|不尽|不履行|不给"
)
_IN_ALL: Final = re.compile(r"共计|合计|总计|累计|共|期间|至今|截至|至\s?\d{4}年|至判决|一次性|拖欠|尚欠|欠付|欠")
_PAID: Final = re.compile(
    r"(?<!未)(?<!没有)(?<!不)(?:全部)?(?:付清|结清|履行完毕|支付完毕|给付完毕|执行完毕|全部(?:支付|给付|履行))"
)
_SINCE: Final = re.compile(
    r"(?:自|从|于)?(?P<y>\d{4})(?:年度?(?:(?P<m>\d{1,2})月(?:份)?(?:(?P<d>\d{1,2})日)?)?)(?=[起至到开—\-－~～以、]|期间|[^，。；]{0,6}(?:开始|以来))"
)
_NONE_DUE: Final = re.compile(
    r"互不(?:支付|给付|负担)|自行(?:承担|负担)|无需(?:支付|给付)|不要求[^，。；]{0,6}(?:支付|给付|承担)"
)
_SECTION: Final = frozenset(["附录", "问"])


class _Sum(NamedTuple):
    amount: Decimal | None
    per: str
    start: int
    end: int


def find_maintenance(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper, one for each person owed and each sum; a rate and its arrears are two findings."""
    spots = scene.spots["抚养词"]
    if not spots:
        return
    text = scene.text
    done: set[tuple[str, Decimal | None, str | None, str]] = set()
    last = -1
    for spot in spots:
        if spot.start < last or scene.zones.kind_at(spot.start) in _SECTION:
            continue
        last = spot.end
        begin, end = sentence_at(text, spot.start)
        for found in _read(scene, spot.entry["类"], (spot.start, spot.end), (begin, end)):
            key = (found.value, found.amount, found.person, found.polarity)
            if key not in done:
                done.add(key)
                yield found


def _read(scene: Scene, fee: str, word: tuple[int, int], sentence: tuple[int, int]) -> Iterator[Finding]:
    text, (begin, end) = scene.text, sentence
    if _ARTICLE.search(text, begin, end) and not _SUM.search(text, word[1], end):
        return
    if _NONE_DUE.search(text, max(begin, word[0] - 14), min(end, word[1] + 14)):
        return
    sums = list(_sums(text, word, sentence))
    unpaid = _UNPAID.search(text, begin, end)
    if not sums:
        if unpaid is None:
            return
        sums = [_Sum(None, "欠付", *word)]
    elif unpaid and all(s.per.startswith("每") for s in sums) and _apart(text, unpaid, sums[-1]):
        sums.append(_Sum(None, "欠付", unpaid.start(), unpaid.end()))
    people = find_owed(scene, fee, word[0], sentence)
    day = _since(text, sentence)
    for one in sums:
        polarity = _polarity(scene, sentence, word[0], one)
        for person in people or (None,):
            start, stop = min(word[0], one.start), max(word[1], one.end)
            own = None if day and one.per.startswith("每") and len(sums) > 1 else day
            yield Finding(KIND, f"{fee}({one.per})", polarity, start, stop, person, _PAYER, one.amount, own)


def _apart(text: str, unpaid: re.Match[str], rate: _Sum) -> bool:
    """可他从2021年5月起一分钱没给: told in a clause of its own, before the rate or behind it."""
    if unpaid[0].startswith("拒"):
        return False
    between = text[rate.end : unpaid.start()] if unpaid.start() > rate.end else text[unpaid.end() : rate.start]
    return "，" in between


def _sums(text: str, word: tuple[int, int], sentence: tuple[int, int]) -> Iterator[_Sum]:
    """Sums of the sentence that belong to the fee: rates, arrears, and one paid at once."""
    begin, end = sentence
    following = text.find("费", word[1] + 2, end)
    for m in _SUM.finditer(text, begin, end):
        if m.start() > word[1] and 0 <= following < m.start() and _other_fee(text, following):
            continue
        amount = read_amount(m["n"] + "元")
        if amount is None or _is_other(text, begin, m):
            continue
        yield _Sum(amount, _per(text, begin, word, m), m.start(), m.end())


def _other_fee(text: str, at: int) -> bool:
    """案件受理费 · 医疗费 · 教育费 before a sum: the sum is that fee's."""
    return text[at - 2 : at] not in ("抚养", "赡养", "扶养", "抚育")


_OTHER_SUM: Final = re.compile(
    r"(?:受理费|执行费|申请费|保全费|医疗费|教育费|学费|借款|彩礼|已执行到位|(?<!每月)(?<!每年)(?:已给付|已支付|已付)(?!清)|执行到位)[^，。；]{0,10}$"
)
_TARGET: Final = re.compile(r"未执行到位[^，。；]{0,10}$")


def _is_other(text: str, begin: int, m: re.Match[str]) -> bool:
    start = max(begin, m.start() - 20)
    return bool(_OTHER_SUM.search(text, start, m.start())) and not _TARGET.search(text, start, m.start())


def _per(text: str, begin: int, word: tuple[int, int], m: re.Match[str]) -> str:
    """每月 · 每季度 · 每年 where a rate's word governs the sum, 欠付 where it is arrears, else 一次性."""
    clause = max(text.rfind(mark, begin, m.start()) for mark in "，。；") + 1
    rates = list(_RATE.finditer(text, max(begin, m.start() - 44), m.start()))
    rate = rates[-1] if rates else None
    close = text[m.end() : m.end() + 3]
    if close.startswith(("/月", "每月", "一月")):
        return "每月"
    if rate and not _breaks(text, rate.end(), m.start(), clause):
        return next((per for sign, per in _PER.items() if sign in rate["per"]), "每月")
    if "一次性" in text[max(begin, m.start() - 30) : m.start()] and not _SINCE.search(text, begin, m.start()):
        return "一次性"
    lately = text[max(begin, min(word[0], m.start()) - 30) : m.end() + 12]
    return "欠付" if _IN_ALL.search(lately) or _UNPAID.search(lately) else "一次性"


_BREAK: Final = re.compile(r"拖欠|尚欠|欠付|共计|累计|合计|共欠|未履行|元")


def _breaks(text: str, start: int, end: int, clause: int) -> bool:
    """Whether something between the rate's word and the sum ends its reign."""
    return bool(_BREAK.search(text, start, end)) or ("日前" in text[start:end] and clause > start and end - start > 24)


def _since(text: str, sentence: tuple[int, int]) -> str | None:
    found = _SINCE.search(text, *sentence)
    if found is None:
        return None
    day = found["y"]
    if found["m"]:
        day += f"-{int(found['m']):02}"
    return day + (f"-{int(found['d']):02}" if found["m"] and found["d"] else "")


def _polarity(scene: Scene, sentence: tuple[int, int], at: int, one: _Sum) -> str:
    text, (begin, end) = scene.text, sentence
    kind = scene.zones.kind_at(at)
    if kind == "辩称" or _DENIES.search(text, begin, at) or scene.paper_type == "讯问笔录":
        return "0"
    if _PAID.search(text, begin, end) and not one.per.startswith("每"):
        return "-"
    if kind == "诉称" or (_DEMAND.search(text, begin, at) and kind != "判决" and not _UNPAID.search(text, begin, at)):
        return "±"
    return "+"
