"""Where the project lies and where it keeps what it makes. Standard library only: set-up reads it too."""

from __future__ import annotations

import errno
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Database, secret key, collected static files. A relative NEWSCLAIMS_VAR counts from the project's folder.
VAR = ROOT / (os.environ.get("NEWSCLAIMS_VAR") or "var")


def in_plain_words(error: OSError, folder: Path) -> str:
    """One sentence that says what to do about an error of the file system below ``folder``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_is_full(folder)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        where = error.filename or folder
        return f"{where} cannot be used ({error.strerror}): make {folder} writable for yourself, {_or_elsewhere(folder)}."
    return f"{folder} cannot be used: {error}."


def disk_is_full(folder: Path) -> str:
    return f"The disk that holds {folder} is full: free some space, {_or_elsewhere(folder)}."


def _or_elsewhere(folder: Path) -> str:
    if folder == ROOT:
        return "or copy the project to another place"
    return "or name a folder elsewhere with NEWSCLAIMS_VAR"
