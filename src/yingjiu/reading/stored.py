"""Facts of a paper as plain JSON values and back (事实的存取), so that a paper once read is not read again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from yingjiu.reading.facts import Compensation, EnforcementFacts, Fact, Forgiven, Paper, Party, Span, TermCount, Victim


def paper_to_dict(paper: Paper) -> dict[str, Any]:
    """JSON values of a paper; fields at their default are left out."""
    return _plain(paper)  # type: ignore[no-any-return]


def paper_from_dict(data: dict[str, Any]) -> Paper:
    """The paper that ``paper_to_dict`` wrote."""
    return Paper(
        **{
            **data,
            "numbers": tuple(data.get("numbers", ())),
            "charges": tuple(data.get("charges", ())),
            "suspects": tuple(_party(p) for p in data.get("suspects", ())),
            "victims": tuple(_victim(v) for v in data.get("victims", ())),
            "parties": tuple(_party(p) for p in data.get("parties", ())),
            "compensation": Compensation(data.get("compensation", "unknown")),
            "forgiven": Forgiven(data.get("forgiven", "unknown")),
            "enforcement": _enforcement(data["enforcement"]) if data.get("enforcement") else None,
            "facts": tuple(_fact(f) for f in data.get("facts", ())),
            "terms": tuple(TermCount(**t) for t in data.get("terms", ())),
            "words": {name: tuple(quotes) for name, quotes in data.get("words", {}).items()},
            "evidence": _evidence(data.get("evidence", {})),
        }
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end, value.quote]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    names = getattr(value, "__dataclass_fields__", None)
    if names is None:
        return value
    return {n: _plain(v) for n in names if (v := getattr(value, n)) not in (None, (), False) and v != {}}


def _spans(data: list[Any]) -> tuple[Span, ...]:
    return tuple(Span(*s) for s in data)


def _evidence(data: dict[str, Any]) -> dict[str, tuple[Span, ...]]:
    return {name: _spans(spans) for name, spans in data.items()}


def _party(data: dict[str, Any]) -> Party:
    return Party(**{**data, "spans": _spans(data.get("spans", []))})


def _victim(data: dict[str, Any]) -> Victim:
    return Victim(
        **{
            **data,
            "loss": Decimal(data["loss"]) if data.get("loss") is not None else None,
            "compensation": Compensation(data.get("compensation", "unknown")),
            "forgiven": Forgiven(data.get("forgiven", "unknown")),
            "relatives": tuple(_party(p) for p in data.get("relatives", ())),
            "evidence": _evidence(data.get("evidence", {})),
        }
    )


def _fact(data: dict[str, Any]) -> Fact:
    amount = Decimal(data["amount"]) if data.get("amount") is not None else None
    return Fact(**{**data, "span": Span(*data["span"]), "amount": amount})


def _enforcement(data: dict[str, Any]) -> EnforcementFacts:
    sums = {n: Decimal(data[n]) for n in ("target", "collected") if data.get(n) is not None}
    base = {"number": None, "instrument": None, "closing": None}
    return EnforcementFacts(**{**base, **data, **sums, "spans": _spans(data.get("spans", []))})
