"""``yingjiu check``: catalogue files read strictly, all problems by line, their 样例 run as tests."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import typer
from rich.markup import escape

from yingjiu.catalog.condition import Element, load_elements
from yingjiu.catalog.document import read_document, read_lines
from yingjiu.catalog.figure import is_figure, read_figure
from yingjiu.catalog.grading import ELEMENTS
from yingjiu.catalog.kind import CATALOG, Kinds, load_kinds, read_kind
from yingjiu.catalog.model import Model, load_models, read_models
from yingjiu.catalog.problem import Problem, UserFileError
from yingjiu.catalog.source import Sample, Source, Sources, load_sources, read_source
from yingjiu.catalog.wordlist import check_word_list
from yingjiu.cli.failures import USAGE, stop
from yingjiu.cli.terminal import open_console

SAMPLE_DAY: Final = date(2023, 6, 1)
"""The day on which samples of sources are read."""


def check_files(paths: Sequence[Path]) -> None:
    """Check files and folders (none: the shipped catalogue); exit code 2 when anything is wrong."""
    files = list_files(paths or [CATALOG])
    if not files:
        raise stop("没有找到目录文件(.yml)", USAGE)
    checker = Checker(office_folders(files))
    problems = [(path, problem) for path in files for problem in checker.check(path)]
    console = open_console()
    for path, problem in problems:
        line = f" 第{problem.line}行" if problem.line else ""
        console.print(f"[red]✗[/] {escape(str(_short(path)))}{line}:{escape(problem.message)}", soft_wrap=True)
    bad = len({path for path, _ in problems})
    if problems:
        console.print(
            f"检查了 {len(files)} 个文件:{bad} 个有问题,共 {len(problems)} 处。请改正后再检查一次。", style="bold"
        )
        raise typer.Exit(USAGE)
    done = checker.samples
    console.print(f"[green]✓[/] 检查了 {len(files)} 个文件,没有问题;运行了 {done} 个样例,都符合。")


def list_files(paths: Sequence[Path]) -> list[Path]:
    """All catalogue files of files and folders, in a fixed order."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise stop(f"找不到 {path},请检查路径", USAGE)
        files = sorted(path.rglob("*.yml")) if path.is_dir() else [path]
        found |= dict.fromkeys(f for f in files if not any(p.startswith(".") for p in f.parts))
    return list(found)


def office_folders(files: Sequence[Path]) -> tuple[Path, ...]:
    """Folders outside the shipped catalogue that hold kinds/, sources/, models/ … of these files."""
    from yingjiu.office import FOLDERS

    found: dict[Path, None] = {}
    for path in files:
        if path.resolve().is_relative_to(CATALOG):
            continue
        for parent in path.parents:
            if parent.name in FOLDERS:
                found[parent.parent] = None
    return tuple(found)


def sort_of(data: Mapping[str, Any]) -> str:
    """Which sort of catalogue file this is, by the words it holds.

    >>> sort_of({"单位": "x", "模型": []}), sort_of({"类": "名册", "字段": {}}), sort_of({"列": {}, "样例": []})
    ('模型', '种类', '来源')
    """
    law = _sort_of_law(data)
    if law:
        return law
    if "模型" in data or "步骤" in data:
        return "模型"
    if "字段" in data and ("类" in data or "人" in data):
        return "种类"
    if "列" in data or "归为" in data or "对照" in data:
        return "来源"
    return "本院" if "地区代码" in data or "本地地名" in data else "词表"


def _sort_of_law(data: Mapping[str, Any]) -> str:
    """Of files for colours and amounts; empty for any other."""
    if "方式" in data and "需要" in data:
        return "措施"
    if "公式" in data or {"系数", "取整"} & set(data):
        return "标准"
    if "判定" in data:
        return "判定表"
    if "要素" in data:
        return "要素"
    if "条件" in data and "不予救助" in data:
        return "细则"
    return "数额" if is_figure(data) else ""


