"""What of a table can be used (核对): broken numbers, repeated rows, people told apart or not; nobody vanishes.

A row is reported, and not used, when no number of it can be a number, when it names nobody, when its group is unknown,
or when it repeats another row. All else is used with a remark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.intake.groups import GroupWords
from yingjiu.intake.mapping import HEAD, Row
from yingjiu.intake.person import Someone

CHILD_KINDS: Final = frozenset({"孤儿", "困境儿童", "事实无人抚养儿童", "春蕾儿童"})
_ONE_ROW_GROUPS: Final = frozenset({"贫困", "儿童", "残疾"})
GUARDIANS: Final = frozenset({"监护人", "法定代理人"})


def check_rows(rows: Sequence[Row], kinds: Kinds, *, ledger: bool, groups: GroupWords | None, on: date) -> None:
    """Judge every row in place: set ``why`` where it cannot be used, add doubts where it can."""
    seen: dict[int, int] = {}
    for row in rows:
        row.why = _reason_against(row, groups)
        first = seen.setdefault(row.content, row.number)
        if first != row.number and row.why is None:
            row.why = f"重复:与第{first}行是同一个人、同样的内容"
        if row.why is None:
            _doubt_people(row, on)
    used = [row for row in rows if row.why is None]
    _doubt_numbers(used)
    if not ledger:
        _doubt_households(used, kinds)


def _reason_against(row: Row, groups: GroupWords | None) -> str | None:
    if groups is not None and not row.kinds:
        return "人群类别不认识或没有勾选,不知道归入哪一类名册"
    if not row.people:
        if row.organisations:
            return None
        if row.head and row.head.broken:
            return row.head.broken
        return "没有姓名,也没有证件号码"
    broken = next((p.broken for p in row.people if p.broken), None)
    if broken and not any(p.is_identified for p in row.people if p.role not in GUARDIANS):
        return broken
    return None


def _doubt_people(row: Row, on: date) -> None:
    guardians = {p.id_number for p in row.people if p.role in GUARDIANS and p.id_number}
    several = len(row.people) > 1
    for someone in row.people:
        who = f"{someone.role}的" if several else ""
        if someone.broken:
            someone.doubts.append(f"{who}{someone.broken};这个人只按姓名记下,没有用号码认人")
        elif not someone.name:
            someone.doubts.append("没有姓名,只按证件号码认人")
        elif not someone.is_identified and not someone.doubts and someone.role not in GUARDIANS:
            someone.doubts.append(f"{who}证件号码空着,也没有性别和出生日期,只凭姓名不能认人")
        if someone.id_number and someone.role not in GUARDIANS:
            _doubt_guardian(row, someone, guardians, on)
        row.doubts += [d for d in someone.doubts if d not in row.doubts]


def _doubt_guardian(row: Row, someone: Someone, guardians: set[str], on: date) -> None:
    """A child under the guardian's number: the number is not used for the child."""
    if someone.id_number in guardians:
        someone.doubts.append("未成年人与监护人用了同一个证件号码,没有用来认这个未成年人")
        someone.id_number = None
        someone.birth = someone.sex = None
        return
    if not CHILD_KINDS & set(row.kinds) or not someone.id_number:
        return
    born = int(someone.id_number[6:10])
    if on.year - born < 18 or (on.year - born == 18 and someone.id_number[10:14] > f"{on.month:02d}{on.day:02d}"):
        return
    typed = int(someone.birth[:4]) if someone.birth else born
    if typed - born >= 14:
        someone.doubts.append("证件号码是成年人的,与出生日期不符,可能是监护人的号码,没有用来认人")
        someone.id_number = someone.sex = None
    else:
        someone.doubts.append("证件号码显示已成年,请核对是否仍在册、是否误用监护人的号码")


def _doubt_numbers(rows: Sequence[Row]) -> None:
    """One number under two names."""
    names: dict[str, tuple[str, Row]] = {}
    for row in rows:
        for someone in row.people:
            number = someone.id_number
            if not number or not someone.name:
                continue
            name, other = names.setdefault(number, (someone.name, row))
            if name != someone.name:
                where = f"第{other.number}行" if other is not row else "同一行"
                doubt = f"同一个证件号码写了两个姓名(另见{where}),请核对"
                someone.doubts.append(doubt)
                _add(row, doubt)
                if other is not row:
                    _add(other, f"同一个证件号码写了两个姓名(另见第{row.number}行),请核对")


def _doubt_households(rows: Sequence[Row], kinds: Kinds) -> None:
    """One person in two households, or twice on one register."""
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for row in rows:
        household = (row.head.id_number or row.head.name) if row.head else ""
        for someone in row.people:
            if not someone.id_number or someone.role in GUARDIANS or someone.role == HEAD:
                continue
            for kind in row.kinds:
                before = places.setdefault((kind, someone.id_number), (household, row.number))
                if before[1] == row.number:
                    continue
                if household and before[0] and before[0] != household:
                    doubt = f"同一人又在另一户(第{before[1]}行),请核对"
                elif kinds.kinds[kind].group not in _ONE_ROW_GROUPS:
                    continue  # paid or visited more than once is no mistake
                else:
                    doubt = f"同一人在这份名册里不止一行(第{before[1]}行),内容不同,都保留"
                someone.doubts.append(doubt)
                _add(row, doubt)


def _add(row: Row, doubt: str) -> None:
    if doubt not in row.doubts:
        row.doubts.append(doubt)


def gather_remarks(rows: Sequence[Row]) -> list[str]:
    """Doubts of all rows, one line a doubt with the rows it concerns."""
    where: dict[str, list[int]] = {}
    for row in rows:
        if row.why is None:
            for doubt in row.doubts:
                where.setdefault(doubt, []).append(row.number)
    return [f"第{_rows(numbers)}行:{doubt}" for doubt, numbers in where.items()]


def _rows(numbers: Sequence[int]) -> str:
    shown = "、".join(str(n) for n in numbers[:10])
    return shown if len(numbers) <= 10 else f"{shown}等{len(numbers)}"


def count_reasons(reported: Sequence[tuple[int, str]]) -> Mapping[str, int]:
    """How many rows were reported for each reason, repeated rows together."""
    out: dict[str, int] = {}
    for _, why in reported:
        key = "重复" if why.startswith("重复") else why
        out[key] = out.get(key, 0) + 1
    return out
