"""Case numbers (案号、受理号、文书号): one written form for every way they are typed.

A number is compared in its normal form: half-width digits, one kind of bracket (（ ） for courts, 〔 〕 for offices, half-width
for a branch: 青公(刑)诉字), no spaces, no 第, no leading zeros, no 之一 (that marks a further ruling of the same case).
"""

from __future__ import annotations

import re
from typing import Final

_HALF: Final = str.maketrans("０１２３４５６７８９ＺＴＦＧ", "0123456789ZTFG")
_OPEN, _CLOSE = r"[（(〔［\[【﹝{]", r"[）)〕］\]】﹞}]"
_HAN: Final = r"[\u4e00-\u9fa5]"
_D: Final = r"[0-9０-９]"
_GAP: Final = r"[ \u3000\t]?"
_YEAR: Final = rf"{_OPEN}{_GAP}(?P<year>(?:[1１][9９]|[2２][0０]){_D}{_D}){_GAP}{_CLOSE}"
_FURTHER: Final = r"(?:之[一二三四五六七八九十0-9]{1,3}(?![年月日]))?"
# A court's number names a sort of suit; [2021]临鉴字第12号 of an expert does not.
_SUIT: Final = r"[刑民行执商知赔辖救破保调督特惩诉监强清仲]"
_COURT_TAIL: Final = re.compile(
    rf"{_GAP}(?=[^号\n]{{0,18}}?{_SUIT}){_HAN}{{1,4}}?{_GAP}{_D}{{0,4}}{_GAP}{_HAN}{{1,10}}?{_GAP}第?{_GAP}"
    rf"{_D}{{1,8}}{_GAP}号{_FURTHER}"
)
_OFFICE_TAIL: Final = re.compile(rf"{_GAP}第?{_GAP}[A-ZＺＴＦＧ]{{0,2}}{_D}{{1,14}}{_GAP}号{_FURTHER}")
_ANY_YEAR: Final = re.compile(_YEAR)
_PREFIX: Final = re.compile(rf"(?:{_HAN}|[（(]{_HAN}{{1,4}}[）)]){{2,24}}{_GAP}$")
# Words of the sentence that stand before a number: what follows the last of them is the number.
_BEFORE: Final = re.compile(r"机关|[院局号书的以据按由为对向与和及第见到将年月日称]")
_BEFORE_ORGAN: Final = re.compile(r"[经被于在并该本因持附发收文依照现查后过我送移受理诉案罪起件其至服]")
_BEFORE_OTHER: Final = re.compile(r"[经被于在服]")
_ORGAN: Final = re.compile(r"检|公(?!诉|安|证|民|司)")
_BRACKETED: Final = re.compile(rf"{_OPEN}((?:19|20)\d\d){_CLOSE}")
_BRANCH: Final = re.compile(rf"{_OPEN}({_HAN}{{1,4}}){_CLOSE}")
_SERIAL: Final = re.compile(r"第?([A-Z]{0,2})0*(\d+)号(?:之[一二三四五六七八九十0-9]+)?$")
_NO_MARK: Final = re.compile(rf"^{_OPEN}(?:19|20)\d\d{_CLOSE}{_HAN}{{1,4}}\d{{0,4}}{_HAN}{{1,8}}\d{{1,6}}$")
NOTHING: Final = frozenset({"无", "/", "-", "--", "—", "不详", "暂无", "未知", "空", "\\"})


def normalise_case_number(given: object) -> str | None:
    """One form for one number, None when the cell holds no number.

    >>> normalise_case_number("(2022)苏9921 刑初 0443号")
    '（2022）苏9921刑初443号'
    >>> normalise_case_number("青检刑诉受[2021]第001号")
    '青检刑诉受〔2021〕1号'
    >>> normalise_case_number("青公（刑）诉字〔2021〕12号"), normalise_case_number("(2021)苏0722执35号之一")
    ('青公(刑)诉字〔2021〕12号', '（2021）苏0722执35号')
    """
    text = re.sub(r"[\s\u200b\ufeff]+", "", str(given or "")).translate(_HALF)
    if not text or text in NOTHING:
        return None
    if _NO_MARK.match(text):
        text += "号"
    if text.endswith("号") or "号之" in text:
        text = _SERIAL.sub(r"\1\2号", text)
    found = _BRACKETED.search(text)
    if not found:
        return text
    brackets = "（{}）" if found.start() == 0 else "〔{}〕"
    before = _BRANCH.sub(r"(\1)", text[: found.start()])
    return before + brackets.format(found[1]) + text[found.end() :]


def find_case_numbers(text: str) -> list[tuple[int, int, str]]:
    """All case numbers in a text as (start, end, normal form), in order.

    >>> [n for _, _, n in find_case_numbers("本院以青检刑诉〔2021〕12号起诉书,依据(2019)苏0722民初12号判决")]
    ['青检刑诉〔2021〕12号', '（2019）苏0722民初12号']
    """
    found = []
    for year in _ANY_YEAR.finditer(text):
        if tail := _OFFICE_TAIL.match(text, year.end()):
            start = _office_start(text, year.start())
        else:
            tail, start = _COURT_TAIL.match(text, year.end()), year.start()
        if tail is None or start is None:
            continue
        number = normalise_case_number(text[start : tail.end()])
        if number:
            found.append((start, tail.end(), number))
    return found


def is_court_number(number: str) -> bool:
    """Whether a normal form is a court's number (（年份）…号)."""
    return number.startswith("（")


def year_of_number(number: str) -> int | None:
    """The year in a number's bracket.

    >>> year_of_number("青检刑诉〔2021〕12号")
    2021
    """
    found = _BRACKETED.search(number)
    return int(found[1]) if found else None


def _office_start(text: str, end: int) -> int | None:
    """Where an office's number begins whose year stands at ``end``; None when nothing that can be its name stands there."""
    found = _PREFIX.search(text, max(end - 24, 0), end)
    if not found:
        return None
    start = found.start()
    for cut in _BEFORE.finditer(found[0]):
        start = found.start() + cut.end()
    part = text[start:end]
    organ = next((m for m in _ORGAN.finditer(part) if m.start()), None) if "检" not in part else None
    if "检" in part:
        organ = re.compile("(?<=.)检").search(part)
    words = _BEFORE_ORGAN if organ else _BEFORE_OTHER
    stop = organ.start() if organ else len(part)
    first = max((m.end() for m in words.finditer(part, 0, stop)), default=0)
    if organ and first < organ.start():
        first = max(first, organ.start() - 4)
    start += first
    return start if end - start >= 2 else None
