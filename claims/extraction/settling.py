"""Settles which of two rules that claim the same words is believed, and which saying lies inside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attitudes import is_mere_attitude, is_minor_inside
from claims.extraction.found import Found, letters
from claims.extraction.lexicon import Language

# How strongly a rule speaks when two rules claim the same words; the order follows their precision on the tuning sets.
ORDER = (
    "label",
    "colon-continuation",
    "colon",
    "quotation-left",
    "inside-quotation",
    "reads",
    "so",
    "as-told",
    "complementizer",
    "clause-left",
    "according-to",
    "quotation-right",
    "accusation",
    "bare-clause",
    "infinitive",
    "raised",
    "nominal",
    "judged",
    "predicate",
    "prepositional",
    "noun-phrase",
    "parsed",
    "attitude",
    "stance-noun",
    "mood",
    "hearsay",
    "presented",
    "declined",
    "unverified",
    "floating",
    "back-reference",
    "act",
    "reported-clause",
)
# What these claim is told by nothing else in the sentence, or not at all.
LAST = frozenset({"act", "reported-clause"})


def settled(found: list[Found], text: str, language: Language) -> list[Found]:
    """Let the stronger rule have words of ``text`` that two rules claim; a clear part of another stays as nested."""
    kept: list[tuple[Found, set[int]]] = []
    for candidate in sorted(found, key=lambda one: (ORDER.index(one.rule), one.start)):
        words = letters(candidate.content)
        cue = letters(candidate.cue)
        if not words:
            continue
        nested, refused = False, False
        for other, theirs in kept:
            common = len(words & theirs)
            if not common:
                continue
            if candidate.rule in LAST:  # a clause that holds another telling is not told by its own name
                refused = True
                break
            if cue and cue <= theirs and common == len(words):
                nested = True
            elif letters(other.cue) and letters(other.cue) <= words and theirs <= words:
                continue  # the wider telling: *dément un article l'accusant de …*
            elif common / len(words | theirs) > 0.55:
                refused = True
                break
            elif letters(other.cue) & words:  # this one holds the other's cue: it is the wider telling
                continue
            elif common > 0.5 * min(len(words), len(theirs)) and not cue <= theirs:
                refused = True
                break
        if not refused and not (nested and is_mere_attitude(candidate)):
            kept.append((replace(candidate, nested=candidate.nested or nested), words))
    marked = [replace(one, nested=one.nested or _is_nested(one, words, kept)) for one, words in kept]
    told = [one for one in marked if not (one.nested and is_minor_inside(one, text, language))]
    return sorted(told, key=lambda one: (one.start, one.content))


def _is_nested(one: Found, words: set[int], kept: Sequence[tuple[Found, set[int]]]) -> bool:
    """Whether cue and content both lie inside the content of another."""
    cue = letters(one.cue)
    return bool(cue) and any(other is not one and cue <= theirs and words <= theirs for other, theirs in kept)
