"""Readings of a text that are for comparing only: offsets into them mean nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Bullets and brackets around furniture: "[Anzeige]", "» Lire aussi".
MARKS_AROUND = " \t•·*#|<>‹›»→►▸▶–—-_[](){}"
WORD = re.compile(r"\w+")
BLANKS = re.compile(r"\s+")
TITLE_LENGTH = 90  # a line on the front page holds about this many


@lru_cache(maxsize=4096)  # pages repeat their labels, and several rules ask about one line
def plain(text: str) -> str:
    """Small letters without accents, straight apostrophes, single blanks, no bullets: what patterns are written for."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return BLANKS.sub(" ", letters.replace("’", "'").replace("‘", "'")).strip(MARKS_AROUND)


def words(text: str) -> list[str]:
    """The words of a text in one spelling (composed, case folded): what two copies of a report have in common."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def headline(text: str) -> str:
    """A title for a report that brought none: its first line, cut between words at about 90 characters."""
    first = BLANKS.sub(" ", text.strip().split("\n", 1)[0]).strip()
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
