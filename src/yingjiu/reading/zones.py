"""Finds the zones of a paper (文书的段落): the same word means different things in claim, finding and appended statute.

Rank of belief (law.md §3.3): 认为 and 查明 > 指控 > 诉称, 辩称 > 证据; 附录 (appended articles) is never a fact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.headings import HEADED, read_heading

KINDS: Final = (
    "首部",
    "当事人",
    "指控",
    "诉称",
    "辩称",
    "查明",
    "证据",
    "认为",
    "判决",
    "附录",
    "正文",
    "问",
    "答",
    "落款",
)


@dataclass(frozen=True, slots=True)
class Zone:
    """One stretch of ``clean.text`` of one kind."""

    kind: str
    start: int
    end: int


class Zones:
    """The zones of one paper: they follow each other without gap from 0 to the end of the text."""

    __slots__ = ("_kinds", "_starts", "_zones")

    def __init__(self, zones: Sequence[Zone]) -> None:
        self._zones = tuple(zones)
        self._starts = [zone.start for zone in self._zones]
        self._kinds = [zone.kind for zone in self._zones]

    def __iter__(self) -> Iterator[Zone]:
        return iter(self._zones)

    def __len__(self) -> int:
        return len(self._zones)

    def at(self, offset: int) -> Zone:
        """The zone that holds an offset (the last one for offsets at or after the end)."""
        return self._zones[max(bisect_right(self._starts, offset) - 1, 0)]

    def kind_at(self, offset: int) -> str:
        """Kind of the zone that holds an offset."""
        number = bisect_right(self._starts, offset) - 1
        return self._kinds[number if number > 0 else 0]

    def of(self, kind: str) -> tuple[Zone, ...]:
        """All zones of one kind, in order."""
        return tuple(zone for zone in self._zones if zone.kind == kind)


_BEGIN: Final = r"(?:^|(?<=[\n。；;：:\s\u3000]))"  # a zone begins where a sentence does
_WHO: Final = r"(?:被告人|被告|上诉人|原审被告人|犯罪嫌疑人|被申请人)"

# Each marker opens a zone; kinds that may follow each other in any order. Tried in this order at one place.
_MARKERS: Final[tuple[tuple[str, str], ...]] = (
    # 公诉机关河东县人民检察院。 · 被告人张某,男,… · 原告:李某 (must not match 被告人张某于2020年…)
    (
        "当事人",
        r"(?:原?公诉机关(?!指控|起诉|认为|提[供交起出]|当庭|出示|宣读|建议|据此|以|在|向|为)|(?:上诉人|原审被告人|犯罪嫌疑人|(?:第[一二三]|原审)?被告人?|(?:附带民事诉讼)?原告人?|自诉人|被害人|申请执行人|被执行人|被申请人)[：:]?[^，。,；\n（(]{2,12}[（(，,](?:[^，。\n]{0,20}[，,])?[男女](?:性)?[，,])",
    ),
    # 被告人张某辩称 · 被告人张某对指控的事实无异议 · 其辩护人提出
    (
        "辩称",
        rf"(?:{_WHO}[^，。\n]{{0,60}}(?:辩称|辩解|答辩|对[^，。\n]{{0,24}}(?:指控|起诉)[^，。\n]{{0,24}}(?:异议|认罪)|当庭(?:自愿)?认罪)|(?:庭审中[，,])?[^，。\n]{{0,30}}辩护人[^，。\n]{{0,24}}(?:提出|认为|辩称|辩护称|辩护意见|的意见)|其?辩护(?:人|意见)[：:])",
    ),
    # 河东县人民检察院指控: · 以…号起诉书指控被告人… · 公诉机关指控
    ("指控", r"[^，。\n]{0,24}(?:检察院|公诉机关|起诉书)(?:[^，。\n]{0,36}起诉书)?(?:当庭)?指控[：:，,\w]"),
    # 附带民事诉讼原告人李某诉称 · 原告张某向本院提出诉讼请求
    (
        "诉称",
        r"[^，。\n]{0,40}(?:诉称|向本院提出诉讼请求|诉请判令|诉讼请求[：:]|请求(?:本院|法院|依法)?判令|提起附带民事诉讼[，,](?:要求|请求))",
    ),
    # 经审理查明 · 经依法侦查,现查明 · 另查明 · 原判认定
    (
        "查明",
        r"(?:[^，。\n]{0,20}?(?:经|现)(?:本院|依法|开庭|公开|法庭|二审|重新|庭)*(?:审理|侦查|审查|开庭)(?:后)?[，,]?(?:现|可以)?(?:查明|认定)|现查明|(?:另|又|再|同时|还|并)经?(?:审理|审查|侦查)?查明|原(?:审|判)(?:判决|法院)?(?:认定|查明|经审理查明)|经?本院(?:审理)?查明|本院经审理查明|经审理认定|本院(?:经审理)?认定(?:如下|事实))",
    ),
    # 认定上述事实的证据如下 · 上述事实,有…证实
    (
        "证据",
        r"(?:认定|证明|证实)(?:上述|以上)(?:犯罪)?事实的|(?:上述|以上)(?:犯罪)?事实[，,](?:被告人|有|原审|且|足)|(?:上述|以上)(?:犯罪)?事实有|上述证据",
    ),
    # 本院认为 · 综上所述,犯罪嫌疑人…的行为
    (
        "认为",
        r"(?:(?:经(?:依法)?审查[，,])?本院(?:经)?(?:依法)?(?:审查|审理)?(?:后)?认为|经(?:本院)?审查(?:后)?认为|综上所述?[，,]|综上[，,](?=犯罪嫌疑人|被告人|本院|我局|其行为|该)|(?:我|本)局认为|本院综合)",
    ),
)
# Civil and enforcement papers: parties without sex, the defence of an insurer, what the court takes to be so.
_CIVIL_TYPES: Final = frozenset(["民事判决书", "执行裁定书", "结案通知书", "调解协议"])
_CIVIL_MARKERS: Final[tuple[tuple[str, str], ...]] = (
    (
        "当事人",
        r"(?:原告|被告|第三人|申请执行人|被执行人|申请人|被申请人|异议人|案外人|上诉人|被上诉人|再审申请人|被害人|法定代理人|法定代表人|委托(?:诉讼)?代理人)(?:（[^）\n]{1,24}）)?[：:]",
    ),
    (
        "诉称",
        r"[^，。\n]{0,40}(?:诉称|向本院提出[^，。\n]{0,6}请求|提出如下诉讼请求|诉讼请求|诉请)|事实(?:和|与|及)理由[：:]",
    ),
    ("首部", r"[^，。\n：:]{2,80}一案[，,][^。\n]{0,60}(?:立案|受理)[^。\n]{0,30}审理"),
    (
        "辩称",
        r"[^，。\n]{0,40}(?:辩称|述称|答辩称|(?:未|没有)(?:作|提交|提出|进行)?(?:书面)?答辩|未到庭|提交了?(?:书面)?答辩)",
    ),
    (
        "查明",
        r"[^。\n]{0,60}本院(?:对[^，。\n]{0,20})?(?:确认|认定)(?:的)?(?:如下)?(?:案件|法律|以下)?事实|本院(?:在|依据|根据|依法|立案)*(?:执行|受理)[^。\n]{0,120}一案|(?:本院)?(?:在)?(?:本案)?(?:依法)?(?:强制)?执行(?:过程)?中[，,]|[^，。\n：:]{2,80}一案[，,]|经?本院(?:依法|审理|调查|经审查|另)*查明",
    ),
)
_CIVIL: Final = re.compile("|".join(f"(?P<z{i}>{pattern})" for i, (_, pattern) in enumerate(_CIVIL_MARKERS)))
_MARKER: Final = re.compile("|".join(f"(?P<z{i}>{pattern})" for i, (_, pattern) in enumerate(_MARKERS)))
_ANY_START: Final = re.compile(r"(?:^|[\n。；;：: \u3000])[\s\u3000]*(?=[\u3400-\u9fff（【\d])")
_STARTS: Final = re.compile(r"(?:^|[\n。；;：: \u3000])[\s\u3000]*(?=[\u3400-\u9fff])")
# The same but for the text's first sentence: a choice of signs alone is found much faster.
_LATER_STARTS: Final = re.compile(r"[\n。；;：: \u3000][\s\u3000]*(?=[\u3400-\u9fff])")
_LATER_ANY_START: Final = re.compile(r"[\n。；;：: \u3000][\s\u3000]*(?=[\u3400-\u9fff（【\d])")
# 判决如下 · 裁定如下 · 决定如下: the last one is the paper's own
_VERDICT: Final = re.compile(r"(?:判决|裁定|决定)(?:如下|[：:](?=\s*(?:一|驳回|维持|撤销|被告)))")
# 审判长某某 · 此致 · 如不服本判决 ends the verdict
_SIGNED: Final = re.compile("代理审判[长员]|人民审判[长员]|审判[长员]|此致|如不服本(?:判决|裁定)")
_BEGINS: Final = frozenset("。；;：:")
# What the first clause of a part holds, whatever begins it: most sentences need no closer look.
_CLAUSE_STOP: Final = re.compile("[，。\n]")
_PART_SIGN: Final = re.compile(
    "辩|异议|认罪|指控|诉称|诉讼|诉请|判令|查明|认定|审理|侦查|审查|开庭|上述|以上|认为|综上|综合|公诉机关|被告|原告|"
    "上诉人|嫌疑人|自诉人|被害人|执行人|申请人|庭审中"
)
# 附:相关法律条文 · (附页) · 本案适用的法律条文
_APPENDED: Final = re.compile(
    r"附?[：:]?(?:本案|本判决|本裁定|判决)?(?:所)?(?:相关|适用|引用|援引|依据|涉及|"
    r"有关)的?(?:主要)?法律(?:条文|条款|法规|规定|依据)|附(?:页|件|录)?[）)]?[：:]?\s?(?:本案|"
    r"相关|适用|法律|《)|[（(]附页[）)]|法律条文[：:]|"
    r"《中华人民共和国刑法》[：:]?\s*第[一二三四五六七八九十百]+条"
)
_QUESTION: Final = re.compile(r"(?:^|(?<=[\n。；;：:？?！!\s\u3000]))(?P<kind>问|答)\s?[：:]")
# 三、鉴定意见: · 鉴定意见为
_CONCLUSION: Final = re.compile(
    rf"{_BEGIN}(?:[一二三四五六七八九十\d]+[、.．]|（[一二三四五六七八九十\d]+）)?\s?"
    r"(?:鉴定意见|鉴定结论|检验意见|检验结论|检验鉴定结论|评定意见|评定结论|认定结论|价格认定结论|结论|意见)(?:[：:\s]|为[：:])"
)
# After the conclusion: who signed, what is attached.
_OPINION_END: Final = re.compile(
    r"(?:^|\n)\s*(?P<signed>(?:司法|主检|复核|法医|主任|副主任|授权签字|第一|第二)*(?:鉴定|检验|评定|价格认定)?人(?:员)?[：:]|(?:主任|主检)?法医师)|"
    r"(?:^|\n)\s*(?P<added>附(?:件|注|录|图)?[：:]|注[：:]|[一二三四五六七八九十]{1,2}[、.]\s?(?:落款|附件))"
)
# 2023年2月2日韦老三驾车… · 双方因…: where the party block of a civil paper ends without a heading
_STORY: Final = re.compile(
    r"(?:19|20)\d\d年\d{1,2}月[^，。\n]{0,30}[，,]|因[^，。\n]{2,40}(?:纠纷|事故|一事|一案)|(?:上列|上述|以上)(?:当事人|各方|双方)|(?:甲乙)?双方(?:当事人)?因"
)
# 自愿达成如下协议 · 双方达成协议如下: the terms of a mediation are neither finding nor verdict
_TERMS: Final = re.compile(
    r"[^。；\n]{0,60}(?:达成|签订|订立)(?:了)?(?:如下|以下)[^。；\n]{0,8}协议|[^。；\n]{0,60}达成[^。；\n]{0,8}协议(?:如下|内容|[：:])|(?:调解|和解)?协议(?:内容|条款)?如下"
)
# 2021年6月13日 alone at the end
_DATED: Final = re.compile(
    r"\n[^\n]{0,30}\n?[^\n]{0,4}(?:\d{4}|"
    r"[〇○零ＯO一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\s*$"
)

_SECTIONED: Final = frozenset(
    [
        "提请批准逮捕书",
        "审查逮捕意见书",
        "起诉意见书",
        "起诉书",
        "刑事判决书",
        "民事判决书",
        "执行裁定书",
        "结案通知书",
        "不起诉决定书",
        "撤诉决定书",
        "其他",
        "调解协议",
        "道路交通事故认定书",
    ]
)


def find_zones(text: str, paper_type: str) -> Zones:
    """Zones of a clean text by the type of its paper; a text without any marker is one zone 正文."""
    if not text:
        return Zones([Zone("正文", 0, 0)])
    if paper_type.endswith("笔录") or (paper_type in ("其他", "信访件") and len(_QUESTION.findall(text, 0)) >= 4):
        return Zones(_dialogue(text))
    if paper_type == "鉴定意见":
        return Zones(_opinion(text))
    if paper_type in _SECTIONED:
        return Zones(_sections(text, paper_type))
    return Zones(_plain(text))


def _build(opened: list[tuple[int, str]], length: int) -> list[Zone]:
    """Zones from (start, kind) marks in order; neighbours of one kind are joined."""
    zones: list[Zone] = []
    for (start, kind), (end, _) in zip(opened, [*opened[1:], (length, "")], strict=True):
        if end <= start:
            continue
        if zones and zones[-1].kind == kind:
            zones[-1] = Zone(kind, zones[-1].start, end)
        else:
            zones.append(Zone(kind, start, end))
    return zones or [Zone("正文", 0, length)]


def _dialogue(text: str) -> list[Zone]:
    """Questions and answers; a statement written in one piece is all told."""
    opened = [(m.start(), m["kind"]) for m in _QUESTION.finditer(text)]
    return _build([(0, "首部"), *opened], len(text)) if opened else _plain(text)


def _opinion(text: str) -> list[Zone]:
    """Only the last conclusion decides; signatures and annexes follow it."""
    places = [m.start() for m in _CONCLUSION.finditer(text)]
    if not places:
        return _plain(text)
    opened = [(0, "正文"), (places[-1], "认为")]
    if ended := _OPINION_END.search(text, places[-1]):
        opened.append((ended.start(), "落款" if ended["signed"] else "附录"))
    return _build(opened, len(text))


def _plain(text: str) -> list[Zone]:
    signed = _DATED.search(text)
    return _build([(0, "正文")] + ([(signed.start(), "落款")] if signed and signed.start() else []), len(text))


def _sections(text: str, paper_type: str) -> list[Zone]:
    verdicts = [m.start() for m in _VERDICT.finditer(text)]
    appended = _find_appended(text, verdicts[0] if verdicts else len(text) // 2)
    verdict = max((v for v in verdicts if v < appended), default=appended)
    opened = _open_parts(text, verdict, paper_type)
    if len(opened) == 1 and verdict == len(text):
        return _plain(text)
    if verdict < appended:
        opened.append((verdict, "判决"))
    signed = _find_signed(text, verdict if verdict < appended else opened[-1][0])
    if 0 <= signed < appended:
        opened.append((signed, "落款"))
    if appended < len(text):
        opened.append((appended, "附录"))
    return _build(opened, len(text))


def _open_parts(text: str, end: int, paper_type: str) -> list[tuple[int, str]]:
    """Where the parts before the verdict begin, by their headings and by the words with which they begin."""
    headed, civil = paper_type in HEADED, paper_type in _CIVIL_TYPES
    opened = [(0, "首部")]
    for at in _sentence_starts(text, end, headed=headed):
        if headed and (heading := read_heading(text, at, end)):
            opened.append((at, _TOLD_BY_PARTIES.get((paper_type, heading[0]), heading[0])))
            continue
        kind = _read_marker(text, at, end, civil=civil)
        if civil and kind is None and opened[-1][1] == "当事人" and _STORY.match(text, at, end):
            kind = "正文"
        if kind and at >= opened[-1][0] and _may_follow(kind, opened[-1][1]):
            opened.append((at, kind))
    return opened if {kind for _, kind in opened} - {"首部", "正文"} else opened[:1]


def _sentence_starts(text: str, end: int, *, headed: bool) -> Iterator[int]:
    """Where sentences begin up to an offset; a heading may begin with a number or a bracket, too."""
    first = (_ANY_START if headed else _STARTS).match(text, 0, end)
    if first:
        yield first.end()
    for found in (_LATER_ANY_START if headed else _LATER_STARTS).finditer(text, first.end() if first else 0, end):
        yield found.end()


# An accident report says in its party block who died and who was hurt.
_TOLD_BY_PARTIES: Final = {("道路交通事故认定书", "当事人"): "正文"}


def _read_marker(text: str, at: int, end: int, *, civil: bool) -> str | None:
    """Kind of the part that the words at a place begin."""
    stop = _CLAUSE_STOP.search(text, at, min(at + 120, end))
    if _PART_SIGN.search(text, at, stop.start() if stop else min(at + 120, end)) and (
        found := _MARKER.match(text, at, end)
    ):
        return _MARKERS[int(str(found.lastgroup)[1:])][0]
    if not civil:
        return None
    if found := _CIVIL.match(text, at, end):
        return _CIVIL_MARKERS[int(str(found.lastgroup)[1:])][0]
    return "正文" if _TERMS.match(text, at, end) else None


def _may_follow(kind: str, before: str) -> bool:
    """The party block stands at the head; in the opinion the court only repeats what parties said."""
    if kind == "当事人":
        return before in ("首部", "当事人")
    return before != "认为" or kind not in ("辩称", "指控", "诉称")


def _find_appended(text: str, after: int) -> int:
    """Where the appended articles begin, or the end of the text."""
    signed = _find_signed(text, after)
    found = _APPENDED.search(text, signed) if signed >= 0 else None
    return found.start() if found else len(text)


def _find_signed(text: str, after: int) -> int:
    """Where the signatures begin, -1 where there are none."""
    for found in _SIGNED.finditer(text, after):
        start = found.start()
        if start == 0 or (before := text[start - 1]) in _BEGINS or before.isspace():
            return start
    return -1
