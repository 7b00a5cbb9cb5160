"""Where the source of a German according-to phrase ends, which no comma need mark: *Nach Berechnungen von X | mussten …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.found import Range
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit, is_finite


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
    if comma == verb:
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


def closes_phrase(units: Sequence[Unit], at: int) -> bool:
    """*meiner Meinung nach*: „nach“ after its noun and before a verb or a comma."""
    before = units[at - 1].lower if at else ""
    return before in (
        "meinung",
        "ansicht",
        "auffassung",
        "angaben",
        "worten",
        "einschätzung",
        "aussage",
        "darstellung",
    )
