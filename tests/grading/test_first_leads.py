"""A whole invented county, graded: the needy come first, the funnel reconciles, everybody can be explained, changes alert."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from needy import find_needy

from yingjiu.catalog.model import Operation
from yingjiu.leads.explain import explain_one
from yingjiu.matching.people import select_people
from yingjiu.run import County, reopen, run
from yingjiu.screening.evidence import Lineage
from yingjiu.screening.nearmiss import dropped_at
from yingjiu.synthetic import build_county, write_county
from yingjiu.synthetic.world import County as World

ON = date(2023, 6, 1)
TEN = 10


@dataclass(frozen=True)
class Made:
    """An invented county after a run."""

    world: World
    out: Path
    source: Path
    opened: County

    def leads(self) -> list[dict[str, Any]]:
        """Lines of leads.jsonl."""
        return [json.loads(line) for line in (self.out / "leads.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    home = tmp_path_factory.mktemp("graded")
    patch = pytest.MonkeyPatch()
    patch.setenv("YINGJIU_KEY", str(home / "key"))
    world = build_county(seed=4, people=1500, cases=60, scans=0)
    write_county(world, home / "县", scans=False)
    source, out = home / "县" / "input", home / "结果"
    run(source, out, on=ON)
    opened = reopen(out, pool=None, on=ON)
    yield Made(world, out, source, opened)
    opened.con.close()
    patch.undo()


def test_the_first_ten_hold_twice_as_many_needy_as_ten_in_file_order(made: Made) -> None:
    needy = find_needy(made.world)
    opened = [r for r in made.leads() if r["status"] == "open"]
    hits = [json.loads(line) for line in (made.out / "hits.jsonl").read_text(encoding="utf-8").splitlines()]
    places: dict[str, str] = {}
    for hit in hits:
        places.setdefault(hit["id_number"] or hit["name"], min(hit["evidence"] or ["~"]))
    filed = sorted(opened, key=lambda r: places.get(r["id_number"] or r["name"], "~"))
    flags = [any((r["id_number"], n) in needy for n in r["case_numbers"]) for r in filed]
    tens = [sum(flags[i : i + TEN]) for i in range(0, len(flags) - TEN + 1, TEN)]
    ranked = sorted(opened, key=lambda r: int(r["rank"]))
    first = sum(any((r["id_number"], n) in needy for n in r["case_numbers"]) for r in ranked[:TEN])
    assert first >= 2 * sum(tens) / len(tens)
    assert first >= 2 * tens[0]


def test_every_open_lead_has_a_colour_and_a_rank(made: Made) -> None:
    opened = [r for r in made.leads() if r["status"] == "open"]
    assert sorted(r["rank"] for r in opened) == list(range(1, len(opened) + 1))
    assert {r["colour"] for r in opened} == {"红", "橙", "黄"}
    assert all(r["why"] for r in opened)
    assert all("colour" not in r for r in made.leads() if r["status"] != "open")


def test_no_needy_person_is_yellow(made: Made) -> None:
    needy = find_needy(made.world)
    yellow = [r for r in made.leads() if r.get("colour") == "黄"]
    assert not [r["id"] for r in yellow if any((r["id_number"], n) in needy for n in r["case_numbers"])]


def test_the_funnel_reconciles_to_the_input_for_every_model(made: Made) -> None:
    """Who stood before a collision or subtraction either passed or is listed as dropped; nobody appears from nowhere."""
    county = made.opened
    statements = {s.name: s for s in county.screening.statements}
    lineage = Lineage(county.screening.statements, county.kinds)
    counts = {(c.model, c.step): c.pairs for c in county.screening.funnel}
    checked = 0
    for model in county.models:
        for step in model.steps:
            table = statements[f"{model.id}.{step.name}"].table
            after = pairs(county, f"SELECT person, case_id FROM {table}")
            assert counts[model.id, step.name] == after
            if step.operation not in {Operation.COLLIDE, Operation.SUBTRACT}:
                continue
            sources = [t for s in step.start if (t := lineage.step(model.id, s))]
            if not sources:
                continue
            tables = [statements[f"{owner}.{one.name}"].table for owner, one in sources]
            before = pairs(county, " UNION ".join(f"SELECT person, case_id FROM {t}" for t in tables))
            dropped = dropped_at(county.con, model.leads[0].model, model.id, step, county.screening.statements)
            assert before == after + len({(d.person, d.case_id) for d in dropped}), f"{model.id} {step.name}"
            checked += 1
        for one in model.leads:
            last = statements[f"{model.id}.{one.step}"].table
            dead = pairs(county, f"SELECT s.person, s.case_id FROM {last} AS s JOIN dead AS d ON d.person = s.person")
            assert counts[one.model, "已死亡"] == pairs(county, f"SELECT person, case_id FROM {last}") - dead
    assert checked >= len(county.models)


def pairs(county: County, query: str) -> int:
    """How many different pairs of person and case."""
    return int(
        county.con.execute(f"SELECT COUNT(*) FROM (SELECT DISTINCT * FROM ({query}) AS q) AS d").fetchall()[0][0]
    )


def test_everybody_of_the_input_can_be_explained(made: Made) -> None:
    county = made.opened
    keys = [k for (k,) in county.con.execute("SELECT DISTINCT person FROM persons ORDER BY person").fetchall()]
    chosen = random.Random(6).sample(keys, 120) + [lead.person.key for lead in county.leads[:40]]
    for person in select_people(county.con, chosen).values():
        told = explain_one(
            county.con, county.models, county.kinds, county.screening, county.leads, person, grades=county.grades, on=ON
        )
        assert len(told.answers) == sum(len(m.leads) for m in county.models)
        own = [lead for lead in county.leads if lead.person.key == person.key and lead.status == "open"]
        assert len(told.reasons) == len(own)
        assert all(part.lines for reasons in told.reasons for part in reasons.parts)
        assert not [r for r in told.reasons if person.name in str(r)], "names are masked"


def test_a_second_run_tells_only_what_changed(made: Made) -> None:
    """The same data on a later day: every lead is 不变 unless a birthday moved it, and 新增 for none."""
    again = made.out.parent / "再次"
    run(made.source, again, on=ON)
    run(made.source, again, on=date(2023, 6, 2))
    rows = [json.loads(line) for line in (again / "leads.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {r["change"] for r in rows if r["status"] == "open"} <= {"不变", "升级", "降级"}
    assert all(r["changed"] for r in rows if r.get("change") in {"升级", "降级"})
