"""What the repository as a whole promises: small files, no index addresses, known licences, declared dependencies.

Also a command for pre-commit: ``python test_repository.py FILE...`` refuses files over 500 kB.
"""

import ast
import importlib.metadata as metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 500_000  # bytes
LOCKS = ("requirements.lock", "requirements-web.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|Python Software Foundation|PSF|ISC|Unlicense|Zlib|HPND|CC0|0BSD|Mozilla Public License|MPL-2\.0|Zope Public License|ZPL",
    re.IGNORECASE,
)
COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
TOLERATED = frozenset({"python-stdnum", "yamllint"})  # LGPL used as a library; GPL run as a program, never imported


def too_large(paths: list[Path]) -> list[str]:
    """Names of the files over the limit."""
    return [str(path) for path in paths if path.is_file() and path.stat().st_size > LARGEST]


def repository_files() -> list[Path]:
    """Tracked files and new ones that are not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def locked() -> dict[str, str]:
    """Name → version of every locked package."""
    return {name: version for lock in LOCKS for name, version in PINNED.findall((ROOT / lock).read_text("utf-8"))}


def plain(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*groups: str) -> set[str]:
    """Names of the declared dependencies, with those of the given groups."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = list(project["project"]["dependencies"])
    for group in groups:
        lines += project["project"]["optional-dependencies"].get(group) or project["dependency-groups"][group]
    return {plain(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in lines}


def imported(folder: Path) -> dict[str, str]:
    """Foreign top-level modules imported under a folder → one file that does."""
    own = set(sys.stdlib_module_names) | {"yingjiu", "bench", "tests", "conftest"}
    own |= {path.stem for path in folder.rglob("*.py")} | {path.name for path in folder.rglob("*") if path.is_dir()}
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            for name in names:
                if (top := name.partition(".")[0]) not in own:
                    found.setdefault(top, str(path.relative_to(ROOT)))
    return found


@pytest.mark.parametrize(("folder", "groups"), [("src", ("web",)), ("tests", ("web", "dev")), ("bench", ("dev",))])
def test_imports_are_declared(folder: str, groups: tuple[str, ...]) -> None:
    """What is imported is declared, not merely brought in by something else."""
    owners = metadata.packages_distributions()
    allowed = declared(*groups)
    missing = {
        module: path
        for module, path in imported(ROOT / folder).items()
        if not {plain(owner) for owner in owners.get(module, [module])} & allowed
    }
    assert missing == {}


def test_every_declared_dependency_is_locked() -> None:
    assert declared("build", "web", "dev") <= {plain(name) for name in locked()}


def test_locks_carry_hashes_and_no_address() -> None:
    """pip's own settings decide where packages come from, so an office's mirror works."""
    for lock in LOCKS:
        text = (ROOT / lock).read_text("utf-8")
        assert text.count("--hash=sha256:") >= len(PINNED.findall(text)) > 0
        assert "://" not in text


@pytest.mark.parametrize("name", [*LOCKS, "bootstrap.py", ".ci/run", "pyproject.toml"])
def test_no_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"(?<!no-emit-)index-url|--index\b|trusted-host|find-links", text)


def test_no_window_system_is_needed() -> None:
    """The full OpenCV wants libGL, which an office's server has not."""
    names = {plain(name) for name in locked()}
    assert "opencv-python" not in names
    assert "opencv-contrib-python" not in names


def test_licences_are_permissive() -> None:
    doubtful = {}
    for name in locked():
        try:
            meta = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # locked for another system
        said = " · ".join(
            [meta.get("License-Expression") or "", (meta.get("License") or "")[:80]]
            + [line for line in meta.get_all("Classifier") or [] if line.startswith("License")]
        )
        if plain(name) not in TOLERATED and (COPYLEFT.search(said) or not PERMISSIVE.search(said)):
            doubtful[name] = said
    assert doubtful == {}


def test_own_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert "APPENDIX: How to apply the Apache License" in text


def test_files_are_small() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    assert too_large(repository_files()) == []


def main(names: list[str]) -> int:
    """Print the files over the limit; 1 when there is any."""
    found = too_large([Path(name) for name in names])
    for name in found:
        print(f"{name}  超过 500 kB,不放进仓库")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
