"""Where an English object ends: before a comma, a clause of its own or a second verb."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.bounds import clause_end
from claims.extraction.lexicon import Language
from claims.extraction.phrases import is_comma, phrase_end
from claims.extraction.reading import Unit, is_finite

# Behind a comma these go on with the phrase before it.
GOING_ON = frozenset({"including", "especially", "particularly", "notably"})


def object_end(units: Sequence[Unit], start: int, language: Language) -> int:
    """Where an object begun at ``start`` ends."""
    high = clause_end(units, start, language)
    is_list = False
    for at in range(start + 1, high):
        unit = units[at]
        if is_comma(unit):
            if not (_goes_on(units, at, high, language) or is_list and _ends_list(units, at, high, language)):
                return at
            is_list = True
        if language.has("coordinators", unit.lower) and any(
            is_finite(later, language) and later.lower not in ("'s", "’s") for later in units[at + 1 : at + 3]
        ):
            return at
        if _opens_clause(units, at, high, language):
            return at
    return high


def _opens_clause(units: Sequence[Unit], at: int, high: int, language: Language) -> bool:
    """*because he left*, but not *a split if the talks fail* nor *attacked Lee as being too close*."""
    unit = units[at]
    if unit.pos != "SCONJ" or not language.has("subordinators", unit.lower) or unit.lower == "if":
        return False
    return unit.lower != "as" or any(is_finite(later, language) for later in units[at + 1 : high])


def _goes_on(units: Sequence[Unit], comma: int, high: int, language: Language) -> bool:
    """A comma inside a list, a place name (*Tampa, Fla.*) or between adjectives, or before an example."""
    after = units[comma + 1] if comma + 1 < high else None
    if after is None:
        return False
    if after.lower in GOING_ON or after.pos == "PROPN" and after.text.endswith("."):
        return True
    if units[comma - 1].pos == "ADJ" and after.pos == "ADJ" and units[comma].text == ",":
        return comma + 2 < high and units[comma + 2].pos in ("NOUN", "ADJ")
    return _lists(units, comma, high, language)


def _ends_list(units: Sequence[Unit], comma: int, high: int, language: Language) -> bool:
    """*a bond, a pact, and a loan*: the comma before the last of them, and no clause behind it."""
    after = units[comma + 1] if comma + 1 < high else None
    if after is None or after.lower not in ("and", "or"):
        return False
    stop = phrase_end(units, comma + 2, high, language)
    return stop > comma + 2 and not (stop < high and is_finite(units[stop], language))


def _lists(units: Sequence[Unit], comma: int, high: int, language: Language) -> bool:
    """A comma inside a list or around an apposition: the phrase goes on behind it."""
    after = units[comma + 1]
    if (
        after.form in ("Part", "Ger")
        or language.has("relatives", after.lower)
        and after.pos != "PRON"
        or after.pos in ("ADP", "SCONJ", "CCONJ", "ADV")
    ):
        return False
    stop = next((i for i in range(comma + 1, high) if is_comma(units[i])), high)
    if any(is_finite(unit, language) for unit in units[comma + 1 : stop]):
        return False
    return any(language.has("coordinators", unit.lower) for unit in units[comma + 1 : high])
