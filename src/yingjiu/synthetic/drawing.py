"""Draw the drafts of criminal cases from the county's people (谁被谁害)."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from yingjiu.synthetic.arcs import draw_arc
from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.names import COMPANIES, COURT_CODE, HANDLERS, LOCAL_AREA, OFFICE_MARK, POLICE_MARK, PROVINCE_MARK
from yingjiu.synthetic.people import DAY, Person, relation_between
from yingjiu.synthetic.prose import PROPERTY_CHARGES, WITH_LOSS, draw_place
from yingjiu.synthetic.world import Relative

CHARGES: tuple[tuple[str, int], ...] = (
    ("故意伤害", 26),
    ("交通肇事", 24),
    ("故意杀人", 4),
    ("盗窃", 10),
    ("诈骗", 8),
    ("寻衅滋事", 5),
    ("抢劫", 5),
    ("强奸", 5),
    ("强制猥亵", 2),
    ("危险驾驶", 2),
    ("聚众斗殴", 2),
    ("过失致人死亡", 2),
    ("过失致人重伤", 1),
    ("放火", 1),
    ("虐待", 2),
    ("遗弃", 1),
    ("重大责任事故", 2),
    ("拒不支付劳动报酬", 4),
    ("故意毁坏财物", 2),
    ("抢夺", 1),
    ("集资诈骗", 2),
    ("帮助信息网络犯罪活动", 1),
)
_INJURIES: dict[str, tuple[str | None, ...]] = {
    "故意伤害": ("轻伤一级", "轻伤二级", "轻伤二级", "重伤二级", "重伤一级", "死亡"),
    "交通肇事": ("死亡", "死亡", "重伤二级", "重伤一级", "轻伤一级"),
    "故意杀人": ("死亡", "死亡", "重伤二级"),
    "过失致人死亡": ("死亡",),
    "过失致人重伤": ("重伤二级", "重伤一级"),
    "寻衅滋事": ("轻伤二级", "轻微伤", "轻伤一级"),
    "聚众斗殴": ("轻伤一级", "重伤二级"),
    "抢劫": (None, "轻微伤", "轻伤二级"),
    "危险驾驶": (None, "轻伤二级"),
    "强奸": (None, "轻伤二级"),
    "放火": ("重伤二级", None),
    "虐待": ("轻伤二级", None),
    "重大责任事故": ("死亡", "重伤一级"),
}
_BAD_WITHOUT_DEATH = ("危险驾驶", "过失致人重伤")


def _is_aged(person: Person, ages: tuple[int, int]) -> bool:
    return ages[0] <= person.age(on=DAY) <= ages[1]


@dataclass(slots=True)
class Cast:
    """Who may still play a part; nobody is a party of two cases unless it is wanted."""

    people: tuple[Person, ...]
    homes: dict[int, list[Person]]
    poor: list[int]  # keys of people on a register now, shuffled
    twins: list[int] = field(default_factory=list)  # keys of people with a namesake, drawn first now and then
    used: set[int] = field(default_factory=set)
    hurt: list[Person] = field(default_factory=list)  # living victims so far; a few are hurt again

    def draw(self, rng: random.Random, *, ages: tuple[int, int] = (0, 99), poor: float = 0.0, sex: str = "") -> Person:
        """Somebody unused of that age, from the registers with the given chance.

        Raises:
            ValueError: nobody is left; the county has too few people for its cases.
        """
        for _ in range(300):
            bank = self.twins if self.twins and rng.random() < 0.05 else self.poor if rng.random() < poor else ()
            pick = bank[rng.randrange(len(bank))] if bank else rng.randrange(len(self.people))
            person = self.people[pick]
            if person.key not in self.used and person.sex in (sex or "男女") and _is_aged(person, ages):
                self.used.add(person.key)
                return person
        left = [p for p in self.people if p.key not in self.used and p.sex in (sex or "男女")]
        left = [p for p in left if _is_aged(p, ages)] or left
        if not left:
            raise ValueError("人数太少:已无人可安排进案件,请增加人数或减少案件数")
        self.used.add(left[0].key)
        return left[0]

    def release(self, person: Person) -> None:
        """Somebody drawn did not fit and may play another part."""
        self.used.discard(person.key)

    def family(self, person: Person) -> list[Person]:
        """The other members of the household."""
        return [p for p in self.homes[person.home] if p.key != person.key]

    def reserve(self, people: Iterable[Person]) -> None:
        """Keep these from further parts."""
        self.used.update(p.key for p in people)


def _relatives(cast: Cast, dead: Person) -> tuple[Relative, ...]:
    found = [Relative(p, relation_between(dead, p)) for p in cast.family(dead) if p.key not in cast.used]
    return tuple(r for r in found if r.relation)[:4]


def _guardian(cast: Cast, person: Person) -> Person | None:
    if person.age(on=DAY) >= 18:
        return None
    parents = [p for p in cast.family(person) if relation_between(person, p) in ("父", "母")]
    return parents[-1] if parents else None


def _harm(rng: random.Random, cast: Cast, charge: str, person: Person, *, injury: str | None) -> Harmed:
    loss = None
    if charge in PROPERTY_CHARGES or charge in WITH_LOSS:
        loss = rng.choice((rng.randint(2, 19), rng.randint(20, 90), 20)) * 1000
    relatives = _relatives(cast, person) if injury == "死亡" else ()
    cast.reserve(r.person for r in relatives)
    amount = loss or rng.randint(8, 90) * 1000
    arc = draw_arc(rng, property_only=loss is not None)
    return Harmed(person, injury, loss, amount, relatives, arc, _guardian(cast, person) if injury != "死亡" else None)


def _ages(charge: str) -> tuple[int, int]:
    if charge in ("强奸", "强制猥亵"):
        return (12, 45)
    if charge in ("虐待", "遗弃"):
        return (60, 95)
    return (20, 70) if charge in PROPERTY_CHARGES or charge == "重大责任事故" else (6, 82)


def _victims(rng: random.Random, cast: Cast, charge: str) -> tuple[Harmed, ...]:
    many = charge in ("交通肇事", "拒不支付劳动报酬", "集资诈骗", "诈骗", "聚众斗殴")
    count = rng.choice((1, 1, 2, 3, 4)) if many else rng.choice((1, 1, 1, 1, 2))
    sex = "女" if charge in ("强奸", "强制猥亵") else ""
    victims: list[Harmed] = []
    for turn in range(count):
        injury = rng.choice(_INJURIES.get(charge, (None,)))
        if charge == "交通肇事" and turn and rng.random() < 0.4:
            injury = "轻微伤"
        if injury == "死亡" and charge not in _BAD_WITHOUT_DEATH:
            person = _with_family(rng, cast)
        else:
            person = _hurt_again(rng, cast, charge) or cast.draw(rng, ages=_ages(charge), poor=0.5, sex=sex)
            cast.hurt.append(person)
        victims.append(_harm(rng, cast, charge, person, injury=injury))
    if charge in ("盗窃", "诈骗") and rng.random() < 0.18:
        loss = rng.randint(20, 300) * 1000
        victims.append(Harmed(rng.choice(COMPANIES), None, loss, loss, (), draw_arc(rng, property_only=True)))
    return tuple(victims)


def _hurt_again(rng: random.Random, cast: Cast, charge: str) -> Person | None:
    """Now and then somebody who was a victim before: two events, two leads."""
    if charge not in ("故意伤害", "盗窃", "诈骗", "交通肇事") or not cast.hurt or rng.random() > 0.04:
        return None
    return rng.choice(cast.hurt)


def _with_family(rng: random.Random, cast: Cast) -> Person:
    """Somebody with close relatives at home who play no part yet (one in twelve lives alone)."""
    alone = rng.random() < 0.08
    for _ in range(100):
        person = cast.draw(rng, ages=(16, 80), poor=0.5)
        family = cast.family(person)
        fits = alone or any(relation_between(person, p) for p in family)
        if fits and not any(p.key in cast.used for p in family):
            return person
        cast.release(person)
    return cast.draw(rng, ages=(16, 80))


def _child_too(rng: random.Random, cast: Cast, victims: tuple[Harmed, ...]) -> tuple[Harmed, ...]:
    """In a fatal accident now and then a child of the dead is hurt itself: victim and relative at once."""
    dead = next((v for v in victims if v.is_dead and not isinstance(v.person, str)), None)
    if dead is None or len(victims) > 1 or rng.random() < 0.5:
        return victims
    child = next((r.person for r in dead.relatives if r.relation in ("子", "女")), None)
    if child is None:
        return victims
    hurt = _harm(rng, cast, "交通肇事", child, injury=rng.choice(("重伤二级", "轻伤一级")))
    return (*victims, Harmed(hurt.person, hurt.injury, None, hurt.amount, (), dead.arc, None))


def _parties(rng: random.Random, cast: Cast, charge: str) -> tuple[tuple[Harmed, ...], tuple[Person, ...]]:
    """Victims and suspects of whom no name is part of another's (a paper could not keep them apart)."""
    while True:
        victims = _victims(rng, cast, charge)
        if charge == "交通肇事":
            victims = _child_too(rng, cast, victims)
        suspects = tuple(cast.draw(rng, ages=(19, 66)) for _ in range(rng.choice((1, 1, 1, 1, 2, 3))))
        kin = {r.person for v in victims for r in v.relatives}
        everybody = {v.person for v in victims if not isinstance(v.person, str)} | kin | set(suspects)
        names = [p.name for p in everybody]
        if not any(one != two and names[one] in names[two] for one in range(len(names)) for two in range(len(names))):
            return victims, suspects


