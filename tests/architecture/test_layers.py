"""Arrows point down: the import contracts of pyproject.toml, run as a test."""

import ast
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "yingjiu"
OCR = frozenset({"rapidocr", "onnxruntime", "cv2"})


def test_contracts_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT / "src"))
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_ocr_is_loaded_in_texts_only() -> None:
    """Also imports inside functions and by name, which a contract on the graph could miss."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).parts[0] == "texts":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                names = [
                    item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)
                ]
            found += [f"{path.name}:{node.lineno}" for name in names if name.partition(".")[0] in OCR]
    assert found == []


def test_importing_the_package_is_light() -> None:
    """``import yingjiu`` loads neither OCR nor the engine; a script that only asks for the version stays quick."""
    before = set(sys.modules)
    __import__("yingjiu")
    assert not {"rapidocr", "onnxruntime", "cv2", "django"} & (set(sys.modules) - before)
