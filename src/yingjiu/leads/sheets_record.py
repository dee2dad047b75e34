"""How a record is told to a person (记录的说法): which list or ledger, where it stands, since when, which sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from yingjiu.matching.people import Mention

FACT_WORDS: Final = {
    "compensation": "赔偿",
    "forgiven": "谅解",
    "hardship": "困难",
    "injury": "伤情",
    "dead": "伤情",
    "loss": "损失",
    "执行": "执行",
    "charge": "罪名",
    "cause": "案由",
    "relatives": "近亲属",
    "name": "身份",
    "原告": "身份",
}
FACT_ORDER: Final = ("compensation", "hardship", "injury", "dead", "loss", "forgiven", "执行")
RULE_WORDS: Final = {
    "证件号码": "按证件号码认定",
    "姓名性别出生日期": "没有证件号码,按姓名、性别、出生日期认定",
    "姓名性别出生年月": "没有证件号码,按姓名、性别、出生年月认定",
    "同案同名": "没有证件号码,按同一案件内同名认定",
    "不止一人相符": "没有证件号码,有不止一人相符,没有合并",
    "只有姓名": "只有姓名,没有与别的记录合并",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a paper: where it stands, the paper's type and day, which fact it tells, the words.

    In a volume, ``cited`` names the page of the sentence and ``bound`` those of its paper (证据卷二 P55–56).
    """

    place: str
    type: str
    day: str | None
    fact: str
    text: str
    cited: str = ""
    bound: str = ""

    @property
    def source(self) -> str:
        """Paper and day, short."""
        return f"{self.type} {self.day}" if self.day else self.type


def quotes_of(mention: Mention) -> list[Quote]:
    """The sentences behind a mention that came from papers."""
    return [_quote(line) for line in mention.fields.get("证据", ())]


@lru_cache(maxsize=1 << 17)
def _quote(line: str) -> Quote:
    """One sentence from the line that matching wrote; asked for again by every sheet."""
    data = json.loads(line)
    where = (data.get("cited", ""), data.get("bound", ""))
    return Quote(data["place"], data["type"], data.get("day"), data["fact"], data["quote"], *where)


def choose_quotes(mentions: Iterable[Mention], most: int) -> list[Quote]:
    """The sentences that decide, at most ``most``: the newest on payment first, then hardship, injury, loss.

    A sentence that tells two facts is given once, with both.
    """
    told: dict[tuple[str, str], list[Quote]] = {}
    for quote in (q for m in mentions for q in quotes_of(m) if q.fact in FACT_ORDER):
        told.setdefault((quote.place, quote.text), []).append(quote)
    chosen = [_together(quotes) for quotes in told.values()]
    ranked = sorted(chosen, key=lambda q: q.day or "", reverse=True)
    by_fact = sorted(ranked, key=lambda q: FACT_ORDER.index(q.fact.split("+")[0]))
    first: dict[str, Quote] = {}
    for quote in by_fact:
        first.setdefault(FACT_WORDS[quote.fact.split("+")[0]], quote)
    rest = [q for q in by_fact if q not in first.values()]
    return [*first.values(), *rest][:most]


def _together(quotes: Iterable[Quote]) -> Quote:
    """Quotes of one sentence as one; its facts in order, joined by +."""
    same = list(quotes)
    facts = sorted({q.fact for q in same}, key=FACT_ORDER.index)
    return replace(same[0], fact="+".join(facts))


def quote_words(quote: Quote, *, width: int = 90, place: bool = True) -> str:
    """A sentence with its fact, its paper and (with ``place``) the name of the file."""
    text = re.sub(r"\s+", "", quote.text)
    text = text if len(text) <= width else text[: width - 1] + "…"
    where = f"{quote.source},{place_words(quote.place, quote.cited).rpartition('/')[2]}" if place else quote.source
    facts = "、".join(dict.fromkeys(FACT_WORDS.get(f, f) for f in quote.fact.split("+")))
    return f"{facts}:“{text}”({where})"


def place_words(place: str, cited: str = "") -> str:
    """Where a record stands: a path below the input folder, with pages (as cited) or with sheet and row.

    >>> place_words("a/卷.pdf#3-5"), place_words("b.xlsx#Sheet1#7"), place_words("c.csv##7")
    ('a/卷.pdf 第3-5页', 'b.xlsx Sheet1 第7行', 'c.csv 第7行')
    >>> place_words("a/卷.pdf#3-5", "证据卷二 P2–4")
    'a/卷.pdf 证据卷二 P2–4'
    """
    file, *parts = place.split("#")
    if len(parts) == 1 and re.fullmatch(r"\d+-\d+", parts[0]):
        return f"{file} {cited or f'第{parts[0]}页'}"
    if parts and parts[-1].isdigit():
        parts[-1] = f"第{parts[-1]}行"
    return " ".join(filter(None, (file, *parts)))


def places_of(mention: Mention) -> list[str]:
    """Where a record stands: the papers it was read from, else the row of the table."""
    files = list(dict.fromkeys(place_words(q.place, q.bound) for q in quotes_of(mention)))
    return files if files or mention.kind == "案件" else [place_words(mention.place)]


def said(mention: Mention, name: str) -> str:
    """The values of a field as one text."""
    return "、".join(dict.fromkeys(mention.fields.get(name, ())))


def all_said(mentions: Iterable[Mention], *names: str) -> list[str]:
    """Every value of these fields over mentions, each once."""
    return list(dict.fromkeys(v for m in mentions for n in names for v in m.fields.get(n, ()) if v))


def standing_words(mention: Mention) -> str:
    """Since when on a list, or that the person has left it."""
    since = f"{mention.since}起" if mention.since else ""
    if mention.present:
        return since or "在册"
    until = f"{mention.until}止" if mention.until else "止期不明"
    return f"已离册,{since}{'至' if since else ''}{until}" if since else f"已离册,{until}"


def register_words(mention: Mention) -> str:
    """A list and the standing on it, with the grade that matters (保障类别, 残疾等级 …)."""
    extra = "".join(all_said([mention], "残疾类别", "残疾等级", "监测类别", "困境类型"))
    return f"{mention.kind}{'·' + extra if extra else ''}({standing_words(mention)})"


def money_words(amount: str) -> str:
    """A sum in yuan with separators; what is no number stays as it is.

    >>> money_words("20000"), money_words("1234.50"), money_words("不详")
    ('20,000元', '1,234.5元', '不详')
    """
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return amount
    whole = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return f"{whole:,f}元"
