"""The law above every standard (上限), which no file can switch off: each rule is a line with its article.

Order (law.md §2.1): sum of the standard → received deducted → 36 months → break-through up to the lawful award → shared among the
claimants of one victim → floor and rounding → who approves. One person is relieved once for one case, over all organs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Final

from yingjiu.amounts.award import Award
from yingjiu.amounts.compute import Computed
from yingjiu.catalog.formula import plain
from yingjiu.catalog.standard import Rung, Standard

MONTHS: Final = 36
CEILING_ARTICLE: Final = "《关于建立完善国家司法救助制度的意见(试行)》:一般不超过三十六个月工资总额"
AWARD_ARTICLE: Final = "同一意见:突破的，不超过人民法院依法应当判决的赔偿数额"
MINOR_ARTICLE: Final = (
    "《关于全面加强未成年人国家司法救助工作的意见》:重伤或者严重残疾、家庭特别困难、需要长期心理治疗或康复的，可以突破"
)
ONCE_ARTICLE: Final = "《关于建立完善国家司法救助制度的意见(试行)》:对同一案件的同一当事人，只进行一次性救助"
RECEIVED_ARTICLE: Final = "《工作细则》:救助金额应当考虑已经获得的赔偿、补偿"


@dataclass(frozen=True, slots=True)
class Breakthrough:
    """A wish to go over 36 months: its ground, who above approved it (None: nobody yet), what a court should award."""

    ground: str
    approved_by: str | None
    award: Award | None = None
    entered: Decimal | None = None
    entered_basis: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the law asks beside the standard.

    Attributes:
        wage: the province's average monthly wage of the year before, yuan.
        received: compensation already received, yuan.
        owed: what the liable side owes in all (award or agreement), None where not known.
        relieved: relief already granted for this case, as (organ, day, yuan).
        claimants: how many claimants of the one victim share the grant.
        breakthrough: the wish to go over the ceiling.
    """

    wage: Decimal
    received: Decimal = Decimal(0)
    owed: Decimal | None = None
    relieved: Sequence[tuple[str, str, Decimal]] = ()
    claimants: int = 1
    breakthrough: Breakthrough | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """At least, suggested, at most; ``suggested`` None while inputs are open."""

    low: Decimal
    suggested: Decimal | None
    high: Decimal

    def capped(self, limit: Decimal) -> Sum:
        """None of the three over a limit."""
        point = None if self.suggested is None else min(self.suggested, limit)
        return Sum(min(self.low, limit), point, min(self.high, limit))


@dataclass(frozen=True, slots=True)
class Applied:
    """One rule that was applied: what it did, in words to paste into a report."""

    name: str
    words: str
    article: str
    after: Sum


@dataclass(frozen=True, slots=True)
class Ruled:
    """The amount after the law; ``refusals`` say why nothing can be granted or what must be approved first."""

    total: Sum
    each: Sum
    rules: tuple[Applied, ...]
    refusals: tuple[str, ...]
    ceiling: Decimal
    approver: str | None = None


@dataclass(slots=True)
class _Course:
    """The sum on its way through the rules."""

    now: Sum
    rules: list[Applied] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def apply(self, name: str, words: str, article: str, after: Sum) -> None:
        self.now = after
        self.rules.append(Applied(name, words, article, after))


def apply_law(computed: Computed, given: Circumstances) -> Ruled:
    """Apply every rule of the law to a computed sum, in their order."""
    standard = computed.standard
    course = _Course(Sum(computed.low, computed.suggested, computed.high))
    for organ, day, amount in given.relieved:
        course.refusals.append(
            f"{organ}已于{day or '某日'}就同一案件救助{plain(amount)}元,不能再次救助({ONCE_ARTICLE})"
        )
    _deduct_received(course, given)
    ceiling = _ceiling(course, given)
    course.apply("上限", f"不超过 {plain(ceiling)} 元", CEILING_ARTICLE, course.now.capped(ceiling))
    _own_ceiling(course, standard)
    course.apply(
        "取整", _rounding_words(standard), f"{standard.file} 取整、不低于", _rounded(course.now, standard, ceiling)
    )
    each = _share(course, given, standard)
    reached = course.now.suggested if course.now.suggested is not None else course.now.high
    return Ruled(
        course.now, each, tuple(course.rules), tuple(course.refusals), ceiling, approver_of(standard.ladder, reached)
    )


