"""What a person typed for ``yingjiu amount`` (命令里的输入): elements, choices, sums, shares; what is wrong is told in Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from yingjiu.amounts.award import DISABILITY, Award, Harmed, Kind, Statistics, lawful_award
from yingjiu.amounts.breakthrough import Breakthrough
from yingjiu.amounts.ceiling import Circumstances, Grant
from yingjiu.amounts.compute import Choice
from yingjiu.amounts.sharing import SplitMode
from yingjiu.catalog.band import read_number
from yingjiu.catalog.condition import UNKNOWN, Element, Value
from yingjiu.catalog.document import nearest
from yingjiu.catalog.figure import INCOME, SPENDING, WAGE
from yingjiu.catalog.problem import UserFileError
from yingjiu.catalog.standard import Standard
from yingjiu.values.money import read_amount


class TypedProblem(Exception):
    """An option cannot be used; the message says in Chinese what to type instead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command as typed."""

    who: str | None = None
    out: Path | None = None
    pool: Path | None = None
    office: Path | None = None
    standard: str | None = None
    on: str | None = None
    elements: Sequence[str] = ()
    choose: Sequence[str] = ()
    point: Sequence[str] = ()
    reason: Sequence[str] = ()
    wage: str | None = None
    received: str | None = None
    owed: str | None = None
    relieved: Sequence[str] = ()
    beside: str | None = None
    claimants: int = 1
    split: str | None = None
    breakthrough: str | None = None
    approved_by: str | None = None
    award: str | None = None
    award_basis: str | None = None
    award_kind: str | None = None
    award_items: Sequence[str] = ()
    age: int | None = None
    save: Path | None = None
    reveal: bool = False


def read_pairs(words: Sequence[str], option: str) -> list[tuple[str, str]]:
    """``名=值`` as typed, also with a full-width sign.

    Raises:
        TypedProblem: a word has no sign or one side is empty.
    """
    pairs = []
    for word in words:
        name, sign, value = word.replace("＝", "=").partition("=")
        if not sign or not name.strip() or not value.strip():
            raise TypedProblem(f"{option} “{word}”应写成 名称=值")
        pairs.append((name.strip(), value.strip()))
    return pairs


def read_told(words: Sequence[str], elements: Mapping[str, Element]) -> dict[str, Value]:
    """Elements as typed: ``伤情=重伤二级``, ``损失=3万``, ``目前赔偿=不明``.

    Raises:
        TypedProblem: an element or a value that is not known.
    """
    told: dict[str, Value] = {}
    for name, text in read_pairs(words, "--element"):
        element = elements.get(name)
        if element is None:
            raise TypedProblem(f"没有要素“{name}”{nearest(name, elements)}")
        told[name] = _read_value(element, text)
    return told


def _read_value(element: Element, text: str) -> Value:
    if text == UNKNOWN:
        return None
    if not element.unit:
        if text not in element.values:
            raise TypedProblem(f"“{element.name}”没有取值“{text}”{nearest(text, element.values)}")
        return text
    percent = text.endswith(("%", "％"))
    number = read_number(text.rstrip("%％")) if percent else read_amount(text)
    if number is None:
        raise TypedProblem(f"“{element.name}”应写一个数,不是“{text[:20]}”")
    return number / 100 if percent else number


def read_chosen(standard: Standard, asked: Asked, proposed: Mapping[str, Choice]) -> dict[str, Choice]:
    """What was proposed, changed by what the officer chose (--choose) or set (--point), with the reasons.

    Raises:
        TypedProblem: a factor, an option or a number that cannot be used.
    """
    chosen = dict(proposed)
    factors = {**standard.factors, **standard.scores}
    reasons = dict(read_pairs(asked.reason, "--reason"))
    _check_names(factors, [*read_pairs(asked.choose, "--choose"), *read_pairs(asked.point, "--point")])
    for name in dict.fromkeys(name for name, _ in read_pairs(asked.choose, "--choose")):
        words = tuple(value for key, value in read_pairs(asked.choose, "--choose") if key == name)
        names = [o.name for o in factors[name].options]
        for word in words:
            if word not in names:
                raise TypedProblem(f"“{name}”没有“{word}”这一档{nearest(word, names)}")
        chosen[name] = Choice(words)
    for name, text in read_pairs(asked.point, "--point"):
        number = read_number(text)
        if number is None:
            raise TypedProblem(f"--point {name} 应写一个数,不是“{text[:20]}”")
        chosen[name] = replace(chosen.get(name, Choice()), point=number, reason=reasons.get(name, ""))
    return chosen


def read_reasons(standard: Standard, asked: Asked) -> list[tuple[str, str]]:
    """Reasons for what the standard wants written (说明理由).

    Raises:
        TypedProblem: a reason for nothing that the standard knows.
    """
    known = [*standard.reasons, *standard.factors, *standard.scores]
    pairs = read_pairs(asked.reason, "--reason")
    for name, _ in pairs:
        if name not in known:
            raise TypedProblem(f"--reason “{name}”不是这个标准里的系数或者要说明的事项{nearest(name, known)}")
    return [(name, text) for name, text in pairs if name in standard.reasons]


def _check_names(factors: Mapping[str, object], pairs: Sequence[tuple[str, str]]) -> None:
    for name, _ in pairs:
        if name not in factors:
            raise TypedProblem(f"标准里没有“{name}”{nearest(name, factors)}")


def read_given(
    standard: Standard, asked: Asked, on: date, told: Mapping[str, Value], relieved: Sequence[Grant], beside: Decimal
) -> Circumstances:
    """What the law asks beside the standard.

    Raises:
        TypedProblem: a number that cannot be read.
        UserFileError: no wage of the province for the day.
    """
    award = _computed_award(standard, asked, on, told)
    split, weights = _read_split(asked.split, asked.claimants)
    return Circumstances(
        wage=standard.value_on(WAGE, on),
        wage_source="命令里写明" if asked.wage is not None else standard.source_of(WAGE),
        received=read_yuan(asked.received, "--received") or Decimal(0),
        owed=read_yuan(asked.owed, "--owed"),
        relieved=(*relieved, *(_read_grant(word) for word in asked.relieved)),
        granted_beside=beside + (read_yuan(asked.beside, "--beside") or Decimal(0)),
        claimants=asked.claimants,
        split=split,
        weights=weights,
        award=award,
        breakthrough=_read_wish(asked, award, told),
    )


def read_yuan(text: str | None, option: str) -> Decimal | None:
    """A sum as typed: 5000, 5千, 1.2万元.

    Raises:
        TypedProblem: it is none.
    """
    if text is None:
        return None
    amount = read_amount(text)
    if amount is None:
        raise TypedProblem(f"{option} “{text[:20]}”不是数额,请写多少元,如 5000")
    return amount


def _read_grant(word: str) -> Grant:
    organ, amount = read_pairs([word], "--relieved")[0]
    name, _, day = organ.partition("@")
    return name, day, read_yuan(amount, "--relieved") or Decimal(0)


def _read_split(text: str | None, claimants: int) -> tuple[SplitMode, tuple[Decimal, ...]]:
    """``平均``, ``一人代领``, or shares by dependence: ``2,1,1``."""
    if text is None or text in {SplitMode.EQUAL, SplitMode.ONE_PAYEE}:
        return SplitMode(text or SplitMode.EQUAL), ()
    weights = [read_number(part) for part in text.replace("，", ",").replace("：", ":").replace(":", ",").split(",")]
    if any(w is None for w in weights) or len(weights) != claimants:
        raise TypedProblem(
            f"--split 写 {SplitMode.EQUAL}、{SplitMode.ONE_PAYEE},或按依赖程度写 {claimants} 个份额,如 2,1"
        )
    return SplitMode.BY_DEPENDENCE, tuple(w for w in weights if w is not None)


def _read_wish(asked: Asked, award: Award | None, told: Mapping[str, Value]) -> Breakthrough | None:
    if asked.breakthrough is None:
        return None
    return Breakthrough(
        ground=asked.breakthrough,
        approved_by=asked.approved_by,
        award=award,
        entered=read_yuan(asked.award, "--award") if award is None else None,
        entered_basis=asked.award_basis or "",
        minor=told.get("未成年") == "是",
    )


def _computed_award(standard: Standard, asked: Asked, on: date, told: Mapping[str, Value]) -> Award | None:
    """What a court should award, where the sort of case is named."""
    if asked.award_kind is None:
        return None
    kinds = {k.value: k for k in Kind}
    if asked.award_kind not in kinds:
        raise TypedProblem(f"--award-kind 没有“{asked.award_kind}”{nearest(asked.award_kind, kinds)}")
    items = {name: read_yuan(text, "--award-item") for name, text in read_pairs(asked.award_items, "--award-item")}
    grade, loss = str(told.get("伤残")), told.get("损失")
    harmed = Harmed(
        age=asked.age,
        dead=told.get("伤情") == "死亡",
        disability=grade if grade in DISABILITY else None,
        costs=items,
        loss=loss if isinstance(loss, Decimal) else None,
        settled=read_yuan(asked.award, "--award"),
    )
    figures = Statistics(
        income=_figure(standard, INCOME, on),
        spending=_figure(standard, SPENDING, on),
        wage=_figure(standard, WAGE, on),
    )
    return lawful_award(kinds[asked.award_kind], harmed, figures)


def _figure(standard: Standard, name: str, on: date) -> Decimal | None:
    """A figure of the office where it is filled in."""
    try:
        return standard.value_on(name, on)
    except UserFileError:
        return None
