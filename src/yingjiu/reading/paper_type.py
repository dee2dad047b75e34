"""Decides the type of a paper (文书类型) by its title; the file's name is only a hint where the title is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from yingjiu.catalog.lexicon import load_lexicon

OTHER: Final = "其他"
_BLANKS: Final = re.compile(r"[ \u3000\t]+")
_MARKS: Final = re.compile(r"[，。；：、]")
_SUFFIX: Final = re.compile(
    r"^[（(〔\[]?(?:副本|正本|样本|复印件|第[一二三四五六七八九十\d]+次|[\d一二三四五六七八九十]+|"
    r"存根)?[）)〕\]]?$"
)
# 刑事判决书（2021）…号 in one line; not 起诉书指控
_NUMBERED: Final = re.compile(r"$|[（(〔\[\d]|[\u4e00-\u9fff]{0,12}[〔（\[(]\d{4}")
# What only the body of one type says, for papers without a title.
_BODIES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("收条", re.compile(r"^.{0,30}(?:今|现|兹|已)?收到.{0,80}(?:元|赔偿款|现金)", re.S)),
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
    """A type and the place of the title in the clean text (both 0 where the title did not decide)."""

    type: str
    start: int = 0
    end: int = 0


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """All title words with their type, the longest first."""
    pairs = [(word, entry["类型"]) for entry in load_lexicon("文书类型") for word in entry["标题"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _title() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word, _ in _titles()))


@cache
def _type_of() -> dict[str, str]:
    return dict(_titles())


def find_type(text: str, name: str = "") -> TypeFound:
    """Type of a clean text: by a title line in its head, else by the file's name, else by its body."""
    at = 0
    for count, line in enumerate(text[:1500].split("\n")):
        if found := _read_title(line, at):
            return found
        at += len(line) + 1
        if count >= 12:
            break
    if found := _read_title(text[:60].split("。")[0], 0, loose=True):
        return found
    if by_name := _last_title(_BLANKS.sub("", name)):
        return TypeFound(by_name)
    return TypeFound(next((kind for kind, body in _BODIES if body.search(text[:6000])), OTHER))


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
    titles = list(_title().finditer(bare))
    if not titles:
        return None
    found = titles[-1]
    rest = bare[found.end() :]
    if not loose and not (_SUFFIX.match(rest) and not _MARKS.search(bare[: found.start()].rstrip("："))):
        return None
    if loose and (found.start() > 30 or _MARKS.search(bare[: found.start()]) or not _NUMBERED.match(rest)):
        return None
    return TypeFound(_type_of()[found[0]], at, at + len(line))


def _last_title(name: str) -> str | None:
    """The type a file's name tells: of the last title word in it."""
    stem = re.sub(r"\.[A-Za-z]{1,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    words = _title().findall(stem)
    return _type_of()[words[-1]] if words else None
