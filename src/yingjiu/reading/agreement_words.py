"""Reads the words of agreeing and suing (达成协议, 未履行, 约定, 调解未果, 提起附带民事诉讼, 撤诉) in their clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_words import Word

_UNREAL: Final = (Word.WILL, Word.HOPE, Word.CLAIM, Word.IF, Word.DENY, Word.DUTY, Word.WAIVE)
_BORNE: Final = ("损失自负", "损失自行承担", "自行承担损失", "责任自负")
_ON_THE_DAY: Final = re.compile("(?:同日|当日|当天|次日|签字时|签订时|现场)")
_CLOSE: Final = 10
_REFUSING: Final = ("拒绝", "拒不", "不愿", "不愿意", "不肯", "未", "至今未", "尚未")


def read_agreement(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """达成…协议: agreed; 未能达成…协议: not; 协议 … 反悔: broken."""
    at = clause.tokens[i][1]
    made = clause.has(Word.MAKE)
    if scope.negates(at) and (made or at - scope.negation <= _CLOSE) and not clause.has(Word.PERFORM):
        return clause.mark(Said.NO_AGREEMENT, i)
    if clause.after(i, Word.REVOKE):
        return clause.mark(Said.BROKEN, i)
    if clause.after(i, Word.FAIL):
        return clause.mark(Said.NO_AGREEMENT, i)
    clause.setting.agreed = True
    real = made or (clause.word(i).endswith("和解") and _between_them(clause, i))
    if not real or scope.mood in _UNREAL or scope.negates(at):
        return None
    return Mark(Said.AGREED, clause.start, clause.end, at, clause.amount())


def _between_them(clause: Clause, i: int) -> bool:
    """双方已和解, 自行和解: an agreement without 达成."""
    words = clause.text[clause.start : clause.tokens[i][1]]
    return clause.before(i, Word.PAST) or words.endswith(("自行", "自愿", "私下", "双方", "庭外"))


def read_bargain(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """约定, 说好, 私了."""
    topic = clause.setting.money or clause.setting.asked or "赔" in clause.text[clause.start : clause.end]
    if not (topic or clause.has(Word.PAY, Word.MONEY, Word.YUAN)):
        return None
    if scope.negates(clause.tokens[i][1]):
        return clause.mark(Said.NO_AGREEMENT, i)
    clause.setting.agreed = True
    return Mark(Said.AGREED, clause.start, clause.end, clause.tokens[i][1], clause.amount())


def read_mediation(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """调解未果, 未能调解: no agreement."""
    if clause.after(i, Word.FAIL) or (scope.negates(clause.tokens[i][1]) and clause.negator(i).startswith("拒")):
        return clause.mark(Said.NO_AGREEMENT, i)
    return None


def read_failure(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """协商未果, 赔偿问题未达成一致: no agreement on money."""
    spoken = clause.before(i, Word.TOPIC, Word.PAY, Word.CIVIL, Word.AGREEMENT) or clause.setting.money
    return clause.mark(Said.NO_AGREEMENT, i) if spoken and not clause.before(i, Word.MEDIATE) else None


def read_performance(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """履行: done, not done, in part, or to come."""
    setting = clause.setting
    topic = setting.money or setting.agreed or setting.asked
    if not (topic or clause.has(Word.AGREEMENT, Word.MONEY, Word.PAY, Word.ORDER)):
        return None
    if scope.negates(clause.tokens[i][1]):
        return clause.mark(Said.OPEN if scope.full else Said.BROKEN, i)
    if clause.has(Word.PART) and (scope.past or clause.done_suffix(i)):
        return clause.mark(Said.PART, i)
    done = scope.past or clause.done_suffix(i) or clause.has(Word.FULL, Word.AT_ONCE) or scope.joined
    if scope.mood in _UNREAL or (clause.has(Word.FUTURE) and not scope.past):
        if setting.verdict:
            return clause.mark(Said.ORDERED, i)  # 限判决生效后十日内履行
        return clause.mark(Said.DUE, i) if scope.mood not in (Word.CLAIM, Word.IF) else None
    if (
        not done
        and not clause.before(i, Word.GIVE)
        and _ON_THE_DAY.search(clause.text, clause.start, clause.tokens[i][1])
        and clause.amount()
    ):
        return clause.payment(Said.PAID, i, past=True)  # 约定15万元,同日履行10万元
    if not done or clause.after(i, Word.NOT):
        return None
    return Mark(Said.CLOSED, clause.start, clause.end, clause.tokens[i][1], clause.amount(), past=True)


def read_suit(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """提起附带民事诉讼: claimed, unless withdrawn or not brought."""
    if clause.before(i, Word.WITHDRAW):
        return clause.mark(Said.WITHDRAWN, i)
    if clause.word(i) == "诉讼解决" and scope.past:
        return clause.mark(Said.HANDLED, i)
    if scope.mood is Word.WAIVE:
        return clause.mark(Said.WAIVED, i)
    if scope.negates(clause.tokens[i][1]) or scope.mood is Word.IF:
        return None
    return clause.mark(Said.CLAIMED, i)


def read_withdrawal(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """撤回附带民事诉讼."""
    words = clause.text[clause.start : clause.end]
    civil = "民事" in words or "赔偿" in words or clause.has(Word.SUIT)
    return clause.mark(Said.WITHDRAWN, i) if civil and not scope.negates(clause.tokens[i][1]) else None


def read_waiver(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """放弃…民事赔偿, where no other word of the clause says so."""
    if clause.word(i) in _BORNE:
        return clause.mark(Said.WAIVED, i)
    words = clause.text[clause.tokens[i][2] : clause.end]
    asked = clause.setting.asked and clause.word(i).startswith("没")
    if asked and clause.has(Word.MONEY, Word.PAY):
        return clause.mark(Said.WAIVED, i)  # 没要他的钱
    if clause.after(i, Word.PAY, Word.SUIT) or not ("民事" in words or "索赔" in words):
        return None
    return clause.mark(Said.WAIVED, i)


def read_liability(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """承担赔偿责任: owed, not paid."""
    if "赔偿" not in clause.word(i) or scope.mood is Word.IF:
        return None
    if scope.negates(clause.tokens[i][1]):
        return clause.mark(Said.UNPAID, i) if clause.negator(i) in _REFUSING else None
    if scope.mood in (Word.WILL, Word.HOPE):
        return clause.mark(Said.PROMISED, i)
    if scope.past:
        return Mark(Said.PAID, clause.start, clause.end, clause.tokens[i][1], vague=True, past=True)
    return clause.mark(Said.CLAIMED, i)


def read_receipt(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """收条, 领款凭证: named, which supports a payment but says nothing alone."""
    return None if scope.negates(clause.tokens[i][1]) else clause.mark(Said.RECEIPT, i)


AGREEMENT_READERS: Final[dict[Word, Callable[[Clause, Scope, int], Mark | None]]] = {
    Word.AGREEMENT: read_agreement,
    Word.BARGAIN: read_bargain,
    Word.MEDIATE: read_mediation,
    Word.FAIL: read_failure,
    Word.PERFORM: read_performance,
    Word.SUIT: read_suit,
    Word.WITHDRAW: read_withdrawal,
    Word.WAIVE: read_waiver,
    Word.LIABILITY: read_liability,
    Word.RECEIPT: read_receipt,
}
