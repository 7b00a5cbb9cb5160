"""Main and subordinate clauses of German, told apart by commas, first words and the place of the finite verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.lexicon import Language
from claims.extraction.moods import is_konjunktiv
from claims.extraction.phrases import Range, is_comma
from claims.extraction.reading import Unit, is_finite

STOPS = frozenset({";", ":"})


def comma_parts(units: Sequence[Unit], start: int, end: int) -> Iterator[Range]:
    """The stretches between commas of ``[start, end)``, the empty ones left out."""
    low = start
    for at in range(start, end + 1):
        if at == end or is_comma(units[at]) or units[at].text in STOPS:
            if at > low:
                yield low, at
            low = at + 1


def leads_subordinate(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether a subordinate clause opens at ``at``: *weil …*, *die …* behind a comma, *in der …*, *welche …*."""
    first = units[at]
    if language.has("coordinators", first.lower) and at + 1 < len(units):
        first = units[at + 1]
    after_comma = at > 0 and is_comma(units[at - 1])
    if first.lower in ("damit", "da") and at + 1 < len(units) and is_finite(units[at + 1], language):
        return False  # damit solle …: an adverb before its verb
    if language.has("subordinators", first.lower) or language.has("complementizers", first.lower):
        return True
    if first.lower.startswith("welch") or first.lower == "so" and _is(units, at + 1, "dass", "daß"):
        return True
    if not after_comma:
        return False
    return _is_relative(units, at, language) or (
        first.pos == "ADP" and at + 1 < len(units) and _is_relative(units, at + 1, language)
    )


def _is_relative(units: Sequence[Unit], at: int, language: Language) -> bool:
    """A relative pronoun: the finite verb closes its clause."""
    if not language.has("relatives", units[at].lower) and not units[at].lower.startswith("welch"):
        return False
    end = next(
        (
            i
            for i in range(at + 1, len(units))
            if units[i].kind == "punctuation" and units[i].text not in "-/&"
        ),
        len(units),
    )
    if units[at].lower in ("deren", "dessen", "denen"):
        return end > at + 1
    first = next((i for i in range(at + 1, end) if is_finite(units[i], language)), end)
    if units[at].pos == "DET" and first - at <= 3 and first < end and is_konjunktiv(units[first]):
        return False  # sie sagte, das Schiff sinke
    return first < end and all(unit.pos in VERBAL for unit in _up_to_coordinator(units[first:end], language))


VERBAL = frozenset({"VERB", "AUX"})


def _up_to_coordinator(units: Sequence[Unit], language: Language) -> Iterator[Unit]:
    """*die kommen | und bleiben*: the first of two verb groups."""
    for unit in units:
        if language.has("coordinators", unit.lower):
            return
        yield unit


def _is(units: Sequence[Unit], at: int, *words: str) -> bool:
    return at < len(units) and units[at].lower in words


def holds_main_clause(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """Whether ``[start, end)`` is more than a phrase with subordinate clauses: a finite verb stands in its own right."""
    for low, high in comma_parts(units, start, end):
        words = units[low:high]
        if any(unit.kind == "quote" and unit.has_verb for unit in words):
            return True
        if any(is_finite(unit, language) for unit in words) and not leads_subordinate(units, low, language):
            return True
    return False


def stands_in_subordinate(units: Sequence[Unit], at: int, language: Language) -> bool:
    """Whether the verb at ``at`` ends a relative or another subordinate clause."""
    low = at
    while low > 0 and not is_comma(units[low - 1]) and units[low - 1].text not in STOPS:
        low -= 1
    return low < at and low > 0 and leads_subordinate(units, low, language)


def fronted_end(units: Sequence[Unit], cue: int, start: int, end: int, language: Language) -> int:
    """Where a content ends whose cue stands in a clause before the main one: *Nachdem X gesagt hatte, dass …, | ging er.*"""
    low = cue
    while low > 0 and units[low - 1].text not in STOPS:
        low -= 1
    if not language.has("subordinators", units[low].lower) and units[low].lower != "wie":
        return end
    for at in range(start + 1, end - 1):
        if is_comma(units[at]) and is_finite(units[at + 1], language):
            return at
    return end


def is_reported_clause(units: Sequence[Unit], start: int, end: int, language: Language) -> bool:
    """Whether the first finite verb of the clause stands in Konjunktiv."""
    for low, high in comma_parts(units, start, end):
        verb = next((unit for unit in units[low:high] if is_finite(unit, language)), None)
        if verb is not None and (low == start or not leads_subordinate(units, low, language)):
            return is_konjunktiv(verb)
    return False
