"""Numbers of scans that a person should hold against the paper (待核): identity numbers, sums, case numbers.

A number is doubtful where a check fails (check character, birth day, 大写 against digits, thousands separators, the year of a case
number), where it was repaired, or where its line was read unsurely. Nothing is changed here: the text stays as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yingjiu.texts.clean import CleanText, clean_text
from yingjiu.texts.page import GivenText, Line
from yingjiu.texts.repairs import is_sound_id, possible_ids
from yingjiu.values.casenumber import find_case_numbers
from yingjiu.values.masking import mask_id
from yingjiu.values.money import find_amounts, read_amount

_UNSURE = 0.8
_UNREADABLE = 0.7
_ID = re.compile(
    r"(?<![0-9A-Za-z])[0-9OoQDUIl|iZzSsBb丨][0-9OoQDUIl|iZzSsBbGgq丨Xx×χ]{16}[0-9OoQDIl|Xx×χKk](?![0-9A-Za-z])"
)
_LONG = re.compile(r"(?<=号码)[为是:：]?([0-9]{13,20}[Xx]?)(?![0-9A-Za-z])")
_WHOLE = (15, 18)
_SUM = re.compile(r"(?<![0-9.,，])[0-9][0-9OoIlSB,，.．]*[0-9OoIlSB](?=[万千]?[元圆])")
_RIGHT_SUM = re.compile(
    r"[0-9]+(?:[.．][0-9]{1,2})?|[0-9]{1,3}(?:[,，][0-9]{3})+(?:[.．][0-9]{1,2})?|[0-9]+[.．][0-9]{1,6}(?=万)"
)
_BIG = r"[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:[零壹贰叁肆伍陆柒捌玖]分)?[整正]?"
_SMALL = r"[0-9][0-9,，]*(?:[.．][0-9]{1,2})?万?"
_BETWEEN = r"(?:人民币|小写|大写|[（(\[：:￥¥，, ]){1,5}"
_PAIRS = (
    re.compile(rf"(?P<big>{_BIG}){_BETWEEN}(?P<small>{_SMALL})(?=元|[）)\]])"),
    re.compile(rf"(?<![0-9,，.])(?P<small>{_SMALL})元{_BETWEEN}(?P<big>{_BIG})"),
)
_YEAR = re.compile(r"[〔（(\[]([0-9OoQIlSBZ]{3,5})[〕）)\]](?=[^\n，。；〔（(]{0,20}[0-9]号)")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A number to be held against the paper.

    Attributes:
        page: from 1.
        start: first offset in the given text.
        end: offset after the last.
        what: 证件号码, 金额, 案号 or 整页.
        shown: the number, an identity number masked.
        why: what is wrong, Chinese.
        todo: what to do, Chinese.
    """

    page: int
    start: int
    end: int
    what: str
    shown: str
    why: str
    todo: str

    def __str__(self) -> str:
        """The line a clerk reads."""
        return f"第{self.page}页 {self.what}{f' {self.shown}' if self.shown else ''}:{self.why};{self.todo}"


def doubts_of(given: GivenText) -> tuple[Doubt, ...]:
    """Doubtful numbers of a file's recognised pages, in reading order; none of a file that was not recognised."""
    if given.method != "ocr":
        return ()
    clean = clean_text(given.text)
    recognised = {page.number for page in given.pages if page.lines}
    found = [*_poor_pages(given)]
    for maker in (_ids, _sums, _pairs, _case_numbers):
        found += [doubt for doubt in maker(given, clean) if doubt.page in recognised]
    seen: set[tuple[int, str]] = set()
    kept = []
    for doubt in sorted(found, key=lambda doubt: (doubt.start, doubt.what)):
        if (doubt.start, doubt.what) not in seen:
            seen.add((doubt.start, doubt.what))
            kept.append(doubt)
    return tuple(kept)


def _poor_pages(given: GivenText) -> Iterator[Doubt]:
    first = 0
    for page in given.pages:
        signs = sum(line.end - line.start for line in page.lines)
        if signs:
            sure = sum((line.end - line.start) * line.confidence for line in page.lines) / signs
            if sure < _UNREADABLE:
                why = f"识别把握只有{sure:.0%}"
                yield Doubt(
                    page.number, first, first + len(page.text), "整页", "", why, "请重新扫描(200-300 dpi、放平)"
                )
        first += len(page.text) + 1


