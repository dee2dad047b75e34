"""Reads a bank receipt (银行回单、转账凭证、微信支付凭证): payer, payee, sum, day, what it was for.

It is a receipt of its payee only where its purpose speaks of compensation; a slip that tells no purpose, or another one,
proves that money moved and nothing more: its fact is ± (to verify) and it makes nobody a victim. The sum is a part unless
the purpose says that it is the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from yingjiu.reading.facts import Compensation, Fact, Paper, Span, Victim
from yingjiu.texts.clean import CleanText
from yingjiu.values.dates import find_days, read_day
from yingjiu.values.money import find_amounts, read_amount

TITLE: Final = "银行回单"
_SIDE: Final = (
    r"(?:人|方|单位)?[\s：:]{0,3}(?:账户|帐户)?(?:户名|名称|姓名|全称)?[\s：:]{0,3}(?P<name>[^\s：:，。；\d]{2,40})"
)
_PAYER: Final = re.compile(r"(?:付款|汇款|转出|支付|付方|转账|交款)" + _SIDE)
_PAYEE: Final = re.compile(r"(?:收款|收方|转入|入账|对方)" + _SIDE)
_NO_NAME: Final = re.compile(
    r"^(?:账[户号]|帐[户号]|户名|名称|开户|金额|时间|日期|电子|业务|凭证|回单|方式|说明|成功|银行|卡号)"
)
_SUM: Final = re.compile(
    r"(?:金额|小写|合计)[^\n\d￥¥]{0,16}(?:[￥¥]|RMB|CNY|人民币)?\s?(?P<sum>\d[\d,，]*(?:\.\d{1,2})?)"
)
_PURPOSE: Final = re.compile(
    r"(?:用途|附言|摘要|备注|转账说明|付款说明|交易说明|留言|款项性质|转账附言)[\s：:]{0,3}(?P<words>[^\n；。]{1,60})"
)
_DAY: Final = re.compile(r"(?:日期|时间)[\s：:]{0,3}(?P<day>\d{4}[-./年]?\d{1,2}[-./月]?\d{1,2})")
_FOR_HARM: Final = re.compile(
    r"赔偿|赔款|补偿|医[疗药]|住院|丧葬|抚慰|慰问|护理|误工|调解|和解|谅解|退赔|退赃|事故|抢救|伤残|死亡|营养费"
)
_WHOLE: Final = re.compile(r"全部|全额|付清|结清|一次性|尾款|余款|最后一[期笔]")
_NO_PURPOSE: Final = "转账(用途不明,待核实)"


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip says; places are offsets of the clean text, by field."""

    payer: str | None
    payee: str | None
    amount: Decimal | None
    day: str | None
    purpose: str | None
    places: dict[str, tuple[int, int]]

    @property
    def compensates(self) -> bool:
        """Whether the purpose speaks of compensation."""
        return bool(self.purpose and _FOR_HARM.search(self.purpose))


def read_slip(text: str) -> Slip:
    """Fields of a slip, whatever their order and labels."""
    places: dict[str, tuple[int, int]] = {}
    payer, payee = _name(_PAYER, text, places, "付款人"), _name(_PAYEE, text, places, "收款人")
    purpose = next((m for m in _PURPOSE.finditer(text)), None)
    if purpose:
        places["用途"] = purpose.span("words")
    return Slip(payer, payee, _sum(text, places), _day(text, places), purpose["words"] if purpose else None, places)


def apply_slip(clean: CleanText, paper: Paper) -> Paper:
    """The paper with what its slip says: the payee as the one who was paid, the fact with payer, sum and day."""
    slip = read_slip(clean.text)
    if slip.payee is None:
        return paper
    first, last = (min(s for s, _ in slip.places.values()), max(e for _, e in slip.places.values()))
    span = _span(clean, (first, last))
    state = Compensation.PAID if slip.compensates and _WHOLE.search(slip.purpose or "") else Compensation.PARTIAL
    value = "已付清" if state is Compensation.PAID else "已付" if slip.compensates else _NO_PURPOSE
    fact = Fact(
        "赔偿", value, "+" if slip.compensates else "±", span,
        person=slip.payee, payer=_kind_of_payer(slip.payer), amount=slip.amount, day=slip.day, zone="正文",
    )  # fmt: skip
    facts = (fact, *(f for f in paper.facts if f.kind != "赔偿"))
    paper = replace(paper, facts=facts, day=slip.day or paper.day, suspects=())
    if not slip.compensates:
        return replace(paper, victims=(), compensation=Compensation.UNKNOWN)
    name = _span(clean, slip.places["收款人"])
    basis = "paid" if state is Compensation.PAID else "part"
    known = next(
        (v for v in paper.victims if v.name == slip.payee),
        Victim(slip.payee, organisation=_kind_of_payer(slip.payee) is not None),
    )
    evidence = {**known.evidence, "name": (name,), "compensation": (span,)}
    victim = replace(known, compensation=state, basis=basis, evidence=evidence)
    return replace(paper, victims=(victim,), compensation=state, evidence={**paper.evidence, "compensation": (span,)})


def _kind_of_payer(name: str | None) -> str | None:
    if name is None:
        return None
    if re.search(r"保险|财险|人保", name):
        return "保险公司"
    if re.search(r"救助基金", name):
        return "救助基金"
    return "单位" if len(name) > 4 and re.search(r"公司|单位|厂|学校|医院|中心|法院|局$", name) else None


def _name(pattern: re.Pattern[str], text: str, places: dict[str, tuple[int, int]], key: str) -> str | None:
    for found in pattern.finditer(text):
        if not _NO_NAME.match(found["name"]):
            places[key] = found.span("name")
            return found["name"].strip("()（）") or None
    return None


def _sum(text: str, places: dict[str, tuple[int, int]]) -> Decimal | None:
    if found := _SUM.search(text):
        places["金额"] = found.span("sum")
        return read_amount(found["sum"])
    for start, end, amount in find_amounts(text)[:1]:
        places["金额"] = (start, end)
        return amount
    return None


def _day(text: str, places: dict[str, tuple[int, int]]) -> str | None:
    if (found := _DAY.search(text)) and (day := read_day(found["day"])):
        places["日期"] = found.span("day")
        return day
    for start, end, day in find_days(text)[:1]:
        places["日期"] = (start, end)
        return day
    return None


def _span(clean: CleanText, place: tuple[int, int]) -> Span:
    first, last = clean.span(*place)
    return Span(first, last, clean.given[first:last])
