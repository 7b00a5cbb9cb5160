"""What tests of the machine share: disks of any kind, and tidying up after a server."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from newsclaims import postgres
from newsclaims.postgres import Cluster, PostgresFailed

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may do this")


@contextmanager
def mounted(folder: Path, *how: str) -> Iterator[Path]:
    """``mount HOW FOLDER`` for as long as the block lasts; the test is skipped where that is not allowed."""
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", *how, folder], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def removed(folder: Path) -> None:
    """Stop every server whose data lie below the folder and remove it all."""
    for cluster in {Cluster(path.parent) for path in folder.rglob("postgres") if path.is_dir()}:
        (cluster.home / "kept").unlink(missing_ok=True)
        with suppress(PostgresFailed):
            postgres.stop(cluster)
        shutil.rmtree(cluster.sockets, ignore_errors=True)
    shutil.rmtree(folder)
