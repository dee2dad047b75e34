"""Rows of a recognised table → people, fields and standing (一行 → 人、字段、在册).

A row may be one person, a whole household, a member of a block, or a case with several parties.

Nothing is judged here; check.py says which rows cannot be used, and drafts.py makes the drafts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from yingjiu.catalog.kind import Field, Kind, Kinds
from yingjiu.catalog.source import HeaderWords
from yingjiu.intake.cellvalue import Values, read_value
from yingjiu.intake.columns import OWN, SERIAL_WORDS, SourceWords, Use
from yingjiu.intake.groups import YES, GroupWords
from yingjiu.intake.header import Head
from yingjiu.intake.members import Member, is_member_list, names_people, read_members
from yingjiu.intake.person import Someone, close_name, read_person, split_cell, split_people
from yingjiu.intake.standing import Standing, StandingReader
from yingjiu.values.disability import read_disability_card
from yingjiu.values.names import is_organisation

HEAD: Final = "户主"
MEMBER: Final = "成员"


@dataclass(slots=True)
class Row:
    """One row as read: its people (organisations only counted), fields, standing; ``why`` is why it cannot be used."""

    number: int
    kinds: tuple[str, ...]
    people: list[Someone] = field(default_factory=list)
    head: Someone | None = None
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)
    organisations: int = 0
    doubts: list[str] = field(default_factory=list)
    why: str | None = None
    content: int = 0
    whole_household: bool = False


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table by a plan made once from the uses of its columns."""

    kinds: Kinds
    words: HeaderWords
    source: SourceWords
    groups: GroupWords | None
    standing: StandingReader
    people: list[tuple[tuple[str, str, int], dict[str, int]]]
    values: list[tuple[int, str, str]]
    group_column: int | None
    serial: frozenset[int]
    relations: frozenset[str]
    sexes: Mapping[str, str]
    slots: int
    names: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    ledger: bool = False
    kept: dict[tuple[str, str, str], Values] = field(default_factory=dict)
    marks: tuple[tuple[int, str], ...] = ()
    asked: tuple[tuple[int, str, str], ...] = ()
    above: Row | None = None

    def read(self, number: int, texts: Sequence[str]) -> Row:
        """Read one row (``number`` is its row in the sheet, from 1)."""
        row = Row(number, self._kinds_of(texts))
        for (role, relation, _), columns in self.people:
            cells = {name: texts[c] for name, c in columns.items() if c < len(texts) and texts[c]}
            if cells:
                self._take_person(row, role, relation, cells)
        self._take_fields(row, texts)
        self._take_card(row)
        if not self.ledger:
            row.standing = self.standing.read(texts)
        elif not row.fields and row.people and not any(texts[c] for c in self.serial if c < len(texts)):
            self._continue_case(row)
        else:
            self.above = row
        row.content = self._content(row, texts)
        return row

    def _continue_case(self, row: Row) -> None:
        """A row of a ledger with parties and nothing else goes on with the case above (cells once merged)."""
        if self.above is None or self.above.number + 1 != row.number:
            return
        roles = {p.role for p in row.people}
        row.fields = dict(self.above.fields)
        row.people += [replace(p) for p in self.above.people if p.role not in roles]
        row.doubts.append("案件各栏空着,按上一行同一案件读入")
        self.above = replace(row, people=list(row.people))

    def _kinds_of(self, texts: Sequence[str]) -> tuple[str, ...]:
        if self.marks:
            kinds = (kind for c, kind in self.marks if c < len(texts) and texts[c] in YES)
            return tuple(dict.fromkeys(kinds))
        if self.groups is None or self.group_column is None:
            return (self.source.source.kind,)
        return self.groups.kinds_of(texts[self.group_column] if self.group_column < len(texts) else "")

    def _take_person(self, row: Row, role: str, relation: str, cells: dict[str, str]) -> None:
        name = cells.get("姓名", "")
        if " " in name or "\u3000" in name:
            name = close_name(name)
        own = role == self.source.own
        household = own and self.source.has_household
        if name and (is_member_list(name, self.relations) if household else names_people(name, self.relations)):
            row.whole_household |= household
            self._take_listed(row, role, read_members(name, self.relations), cells)
            return
        for one_name, one_number in self._several(name, cells.get("证件号码", "")):
            someone = read_person(role, {**cells, "姓名": one_name, "证件号码": one_number}, self.sexes)
            if relation and not someone.relation:
                someone.relation = relation
            self._place(row, someone)

    def _take_listed(self, row: Row, role: str, members: Sequence[Member], cells: Mapping[str, str]) -> None:
        """People whom one cell names with their numbers; after the head of a household come its members."""
        numbers = split_cell(cells.get("证件号码", ""))
        beside = numbers if len(numbers) == len(members) else [""] * len(members)
        for turn, (member, number) in enumerate(zip(members, beside, strict=True)):
            member.number = member.number or number
            is_member = role == HEAD and turn > 0
            someone = self._read_member(self.source.own if is_member else role, member, cells)
            self._place(row, someone)

    def _several(self, name: str, number: str) -> list[tuple[str, str]]:
        if len(name) <= 4 and len(number) <= 20:
            return [(name, number)]
        if is_organisation(name) and not any(sign in name for sign in "、,，;；\n"):
            return [(name, number)]
        return split_people(name, number)

    def _place(self, row: Row, someone: Someone) -> None:
        if someone.name and self.ledger and is_organisation(someone.name):
            row.organisations += 1
        elif not someone.name and not someone.id_number and not someone.broken:
            return
        elif someone.role == HEAD and self.source.has_household:
            row.head = someone
        else:
            row.people.append(someone)

    def _read_member(self, role: str, member: Member, cells: Mapping[str, str]) -> Someone:
        given = {"姓名": member.name, "证件号码": member.number, "性别": member.sex, "关系": member.relation}
        shared = {k: v for k, v in cells.items() if k in {"乡镇", "村居", "住址"}}
        return read_person(role, {**shared, **{k: v for k, v in given.items() if v}}, self.sexes)

    def _take_fields(self, row: Row, texts: Sequence[str]) -> None:
        for c, name, unit in self.values:
            text = texts[c] if c < len(texts) else ""
            if not text:
                continue
            for kind in row.kinds:
                found = self.kinds.kinds[kind].fields.get(name)
                if found is None:
                    continue
                values, doubt = self._value(kind, found, text, unit)
                if values:
                    row.fields[name] = tuple(dict.fromkeys((*row.fields.get(name, ()), *values)))
                if doubt and doubt not in row.doubts:
                    row.doubts.append(doubt)
        for c, name, value in self.asked:
            if c < len(texts) and texts[c] in YES:
                row.fields.setdefault(name, (value,))
        if self.group_column is not None and self.group_column < len(texts):
            self._take_group(row, texts[self.group_column])

    def _take_group(self, row: Row, text: str) -> None:
        """What the column of groups says besides the kind: a closed value (边缘易致贫户), the township's own word."""
        for kind in row.kinds:
            for found in self.kinds.kinds[kind].fields.values():
                value = text if found.name == "困难类型" else found.read_value(text) if found.values else None
                if value:
                    row.fields.setdefault(found.name, (value,))

    def _value(self, kind: str, found: Field, text: str, unit: str) -> Values:
        key = (kind, found.name, text)
        if key not in self.kept:
            if len(self.kept) > 100_000:
                self.kept.clear()
            self.kept[key] = read_value(found, text, unit)
        return self.kept[key]

    def _take_card(self, row: Row) -> None:
        """A disability certificate number gives the person's number, kind and grade; contradictions are told."""
        own = next((p for p in row.people if p.role == self.source.own), None)
        given = row.fields.get("残疾人证号")
        card = read_disability_card(given[0]) if given else own.card if own else None
        if card is None:
            if given and own and own.id_number is None and own.broken is None:
                again = read_person(own.role, {"证件号码": given[0]}, self.sexes)
                own.id_number, own.broken = again.id_number, again.broken
                own.sex, own.birth = own.sex or again.sex, own.birth or again.birth
            return
        if own is None:
            own = Someone(self.source.own, "")
            row.people.insert(0, own)
        if own.id_number and card.id_number and own.id_number != card.id_number:
            row.doubts.append("残疾人证号与身份证号不是同一个号码,按身份证号")
        if own.id_number is None and own.broken is None:
            again = read_person(own.role, {"证件号码": card.id_number or ""}, self.sexes)
            own.id_number, own.broken = again.id_number, card.problem
            own.sex, own.birth = own.sex or again.sex, own.birth or again.birth
        for name, said in (("残疾类别", card.kind), ("残疾等级", card.grade)):
            if not said or not any(name in self.kinds.kinds[k].fields for k in row.kinds):
                continue
            if name in row.fields and row.fields[name] != (said,):
                row.doubts.append(f"{name}“{row.fields[name][0]}”与残疾人证号里的“{said}”不一致")
            row.fields.setdefault(name, (said,))

    def _content(self, row: Row, texts: Sequence[str]) -> int:
        """A hash of what the row says, with names and numbers in normal form, without serial numbers."""
        given = tuple((p.role, p.name, p.id_number or p.broken, p.sex, p.birth) for p in row.people)
        personal = {*self.names, *self.numbers}
        rest = tuple(t for c, t in enumerate(texts) if c not in self.serial and c not in personal)
        head = (row.head.name, row.head.id_number) if row.head else None
        while rest and not rest[-1]:
            rest = rest[:-1]
        return hash((given, head, rest))