def _ids(given: GivenText, clean: CleanText) -> Iterator[Doubt]:
    for match in _ID.finditer(clean.text):
        number = match.group()
        if sum(sign.isdigit() for sign in number) < 12:
            continue
        why, todo = _about_id(number, _mended(given, *clean.span(*match.span())))
        if why:
            yield _doubt(given, clean, match.span(), "证件号码", mask_id(number), why, todo)
    for match in _LONG.finditer(clean.text):
        if len(match[1]) in _WHOLE:
            continue
        why = f"有{len(match[1])}位,应为18位(或15位),可能漏认或多认"
        yield _doubt(given, clean, match.span(1), "证件号码", mask_id(match[1]), why, "请对照原件补正")


def _about_id(number: str, before: str | None) -> tuple[str, str]:
    if is_sound_id(number.upper()):
        if before is not None:
            return "原识别结果含字母,已改成校验码相符的数字(修复)", "请对照原件确认"
        return "", ""
    possible = possible_ids(number)
    if len(possible) == 1:
        at = next((n for n, (a, b) in enumerate(zip(number.upper(), possible[0], strict=True), 1) if a != b), 0)
        return (
            "校验码或出生日期不对",
            f"只有一种单字改法相符(第{at}位改为{possible[0][at - 1]}),没有采用,请对照原件确认",
        )
    return "校验码或出生日期不对,可能有一位认错", "请对照原件改正"


def _mended(given: GivenText, start: int, end: int) -> str | None:
    """What the recogniser gave for a stretch that was repaired."""
    first = 0
    for page in given.pages:
        if first <= end and start <= first + len(page.text):
            for line in page.lines:
                for one, other, old in line.mended:
                    if first + one < end and start < first + other:
                        return old
        first += len(page.text) + 1
    return None


def _sums(given: GivenText, clean: CleanText) -> Iterator[Doubt]:
    for match in _SUM.finditer(clean.text):
        number = match.group()
        after = clean.text[match.end() : match.end() + 1]
        if not number.isascii() or not number.isdigit():
            right = _RIGHT_SUM.fullmatch(number) or (after == "万" and re.fullmatch(r"[0-9]+[.．][0-9]{1,6}", number))
            if not right:
                why = "千分位或小数点不合写法,或夹有字母"
                yield _doubt(given, clean, match.span(), "金额", number, why, "请对照原件核对金额")
                continue
        if _mended(given, *clean.span(*match.span())) is not None:
            why = "原识别结果夹有字母,已改成数字(修复)"
            yield _doubt(given, clean, match.span(), "金额", f"{number}{after}", why, "请对照原件确认")
        elif _surely(given, *clean.span(*match.span())) < _UNSURE:
            yield _doubt(
                given, clean, match.span(), "金额", f"{number}{after}", "这一行识别把握不大", "请对照原件核对金额"
            )


def _pairs(given: GivenText, clean: CleanText) -> Iterator[Doubt]:
    for pattern in _PAIRS:
        for match in pattern.finditer(clean.text):
            big, small = read_amount(match["big"]), _small(match["small"])
            if big is not None and small is not None and big != small:
                why = f"大写({big}元)与小写({small}元)不一致"
                yield _doubt(given, clean, match.span(), "金额", match.group(), why, "请对照原件,以原件为准")


def _small(number: str) -> Decimal | None:
    found = find_amounts(f"{number}元")
    return found[0][2] if found else None


def _case_numbers(given: GivenText, clean: CleanText) -> Iterator[Doubt]:
    for match in _YEAR.finditer(clean.text):
        if not re.fullmatch(r"(?:19[5-9]|20[0-9])[0-9]", match[1]):
            yield _doubt(given, clean, match.span(), "案号", match.group(), "括号里不是年份", "请对照原件核对案号")
    for start, end, number in find_case_numbers(clean.text):
        if _surely(given, *clean.span(start, end)) < _UNSURE:
            yield _doubt(given, clean, (start, end), "案号", number, "这一行识别把握不大", "请对照原件核对案号")


def _surely(given: GivenText, start: int, end: int) -> float:
    """The least confidence of the lines that a stretch of the given text touches; 1 where none was recognised."""
    first, sure = 0, 1.0
    for page in given.pages:
        if first < end and start < first + len(page.text):
            touched: list[Line] = [ln for ln in page.lines if first + ln.start < end and start < first + ln.end]
            sure = min([sure, *(line.confidence for line in touched)])
        first += len(page.text) + 1
    return sure


def _doubt(
    given: GivenText, clean: CleanText, span: tuple[int, int], what: str, shown: str, why: str, todo: str
) -> Doubt:
    start, end = clean.span(*span)
    return Doubt(given.page_of(start), start, end, what, shown, why, todo)
