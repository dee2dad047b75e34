"""Which source a table is (认表): by its columns, the values in them, its title, and the file's name last of all.

Every source is scored; the best must stand clear of the second. What stays ambiguous or unknown is told with the
nearest source and what it lacks, never guessed. A table known by its title or its file's name only says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.catalog.source import Source
from yingjiu.intake.columns import Use
from yingjiu.intake.header import Head
from yingjiu.intake.inference import adopt_by_ending, place_numbers
from yingjiu.intake.scoring import Recogniser, Score, favour_groups, score_source, title_scores

_ENOUGH: Final = 3.0
_CLEAR: Final = 1.0


@dataclass(frozen=True, slots=True)
class Recognised:
    """The source found (None: unknown), by what, the uses of the columns, and what is to be told about it."""

    source: Source | None
    by: str
    uses: tuple[Use, ...]
    remarks: tuple[str, ...] = ()


def recognise(
    tools: Recogniser, heads: Sequence[Head], rows: Sequence[Sequence[str]], titles: Sequence[str], file: str
) -> Recognised:
    """Decide which source a table is.

    Args:
        tools: the arranged catalogue.
        heads: the header of each column.
        rows: some of the data, as texts.
        titles: lines above the header and the sheet's name.
        file: the file's name, the weakest sign.
    """
    if not any(h.field in {"姓名", "证件号码"} for h in heads) and not _may_hold_people(tools, heads):
        return Recognised(None, "", (), ("没有姓名或证件号码的列,不是名单或台账",))
    titled, named = title_scores(tools, titles), title_scores(tools, (file,))
    scores = [score_source(tools, s, heads, rows, titles, titled, named) for s in tools.sources.sources.values()]
    scores = [favour_groups(tools, s, scores, rows, frozenset(titled or named)) for s in scores]
    fit = [s for s in scores if not s.missing]
    fit.sort(key=lambda s: -s.told)
    if fit and fit[0].told >= _ENOUGH and _stands_clear(fit, lambda s: s.told):
        return _accept(tools, fit[0], heads, rows)
    fit.sort(key=lambda s: -(s.told + s.file))
    if (
        fit
        and fit[0].file > 0
        and fit[0].told + fit[0].file >= _ENOUGH
        and _stands_clear(fit, lambda s: s.told + s.file)
    ):
        return _accept(tools, fit[0], heads, rows)
    return _refuse(tools, scores, fit)


def _may_hold_people(tools: Recogniser, heads: Sequence[Head]) -> bool:
    return any(w.use_of(h).name == "残疾人证号" for w in tools.words.values() for h in heads)


def _stands_clear(fit: list[Score], by: Callable[[Score], float]) -> bool:
    return len(fit) < 2 or by(fit[0]) - by(fit[1]) >= _CLEAR


def _accept(tools: Recogniser, score: Score, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> Recognised:
    name = score.source.name
    words = tools.words[name]
    uses = place_numbers(words, heads, adopt_by_ending(words, score.uses), rows)
    told = tuple(
        f"“{u.inferred}”这一列按内容认作“{u.sort if u.sort in {'状态', '群体'} else u.name}”,请核对"
        for u in score.uses
        if u.inferred
    )
    told += tuple(
        f"“{new.inferred}”这一列按{'号码样式' if new.name in words.source.number_forms else '词尾'}认作“{new.name}”,请核对"
        for old, new in zip(score.uses, uses, strict=True)
        if old is not new
    )
    if score.content >= _ENOUGH:
        by = "表头和内容" + ("、标题" if score.title > 0 else "")
        return Recognised(score.source, by, uses, told)
    if score.told >= _ENOUGH:
        why = f"表头看不出是哪一类,按标题或工作表名认作“{name}”,请核对"
        return Recognised(score.source, "标题", uses, (why, *told))
    why = f"表里没有标题,表头也看不出是哪一类,只按文件名认作“{name}”,请核对"
    return Recognised(score.source, "文件名", uses, (why, *told))


def _refuse(tools: Recogniser, scores: list[Score], fit: list[Score]) -> Recognised:
    near = [s for s in fit if s.told + s.file >= _ENOUGH]
    advice = ";请在表上方写明名称(如“某县低保对象名册”),或在目录中为它写一个来源文件"
    if len(near) > 1:
        names = "、".join(f"“{s.source.name}”" for s in near[:3])
        return Recognised(None, "", near[0].uses, (f"不能确定是哪一种:{names}都有可能{advice}",))
    best = max(scores, key=lambda s: s.told + s.file - (1 if s.missing else 0), default=None)
    if best is None or best.told + best.file <= 0.5:
        nothing = next((s.uses for s in scores), ())
        return Recognised(None, "", nothing, (f"没有能说明是哪一类人的列或标题{advice}",))
    lacking = best.missing or tuple(t for t in best.source.telling if t not in best.matched)[:4]
    why = (
        f"最接近“{best.source.name}”,但缺少:{'、'.join(lacking)}"
        if lacking
        else f"最接近“{best.source.name}”,但依据不足"
    )
    return Recognised(None, "", best.uses, (f"认不出是哪一种表:{why}{advice}",))
