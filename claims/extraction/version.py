"""Which extraction read an article: a fingerprint of its rules, words and weights.

It changes with every file here, so that `manage.py reread` reads again after any change and after none.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# The scores stand for the weights beside them: a training writes both, and the weights take long to read.
KINDS = ("*.py", "*.tsv", "*.toml", "scores.json")


@cache
def fingerprint() -> str:
    """Twelve hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted({path for kind in KINDS for path in FOLDER.rglob(kind)}):
        digest.update(str(path.relative_to(FOLDER)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
