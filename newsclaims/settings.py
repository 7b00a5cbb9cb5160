"""All settings, from top to bottom; what differs between machines comes from the environment."""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from newsclaims.places import ROOT, VAR
from newsclaims.postgres import Cluster

django_stubs_ext.monkeypatch()  # so that ModelAdmin[Story] and its like can be written outside type checking, too

# ---------------------------------------------------------------- readers of the environment


def listed(name: str, default: str = "") -> list[str]:
    """A list, parted by commas."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def flag(name: str) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value not in ("", "0", "1", "false", "true", "no", "yes", "off", "on"):
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to 1 or 0.")
    return value in ("1", "true", "yes", "on")


def database() -> dict[str, Any]:
    """The database of ``DATABASE_URL``, else the application's own."""
    url = os.environ.get("DATABASE_URL") or Cluster(VAR).url()
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read ({str(error).strip()}): write postgresql://user:password@host:5432/name."
        ) from error
    if not url.startswith(("postgres://", "postgresql://")) or not parts.get("dbname"):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database: write postgresql://user:password@host:5432/name."
        )
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    fields = {field: parts.pop(name, "") for field, name in names.items()}
    # A thread of the web server holds one connection at most, and four threads run in a process.
    pool = {"min_size": 1, "max_size": 8, "timeout": 10}
    return {"ENGINE": "django.db.backends.postgresql", **fields, "OPTIONS": {**parts, "pool": pool}}


def secret_key() -> str:
    """``SECRET_KEY``, else a random one that is made once and kept in ``var/``.

    Where ``var/`` cannot be written the key lives as long as the process: enough for ``analyze``, and
    ``wsgi.py`` refuses it.
    """
    if given := os.environ.get("SECRET_KEY"):
        return given
    path = VAR / "secret_key"
    try:
        return path.read_text() or _keep_new_key(path)
    except FileNotFoundError:
        return _keep_new_key(path)
    except OSError:
        return secrets.token_urlsafe(48)


def _keep_new_key(path: Path) -> str:
    """Write a new key, unless another process was quicker: then its key counts."""
    key = secrets.token_urlsafe(48)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_text(key)
        os.link(draft, path)
    except FileExistsError:
        key = path.read_text()
    except OSError:
        return key
    finally:
        draft.unlink(missing_ok=True)
    return key


# ---------------------------------------------------------------- the application

DEBUG = flag("DEBUG")
HTTPS = flag("HTTPS")  # served over https, maybe behind a proxy that says so in X-Forwarded-Proto
SECRET_KEY = secret_key()
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")

ROOT_URLCONF = "newsclaims.urls"
WSGI_APPLICATION = "newsclaims.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "articles",
    "claims",
    "whitenoise.runserver_nostatic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "pghistory",
    "pgtrigger",
    "rest_framework",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "claims.languages.ReaderLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# ---------------------------------------------------------------- database and history

DATABASES = {"default": database()}
PGHISTORY_APPEND_ONLY = True
# In the database, so that all processes and machines count together: how often programs ask.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Of each process: what can be made again, and must not push out what is kept above.
    "pictures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pictures",
        "OPTIONS": {"MAX_ENTRIES": 100},  # some 50 kB each
    },
}

# ---------------------------------------------------------------- languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("de", _("German")), ("fr", _("French"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# ---------------------------------------------------------------- static files

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing is uploaded to be kept
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# ---------------------------------------------------------------- people

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses who has tried too often
    "django.contrib.auth.backends.ModelBackend",
]
# A name is locked for the address that guesses, not for the editor elsewhere. Behind a proxy all have one address, and
# the name is locked for everybody.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = (
    8  # 8 an hour quarter are 770 guesses a day: nothing against a password of eight characters
)
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # impatience makes nobody wait longer
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # nobody needs to know when editors came and went
AXES_LOCKOUT_CALLABLE = "claims.views.signing_in.locked_out"
# Not kept with failed attempts; the last is what somebody typed into a form before their session ended.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "typed"]
CSRF_FAILURE_VIEW = "claims.views.signing_in.expired"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "front"
LOGOUT_REDIRECT_URL = "front"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# ---------------------------------------------------------------- security

# No page has inline script or style, and everything comes from here.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # small pictures in the style sheets of the admin
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
# Subdomains and preload lists bind more than this application: their owner decides.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600  # seconds
# The largest form is a note or a report in the admin; a longer body is refused with 400.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# ---------------------------------------------------------------- matching

# A model of sentence meanings, by its folder or its name on the Hugging Face Hub; it needs requirements/embeddings.txt.
EMBEDDINGS_MODEL = os.environ.get("EMBEDDINGS_MODEL", "").strip()

# ---------------------------------------------------------------- REST

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.JSONRenderer"
    ],  # its HTML pages need inline script
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "URL_FORMAT_OVERRIDE": None,  # JSON only, so `?format=` is an unknown filter like any other
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "newsclaims",
    "DESCRIPTION": "Who asserted what, who denied it, and where the reports disagree.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
}

# ---------------------------------------------------------------- log

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        # That somebody asks for a form that we do not offer (501) is no fault of ours.
        "faults": {
            "()": "django.utils.log.CallbackFilter",
            "callback": lambda record: getattr(record, "status_code", 0) != 501,
        },
    },
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers mail errors and print only in DEBUG; ours prints always.
    "loggers": {
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
        "django.request": {"filters": ["faults"]},
        # It drops the body of an answer to HEAD, as it should, and warns of it each time.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
