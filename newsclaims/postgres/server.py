"""Making a cluster, starting and stopping its server. Callers hold the cluster's lock."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal

from newsclaims.places import disk_is_full
from newsclaims.postgres import programs
from newsclaims.postgres.accounts import Account, account_for, give, stepping_down
from newsclaims.postgres.cluster import NAME, SOCKET_NAME, Cluster, PostgresFailed

PATIENCE = 15.0  # seconds: the children of a server that crashed may hold its memory a little longer
RECOVERY = 300.0  # seconds that a living server may take to replay its log
LOG_LIMIT = 5_000_000  # bytes; a longer log starts anew
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Parallel queries need /dev/shm, of which containers have little; our tables are small.
    "max_parallel_workers_per_gather": "0",
}
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

State = Literal["ready", "busy", "stopped"]
_children: dict[Path, subprocess.Popen[bytes]] = {}  # servers that this process started, to reap them


def state(cluster: Cluster) -> State:
    """What the server answers on its socket; a pid file proves nothing after a crash."""
    if not (cluster.sockets / SOCKET_NAME).exists() or not (cluster.data / "postmaster.pid").exists():
        return "stopped"
    answer = programs.run(
        cluster, "pg_isready", "-q", "-h", cluster.sockets, "-U", NAME, "-d", NAME, "-t", "5"
    ).returncode
    return "ready" if answer == 0 else "busy" if answer == 1 else "stopped"


def start(cluster: Cluster) -> None:
    """Make the cluster when there is none, and start its server when it does not run."""
    if state(cluster) != "stopped" and _comes_up(cluster, None):
        return
    account = account_for(cluster)
    programs.open_to(account, cluster)
    if not cluster.data.is_dir():
        _make(cluster, account)
    _make_private(cluster.sockets, account)
    _reap(cluster)
    _launch(cluster, account)


def stop(cluster: Cluster) -> None:
    """Stop the server in good order; open transactions are rolled back. Nothing happens when none runs."""
    if state(cluster) != "stopped":
        said = programs.run(cluster, "pg_ctl", "stop", "-D", cluster.data, "-m", "fast", "-t", "60")
        if said.returncode and state(cluster) != "stopped":
            raise PostgresFailed(f"The database does not stop: {_reason(said.stdout)}")
    _reap(cluster)


def birth(cluster: Cluster) -> str:
    """Process id and second of start: tells this server from any before and after it."""
    lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    return f"{lines[0]} {lines[2]}"


def _reap(cluster: Cluster) -> None:
    """Ask after a server of ours that ended: until then its number is taken, and PostgreSQL thinks that it lives."""
    if child := _children.pop(cluster.data, None):
        child.wait(PATIENCE)


def _make(cluster: Cluster, account: Account | None) -> None:
    """Make the cluster and its database aside, then move it into place: half a cluster is never seen."""
    for rest in cluster.home.glob("making-*"):
        shutil.rmtree(rest, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="making-", dir=cluster.home) as folder:
        give(Path(folder), account)
        data = Path(folder) / "data"
        how = [
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--encoding=UTF8",
            "--auth=trust",
            f"--username={NAME}",
        ]
        _check(
            cluster,
            programs.run(cluster, "initdb", *how, *([] if cluster.is_durable else ["--no-sync"]), "-D", data),
        )
        create = f"CREATE DATABASE {NAME};\n"
        _check(cluster, programs.run(cluster, "postgres", "--single", "-D", data, "postgres", read=create))
        data.rename(cluster.data)


def _check(cluster: Cluster, said: subprocess.CompletedProcess[str]) -> None:
    if said.returncode:
        raise _explained(cluster, said.stdout, "The database cannot be made")


def _make_private(sockets: Path, account: Account | None) -> None:
    """A folder that only the server's account can enter; anything else at its place is refused."""
    with suppress(FileExistsError):
        sockets.mkdir(mode=0o700)
        give(sockets, account)
    found = sockets.lstat()
    owner = account.uid if account else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or stat.S_IMODE(found.st_mode) != 0o700:
        raise PostgresFailed(
            f"{sockets} is not a private folder of the database's user: remove it and try again."
        )


def _launch(cluster: Cluster, account: Account | None) -> None:
    """Start the server; after a crash try again for a while. ``postmaster.pid`` is PostgreSQL's own affair."""
    options = (
        OPTIONS | {"unix_socket_directories": str(cluster.sockets)} | ({} if cluster.is_durable else CARELESS)
    )
    command = [str(programs.program(cluster, "postgres")), "-D", str(cluster.data)]
    command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    deadline = time.monotonic() + PATIENCE
    while True:
        with _open_log(cluster.log) as log:
            begin = log.tell()
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us; we stop the server when nobody uses it any more
                **stepping_down(account),
            )
            _children[cluster.data] = child
        if _comes_up(cluster, child):
            return
        _reap(cluster)
        said = cluster.log.read_bytes()[begin:].decode(errors="replace")
        if time.monotonic() > deadline or _is_full(cluster, said):
            raise _explained(cluster, said, "The database does not start")
        time.sleep(0.5)


def _open_log(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > LOG_LIMIT:
        path.unlink()
    return open(path, "ab", opener=lambda name, flags: os.open(name, flags, 0o600))


def _comes_up(cluster: Cluster, child: subprocess.Popen[bytes] | None) -> bool:
    """Wait until the server is ready; False when it ends instead."""
    deadline = time.monotonic() + RECOVERY
    while time.monotonic() < deadline:
        now = state(cluster)
        if child is not None and child.poll() is not None:
            return False
        if now == "ready":
            return True
        if child is None and now == "stopped":
            return False
        time.sleep(0.05)
    raise PostgresFailed(
        f"The database has not come up in {RECOVERY:.0f} s: see {cluster.log}, and try again."
    )


def _explained(cluster: Cluster, said: str, what: str) -> PostgresFailed:
    if _is_full(cluster, said):
        return PostgresFailed(disk_is_full(cluster.var))
    return PostgresFailed(f"{what}: {_reason(said)} The whole story is in {cluster.log}.")


def _is_full(cluster: Cluster, said: str) -> bool:
    return "No space left on device" in said or shutil.disk_usage(cluster.home).free < 1_000_000


def _reason(said: str) -> str:
    """The line that says why, of what a program of PostgreSQL printed."""
    lines = [line for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL" in line or "error:" in line or "PANIC" in line]
    return (telling or lines or ["it gave no reason."])[-1]
