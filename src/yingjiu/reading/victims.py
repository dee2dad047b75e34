"""Decides which persons of a paper are its victims (被害人) and which its suspects (犯罪嫌疑人、被告人).

A role word (被害人X) is enough; without one, the words around the name must weigh enough and no other role may stand
against it (reading.md: 42 ways in which a victim is introduced).
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Final

from yingjiu.reading.mentions import Mention, Person
from yingjiu.reading.suffering import HARD
from yingjiu.reading.zones import Zones

ENOUGH: Final = 3
_FACTS: Final = frozenset(["指控", "查明", "认为", "判决", "正文", "诉称", "答", "证据", "辩称"])
_APPELLANT: Final = "附带民事"


def find_suspects(people: dict[str, Person]) -> list[Person]:
    """Persons called suspect or defendant, in the order of the paper."""
    return [p for p in people.values() if p.first("嫌疑")]


def is_named_victim(person: Person) -> bool:
    """Whether a role word calls this person a victim somewhere."""
    return person.first("被害") is not None


def find_victims(people: dict[str, Person], zones: Zones, text: str, paper_type: str) -> list[Person]:
    """Victims in the order of the paper; outside the zones of fact only role words count."""
    where = _Where(zones, text, paper_type, people)
    found = [p for p in people.values() if _is_victim(p, where)]
    harmed = [p for p in found if is_named_victim(p) or any(_is_hard(m) for m in p.mentions)]
    if harmed and len(harmed) < len(found):
        found = [p for p in found if p in harmed or not _only_drives(p, where)]
    return found


_start: Final = attrgetter("start")
_FIGHT: Final = ("互殴", "互相殴打", "相互殴打", "对打", "斗殴", "厮打", "扭打", "打斗", "撕打", "打架", "争吵")
# 王某持刀将李某砍伤 · 打在吴某头上 · 李某被王某等人打伤
_STRUCK: Final = re.compile("[打砍捅刺砸踢击戳]|致")
_BY: Final = re.compile("(?:亦|也|则|反)?被[^，。；]{1,16}?(?:打|砍|捅|刺|砸|踢|击|致)")


class _Where:
    """Which places of a paper tell facts; of a part without title, or where no other place does, its head does, too."""

    __slots__ = ("_kinds", "_zones", "accused", "crash", "fight", "text")

    def __init__(self, zones: Zones, text: str, paper_type: str, people: dict[str, Person]) -> None:
        self._zones = zones
        headless = paper_type == "其他" or not any(zone.kind in _FACTS for zone in zones)
        self._kinds = _FACTS | {"首部", "当事人"} if headless else _FACTS
        self.text = text
        self.crash = "事故" in text
        accused: list[Person] = []
        if not self.crash and any(word in text for word in _FIGHT):
            accused = [p for p in people.values() if p.has("嫌疑") and not is_named_victim(p)]
        self.fight = len(accused) > 1
        self.accused = sorted((m for p in accused for m in p.mentions), key=_start) if self.fight else []

    def tells(self, mention: Mention) -> bool:
        return self._zones.kind_at(mention.start) in self._kinds


def _is_victim(person: Person, where: _Where) -> bool:
    accused = person.has("嫌疑")
    if is_named_victim(person):
        return not accused or sum(m.left.kind == "被害" for m in person.mentions) >= 2
    if accused or person.has("同案"):
        return where.fight and _is_struck(person, where)
    if person.has("公职") or person.has("收赃"):
        return False
    score = max(_weight(m, where) for m in person.mentions)
    if score >= ENOUGH and where.crash and any(_is_hard(m) and where.tells(m) for m in person.mentions):
        return True  # the passenger who was hurt is heard as a witness, too
    against = min(
        (c.weight for m in person.mentions for c in (m.left, m.right) if c.kind in ("证人", "嫌疑")), default=0
    )
    return score + against >= ENOUGH


def _is_struck(person: Person, where: _Where) -> bool:
    """Whether a suspect was hurt himself by another of those charged: both are told to strike each other."""
    return any(where.tells(m) and (_by_accused(m, where) or _from_accused(m, where)) for m in person.mentions)


def _by_accused(mention: Mention, where: _Where) -> bool:
    """李某被王某打伤, where 王某 is charged."""
    found = _BY.match(where.text, mention.end)
    return found is not None and any(found.start() < m.start < found.end() for m in where.accused)


def _from_accused(mention: Mention, where: _Where) -> bool:
    """王某持刀将李某砍伤 · 王某…打在李某头上, where 王某 is charged."""
    harmed = mention.right.kind == "伤亡" or HARD.search(mention.right.word)
    if mention.left.kind not in ("处置", "侵害") or mention.left.word == "被" or not harmed:
        return False
    sentence = max(where.text.rfind("。", 0, mention.start), where.text.rfind("；", 0, mention.start)) + 1
    before = [m for m in where.accused if sentence <= m.start < mention.start and m.name != mention.name]
    if not before:
        return False
    return _STRUCK.search(where.text, before[-1].end, mention.end + 4) is not None


def _weight(mention: Mention, where: _Where) -> int:
    if not where.tells(mention):
        return 0
    left = mention.left.weight if mention.left.kind in ("身份", "侵害", "处置", "被害") else 0
    right = mention.right.weight if mention.right.kind in ("被害", "伤亡") else 0
    if mention.right.kind == "被害" and (mention.left.kind == "乘用" or _is_striker(mention)):
        return 0  # 乘坐X的车: whose car it is
    return max(left, 0) + max(right, 0)


def _is_striker(mention: Mention) -> bool:
    """被X打伤: X did it."""
    return mention.left.word == "被" and _STRUCK.match(mention.right.word) is not None


def _is_hard(mention: Mention) -> bool:
    """Whether a word of injury or death stands behind the name, not only a part of the body."""
    return mention.right.kind == "伤亡" and bool(HARD.search(mention.right.word))


# 致其当场死亡 · 造成两人受伤 · 致驾驶人死亡 behind 与X驾驶的…相撞
_UNNAMED: Final = re.compile(
    r"(?:致|造成|使)[^。]{0,30}?(?:其|[二两三四五双1-9]人|双方|驾驶(?:人|员)|骑[车行]人|司机|对方)[^。，]{0,14}[伤亡死]|(?:致|造成)一人"
)

_DRIVES: Final = re.compile("(?:醉酒|酒后|无证|所)*(?:驾驶|骑|驾车)")
_SHARE: Final = re.compile("负|承担|不负|不承担|无责任|无事故|无过错")


def _only_drives(person: Person, where: _Where) -> bool:
    """Whether this is but the driver of another vehicle (与X驾驶的货车相撞), where others were hurt and nothing befell him."""
    drives = False
    for mention in person.mentions:
        at_wheel = _DRIVES.match(where.text, mention.end) is not None
        drives = drives or at_wheel
        if _weight(mention, where) < ENOUGH or _SHARE.match(mention.right.word):
            continue
        if not at_wheel:
            return False
        stop = where.text.find("。", mention.end)
        if _UNNAMED.search(where.text, mention.end, stop if stop >= 0 else len(where.text)):
            return False
    return drives


def is_only_plaintiff(person: Person) -> bool:
    """Whether only 附带民事诉讼原告人 makes this person a victim: a relative of the dead may be that, too."""
    words = {m.left.word for m in person.mentions if m.left.kind == "被害"}
    return bool(words) and all(_APPELLANT in w or w == "附民原告人" for w in words)


def is_hurt(person: Person) -> bool:
    """Whether a word of bodily harm stands behind the name (X受伤): a relative of a victim can be one, too."""
    return any(m.right.kind == "伤亡" for m in person.mentions)
