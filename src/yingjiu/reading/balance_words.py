"""Reads the words of what is left to pay (余款, 分期, 付清, 扣除) in their clause."""

from __future__ import annotations

from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_verbs import Reader, is_one_item, read_wage
from yingjiu.reading.payment_words import Word

_STILL_OPEN: Final = "尚有"
_ASKED: Final = ("要求", "诉求", "意见", "想法", "纠纷", "争议", "请求", "补充")


def read_rest(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """余款, 剩余, 尚欠: something is left, unless the clause says it is paid."""
    if clause.has(Word.FINE, Word.WAGE) or not (
        clause.setting.money or clause.setting.asked or clause.has(Word.MONEY, Word.LOSS, Word.YUAN)
    ):
        return None
    if not clause.has(Word.MONEY, Word.LOSS, Word.YUAN, Word.PAY, Word.GIVE, Word.DONE, Word.NOT, Word.PERFORM):
        return None
    if clause.word(i) == _STILL_OPEN and clause.names_victim():
        return None  # 尚有王五的6万元未归还: whether anything was paid is not told
    later = clause.after(i, Word.NOT, Word.FUTURE, Word.INSTALMENT, Word.WILL)
    if not later and clause.after(i, Word.PAST, Word.DONE):
        return None
    if scope.mood is Word.CLAIM and clause.after(i, Word.LOSS) and clause.has(Word.PAY):
        return clause.mark(Said.SHORT, i)  # 仍要求赔偿余下的损失
    if scope.mood in (Word.CLAIM, Word.WAIVE) or clause.after(i, Word.WAIVE) or _nothing_asked(clause, i):
        return None
    return clause.mark(Said.OPEN, i)


def _nothing_asked(clause: Clause, i: int) -> bool:
    """没有别的要求: nothing is left to ask for, said by who got it."""
    return clause.before(i, Word.NOT) and clause.text.startswith(_ASKED, clause.tokens[i][2])


def read_instalment(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """分期, 首付: open as long as the last part is not said to be paid."""
    if not (clause.setting.money or clause.setting.letter or clause.has(Word.MONEY, Word.PAY, Word.GIVE, Word.YUAN)):
        return None
    if scope.mood in (Word.CLAIM, Word.WILL, Word.HOPE) or scope.negates(clause.tokens[i][1]):
        return None
    if clause.has(Word.FULL) and clause.has(Word.PAST) and clause.has(Word.DONE):
        return None
    return clause.mark(Said.OPEN, i)


def read_done(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """履行完毕, 付清, 再无纠纷: nothing is left; 未付清 leaves something, 于…前付清 is to come."""
    setting = clause.setting
    if clause.has(Word.WAGE):
        return read_wage(clause, scope, i)
    if not _is_topic(clause, i):
        return None
    if scope.mood is Word.IF and not setting.contract:  # 他要是赔清了我就不追究: asked about it, so not yet
        return clause.mark(Said.CLAIMED, i) if setting.asked else None
    if clause.word(i).startswith("再无") and clause.after(i, Word.PAY, Word.GIVE, Word.MONEY):
        return clause.mark(Said.UNPAID, i)  # 再无其他赔偿
    if scope.negates(clause.tokens[i][1]):
        return clause.mark(Said.OPEN, i)
    done = scope.past or clause.done_suffix(i) or (setting.contract and clause.has(Word.AT_ONCE))
    if setting.verdict and not done and clause.has(Word.FUTURE, Word.DUTY, Word.ORDER):
        return clause.mark(Said.ORDERED, i)  # 限判决生效后十日内付清
    if not done and _is_to_come(clause, scope, i):
        return clause.mark(Said.DUE, i) if scope.mood not in (Word.CLAIM, Word.IF) or setting.contract else None
    return _done(clause, i, done=done)


def _done(clause: Clause, i: int, *, done: bool) -> Mark | None:
    """What is done: the whole, a part, one item; 余款付清 without 已 is still open."""
    if clause.has(Word.PART, Word.INSTALMENT):
        return clause.payment(Said.PART, i, past=True)
    if clause.before(i, Word.REST) and not done:
        return clause.mark(Said.OPEN, i)
    if is_one_item(clause) and not clause.has(Word.MONEY):
        return clause.payment(Said.ITEM, i, past=True)
    return clause.payment(Said.CLOSED, i, past=True)


def _is_to_come(clause: Clause, scope: Scope, i: int) -> bool:
    """于…前付清, 约定付清: not yet; in the agreement itself, whatever is not paid at once."""
    if clause.setting.contract and "当场" not in clause.word(i) and "再无" not in clause.word(i):
        return True
    return clause.before(i, Word.FUTURE, Word.BARGAIN) or scope.mood is not None


def _is_topic(clause: Clause, i: int) -> bool:
    """Whether what is done is a payment."""
    setting = clause.setting
    if setting.money or setting.agreed or setting.asked or setting.letter:
        return True
    named = any(sign in clause.word(i) for sign in ("赔", "付", "退"))
    return named or clause.has(Word.MONEY, Word.PAY, Word.LOSS, Word.GIVE, Word.ITEM, Word.ITEMS)


def read_deduction(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """扣除已支付的2万元: a part was paid."""
    if scope.mood is Word.CLAIM or not clause.has(Word.EARLIER, Word.PAST, Word.GIVE, Word.ADVANCE):
        return None
    if not clause.has(Word.YUAN, Word.MONEY, Word.PAY, Word.ITEM, Word.ADVANCE):
        return None
    return clause.payment(Said.PART, i, past=True)


BALANCE_READERS: Final[dict[Word, Reader]] = {
    Word.REST: read_rest,
    Word.INSTALMENT: read_instalment,
    Word.DONE: read_done,
    Word.DEDUCT: read_deduction,
}
