"""Reads the day a paper bears at its end (落款日期) and the number it bears at its head (文号、案号)."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.zones import Zones
from yingjiu.values.casenumber import find_case_numbers
from yingjiu.values.dates import find_days

_TAIL: Final = 400  # characters at the end in which the signature stands
_TIME: Final = re.compile(r"(?:时间|日期)[：:\s]{0,3}(?:自|从)?")
_RECORD_SIGN: Final = re.compile(r"[一二三四五六七八九〇○]{4}年")


def find_day(text: str, zones: Zones, paper_type: str) -> tuple[int, int, str] | None:
    """Day of a paper as (start, end, ISO): records (笔录) by their head, others by the last day that stands alone."""
    if paper_type.endswith("笔录") and (head := _TIME.search(text[:300])):
        days = find_days(text[head.end() : head.end() + 30])
        if days:
            start, end, day = days[0]
            return head.end() + start, head.end() + end, day
    appended = zones.of("附录")
    stop = appended[0].start if appended else len(text)
    begin = max(stop - _TAIL, 0)
    alone = [
        (s + begin, e + begin, d)
        for s, e, d in find_days(text[begin:stop])
        if _stands_alone(text, s + begin, e + begin)
    ]
    return alone[-1] if alone else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A dated signature ends its line and is not part of a sentence."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start].strip()
    after = text[end : end + 12].lstrip(" \u3000")
    if after and after[0] not in "\n（(书法本附速" and not after.startswith("书"):
        return False
    return len(before) <= 30 and not re.search(r"[，,；]", before[-16:])


def find_own_number(numbers: list[tuple[int, int, str]], text: str) -> tuple[int, int, str] | None:
    """The number in the head of the paper: alone on its line, within the first lines."""
    for start, end, number in numbers:
        if start > 240:
            break
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line = text[line_start : line_end if line_end >= 0 else len(text)].strip()
        if len(line) <= (end - start) + 10 or re.search(r"(?:编号|文号|案号|字号)[：:]?\s*$", text[line_start:start]):
            return start, end, number
    return None


def find_numbers(text: str) -> list[tuple[int, int, str]]:
    """All case numbers of the text, in order."""
    found: dict[int, tuple[int, int, str]] = {}
    for year in _YEAR.finditer(text):
        begin = max(year.start() - 28, 0)
        for start, end, number in find_case_numbers(text[begin : year.end() + 34]):
            if start + begin <= year.start() < end + begin:
                found.setdefault(year.start(), (start + begin, end + begin, number))
    return list(found.values())


# 〔2022〕 · （2022）: no case number stands without
_YEAR: Final = re.compile(r"[（(〔［\[【﹝{]\s?(?:19|20)\d\d\s?[）)〕］\]】﹞}]")
