"""Civil suits and the enforcement of judgments (民事裁判与执行)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from yingjiu.synthetic.court import write_civil_judgment, write_closing_notice, write_ruling
from yingjiu.synthetic.drawing import Cast
from yingjiu.synthetic.names import COMPANIES, COURT_CODE, FINE_COLLECTORS, PROVINCE_MARK
from yingjiu.synthetic.people import DAY, Person, relation_between
from yingjiu.synthetic.world import CivilSuit, CriminalCase, Enforcement, Form, Paper, Party

_CAUSES = (
    ("机动车交通事故责任纠纷", 40),
    ("抚养费纠纷", 11),
    ("抚育费纠纷", 3),
    ("赡养费纠纷", 10),
    ("民间借贷纠纷", 18),
    ("买卖合同纠纷", 8),
    ("金融借款合同纠纷", 5),
    ("追索劳动报酬纠纷", 5),
)
UNPAID_WORDS = ("终结本次执行程序", "终结本次执行程序", "终本", "终结本次执行", "终止本次执行", "终结执行")
PAID_WORDS = ("执行完毕", "执行完毕", "和解履行完毕")
OPEN_WORDS = ("", "执行中", "中止执行")


def _court(year: int, mark: str, serial: int) -> str:
    return f"（{year}）{PROVINCE_MARK}{COURT_CODE}{mark}{serial}号"


def _support_pair(rng: random.Random, cast: Cast, *, old: bool) -> tuple[Person, Person, Person | None] | None:
    """A child against one parent (the other acts for it), or an old parent against a grown child."""
    ages = (60, 95) if old else (2, 16)
    plaintiff = cast.draw(rng, ages=ages, poor=0.5)
    wanted = ("子", "女") if old else ("父", "母")
    kin = [p for p in cast.family(plaintiff) if relation_between(plaintiff, p) in wanted and p.key not in cast.used]
    kin = [p for p in kin if p.age(on=DAY) >= 18]
    if len(kin) < (1 if old else 2):
        cast.release(plaintiff)
        return None
    cast.reserve(kin[:2])
    return plaintiff, kin[0], None if old else kin[1]


def _suit_parties(
    rng: random.Random, cast: Cast, cause: str
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Person, str] | None, Person | None]:
    if cause.startswith(("抚", "赡")):
        old = cause.startswith("赡")
        pairs = (_support_pair(rng, cast, old=old) for _ in range(200))
        pair = next((p for p in pairs if p is not None), None)
        if pair is None:
            pair = cast.draw(rng, ages=(60, 95) if old else (2, 16)), cast.draw(rng, ages=(20, 60)), None
        return (pair[0],), (pair[1],), None, pair[2]
    if cause.startswith("金融"):
        return (rng.choice(COMPANIES),), (cast.draw(rng, ages=(22, 70)),), None, None
    defendants: tuple[Party, ...] = (cast.draw(rng, ages=(20, 68)),)
    if cause.startswith("机动车"):
        if rng.random() < 0.35:
            defendants = (*defendants, "永宁财产保险股份有限公司栖泉支公司")
        if rng.random() < 0.3:
            return _killed(rng, cast, defendants)
    if cause.startswith(("买卖", "民间")) and rng.random() < 0.3:
        return (rng.choice(COMPANIES),), defendants, None, None
    return (cast.draw(rng, ages=(18, 80), poor=0.55),), defendants, None, None


def _killed(
    rng: random.Random, cast: Cast, defendants: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Person, str] | None, None]:
    """One relative sues for somebody killed."""
    for _ in range(100):
        dead = cast.draw(rng, ages=(20, 75), poor=0.6)
        kin = [p for p in cast.family(dead) if relation_between(dead, p) and p.key not in cast.used]
        kin = [p for p in kin if p.age(on=DAY) > 18]
        if kin:
            cast.reserve(kin[:1])
            return (kin[0],), defendants, (dead, relation_between(dead, kin[0])), None
        cast.release(dead)
    return (cast.draw(rng, ages=(18, 80)),), defendants, None, None


def draw_suits(rng: random.Random, cast: Cast, *, count: int) -> tuple[CivilSuit, ...]:
    """Civil judgments of many causes, each with its paper."""
    suits = []
    for key in range(count):
        cause = rng.choices([c for c, _ in _CAUSES], [w for _, w in _CAUSES])[0]
        plaintiffs, defendants, dead, agent = _suit_parties(rng, cast, cause)
        year = rng.choice((2021, 2022, 2023))
        number = _court(year, "民初", 800 + key)
        amount = rng.randint(6, 260) * 1000
        on = date(year, 4, 1) + timedelta(days=rng.randrange(250))
        written = write_civil_judgment(
            rng,
            number=number,
            cause=cause,
            plaintiffs=plaintiffs,
            defendants=defendants,
            amount=amount,
            on=on,
            dead=dead,
            agent=agent,
        )
        form: Form = rng.choice(("docx", "txt", "html", "gb", "pdf"))
        paper = Paper(
            f"05 法院文书/民事/{number}{rng.choice(('民事判决书', '一审民事判决书'))}", "民事判决书", form, *written, on
        )
        suits.append(CivilSuit(number, cause, plaintiffs, defendants, amount, on, dead[0] if dead else None, paper))
    return tuple(suits)


class _Docket:
    """Numbers of enforcement cases in order."""

    def __init__(self) -> None:
        self.serial = 100

    def next(self, year: int, *, restored: bool = False) -> str:
        self.serial += 1
        return _court(year, "执恢" if restored else "执", self.serial)


def _records(
    rng: random.Random,
    docket: _Docket,
    *,
    basis: str,
    parties: tuple[tuple[Party, ...], Party],
    target: int,
    on: date,
    outcome: str,
) -> Iterator[Enforcement]:
    """All records of one basis: one row an applicant, a later 执恢 row where enforcement was taken up again."""
    applicants, debtor = parties
    number = docket.next(on.year)
    closed_on = on + timedelta(days=rng.randint(95, 200))
    outcome = _in_time(outcome, closed_on)
    closing, collected = _close(rng, outcome, target)
    ended = None if outcome == "open" else closed_on
    for applicant in applicants:
        yield Enforcement(number, basis, applicant, debtor, target, collected, on, closing, ended)
    if outcome == "restored":
        start = closed_on + timedelta(days=200)
        again, done_on = docket.next(start.year, restored=True), start + timedelta(days=60)
        for applicant in applicants:
            yield Enforcement(again, basis, applicant, debtor, target, target, start, "执行完毕", done_on)


def _in_time(outcome: str, closed_on: date) -> str:
    """What of an outcome can have happened by the day of delivery."""
    if closed_on > DAY:
        return "open"
    if outcome == "restored" and closed_on + timedelta(days=260) > DAY:
        return "unpaid"
    return outcome


def _close(rng: random.Random, outcome: str, target: int) -> tuple[str, int]:
    """The court's closing word and the sum collected."""
    if outcome == "open":
        return rng.choice(OPEN_WORDS), 0
    if outcome == "paid":
        word = rng.choice(PAID_WORDS)
        return word, target * 7 // 10 if word == "和解履行完毕" and rng.random() < 0.5 else target
    if outcome == "odd":
        return rng.choice(UNPAID_WORDS), target
    return rng.choice(UNPAID_WORDS), rng.choice((0, 0, target // 10, target // 4))


def _outcome(rng: random.Random) -> str:
    return rng.choices(("unpaid", "open", "paid", "odd", "restored"), (54, 18, 18, 5, 6))[0]


def _case_records(rng: random.Random, docket: _Docket, case: CriminalCase) -> Iterator[Enforcement]:
    """Enforcement for victims who were not paid at trial, and now and then of a fine by the court itself."""
    seen: set[int] = set()
    basis = case.judgment_no
    for victim in case.victims:
        owed = victim.court_state in ("none", "partial") and victim.stands
        keys = {p.key for p in victim.stands}
        if not owed or keys & seen or (rng.random() > 0.8 and not case.masked):
            continue
        seen |= keys
        on = case.accepted_on + timedelta(days=rng.randint(170, 240))
        outcome = "unpaid" if case.masked else _outcome(rng)
        target = victim.loss or rng.randint(9, 180) * 1000
        parties = (victim.stands, case.suspects[0])
        yield from _records(rng, docket, basis=basis, parties=parties, target=target, on=on, outcome=outcome)
    if basis and rng.random() < 0.1:
        on = case.accepted_on + timedelta(days=180)
        fine: tuple[tuple[Party, ...], Party] = (FINE_COLLECTORS[:1], case.suspects[-1])
        yield from _records(rng, docket, basis=basis, parties=fine, target=5000, on=on, outcome="unpaid")


def draw_enforcement(
    rng: random.Random, cast: Cast, *, cases: tuple[CriminalCase, ...], suits: tuple[CivilSuit, ...], others: int
) -> tuple[Enforcement, ...]:
    """Enforcement of the county's judgments and of papers that nobody delivered."""
    docket = _Docket()
    records = [r for case in cases for r in _case_records(rng, docket, case)]
    for suit in suits:
        if rng.random() < 0.82:
            on = suit.on + timedelta(days=rng.randint(40, 90))
            parties = (suit.plaintiffs, suit.defendants[0])
            basis, outcome = suit.judgment_no, _outcome(rng)
            records += _records(rng, docket, basis=basis, parties=parties, target=suit.amount, on=on, outcome=outcome)
    records += _foreign_records(rng, cast, docket, cases=cases, count=others)
    return tuple(records)


def _foreign_records(
    rng: random.Random, cast: Cast, docket: _Docket, *, cases: tuple[CriminalCase, ...], count: int
) -> Iterator[Enforcement]:
    """Debts that have nothing to do with the papers; some debtors are suspects, which makes no lead."""
    suspects = [s for c in cases for s in c.suspects]
    for turn in range(count):
        year = rng.choice((2020, 2021, 2022, 2023))
        basis = rng.choice(
            (
                _court(year, "民初", 9000 + turn),
                _court(year, "民初", 9000 + turn),
                f"栖劳人仲案字〔{year}〕{300 + turn}号",
                f"栖云证执字〔{year}〕{40 + turn}号",
            )
        )
        applicant: Party = (
            rng.choice(COMPANIES) if rng.random() < 0.15 else cast.people[rng.randrange(len(cast.people))]
        )
        debtor: Party = (
            rng.choice(suspects) if suspects and rng.random() < 0.12 else cast.people[rng.randrange(len(cast.people))]
        )
        if applicant == debtor:
            continue
        on = date(year, 5, 1) + timedelta(days=rng.randrange(200))
        target = rng.randint(5, 400) * 1000
        parties = ((applicant,), debtor)
        yield from _records(rng, docket, basis=basis, parties=parties, target=target, on=on, outcome=_outcome(rng))


def draw_rulings(
    rng: random.Random, records: tuple[Enforcement, ...], *, count: int, only_paper: int = 2
) -> tuple[tuple[Paper, ...], tuple[Enforcement, ...]]:
    """Rulings and closing notices in agreement with their records, up to ``count`` of each.

    ``only_paper`` of the records ruled on are missing in the court's lists: the paper alone tells of them.
    """
    papers: list[Paper] = []
    seen: list[str] = []
    rows = Counter(r.number for r in records)
    unpaid = [r for r in records if r.closing in UNPAID_WORDS and r.collected < r.target and "初" in r.basis]
    paid = [r for r in records if r.closing == "执行完毕" and "初" in r.basis]
    for group, kind, write in ((unpaid, "执行裁定书", write_ruling), (paid, "结案通知书", write_closing_notice)):
        alone = [r for r in group if rows[r.number] == 1]
        for record in rng.sample(alone, min(count, len(alone))):
            if record.number in seen:
                continue
            seen.append(record.number)
            form: Form = rng.choice(("docx", "txt", "pdf", "html"))
            papers.append(
                Paper(f"05 法院文书/执行/{record.number}{kind}", kind, form, *write(rng, record), record.closed_on)
            )
    hidden = {
        p.file.rsplit("/", 1)[1].removesuffix("执行裁定书") for p in papers[:only_paper] if p.kind == "执行裁定书"
    }
    return tuple(papers), tuple(replace(r, listed=r.number not in hidden) for r in records)
