"""Which word holds where the papers of a case say different things (文书先后与轻重): time × strength, one table.

The newest word holds; a paper that is silent erases nothing. The rows below are the exceptions, where an older and stronger
word stands (law.md §3.3: a receipt beats an agreement, a finding beats a claim, the later opinion beats the earlier;
golden README: the newest word of the folder counts, what the offender merely claims is no payment).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from yingjiu.reading.facts import Paper


class Source(StrEnum):
    """How a paper knows what it says (凭什么说): by confession, by telling, by agreement, by receipt, by finding, by trial."""

    CONFESSED = "供述"
    TOLD = "陈述"
    AGREED = "约定"
    RECEIVED = "收款"
    FOUND = "认定"
    JUDGED = "裁判"
    OTHER = "其他"


_SOURCES: Final = {
    "讯问笔录": Source.CONFESSED,
    "询问笔录": Source.TOLD,
    "信访件": Source.TOLD,
    "和解协议": Source.AGREED,
    "调解协议": Source.AGREED,
    "谅解书": Source.AGREED,
    "收条": Source.RECEIVED,
    "提请批准逮捕书": Source.FOUND,
    "审查逮捕意见书": Source.FOUND,
    "起诉意见书": Source.FOUND,
    "起诉书": Source.FOUND,
    "不起诉决定书": Source.FOUND,
    "鉴定意见": Source.FOUND,
    "道路交通事故认定书": Source.FOUND,
    "刑事判决书": Source.JUDGED,
    "民事判决书": Source.JUDGED,
}
_TITLED: Final = {"审查报告": Source.FOUND, "撤回谅解声明": Source.TOLD}


@dataclass(frozen=True, slots=True)
class Row:
    """``standing`` with one of its values stays against a later ``new`` word with one of its values."""

    standing: Collection[Source]
    values: Collection[str]
    new: Collection[Source]
    against: Collection[str]
    why: str


ANY: Final = frozenset(("paid", "partial", "none", "yes", "no"))
_NOT_CONFESSED: Final = frozenset(Source) - {Source.CONFESSED}
PAYMENT: Final = (
    Row(_NOT_CONFESSED, ANY, {Source.CONFESSED}, ANY, "嫌疑人自己的说法不能推翻其他文书"),
    Row({Source.RECEIVED}, {"paid"}, {Source.AGREED}, {"partial", "none"}, "有收条为凭,协议只是约定"),
    Row({Source.RECEIVED}, {"partial"}, {Source.AGREED}, {"none"}, "有收条为凭,协议只是约定"),
    Row(_NOT_CONFESSED, {"paid"}, {Source.JUDGED}, {"partial", "none"}, "先前已经付清,判决另判的数额不等于没有付过"),
)
"""Payment (赔偿): who confesses proves nothing; money received stands against a mere agreement; paid before trial stays paid."""
FORGIVENESS: Final = (Row(_NOT_CONFESSED, ANY, {Source.CONFESSED}, ANY, "嫌疑人自己的说法不能推翻其他文书"),)
"""Forgiveness (谅解): the newest word of the victim's side or of a finding; a letter that takes it back reopens."""
ONLY: Final = "只有这一份文书说到"
NEWEST: Final = "以最新的文书为准"
NEWER_OPINION: Final = "以最新的鉴定或认定为准"


@dataclass(frozen=True, slots=True)
class Word:
    """What one paper says of one thing; ``at`` is its place in the order of time."""

    value: str
    source: Source
    at: int


@dataclass(frozen=True, slots=True)
class Holding:
    """The word that holds now, and why."""

    word: Word
    why: str


def source_of(paper: Paper) -> Source:
    """How a paper knows; by its finer name first."""
    return _TITLED.get(paper.title or "") or _SOURCES.get(paper.type, Source.OTHER)


def is_claim(paper: Paper, value: str) -> bool:
    """Whether a word is only what the offender says in the own favour: it is shown and counts for nothing."""
    return source_of(paper) is Source.CONFESSED and value in ("paid", "partial", "yes")


def weigh(words: Sequence[Word], rows: Sequence[Row]) -> Holding | None:
    """The word that holds among words in the order of time; None where nobody speaks."""
    holding: Holding | None = None
    for word in words:
        if holding is None:
            holding = Holding(word, ONLY)
            continue
        stays = next((row for row in rows if _fits(row, holding.word, word)), None)
        holding = Holding(holding.word, stays.why) if stays else Holding(word, NEWEST)
    return holding


def weigh_finding(words: Sequence[Word]) -> Holding | None:
    """The newest word of papers that find (opinion, report, indictment, judgment); else the newest of any."""
    found = [w for w in words if w.source in (Source.FOUND, Source.JUDGED)] or list(words)
    if not found:
        return None
    return Holding(found[-1], ONLY if len(words) == 1 else NEWER_OPINION)


def _fits(row: Row, standing: Word, new: Word) -> bool:
    return (
        standing.source in row.standing
        and standing.value in row.values
        and new.source in row.new
        and new.value in row.against
    )
