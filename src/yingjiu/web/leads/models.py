"""Leads, the papers they rest on, and decisions."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from yingjiu.web.accounts.models import Unit
from yingjiu.web.leads.choices import Reason, State


class Lead(models.Model):
    """One person in one event, as the last run saw it, and what officers decided.

    Attributes:
        key: number of the lead in the run.
        rank: its place among open leads, the most urgent first.
        told: elements and values that the colour and the articles are judged by; numbers as text, not known as null.
        dossier: registers, course of the case, remarks, what each element rests on, in words (see ``dossier.py``).
        names: every name that stands in its words, to be masked.
        version: grows with every decision, so that nobody overwrites another's.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="单位")
    key = models.CharField("线索编号", max_length=16)
    name = models.CharField("姓名", max_length=60)
    id_number = models.CharField("证件号码", max_length=30, blank=True)
    sex = models.CharField("性别", max_length=4, blank=True)
    birth = models.CharField("出生日期", max_length=10, blank=True)
    township = models.CharField("乡镇", max_length=60, blank=True)
    case_number = models.CharField("案号", max_length=80, blank=True)
    matter = models.CharField("罪名或案由", max_length=80, blank=True)
    stream = models.CharField("条线", max_length=10)
    groups = models.CharField("人群", max_length=40, blank=True)
    found_by: models.JSONField[list[str], list[str]] = models.JSONField("模型", default=list)
    officers: models.JSONField[list[str], list[str]] = models.JSONField("原案承办人", default=list)
    colour = models.CharField("分级", max_length=2, blank=True)
    rank = models.PositiveIntegerField("次序", default=0)
    why = models.CharField("原因", max_length=300, blank=True)
    grade_why = models.CharField("分级理由", max_length=300, blank=True)
    question = models.CharField("只差查这一件", max_length=120, blank=True)
    how = models.CharField("怎样查", max_length=120, blank=True)
    due = models.DateField("期限", null=True, blank=True)
    change = models.CharField("与上次相比", max_length=4, blank=True)
    ended = models.CharField("已结束", max_length=40, blank=True)
    told: models.JSONField[dict[str, str | None], dict[str, str | None]] = models.JSONField("要素", default=dict)
    dossier: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField("依据", default=dict)
    names: models.JSONField[list[str], list[str]] = models.JSONField("涉及的姓名", default=list)
    sealed = models.BooleanField("封存", default=False)
    first_seen = models.DateField("首次发现")
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.OPEN)
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=0)

    class Meta:
        """One a unit and number; the ways lists are read."""

        verbose_name = "线索"
        constraints = (models.UniqueConstraint(fields=("unit", "key"), name="lead_once"),)
        indexes = (
            models.Index(fields=("unit", "state", "ended", "rank"), name="lead_queue"),
            models.Index(fields=("unit", "rank"), name="lead_ranked"),
        )

    def __str__(self) -> str:
        """Its number, never the name."""
        return self.key


class Paper(models.Model):
    """A paper that evidence is quoted from."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    place = models.CharField("位置", max_length=400)
    title = models.CharField("文书", max_length=80)
    day = models.CharField("日期", max_length=10, blank=True)

    class Meta:
        """One a place."""

        verbose_name = "文书"
        constraints = (models.UniqueConstraint(fields=("unit", "place"), name="paper_once"),)

    def __str__(self) -> str:
        """Its kind."""
        return self.title


class Evidence(models.Model):
    """A sentence behind a lead: the passage around it, and where in the passage it stands."""

    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="evidence")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField("序号")
    fact = models.CharField("证明什么", max_length=40)
    passage = models.TextField("段落")
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")

    class Meta:
        """In the order of their numbers."""

        verbose_name = "证据"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("lead", "number"), name="evidence_once"),
            models.CheckConstraint(condition=Q(start__lt=models.F("end")), name="evidence_in_order"),
        )

    def __str__(self) -> str:
        """Its number."""
        return str(self.number)


class Decision(models.Model):
    """What an officer decided; an undone one stays, marked."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="decisions")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("决定", max_length=12, choices=State.choices)
    reason = models.CharField("理由", max_length=20, choices=Reason.choices, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    at = models.DateTimeField("时间")
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)

    class Meta:
        """The newest first; at most one holds."""

        verbose_name = "决定"
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("lead",), condition=Q(undone_at__isnull=True), name="one_decision_holds"),
        )

    def __str__(self) -> str:
        """What it says."""
        return State(self.state).label
