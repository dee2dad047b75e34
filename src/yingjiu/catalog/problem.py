"""Problems of a file that a person wrote (目录文件的错误): file, line, what is wrong and what to do, all at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file; ``line`` counts from 1, 0 when it concerns the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """The problem as one Chinese line."""
        return f"{self.file}" + (f" 第{self.line}行" if self.line else "") + f":{self.message}"


class UserFileError(Exception):
    """A catalogue or office file cannot be used; ``problems`` lists everything found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems
