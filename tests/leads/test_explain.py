"""Why in words: records and sentences of each step, open questions marked, names masked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tiny_county import GONE, HURT, ON, POOR, Tiny
from yingjiu.leads.explain import Explanation, explain_one
from yingjiu.leads.look import find_people
from yingjiu.run import County, reopen


@pytest.fixture(scope="module")
def county(tiny: Tiny) -> Iterator[County]:
    opened = reopen(tiny.out, pool=None, on=ON)
    yield opened
    opened.con.close()


def ask(county: County, who: str, model: str | None = None, *, reveal: bool = False) -> Explanation:
    person = find_people(county.con, who, county.leads).people[0]
    return explain_one(
        county.con, county.models, county.kinds, county.screening, county.leads, person, only=model, reveal=reveal
    )


def test_all_models_answer_and_those_that_found_come_first(county: County) -> None:
    told = ask(county, POOR)
    assert len(told.answers) == sum(len(m.leads) for m in county.models)
    order = [a.found for a in told.answers]
    assert order == sorted(order, reverse=True)
    assert order[0]


def test_the_one_who_left_is_told_so(county: County) -> None:
    told = ask(county, GONE, "shanxian")
    (answer,) = told.answers
    assert not answer.found
    assert answer.failed is not None
    assert "已离册" in answer.failed.words + "".join(w for n in answer.failed.records for w in told.records[n])
    assert answer.change


def test_a_sentence_stands_under_its_step(county: County) -> None:
    told = ask(county, HURT, "yueqing-1", reveal=True)
    (answer,) = told.answers
    assert answer.found
    lines = [line for s in answer.steps for n in s.records for line in told.records[n]]
    assert any("孙小荷" in line and "赔偿" in line for line in lines)


def test_each_record_is_told_once_under_its_number(county: County) -> None:
    told = ask(county, POOR)
    assert list(told.records) == list(range(1, len(told.records) + 1))
    assert len(set(told.records.values())) == len(told.records)


def test_nothing_shows_a_name_unless_asked(county: County) -> None:
    told = ask(county, HURT)
    said = [told.title, *told.leads]
    steps = [s for a in told.answers for s in (*a.steps, *([a.failed] if a.failed else []))]
    said += [s.words for s in steps]
    said += [line for lines in told.records.values() for line in lines]
    assert [t for t in said if "孙小荷" in t or "钱大海" in t or HURT in t] == []
