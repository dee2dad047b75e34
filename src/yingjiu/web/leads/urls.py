"""Addresses of leads."""

from __future__ import annotations

from django.urls import path

from yingjiu.web.leads import views

urlpatterns = [
    path("today/", views.today, name="today"),
    path("leads/", views.leads, name="leads"),
    path("leads/<int:pk>/", views.lead, name="lead"),
    path("leads/<int:pk>/decide/", views.decide, name="lead-decide"),
    path("leads/<int:pk>/reveal/", views.reveal, name="lead-reveal"),
    path("decisions/<int:pk>/undo/", views.undo, name="decision-undo"),
]
