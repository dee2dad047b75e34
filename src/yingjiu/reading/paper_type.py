"""Decides the type of a paper (文书类型) by its title; the file's name is only a hint where the title is missing.

The types are those of the golden README; the finer name (题名) tells the papers of one type apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon

OTHER: Final = "其他"
_BLANKS: Final = re.compile(r"[ \u3000\t]+")
_MARKS: Final = re.compile(r"[，。；：、]")
# （副本） · （第二次） · （简易程序） · 第1次
_SUFFIX: Final = re.compile(
    r"^(?:副本|正本|样本|复印件|第[一二三四五六七八九十\d]+次|[\d一二三四五六七八九十]{1,2}|存根)?"
    r"(?:[（(〔\[][^（）()〔〕\[\]]{1,10}[）)〕\]])?$"
)
# 刑事判决书（2021）…号 in one line; not 起诉书指控
_NUMBERED: Final = re.compile(r"$|[（(〔\[\d]|[\u4e00-\u9fff]{0,12}[〔（\[(]\d{4}")
# What only the body of one type says, for papers without a title.
_BODIES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("收条", re.compile(r"^.{0,30}(?:今|现|兹|已)?收到.{0,80}(?:元|赔偿款|现金)", re.S)),
    (
        "银行回单",
        re.compile(
            r"^(?=.{0,400}(?:付款|汇款|转出)(?:人|方|账[户号]))(?=.{0,400}(?:收款|转入)(?:人|方|账[户号])).{0,400}(?:金额|流水号|用途|附言|摘要)[：:\s]",
            re.S,
        ),
    ),
    ("和解协议", re.compile(r"^.{0,12}协\s?议\s?书?\s.{0,300}(?:甲方|乙方|双方).{0,400}(?:赔偿|补偿|谅解)", re.S)),
    ("讯问笔录", re.compile(r"被讯问人[：:]")),
    ("询问笔录", re.compile(r"被询问人[：:\s]")),
    ("提请批准逮捕书", re.compile(r"特提请批准逮捕|提请批准逮捕")),
    ("起诉意见书", re.compile(r"经依法侦查(?:终结|查明)[^起]{0,4000}移送(?:审查)?起诉", re.S)),
    ("起诉书", re.compile(r"检察院.{0,2000}经依法审查查明.{0,4000}提起公诉", re.S)),
    ("刑事判决书", re.compile(r"公诉机关.{0,4000}(?:判决如下|犯.{1,12}罪，判处)", re.S)),
    ("执行裁定书", re.compile(r"申请执行人.{0,3000}裁定如下", re.S)),
    ("民事判决书", re.compile(r"原告.{0,4000}判决如下", re.S)),
    ("道路交通事故认定书", re.compile(r"道路交通事故.{0,1500}(?:当事人.{0,200}(?:承担|负).{0,20}责任)", re.S)),
    (
        "信访件",
        re.compile(
            r"^.{0,12}(?:尊敬的|检察院|检察长|院长|领导).{0,3000}(?:恳请|请求|希望|求|信访人|来信人|此致|反映)", re.S
        ),
    ),
    ("谅解书", re.compile(r"(?:本人|我们?|我方).{0,300}(?:表示|予以)谅解.{0,120}谅解人", re.S)),
)


@dataclass(frozen=True, slots=True)
class TypeFound:
    """A type and the place of the title in the clean text (both 0 where the title did not decide).

    ``title`` is the finer name (题名) where there is one: 批准逮捕决定书 of type 其他, 银行回单 of type 收条.
    """

    type: str
    start: int = 0
    end: int = 0
    title: str | None = None


@cache
def _titles() -> dict[str, tuple[str, str]]:
    """Every title word with its type and its finer name, the longest first."""
    named = {
        word: (entry["类型"], entry.get("题名", word)) for entry in load_lexicon("文书类型") for word in entry["标题"]
    }
    return dict(sorted(named.items(), key=lambda pair: -len(pair[0])))


@cache
def _title() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _titles())))


@cache
def _whole_title() -> re.Pattern[str]:
    """A title word that ends its line (or is followed by a copy mark only)."""
    return re.compile(f"({_title().pattern}){_SUFFIX.pattern.removeprefix('^')}")


def _named(word: str, start: int = 0, end: int = 0) -> TypeFound:
    """What a title word tells; a finer name that is only the type is none."""
    kind, title = _titles()[word]
    return TypeFound(kind, start, end, title if title != kind else None)


def find_type(text: str, name: str = "") -> TypeFound:
    """Type of a clean text: by a title line in its head, else by the file's name, else by its body."""
    lines = text[:1500].split("\n")[:13]
    at = 0
    for line in lines:
        if found := _read_title(line, at):
            return found
        at += len(line) + 1
    if found := _read_title(text[:60].split("。")[0], 0, loose=True) or _read_broken(lines):
        return found
    if word := _last_title(_BLANKS.sub("", name)):
        return _named(word)
    kind = next((kind for kind, body in _BODIES if body.search(text[:6000])), OTHER)
    return _named(kind) if kind in _titles() else TypeFound(kind)


def _read_broken(lines: Sequence[str]) -> TypeFound | None:
    """A title broken over short lines (刑事附带民事 / 判决书; one character a line)."""
    at = 0
    for count, line in enumerate(lines[:8]):
        joined, end = line, at + len(line)
        for other in lines[count + 1 : count + 6]:
            if len(joined) > 24 or len(other) > 12:
                break
            joined, end = joined + other, end + len(other) + 1
            if found := _read_title(joined, at):
                return replace(found, end=end)
        at += len(line) + 1
    return None


def find_title(head: str) -> TypeFound | None:
    """The title line among the first lines of a page's clean text, if there is one."""
    at = 0
    for line in head.split("\n")[:5]:
        if found := _read_title(line, at):
            return found
        at += len(line) + 1
    return None


def _read_title(line: str, at: int, *, loose: bool = False) -> TypeFound | None:
    """A title line is short, ends with the title word (or its copy mark) and holds no sentence."""
    bare = _BLANKS.sub("", line).strip()
    if not bare or (len(bare) > 44 and not loose):
        return None
    if not loose:
        whole = _whole_title().search(bare)
        if whole is None or _MARKS.search(bare[: whole.start()].rstrip("：")):
            return None
        return _named(whole[1], at, at + len(line))
    titles = list(_title().finditer(bare))
    if not titles:
        return None
    found = titles[-1]
    rest = bare[found.end() :]
    if found.start() > 30 or _MARKS.search(bare[: found.start()]) or not _NUMBERED.match(rest):
        return None
    return _named(found[0], at, at + len(line))


def _last_title(name: str) -> str | None:
    """The last title word in a file's name."""
    stem = re.sub(r"\.[A-Za-z]{1,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    words: list[str] = _title().findall(stem)
    return words[-1] if words else None
