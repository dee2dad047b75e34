"""Finds whom a word in a sentence concerns (说的是谁): the one harmed, or the one who acts.

Harm belongs to the victim named last before it (李某将王某砍成重伤: 王某); an act, a fault and a responsibility belong to
the subject of their clause (李某撞倒王某,负全部责任: 李某).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from yingjiu.reading.people import Mention

FRESH: Final = 160
"""Characters after which a harm told without a name no longer belongs to the victim named before its sentence."""

_TO_OTHER: Final = re.compile(
    r"[将把致对向朝打砍捅刺撞踢砸咬烧推掐殴其]|被害人|受害人|伤者|死者|失主|[，,]被|(?<!使)送"
)
_SUBJECT: Final = re.compile(r"(?:的|所受|之)?(?:损伤|伤情|伤势|所受损伤|受伤|人体|身体|伤(?=[为属系构]))")
_IS: Final = re.compile(
    r"(?:的|之)?(?:伤情|损伤|伤势|伤)?(?:程度)?(?:被|经)?(?:鉴定|评定)?(?:为|系|属于?|构成|达到?|均)*(?:的)?"
)
_KIN: Final = re.compile(
    r"(?:的|之|其)(?:父亲?|母亲?|父母|妻子?|丈夫|儿子?|女儿|[爷奶祖外][爷奶父母公婆]+|家属|亲属|老伴|家人|配偶|子女|孩子)"
)
_MANY: Final = re.compile(
    r"(?<![致成第])([一二两三四五六七八九十各])(?:名|位|个)?(?:被害人|受害人|伤者|死者|人)|(?:被害人|受害人|双方|伤者)(?:均|都)"
)
_COUNT: Final = {"两": 2} | {sign: i for i, sign in enumerate("一二三四五六七八九十", 1)}
_PLAIN: Final = re.compile(r"被害人|受害人|被害方|伤者|死者|失主|受害方")
_ACCUSED: Final = re.compile(r"被告人|犯罪嫌疑人|嫌疑人|肇事者|肇事司机|肇事驾驶员|肇事人|加害人")
_CLAIMS: Final = re.compile("辩称|辩解|辩护称")
_OBJECT: Final = re.compile(
    r"(?:对|向|与|和|跟|同|将|把|朝|撞倒|撞上|殴打|追打|致使?|找|和?与)(?:前来劝架的)?(?:被害人|行人|被告人|受害人)?$"
)
_AGENT: Final = re.compile(r"[被遭](?:被告人|犯罪嫌疑人)?$")


class Whose(NamedTuple):
    """Names a statement concerns.

    ``other``: it is somebody's who is no victim (of that name, if it is told); ``counted``: 二人 names them all.
    """

    names: tuple[str, ...] = ()
    other: bool = False
    counted: bool = False


class Owners:
    """The people of one paper, ready to be asked whom a place of its text concerns."""

    __slots__ = ("_mentions", "_starts", "_suspects", "_text", "_victims", "_wanted")

    def __init__(
        self, text: str, mentions: Sequence[Mention], victims: Collection[str], suspects: Sequence[str] = ()
    ) -> None:
        self._text, self._mentions = text, mentions
        self._victims, self._wanted, self._suspects = tuple(victims), frozenset(victims), tuple(suspects)
        self._starts = [mention.start for mention in mentions]

    def sentence(self, at: int) -> int:
        """Start of the sentence that holds a place (looked for in the 300 characters before it)."""
        text, low = self._text, max(at - 300, 0)
        begin = max(text.rfind("。", low, at), text.rfind("；", low, at), text.rfind("\n", low, at))
        return begin + 1 if begin >= 0 else low

    def clause(self, at: int, begin: int) -> int:
        """Start of the clause that holds a place of the sentence that begins at ``begin``."""
        text = self._text
        return max(begin, text.rfind("，", begin, at) + 1, text.rfind("：", begin, at) + 1)

    def is_claimed(self, at: int) -> bool:
        """Whether the sentence only tells what the accused says: 李某辩称…, up to 经查."""
        begin = self.sentence(at)
        said = _CLAIMS.search(self._text, begin, at)
        return said is not None and self._text.find("经查", said.end(), at) < 0

    def group(self, at: int) -> tuple[str, ...]:
        """The names of the list a mention belongs to, in order."""
        mentions, group = self._mentions, self._mentions[at].group
        first = last = at
        while first and mentions[first - 1].group == group:
            first -= 1
        while last + 1 < len(mentions) and mentions[last + 1].group == group:
            last += 1
        return tuple(dict.fromkeys(m.name for m in mentions[first : last + 1]))

    def before(self, at: int) -> int:
        """Number of the mention that begins last before a place, -1 where there is none."""
        return bisect_right(self._starts, at) - 1

    def is_count(self, at: int) -> bool:
        """Whether 一人 before a place counts people it does not name; A、B三人死亡 names them."""
        number = self.before(at)
        near = number >= 0 and self._mentions[number].name in self._wanted and at - self._mentions[number].end <= 6
        return len(self._victims) > 1 and not near

    def behind(self, end: int) -> tuple[str, ...]:
        """打死被害人X · 发还失主X: the victims named right behind a word."""
        at = self.before(end - 1) + 1
        if at < len(self._mentions) and self._mentions[at].name in self._wanted:
            start = self._mentions[at].start
            if start - end <= 5 and self._text[end:start] in _LINKS:
                return self._harmed_of(at)
        return ()

    def harmed(self, at: int, *, strict: bool = False) -> Whose:
        """Whose harm stands at a place.

        Args:
            at: where the word begins.
            strict: the word can be said of anybody (抑郁, 瘫痪), so that another person as the subject keeps it.
        """
        text, mentions = self._text, self._mentions
        begin = self.sentence(at)
        number = self.before(at)
        many = self._many(max(begin, mentions[number].end if number >= 0 else 0), at)
        if many:
            return Whose(many, counted=True)
        limit = begin - FRESH
        while number >= 0 and mentions[number].start >= limit:
            one = mentions[number]
            if one.name in self._wanted:
                kin = strict and _KIN.search(text, max(one.end, begin), at)
                return Whose((), other=True) if kin else Whose(self._harmed_of(number))
            if one.start >= begin and self._keeps(one, at, strict=strict):
                return Whose((one.name,), other=strict or self.is_accused(one.name) or not _IS.match(text, one.end))
            number -= 1
        if strict and _KIN.search(text, self.clause(at, begin), at):
            return Whose((), other=True)
        return Whose(self._victims if len(self._victims) == 1 else ())

    def acting(self, at: int, *, called: bool = True) -> Whose:
        """Who is the subject at a place: of its clause, else of the clauses before it in the sentence.

        Args:
            at: where the word begins.
            called: 被害人 and 被告人 without a name count, too.
        """
        text, begin = self._text, self.sentence(at)
        stop, first = at, True
        while stop > begin:
            start = self.clause(stop, begin)
            found = self._subject(start, stop, last=first, called=called)
            if found:
                return Whose(found, other=not self._wanted.intersection(found))
            stop, first = start - 1, False
        low = max(begin - FRESH, 0)
        if begin > low and text.find("其", self.clause(at, begin), at) >= 0:
            number = self.before(begin)
            if number >= 0 and self._mentions[number].start >= low:
                found = self.group(number)
                return Whose(found, other=not self._wanted.intersection(found))
        return Whose()

    def _subject(self, start: int, stop: int, *, last: bool, called: bool) -> tuple[str, ...]:
        """Who is subject of the clause at ``text[start:stop]``: the last one named before the word, else the first."""
        text, found = self._text, list[tuple[int, tuple[str, ...]]]()
        number = self.before(stop)
        while number >= 0 and self._mentions[number].start >= start:
            mention = self._mentions[number]
            if mention.name not in self._wanted and mention.left.kind in ("公职", "证人"):
                number -= 1
                continue
            if not _OBJECT.search(text, max(start, mention.start - 12), mention.start):
                found.append((mention.start, self.group(number)))
            number -= 1
        if found:
            return found[0][1] if last else found[-1][1]
        return self._called(start, stop) if called else ()

    def _called(self, start: int, stop: int) -> tuple[str, ...]:
        """被害人, 被告人 without a name."""
        text = self._text
        for plain in _PLAIN.finditer(text, start, stop):
            if not _OBJECT.search(text, max(start, plain.start() - 6), plain.start()):
                return self._victims
        return self._suspects if len(self._suspects) == 1 and _ACCUSED.search(text, start, stop) else ()

    def _keeps(self, one: Mention, at: int, *, strict: bool) -> bool:
        """Whether somebody who is no victim is the one it is said of."""
        text = self._text
        if _SUBJECT.match(text, one.end) or _IS.fullmatch(text, one.end, at):
            return True
        if not strict or one.left.kind in ("公职", "证人") or _AGENT.search(text, max(one.start - 6, 0), one.start):
            return False
        gap = text[one.end : at]
        return bool(_KIN.match(gap)) or not _TO_OTHER.search(gap)

    def is_accused(self, name: str) -> bool:
        """Whether a name is that of a suspect or of an accomplice."""
        return name in self._suspects or any(m.left.kind in ("嫌疑", "同案") for m in self._mentions if m.name == name)

    def _many(self, start: int, at: int) -> tuple[str, ...]:
        """二人均, 各被害人: all victims, where their number is right."""
        if len(self._victims) < 2 or at - start > 80:
            start = max(start, at - 80)
        found = _MANY.search(self._text, start, at) if len(self._victims) > 1 else None
        if found is None:
            return ()
        count = _COUNT.get(found[1] or "")
        return self._victims if count in (None, len(self._victims)) else ()

    def _harmed_of(self, at: int) -> tuple[str, ...]:
        return tuple(name for name in self.group(at) if name in self._wanted)


_LINKS: Final = frozenset(
    ["", "了", "给", "给了", "被害人", "了被害人", "给被害人", "受害人", "给失主", "失主", "了失主", "于被害人"]
)
