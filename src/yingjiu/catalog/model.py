"""Screening models (筛查模型): a Chinese file → steps in a closed vocabulary, every name and value checked.

The vocabulary is architecture.md §6.3. What is not in it is refused with file and line; all problems of a file at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from yingjiu.catalog.document import Section, nearest, read_document
from yingjiu.catalog.kept import with_lines
from yingjiu.catalog.kind import CATALOG, Kinds, shipped_kinds
from yingjiu.catalog.problem import Problem, UserFileError
from yingjiu.catalog.vocabulary import LABELS, closed_values

STEP_WORDS = (
    "得到",
    "取",
    "合并",
    "把",
    "当",
    "除外",
    "碰撞",
    "碰撞任一",
    "须同案",
    "反比对",
    "转到同案",
    "在册",
    "标注",
)
MODEL_WORDS = ("编号", "名称", "步骤", "线索", "深入", "样例")
LEAD_WORDS = ("编号", "来自", "类型", "核查")
EXAMPLE_WORDS = ("说", "有", "得线索")
GIVEN_WORDS = ("人", "是", "同案", "记录", "在册", "起始", "终止", "事发")


class Operation(StrEnum):
    """What a step does with the people it starts from."""

    TAKE = "取"
    MERGE = "合并"
    COLLIDE = "碰撞"
    SUBTRACT = "反比对"
    TO_SAME_CASE = "转到同案"


@dataclass(frozen=True, slots=True)
class Source:
    """Where people come from: roles of kinds, or an earlier step (of this or another model)."""

    name: str
    roles: tuple[tuple[str, str], ...] = ()
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a name, what it starts from, one operation, and the others it is held against."""

    name: str
    operation: Operation
    start: tuple[Source, ...]
    others: tuple[Source, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    must_share_case: bool = False
    at_event: bool = False
    labels: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lead:
    """Which step gives leads: model id, the kind of relief it points at, what a person should check."""

    model: str
    step: str
    kind: str
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExampleMention:
    """One mention of an example: who, what they are, in which case and record, with which fields."""

    person: str
    kind: str
    role: str
    case: str | None
    record: str
    state: str
    since: str | None
    until: str | None
    event: str | None
    fields: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example (样例): in words, what is given, who must become a lead of which model."""

    says: str
    given: tuple[ExampleMention, ...]
    expected: Mapping[str, tuple[str, ...]]
    line: int


@dataclass(frozen=True, slots=True)
class Model:
    """A model of one office; step names are unique in it. ``deepen`` are the keyword classes of a later step (weidu)."""

    id: str
    name: str
    office: str
    basis: str
    steps: tuple[Step, ...]
    leads: tuple[Lead, ...]
    examples: tuple[Example, ...]
    file: str
    deepen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def step(self, name: str) -> Step:
        """The step of that name."""
        return next(s for s in self.steps if s.name == name)


def read_models(path: Path, kinds: Kinds, known: Mapping[str, frozenset[str]]) -> list[Model]:
    """Read one model file; ``known`` are the steps of models of other files that it may start from.

    Raises:
        UserFileError: with every problem of the file.
    """
    return with_lines(lambda: _read(path, kinds, known))


def _read(path: Path, kinds: Kinds, known: Mapping[str, frozenset[str]]) -> list[Model]:
    top = read_document(path)
    top.allow(("单位", "依据", "模型", "取代"))
    office, basis = top.text("单位", required=True), top.text("依据", required=True)
    models: list[Model] = []
    seen = dict(known)
    for section in top.sections("模型"):
        model = _Reader(kinds, seen).read(section, office, basis, path.name)
        seen[model.id] = frozenset(s.name for s in model.steps)
        models.append(model)
    if not models:
        top.refuse("没有写“模型”")
    if top.problems:
        raise UserFileError(top.problems)
    return models


class _Reader:
    """Reads one model; keeps the names of the steps read so far and where their people come from."""

    def __init__(self, kinds: Kinds, known: Mapping[str, frozenset[str]]) -> None:
        self.kinds = kinds
        self.known = known
        self.steps: dict[str, Step] = {}

    def read(self, section: Section, office: str, basis: str, file: str) -> Model:
        section.allow(MODEL_WORDS)
        model_id = section.text("编号", required=True)
        for part in section.sections("步骤"):
            step = self._step(part)
            if step.name in self.steps:
                part.refuse(f"步骤“{step.name}”写了两次", "得到")
            if step.name in self.kinds.kinds or self.kinds.is_group(step.name):
                part.refuse(f"步骤不能与记录种类“{step.name}”同名", "得到")
            self.steps[step.name] = step
        leads = tuple(self._lead(part, model_id) for part in section.sections("线索"))
        if not leads:
            section.refuse("没有写“线索”,模型不会给出任何人", "编号")
        ids = [lead.model for lead in leads]
        examples = tuple(self._example(part, ids) for part in section.sections("样例"))
        if not any(any(e.expected.values()) for e in examples) or all(
            {p for people in e.expected.values() for p in people} == {m.person for m in e.given} for e in examples
        ):
            section.refuse("样例至少要有一个“是线索”、一个“不是线索”的人", "样例")
        deepen = section.section("深入")
        deepen.allow(("词类", "情形"))
        return Model(
            id=model_id,
            name=section.text("名称", required=True),
            office=office,
            basis=basis,
            steps=tuple(self.steps.values()),
            leads=leads,
            examples=examples,
            file=file,
            deepen={key: deepen.texts(key) for key in ("词类", "情形") if deepen.has(key)},
        )

    def _step(self, part: Section) -> Step:
        part.allow(STEP_WORDS)
        name = part.text("得到", required=True)
        operation = self._operation(part)
        start_key = {Operation.TAKE: "取", Operation.MERGE: "合并"}.get(operation, "把")
        start = tuple(self._source(part, start_key, word) for word in part.texts(start_key))
        if not start:
            part.refuse(f"缺少“{start_key}”")
        other_key = "碰撞任一" if part.has("碰撞任一") else operation.value
        others: tuple[Source, ...] = ()
        if operation in {Operation.COLLIDE, Operation.SUBTRACT, Operation.TO_SAME_CASE}:
            others = tuple(self._source(part, other_key, word) for word in part.texts(other_key))
        if operation is not Operation.TAKE and (part.has("当") or part.has("除外")):
            part.refuse("“当”“除外”只能与“取”一起用", "当" if part.has("当") else "除外")
        if part.has("须同案") and operation is not Operation.COLLIDE:
            part.refuse("“须同案”只能与“碰撞”一起用", "须同案")
        when = part.text("在册")
        if when not in {"", "当时在册", "现在在册"}:
            part.refuse("“在册”只能写 当时在册 或 现在在册", "在册")
        roles = [r for s in start for r in s.roles]
        return Step(
            name=name,
            operation=operation,
            start=start,
            others=others,
            where=self._conditions(part, "当", roles),
            unless=self._conditions(part, "除外", roles),
            must_share_case=part.yes("须同案"),
            at_event=when == "当时在册",
            labels=self._labels(part),
            line=part.line,
        )

    def _operation(self, part: Section) -> Operation:
        words = [w for w in ("取", "合并", "碰撞", "碰撞任一", "反比对", "转到同案") if part.has(w)]
        if len(words) != 1:
            part.refuse("一步只做一件事:取、合并、碰撞、碰撞任一、反比对、转到同案 里选一个")
        word = words[0] if words else "取"
        return Operation.COLLIDE if word == "碰撞任一" else Operation(word)

    def _source(self, part: Section, key: str, word: str) -> Source:
        if word in self.steps:
            return Source(word, step=word)
        model, _, step = word.partition(".")
        if model in self.known:
            if step not in self.known[model]:
                part.refuse(f"模型“{model}”没有步骤“{step}”{nearest(step, self.known[model])}", key)
            return Source(word, step=word)
        if key == "合并":
            part.refuse(f"“合并”的应是前面的步骤,没有“{word}”{nearest(word, self.steps)}", key)
            return Source(word)
        if self.kinds.is_group(word):
            names = self.kinds.registers(word)
            return Source(word, tuple((n, r) for n in names for r in self.kinds.kinds[n].own_roles))
        kind = self.kinds.kinds.get(model)
        if kind is None:
            words = [*self.steps, *self.kinds.kinds, "困难群体", *self.kinds.register_groups]
            part.refuse(f"没有“{word}”这个步骤或记录种类{nearest(word, words)}", key)
            return Source(word)
        if step and step not in kind.roles:
            part.refuse(f"“{model}”里没有“{step}”{nearest(step, kind.roles)}", key)
            return Source(word)
        return Source(word, tuple((model, r) for r in ((step,) if step else kind.own_roles)))

    def _conditions(self, part: Section, key: str, roles: list[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
        section = part.section(key)
        conditions: dict[str, tuple[str, ...]] = {}
        for name in section.names():
            given = section.texts(name)
            values = self.kinds.expand_values(given)
            conditions[name] = values
            for kind_name in sorted({k for k, _ in roles}):
                found = self.kinds.kinds[kind_name].fields.get(name)
                if found is None:
                    section.refuse(
                        f"“{kind_name}”没有字段“{name}”{nearest(name, self.kinds.kinds[kind_name].fields)}", name
                    )
                    continue
                closed = closed_values(found)
                for value in values if closed else ():
                    if value not in closed:
                        near = nearest(value, [*closed, *self.kinds.value_groups])
                        section.refuse(f"“{name}”没有“{value}”这个值{near}", name)
        return conditions

    def _labels(self, part: Section) -> tuple[str, ...]:
        section = part.section("标注")
        for name in section.names():
            if name not in LABELS:
                section.refuse(f"没有“{name}”这种标注{nearest(name, LABELS)}", name)
        return tuple(name for name in section.names() if name in LABELS)

    def _lead(self, part: Section, model_id: str) -> Lead:
        part.allow(LEAD_WORDS)
        step = part.text("来自", required=True)
        if step and step not in self.steps:
            part.refuse(f"没有步骤“{step}”{nearest(step, self.steps)}", "来自")
        return Lead(part.text("编号") or model_id, step, part.text("类型") or "司法救助", part.texts("核查"))

    def _example(self, part: Section, ids: list[str]) -> Example:
        part.allow(EXAMPLE_WORDS)
        given = tuple(self._given(row, n) for n, row in enumerate(part.sections("有"), 1))
        raw = part.data.get("得线索")
        if isinstance(raw, dict):
            section = part.section("得线索")
            section.allow(ids)
            expected = {name: section.texts(name) for name, _ in section.items()}
        else:
            expected = {ids[0]: part.texts("得线索")} if ids else {}
        return Example(part.text("说", required=True), given, expected, part.line)

    def _given(self, row: Section, number: int) -> ExampleMention:
        kind_name, _, role = row.text("是", required=True).partition(".")
        kind = self.kinds.kinds.get(kind_name)
        if kind is None:
            row.refuse(f"没有记录种类“{kind_name}”{nearest(kind_name, self.kinds.kinds)}", "是")
        elif role and role not in kind.roles:
            row.refuse(f"“{kind_name}”里没有“{role}”{nearest(role, kind.roles)}", "是")
        fields = {} if kind is None else kind.fields
        row.allow((*GIVEN_WORDS, *fields))
        conditions = {n: row.texts(n) for n in fields if row.has(n)}
        for name, values in conditions.items():
            closed = closed_values(fields[name])
            for value in values if closed else ():
                if value not in closed:
                    row.refuse(f"“{name}”没有“{value}”这个值{nearest(value, closed)}", name)
        return ExampleMention(
            person=row.text("人", required=True),
            kind=kind_name,
            role=role or (kind.own_roles[0] if kind and kind.own_roles else ""),
            case=row.text("同案") or None,
            record=row.text("记录") or f"#{number}",
            state=row.text("在册") or "在册",
            since=row.text("起始") or None,
            until=row.text("终止") or None,
            event=row.text("事发") or None,
            fields=conditions,
        )


def load_models(kinds: Kinds, extra: tuple[Path, ...] = ()) -> list[Model]:
    """All shipped models and those of an office's folders; the same id twice is an error unless a file says 取代.

    Raises:
        UserFileError: with the problems of every file.
    """
    return with_lines(lambda: _load(kinds, extra))


def _load(kinds: Kinds, extra: tuple[Path, ...]) -> list[Model]:
    problems: list[Problem] = []
    models: dict[str, Model] = {}
    for folder in (CATALOG, *extra):
        for path in sorted((folder / "models").rglob("*.yml")):
            try:
                steps = {m.id: frozenset(s.name for s in m.steps) for m in models.values()}
                found = read_models(path, kinds, steps)
                replaces = read_document(path).texts("取代")
            except UserFileError as error:
                problems += error.problems
                continue
            for model in found:
                if model.id in models and model.id not in replaces:
                    problems.append(
                        Problem(
                            path.name, 0, f"模型编号“{model.id}”已经有了;要替换原来的,请在文件里写 取代: {model.id}"
                        )
                    )
                models[model.id] = model
    if problems:
        raise UserFileError(problems)
    return list(models.values())


@cache
def shipped_models() -> tuple[Model, ...]:
    """The models that ship with the package, read once."""
    return tuple(load_models(shipped_kinds()))
