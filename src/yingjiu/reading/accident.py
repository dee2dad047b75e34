"""How it happened (责任与情节): responsibility share, the victim's fault, insurance, flight, unsolved.

Responsibility is that of the traffic accident, per person; 刑事责任, 赔偿责任 and 工作严重不负责任 are none. A fault that only a
defender claims, or that the court does not accept, is a decoy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from yingjiu.reading.naming import NameReader
from yingjiu.reading.owners import Owners, Whose
from yingjiu.reading.scene import Finding, Scene
from yingjiu.reading.spots import Spot

_SKIPPED: Final = frozenset(["附录", "首部", "问", "落款"])
_CLAIMED: Final = frozenset(["辩称", "诉称"])

# 负此次事故的|全部|责任 · 不负|责任; not 全部赔偿责任
_SHARE: Final = re.compile(
    r"(?P<share>全部|主要|同等|次要)(?:的)?(?:道路)?(?:交通)?(?:事故)?的?$|"
    r"(?P<none>不负|不承担|无需承担|不应负|不应承担|不存在|没有|无)(?:任何)?(?:的)?(?:此次|本次|本起|该起?|此|本|这起)?(?:道路)?(?:交通)?(?:事故)?(?:的)?(?:任何)?$"
)
_GENERAL: Final = re.compile(
    r"(?:全部|主要|同等|次要|无)?(?:责任)?(?:或者?|以上|、)(?:全部|主要|同等|次要)?(?:以上)?(?:的)?$"
)
_BEARS: Final = re.compile(r"负|承担|认定|无|没有|应当|属|为")
_TRAFFIC: Final = re.compile(r"交通|事故|驾驶|交警|认定书")
_CARELESS: Final = re.compile(r"(?:工作|严重|极端|极其|极度|对工作|对社会|官僚主义)[^，。；]{0,3}$")
_OTHER_DUTY: Final = re.compile(r"赔偿|刑事|民事|连带|法律|保险|举证|违约|担保|犯罪|共同犯罪")
_AFTER: Final = re.compile(r"能力|险|限额|人|制|感|书|事故|心|编号|者|保险|田|单位|区|条款|划分|比例")
_REST: Final = re.compile(r"其余|其他(?:人|乘|当事)|另一方|对方")
_DRIVES: Final = ("驾驶", "骑", "驾车", "无证驾驶", "醉酒驾驶", "驾")
_BOTH: Final = re.compile(r"双方|二人|两人")
# 对本案的引发负有一定|责任
_BLAME: Final = re.compile(
    r"(?:引发|起因|激化|发生|升级|扩大|后果)[^，。]{0,8}?(?:亦|也|均|都|应)?(?:当)?(?:负有|存在|有|应负|负|承担)(?P<how>一定|主要|部分|重大|相应|直接|次要|不可推卸)?(?:的)?$"
)
_FAULT: Final = re.compile(
    r"(?P<no>无|没有|不存在|并无|不具有|未见|并不存在|无任何|没有任何|无明显|不负有|不是)(?:任何)?(?:明显|重大|严重|明显的)?(?:的)?$|"
    r"(?P<yes>有|存在|具有|负有|系|属|犯有|严重|重大|明显)(?:着)?(?P<how>一定|重大|明显|严重|较大|主要|部分|轻微|相应|较为明显|直接|重要)?(?:程度)?(?:的)?$"
)
_FAULT_TAIL: Final = re.compile(r"程度|大小|责任原则|比例|推定|原则|相抵|行为人|侵害")
_ASKED: Final = re.compile(r"是否|有无")
_NO_PROOF: Final = re.compile(
    r"(?:无|没有|缺乏|不足)[^，。；]{0,8}(?:证据|依据|事实)[^，。；]{0,6}(?:证实|证明|支持|认定|显示)"
)
_REFUSED: Final = re.compile(
    r"不予采纳|不能成立|不成立|不予支持|不予采信|不足采信|理由不足|不予认定|与(?:查明的?)?事实不符|没有事实|缺乏依据|"
    r"不应采纳|与事实不相符"
)
_ACCEPTED: Final = re.compile(
    r"(?<!不)予以采纳|(?<!不)予以采信|(?<!不)予采纳|属实|(?<!不能)(?<!不)成立|应予采纳|予以认定"
)
_SAYS: Final = re.compile(r"辩护人|辩称|辩解|辩护意见|上诉(?:人)?(?:提出|称|理由)|提出|认为被害人|所提")
_DEFENCE: Final = re.compile("辩护意见|辩护人")
_SLIGHT: Final = frozenset(["一定", "部分", "轻微", "相应", "次要"])
_NEVER: Final = re.compile(r"(?:不属于?|并非|不是|未|没有|不构成|劝阻|制止|避免|防止)[^，。；]{0,4}$")

_NOT_INSURED: Final = re.compile(
    r"(?:未|没有|没|尚未|未曾|未依法|未按规定|脱)[^，。；]{0,8}(?:投保|购买|买|缴纳|办理|参加|续保|交纳|投|上|缴|保有|续)"
    r"[^，。；]{0,24}$"
)
_INSURED: Final = re.compile(r"(?:投保|购买|买|承保|办理|投|参加|缴纳|上)(?:了|有|过)?[^。；]{0,24}$")
_RUN_OUT: Final = re.compile(r"[^，。；]{0,14}?(?:过期|到期|失效|脱保|届满)")
_INSURED_BEHIND: Final = re.compile(r"[^。；]{0,24}?(?:承保|投保|保险期(?:间|限)?内|保险期(?:间|限)|保险有效期)")
_LAW: Final = re.compile(r"应当依法|依法应当|规定|应当投保|限额")

_SCENE: Final = re.compile(r"肇事|交通事故|相撞|撞倒|撞上|碰撞|追尾|碾压")
_STAYED: Final = re.compile(r"(?:未|没有|并非|不属于?|不构成|不是|无|不存在|不认定|未予)[^，。；]{0,8}$")
_MAYBE: Final = re.compile(r"(?:是否|欲|企图|准备|试图|防止|以防|为了|意图|想|帮助|协助|喊)[^，。；]{0,6}$")
_STATUTE: Final = re.compile(
    r"致[^，。；]{0,6}死亡(?:的)?，处|的?(?:之)?规定|或者|或有|的，处|致人死亡的|的，依法|罪名"
)
_CAUGHT_NOW: Final = re.compile(
    r"期间|人员(?:登记|信息|名单|查询|表)|[逸跑离避匿往窜亡至]|[^。；未]{0,24}(?:投案|归案|抓获|到案|自首|落网)"
)
_OPEN: Final = re.compile(r"(?:尚未|未能|未|没有|没能|无法|一直未|仍未|至今未|还未|还没有?|至今没有)[^，。；]{0,6}$")
_PAST_TIME: Final = re.compile(r"(?:已|经)?(?:过|超过|超出|届满)[^，。；]{0,8}$")
_PAST_BEHIND: Final = re.compile(r"已?(?:经)?(?:届满|已过)")
_LISTED: Final = re.compile(r"(?:将|对)[\u4e00-\u9fff]{2,4}?(?=列为|上网|进行)")


def find_accident(scene: Scene) -> Iterator[Finding]:
    """Findings of one paper: 责任, 过错, 保险, 逃逸, 未侦破."""
    owners: Owners | None = None
    for spot in scene.spots["事故词"]:
        reader = _READERS.get(spot.entry["类"])
        if reader is None:
            continue
        zone = scene.zones.kind_at(spot.start)
        if zone in _SKIPPED:
            continue
        owners = owners or Owners(scene.text, scene.mentions, scene.victims, scene.suspects)
        for finding in reader(scene, spot, owners):
            claimed = zone in _CLAIMED or (finding.polarity != "0" and owners.is_claimed(spot.start))
            yield finding._replace(polarity="0") if claimed and not _is_accepted(scene.text, spot.end) else finding


def _is_accepted(text: str, end: int) -> bool:
    """Whether the court takes over what the defence said: …予以采纳 in the same sentence."""
    stop = text.find("。", end, end + 120)
    return bool(_ACCEPTED.search(text, end, stop if stop >= 0 else min(end + 120, len(text))))


def _each(kind: str, value: str, polarity: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[Finding]:
    for name in names or (None,):
        yield Finding(kind, value, polarity, start, end, name)


def _duty(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """Share in a traffic accident; 对起因负有责任 is a fault."""
    text, at = scene.text, spot.start
    if text.startswith(("刑事", "赔偿", "民事"), max(at - 2, 0)) or _AFTER.match(text, spot.end):
        return
    low = max(owners.sentence(at), at - 24)
    if blame := _BLAME.search(text, low, at):
        yield from _fault_of(scene, owners, blame.start(), spot.end, how=blame["how"])
        return
    share = _SHARE.search(text, max(low, at - 16), at)
    if share is None or not _is_traffic(text, owners, share.start(), spot.end):
        return
    if share["share"] and not _BEARS.search(text, max(low, share.start() - 22), share.start()):
        return
    value = "无责任" if share["none"] else share["share"] + "责任"
    yield from _shared(scene, owners, value, share.start(), spot.end)


def _is_traffic(text: str, owners: Owners, start: int, end: int) -> bool:
    """Whether a share is one in an accident: told of one, no other duty, no general rule."""
    begin = owners.sentence(start)
    clause = owners.clause(start, begin)
    if _CARELESS.search(text, max(begin, start - 8), start) or text.startswith(("或", "以上"), end):
        return False
    if _GENERAL.search(text, max(begin, start - 8), start) or _OTHER_DUTY.search(text, clause, end):
        return False
    return bool(_TRAFFIC.search(text, max(begin - 160, 0), end))


def _short_duty(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """全责, 次责, 无责."""
    text, value = scene.text, spot.entry["值"]
    if value == "无责任" and text.startswith("任", spot.end):
        return
    if _is_traffic(text, owners, spot.start, spot.end):
        yield from _shared(scene, owners, value, spot.start, spot.end)


def _shared(scene: Scene, owners: Owners, value: str, start: int, end: int) -> Iterator[Finding]:
    text = scene.text
    clause = owners.clause(start, owners.sentence(start))
    bears = max(text.rfind("负", clause, start), text.rfind("承担", clause, start))
    names = () if _REST.search(text, clause, start) else owners.acting(bears if bears > clause else start).names
    if value == "同等责任":
        names = _with_other(scene, owners, names, start)
    yield from _each("责任", value, "+", start, end, names)


def _with_other(scene: Scene, owners: Owners, names: tuple[str, ...], start: int) -> tuple[str, ...]:
    """A与B负同等责任, 双方负同等责任: both."""
    text, begin = scene.text, owners.sentence(start)
    clause = owners.clause(start, begin)
    here = tuple(dict.fromkeys(m.name for m in scene.mentions if clause <= m.start < start))
    if len(here) > 1:
        return here
    if _BOTH.search(text, clause, start) and len(scene.suspects) == 1:
        drivers = {m.name for m in scene.mentions if text.startswith(_DRIVES, m.end)}
        victims = [v for v in scene.victims if v in drivers or len(scene.victims) == 1]
        return (*scene.suspects, *victims)
    return names


def _unsettled(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    yield Finding("责任", "无法认定", "+", spot.start, spot.end)


def _fault(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """有过错, 重大过错, and 不存在过错."""
    text, at = scene.text, spot.start
    if _FAULT_TAIL.match(text, spot.end):
        return
    begin = owners.sentence(at)
    clause = owners.clause(at, begin)
    found = _FAULT.search(text, max(clause, at - 12), at)
    if found is None or _ASKED.search(text, clause, at):
        return
    denied = bool(found["no"]) or bool(_NO_PROOF.search(text, clause, at))
    yield from _fault_of(scene, owners, found.start(), spot.end, how=found["how"] or found["yes"], denied=denied)


def _fault_of(
    scene: Scene, owners: Owners, start: int, end: int, *, how: str | None = None, denied: bool = False
) -> Iterator[Finding]:
    whose = owners.acting(start)
    if _BOTH.search(scene.text, owners.clause(start, owners.sentence(start)), start):
        whose = Whose(scene.victims)
    value = "重大过错" if how in ("重大", "严重") else "有过错"
    polarity = (
        "0" if whose.other or not whose.names or _is_claim(scene.text, owners, start, end) else "-" if denied else "+"
    )
    if polarity == "+" and how in _SLIGHT:
        polarity = "±"
    for name in whose.names or (None,):
        kept = polarity if name is None or name in scene.victims else "0"
        yield Finding("过错", value, kept, start, end, name)


def _is_claim(text: str, owners: Owners, start: int, end: int) -> bool:
    """Whether only the defence says it: 辩护人提出…, or what the court did not accept."""
    begin = owners.sentence(start)
    stop = text.find("。", end, end + 160)
    stop = stop if stop >= 0 else min(len(text), end + 120)
    if _REFUSED.search(text, end, stop):
        return True
    says = _SAYS.search(text, begin, start)
    far = max(begin - 120, 0)
    says = says or (_DEFENCE.search(text, far, begin) if text.find("本院", far, begin) < 0 else None)
    return says is not None and not _ACCEPTED.search(text, end, stop) and "经查" not in text[says.start() : start]


def _provoked(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """挑衅, 先动手 by the victim."""
    text, start = scene.text, spot.start
    if text.startswith("滋事", spot.end) or _NEVER.search(text, max(start - 8, 0), start):
        return
    whose = owners.acting(start)
    if whose.other or not whose.names:
        return
    polarity = "0" if _is_claim(text, owners, start, spot.end) else "+"
    yield from _each("过错", spot.entry["值"], polarity, start, spot.end, whose.names)


def _fought(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """互殴: of the victims of its sentence, else of the only one."""
    text, start = scene.text, spot.start
    if text.startswith("对殴打", start):
        return
    begin = owners.sentence(start)
    polarity = "-" if _NEVER.search(text, max(start - 8, 0), start) else "+"
    polarity = "0" if _is_claim(text, owners, start, spot.end) else polarity
    here = tuple(dict.fromkeys(m.name for m in scene.mentions if begin <= m.start < start and m.name in scene.victims))
    names = here or (scene.victims if len(scene.victims) == 1 else ())
    yield from _each("过错", "互殴", polarity, start, spot.end, names)


def _insured(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """Insurance of the vehicle; limits of it are no fact."""
    text, start, value = scene.text, spot.start, spot.entry["值"]
    begin = owners.sentence(start)
    clause = owners.clause(start, begin)
    if _own_vehicle(scene, owners, start):
        return
    none = _NOT_INSURED.search(text, clause, start)
    if none or _RUN_OUT.match(text, spot.end):
        said = "未投保商业险" if value == "商业险" else "未投保"
        yield Finding("保险", said, "-", none.start() if none else start, spot.end)
    elif not _LAW.search(text, clause, start) and (
        _INSURED.search(text, max(clause, start - 40), start) or _INSURED_BEHIND.match(text, spot.end)
    ):
        yield Finding("保险", value, "+", start, spot.end)


def _own_vehicle(scene: Scene, owners: Owners, start: int) -> bool:
    """Whether it is the victim's vehicle."""
    whose = owners.acting(start)
    return bool(whose.names) and not whose.other


