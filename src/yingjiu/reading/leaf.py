"""What one page of a volume shows of itself (一页的样子): title, counter, how it begins and ends, numbers that may be stamps.

A title stands alone in the first lines, below nothing but an office, numbers and counters. A numbered line, a quoted
name (《…》) and a line of a list name other papers and begin none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon
from yingjiu.reading.paper_type import find_title

_BLANK: Final = re.compile(r"\s+")
_COUNTERS: Final = (
    re.compile(r"第(\d{1,3})页[/／,，、;；（(]?共(\d{1,3})页"),
    re.compile(r"共(\d{1,3})页[/／,，、;；（(]?第(\d{1,3})页"),
    re.compile(r"^第(\d{1,3})页$"),
    re.compile(r"^[-—–－~·]+(\d{1,3})[-—–－~·]+$"),
    re.compile(r"^(\d{1,3})/(\d{1,3})$"),
)
_COUNT_LINE: Final = 26
_NUMBER: Final = re.compile(r"^\D{0,2}0*(\d{1,3})\D{0,2}$")
_TAIL: Final = re.compile(r"[\s]0*(\d{1,3})$|^0*(\d{1,3})[\t]")
_LISTED: Final = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．,，)）]|[（(][\d一二三四五六七八九十]{1,3}[）)]|附|《|[-—·•●*])"
)
_SENTENCE: Final = re.compile(r"[，。；：:;！？“”、《》]")
_COPY: Final = re.compile(r"[（(\[〔][^（）()]{1,12}[）)\]〕]$")
_TURN: Final = re.compile(r"^第[一二三四五六七八九十\d]{1,3}次|第[一二三四五六七八九十\d]{1,3}次$|\d{1,2}$")
_DAY: Final = re.compile(
    r"(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?.{0,4}$|[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$"
)
_SIGNED: Final = re.compile(
    r"(?:签名|签字|捺印|盖章|收款人|借款人|承诺人|申请人|谅解人|立据人|具条人|领款人|书记员|审判员|检察员|见证人|承办人|填表人|经办人)[:：（(]?.{0,14}$"
)
_CLOSED: Final = re.compile(
    r"以上笔录|笔录.{0,12}(?:看过|读过|宣读|核对)|(?:说|讲)的.{0,3}(?:相符|一样|一致)|以上.{0,6}属实|记录完毕"
)
_BLOCK: Final = re.compile(r"(?:时间|地点|询问人|讯问人|记录人|姓名|被询问人|被讯问人|辨认人|勘验|工作单位)")
_CONTINUES: Final = re.compile(
    r"^(?:[问答][:：]|[（(][二三四五六七八九2-9][）)]|[二三四五六七八九]、|[2-9][.．、]|[，。；、）》”]|第[一二三四五六七八九十百]{1,6}条|附[:：件录]|[（(]?此页无正文)"
)
_TOLD: Final = re.compile(r"[\u4e00-\u9fff]{3}")
_BODYLESS: Final = re.compile(r"\d|[（(]|中华人民共和国$")
_OFFICE: Final = re.compile(r"^[^（(]{2,16}?(?:局|院|队|所|中心|委员会|公司)(?=[\u4e00-\u9fff\d]{3})")
_CONTINUED: Final = re.compile(r"[（(]?续[页表前]?[）)]?$|续$|接上页")
_HEAD: Final = 7
_FEW: Final = 14


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """Words of one class of the list 卷内材料."""
    return tuple(word for entry in load_lexicon("卷内材料") if entry["类"] == kind for word in entry["词"])


@dataclass(frozen=True, slots=True)
class Title:
    """A title line: its bare words, whether they name a known kind of paper, how much its place speaks for it (0 to 2)."""

    words: str
    known: bool
    weight: float
    again: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it shows itself.

    Attributes:
        lines: without blanks around, stamps and counters; none for an empty page.
        title: its title line, if it has one.
        counter: its own page and how many there are (None: not told).
        untitled: what kind of paper without a title may begin here: 收到 称呼 证件 回单, else None.
        block: a record's head (time, place, who asks) stands in the first lines.
        ended: a day or a signature stands at its end.
        closed: the sentence that ends a record (以上笔录我看过) stands at its end.
        open: its last line, but for day and signature, breaks off inside a sentence.
        continues: it begins like the rest of something (an answer, an article, an appendix).
    """

    lines: tuple[str, ...]
    title: Title | None
    counter: tuple[int, int | None] | None
    untitled: str | None
    block: bool
    ended: bool
    closed: bool
    open: bool
    continues: bool

    @property
    def is_bare(self) -> bool:
        """Hardly any words: a page of photos or an empty one."""
        return sum(map(len, self.lines)) < 16

    @property
    def words(self) -> str:
        """The first lines as one."""
        return "".join(self.lines[:12])


