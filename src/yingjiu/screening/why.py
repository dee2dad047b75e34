"""Why a person was found by a model, or was not (解释): passed or not at each step, on which records, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.model import Lead, Model, Operation, Source, Step
from yingjiu.screening.evidence import Lineage, Origin
from yingjiu.screening.nearmiss import loosened
from yingjiu.screening.screen import Screening, hit_table
from yingjiu.screening.statements import Statement


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """One step for one person: passed or not, in words, on which mentions."""

    step: str
    operation: str
    passed: bool
    words: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """A model's answer for one person; ``failed`` is the first test failed, ``change`` what would change it."""

    model: str
    name: str
    found: bool
    case_id: int | None
    steps: tuple[StepAnswer, ...]
    failed: StepAnswer | None
    change: str


def explain_person(
    con: duckdb.DuckDBPyConnection, models: Sequence[Model], kinds: Kinds, screening: Screening, person: int
) -> list[ModelAnswer]:
    """The answer of every lead of every model for one person."""
    known = _load(con, screening, models, person)
    asker = _Asker(kinds, Lineage(screening.statements, kinds), {s.name: s for s in screening.statements}, known)
    return [asker.answer(model, lead) for model in models for lead in model.leads]


@dataclass(frozen=True, slots=True)
class _Known:
    """All that screening knows of a person, fetched once.

    Attributes:
        cases: by table of a step or of hits, the cases with which the person stands in it.
        mentions: the person's mentions with kind, role and whether they stand now.
        values: by mention and field.
        dead: known to be dead.
    """

    cases: Mapping[str, Sequence[int | None]]
    mentions: Sequence[tuple[int, tuple[str, str], bool]]
    values: Mapping[tuple[int, str], Sequence[str]]
    dead: bool


def _load(con: duckdb.DuckDBPyConnection, screening: Screening, models: Sequence[Model], person: int) -> _Known:
    tables = [s.table for s in screening.statements] + [hit_table(lead.model) for m in models for lead in m.leads]
    tables = list(dict.fromkeys([*tables, "dead"]))
    parts = (
        f"SELECT {n}, {'NULL' if table == 'dead' else 'case_id'} FROM {table} WHERE person = {person}"
        for n, table in enumerate(tables)
    )
    cases: dict[str, list[int | None]] = {}
    for n, case in con.execute(" UNION ALL ".join(parts)).fetchall():
        cases.setdefault(tables[n], []).append(case)
    rows = con.execute(f"SELECT mention, kind, role, present FROM mentions WHERE person = {person}").fetchall()
    values: dict[tuple[int, str], list[str]] = {}
    for mention, name, value in con.execute(
        "SELECT a.mention, a.field, a.value FROM attributes AS a JOIN mentions AS m ON m.mention = a.mention "
        f"WHERE m.person = {person}"
    ).fetchall():
        values.setdefault((mention, name), []).append(value)
    mentions = [(mention, (kind, role), bool(present)) for mention, kind, role, present in rows]
    return _Known(cases, mentions, values, "dead" in cases)


