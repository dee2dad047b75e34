"""A mention before it has keys (待入池的提及): one person in one row of a table or one paper, with what is said there.

Intake and reading make drafts; matching gives them a person and a case; the pool keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PersonGiven:
    """Who a row or a paper names, normalised: tidy name, 18-character id number, ISO birth to the precision given.

    ``masked`` says that the name was masked by a court; such a person is never linked by name, sex and birth.
    """

    name: str
    id_number: str | None = None
    birth: str | None = None
    sex: str | None = None
    township: str | None = None
    address: str | None = None
    phone: str | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of one person: kind of record and role, the record it stands in, and its fields.

    ``fields`` maps a field of the kind's file (catalog/kinds) to its values in closed form; case numbers are fields
    like any other, in normal form, and the kind's file says which of them are the case and which name only the record.
    ``state`` is 在册, 离册 (has left: history, no hit) or 不明; ``since``/``until`` are ISO days to the precision given.
    ``remarks`` are doubts about this mention in Chinese.
    """

    kind: str
    role: str
    person: PersonGiven
    record: str
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    state: str = "在册"
    remarks: tuple[str, ...] = ()
