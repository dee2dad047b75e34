"""Header words (表头用语): one header cell → whose column it is and which field, by role words × field words.

Header words differ from office to office; roles (申请人, 户主, 成员1 …) and fields (姓名, 身份证号 …) are composed, in
either order and also through brackets or a parent cell above, instead of being listed for each source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.catalog.source import Sources

_WIDE: Final = str.maketrans("０１２３４５６７８９（）［］【】：，／＿－　〔〕＊", "0123456789()[][]:,/_- ()*")
_DROP: Final = re.compile(r"[\s*★☆:“”\"'‘’。\u200b\ufeff]+")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SEPARATORS: Final = "的-_—–之/·.、"
_JOINED: Final = re.compile(r"以及|[及和与并、,/;+]")
_DIGITS: Final = re.compile(r"第?(\d{1,2})(?:位|名|号(?=成员))?")
_HAN_NUMBERS: Final = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}


def tidy_header(text: str) -> str:
    """A header cell as it is compared: half-width, no spaces, no line breaks, no stars.

    >>> tidy_header("公民身份 号 码")
    '公民身份号码'
    """
    return _DROP.sub("", text.translate(_WIDE))


@dataclass(frozen=True, slots=True)
class Head:
    """What one header cell says.

    Attributes:
        text: the tidy header, parents first.
        plain: the same without units and remarks in brackets, number and parents.
        roles: role words found, the outer one first; empty for a bare field.
        field: 姓名, 证件号码, 性别 …, None when the cell names no field of a person.
        number: which of several (成员2 → 2), 0 when it says nothing.
        unit: unit in brackets (万元).
        known: whether the words are known to anyone.
        guessed: whether the field was told by the cells, not by the words.
    """

    text: str
    plain: str
    roles: tuple[str, ...] = ()
    field: str | None = None
    number: int = 0
    unit: str = ""
    known: bool = False
    guessed: bool = False


@dataclass(slots=True)
class HeaderGrammar:
    """The words of all sources, arranged for reading headers; keeps what it has read."""

    fields: dict[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    role_set: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()
    globs: tuple[re.Pattern[str], ...] = ()
    seen: dict[tuple[str, ...], Head] = field(default_factory=dict)

    def read(self, parts: Sequence[str]) -> Head:
        """Read the cells above a column, topmost first; repeated (merged) cells count once."""
        key = tuple(dict.fromkeys(p for p in (tidy_header(p) for p in parts) if p))
        if key not in self.seen:
            self.seen[key] = self._read(key)
        return self.seen[key]

    def _read(self, parts: tuple[str, ...]) -> Head:
        if not parts:
            return Head("", "")
        text = "".join(parts)
        whole = self._read_text(text, text)
        if len(parts) == 1 or (whole.known and set(whole.roles) & self.role_set):
            return whole
        own = self._read_text(parts[-1], text)
        above = [self._read_text(p, p) for p in parts[:-1]]
        roles = own.roles or next((h.roles for h in reversed(above) if h.roles), ())
        number = own.number or next((h.number for h in reversed(above) if h.number), 0)
        if whole.known and not own.known:
            return whole
        return Head(text, own.plain, roles, own.field, number, own.unit, own.known)

    def _read_text(self, text: str, whole: str) -> Head:
        inner = _BRACKET.findall(text)
        unit = next((i for i in inner if i in self.units), "")
        bare = _BRACKET.sub("", text)
        if text in self.fields or text in self.others:
            found = self._compose(text)
            return Head(whole, text, found[0], found[1], found[2], unit, known=True)
        roles, name, number = self._compose(bare)
        inside = tuple(i for i in inner if i in self.role_set)
        if not roles and not name and inside and bare in self.fields:
            name = self.fields[bare]
        if inside and name:
            roles = (*roles, *inside)
        elif bare in self.role_set and (said := next((self.fields[i] for i in inner if i in self.fields), None)):
            name = said
        if name is None and not roles and (joined := _BRACKET.sub(r"\1", text)) != bare:
            again = self._compose(joined)
            if again[1] and joined in self.fields:
                roles, name, number = again
        known = bool(name or roles) or bare in self.others or any(g.fullmatch(bare) for g in self.globs)
        return Head(whole, bare, roles, name, number, unit, known)

    def _compose(self, text: str) -> tuple[tuple[str, ...], str | None, int]:
        """(role words, field, number) of a text without brackets."""
        found = self._pair(text)
        if found or text in self.others:
            return (*(found or ((), None)), 0)
        if digits := _DIGITS.search(text):
            plain = text[: digits.start()] + text[digits.end() :]
            found = self._pair(plain) or self._with_unknown_role(plain)
            return (*found, int(digits[1])) if found else ((), None, 0)
        for sign, number in _HAN_NUMBERS.items():
            if sign in text and (found := self._pair(text.replace(sign, "", 1))):
                return (*found, number)
        return (*(self._joined(text) or self._with_unknown_role(text) or ((), None)), 0)

    def _joined(self, text: str) -> tuple[tuple[str, ...], str | None] | None:
        """A header of several known words (家庭成员及身份证号): a name among them is what the column is read by."""
        parts = [p for p in _JOINED.split(text) if p]
        if len(parts) < 2:
            return None
        found = [self._pair(p) for p in parts]
        if not all(f or p in self.others for f, p in zip(found, parts, strict=True)):
            return None
        said = [f for f in found if f]
        names = [name for _, name in said]
        if not said or not (names[0] or "姓名" in names):
            return None
        roles = next((r for r, _ in reversed(said) if r), ())
        return roles, "姓名" if "姓名" in names else names[0]

    def _pair(self, text: str) -> tuple[tuple[str, ...], str | None] | None:
        if text in self.fields:
            return (), self.fields[text]
        if text in self.role_set:
            return (text,), "姓名"
        for role in self.roles:
            if text.startswith(role):
                rest = text[len(role) :].lstrip(_SEPARATORS)
                if rest in self.about:
                    return (role,), "姓名"
                deeper = self._pair(rest) if rest and rest not in self.single else None
                if deeper:
                    return (deeper[0] or (role,)), deeper[1]
            if text.endswith(role):
                rest = text[: -len(role)].rstrip(_SEPARATORS)
                if rest in self.fields:
                    return (role,), self.fields[rest]
        return None

    def _with_unknown_role(self, text: str) -> tuple[tuple[str, ...], str | None] | None:
        for word, name in self.fields.items():
            if name in {"姓名", "证件号码"} and len(word) > 1 and text.endswith(word) and len(text) > len(word):
                return (text[: -len(word)].rstrip(_SEPARATORS),), name
        return None


def make_grammar(sources: Sources) -> HeaderGrammar:
    """Arrange the words of a catalogue for reading headers."""
    words = sources.words
    fields = {tidy_header(w): name for name, ways in words.fields.items() for w in ways}
    roles = {tidy_header(w) for ways in words.roles.values() for w in ways} | set(words.lists["亲属"])
    others: set[str] = set()
    globs: list[re.Pattern[str]] = []
    for source in sources.sources.values():
        for ways in source.people.values():
            roles |= {tidy_header(w) for w in ways}
        _sort_words((w for ways in source.columns.values() for w in ways), others, globs)
        _sort_words(source.unused, others, globs)
    for name in ("状态列", "为是离册列", "为是在册列", "起始列", "停止列", "期满列", "停止原因列", "备注列", "不用"):
        _sort_words(words.lists[name], others, globs)
    ordered = tuple(sorted(roles, key=len, reverse=True))
    return HeaderGrammar(
        fields=dict(sorted(fields.items(), key=lambda i: -len(i[0]))),
        roles=ordered,
        role_set=frozenset(ordered),
        single=frozenset("子女父母妻夫乡镇村组"),
        units=frozenset(words.lists["单位词"]),
        about=words.lists["信息词"],
        others=frozenset(others - set(fields) - roles),
        globs=tuple(globs),
    )


def _sort_words(given: Iterable[str], others: set[str], globs: list[re.Pattern[str]]) -> None:
    for word in given:
        tidy = word if "*" in word else tidy_header(word)
        if "*" in tidy:
            globs.append(glob_pattern(tidy))
        else:
            others.add(tidy)


def glob_pattern(word: str) -> re.Pattern[str]:
    """A word with * as a pattern."""
    return re.compile(".*".join(re.escape(part) for part in word.split("*")))
