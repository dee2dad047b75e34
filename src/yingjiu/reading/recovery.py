"""Loss and what was recovered of it (损失与挽回): 追回, 发还, 退赃; 挥霍, 无法追缴; 责令退赔 is ordered, not recovered.

Values of 挽回: 全部, 已返还 (how much is not told), 部分, 未挽回, 责令退赔, 继续追缴.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yingjiu.reading.owners import Owners
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.spots import Spot
from yingjiu.values.money import find_amounts

_SKIPPED: Final = frozenset(["附录", "首部", "问", "落款", "当事人"])
_CLAIMED: Final = frozenset(["辩称", "诉称"])
_PLAIN: Final = frozenset(["追回", "发还", "退赃", "退赔", "起获", "追缴", "退缴", "退清", "追还", "找回"])
_GOODS: Final = re.compile(r"[赃被失]|财物|款|现金|钱|物|车|手机|元|损失|违法所得|分文")
_OTHER_BACK: Final = re.compile(
    r"退出(?!全部|赃|违法|所得|人民币|[^，。；]{0,8}[赃元])|"
    r"退还(?:保证金|押金|彩礼|卷|补充)|返还(?:原籍|驻地|家中)|归还(?:借款|欠款|贷款|信用卡|本金|银行)|退回(?:补充|公安|侦查)|挽回(?:影响|婚姻|感情)"
)
_WISH: Final = re.compile(r"愿意?|同意|希望|承诺|答应|打算|准备|表示要|保证|争取|如能|若")
_ASKS: Final = re.compile(r"要求|请求|诉请|建议|申请")
_RULE: Final = re.compile(
    r"(?:物品|财物)?(?:清单|凭证|笔录|文件|谅解|协议)|(?:给|于)?被告人|[^，。；]{0,6}的[，,]?(?:可以|应当|可|从|酌情)|[^，。；]{0,4}(?:或者|、)[^，。；]{0,4}的"
)
_ORDER: Final = re.compile(r"责令|判令|应予|应当|依法|予以|继续|限[^，。；]{0,12}(?:内|前)|尚未退赔的")
_NOT: Final = re.compile(r"(?:未|没有|无法|不能|没能|拒不|拒绝|从未|分文|无力|不予|难以|没|不肯|不)[^，。；]{0,8}$")
_UNDONE: Final = frozenset(["未退", "没退", "未还"])
_EXCEPT: Final = re.compile(r"除[^。；]{1,40}?外")
_ALL: Final = re.compile(r"全部|全额|悉数|如数|全数|均|全|都|一并|所有|足额|清")
_PART: Final = re.compile(r"部分|部份|一部分|其中|仅|只|少量|剩余|其余|尚有|余款|尚余")
_DEFENCE: Final = re.compile("辩护人|辩称|辩解|所提|提出")
_DONE: Final = re.compile("[已经]")
_OWED: Final = re.compile("尚有|尚余|余款")
_KIN: Final = re.compile(r"家属|亲属|家人|父亲|母亲|妻子|丈夫|亲友|父母|哥哥|弟弟|姐姐")
_VICTIM: Final = re.compile(r"被害人|受害人|失主|被害单位|事主|车主|被盗人")
_EACH: Final = re.compile(r"(?:各|上述|二|两|三)(?:名|位)?(?:被害人|受害人|失主)")
_ORDERED: Final = frozenset(["继续追缴", "责令退赔"])
_VALUES: Final = {"全部": 3, "部分": 2, "已返还": 1}


def find_recovery(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper: 损失 per victim, 挽回."""
    yield from _losses(scene)
    owners = Owners(scene.text, scene.mentions, scene.victims, scene.suspects)
    held: Finding | None = None
    sentence = last = -1
    for spot in scene.spots["事故词"]:
        kind = spot.entry["类"]
        if kind not in ("挽回", "挥霍"):
            continue
        zone = scene.zones.kind_at(spot.start)
        begin = owners.sentence(spot.start)
        clause = owners.clause(spot.start, begin)
        if zone in _SKIPPED or clause == last:
            continue
        found = _spent(scene, spot, begin) if kind == "挥霍" else _returned(scene, spot, owners, begin, clause, zone)
        if found is None:
            continue
        if zone in _CLAIMED or _claims(scene.text, begin, spot.start):
            found = found._replace(polarity="0")
        last = clause
        joined = _join(held, found) if held and begin == sentence else None
        if held and joined is None:
            yield held
        held, sentence = joined or found, begin
    if held:
        yield held


def _losses(scene: Scene) -> Iterator[Finding]:
    for name, loss in scene.losses.items():
        if loss.places:
            start, end = loss.places[0]
            yield Finding("损失", "损失", "+", start, end, name, amount=loss.amount)


def _claims(text: str, begin: int, at: int) -> bool:
    return bool(_DEFENCE.search(text, begin, at))


def _spent(scene: Scene, spot: Spot, begin: int) -> Finding | None:
    text = scene.text
    if _NOT.search(text, max(begin, spot.start - 6), spot.start) or not _GOODS.search(text, begin, spot.start):
        return None
    return Finding("挽回", "未挽回", "-", spot.start, spot.end)