def make_row_reader(
    kinds: Kinds,
    words: HeaderWords,
    source: SourceWords,
    groups: GroupWords | None,
    standing: StandingReader,
    heads: Sequence[Head],
    uses: Sequence[Use],
) -> RowReader:
    """The plan of one table: which columns make which person, which are fields, which say nothing."""
    people: dict[tuple[str, str, int], dict[str, int]] = {}
    values: list[tuple[int, str, str]] = []
    for c, (head, use) in enumerate(zip(heads, uses, strict=True)):
        if use.sort == "人":
            people.setdefault(use.person, {}).setdefault(use.name, c)
        elif use.sort == "字段":
            values.append((c, use.name, head.unit))
    _share_places(people, source.own)
    kind: Kind | None = source.kind
    names = tuple(c for fields in people.values() for n, c in fields.items() if n == "姓名")
    numbers = tuple(c for fields in people.values() for n, c in fields.items() if n == "证件号码")
    return RowReader(
        kinds=kinds,
        words=words,
        source=source,
        groups=groups,
        standing=standing,
        people=list(people.items()),
        values=values,
        group_column=next((c for c, u in enumerate(uses) if u.sort == "群体"), None),
        serial=frozenset(c for c, u in enumerate(uses) if u.name in SERIAL_WORDS),
        relations=frozenset(words.lists["关系词"]),
        sexes={way: sex for sex, ways in words.sexes.items() for way in (sex, *ways)},
        slots=sum(1 for role, _, _ in people if role in {source.own, OWN}),
        names=names,
        numbers=numbers,
        ledger=kind is not None and not kind.is_register,
        asked=tuple((c, u.name, u.role) for c, u in enumerate(uses) if u.sort == "问值"),
        marks=tuple((c, u.name) for c, u in enumerate(uses) if u.sort == "标记"),
    )


def _share_places(people: dict[tuple[str, str, int], dict[str, int]], own: str) -> None:
    """The place columns of a row are everyone's of the household who has none of their own."""
    places = {"乡镇", "村居", "住址", "户籍地"}
    first = next((f for (role, _, _), f in people.items() if role in {own, HEAD} and places & set(f)), None)
    if first is None:
        return
    for (role, _, _), fields in people.items():
        if role in {own, HEAD}:
            for name in places & set(first):
                fields.setdefault(name, first[name])
