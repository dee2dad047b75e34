"""One person's cells in a row → who is given (姓名、证件号码、性别、出生 …), and what is wrong or doubtful."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from yingjiu.pool.draft import PersonGiven
from yingjiu.values.dates import read_day
from yingjiu.values.disability import read_disability_card
from yingjiu.values.idcard import birth_of, read_id, sex_of
from yingjiu.values.names import COMPOUND_SURNAMES, is_masked, is_organisation, tidy_name
from yingjiu.values.regions import township_of

_BRACKETS: Final = re.compile(r"[(（\[【].*?[)）\]】]")
_DETAILS: Final = re.compile(r"[(（][^()（）]*[)）]")
_PHONE: Final = re.compile(r"[,，、:：]?(?:电话|手机)?[:：]?1\d{10}$")
_MANY: Final = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)?(?:人|名)?$")
NO_NAME: Final = frozenset({"无", "/", "-", "--", "—", "不详", "未知", "暂无", "空", "无名氏", "\\", "无姓名", "同上"})
_NO_ID: Final = re.compile(r"^[\u4e00-\u9fff/\\-]+$")
_FOREIGN: Final = re.compile(r"^(?:[A-Z]{1,3}\(?\d{6,9}\)?|[A-Z]{1,2}\d{8,10}|8[123]\d{16})$")
_ID_INSIDE: Final = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_JOINED: Final = re.compile(r"[、,，;；\n/]|\s{1,}(?=[\u4e00-\u9fff]{2})|\d[.．]")


@dataclass(slots=True)
class Someone:
    """One person of a row. ``broken`` says why the number given cannot be one; ``doubts`` are remarks in Chinese."""

    role: str
    name: str
    id_number: str | None = None
    sex: str | None = None
    birth: str | None = None
    township: str | None = None
    address: str | None = None
    phone: str | None = None
    relation: str = ""
    broken: str | None = None
    doubts: list[str] = field(default_factory=list)
    card: Any = None

    @property
    def is_identified(self) -> bool:
        """Whether the person can be told from namesakes: a number, or name, sex and birth."""
        return bool(self.id_number or (self.name and self.sex and self.birth))

    def given(self) -> PersonGiven:
        """The person as the pool takes it."""
        return PersonGiven(
            self.name,
            self.id_number,
            self.birth,
            self.sex,
            self.township,
            self.address,
            self.phone,
            is_masked(self.name),
        )


def tidy_person_name(text: str) -> str:
    """A name cell as a name: what stands in brackets (曾用名、已判决) and 等3人 is dropped; empty for 无, 不详.

    >>> tidy_person_name(" 张 三(曾用名张四)"), tidy_person_name("/")
    ('张三', '')
    """
    if not text or text in NO_NAME or text.isdigit():
        return ""
    if len(text) <= 4 and text.isalpha():
        return text
    if text.endswith(("人", "等", "名")):
        text = _MANY.sub("", text)
    return tidy_name(_PHONE.sub("", _BRACKETS.sub("", text)))


def close_name(text: str) -> str:
    """One name with spaces inside (欧阳 娜娜, 王  小明) without them; a cell of several names as it is.

    >>> close_name("欧阳 娜娜"), close_name("王 小明"), close_name("张三丰 李四")
    ('欧阳娜娜', '王小明', '张三丰 李四')
    """
    parts = text.split()
    spaced = len(parts) > 1 and (parts[0] in COMPOUND_SURNAMES or any(len(p) == 1 for p in parts))
    joined = "".join(parts)
    return (
        joined if spaced and joined.isalpha() and len(joined) <= (5 if parts[0] in COMPOUND_SURNAMES else 4) else text
    )


def split_people(name: str, number: str) -> list[tuple[str, str]]:
    """Several people in one cell, with the numbers of the next cell in the same order.

    Where there are as many numbers as people, organisations among the names have none. Numbers that do not match the
    names one to one are left out: ('', …) pairs are never made up.
    """
    names = split_cell(name)
    numbers = split_cell(number)
    if len(names) <= 1:
        return [(name, number)]
    if len(names) == len(numbers):
        return list(zip(names, numbers, strict=True))
    if sum(not is_organisation(tidy_person_name(n)) for n in names) == len(numbers):
        left = iter(numbers)
        return [(n, "" if is_organisation(tidy_person_name(n)) else next(left)) for n in names]
    return [(n, "") for n in names]


def split_cell(text: str) -> list[str]:
    """The parts of a cell that lists several names or numbers.

    >>> split_cell("张三、李四")
    ['张三', '李四']
    """
    if len(text) < 3:
        return [text] if text else []
    spaced = re.sub(r"(?<=[\dXx])\s+(?=\d{6})", "、", text)
    if "(" in spaced or "（" in spaced:
        spaced = _DETAILS.sub(lambda m: _JOINED.sub("\ue000", m[0]), spaced)
    return [p.strip().replace("\ue000", "、") for p in _JOINED.split(spaced) if p and p.strip(" .．")]


def read_person(role: str, cells: Mapping[str, str], sexes: Mapping[str, str]) -> Someone:
    """Read one person from the texts of its cells (姓名, 证件号码, 性别, 出生, 乡镇, 住址 …)."""
    name = cells.get("姓名", "")
    someone = Someone(role, tidy_person_name(name))
    if len(name) > 4 and (told := _DETAILS.search(name)):
        cells = {**_details(told[0][1:-1]), **{k: v for k, v in cells.items() if v}}
    _read_number(someone, cells.get("证件号码", ""))
    _read_sex_and_birth(someone, cells, sexes)
    _read_place(someone, cells)
    if phone := cells.get("电话"):
        someone.phone = phone.replace(" ", "")
    someone.relation = cells.get("关系", "")
    return someone


def _details(text: str) -> dict[str, str]:
    """Sex and birth written behind a name in brackets (女,1990年1月1日生)."""
    out: dict[str, str] = {}
    for part in re.split(r"[、,，;；\s]+", text):
        if part in {"男", "女"}:
            out["性别"] = part
        elif part.endswith(("生", "出生")) and (born := read_day(part.removesuffix("生").removesuffix("出"))):
            out["出生"] = born
    return out


def _read_number(someone: Someone, text: str) -> None:
    if not text:
        return
    found = read_id(text)
    if found.value is None and len(text) > 18 and len(inside := _ID_INSIDE.findall(text)) == 1:
        found = read_id(inside[0])
    if found.value:
        someone.id_number = found.value
        return
    if not found.problem:
        return
    if card := read_disability_card(text):
        someone.card = card
        someone.id_number = card.id_number
        someone.broken = card.problem
        return
    bare = text.replace(" ", "").upper()
    if "遮盖" in found.problem:
        someone.doubts.append("证件号码被遮盖,没有用来认人")
    elif _NO_ID.match(bare):
        return
    elif _FOREIGN.match(bare):
        someone.doubts.append("不是居民身份证号码,没有用来认人")
    else:
        someone.broken = found.problem


def _read_sex_and_birth(someone: Someone, cells: Mapping[str, str], sexes: Mapping[str, str]) -> None:
    sex_text, birth_text = cells.get("性别", ""), cells.get("出生", "")
    if sex_text:
        someone.sex = sexes.get(sex_text)
        if someone.sex is None and sex_text not in NO_NAME:
            someone.doubts.append(f"性别“{sex_text}”不认识,按不明处理")
    if birth_text:
        someone.birth = read_day(birth_text)
        if someone.birth is None and birth_text not in NO_NAME:
            someone.doubts.append("出生日期读不出来,按不明处理")
    number = someone.id_number
    if not number:
        return
    sex = sex_of(number)
    if someone.sex and someone.sex != sex:
        someone.doubts.append("性别与证件号码不一致")
    born = birth_of(number)
    birth = born.isoformat() if born else None
    if someone.birth and birth and not birth.startswith(someone.birth[:10]):
        someone.doubts.append("出生日期与证件号码不一致")
    else:
        someone.birth = birth
    someone.sex = sex


_PLACES: Final[dict[str, str | None]] = {}


def _read_place(someone: Someone, cells: Mapping[str, str]) -> None:
    town, village = cells.get("乡镇", ""), cells.get("村居", "")
    address = cells.get("住址") or cells.get("户籍地") or ""
    if not (town or village or address):
        return
    someone.township = _township(town) if town else None
    if someone.township is None and address:
        someone.township = _township(address)
    if not address:
        address = town + village
    elif town and town not in address and _township(address) is None:
        address = town + address
    someone.address = address.replace(" ", "") or None


def _township(text: str) -> str | None:
    """The township of a text, kept by text for short ones: a column repeats a few dozen."""
    if len(text) > 8:
        return township_of(text)
    if text not in _PLACES:
        if len(_PLACES) > 20_000:
            _PLACES.clear()
        _PLACES[text] = township_of(text)
    return _PLACES[text]
