"""Whose words a report says that somebody uses: *« opération malveillante », selon les mots du FT*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claims.extraction.records import Speaker
from claims.matching.reading import read
from claims.matching.reported import ReportedWording, marks_in, marks_of

NAME = r"(?P<name>[^,;:.!?()«»“”„\"]{2,60})"
CREDITS = {
    "fr": re.compile(
        r"(?:selon|pour reprendre|dans|d['’]après)\s+(?:les\s+(?:mots|termes|propos|paroles)|l['’]expression|la\s+formule)\s+"
        rf"(?:employée?s?\s+par\s+|d[ue]s?\s+|de\s+l[a'’]\s*|d['’]){NAME}",
        re.I,
    ),
    "en": re.compile(rf"(?:in the words of|to use the words of|to quote)\s+(?:the\s+)?{NAME}", re.I),
    "de": re.compile(
        rf"(?:in|mit|nach)\s+den\s+Worten\s+(?:von\s+|vom\s+|der\s+|des\s+)?{NAME}"
        rf"|(?:so|um)\s+die\s+(?:Worte|Formulierung)\s+(?:von\s+|vom\s+|der\s+|des\s+)(?P<other>[^,;:.!?()«»“”„\"]{{2,60}})",
        re.I,
    ),
}


def credited_words(wording: ReportedWording, speakers: Iterable[Speaker]) -> Speaker | None:
    """The one speaker whose words the sentence says these are, if that is not who is said to say them."""
    name = _name_in(wording.content, wording.after, wording.language)
    if not name:
        return None
    marks = marks_in(read(name, wording.language))
    found = {one.slug: one for one in speakers if marks & marks_of(one)}
    if len(found) != 1:
        return None
    author = next(iter(found.values()))
    return None if wording.speaker and author.slug == wording.speaker.slug else author


@lru_cache(maxsize=50_000)
def _name_in(content: str, after: str, language: str) -> str:
    """The name that stands in the content's own end, or directly behind it; further on, it credits something else."""
    if language not in CREDITS:
        return ""
    match = CREDITS[language].search(content) or CREDITS[language].match(after.lstrip(" ,;:–—»“”\"’'"))
    if not match:
        return ""
    return next((value for value in match.groupdict().values() if value), "")