def _returned(scene: Scene, spot: Spot, owners: Owners, begin: int, clause: int, zone: str) -> Finding | None:
    """What a word of giving back says in its clause."""
    text, word = scene.text, scene.text[spot.start : spot.end]
    stop = _clause_end(text, spot.end)
    if _OTHER_BACK.match(text, spot.start) or _RULE.match(text, spot.end):
        return None
    if (
        word not in _PLAIN
        and word not in _UNDONE
        and not _GOODS.search(text, clause, stop)
        and not _NOT.search(text, clause, spot.start)
    ):
        return None
    who = _whom(scene, owners, spot, clause, stop)
    amount = next((a for _, _, a in find_amounts(text, clause, stop)), None) if "元" in text[clause:stop] else None
    if _WISH.search(text, clause, spot.start) or _ASKS.search(text, clause, spot.start):
        return Finding("挽回", "已返还", "0", spot.start, spot.end, who, amount=amount)
    ordered = _ORDER.search(text, clause, spot.start)
    if zone == "判决" or (ordered and not _DONE.search(text, clause, spot.start)):
        if zone != "判决" and ordered and ordered[0] not in ("责令", "判令", "继续") and word not in ("追缴", "退赔"):
            return None
        if zone == "判决" or ordered:
            value = "继续追缴" if "追缴" in text[clause:stop] else "责令退赔"
            return Finding("挽回", value, "-", ordered.start() if ordered else spot.start, spot.end, who, amount=amount)
    return _outcome(scene, spot, begin, clause, stop, who, amount)


def _outcome(
    scene: Scene, spot: Spot, begin: int, clause: int, stop: int, who: str | None, amount: Decimal | None
) -> Finding:
    text = scene.text
    low = max(clause, spot.start - 14)
    denied = _NOT.search(text, low, spot.start) or text[spot.start : spot.end] in _UNDONE
    payer = "家属" if _KIN.search(text, clause, spot.start) else None
    if _EXCEPT.search(text, begin, stop) or (denied and _PART.search(text, clause, spot.start)):
        owed = denied and _OWED.search(text, clause, spot.start)
        return Finding("挽回", "部分", "±", spot.start, spot.end, who, payer, None if owed else amount)
    if denied:
        whole = denied is not True and "全部" in denied[0] and text.find("未", low, spot.start) >= 0
        value, polarity = ("部分", "±") if whole else ("未挽回", "-")
        return Finding("挽回", value, polarity, spot.start, spot.end, who, None, None)
    lost = _lost(scene, who)
    if _PART.search(text, clause, stop) or (amount is not None and lost is not None and amount < lost):
        return Finding("挽回", "部分", "±", spot.start, spot.end, who, payer, amount)
    if _ALL.search(text, clause, stop) or (amount is not None and lost is not None and amount >= lost):
        return Finding("挽回", "全部", "+", spot.start, spot.end, who, payer, amount)
    if amount is not None and lost is None:
        return Finding("挽回", "部分", "±", spot.start, spot.end, who, payer, amount)
    return Finding("挽回", "已返还", "+", spot.start, spot.end, who, payer, amount)


def _lost(scene: Scene, who: str | None) -> Decimal | None:
    if who is not None and who in scene.losses:
        return scene.losses[who].amount
    return sum((loss.amount for loss in scene.losses.values()), Decimal(0)) or None


def _whom(scene: Scene, owners: Owners, spot: Spot, clause: int, stop: int) -> str | None:
    """The victim of the clause, behind the word first."""
    here = [m for m in scene.mentions if clause <= m.start < stop and m.name in scene.victims]
    behind = [m for m in here if m.start >= spot.end]
    if chosen := behind or here:
        return (behind[0] if behind else chosen[-1]).name
    text = scene.text
    if len(scene.victims) == 1 and (_VICTIM.search(text, clause, stop) or _EACH.search(text, clause, stop)):
        return scene.victims[0]
    return None


def _clause_end(text: str, at: int) -> int:
    ends = [found for found in (text.find(mark, at, at + 60) for mark in "，。；\n") if found >= 0]
    return min(ends, default=min(at + 60, len(text)))


def _join(held: Finding, new: Finding) -> Finding | None:
    """追回现金1000元,已发还被害人: one recovery; its better told part stands."""
    if held.value in _ORDERED and new.value == "已返还":
        return held._replace(person=held.person or new.person)
    if (
        held.polarity == "0"
        or new.polarity == "0"
        or held.polarity == "-" != new.polarity
        or new.polarity == "-" != held.polarity
    ):
        return None
    if held.polarity == "-":
        return held._replace(end=new.end, person=held.person or new.person) if held.value == new.value else None
    if held.person and new.person and held.person != new.person:
        return None
    if _VALUES[new.value] > 1 and _VALUES[held.value] > 1 and held.value != new.value:
        return new if new.value == "部分" else held
    best = held if _VALUES[held.value] >= _VALUES[new.value] else new
    return best._replace(
        start=held.start, end=new.end, person=held.person or new.person, amount=held.amount or new.amount
    )
