"""Finds the words that leave a content open: *allegedly*, *mutmaßlich*, *soll*, *présumé*, *aurait*."""

from __future__ import annotations

import re
from functools import cache

from claims.extraction.lexicon import Language, load_language
from claims.extraction.records import Spans


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = sorted(load_language(code).words["hedges"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)", re.IGNORECASE)


def find_hedges(content: Spans, text: str, language: Language) -> Spans:
    """Hedging words inside the content, in the order of the text."""
    return tuple(
        match.span() for start, end in content for match in _pattern(language.code).finditer(text, start, end)
    )
