"""Line breaks: which end a paragraph, which only end a line of the page; page numbers between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from yingjiu.texts.edits import Edit

_LEAST_WIDTH = 36
_FILLED = 0.86
_SENTENCE_END = frozenset("。！？；：!?;:…”』」")
_RUN_ON = frozenset("，、（《“〔,(")
_PAGE_NUMBER = re.compile(
    r"[ \t]*(?:"
    r"第[ \t]*[0-9]{1,4}[ \t]*页(?:[ \t，,/]*[(（]?共[ \t]*[0-9]{1,4}[ \t]*页[)）]?)?"
    r"|[-—–－―─~～·•—_]{1,3}[ \t]*[0-9]{1,4}[ \t]*[-—–－―─~～·•_]{1,3}"
    r"|[0-9]{1,3}[ \t]*/[ \t]*[0-9]{1,3}"
    r"|[Pp]age[ \t]*[0-9]{1,4}(?:[ \t]*of[ \t]*[0-9]{1,4})?"
    r"|[0-9]{1,3}"
    r"|[(（]?此页无正文[)）]?"
    r")[ \t]*"
)
_PAGE_SIGNS = frozenset("第-—–－―─~～·•_0123456789Pp(（此")  # with which the line of a page number begins
_MEASURE = re.compile(r"[元年月日号岁万余名次个份页人亩米%％时分]")
_TITLE = re.compile(r"[^，。：；、]{0,28}(?:书|笔录|[收欠借领]条|证明|登记表|审批表|清单|报告|函|决定|目录|协议)$")
_OFFICE = re.compile(
    r"[^，。：；、]{0,30}(?:法院|检察院|公安局|分局|派出所|司法局|司法所|支队|大队|委员会|鉴定中心|鉴定所)$"
)
_DATE = re.compile(r"(?:[12][0-9]{3}|二[〇○0零Oo一二三四五六七八九]{3})年.{1,3}月.{1,3}日$")
_CASE_NUMBER = re.compile(r"[^，。；：]{0,16}[（(〔\[［【](?:19|20)[0-9]{2}[）)〕\]］】][^，。；]{0,24}号$")
_PARTY = (
    "(?:原审)?(?:附带民事诉讼)?(?:被告人|被告单位|被告|原告人|原告|被害人|受害人|上诉人|被上诉人|犯罪嫌疑人|申请人"
    "|被申请人|申请执行人|被执行人|辩护人|法定代理人|委托代理人|委托诉讼代理人|诉讼代理人|被询问人|被讯问人|第三人|死者)"
)
_PARAGRAPH = re.compile(
    r"[问答][：:]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、．.](?![0-9])"
    rf"|{_PARTY}(?:[（(][^）)\n]{{1,20}}[）)])?[：:]?[^，,。；\n]{{1,12}}[，,](?:男|女|曾用名|绰号|又名|化名|[12][0-9]{{3}}年|公民身份|住)"
    r"|(?:原)?公诉机关|本院认为|经审理查明|经依法审查查明|审\s*判\s*[长员]|人民陪审员|书\s*记\s*员"
    r"|(?:时间|地点|询问人|讯问人|被询问人|被讯问人|记录人|收款人|收条人|签[名字]|姓名|性别|电话|联系电话|住址|案由|问|答)[：:]"
)
_HAN_COLUMN = re.compile(r"(?m)^[ \t]*[\u4e00-\u9fff][ \t]*(?:\n[ \t]*[\u4e00-\u9fff][ \t]*)+$")
_COLUMN_TITLES = re.compile(r"(?:审判长|代理审判员|审判员|人民陪审员|陪审员|法官助理|书记员|检察长|检察员)")
_BROKEN_LIST = """
被害人 被告人 受害人 嫌疑人 死者 赔偿 谅解 协议 调解 和解 损失 鉴定 死亡 重伤 轻伤 判决
裁定 附带民事 民事 履行 完毕 人民币 审查 检察院 法院 公安局 身份 号码 出生 家属 亲属
"""
_BROKEN_WORDS = frozenset((word[:at], word[at:]) for word in _BROKEN_LIST.split() for at in range(1, len(word)))
_BROKEN_STARTS = frozenset(before[-1] for before, _ in _BROKEN_WORDS)
_G = r"[ \n]*"
BROKEN_ID = re.compile(
    rf"(?<![0-9])[1-9](?:{_G}[0-9]){{5}}{_G}(?:1{_G}9|2{_G}0)(?:{_G}[0-9]){{2}}{_G}(?:0{_G}[1-9]|1{_G}[0-2])"
    rf"{_G}(?:0{_G}[1-9]|[12]{_G}[0-9]|3{_G}[01])(?:{_G}[0-9]){{3}}{_G}[0-9Xx](?![0-9A-Za-z])"
)
"""An 18-digit identity number with blanks or line breaks in it."""


def joined_lines(text: str) -> list[Edit]:
    """Edits that take out the line breaks of the page, page numbers and blank lines.

    A break goes where the line fills the page's width or stops in the middle of a sentence, and the next line begins
    no paragraph. Width is what most long lines of this text have in common.
    """
    if "\n" not in text:
        return []
    lines = _lines(text)
    edits = _columns(text) if any(len(line) == 1 for _, _, line, _ in lines) else []
    taken = {at for start, end, _ in edits for at in range(start, end)}
    width = _page_width(lines)
    for (_, end, line, before_width), (start, _, after, _) in pairwise(lines):
        if end in taken:
            continue
        filled = width > 0 and before_width >= width * _FILLED
        joins = _joins(line, after, filled=filled) or _breaks_word(line, after)
        new = "" if joins else "\n"
        if (start - end, new) != (1, "\n"):
            edits.append((end, start, new))
    return sorted([*edits, *_edges(text, lines)])


def _lines(text: str) -> list[tuple[int, int, str, int]]:
    """Start, end, words and width of the lines that say something: no blank ones, no page numbers."""
    found: list[tuple[int, int, str, int]] = []
    at = 0
    rows = text.split("\n")
    for number, row in enumerate(rows):
        line = row.strip(" \t")
        if line and not (len(row) < 24 and line[0] in _PAGE_SIGNS and _is_page_number(rows, number)):
            start = at + row.index(line[0])
            found.append((start, start + len(line), line, (len(line) + len(line.encode())) // 2))
        at += len(row) + 1
    return found


def _is_page_number(rows: list[str], number: int) -> bool:
    row = rows[number]
    if not _PAGE_NUMBER.fullmatch(row):
        return False
    if not row.strip(" \t").isdigit():
        return True
    before = rows[number - 1].rstrip() if number else ""
    after = rows[number + 1].lstrip() if number + 1 < len(rows) else ""
    return len(before) >= _LEAST_WIDTH // 2 or not _MEASURE.match(after)


def _page_width(lines: list[tuple[int, int, str, int]]) -> int:
    """The width that most long lines share; 0 where lines are too short to be wrapped."""
    widths = sorted(width for _, _, _, width in lines if width >= _LEAST_WIDTH)
    if not widths:
        return 0
    best, most = widths[-1], 1
    for number, width in enumerate(widths):
        alike = number + 1 - bisect_left(widths, width * 0.92)
        if alike >= most and alike > 1:
            best, most = width, alike
    return best


def _joins(line: str, after: str, *, filled: bool) -> bool:
    last = line[-1]
    if last in _SENTENCE_END or after[:2] in {"问：", "答：", "问:", "答:"}:
        return False
    if last in _RUN_ON or after[0] in "，。、；：）》”〕,":
        return True
    if not filled:
        return False
    if _PARAGRAPH.match(after) or _TITLE.match(after) or _DATE.match(after) or _CASE_NUMBER.match(after):
        return False
    return not (_OFFICE.fullmatch(after) or _CASE_NUMBER.match(line) or _DATE.match(line) or _TITLE.fullmatch(line))


def _breaks_word(line: str, after: str) -> bool:
    """A break inside one of the words rules live on, or inside an identity number."""
    last = line[-1]
    if last in _BROKEN_STARTS:
        return any((line[-left:], after[:right]) in _BROKEN_WORDS for left in (1, 2, 3) for right in (1, 2, 3))
    if last.isdigit() and after[0] in "0123456789Xx":
        return BROKEN_ID.search(f"{line[-30:]}\n{after[:30]}") is not None
    return False


def _columns(text: str) -> list[Edit]:
    """Words written downwards, one sign a line (审 / 判 / 员), become words."""
    edits: list[Edit] = []
    for match in _HAN_COLUMN.finditer(text):
        words = re.sub(r"\s", "", match.group())
        title = _COLUMN_TITLES.match(words)
        for number, gap in enumerate(re.finditer(r"[ \t]*\n[ \t]*", match.group().rstrip(" \t")), 1):
            if gap.start() and not (title is not None and number == title.end()):
                edits.append((match.start() + gap.start(), match.start() + gap.end(), ""))
    return edits


def _edges(text: str, lines: list[tuple[int, int, str, int]]) -> list[Edit]:
    """Blank lines, blanks and page numbers before the first and after the last line."""
    if not lines:
        return [(0, len(text), "")]
    edges = [(0, lines[0][0], ""), (lines[-1][1], len(text), "")]
    return [edge for edge in edges if edge[0] < edge[1]]
