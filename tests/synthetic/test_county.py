"""The county itself: the same for the same seed, lawful people, everything the design promises."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yingjiu.synthetic import County, build_county
from yingjiu.synthetic.names import LOCAL_AREA, OUTSIDE_PLACES
from yingjiu.synthetic.numbers import check_digit
from yingjiu.synthetic.people import DAY, Person
from yingjiu.synthetic.registers import KINDS


def test_same_seed_same_county(county: County) -> None:
    assert build_county(seed=7, people=1500, cases=60, scans=3) == county
    assert build_county(seed=8, people=1500, cases=60, scans=3) != county


def test_only_area_codes_of_no_place(county: County) -> None:
    assert {p.number[:6] for p in county.people} <= {LOCAL_AREA, *OUTSIDE_PLACES}
    texts = [line for c in county.cases for paper in c.papers for line in paper.lines]
    numbers = {n for line in texts for n in re.findall(r"(?<!\d)\d{17}[\dX](?!\d)", line)}
    assert numbers
    assert all(n.startswith("3299") for n in numbers)


def test_numbers_are_lawful_and_unique(county: County) -> None:
    assert len({p.number for p in county.people}) == len(county.people) == 1500
    for p in county.people:
        assert p.number[17] == check_digit(p.number[:17])
        assert p.number[6:14] == f"{p.birth:%Y%m%d}"
        assert (int(p.number[16]) % 2 == 1) == (p.sex == "男")


def test_a_mention_without_number_says_who_is_meant(county: County) -> None:
    seen: dict[tuple[str, str, date], Person] = {}
    for p in county.people:
        twin = seen.setdefault((p.name, p.sex, p.birth), p)
        assert twin is p or twin.township != p.township
    assert county.namesakes


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("提请批准逮捕书", "arrest"),
        ("审查逮捕意见书", "arrest review"),
        ("起诉意见书", "police opinion"),
        ("起诉书", "indictment"),
        ("刑事判决书", "trial"),
        ("询问笔录", "victims speak"),
        ("讯问笔录", "suspects claim"),
        ("鉴定意见", "injury"),
        ("收条", "money came later"),
        ("不起诉决定书", "ended without trial"),
        ("其他", "of no use"),
    ],
)
def test_folders_hold_every_kind(county: County, what: str, why: str) -> None:
    assert any(p.kind == what for c in county.cases for p in c.papers), why


def test_default_county_has_all_kinds_of_paper() -> None:
    big = build_county(seed=1)
    kinds = {p.kind for c in big.cases for p in c.papers} | {p.kind for p in (*big.rulings, *big.papers)}
    kinds |= {s.paper.kind for s in big.suits}
    assert kinds == {
        *("提请批准逮捕书", "审查逮捕意见书", "起诉意见书", "起诉书", "刑事判决书", "民事判决书", "执行裁定书"),
        *("结案通知书", "询问笔录", "讯问笔录", "鉴定意见", "道路交通事故认定书", "和解协议", "调解协议", "谅解书"),
        *("收条", "信访件", "撤诉决定书", "不起诉决定书", "其他"),
    }


def test_people_of_every_register_and_of_none(county: County) -> None:
    assert {e.register for e in county.entries} == set(KINDS)
    assert any(e.left for e in county.entries)
    assert len({e.person.key for e in county.entries}) < len(county.people) / 2


def test_the_dead_leave_dependants_and_stay_on_lists(county: County) -> None:
    dead = [v for c in county.cases for v in c.victims if v.injury == "死亡"]
    kin = {r.relation for v in dead for r in v.relatives}
    assert kin & {"妻", "夫"}
    assert kin & {"子", "女"}
    listed = {e.person.key for e in county.entries if not e.left}
    assert any(isinstance(v.person, Person) and v.person.key in listed for v in dead)


def test_support_suits_are_of_the_child_or_the_old_parent(county: County) -> None:
    suits = [s for s in county.suits if s.cause.startswith(("抚", "赡"))]
    assert suits
    for suit in suits:
        plaintiff = suit.plaintiffs[0]
        assert isinstance(plaintiff, Person)
        age = plaintiff.age(on=DAY)
        assert age < 18 if suit.cause.startswith("抚") else age >= 60
        if suit.cause.startswith("抚"):
            assert any("法定代理人" in line for line in suit.paper.lines)


def test_nothing_happens_after_the_delivery(county: County) -> None:
    assert all((r.closed_on or r.filed_on) <= DAY for r in county.enforcement)
    assert all(p.on is None or p.on <= DAY for c in county.cases for p in c.papers)


def test_too_few_people_are_refused() -> None:
    with pytest.raises(ValueError, match="人数太少"):
        build_county(seed=1, people=100, cases=120)