def _uninsured(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """未投保 without the name of an insurance; 脱保."""
    text, begin = scene.text, owners.sentence(spot.start)
    named = any(word in text[owners.clause(spot.start, begin) : spot.end + 24].split("。")[0] for word in _INSURANCES)
    if not named and not _own_vehicle(scene, owners, spot.start):
        yield Finding("保险", "未投保", "-", spot.start, spot.end)


_INSURANCES: Final = ("强制", "交强险", "三者险", "第三者", "商业险", "商业保险")


def _refused(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """The insurer does not pay."""
    text, begin = scene.text, owners.sentence(spot.start)
    if (
        "保险" in text[begin : spot.start]
        and not _STATUTE.match(text, spot.end)
        and not text.startswith(("率", "条款", "事由", "的情形"), spot.end)
    ):
        yield Finding("保险", "拒赔", "-", spot.start, spot.end)


def _fled(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """肇事逃逸 after an accident, 逃离现场 elsewhere."""
    text, start = scene.text, spot.start
    if _STATUTE.match(text, spot.end) or _MAYBE.search(text, max(start - 9, 0), start):
        return
    whose = owners.acting(start)
    names = tuple(name for name in whose.names if owners.is_accused(name))
    if whose.names and not names:
        return
    value = "肇事逃逸" if _SCENE.search(text, max(start - 400, 0), start) else "逃离现场"
    polarity = (
        "-" if _STAYED.search(text, max(owners.clause(start, owners.sentence(start)), start - 12), start) else "+"
    )
    yield from _each("逃逸", value, polarity, start, spot.end, names)


def _open(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """未侦破, 尚未抓获."""
    text, start = scene.text, spot.start
    found = _OPEN.search(text, max(start - 12, 0), start)
    if found or text[start : start + 1] in "一至尚无":
        whose = owners.acting(start, called=False)
        names = whose.names if whose.other and spot.entry["值"] == "在逃" else ()
        yield from _each("未侦破", spot.entry["值"], "+", found.start() if found else start, spot.end, names)


def _at_large(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """张海（在逃）."""
    text, start = scene.text, spot.start
    if (
        _CAUGHT_NOW.match(text, spot.end)
        or text[start - 1 : start] in "存正还"
        or _STAYED.search(text, max(start - 5, 0), start)
    ):
        return
    yield from _each("未侦破", "在逃", "+", start, spot.end, _absent(scene, owners, start))


def _absent(scene: Scene, owners: Owners, start: int) -> tuple[str, ...]:
    """Who is away: the list that ends before the word or its bracket, else the one named last; never a victim."""
    text, begin = scene.text, owners.sentence(start)
    clause = owners.clause(start, begin)
    bracket = text.rfind("（", clause, start)
    end = bracket if bracket >= 0 else start
    number = owners.before(start)
    near = scene.mentions[number] if number >= 0 and scene.mentions[number].start >= begin else None
    if near is None or near.end != end:
        listed = None if bracket >= 0 else _LISTED.search(text, clause, start)
        if names := _read_back(text, listed.end() if listed else end):
            return names
    return tuple(name for name in owners.group(number) if name not in scene.victims) if near else ()


def _read_back(text: str, end: int) -> tuple[str, ...]:
    """The names of a list that ends at a place, for accomplices who are named nowhere else."""
    reader, names = NameReader(text), list[str]()
    end -= 1 if text[end - 1 : end] in "均都" else 0
    while name := reader.before(end):
        names.append(name)
        end -= len(name) + 1
        if text[end : end + 1] not in "、和及":
            break
    return tuple(reversed(names))


def _nameless(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    yield Finding("未侦破", "身份不明", "+", spot.start, spot.end)


def _apart(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """张海（另案处理）."""
    if spot.end - spot.start < 4 and not scene.text.startswith("）", spot.end):
        return
    yield from _each("未侦破", "另案处理", "±", spot.start, spot.end, _absent(scene, owners, spot.start))


def _barred(scene: Scene, spot: Spot, owners: Owners) -> Iterator[Finding]:
    """已过追诉时效."""
    text, start = scene.text, spot.start
    if _STAYED.search(text, max(start - 10, 0), start):
        return
    if _PAST_TIME.search(text, max(start - 12, 0), start) or _PAST_BEHIND.match(text, spot.end):
        yield Finding("未侦破", "已过追诉时效", "+", start, spot.end)


_READERS: Final[dict[str, Callable[[Scene, Spot, Owners], Iterator[Finding]]]] = {
    "责任": _duty,
    "责任简称": _short_duty,
    "认定不了": _unsettled,
    "过错": _fault,
    "挑起": _provoked,
    "互殴": _fought,
    "保险": _insured,
    "没保": _uninsured,
    "脱保": _uninsured,
    "拒赔": _refused,
    "逃逸": _fled,
    "未侦破": _open,
    "在逃": _at_large,
    "身份": _nameless,
    "另案": _apart,
    "时效": _barred,
}
