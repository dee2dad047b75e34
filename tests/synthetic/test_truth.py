"""The truth: the golden table held against single people of the world, one rule a test."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from yingjiu.synthetic import County
from yingjiu.synthetic.people import Person
from yingjiu.synthetic.truth import Found, Truth, find_all, find_closed, is_finished
from yingjiu.synthetic.world import THREE, Enforcement

MODELS = {
    *("guanyun-1", "shanxian", "weidu-1", "weidu-2", "weidu-3"),
    *(f"yueqing-{n}" for n in range(1, 5)),
    *(f"panan-{n}" for n in range(1, 9)),
}


@pytest.fixture(scope="module")
def found(county: County) -> dict[str, list[Found]]:
    by_model: dict[str, list[Found]] = defaultdict(list)
    for item in find_all(county):
        by_model[item.model].append(item)
    return by_model


def _dead(county: County) -> set[int]:
    dead = {
        v.person.key for c in county.cases for v in c.victims if v.injury == "死亡" and isinstance(v.person, Person)
    }
    return dead | {s.dead.key for s in county.suits if s.dead}


def test_only_the_seventeen_models(found: dict[str, list[Found]]) -> None:
    assert set(found) <= MODELS
    assert len(found) >= 14  # a small county may have no case of a rare charge


def test_the_dead_are_never_found(county: County, found: dict[str, list[Found]]) -> None:
    assert not _dead(county) & {f.person.key for items in found.values() for f in items}


def test_first_model_by_hand(county: County, found: dict[str, list[Found]]) -> None:
    now = {e.person.key for e in county.entries if e.register in THREE and not e.left}
    want = set()
    for case in county.cases:
        if case.charge in ("故意伤害", "交通肇事"):
            for victim in case.victims:
                if victim.file_state != "paid":
                    want |= {(p.key, case.accept_no) for p in victim.stands if p.key in now - _dead(county)}
    assert {(f.person.key, f.case_number) for f in found["yueqing-1"]} == want
    assert want


def test_who_has_left_a_register_is_no_hit(county: County, found: dict[str, list[Found]]) -> None:
    gone = {e.person.key for e in county.entries if e.left} - {e.person.key for e in county.entries if not e.left}
    for model in ("guanyun-1", "shanxian", "weidu-2", "yueqing-1", "panan-2"):
        assert not gone & {f.person.key for f in found[model]}


def test_granted_relief_less_assistance(county: County, found: dict[str, list[Found]]) -> None:
    given = {r.person.key for r in county.assistance}
    want = {r.person.key for r in county.reliefs if r.state in ("已发放", "决定救助")} - given - _dead(county)
    assert {f.person.key for f in found["yueqing-4"]} == want
    assert all(f.local == (f.person.registered == "栖泉县") for f in found["yueqing-4"])


def test_third_weidu_is_of_the_same_case(county: County, found: dict[str, list[Found]]) -> None:
    suspects = {(c.judgment_no, s.key) for c in county.cases for s in c.suspects}
    for item in found["weidu-3"]:
        rows = [r for r in county.enforcement if r.basis == item.case_number and r.applicant == item.person]
        assert any(isinstance(r.debtor, Person) and (r.basis, r.debtor.key) in suspects for r in rows)


@pytest.mark.parametrize(
    ("closing", "collected", "finished"),
    [
        ("执行完毕", 100, True),
        ("和解履行完毕", 70, True),  # settled for less, and performed
        ("终结本次执行程序", 100, True),  # the whole sum came though the word is odd
        ("终本", 0, False),
        ("终结执行", 40, False),
        ("", 0, False),
    ],
)
def test_finished(closing: str, collected: int, *, finished: bool, county: County) -> None:
    one, two = county.people[:2]
    record = Enforcement("执1", "刑初1", one, two, 100, collected, date(2023, 1, 1), closing, None)
    assert is_finished(record) is finished


def test_a_later_finished_record_ends_the_earlier_one(county: County) -> None:
    truth = Truth(county)
    restored = [r for r in county.enforcement if "执恢" in r.number and isinstance(r.applicant, Person)]
    for record in restored:
        assert not any(r.basis == record.basis and r.applicant == record.applicant for r in truth.unfinished)


def test_closed_leads_were_found_first(county: County, found: dict[str, list[Found]]) -> None:
    first = {(f.person.key, f.case_number) for f in found["yueqing-1"]}
    assert {(p.key, number) for p, number, _ in find_closed(county)} <= first


def test_no_relief_ends_an_open_lead_of_the_first_model(county: County, found: dict[str, list[Found]]) -> None:
    truth = Truth(county)
    for item in found["yueqing-1"]:
        for reliefs in (truth.own_relief, truth.foreign_relief):
            assert not truth.relieved(reliefs, item.person, item.case_number)


def test_groups_of_shanxian(county: County, found: dict[str, list[Found]]) -> None:
    for item in found["shanxian"]:
        registers = {e.register for e in county.entries if e.person == item.person and not e.left}
        assert ("disabled" in item.groups) == ("残疾人" in registers)
        assert ("poverty" in item.groups) == bool(
            registers & {"低保", "特困", "低保边缘", "防返贫监测", "低收入户", "原建档立卡"}
        )
