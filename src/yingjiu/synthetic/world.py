"""The shapes of an invented county: what really happened and what the offices hold of it (虚拟县的真相).

All are frozen; the writer turns them into files, the truth is computed from them by plain Python sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yingjiu.synthetic.people import Person

State = Literal["paid", "partial", "none", "unknown"]
Form = Literal["docx", "txt", "gb", "html", "pdf", "jpg", "png", "scan"]
Party = Person | str  # a person, or the name of an organisation

POVERTY = ("低保", "特困", "低保边缘", "防返贫监测", "低收入户", "原建档立卡")
CHILDREN = ("孤儿", "困境儿童", "事实无人抚养儿童")
DISABLED = ("残疾人",)
OTHER = ("困难职工", "医疗救助", "两癌妇女", "优抚对象", "春蕾儿童", "失独家庭", "乡镇街困难群众", "困难学生")
THREE = ("低保", "低保边缘", "乡镇街困难群众")
GROUPS: dict[str, tuple[str, ...]] = {"poverty": POVERTY, "children": CHILDREN, "disabled": DISABLED, "other": OTHER}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on one hardship register; ``left`` is the word for somebody who no longer stands there."""

    register: str
    person: Person
    since: date
    left: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A close relative (近亲属) of a dead victim, with the word after 之."""

    person: Person
    relation: str


@dataclass(frozen=True, slots=True)
class Victim:
    """One victim of one case; ``file_state`` after all papers of the folder, ``court_state`` by the judgment."""

    person: Party
    injury: str | None
    loss: int | None
    relatives: tuple[Relative, ...]
    file_state: State
    court_state: State | None

    @property
    def stands(self) -> tuple[Person, ...]:
        """Who stands for this victim: the victim, or for a dead one the relatives named in the files."""
        if isinstance(self.person, str):
            return ()
        if self.injury == "死亡":
            return tuple(r.person for r in self.relatives)
        return (self.person,)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as the office holds it: its place, its lines, and what it truly says."""

    file: str  # relative to input/, with the suffix of its form
    kind: str
    form: Form
    lines: tuple[str, ...]
    truth: dict[str, object]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CriminalCase:
    """One criminal case with its numbers, people and papers (刑事案件)."""

    key: int
    charge: str
    accept_no: str
    arrest_no: str
    opinion_no: str
    indictment_no: str
    judgment_no: str
    accepted_on: date
    handler: str
    title: str
    suspects: tuple[Person, ...]
    victims: tuple[Victim, ...]
    papers: tuple[Paper, ...]
    masked: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers of the lineage."""
        all_of = (self.accept_no, self.arrest_no, self.opinion_no, self.indictment_no, self.judgment_no)
        return tuple(n for n in all_of if n)


@dataclass(frozen=True, slots=True)
class CivilSuit:
    """One civil judgment (民事判决书); ``dead`` is the person killed, for whom relatives sue."""

    judgment_no: str
    cause: str
    plaintiffs: tuple[Party, ...]
    defendants: tuple[Party, ...]
    amount: int
    on: date
    dead: Person | None
    paper: Paper


@dataclass(frozen=True, slots=True)
class Enforcement:
    """One enforcement record (执行案件); ``closing`` is the court's own word."""

    number: str
    basis: str
    applicant: Party
    debtor: Party
    target: int
    collected: int
    filed_on: date
    closing: str
    closed_on: date | None
    listed: bool = True  # stands in the court's list; else only its ruling is in the papers


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row of a ledger or petition list: civil, administrative, juvenile, petition."""

    ledger: str
    number: str
    kind: str
    party: Party
    on: date
    matter: str = ""
    other: Person | None = None  # suspect of a juvenile case


@dataclass(frozen=True, slots=True)
class Relief:
    """Relief by this procuratorate (``organ`` empty) or by another organ, or social assistance already given."""

    organ: str
    number: str
    person: Person
    original: str
    amount: int
    on: date
    state: str


@dataclass(frozen=True, slots=True)
class County:
    """The whole invented county."""

    seed: int
    people: tuple[Person, ...]
    entries: tuple[Entry, ...]
    cases: tuple[CriminalCase, ...]
    suits: tuple[CivilSuit, ...]
    rulings: tuple[Paper, ...]
    enforcement: tuple[Enforcement, ...]
    ledger: tuple[LedgerRow, ...]
    reliefs: tuple[Relief, ...]
    other_reliefs: tuple[Relief, ...]
    assistance: tuple[Relief, ...]
    papers: tuple[Paper, ...]  # papers that belong to no case
    namesakes: tuple[tuple[Person, Person], ...]
