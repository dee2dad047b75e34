"""Addresses of the journal."""

from __future__ import annotations

from django.urls import path

from yingjiu.web.journal import views

urlpatterns = [
    path("", views.journal, name="journal"),
    path("verify/", views.verify, name="journal-verify"),
    path("export/", views.export, name="journal-export"),
]
