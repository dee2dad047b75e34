"""Going over thirty-six months (突破): only on a lawful ground, approved above, up to what a court should lawfully award."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yingjiu.amounts.award import Award
from yingjiu.catalog.formula import plain

MONTHS: Final = 36
CEILING_ARTICLE: Final = "《关于建立完善国家司法救助制度的意见(试行)》:一般不超过三十六个月的职工月平均工资总额"
AWARD_ARTICLE: Final = (
    "同一意见:损失特别重大、生活特别困难，需要突破的，严格控制、审批，不得超过人民法院依法应当判决的赔偿数额"
)
MINOR_ARTICLE: Final = (
    "《最高人民检察院关于全面加强未成年人国家司法救助工作的意见》:身体重伤或者严重残疾、家庭生活特别困难、"
    "需要长期心理治疗或者身体康复的，可以突破"
)
GROUNDS: Final = ("损失特别重大", "生活特别困难")
MINOR_GROUNDS: Final = ("重伤", "严重残疾", "家庭生活特别困难", "生活特别困难", "心理治疗", "身体康复")


@dataclass(frozen=True, slots=True)
class Breakthrough:
    """A wish to go over 36 months.

    Attributes:
        ground: in words; it must name a ground of the law.
        approved_by: who above approved it (None: nobody yet).
        award: what a court should award, computed.
        entered: the same as entered by hand, with ``entered_basis``.
        minor: relief of a minor, whose grounds are wider.
    """

    ground: str
    approved_by: str | None
    award: Award | None = None
    entered: Decimal | None = None
    entered_basis: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Granted:
    """What became of the wish: the ceiling it gives (None: refused) and the words for it."""

    ceiling: Decimal | None
    words: str
    article: str


def judge_breakthrough(wish: Breakthrough, normal: Decimal) -> Granted:
    """Whether a wish is lawful; ``normal`` is the ceiling of 36 months in yuan."""
    article = f"{AWARD_ARTICLE}；{MINOR_ARTICLE}" if wish.minor else AWARD_ARTICLE
    lacking = _lacking(wish)
    if lacking:
        return Granted(None, lacking, article)
    award = wish.award.total if wish.award is not None else wish.entered or Decimal(0)
    if award <= normal:
        words = f"依法应判 {plain(award)} 元，没有超过三十六个月的 {plain(normal)} 元，不需要也不能突破"
        return Granted(None, words, article)
    open_ = f"({'、'.join(wish.award.open)}还不清楚，没有计入)" if wish.award is not None and wish.award.open else ""
    basis = f"，依据:{wish.entered_basis.strip()}" if wish.award is None else ""
    words = f"{wish.ground.strip()}；{wish.approved_by}批准；依法应判 {plain(award)} 元{open_}{basis}"
    return Granted(award, words, article)


def _lacking(wish: Breakthrough) -> str:
    """What is missing; empty where nothing is."""
    grounds = (*GROUNDS, *MINOR_GROUNDS) if wish.minor else GROUNDS
    if not any(ground in wish.ground for ground in grounds):
        return f"突破三十六个月要有法定理由，写明是 {'、'.join(dict.fromkeys(grounds))} 中的哪一种"
    if not (wish.approved_by or "").strip():
        return "突破三十六个月要先报上级批准，批准前按三十六个月计算"
    if wish.award is None and wish.entered is None:
        return "突破三十六个月要先算出依法应判的赔偿数额"
    if wish.award is None and not wish.entered_basis.strip():
        return "依法应判的赔偿数额要写明依据(判决书、调解书或者计算清单)"
    return ""
