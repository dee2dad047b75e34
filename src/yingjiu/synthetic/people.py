"""Invented people in households, each with a name, birth, number and home (虚拟人口).

No two people share name, sex and month of birth, except the twins made on purpose: those live in different townships,
so a mention without a number still says who is meant.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from yingjiu.synthetic.names import COUNTY, LOCAL_AREA, OUTSIDE_PLACES, TOWNSHIPS, VILLAGES, draw_name, surname_of
from yingjiu.synthetic.numbers import make_number

DAY = date(2024, 11, 29)  # the day on which the offices delivered


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; ``home`` is the household, ``relation`` the one to its head."""

    key: int
    name: str
    sex: str
    birth: date
    number: str
    township: str
    village: str
    home: int
    relation: str
    registered: str  # 户籍地: county of registration

    @property
    def is_local(self) -> bool:
        """Registered in this county."""
        return self.registered == COUNTY

    @property
    def address(self) -> str:
        """Where the person lives, down to the group."""
        return f"{COUNTY}{self.township}{self.village}{self.home % 17 + 1}组"

    def age(self, *, on: date) -> int:
        """Whole years on that day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass(slots=True)
class Census:
    """What has been given away already: numbers and (name, sex, month of birth)."""

    numbers: set[str]
    bearers: set[tuple[str, str, int]]
    count: int = 0

    def birth_number(self, rng: random.Random, *, area: str, sex: str, birth: date) -> str:
        """A number nobody has."""
        while True:
            serial = rng.randrange(1, 999, 2) if sex == "男" else rng.randrange(2, 1000, 2)
            number = make_number(area=area, birth=birth, serial=serial)
            if number not in self.numbers:
                self.numbers.add(number)
                return number

    def name(self, rng: random.Random, *, sex: str, birth: date, surname: str = "") -> str:
        """A name that together with sex and month of birth nobody has."""
        while True:
            name = draw_name(rng, sex=sex, surname=surname)
            bearer = (name, sex, birth.year * 100 + birth.month)
            if bearer not in self.bearers:
                self.bearers.add(bearer)
                return name
            surname = surname if rng.random() < 0.9 else ""


def _birth(rng: random.Random, *, low: int, high: int) -> date:
    """A birthday that makes somebody ``low`` to ``high`` years old."""
    return date(DAY.year - rng.randint(low, high), 1, 1) + timedelta(days=rng.randrange(365))


def _person(
    rng: random.Random,
    census: Census,
    *,
    sex: str,
    ages: tuple[int, int],
    place: tuple[str, str, int],
    relation: str,
    surname: str = "",
) -> Person:
    birth = min(_birth(rng, low=ages[0], high=ages[1]), DAY - timedelta(days=60))
    area = LOCAL_AREA if rng.random() > 0.06 else rng.choice(tuple(OUTSIDE_PLACES))
    registered = COUNTY if area == LOCAL_AREA else OUTSIDE_PLACES[area]
    if rng.random() < 0.015:  # moved here or away since the number was given
        registered = COUNTY if registered != COUNTY else rng.choice(tuple(OUTSIDE_PLACES.values()))
    name = census.name(rng, sex=sex, birth=birth, surname=surname)
    number = census.birth_number(rng, area=area, sex=sex, birth=birth)
    census.count += 1
    township, village, home = place
    return Person(census.count - 1, name, sex, birth, number, township, village, home, relation, registered)


def _household(rng: random.Random, census: Census, *, home: int) -> list[Person]:
    place = (rng.choice(TOWNSHIPS), rng.choice(VILLAGES), home)
    sex = "男" if rng.random() < 0.72 else "女"
    low = rng.choice((26, 33, 41, 52, 64))
    head = _person(rng, census, sex=sex, ages=(low, low + 11), place=place, relation="户主")
    members = [head]
    age = head.age(on=DAY)
    family = surname_of(head.name)
    if rng.random() < 0.74:
        other = "女" if sex == "男" else "男"
        ages = (max(22, age - 5), max(23, age + 4))
        relation = "妻" if other == "女" else "夫"
        members.append(_person(rng, census, sex=other, ages=ages, place=place, relation=relation))
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3))):
        if age < 24:
            continue
        child = rng.choice("男女")
        ages = (max(1, age - 42), max(2, age - 22))
        relation = "子" if child == "男" else "女"
        members.append(_person(rng, census, sex=child, ages=ages, place=place, relation=relation, surname=family))
    if age < 62 and rng.random() < 0.3:
        parent = rng.choice("男女")
        relation = "父" if parent == "男" else "母"
        name = family if parent == "男" else ""
        old = (age + 21, age + 33)
        members.append(_person(rng, census, sex=parent, ages=old, place=place, relation=relation, surname=name))
    return members


def _twins(rng: random.Random, census: Census, people: list[Person], *, pairs: int, namesakes: int) -> None:
    """Give some people the name and birth (or only the name) of somebody in another township."""
    heads = [i for i, p in enumerate(people) if p.relation in ("户主", "妻", "夫") and "·" not in p.name]
    chosen = rng.sample(heads, min(len(heads), 6 * (pairs + namesakes)))
    made = 0
    for left, right in zip(chosen[::2], chosen[1::2], strict=False):
        one, two = people[left], people[right]
        if one.sex != two.sex or one.township == two.township or made >= pairs + namesakes:
            continue
        born = one.birth if made < pairs else two.birth
        bearer = (one.name, two.sex, born.year * 100 + born.month)
        if made >= pairs and bearer in census.bearers:
            continue
        census.bearers.add(bearer)
        number = two.number
        if made < pairs:
            number = census.birth_number(rng, area=two.number[:6], sex=two.sex, birth=born)
        people[right] = replace(two, name=one.name, birth=born, number=number)
        made += 1


def draw_people(rng: random.Random, *, people: int) -> tuple[Person, ...]:
    """The county's people, ``people`` of them, grouped by household in order of key."""
    census = Census(set(), set())
    drawn: list[Person] = []
    home = 0
    while len(drawn) < people:
        drawn.extend(_household(rng, census, home=home))
        home += 1
    del drawn[people:]
    share = min(200, max(6, people // 250))
    _twins(rng, census, drawn, pairs=share, namesakes=3 * share)
    return tuple(drawn)


def relation_between(victim: Person, other: Person) -> str:
    """What ``other`` is to ``victim`` inside one household, "" if no close relative (近亲属).

    The word is the one after 系被害人…之: 妻, 夫, 子, 女, 父, 母.
    """
    one, two = _rank(victim.relation), _rank(other.relation)
    male = other.sex == "男"
    if {one, two} == {"head", "spouse"}:
        return "夫" if male else "妻"
    if two == "child" and one in ("head", "spouse"):
        return "子" if male else "女"
    if one == "child" and two in ("head", "spouse"):
        return "父" if male else "母"
    if one == "parent" and two == "head":
        return "子" if male else "女"
    if one == "head" and two == "parent":
        return "父" if male else "母"
    return ""


def _rank(relation: str) -> str:
    if relation == "户主":
        return "head"
    if relation in ("妻", "夫"):
        return "spouse"
    return "child" if relation in ("子", "女") else "parent"
