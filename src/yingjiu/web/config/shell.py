"""What the frame of every page shows: the day, the person, the menu of what this person may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone

from yingjiu.web.roles import Action, Role, may

WEEKDAYS: Final = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of the menu: the name of its address, its words, its two characters on the narrow rail."""

    url: str
    words: str
    short: str
    action: Action


MENU: Final = (
    MenuEntry("today", "今日待办", "今日", Action.SEE_LEADS),
    MenuEntry("leads", "线索列表", "线索", Action.SEE_LEADS),
    MenuEntry("journal", "操作日志", "日志", Action.READ_JOURNAL),
    MenuEntry("account", "我的账号", "账号", Action.KEEP_ACCOUNT),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context for every template."""
    now = timezone.localtime()
    user = request.user
    roles = "、".join(Role(r).label for r in user.roles) if user.is_authenticated else ""
    match = request.resolver_match
    return {
        "now": now,
        "weekday": WEEKDAYS[now.weekday()],
        "menu": [m for m in MENU if user.is_authenticated and may(user, m.action)],
        "here": match.url_name if match else "",
        "role_words": roles,
    }
