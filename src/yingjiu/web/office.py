"""Sets a workbench up （建立工作台）: database, the invented county with its leads, users of each role."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from yingjiu.web.accounts.models import Unit, User
from yingjiu.web.accounts.services import user_create
from yingjiu.web.leads.loading import leads_load
from yingjiu.web.roles import Role

UNIT: Final = "示例县人民检察院"
OTHER_UNIT: Final = "示例县协作单位"
PEOPLE: Final = (
    ("system", "许系统", (Role.SYSTEM,), False),
    ("lu", "陆文静", (Role.PROSECUTOR,), True),
    ("tang", "汤立群", (Role.PROSECUTOR,), False),
    ("fang", "方守正", (Role.HEAD,), True),
    ("shen", "沈怀安", (Role.DEPUTY,), True),
    ("data", "何清数", (Role.DATA,), False),
    ("anguan", "安管文", (Role.CASE_OFFICE,), False),
    ("wangge", "石桥网", (Role.GRID,), False),
    ("partner", "柳协作", (Role.PARTNER,), False),
    ("safety", "安全理", (Role.SECURITY,), False),
    ("audit", "申审计", (Role.AUDIT,), False),
)
"""Invented people: user name, name, roles, whether a named reader of sealed leads."""

Say = Callable[[str], None]


def is_set_up() -> bool:
    """Whether anybody can sign in."""
    return User.objects.exists()


def set_up(folder: Path, *, people: int, on: date, say: Say) -> None:
    """Make users and take over the leads of an invented county, run below ``folder``; needs a migrated database."""
    unit, other = (Unit.objects.get_or_create(name=name)[0] for name in (UNIT, OTHER_UNIT))
    words = []
    made: dict[str, User] = {}
    for username, name, roles, sealed in PEOPLE:
        home = other if Role.PARTNER in roles else unit
        user, password = user_create(
            username=username,
            name=name,
            unit=home,
            roles=[str(r) for r in roles],
            reads_sealed=sealed,
            by=made.get("system"),
        )
        made[username] = user
        words.append((username, password, name, "、".join(r.label for r in roles)))
    count = load_county(folder, people=people, unit=unit, by=made["data"], on=on, say=say)
    say(f"写入线索 {count} 条。演示用户（人都是虚构的）,口令只用一次，登录后改成自己的：\n")
    for username, password, name, role in words:
        say(f"  {username:<8} {password:<16} {name}  {role}")


def load_county(folder: Path, *, people: int, unit: Unit, by: User, on: date, say: Say) -> int:
    """Make an invented county, run the main job on it and take its leads over."""
    from yingjiu.run import reopen, run
    from yingjiu.synthetic import build_county, write_county

    os.environ.setdefault("YINGJIU_KEY", str(folder / "pool.key"))
    home, out = folder / "虚构的县", folder / "结果"
    say("正在造一个虚构的县并筛查，约一分钟 ……")
    shutil.rmtree(home, ignore_errors=True)
    cases = max(2, min(120, (people - 200) // 20))
    write_county(build_county(seed=1, people=people, cases=cases, scans=0), home)
    county = run(home / "input", out, on=on, replace=True) or reopen(out, pool=None, on=on)
    return leads_load(county=county, source=(home / "input").resolve(), unit=unit, by=by, on=on)
