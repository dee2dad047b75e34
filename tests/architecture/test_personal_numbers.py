"""No identity number (公民身份号码) that could belong to a person stands in the repository.

Also a command for pre-commit: ``python test_personal_numbers.py FILE...`` (without files: the whole repository).
"""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
PUBLISHED = frozenset({"11010519491231002X", "440524188001010014"})  # examples of GB 11643 itself
NOWHERE = "3299"  # area codes that belong to no place: invented people
CANDIDATE = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])", re.ASCII)
FULL_WIDTH = {digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789Xx"}
HALF_WIDTH = str.maketrans({wide: digit for digit, wide in FULL_WIDTH.items()})


def is_personal(number: str) -> bool:
    """Whether 18 characters are a possible identity number: a right check digit and a day that exists."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False))
    if CHECK_DIGITS[total % 11] != number[17].upper():
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return True


def forbidden_numbers(text: str) -> list[str]:
    """The possible identity numbers in a text that are neither published examples nor of invented people."""
    found = [match.group().upper() for match in CANDIDATE.finditer(text.translate(HALF_WIDTH))]
    return [
        number for number in found if number not in PUBLISHED and not number.startswith(NOWHERE) and is_personal(number)
    ]


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file: itself, or the members of a zip (docx, xlsx)."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield archive.read(name).decode("utf-8", "replace")
    else:
        yield path.read_bytes().decode("utf-8", "replace")


def repository_files() -> list[Path]:
    """Tracked files and new ones that are not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def scan(paths: list[Path]) -> list[str]:
    """One line a forbidden number: the file, and the number with its middle hidden."""
    return [
        f"{path}: {number[:6]}…{number[-2:]}"
        for path in paths
        if path.is_file()
        for text in texts_of(path)
        for number in forbidden_numbers(text)
    ]


def _number(area: str, birth: str) -> str:
    """A number with a right check digit, made here so that none stands in the file."""
    body = f"{area}{birth}001"
    return body + CHECK_DIGITS[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"身份证号{_number('110105', '19900101')},住", 1),  # between Chinese characters
        (_number("110105", "19900101").translate(str.maketrans(FULL_WIDTH)), 1),  # full width
        (_number("329921", "19900101"), 0),  # an invented person
        ("11010519491231002x", 0),  # published, lower case
        (_number("110105", "19901301"), 0),  # month 13: nobody's
        ("a" + _number("110105", "19900101"), 0),  # part of a hash
        (_number("110105", "19900101")[:-1], 0),  # 17 digits
    ],
)
def test_scan_knows_a_personal_number(text: str, count: int) -> None:
    assert len(forbidden_numbers(text)) == count


def test_repository_holds_no_personal_number() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    assert scan(repository_files()) == []


def main(names: list[str]) -> int:
    """Print what was found; 1 when there is any."""
    found = scan([Path(name) for name in names] or repository_files())
    for line in found:
        print(f"{line}  像真实的公民身份号码;请改用 3299 开头的虚构号码")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
