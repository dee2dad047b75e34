"""A criminal case while it is being written: who, what, when, and how each victim fares (案件草稿)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from yingjiu.synthetic.people import Person
from yingjiu.synthetic.world import Party, Relative, State


@dataclass(frozen=True, slots=True)
class Arc:
    """How compensation goes for one victim: banks of the early and late papers, the note after them, the trial."""

    early: tuple[str, ...]
    late: tuple[str, ...]
    note: str = ""
    trial: State = "none"


@dataclass(frozen=True, slots=True)
class Harmed:
    """One victim of a draft; the injury word of the paper may be 轻微伤, which is no grade."""

    person: Party
    injury: str | None
    loss: int | None
    amount: int
    relatives: tuple[Relative, ...]
    arc: Arc
    guardian: Person | None = None

    @property
    def name(self) -> str:
        """The name as papers write it."""
        return self.person if isinstance(self.person, str) else self.person.name

    @property
    def is_dead(self) -> bool:
        """Killed in this case."""
        return self.injury == "死亡"

    @property
    def title(self) -> str:
        """What the papers call this victim."""
        if isinstance(self.person, str):
            return f"被害单位{self.person}"
        return f"被害人{self.person.name}"

    def payee(self, rng: random.Random) -> str:
        """Who is paid, in the words of a sentence on compensation."""
        if not self.is_dead:
            return rng.choice((self.title, self.title, self.name))
        return f"被害人{self.name}的" + rng.choice(("近亲属", "家属", "亲属"))


@dataclass(frozen=True, slots=True)
class Draft:
    """One case before its papers are written."""

    key: int
    charge: str
    year: int
    serial: int
    happened_on: date
    place: str
    suspects: tuple[Person, ...]
    victims: tuple[Harmed, ...]
    arrest_no: str
    opinion_no: str
    indictment_no: str
    judgment_no: str
    accept_no: str
    handler: str
    show_numbers: bool  # papers print the victims' ID numbers

    @property
    def worst_injury(self) -> str | None:
        """The worst graded injury of all victims."""
        grades = ("死亡", "重伤一级", "重伤二级", "轻伤一级", "轻伤二级")
        found = [g for g in grades if any(v.injury == g for v in self.victims)]
        return found[0] if found else None
