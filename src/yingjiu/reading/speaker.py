"""Finds who speaks in a first-person paper (询问笔录的被询问人, 谅解人, 收款人) and whether that person is the victim."""

from __future__ import annotations

import re
from typing import Final

from yingjiu.reading.people import Person
from yingjiu.reading.relatives import Relation

_ASKED: Final = ("被询问人",)
_SIGNERS: Final = {"谅解书": ("谅解人", "本人", "出具人", "立据人"), "收条": ("收款人", "领款人", "领取人", "收条人", "立据人", "具领人", "本人")}
_IS_VICTIM: Final = re.compile(r"系本案(?:的)?(?:被害人|受害人)|是本案(?:的)?(?:被害人|受害人)|本案被害人|系被害人[，。；\n]|[（(]被害人[）)]")
_WITNESS: Final = re.compile(r"系(?:本案|该案)?(?:的)?(?:证人|目击|见证)|证人身份|作为证人")
# 将我打伤 · 骗我 · 我被偷 · 我的损伤: the one who tells is the one who was harmed
_HARMED: Final = re.compile(
    r"(?:将|把|对|打|骗|偷|抢|撞|砍|捅|刺|踢|殴打|威胁|骗取|强奸|猥亵|偷走|骗走|抢走|窃得|劫得|欠|拖欠|进入|撬开|盗走|致|雇用|雇佣|趁)(?:了)?我(?!们是)(?!妈|爸|妻|丈夫|儿|女儿|老)|我(?:被|的损伤|的伤|受伤|的(?:钱|手机|车|现金|工资|存款|电动车))|欠我"
)


def find_speaker(text: str, paper_type: str, people: dict[str, Person], relations: list[Relation]) -> str | None:
    """Name of the speaker where the speaker is the victim, else None.

    A record's speaker said to be the victim's relative or a witness is no victim; one who tells "将我打伤" is.
    """
    if paper_type == "询问笔录":
        asked = _with_word(people, _ASKED)
        if asked is None or any(r.name == asked for r in relations):
            return None
        head = text[:600]
        if _IS_VICTIM.search(head):
            return asked
        if _WITNESS.search(head):
            return None
        return asked if _HARMED.search(text) else None
    if paper_type in _SIGNERS:
        signer = _with_word(people, _SIGNERS[paper_type])
        if signer is None or any(r.name == signer for r in relations):
            return None
        named = any(m.left.kind == "被害" for p in people.values() for m in p.mentions if p.name != signer)
        return None if named and not _IS_VICTIM.search(text) else signer
    return None


def _with_word(people: dict[str, Person], words: tuple[str, ...]) -> str | None:
    for word in words:
        for person in people.values():
            if any(m.left.word == word for m in person.mentions):
                return person.name
    return None
