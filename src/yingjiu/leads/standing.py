"""Where the lead comes from and who helped already (来路与救助要素): sort of case, petitions, relief by any organ, assistance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yingjiu.leads.lead import GRANTED
from yingjiu.leads.matter import Matter, Telling, place_of
from yingjiu.leads.sheets_record import money_words, said
from yingjiu.matching.people import Mention

ORGANS: Final = ("法院", "公安", "政法委")
OWN: Final = "司法救助案件"
OTHER: Final = "其他机关司法救助"
SOCIAL: Final = "已开展社会救助"
_CRIMINAL: Final = frozenset({"案件", "刑事案件", "未检案件"})


def read_standing(matter: Matter) -> Iterator[Telling]:
    """Elements of origin and of help already given, each at most once."""
    yield from _origin(matter)
    yield from _petitions(matter)
    yield from _other_organs(matter)
    yield from _own_relief(matter)
    yield from _assistance(matter)


def _origin(matter: Matter) -> Iterator[Telling]:
    """Which sort of case; left untold where no record tells."""
    takings, charges, causes = matter.around.takings, matter.charges, matter.said("案由")
    if hit := takings.names("打击报复罪名", charges):
        yield Telling("案件来路", "打击报复", f"罪名是{hit[0]}")
    elif charges or any(m.kind in _CRIMINAL for m in matter.event) or any("刑" in n for n in matter.lead.case_numbers):
        yield Telling("案件来路", "刑事犯罪", "、".join(charges[:2]) or "刑事案件")
    elif hit := takings.hold("追索案由", causes):
        yield Telling("案件来路", "追索赡养抚养扶养费", hit[0])
    elif hit := takings.hold("侵权案由", causes):
        yield Telling("案件来路", "民事侵权", hit[0])
    elif causes:
        yield Telling("案件来路", "其他", causes[0])
    elif matter.lead.stream == "信访":
        yield Telling("案件来路", "信访", "信访登记,没有写明原案")


def _petitions(matter: Matter) -> Iterator[Telling]:
    """How often the person came, of this event or of none named."""
    if "信访登记" not in matter.around.kinds:
        yield Telling("信访次数", None, "没有交来信访登记,不能当作没有")
        return
    lead = matter.lead
    own = {m.key: m for m in (*matter.event, *lead.starts, *lead.others) if m.kind == "信访登记" and m.role == "信访人"}
    found = [m for m in own.values() if m.case_id in {None, lead.case_id}]
    if found:
        yield Telling("信访次数", Decimal(len(found)), f"信访登记 {len(found)} 次", place_of(found[0]))


def _relief(matter: Matter, kind: str) -> tuple[list[Mention], list[Mention]]:
    """Relief records of a kind: surely of this case, and naming no case."""
    lead = matter.lead
    records = [m for m in (*lead.starts, *lead.others) if m.kind == kind]
    same = [m for m in records if lead.case_id is not None and m.case_id == lead.case_id]
    loose = [m for m in records if m not in same and (lead.case_id is None or m.case_id is None)]
    return same, loose


def relief_words(mention: Mention) -> str:
    """A relief record in words: organ, day, sum."""
    organ = said(mention, "救助机关") or ("本院" if mention.kind == OWN else said(mention, "救助类型") or "社会救助")
    day = said(mention, "发放日期") or said(mention, "决定日期") or said(mention, "救助日期")
    amount = said(mention, "救助金额")
    return " ".join(filter(None, (organ, said(mention, "办理状态"), day, money_words(amount) if amount else "")))


def _other_organs(matter: Matter) -> Iterator[Telling]:
    """Relieved for this case by court, police or 政法委; an organ that delivered no list has not said no."""
    same, loose = _relief(matter, OTHER)
    silent = [o for o in ORGANS if not any(o in given for given in matter.around.organs)]
    if same:
        yield Telling("其他机关救助", "是", relief_words(same[0]), place_of(same[0]))
    elif loose:
        yield Telling("其他机关救助", None, f"是不是同一案件要核实:{relief_words(loose[0])}", place_of(loose[0]))
    elif silent:
        yield Telling("其他机关救助", None, f"{'、'.join(silent)}没有交来救助名单")
    else:
        yield Telling("其他机关救助", "否", "法院、公安、政法委的名单里没有此人此案")


def _own_relief(matter: Matter) -> Iterator[Telling]:
    same, loose = (
        [m for m in records if set(m.fields.get("办理状态", ())) & set(GRANTED)] for records in _relief(matter, OWN)
    )
    if same:
        yield Telling("本院救助", "是", relief_words(same[0]), place_of(same[0]))
    elif loose:
        yield Telling("本院救助", None, f"是不是同一案件要核实:{relief_words(loose[0])}", place_of(loose[0]))
    elif OWN not in matter.around.kinds:
        yield Telling("本院救助", None, "没有交来司法救助台账")


def _assistance(matter: Matter) -> Iterator[Telling]:
    """Social assistance by person, since its list names no case."""
    given = [m for m in (*matter.lead.starts, *matter.lead.others) if m.kind == SOCIAL]
    if given:
        yield Telling("社会救助", "是", "；".join(dict.fromkeys(map(relief_words, given))), place_of(given[0]))
    elif SOCIAL in matter.around.kinds:
        yield Telling("社会救助", "否", "已救助名单里没有此人")
