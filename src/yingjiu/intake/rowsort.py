"""Which rows of a sheet are rows of the list: not blank ones, totals, filing lines or section lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.catalog.source import HeaderWords
from yingjiu.values.names import looks_like_name

_COLON: Final = r"\s*[::：(（]"
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class RowSorter:
    """Tells rows from lines that only look like rows."""

    totals: re.Pattern[str]
    filing: re.Pattern[str]

    def sort(self, texts: Sequence[str], name_columns: Sequence[int], idle_columns: frozenset[int]) -> str:
        """One of 行, 空, 合计, 落款, 小标题.

        Args:
            texts: the cells.
            name_columns: columns of names.
            idle_columns: serial numbers, which a template fills for rows nobody used.
        """
        filled = [c for c, t in enumerate(texts) if t]
        if not filled or all(c in idle_columns and len(texts[c]) <= 6 and texts[c].isdigit() for c in filled):
            return "空"
        first = _SPACES.sub("", texts[filled[0]])
        probes = [first, *(_SPACES.sub("", texts[c]) for c in name_columns if c < len(texts) and texts[c])]
        if len(filled) > 1 and filled[0] in idle_columns:
            probes.append(_SPACES.sub("", texts[filled[1]]))
        if any(self.totals.fullmatch(p) for p in probes):
            return "合计"
        if self.filing.match(first) and not _holds_number(texts):
            return "落款"
        if len({texts[c] for c in filled}) == 1 and len(first) > 1:
            if len(filled) == 1 and (filled[0] > 1 or filled[0] in name_columns) and _is_cell(first):
                return "行"
            return "空" if first.isdigit() else "小标题"
        return "行"


def _is_cell(text: str) -> bool:
    """Whether a lone text is a cell of a row with nothing else, rather than a line about the rows below."""
    return looks_like_name(text) or (
        len(text) <= 8 and not text.endswith(("镇", "乡", "村", "街道", "社区", ":", "："))
    )


def _holds_number(texts: Sequence[str]) -> bool:
    return any(len(t) in {15, 18} and t[:14].isdigit() for t in texts)


def make_row_sorter(words: HeaderWords) -> RowSorter:
    """Arrange the words of total and filing lines."""
    totals = "|".join(re.escape(w) for w in words.lists["合计行"])
    signed = "|".join(
        re.escape(w).replace(r"\*", ".{0,4}") for w in sorted(words.lists["落款行"], key=len, reverse=True)
    )
    return RowSorter(
        totals=re.compile(
            rf"(?:本页|全县|全镇|全区|全市|总|[\u4e00-\u9fff]{{1,10}}[省市县区镇乡村道社办局组类月页度年])?(?:{totals})[::：]?[\d.,人户名次元条件共]*|共\d+[人户名条]?.*"
        ),
        filing=re.compile(rf"[*※注]?(?:{signed})(?:{_COLON}|$)|\d+[、.．].{{25,}}"),
    )
