"""Reads compensation (赔偿) and forgiveness (谅解) of each victim from one paper, with the sentences they rest on.

Only sentences that hold a word of payment are read: their words become sayings (payment_clauses), each saying is given
to the victims it concerns (payment_parties), and settlement adds them up. What a zone is worth is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from yingjiu.reading.facts import Compensation, Forgiven, Span
from yingjiu.reading.payment_clauses import read_sentence
from yingjiu.reading.payment_marks import Mark, Said, Setting
from yingjiu.reading.payment_parties import Concern, NameHit, Parties, VictimNames
from yingjiu.reading.payment_words import PaymentWords, Token, Word, load_payment_words
from yingjiu.reading.sentences import sentence_at, split_sentences
from yingjiu.reading.settlement import Decision, Placed, Tier, decide
from yingjiu.reading.zones import Zone, Zones
from yingjiu.texts.clean import CleanText

__all__ = ["CompensationReading", "Settled", "VictimNames", "read_compensation"]

_TIERS: Final = {
    "诉称": Tier.CLAIM,
    "辩称": Tier.CLAIM,
    "证据": Tier.EVIDENCE,
    "指控": Tier.CHARGE,
    "认为": Tier.OPINION,
    "判决": Tier.VERDICT,
}
_SPOKEN: Final = ("辩称", "诉称", "指控")
_AFTERMATH: Final = (Word.AFTER, Word.IN_COURT)
_UNREAD: Final = frozenset(("附录", "落款", "问"))
_PERSONAL: Final = ("出生", "曾因", "因犯", "刑满")  # a party's line: earlier convictions are no compensation here
_LETTERS: Final = frozenset(("谅解书", "收条", "和解协议", "调解协议"))
_CONTRACTS: Final = frozenset(("和解协议", "调解协议"))
_SHORT: Final = 3000  # letters up to this many characters are read sentence by sentence
_OFFENDER_SPEAKS: Final = "讯问笔录"
_ADMITTED: Final = frozenset((Said.PROMISED, Said.UNPAID, Said.BROKEN))
_QUOTE: Final = 160  # a longer sentence is quoted by its clause only
_SHARED: Final = frozenset((Said.PAID, Said.CLOSED, Said.PART, Said.AGREED, Said.FORGIVEN))


@dataclass(frozen=True, slots=True)
class Settled:
    """Compensation and forgiveness of one victim.

    ``basis`` is one of paid agreed insurer handled part deposit suit none waived withdrawn claim silent; every value
    that is not unknown has at least one span.
    """

    compensation: Compensation = Compensation.UNKNOWN
    forgiven: Forgiven = Forgiven.UNKNOWN
    basis: str | None = "silent"
    compensation_spans: tuple[Span, ...] = ()
    forgiven_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CompensationReading:
    """By name of the victim, and of the whole paper (paid only if every victim is)."""

    by_victim: Mapping[str, Settled]
    whole: Settled


@dataclass(frozen=True, slots=True)
class _Statement:
    placed: Placed
    concern: Concern


def read_compensation(
    clean: CleanText, zones: Zones, victims: Sequence[VictimNames], suspects: Sequence[str], paper_type: str
) -> CompensationReading:
    """Compensation and forgiveness of each victim and of the whole paper.

    Args:
        clean: the paper.
        zones: its zones.
        victims: the victims the paper names; may be empty, then only the whole is read.
        suspects: names of the suspects or defendants.
        paper_type: type of the paper by the words of the catalogue (起诉书, 谅解书 …).

    Returns:
        One value for each victim name, unknown where the paper is silent; never raises on any text.
    """
    statements = _read_statements(clean.text, zones, victims, suspects, paper_type)
    receipt = paper_type == "收条"
    decisions = [decide(_of_victim(statements, i, len(victims)), receipt=receipt) for i in range(len(victims))]
    by_victim = {v.name: _settled(clean, d) for v, d in zip(victims, decisions, strict=True)}
    counted = [by_victim[v.name] for v in victims if v.name not in suspects] or list(by_victim.values())
    if len(counted) == 1:
        return CompensationReading(by_victim, counted[0])
    if not counted:
        return CompensationReading({}, _settled(clean, decide([s.placed for s in statements], receipt=receipt)))
    return CompensationReading(by_victim, _whole(counted))


def _of_victim(statements: Sequence[_Statement], victim: int, count: int) -> list[Placed]:
    """Sayings that concern one victim.

    Where others are spoken of by name, a vague 已赔偿被害人损失 concerns only those who are said to have got something.
    """
    own = [s for s in statements if victim in s.concern.victims]
    if count == 1 or not any(s.concern.named and s.placed.mark.said in _SHARED for s in statements):
        return [s.placed for s in own]
    got = any(s.concern.named and s.placed.mark.said in _SHARED for s in own)
    if got:
        return [s.placed for s in own]
    return [s.placed for s in own if s.concern.named or s.concern.each or s.placed.mark.said not in _SHARED]


def _read_statements(
    text: str, zones: Zones, victims: Sequence[VictimNames], suspects: Sequence[str], paper_type: str
) -> list[_Statement]:
    words = load_payment_words()
    letter = paper_type in _LETTERS and len(text) <= _SHORT
    places = split_sentences(text) if letter else words.places(text)
    if not places:
        return []
    reader = _Reader(text, words, Parties(text, victims), tuple(suspects), paper_type)
    done = 0
    for start, _ in places:
        if start < done:
            continue
        zone = zones.at(start)
        done = reader.read(zone, start, zones)
    return reader.statements


class _Reader:
    """Reads the sentences of one paper in order and keeps what they lend to each other."""

    def __init__(
        self, text: str, words: PaymentWords, parties: Parties, suspects: tuple[str, ...], paper_type: str
    ) -> None:
        self.text = text
        self.words = words
        self.parties = parties
        self.paper_type = paper_type
        self.statements: list[_Statement] = []
        contract = paper_type in _CONTRACTS
        named = tuple(name for name in suspects if name)
        self.setting = Setting(letter=paper_type in _LETTERS, contract=contract, offenders=named)
        self.zone: Zone | None = None
        self.after = False

    def read(self, zone: Zone, place: int, zones: Zones) -> int:
        """Read the sentence around a place (of a question: its answer); gives the offset to go on from."""
        if zone.kind == "问":
            return self._read_answer(zone, zones)
        if zone.kind in _UNREAD:
            return zone.end
        start, end = sentence_at(self.text, place)
        start, end = max(start, zone.start), min(end, max(zone.end, place + 1))
        self._enter(zone)
        if zone.kind != "当事人" or not any(word in self.text[start:end] for word in _PERSONAL):
            self._read_sentence(zone, start, end)
        return end

    def _enter(self, zone: Zone) -> None:
        if self.zone is not None and zone.start == self.zone.start:
            return
        self.zone, self.after = zone, False
        self.setting.money = False
        self.setting.verdict = zone.kind == "判决"
        self.setting.evidence = zone.kind == "证据"
        self.setting.asked = False

    def _read_sentence(self, zone: Zone, start: int, end: int) -> None:
        hits = self.parties.hits(start, end)
        tokens = self._outside_names(self.words.tokens(self.text, start, end), hits, start, end)
        self.setting.names = [(s, e) for s, e, _ in hits]
        marks = read_sentence(self.text, tokens, start, end, self.setting)
        opened = next((s for kind, s, _ in tokens if kind in _AFTERMATH), None)
        claim_from = _claimed_from(tokens)
        in_court = next((s for kind, s, _ in tokens if kind is Word.IN_COURT), None)
        if any(kind is Word.REJECTED for kind, _, _ in tokens) and claim_from is not None:
            return
        paragraph = max(self.text.rfind("\n", zone.start, start) + 1, zone.start)
        for mark in marks:
            tier = self._tier(zone, mark, claim_from, in_court)
            if tier is None:
                continue
            after = self.after or (opened is not None and opened < mark.at)
            concern = self.parties.concern((mark.start, mark.end), tokens, hits, paragraph, start)
            placed = Placed(mark, tier, (start, end), after)
            self.statements.append(_Statement(placed, concern))
        self.after = self.after or opened is not None

    def _outside_names(
        self, tokens: list[Token], hits: Sequence[NameHit], start: int, end: int
    ) -> list[Token]:
        """Words that are not part of a name (曾, 应, 付 are also surnames)."""
        spans = [(s, e) for s, e, _ in hits]
        for name in self.setting.offenders:
            at = self.text.find(name, start, end)
            while at >= 0:
                spans.append((at, at + len(name)))
                at = self.text.find(name, at + len(name), end)
        if not spans:
            return tokens
        inside = {at for s, e in spans for at in range(s, e)}
        return [token for token in tokens if token[1] not in inside]

    def _tier(self, zone: Zone, mark: Mark, claim_from: int | None, in_court: int | None) -> Tier | None:
        if self.paper_type == _OFFENDER_SPEAKS:
            return Tier.CLAIM if mark.said in _ADMITTED else None
        if claim_from is not None and mark.at > claim_from:
            return Tier.CLAIM
        if in_court is not None and in_court < mark.at and zone.kind in _SPOKEN:
            return Tier.FACT  # 在审理过程中,经本院主持…: the court tells what came of it
        return _TIERS.get(zone.kind, Tier.FACT)

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
        if not said.startswith(("没", "无", "未", "不谅解", "不同意", "否")) or said.startswith(("没意见", "无异议")):
            return
        kinds = {kind for kind, _, _ in self.words.tokens(self.text, question.start, question.end)}
        paying = not kinds.isdisjoint((Word.PAY, Word.MONEY, Word.GIVE, Word.ADVANCE, Word.AGREEMENT))
        kind = Said.UNPAID if paying else Said.REFUSED if Word.FORGIVE in kinds else None
        if kind is None or (self.paper_type == _OFFENDER_SPEAKS and kind is Said.REFUSED):
            return
        end = answer.start + len(self.text[answer.start : answer.end].rstrip())
        mark = Mark(kind, answer.start, end, answer.start)
        tier = Tier.CLAIM if self.paper_type == _OFFENDER_SPEAKS else Tier.FACT
        concern = self.parties.concern((answer.start, end), (), (), answer.start, answer.start)
        self.statements.append(_Statement(Placed(mark, tier, (answer.start, end)), concern))


def _claimed_from(tokens: Sequence[Token]) -> int | None:
    """Where in a sentence a party begins to speak (辩护人提出), unless the court adopts it (予以采纳) or checks (经查)."""
    claimed: int | None = None
    for kind, start, _ in tokens:
        if kind is Word.SAYS and claimed is None:
            claimed = start
        elif kind is Word.CHECKED or kind is Word.ACCEPTED:
            return None
    return claimed


def _whole(counted: Sequence[Settled]) -> Settled:
    """The value of the paper from its victims: paid only if all are, partial if some are or part is."""
    values = {s.compensation for s in counted}
    if len(values) == 1:
        value = counted[0].compensation
    elif values & {Compensation.PAID, Compensation.PARTIAL}:
        value = Compensation.PARTIAL
    else:
        value = Compensation.NONE
    first = next((s for s in counted if s.compensation is value), counted[0])
    spans = tuple(dict.fromkeys(span for s in counted for span in s.compensation_spans))[:6]
    said = [s.forgiven for s in counted if s.forgiven is not Forgiven.UNKNOWN]
    forgiven = Forgiven.UNKNOWN
    if said:
        forgiven = Forgiven.YES if said.count(Forgiven.YES) * 2 >= len(said) else Forgiven.NO
    forgiven_spans = tuple(dict.fromkeys(x for s in counted if s.forgiven is forgiven for x in s.forgiven_spans))[:6]
    basis = first.basis if first.compensation is value else "part"
    return Settled(value, forgiven, basis, spans, forgiven_spans)


def _settled(clean: CleanText, decision: Decision) -> Settled:
    return Settled(
        decision.compensation,
        decision.forgiven,
        decision.basis,
        _spans(clean, decision.support),
        _spans(clean, decision.forgiven_support),
    )


def _spans(clean: CleanText, support: Sequence[Placed]) -> tuple[Span, ...]:
    spans: dict[Span, None] = {}
    for one in support:
        start, end = one.sentence
        if end - start > _QUOTE:
            start, end = one.mark.start, one.mark.end
        spans.setdefault(_span(clean, start, end))
    return tuple(spans)


def _span(clean: CleanText, start: int, end: int) -> Span:
    words = clean.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    first, last = clean.span(start, end)
    return Span(first, last, clean.given[first:last])
