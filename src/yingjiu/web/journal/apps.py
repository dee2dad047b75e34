"""The app of the journal."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "yingjiu.web.journal"
    label = "journal"
    verbose_name = "操作日志"
