"""The offices' own lists: civil, administrative, juvenile, petitions, relief, assistance (台账)."""

from __future__ import annotations

import random
from datetime import date, timedelta

from yingjiu.synthetic.drawing import Cast
from yingjiu.synthetic.names import COMPANIES, COURT_CODE, OFFICE_MARK, PROVINCE_MARK
from yingjiu.synthetic.people import DAY, Person
from yingjiu.synthetic.world import CriminalCase, Enforcement, LedgerRow, Party, Relief

CIVIL_KINDS = ("支持起诉", "支持起诉", "民事执行活动监督", "民事生效裁判监督", "审判程序违法监督")
ADMIN_KINDS = ("行政生效裁判结果监督", "行政非诉执行活动监督", "行政审判程序监督")
PETITION_KINDS = ("涉法涉诉", "涉法涉诉", "非涉法涉诉")
JUVENILE_CHARGES = ("强奸", "猥亵儿童", "故意伤害", "寻衅滋事", "抢劫")
MATTERS = ("反映判决后拿不到钱", "不服不立案决定", "请求司法救助", "反映邻里纠纷", "咨询法律问题", "催办执行案件")
STATES = ("已发放", "决定救助", "不予救助", "审查中", "撤回")
ORGANS = ("栖泉县人民法院", "栖泉县公安局", "中共栖泉县委政法委员会")


def _day(rng: random.Random, year: int) -> date:
    return date(year, 1, 8) + timedelta(days=rng.randrange(320))


def _someone(rng: random.Random, cast: Cast, creditors: list[Person], dead: list[Person]) -> Party:
    """An applicant: an organisation, a creditor, a dead person of an old list, somebody poor, or anybody."""
    draw = rng.random()
    if draw < 0.06:
        return rng.choice(COMPANIES)
    if draw < 0.5 and creditors:
        return rng.choice(creditors)
    if draw < 0.53 and dead:
        return rng.choice(dead)
    if draw < 0.75:
        return cast.people[rng.choice(cast.poor)]
    return rng.choice(cast.people)


def draw_ledger(
    rng: random.Random, cast: Cast, *, records: tuple[Enforcement, ...], cases: tuple[CriminalCase, ...], scale: int
) -> tuple[LedgerRow, ...]:
    """Civil, administrative, petition and juvenile rows; many of these people also enforce a judgment."""
    creditors = [r.applicant for r in records if not isinstance(r.applicant, str)]
    dead = [v.person for c in cases for v in c.victims if v.injury == "死亡" and not isinstance(v.person, str)]
    rows: list[LedgerRow] = []
    for ledger, mark, kinds, count in (
        ("civil", "民监", CIVIL_KINDS, scale),
        ("admin", "行监", ADMIN_KINDS, scale // 2),
    ):
        for turn in range(count):
            year = rng.choice((2022, 2023, 2024))
            number = f"{OFFICE_MARK}{mark}受〔{year}〕{turn + 5}号"
            someone = _someone(rng, cast, creditors, dead)
            rows.append(LedgerRow(ledger, number, rng.choice(kinds), someone, _day(rng, year)))
    for turn in range(scale * 3 // 2):
        kind, matter = rng.choice(PETITION_KINDS), rng.choice(MATTERS)
        someone = _someone(rng, cast, creditors, dead)
        rows.append(LedgerRow("petition", f"X32993124{turn:05d}", kind, someone, _day(rng, 2024), matter))
    for turn in range(max(14, scale // 4)):
        victim, suspect = cast.draw(rng, ages=(5, 17), poor=0.5), cast.draw(rng, ages=(16, 60))
        number, charge = f"{OFFICE_MARK}未检受〔2023〕{turn + 2}号", rng.choice(JUVENILE_CHARGES)
        rows.append(LedgerRow("juvenile", number, charge, victim, _day(rng, 2023), other=suspect))
    return tuple(rows)


def watched(cases: tuple[CriminalCase, ...]) -> set[int]:
    """People who may be leads of yueqing-1: later relief for their case would end the lead, so none is given."""
    charges = ("故意伤害", "交通肇事")
    unpaid = [v for c in cases if c.charge in charges for v in c.victims if v.file_state != "paid"]
    return {p.key for v in unpaid for p in v.stands}


def _lineage(rng: random.Random, case: CriminalCase) -> str:
    return rng.choice([n for n in (case.accept_no, case.judgment_no, case.judgment_no, case.accept_no) if n])


def draw_reliefs(
    rng: random.Random, cast: Cast, *, records: tuple[Enforcement, ...], cases: tuple[CriminalCase, ...], scale: int
) -> tuple[tuple[Relief, ...], tuple[Relief, ...]]:
    """Relief by this office and relief by other organs, with and without the number of the case it was for."""
    kept = watched(cases)
    creditors = [r for r in records if not isinstance(r.applicant, str)]
    harmed = [(p, c) for c in cases for v in c.victims for p in v.stands]
    own: list[Relief] = []
    foreign: list[Relief] = []
    for turn in range(scale * 2):
        person, original = _pick(rng, cast, creditors, harmed)
        if person.key in kept and not original.startswith("（2018）"):
            original = f"（2018）{PROVINCE_MARK}{COURT_CODE}刑初{turn + 3}号"
        amount = rng.randint(3, 60) * 1000
        if turn % 2:
            foreign.append(Relief(rng.choice(ORGANS), "", person, original, amount, _day(rng, 2023), "已发放"))
        else:
            number = f"{OFFICE_MARK}控申救〔2024〕{turn // 2 + 1}号"
            state = rng.choices(STATES, (40, 15, 15, 18, 12))[0]
            own.append(
                Relief(
                    "", number, person, original, amount, date(2024, 1, 15) + timedelta(days=rng.randrange(280)), state
                )
            )
    return tuple(own), tuple(foreign)


def _pick(
    rng: random.Random, cast: Cast, creditors: list[Enforcement], harmed: list[tuple[Person, CriminalCase]]
) -> tuple[Person, str]:
    draw = rng.random()
    if draw < 0.35 and creditors:
        record = rng.choice(creditors)
        assert not isinstance(record.applicant, str)  # noqa: S101
        basis = (
            record.basis if rng.random() < 0.65 else rng.choice(("", f"（2018）{PROVINCE_MARK}{COURT_CODE}民初77号"))
        )
        return record.applicant, basis
    if draw < 0.7 and harmed:
        person, case = rng.choice(harmed)
        return person, _lineage(rng, case) if rng.random() < 0.7 else ""
    person = rng.choice(cast.people)
    return person, rng.choice(("", f"（2018）{PROVINCE_MARK}{COURT_CODE}刑初{rng.randint(200, 400)}号"))


def draw_assistance(
    rng: random.Random, cast: Cast, *, reliefs: tuple[Relief, ...], cases: tuple[CriminalCase, ...], scale: int
) -> tuple[Relief, ...]:
    """People already given social assistance (已开展社会救助): relief cases, victims and others."""
    given: list[Relief] = []
    harmed = [p for c in cases for v in c.victims for p in v.stands]
    for _ in range(scale * 2):
        draw = rng.random()
        pool = [r.person for r in reliefs] if draw < 0.15 else harmed if draw < 0.45 else []
        person = rng.choice(pool) if pool else cast.people[rng.choice(cast.poor)]
        kind = rng.choice(("临时救助", "慈善救助", "教育资助", "医疗救助", "产业帮扶"))
        given.append(
            Relief(
                "栖泉县民政局",
                "",
                person,
                "",
                rng.randint(5, 90) * 100,
                DAY - timedelta(days=rng.randrange(30, 900)),
                kind,
            )
        )
    return tuple(given)
