"""Reading one YAML file of the catalogue: values with their lines, unknown words refused, errors collected in Chinese.

ruamel.yaml refuses duplicate keys and keeps line numbers; its English never reaches the user. 是/否 are words of ours,
not YAML booleans.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from yingjiu.catalog.kept import parse_once
from yingjiu.catalog.problem import Problem, UserFileError


@dataclass(slots=True)
class Section:
    """A mapping in a file, with the means to take typed values out of it; problems go to the shared list."""

    file: str
    data: Any
    problems: list[Problem] = field(default_factory=list)
    line: int = 0

    def refuse(self, message: str, key: str | None = None) -> None:
        """Note a problem at the line of ``key`` (or of the section)."""
        self.problems.append(Problem(self.file, self.line_of(key), message))

    def line_of(self, key: str | None = None) -> int:
        """Line (from 1) of a key of this section."""
        marks = getattr(self.data, "lc", None)
        if key is not None and marks is not None and marks.data and key in marks.data:
            return int(marks.data[key][0]) + 1
        return self.line

    def allow(self, known: Iterable[str]) -> None:
        """Refuse every key that is not one of ``known``, with the nearest word."""
        words = list(known)
        for key in self.data:
            if key not in words and self.data[key] is None:
                self.refuse(f"“{key}”前面的英文逗号把一句话断开了,请改成中文逗号,或给整句加上引号", str(key))
            elif key not in words:
                self.refuse(f"不认识“{key}”{nearest(str(key), words)}", str(key))

    def has(self, key: str) -> bool:
        """Whether the key stands here with a value."""
        return self.data.get(key) is not None

    def text(self, key: str, *, required: bool = False) -> str:
        """A text value; empty when absent."""
        value = self.data.get(key)
        if value is None:
            if required:
                self.refuse(f"缺少“{key}”", key)
            return ""
        if isinstance(value, (dict, list)):
            self.refuse(f"“{key}”应写一个词或一句话", key)
            return ""
        return str(value).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        value = self.data.get(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if any(isinstance(i, (dict, list)) for i in items):
            self.refuse(f"“{key}”应写一列词", key)
            return ()
        return tuple(str(i).strip() for i in items)

    def yes(self, key: str, *, default: bool = False) -> bool:
        """是 or 否."""
        value = self.text(key)
        if value not in {"", "是", "否"}:
            self.refuse(f"“{key}”只能写 是 或 否", key)
        return value == "是" if value else default

    def section(self, key: str) -> Section:
        """A mapping below; empty when absent."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, dict):
            self.refuse(f"“{key}”应写成 名称: 值 的形式", key)
            value = None
        return Section(self.file, value if value is not None else {}, self.problems, self.line_of(key))

    def sections(self, key: str) -> list[Section]:
        """A list of mappings below; empty when absent."""
        value = self.data.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.refuse(f"“{key}”下面每一项应以“- ”开头,写成 名称: 值 的形式", key)
            return []
        marks = getattr(value, "lc", None)
        lines = [int(marks.data[i][0]) + 1 if marks and i in marks.data else self.line for i in range(len(value))]
        return [Section(self.file, v, self.problems, n) for v, n in zip(value, lines, strict=True)]

    def names(self) -> Iterator[str]:
        """Keys as text."""
        return (str(k) for k in self.data)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Keys (as text) and raw values."""
        return ((str(k), v) for k, v in self.data.items())


def nearest(word: str, words: Iterable[str]) -> str:
    """“,是不是想写“…”” for the nearest known word, or the list of known words."""
    known = list(words)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    if close:
        return f",是不是想写“{close[0]}”"
    return ",可用的有:" + "、".join(known[:30]) if known else ""


def read_document(path: Path) -> Section:
    """Read one YAML file; what was read without fault is kept by its content, since YAML is slow to read.

    A kept reading has no line numbers: loaders run under ``kept.with_lines``, which reads afresh what is found wrong.

    Raises:
        UserFileError: not readable as text, not YAML, or a key stands twice (with the line, in Chinese).
    """
    data = parse_once(_raw(path), lambda text: _parse(text, path.name))
    if not isinstance(data, dict):
        raise UserFileError([Problem(path.name, 1, "文件应写成 名称: 值 的形式")])
    return Section(path.name, data, [], 1)


def read_lines(path: Path) -> Any:
    """Content of one YAML file of any form, with its line numbers, never from what was kept.

    Raises:
        UserFileError: as :func:`read_document`.
    """
    return _parse(_raw(path), path.name)


def line_in(path: Path, *keys: str) -> int:
    """The line of a key inside nested mappings of a file; of the nearest one above where it is not there, else 0."""
    try:
        data = read_lines(path)
    except UserFileError:
        return 0
    line = 0
    for key in keys:
        marks = getattr(data, "lc", None)
        if not isinstance(data, dict) or marks is None or key not in (marks.data or {}):
            break
        line = int(marks.data[key][0]) + 1
        data = data.get(key)
    return line


def file_text(path: Path) -> str:
    """The text of a catalogue file as it stands.

    Raises:
        UserFileError: it is no text, or cannot be opened.
    """
    return _raw(path)


def _raw(path: Path) -> str:
    name = path.name
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return path.read_bytes().decode("gb18030")
        except UnicodeDecodeError:
            raise UserFileError([Problem(name, 0, "不是文本文件,请另存为 UTF-8 编码")]) from None
    except OSError:
        raise UserFileError([Problem(name, 0, "文件打不开,请检查是否存在、是否有权限")]) from None


def _parse(text: str, name: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _with_text_keys(YAML(typ="rt").load(text))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise UserFileError([Problem(name, line, _say(error))]) from None
    except YAMLError:
        raise UserFileError([Problem(name, 0, "格式不对,请对照同类文件检查冒号、缩进和“- ”")]) from None
    except ValueError:
        raise UserFileError([Problem(name, _odd_day(text), "日期或者数写得不对,日期应写成 2023-01-01")]) from None
    except RecursionError:
        raise UserFileError([Problem(name, 0, "括号或者缩进套得太深,请分开写")]) from None


def _odd_day(text: str) -> int:
    """The line of the first day that no calendar has, 0 where there is none."""
    for found in re.finditer(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        try:
            date(*map(int, found.groups()))
        except ValueError:
            return text.count("\n", 0, found.start()) + 1
    return 0


def _with_text_keys(data: Any) -> Any:
    """Keys that YAML takes for days or numbers as the text they were written as, lines kept."""
    if isinstance(data, list):
        for item in data:
            _with_text_keys(item)
    elif isinstance(data, dict):
        for key in [k for k in data if not isinstance(k, str)]:
            data.lc.data[str(key)] = data.lc.data.get(key)  # type: ignore[attr-defined]
            data[str(key)] = data.pop(key)
        for value in data.values():
            _with_text_keys(value)
    return data


def _say(error: Any) -> str:
    if "duplicate key" in str(error).lower():
        found = re.search(r'duplicate key "([^"]*)"', str(error))
        return f"“{found[1] if found else ''}”写了两次,请删去一处"
    if "tab" in str(error).lower() or "\\t" in str(error):
        return "这里用了制表符,请改用空格缩进"
    return "格式不对,请检查冒号后面有没有空格、缩进是否对齐、括号和引号是否成对"
