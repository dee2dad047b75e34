"""The day of the event (案发日): as the sentences of the papers give it, else the latest day on which it can have been.

A sentence that tells the harm mostly begins with its day. Days of birth, of opinions and of papers are not it; a day after
the paper that tells it, or more than fifteen years before, is not it either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.leads.course import course_of
from yingjiu.leads.sheets_record import Quote, quotes_of
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.people import Mention
from yingjiu.values.dates import read_day

FACTS: Final = frozenset({"injury", "dead", "loss", "charge"})
OLDEST: Final = 15
_DAY: Final = re.compile(r"(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?")
_NOT_EVENT: Final = re.compile(
    r"^[^,，。;；]{0,12}(?:出生|生[,，于在]|鉴定|检验|评定|认定|出具|作出|签订|达成|立案|受理|刑事拘留|逮捕|判决|赔偿|支付)"
)


@dataclass(frozen=True, slots=True)
class EventDay:
    """ISO day to the precision known; not ``exact``: the event was on that day or before; ``words`` say where it is from."""

    day: str
    exact: bool
    words: str


def event_day(
    mentions: Iterable[Mention], papers: Iterable[FiledPaper] = (), names: Sequence[str] = ()
) -> EventDay | None:
    """The day of the event; None where nothing bounds it.

    Args:
        mentions: the person's records of it.
        papers: papers of the case, whose kept sentences are read too.
        names: the victim's; a sentence of a paper counts where it names one of them.
    """
    own = list(mentions)
    given = [d for m in own for d in m.fields.get("案发日期", ()) if d]
    if given:
        return EventDay(min(given), exact=True, words="案发日期一栏")
    quotes = [q for m in own for q in quotes_of(m) if q.fact in FACTS]
    told = Counter(day for q in (*quotes, *_sentences(papers, names)) for day in days_of(q))
    if told:
        most = max(told.values())
        day = min(d for d, n in told.items() if n == most)
        return EventDay(day, exact=True, words="文书写明")
    return _latest(own)


def days_of(quote: Quote) -> Iterator[str]:
    """The first day in a sentence that can be the event's."""
    text = "".join(quote.text.split())
    for found in _DAY.finditer(text):
        day = read_day(found[0])
        if day is None or _NOT_EVENT.match(text[found.end() :]):
            continue
        if quote.day and (day > quote.day or int(quote.day[:4]) - int(day[:4]) > OLDEST):
            continue
        yield day
        return


def _sentences(papers: Iterable[FiledPaper], names: Sequence[str]) -> Iterator[Quote]:
    """Sentences that a paper's key words kept, each once, where they name the victim."""
    for one in papers:
        kept = {s for told in one.paper.words.values() for s in told}
        for text in sorted(kept):
            if any(n in text for n in names):
                yield Quote(one.place, one.paper.type, one.paper.day, "words", text)


def _latest(mentions: Iterable[Mention]) -> EventDay | None:
    """The first dated node of the case: the event cannot be later."""
    known = [(s.day, s.node) for s in course_of(mentions) if s.day]
    if not known:
        return None
    day, node = min(known)
    return EventDay(day, exact=False, words=f"文书没有写明,不晚于{node}")
