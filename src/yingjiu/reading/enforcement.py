"""Reads an enforcement ruling (执行裁定书) or closing notice (结案通知书): instrument, sums, how it was closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yingjiu.values.money import find_amounts

# How a case is closed, the surest word first; the operative part is searched before the rest.
_CLOSINGS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("终结本次执行程序", re.compile(r"终结[^。；]{0,60}?(?:的)?本次执行(?:程序)?|终本|终止本次执行")),
    ("和解履行完毕", re.compile(r"和解协议[^。；]{0,20}(?:已)?(?:全部)?履行完毕|和解履行完毕")),
    ("执行完毕", re.compile(r"(?:已)?(?:全部)?执行完毕|履行完毕|全部履行|全部执行到位|已全额执行到位|执行终结结案")),
    ("恢复执行", re.compile(r"恢复(?:对)?[^。；]{0,40}执行(?!到位)")),
    ("终结执行", re.compile(r"终结(?![^。；]{0,80}本次执行)[^。；]{0,80}?执行")),
    ("中止执行", re.compile(r"中止[^。；]{0,40}执行")),
    ("不予执行", re.compile(r"不予执行")),
    ("驳回申请", re.compile(r"驳回[^。；]{0,20}执行申请")),
)
_FINISHED: Final = frozenset(["执行完毕", "和解履行完毕"])
_OPERATIVE: Final = re.compile(r"(?:裁定|通知|决定)如下[：:]?|现(?:将有关情况)?通知(?:如下)?[：:]?|结案方式[：:]")
# (2022)新28民初12号民事判决书已经发生法律效力 · 执行依据:…
_INSTRUMENT: Final = re.compile(r"执行依据[：:]?[^。]{0,6}$|(?:依据|根据|的|作出的?|执行|与|，|。|；|\n)[^。；]{0,8}$")
_IN_FORCE: Final = re.compile(
    r"[^。；]{0,30}?(?:判决|裁定|调解|裁决|公证|支付令|仲裁|决定)[^。；]{0,30}?(?:法律效力|生效|"
    r"申请执行|强制执行|一案|纠纷|为执行依据|确定)"
)
_TARGET: Final = re.compile(
    r"(?:执行标的|申请执行标的|标的额|标的|要求[^。；]{0,40}?(?:支付|给付|偿还|赔偿|履行)|"
    r"请求[^。；]{0,40}?(?:支付|给付|偿还|赔偿|履行)|应(?:当)?(?:支付|给付|履行|赔偿)|执行金额|"
    r"申请执行)[^。；元]{0,50}$"
)
_COLLECTED: Final = re.compile(
    r"(?:执行到位|已到位|到位金额|实际到位|已执行|执行回|扣划|划拨|已履行|已支付|已给付|已受偿|受偿|"
    r"领取|发放|收到)[^。；元尚未]{0,24}$"
)
_OPEN: Final = re.compile(r"(?:尚未|未|尚有|剩余|余款|尚欠|未能|未履行|未受偿)[^。；元，]{0,20}$")


@dataclass(frozen=True, slots=True)
class Enforcement:
    """What a ruling says, with places by field."""

    instrument: str | None
    closing: str | None
    target: Decimal | None
    collected: Decimal | None
    finished: bool
    places: tuple[tuple[str, int, int], ...]


def read_enforcement(text: str, numbers: list[tuple[int, int, str]], own: str | None) -> Enforcement:
    """Facts of one enforcement paper from its clean text and its case numbers."""
    places: list[tuple[str, int, int]] = []
    instrument = _instrument(text, numbers, own, places)
    closing = _closing(text, places)
    target, collected = _sums(text, places)
    finished = closing in _FINISHED or (target is not None and collected is not None and collected >= target > 0)
    return Enforcement(instrument, closing, target, collected, finished, tuple(places))


def _instrument(
    text: str, numbers: list[tuple[int, int, str]], own: str | None, places: list[tuple[str, int, int]]
) -> str | None:
    others = [(s, e, n) for s, e, n in numbers if n != own and not re.search(r"执|恢", n)]
    chosen = [x for x in others if re.search(r"执行依据[：:]?[^。]{0,12}$", text[max(x[0] - 24, 0) : x[0]])]
    chosen = chosen or [x for x in others if _IN_FORCE.match(text, x[1])] or others
    if not chosen:
        return None
    start, end, number = chosen[0]
    places.append(("instrument", start, end))
    return number


def _closing(text: str, places: list[tuple[str, int, int]]) -> str | None:
    found = find_closing(text)
    if found is None:
        return None
    places.append(("closing", *found[1:]))
    return found[0]


def find_closing(text: str) -> tuple[str, int, int] | None:
    """How an enforcement paper closes its case, with the place of the words; the operative part before the rest."""
    operative = [m.end() for m in _OPERATIVE.finditer(text)][-1:]
    for begin in [*operative, 0]:
        stop = len(text) if begin == 0 else min(len(text), begin + 200)
        hits = [(m.start(), m.end(), name) for name, pattern in _CLOSINGS if (m := pattern.search(text, begin, stop))]
        if hits:
            start, end, name = min(hits) if begin else hits[0]
            return name, start, end
    return None


def _sums(text: str, places: list[tuple[str, int, int]]) -> tuple[Decimal | None, Decimal | None]:
    target = collected = None
    for start, end, amount in find_amounts(text):
        before = text[max(0, start - 60) : start]
        before = re.split("[。；\n]", before)[-1]
        if _OPEN.search(before):
            continue
        if collected is None and _COLLECTED.search(before):
            collected = amount
            places.append(("collected", start, end))
        elif target is None and _TARGET.search(before) and not re.search("执行费|受理费|诉讼费", before[-14:]):
            target = amount
            places.append(("target", start, end))
    if collected is None and (
        none := re.search(
            r"(?:分文未|未执行到位(?:任何)?|执行到位(?:金额)?(?:为)?(?:0|零)元|未受偿|均未履行|全部未履行)", text
        )
    ):
        places.append(("collected", none.start(), none.end()))
        collected = Decimal(0)
    return target, collected
