"""The app of units and users."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Units and users."""

    name = "yingjiu.web.accounts"
    label = "accounts"
    verbose_name = "单位和用户"
