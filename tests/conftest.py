"""What all tests share: a PostgreSQL of their own for the session, unless ``DATABASE_URL`` names one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connection

from newsclaims import postgres
from newsclaims.places import VAR

# Playwright runs an event loop in this thread; the live server's pages run in another.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure() -> None:
    # Nothing is collected for tests: names of static files are plain.
    storages = settings.STORAGES
    storages["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = True  # else it warns that the folder of collected files is missing
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # signing in takes no time


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """A cluster in var/test, shared with sessions that run beside this one; each has its own database."""
    with ExitStack() as stack:
        if not os.environ.get("DATABASE_URL"):
            cluster = stack.enter_context(postgres.in_use(postgres.Cluster(VAR / "test", is_durable=False)))
            connection.settings_dict["HOST"] = str(cluster.sockets)
        connection.settings_dict["TEST"]["NAME"] = f"test_newsclaims_{os.getpid()}"
        yield
