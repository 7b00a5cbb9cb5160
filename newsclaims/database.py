"""A database to work with: our own, running for as long as it is needed, or the one ``DATABASE_URL`` names."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import psycopg

from newsclaims import postgres
from newsclaims.places import VAR

OLDEST = 15  # the main version of PostgreSQL


class NoDatabase(Exception):
    """There is no database to work with; the message is one sentence that says what to do."""


@contextmanager
def available() -> Iterator[None]:
    """A database that answers, for as long as the block lasts. Raises ``NoDatabase``."""
    if url := os.environ.get("DATABASE_URL"):
        check(url)
        yield
        return
    signal.signal(signal.SIGTERM, _end)  # so that the server is stopped then, too
    try:
        with postgres.in_use(postgres.Cluster(VAR)):
            yield
    except postgres.PostgresFailed as error:
        raise NoDatabase(str(error)) from error


def check(url: str) -> None:
    """Raise ``NoDatabase`` unless a PostgreSQL that is new enough answers at ``url``."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
    except psycopg.ProgrammingError as error:
        raise NoDatabase(
            f"DATABASE_URL cannot be read ({_line(error)}): write postgresql://user:password@host:5432/name."
        ) from error
    except psycopg.Error as error:
        raise NoDatabase(
            f"The database of DATABASE_URL cannot be reached ({_line(error)}):"
            f" check the address, or unset DATABASE_URL to use the built-in one."
        ) from error
    if version // 10_000 < OLDEST:
        raise NoDatabase(
            f"The database of DATABASE_URL is PostgreSQL {version // 10_000}: use {OLDEST} or newer,"
            f" or unset DATABASE_URL to use the built-in one."
        )


def _line(error: psycopg.Error) -> str:
    """The error's first line; a password in it is blotted out by psycopg's own messages, which never quote it."""
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _end(signum: int, frame: FrameType | None) -> None:
    sys.exit(128 + signum)
