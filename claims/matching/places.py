"""Where the units of a reading stand in their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claims.extraction.records import Span
from claims.matching.reading import read

BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=50_000)
def places_of(text: str, language: str) -> tuple[Span, ...]:
    """The stretch of each unit, half open; the parts of a compound share the word's."""
    found: list[Span] = []
    cursor = 0
    before: tuple[str, Span] = ("", (0, 0))
    for unit in read(text, language).units:
        if unit.printed == before[0] and not _search(text, unit.printed, cursor):
            found.append(before[1])
            continue
        span = _search(text, unit.printed, cursor) or before[1]
        found.append(span)
        before = unit.printed, span
        cursor = max(cursor, span[1])
    return tuple(found)


def _search(text: str, printed: str, start: int) -> Span | None:
    """Words as the tokens have them: hyphens, apostrophes and other marks between them may stand in the text."""
    if not printed:
        return None
    pattern = r"[\W_]*".join(re.escape(word).replace("'", "['’]?") for word in printed.split())
    match = re.compile(pattern).search(text, start)
    return match.span() if match else None


def stretch(spans: Iterable[Span]) -> Span:
    """From the first to the last."""
    listed = list(spans)
    return min(start for start, _ in listed), max(end for _, end in listed)
