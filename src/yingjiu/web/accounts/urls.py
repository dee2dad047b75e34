"""Addresses of sign-in and account."""

from __future__ import annotations

from django.urls import path

from yingjiu.web.accounts import views

urlpatterns = [
    path("", views.home, name="home"),
    path("login/", views.sign_in, name="login"),
    path("logout/", views.sign_out, name="logout"),
    path("account/", views.account, name="account"),
    path("account/totp/", views.totp, name="totp"),
    path("password/", views.password, name="password"),
    path("wm.svg", views.watermark, name="watermark"),
]