def draw_draft(rng: random.Random, cast: Cast, *, key: int, charge: str) -> Draft:
    """One draft with everybody in it and all its numbers."""
    year = rng.choice((2020, 2021, 2021, 2022, 2022, 2023))
    serial = key + 11
    happened_on = date(year, 1, 3) + timedelta(days=rng.randrange(130))
    victims, suspects = _parties(rng, cast, charge)
    first = victims[0].person
    township = cast.people[0].township if isinstance(first, str) else first.township
    return Draft(
        key=key,
        charge=charge,
        year=year,
        serial=serial,
        happened_on=happened_on,
        place=draw_place(rng, township),
        suspects=suspects,
        victims=victims,
        arrest_no=f"{POLICE_MARK}（刑）提捕字〔{year}〕{serial}号",
        opinion_no=f"{POLICE_MARK}（刑）诉字〔{year}〕{serial + 200}号",
        indictment_no=f"{OFFICE_MARK}刑诉〔{year}〕{serial + 30}号",
        judgment_no=f"（{year}）{PROVINCE_MARK}{COURT_CODE}刑初{serial + 60}号",
        accept_no=f"{OFFICE_MARK}公诉受〔{year}〕{LOCAL_AREA}{serial:05d}号",
        handler=rng.choice(HANDLERS),
        show_numbers=rng.random() < 0.75,
    )
