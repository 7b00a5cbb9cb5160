"""Readable names for claims that have no number: `alibaba-denies-soutenir-armee-chinoise-contre`. Django-free."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from claims.matching.linking import Saying

WORDS = 4  # enough to tell the claims of one speaker apart, short enough to be read
SHORTEST_WORD = 4  # letters; shorter ones are mostly articles, prepositions and auxiliaries
_ACTS = {
    "asserts": "says",
    "denies": "denies",
    "declines-to-comment": "declines",
    "cannot-verify": "cannot-verify",
}
_PREFERRED = ("en", "fr", "de")  # the interface's own language first
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})


def claim_slugs(claims: Sequence[tuple[str, Sequence[Saying]]]) -> list[str]:
    """A slug for each claim, given as its speaker's slug and its sayings; no two are the same.

    A slug depends on what is said, not on the order of the reports; only claims that would share one are numbered.
    """
    chosen = [min(sayings, key=_rank) for _, sayings in claims]
    slugs = [_slug(speaker, saying) for (speaker, _), saying in zip(claims, chosen, strict=True)]
    taken: Counter[str] = Counter()
    for index in sorted(range(len(claims)), key=lambda index: _rank(chosen[index])):
        base = slug = slugs[index]
        while taken[slug]:
            taken[base] += 1
            slug = f"{base}-{taken[base]}"
        taken[slug] += 1
        slugs[index] = slug
    return slugs


def _rank(saying: Saying) -> tuple[object, ...]:
    language = _PREFERRED.index(saying.language) if saying.language in _PREFERRED else len(_PREFERRED)
    return (
        saying.nested,
        bool(saying.continues),
        language,
        saying.published or date.max,
        saying.article,
        saying.key,
    )


def _slug(speaker: str, saying: Saying) -> str:
    plain = unicodedata.normalize("NFKD", saying.content.casefold().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)))
    telling = [word for word in words if len(word) >= SHORTEST_WORD or word.isdigit()] or words
    return "-".join([speaker or "unnamed", _ACTS[saying.stance], *telling[:WORDS]])
