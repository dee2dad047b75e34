"""An office with users of each role and a few leads, for tests of the workbench."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

pytest.importorskip("django", reason="工作台的包没有装(pip install 'yingjiu[web]')")
pytest.importorskip("pytest_django", reason="没有 pytest-django")

PASSWORD = "Kouling-2026-a"


@pytest.fixture(autouse=True)
def _quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@dataclass
class Office:
    """Two units; users of the first by role, one prosecutor of the second."""

    unit: Any
    other: Any
    users: dict[str, Any] = field(default_factory=dict)

    def make_lead(self, **given: Any) -> Any:
        """A lead of the first unit."""
        from yingjiu.web.leads.models import Evidence, Lead, Paper

        number = Lead.objects.count() + 1
        values = {
            "unit": self.unit,
            "key": f"{number:010x}",
            "name": "孙小荷",
            "id_number": "329901197008160026",
            "sex": "女",
            "birth": "1970-08-16",
            "township": "东山镇",
            "case_number": "东山检刑诉受〔2022〕18号",
            "matter": "故意伤害",
            "stream": "刑事",
            "groups": "贫困",
            "found_by": ["guanyun-1"],
            "rank": number,
            "why": "重伤二级，目前未赔偿",
            "names": ["孙小荷", "钱大海"],
            "dossier": {
                "registers": [["低保户(在册)", "2020-01", "在册", "民政/名册.xlsx 第6行"]],
                "remarks": ["孙小荷请核实"],
            },
            "first_seen": date(2023, 6, 1),
        }
        lead = Lead.objects.create(**{**values, **given})
        paper, _ = Paper.objects.get_or_create(
            unit=lead.unit, place=f"案卷/{number}/孙小荷笔录.docx", defaults={"title": "询问笔录"}
        )
        text = "孙小荷(身份证329901197008160026)被打。钱大海未赔偿孙小荷分文。"
        start = text.index("钱大海")
        Evidence.objects.create(lead=lead, paper=paper, number=1, fact="赔偿", passage=text, start=start, end=len(text))
        return lead


@pytest.fixture
def office(db: None) -> Office:
    """The office; everybody's password is ``PASSWORD``."""
    from yingjiu.web.accounts.models import Unit
    from yingjiu.web.accounts.services import user_create
    from yingjiu.web.roles import Role

    made = Office(Unit.objects.create(name="东山县人民检察院"), Unit.objects.create(name="西山县人民检察院"))

    def add(name: str, unit: Any, role: str, *, sealed: bool = False) -> None:
        user, _ = user_create(username=name, name=f"测{name[:6]}", unit=unit, roles=[role], reads_sealed=sealed)
        user.set_password(PASSWORD)
        user.must_change = False
        user.save()
        made.users[name] = user

    for role in Role:
        add(role.value, made.unit, role.value)
    add("second", made.unit, Role.PROSECUTOR.value)
    add("reader", made.unit, Role.PROSECUTOR.value, sealed=True)
    add("stranger", made.other, Role.PROSECUTOR.value)
    return made


@pytest.fixture
def enter(office: Office, client: Any) -> Any:
    """Sign a user in by name; gives the client."""

    def signed_in(name: str) -> Any:
        client.force_login(office.users[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
