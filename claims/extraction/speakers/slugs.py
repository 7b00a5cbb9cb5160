"""Slugs and initials of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Small words inside a name that give no initial: Bank of England -> BE.
SMALL_WORDS = frozenset(
    {"of", "the", "for", "and", "de", "du", "des", "la", "le", "von", "der", "für", "à", "&"}
)


@lru_cache(maxsize=4096)
def slugify(name: str) -> str:
    """ASCII words joined by hyphens, at most 80 characters; never empty: *Élysée* -> ``elysee``."""
    flat = name.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").replace("ł", "l").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", flat).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return slug or "u" + "-".join(f"{ord(char):x}" for char in name[:8])


def initials(name: str) -> str:
    """*Financial Times* -> ``FT``."""
    return "".join(
        word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in SMALL_WORDS
    ).upper()


def is_acronym(name: str) -> bool:
    """Whether a name is written like an acronym: *FT*, *HRW*."""
    return 2 <= len(name) <= 5 and name.isupper()
