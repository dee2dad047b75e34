"""Who may do what (角色与权限): one table from which the menu, the checks of every page and their tests are made.

The three administrators are separated: none of them sees a lead, only the audit administrator reads the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpRequest
from django.http.response import HttpResponseBase

if TYPE_CHECKING:
    from yingjiu.web.accounts.models import User

P = ParamSpec("P")


class Role(TextChoices):
    """Roles （角色）; a person may hold several of those that do business."""

    PROSECUTOR = "prosecutor", "承办检察官"
    HEAD = "head", "部门负责人"
    DEPUTY = "deputy", "分管检察长"
    DATA = "data", "数据管理员"
    CASE_OFFICE = "case_office", "案管和业务部门"
    GRID = "grid", "网格员"
    PARTNER = "partner", "协作单位"
    SYSTEM = "system", "系统管理员"
    SECURITY = "security", "安全管理员"
    AUDIT = "audit", "审计管理员"


ADMINISTRATORS: Final = frozenset({Role.SYSTEM, Role.SECURITY, Role.AUDIT})


class Action(Enum):
    """What a page lets a person do."""

    SEE_LEADS = auto()
    DECIDE_LEADS = auto()
    REVEAL = auto()
    READ_JOURNAL = auto()
    KEEP_ACCOUNT = auto()


_OFFICERS: Final = frozenset({Role.PROSECUTOR, Role.HEAD, Role.DEPUTY})
MAY: Final[Mapping[Action, frozenset[Role]]] = {
    Action.SEE_LEADS: _OFFICERS,
    Action.DECIDE_LEADS: frozenset({Role.PROSECUTOR, Role.HEAD}),
    Action.REVEAL: _OFFICERS,
    Action.READ_JOURNAL: frozenset({Role.AUDIT}),
    Action.KEEP_ACCOUNT: frozenset(Role),
}


def may(user: User, action: Action) -> bool:
    """Whether one of the person's roles allows it."""
    return any(role in MAY[action] for role in user.roles)


def check_roles(roles: list[str]) -> str:
    """Why a person may not hold these roles together, empty where they may."""
    held = set(roles)
    if not held or not held <= set(Role.values):
        return "至少要有一个角色，且须是本系统的角色"
    if held & ADMINISTRATORS and len(held) > 1:
        return "系统、安全、审计三类管理员互相分开，也不兼办业务"
    return ""


View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def needs(action: Action) -> Callable[[View[P]], View[P]]:
    """A page for signed-in people whose role allows ``action``; others are refused (403)."""

    def wrap(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not may(cast("User", request.user), action):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View[P]", login_required(checked))

    return wrap
