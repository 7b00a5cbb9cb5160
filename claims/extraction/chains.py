"""Chains of sources: *according to the FT, the White House considers …* is the White House, via the FT."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.found import Found, letters
from claims.extraction.lexicon import Language

# The share of the outer content that the inner telling must fill; "that" and an adverb may be left over.
FILLED = 0.85


def join_chains(found: list[Found], text: str, language: Language) -> list[Found]:
    """Drop a telling that holds nothing but another's telling; the inner one keeps its source as ``via``.

    A French publication that *affirme que* another says something stays a teller, and is the inner one's ``via`` too.
    """
    outer = [one for one in found if one.rule == "according-to" and one.source]
    dropped: set[int] = set()
    joined = list(found)
    for shell in outer:
        inner = next(
            (
                index
                for index, one in enumerate(joined)
                if one is not shell and _fills(one, shell) and not _is_share(one, text)
            ),
            None,
        )
        if inner is not None:
            joined[inner] = replace(joined[inner], via=shell.source, nested=False)
            dropped.add(id(shell))
    if language.code == "fr":
        relays = [
            one for one in found if one.rule == "complementizer" and _is_publication(one, text, language)
        ]
        for shell in relays:
            for index, one in enumerate(joined):
                if one is not shell and _fills(one, shell):
                    joined[index] = replace(one, via=shell.source)
        dropped |= {id(one) for one in found if _merely_passes_on(one, found, text, language)}
    return [one for one in joined if id(one) not in dropped]


def _is_share(one: Found, text: str) -> bool:
    """*81 % of the voters say …, according to a poll*: nobody in particular speaks, the poll does."""
    start, end = one.source[0]
    return re.match(r"\d[\d.,]*\s?%", text[start:end]) is not None


def _is_publication(one: Found, text: str, language: Language) -> bool:
    source = " ".join(text[start:end] for start, end in one.source).lower()
    words = source.replace("’", "' ").split()
    return any(
        language.has("publications", word) or language.has("publication_names", word) for word in words
    )


def _merely_passes_on(shell: Found, found: list[Found], text: str, language: Language) -> bool:
    """*Des informations indiquent que Nordline a signalé …*: a thing relays what somebody with a name says."""
    if shell.rule != "complementizer" or not shell.source:
        return False
    start, end = shell.source[0]
    noun = next(
        (word for word in text[start:end].lower().split() if not language.has("determiners", word)), ""
    )
    if not language.has("speechless", noun):
        return False
    begin, whole = shell.start, letters(shell.content)
    return any(
        one.source and one.source[0][0] == begin and letters(one.cue) <= whole for one in found if one.cue
    )


def _fills(inner: Found, shell: Found) -> bool:
    if inner.rule in ("according-to", "nominal") or not inner.source or not inner.cue:
        return False
    whole = letters(shell.content)
    told = letters(inner.content) | letters(inner.cue) | letters(inner.source)
    return letters(inner.cue) <= whole and len(told & whole) >= FILLED * len(whole)
