"""Whose saying a German noun stands for: *Er erteilte den Befehl, …*, *der Appell, …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.dependents import subject_by_parse
from claims.extraction.found import span_of
from claims.extraction.lexicon import Language
from claims.extraction.phrases import phrase_end
from claims.extraction.reading import Unit, is_finite
from claims.extraction.records import Span

CAN_SPEAK = ("speaking_roles", "bodies", "companies", "publications", "publication_names", "name_titles")


def german_holder(units: Sequence[Unit], noun: int, language: Language) -> Span | None:
    """The subject of the noun's clause when it can speak (*kam zu dem Schluss, dass …*), else the noun with its article."""
    verb = _verb_of(units, noun, language)
    for at in (verb, units[verb].head) if verb >= 0 else ():
        subject = subject_by_parse(units, at) if at >= 0 else None
        if subject is None or subject[1] > noun:
            continue
        if any(_can_speak(unit, language) for unit in units[slice(*subject)]):
            return span_of(units, *subject)
    start = noun
    while start > 0 and (
        units[start - 1].pos in ("ADJ", "DET") or language.has("determiners", units[start - 1].lower)
    ):
        start -= 1
    stop = phrase_end(units, start, len(units), language)
    return span_of(units, start, max(stop, noun + 1))


def _verb_of(units: Sequence[Unit], noun: int, language: Language) -> int:
    """The finite verb nearest before the noun."""
    return next((i for i in range(noun - 1, -1, -1) if is_finite(units[i], language)), -1)


def _can_speak(unit: Unit, language: Language) -> bool:
    return (
        unit.pos == "PROPN"
        or unit.lower in ("er", "sie", "wir", "man")
        or any(language.has(kind, unit.lower) for kind in CAN_SPEAK)
    )
