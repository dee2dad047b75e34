"""Who is owed maintenance (权利人): the child or the old person, not the guardian or parent who acts or sues.

For a child's fee: a child named in the sentence, else the plaintiff with a guardian, else the child the paper tells of.
For 赡养费 and 扶养费: the one to whom it is paid in the sentence, else plaintiff, applicant, petitioner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from yingjiu.reading.people import Mention
from yingjiu.reading.scene import Scene
from yingjiu.values.names import begins_with_surname

_CHILD_FEES: Final = frozenset(["抚养费", "抚育费"])
_CHILD: Final = re.compile(
    r"(?:婚生|非婚生|继|养|长|次|三|小|大|幼|独|未成年)?(?:子|女|儿子|女儿|孩子|之子|之女|男孩|女孩)$"
)
_GUARDED: Final = re.compile(r"^[^\n]*\n?\s*(?:法定代理人|监护人)")
_PARTY: Final = re.compile(
    r"(?:原告|申请执行人|申请支持起诉人|(?<!被)申请人|信访人|来信人|我叫|被询问人|甲方)(?:人)?[：:]?$"
)
_OWES: Final = re.compile(r"(?:被告|被执行人|被申请人|乙方|男方)[：:]?$")
# 婚生女孙小雨随 · 儿子孙小宝由: a child whom the paper names only by kinship
_NAMED_CHILD: Final = re.compile(
    r"(?:(?:婚生|非婚生|继|养|长|次|三|幼|独|之)(?:子|女)|儿子|女儿|孩子)(?P<name>[\u4e00-\u9fff]{2,3}?)"
    r"(?=[由随自的跟均、，。；归抚每从与和至及\d二过（(现]|生活|赡|扶)"
)
_LINE: Final = re.compile(
    r"(?:^|\n)(?:原告|申请支持起诉人|申请执行人|申请人|来信人|信访人|甲方|女方)(?:一)?[：:]\s?(?P<name>[\u4e00-\u9fff·]{2,4})(?=[，,（(。\n]|$)"
)
_PARENT: Final = re.compile(r"(?:母亲|父亲|父母|母|父|老人)$")


def find_owed(scene: Scene, fee: str, at: int, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Names of those owed, in order; empty where the paper does not tell."""
    if fee in _CHILD_FEES:
        return _children(scene, sentence) or _wards(scene) or _told_children(scene) or _parties(scene)
    in_sentence = [m.name for m in _within(scene.mentions, sentence) if _is_plain(scene, m) or _is_parent(scene, m)]
    return tuple(dict.fromkeys(in_sentence))[:2] or _parties(scene)


def _within(mentions: Sequence[Mention], place: tuple[int, int]) -> Iterator[Mention]:
    return (m for m in mentions if place[0] <= m.start < place[1])


def _before(scene: Scene, mention: Mention) -> str:
    return scene.text[max(mention.start - 12, 0) : mention.start]


def _is_plain(scene: Scene, mention: Mention) -> bool:
    return bool(_PARTY.search(_before(scene, mention)))


def _is_parent(scene: Scene, mention: Mention) -> bool:
    return bool(_PARENT.search(_before(scene, mention)))


def _is_child(scene: Scene, mention: Mention) -> bool:
    return bool(_CHILD.search(_before(scene, mention)))


def _children(scene: Scene, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Children named in the sentence; a plaintiff who has a guardian is one."""
    wards = _wards(scene)
    names = [m.name for m in _within(scene.mentions, sentence) if _is_child(scene, m) or m.name in wards]
    return tuple(dict.fromkeys((*names, *_by_kinship(scene.text, *sentence))))


def _by_kinship(text: str, begin: int, end: int) -> list[str]:
    found = (m["name"] for m in _NAMED_CHILD.finditer(text, begin, end))
    return [name for name in found if begins_with_surname(name)]


def _wards(scene: Scene) -> tuple[str, ...]:
    """Parties whom a guardian or legal representative stands for."""
    text = scene.text
    found = [
        m.name
        for m in scene.mentions
        if _is_plain(scene, m) and _GUARDED.match(text[m.end : m.end + 160]) and not _OWES.search(_before(scene, m))
    ]
    return tuple(dict.fromkeys(found))


def _told_children(scene: Scene) -> tuple[str, ...]:
    """The children the paper names anywhere, when they are not the payer."""
    owing = {m.name for m in scene.mentions if _OWES.search(_before(scene, m))}
    named = [m.name for m in scene.mentions if _is_child(scene, m) and m.name not in owing]
    named += [name for name in _by_kinship(scene.text, 0, len(scene.text)) if name not in owing]
    return tuple(dict.fromkeys(named))


def _parties(scene: Scene) -> tuple[str, ...]:
    """The first plaintiff, applicant or petitioner."""
    first = next(((m.name,) for m in scene.mentions if _is_plain(scene, m)), ())
    line = None if first else _LINE.search(scene.text)
    return (line["name"],) if line else first
