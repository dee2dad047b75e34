"""House style that no linter holds: sizes, names, docstrings, and no clock inside the rules."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "yingjiu"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "common", "base", "misc", "manager"})
CLOCKED_ROOMS = frozenset({"cli", "run", "run.py"})  # only these may ask what day it is
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

MODULES = sorted(SOURCE.rglob("*.py"))


def inside(path: Path) -> str:
    """Path as it is named in messages."""
    return str(path.relative_to(SOURCE))


def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def public_definitions(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Public functions, classes and methods; what is nested in a function is its own affair."""
    for child in node.body:
        if isinstance(child, Definition) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public_definitions(child)


def asks_the_clock(node: ast.AST) -> bool:
    """Whether a call reads the day from the machine: ``date.today()``, ``datetime.now()``, ``utcnow()``."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    owner = ast.unparse(node.func.value).rpartition(".")[2]
    return node.func.attr in {"today", "utcnow"} or (node.func.attr == "now" and owner in {"datetime", "date"})


def test_files_are_small() -> None:
    lengths = sorted(((len(path.read_text("utf-8").splitlines()), inside(path)) for path in MODULES), reverse=True)
    print("\nten largest files:", *(f"{count:5} {name}" for count, name in lengths[:10]), sep="\n")
    assert [item for item in lengths if item[0] > LONGEST_FILE] == []


def test_functions_are_short() -> None:
    long = [
        f"{inside(path)}:{node.lineno} {node.name} ({length} lines)"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_everything_public_has_a_docstring() -> None:
    bare = []
    for path in MODULES:
        module = tree(path)
        if not ast.get_docstring(module):
            bare.append(inside(path))
        bare += [
            f"{inside(path)}:{node.lineno} {node.name}"
            for node in public_definitions(module)
            if not ast.get_docstring(node)
        ]
    assert bare == []


def test_the_day_is_a_parameter() -> None:
    asking = [
        f"{inside(path)}:{node.lineno}"
        for path in MODULES
        if path.relative_to(SOURCE).parts[0] not in CLOCKED_ROOMS
        for node in ast.walk(tree(path))
        if asks_the_clock(node)
    ]
    assert asking == []


def test_no_module_is_a_drawer() -> None:
    modules = [*MODULES, *(ROOT / "bench").rglob("*.py")]
    assert [str(path) for path in modules if path.stem in DRAWERS or path.parent.name in DRAWERS] == []


def test_package_files_hold_no_logic() -> None:
    """``__init__.py`` holds a docstring, imports, names and nothing that runs."""
    running = [
        f"{inside(path)}:{node.lineno}"
        for path in MODULES
        if path.name == "__init__.py"
        for node in tree(path).body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.Expr)
    ]
    assert running == []


@pytest.mark.parametrize(
    ("code", "clock"),
    [
        ("date.today()", True),
        ("datetime.date.today()", True),
        ("datetime.now()", True),
        ("datetime.now(tz=UTC)", True),
        ("box.now()", False),  # something else's word
        ("on.isoformat()", False),
    ],
)
def test_clock_is_recognised(code: str, clock: bool) -> None:
    assert any(asks_the_clock(node) for node in ast.walk(ast.parse(code))) is clock
