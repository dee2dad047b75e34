"""Finds the charges (罪名) of a criminal paper and the cause (案由) of a civil one, the longest word of the lists."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.finder import find_words
from yingjiu.reading.zones import Zones

Found = tuple[int, int, str]


@cache
def _finder(name: str) -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    """Finder of a list's words in each way the marks between are written, with the list's own form."""
    forms = [
        (form, word)
        for word in load_lexicon(name)[name]
        for form in dict.fromkeys((word, word.replace("、", ""), word.replace("、", "，")))
    ]
    return AhoCorasick([form for form, _ in forms], matchkind=MatchKind.LeftmostLongest), tuple(forms)


# 涉嫌盗窃罪 · 涉嫌故意伤害一案 · 犯诈骗罪 · 盗窃案; 对盗窃的车辆 names no charge
_HOW: Final = re.compile(r"(?:涉嫌|犯有?)[“\"]?$")
_TAIL: Final = re.compile(r"[”\"]?(?:罪|[一二]?案|嫌疑)")


def find_charges(text: str, zones: Zones) -> list[Found]:
    """Charges in the order in which they are first named, appended articles left out.

    Returns:
        (start, end, charge) with the charge in the list's own form, each once.
    """
    found: dict[str, Found] = {}
    finder, forms = _finder("罪名")
    for index, start, end in find_words(finder, text):
        name = forms[index][1]
        if name in found or not (_TAIL.match(text, end) or _HOW.search(text, max(start - 4, 0), start)):
            continue
        if zones.kind_at(start) != "附录" and not _is_record(text, start):
            found[name] = (start, end, name)
    return sorted(found.values())


def find_cause(text: str) -> Found | None:
    """The first civil cause (案由) named; 抚养费 and 赡养费 also without 纠纷 before 一案."""
    finder, forms = _finder("案由")
    for index, start, end in find_words(finder, text):
        return start, end, forms[index][1]
    if m := re.search(
        (
            r"(赡养费?|抚养费|抚育费|扶养费?|民间借贷|离婚|买卖合同|借款合同|劳务合同|"
            r"机动车交通事故责任)(?=一案)"
        ),
        text,
    ):
        return m.start(1), m.end(1), m[1] + "纠纷"
    if m := re.search(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff、]{2,12}?纠纷(?=(?:一案|[一二]审))", text):
        return m.start(), m.end(), m[0]
    return None


# 2015年因犯盗窃罪被判处… tells an earlier sentence, not this charge.
_EARLIER: Final = re.compile(r"(?:曾因|前科|[12]\d{3}年[^，。；]{0,20}因犯?|刑满释放)[^，。；]{0,24}$")
_LATER: Final = re.compile(
    r"[^，。；]{0,6}[，,]?(?:于[^，。；]{0,24})?(?:被[^，。；]{0,24}(?:判处|判刑|行政拘留|劳动教养|"
    r"行政处罚))"
)


def _is_record(text: str, at: int) -> bool:
    """Whether a charge is named as an earlier conviction (前科)."""
    if not _EARLIER.search(text[max(at - 40, 0) : at + 2]):
        return False
    return (
        bool(re.search(r"判处|判刑|行政拘留|劳动教养|行政处罚|刑满", text[at : at + 60]))
        or "曾因" in text[max(at - 40, 0) : at]
    )
