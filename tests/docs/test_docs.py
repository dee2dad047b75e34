"""The documentation says what is true: commands exist, links lead somewhere, every command is in the manual."""

import importlib
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
MANUAL = ROOT / "docs" / "手册"
COMMANDS = ("amount", "check", "compare", "demo", "doctor", "explain", "init", "look", "read", "run", "serve")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
INLINE = re.compile(r"`((?:make|yingjiu) [a-z][^`]*)`")


def title(path: Path) -> str:
    """A page's name in test ids."""
    return str(path.relative_to(ROOT))


def command_lines(text: str) -> list[list[str]]:
    """Commands of a page's console blocks and inline code that start with make or yingjiu, split into words."""
    lines = [line.removeprefix("$ ") for _, block in FENCE.findall(text) for line in block.splitlines()]
    lines += INLINE.findall(FENCE.sub("", text))
    words = [shlex.split(line) for line in lines if re.match(r"(\.venv/bin/)?(make|yingjiu)\b", line)]
    return [[line[0].removeprefix(".venv/bin/"), *line[1:]] for line in words]


def make_targets() -> set[str]:
    """Targets of the Makefile."""
    return set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))


def cli_commands() -> dict[str, Any]:
    """The program's own commands by name."""
    if not (ROOT / "src/yingjiu/cli/app.py").is_file():
        pytest.skip("yingjiu.cli.app is not written yet")
    module = importlib.import_module("yingjiu.cli.app")
    app = next(value for value in vars(module).values() if isinstance(value, typer.Typer))
    group = typer.main.get_command(app)
    return dict(getattr(group, "commands", {}))


def anchors(text: str) -> set[str]:
    """Anchors that a page's headings give, as code hosts make them."""
    headings = re.findall(r"^#+\s+(.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_make_targets_exist(page: Path) -> None:
    asked = {words[1] for words in command_lines(page.read_text("utf-8")) if words[0] == "make" and len(words) > 1}
    assert {target for target in asked if "=" not in target} <= make_targets()


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_program_commands_exist(page: Path) -> None:
    """Each command of the page exists, and takes the options the page gives it."""
    lines = [words[1:] for words in command_lines(page.read_text("utf-8")) if words[0] == "yingjiu" and len(words) > 1]
    lines = [words for words in lines if not words[0].startswith("-")]
    if not lines:
        return
    commands = cli_commands()
    wrong = [" ".join(words) for words in lines if words[0] not in commands]
    for name, *words in (words for words in lines if words[0] in commands):
        known = {option for item in commands[name].params for option in item.opts} | {"--help"}
        wrong += [f"{name} {word}" for word in words if word.startswith("--") and word.partition("=")[0] not in known]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        goal = (page.parent / name).resolve() if name else page
        if not goal.exists() or (anchor and goal.suffix == ".md" and anchor not in anchors(goal.read_text("utf-8"))):
            broken.append(link)
    assert broken == []


def test_every_command_is_in_the_manual() -> None:
    text = (MANUAL / "命令.md").read_text("utf-8")
    documented = set(re.findall(r"^## yingjiu (\S+)$", text, re.MULTILINE))
    assert documented >= set(cli_commands())


def test_promised_commands_exist() -> None:
    assert set(COMMANDS) <= set(cli_commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_chinese_with_an_example(name: str) -> None:
    command = cli_commands()[name]
    text = " ".join(filter(None, [command.help, command.epilog, command.short_help]))
    assert re.search(r"[一-鿿]", text)
    assert f"yingjiu {name}" in text


@pytest.mark.parametrize("page", READMES, ids=title)
def test_readme_is_short_and_names_the_thing(page: Path) -> None:
    text = page.read_text("utf-8")
    assert len(text.splitlines()) <= 120
    assert "state judicial assistance" in text
    assert "国家司法救助" in text
    for command in ("make demo", "yingjiu run INPUT --out OUT", "make test"):
        assert command in text


def test_every_make_target_has_help() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE).group(1).split())
    assert phony == set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))


def test_decisions_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    assert [path.name for path in sorted(folder.glob("0*.md")) if f"({path.name})" not in index] == []
