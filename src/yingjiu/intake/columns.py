"""What each column of a table becomes under one source (列的对应): a field of a person or record, a date, a state.

Every column is mapped or written off; one that is neither is told once for the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.catalog.kind import Kind, Kinds
from yingjiu.catalog.source import HeaderWords, Source, Sources
from yingjiu.intake.header import Head, glob_pattern, tidy_header

OWN: Final = "本人"
_STATE_LISTS: Final = {
    "状态列": "状态",
    "为是离册列": "是即离册",
    "为是在册列": "是即在册",
    "起始列": "起始",
    "停止列": "停止",
    "期满列": "期满",
    "停止原因列": "停止原因",
    "备注列": "备注",
}
_LEAVING: Final = (
    "停保|停发|停享|退保|退出|注销|取消|终止|停止|消除|清退|减员|核减|迁出|死亡|去世|病故|离世|已故|脱困|解困|销档"
)
_STANDING_FORMS: Final = (
    (re.compile(rf"(?:目前|现|当前|风险|待遇|保障|证件|本人)?是否.{{0,4}}(?:{_LEAVING}).{{0,2}}"), "是即离册"),
    (re.compile(r"(?:目前|现|当前)?是否.{0,4}(?:在保|在册|在享|享受|有效|正常|在供|在助).{0,3}"), "是即在册"),
    (re.compile(rf"(?!.*(?:父|母|子女|亲属|配偶)).{{0,6}}(?:{_LEAVING})(?:日期|时间|年月|日)"), "停止"),
    (re.compile(rf"(?!.*(?:父|母|子女|亲属|配偶)).{{0,6}}(?:{_LEAVING})(?:原因|理由|事由)"), "停止原因"),
    (re.compile(r".{0,6}(?:识别|纳入|认定|批准|审批|起保|建档|起享|享受|发证).{0,4}(?:日期|时间|年月)"), "起始"),
)
SERIAL_WORDS: Final = frozenset({"序号", "编号", "行号", "号", "序"})


@dataclass(frozen=True, slots=True)
class Use:
    """The use of one column.

    ``sort`` is 人 (a person's field), 字段 (a field of the record; ``name`` by kind), 群体, 状态 … 备注, 不用, or 未知.
    ``inferred`` is the header of a column taken by its content.
    For 人: ``name`` is 姓名, 证件号码 …, ``role`` the kind's role, ``relation`` a relative's, ``number`` which.
    """

    sort: str
    name: str = ""
    role: str = ""
    relation: str = ""
    number: int = 0
    explicit: bool = True
    inferred: str = ""

    @property
    def person(self) -> tuple[str, str, int]:
        """Which person of the row a column of sort 人 belongs to."""
        return self.role, self.relation, self.number


@dataclass(slots=True)
class SourceWords:
    """The header words of one source, arranged for look-up."""

    source: Source
    kind: Kind | None
    fields: dict[str, str]
    unused: set[str]
    globs: list[tuple[re.Pattern[str], str]]
    roles: dict[str, str]
    own: str
    lists: Mapping[str, str]
    relatives: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    has_household: bool = False
    resolved: dict[Head, Use] = field(default_factory=dict)

    def use_of(self, head: Head) -> Use:
        """The use of a header by its words alone; who a bare field belongs to is settled by ``settle``."""
        if head not in self.resolved:
            self.resolved[head] = self._resolve(head)
        return self.resolved[head]

    def _resolve(self, head: Head) -> Use:
        ways = (head.text, head.plain, head.plain.rstrip("0123456789"))
        for word in ways:
            if word in self.fields:
                return Use("群体" if self.fields[word] == "群体" else "字段", self.fields[word])
        for word in ways:
            if word in self.unused:
                return Use("不用", word)
            sort = self.lists.get(word)
            if sort and (sort in {"备注", "不用"} or self.kind is None or self.kind.is_register):
                return Use(sort, word)
        if head.field:
            return self._resolve_person(head)
        if use := self._asked_value(head.plain) or self._standing_of(head.plain):
            return use
        for pattern, name in self.globs:
            if pattern.fullmatch(head.plain):
                return Use("字段", name) if name else Use("不用", head.plain)
        return Use("未知", head.text)

    def _asked_value(self, text: str) -> Use | None:
        """A header that asks for one closed value of the record (是否终本): a yes in it gives the value."""
        if self.kind is None or self.kind.is_register or not text.startswith("是否"):
            return None
        for found in self.kind.fields.values():
            if found.values and not found.computed and (value := found.read_value(text[2:])):
                return Use("问值", found.name, role=value)
        return None

    def _standing_of(self, text: str) -> Use | None:
        """A header made of words of standing (目前是否享受, 退保时间), on a register."""
        if self.kind is not None and not self.kind.is_register:
            return None
        sort = next((sort for pattern, sort in _STANDING_FORMS if pattern.fullmatch(text)), None)
        return Use(sort, text) if sort else None

    def _resolve_person(self, head: Head) -> Use:
        name = head.field or ""
        if not head.roles:
            return Use("人", name, self.own, number=head.number, explicit=False)
        for word in head.roles:
            role = self.roles.get(word)
            if role is None and word in self.relatives:
                if not self.has_household:
                    return Use("不用", head.text)
                return Use("人", name, self.own, relation=word, number=head.number)
            if role:
                return Use("人", name, role, number=head.number, explicit=word not in _BARE)
        return Use("未知角色", name, head.roles[0], number=head.number)


_BARE: Final = frozenset({"本人", "人员", "对象"})


def arrange_source(source: Source, kinds: Kinds, sources: Sources) -> SourceWords:
    """Arrange one source's words; those of a source of several kinds take in the fields of these kinds."""
    kind = kinds.kinds.get(source.kind)
    words = sources.words
    fields: dict[str, str] = {}
    globs: list[tuple[re.Pattern[str], str]] = []
    unused: set[str] = set()
    given = [source, *(s for s in sources.sources.values() if source.groups and s.kind in source.groups)]
    for one in given:
        for name, ways in one.columns.items():
            for way in ways:
                if "*" in way:
                    globs.append((glob_pattern(way), name))
                else:
                    fields.setdefault(tidy_header(way), name)
        for way in one.unused:
            if "*" in way:
                globs.append((glob_pattern(way), ""))
            else:
                unused.add(tidy_header(way))
    roles, own = _role_words(source, kind, words)
    lists = {tidy_header(w): sort for name, sort in _STATE_LISTS.items() for w in words.lists[name]}
    lists = {tidy_header(w): "不用" for w in words.lists["不用"]} | lists
    household = kind is None or "户主" in kind.roles
    relatives = frozenset(words.lists["亲属"])
    heads = frozenset(tidy_header(w) for w in words.roles["户主"])
    return SourceWords(
        source, kind, fields, unused - set(fields), globs, roles, own, lists, relatives, heads, household
    )


def _role_words(source: Source, kind: Kind | None, words: HeaderWords) -> tuple[dict[str, str], str]:
    """Header word → role, and the role of a bare 姓名."""
    out: dict[str, str] = {}
    kind_roles = tuple(kind.roles) if kind else (OWN, "监护人", "户主")
    own = kind.own_roles[0] if kind else OWN
    for role, ways in source.people.items():
        out |= {tidy_header(w): role for w in ways}
    if kind and not kind.is_register and source.people:
        return out, own
    for shared in ("本人", "成员", "户主", "监护人"):
        target = shared if shared in kind_roles else None if shared == "监护人" else own
        if shared in {"本人", "成员"}:
            target = own
        for way in words.roles.get(shared, ()):
            if target:
                out.setdefault(tidy_header(way), target)
    return out, own


def settle(words: SourceWords, heads: Sequence[Head], member_words: frozenset[str]) -> tuple[Use, ...]:
    """The uses of all columns of a table, with every bare field given to its person.

    A bare number after each of several names belongs to the name before it; a single one belongs to the record's own
    person. 姓名 beside 家庭成员 is the head of the household.
    """
    uses = [words.use_of(head) for head in heads]
    uses = _adopt_unknown_roles(words, uses)
    arrange = _name_the_head if words.has_household else _leave_members
    uses = arrange(words, heads, uses, member_words)
    uses = _number_explicit(uses)
    return tuple(_attach_bare(words, uses))


def _adopt_unknown_roles(words: SourceWords, uses: list[Use]) -> list[Use]:
    """A name column of an unknown role is the own person's where no other column is."""
    has_own = any(u.sort == "人" and u.name == "姓名" and u.role == words.own and not u.relation for u in uses)
    chosen = next((u.role for u in uses if u.sort == "未知角色" and u.name == "姓名"), None) if not has_own else None
    out = []
    for use in uses:
        if use.sort != "未知角色":
            out.append(use)
        elif use.role == chosen:
            out.append(Use("人", use.name, words.own, number=use.number))
        else:
            out.append(Use("未知", use.role + use.name))
    return out


def _leave_members(
    words: SourceWords, heads: Sequence[Head], uses: list[Use], member_words: frozenset[str]
) -> list[Use]:
    """On a list of single people the members of a person's family do not stand on it themselves."""
    if words.kind is None or not words.kind.is_register:
        return uses
    said = [bool(set(h.roles) & member_words) for h in heads]
    plain = [
        u.sort == "人" and u.name == "姓名" and u.role == words.own and not s and not set(h.roles) & words.heads
        for h, u, s in zip(heads, uses, said, strict=True)
    ]
    if not any(plain):
        return uses
    return [
        Use("不用", h.text) if s and u.sort == "人" and u.role == words.own else u
        for h, u, s in zip(heads, uses, said, strict=True)
    ]


def _name_the_head(
    words: SourceWords, heads: Sequence[Head], uses: list[Use], member_words: frozenset[str]
) -> list[Use]:
    said = [bool(set(h.roles) & member_words) or bool(u.relation) for h, u in zip(heads, uses, strict=True)]
    is_name = [u.sort == "人" and u.name == "姓名" and u.role == words.own for u in uses]
    has_members = any(s and n for s, n in zip(said, is_name, strict=True))
    has_head = any(u.sort == "人" and u.role == "户主" and u.name == "姓名" for u in uses)
    bare_name = any(n and not s for s, n in zip(said, is_name, strict=True))
    if not has_members or has_head or not bare_name:
        return uses
    before_members = next(i for i, (s, n) in enumerate(zip(said, is_name, strict=True)) if s and n)
    return [
        Use("人", u.name, "户主", number=0, explicit=u.explicit or u.name == "姓名")
        if u.sort == "人" and u.role == words.own and not s and (i < before_members or u.name == "姓名")
        else u
        for i, (s, u) in enumerate(zip(said, uses, strict=True))
    ]


def _number_explicit(uses: list[Use]) -> list[Use]:
    """Give every repetition of one field of one role its own number."""
    taken: set[tuple[str, str, int, str]] = set()
    out = []
    for use in uses:
        if use.sort == "人" and (use.explicit or use.name == "姓名"):
            number = use.number
            while (use.role, use.relation, number, use.name) in taken:
                number += 1
            taken.add((use.role, use.relation, number, use.name))
            use = Use("人", use.name, use.role, use.relation, number)
        out.append(use)
    return out


def _attach_bare(words: SourceWords, uses: list[Use]) -> list[Use]:
    names = [(i, u) for i, u in enumerate(uses) if u.sort == "人" and u.name == "姓名"]
    taken = {(*u.person, u.name) for u in uses if u.sort == "人" and u.explicit}
    register = words.kind is None or words.kind.is_register
    bare = [u.name for u in uses if u.sort == "人" and not u.explicit]
    out = list(uses)
    for i, use in enumerate(uses):
        if use.sort != "人" or use.explicit:
            continue
        before = [u for j, u in names if j < i][::-1]
        order = [*before, *(u for j, u in names if j > i)]
        own = [u for j, u in names if u.role == words.own and not u.relation and (j < i or not before)]
        if register and bare.count(use.name) == 1:
            order = [*own[:1], *order]
        owner = next((u for u in order if (*u.person, use.name) not in taken), None)
        if owner is None:
            owner = None if order else use
        if owner is None:
            out[i] = Use("未知", use.name)
            continue
        taken.add((*owner.person, use.name))
        out[i] = Use("人", use.name, *owner.person)
    return out
