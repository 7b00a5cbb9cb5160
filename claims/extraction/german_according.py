"""Where the source of a German according-to phrase ends, which no comma need mark: *Nach Berechnungen von X | mussten …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.found import Found, Range, span_of, spans_of
from claims.extraction.german_phrases import is_information
from claims.extraction.inserted import around
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Sentence, Unit, is_finite


def settle_source(
    units: Sequence[Unit], source: Range, after: int, at: int, language: Language
) -> tuple[Range, int]:
    """The source of a German according-to phrase and where the content goes on behind it.

    A phrase that opens the sentence reaches to the finite verb, which stands second: *Nach Berechnungen von
    Ärzte ohne Grenzen | mussten …*. A relative clause before it is no part of the source.
    """
    if after < len(units) and any(is_comma(unit) for unit in units[source[0] : after]):
        after += is_comma(units[after])  # the comma that closes an apposition
    if at > 0 or after >= len(units) or is_finite(units[after], language):
        return source, after
    verb = next((i for i in range(after, min(len(units), at + 40)) if is_finite(units[i], language)), -1)
    if verb < 0:
        return source, after
    comma = next((i for i in range(after, verb) if is_comma(units[i])), verb)
    if comma == verb or _is_open_apposition(units, comma, verb, language):
        return (source[0], verb), verb
    main = next(
        (
            i + 1
            for i in range(comma + 1, min(len(units) - 1, at + 40))
            if is_comma(units[i]) and is_finite(units[i + 1], language)
        ),
        -1,
    )
    return ((source[0], comma), main) if main > 0 else (source, after)


def _is_open_apposition(units: Sequence[Unit], comma: int, verb: int, language: Language) -> bool:
    """*Nach Angaben von Weber, dem Leiter des Amts | war …*: no second comma closes the apposition."""
    inside = units[comma + 1 : verb]
    return (
        len(inside) > 1
        and units[comma].text == ","
        and inside[0].pos in ("DET", "NOUN", "ADJ")
        and not any(is_comma(unit) or unit.pos in ("VERB", "AUX", "PRON") for unit in inside)
    )


def opens_alone(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether the phrase before *zufolge* at ``at`` is all that stands before the sentence's verb."""
    before = units[:at]
    is_phrase = not any(unit.pos in ("VERB", "AUX") or unit.kind == "punctuation" for unit in before)
    return is_phrase and at + 1 < len(units) and is_finite(units[at + 1], language)


# What leads a phrase in the dative that *nach* may close: *seiner Meinung nach*, *dem Vernehmen nach*.
OWNERS = ("sein", "ihr", "mein", "unser", "dem", "den", "deren", "dessen", "eigene", "aller")


def closes_phrase(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*meiner Meinung nach*: „nach“ after its noun and before a verb or a comma."""
    if at == 0 or not language.has("information", units[at - 1].lower):
        return False
    owner = at - 2
    while owner > 0 and units[owner].pos == "ADJ":
        owner -= 1
    if owner > 0 and units[owner].lower in ("dem", "den") and units[owner - 1].pos == "ADP":
        return False  # in den Berichten nach der Wahl
    return owner >= 0 and units[owner].lower.startswith(OWNERS) or units[at - 1].lower in PLAIN


PLAIN = frozenset(
    {"meinung", "ansicht", "auffassung", "angaben", "worten", "einschätzung", "aussage", "darstellung"}
)


def stated_there(sentence: Sentence, previous: Sentence | None, language: Language) -> Found | None:
    """*Die Bank legte Zahlen vor. Danach stieg der Gewinn*: what is told by a paper that the sentence before names.

    Without one, *danach* tells when.
    """
    units = sentence.units
    at = next((i for i, unit in enumerate(units[:6]) if unit.lower == "danach"), -1)
    if language.code != "de" or previous is None or at < 0 or not is_finite(units[abs(at - 1)], language):
        return None
    if not any(is_information(unit, language) for unit in previous.units):
        return None
    spans = spans_of(units, around(units, at, at + 1, language))
    told_by = (units[at].start, units[at].end)
    return Found("according-to", spans, (told_by,), (told_by,)) if spans else None


# Prepositions that a relative pronoun may follow: *laut dem*, *nach denen*.
BEFORE_RELATIVES = frozenset({"laut", "nach", "gemäß"})


def told_by_relative(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*ein Gutachten, laut dem …*, *die Umfragen, nach denen …*: the relative pronoun stands for a paper before the comma."""
    if language.code != "de" or at < 2 or at + 3 >= len(units):
        return None
    pronoun = units[at + 1]
    if not is_comma(units[at - 1]) or pronoun.lower not in ("dem", "der", "denen") or pronoun.pos == "DET":
        return None
    if units[at].lower != "laut" and not any(
        is_information(unit, language) for unit in units[max(0, at - 8) : at]
    ):
        return None
    span = span_of(units, at + 2, clause_end(units, at + 2, language))
    cue, source = (units[at].start, units[at].end), (pronoun.start, pronoun.end)
    return Found("according-to", (span,), (cue,), (source,)) if span else None
