"""Papers as they lie in a bound volume (卷内材料): forms, records of questioning, opinions, receipts, copies, photos.

Every paper is leaves with its title as the list of contents would name it. Layouts differ on purpose: spaced titles, the
office above, a title broken on two lines, running heads, counters above or below, no title at all, section headings and
lists that look like titles.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from yingjiu.synthetic.leaves import WIDTH, Leaf, Mark, centred
from yingjiu.synthetic.names import COUNTY, FEMALE, MALE, SURNAMES

BODY, LEADING, LEFT = 14, 25, 62
PER_LINE = 33
POLICE: Final = f"{COUNTY}公安局"


@dataclass(frozen=True, slots=True)
class Bound:
    """A paper of a volume: ``title`` as contents name it, ``office`` who made it, ``leaves`` its pages."""

    title: str
    office: str
    leaves: tuple[Leaf, ...]
    number: str = ""
    day: str = ""


@dataclass(slots=True)
class Case:
    """Whose case the volume is of."""

    suspect: str
    victim: str
    witness: str
    year: int


def draw_case(rng: random.Random) -> Case:
    """Three invented people and a year."""
    names = [rng.choice(SURNAMES) + "".join(rng.sample(MALE + FEMALE, rng.choice((1, 2)))) for _ in range(3)]
    return Case(names[0], names[1], names[2], rng.randint(2018, 2024))


_TOLD: Final = (
    "{s}于当日晚间在镇上饭店饮酒后，因琐事与{v}发生口角，继而相互推搡。",
    "民警到达现场后，对现场人员逐一询问，并提取了监控录像。",
    "经了解，{v}受伤后被送往县人民医院住院治疗，花费医疗费用三万余元。",
    "{s}的家属到医院看望过一次，留下现金五千元，此后再未联系。",
    "据{w}陈述，当时路灯昏暗，没有看清是谁先动手。",
    "上述事实，有证人证言、被害人陈述、鉴定意见等证据予以证实。",
    "依据《道路交通事故认定书》及《询问笔录》的记载，双方对事实经过没有异议。",
    "{v}的家庭经济困难，父亲常年患病，家中只有{v}一人务工。",
    "双方曾在村委会主持下协商，因数额差距较大未能签订《调解协议书》。",
    "以上材料与原件核对无异，复印于{o}。",
)
_ASKED: Final = (
    "问：你把当天的经过讲一下？",
    "答：那天我和{v}在路口遇见，说了几句就吵起来了，后来的事记不太清。",
    "问：当时还有什么人在场？",
    "答：{w}在场，他可以作证。",
    "问：对方有没有赔偿？",
    "答：只给过一点医药费，别的没有给。",
    "问：你还有什么要补充的吗？",
    "答：没有了。",
    "问：以上所讲是否属实？",
    "答：属实。",
    "问：事后你们有没有写过谅解书？",
    "答：没有写过，鉴定意见出来以后也没有再谈。",
)


def _fill(text: str, case: Case) -> str:
    return text.format(s=case.suspect, v=case.victim, w=case.witness, o=POLICE)


def _wrapped(text: str) -> list[str]:
    text = "　　" + text
    return [text[i : i + PER_LINE] for i in range(0, len(text), PER_LINE)]


def prose(rng: random.Random, case: Case, count: int) -> list[str]:
    """Lines of paragraphs, about ``count``."""
    lines: list[str] = []
    while len(lines) < count:
        lines += _wrapped(_fill("".join(rng.sample(_TOLD, 2)), case))
    if rng.random() < 0.5:
        lines = lines[:count]
        lines[-1] = lines[-1][:-1] + "。"
    return lines


def talk(rng: random.Random, case: Case, count: int) -> list[str]:
    """Lines of questions and answers, about ``count``."""
    lines: list[str] = []
    while len(lines) < count:
        at = rng.randrange(len(_ASKED) // 2) * 2
        lines += [_fill(_ASKED[at], case), _fill(_ASKED[at + 1], case)]
    return lines[:count]


def day_of(rng: random.Random, case: Case) -> str:
    """A day of the case's year."""
    return f"{case.year}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"


def lay(lines: list[str], top: float = 90) -> tuple[Mark, ...]:
    """Lines one below the other from ``top`` points."""
    return tuple(Mark(LEFT, top + LEADING * n, BODY, line) for n, line in enumerate(lines) if line)


