"""Contents as the corpora write them that count *that*, *whether*, *dass* or *ob* among the told words.

The annotation guide leaves such a word out, and so does all else here. PARC, PolNeAR and the quotations of German
Wikinews keep it; figures that ask for contents right to the letter are comparable only in one convention.
"""

from __future__ import annotations

import re
from functools import cache

from claims.extraction.lexicon import LANGUAGES, load_language
from claims.extraction.records import Spans

_LONGEST = 16  # code points before a content in which such a word, a blank and an opening mark can stand


def with_complementizer(text: str, content: Spans, language: str) -> Spans:
    """The content (code points of `text`), from the complementizer on that stands right before it, if one does."""
    if not content or language not in LANGUAGES:
        return content
    (start, end), *others = content
    lead = _lead(language).search(text, max(0, start - _LONGEST), start)
    return ((lead.start(), end), *others) if lead else content


@cache
def _lead(language: str) -> re.Pattern[str]:
    """A complementizer at the end of some text; between it and the content there may be an opening mark."""
    words = load_language(language).words
    lost = "|".join(sorted(words["complementizers"] - words["kept_complementizers"])).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{lost})\s*[\"“„”»«‘‚']?\s*\Z", re.IGNORECASE)
