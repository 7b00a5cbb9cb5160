"""What all tests share: a PostgreSQL of their own for the session, unless ``DATABASE_URL`` names one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that empty the tables run last, since they take away what the migrations put there.

    pytest-django sees to it, but pytest then moves the browser's tests together, to the front.
    """
    items.sort(key=_empties_tables)


def _empties_tables(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(marker and marker.kwargs.get("transaction")) or bool(
        {"transactional_db", "live_server"} & set(fixtures)
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """A cluster in var/test, shared with sessions that run beside this one; each has its own database."""
    with ExitStack() as stack:
        if not os.environ.get("DATABASE_URL"):
            cluster = stack.enter_context(postgres.in_use(postgres.Cluster(VAR / "test", is_durable=False)))
            connection.settings_dict["HOST"] = str(cluster.sockets)
            _drop_databases_of_the_dead(cluster)
        connection.settings_dict["TEST"]["NAME"] = f"test_newsclaims_{os.getpid()}"
        yield


def _drop_databases_of_the_dead(cluster: postgres.Cluster) -> None:
    """Drop what killed sessions left; a database is named after the process that made it."""
    with psycopg.connect(cluster.url(), autocommit=True) as server:
        names = server.execute(
            r"SELECT datname FROM pg_database WHERE datname ~ '^test_newsclaims_\d+$'"
        ).fetchall()
        for (name,) in names:
            if not _is_alive(int(name.rpartition("_")[2])):
                server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