def head(rng: random.Random, title: str, office: str, number: str) -> tuple[list[Mark], float]:
    """A title in one of its layouts, with office above and number below; where the body begins."""
    marks: list[Mark] = []
    y = 80.0
    if office and rng.random() < 0.6:
        marks.append(centred(y, 18, office))
        y += 32
    way = rng.random()
    size = rng.choice((20, 22, 24))
    if way < 0.3 and len(title) <= 8:
        marks.append(centred(y, size, (" " if way < 0.15 else "　").join(title)))
    elif way < 0.4 and len(title) > 7:
        marks += [centred(y, size, title[: len(title) // 2]), centred(y + size + 8, size, title[len(title) // 2 :])]
        y += size + 8
    elif way < 0.5 and len(title) <= 9:
        marks.append(centred(y, size, title + rng.choice(("（副本）", "（存根）", "（复印件）"))))
    elif way < 0.6 and office and len(office + title) <= 20:
        marks.append(centred(y, size, office + title))
    else:
        marks.append(centred(y, size, title))
    y += size + 16
    if number:
        marks.append(Mark(WIDTH - 60 - len(number) * 12, y, 12, number))
        y += 28
    return marks, y


def paged(
    rng: random.Random,
    first: list[Mark],
    y: float,
    lines: list[str],
    per_page: int,
    *,
    counted: str = "",
    again: str = "",
) -> tuple[Leaf, ...]:
    """Leaves of a head and its lines; ``counted`` top, foot or dash writes the counter, ``again`` is a running head."""
    room = max(4, int((770 - y) // LEADING))
    pages = [lines[: min(room, per_page)]]
    rest = lines[len(pages[0]) :]
    while rest:
        pages.append(rest[:per_page])
        rest = rest[per_page:]
    leaves = []
    for number, page in enumerate(pages, 1):
        marks = list(first) if number == 1 else [centred(62, 18, again)] if again else []
        top = y if number == 1 else 112 if again else 84
        marks += lay(page, top)
        if counted:
            marks.insert(rng.choice((0, len(marks))), _counter(counted, number, len(pages)))
        leaves.append(Leaf(tuple(marks)))
    return tuple(leaves)


def _counter(way: str, number: int, total: int) -> Mark:
    if way == "top":
        return Mark(WIDTH - 190, 46, 11, f"第 {number} 页 共 {total} 页")
    if way == "foot":
        return centred(800, 11, f"第{number}页/共{total}页")
    return centred(800, 11, f"- {number} -" if way == "dash" else str(number))


_FORMS: Final = (
    "受案登记表", "立案决定书", "传唤证", "拘留证", "拘留通知书", "逮捕证", "逮捕通知书", "犯罪嫌疑人诉讼权利义务告知书",
    "被害人诉讼权利义务告知书", "证人诉讼权利义务告知书", "取保候审决定书", "变更羁押期限通知书", "提讯提解证", "换押证",
    "鉴定聘请书", "鉴定意见通知书", "扣押决定书", "扣押清单", "发还清单", "接受证据材料清单", "调取证据通知书",
    "调取证据清单", "送达回证", "委托鉴定登记表", "办案说明", "前科查询情况", "户籍证明", "常住人口基本信息", "到案经过",
    "抓获经过", "破案报告", "侦查终结报告", "无违法犯罪记录证明", "机动车信息查询单", "酒精呼气测试单", "电子数据提取固定清单",
    "在逃人员登记撤销表", "辩护律师会见通知", "法律援助公函", "批准逮捕决定书", "视频资料说明", "收治证明", "村委会证明",
    "急救病历", "出院记录", "诊断证明书", "医疗费用明细", "租赁合同", "劳动合同书", "营业执照复印件", "接处警工作登记表",
)  # fmt: skip


def draw_form(rng: random.Random, case: Case) -> Bound:
    """A form of one page, at times with its back."""
    title = rng.choice(_FORMS)
    office = POLICE if rng.random() < 0.7 else ""
    number = f"栖公（刑）字〔{case.year}〕{rng.randint(1, 999)}号" if office and rng.random() < 0.7 else ""
    marks, y = head(rng, title, office, number)
    day = day_of(rng, case)
    lines = [*prose(rng, case, rng.randint(4, 9)), "", f"{' ' * 24}{office or POLICE}", f"{' ' * 26}{day}"]
    leaves = paged(rng, marks, y, lines, 24)
    leaves = (Leaf(leaves[0].marks, seal=(430, 560) if rng.random() < 0.5 else None), *leaves[1:])
    return Bound(title, office or POLICE, leaves, number, day)


def draw_record(rng: random.Random, case: Case) -> Bound:
    """A record of questioning of one to five pages; also the second and third of the same person."""
    asked = rng.random() < 0.55
    title = "讯问笔录" if asked else "询问笔录"
    person = case.suspect if asked else rng.choice((case.victim, case.witness))
    turn = rng.randint(1, 3)
    shown = rng.choice((title, title, f"{title}（第{turn}次）", f"第{turn}次{title}", title + "(未成年人)"))
    marks, y = head(rng, shown, rng.choice(("", POLICE)), "")
    day = day_of(rng, case)
    block = [
        f"时间 {day}9时10分至{day}10时40分",
        f"地点 {POLICE}执法办案区{rng.choice(('', '询问室'))}",
        f"{title[:2]}人 {rng.choice('赵钱孙李')}建国 工作单位 {POLICE}刑侦大队",
        f"被{title[:2]}人 {person} 性别 男 年龄 4{turn} 出生日期",
        f"户籍所在地 {COUNTY}云溪镇 联系方式",
    ]
    lines = block[: rng.choice((3, 5, 5))] + talk(rng, case, rng.randint(8, 60))
    lines += [f"以上笔录我看过，和我说的相符。 {person}", day] if rng.random() < 0.8 else []
    counted = rng.choice(("top", "foot", "top", "dash", "bare", ""))
    again = shown if rng.random() < 0.15 else title + "（续页）" if rng.random() < 0.1 else ""
    leaves = paged(rng, marks, y, lines, rng.choice((18, 22)), counted=counted, again=again)
    return Bound(f"{person}{title}" if rng.random() < 0.5 else shown, rng.choice(("", POLICE)), leaves, "", day)


_LONG: Final = (
    ("起诉意见书", ("一、犯罪事实", "二、证据", "上述犯罪事实清楚，证据确实、充分，足以认定。")),
    ("提请批准逮捕书", ("经依法侦查查明：", "认定上述事实的证据如下：", "综上所述")),
    ("法医学人体损伤程度鉴定书", ("一、基本情况", "二、检案摘要", "三、检验过程", "四、分析说明", "五、鉴定意见")),
    ("道路交通事故认定书", ("道路交通事故基本事实", "道路交通事故证据及事故形成原因分析", "当事人导致交通事故的过错及责任")),
    ("现场勘验检查笔录", ("一、现场勘验过程", "二、现场概貌", "三、提取痕迹、物证登记表")),
    ("刑事判决书", ("经审理查明", "上述事实，有下列证据证实", "本院认为", "判决如下")),
    ("物证检验报告", ("一、绪论", "二、检验", "三、论证", "四、检验结论")),
    ("辨认笔录", ("辨认对象", "辨认过程及结果")),
    ("社会调查评估报告", ("一、基本情况", "二、家庭情况", "三、评估意见")),
)  # fmt: skip
_TRAPS: Final = (
    "鉴定意见", "谅解书", "2.谅解书", "3、收条一份", "现场照片", "（三）询问笔录", "《道路交通事故认定书》", "四、鉴定意见",
    "附：扣押清单", "证人证言", "户籍证明、到案经过等证据证实。", "告知书、送达回证等材料在卷。",
)  # fmt: skip


def draw_long(rng: random.Random, case: Case) -> Bound:
    """A paper of many pages with headings; at times a page begins with words that look like a title."""
    title, headings = rng.choice(_LONG)
    number = f"栖公（刑）诉字〔{case.year}〕{rng.randint(1, 999)}号" if rng.random() < 0.7 else ""
    marks, y = head(rng, title, rng.choice(("", POLICE)), number)
    per_page = rng.choice((20, 24))
    room = min(per_page, int((770 - y) // LEADING))
    lines = [f"{case.suspect}，男，19{rng.randint(50, 99)}年{rng.randint(1, 9)}月生，汉族，住{COUNTY}。"]
    for heading in headings:
        lines += [heading, *prose(rng, case, rng.randint(5, 14))]
    if len(lines) > room + 1 and rng.random() < 0.5:
        lines.insert(room, rng.choice(_TRAPS))
    day = day_of(rng, case)
    lines += [f"{' ' * 24}{POLICE}", f"{' ' * 26}{day}"]
    if rng.random() < 0.3:
        lines += ["附：1.本案卷宗二卷", "2.谅解书", "3.收条"]
    leaves = paged(rng, marks, y, lines, per_page, counted=rng.choice(("", "", "dash", "bare", "foot")))
    return Bound(title, POLICE, leaves, number, day)


def draw_settlement(rng: random.Random, case: Case) -> Bound:
    """Agreement, forgiveness, receipt with a title, complaint."""
    title = rng.choice(
        ("调解协议书", "刑事和解协议书", "谅解书", "收条", "收据", "承诺书", "申请书", "委托书", "悔过书")
    )
    marks, y = head(rng, title, "", "")
    day = day_of(rng, case)
    lines = [*prose(rng, case, rng.randint(3, 22)), "", f"{' ' * 20}{case.victim}", f"{' ' * 20}{day}"]
    return Bound(title, case.victim, paged(rng, marks, y, lines, 22), "", day)


def draw_untitled(rng: random.Random, case: Case) -> Bound:
    """A paper without a title: hand-written receipt, bank slip, copies of cards, letter, photos."""
    return rng.choice((_receipt, _slip, _card, _letter, _photos))(rng, case)


def _receipt(rng: random.Random, case: Case) -> Bound:
    day = day_of(rng, case)
    words = f"今收到{case.suspect}家属交来医疗费人民币伍仟元整。"
    words = rng.choice((words, f"兹收到{case.suspect}赔偿款叁万元整（30000元）。", f"{case.suspect} 付来现金2000元。"))
    marks = lay([*_wrapped(words), "", f"{' ' * 18}收款人：{case.victim}", f"{' ' * 18}{day}"], 150)
    return Bound(rng.choice(("收条", f"{case.victim}收条")), case.victim, (Leaf(marks),), "", day)


def _slip(rng: random.Random, case: Case) -> Bound:
    day = day_of(rng, case)
    lines = [
        f"付款人户名 {case.suspect} 账号 6228480000{rng.randint(10, 99)}",
        f"收款人户名 {case.victim}",
        "交易金额 5,000.00",
        f"交易日期 {day} 交易流水号 {rng.randint(10**7, 10**8)}",
    ]
    name = rng.choice(("银行转账凭证", "网上银行电子回单", "转账记录"))
    return Bound(name, "", (Leaf(lay(lines, 120)),), "", day)


def _card(rng: random.Random, case: Case) -> Bound:
    person = rng.choice((case.suspect, case.victim))
    lines = [
        f"姓名 {person}",
        "性别 男 民族 汉",
        f"出生 {rng.randint(1950, 2000)}年3月4日",
        f"住址 {COUNTY}云溪镇莲塘村",
        "公民身份号码 329931199003040011",
    ]
    back = ["中华人民共和国", "居民身份证", f"签发机关 {POLICE}", "有效期限 2012.03.04-2032.03.04"]
    leaves = (
        (Leaf(lay([*lines, "", "", *back], 160)),)
        if rng.random() < 0.6
        else (Leaf(lay(lines, 160)), Leaf(lay(back, 160)))
    )
    return Bound(f"{person}身份证复印件", "", leaves, "", "")


def _letter(rng: random.Random, case: Case) -> Bound:
    day = day_of(rng, case)
    lines = ["尊敬的检察官：", *prose(rng, case, rng.randint(6, 28)), f"{' ' * 20}{case.victim}", f"{' ' * 20}{day}"]
    return Bound(rng.choice(("情况反映", "来信", "书面材料")), case.victim, paged(rng, [], 96, lines, 22), "", day)


def _photos(rng: random.Random, case: Case) -> Bound:
    leaves = []
    for _ in range(rng.randint(1, 4)):
        caption = rng.choice(("", "", "现场概貌", "中心现场", "扣押物品照片", f"{case.victim}伤情照片"))
        marks = (centred(400, 12, caption),) if caption else ()
        leaves.append(Leaf(marks, photos=((90, 100, 505, 380), (90, 430, 505, 710))))
    return Bound(rng.choice(("现场照片", "照片", "伤情照片", "现场方位示意图")), POLICE, tuple(leaves), "", "")


KINDS: Final[tuple[tuple[Callable[[random.Random, Case], Bound], int], ...]] = (
    (draw_form, 34),
    (draw_record, 30),
    (draw_long, 14),
    (draw_settlement, 9),
    (draw_untitled, 13),
)
