"""Who each screening model must find in an invented county: plain sets over the true world (标准答案).

The meaning of every word is that of the golden table: on a register = stands there now; the dead are never found and
their relatives stand for them; finished enforcement = 执行完毕, 和解履行完毕 or the whole sum collected; relief by
number of the same case, by person alone where either side names none. Nothing of the product's screening is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from yingjiu.synthetic.people import Person
from yingjiu.synthetic.registers import standing
from yingjiu.synthetic.world import GROUPS, THREE, County, CriminalCase, Enforcement, Relief, Victim

HARM = ("故意伤害", "故意杀人", "交通肇事", "抢劫", "寻衅滋事", "强奸", "强制猥亵", "猥亵儿童", "虐待")
PANAN: dict[str, tuple[str, ...]] = {
    "panan-1": ("故意杀人",),
    "panan-2": ("故意伤害", "寻衅滋事", "聚众斗殴"),
    "panan-3": ("交通肇事", "危险驾驶", "过失致人重伤", "过失致人死亡"),
    "panan-4": ("强奸", "强制猥亵", "猥亵儿童"),
    "panan-5": ("抢劫", "绑架", "放火"),
    "panan-6": ("诈骗", "集资诈骗"),
    "panan-7": ("盗窃", "抢夺", "故意毁坏财物"),
    "panan-8": ("虐待", "遗弃", "重大责任事故", "拒不支付劳动报酬"),
}
SHANXIAN_CIVIL = ("支持起诉", "民事执行活动监督")
SHANXIAN_ADMIN = ("行政生效裁判结果监督", "行政非诉执行活动监督")
FINISHED = ("执行完毕", "和解履行完毕")
CLOSED = ("终结执行", "终结本次执行程序", "终结本次执行", "终本", "终止本次执行")


@dataclass(frozen=True, slots=True)
class Found:
    """One person a model must find, by the number that names the case."""

    model: str
    person: Person
    case_number: str | None
    local: bool | None = None
    groups: tuple[str, ...] = ()


def is_finished(record: Enforcement) -> bool:
    """The whole sum came, whatever the closing word."""
    return record.closing in FINISHED or record.collected >= record.target


class Truth:
    """The sets all models share, computed once from the county."""

    def __init__(self, county: County) -> None:
        self.county = county
        self.on = standing(county.entries)
        self.any_register = set().union(*self.on.values())
        self.three = set().union(*(self.on[r] for r in THREE))
        self.dead = {
            v.person.key for c in county.cases for v in c.victims if v.injury == "死亡" and isinstance(v.person, Person)
        }
        self.dead |= {s.dead.key for s in county.suits if s.dead}
        self.assisted = {r.person.key for r in county.assistance}
        self.lineage = {n: c.accept_no for c in county.cases for n in c.numbers}
        done = {
            (r.basis, r.applicant.key) for r in county.enforcement if isinstance(r.applicant, Person) and is_finished(r)
        }
        self.finished = done
        self.unfinished = [
            r for r in county.enforcement if isinstance(r.applicant, Person) and (r.basis, r.applicant.key) not in done
        ]
        self.closed_unpaid = {
            (r.basis, r.applicant.key)
            for r in self.unfinished
            if r.closing in CLOSED and isinstance(r.applicant, Person)
        }
        self.own_relief = _by_person(county.reliefs)
        self.foreign_relief = _by_person(county.other_reliefs)

    def case_of(self, number: str) -> str:
        """The lineage a number belongs to (its own if it stands alone)."""
        return self.lineage.get(number, number)

    def relieved(self, reliefs: dict[int, list[Relief]], person: Person, number: str | None) -> bool:
        """Relief for this matter, or by person where either side names no case."""
        return any(
            not r.original or not number or self.case_of(r.original) == self.case_of(number)
            for r in reliefs.get(person.key, ())
        )

    def paid(self, case: CriminalCase, victim: Victim, person: Person) -> bool:
        """Paid by the file, at trial, or by finished enforcement of the same case."""
        if "paid" in (victim.file_state, victim.court_state):
            return True
        return bool(case.judgment_no) and (case.judgment_no, person.key) in self.finished

    def parties(self) -> Iterator[tuple[CriminalCase, Victim, Person]]:
        """Every living person who stands for a victim in a file."""
        for case in self.county.cases:
            for victim in case.victims:
                for person in victim.stands:
                    if person.key not in self.dead:
                        yield case, victim, person

    def rows(self, ledger: str, kinds: tuple[str, ...] = ()) -> dict[int, Person]:
        """Living people of one ledger, of some kinds or all."""
        found = {}
        for row in self.county.ledger:
            if row.ledger == ledger and (not kinds or row.kind in kinds) and isinstance(row.party, Person):
                found[row.party.key] = row.party
        return {k: p for k, p in found.items() if k not in self.dead}


def _by_person(reliefs: tuple[Relief, ...]) -> dict[int, list[Relief]]:
    grouped: dict[int, list[Relief]] = defaultdict(list)
    for relief in reliefs:
        grouped[relief.person.key].append(relief)
    return grouped


def find_guanyun(t: Truth) -> Iterator[Found]:
    """Five kinds of case: harm and loss by the files, traffic and support judgments, petitioners."""
    for case, victim, person in t.parties():
        loss = case.charge in ("盗窃", "诈骗") and (victim.loss or 0) >= 20_000
        if not (case.charge in HARM or victim.injury or loss) or t.paid(case, victim, person):
            continue
        if person.key in t.any_register and not t.relieved(t.foreign_relief, person, case.accept_no):
            yield Found("guanyun-1", person, case.accept_no)
    yield from _guanyun_suits(t)
    for key, person in t.rows("petition", ("涉法涉诉",)).items():
        if key in t.any_register and not t.relieved(t.foreign_relief, person, None):
            yield Found("guanyun-1", person, None)


def _guanyun_suits(t: Truth) -> Iterator[Found]:
    causes = ("机动车", "赡养费", "抚养费", "抚育费")
    for suit in t.county.suits:
        for plaintiff in suit.plaintiffs:
            if not suit.cause.startswith(causes) or isinstance(plaintiff, str) or plaintiff.key in t.dead:
                continue
            if (suit.judgment_no, plaintiff.key) in t.finished or plaintiff.key not in t.any_register:
                continue
            if not t.relieved(t.foreign_relief, plaintiff, suit.judgment_no):
                yield Found("guanyun-1", plaintiff, suit.judgment_no)


def _first(t: Truth) -> Iterator[tuple[Person, str]]:
    """yueqing-1 before its register step."""
    for case, victim, person in t.parties():
        if case.charge in ("故意伤害", "交通肇事") and victim.file_state != "paid":
            yield person, case.accept_no


def _second(t: Truth) -> Iterator[tuple[Person, str]]:
    """yueqing-2 before its register step: judgments met by enforcement closed unpaid."""
    for case, _, person in t.parties():
        judged = case.judgment_no and case.charge in ("故意伤害", "交通肇事")
        if judged and (case.judgment_no, person.key) in t.closed_unpaid:
            yield person, case.judgment_no
    for suit in t.county.suits:
        for plaintiff in suit.plaintiffs:
            if isinstance(plaintiff, str) or plaintiff.key in t.dead or not suit.cause.startswith("机动车"):
                continue
            if (suit.judgment_no, plaintiff.key) in t.closed_unpaid:
                yield plaintiff, suit.judgment_no


def find_yueqing(t: Truth) -> Iterator[Found]:
    """The four of 乐清."""
    for person, number in _first(t):
        if person.key in t.three:
            yield Found("yueqing-1", person, number)
    for person, number in _second(t):
        if person.key in t.three:
            yield Found("yueqing-2", person, number)
    either = {p.key: p for p, _ in (*_first(t), *_second(t))}
    for key, person in either.items():
        if key in t.assisted:
            yield Found("yueqing-3", person, None)
    for relief in t.county.reliefs:
        key = relief.person.key
        if relief.state in ("已发放", "决定救助") and key not in t.assisted and key not in t.dead:
            yield Found("yueqing-4", relief.person, relief.original or None, local=relief.person.is_local)


def find_panan(t: Truth) -> Iterator[Found]:
    """The eight of 磐安 by charge; death is asked of each victim."""
    for case, victim, person in t.parties():
        model = next((m for m, charges in PANAN.items() if case.charge in charges), None)
        if case.charge == "故意伤害" and victim.injury == "死亡":
            model = "panan-1"
        if model and person.key in t.any_register and not t.paid(case, victim, person):
            yield Found(model, person, case.accept_no)


def find_shanxian(t: Truth) -> Iterator[Found]:
    """Two libraries, four comparisons, a list a group."""
    people = {p.key: p for _, _, p in t.parties()}
    people |= t.rows("juvenile") | t.rows("civil", SHANXIAN_CIVIL) | t.rows("admin", SHANXIAN_ADMIN)
    people |= t.rows("petition", ("涉法涉诉",))
    for key, person in people.items():
        groups = tuple(g for g, registers in GROUPS.items() if any(key in t.on[r] for r in registers))
        if groups:
            yield Found("shanxian", person, None, groups=groups)


def find_weidu(t: Truth) -> Iterator[Found]:
    """The three of 魏都 with the subtraction of relief."""
    asking = t.rows("civil") | t.rows("petition")
    suspects = {(c.judgment_no, s.key) for c in t.county.cases if c.judgment_no for s in c.suspects}
    for record in t.unfinished:
        person = record.applicant
        if isinstance(person, str) or person.key in t.dead or t.relieved(t.own_relief, person, record.basis):
            continue
        if person.key in asking:
            yield Found("weidu-1", person, record.basis)
        if isinstance(record.debtor, Person) and (record.basis, record.debtor.key) in suspects:
            yield Found("weidu-3", person, record.basis)
    for key, person in asking.items():
        if key in t.any_register and key not in t.own_relief:
            yield Found("weidu-2", person, None)


def find_all(county: County) -> list[Found]:
    """All seventeen models, each person and case once."""
    truth = Truth(county)
    found = [*find_guanyun(truth), *find_yueqing(truth), *find_panan(truth), *find_shanxian(truth), *find_weidu(truth)]
    return list(dict.fromkeys(found))


def find_closed(county: County) -> list[tuple[Person, str, str]]:
    """Leads of yueqing-1 that a later paper ends: person, number of the file, reason."""
    truth = Truth(county)
    closed: list[tuple[Person, str, str]] = []
    for case, victim, person in truth.parties():
        if case.charge not in ("故意伤害", "交通肇事") or victim.file_state == "paid" or person.key not in truth.three:
            continue
        if victim.court_state == "paid":
            closed.append((person, case.accept_no, "庭审中已赔偿"))
        elif case.judgment_no and (case.judgment_no, person.key) in truth.finished:
            closed.append((person, case.accept_no, "执行完毕"))
    return list(dict.fromkeys(closed))
