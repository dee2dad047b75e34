"""Decides which persons of a paper are its victims (被害人) and which its suspects (犯罪嫌疑人、被告人).

A role word (被害人X) is enough; without one, the words around the name must weigh enough and no other role may stand
against it (reading.md: 42 ways in which a victim is introduced).
"""

from __future__ import annotations

from typing import Final

from yingjiu.reading.people import Mention, Person
from yingjiu.reading.zones import Zones

ENOUGH: Final = 3
_FACTS: Final = frozenset(["指控", "查明", "认为", "判决", "正文", "诉称", "答", "证据", "辩称"])
_APPELLANT: Final = "附带民事"


def find_suspects(people: dict[str, Person]) -> list[Person]:
    """Persons called suspect or defendant, in the order of the paper."""
    return [p for p in people.values() if p.first("嫌疑")]


def is_named_victim(person: Person) -> bool:
    """Whether a role word calls this person a victim somewhere."""
    return any(m.left.kind == "被害" for m in person.mentions)


def find_victims(people: dict[str, Person], zones: Zones) -> list[Person]:
    """Victims in the order of the paper; outside the zones of fact only role words count."""
    return [p for p in people.values() if _is_victim(p, zones)]


def _is_victim(person: Person, zones: Zones) -> bool:
    accused = person.has("嫌疑")
    if is_named_victim(person):
        return not accused or sum(m.left.kind == "被害" for m in person.mentions) >= 2
    if accused or person.has("公职") or person.has("同案") or person.has("收赃"):
        return False
    score = max(_weight(m, zones) for m in person.mentions)
    against = min(
        (c.weight for m in person.mentions for c in (m.left, m.right) if c.kind in ("证人", "嫌疑")), default=0
    )
    return score + against >= ENOUGH


def _weight(mention: Mention, zones: Zones) -> int:
    if zones.kind_at(mention.start) not in _FACTS:
        return 0
    left = mention.left.weight if mention.left.kind in ("身份", "侵害", "处置", "被害") else 0
    right = mention.right.weight if mention.right.kind in ("被害", "伤亡") else 0
    return max(left, 0) + max(right, 0)


def is_only_plaintiff(person: Person) -> bool:
    """Whether only 附带民事诉讼原告人 makes this person a victim: a relative of the dead may be that, too."""
    words = {m.left.word for m in person.mentions if m.left.kind == "被害"}
    return bool(words) and all(_APPELLANT in w or w == "附民原告人" for w in words)


def is_hurt(person: Person) -> bool:
    """Whether a word of bodily harm stands behind the name (X受伤): a relative of a victim can be one, too."""
    return any(m.right.kind == "伤亡" for m in person.mentions)
