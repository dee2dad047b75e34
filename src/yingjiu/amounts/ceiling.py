"""The law above every standard (上限), which no file can switch off: each rule is a line with its article.

Order (law.md §2.1): sum of the standard → one person, one case, once → received deducted → 36 months → break-through up to
the lawful award → rounding and floor, never over a limit → shared among the claimants of one victim → who approves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Final

from yingjiu.amounts.award import Award
from yingjiu.amounts.breakthrough import (
    AWARD_ARTICLE,
    CEILING_ARTICLE,
    MONTHS,
    Breakthrough,
    judge_breakthrough,
)
from yingjiu.amounts.compute import Computed
from yingjiu.amounts.sharing import SplitMode, Sum, share_sum, weights_of
from yingjiu.catalog.factor import Rung
from yingjiu.catalog.formula import plain
from yingjiu.catalog.standard import Standard

ONCE_ARTICLE: Final = "《关于建立完善国家司法救助制度的意见(试行)》:对同一案件的同一当事人，只进行一次性救助"
RECEIVED_ARTICLE: Final = "《人民检察院开展国家司法救助工作细则》:救助金额应当考虑已经获得的赔偿、补偿；救助是辅助性的"
SHARED_ARTICLE: Final = "同一被害人的几名申请人共用一份救助金"
NOTHING: Final = Sum(Decimal(0), Decimal(0), Decimal(0))

__all__ = [
    "MONTHS",
    "Applied",
    "Breakthrough",
    "Circumstances",
    "Grant",
    "Ruled",
    "Sum",
    "apply_law",
    "approver_of",
    "round_sum",
]

Grant = tuple[str, str, Decimal]
"""Relief already granted: organ, day, yuan."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the law asks beside the standard.

    Attributes:
        wage: the province's average monthly wage of the year before, yuan.
        received: compensation already received, yuan.
        owed: what the liable side owes in all (award or agreement), None where not known.
        relieved: relief already granted to this person for this case by any organ.
        granted_beside: relief already granted to other claimants of the same victim, yuan.
        claimants: how many claimants of the one victim share the grant.
        split: how they share.
        weights: of each claimant, where they share by dependence.
        breakthrough: the wish to go over the ceiling.
        award: what a court should lawfully award, where it was computed: more than that is only warned of.
        wage_source: where the wage comes from.
    """

    wage: Decimal
    received: Decimal = Decimal(0)
    owed: Decimal | None = None
    relieved: Sequence[Grant] = ()
    claimants: int = 1
    breakthrough: Breakthrough | None = None
    granted_beside: Decimal = Decimal(0)
    split: SplitMode = SplitMode.EQUAL
    weights: Sequence[Decimal] = ()
    award: Award | None = None
    wage_source: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """One rule that was applied: what it did, in words to paste into a report."""

    name: str
    words: str
    article: str
    after: Sum


@dataclass(frozen=True, slots=True)
class Ruled:
    """The amount after the law.

    Attributes:
        total: for all claimants together.
        each: of the first claimant; ``shares`` of every one.
        rules: what was applied, in order.
        refusals: why nothing can be granted, or what must be approved or written first.
        notes: what to look at; they change no sum.
        ceiling: yuan that cannot be exceeded.
        approver: who decides by the standard's ladder.
        barred: nothing can be granted at all.
    """

    total: Sum
    each: Sum
    rules: tuple[Applied, ...]
    refusals: tuple[str, ...]
    ceiling: Decimal
    approver: str | None = None
    notes: tuple[str, ...] = ()
    shares: tuple[Sum, ...] = ()
    barred: bool = False


@dataclass(slots=True)
class _Course:
    """The sum on its way through the rules; ``caps`` are limits that rounding must not pass."""

    now: Sum
    caps: list[Decimal] = field(default_factory=list)
    rules: list[Applied] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    barred: bool = False

    def apply(self, name: str, words: str, article: str, after: Sum) -> None:
        self.now = after
        self.rules.append(Applied(name, words, article, after))

    def cap(self, name: str, words: str, article: str, limit: Decimal) -> None:
        self.caps.append(limit)
        self.apply(name, words, article, self.now.capped(limit))

    def bar(self, name: str, words: str, article: str) -> None:
        self.barred = True
        self.refusals.append(f"{words}({article})")
        self.cap(name, words, article, Decimal(0))


def apply_law(computed: Computed, given: Circumstances) -> Ruled:
    """Apply every rule of the law to a computed sum, in their order.

    Raises:
        ValueError: the shares of the claimants cannot be told.
    """
    standard = computed.standard
    course = _Course(Sum(computed.low, computed.suggested, computed.high))
    _check_once(course, given)
    _deduct_received(course, given)
    _deduct_beside(course, given)
    ceiling = _ceiling(course, given)
    if computed.limit is not None:
        course.caps.append(computed.limit)
    limit = min(course.caps)
    course.apply(
        "取整", _rounding_words(standard), f"{standard.file} 取整、不低于", round_sum(standard, course.now, limit)
    )
    _warn_of_award(course, given)
    shares = _share(course, given)
    return Ruled(
        total=course.now,
        each=shares[0],
        rules=tuple(course.rules),
        refusals=tuple(course.refusals),
        ceiling=ceiling,
        approver=None if course.barred else approver_of(standard.ladder, course.now.reached),
        notes=tuple(course.notes),
        shares=shares,
        barred=course.barred,
    )


def approver_of(ladder: Sequence[Rung], amount: Decimal) -> str | None:
    """Who approves a sum; None where the standard has no ladder."""
    return next((r.organ for r in ladder if r.limit is None or amount <= r.limit), None)


def _check_once(course: _Course, given: Circumstances) -> None:
    """One person, one case, once, over all organs."""
    for organ, day, amount in given.relieved:
        when = f"于 {day} " if day else ""
        course.bar("一次救助", f"{organ}已{when}就同一案件救助 {plain(amount)} 元，不能再次救助", ONCE_ARTICLE)


def _deduct_received(course: _Course, given: Circumstances) -> None:
    """Relief and what was received together never exceed what is owed."""
    if not given.received:
        return
    if given.owed is None:
        course.notes.append(
            f"已经得到 {plain(given.received)} 元，但应得多少还不清楚:查明判决、协议数额后再扣除({RECEIVED_ARTICLE})"
        )
        return
    left = max(given.owed - given.received, Decimal(0))
    words = f"应得 {plain(given.owed)} 元，已得 {plain(given.received)} 元，尚缺 {plain(left)} 元"
    if not left:
        course.bar("扣除已得", f"{words}，已经足额获得赔偿，不能再救助", RECEIVED_ARTICLE)
    else:
        course.cap("扣除已得", f"{words}，救助不超过所缺的数额", RECEIVED_ARTICLE, left)


def _deduct_beside(course: _Course, given: Circumstances) -> None:
    """What other claimants of the same victim were granted counts against the one sum."""
    beside = given.granted_beside
    if not beside:
        return
    now = course.now
    point = None if now.suggested is None else max(now.suggested - beside, Decimal(0))
    after = Sum(max(now.low - beside, Decimal(0)), point, max(now.high - beside, Decimal(0)))
    course.caps.append(after.high)
    course.apply("扣除共同申请人", f"同一被害人的其他申请人已经救助 {plain(beside)} 元", SHARED_ARTICLE, after)
    if not after.high:
        course.bar("一次救助", "这一份救助金已经由同一被害人的其他申请人领完", ONCE_ARTICLE)


def _ceiling(course: _Course, given: Circumstances) -> Decimal:
    """36 months of the wage, or the lawful award where a break-through has its ground and approval."""
    normal = given.wage * MONTHS
    words = f"不超过 {plain(given.wage)} 元 × {MONTHS}个月 = {plain(normal)} 元"
    words += f"(月平均工资:{given.wage_source})" if given.wage_source else ""
    wish = given.breakthrough
    granted = judge_breakthrough(wish, normal) if wish is not None else None
    if granted is not None and granted.ceiling is not None:
        course.cap("突破三十六个月", granted.words, granted.article, granted.ceiling)
        return granted.ceiling
    if granted is not None:
        course.refusals.append(f"{granted.words}({granted.article})")
    course.cap("三十六个月上限", words, CEILING_ARTICLE, normal)
    return normal


def _warn_of_award(course: _Course, given: Circumstances) -> None:
    """Without a break-through the lawful award is no limit, but more than it deserves a look."""
    if given.award is None or given.award.open or given.breakthrough is not None:
        return
    if course.now.reached > given.award.total:
        course.notes.append(
            f"超过依法应判的 {plain(given.award.total)} 元，请核对是否合适({AWARD_ARTICLE}；未突破时只作提示)"
        )


def round_sum(standard: Standard, now: Sum, limit: Decimal | None) -> Sum:
    """Round only at the end, then to the standard's floor; never over a limit."""
    low, high = _rounded(standard, now.low, limit), _rounded(standard, now.high, limit)
    return Sum(low, None if now.suggested is None else _rounded(standard, now.suggested, limit), high)


def _rounded(standard: Standard, value: Decimal, limit: Decimal | None) -> Decimal:
    unit = standard.unit
    if unit:
        value = (value / unit).quantize(Decimal(1), standard.rounding) * unit
    if standard.floor is not None and value > 0:
        value = max(value, standard.floor)
    if limit is None or value <= limit:
        return value
    return (limit / unit).quantize(Decimal(1), ROUND_DOWN) * unit if unit and limit >= unit else limit


def _rounding_words(standard: Standard) -> str:
    words = f"取整到 {plain(standard.unit)} 元" if standard.unit else "不取整"
    return words + (f"，不低于 {plain(standard.floor)} 元" if standard.floor is not None else "")


def _share(course: _Course, given: Circumstances) -> tuple[Sum, ...]:
    """Claimants of one victim share one grant, to the fen."""
    count = max(given.claimants, 1)
    if count == 1:
        return (course.now,)
    shares = share_sum(course.now, weights_of(given.split, count, given.weights))
    course.rules.append(Applied("共同申请", f"{count} 名申请人共用一份，{given.split}分配", SHARED_ARTICLE, shares[0]))
    return shares
