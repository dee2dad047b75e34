"""Finds who speaks in a first-person paper (被询问人, 谅解人, 收款人, 信访人) and whether that person is the victim."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.people import Person
from yingjiu.reading.relatives import Relation
from yingjiu.reading.victims import is_hurt

_SPEAKERS: Final = {
    "询问笔录": ("被询问人",),
    "谅解书": ("谅解人", "本人", "出具人", "立据人", "我叫"),
    "收条": ("收款人", "领款人", "领取人", "收条人", "立据人", "具领人", "本人"),
    "信访件": (
        "信访人",
        "我叫",
        "来信人",
        "来访人",
        "上访人",
        "申诉人",
        "控告人",
        "求助人",
        "救助申请人",
        "申请人",
        "本人",
    ),
}
_IS_VICTIM: Final = re.compile(
    r"系本案(?:的)?(?:被害人|受害人)|是本案(?:的)?(?:被害人|受害人)|本案被害人|系被害人[，。；\n]|"
    r"[（(]被害人[）)]"
)
_WITNESS: Final = re.compile(r"系(?:本案|该案)?(?:的)?(?:证人|目击|见证)|证人身份|作为证人")
# 将我打伤 · 骗我 · 我被偷 · 我的损伤: the one who tells is the one who was harmed
_HARMED: Final = re.compile(
    r"(?:将|把|对|打|骗|偷|抢|撞|砍|捅|刺|踢|殴打|威胁|骗取|强奸|猥亵|偷走|骗走|抢走|窃得|劫得|欠|"
    r"拖欠|进入|撬开|盗走|致|雇用|雇佣|趁)(?:了)?我(?!们是)(?!妈|爸|妻|丈夫|儿|女儿|老)|我(?:被|"
    r"的损伤|的伤|受伤|的(?:钱|手机|车|现金|工资|存款|电动车))|欠我"
)


def find_speaker(paper_type: str, people: dict[str, Person]) -> str | None:
    """Name of the one who speaks in a first-person paper."""
    return _with_word(people, _SPEAKERS[paper_type]) if paper_type in _SPEAKERS else None


def is_victim(text: str, paper_type: str, speaker: str, people: dict[str, Person], relations: list[Relation]) -> bool:
    """Whether the speaker is the victim.

    A record's speaker said to be the victim's relative or a witness is none; one who tells "将我打伤" is. Who signs a
    letter or receipt that names no victim is the victim.
    """
    if _IS_VICTIM.search(text[:600]) and paper_type != "信访件":
        return True
    harmed = {p.name for p in people.values() if p.name != speaker and any(m.left.kind == "被害" for m in p.mentions)}
    if any(
        r.name == speaker and (r.of in harmed or (r.kin != "近亲属" and is_hurt(people[r.of])))
        for r in relations
        if r.of in people
    ):
        return False
    if paper_type in ("谅解书", "收条"):
        return not harmed and not any(r.name == speaker for r in relations)
    if _WITNESS.search(text[:600]):
        return False
    return bool(_HARMED.search(text))


# 其子X…被人捅伤致死 · 我女儿X在车祸中死亡; not 因病死亡
_STRUCK: Final = re.compile(
    r"[^。；\n]{0,40}?(?:(?:被|遭)[^。；\n]{0,30}?(?:打|砍|捅|撞|刺|杀|伤|害|轧|压|骗|强奸|猥亵|虐待|致死)|受伤|致死|致伤|重伤|"
    r"(?<!病)(?<!因病)死亡|身亡|遇害)"
)


def find_struck_kin(text: str, speaker: str, people: dict[str, Person], relations: list[Relation]) -> frozenset[str]:
    """Kin of a petitioner whom the petition tells to have been harmed, where it calls nobody the victim."""
    if any(m.left.kind == "被害" for p in people.values() for m in p.mentions):
        return frozenset()
    kin = {r.name for r in relations if r.of == speaker and r.name in people}
    return frozenset(name for name in kin if any(_STRUCK.match(text, m.end) for m in people[name].mentions))


# 收到X家属交来 · X已一次性赔偿 · X的亲属代为支付
_PAYS: Final = re.compile(
    r"(?:的)?(?:家属|亲属|家人|家里|父亲|母亲|妻子|丈夫|儿子|女儿|一方)?(?:已|代|交来|交付|支付|给付|赔偿|一次性)"
)


def find_payers(text: str, paper_type: str, people: dict[str, Person], others: frozenset[str]) -> list[Person]:
    """Offenders a receipt or a letter of forgiveness names without calling them so: who pays, who is forgiven."""
    if paper_type not in ("谅解书", "收条"):
        return []

    def is_payer(person: Person) -> bool:
        return any(
            m.left.kind == "付款" or (m.right.kind == "谅解" and m.left.word == "对") or _PAYS.match(text, m.end)
            for m in person.mentions
        )

    return [p for p in people.values() if p.name not in others and is_payer(p)]


def _with_word(people: dict[str, Person], words: tuple[str, ...]) -> str | None:
    for word in words:
        for person in people.values():
            if any(m.left.word == word for m in person.mentions):
                return person.name
    return None
