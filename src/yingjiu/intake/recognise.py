"""Which source a table is (认表): by its columns, the values in them, its title, and the file's name last of all.

Every source is scored; the best must stand clear of the second. What stays ambiguous or unknown is told with the
nearest source and what it lacks, never guessed. A table known by its title or its file's name only says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.source import Source, Sources
from yingjiu.intake.columns import SourceWords, Use, arrange_source, settle
from yingjiu.intake.groups import GroupWords, make_group_words
from yingjiu.intake.header import Head, HeaderGrammar, make_grammar, tidy_header
from yingjiu.intake.inference import infer_uses

_ENOUGH: Final = 3.0
_CLEAR: Final = 1.0


@dataclass(slots=True)
class Recogniser:
    """Everything recognition needs from the catalogue, arranged once."""

    kinds: Kinds
    sources: Sources
    grammar: HeaderGrammar
    words: dict[str, SourceWords]
    claims: Counter[str]
    titles: dict[str, list[Source]]
    members: frozenset[str]
    groups: dict[str, GroupWords]


@dataclass(frozen=True, slots=True)
class Recognised:
    """The source found (None: unknown), by what, the uses of the columns, and what is to be told about it."""

    source: Source | None
    by: str
    uses: tuple[Use, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Score:
    source: Source
    uses: tuple[Use, ...]
    content: float
    title: float
    file: float
    missing: tuple[str, ...]
    matched: tuple[str, ...]

    @property
    def told(self) -> float:
        return self.content + self.title


def make_recogniser(kinds: Kinds, sources: Sources) -> Recogniser:
    """Arrange a catalogue for recognition."""
    words = {name: arrange_source(s, kinds, sources) for name, s in sources.sources.items()}
    claims: Counter[str] = Counter()
    titles: dict[str, list[Source]] = {}
    for name, source in sources.sources.items():
        if not source.groups:
            claims.update({tidy_header(w) for ways in source.columns.values() for w in ways})
        for word in source.titles:
            titles.setdefault(word, []).append(sources.sources[name])
    members = frozenset(tidy_header(w) for w in sources.words.roles["成员"])
    groups = {name: make_group_words(s.groups) for name, s in sources.sources.items() if s.groups}
    return Recogniser(kinds, sources, make_grammar(sources), words, claims, titles, members, groups)


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
    titled, named = _title_scores(tools, titles), _title_scores(tools, (file,))
    scores = [_score(tools, s, heads, rows, titles, titled, named) for s in tools.sources.sources.values()]
    scores = [_favour_groups(tools, s, scores, rows) for s in scores]
    fit = [s for s in scores if not s.missing]
    fit.sort(key=lambda s: -s.told)
    if fit and fit[0].told >= _ENOUGH and _stands_clear(fit, lambda s: s.told):
        return _accept(fit[0])
    fit.sort(key=lambda s: -(s.told + s.file))
    if (
        fit
        and fit[0].file > 0
        and fit[0].told + fit[0].file >= _ENOUGH
        and _stands_clear(fit, lambda s: s.told + s.file)
    ):
        return _accept(fit[0])
    return _refuse(tools, scores, fit)


def _favour_groups(tools: Recogniser, score: _Score, scores: Sequence[_Score], rows: Sequence[Sequence[str]]) -> _Score:
    """A column that sorts people into several kinds decides, unless the table has the columns of a kind not among them.

    A list of medical relief (医疗救助) says of each person 低保 or 特困 too, and is still one list.
    """
    groups = tools.groups.get(score.source.name)
    column = next((c for c, u in enumerate(score.uses) if u.sort == "群体"), None)
    if groups is None or column is None or score.missing:
        return score
    seen = {k for row in rows if column < len(row) for k in groups.kinds_of(row[column])}
    other = any(len(s.matched) >= 2 and s.source.kind not in seen for s in scores if s.source.kind)
    return replace(score, content=score.content + 5.0) if len(seen) > 1 and not other else score


def _may_hold_people(tools: Recogniser, heads: Sequence[Head]) -> bool:
    return any(w.use_of(h).name == "残疾人证号" for w in tools.words.values() for h in heads)


def _stands_clear(fit: list[_Score], by: Callable[[_Score], float]) -> bool:
    return len(fit) < 2 or by(fit[0]) - by(fit[1]) >= _CLEAR


def _accept(score: _Score) -> Recognised:
    name = score.source.name
    told = tuple(
        f"“{u.inferred}”这一列按内容认作“{u.name if u.sort != '状态' else '状态'}”,请核对"
        for u in score.uses
        if u.inferred
    )
    if score.content >= _ENOUGH:
        by = "表头和内容" + ("、标题" if score.title > 0 else "")
        return Recognised(score.source, by, score.uses, told)
    if score.told >= _ENOUGH:
        why = f"表头看不出是哪一类,按标题或工作表名认作“{name}”,请核对"
        return Recognised(score.source, "标题", score.uses, (why, *told))
    why = f"表里没有标题,表头也看不出是哪一类,只按文件名认作“{name}”,请核对"
    return Recognised(score.source, "文件名", score.uses, (why, *told))


def _refuse(tools: Recogniser, scores: list[_Score], fit: list[_Score]) -> Recognised:
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


def title_sources(tools: Recogniser, lines: Sequence[str]) -> frozenset[str]:
    """Names of the sources whose title words stand in some lines."""
    return frozenset(_title_scores(tools, lines))


def _title_scores(tools: Recogniser, lines: Sequence[str]) -> dict[str, tuple[float, str]]:
    """Source → (score, word) by title words; a word inside a longer found word does not count."""
    text = "\n".join(tidy_header(line) for line in lines)
    found = [(text.find(w), w) for w in tools.titles if w in text]
    spans = [(start, start + len(w), w) for start, w in found]
    kept = [
        s
        for s in spans
        if not any(o is not s and o[0] <= s[0] and s[1] <= o[1] and len(o[2]) > len(s[2]) for o in spans)
    ]
    out: dict[str, tuple[float, str]] = {}
    for _, _, word in kept:
        for source in tools.titles[word]:
            if not any(bad in text for bad in source.not_titles):
                best = 4.0 + min(len(word), 6) * 0.1
                out[source.name] = max(out.get(source.name, (0.0, "")), (best, word))
    return out


def _score(
    tools: Recogniser,
    source: Source,
    heads: Sequence[Head],
    rows: Sequence[Sequence[str]],
    titles: Sequence[str],
    titled: Mapping[str, tuple[float, str]],
    named: Mapping[str, tuple[float, str]],
) -> _Score:
    words = tools.words[source.name]
    uses = infer_uses(words, settle(words, heads, tools.members), rows, tools.sources.words)
    names = {u.name for u in uses if u.sort in {"字段", "群体"}} | {u.role for u in uses if u.sort == "人"}
    texts = {t for h in heads for t in (h.text, h.plain, *h.roles)}
    missing = tuple("或".join(ways) for ways in source.required if not names & set(ways))
    fields = {u.name for u in uses if u.sort in {"字段", "群体"}}
    matched = tuple(t for t in source.telling if t in fields or t in texts)
    content = sum(sorted((_telling_weight(tools, t, heads, uses) for t in matched), reverse=True)[:3])
    for head, use in zip(heads, uses, strict=True):
        if use.sort == "字段":
            content += 2.0 / max(tools.claims[head.plain] or tools.claims[head.text], 1)
        elif use.sort == "未知" and tools.claims[head.plain]:
            content -= 1.0 / tools.claims[head.plain]
    content += _value_score(tools, words, uses, rows) + _number_score(source, uses, rows)
    title = titled.get(source.name, (0.0, ""))[0]
    filing = "".join(titles)
    if any(unit in filing for unit in source.units):
        title += 1.0
    if any(bad in filing for bad in source.not_titles):
        title -= 4.0
    return _Score(source, uses, content, title, named.get(source.name, (0.0, ""))[0], missing, matched)


def _telling_weight(tools: Recogniser, told: str, heads: Sequence[Head], uses: Sequence[Use]) -> float:
    """A column that only this source has tells enough by itself."""
    headers = [h for h, u in zip(heads, uses, strict=True) if told in {u.name, h.text, h.plain}]
    return 3.0 if headers and all(tools.claims[h.plain] <= 1 for h in headers) else 2.0


def _value_score(tools: Recogniser, words: SourceWords, uses: Sequence[Use], rows: Sequence[Sequence[str]]) -> float:
    """What the cells say: values this source is known for, closed values known or not, kinds of group."""
    score = 0.0
    for c, use in enumerate(uses):
        if use.sort not in {"字段", "群体"}:
            continue
        values = [row[c] for row in rows if c < len(row) and row[c]]
        if not values:
            continue
        if use.sort == "群体":
            score += _group_score(tools.groups[words.source.name], values)
        elif told := words.source.telling_values.get(use.name):
            share = sum(any(t in v for t in told) for v in values) / len(values)
            score += 4.0 * share if share >= 0.3 else -2.0
        elif words.kind and (closed := words.kind.fields.get(use.name)) and closed.values:
            share = sum(closed.read_value(v) is not None for v in values) / len(values)
            score += 2.0 * share - 1.0
    return score


def _group_score(groups: GroupWords, values: Sequence[str]) -> float:
    """A column that sorts people into two kinds or more makes a table one of several groups."""
    kinds = [groups.kinds_of(v) for v in values]
    known = [k for k in kinds if k]
    several = {k for ks in known for k in ks}
    if len(known) * 10 < len(values) * 6:
        return -6.0
    return 7.0 if len(several) > 1 else -3.0


def _number_score(source: Source, uses: Sequence[Use], rows: Sequence[Sequence[str]]) -> float:
    """Case numbers of its office: the prosecution's own say more than a court's, which others cite."""
    if not source.numbers:
        return 0.0
    for c, use in enumerate(uses):
        if use.sort != "字段" or not use.name.endswith(("号", "依据")):
            continue
        values = [row[c] for row in rows if c < len(row) and row[c]]
        if values and sum(any(n in v for n in source.numbers) for v in values) * 2 >= len(values):
            return 8.0 if all(n.startswith("检") for n in source.numbers[:1]) else 4.0
    return 0.0
