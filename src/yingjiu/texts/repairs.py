"""Usual faults of recognised text, mended only where the right reading is certain from what stands beside it."""

from __future__ import annotations

import re

from yingjiu.values.idcard import birth_of, check_character

_LOOKS_LIKE = str.maketrans("OoQDUIl|iZzSsBbGgq丨口〇", "000001111225588669100")
_DIGIT = "0-9OoQDUIl|iZzSsBbGgq丨"
_ID = re.compile(rf"(?<![0-9A-Za-z])[1-9Il|ZSB][{_DIGIT}]{{16}}[0-9OoQDIl|Xx×χ](?![0-9A-Za-z])")
_DIGIT_AMONG = re.compile(r"(?<=[0-9])[OoQDU](?=[0-9OoQDU]*(?:[0-9]|元|万))|(?<=[0-9])[Il|](?=[0-9])")
_DAY = re.compile(
    r"([0-9]{1,2}月[0-9]{1,2})[HBR门曰口目臼](?=$|[出生至上下中晚早凌因被经，。,、（(时0-9])", re.MULTILINE
)
_YEAR = re.compile(r"((?:19|20)[0-9]{2})[午牛隼](?=[0-9]{1,2}月)")
_NUMBER = re.compile(r"[0-9][0-9.,，]*[0-9Xx]")
_TAKEN_FOR = {
    "0": "68", "1": "74", "2": "7", "3": "85", "4": "19", "5": "36", "6": "058", "7": "12", "8": "0369", "9": "48", "X": "4",
}  # fmt: skip
"""Digits that a recogniser takes for one another."""
_WORDS = (
    (re.compile(r"公[民以屋尺艮氏][身自]份号[码妈的种玛]?"), "公民身份号码"),
    (
        re.compile(r"犯[^罪，。\n]嫌疑人|犯罪[^嫌，。\n]疑人|犯[^罪，。\n][^嫌，。\n]疑人|犯罪嫌[^疑，。\n]人"),
        "犯罪嫌疑人",
    ),
    (re.compile(r"被[吉岩言售窖]人"), "被害人"),
    (re.compile(r"[谅凉琼]解书|原解书"), "谅解书"),
    (re.compile(r"[黯婚谱普]偿"), "赔偿"),
)


def repaired(line: str) -> str:
    """One recognised line with its usual faults mended.

    Args:
        line: as the recogniser gave it.

    Returns:
        The line; an identity number is changed only into one whose check character fits.
    """
    line = _ID.sub(_whole_id, line)
    line = _DIGIT_AMONG.sub(lambda m: "1" if m.group() in "Il|" else "0", line)
    line = _YEAR.sub(r"\1年", line)
    line = _DAY.sub(r"\1日", line)
    for pattern, word in _WORDS:
        line = pattern.sub(word, line)
    return line


def mended_numbers(given: str, line: str) -> list[tuple[int, int, str]]:
    """Numbers of a repaired line that the recogniser gave otherwise.

    Args:
        given: the line as the recogniser gave it.
        line: the same after `repaired`.

    Returns:
        Offsets in ``line`` and what was given there; none for a line in which a word changed its length.
    """
    if given == line or len(given) != len(line):
        return []
    spans = (match.span() for match in _NUMBER.finditer(line))
    return [(start, end, given[start:end]) for start, end in spans if _unlike(given[start:end], line[start:end])]


def possible_ids(given: str) -> list[str]:
    """Sound identity numbers that differ from an unsound one of 18 signs in one sign easily taken for another.

    Args:
        given: 18 signs; letters that stand for digits are tried first.

    Returns:
        Each with a fitting check character and a birth day that exists, in order; a repair is certain enough to be
        proposed only when there is exactly one.
    """
    number = given[:17].translate(_LOOKS_LIKE) + ("X" if given[17:] in "Xx×χKk" else given[17:].translate(_LOOKS_LIKE))
    if len(number) != 18 or not number[:17].isdigit():
        return []
    tried = {number}
    for at, sign in enumerate(number):
        tried |= {
            number[:at] + other + number[at + 1 :] for other in _TAKEN_FOR.get(sign, "") if other != "X" or at == 17
        }
    return sorted(number for number in tried if number[-1] in "0123456789X" and is_sound_id(number))


def is_sound_id(number: str) -> bool:
    """Whether 18 signs have a fitting check character and a birth day that exists."""
    return number[:17].isdigit() and check_character(number[:17]) == number[17] and birth_of(number) is not None


def _unlike(given: str, number: str) -> bool:
    return given.upper() != number.upper()


def _whole_id(match: re.Match[str]) -> str:
    given = match.group()
    if given.isdigit():
        return given
    first = given[:17].translate(_LOOKS_LIKE)
    last = "X" if given[17] in "Xx×χ" else given[17].translate(_LOOKS_LIKE)
    if not first.isdigit() or check_character(first) != last:
        return given
    return first + last
