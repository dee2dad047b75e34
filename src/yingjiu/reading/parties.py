"""Reads what a paper says of a person beside the name (身份信息): sex, birth, number, household, address.

The facts stand in the party block (被告人X,男,1990年1月2日出生,公民身份号码…,住…) or in a bracket behind the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from yingjiu.reading.people import Person
from yingjiu.values.dates import read_day
from yingjiu.values.idcard import read_id

_LONGEST: Final = 260
# ,男,  （女性）: not 男子, 女儿
_SEX: Final = re.compile(r"([男女])(?<=[，,（(：:\s、].)性?(?=[，,）)。;；\s、]|$)")
# 1990年1月2日出生 · 出生日期:1990年1月2日 · 生于1990年1月
_BIRTH: Final = re.compile(
    r"((?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?)\s?(?:出?生|生于)|(?:出生(?:日期|年月)?(?:于|"
    r"[：:])?|生于)\s?((?:19|20)\d\d[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?)"
)
_ID: Final = re.compile(
    r"(?:身份证?件?(?:号码?|证号码?)?|身份号码|证件号码|身份证)[：:为是\s]{0,2}([\dXx×*＊]{15,18})|"
    r"(?<![\d])([1-9]\d{16}[\dXx])(?!\d)"
)
# 户籍地清溪县… · 户籍所在地:… · 户籍地址:…
_HOUSEHOLD: Final = re.compile(r"户籍(?:所在地|所在|地址|地)?(?:为|是|在)?[：:]?([^，。；,;（）()\n]{2,50})")
# 住清溪县… · 现住… · 住址:… ; not 住院
_ADDRESS: Final = re.compile(
    r"(?:[，,。；\s（(]|^|现)(?:现住址|家庭住址|现住所|现住地|现住|住址|住所地|住所|住|家住|居住地|"
    r"居住在|暂住地?|暂住)(?!院|宿费|房)[：:]?([^，。；,;（）()\n]{3,60})"
)

_NEXT_ROLE: Final = re.compile("被害人|被告人|犯罪嫌疑人|原告|被告|法定代理人|辩护人|委托|诉讼代理人|证人|当事人")


@dataclass(frozen=True, slots=True)
class Details:
    """What stands beside a name; each value with its place (start, end), empty where nothing is said."""

    sex: str | None = None
    birth: str | None = None
    id_number: str | None = None
    household: str | None = None
    address: str | None = None
    places: tuple[tuple[str, int, int], ...] = ()


NO_DETAILS: Final = Details()


def read_details(text: str, person: Person) -> Details:
    """Details of a person from the mention that says most; a block ends before the next role word."""
    best = NO_DETAILS
    for mention in person.mentions[:8]:
        at = mention.end + text.startswith(("\n（", "\n("), mention.end)  # the line broke before the bracket
        if text[at : at + 1] not in ("，", ",", "（", "(", "：", " ", "、"):
            continue
        found = _read_block(text, at, _block_end(text, at))
        if len(found.places) > len(best.places):
            best = found
        if best.id_number:
            break
    return best


def _block_end(text: str, start: int) -> int:
    line = text.find("\n", start)
    end = min(line if line >= 0 else len(text), start + _LONGEST)
    if text[start : start + 1] in ("（", "("):
        far = max(end, min(start + 120, len(text)))  # a line may break inside the bracket
        close = min((c for c in (text.find("）", start, far), text.find(")", start, far)) if c >= 0), default=end)
        inside = text[start:close]
        if _SEX.search(inside) or "出生" in inside or "身份" in inside:
            return close + 1
    role = _NEXT_ROLE.search(text, start, end)
    if role and not text[max(role.start() - 2, 0) : role.start()].endswith(("系", "系本", "本案", "是", "为")):
        return role.start()
    return end


def _read_block(text: str, start: int, end: int) -> Details:
    head = text[start : min(start + 48, end)]
    if not (_SEX.search(head) or "生" in head or "身份" in head or "住" in head or "户籍" in head):
        return NO_DETAILS
    places: list[tuple[str, int, int]] = []
    sex = _take(_SEX.search(text, start, end), "sex", places)
    birth = _take(_BIRTH.search(text, start, end), "birth", places)
    number = _take(_ID.search(text, start, end), "id_number", places)
    house = text.find("户籍", start, end)
    household = _take(_HOUSEHOLD.search(text, house, end) if house >= 0 else None, "household", places)
    lives = "住" in text[start:end] or "居" in text[start:end]
    address = _take(_ADDRESS.search(text, start, end) if lives else None, "address", places)
    person_id = _read_number(number) if number else None
    if not person_id:
        places = [p for p in places if p[0] != "id_number"]
    return Details(sex, read_day(birth.rstrip("./-")) if birth else None, person_id, household, address, tuple(places))


@lru_cache(maxsize=4096)
def _read_number(given: str) -> str | None:
    """A number of identity in its normal form; the papers of one case repeat the same few."""
    return read_id(given).value


def _take(found: re.Match[str] | None, name: str, places: list[tuple[str, int, int]]) -> str | None:
    if not found:
        return None
    group = next(i for i in range(1, len(found.groups()) + 1) if found[i])
    places.append((name, found.start(group), found.end(group)))
    return str(found[group]).strip()