def approver_of(ladder: Sequence[Rung], amount: Decimal) -> str | None:
    """Who approves a sum; None where the standard has no ladder."""
    return next((r.organ for r in ladder if r.limit is None or amount <= r.limit), None)


def _deduct_received(course: _Course, given: Circumstances) -> None:
    """Relief and what was received together never exceed what is owed."""
    if given.owed is None or not given.received:
        return
    left = max(given.owed - given.received, Decimal(0))
    words = f"应得 {plain(given.owed)} 元,已得 {plain(given.received)} 元,尚缺 {plain(left)} 元"
    course.apply("扣除已得", words, RECEIVED_ARTICLE, course.now.capped(left))
    if not left:
        course.refusals.append("已经足额获得赔偿,不能再救助")


def _ceiling(course: _Course, given: Circumstances) -> Decimal:
    """36 months of the wage, or the lawful award where a break-through has its ground and approval."""
    normal = given.wage * MONTHS
    wish = given.breakthrough
    if wish is None:
        return normal
    award = wish.award.total if wish.award is not None else wish.entered
    if not wish.ground.strip():
        course.refusals.append(f"突破三十六个月要写明理由({CEILING_ARTICLE})")
    elif not wish.approved_by:
        course.refusals.append("突破三十六个月要先报上级批准,批准前按三十六个月计算")
    elif award is None or (wish.award is None and not wish.entered_basis.strip()):
        course.refusals.append(f"突破三十六个月要算出或写明依法应判的赔偿数额及依据({AWARD_ARTICLE})")
    elif award > normal:
        article = f"{AWARD_ARTICLE};{MINOR_ARTICLE}" if wish.minor else AWARD_ARTICLE
        course.apply("突破", f"{wish.ground};{wish.approved_by}批准;依法应判 {plain(award)} 元", article, course.now)
        return award
    return normal


def _own_ceiling(course: _Course, standard: Standard) -> None:
    """The ceilings a standard writes for itself (only lower ones matter) are applied by the caller's numbers."""
    for name, formula in standard.ceilings.items():
        if not formula.names:
            limit = formula.value({})
            course.apply(
                "本地限额", f"{name}不超过 {plain(limit)} 元", f"{standard.file} 不超过", course.now.capped(limit)
            )


def _rounded(now: Sum, standard: Standard, ceiling: Decimal) -> Sum:
    """Round only at the end, then to the floor; never over the ceiling."""

    def one(value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        if standard.unit:
            value = (value / standard.unit).quantize(Decimal(1), standard.rounding) * standard.unit
        if standard.floor is not None and value > 0:
            value = max(value, standard.floor)
        if value > ceiling:
            value = (
                ceiling
                if not standard.unit
                else (ceiling / standard.unit).quantize(Decimal(1), ROUND_DOWN) * standard.unit
            )
        return value

    low, high = one(now.low), one(now.high)
    return Sum(low or Decimal(0), one(now.suggested), high or Decimal(0))


def _rounding_words(standard: Standard) -> str:
    words = f"取整到 {plain(standard.unit)} 元" if standard.unit else "不取整"
    return words + (f",不低于 {plain(standard.floor)} 元" if standard.floor is not None else "")


def _share(course: _Course, given: Circumstances, standard: Standard) -> Sum:
    """Claimants of one victim share one grant, to the fen."""
    count = max(given.claimants, 1)
    if count == 1:
        return course.now

    def part(value: Decimal | None) -> Decimal | None:
        return None if value is None else (value / count).quantize(Decimal("0.01"), ROUND_DOWN)

    each = Sum(part(course.now.low) or Decimal(0), part(course.now.suggested), part(course.now.high) or Decimal(0))
    course.rules.append(Applied("分配", f"{count} 名申请人共同一份,平均每人", f"{standard.file};同一被害人一份", each))
    return each
