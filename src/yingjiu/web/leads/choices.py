"""What an officer may decide about a lead （决定） and the reasons that belong to it （理由）."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices


class State(TextChoices):
    """Where a lead stands: open, or as it was decided."""

    OPEN = "open", "待核查"
    RELIEF = "relief", "拟救助"
    NO = "no", "不符合"
    UNSURE = "unsure", "存疑"
    ASSISTANCE = "assistance", "转社会救助"
    COURT = "court", "移送法院"
    POLICE = "police", "移送公安"


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision with its key and whether it must give a reason."""

    state: State
    key: str
    needs_reason: bool = False


CHOICES: Final = (
    Choice(State.RELIEF, "y"),
    Choice(State.NO, "n", needs_reason=True),
    Choice(State.UNSURE, "u", needs_reason=True),
    Choice(State.ASSISTANCE, "s"),
    Choice(State.COURT, "f"),
    Choice(State.POLICE, "g"),
)


class Reason(TextChoices):
    """Reasons for 不符合 and 存疑； the digit that picks one is its place."""

    PAID = "paid", "已足额赔偿"
    RELIEVED = "relieved", "他机关已救助"
    NOT_BY_CASE = "not_by_case", "非因案致困"
    NO_HARDSHIP = "no_hardship", "查无困难"
    UNWILLING = "unwilling", "本人不愿申请"
    WAITING = "waiting", "等一份材料"


REVEAL_REASONS: Final = ("核对身份", "联系当事人", "制作文书", "接待来访")
