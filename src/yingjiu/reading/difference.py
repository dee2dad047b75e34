"""What changed between two readings of one text (两次读取的差别): a pure comparison of two records of ``read_item``.

A field that one of the two versions did not write yet is not compared: it is new, not changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from yingjiu.reading.sentences import sentence_at

Record = Mapping[str, Any]
"""One line of ``yingjiu read --jsonl``."""

_WHOLE: Final = {"type": "文书类型", "cause": "案由", "injury": "全文伤情", "hardship": "全文困难"}
_WHOLE_STATES: Final = {"compensation": "全文赔偿", "forgiven": "全文谅解"}
_VICTIM: Final = {"compensation": "赔偿", "forgiven": "谅解", "injury": "伤情", "loss": "损失", "id_number": "证件号码"}
_WORDS: Final = {
    "paid": "已赔偿",
    "partial": "部分赔偿",
    "none": "未赔偿",
    "yes": "已谅解",
    "no": "未谅解",
    "unknown": "不明",
    "True": "有",
    "False": "无",
}
_EMPTY: Final = frozenset([None, "", "unknown", False])
_IDENTITY: Final = ("kind", "value", "polarity", "person", "payer", "amount", "day")
_MOST: Final = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs.

    Attributes:
        sign: ``+`` only the new version says it, ``−`` only the old one, ``~`` both, with another value.
        kind: what the fact is about, in Chinese.
        person: the victim or other person it concerns.
        old: the value before, as a person reads it.
        new: the value now.
        sentence: the sentence it stands in; empty where the text does not show it.
    """

    sign: str
    kind: str
    person: str | None = None
    old: str | None = None
    new: str | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often facts of one kind changed, and in how many papers."""

    kind: str
    added: int
    removed: int
    changed: int
    papers: int


def compare_records(text: str, old: Record, new: Record) -> list[Change]:
    """All changes from ``old`` to ``new``, two readings of ``text``; the whole paper first, then victims, then facts."""
    out = _whole(text, old, new)
    out += _people(text, "嫌疑人", None, old.get("suspects"), new.get("suspects"))
    if "victims" in old and "victims" in new:
        out += _victims(text, old["victims"], new["victims"])
    if "facts" in old and "facts" in new:
        out += _facts(text, old["facts"], new["facts"])
    return out


def tally_changes(papers: Iterable[Sequence[Change]]) -> list[Tally]:
    """Counts a kind of fact, in the order the kinds first came."""
    signs: dict[str, Counter[str]] = {}
    for changes in papers:
        for change in changes:
            signs.setdefault(change.kind, Counter())[change.sign] += 1
        for kind in {change.kind for change in changes}:
            signs[kind]["papers"] += 1
    return [Tally(kind, n["+"], n["−"], n["~"], n["papers"]) for kind, n in signs.items()]


def _whole(text: str, old: Record, new: Record) -> list[Change]:
    out: list[Change] = []
    for field, kind in _WHOLE.items():
        out += _value(kind, None, field, old, new, lambda value: _sentence_of(text, str(value)))
    out += _people(text, "罪名", None, _listed(old, "charge"), _listed(new, "charge"), as_value=True)
    for field, kind in _WHOLE_STATES.items():
        out += _value(kind, None, field, old, new, lambda _: _evidence(text, old, new))
    return out


def _victims(text: str, old: Sequence[Record], new: Sequence[Record]) -> list[Change]:
    pairs, gone, come = _paired(old, new)
    out = [Change("−", "被害人", v["name"], old=v["name"], sentence=_sentence_of(text, v["name"])) for v in gone]
    out += [Change("+", "被害人", v["name"], new=v["name"], sentence=_sentence_of(text, v["name"])) for v in come]
    for before, after in pairs:
        person = str(after["name"])
        if before["name"] != person:
            out.append(Change("~", "被害人", person, before["name"], person, _sentence_of(text, person)))
        for field, kind in _VICTIM.items():
            out += _value(kind, person, field, before, after, _finder(text, field, before, after))
        out += _people(text, "近亲属", person, before.get("relatives"), after.get("relatives"))
    for victims, sign in ((gone, "−"), (come, "+")):
        for victim in victims:
            out += _alone(text, victim, sign)
    return out


def _alone(text: str, victim: Record, sign: str) -> list[Change]:
    """The known values of a victim whom only one version has."""
    out = []
    for field, kind in _VICTIM.items():
        if victim.get(field) in _EMPTY:
            continue
        value, sentence = _words(victim[field]), _finder(text, field, victim, victim)(victim[field])
        old, new = (value, None) if sign == "−" else (None, value)
        out.append(Change(sign, kind, victim["name"], old, new, sentence))
    return out


def _paired(
    old: Sequence[Record], new: Sequence[Record]
) -> tuple[list[tuple[Record, Record]], list[Record], list[Record]]:
    """Victims of both versions: by name, then by number, then by a name that is the start of the other."""
    gone, come = list(old), list(new)
    pairs: list[tuple[Record, Record]] = []
    for same in (_same_name, _same_number, _longer_name):
        for before in list(gone):
            found = [after for after in come if same(before, after)]
            if found and (same is _same_name or len(found) == 1):
                pairs.append((before, found[0]))
                _drop(gone, before)
                _drop(come, found[0])
    return sorted(pairs, key=lambda pair: _place(new, pair[1])), gone, come


def _same_name(one: Record, other: Record) -> bool:
    return bool(one["name"] == other["name"])


def _same_number(one: Record, other: Record) -> bool:
    return bool(one.get("id_number")) and one.get("id_number") == other.get("id_number")


def _longer_name(one: Record, other: Record) -> bool:
    short, long = sorted((str(one["name"]), str(other["name"])), key=len)
    return len(short) > 1 and long.startswith(short)


def _drop(victims: list[Record], one: Record) -> None:
    victims.pop(_place(victims, one))


def _place(victims: Sequence[Record], one: Record) -> int:
    return next(at for at, victim in enumerate(victims) if victim is one)


def _facts(text: str, old: Sequence[Record], new: Sequence[Record]) -> list[Change]:
    gone, come = _without_equals(old, new)
    out: list[Change] = []
    for same in (_overlap, _same_person):
        for before in list(gone):
            after = next((fact for fact in come if same(before, fact)), None)
            if after is not None:
                out.append(_fact_change(text, "~", before, after))
                _drop(gone, before)
                _drop(come, after)
    out += [_fact_change(text, "−", fact, None) for fact in gone]
    return out + [_fact_change(text, "+", None, fact) for fact in come]


def _without_equals(old: Sequence[Record], new: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """Facts of each side that the other side does not say; a fact quoted from another place is the same fact."""
    gone, come = list(old), list(new)
    for placed in (True, False):
        for before in list(gone):
            key = _key(before, placed=placed)
            after = next((fact for fact in come if _key(fact, placed=placed) == key), None)
            if after is not None:
                _drop(gone, before)
                _drop(come, after)
    return gone, come


def _key(fact: Record, *, placed: bool) -> tuple[Any, ...]:
    return (*map(fact.get, _IDENTITY), *((fact.get("start"), fact.get("end")) if placed else ()))


def _overlap(one: Record, other: Record) -> bool:
    same = one.get("kind") == other.get("kind")
    return same and one.get("start", 0) < other.get("end", 0) and other.get("start", 0) < one.get("end", 0)


def _same_person(one: Record, other: Record) -> bool:
    return all(one.get(field) == other.get(field) for field in ("kind", "value", "person"))


def _fact_change(text: str, sign: str, old: Record | None, new: Record | None) -> Change:
    fact = new or old or {}
    sentence = _cut(text, int(fact.get("start") or 0), int(fact.get("end") or 0))
    moved = bool(old and new) and (old or {}).get("person") != (new or {}).get("person")
    old_words, new_words = (_fact_words(side, named=moved) if side else None for side in (old, new))
    return Change(sign, f"事实:{fact.get('kind')}", fact.get("person"), old_words, new_words, sentence)


def _fact_words(fact: Record, *, named: bool) -> str:
    amount = f"{fact['amount']:g}元" if fact.get("amount") is not None else None
    payer = f"付款人{fact['payer']}" if fact.get("payer") else None
    person = fact.get("person") if named else None
    parts = (f"[{fact.get('polarity')}]", fact.get("value"), person, payer, amount, fact.get("day"))
    return " ".join(str(part) for part in parts if part)


def _value(
    kind: str, person: str | None, field: str, old: Record, new: Record, find: Callable[[Any], str]
) -> list[Change]:
    """The change of one field; none where a version does not write it."""
    if field not in old or field not in new or old[field] == new[field]:
        return []
    before, after = old[field], new[field]
    sign = "+" if before in _EMPTY else "−" if after in _EMPTY else "~"
    return [Change(sign, kind, person, _words(before), _words(after), find(before if sign == "−" else after))]


def _words(value: Any) -> str | None:
    if value is None or value == "":
        return None
    return f"{value:.2f}元" if isinstance(value, float) else _WORDS.get(str(value), str(value))


def _listed(record: Record, field: str) -> list[Any] | None:
    return [record[field]] if record.get(field) else [] if field in record else None


def _people(
    text: str,
    kind: str,
    person: str | None,
    old: Sequence[Any] | None,
    new: Sequence[Any] | None,
    *,
    as_value: bool = False,
) -> list[Change]:
    """Entries of a list that came or went; with ``as_value`` one that took the place of another is a change."""
    if old is None or new is None:
        return []
    gone, come = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    if as_value and gone and come:
        return [Change("~", kind, person, gone[0], come[0], _sentence_of(text, str(come[0])))]
    out = [Change("−", kind, person, old=str(one), sentence=_sentence_of(text, str(one))) for one in gone]
    return out + [Change("+", kind, person, new=str(one), sentence=_sentence_of(text, str(one))) for one in come]


def _finder(text: str, field: str, old: Record, new: Record) -> Callable[[Any], str]:
    """How the sentence of a victim's value is found: its evidence, else where its words stand, else the name."""
    if field in _WHOLE_STATES:
        return lambda _: _evidence(text, old, new) or _sentence_of(text, str(new["name"]))

    def by_words(value: Any) -> str:
        words = f"{value:g}" if isinstance(value, float) else str(value)
        return _sentence_of(text, words) or _sentence_of(text, str(new["name"]))

    return by_words


def _evidence(text: str, old: Record, new: Record) -> str:
    """The sentence of the first span that only one side has, the new side first; else of any span."""
    sides = [[(span["start"], span["end"]) for span in side.get("evidence", ())] for side in (new, old)]
    for mine, other in (sides, reversed(sides)):
        for start, end in mine:
            if (start, end) not in other:
                return _cut(text, start, end)
    both = sides[0] or sides[1]
    return _cut(text, *both[0]) if both else ""


def _sentence_of(text: str, words: str) -> str:
    at = text.find(words) if words else -1
    return _cut(text, at, at + len(words)) if at >= 0 else ""


def _cut(text: str, start: int, end: int) -> str:
    """The sentence around a place on one line, its sides cut where it is very long."""
    first, last = sentence_at(text, start)
    last = max(last, end)
    spare = max(0, _MOST - (end - start)) // 2
    head, tail = max(first, start - spare), min(last, max(end, start + _MOST // 2) + spare, start + 2 * _MOST)
    words = "".join(text[head:tail].split())
    return ("…" if head > first else "") + words + ("…" if tail < last else "")
