"""The journal's tables: entries that are only ever added, and the head of their chain."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from yingjiu.web.journal.actions import ACTIONS, SUBJECTS


class Entry(models.Model):
    """Who did what to what, when, why; what was before and after.

    The database itself refuses to change or remove one (triggers in the first migration).
    """

    number = models.PositiveBigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="操作人"
    )
    actor_name = models.CharField("姓名", max_length=40)
    unit = models.CharField("单位", max_length=80)
    action = models.CharField("操作", max_length=40)
    subject = models.CharField("对象", max_length=60, blank=True)
    reason = models.CharField("理由", max_length=200, blank=True)
    before: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField("之前", default=dict)
    after: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField("之后", default=dict)
    mark = models.CharField("链", max_length=64)

    class Meta:
        """Order and ways in."""

        verbose_name = "日志"
        ordering = ("-number",)
        indexes = (
            models.Index(fields=("actor", "number"), name="journal_by_actor"),
            models.Index(fields=("subject", "number"), name="journal_by_subject"),
            models.Index(fields=("action", "number"), name="journal_by_action"),
        )

    def __str__(self) -> str:
        """Number and action."""
        return f"{self.number} {self.action}"

    @property
    def action_words(self) -> str:
        """The action in Chinese."""
        return ACTIONS.get(self.action, self.action)

    @property
    def subject_words(self) -> str:
        """What it was done to, in Chinese; never a name."""
        sort, _, number = self.subject.partition(":")
        return f"{SUBJECTS.get(sort, sort)} {number}" if number else self.subject

    @property
    def change_words(self) -> str:
        """Before and after in one line."""
        told = []
        for name, value in self.after.items():
            shown = "、".join(map(str, value)) if isinstance(value, list) else str(value)
            if shown:
                told.append(f"{name} {self.before[name]}→{shown}" if name in self.before else f"{name} {shown}")
        return "；".join(told)

    def told(self) -> dict[str, Any]:
        """What the chain covers."""
        return {
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor_id,
            "name": self.actor_name,
            "unit": self.unit,
            "action": self.action,
            "subject": self.subject,
            "reason": self.reason,
            "before": self.before,
            "after": self.after,
        }


class Head(models.Model):
    """How far the chain goes: one row, locked while an entry is added."""

    number = models.PositiveBigIntegerField(default=0)
    mark = models.CharField(max_length=64)
    own = models.CharField(max_length=64)

    def __str__(self) -> str:
        """The last number."""
        return str(self.number)
