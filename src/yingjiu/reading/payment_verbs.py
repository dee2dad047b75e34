"""Reads the words of paying (赔偿, 支付, 收到, 垫付, 提存, 余款, 付清, 发还 …) in their clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said, find_sum
from yingjiu.reading.payment_words import Word

Reader = Callable[[Clause, Scope, int], Mark | None]

_MONEY: Final = (Word.MONEY, Word.ITEM, Word.ITEMS)
_ONE_CHARACTER: Final = 1
_NOUN: Final = re.compile(
    r"(?:[^，,。；;：:、]{0,30}?的)?(?:意愿|意向|诚意|愿望|打算|想法|承诺|计划|(?P<pact>协议|协定|调解书|方案)|(?P<fund>准备金|保证金|备用金|备付金))"
)
_STILL: Final = ("至今", "尚", "仍", "一直", "截至")
_BROUGHT: Final = ("送来", "送去", "捎来", "捎去", "拿来", "带来")
_PAYS: Final = ("支付", "给付", "付", "付款", "给", "兑付", "付给", "偿还", "清偿", "承担", "负担")
_RAISING: Final = ("筹款", "筹集", "筹措", "筹钱")
_REFUSING: Final = ("拒绝", "拒不", "不愿", "不愿意", "不肯", "不同意")
_LEFT: Final = ("放在", "押在", "押了", "寄存", "寄放")
_ACTUAL: Final = re.compile(
    r"实际$|(?<!约定)(?<!约定于)(?:同日|当日|当天|次日|签字时|签订时)(?![^，。]{0,8}前)|(?:按照?|依照?|根据)(?:和解|调解|赔偿)?(?:协议|约定)(?!约定|应)|[如按依]约(?!定)"
)
_SELF: Final = re.compile("(?:自行|自己|各自|本人)$")
_COSTS: Final = re.compile("(?:全部|所有|治疗|医疗|相关)?费用(?:均|都|全部|已)?由")
_RELIEF: Final = ("司法救助金", "司法救助", "救助金", "民政", "财政", "工会", "爱心款", "捐款")
_ONLY: Final = ("只", "仅", "仅仅")
_SUFFIX: Final = 2
_CLOSE: Final = 3
_FOR_HARM: Final = ("赔", "补", "和解", "调解", "谅解", "保险")
# 医疗费等…, 各项: more than the one item named
_MORE_THAN_ITEM: Final = (Word.LOSS, Word.SUM, Word.ITEMS)
_SAYS_HOW: Final = (Word.ONCE, Word.LOSS, Word.ITEM, Word.ITEMS, Word.AT_ONCE, Word.PART, Word.MONEY, Word.FUTURE)
_BY_MOOD: Final = {
    Word.WILL: Said.PROMISED,
    Word.HOPE: Said.CLAIMED,
    Word.CLAIM: Said.CLAIMED,
    Word.DUTY: Said.CLAIMED,
    Word.ORDER: Said.ORDERED,
    Word.WAIVE: Said.WAIVED,
    Word.IF: Said.PROMISED,
}


def read_pay(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """赔偿, 补偿, 退赔, 赔付."""
    at = clause.tokens[i][1]
    if clause.has(Word.HANDLED) and clause.word(i).startswith(("民事", "附带民事")):
        return read_civil(clause, scope, i)
    if clause.before(i, Word.EXCEPT, Word.EARLIER) or clause.has(Word.DEDUCT):
        return clause.mark(Said.PART, i) if clause.has(Word.DEDUCT) else None
    if (clause.after(i, Word.BEYOND) and not clause.after(i, Word.PAY)) or clause.before(i, Word.NOTHING):
        return None
    if scope.negates(at):
        return _not_paid(clause, scope, i)
    nominal = _as_noun(clause, scope, i)
    if nominal is not None:
        return nominal
    if clause.after(i, Word.NOTHING) and clause.done_suffix(i):  # 给了两千就没影了
        return clause.payment(Said.PART, i, past=True)
    if clause.after(i, Word.FAIL, Word.ABILITY, Word.NOTHING) or _denied_at_once(clause, i):
        return None
    return _affirmed(clause, scope, i)


def _as_noun(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """赔偿王五的意愿 and 赔偿诚意 are promises, 对王五的赔偿准备金 is a deposit: the word of paying only explains a noun."""
    found = _NOUN.match(clause.text, clause.tokens[i][2], clause.end)
    if found is None or clause.done_suffix(i):
        return None
    if found["pact"]:
        return clause.mark(Said.AGREED if scope.mood is None else Said.CLAIMED, i)
    if found["fund"]:
        return clause.payment(Said.DEPOSIT, i, past=True)
    claimed = scope.mood in (Word.CLAIM, Word.HOPE, Word.DENY)
    return clause.mark(Said.CLAIMED if claimed else Said.PROMISED, i)


def _not_paid(clause: Clause, scope: Scope, i: int) -> Mark | None:
    if scope.mood is Word.IF or scope.mood is Word.DENY:
        return None
    if clause.before(i, Word.REST):
        return clause.mark(Said.OPEN, i)
    if scope.full is not clause.before(i, Word.PART):  # 未得到过全额或部分赔偿 is nothing
        return clause.mark(Said.PART, i)
    if clause.before(i, Word.MAKE) or clause.after(i, Word.MAKE):
        return clause.mark(Said.NO_AGREEMENT, i)
    return clause.mark(Said.UNPAID, i)


def _denied_at_once(clause: Clause, i: int) -> bool:
    """赔偿尚未到位: the negation follows the word at once and the next word carries it."""
    if i + 1 >= len(clause.tokens):
        return False
    kind, start, _ = clause.tokens[i + 1]
    return kind is Word.NOT and start - clause.tokens[i][2] <= 1


def _affirmed(clause: Clause, scope: Scope, i: int) -> Mark | None:
    mood = None if _raised(clause, scope, i) else scope.mood
    done = scope.past or clause.done_suffix(i) or _in_fact(clause, i)
    if mood is Word.TOPIC and done and clause.setting.asked:  # 就头一天给了500块
        return clause.payment(Said.PART, i, past=True)
    if mood is Word.TOPIC:
        return clause.mark(Said.AGREED, i) if clause.has(Word.YUAN) and not done else None
    if mood is Word.DENY:
        return None
    if mood is None and not done and clause.setting.asked and _only_said(clause, i):
        mood = Word.WILL  # 说赔两万
    if mood is not None and not (mood is Word.ORDER and done):
        said = _BY_MOOD[mood]
        return clause.payment(said, i) if mood is Word.DUTY else clause.mark(said, i)
    if clause.setting.verdict and not done:
        return clause.mark(Said.ORDERED, i)
    if (clause.has(Word.FUND) and clause.before(i, Word.FUND)) or (not done and _says_nothing(clause)):
        return None
    return _paid(clause, scope, i, done=done)


def _only_said(clause: Clause, i: int) -> bool:
    """Whether 说 stands right before word ``i``."""
    return i > 0 and clause.tokens[i - 1][0] is Word.TELLS and clause.tokens[i - 1][2] == clause.tokens[i][1]


def _says_nothing(clause: Clause) -> bool:
    """拿啥赔, in an answer: neither done nor a sum, so no payment."""
    if not clause.setting.asked or clause.amount() is not None:
        return False
    return not clause.has(*_SAYS_HOW)


def _raised(clause: Clause, scope: Scope, i: int) -> bool:
    """筹款8万元赔偿王五: the money was raised, so it is no longer a wish."""
    if scope.mood is not Word.WILL or not clause.before(i, Word.YUAN):
        return False
    wishes = [clause.word(j) for j in range(i) if clause.tokens[j][0] is Word.WILL]
    return all(word in _RAISING for word in wishes)


def _in_fact(clause: Clause, i: int) -> bool:
    """约定赔偿10万元,实际支付2万元 · 按协议把8万元付给王五: done."""
    return _ACTUAL.search(clause.text, clause.start, clause.tokens[i][1]) is not None


def _only_some(clause: Clause) -> bool:
    """Whether only a part is paid; 只对王五作了足额赔偿 limits the persons, not the sum."""
    if not clause.has(Word.PART):
        return False
    parts = [i for i, token in enumerate(clause.tokens) if token[0] is Word.PART]
    words = [clause.word(i) for i in parts if not clause.limits_persons(i)]
    return bool(words) and not (clause.has(Word.FULL) and all(word in _ONLY for word in words))


def _paid(clause: Clause, scope: Scope, i: int, *, done: bool) -> Mark:
    """A payment said as a fact: whole, part, one item, or a sum agreed."""
    if clause.before(i, Word.REST) or clause.has(Word.INSTALMENT):
        closed = done and clause.has(Word.DONE) and not clause.has(Word.INSTALMENT)
        return clause.mark(Said.CLOSED if closed else Said.OPEN, i)
    if _only_some(clause) or (done and _of_a_greater_sum(clause, i)):
        return clause.payment(Said.PART, i, past=done)
    if clause.has(Word.FUTURE) and not done:
        return clause.payment(Said.DUE, i)
    if clause.setting.agreed and not done and not scope.joined and not clause.has(Word.AT_ONCE):
        return clause.payment(Said.AGREED, i)
    if clause.has(Word.LIMIT) and not clause.has(Word.BEYOND):
        return clause.payment(Said.PART, i, past=done, insurer=True)
    if is_one_item(clause):
        return clause.payment(Said.ITEM, i, past=done)
    if clause.has(Word.FULL) or (clause.has(Word.ONCE) and done) or clause.before(i, Word.AT_ONCE):
        return clause.payment(Said.CLOSED, i, past=done)
    return clause.payment(Said.PAID, i, past=done)


def _of_a_greater_sum(clause: Clause, i: int) -> bool:
    """约定的30万元已付12万元: the sum behind the verb is less than the one before it."""
    at = clause.tokens[i][1]
    if not (clause.before(i, Word.YUAN) and clause.after(i, Word.YUAN)):
        return False
    owed, paid = find_sum(clause.text, clause.start, at), find_sum(clause.text, at, clause.end)
    return owed is not None and paid is not None and paid < owed


def is_one_item(clause: Clause) -> bool:
    """Whether the money of a clause is for one item only (医疗费), not 医疗费等 or all losses."""
    if not clause.has(Word.ITEM) or clause.has(*_MORE_THAN_ITEM):
        return False
    items = [token for token in clause.tokens if token[0] is Word.ITEM]
    return len(items) == 1 and clause.text[items[0][2] : items[0][2] + 1] != "等"


def read_give(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """支付, 给付, 给: a payment only where money for the harm is named."""
    setting = clause.setting
    at = clause.tokens[i][1]
    if clause.has(Word.WAGE):
        return read_wage(clause, scope, i)
    if _comes_later(clause, scope, i):
        return clause.mark(Said.DUE, i)
    topic = setting.money or setting.letter or clause.has(Word.VICTIM) or clause.names_victim()
    topic = topic or clause.word(i) in _BROUGHT or (_to_office(clause, i) and not clause.victim_is_subject(at))
    named = clause.has(*_MONEY, Word.PENNY) or (clause.has(Word.YUAN, Word.PART) and topic)
    named = named or _names_costs(clause, scope, i)
    unpaid = _ends_unpaid(clause, scope, i)
    if not (named or unpaid or setting.asked) or clause.has(Word.PAY) or clause.after(i, Word.WAIVE):
        return None
    if clause.before(i, Word.GIVE, Word.GET, Word.ADVANCE) and not unpaid:
        return None
    if clause.has(Word.FINE) or (clause.has(Word.HARM) and len(clause.word(i)) == _ONE_CHARACTER):
        return None
    own = clause.victim_is_subject(at) and not setting.asked and not clause.has(Word.PAST)
    if own or clause.has(Word.LOOT) or _own_side(clause, at):
        return None
    if clause.speaker_pays(at):  # 医药费都是我自己掏的
        return clause.mark(Said.NO_AGREEMENT, i) if setting.asked and clause.has(Word.ITEM) else None
    if _to_office(clause, i) and not scope.negates(at) and scope.mood is None:
        return clause.payment(Said.DEPOSIT, i, past=True)
    return read_pay(clause, scope, i)


def _names_costs(clause: Clause, scope: Scope, i: int) -> bool:
    """费用由李四支付; …共2100元,李四的哥哥已经给付: the money is named at the head or in the clause before."""
    if _COSTS.match(clause.text, clause.start, clause.tokens[i][1]):
        return True
    return clause.setting.money and scope.past and clause.word(i) in _PAYS and _ends_clause(clause, i, 0)


def _comes_later(clause: Clause, scope: Scope, i: int) -> bool:
    """另5万元承诺于9月底前给付, of an agreement named before."""
    if not clause.setting.agreed or not clause.has(Word.FUTURE) or clause.word(i) not in _PAYS:
        return False
    if clause.has(Word.PAST, Word.PAY, Word.FINE, Word.LOOT, Word.NOT) or clause.setting.verdict:
        return False
    return scope.mood in (None, Word.WILL) and not clause.done_suffix(i)


def _own_side(clause: Clause, at: int) -> bool:
    """另1300元自行承担, 由其子女支付, 民政部门发放: not the offender pays."""
    if clause.setting.asked or clause.setting.letter:
        return _is_relief(clause)
    alone = _SELF.search(clause.text, clause.start, at) is not None and not clause.has(Word.OFFENDER)
    return alone or clause.kin_pays(at) or _is_relief(clause)


def _is_relief(clause: Clause) -> bool:
    """司法救助金3万元已发放, 民政补助1万元: the state gives it, not the offender."""
    return clause.has(Word.FUND) and not clause.has(Word.OFFENDER, Word.PAY) and clause.has_word(_RELIEF)


def _ends_unpaid(clause: Clause, scope: Scope, i: int) -> bool:
    """逾期未付, 协议确定的8万元未支付: the money was named before."""
    setting = clause.setting
    named = setting.money or setting.agreed or clause.has(Word.AGREEMENT, Word.YUAN, Word.LETTER, Word.FORGIVE)
    if not (named and scope.negates(clause.tokens[i][1])):
        return False
    return clause.word(i) in _PAYS and _ends_clause(clause, i)


def _ends_clause(clause: Clause, i: int, most: int = _SUFFIX) -> bool:
    return len(clause.text[clause.tokens[i][2] : clause.end].strip(" \n。")) <= most


def _to_office(clause: Clause, i: int) -> bool:
    """打到法院账上, 汇入检察院账户: not in the victim's hands, unless the office hands it on (转交)."""
    if clause.after(i, Word.GIVE, Word.GET) or i + 1 >= len(clause.tokens):
        return False
    kind, start, _ = clause.tokens[i + 1]
    return kind is Word.OFFICE and start - clause.tokens[i][2] <= _CLOSE


