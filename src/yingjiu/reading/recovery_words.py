"""Reads the words of giving back (发还, 追回, 退赃, 挥霍) in their clause: what became of the things taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_words import Word

_PLAIN: Final = ("退赃", "退缴", "追赃", "追回", "发还")  # need no word of whom or what
_SOUGHT: Final = ("找回", "追还", "要回", "讨回", "拿回")  # 至今没有找回
_MYSELF: Final = ("我", "我又", "我都", "我全", "我给", "我们")
_HANDED_IN: Final = "退缴"  # to the authority, not yet to the victim


def read_return(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """发还, 追回, 退赃: what was taken comes back."""
    named = clause.setting.asked or clause.has(Word.VICTIM, Word.LOOT, Word.MONEY, Word.LOSS) or clause.names_victim()
    plain = clause.word(i) in _PLAIN and not clause.setting.evidence
    plain = plain or (clause.word(i) in _SOUGHT and scope.negates(clause.tokens[i][1]))
    if not (named or plain) or clause.after(i, Word.OFFENDER):
        return None
    if scope.negates(clause.tokens[i][1]):
        beyond = clause.text.find("外", clause.tokens[i][2], clause.end) >= 0
        return clause.mark(Said.PART if beyond or clause.has(Word.PART) or scope.full else Said.SPENT, i)
    if scope.mood in (Word.ORDER, Word.DUTY, Word.CLAIM) or (clause.setting.verdict and not scope.past):
        return clause.mark(Said.ORDERED, i) if scope.mood is Word.ORDER else None
    if scope.mood in (Word.WILL, Word.HOPE):
        return clause.mark(Said.PROMISED, i)
    if scope.mood is not None:
        return None
    if _sent_back(clause, i):
        return clause.mark(Said.UNPAID, i)
    if clause.has(Word.PART, Word.REST) or _less_than_lost(clause):
        return clause.payment(Said.PART, i, past=True)
    if clause.has(Word.FULL):
        return clause.payment(Said.CLOSED, i, past=True)
    return clause.payment(Said.DEPOSIT if clause.word(i) == _HANDED_IN else Said.PAID, i, past=True)


def _sent_back(clause: Clause, i: int) -> bool:
    """王五收到款后又将款退回: the victim gives the money back."""
    if clause.setting.asked:
        return clause.text.endswith(_MYSELF, clause.start, clause.tokens[i][1])
    money = clause.before(i, Word.MONEY) and not clause.has(Word.LOOT, Word.LOSS, Word.VICTIM, Word.OFFENDER)
    return money and clause.setting.victim_speaks and not clause.names_victim()


def _less_than_lost(clause: Clause) -> bool:
    """损失10万元,追回3万元: a part."""
    amount, lost = clause.amount(), clause.setting.lost
    return amount is not None and lost is not None and amount < lost


def read_spent(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """挥霍: the loot is gone."""
    if scope.negates(clause.tokens[i][1]) or not clause.has(Word.LOOT, Word.MONEY, Word.LOSS):
        return None
    return clause.mark(Said.SPENT, i)


RECOVERY_READERS: Final[dict[Word, Callable[[Clause, Scope, int], Mark | None]]] = {
    Word.RETURN: read_return,
    Word.SEIZED: read_return,
    Word.SPENT: read_spent,
}
