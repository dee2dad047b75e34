"""How a victim is (人的状况): injury, disability grade, labour lost, dependence on care, urgent treatment, psychological harm.

Each is a statement with its polarity and the victim it is about: 不构成伤残 is ``-``, what is told of the defendant or of
somebody's relative is ``0``, and so is urgent treatment that is over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from yingjiu.reading.grade_list import SIGN, grades_before
from yingjiu.reading.injury import Injury
from yingjiu.reading.owners import Owners, Whose
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.spots import Spot
from yingjiu.values.dates import find_days

_SKIPPED: Final = frozenset(["附录", "首部", "问", "落款", "当事人"])
_CLAIMED: Final = frozenset(["辩称", "诉称"])

_DIGITS: Final = "一二三四五六七八九"
_LEVEL: Final = (
    {sign: sign for sign in _DIGITS + "十"}
    | {str(i): sign for i, sign in enumerate(_DIGITS, 1)}
    | dict(zip("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", _DIGITS + "十", strict=True))
    | dict(zip("壹贰叁肆伍陆柒捌玖拾", _DIGITS + "十", strict=True))
    | {
        "10": "十",
        "IX": "九",
        "X": "十",
        "VIII": "八",
        "VII": "七",
        "VI": "六",
        "V": "五",
        "IV": "四",
        "III": "三",
        "II": "二",
        "I": "一",
    }
)
_ORDER: Final = _DIGITS + "十"
_GRADES: Final = re.compile(rf"({SIGN})[）)]?级")
# 伤残|等级为九级 · 残疾|程度评定为Ⅸ级
_BEHIND: Final = re.compile(
    rf"(?:等级|程度|级别|评定|鉴定)*(?:分别)?(?:鉴定|评定|认定|被?评)?(?:意见)?(?:为|属于?|构成|达到?|是|系|：|:)*(?:[一二两三四五]?[个处])?[（(“]?(?P<all>{SIGN}级(?:[^。；，]{{0,3}}[、和及]{SIGN}级)*)"
)
_NOT: Final = re.compile(
    r"(?:不构成|未构成|未达到?|达不到|不属于?|不足以构成|不评定|未评上|构不成|够不上)[^，。；]{0,6}$"
)
_CARD: Final = re.compile(
    rf"(?P<kind>肢体|视力|听力|言语|智力|精神|多重)(?:残疾)?(?:等级)?(?:为)?(?P<level>{SIGN})级(?:残疾)?|"
    rf"(?P<kind2>肢体|视力|听力|言语|智力|精神|多重)残疾[（(，]?(?:等级)?(?:为)?(?P<level2>{SIGN})级"
)
_MAIMED: Final = re.compile(r"(?:终身|落下|留下|造成|导致|严重|身体|肢体|致其?|因伤)[^，。；人]{0,4}$")
_NO_STATE: Final = ("人", "赔", "辅", "的，", "证", "者", "金", "用", "生活")
_LOST: Final = re.compile(
    r"(?P<no>未|没有|并未|尚未)?(?P<how>完全|大部分|大部份|绝大部分|部分|部份|基本|全部)?(?:丧失|失去|无|没有|不具备|不具有)(?:了)?"
    r"(?P<how2>完全|大部分|大部份|部分|部份|全部|任何|基本)?(?:的)?$"
)
_LOST_BEHIND: Final = re.compile(r"(?:的)?(?P<how>完全|大部分|大部份|部分|部份|全部|基本)?丧失(?!程度)")
_LABOUR_DECOY: Final = re.compile(r"程度|鉴定|的成年|又无|或者|的人[，、或的]|的近亲属|的(?:残疾|老年)")
_CARE: Final = re.compile(r"(?P<how>完全|大部分|大部份|部分|部份|终身|长期|一级|二级|三级)?(?:的)?$")
_CARE_BEHIND: Final = re.compile(
    r"(?:程度|等级|级别)?(?:鉴定|评定)?(?:为|属于?|：|:)?(?P<how>完全|大部分|大部份|部分|部份|一级|二级|三级)"
)
_CARE_LEVEL: Final = {"一级": "完全", "二级": "大部分", "三级": "部分", "大部份": "大部分", "部份": "部分"}
_NO_CARE: Final = re.compile(r"(?:无|不需要?|不存在|没有|未达到?|不构成|无需)[^，。；]{0,4}$")
_ALONE: Final = re.compile(r"(?P<part>部分|基本|大部分)?(?:完全)?(?:不能|无法|难以|失去|丧失|不可)(?:完全)?(?:生活)?$")
_NO: Final = re.compile(
    r"(?:未见|未|无|没有|不存在|排除|不构成|并非|不是|未患|未出现|否认|防止|避免|不致|未造成)[^，。；]{0,8}$"
)
_DEED: Final = re.compile(r"(?:预防|企图|欲|扬言|威胁|以|假装|声称|称要)[^，。；]{0,4}$")
_DAYS: Final = re.compile(
    r"(?:治疗|救治|观察|医治|护理|期间|时间|共计?|合计|了|抢救|至今|已|达|累计|天数|为)*"
    r"(\d{1,4}|[一二三四五六七八九十百零两]{1,5})(?:余)?[天日](?![^，。；]{0,2}(?:起|入院|出院))"
)
_NOW: Final = re.compile(r"(?:现|目前|仍|尚|至今|一直|持续|正在|正处|如今|截至|依然|还在|还)[^。；]{0,24}$")
_OVER: Final = re.compile(
    r"[^。；]{0,50}?(?:好转|治愈|痊愈|出院|脱离(?:了)?(?:生命)?危险|苏醒|清醒|死亡|身亡|醒来|恢复意识|送医|无效)"
)
_OUT: Final = re.compile(r"(?:尚|仍|还)?(?:未|没有|没能|未能)[^，。；]{0,3}$")
_PURPOSE: Final = re.compile(r"[^，。；]{0,10}(?:手术|救治|治疗|抢救|住院|植皮|医治|用药|移植|医疗费|救命)")
_TREATED: Final = re.compile(r"[仍正尚还]在?[^，。；]{0,10}$|(?:继续|全力)$")
_CUT: Final = re.compile(
    r"(?:无钱|没钱|无力|费用|欠费|医疗费|家属|经济|困难|被迫|不得不|只好|只能|已|现|目前|因|院|后)"
)


def find_conditions(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper: 伤情, 伤残, 劳动能力, 护理依赖, 急需救治, 心理创伤."""
    for injury in scene.injuries:
        yield from _injured(scene, injury)
    owners: Owners | None = None
    done: dict[str, int] = {}
    for spot in scene.spots["伤害词"]:
        reader = _READERS.get(kind := spot.entry["类"])
        if reader is None or spot.start < done.get(kind, 0):
            continue
        zone = scene.zones.kind_at(spot.start)
        if zone in _SKIPPED:
            continue
        owners = owners or Owners(scene.text, scene.mentions, scene.victims, scene.suspects)
        for finding in reader(scene, spot, owners):
            done[kind] = finding.end
            claimed = zone in _CLAIMED or owners.is_claimed(spot.start)
            yield finding._replace(polarity="0") if claimed else finding


