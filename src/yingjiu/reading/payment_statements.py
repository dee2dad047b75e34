"""Reads the sentences of a paper that speak of payment into statements: what is said, with what weight, of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from yingjiu.reading.payment_claims import Claims, find_claims
from yingjiu.reading.payment_clauses import read_sentence
from yingjiu.reading.payment_marks import Mark, Said, Setting
from yingjiu.reading.payment_parties import Concern, Earlier, NameHit, Parties
from yingjiu.reading.payment_words import PaymentWords, Token, Word, load_payment_words
from yingjiu.reading.sentences import split_sentences
from yingjiu.reading.settlement import Placed, Tier
from yingjiu.reading.zones import Zone, Zones

_TIERS: Final = {
    "诉称": Tier.CLAIM,
    "辩称": Tier.CLAIM,
    "证据": Tier.EVIDENCE,
    "指控": Tier.CHARGE,
    "认为": Tier.OPINION,
    "判决": Tier.VERDICT,
}
_SENTENCE_ENDS: Final = "。；;！？\n"
_SENTENCE_END: Final = re.compile("[。；;！？\n](?:(?<!\n)[。；;！？]*)?")
_OWN_ACCOUNT: Final = re.compile(
    r"\s*(?:经查|经核实|另查明|案发后|事故发生后|双方|被害人|受害人|死者|伤者|附带民事诉讼原告人)"
)
_BACK: Final = 500  # how far a sentence is followed back and ahead of a word of payment: no text may take long
_AHEAD: Final = 900
_PARAGRAPH: Final = 3000  # how far back the victims of the paragraph are sought
_SPOKEN: Final = ("辩称", "诉称", "指控")
_AFTERMATH: Final = (Word.AFTER, Word.IN_COURT)
_UNREAD: Final = frozenset(("附录", "落款", "问"))
_PERSONAL: Final = ("出生", "曾因", "因犯", "刑满")  # a party's line: earlier convictions are no compensation here
_LETTERS: Final = frozenset(("谅解书", "收条", "和解协议", "调解协议"))
_CONTRACTS: Final = frozenset(("和解协议", "调解协议"))
_SHORT: Final = 3000  # letters up to this many characters are read sentence by sentence
_OFFENDER_SPEAKS: Final = "讯问笔录"
_ADMITTED: Final = frozenset((Said.PROMISED, Said.UNPAID, Said.BROKEN))
_HIDDEN: Final = "\ufffc"  # stands for a character of a name
_FILES: Final = frozenset(("提请批准逮捕书", "审查逮捕意见书", "起诉意见书", "起诉书", "不起诉决定书"))
_GOT: Final = frozenset((Said.PAID, Said.CLOSED))


@dataclass(frozen=True, slots=True)
class Statement:
    """A saying in its place and the victims it concerns."""

    placed: Placed
    concern: Concern


def read_statements(parties: Parties, zones: Zones, suspects: Sequence[str], paper_type: str) -> list[Statement]:
    """Statements of a paper in the order of the text; of a letter every sentence is read."""
    words, text = load_payment_words(), parties.text
    letter = paper_type in _LETTERS and len(text) <= _SHORT
    places = split_sentences(text) if letter else words.places(text)
    if not places:
        return []
    reader = _Reader(words, parties, tuple(suspects), paper_type)
    done = 0
    for start, _ in places:
        if start < done:
            continue
        zone = zones.at(start)
        done = reader.read(zone, start, zones)
    return reader.statements


class _Reader:
    """Reads the sentences of one paper in order and keeps what they lend to each other."""

    def __init__(self, words: PaymentWords, parties: Parties, suspects: tuple[str, ...], paper_type: str) -> None:
        self.text = parties.text
        self.words = words
        self.parties = parties
        self.paper_type = paper_type
        self.statements: list[Statement] = []
        contract = paper_type in _CONTRACTS
        named = tuple(name for name in suspects if name)
        self.setting = Setting(letter=paper_type in _LETTERS, contract=contract, offenders=named)
        self.zone: Zone | None = None
        self.after = False
        self.spoken: frozenset[int] = frozenset()

    def read(self, zone: Zone, place: int, zones: Zones) -> int:
        """Read the sentence around a place (of a question: its answer); gives the offset to go on from."""
        if zone.kind == "问":
            return self._read_answer(zone, zones)
        if zone.kind in _UNREAD:
            return zone.end
        start, end = self._sentence(zone, place)
        self._enter(zone)
        if zone.kind != "当事人" or not any(word in self.text[start:end] for word in _PERSONAL):
            self._read_sentence(zone, start, end)
        return end

    def _sentence(self, zone: Zone, place: int) -> tuple[int, int]:
        """Start and end of the sentence around a place, within its zone and within reach."""
        start = max(zone.start, place - _BACK)
        for mark in _SENTENCE_ENDS:
            start = max(start, self.text.rfind(mark, start, place) + 1)
        high = min(max(zone.end, place + 1), place + _AHEAD)
        found = _SENTENCE_END.search(self.text, place, high)
        return start, found.end() if found else high

    def _enter(self, zone: Zone) -> None:
        if self.zone is not None and zone.start == self.zone.start:
            return
        self.zone, self.after, self.spoken = zone, False, frozenset()
        self.setting.money = False
        self.setting.verdict = zone.kind == "判决"
        self.setting.evidence = zone.kind == "证据"
        self.setting.asked = False

    def _read_sentence(self, zone: Zone, start: int, end: int) -> None:
        hits = self.parties.hits(start, end)
        tokens = self._tokens(hits, start, end)
        self.setting.names = [(s, e) for s, e, _ in hits]
        marks = read_sentence(self.text, tokens, start, end, self.setting)
        kinds = {token[0] for token in tokens}
        opened = _first(tokens, _AFTERMATH) if not kinds.isdisjoint(_AFTERMATH) else None
        if marks:
            self._place(zone, (start, end), tokens, hits, kinds, marks, opened)
        self.after = self.after or opened is not None

    def _place(
        self,
        zone: Zone,
        sentence: tuple[int, int],
        tokens: Sequence[Token],
        hits: Sequence[NameHit],
        kinds: set[Word],
        marks: Sequence[Mark],
        opened: int | None,
    ) -> None:
        """Give each saying of a sentence its weight and its victims."""
        claims = find_claims(self.text, tokens, sentence, self.setting.names, self.setting.offenders, marks)
        in_court = _first(tokens, (Word.IN_COURT,)) if Word.IN_COURT in kinds else None
        paragraph = max(zone.start, sentence[0] - _PARAGRAPH)
        paragraph = max(self.text.rfind("\n", paragraph, sentence[0]) + 1, paragraph)
        earlier = Earlier(paragraph, self.spoken)
        excepted = self.parties.excepted(*sentence, hits) if Word.OTHERS in kinds else frozenset()
        clause, concern = (-1, -1), Concern(frozenset())
        for said in marks:
            if claims.rejected and claims.is_formal(said):
                continue
            mark = claims.claimed(said)
            tier = self._tier(zone, mark, claims, in_court, sentence)
            if tier is None:
                continue
            after = self.after or (opened is not None and opened < mark.at)
            who = self._offender(sentence[0], mark.at) if len(self.setting.offenders) > 1 else None
            if clause != (mark.start, mark.end):
                clause = (mark.start, mark.end)
                clause_kinds = _kinds(tokens, clause)
                concern = self.parties.concern(clause, clause_kinds, hits, earlier, sentence[0])
                if concern.each or Word.OTHERS in clause_kinds:
                    earlier.last, earlier.last_end = concern, clause[1]
                if concern.named:
                    self.spoken |= concern.victims
            self.statements.append(Statement(Placed(mark, tier, sentence, after, who), concern))
            if excepted and mark.said in _GOT:
                left = replace(mark, said=Said.UNPAID)
                self.statements.append(Statement(Placed(left, tier, sentence, after), Concern(excepted, named=True)))

    def _offender(self, start: int, end: int) -> str | None:
        """The offender named last between two offsets."""
        places = [(self.text.rfind(name, start, end), name) for name in self.setting.offenders]
        at, name = max(places)
        return name if at >= 0 else None

    def _tokens(self, hits: Sequence[NameHit], start: int, end: int) -> list[Token]:
        """Words outside the names: 曾, 应, 付 are also surnames, and 桂如未赔 holds no 如未."""
        spans = [(s, e) for s, e, _ in hits]
        for name in self.setting.offenders:
            at = self.text.find(name, start, end)
            while at >= 0:
                spans.append((at, at + len(name)))
                at = self.text.find(name, at + len(name), end)
        words = self.text[start:end]
        for s, e in spans:
            s, e = max(s, start) - start, min(e, end) - start
            words = words[:s] + _HIDDEN * (e - s) + words[e:]
        return self.words.tokens_of(words, start)

    def _tier(
        self, zone: Zone, mark: Mark, claims: Claims, in_court: int | None, sentence: tuple[int, int]
    ) -> Tier | None:
        if self.paper_type == _OFFENDER_SPEAKS:
            return Tier.CLAIM if mark.said in _ADMITTED else None
        if claims.holds(mark):
            return Tier.CLAIM
        if in_court is not None and in_court < mark.at and zone.kind in _SPOKEN:
            return Tier.FACT  # 在审理过程中,经本院主持…: the court tells what came of it
        tier = _TIERS.get(zone.kind, Tier.FACT)
        return Tier.FACT if tier is Tier.CLAIM and self._plea_is_over(zone, sentence) else tier

    def _plea_is_over(self, zone: Zone, sentence: tuple[int, int]) -> bool:
        """A file tells in one sentence what a party says (嫌疑人辩称…) and then goes on with its own account."""
        if self.paper_type not in _FILES or sentence[0] <= zone.start:
            return False
        if self.text.rfind("\n", zone.start + 1, sentence[0]) >= 0:
            return True
        return _OWN_ACCOUNT.match(self.text, sentence[0]) is not None

    def _read_answer(self, question: Zone, zones: Zones) -> int:
        answer = zones.at(question.end)
        if answer.kind != "答" or answer.start < question.end:
            return question.end
        self._enter(answer)
        self.setting.asked = self.setting.money = True
        before = len(self.statements)
        for start, end in split_sentences(self.text, answer.start, answer.end):
            self._read_sentence(answer, start, end)
        if len(self.statements) == before:
            self._read_bare_no(question, answer)
        return answer.end

    def _read_bare_no(self, question: Zone, answer: Zone) -> None:
        """没有 as the whole answer to 对方赔偿了吗 or 你是否谅解."""
        said = self.text[answer.start : answer.end].lstrip("答：: \n")
        if not said.startswith(("没", "无", "未", "还没", "尚未", "不谅解", "不同意", "否")) or said.startswith(
            ("没意见", "无异议")
        ):
            return
        kinds = {kind for kind, _, _ in self.words.tokens(self.text, question.start, question.end)}
        paying = not kinds.isdisjoint((Word.PAY, Word.MONEY, Word.GIVE, Word.ADVANCE, Word.AGREEMENT))
        kind = Said.UNPAID if paying else Said.REFUSED if Word.FORGIVE in kinds else None
        if kind is None or (self.paper_type == _OFFENDER_SPEAKS and kind is Said.REFUSED):
            return
        end = answer.start + len(self.text[answer.start : answer.end].rstrip())
        mark = Mark(kind, answer.start, end, answer.start)
        tier = Tier.CLAIM if self.paper_type == _OFFENDER_SPEAKS else Tier.FACT
        concern = self.parties.concern((answer.start, end), (), (), Earlier(answer.start), answer.start)
        self.statements.append(Statement(Placed(mark, tier, (answer.start, end)), concern))


def _kinds(tokens: Sequence[Token], clause: tuple[int, int]) -> set[Word]:
    return {kind for kind, start, _ in tokens if clause[0] <= start < clause[1]}


def _first(tokens: Sequence[Token], kinds: Sequence[Word]) -> int | None:
    return next((start for kind, start, _ in tokens if kind in kinds), None)
