"""Nouns of saying with their clause: *the claim that …*, *l'accusation selon laquelle …*, *der Vorwurf, …*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.bounds import clause_end, object_end
from claims.extraction.found import Found, span_of
from claims.extraction.german_nominal import german_clause, german_holder
from claims.extraction.lexicon import Language
from claims.extraction.nominal_french import french_nominal
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import is_comma, matches, phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.subjects import subject_left


def nominal(sentence: Sentence, language: Language) -> Iterator[Found]:
    """*the claim that …*, *l'accusation selon laquelle …*, *der Vorwurf, …*: a noun of saying with its clause."""
    if language.code == "fr":
        yield from french_nominal(sentence, language)
        return
    units = sentence.units
    for at, unit in enumerate(units):
        if unit.kind != "word" or not language.has("nominal_cues", unit.lower) or unit.pos in ("VERB", "AUX"):
            continue
        begin = _nominal_clause(units, at, language)
        if begin < 0:
            continue
        end = clause_end(units, begin, language)
        if language.code == "de":
            end = _before_main_verb(units, at, begin, end, language)
        span = span_of(units, begin, end)
        if span:
            source = _owner(units, at, language)
            if source is None and language.code == "de":
                source = german_holder(units, at, language)
            yield Found(
                "nominal", (span,), ((unit.start, unit.end),), (source,) if source else (), nested=False
            )


def _before_main_verb(units: Sequence[Unit], noun: int, start: int, end: int, language: Language) -> int:
    """German *Mit der Begründung, dass …, | wurde …*: where no verb stands before the noun, one behind ends the clause."""
    if any(is_finite(unit, language) for unit in units[:noun]):
        return end
    for index in range(start + 1, end - 1):
        if is_comma(units[index]) and is_finite(units[index + 1], language):
            return index
    return end


def _nominal_clause(units: Sequence[Unit], at: int, language: Language) -> int:
    """Where the clause of a noun of saying begins, or -1."""
    if language.code == "de":
        return german_clause(units, at, language)
    nearest = range(at + 1, min(len(units) - 1, at + 7))
    for index in nearest:
        if (
            units[index].lower == "that"
            and units[index].pos in ("SCONJ", "PRON", "DET", "ADP")
            and index + 2 < len(units)
            and not is_finite(units[index + 1], language)
        ):
            return index + 1
        if is_finite(units[index], language) or is_comma(units[index]) or units[index].kind == "quote":
            return -1
    return -1


def _owner(units: Sequence[Unit], at: int, language: Language) -> tuple[int, int] | None:
    """Whose saying it is: a possessive before the noun, or *by X*, *von X*, *de X* after it."""
    for index in range(at - 1, max(-1, at - 5), -1):
        if units[index].lower in ("'s", "’s", "s'", "'"):
            start = phrase_start(units, index, 0, language)
            return span_of(units, start, index)
        if (
            language.has("masculine", units[index].lower)
            or language.has("feminine", units[index].lower)
            or units[index].lower in ("their", "its", "leur", "sa", "son")
        ):
            return units[index].start, units[index].end
    if at + 2 < len(units) and units[at + 1].lower in (
        "by",
        "from",
        "of",
        "von",
        "des",
        "der",
        "de",
        "du",
        "d'",
        "vom",
    ):
        begin = at + 1 if units[at + 1].lower in ("des", "der") else at + 2
        return span_of(units, begin, phrase_end(units, begin, len(units), language))
    return None


def stance_noun(sentence: Sentence, language: Language) -> Iterator[Found]:
    """*Lee's support for the plan*, *voiced concerns about the cost*: a noun with an owner and its object."""
    units = sentence.units
    nouns = language.phrases.get("stance_nouns", ())
    openers = {phrase[0] for phrase in nouns}
    for at in range(len(units) - 2):
        if (
            units[at].lower not in openers
            or not any(matches(units, at, phrase) for phrase in nouns)
            or units[at].kind != "word"
        ):
            continue
        source = _possessor(units, at, language) or _holder(units, at, language)
        if source is None:
            continue
        end = object_end(units, at + 2, language)
        if units[at + 1].lower != "to" or units[at + 2].pos != "VERB":
            end = min(end, phrase_end(units, at + 2, end, language))
        span = span_of(units, at + 1 if units[at + 2].form == "Inf" else at + 2, end)
        if span and end > at + 2:
            cue = (units[at].start, units[at + 1].end)
            yield Found("stance-noun", (span,), (cue,), (source,))


def _possessor(units: Sequence[Unit], at: int, language: Language) -> tuple[int, int] | None:
    """*Lee's*, *her*: who holds the stance, directly before the noun or its adjectives."""
    index = at
    while index > 0 and units[index - 1].pos == "ADJ":
        index -= 1
    before = units[index - 1] if index else None
    if before is None:
        return None
    if before.lower in ("'s", "’s", "'", "’"):
        start = phrase_start(units, index - 1, 0, language)
        return span_of(units, start, index - 1) if start < index - 1 else None
    is_own = before.lower in ("his", "her", "their", "its")
    return (before.start, before.end) if is_own else None


HOLDING = frozenset(
    [
        "express",
        "expresses",
        "expressed",
        "expressing",
        "voice",
        "voices",
        "voiced",
        "voicing",
        "raise",
        "raises",
        "raised",
        "raising",
        "offer",
        "offered",
        "announce",
        "announced",
        "announces",
        "declare",
        "declared",
        "repeat",
        "repeated",
        "renew",
        "renewed",
        "reiterate",
        "reiterated",
        "sound",
        "sounded",
        "issue",
        "issued",
        "issues",
        "draw",
        "drew",
        "deliver",
        "delivered",
        "share",
        "shared",
        "make",
        "made",
        "makes",
        "has",
        "have",
        "had",
        "state",
        "stated",
    ]
)


def _holder(units: Sequence[Unit], at: int, language: Language) -> tuple[int, int] | None:
    """*The mayor voiced concerns about …*: the subject of a verb that does no more than hold the noun."""
    index = at
    while index > 0 and units[index - 1].pos in ("ADJ", "ADV", "DET"):
        index -= 1
    if index == 0 or units[index - 1].lower not in HOLDING:
        return None
    start = index - 1
    while start > 0 and (units[start - 1].pos in ("AUX", "ADV")):
        start -= 1
    subject = subject_left(units, start, 0, language)
    return span_of(units, *subject) if subject else None
