"""Whose saying an English verb without a subject of its own is: of a gerund, an infinitive, a second predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma
from claims.extraction.reading import Unit, is_finite
from claims.extraction.subjects import subject_left


def governor(units: Sequence[Unit], cue: int, language: Language) -> Range | None:
    """Of a gerund or an infinitive that begins at ``cue``: who is made to do it, or the main clause's subject."""
    if units[cue - 1].lower == "to" and (made := _who_is_made(units, cue - 1, language)):
        return made
    if is_comma(units[cue - 1]) and not any(is_finite(unit, language) for unit in units[:cue]):
        begin = phrase_start(units, cue - 1, 0, language)  # Lee, citing the data, said …
        return (begin, cue - 1) if begin < cue - 1 else None
    return shared_subject(units, cue, language)


def shared_subject(units: Sequence[Unit], cue: int, language: Language) -> Range | None:
    """The subject of the nearest verb before ``cue`` that no subordinate clause holds: *Lee said it rained, and left.*"""
    for start, end in _segments(units, cue):
        verb = next((index for index in range(start, end) if is_finite(units[index], language)), -1)
        if verb < 0 or any(_subordinates(unit, language) for unit in units[start:verb]):
            continue
        subject = subject_left(units, verb, 0, language)
        if subject and not language.has("relatives", units[subject[0]].lower):
            return subject
    return None


def _segments(units: Sequence[Unit], end: int) -> Iterator[Range]:
    """From comma to comma, the last before ``end`` first."""
    for at in range(end - 1, -2, -1):
        if at < 0 or is_comma(units[at]) or units[at].text in (";", ":"):
            if at + 1 < end:
                yield at + 1, end
            end = at


def _subordinates(unit: Unit, language: Language) -> bool:
    if language.has("relatives", unit.lower):
        return unit.pos != "DET"
    return unit.pos == "SCONJ" or language.has("subordinators", unit.lower) and unit.pos != "ADP"


def _who_is_made(units: Sequence[Unit], to: int, language: Language) -> Range | None:
    """*This led experts to suspect …*: the object of a verb that makes somebody do something."""
    begin = phrase_start(units, to, 0, language)
    if begin < to and begin and language.has("making", units[begin - 1].lower):
        return begin, to
    return None