class Checker:
    """Checks one file after another against the shipped catalogue and the office's own folders."""

    def __init__(self, extra: tuple[Path, ...]) -> None:
        """Load what a file may refer to; what is broken there is told when that file is checked itself."""
        self.extra = extra
        self.samples = 0
        self.kinds = _load_kinds(extra)
        self._models: list[Model] | None = None
        self._sources: Sources | None = None

    def check(self, path: Path) -> list[Problem]:
        """Everything wrong with one file."""
        if path.parent.name == "lexicons":
            return _check_words(path)
        try:
            sort = sort_of(read_document(path).data)
            if sort == "模型":
                return self._check_models(path)
            if sort == "种类":
                read_kind(path)
            elif sort == "来源":
                return self._check_source(path)
            elif sort == "本院":
                from yingjiu.office import read_settings

                read_settings(path.parent)
            elif sort != "词表":
                return self._check_law(path, sort)
        except UserFileError as error:
            return error.problems
        return []

    def _check_law(self, path: Path, sort: str) -> list[Problem]:
        """Files for colours and amounts, with their 样例."""
        from yingjiu.amounts.examples import check_standard
        from yingjiu.catalog.grading import read_tree
        from yingjiu.catalog.measure import read_measures
        from yingjiu.catalog.rulebook import read_rulebook
        from yingjiu.catalog.standard import read_standard
        from yingjiu.grading.examples import check_rulebook, check_tree
        from yingjiu.leads.measures import check_measures

        if sort == "数额":
            read_figure(path)
            return []
        if sort == "要素":
            load_elements(path)
            return []
        elements = self._elements()
        if sort == "措施":
            measures = read_measures(path, elements)
            self.samples += len(measures.examples)
            return check_measures(measures)
        if sort == "标准":
            standard = read_standard(path, elements)
            self.samples += len(standard.examples)
            return check_standard(standard)
        if sort == "判定表":
            tree = read_tree(path, elements)
            self.samples += len(tree.examples)
            return check_tree(tree)
        book = read_rulebook(path, elements)
        self.samples += len(book.examples)
        return check_rulebook(book)

    def _elements(self) -> dict[str, Element]:
        """The vocabulary of elements, with what the office's own folders add."""
        found: dict[str, Element] = {}
        for folder in (CATALOG, *self.extra):
            path = folder / "gradings" / ELEMENTS
            if path.is_file():
                with contextlib.suppress(UserFileError):
                    found |= load_elements(path)
        return found

    def _check_models(self, path: Path) -> list[Problem]:
        from yingjiu.screening.examples import check_examples

        others = [m for m in self._all_models() if m.file != path.name]
        known = {m.id: frozenset(s.name for s in m.steps) for m in others}
        models = read_models(path, self.kinds, known)
        own = {m.id for m in models}
        problems = []
        for model in models:
            self.samples += len(model.examples)
            problems += check_examples([*(m for m in others if m.id not in own), *models], model)
        return problems

    def _all_models(self) -> list[Model]:
        if self._models is None:
            try:
                self._models = load_models(self.kinds, self.extra)
            except UserFileError:
                self._models = load_models(load_kinds())
        return self._models

    def _check_source(self, path: Path) -> list[Problem]:
        source = read_source(path, self.kinds)
        if self._sources is None:
            try:
                self._sources = load_sources(self.kinds, self.extra)
            except UserFileError:
                self._sources = load_sources(load_kinds())
        sources = Sources({**self._sources.sources, source.name: source}, self._sources.words)
        problems = []
        for number, sample in enumerate(source.samples, 1):
            self.samples += 1
            told = _run_sample(sample, source, self.kinds, sources)
            problems += [Problem(path.name, 0, f"第{number}个样例:{what}") for what in told]
        return problems


def _check_words(path: Path) -> list[Problem]:
    """A list of words has to be readable; the lists of entries have a shape of their own."""
    try:
        return check_word_list(path, read_lines(path))
    except UserFileError as error:
        return error.problems


def _load_kinds(extra: tuple[Path, ...]) -> Kinds:
    try:
        return load_kinds(extra)
    except UserFileError:
        return load_kinds()


def _run_sample(sample: Sample, source: Source, kinds: Kinds, sources: Sources) -> list[str]:
    from yingjiu.intake.folder import read_delivery
    from yingjiu.intake.table import Sheet

    rows: list[list[Any]] = [[sample.title]] if sample.title else []
    rows += [list(sample.header), *(list(row) for row in sample.rows)]
    sheet = Sheet("样例.xlsx", "样例", rows)
    tables = list(read_delivery([sheet], Path("样例.xlsx"), catalog=kinds, sources=sources, on=SAMPLE_DAY))
    got = tables[0].source if tables else None
    if sample.refused:
        return [f"不应认作“{source.name}”,却认作了它"] if got == source.name else []
    if got != source.name:
        why = ";".join(tables[0].remarks) if tables else ""
        return [f"应认作“{source.name}”,实际{f'认作“{got}”' if got else '没有认出来'}。{why}"]
    drafts = tables[0].drafts
    if len(drafts) != len(sample.expected):
        return [f"应得 {len(sample.expected)} 人次,实得 {len(drafts)} 人次"]
    told = []
    for draft, expected in zip(drafts, sample.expected, strict=True):
        for key, value in expected.items():
            got_value = _draft_value(draft, key)
            want = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
            if got_value != want:
                told.append(f"{draft.person.name} 的“{key}”应为 {'、'.join(want)},实为 {'、'.join(got_value) or '空'}")
    return told


def _draft_value(draft: Any, key: str) -> tuple[str, ...]:
    fixed = {
        "类": draft.kind, "角色": draft.role, "姓名": draft.person.name, "证件号码": draft.person.id_number,
        "状态": draft.state, "起": draft.since, "止": draft.until,
    }  # fmt: skip
    if key in fixed:
        return (str(fixed[key]),) if fixed[key] is not None else ()
    return tuple(draft.fields.get(key, ()))


def _short(path: Path) -> Path:
    resolved = path.resolve()
    return resolved.relative_to(CATALOG) if resolved.is_relative_to(CATALOG) else path
