"""Shape of the word lists that readers count and look for (词表的检查): keys, words written twice, regexes, negations.

Only lists whose content is a list of entries with 词 have a fixed shape; other lists need only be readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from yingjiu.catalog.document import nearest
from yingjiu.catalog.problem import Problem


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry of one list may hold.

    Attributes:
        required: keys every entry must have besides 词.
        optional: keys it may have.
        closed: key → the only values it may have.
        regexes: keys whose value is a regular expression.
        unique: the key whose value may stand once; empty where none.
        once: whether a word may stand once only in the whole list.
        positive: words that hold a negation are told, since a negation before the word is looked for anyway.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    regexes: tuple[str, ...] = ()
    unique: str = ""
    once: bool = True
    positive: bool = False


_CLASSES: Final = ("身体伤害", "财产损失", "未获赔偿", "生活困难", "特殊身份", "求助信访")
SHAPES: Final[Mapping[str, Shape]] = {
    "困难": Shape(("类",), ("近", "转述", "前不", "后不"), regexes=("近", "转述", "前不", "后不"), once=False),
    "深入词": Shape(
        ("类", "情形"),
        closed={
            "类": ("人身损害", "抚养赡养", "教育医疗", "经济收入"),
            "情形": ("伤残死亡", "丧失劳动能力", "急需救治且无力承担", "线索提示"),
        },
        positive=True,
    ),
    "关键词": Shape(
        ("组", "名", "极性", "方", "段", "权"),
        closed={
            "组": _CLASSES,
            "极性": ("正", "反"),
            "方": ("被害方", "嫌疑方", "不限"),
            "段": ("事实", "全文"),
            "权": ("1", "2", "3", "4", "5"),
        },
        unique="名",
        positive=True,
    ),
    "抚养词": Shape(("类",), closed={"类": ("抚养费", "抚育费", "赡养费", "扶养费")}),
}
# 未赔偿 is a word of its own; what denies a word (并非低保, 未付清) is the reader's business
_NEGATION: Final = re.compile("[未没无不]")
_INNER_NEGATION: Final = re.compile("并非|不是|并不")


def check_word_list(path: Path, data: Any) -> list[Problem]:
    """Everything wrong with the shape of a word list (parsed with line numbers); lists of other forms are right.

    Args:
        path: the file; its name says which list it is.
        data: what ruamel's round-trip loader gave for it.
    """
    shape = SHAPES.get(path.stem)
    if shape is None:
        return []
    if not isinstance(data, list):
        return [Problem(path.name, 1, "这个词表应是一列,每一项以“- ”开头,例如 - {类: …, 词: […]}")]
    checker = _Checker(path.name, shape)
    for number, entry in enumerate(data):
        checker.check(entry, _line(data, number))
    return checker.problems


def _line(data: Any, key: Any) -> int:
    marks = getattr(data, "lc", None)
    known = marks.data.get(key) if marks is not None and marks.data else None
    return int(known[0]) + 1 if known else 0


class _Checker:
    """Collects the problems of one list."""

    def __init__(self, file: str, shape: Shape) -> None:
        """Begin with nothing seen."""
        self.problems: list[Problem] = []
        self._file, self._shape = file, shape
        self._words: dict[str, int] = {}
        self._names: dict[str, int] = {}

    def check(self, entry: Any, line: int) -> None:
        """One entry."""
        if not isinstance(entry, dict):
            self._tell(line, "这一项应写成 {类: …, 词: […]} 的形式")
            return
        self._keys(entry, line)
        for words_line, word in self._words_of(entry, line):
            self._word(word, words_line, against=str(entry.get("极性")) == "反")

    def _tell(self, line: int, message: str) -> None:
        self.problems.append(Problem(self._file, line, message))

    def _keys(self, entry: Any, line: int) -> None:
        shape = self._shape
        known = ("词", *shape.required, *shape.optional)
        for key in entry:
            if key not in known:
                self._tell(_line(entry, key) or line, f"不认识“{key}”{nearest(str(key), known)}")
        for key in ("词", *shape.required):
            if entry.get(key) in (None, "", []):
                self._tell(line, f"缺少“{key}”")
        for key, allowed in shape.closed.items():
            if entry.get(key) is not None and str(entry[key]) not in allowed:
                self._tell(_line(entry, key) or line, f"“{key}”不能写“{entry[key]}”{nearest(str(entry[key]), allowed)}")
        for key in shape.regexes:
            if entry.get(key) is not None:
                self._regex(key, str(entry[key]), _line(entry, key) or line)
        self._name(entry, line)

    def _name(self, entry: Any, line: int) -> None:
        name = entry.get(self._shape.unique) if self._shape.unique else None
        if name is not None and (before := self._names.setdefault(str(name), line)) != line:
            self._tell(line, f"“{name}”已经在第{before}行写过,请合并成一项")

    def _regex(self, key: str, pattern: str, line: int) -> None:
        try:
            re.compile(pattern)
        except re.error as error:
            self._tell(line, f"“{key}”不是正确的正则(第{(error.pos or 0) + 1}个字附近),请检查括号和方括号是否成对")

    def _words_of(self, entry: Any, line: int) -> Iterator[tuple[int, str]]:
        words = entry.get("词")
        if words is None:
            return
        if not isinstance(words, list):
            self._tell(_line(entry, "词") or line, "“词”应写一列词,例如 词: [甲, 乙]")
            return
        for number, word in enumerate(words):
            at = _line(words, number) or line
            if isinstance(word, (dict, list)) or not str(word or "").strip():
                self._tell(at, "“词”里有空的或者不是词的一项")
            else:
                yield at, str(word)

    def _word(self, word: str, line: int, *, against: bool) -> None:
        before = self._words.get(word)
        self._words[word] = line
        if self._shape.once and before == line:
            self._tell(line, f"“{word}”在这一行写了两次,请删去一处")
        elif self._shape.once and before is not None:
            self._tell(line, f"“{word}”已经在第{before}行写过,一种写法只能归到一个词")
        if self._shape.positive and (_INNER_NEGATION.search(word) or (against and _NEGATION.search(word))):
            self._tell(line, f"“{word}”里有否定的话;否定由程序判断,请只写不带否定的说法")
