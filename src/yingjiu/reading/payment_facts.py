"""Turns statements of payment and forgiveness into single facts of each victim (单项事实): value, payer, sum, day.

The closed words of 赔偿: 已付清 已付 已处理 部分支付 提存或预交 分期未清 达成协议 · 未达成协议 协议未履行 未付 拒绝 拒收 无能力 未追回
判决责令 · 承诺 仅为请求 放弃 撤回 收据. Of 谅解: 谅解 谅解书 不谅解 谅解书撤回. Polarity as in law.md §3.3: ``+`` money or
forgiveness came, ``-`` it did not, ``±`` in part, ``0`` proves nothing (a promise, a claim, what only a party says).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from yingjiu.reading.payment_marks import FORGIVENESS, Mark, Said, find_sum
from yingjiu.reading.payment_parties import NameHit, Parties
from yingjiu.reading.payment_statements import Statement
from yingjiu.reading.scene import Finding
from yingjiu.reading.settlement import Tier
from yingjiu.values.dates import find_days
from yingjiu.values.money import find_amounts

_VALUES: Final = {
    Said.CLOSED: ("已付清", "+"),
    Said.PAID: ("已付", "+"),
    Said.HANDLED: ("已处理", "+"),
    Said.ITEM: ("部分支付", "±"),
    Said.PART: ("部分支付", "±"),
    Said.SHORT: ("部分支付", "±"),
    Said.DEPOSIT: ("提存或预交", "±"),
    Said.OPEN: ("分期未清", "±"),
    Said.AGREED: ("达成协议", "+"),
    Said.DUE: ("达成协议", "±"),
    Said.UNPAID: ("未付", "-"),
    Said.SPENT: ("未追回", "-"),
    Said.BROKEN: ("协议未履行", "-"),
    Said.NO_AGREEMENT: ("未达成协议", "-"),
    Said.ORDERED: ("判决责令", "-"),
    Said.NOTE: ("承诺", "0"),
    Said.PROMISED: ("承诺", "0"),
    Said.CLAIMED: ("仅为请求", "0"),
    Said.WAIVED: ("放弃", "0"),
    Said.WITHDRAWN: ("撤回", "0"),
    Said.RECEIPT: ("收据", "±"),
    Said.FORGIVEN: ("谅解", "+"),
    Said.LETTER: ("谅解书", "±"),
    Said.REFUSED: ("不谅解", "-"),
}
_PAID_BY: Final = frozenset(
    (Said.CLOSED, Said.PAID, Said.ITEM, Said.PART, Said.DEPOSIT, Said.OPEN, Said.AGREED, Said.DUE)
)
CAME: Final = frozenset(("已付清", "已付", "部分支付"))
"""Values of which the sum is in the victim's hands."""
_BACK: Final = 200
_UNABLE: Final = re.compile("无力|(?:无|没有?|缺乏|丧失|不具备)[^，。；]{0,6}能力|赔不起")
_DECLINED: Final = re.compile("(?:不接受|拒绝接受|拒收|不要|谢绝|婉拒)[^，。；]{0,12}(?:赔|补偿|款|钱)")
_REFUSES: Final = re.compile("拒|不愿|不肯|不同意|不打算|不想")
_TAKEN_BACK: Final = re.compile("(?:撤回|撤销|收回|无效|作废)")
_EACH_SUM: Final = re.compile("各|每人|每名|每位|均")
_PAYERS: Final = re.compile(
    r"(?P<insurer>保险公司|保险|财险|人保|太平洋|支公司)|(?P<fund>救助基金|救助金|慰问金|民政)|"
    r"(?P<kin>(?:近?亲属|家属|家人|父亲?|母亲?|父母|妻子?|丈夫|儿子|女儿|[兄弟姐妹哥][弟妹哥]?|监护人|法定代理人))|"
    r"(?P<unit>公司|单位|集团|工厂|学校|医院|雇主|企业|厂方|校方|院方)|(?P<self>被告人?|嫌疑人|肇事[者方]|司机|对方|上诉人)|"
    r"(?P<other>村委会?|同案人?|第三人|朋友)"
)
_PAYER_WORDS: Final = {
    "insurer": "保险公司",
    "fund": "救助基金",
    "kin": "家属",
    "unit": "单位",
    "self": "被告人",
    "other": "其他",
}
_CLAUSE_END: Final = re.compile("[，,。；;\n]")
_OF_VICTIM: Final = re.compile(r"(?:被害人?|受害人?|死者|伤者|原告人?|该|向|给|与)[^，。；、]{0,4}$")
_LIST: Final = re.compile(r"[、和及与，,\s]|以及|被害人|受害人|附带民事诉讼原告人")


