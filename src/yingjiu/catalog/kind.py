"""Kinds of record (记录种类): who stands in a record, which fields it has, which of them name the case.

One Chinese file a kind in ``kinds/``; ``groups.yml`` names groups of registers and of values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.problem import Problem, UserFileError

CATALOG = Path(__file__).parent
FIELD_TYPES = ("文字", "日期", "金额", "案号", "罪名", "案由", "取值")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind; ``values`` maps every closed value to the ways it is written (empty: not closed)."""

    name: str
    type: str
    values: Mapping[str, tuple[str, ...]]
    computed: bool = False

    def read_value(self, given: str) -> str | None:
        """The closed value for what was written, None when it is not known (the field is then 不明 and reported)."""
        text = given.strip()
        if text in self.values:
            return text
        return next((value for value, ways in self.values.items() if text in ways), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    ``roles`` maps a role to whether it is the record's own person (本人, 成员) rather than someone it names.
    ``lineage`` are the fields whose numbers make the case; ``own_numbers`` name the record only; ``called`` is the field by
    which a hit names its case, ``called_by_paper`` overrides it where a model asks for a kind of paper.
    """

    name: str
    sort: str
    roles: Mapping[str, bool]
    fields: Mapping[str, Field]
    group: str | None = None
    stream: str | None = None
    lineage: tuple[str, ...] = ()
    own_numbers: tuple[str, ...] = ()
    called: str | None = None
    called_by_paper: Mapping[str, str] = field(default_factory=dict)
    never_names_case: bool = False

    @property
    def own_roles(self) -> tuple[str, ...]:
        """Roles that are the record's own people."""
        return tuple(r for r, own in self.roles.items() if own)

    @property
    def is_register(self) -> bool:
        """Whether this is a list one stands on (名册)."""
        return self.sort == "名册"


@dataclass(frozen=True, slots=True)
class Kinds:
    """All kinds and groups of a catalogue."""

    kinds: Mapping[str, Kind]
    register_groups: Mapping[str, str]
    value_groups: Mapping[str, tuple[str, ...]]

    def registers(self, group: str) -> tuple[str, ...]:
        """Kinds of a register group; 困难群体 is all of them."""
        return tuple(k.name for k in self.kinds.values() if k.group and group in {"困难群体", k.group})

    def is_own(self, kind: str, role: str) -> bool:
        """Whether a role is the record's own person (本人, 成员), not someone it names (户主, 监护人)."""
        return self.kinds[kind].roles.get(role, False)

    def is_group(self, name: str) -> bool:
        """Whether a word names a group of registers."""
        return name == "困难群体" or name in self.register_groups

    def expand_values(self, values: Iterable[str]) -> tuple[str, ...]:
        """Values with every group of values replaced by its members, groups inside groups too."""
        out: dict[str, None] = {}
        seen: set[str] = set()
        waiting = list(values)[::-1]
        while waiting:
            value = waiting.pop()
            if value in self.value_groups and value not in seen:
                seen.add(value)
                waiting += self.value_groups[value][::-1]
            else:
                out[value] = None
        return tuple(out)


def read_kind(path: Path) -> Kind:
    """Read one kind file.

    Raises:
        UserFileError: with every problem of the file.
    """
    top = read_document(path)
    top.allow(("名称", "类", "群体", "条线", "提供单位", "人", "案号", "不记案件", "字段"))
    name, sort = top.text("名称", required=True), top.text("类", required=True)
    if sort not in {"名册", "台账", "文书"}:
        top.refuse("“类”只能写 名册、台账 或 文书", "类")
    people = top.section("人")
    roles = {role: people.section(role).yes("本人") for role, _ in people.items()}
    fields_section = top.section("字段")
    fields = {key: _read_field(key, fields_section.section(key)) for key, _ in fields_section.items()}
    numbers = top.section("案号")
    numbers.allow(("称呼", "谱系", "本号", "按文书"))
    for key in (*numbers.texts("谱系"), *numbers.texts("本号")):
        if key not in fields:
            numbers.refuse(f"“{key}”不是本类的字段{nearest(key, fields)}")
    by_paper = numbers.section("按文书")
    if top.problems:
        raise UserFileError(top.problems)
    return Kind(
        name=name,
        sort=sort,
        roles=roles,
        fields=fields,
        group=top.text("群体") or None,
        stream=top.text("条线") or None,
        lineage=numbers.texts("谱系"),
        own_numbers=numbers.texts("本号"),
        called=numbers.text("称呼") or None,
        called_by_paper={k: str(v) for k, v in by_paper.items()},
        never_names_case=top.yes("不记案件") or sort == "名册",
    )


def _read_field(name: str, section: Section) -> Field:
    section.allow(("型", "值", "推算"))
    kind = section.text("型", required=True)
    if kind not in FIELD_TYPES:
        section.refuse(f"“型”不能写“{kind}”{nearest(kind, FIELD_TYPES)}", "型")
    values = section.section("值")
    read = {value: values.texts(value) for value, _ in values.items()}
    return Field(name, kind, read, section.yes("推算"))


def load_kinds(extra: tuple[Path, ...] = ()) -> Kinds:
    """All shipped kinds, with those of an office's own folders added.

    Raises:
        UserFileError: with the problems of every file.
    """
    return with_lines(lambda: _load(extra))


def _load(extra: tuple[Path, ...]) -> Kinds:
    problems: list[Problem] = []
    kinds: dict[str, Kind] = {}
    for folder in (CATALOG, *extra):
        for path in sorted((folder / "kinds").glob("*.yml")):
            try:
                kind = read_kind(path)
            except UserFileError as error:
                problems += error.problems
                continue
            kinds[kind.name] = kind
    groups = read_document(CATALOG / "groups.yml")
    registers = {k: str(v) for k, v in groups.section("困难群体").items()}
    value_section = groups.section("取值组")
    values = {k: value_section.texts(k) for k, _ in value_section.items()}
    problems += [
        Problem(f"{k.name}.yml", 0, f"群体“{k.group}”不存在{nearest(k.group, registers)}")
        for k in kinds.values()
        if k.group and k.group not in registers
    ]
    if problems:
        raise UserFileError(problems)
    return Kinds(kinds, registers, values)


@cache
def shipped_kinds() -> Kinds:
    """The kinds that ship with the package, read once."""
    return load_kinds()