class _Asker:
    def __init__(self, kinds: Kinds, lineage: Lineage, statements: dict[str, Statement], known: _Known) -> None:
        self.kinds, self.lineage, self.statements, self.known = kinds, lineage, statements, known

    def answer(self, model: Model, lead: Lead) -> ModelAnswer:
        """One lead's answer."""
        hits = self.known.cases.get(hit_table(lead.model), ())
        path = self.lineage.path(model.id, model.step(lead.step))
        steps = tuple(self._step_answer(owner, step) for owner, step in path)
        if hits:
            return ModelAnswer(lead.model, model.name, found=True, case_id=hits[0], steps=steps, failed=None, change="")
        failed = self._first_failed(model.id, model.step(lead.step))
        answer = self._step_answer(*failed) if failed else self._dead_answer()
        return ModelAnswer(
            lead.model, model.name, found=False, case_id=None, steps=steps, failed=answer, change=self._change(failed)
        )

    def _inside(self, model: str, step: Step) -> bool:
        return self.statements[f"{model}.{step.name}"].table in self.known.cases

    def _first_failed(self, model: str, step: Step) -> tuple[str, Step] | None:
        if self._inside(model, step):
            return None
        sources = step.others if step.operation is Operation.TO_SAME_CASE else step.start
        targets = [t for s in sources if (t := self.lineage.step(model, s))]
        if not targets or any(self._inside(*t) for t in targets):
            return model, step
        failed = [f for t in targets if (f := self._first_failed(*t))]
        return max(failed, key=lambda f: (len(self._mentions(*f)) > 0, -failed.index(f)))

    def _step_answer(self, model: str, step: Step) -> StepAnswer:
        passed = self._inside(model, step)
        mentions = self._mentions(model, step)
        words = self._passed_words(step) if passed else self._failed_words(model, step, mentions)
        return StepAnswer(step.name, step.operation.value, passed, words, mentions)

    def _mentions(self, model: str, step: Step) -> tuple[int, ...]:
        """The person's mentions that the step looks at, passed or not."""
        if step.operation is Operation.TAKE:
            origins = [Origin(tuple(r for s in step.start for r in s.roles), {}, {})]
        elif step.operation in {Operation.COLLIDE, Operation.SUBTRACT}:
            origins = [o for s in step.others for o in self._origins(model, s)]
        else:
            return ()
        roles = {r for o in origins for r in o.roles}
        return tuple(mention for mention, role, _ in self.known.mentions if role in roles)

    def _origins(self, model: str, source: Source) -> list[Origin]:
        target = self.lineage.step(model, source)
        return self.lineage.origins(*target) if target else [Origin(source.roles, {}, {})]

    def _passed_words(self, step: Step) -> str:
        others = "、".join(s.name for s in step.others)
        return {
            Operation.TAKE: "有符合条件的记录",
            Operation.MERGE: "在其中之一",
            Operation.COLLIDE: f"在 {others}" + ("(同案)" if step.must_share_case else ""),
            Operation.SUBTRACT: f"不在 {others}",
            Operation.TO_SAME_CASE: f"与{'、'.join(s.name for s in step.start)}同案",
        }[step.operation]

    def _failed_words(self, model: str, step: Step, mentions: tuple[int, ...]) -> str:
        others = "、".join(s.name for s in step.others)
        if step.operation is Operation.TAKE:
            return self._take_words(step, mentions)
        if step.operation is Operation.COLLIDE:
            if not mentions:
                return f"不在 {others}"
            if step.must_share_case:
                return f"有 {others} 的记录,但不是同一案或不符合条件"
            left = any(mention in mentions and not present for mention, _, present in self.known.mentions)
            return f"曾在 {others},现已离册" if left else f"在 {others} 的记录不符合条件"
        if step.operation is Operation.SUBTRACT:
            return f"已在 {others}" if mentions else "前一步没有此人"
        if step.operation is Operation.TO_SAME_CASE:
            return "同案没有" + "、".join(s.name for s in step.start)
        return "都不在其中"

    def _take_words(self, step: Step, mentions: tuple[int, ...]) -> str:
        names = "、".join(s.name for s in step.start)
        if not mentions:
            return f"没有 {names} 的记录"
        return ";".join(self._failed_tests(step, mentions)) or f"{names} 的记录没有一条同时符合全部条件"

    def _failed_tests(self, step: Step, mentions: tuple[int, ...]) -> list[str]:
        """The conditions of a take that none of the person's mentions meets, with what stands there instead."""
        failed = []
        for name, values in step.where.items():
            if not self._any(mentions, name, values):
                wanted = "、".join(values[:4]) + ("等" if len(values) > 4 else "")
                failed.append(f"{name}是{self._value(mentions, name)},应为{wanted}")
        failed += [f"{name}是{'、'.join(v)}" for name, v in step.unless.items() if self._any(mentions, name, v)]
        return failed

    def _any(self, mentions: tuple[int, ...], name: str, values: Iterable[str]) -> bool:
        """Whether a mention has one of the values (a condition as screening asks it)."""
        wanted = set(values)
        return any(wanted & set(self.known.values.get((m, name), ())) for m in mentions)

    def _value(self, mentions: tuple[int, ...], name: str) -> str:
        found = {v for m in mentions for v in self.known.values.get((m, name), ())}
        return "、".join(sorted(found)) or "不明"

    def _dead_answer(self) -> StepAnswer | None:
        if not self.known.dead:
            return None
        return StepAnswer(
            "已死亡", Operation.SUBTRACT.value, passed=False, words="本人已经死亡,由其近亲属代位", mentions=()
        )

    def _change(self, failed: tuple[str, Step] | None) -> str:
        if failed is None:
            return ""
        model, step = failed
        if step.operation is Operation.TAKE and not self._mentions(model, step):
            return f"如有 {'、'.join(s.name for s in step.start)} 的记录,结果可能改变"
        tests = [test for test, _ in loosened(step)][:1]
        if step.operation is Operation.TAKE:
            tests = self._failed_tests(step, self._mentions(model, step))
        if len(tests) > 1:
            return f"有 {len(tests)} 项不符,须都改变结果才可能改变:" + ";".join(tests)
        return f"只差一项,如核实后与记录不符,结果可能改变:{tests[0]}" if tests else ""
