"""Sums what was taken from or is owed to each victim (损失数额, yuan): 窃得现金N元, 价值N元, 骗取N元, 拖欠工资N元.

Acts of one victim are added; a total (共计) replaces the items of its sentence. Not counted: what was paid back,
medical bills, fines, what the thief sold it for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yingjiu.reading.people import Mention
from yingjiu.reading.sentences import split_sentences
from yingjiu.reading.tables import find_rows
from yingjiu.reading.zones import Zone, Zones
from yingjiu.values.money import find_amounts

# told by a victim where no charge is named: 骗走我12600元
_TOLD: Final = re.compile("骗走|骗了|骗取|被骗|偷走|偷了|被偷|抢走|抢了|被抢|窃得|盗走|劫得|拖欠|欠我|砸坏|砸毁|卷走")
PROPERTY: Final = re.compile(
    "盗窃|诈骗|抢劫|抢夺|侵占|毁坏|拒不支付|敲诈|哄抢|挪用|非法吸收|集资|传销|破坏生产|寻衅|盗伐|"
    "掩饰|聚众|职务|放火|强迫交易|帮助信息网络|信用卡|洗钱"
)
_TAKEN: Final = re.compile(
    r"窃|盗|偷|骗|劫|抢|夺|敲诈|勒索|侵占|侵吞|毁|砸|价值|拖欠|欠付|未支付|拒不支付|拒付|应付|欠|"
    r"损失|转账|汇款|打款|交付|交给|取走|拿走|占为己有|非法占有|挪用|集资|投资|吸收|索要|造成|"
    r"被盗|共计|借|付给|支付给|扒|顺走|卷走"
)
# before an amount: it is no loss (退还…元, 医疗费…元, 销赃得款…元, 罚金…)
_NO_LOSS: Final = re.compile(
    r"(?:退还|退赔|退回|退出|退缴|退赃|返还|归还|偿还|赔偿|赔付|补偿|追回|追缴|发还|缴获|垫付|"
    r"医疗费|医药费|治疗费|误工费|护理费|罚金|罚款|得款|获利|获赃|销赃|变卖|卖得|卖给|卖了|出售|"
    r"分得|分给|挥霍|销售给|标价|所得|仅支付|已支付|已付|先行支付|支付了|还款|还了|扣押|查获|退款|"
    r"押金|手续费|月薪|日薪|月工资|每月|每日|每天|工资标准|约定|保险金|限额|精神|抚慰|丧葬|"
    r"死亡赔偿|缴纳|预缴|兑换|好处费|报酬为|利息|主张|诉请|索赔|预付了?|抢救费用?)[^，。；]{0,22}$"
)
# 的损失2万元已由李某全部退赔 · 5000元没有追回: what became of a sum told before
_SETTLED: Final = re.compile(
    r"整?[）)]?(?:人民币)?[，,]?(?:现)?(?:已|均|也|都|没有|没能|未|至今|尚未|仍|全部|全额|悉数|如数|由)[^，。；]{0,24}?"
    r"(?:退|归还|返还|偿还|还给|还清|发还|追|赔|付清|付给|给付|领|收回|起获|缴|弥补|挽回|结清|到位)"
)
_OWED: Final = re.compile(r"(?:拖欠|欠付|未支付|拒不支付|未付|尚欠|欠)[^，。；]{0,30}$")
_ACT: Final = re.compile(
    "(?:窃得|窃取|盗得|盗走|盗窃|骗取|骗得|骗走|劫得|劫取|抢得|抢走|夺走|敲诈|勒索|转账|汇款|打款|借款|借走|借给)[^，。；]{0,20}$"
)
# 已支付1万元,尚欠3万元: what remains of a compensation, unless wages or a debt are told of
# 家属付给王某500元: the victim is the one who is paid
_PAID_TO: Final = re.compile(
    r"(?:付给|支付给?|给付|给了?|交给|送给|转给|汇给|赔给?|赔付给?)(?:了)?(?:被害人|受害人|伤者)?$"
)
_REMAINS: Final = re.compile(r"(?:尚欠|还欠|下欠|余款|余下|剩余|剩下|其余|差额)[^，。；]{0,8}$")
_PAYING: Final = re.compile("支付|赔偿|赔付|垫付|给付|付给|付了|预付")
_DUE: Final = re.compile("拖欠|工资|报酬|劳务|货款|工程款|借|骗|投资|集资")
_UNIT: Final = re.compile(r"^(?:/|／|每|一?(?:个|吨|斤|只|部|台|克))")
_SOLD: Final = re.compile(r"以[^，。；]{0,10}$")
_TOTAL: Final = re.compile(r"(?:共计|合计|总计|累计|总价值|共价值|总共|共骗|共盗|共窃|共得|共)[^，。；]{0,18}$")
_SUMMARY: Final = re.compile(r"综上|累计|上述|先后共|总计|合计|共计|以上")


def is_property_case(text: str, charges: Sequence[str]) -> bool:
    """Whether a paper may tell a loss of goods or pay: by its charges, without any by its words."""
    return bool(any(map(PROPERTY.search, charges)) if charges else PROPERTY.search(text) or _TOLD.search(text))


@dataclass(frozen=True, slots=True)
class Loss:
    """The sum for one victim and the places of its parts."""

    amount: Decimal
    places: tuple[tuple[int, int], ...]


def find_losses(text: str, zones: Zones, mentions: Sequence[Mention], victims: Sequence[str]) -> dict[str, Loss]:
    """Losses by victim; victims without any are left out.

    The finding (查明) is read; where it names no sum, the charge (指控), else whatever stands there.
    """
    if "元" not in text or not victims:
        return {}
    listed = {
        row.name: Loss(row.amount, ((row.amount_start, row.amount_end),))
        for row in find_rows(text)
        if row.amount and row.name in victims
    }
    for kinds in (("查明",), ("指控",), ("正文", "答", "诉称")):
        parts = [zone for zone in zones if zone.kind in kinds]
        losses = _read_zones(text, parts, mentions, victims)
        if losses:
            return losses | listed
    return listed


def _read_zones(
    text: str, parts: Sequence[Zone], mentions: Sequence[Mention], victims: Sequence[str]
) -> dict[str, Loss]:
    wanted = frozenset(victims)
    starts = [m.start for m in mentions]
    held: dict[str, list[tuple[Decimal, int, int]]] = {}
    last: tuple[str, ...] = ()
    for zone in parts:
        for begin, end in split_sentences(text, zone.start, zone.end):
            here = [m for m in mentions[bisect_left(starts, begin) : bisect_right(starts, end)] if m.name in wanted]
            if "元" in text[begin:end]:
                _read_sentence(text, begin, end, here, last or (tuple(victims) if len(victims) == 1 else ()), held)
            if here:
                last = (here[-1].name,)
    return {
        name: Loss(sum((a for a, _, _ in items), Decimal(0)), tuple((s, e) for _, s, e in items))
        for name, items in held.items()
    }


def _read_sentence(
    text: str,
    begin: int,
    end: int,
    here: Sequence[Mention],
    last: tuple[str, ...],
    held: dict[str, list[tuple[Decimal, int, int]]],
) -> None:
    found: dict[str, list[tuple[Decimal, int, int]]] = {}
    totals: dict[str, tuple[Decimal, int, int]] = {}
    for start, stop, amount in find_amounts(text, begin, end):
        if not _is_loss(text, begin, start, stop):
            continue
        before = [m for m in here if m.start < start]
        owner = before[-1].name if before else here[0].name if here else (last[0] if last else None)
        if owner is None or (before and _PAID_TO.search(text, begin, before[-1].start)):
            continue
        if _TOTAL.search(text, max(begin, start - 24), start) and found.get(owner):
            if len(found) == 1:
                totals[owner] = (amount, start, stop)
        else:
            found.setdefault(owner, []).append((amount, start, stop))
    for owner, items in found.items():
        chosen = [totals[owner]] if owner in totals and totals[owner][0] >= max(a for a, _, _ in items) else items
        already = sum((a for a, _, _ in held.get(owner, [])), Decimal(0))
        new = sum((a for a, _, _ in chosen), Decimal(0))
        if already and new == already and _repeats(text, begin, end, held[owner]):
            continue
        held.setdefault(owner, []).extend(chosen)


def _repeats(text: str, begin: int, end: int, items: Sequence[tuple[Decimal, int, int]]) -> bool:
    """Whether a sentence only says again what was summed: a summary, or the price of the one thing taken."""
    return bool(_SUMMARY.search(text, begin, end)) or (
        len(items) == 1 and bool(re.search("鉴定|认定|评估|价格", text[begin:end]))
    )


def _is_loss(text: str, begin: int, start: int, stop: int) -> bool:
    before = text[max(begin, start - 34) : start]
    if _UNIT.match(text[stop : stop + 2]) or _SOLD.search(before[-12:]):
        return False
    if _SETTLED.match(text, stop) and not _OWED.search(before) and not _ACT.search(before):
        return False
    if _REMAINS.search(before) and _PAYING.search(text, begin, start) and not _DUE.search(text, begin, start):
        return False
    denied = _NO_LOSS.search(before)
    if denied and not _OWED.search(before[denied.start() :]):
        return False
    return bool(_TAKEN.search(text, begin, start))
