"""How much speaks for each source (认表的分): telling columns, header words, cells, titles, file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.catalog.kind import Kinds
from yingjiu.catalog.source import Source, Sources
from yingjiu.intake.columns import SourceWords, Use, arrange_source, settle
from yingjiu.intake.groups import GroupWords, find_group_column, find_marked_groups, make_group_words
from yingjiu.intake.header import Head, HeaderGrammar, make_grammar, tidy_header
from yingjiu.intake.inference import infer_uses

_ONE_GROUP: Final = 4.5
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?度?(?:第[一二三四]季度|\d{1,2}月份?)?")


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
class Score:
    """What speaks for one source: by columns and cells, titles, file name; what it lacks and what it has."""

    source: Source
    uses: tuple[Use, ...]
    content: float
    title: float
    file: float
    missing: tuple[str, ...]
    matched: tuple[str, ...]

    @property
    def told(self) -> float:
        """All that speaks for it but the file's name."""
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


def title_sources(tools: Recogniser, lines: Sequence[str]) -> frozenset[str]:
    """Names of the sources whose title words stand in some lines."""
    return frozenset(title_scores(tools, lines))


def title_scores(tools: Recogniser, lines: Sequence[str]) -> dict[str, tuple[float, str]]:
    """Source → (score, word) by title words; a word inside a longer found word does not count."""
    text = "\n".join(_tidy_title(line) for line in lines)
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


def _tells_freely(tools: Recogniser, score: Score, column: int) -> bool:
    """Whether a column is the list's own description of its people (困难类型: 残疾、独居老人), in words of any kind."""
    use, kind = score.uses[column], tools.kinds.kinds.get(score.source.kind)
    found = kind.fields.get(use.name) if kind and use.sort == "字段" else None
    return found is not None and found.type == "文字"


def _tidy_title(line: str) -> str:
    """A title line without the year or month it was made for, which stands between the words it is known by."""
    return _YEAR.sub("", tidy_header(line))


def score_source(
    tools: Recogniser,
    source: Source,
    heads: Sequence[Head],
    rows: Sequence[Sequence[str]],
    titles: Sequence[str],
    titled: Mapping[str, tuple[float, str]],
    named: Mapping[str, tuple[float, str]],
) -> Score:
    """Score one source: header words few sources use count more, values and titles of its own most."""
    words = tools.words[source.name]
    uses = infer_uses(words, settle(words, heads, tools.members), rows, tools.sources.words)
    if groups := tools.groups.get(source.name):
        uses = _take_groups(groups, heads, uses, rows)
    marked = {"群体"} if any(u.sort == "标记" for u in uses) else set()
    names = marked | {u.name for u in uses if u.sort in {"字段", "群体"}} | {u.role for u in uses if u.sort == "人"}
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
    filing = "\n".join(_tidy_title(line) for line in titles)
    if any(unit in filing for unit in source.units):
        title += 1.0
    if any(bad in filing for bad in source.not_titles):
        title -= 4.0
    return Score(source, uses, content, title, named.get(source.name, (0.0, ""))[0], missing, matched)


def _take_groups(
    groups: GroupWords, heads: Sequence[Head], uses: tuple[Use, ...], rows: Sequence[Sequence[str]]
) -> tuple[Use, ...]:
    """A column of groups by its cells, where the header's words give none that sorts."""
    given = [c for c, u in enumerate(uses) if u.sort == "群体"]
    others = [c for c, u in enumerate(uses) if u.sort not in {"群体", "人"}]
    found = find_group_column(groups, given, rows)
    inferred = found is None
    if inferred:
        found = find_group_column(groups, others, rows)
    if found is None:
        marked = find_marked_groups(groups, {c: heads[c].plain for c in others}, rows)
        return tuple(Use("标记", marked[c]) if c in marked else u for c, u in enumerate(uses))
    out = [replace(u, sort="不用") if u.sort == "群体" and c != found else u for c, u in enumerate(uses)]
    if inferred:
        out[found] = Use("群体", "群体", inferred=heads[found].plain)
    return tuple(out)


def _telling_weight(tools: Recogniser, told: str, heads: Sequence[Head], uses: Sequence[Use]) -> float:
    """A column that only this source has tells enough by itself."""
    headers = [h for h, u in zip(heads, uses, strict=True) if told in {u.name, h.text, h.plain}]
    return 3.0 if headers and all(tools.claims[h.plain] <= 1 for h in headers) else 2.0


def _value_score(tools: Recogniser, words: SourceWords, uses: Sequence[Use], rows: Sequence[Sequence[str]]) -> float:
    """What the cells say: values this source is known for, closed values known or not, kinds of group."""
    score = 7.0 if any(u.sort == "标记" for u in uses) else 0.0
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
    if len(several) == 1 and all(groups.names_kind(v) for v in set(values)):
        return _ONE_GROUP
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


def favour_groups(
    tools: Recogniser, score: Score, scores: Sequence[Score], rows: Sequence[Sequence[str]], said: frozenset[str]
) -> Score:
    """A column that sorts people into several kinds decides, unless the table is the list of a kind not among them.

    A list of medical relief (医疗救助) says of each person 低保 or 特困 too, and is still one list: by its columns or
    by its title (``said`` are the sources named by the title, else by the file).
    """
    groups = tools.groups.get(score.source.name)
    column = next((c for c, u in enumerate(score.uses) if u.sort == "群体"), None)
    if groups is None or score.missing:
        return score
    seen = {u.name for u in score.uses if u.sort == "标记"}
    if column is not None:
        seen = {k for row in rows if column < len(row) for k in groups.kinds_of(row[column])}
    kinds = {tools.sources.sources[name].kind for name in said}
    is_other = bool(kinds) and score.source.name not in said and not kinds & seen
    if is_other or (column is not None and _is_described(tools, score.source.name, scores, column, seen, said)):
        return replace(score, content=score.content - 7.0)
    rival = any(len(s.matched) >= 2 and s.source.kind not in seen for s in scores if s.source.kind)
    if column is None:
        return replace(score, content=score.content - 7.0) if rival and seen else score
    if len(seen) == 1 and any(s.source.kind in seen and s.told >= _ONE_GROUP for s in scores):
        return replace(score, content=score.content - _ONE_GROUP)
    return replace(score, content=score.content + (-3.0 if rival else 5.0)) if len(seen) > 1 else score


def _is_described(
    tools: Recogniser, name: str, scores: Sequence[Score], column: int, seen: set[str], said: frozenset[str]
) -> bool:
    """Whether the column of groups is a titled list's own description of its people, in words of any kind."""
    return name not in said and any(
        s.source.name in said and s.source.kind in seen and _tells_freely(tools, s, column) for s in scores
    )
