"""python -m newsclaims.environment base|dev|embeddings|chromium: what a fresh machine lacks.

Makes ``.venv`` and installs the hash-pinned requirements, only when they changed since the last time. Runs
on the system's Python, before anything is installed: standard library only.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsclaims.places import ROOT, disk_is_full, in_plain_words

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Stands as long as an install runs; one that was interrupted may have left half a package, so we begin anew.
UNFINISHED = VENV / "unfinished"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class SetupFailed(Exception):
    """The machine lacks something; the message is one sentence that says what to do."""


def main() -> int:
    wanted = sys.argv[1]
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # ends pip, too
    try:
        if wanted == "chromium":
            ensure_chromium()
        else:
            with _alone():
                ensure_requirements(wanted)
    except SetupFailed as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(in_plain_words(error, ROOT), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def ensure_requirements(kind: str) -> None:
    """Install ``requirements/KIND.txt`` into ``.venv``, unless exactly that was done before."""
    wanted = ROOT / "requirements" / f"{kind}.txt"
    stamp = VENV / f"installed-{kind}"
    is_sound = _runs() and not UNFINISHED.exists()
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if is_sound and stamp.exists() and stamp.read_text() == digest:
        return
    begun = time.monotonic()
    print(
        f"Setting up: installing {wanted.relative_to(ROOT)} into .venv (only when it changes) ...", flush=True
    )
    if not is_sound:
        _make_venv()
    UNFINISHED.touch()
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--require-hashes", "-r", str(wanted)]
    _run(pip, "The requirements cannot be installed (is there a network, and does pip know the way to it?)")
    stamp.write_text(digest)
    UNFINISHED.unlink()
    print(f"Set up in {time.monotonic() - begun:.0f} s.", flush=True)


def ensure_chromium() -> None:
    """Chromium for the browser tests: by apt where that is possible, else a word about it.

    Raises ``SetupFailed`` on a machine of continuous integration, where a test must not be left out.
    """
    if _has_chromium():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Setting up: installing chromium by apt (once) ...", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "--quiet", "--quiet", *command], env=quiet, stdout=subprocess.DEVNULL)
    if _has_chromium():
        return
    lack = "Chromium is missing: install it (Debian: apt install chromium) for the browser tests."
    if os.environ.get("CI"):
        raise SetupFailed(lack)
    print(f"{lack} They are left out.", flush=True)


def _has_chromium() -> bool:
    return any(shutil.which(name) for name in CHROMIUM)


def _runs() -> bool:
    """Whether .venv has a Python that works: an upgrade or a move of the machine's own breaks it."""
    try:
        return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def _make_venv() -> None:
    try:
        import ensurepip  # noqa: F401  (Debian ships it apart)
    except ImportError:
        raise SetupFailed(
            f"Python's venv is missing: install it (Debian: apt install python3.{sys.version_info.minor}-venv)."
        ) from None
    # Not venv's own --clear, which would follow a link to a folder that is not ours.
    if VENV.exists() and not VENV.is_symlink():
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    # In two steps: venv would not tell why its pip cannot be installed.
    _run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], "The virtual environment cannot be made")
    _run([str(PYTHON), "-m", "ensurepip", "--default-pip"], "pip cannot be installed")


def _run(command: list[str], what: str) -> None:
    """Run a command quietly; what it printed is shown when it fails, and ``SetupFailed`` sums up."""
    said = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=False,  # it holds our lock, so that nobody meddles while it outlives us
    )
    if said.returncode == 0:
        return
    if "No space left on device" in said.stdout or "Disk quota exceeded" in said.stdout:
        raise SetupFailed(disk_is_full(ROOT))
    lines = [line.strip() for line in said.stdout.splitlines() if line.strip()]
    telling = [line for line in lines if "error" in line.lower()] or lines or ["no reason given"]
    raise SetupFailed(f"{what}: {telling[-1].removeprefix('ERROR: ')}")


@contextmanager
def _alone() -> Iterator[None]:
    """Two set-ups in the same folder wait for each other."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        os.set_inheritable(folder, True)
        yield
    finally:
        os.close(folder)


if __name__ == "__main__":
    sys.exit(main())