def fact_of(parties: Parties, offenders: Sequence[str], statement: Statement) -> Finding:
    """The fact a statement tells, of nobody yet."""
    mark, tier = statement.placed.mark, statement.placed.tier
    text = parties.text
    start, end = _trimmed(text, mark.start, mark.end)
    value, polarity = _value(text[start:end], mark.said)
    if tier is Tier.CLAIM and polarity in "+±":
        polarity = "0"
    if mark.said in FORGIVENESS:
        return Finding("谅解", value, polarity, start, end, day=_day(text, mark))
    amount = mark.amount
    if amount is None and text.find("元", start, end) >= 0:
        amount = find_sum(text, start, end)
    if mark.said not in _PAID_BY:
        return Finding("赔偿", value, polarity, start, end, amount=amount)
    payer = _payer(parties, offenders, mark)
    return Finding("赔偿", value, polarity, start, end, None, payer, amount, _day(text, mark))


def for_victim(parties: Parties, fact: Finding, statement: Statement, victim: int) -> Finding:
    """The fact as one of this victim: with the sum behind the own name; of a joint sum nobody's own part is known."""
    amount, mark = fact.amount, statement.placed.mark
    if amount is not None and len(parties.victims) > 1:
        hits = parties.hits(mark.start, mark.end)
        if len(statement.concern.victims) > 1 or len({v for _, _, v in hits}) > 1:
            amount = _own_sum(parties, hits, mark, victim)
    return fact._replace(person=parties.victims[victim].name, amount=amount)


def _value(words: str, said: Said) -> tuple[str, str]:
    if said is Said.UNPAID:
        if _UNABLE.search(words):
            return "无能力", "-"
        if _DECLINED.search(words):
            return "拒收", "-"
        return ("拒绝", "-") if _REFUSES.search(words) else _VALUES[said]
    if said is Said.REFUSED and _TAKEN_BACK.search(words):
        return "谅解书撤回", "-"
    return _VALUES[said]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip("。；;，, \n\u3000"))


def _payer(parties: Parties, offenders: Sequence[str], mark: Mark) -> str | None:
    """Who pays: the last payer named before the word of paying in its clause, else before it up to the full stop."""
    if mark.insurer:
        return "保险公司"
    here = _payer_between(parties, offenders, mark.start, mark.at)
    if here is not None:
        return here
    first = parties.text.rfind("。", max(0, mark.start - _BACK), mark.start) + 1 or max(0, mark.start - _BACK)
    return _payer_between(parties, offenders, first, mark.start)


def _payer_between(parties: Parties, offenders: Sequence[str], start: int, end: int) -> str | None:
    text = parties.text
    best, payer = -1, None
    for found in _PAYERS.finditer(text, start, end):
        group = str(found.lastgroup)
        if group == "kin" and _is_of_victim(parties, start, found.start()):
            continue
        best, payer = found.start(), _PAYER_WORDS[group]
    named = max((text.rfind(name, start, end) for name in offenders if name), default=-1)
    return "被告人" if named > best else payer


def _is_of_victim(parties: Parties, start: int, at: int) -> bool:
    """Whether a word of kinship is the victim's kin (王五的父亲): who gets, not who pays."""
    head = at - 1 if parties.text[at - 1 : at] == "的" else at
    if _OF_VICTIM.search(parties.text, max(start, head - 8), head):
        return True
    return any(stop == head for _, stop, _ in parties.hits(start, at))


def _day(text: str, mark: Mark) -> str | None:
    """The day told in the clause, or as a clause of its own right before it (2021年5月3日,李四赔偿…)."""
    if text.find("年", max(0, mark.start - 14), mark.end) < 0:
        return None
    head = text[max(0, mark.start - 15) : max(0, mark.start - 1)]
    words = _CLAUSE_END.split(head)[-1] + text[max(0, mark.start - 1) : mark.end]
    days = [day for _, _, day in find_days(words)]
    return days[0] if days else None


def _own_sum(parties: Parties, hits: Sequence[NameHit], mark: Mark, victim: int | None) -> Decimal | None:
    text = parties.text
    sums = find_amounts(text, mark.start, mark.end)
    places = [i for i, hit in enumerate(hits) if hit[2] == victim]
    if not places:
        each = sums and _EACH_SUM.search(text, mark.start, sums[0][0])
        return sums[0][2] if each and len(sums) == 1 else None
    first = last = places[-1]
    while first and _joined(text, hits[first - 1], hits[first]):
        first -= 1
    while last + 1 < len(hits) and _joined(text, hits[last], hits[last + 1]):
        last += 1
    stop = hits[last + 1][0] if last + 1 < len(hits) else mark.end
    own = [(s, value) for s, _, value in sums if hits[last][1] <= s < stop]
    listed = last - first + 1
    if len(own) == listed:
        return own[places[-1] - first][1]
    if len(own) == 1 and _EACH_SUM.search(text, mark.start, own[0][0]):
        return own[0][1]
    return max((value for _, value in own), default=None) if listed == 1 else None


def _joined(text: str, left: NameHit, right: NameHit) -> bool:
    """Whether two names are members of one list (甲、乙)."""
    return not _LIST.sub("", text[left[1] : right[0]])
