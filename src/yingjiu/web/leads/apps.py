"""The app of leads."""

from __future__ import annotations

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    """Leads."""

    name = "yingjiu.web.leads"
    label = "leads"
    verbose_name = "线索"
