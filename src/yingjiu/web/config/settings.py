"""Settings of the workbench; what differs from office to office comes from the environment.

``YINGJIU_WEB`` is the folder, ``YINGJIU_DATABASE`` an address of PostgreSQL (none: SQLite), ``YINGJIU_HOSTS`` the names by
which the machine is called, ``YINGJIU_HTTPS=1`` where the office's proxy speaks HTTPS.
"""

from __future__ import annotations

import os
from pathlib import Path

from yingjiu.web.config.database import database_setting
from yingjiu.web.config.folder import read_secret

HERE = Path(__file__).resolve().parents[1]
FOLDER = Path(os.environ.get("YINGJIU_WEB", "workbench")).resolve()
HTTPS = os.environ.get("YINGJIU_HTTPS") == "1"

SECRET_KEY = read_secret(FOLDER)
DEBUG = False
ALLOWED_HOSTS = [h for h in os.environ.get("YINGJIU_HOSTS", "127.0.0.1,localhost").split(",") if h]
ROOT_URLCONF = "yingjiu.web.config.urls"
WSGI_APPLICATION = "yingjiu.web.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database_setting(os.environ.get("YINGJIU_DATABASE", ""), FOLDER)}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_htmx",
    "yingjiu.web.accounts.apps.AccountsConfig",
    "yingjiu.web.journal.apps.JournalConfig",
    "yingjiu.web.leads.apps.LeadsConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yingjiu.web.config.headers.content_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "yingjiu.web.accounts.presence.idle_lock",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yingjiu.web.config.shell.shell",
            ]
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "yingjiu.web.accounts.passwords.ThreeSorts"},
]
IDLE_SECONDS = 15 * 60
FAILURES = 5
LOCK_SECONDS = 15 * 60
REVEAL_SECONDS = 10 * 60
TODAY_MOST = 7

LANGUAGE_CODE = "zh-hans"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    CSRF_TRUSTED_ORIGINS = [f"https://{h}" for h in ALLOWED_HOSTS]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # a refusal is in the journal, not an error of the server
}
