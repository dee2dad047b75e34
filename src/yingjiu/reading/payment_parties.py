"""Decides whom a saying of payment concerns: the victim named there, the one named before, or all (赔的是谁)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from yingjiu.reading.payment_words import Word

_MORE_OF_A_NAME: Final = frozenset("某甲乙丙丁戊己庚辛壬癸0123456789")
_SHORTEST: Final = 2
# 赔偿…公司…损失, 取得了该公司的谅解: an organisation receives or forgives
_ELSEWHERE: Final = re.compile(
    r"(?:赔偿|补偿|赔付|支付|退赔)(?:了|给)?[^，。；由、]{0,18}?(?:公司|医院|学校|村委会|中心|商场|超市|银行|工厂)的?"
    r"(?:各项|经济|财产|全部|物质|直接)*损失|该(?:公司|单位|厂|店|医院|学校)的?谅解"
)
_VICTIM_WORDS: Final = ("被害", "受害", "死者", "伤者", "原告", "家属", "亲属", "保险")


@dataclass(frozen=True, slots=True)
class VictimNames:
    """A victim as the paper names it: own name, other names of the same person, relatives who speak for the person."""

    name: str
    aliases: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    dead: bool = False
    organisation: bool = False

    def words(self) -> tuple[str, ...]:
        """All names that point to this victim."""
        return tuple(w for w in (self.name, *self.aliases, *self.relatives) if len(w) >= _SHORTEST)


NameHit = tuple[int, int, int]
"""Start, end and victim (index) of a name in the clean text."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Victims (indices) a saying concerns; ``named``: by name, not as 被害人 at large; ``each``: 各被害人, 均."""

    victims: frozenset[int]
    named: bool = False
    each: bool = False


@dataclass(slots=True)
class Parties:
    """The victims of one paper, asked sentence by sentence."""

    text: str
    victims: Sequence[VictimNames]
    _words: list[tuple[str, int]] = field(init=False)
    _all: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        pairs = [(word, i) for i, victim in enumerate(self.victims) for word in victim.words()]
        self._words = sorted(pairs, key=lambda pair: -len(pair[0]))
        self._all = frozenset(range(len(self.victims)))

    def hits(self, start: int, end: int) -> list[NameHit]:
        """Names of victims between two offsets, in order; a longer name hides a shorter one inside it."""
        text, found = self.text, []
        for word, victim in self._words:
            at = text.find(word, start, end)
            while at >= 0:
                stop = at + len(word)
                if not (word[-1] == "某" and text[stop : stop + 1] in _MORE_OF_A_NAME):
                    found.append((at, stop, victim))
                at = text.find(word, stop, end)
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        return [hit for i, hit in enumerate(found) if not any(o[0] <= hit[0] and hit[1] < o[1] for o in found[:i])]

    def concern(
        self, clause: tuple[int, int], kinds: Collection[Word], hits: Sequence[NameHit], paragraph: int, start: int
    ) -> Concern:
        """Whom a saying in a clause concerns.

        Args:
            clause: start and end of the clause.
            kinds: classes of the words of the clause.
            hits: names in its sentence.
            paragraph: where the paragraph starts; names between it and the sentence count when the sentence has none.
            start: where the sentence starts.
        """
        if self._all and not any(clause[0] <= s < clause[1] for s, _, _ in hits) and self._goes_elsewhere(clause):
            return Concern(frozenset(), named=True)
        if len(self._all) == 1 and Word.OTHERS in kinds and not any(clause[0] <= s < clause[1] for s, _, _ in hits):
            return Concern(frozenset(), named=True)
        if len(self._all) <= 1:
            return Concern(self._all, named=bool(hits))
        here = frozenset(v for s, _, v in hits if clause[0] <= s < clause[1])
        if Word.OTHERS in kinds:
            return Concern(self._all - frozenset(v for s, _, v in hits if s < clause[1]), named=True)
        if here:
            return Concern(here, named=True)
        near = _nearest(clause, hits, self.text)
        if Word.EACH in kinds:
            return Concern(frozenset(v for s, _, v in hits if s < clause[0]) or self._all, each=True)
        if near:
            return Concern(near, named=True)
        return self._by_paragraph(clause, paragraph, start)

    def excepted(self, start: int, end: int, hits: Sequence[NameHit]) -> frozenset[int]:
        """Victims left out of what a sentence says of the others (除赵六外,其余被害人均已获赔)."""
        but = self.text.find("除", start, end)
        out = self.text.find("外", but, end) if but >= 0 else -1
        return frozenset(v for s, _, v in hits if but < s < out)

    def _goes_elsewhere(self, clause: tuple[int, int]) -> bool:
        """Whether the money goes to a company or office that is no victim here (赔偿某公司损失)."""
        if any(victim.organisation for victim in self.victims):
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
            return Concern(before, named=True)
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