def read_wage(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """支付劳动报酬: refusing it is the crime itself, so only 已全部支付, 已支付部分 and 至今未支付 count."""
    if scope.negates(clause.tokens[i][1]):
        return clause.mark(Said.UNPAID, i) if clause.negator(i).startswith(_STILL) else None
    if not (scope.past or clause.done_suffix(i)) or scope.mood is not None:
        return None
    if clause.has(Word.PART):
        return clause.payment(Said.PART, i, past=True)
    return clause.payment(Said.CLOSED if clause.has(Word.FULL, Word.DONE) else Said.PAID, i, past=True)


def read_get(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """收到, 领取, 拿到: a payment from the receiver's side."""
    setting = clause.setting
    if clause.has(Word.PAY, Word.LOOT, Word.FINE) or clause.before(i, Word.GET):
        return None
    if _is_relief(clause):
        return None
    settled = scope.past and setting.agreed and _ends_clause(clause, i, 0)  # 分别获赔6万元和8000元,均已领取
    if settled and not scope.negates(clause.tokens[i][1]):
        return clause.payment(Said.PAID, i, past=True)
    if not clause.has(Word.MONEY, Word.ITEMS, Word.YUAN, Word.PENNY) and not (setting.asked or setting.letter):
        return None
    if not (setting.money or setting.asked or setting.letter) and not (_names_payment(clause) or _none_at_all(clause)):
        return None
    if scope.negates(clause.tokens[i][1]):
        return _not_paid(clause, scope, i)
    if scope.mood in (Word.HOPE, Word.CLAIM, Word.WILL, Word.IF, Word.DUTY, Word.DENY):
        return None
    if clause.has(Word.PART, Word.INSTALMENT, Word.REST):
        return clause.payment(Said.PART, i, past=True)
    said = Said.CLOSED if clause.has(Word.FULL, Word.ONCE) else Said.PAID
    return clause.payment(said, i, past=True)


def _none_at_all(clause: Clause) -> bool:
    """没有收到过李四的任何款物."""
    return clause.has(Word.NOT) and "任何" in clause.text[clause.start : clause.end]


def _names_payment(clause: Clause) -> bool:
    """Whether the money is named as compensation (赔偿款, 理赔金), not as money at large (款项)."""
    words = [clause.word(i) for i, token in enumerate(clause.tokens) if token[0] is Word.MONEY]
    return any(sign in word for word in words for sign in _FOR_HARM)


def read_advance(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """垫付, 预付, 先行支付: a part, whoever advances it, but not the victim's own side."""
    at = clause.tokens[i][1]
    if clause.before(i, Word.EXCEPT, Word.EARLIER) or scope.mood in (Word.CLAIM, Word.IF, Word.HOPE, Word.DENY):
        return None
    if scope.negates(at):
        return clause.mark(Said.UNPAID, i)
    if scope.mood is Word.WILL:
        return clause.mark(Said.PROMISED, i)
    if (clause.victim_is_subject(at) and not clause.has(Word.PAST)) or clause.speaker_pays(at):
        return None
    if clause.kin_pays(at):
        return None  # 其余由其父母垫付
    return clause.payment(Said.PART, i, past=True)


def read_deposit(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """预交, 提存, 缴纳…至法院: money not yet in the victim's hands."""
    held = clause.word(i) in _LEFT and clause.setting.asked
    held = held or (clause.has(Word.OFFICE) and clause.has(Word.YUAN) and not clause.has(Word.FINE))
    if not (held or clause.has(Word.MONEY, Word.PAY, Word.LOSS, Word.ITEM)) and clause.word(i) not in (
        "提存",
        "赔偿保证金",
    ):
        return None
    if clause.has(Word.ITEM) and not clause.has(Word.MONEY, Word.PAY, Word.OFFICE):
        return read_advance(clause, scope, i)  # 预交治疗费用: to the hospital
    if clause.word(i) in _LEFT and not clause.has(Word.OFFICE):
        return None  # 放在: only with an office is it a deposit
    fine = clause.has(Word.FINE) and not clause.has(Word.MONEY, Word.PAY)
    if fine or scope.negates(clause.tokens[i][1]):
        return None
    if scope.mood is Word.WILL:
        return clause.mark(Said.PROMISED, i)
    if scope.mood in (Word.CLAIM, Word.ORDER, Word.DUTY, Word.IF):
        return None
    return clause.payment(Said.DEPOSIT, i, past=True)


def read_ability(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """无赔偿能力."""
    speaks = clause.has(Word.PAY) or any(part in clause.word(i) for part in ("赔", "履行", "偿付"))
    return clause.mark(Said.UNPAID, i) if speaks and scope.negates(clause.tokens[i][1]) else None


def read_civil(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """民事部分已处理: settled; 民事部分另行处理: to be settled; 民事问题未解决: not."""
    if scope.negates(clause.tokens[i][1]) and clause.negator(i) in _REFUSING:
        return clause.mark(Said.UNPAID, i)  # 拒绝就赔偿问题与王五协商
    if clause.tokens[i][0] is Word.APART and (clause.has(Word.CIVIL, Word.PAY) or not clause.setting.money):
        return None
    if scope.past and clause.word(i) == "赔偿部分" and not clause.has(Word.HANDLED):
        return clause.payment(Said.PART, i, past=True)  # 已赔偿部分
    if not clause.has(Word.HANDLED) and not (clause.has(Word.MEDIATE) and clause.has(Word.PAST)):
        return None
    if clause.has(Word.NOT):
        return clause.mark(Said.UNPAID, i)
    if clause.has(Word.WILL, Word.HOPE, Word.CLAIM) or clause.before(i, Word.WAIVE):
        return None
    if clause.has(Word.PAST) or any(w in clause.text[clause.start : clause.end] for w in ("完结", "完毕", "处结")):
        return clause.mark(Said.HANDLED, i)
    return clause.mark(Said.CLAIMED, i) if clause.has(Word.APART) else None


PAYMENT_READERS: Final[dict[Word, Reader]] = {
    Word.PAY: read_pay,
    Word.GIVE: read_give,
    Word.GET: read_get,
    Word.ADVANCE: read_advance,
    Word.DEPOSIT: read_deposit,
    Word.ABILITY: read_ability,
    Word.CIVIL: read_civil,
    Word.APART: read_civil,
}
