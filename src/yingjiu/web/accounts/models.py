"""Units and users （单位、用户）."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Unit(models.Model):
    """An office, department or partner; records belong to one and are seen by its people only."""

    name = models.CharField("名称", max_length=80, unique=True)

    class Meta:
        """Words."""

        verbose_name = "单位"

    def __str__(self) -> str:
        """Its name."""
        return self.name


class User(AbstractBaseUser):
    """A person who signs in.

    Attributes:
        roles: codes of ``Role``.
        reads_sealed: named as a reader of minors' and sexual crimes' leads.
        must_change: the password was given by somebody else and works once.
    """

    username = models.CharField("用户名", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="users", verbose_name="单位")
    roles: models.JSONField[list[str], list[str]] = models.JSONField("角色", default=list)
    reads_sealed = models.BooleanField("可看未成年人和性侵害案件", default=False)
    is_active = models.BooleanField("在用", default=True)
    must_change = models.BooleanField("须改口令", default=True)
    failures = models.PositiveSmallIntegerField("连续失败次数", default=0)
    locked_until = models.DateTimeField("锁定至", null=True, blank=True)
    previous_login = models.DateTimeField("上次登录", null=True, blank=True)

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()
    USERNAME_FIELD = "username"

    class Meta:
        """Words."""

        verbose_name = "用户"

    def __str__(self) -> str:
        """Name, as colleagues say it."""
        return self.name
