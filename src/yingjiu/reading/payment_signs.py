"""Reads the signs of payment that need no verb of paying (分文未得, 索赔, 嘴上说赔, 不够, 欠条, 系全部赔偿款) in their clause."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_verbs import Reader
from yingjiu.reading.payment_words import Word

_VERBS: Final = (
    *(Word.PAY, Word.GIVE, Word.GET, Word.ADVANCE, Word.DEPOSIT, Word.RETURN, Word.PERFORM, Word.DONE, Word.NOTHING),
    *(Word.LIABILITY, Word.ABILITY, Word.REST),
)
_PENDING: Final = (
    *("办理之中", "办理中", "尚在办理", "正在办理", "审批之中", "审批中", "审核中", "正在审核", "理赔中", "正在理赔"),
    *("筹集中", "正在筹集", "正在筹措", "筹措中", "未有下落"),
)
_OWN_NEED: Final = re.compile(
    "学费|学业|生计|生活(?!费)|工作|吃饭|住处|住房|户口|就业"
)  # the home's troubles, not the debt
_IS: Final = ("系", "为", "是", "即", "属于", "作为")
_ALWAYS: Final = ("索赔", "求偿", "追偿", "提出赔偿", "理赔申请")


def _is_spoken(clause: Clause) -> bool:
    """Whether money for the harm is the topic of the clause or of what came before."""
    setting = clause.setting
    return (
        setting.money
        or setting.asked
        or setting.letter
        or setting.agreed
        or clause.has(Word.MONEY, Word.LOSS)
        or "赔" in clause.text[clause.start : clause.end]
    )


def read_nothing(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """赔偿没有着落, 对方不闻不问, 还有五千没退."""
    word = clause.word(i)
    if clause.has(Word.WAGE) or _OWN_NEED.search(clause.text, clause.start, clause.tokens[i][1]):
        return None
    if word in _PENDING and not clause.has(Word.MONEY, Word.ITEM, Word.ITEMS, Word.INSURER):
        return None
    negated = scope.negates(clause.tokens[i][1]) and clause.negator(i)  # 一分没还: the penny only strengthens
    topic = _is_spoken(clause) or "分" in word or ("谈" in word and clause.has(Word.YUAN))
    if negated or not topic:
        return None
    return clause.mark(Said.OPEN if clause.before(i, Word.REST) else Said.UNPAID, i)


def read_penny(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """分文未得, 一分钱也没有出, 未获分文: nothing came, whatever the verb; with a verb of paying that word is read."""
    del scope
    negated = clause.after(i, Word.NOT) or clause.before(i, Word.NOT)
    if not negated or clause.has(*_VERBS) or clause.has(Word.FINE):
        return None
    topic = _is_spoken(clause) or clause.has(Word.VICTIM, Word.OFFENDER, Word.AGREEMENT) or clause.names_victim()
    return clause.mark(Said.UNPAID, i) if topic else None


def read_demand(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """索赔8万元, 追偿医药费: claimed and no more; 不索赔, 放弃求偿 waives."""
    money = clause.has(Word.YUAN, Word.LOSS, Word.ITEM, Word.ITEMS, Word.MONEY) and _is_spoken(clause)
    if clause.word(i) not in _ALWAYS and not money:
        return None
    if scope.negates(clause.tokens[i][1]) or scope.mood is Word.WAIVE or clause.before(i, Word.WITHDRAW):
        return clause.mark(Said.WAIVED, i)
    return None if scope.mood is Word.IF else clause.mark(Said.CLAIMED, i)


def read_promise(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """会赔, 要赔: a promise; 不会赔 a refusal."""
    return clause.mark(Said.UNPAID if scope.negates(clause.tokens[i][1]) else Said.PROMISED, i)


def read_short(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """不够, 相去甚远: what was paid is not the whole."""
    del scope
    return clause.mark(Said.SHORT, i) if _is_spoken(clause) else None


def read_note(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """打了欠条: what is not paid is owed."""
    if not _is_spoken(clause) or scope.negates(clause.tokens[i][1]):
        return None
    return clause.mark(Said.NOTE, i)


def read_whole(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """系全部赔偿款, 此款为一次性了结: the sum named before is the whole; 并非全部赔偿款 is a part."""
    if i and clause.tokens[i - 1][0] is Word.DENY:
        return clause.mark(Said.PART, i) if clause.after(i, Word.MONEY, Word.LOSS) else None
    head = clause.text[clause.start : clause.tokens[i][1]].rstrip()
    if not head.endswith(_IS) or scope.mood is not None or scope.negates(clause.tokens[i][1]):
        return None
    if not (clause.setting.letter or clause.setting.money) or clause.setting.contract or clause.setting.verdict:
        return None
    if not clause.after(i, Word.MONEY, Word.LOSS, Word.HANDLED, Word.PAY) or clause.has(Word.CLAIM, Word.DUTY):
        return None
    return clause.payment(Said.CLOSED, i, past=True)


SIGN_READERS: Final[dict[Word, Reader]] = {
    Word.NOTHING: read_nothing,
    Word.PENNY: read_penny,
    Word.DEMAND: read_demand,
    Word.PROMISE: read_promise,
    Word.SHORT: read_short,
    Word.NOTE: read_note,
    Word.FULL: read_whole,
    Word.ONCE: read_whole,
}