def _injured(scene: Scene, injury: Injury) -> Iterator[Finding]:
    polarity = "0" if injury.other else injury.polarity
    for name in injury.names or (None,):
        yield Finding("伤情", injury.grade, polarity, injury.start, injury.end, name, day=injury.day)


def _told(
    kind: str, value: str, polarity: str, start: int, end: int, whose: Whose, day: str | None = None
) -> Iterator[Finding]:
    """One finding for each person it is about; a decoy where that is no victim."""
    for name in whose.names or (None,):
        yield Finding(kind, value, "0" if whose.other else polarity, start, end, name, day=day)


def _day(text: str, begin: int, at: int) -> str | None:
    low = max(begin, at - 80)
    days = find_days(text[low:at]) if text.find("日", low, at) >= 0 else []
    return days[-1][2] if days else None


def _hospital(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """住院治疗23天."""
    if m := _DAYS.match(scene.text, spot.end):
        yield from _told(
            "伤情", f"住院{_number(m[1])}天", "+", spot.start, m.end(), owners.harmed(spot.start, strict=True)
        )


def _number(given: str) -> str:
    """Days in digits: 二十三 → 23."""
    if given.isdigit():
        return given
    total = digit = 0
    for sign in given:
        if sign in "十百":
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
        else:
            digit = "零一二三四五六七八九".find(sign) if sign != "两" else 2
    return str(total + digit)


def _disabled(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """Grades of disability; 分别 deals them out to a list, else the worst counts."""
    text, at = scene.text, spot.start
    low = max(at - 40, owners.sentence(at))
    card = next((m for m in _CARD.finditer(text, max(at - 8, 0), spot.end + 8) if m.start() <= at < m.end() + 1), None)
    if card:
        value = f"{card['kind'] or card['kind2']}{_LEVEL[card['level'] or card['level2']]}级残疾"
        yield from _told(
            "伤残", value, "+", card.start(), max(card.end(), spot.end), owners.harmed(card.start(), strict=True)
        )
        return
    before, behind = grades_before(text, low, at), _BEHIND.match(text, spot.end)
    start = before if before is not None else at
    end = behind.end() if behind and before is None else spot.end
    denied = _NOT.search(text, max(start - 12, 0), start)
    grades = [_LEVEL[g] for g in _GRADES.findall(text, start, end)] if before is not None or behind else []
    whose = owners.harmed(start, strict=True)
    day = _day(text, low, start)
    if denied:
        yield from _told("伤残", f"{grades[0]}级伤残" if grades else "伤残", "-", start, end, whose, day)
    elif grades and len(grades) == len(whose.names) > 1 and "分别" in text[max(low, start - 12) : end]:
        for name, grade in zip(whose.names, grades, strict=True):
            yield Finding("伤残", f"{grade}级伤残", "0" if whose.other else "+", start, end, name, day=day)
    elif grades:
        yield from _told("伤残", f"{min(grades, key=_ORDER.index)}级伤残", "+", start, end, whose, day)
    elif _is_maimed(text, at, end):
        yield from _told("伤残", "残疾", "+", at, end, whose)


def _is_maimed(text: str, at: int, end: int) -> bool:
    """终身残疾, 致残 without a grade; not 残疾人, 残疾赔偿金."""
    word = text[at:end]
    if word == "伤残" or text.startswith(_NO_STATE, end):
        return False
    return word in ("致残", "残废") or bool(_MAIMED.search(text, max(at - 8, 0), at))


def _labour(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """完全丧失 · 大部分丧失 · 部分丧失 · 丧失 of the ability to work."""
    text = scene.text
    lost = _LOST.search(text, max(spot.start - 12, 0), spot.start)
    behind = None if lost else _LOST_BEHIND.match(text, spot.end)
    found = lost or behind
    if found is None or _LABOUR_DECOY.match(text, spot.end):
        return
    how = found["how"] or (lost["how2"] if lost else None) or ""
    how = {
        "大部份": "大部分",
        "部份": "部分",
        "全部": "完全",
        "任何": "完全",
        "绝大部分": "大部分",
        "基本": "大部分",
    }.get(how, how)
    polarity = "-" if lost and lost["no"] else "±" if how == "部分" else "+"
    start, end = min(found.start(), spot.start), max(found.end(), spot.end)
    yield from _told("劳动能力", how + "丧失", polarity, start, end, owners.harmed(spot.start, strict=True), None)


def _care(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """完全护理依赖 · 大部分护理依赖 · 部分护理依赖."""
    text = scene.text
    before = _CARE.search(text, max(spot.start - 4, 0), spot.start)
    behind = None if before and before["how"] else _CARE_BEHIND.match(text, spot.end)
    how = (before["how"] if before else None) or (behind["how"] if behind else None) or ""
    start, end = (before.start() if before else spot.start), (behind.end() if behind else spot.end)
    if not how and text.startswith(("程度", "等级", "鉴定", "期", "赔", "费"), end):
        return
    polarity = "-" if _NO_CARE.search(text, max(start - 8, 0), start) else "+"
    yield from _told(
        "护理依赖", _CARE_LEVEL.get(how, how) + "护理依赖", polarity, start, end, owners.harmed(start, strict=True)
    )


def _alone(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """生活不能自理."""
    text = scene.text
    found = _ALONE.search(text, max(spot.start - 9, 0), spot.start)
    lost = None if found else re.compile("(?:能力)?(?:完全)?(?:丧失|障碍)").match(text, spot.end)
    if found is None and lost is None:
        return
    polarity = "±" if found and found["part"] else "+"
    start = found.start() if found else spot.start
    yield from _told(
        "护理依赖", "生活不能自理", polarity, start, lost.end() if lost else spot.end, owners.harmed(start, strict=True)
    )


def _state(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """瘫痪, 植物生存状态."""
    polarity = "-" if _NO.search(scene.text, max(spot.start - 9, 0), spot.start) else "+"
    yield from _told(
        "护理依赖", spot.entry["值"], polarity, spot.start, spot.end, owners.harmed(spot.start, strict=True)
    )


def _maimed(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """截肢, 失明, 毁容; not 损失明细."""
    if scene.text.startswith("损失明", max(spot.start - 1, 0)):
        return
    polarity = "-" if _NO.search(scene.text, max(spot.start - 9, 0), spot.start) else "+"
    yield from _told("伤情", spot.entry["值"], polarity, spot.start, spot.end, owners.harmed(spot.start, strict=True))


def _hurt_in_mind(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """Psychological harm of the victim; the defendant's is a decoy."""
    text, at = scene.text, spot.start
    if _DEED.search(text, max(at - 6, 0), at):
        return
    polarity = "-" if _NO.search(text, max(at - 9, 0), at) else "+"
    yield from _told("心理创伤", spot.entry["值"], polarity, at, spot.end, owners.harmed(at, strict=True))


def _urgent(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """Treatment needed now; over once the victim is well, out of hospital or dead."""
    text, at, value = scene.text, spot.start, spot.entry["值"]
    begin = owners.sentence(at)
    if not _is_urgent(text, spot, owners.clause(at, begin)):
        return
    now = _NOW.search(text, max(begin, at - 30), at)
    over = None if now or value == "欠费停药" else _OVER.match(text, spot.end)
    whose = owners.harmed(at, strict=True)
    alive = not whose.names or any(name not in scene.dead for name in whose.names)
    sure = now or value in ("急需手术", "欠费停药")
    polarity = "0" if over or not alive else "+" if sure else "±"
    yield from _told("急需救治", value, polarity, at, spot.end, whose)


def _is_urgent(text: str, spot: Spot, clause: int) -> bool:
    value, word = spot.entry["值"], text[spot.start : spot.end]
    if value == "急需手术":
        return bool(_PURPOSE.match(text, spot.end)) or word.endswith("手术")
    if value == "仍在抢救":
        return (
            bool(_TREATED.search(text, max(clause, spot.start - 12), spot.start))
            and "重症" not in text[clause : spot.start]
        )
    if value == "欠费停药":
        return bool(_CUT.search(text, max(clause - 24, 0), spot.start))
    if word.startswith("脱离"):
        return bool(_OUT.search(text, max(clause, spot.start - 8), spot.start))
    return not _NO.search(text, max(clause, spot.start - 8), spot.start)


_READERS: Final[dict[str, Callable[[Scene, Spot, Owners], Iterator[Finding]]]] = {
    "住院": _hospital,
    "残损": _maimed,
    "伤残": _disabled,
    "劳动能力": _labour,
    "护理依赖": _care,
    "自理": _alone,
    "状态": _state,
    "急": _urgent,
    "心理创伤": _hurt_in_mind,
}
