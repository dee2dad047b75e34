"""Columns whose header nobody knows, told by their cells (按内容认列): id numbers, names, closed values, states.

Always remarked: a person must be able to see that a column was taken by its content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from yingjiu.catalog.source import HeaderWords
from yingjiu.intake.columns import SourceWords, Use
from yingjiu.intake.groups import MARKS, YES
from yingjiu.intake.header import Head
from yingjiu.intake.members import NO_MEMBERS, names_people
from yingjiu.values.casenumber import find_case_numbers
from yingjiu.values.idcard import read_id
from yingjiu.values.names import looks_like_name

_DENIED: Final = frozenset("未非应拟余尚无不原前")
_MOST: Final = 0.6
_ALMOST_ALL: Final = 0.8
_STATE_HEAD: Final = re.compile(r"^(?!.*[父母子女妻夫]).*(?:状态|情况|动态|变动|变更|类型)$")
_NOT_OF_PERSON: Final = re.compile(r"[父母妻夫子女]|配偶")
_TRIED: Final = 60


def mend_heads(heads: Sequence[Head], rows: Sequence[Sequence[str]], words: HeaderWords) -> tuple[Head, ...]:
    """Heads with a field for an unknown column full of id numbers, of people with their numbers, or of names.

    Names alone are taken only where no name is known.
    """
    named = any(h.field == "姓名" for h in heads)
    surnames = frozenset(w for ways in words.roles.values() for w in ways)
    relations = frozenset(words.lists["关系词"])
    member = (words.roles["成员"][0],)
    out = []
    for c, head in enumerate(heads):
        if head.field == "姓名" and (ticked := set(_values(rows, c))) <= MARKS and ticked & YES:
            out.append(Head(head.text, head.plain))
            continue
        if head.known and head.field is None and head.plain not in {"证号", "号码", "编号", "号"}:
            out.append(head)
            continue
        values = _values(rows, c)
        if head.field is None and values and _share(values, lambda v: read_id(v).value is not None) >= _MOST:
            out.append(replace(head, field="证件号码", known=True, guessed=True))
        elif not head.known and _are_people(values, relations):
            out.append(replace(head, roles=member, field="姓名", known=True, guessed=True))
            named = True
        elif head.field is None and not named and not head.known and _are_names(values, surnames):
            out.append(replace(head, field="姓名", known=True, guessed=True))
            named = True
        else:
            out.append(head)
    return tuple(out)


def _are_people(values: Sequence[str], relations: frozenset[str]) -> bool:
    """Whether most cells name people with their numbers (钱乙 3299… 妻;赵丙 3299… 子); 无 says nothing."""
    told = [v for v in values if v not in NO_MEMBERS]
    return bool(told) and _share(told, lambda v: names_people(v, relations)) >= _MOST


def _are_names(values: Sequence[str], known: frozenset[str]) -> bool:
    """Mostly different texts that can be names, none of them a word of the house."""
    several = len(set(values)) * 10 >= len(values) * 7
    return (
        bool(values)
        and several
        and _share(values, lambda v: looks_like_name(v) and len(v) <= 3 and v not in known) >= 0.8
    )


def infer_uses(
    source: SourceWords, uses: Sequence[Use], rows: Sequence[Sequence[str]], words: HeaderWords
) -> tuple[Use, ...]:
    """Uses with a closed field or a state for an unknown column that holds its values.

    Only where the field has no column yet.
    """
    if not any(u.sort == "未知" for u in uses):
        return tuple(uses)
    taken = {u.name for u in uses if u.sort == "字段"}
    has_state = any(u.sort in {"状态", "是即离册", "是即在册"} for u in uses)
    states = frozenset(w for name in ("离册", "在册") for w in words.lists[name] if len(w) > 1)
    out = list(uses)
    for c, use in enumerate(uses):
        values = _values(rows, c)
        if use.sort != "未知" or not values:
            continue
        name = _closed_field(source, values, taken)
        if name:
            taken.add(name)
            out[c] = Use("字段", name, inferred=use.name)
        elif source.kind and source.kind.is_register and not has_state and _are_states(use.name, values, states):
            has_state = True
            out[c] = Use("状态", use.name, inferred=use.name)
    return tuple(out)


def place_numbers(
    source: SourceWords, heads: Sequence[Head], uses: Sequence[Use], rows: Sequence[Sequence[str]]
) -> tuple[Use, ...]:
    """Columns of case numbers placed by the form of the numbers: unknown ones, and ones whose numbers are another's.

    A list of enforcement whose 案号 is of a judgment, or a list of relief whose 案号 is of the case it was given for.
    """
    forms = source.source.number_forms
    taken = {u.name for u in uses if u.sort == "字段"}
    out = list(uses)
    for c, use in enumerate(uses):
        own = use.sort == "字段" and use.name in forms
        if not forms or not (own or use.sort == "未知"):
            continue
        values = [v for v in _values(rows, c) if find_case_numbers(v)]
        if not values or len(values) < _MOST * len(_values(rows, c)):
            continue
        if own and _has_form(values, forms[use.name]):
            continue
        name = next((n for n, parts in forms.items() if _has_form(values, parts)), "")
        if name and name not in taken:
            taken = (taken - {use.name}) | {name}
            out[c] = Use("字段", name, inferred=heads[c].text)
    return tuple(out)


def _has_form(values: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether most case numbers hold one of the parts."""
    return _share(values, lambda v: any(part == "*" or part in v for part in parts)) >= _MOST


def _are_states(header: str, values: Sequence[str], states: frozenset[str]) -> bool:
    """Whether cells are words of standing; under a header of states also with words around (2022年3月停保)."""
    if _share(values, states.__contains__) >= _ALMOST_ALL:
        return True
    return bool(_STATE_HEAD.search(header)) and _share(values, lambda v: _holds_state(v, states)) >= _ALMOST_ALL


def _holds_state(text: str, states: frozenset[str]) -> bool:
    return not _NOT_OF_PERSON.search(text) and any(w in text for w in states)


def adopt_by_ending(source: SourceWords, uses: Sequence[Use]) -> tuple[Use, ...]:
    """Uses with a field for an unknown column whose header ends with one of the field's words (本案执行到位金额).

    Not for case numbers, whose office is in the words before, nor where these deny or put off (未执行到位金额).
    """
    taken = {u.name for u in uses if u.sort == "字段"}
    out = list(uses)
    for c, use in enumerate(uses):
        if use.sort != "未知" or not use.name or source.kind is None:
            continue
        ways = [w for w in source.fields if len(w) > 2 and use.name.endswith(w)]
        word = max(ways, key=len, default="")
        field = source.kind.fields.get(source.fields.get(word, ""))
        if field and field.type != "案号" and field.name not in taken and not _DENIED & set(use.name[: -len(word)]):
            taken.add(field.name)
            out[c] = Use("字段", field.name, inferred=use.name)
    return tuple(out)


def _closed_field(source: SourceWords, values: Sequence[str], taken: set[str]) -> str | None:
    if source.kind is None:
        return None
    for name, field in source.kind.fields.items():
        if name in taken or not field.values or field.computed:
            continue
        known = {v for v in set(values) if len(v) > 1 and field.read_value(v) is not None}
        if _share(values, known.__contains__) >= _MOST:
            return name
    return None


def _values(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [row[column] for row in rows[:_TRIED] if column < len(row) and row[column]]


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(test(v) for v in values) / len(values) if values else 0.0
