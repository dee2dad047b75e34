"""Addresses of the workbench."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("yingjiu.web.accounts.urls")),
    path("", include("yingjiu.web.leads.urls")),
    path("journal/", include("yingjiu.web.journal.urls")),
]
handler403 = "yingjiu.web.accounts.views.refused"
handler404 = "yingjiu.web.accounts.views.not_found"
