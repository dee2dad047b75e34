"""Reads one sentence, clause by clause, into what it says of payment and forgiveness (一句话里的赔偿和谅解)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from yingjiu.reading.agreement_words import AGREEMENT_READERS
from yingjiu.reading.balance_words import BALANCE_READERS
from yingjiu.reading.forgiveness_words import FORGIVENESS_READERS
from yingjiu.reading.negation import GOVERNING, Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said, Setting, find_sum
from yingjiu.reading.payment_signs import SIGN_READERS
from yingjiu.reading.payment_verbs import PAYMENT_READERS
from yingjiu.reading.payment_words import VICTIMS, Token, Word
from yingjiu.reading.recovery_words import RECOVERY_READERS

_READERS: Final = {
    **PAYMENT_READERS,
    **BALANCE_READERS,
    **AGREEMENT_READERS,
    **RECOVERY_READERS,
    **FORGIVENESS_READERS,
    **SIGN_READERS,
}
_ACTIVE = GOVERNING | frozenset(_READERS)
_TOPIC_OF_MONEY = frozenset(
    (Word.PAY, Word.MONEY, Word.LOSS, Word.AGREEMENT, Word.ITEM, Word.ITEMS, Word.CIVIL, Word.ADVANCE, Word.DONE)
)
_MOST_WORDS = 60  # of one clause; no real clause has so many
_MOST_OF_CLAUSE = 12  # sayings of one clause; more is no language
_MOST_MARKS = 60  # sayings of one sentence
_TAKEN = re.compile("损失(?!未|尚|已|均)|骗走|骗取|骗了|盗走|偷走|抢走|抢了|拖欠|欠我|借走")
_DECLINED = re.compile(
    "被[^，,。；]{0,5}退回|拒收|拒领|拒绝(?:领|收)|(?:原封|如数|当场|全部)?退了回去|原封退回|(?:不|没|没有|未)肯?收(?:下|(?=[，,。；了]|$))|不要[他她其][^，,。；]{0,2}钱"
)
_BROUGHT = frozenset((Said.PAID, Said.PART, Said.ITEM, Said.CLOSED, Said.OPEN, Said.AGREED))
_IN_KEEPING = re.compile("法院|本院|法庭|检察院|公安|派出所|司法所|账户|公证|提存")
_HEADING = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?)?(?:关于|至于|有关)?"
    r"(?:赔偿|谅解|和解|退赔|退赃|补偿|赔付|民事|经济|附带|损失|被害人|刑事|[、和及与的])+(?P<tail>情况|方面|问题|事宜|情节|一节|事项)?$"
)
_HANDED = frozenset((Word.GIVE, Word.RETURN, Word.PAY))  # 给付2万元,其余推脱不付
_RETURNED = frozenset((Word.RETURN, Word.SEIZED))
_SUBJECT_COUNTS = _RETURNED | {Word.HARSH, Word.LENIENT}
_OPENERS = frozenset((Word.REST, Word.AGREEMENT, Word.INSTALMENT))
_MAKES_TOPIC = frozenset((Said.PAID, Said.PART, Said.CLOSED))
_ABOUT = ("就", "对", "向", "给", "为")
_ENDS_CLAIM = frozenset(
    (
        *(Word.AGREEMENT, Word.MAKE, Word.PAST, Word.BUT, Word.MEDIATE, Word.FORGIVE, Word.AFTER, Word.IN_COURT),
        Word.DEPOSIT,
    )
)


def read_sentence(text: str, tokens: Sequence[Token], start: int, end: int, setting: Setting) -> list[Mark]:
    """Sayings of one sentence in the order of its words.

    Args:
        text: the clean text.
        tokens: words of the sentence, in order, with the punctuation.
        start: where the sentence starts in the clean text.
        end: where it ends.
        setting: zone and topic; ``money`` is kept up to date for the next sentence.
    """
    setting.agreed, setting.mood = setting.contract, None
    setting.open_negation = setting.victim_speaks = False
    kinds = {token[0] for token in tokens}
    setting.lost = None if kinds.isdisjoint(_RETURNED) else _lost(text, start, end)
    watched = not kinds.isdisjoint(_SUBJECT_COUNTS)
    if Word.YUAN in kinds and not (kinds.isdisjoint(_OPENERS) or kinds.isdisjoint(_HANDED)):
        setting.money = True
    marks: list[Mark] = []
    declined = Word.YUAN in kinds and _DECLINED.search(text, start, end) is not None
    for clause in _clauses(text, tokens, start, end, setting):
        said = _read_clause(clause)
        if declined and _DECLINED.search(text, clause.start, clause.end):
            marks, said = _without_returned(marks, clause), [_refused(clause)]
        if not said and marks and _shares_verb(clause):
            said = [replace(marks[-1], start=clause.start, end=clause.end, at=clause.start, amount=clause.amount())]
        if watched:
            _note_subject(clause)
        marks += said
        if len(marks) > _MOST_MARKS:
            break
        if any(mark.said in _MAKES_TOPIC for mark in said) or not clause.kinds.isdisjoint(_TOPIC_OF_MONEY):
            setting.money = True
    return marks


def _without_returned(marks: Sequence[Mark], clause: Clause) -> list[Mark]:
    """送来3000元,被退回: what was brought before is not paid, unless another victim by name got it."""
    names = [(s, clause.text[s:e]) for s, e in clause.setting.names]
    own = {name for s, name in names if clause.start <= s < clause.end}

    def stays(mark: Mark) -> bool:
        theirs = {name for s, name in names if mark.start <= s < mark.end}
        return bool(own and theirs) and own.isdisjoint(theirs)

    return [m for m in marks if m.said not in _BROUGHT or stays(m) or _IN_KEEPING.search(clause.text, m.start, m.end)]


def _refused(clause: Clause) -> Mark:
    return Mark(Said.UNPAID, clause.start, clause.end, clause.start)


def _shares_verb(clause: Clause) -> bool:
    """分别赔偿王五3万元,赵六5000元: a name and a sum without a verb."""
    return clause.has(Word.YUAN) and clause.kinds.isdisjoint(_ACTIVE) and clause.names_victim()


def _lost(text: str, start: int, end: int) -> Decimal | None:
    """The sum a sentence says was lost or taken (损失10万元, 骗走六万), None when it names none."""
    found = _TAKEN.search(text, start, end)
    if found is None:
        return None
    stop = next(
        (at for at in range(found.end(), end) if text[at] in "，,；;。" and not text[at + 1 : at + 2].isdigit()), end
    )
    return find_sum(text, found.end(), stop)


def _clauses(text: str, tokens: Sequence[Token], start: int, end: int, setting: Setting) -> Iterator[Clause]:
    at, words = start, []
    for token in tokens:
        if token[0] is not Word.BREAK:
            words.append(token)
            if len(words) < _MOST_WORDS:
                continue
        if words:
            yield Clause(text, words, at, token[1], setting)
            words = []
        at = token[2]
    if words:
        yield Clause(text, words, at, end, setting)


def _read_clause(clause: Clause) -> list[Mark]:
    marks: list[Mark] = []
    setting = clause.setting
    scope = Scope(mood=_carried(clause), negation=clause.start if setting.open_negation else -1)
    if clause.kinds.isdisjoint(_ACTIVE) or _is_heading(clause):
        return _end_clause(clause, scope, marks)
    for i, token in enumerate(clause.tokens):
        reader = _READERS.get(token[0])
        if reader is not None:
            mark = reader(clause, scope, i)
            if mark is not None:
                marks.append(mark)
                if len(marks) >= _MOST_OF_CLAUSE:
                    break
        if token[0] in GOVERNING:
            scope.take(token)
    return _end_clause(clause, scope, marks)


def _is_heading(clause: Clause) -> bool:
    """三、赔偿和谅解情况： opens a passage and says nothing itself."""
    found = None if clause.setting.asked else _HEADING.match(clause.text, clause.start, clause.end)
    return found is not None and (found["tail"] is not None or clause.text[clause.end : clause.end + 1] in ("：", ":"))


def _end_clause(clause: Clause, scope: Scope, marks: list[Mark]) -> list[Mark]:
    """Lend the next clause what still governs it."""
    setting = clause.setting
    if scope.mood in (Word.CLAIM, Word.ORDER):
        setting.mood = scope.mood
    setting.open_negation = scope.negation > clause.start and not marks and _hangs(clause, scope.negation)
    return marks


def _note_subject(clause: Clause) -> None:
    """Keep whose side the clause names first: it is the subject of the next clause that names nobody."""
    setting, text = clause.setting, clause.text
    victims = [t[1] for t in clause.tokens if t[0] in VICTIMS]
    victims += [start for start, _ in setting.names if clause.start <= start < clause.end]
    offenders = [t[1] for t in clause.tokens if t[0] is Word.OFFENDER]
    offenders += [at for name in setting.offenders if (at := text.find(name, clause.start, clause.end)) >= 0]
    if victims or offenders:
        setting.victim_speaks = min(victims, default=clause.end) < min(offenders, default=clause.end)


def _hangs(clause: Clause, negation: int) -> bool:
    """Whether a negation waits for the verb of the next clause: 未能就其给他人造成的经济损失,作出赔偿."""
    return clause.text[negation : negation + 2].lstrip("能").startswith(_ABOUT)


def _carried(clause: Clause) -> Word | None:
    """The claim or order of an earlier clause that still governs this one."""
    setting = clause.setting
    if setting.mood is not None and not clause.kinds.isdisjoint(_ENDS_CLAIM):
        setting.mood = None
    return setting.mood
