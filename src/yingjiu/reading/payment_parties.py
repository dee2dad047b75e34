"""Decides whom a saying of payment concerns: the victim named there, the one named before, or all (赔的是谁)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from yingjiu.reading.payment_words import VICTIMS, Word

_MORE_OF_A_NAME: Final = re.compile(r"[某甲乙丙丁戊己庚辛壬癸]|\d{1,2}(?![\d.,，万千百元余多])")
_SHORTEST: Final = 2
# 赔偿…公司…损失, 取得了该公司的谅解: an organisation receives or forgives
_ELSEWHERE: Final = re.compile(
    r"(?:赔偿|补偿|赔付|支付|退赔)(?:了|给)?[^，。；由、]{0,18}?(?:公司|医院|学校|村委会|中心|商场|超市|银行|工厂)的?"
    r"(?:各项|经济|财产|全部|物质|直接)*损失|该(?:公司|单位|厂|店|医院|学校)的?谅解"
)
_VICTIM_WORDS: Final = ("被害", "受害", "死者", "伤者", "原告", "家属", "亲属", "保险")


@dataclass(frozen=True, slots=True)
class VictimNames:
    """A victim as the paper names it: own name, other names of the same person, relatives who speak for the person.

    ``kin``: relatives who are victims themselves: they speak for this one only where nothing else does.
    ``hurt``: an injury or a loss of this victim is told; ``loss``: its sum in yuan.
    """

    name: str
    aliases: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    dead: bool = False
    organisation: bool = False
    hurt: bool = True
    loss: Decimal | None = None
    kin: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """All names that point to this victim."""
        return tuple(w for w in (self.name, *self.aliases, *self.relatives) if len(w) >= _SHORTEST)


_TO: Final = re.compile(
    "(?:赔偿|退赔|补偿|赔付|发还|退还|返还|还给|取得|获得|得到)(?:了|给)?(?:被害人|受害人|失主|车主)?"
)
_PAYS: Final = frozenset((Word.PAY, Word.GIVE, Word.ADVANCE, Word.RETURN, Word.DONE))
# 潘某(罗某之妻), 倪某之妻周某: the first name only explains the other
_EXPLAINS: Final = re.compile(
    r"之(?:[父母妻夫子女兄弟姐妹]|丈夫|儿子|女儿|妻子)(?:[）)]|(?!的|均|已|又|也|将|与|对|向|表示|收|领)[一-龥]某)"
)
_KIN_BEFORE: Final = re.compile(
    r"(?:[亲家]属|之?(?:[父母妻夫兄弟姐妹子女][亲子]?|丈夫|儿子|女儿|妻子|监护人|代理人|证人))(?:[（(])?$"
)
_PAYEE_BEFORE: Final = re.compile(
    r"(?:向|给|对|与|赔偿|支付|赔付|补偿|垫付|退还|发还|归还|返还|交付)了?(?:被害人|受害人|伤者|死者)?$"
)
_HOLDER_AFTER: Final = re.compile(
    r"的?(?:各项|经济|财产|物质|合理)?(?:损失|费用|[一-龥]{1,5}费|款)|(?:一方|家属)?(?:收到|领取|领到|拿到|获赔|得到|拒|不[^，。]|"
    r"要求|表示|认为|称|尚未|应得|未[获得收提]|提出|坚持)"
)
_GETTING: Final = frozenset((Word.PAY, Word.GIVE, Word.GET, Word.RETURN, Word.FORGIVE))
# 部分被害人, 其中一名被害人: somebody, but not told whom
_SOME_ONE: Final = re.compile(
    r"(?:部分|部份|个别|少数|多数|大部分|其中[^，。；]{0,2}[一二两三四五]?[名位个]?|(?<![另每各第])[一][名位个])"
    r"(?:被害人|受害人|死者|伤者|被害群众|集资参与人|投资人)"
)
_COUNT: Final = re.compile(
    r"(?P<n>[二两三四五六七八九十])(?:名|位|个|户)?(?P<who>被害人|受害人|死者|伤者|附带民事诉讼原告人|原告人|被害方|人(?=均|都|的?谅解|对|表示|各|出具|损失|家属|经济|已|未))"
)
_DIGITS: Final = {digit: i for i, digit in enumerate("二三四五六七八九十", 2)} | {"两": 2}
Range = tuple[int, int]

NameHit = tuple[int, int, int]
"""Start, end and victim (index) of a name in the clean text."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Victims (indices) a saying concerns.

    ``named``: by name, not as 被害人 at large; ``each``: 各被害人, 均; ``carried``: the name stands in an earlier sentence;
    ``stranger``: it is of somebody who is no victim.
    """

    victims: frozenset[int]
    named: bool = False
    each: bool = False
    carried: bool = False
    stranger: bool = False


NOBODY: Final = Concern(frozenset(), named=True)


@dataclass(slots=True)
class Earlier:
    """What was said before a clause.

    ``paragraph``: where the paragraph starts; ``spoken``: victims spoken of by name in this zone; ``last``: whom the
    clause before concerns where it told them apart without a name (其余被害人), ending at ``last_end``.
    """

    paragraph: int = 0
    spoken: frozenset[int] = frozenset()
    last: Concern | None = None
    last_end: int = -1


@dataclass(slots=True)
class Parties:
    """The victims of one paper, asked sentence by sentence; ``strangers`` are the other people it names."""

    text: str
    victims: Sequence[VictimNames]
    strangers: tuple[str, ...] = ()
    offenders: tuple[str, ...] = ()
    _words: list[tuple[str, int]] = field(init=False)
    _all: frozenset[int] = field(init=False)
    _longer: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        pairs = [(word, i) for i, victim in enumerate(self.victims) for word in victim.words()]
        self._words = sorted(pairs, key=lambda pair: -len(pair[0]))
        self._all = frozenset(range(len(self.victims)))
        others = (*self.offenders, *self.strangers)
        self._longer = {w: tuple(o for o in others if len(o) > len(w) and o.startswith(w)) for w, _ in pairs}

    def hits(self, start: int, end: int) -> list[NameHit]:
        """Names of victims between two offsets, in order; a longer name hides a shorter one inside it."""
        text, found = self.text, []
        for word, victim in self._words:
            at = text.find(word, start, end)
            while at >= 0:
                stop = at + len(word)
                hidden = text.startswith(self._longer[word], at) or _EXPLAINS.match(text, stop) is not None
                if not (hidden or (word[-1] == "某" and _MORE_OF_A_NAME.match(text, stop))):
                    found.append((at, stop, victim))
                at = text.find(word, stop, end)
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        return [hit for i, hit in enumerate(found) if not any(o[0] <= hit[0] and hit[1] < o[1] for o in found[:i])]

    def concern(
        self, clause: Range, kinds: Collection[Word], hits: Sequence[NameHit], earlier: Earlier, start: int
    ) -> Concern:
        """Whom a saying in a clause concerns.

        Args:
            clause: start and end of the clause.
            kinds: classes of the words of the clause.
            hits: names in its sentence.
            earlier: what the paragraph lends when the sentence names nobody.
            start: where the sentence starts.
        """
        here = self._here(clause, kinds, hits)
        if self._all and not here:
            if self._to_stranger(clause, kinds):
                return Concern(frozenset())
            if self._of_stranger(clause, hits, earlier, start):
                return Concern(frozenset(), stranger=True)
            if self._goes_elsewhere(clause, kinds):
                return NOBODY
        if len(self._all) <= 1:
            others = Word.OTHERS in kinds and not here and self._all
            return NOBODY if others else Concern(self._all, named=bool(hits))
        if Word.OTHERS in kinds:
            before = frozenset(v for s, _, v in hits if s < clause[1])
            return Concern(self._all - (before or earlier.spoken), named=True)
        return Concern(here, named=True) if here else self._unnamed(clause, kinds, hits, earlier, start)

    def _here(self, clause: Range, kinds: Collection[Word], hits: Sequence[NameHit]) -> frozenset[int]:
        """Victims named in a clause, without who is forgiven there (对李四谅解) and who pays another one."""
        inside = [hit for hit in hits if clause[0] <= hit[0] < clause[1]]
        here = frozenset(v for _, _, v in inside)
        if not here or not self.offenders:
            return here
        doers = frozenset(v for v in here if self.victims[v].name in self.offenders)
        if not doers:
            return here
        if Word.FORGIVE in kinds:
            return here - {v for s, _, v in inside if v in doers and self.text.find("对", clause[0], s) >= 0}
        return here - doers if here - doers and not _PAYS.isdisjoint(kinds) else here

    def _of_stranger(self, clause: Range, hits: Sequence[NameHit], earlier: Earlier, start: int) -> bool:
        """Whether the one spoken of last is nobody of the victims (赵六不同意调解,坚持由法院判决)."""
        if not self.strangers or (len(self._all) <= 1 and not earlier.spoken):
            return False
        last = max((s for s, _, _ in hits if s < clause[1]), default=-1)
        at = max((self._stranger_at(name, max(start, last + 1), clause[1]) for name in self.strangers), default=-1)
        return at > last

    def _stranger_at(self, name: str, start: int, end: int) -> int:
        """Last place where this name is of one who gets, has or refuses something; -1 where there is none."""
        at = self.text.rfind(name, start, end)
        if at < 0:
            return -1
        head, stop = self.text[max(start, at - 8) : at], at + len(name)
        if _KIN_BEFORE.search(head):
            return -1
        return at if _PAYEE_BEFORE.search(head) or _HOLDER_AFTER.match(self.text, stop) else -1

    def _unnamed(
        self, clause: Range, kinds: Collection[Word], hits: Sequence[NameHit], earlier: Earlier, start: int
    ) -> Concern:
        """Whom a saying concerns whose clause names nobody: so many of them, each, those spoken of last, or all."""
        before = frozenset(v for s, _, v in hits if s < clause[0])
        counted = self._counted(clause, hits, earlier)
        if counted is None and Word.EACH in kinds:
            counted = before or self._all
        if counted is not None:
            return Concern(counted, each=True)
        if earlier.last is not None and earlier.last_end >= max((s for s, _, _ in hits if s < clause[0]), default=0):
            return earlier.last
        near = _nearest(clause, hits, self.text)
        return Concern(near, named=True) if near else self._by_paragraph(clause, earlier.paragraph, start)

    def _counted(self, clause: Range, hits: Sequence[NameHit], earlier: Earlier) -> frozenset[int] | None:
        """三人, 二被害人, 两名死者: so many of those named before; all where so many there are. None without a count."""
        found = _COUNT.search(self.text, *clause)
        if found is None:
            return None
        count = _DIGITS.get(found["n"], 0)
        dead = frozenset(i for i in self._all if self.victims[i].dead)
        alive = self._all - dead
        for word, group in (("死", dead), ("伤", alive)):
            if found["who"].startswith(word) and len(group) == count:
                return group
        named = list(dict.fromkeys(v for s, _, v in reversed(hits) if s < clause[0]))
        named = named or list(earlier.spoken)
        if len(named) == count or (len(named) > count and count != len(self._all)):
            return frozenset(named[:count])
        return self._all if count == len(self._all) else None

    def excepted(self, start: int, end: int, hits: Sequence[NameHit]) -> frozenset[int]:
        """Victims left out of what a sentence says of the others (除赵六外,其余被害人均已获赔)."""
        but = self.text.find("除", start, end)
        out = self.text.find("外", but, end) if but >= 0 else -1
        return frozenset(v for s, _, v in hits if but < s < out)

    def _to_stranger(self, clause: Range, kinds: Collection[Word]) -> bool:
        """Whether somebody who is no victim here gets the money (赔偿韦某): it says nothing of the victims."""
        if not self.strangers or _GETTING.isdisjoint(kinds):
            return False
        return any(self.text.startswith(self.strangers, m.end()) for m in _TO.finditer(self.text, *clause))

    def _goes_elsewhere(self, clause: Range, kinds: Collection[Word]) -> bool:
        """Whether the money goes to a company that is no victim here (赔偿某公司损失), or to 部分被害人."""
        text = self.text
        if not VICTIMS.isdisjoint(kinds) and _SOME_ONE.search(text, *clause):
            return True
        if _GETTING.isdisjoint(kinds) or any(victim.organisation for victim in self.victims):
            return False
        found = _ELSEWHERE.search(self.text, *clause)
        return found is not None and not any(word in found[0] for word in _VICTIM_WORDS)

    def _by_paragraph(self, clause: tuple[int, int], paragraph: int, start: int) -> Concern:
        words = self.text[clause[0] : clause[1]]
        dead = frozenset(i for i in self._all if self.victims[i].dead)
        if dead and dead != self._all:
            if "死者" in words:
                return Concern(dead)
            if "伤者" in words:
                return Concern(self._all - dead)
        before = frozenset(v for _, _, v in self.hits(paragraph, start))
        if before and before != self._all:
            return Concern(before, named=True, carried=True)
        return Concern(self._all)


def _nearest(clause: tuple[int, int], hits: Sequence[NameHit], text: str) -> frozenset[int]:
    """Victims of the nearest earlier clause of the sentence that names any, else of the next one."""
    earlier = [hit for hit in hits if hit[0] < clause[0]]
    if earlier:
        first, last = earlier[0][0], earlier[-1][0]
        comma = max(text.rfind("，", first, last), text.rfind(",", first, last))
        return frozenset(v for s, _, v in earlier if s > comma)
    later = [hit for hit in hits if hit[0] >= clause[1]]
    if not later:
        return frozenset()
    comma = text.find("，", later[0][1], later[-1][1])
    return frozenset(v for s, _, v in later if comma < 0 or s < comma)
