"""Who runs the server: PostgreSQL refuses to run as root, so root hands it to an account without rights."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclaims.postgres.cluster import Cluster, PostgresFailed


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    uid: int
    gid: int


def account_for(cluster: Cluster) -> Account | None:
    """The account to step down to; None means ourselves. Data keep the owner they have.

    Raises ``PostgresFailed`` when somebody else owns the data and we are not root.
    """
    owner = cluster.data.stat().st_uid if cluster.data.is_dir() else None
    if os.geteuid() == 0:
        return _known(owner) if owner else _without_rights()
    if owner not in (None, os.geteuid()):
        raise PostgresFailed(
            f"The database in {cluster.home} belongs to another user (number {owner}): work as that user or as root,"
            f" or name another folder with NEWSCLAIMS_VAR."
        )
    return None


def is_allowed(account: Account, flag: str, path: Path) -> bool:
    """Whether ``test FLAG PATH`` holds for the account: the system itself is asked, through all parent folders."""
    return subprocess.run(["test", flag, path], **stepping_down(account)).returncode == 0


def stepping_down(account: Account | None) -> dict[str, Any]:
    """Arguments of ``subprocess`` for a program of the server: its account, no environment of ours."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
    who = {"user": account.uid, "group": account.gid, "extra_groups": ()} if account else {}
    return {"env": environment, "cwd": "/", **who}


def give(path: Path, account: Account | None) -> None:
    if account:
        os.chown(path, account.uid, account.gid)


def _known(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise PostgresFailed(
            f"The database belongs to user number {uid}, whom this machine does not know:"
            f" give it to a user of this machine (chown -R)."
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _without_rights() -> Account:
    """``nobody``, else any account but root; initdb wants one with a name, so a free number will not do."""
    others = sorted(
        (entry for entry in pwd.getpwall() if entry.pw_uid), key=lambda entry: entry.pw_name != "nobody"
    )
    if not others:
        raise PostgresFailed(
            "PostgreSQL may not run as root and there is no other user: work as one, or set DATABASE_URL."
        )
    return Account(others[0].pw_name, others[0].pw_uid, others[0].pw_gid)