def find_numbers(text: str) -> tuple[int, ...]:
    """Bare numbers in the first and last lines of a page: its stamp, or its own number."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    ends = lines if len(lines) <= 6 else [*lines[:3], *lines[-3:]]
    found = [int(m[1]) for line in ends if len(line) < 8 and "-" not in line and (m := _NUMBER.match(line))]
    found += [int(m[1] or m[2]) for line in lines[:2] if len(line) < _COUNT_LINE and (m := _TAIL.search(line))]
    return tuple(dict.fromkeys(n for n in found if n))


def repeated_lines(texts: Sequence[str]) -> frozenset[str]:
    """Lines that stand first or last on much of the pages (an office's name over every page): they tell nothing."""
    seen: Counter[str] = Counter()
    for text in texts:
        bare = [words for line in text.split("\n") if _TOLD.search(words := _BLANK.sub("", line))]
        seen.update({*bare[:1], *bare[-1:]})
    return frozenset(line for line, count in seen.items() if count >= max(5, 0.4 * len(texts)))


def without_lines(text: str, lines: frozenset[str]) -> str:
    """The text of a page without such lines."""
    if not lines:
        return text
    return "\n".join(line for line in text.split("\n") if _BLANK.sub("", line) not in lines)


def read_leaf(text: str, stamp: int | None) -> Leaf:
    """What a page shows; ``stamp`` is its number in the volume, where it is known (its line is taken out)."""
    lines, counter = _own_lines(text, stamp)
    bare = tuple(_BLANK.sub("", line) for line in lines)
    title, untitled = _find_title(lines, bare), _untitled(bare)
    return Leaf(
        lines=bare,
        title=title if title and (title.known or untitled != "证件") else None,
        counter=counter,
        untitled=untitled,
        block=len(_BLOCK.findall("".join(bare[:9]))) >= 2,
        ended=_is_ended(bare),
        closed=bool(_CLOSED.search("".join(bare[-5:]))),
        open=_is_open(bare),
        continues=bool(bare) and bool(_CONTINUES.match(bare[0])),
    )


def _is_ended(bare: tuple[str, ...]) -> bool:
    """A day or a signature at the end, at most a list of what is attached below it."""
    last = 8 if bare and _LISTED.match(bare[-1]) else 3
    return any(_DAY.search(line) or _SIGNED.search(line) for line in bare[-last:])


def _is_open(bare: tuple[str, ...]) -> bool:
    while bare and (_DAY.search(bare[-1]) or _SIGNED.search(bare[-1])):
        bare = bare[:-1]
    longest = max((len(line) for line in bare), default=0)
    return longest >= 20 and len(bare[-1]) >= longest - 3 and "\u4e00" <= bare[-1][-1] <= "\u9fff"


def _own_lines(text: str, stamp: int | None) -> tuple[list[str], tuple[int, int | None] | None]:
    """Lines without the stamp and the counters; the page's own counter."""
    lines = [line.strip() for line in text.replace("\u3000", " ").split("\n") if line.strip()]
    kept: list[str] = []
    counter: tuple[int, int | None] | None = None
    for at, line in enumerate(lines):
        edge = at < 4 or at >= len(lines) - 3
        if edge and stamp is not None:
            line = _without(line, stamp)
        bare = _BLANK.sub("", line)
        told = _counter(bare) if edge and len(bare) <= _COUNT_LINE else None
        if told is None and (at < 2 or at >= len(lines) - 2) and counter is None and re.fullmatch(r"\d{1,2}", bare):
            told = (int(bare), None)
        if told is not None:
            counter = told if counter is None or counter[1] is None else counter
            rest = re.sub(r"第?\s*\d+\s*页?\s*[/／,，]?\s*共?\s*\d*\s*页?|[-—–－~·\s]+", "", line)
            bare = line = rest if len(rest) > 2 else ""
        if bare:
            kept.append(line)
    return kept, counter


def _without(line: str, stamp: int) -> str:
    """The line without the stamped number: alone, or at its right or left end after a gap."""
    if (m := _NUMBER.match(line)) and int(m[1]) == stamp and "-" not in line:
        return ""
    return re.sub(rf"\s+0*{stamp}$|^0*{stamp}\s+", "", line)


def _counter(bare: str) -> tuple[int, int | None] | None:
    for at, pattern in enumerate(_COUNTERS):
        if m := pattern.search(bare):
            if at == 1:
                return int(m[2]), int(m[1])
            return int(m[1]), int(m[2]) if pattern.groups > 1 else None
    return None


def bare_title(line: str) -> str:
    """A title without blanks, office, copy marks and the count of records (某局询问笔录（第2次） → 询问笔录)."""
    words = _BLANK.sub("", line)
    for _ in range(2):
        words = _OFFICE.sub("", words)
        words = _COPY.sub("", words)
        words = _TURN.sub("", words)
    return words


def _find_title(lines: list[str], bare: tuple[str, ...]) -> Title | None:
    """The first title line; a title broken on two short lines too."""
    for at in range(min(_HEAD, len(bare))):
        line = bare[at]
        joined = line + bare[at + 1] if at + 1 < len(bare) and len(line) <= 12 and len(bare[at + 1]) <= 12 else ""
        for words, end in (
            (line, at + 1),
            ("" if _BODYLESS.match(line) or line.endswith(words_of("单位")) else joined, at + 2),
        ):
            if words and (found := _read_title(words)):
                weight = _weight(lines, bare, at, end)
                return Title(bare_title(words), found == "known", weight, bool(_CONTINUED.search(words)))
        if not _may_stand_above(line):
            return None
    return None


def _read_title(words: str) -> str | None:
    if not 2 <= len(words) <= 32 or _LISTED.match(words):
        return None
    core = bare_title(_CONTINUED.sub("", words))
    if _SENTENCE.search(core) or len(core) < 2:
        return None
    if find_title(core) is not None or core.endswith(words_of("题名")):
        return "known"
    if len(core) > 22 or re.search(r"\d", core):
        return None
    return "formed" if len(core) >= 3 and core.endswith(words_of("词尾")) else None


def _may_stand_above(line: str) -> bool:
    """An office, a number, a short mark: what stands above a title."""
    if len(line) <= 30 and line.endswith(words_of("单位")) and not _SENTENCE.search(line):
        return True
    return bool(re.search(r"[〔（(\[]\d{4}[）)〕\]].{0,10}号?$", line)) or (
        len(line) <= 8 and not _SENTENCE.search(line)
    )


def _weight(lines: list[str], bare: tuple[str, ...], at: int, end: int) -> float:
    """How much office, number, spacing and a copy mark around a line speak for its being a title."""
    office = any(bare[n].endswith(words_of("单位")) for n in range(at))
    after = bare[end : end + 2]
    number = any(re.search(r"[〔（(\[]\d{4}[）)〕\]].{0,10}号", line) for line in after)
    spaced = bool(re.fullmatch(r"\S(?:\s+\S)+", lines[at]))
    marked = bool(_COPY.search(bare[at]))
    return min(2.0, 0.8 * office + 1.2 * number + 0.8 * spaced + 0.5 * marked)


def _untitled(bare: tuple[str, ...]) -> str | None:
    if not bare:
        return None
    first = bare[0]
    if first.startswith(words_of("收到")) or (len(bare) <= 8 and re.search(r"(?:收到|付来|交来).{0,30}元", first)):
        return "收到"
    if re.match(rf"(?:{'|'.join(words_of('称呼'))}).{{0,12}}[:：]?$", first):
        return "称呼"
    text = "".join(bare)
    if len(bare) > _FEW or text.count("。") > 1:
        return None
    for kind, least in (("证件", 2), ("回单", 3)):
        if sum(word in text for word in words_of(kind)) >= least:
            return kind
    return None
