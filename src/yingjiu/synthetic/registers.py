"""Who stands on which hardship register, and who stood there once (困难群体名册)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from yingjiu.synthetic.people import DAY, Person
from yingjiu.synthetic.world import Entry

LEFT: dict[str, tuple[str, ...]] = {
    "低保": ("停保",),
    "低保边缘": ("已退出", "停发"),
    "特困": ("终止供养",),
    "防返贫监测": ("已消除",),
    "低收入户": ("已退出",),
    "残疾人": ("注销", "死亡注销"),
    "孤儿": ("停发",),
    "困境儿童": ("停发",),
    "事实无人抚养儿童": ("停发",),
    "困难职工": ("已脱困",),
    "优抚对象": ("停发",),
    "困难学生": ("停发",),
}
KINDS: dict[str, tuple[str, ...]] = {
    "低保": ("A类", "B类", "C类"),
    "低保边缘": ("低保边缘",),
    "特困": ("集中供养", "分散供养"),
    "防返贫监测": ("脱贫不稳定户", "边缘易致贫户", "突发严重困难户"),
    "低收入户": ("低收入户",),
    "原建档立卡": ("脱贫户",),
    "残疾人": ("视力", "听力", "言语", "肢体", "智力", "精神", "多重"),
    "孤儿": ("散居孤儿", "集中养育孤儿"),
    "困境儿童": ("家庭困境", "自身困境", "监护困境"),
    "事实无人抚养儿童": ("父母重残", "父母服刑", "父母失联"),
    "困难职工": ("深度困难", "相对困难", "意外致困"),
    "医疗救助": ("住院救助", "门诊救助", "资助参保"),
    "两癌妇女": ("乳腺癌", "宫颈癌"),
    "优抚对象": ("残疾军人", "烈士遗属", "病故军人遗属", "参战退役人员"),
    "春蕾儿童": ("春蕾计划资助",),
    "失独家庭": ("独生子女死亡",),
    "乡镇街困难群众": ("独居老人", "大病致困", "突发意外", "因案致困", "留守妇女"),
    "困难学生": ("家庭经济困难学生",),
}


def _since(rng: random.Random) -> date:
    return date(2016, 1, 1) + timedelta(days=rng.randrange(3100))


def _entry(rng: random.Random, register: str, person: Person, *, kind: str = "", left: str | None = None) -> Entry:
    if left is None:
        words = LEFT.get(register, ())
        left = rng.choice(words) if words and rng.random() < 0.13 else ""
    since = max(_since(rng), person.birth + timedelta(days=30))
    return Entry(register, person, since, left, kind or rng.choice(KINDS[register]))


def _family_entries(rng: random.Random, family: list[Person]) -> Iterator[Entry]:
    """Registers that take a household whole: 低保, 低保边缘, 防返贫监测, 低收入户, 原建档立卡."""
    chance = {"低保": 0.075, "低保边缘": 0.028, "防返贫监测": 0.026, "低收入户": 0.012, "原建档立卡": 0.02}
    for register, share in chance.items():
        if rng.random() >= share:
            continue
        words = LEFT.get(register, ())
        left = rng.choice(words) if words and rng.random() < 0.17 else ""
        kind = rng.choice(KINDS[register])
        since = _since(rng)
        yield from (Entry(register, p, max(since, p.birth + timedelta(days=30)), left, kind) for p in family)
        if register == "低保":
            return


def _person_entries(rng: random.Random, person: Person) -> Iterator[Entry]:
    age = person.age(on=DAY)
    chances: list[tuple[str, float]] = [
        ("残疾人", 0.05),
        ("医疗救助", 0.02),
        ("乡镇街困难群众", 0.026),
        ("特困", 0.04 if age >= 60 else 0.0),
        ("优抚对象", 0.02 if age >= 55 else 0.0),
        ("困难职工", 0.014 if 20 <= age < 60 else 0.0),
        ("两癌妇女", 0.022 if person.sex == "女" and age >= 30 else 0.0),
        ("失独家庭", 0.012 if age >= 50 else 0.0),
        ("困境儿童", 0.05 if age < 18 else 0.0),
        ("事实无人抚养儿童", 0.02 if age < 18 else 0.0),
        ("孤儿", 0.012 if age < 18 else 0.0),
        ("春蕾儿童", 0.03 if person.sex == "女" and age < 18 else 0.0),
        ("困难学生", 0.03 if 6 <= age < 20 else 0.0),
    ]
    for register, share in chances:
        if share and rng.random() < share:
            yield _entry(rng, register, person)


def draw_entries(rng: random.Random, people: tuple[Person, ...]) -> tuple[Entry, ...]:
    """All entries, household by household; dead people are kept on the lists (nobody told the clerk)."""
    entries: list[Entry] = []
    for _, members in groupby(people, key=lambda p: p.home):
        family = list(members)
        entries.extend(_family_entries(rng, family))
        for person in family:
            entries.extend(_person_entries(rng, person))
    return tuple(entries)


def standing(entries: tuple[Entry, ...]) -> dict[str, set[int]]:
    """Register → keys of the people who stand there now."""
    now: dict[str, set[int]] = {register: set() for register in KINDS}
    for entry in entries:
        if not entry.left:
            now[entry.register].add(entry.person.key)
    return now
