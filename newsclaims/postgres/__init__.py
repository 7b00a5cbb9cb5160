"""The application's own PostgreSQL, for machines that have none.

The programs come from a wheel; the cluster lies under ``var/`` and listens on a Unix socket in a private
folder only. Whoever uses the server holds a shared lock, and the last to leave stops it: ``make run`` and
another program on the same folder do not stop each other's database, and what a killed program left
running is taken over, and stopped, by the next. Standard library only.
"""

from __future__ import annotations

import fcntl
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from newsclaims.places import in_plain_words
from newsclaims.postgres import server
from newsclaims.postgres.accounts import account_for, is_allowed
from newsclaims.postgres.cluster import Cluster, PostgresFailed

__all__ = ["Cluster", "PostgresFailed", "in_use", "is_running", "start", "stop"]

ELSEWHERE = Path("/var/lib/newsclaims")  # for root, when the server's account cannot enter var/


@contextmanager
def in_use(cluster: Cluster) -> Iterator[Cluster]:
    """A running server for as long as the block lasts; its last user stops it. Raises ``PostgresFailed``."""
    users: IO[str] | None = None
    try:
        with _alone(cluster):
            users = _open(cluster.var / "postgres.users")
            fcntl.flock(users, fcntl.LOCK_SH)
            server.start(cluster)
        yield cluster
    finally:
        if users is not None:
            _leave(cluster, users)


def start(cluster: Cluster) -> None:
    """Start the server, unless it runs, and keep it until ``stop``. Raises ``PostgresFailed``."""
    with _alone(cluster):
        server.start(cluster)
        (cluster.home / "kept").write_text(server.birth(cluster))


def stop(cluster: Cluster) -> None:
    """Stop the server; nothing happens when none runs. Raises ``PostgresFailed`` when a program uses it."""
    if not cluster.data.is_dir():
        return
    with _alone(cluster), _open(cluster.var / "postgres.users") as users:
        if not _is_free(users):
            raise PostgresFailed(
                "Another program uses the database: stop that one first (Ctrl-C in its window)."
            )
        (cluster.home / "kept").unlink(missing_ok=True)
        server.stop(cluster)


def is_running(cluster: Cluster) -> bool:
    return server.state(cluster) == "ready"


def _leave(cluster: Cluster, users: IO[str]) -> None:
    with _alone(cluster):
        users.close()
        with _open(cluster.var / "postgres.users") as others:
            if _is_free(others) and not _is_kept(cluster):
                server.stop(cluster)


@contextmanager
def _alone(cluster: Cluster) -> Iterator[None]:
    """Nobody else makes, starts or stops this cluster meanwhile."""
    try:
        cluster.var.mkdir(parents=True, exist_ok=True)
        with _open(cluster.var / "postgres.lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _prepare_home(cluster)
            yield
    except OSError as error:
        raise PostgresFailed(in_plain_words(error, cluster.var)) from error


def _open(path: Path) -> IO[str]:
    """A file to hold a lock on; to read it is enough, so that two accounts can share a cluster."""
    with suppress(FileNotFoundError):
        return path.open()
    return path.open("a+")


def _is_free(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_kept(cluster: Cluster) -> bool:
    """Whether the running server was started by ``start``, to stay."""
    with suppress(OSError, IndexError):
        return (cluster.home / "kept").read_text() == server.birth(cluster)
    return False


def _prepare_home(cluster: Cluster) -> None:
    """Make the cluster's folder where the server's account can enter it; data that are there stay there."""
    account = account_for(cluster)
    if not cluster.home.is_dir():
        cluster.home.mkdir(parents=True)
        cluster.home.chmod(0o755)
    if account is None or is_allowed(account, "-x", cluster.home):
        return
    closed = f"PostgreSQL may not run as root, and the user {account.name} cannot enter {cluster.home}"
    if cluster.data.is_dir():
        raise PostgresFailed(
            f"{closed}, where the database is: open the folders above it (chmod o+x), or move it."
        )
    ELSEWHERE.mkdir(parents=True, exist_ok=True)
    ELSEWHERE.chmod(0o755)
    elsewhere = Path(tempfile.mkdtemp(prefix="cluster-", dir=ELSEWHERE))
    elsewhere.chmod(0o755)
    link = cluster.var / "postgres"
    shutil.rmtree(link)
    link.symlink_to(elsewhere)
    print(f"{closed}: the database is kept in {elsewhere}.", file=sys.stderr)
