"""A past decision's computation, frozen (留存): inputs, values of its day and the numbers of its standard, to replay it exactly.

The record holds what the sum hangs on and not the file: a standard, a figure or an element that changes later changes no
past sum. ``digest`` says whether the file is still the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from yingjiu.amounts.award import Award, Item
from yingjiu.amounts.breakthrough import Breakthrough
from yingjiu.amounts.ceiling import Circumstances, Ruled, apply_law
from yingjiu.amounts.compute import Choice, Computed, compute
from yingjiu.amounts.sharing import SplitMode
from yingjiu.catalog.band import Band
from yingjiu.catalog.factor import Factor, Level, Mode, Option, Rung
from yingjiu.catalog.formula import read_formula
from yingjiu.catalog.standard import Standard

VERSION: Final = 1
ALWAYS: Final = date.min.isoformat()


class RecordProblem(Exception):
    """A record cannot be read; the message says in Chinese what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a past sum hangs on, and the sum."""

    standard: Standard
    digest: str
    on: date
    chosen: Mapping[str, Choice]
    given: Circumstances
    total: tuple[Decimal, Decimal | None, Decimal]


def record_of(computed: Computed, chosen: Mapping[str, Choice], given: Circumstances, on: date) -> Record:
    """Freeze a computation; the law is applied to it as given."""
    total = apply_law(computed, given).total
    standard = computed.standard
    return Record(standard, standard.digest, on, dict(chosen), given, (total.low, total.suggested, total.high))


def replay(record: Record) -> tuple[Computed, Ruled]:
    """Compute once more from the record alone."""
    computed = compute(record.standard, record.on, record.chosen)
    return computed, apply_law(computed, record.given)


def to_dict(record: Record) -> dict[str, Any]:
    """The record as JSON can hold it; numbers as text, exact."""
    return {
        "version": VERSION,
        "standard": _standard_dict(record.standard, record.on),
        "digest": record.digest,
        "on": record.on.isoformat(),
        "chosen": {name: _choice_dict(choice) for name, choice in record.chosen.items()},
        "given": _given_dict(record.given),
        "total": [_text(part) for part in record.total],
    }


def from_dict(told: Mapping[str, Any]) -> Record:
    """A record from JSON.

    Raises:
        RecordProblem: it is of another version or damaged.
    """
    if told.get("version") != VERSION:
        raise RecordProblem(f"金额记录的版本是 {told.get('version')},这个程序只读第 {VERSION} 版")
    try:
        low, suggested, high = (_number(part) for part in told["total"])
        return Record(
            standard=_standard(told["standard"]),
            digest=str(told["digest"]),
            on=date.fromisoformat(told["on"]),
            chosen={name: _choice(one) for name, one in told["chosen"].items()},
            given=_given(told["given"]),
            total=(low or Decimal(0), suggested, high or Decimal(0)),
        )
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise RecordProblem(f"金额记录缺了内容或者被改坏了({type(error).__name__})") from None


def _standard_dict(standard: Standard, on: date) -> dict[str, Any]:
    values = {}
    for name, dated in standard.values.items():
        earlier = [day for day in dated if day <= on.isoformat()]
        if earlier:
            values[name] = str(dated[max(earlier)])
    return {
        "name": standard.name,
        "office": standard.office,
        "basis": standard.basis,
        "file": standard.file,
        "lines": [[name, formula.text] for name, formula in standard.lines],
        "ceilings": {name: formula.text for name, formula in standard.ceilings.items()},
        "floor": _text(standard.floor),
        "unit": _text(standard.unit),
        "rounding": standard.rounding,
        "factors": [_factor_dict(f) for f in standard.factors.values()],
        "scores": [_factor_dict(f) for f in standard.scores.values()],
        "levels": [[v.name, str(v.total), _band_list(v.band)] for v in standard.levels],
        "values": values,
        "ladder": [[_text(r.limit), r.organ] for r in standard.ladder],
    }


def _standard(told: Mapping[str, Any]) -> Standard:
    return Standard(
        name=told["name"],
        office=told["office"],
        basis=told["basis"],
        lines=tuple((name, read_formula(text)) for name, text in told["lines"]),
        ceilings={name: read_formula(text) for name, text in told["ceilings"].items()},
        floor=_number(told["floor"]),
        unit=_number(told["unit"]),
        rounding=told["rounding"],
        factors={f["name"]: _factor(f) for f in told["factors"]},
        scores={f["name"]: _factor(f) for f in told["scores"]},
        levels=tuple(Level(name, Decimal(total), _band(band)) for name, total, band in told["levels"]),
        values={name: {ALWAYS: Decimal(value)} for name, value in told["values"].items()},
        ladder=tuple(Rung(_number(limit), organ) for limit, organ in told["ladder"]),
        breakthrough=(), reasons=(), typical={}, since=None, examples=(), elements={},
        path=Path(told["file"]), text="", figures={},
    )  # fmt: skip


def _factor_dict(factor: Factor) -> dict[str, Any]:
    return {
        "name": factor.name,
        "mode": factor.mode.value,
        "otherwise": _text(factor.otherwise),
        "options": [[o.name, _band_list(o.band)] for o in factor.options],
    }


def _factor(told: Mapping[str, Any]) -> Factor:
    options = tuple(Option(name, _band(band), None) for name, band in told["options"])
    return Factor(told["name"], options, Mode(told["mode"]), _number(told["otherwise"]))


def _choice_dict(choice: Choice) -> dict[str, Any]:
    return {
        "options": list(choice.options),
        "sure": choice.sure,
        "point": _text(choice.point),
        "reason": choice.reason,
        "certain": list(choice.certain),
    }


def _choice(told: Mapping[str, Any]) -> Choice:
    return Choice(
        tuple(told["options"]), told["sure"] is True, _number(told["point"]), told["reason"], tuple(told["certain"])
    )


def _given_dict(given: Circumstances) -> dict[str, Any]:
    wish = given.breakthrough
    return {
        "wage": str(given.wage),
        "wage_source": given.wage_source,
        "received": str(given.received),
        "owed": _text(given.owed),
        "relieved": [[organ, day, str(amount)] for organ, day, amount in given.relieved],
        "granted_beside": str(given.granted_beside),
        "claimants": given.claimants,
        "split": given.split.value,
        "weights": [str(w) for w in given.weights],
        "award": _award_dict(given.award),
        "breakthrough": None
        if wish is None
        else {
            "ground": wish.ground,
            "approved_by": wish.approved_by,
            "award": _award_dict(wish.award),
            "entered": _text(wish.entered),
            "entered_basis": wish.entered_basis,
            "minor": wish.minor,
        },
    }


def _given(told: Mapping[str, Any]) -> Circumstances:
    wish = told["breakthrough"]
    return Circumstances(
        wage=Decimal(told["wage"]),
        wage_source=told["wage_source"],
        received=Decimal(told["received"]),
        owed=_number(told["owed"]),
        relieved=tuple((organ, day, Decimal(amount)) for organ, day, amount in told["relieved"]),
        granted_beside=Decimal(told["granted_beside"]),
        claimants=int(told["claimants"]),
        split=SplitMode(told["split"]),
        weights=tuple(Decimal(w) for w in told["weights"]),
        award=_award(told["award"]),
        breakthrough=None
        if wish is None
        else Breakthrough(
            ground=wish["ground"],
            approved_by=wish["approved_by"],
            award=_award(wish["award"]),
            entered=_number(wish["entered"]),
            entered_basis=wish["entered_basis"],
            minor=wish["minor"] is True,
        ),
    )


def _award_dict(award: Award | None) -> dict[str, Any] | None:
    if award is None:
        return None
    return {"share": str(award.share), "items": [[i.name, _text(i.amount), i.words, i.article] for i in award.items]}


def _award(told: Mapping[str, Any] | None) -> Award | None:
    if told is None:
        return None
    items = tuple(Item(name, _number(amount), words, article) for name, amount, words, article in told["items"])
    return Award(items, Decimal(told["share"]))


def _band_list(band: Band) -> list[str]:
    return [str(band.low), str(band.suggested), str(band.high)]


def _band(told: list[str]) -> Band:
    low, suggested, high = told
    return Band(Decimal(low), Decimal(suggested), Decimal(high))


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(text: Any) -> Decimal | None:
    return None if text is None else Decimal(text)
