"""Blanks inside a line: inside a word, around digits, between paragraphs, between words."""

from __future__ import annotations

import re

from yingjiu.texts.edits import Edit

_HAN = "\u3400-\u9fff〇"
_GAP = re.compile(r"[ \t]+")
_SPLIT_LIST = """
被害人 被告人 受害人 犯罪嫌疑人 嫌疑人 被告 原告 上诉人 辩护人 代理人 证人 死者 近亲属 法定代理人
被执行人 申请执行人 申请人 赔偿 谅解 谅解书 协议 协议书 调解 和解 补偿 赔付 支付 履行
完毕 损失 经济损失 死亡 重伤 轻伤 轻微伤 受伤 伤残 鉴定 鉴定意见 公安局 检察院 人民检察院
人民法院 法院 审查 起诉 判决 判决书 裁定 裁定书 公诉机关 人民币 公民身份号码 身份证 出生 民族
文化 户籍 户籍地 住址 家属 医疗费 丧葬费 抚养 扶养 赡养 困难 交通事故 故意伤害 故意杀人
抢劫 盗窃 诈骗 强奸 终结 执行 终结本次执行
"""
_SPLIT_WORDS = tuple(_SPLIT_LIST.split())
_LONGEST = max(map(len, _SPLIT_WORDS)) + 1
_SPLIT = re.compile("|".join("[ ]*".join(w) for w in sorted(_SPLIT_WORDS, key=len, reverse=True)))
_SPACED = re.compile(rf"(?<![{_HAN}0-9A-Za-z])[{_HAN}](?:[ \t]+[{_HAN}])+(?![{_HAN}0-9A-Za-z])")
_SPACED_DIGITS = re.compile(r"(?<![0-9.,])[0-9](?: [0-9]){2,}(?![0-9.,])")
_SIGNERS = (
    "审判长",
    "代理审判员",
    "审判员",
    "人民陪审员",
    "陪审员",
    "法官助理",
    "书记员",
    "检察长",
    "检察员",
    "检察官助理",
)
_SIGNERS_END = re.compile("^(?:" + "|".join(_SIGNERS) + ")")
_NEW_PART = re.compile(
    r"(?:代理)?审判[长员]|人民陪审员|陪审员|法官助理|书记员|代理书记员|检察[长员](?=[ \t])|检察官助理"
    r"|(?:[12][0-9]{3}|二[〇○0零Oo一二三四五六七八九]{3}) ?年"
    r"[ 0-9一二三四五六七八九十元]{1,5}月[ 0-9一二三四五六七八九十]{1,5}日"
    r"(?=[ \t]*(?:$|\n|书记员|法官助理|附))"
)
_CASE_NUMBER = re.compile(r"[（(〔\[](?:19|20)[0-9]{2}[）)〕\]]")
_BEFORE_A_DATE = frozenset("于在至从自到和与及、，（(是为：:即")
_HEAD_END = frozenset("院书号局会")
_STOP = frozenset("。；！？")
_INSIDE = frozenset("，、：（）《》“”‘’〔〕【】…—·,;:()[]<>/-*×")
_SINGLE_VALUES = frozenset("男女")


def close_gaps(text: str) -> list[Edit]:
    """Edits that take out or turn the blanks of a text.

    A blank after a full stop, or between the parts of a judgment's head or its signatures, becomes a line break (texts
    given as one line). Blanks beside digits and punctuation and inside spaced-out or broken words go. Others stay as
    one blank, or one tab between table cells.
    """
    if " " not in text and "\t" not in text:
        return []
    gaps = _gaps(text)
    inner = _inside_words(text, gaps)
    head = _head_length(text)
    edits: list[Edit] = []
    for start, end in gaps:
        new = inner.get(start)
        if new is None:
            new = _turned(text, start, end, in_head=start < head)
        if new != text[start:end]:
            edits.append((start, end, new))
    return edits


def _gaps(text: str) -> list[tuple[int, int]]:
    """The runs of blanks; found by jumping, as most papers have few."""
    if "\t" in text:
        return [match.span() for match in _GAP.finditer(text)]
    gaps: list[tuple[int, int]] = []
    start, length = text.find(" "), len(text)
    while start >= 0:
        end = start + 1
        while end < length and text[end] == " ":
            end += 1
        gaps.append((start, end))
        start = text.find(" ", end)
    return gaps


def _inside_words(text: str, gaps: list[tuple[int, int]]) -> dict[int, str]:
    """Starts of blanks that stand inside a spaced-out word ('判 决 书'), a known word or a spaced-out number."""
    inner: dict[int, str] = {}
    for first, last in _neighbourhoods([gap for gap in gaps if _may_split(text, *gap)]):
        for pattern in (_SPLIT, _SPACED_DIGITS):
            for match in pattern.finditer(text, first, last):
                if " " in match.group():
                    inner |= {match.start() + gap.start(): "" for gap in _GAP.finditer(match.group())}
        for match in _SPACED.finditer(text, first, last):
            _spaced_word(match, inner)
    return inner


def _may_split(text: str, start: int, end: int) -> bool:
    """Whether a blank may stand inside a word or a number: between two digits or two Chinese characters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if "0" <= before <= "9":
        return "0" <= after <= "9"
    return bool(before and after) and _is_han(before) and _is_han(after)


def _neighbourhoods(gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that hold all words with a blank in them, so that patterns need not run over the whole text."""
    found: list[tuple[int, int]] = []
    for start, end in gaps:
        first, last = max(0, start - _LONGEST), end + _LONGEST
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _spaced_word(match: re.Match[str], inner: dict[int, str]) -> None:
    words = match.group()
    gaps = list(_GAP.finditer(words))
    least = min(len(gap.group()) for gap in gaps)
    title = _SIGNERS_END.match(_GAP.sub("", words))
    for number, gap in enumerate(gaps, 1):
        apart = len(gap.group()) > 2 * least or (title is not None and number == title.end())
        if not apart and not _SINGLE_VALUES.intersection((words[gap.start() - 1], words[gap.end()])):
            inner[match.start() + gap.start()] = ""
        elif apart:
            inner[match.start() + gap.start()] = " "


def _head_length(text: str) -> int:
    stop = text.find("。")
    return min(len(text) if stop < 0 else stop, 400)


def _turned(text: str, start: int, end: int, *, in_head: bool) -> str:
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "\n" or after == "\n":
        return ""
    tab = "\t" in text[start:end]
    if before in _STOP:
        return "\t" if tab else "\n"
    if before == "：" and after in "一二三四五六七八九十" and text[end + 1 : end + 2] in {"、", "十"}:
        return "\n"
    if _starts_part(text, end, before, in_head=in_head):
        return "\t" if tab else "\n"
    return _left(before, after, tab=tab)


def _starts_part(text: str, end: int, before: str, *, in_head: bool) -> bool:
    if _NEW_PART.match(text, end) and not (text[end].isdigit() and before in _BEFORE_A_DATE):
        return True
    if not in_head or before not in _HEAD_END:
        return False
    return bool(_CASE_NUMBER.match(text, end)) or "\u4e00" <= text[end] <= "\u9fff"


def _left(before: str, after: str, *, tab: bool) -> str:
    if before in _INSIDE or after in _INSIDE or after in _STOP:
        return ""
    if tab:
        return "\t"
    if _is_han(before) and _is_han(after):
        return " "
    return "" if _is_han(before) or _is_han(after) else " "


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign == "〇"
