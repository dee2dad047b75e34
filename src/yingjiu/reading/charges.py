"""Finds the charges (罪名) of a criminal paper and the cause (案由) of a civil one, the longest word of the lists."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.zones import Zones

Found = tuple[int, int, str]

# Words right after or before the name of a charge that make it this case's charge.
_BEFORE: Final = r"(?:涉嫌|因|犯|构成|以|系|认定为|触犯|即|的)"
_SINGLE: Final = r"[\u4e00-\u9fff、]"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(load_lexicon(name)[name], key=len, reverse=True)
    return re.compile("|".join(re.escape(w).replace("、", "[、，,]?") for w in words))


@cache
def _charge_place() -> re.Pattern[str]:
    """涉嫌盗窃罪 · 涉嫌故意伤害一案 · 犯诈骗罪 · 盗窃案: must not match 对盗窃的车辆."""
    name = _pattern("罪名").pattern
    return re.compile(rf"(?P<how>涉嫌|指控|因|犯有?|构成|以|触犯)?[“\"]?(?P<name>{name})[”\"]?(?P<tail>罪|(?:一|二)?案|嫌疑)?")


def find_charges(text: str, zones: Zones) -> list[Found]:
    """Charges in the order in which they are first named, appended articles left out.

    Returns:
        (start, end, charge) with the charge in the list's own form, each once.
    """
    found: dict[str, Found] = {}
    for m in _charge_place().finditer(text):
        if not m["tail"] and m["how"] not in ("涉嫌", "犯", "犯有"):
            continue
        if m["tail"] not in ("罪",) and m["how"] == "因" and not m["tail"]:
            continue
        if zones.kind_at(m.start()) == "附录":
            continue
        name = _normal(m["name"])
        if name not in found and not _is_record(text, m.start()):
            found[name] = (m.start("name"), m.end("name"), name)
    return sorted(found.values())


def find_cause(text: str) -> Found | None:
    """The first civil cause (案由) named; 抚养费 and 赡养费 also without 纠纷 before 一案."""
    if m := _pattern("案由").search(text):
        return m.start(), m.end(), m[0].replace("，", "、").replace(",", "、")
    if m := re.search(r"(赡养费?|抚养费|抚育费|扶养费?|民间借贷|离婚|买卖合同|借款合同|劳务合同|机动车交通事故责任)(?=一案)", text):
        return m.start(1), m.end(1), m[1] + "纠纷"
    if m := re.search(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff、]{2,12}?纠纷(?=(?:一案|[一二]审))", text):
        return m.start(), m.end(), m[0]
    return None


@cache
def _forms() -> dict[str, str]:
    return {w.replace("、", ""): w for w in load_lexicon("罪名")["罪名"]}


def _normal(given: str) -> str:
    bare = re.sub("[、，,]", "", given)
    return _forms().get(bare, given)


# 2015年因犯盗窃罪被判处… tells an earlier sentence, not this charge.
_EARLIER: Final = re.compile(r"(?:曾因|前科|[12]\d{3}年[^，。；]{0,20}因犯?|刑满释放)[^，。；]{0,24}$")
_LATER: Final = re.compile(r"[^，。；]{0,6}[，,]?(?:于[^，。；]{0,24})?(?:被[^，。；]{0,24}(?:判处|判刑|行政拘留|劳动教养|行政处罚))")


def _is_record(text: str, at: int) -> bool:
    """Whether a charge is named as an earlier conviction (前科)."""
    if not _EARLIER.search(text[max(at - 40, 0) : at + 2]):
        return False
    return bool(re.search(r"判处|判刑|行政拘留|劳动教养|行政处罚|刑满", text[at : at + 60])) or "曾因" in text[max(at - 40, 0) : at]
